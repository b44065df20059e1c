"""Organisations that nothing names as such but the list that they stand in: `medlemmar är Region Skåne, Växtkraft och
Hälsa & Fritid`, `de fackliga organisationerna Kommunal och Vision`."""

from collections.abc import Iterator, Sequence

from samverkan import names
from samverkan.places import Places
from samverkan.reading.things.branches import BRANDS
from samverkan.reading.things.extent import is_capital, is_year
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, AREAS, FORM_WORDS, NOT_THINGS, NUMERALS, PAPERS, STOPS, is_verb

Span = tuple[int, int]
# Words for those who have a part in something; what a list after them names is an organisation.
CUES = table(
    """medlemmar medlemmarna medlemsorganisationer medlemsorganisationerna organisationerna föreningarna aktörerna
    parter parterna myndigheterna företagen bolagen förbunden samarbetsparter samverkansparter huvudmän
    remissinstanser remissinstanserna delägare ägare stiftare finansiärer medfinansiärer"""
)
_BETWEEN = table("är blir : utgörs av i dag idag består just nu var bland andra annat är:")
_GAP = 6  # words between a cue and its list
_DETERMINERS = NUMERALS | table("de den det länets samtliga alla övriga både dels")
_LONGEST = 5  # words in a name
_MOST = 20  # names in a list
_FEWEST = 3  # names in a list that only its other names tell
_HOUSES = ("huset", "gården", "stationen", "salen", "rummet", "vägen", "gatan", "torget", "banan", "länken")
_CONTINENTS = table("Europa Norden Sverige Norge Danmark Finland Island Tyskland Asien Afrika USA")
_NO_NAME = STOPS | table("av med mellan till från inom om hos på")


def listed_names(tokens: Tokens, found: Sequence[Thing], listed: bytearray, places: Places) -> Iterator[Thing]:
    """The names of lists of organisations that were not found otherwise."""
    known = {thing.first: thing for thing in found if thing.kind in ("organisation", "region")}
    held = {at for thing in found for at in range(thing.first, thing.last)}
    done = -1
    for index in sorted(_starts(tokens, known)):
        if index < done or listed[index]:
            continue
        spans = list(_items(tokens, index))
        if len(spans) < 2:
            continue
        done = spans[-1][1]
        cued = _cued(tokens, index)
        sure = sum(first in known for first, _ in spans)
        if not cued and (len(spans) < _FEWEST or not sure):
            continue
        for first, last in spans:
            if first not in known and held.isdisjoint(range(first, last)) and _may_name(tokens, first, last, places):
                yield Thing(first, last, tokens.name(first, last), "organisation", "organisation.in-list", 0.7)


def _starts(tokens: Tokens, known: dict[int, Thing]) -> set[int]:
    """Where lists may begin: after a cue, and at the first name of a list with a known organisation."""
    words = tokens.words
    starts = set()
    cues = {word for word in tokens.vocabulary if word.lower() in CUES}
    for index in tokens.where(cues):
        at = index + 1
        while at < len(words) and at - index <= _GAP and words[at].lower() in _BETWEEN and not tokens.breaks[at]:
            at += 1
        if at < len(words) and is_capital(words[at]) and tokens.breaks[at] != 1:
            starts.add(at)
    for first in known:
        begin = _begin(tokens, first)
        if begin is not None:
            starts.add(begin)
    return starts


def _begin(tokens: Tokens, first: int) -> int | None:
    """The first word of the list that a known organisation stands in; None where it stands alone."""
    words, since = tokens.words, max(tokens.segment_start(first), first - _MOST * 3)
    at = first
    while at - 1 > since and (words[at - 1] == "," or words[at - 1] in AND) and not tokens.breaks[at]:
        end = at - 1
        begin = end
        while begin > since and end - begin < _LONGEST and _inside(tokens, begin - 1) and not tokens.breaks[begin]:
            begin -= 1
        while begin < end and not is_capital(words[begin]):
            begin += 1
        if begin >= end:
            break
        at = begin
    last = _after(tokens, first)
    follows = last < len(words) and not tokens.breaks[last] and (words[last] == "," or words[last] in AND)
    return at if at < first or follows else None


def _inside(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    small = word[0].islower() and word not in AND and word not in _NO_NAME and not is_verb(word)
    return is_capital(word) or word == "&" or small


def _after(tokens: Tokens, first: int) -> int:
    """The end of the capitals, with `&` and what belongs to a name, that begin at a word."""
    words = tokens.words
    at = first + 1
    while at < len(words) and not tokens.breaks[at] and at - first < _LONGEST + 2:
        joined = words[at] in ("&", "för", "i") and at + 1 < len(words) and not tokens.breaks[at + 1]
        if joined and (words[at] == "&" or is_capital(words[at + 1])):
            at += 2
        elif (
            is_capital(words[at])
            or words[at] in ("län", "läns", "kommun", "stad")
            or (words[at][0].islower() and _belongs(tokens, first, at))
        ):
            at += 1
        else:
            break
    return at


def _belongs(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a small word goes on a name: a noun of a group, or what an owner in the genitive has."""
    if at == first + 1 and head_of(tokens.words[at]) is not None:
        return True
    return tokens.words[at - 1][-1] == "s" and at - first <= 2 and _inside(tokens, at)


def _items(tokens: Tokens, index: int) -> Iterator[Span]:
    """The names of the list that begins at a word, each from its first capital."""
    words = tokens.words
    at = index
    for _ in range(_MOST):
        while at < len(words) and words[at] in _DETERMINERS and not tokens.breaks[at]:
            at += 1
        if at >= len(words) or (tokens.breaks[at] and at > index):
            return
        if not is_capital(words[at]):
            end = at + 1
            while end < len(words) and not tokens.breaks[end] and words[end][0].isalpha() and words[end] not in AND:
                if is_verb(words[end]) or end - at > _LONGEST:
                    return
                end += 1
            if is_verb(words[at]):
                return
        else:
            end = _after(tokens, at)
            yield at, end
        if end >= len(words) or tokens.breaks[end] or not (words[end] == "," or words[end] in AND):
            return
        at = end + 1


def _cued(tokens: Tokens, index: int) -> bool:
    """Whether a word for members or parties stands right before a list."""
    at = index - 1
    while at >= 0 and index - at <= _GAP and tokens.words[at].lower() in _BETWEEN:
        at -= 1
    return at >= 0 and tokens.words[at].lower() in CUES


def _may_name(tokens: Tokens, first: int, last: int, places: Places) -> bool:
    """Whether capitals name neither a person, a place, a paper nor what a noun of another kind tells."""
    words = tokens.words[first:last]
    if last - first > _LONGEST or words[0] in NOT_THINGS or words[0] in FORM_WORDS or words[0] in AREAS:
        return False
    if any(is_year(word) or word.lower() in PAPERS for word in words) or is_title(words[0].lower()):
        return False
    if names.is_given(words[0]) or places.of(tokens.name(first, last)) is not None or len(words[0]) < 3:
        return False
    heads = [head for head in map(head_of, words) if head is not None and words[0] not in BRANDS]
    if words[-1].endswith(_HOUSES) or words[0] in _CONTINENTS:
        return False
    return all(head.kind == "organisation" for head in heads) and not (last - first == 1 and is_verb(words[0].lower()))
