"""What speaks for two like-named things being one, beside their names, and what against it."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from samverkan.candidates.model import Reason, Thing

# How much a circumstance weighs.
_SAME_BODY, _SAME_ORGANISATION, _SAME_PARTY, _SAME_TITLE, _SAME_PEOPLE = 0.2, 0.2, 0.05, 0.1, 0.15
_COUNTY, _COUNTY_UNKNOWN, _PARTY, _ORGANISATION, _TIME, _LISTED = -0.5, -0.1, -0.25, -0.15, -0.15, -1.0
_REPLACES, _ONE_DOCUMENT = 0.6, -0.15
_FAR = 20  # years
MOST = _SAME_BODY + _SAME_ORGANISATION + _SAME_PARTY + _SAME_TITLE  # more than this nothing can speak for two persons

Names = Callable[[Iterable[str]], str]
"""Gives the names of things by their paths, for a reader."""


@dataclass(slots=True)
class Known:
    """What documents say of a thing, as paths, texts and years; `listed`: in which document, as what, of which body."""

    bodies: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    listed: set[tuple[str, str, str]] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    replaces: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)


NOTHING = Known()


def of_people(one: Thing, other: Thing, a: Known, b: Known, names: Names) -> Iterator[Reason]:
    """The reasons beside the names of two persons."""
    yield from _counties(one, other)
    yield from _shared("same body", a.bodies & b.bodies, _SAME_BODY, names)
    yield from _shared("same organisation", a.organisations & b.organisations, _SAME_ORGANISATION, names)
    yield from _shared("same party", a.parties & b.parties, _SAME_PARTY, ", ".join)
    yield from _shared("same title", a.titles & b.titles, _SAME_TITLE, ", ".join)
    if a.parties and b.parties and not a.parties & b.parties:
        yield Reason("another party", _PARTY, f"{', '.join(sorted(a.parties))} – {', '.join(sorted(b.parties))}")
    mine, yours = _authorities(a.organisations), _authorities(b.organisations)
    if mine and yours and not mine & yours:
        yield Reason("another organisation", _ORGANISATION, f"{names(mine)} – {names(yours)}")
    if a.years and b.years:
        gap = max(min(a.years) - max(b.years), min(b.years) - max(a.years))
        if gap > _FAR:
            yield Reason("far in time", _TIME, f"{gap}")
    together = {document for document, _, _ in a.listed & b.listed}
    if together:
        yield Reason("listed together", _LISTED, names(together))


def of_bodies(one: Thing, other: Thing, a: Known, b: Known, names: Names) -> Iterator[Reason]:
    """The reasons beside the names of two bodies or organisations."""
    yield from _counties(one, other)
    if other.path in a.replaces or one.path in b.replaces:
        yield Reason("said to replace", _REPLACES)
    shared = a.people & b.people
    if len(shared) > 1:
        yield from _shared("same people", shared, _SAME_PEOPLE, names)
    if a.documents & b.documents:
        yield Reason("same document", _ONE_DOCUMENT)


def _counties(one: Thing, other: Thing) -> Iterator[Reason]:
    if one.county and other.county and one.county != other.county:
        yield Reason("another county", _COUNTY)
    elif one.county != other.county and one.kind == other.kind == "person":
        yield Reason("county not known", _COUNTY_UNKNOWN)


def _shared(code: str, things: Set[str], weight: float, names: Names) -> Iterator[Reason]:
    if things:
        yield Reason(code, weight, names(sorted(things)))


def _authorities(organisations: Iterable[str]) -> set[str]:
    """Those whom one represents one at a time: municipalities and regions."""
    return {path for path in organisations if path.startswith(("municipality/", "region/"))}
