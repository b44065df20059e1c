"""Which words may begin a named thing, and what finds the thing at each: nouns, markers, quotes and the register."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from samverkan.places import Places
from samverkan.reading.context import Context
from samverkan.reading.things import (
    announced,
    branches,
    groups,
    known,
    organisations,
    places,
    predicates,
    proper_nouns,
    repeated,
    short_forms,
    titled,
    works,
)
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.remembered import Remembered
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AREAS

_MARKERS = works.MARKERS | announced.MARKERS
_SAID_TO_BE = frozenset(("projekt", "strategi", "program", "plan", "överenskommelse", "avtal", "avsiktsförklaring"))
_QUOTES = frozenset('”"“«')
(
    _HEAD,
    _MARKER,
    _QUOTE,
    _REGISTER,
    _PLACE,
    _REPORT,
    _COMPANY,
    _COUNCIL,
    _ENDS,
    _JOINT,
    _AREA,
    _UNDERTAKING,
    _SAID,
    _TITLE,
    _BRANCH,
    _FIELD,
    _TOWN,
) = (1 << bit for bit in range(17))


def triggered(context: Context, tokens: Tokens, listed: bytearray) -> Iterator[Thing]:
    """What nouns, markers, quotes and the register tell."""
    register = known.known(context.register)
    triggers = _triggers(register, context.places)
    kinds = {word: bits for word in tokens.vocabulary if (bits := triggers[word])}
    at_places: list[int] = []
    others: set[int] = set()
    for index in [i for i in tokens.where(kinds) if not listed[i]]:
        trigger = kinds[tokens.words[index]]
        if trigger & _PLACE:
            at_places.append(index)
        for thing in _at(tokens, index, trigger, register):
            others.update((thing.first, thing.last))
            yield thing
        if trigger & _BRANCH:
            yield from branches.branches(tokens, index, context.places)
        if trigger & _SAID:
            yield from predicates.predicates(tokens, index, context.places)
    yield from places.places_in(tokens, context.places, at_places, frozenset(others))


@lru_cache(maxsize=4)
def _triggers(register: known.Known, where: Places) -> Remembered[int]:
    return Remembered(lambda word: _trigger(word, register, where))


def _trigger(word: str, register: known.Known, where: Places) -> int:
    """What a word may begin, as bits; 0 for nearly all words."""
    low = word.lower()
    bits = _HEAD if head_of(word) is not None else 0
    bits |= _MARKER if low in _MARKERS else 0
    bits |= _QUOTE if word in _QUOTES else 0
    bits |= _REPORT if word == "SOU" else 0
    bits |= _COMPANY if word in announced.COMPANIES else 0
    bits |= _FIELD if word in announced.FIELDS else 0
    bits |= _TOWN if low in places.TOWNS else 0
    bits |= _COUNCIL if low in places.LANDSTING or word == "Region" else 0
    bits |= _ENDS if proper_nouns.ends_properly(word) else 0
    bits |= _JOINT if word[0].isupper() and low.endswith("gemensam") and len(low) > 8 else 0
    bits |= _AREA if word in AREAS or word in proper_nouns.COMPASS else 0
    bits |= _UNDERTAKING if word in proper_nouns.UNDERTAKINGS else 0
    bits |= _SAID if low in predicates.MARKERS or low.endswith(predicates.LEAGUE_ENDS) else 0
    bits |= _BRANCH if word in branches.OPENINGS else 0
    bits |= _TITLE if repeated.opens_title(word) else 0
    plain = short_forms.base_form(word)
    if (
        plain in register.first
        or low in register.first
        or low.removesuffix("s") in register.first
        or word.removesuffix("s") in register.first
    ):
        bits |= _REGISTER
    if word[0].isupper() and low in where.first_words:
        bits |= _PLACE
    return bits


def _at(tokens: Tokens, index: int, trigger: int, register: known.Known) -> Iterator[Thing]:
    head = head_of(tokens.words[index]) if trigger & _HEAD else None
    if trigger & _REGISTER:
        yield from register.at(tokens, index)
    if head is not None and head.kind == "body":
        yield from groups.bodies(tokens, index, head)
    if head is not None and head.kind == "organisation":
        yield from organisations.organisations(tokens, index, head)
    if trigger & _MARKER or (head is not None and head.kind not in ("body", "organisation")):
        yield from works.works(tokens, index, head)
    if trigger & _MARKER:
        yield from announced.announced(tokens, index)
    if head is not None and head.noun.base in _SAID_TO_BE:
        yield from proper_nouns.is_project(tokens, index)
    if head is not None and "-" in tokens.words[index]:
        yield from repeated.compound(tokens, index)
    for bit, find in _FINDERS:
        if trigger & bit:
            yield from find(tokens, index)


# What each of these triggers calls, in this order; the earlier ones above need the head of the word too.
_FINDERS: Final[tuple[tuple[int, Callable[[Tokens, int], Iterator[Thing]]], ...]] = (
    (_UNDERTAKING, proper_nouns.apposition),
    (_ENDS, proper_nouns.proper_noun),
    (_AREA, proper_nouns.of_area),
    (_JOINT, proper_nouns.joint),
    (_TITLE, repeated.titled_by_adjective),
    (_QUOTE, titled.quoted),
    (_REPORT, titled.reports),
    (_COMPANY, announced.companies),
    (_COUNCIL, places.landsting),
    (_FIELD, announced.by_field),
    (_TOWN, places.towns),
)
