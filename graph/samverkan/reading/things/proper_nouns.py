"""Capitalised nouns of no other kind: what they are by their ends (`Västbanken`, `Hjälpcentralen`), or by `är ett
projekt`."""

from collections.abc import Iterator

from samverkan.facts import MentionKind
from samverkan.names import is_given
from samverkan.reading.things.extent import content, is_capital, opens, proper, walk
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import (
    ADJECTIVES,
    AND,
    AREAS,
    DESCRIBING,
    LINKS,
    PAPERS,
    STOPS,
    VERBS,
    is_adjective,
    is_verb,
)
from samverkan.reading.things.works import PROJECTS

# Ends of names of undertakings and of establishments, in the definite form.
_ENDS: dict[MentionKind, str] = {
    "project": "förhandlingen förhandlingarna länken banken lyftet satsningen tunneln paketet spåret initiativet "
    "kampanjen modellen",
    "organisation": "centralen teatern stiftelsen kansliet operan trafiken hälsan bolagen regionen fonden "
    "partnerskapet jouren skolan gymnasiet",
    "body": "bänken rundan kollegiet",
}
ENDS: tuple[tuple[str, MentionKind], ...] = tuple((end, kind) for kind, ends in _ENDS.items() for end in ends.split())
_SCHOOLS = ("skolan", "gymnasiet")
_ENDINGS = tuple(end for end, _ in ENDS)
_COMMON = table(
    """öresundsregionen mälarregionen östersjöregionen storstadsregionen arbetsmarknadsregionen sjukvårdsregionen
    kollektivtrafiken spårtrafiken ohälsan folkhälsan världsbanken riksbanken trafiken hälsan regionalbanan
    grundskolan förskolan gymnasieskolan kulturskolan musikskolan särskolan"""
)
_NO_NAME = STOPS | LINKS | AND | PAPERS | VERBS | ADJECTIVES | DESCRIBING | PROJECTS
UNDERTAKINGS = table("satsning kampanj projekt utvecklingsprojekt initiativ insats försöksverksamhet")
_COMPASS = table("Norra Södra Östra Västra")
# Parts of the country or the region that end a name: `Kirurgi Sydväst`.
COMPASS = table("Norr Söder Väst Öst Syd Nordost Nordväst Sydost Sydväst")
_WHOLE = 7  # words in a title
_COPULA = table("är var heter blir")


def ends_properly(word: str) -> bool:
    """Whether a word ends as names of undertakings and establishments do."""
    return word[0].isupper() and word.endswith(_ENDINGS)


def proper_noun(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A noun with a capital inside a sentence that its end tells to be a name."""
    word = tokens.words[index]
    if (
        opens(tokens, index)
        or word.lower().split("-")[-1] in _COMMON
        or len(word) < (8 if word.endswith(_SCHOOLS) else 9)
    ):
        return
    kind = next(kind for end, kind in ENDS if word.endswith(end))
    first = index
    if word.endswith(_SCHOOLS):  # Eva Ekskolan
        while first > 0 and not tokens.breaks[first] and _named_after(tokens, first - 1) and index - first < 3:
            first -= 1
    sure = 0.9 if first < index else 0.6  # surer than a person of that name
    yield Thing(first, index + 1, tokens.name(first, index + 1), kind, "proper-noun.end", sure)


def _named_after(tokens: Tokens, index: int) -> bool:
    """Whether a capital before a school's name is part of it: whom it is named after."""
    word = tokens.words[index]
    return is_capital(word) and is_given(word) and not opens(tokens, index)


def of_area(tokens: Tokens, index: int) -> Iterator[Thing]:
    """Capitals that end in an area: `Kulturhuset Småland`, `AV Media Halland`; not `Södra Småland` or a person."""
    first = index
    if first > 1 and not tokens.breaks[first] and tokens.words[first - 1] in _COMPASS and _may_name(tokens, first - 2):
        first -= 1
    while first > 0 and not tokens.breaks[first] and index - first < 3 and _may_name(tokens, first - 1):
        first -= 1
    sure = ends_properly(tokens.words[first]) or tokens.words[first].isupper()
    following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    acts = len(tokens.words[first]) > 6 and is_verb(following or ".") and not is_adjective(tokens.words[first])
    if first < index and (index - first > 1 or not opens(tokens, first) or sure or acts):
        yield Thing(first, index + 1, tokens.name(first, index + 1), "organisation", "proper-noun.of-area", 0.5)


def _may_name(tokens: Tokens, index: int) -> bool:
    """Whether a capital may be the first part of a name that an area ends: no verb, adjective, person or noun of a
    kind."""
    word = tokens.words[index]
    low = word.lower()
    if not is_capital(word) or len(word) < 2 or low in _NO_NAME or low.endswith("era"):
        return False
    if is_given(word) or word in AREAS or low.startswith(("region", "landsting")) or head_of(word) is not None:
        return False
    return not (opens(tokens, index) and low.endswith(("erna", "arna", "orna")))


def joint(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`Länsgemensam digitalisering` with its capital inside a sentence: a joint group or function."""
    last = index + 1
    if opens(tokens, index) or last >= len(tokens.words) or tokens.breaks[last]:
        return
    word = tokens.words[last]
    if word[0].islower() and content(word) and not is_adjective(word) and head_of(word) is None:
        yield Thing(index, last + 1, tokens.name(index, last + 1), "body", "proper-noun.joint", 0.5)


def apposition(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`Läsresan, en nationell satsning`: the capitals before the comma, an undertaking."""
    words = tokens.words
    comma = next((at for at in range(index - 2, max(index - 6, 0), -1) if words[at] == ","), None)
    if comma is None or words[comma + 1] not in ("en", "ett") or any(tokens.breaks[comma : index + 1]):
        return
    first = comma
    while first > 0 and not tokens.breaks[first] and is_capital(words[first - 1]) and comma - first < 4:
        first -= 1
    if first < comma and not is_given(words[first]) and head_of(words[comma - 1]) is None and not opens(tokens, first):
        yield Thing(first, comma, tokens.name(first, comma), "project", "proper-noun.apposition", 0.75)


def is_project(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`Trygg Start är ett pågående projekt`: the capitals that open the sentence, and the kind that the noun says."""
    first = tokens.segment_start(index)
    if tokens.words[first : first + 3] == ("Det", "är", "ett"):
        yield from _told_before(tokens, first, index)
        return
    last = proper(tokens, first)
    head = head_of(tokens.words[index])
    opening = tokens.words[first]
    if not is_capital(opening) or last == first or last - first > 6 or head is None:
        return
    if opening.lower() in STOPS or (last - first == 1 and opening.endswith(("et", "en"))):  # Teamet är ett projekt
        return
    copula = next((at for at in range(first + 1, min(first + _WHOLE, index)) if tokens.words[at] in _COPULA), last)
    whole = tokens.words[first:copula]
    if copula > last and all(content(word) or word in LINKS for word in whole) and not any(map(is_verb, whole)):
        last = copula  # Trygg resa i glesbygden är ett projekt
    between = [word.lower() for word in tokens.words[last:index]]
    article = ("den", "det") if head.definite else ("ett", "en")
    if (
        2 <= len(between) <= 4
        and between[0] in _COPULA
        and between[1] in article
        and head_of(tokens.words[first]) is None
    ):
        end = index + 1
        if head.definite and end < len(tokens.words) and tokens.words[end] == "för":
            end = walk(tokens, end)
        yield Thing(
            first, end if head.definite else last, tokens.name(first, last), head.kind, "proper-noun.copula", 0.85
        )


def _told_before(tokens: Tokens, first: int, index: int) -> Iterator[Thing]:
    """`Mobilt team Dal har rullat i ett år. Det är ett projekt mellan …`: what opens the sentence before."""
    head = head_of(tokens.words[index])
    if not first or tokens.breaks[first] != 1 or index - first > 5 or head is None or head.kind != "project":
        return
    since = tokens.segment_start(first - 1)
    last = next((at for at in range(since, first) if is_verb(tokens.words[at])), since)
    inside = tokens.words[since:last]
    titled = 1 < len(inside) <= 5 and all(map(content, inside)) and all(head_of(word) is None for word in inside)
    if titled and is_capital(inside[0]) and is_capital(inside[-1]) and not is_given(inside[0]):
        yield Thing(since, last, tokens.name(since, last), "project", "proper-noun.told", 0.75)
