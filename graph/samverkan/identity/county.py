"""The county that a document belongs to, from what it names."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from samverkan.facts import Attendance, Facts, Membership, Vacancy
from samverkan.identity.entities import EntityKind
from samverkan.identity.lookup import Index

UNKNOWN: Final = "-"


def county_of(facts: Facts, index: Index) -> str:
    """The code of the county that the document's body belongs to, `-` where nothing settles it.

    Asked in turn: the known bodies; those whose body it is, and its own name; those whom people represent; mentions.
    """
    for witnesses in _WITNESSES:
        counties = Counter(county for county in witnesses(facts, index) if county)
        (county, votes), (_, others) = ([*counties.most_common(2), (UNKNOWN, 0), (UNKNOWN, 0)])[:2]
        if votes > others:
            return county
    return UNKNOWN


def _known_body(facts: Facts, index: Index) -> Iterator[str]:
    if facts.body and facts.body.name:
        entity = index.find(facts.body.name, kinds=("body",))
        if entity and entity.kind in ("body", "organisation"):
            yield entity.county


def _owners(facts: Facts, index: Index) -> Iterator[str]:
    if facts.body:
        for name in (*facts.body.organisations, facts.body.name or ""):
            yield from _counties_in(name, ("region", "county"), index)


def _represented(facts: Facts, index: Index) -> Iterator[str]:
    rows: tuple[Attendance | Membership | Vacancy, ...] = (*facts.attendance, *facts.memberships, *facts.vacancies)
    yield from _counties((row.organisation for row in rows if row.organisation), index)


def _mentioned(facts: Facts, index: Index) -> Iterator[str]:
    places = (mention.name for mention in facts.mentions if mention.kind in ("municipality", "region", "organisation"))
    yield from _counties(places, index)


def _counties(names: Iterable[str], index: Index) -> Iterator[str]:
    for name in names:
        yield from _counties_in(name, ("municipality", "region"), index)


def _counties_in(name: str, kinds: tuple[EntityKind, ...], index: Index) -> Iterator[str]:
    """The county of what a name means, or else those of the places that its words name."""
    entity = index.find(name, kinds=kinds)
    if entity:
        yield entity.county
    else:
        yield from (place.county for place in index.within(name))


_WITNESSES: Final[tuple[Callable[[Facts, Index], Iterator[str]], ...]] = (
    _known_body,
    _owners,
    _represented,
    _mentioned,
)
