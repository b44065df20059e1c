"""One work under two names in an item: the heading paraphrases it, the text names it (`Avtal om inre ledning`,
`Avtal om ledning i Norrbygd`)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from samverkan.reading.items.agenda import ItemSpan
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.joining import key
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens

_KINDS = frozenset(("agreement", "plan", "strategy"))


_THAT_IS = (("dvs",), ("dvs", "."), ("d.v.s",), ("d.v.s", "."), ("alltså",), ("det", "vill", "säga"))


def other_words(tokens: Tokens, things: Sequence[Thing]) -> list[Thing]:
    """The things with one name for what a sentence says in other words: `Skolavtalet, dvs. Avtal om skolskjuts`."""
    meant: dict[tuple[str, str], str] = {}
    for one, other in pairwise(things):
        between = tokens.words[one.last : other.first]
        if one.kind == other.kind in _KINDS and between[:1] == (",",) and between[1:] in _THAT_IS:
            meant[(one.kind, one.name)] = other.name
    if not meant:
        return list(things)
    names = ((thing, meant.get((thing.kind, thing.name))) for thing in things)
    return [thing if name is None else replace(thing, name=name) for thing, name in names]


def paraphrased(tokens: Tokens, things: Sequence[Thing], items: Iterable[ItemSpan]) -> list[Thing]:
    """The things with one name for the work of an item that its heading and its text each name once."""
    works = [thing for thing in things if thing.kind in _KINDS]
    if not works:
        return list(things)
    meant: dict[tuple[str, str], str] = {}
    at = 0
    for item in items:
        first, body, last = tokens.at(item.start), tokens.at(item.body), tokens.at(item.end)
        while at < len(works) and works[at].first < first:
            at += 1
        stop = at
        while stop < len(works) and works[stop].first < last:
            stop += 1
        inside = works[at:stop]
        meant.update(_one([t for t in inside if t.first < body], [t for t in inside if t.first >= body]))
        meant.update(_by_parties(inside))
    names = ((thing, meant.get((thing.kind, thing.name))) for thing in things)
    return [thing if name is None else replace(thing, name=name) for thing, name in names]


def _one(heading: list[Thing], text: list[Thing]) -> dict[tuple[str, str], str]:
    """What the one name means, where the heading has one work and the text one other of the same noun."""
    titles = {key(thing.name) for thing in heading}
    said = {key(thing.name): thing for thing in text}
    if len(titles) != 1 or len(said) != 1 or titles & said.keys():
        return {}
    title, other = heading[0], next(iter(said.values()))
    another_year = bool(_years(other.name)) and not _years(title.name) <= _years(other.name)
    if title.kind != other.kind or _noun(title.name) != _noun(other.name) or another_year:
        return {}
    if len(other.name.split()) == 1 or _only_parties(other.name):
        return {(other.kind, other.name): title.name}
    return {(title.kind, title.name): other.name}


def _only_parties(name: str) -> bool:
    return " mellan " in name and " om " not in name


def _by_parties(inside: list[Thing]) -> dict[tuple[str, str], str]:
    """What `överenskommelsen mellan A och B` means: the only other agreement of an item on the same noun."""
    agreements = [thing for thing in inside if thing.kind == "agreement"]
    named = {thing.name for thing in agreements if not _only_parties(thing.name) and " " in thing.name}
    if len({key(name) for name in named}) != 1:
        return {}
    name = named.pop()
    found = {thing.name for thing in agreements if _only_parties(thing.name) and _noun(thing.name) == _noun(name)}
    return {("agreement", each): name for each in found}


def _noun(name: str) -> str | None:
    """The noun of a work without its first part: `samverkansavtal` is an `avtal`."""
    return next((head.noun.base for head in map(head_of, name.split()) if head is not None and not head.genitive), None)


def _years(name: str) -> set[str]:
    return {word for word in name.split() if is_year(word)}
