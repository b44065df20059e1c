"""Undertakings that nothing names as such: a capital inside a sentence that a heading has too (`hur Mobil dagvård
fungerar`), or that opens on an adjective."""

from collections.abc import Iterator, Sequence

from samverkan.names import is_given
from samverkan.places import Places
from samverkan.reading.things.extent import content, is_capital, is_year, opens
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.proper_nouns import ends_properly
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import (
    ADJECTIVES,
    AND,
    AREAS,
    DESCRIBING,
    FORM_WORDS,
    LINKS,
    NOT_THINGS,
    PAPERS,
    STOPS,
    is_adjective,
    is_geographic,
    is_verb,
)

Span = tuple[int, int]
_MOST = 8  # words in a title
# Words of the text under a heading that tell of an undertaking; a single capital needs one.
_CUES = (
    "projekt", "insats", "satsning", "pilot", "bevilja", "medfinansi", "samfinansi", "förlängning", "utvärdering",
    "medel", "kampanj", "lägesrapport", "nytt", "status", "erfarenhet", "resultat", "aktuellt",
)  # fmt: skip
_ADJECTIVAL = ("bar", "baserad", "sam", "full", "ig", "iga", "isk", "iska", "ad", "ade", "bara", "igt", "iskt")
_TITLE_ADJECTIVES = ADJECTIVES | table(
    """mobil mobila grön gröna smart smarta rätt ung unga trygg trygga säker säkra samlad samlade hel hela sund sunda
    första bättre tryggare närmare snabbare nya friska frisk ren rena ljus ljusa blå röda aktiv aktiva"""
)
_GEOGRAPHIC = table("norra södra östra västra mellersta nordöstra sydöstra svenska nordiska europeiska stora lilla")
_PLACES = frozenset(area.lower() for area in AREAS)
_GATHERINGS = ("konferensen", "seminariet", "temat", "rubriken", "dagen", "kursen", "utbildningen", "filmen", "boken")
_COMPOUNDS = ("-projektet", "-insatsen", "-satsningen", "-projektets", "-piloten", "-kampanjen")


def repeated(
    tokens: Tokens, headings: Sequence[Span], found: Sequence[Thing], listed: bytearray, places: Places
) -> Iterator[Thing]:
    """The titles that a heading and a sentence share, where no noun of another kind is in them and none of the things
    `found` holds them."""
    openings: dict[str, list[Span]] = {}
    for first, last in headings:
        for index in range(first, last):
            joined = index > first and tokens.words[index - 1] in AND
            if is_capital(tokens.words[index]) and not joined and _may_open(tokens.words[index]):
                openings.setdefault(tokens.words[index], []).append((index, last))
    if not openings:
        return
    held = {at for thing in found for at in range(thing.first, thing.last) if thing.kind != "project"}
    inside = {at for first, last in headings for at in range(first, last)}
    for index in tokens.where(openings):
        if listed[index] or index in inside or index in held or not _said(tokens, index):
            continue
        for start, last in openings[tokens.words[index]]:
            size = _common(tokens, start, index, min(last - start, _MOST)) if start != index else 0
            if (
                size
                and _is_title(tokens, start, start + size, places)
                and (size > 1 or _told(tokens, start, index, last))
            ):
                name = tokens.name(start, start + size)
                yield Thing(start, start + size, name, "project", "predicate.heading", 0.7)
                yield Thing(index, index + size, name, "project", "predicate.heading", 0.7)


def _may_open(word: str) -> bool:
    """Whether a capital of a heading may open a title."""
    low = word.lower()
    return not (
        low in STOPS
        or low in PAPERS
        or word in FORM_WORDS
        or word in NOT_THINGS
        or word in AREAS
        or low in DESCRIBING
        or low in _GEOGRAPHIC
        or is_given(word)
    )


def _common(tokens: Tokens, one: int, other: int, most: int) -> int:
    """How many words two places share that may be a title."""
    words = tokens.words
    size = 0
    while size < most and other + size < len(words):
        at = other + size
        if words[one + size] != words[at] and (not size or words[one + size].casefold() != words[at].casefold()):
            break
        if size and (tokens.breaks[one + size] or tokens.breaks[at]):
            break
        word = words[at]
        if size and not (content(word) or word in LINKS or word in AND or word == "&" or word[0].isdigit()):
            break
        size += 1
    while size and not (content(words[one + size - 1]) or words[one + size - 1][0].isdigit()):
        size -= 1
    return size


def _is_title(tokens: Tokens, first: int, last: int, places: Places) -> bool:
    """Whether words name neither a place, nor a person, nor what a noun of another kind tells."""
    words = tokens.words[first:last]
    if any(head_of(word) is not None for word in words) or places.of(tokens.name(first, last)) is not None:
        return False
    if last - first == 1:
        low = words[0].lower()
        return len(low) > 3 and not (
            ends_properly(words[0])
            or is_adjective(low)
            or low.removesuffix("s") in _PLACES
            or low in places.first_words
        )
    return not all(is_capital(word) or is_year(word) for word in words) and not _adjective_of_place(words[0])


def _adjective_of_place(word: str) -> bool:
    return word.lower() in _GEOGRAPHIC or is_geographic(word)


def _said(tokens: Tokens, index: int) -> bool:
    """Whether a word stands inside a sentence with a verb, after a small word that is no noun of a thing."""
    before = tokens.words[index - 1]
    if opens(tokens, index) or not before[0].islower() or head_of(before) is not None:
        return False
    first, last = tokens.segment_start(index), tokens.segment_end(index)
    around = tokens.words[max(first, index - 12) : min(last, index + 12)]
    return "att" in around or any(map(is_verb, around))


def _told(tokens: Tokens, heading: int, index: int, last: int) -> bool:
    """Whether the words before a title, in its heading or in its sentence, tell of an undertaking, or it is all of the
    heading."""
    words = tokens.words
    alone = words[heading - 1] in (")", ".", ":") or words[heading - 1].isdigit() or not heading
    if last - heading == 1 and alone:
        return True
    before = (
        *words[tokens.segment_start(heading) : heading],
        *words[heading + 1 : last],
        *words[max(tokens.segment_start(index), index - 4) : index],
    )
    return any(word.lower().startswith(_CUES) for word in before)


def titled_by_adjective(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`när Lugn hemkomst prövas`: an adjective with a capital inside a sentence, and its noun."""
    words = tokens.words
    if not _said(tokens, index) or words[index - 1].endswith(_GATHERINGS):
        return
    at = index + 1
    if words[at : at + 1] and words[at] in AND and is_title_adjective(words[at + 1 : at + 2]):
        at += 2
    noun = words[at] if at < len(words) and not any(tokens.breaks[index + 1 : at + 1]) else ""
    if not noun or not noun[0].islower() or not content(noun) or is_verb(noun) or head_of(noun) is not None:
        return
    if noun.endswith(("erna", "arna", "orna")) or head_of(words[index]) is not None:
        return
    last = at + 1
    unit = head_of(words[last]) if last < len(words) and not tokens.breaks[last] else None
    if unit is not None and unit.kind == "organisation" and not unit.definite:  # Geriatrisk mobil enhet
        yield Thing(index, last + 1, tokens.name(index, last + 1), "organisation", "organisation.adjective", 0.7)
        return
    while last < len(words) and not tokens.breaks[last] and words[last] in AREAS:  # Digital hemtjänst Värmland
        last += 1
    yield Thing(index, last, tokens.name(index, last), "project", "predicate.adjective", 0.6)


def is_title_adjective(words: Sequence[str]) -> bool:
    """Whether the one word given may be an adjective that opens a title."""
    low = words[0].lower() if words else ""
    if not low or low in DESCRIBING or low in _GEOGRAPHIC or is_geographic(low) or low.endswith("gemensam"):
        return False
    return low in _TITLE_ADJECTIVES or (len(low) > 6 and low.endswith(_ADJECTIVAL))


def opens_title(word: str) -> bool:
    """Whether a word is an adjective with a capital that may open a title."""
    return (
        word[0].isupper()
        and word[1:].islower()
        and word != "Nära"
        and is_title_adjective((word,))
        and not is_given(word)
    )


def compound(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`NAVET-projektet` where `NAVET` stands alone too: the undertaking by its own name."""
    word = tokens.words[index]
    name = word.partition("-")[0]
    if word[0].isupper() and word.lower().endswith(_COMPOUNDS) and name in tokens.vocabulary:
        yield Thing(index, index + 1, name, "project", "predicate.compound", 0.75)
