"""What the page of a person tells beside statements: with whom the person has been at meetings."""

from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, link
from samverkan_web.site import Site, rows_of

_MOST: Final = 15


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who was present at the same meetings, and at how many."""

    person: Link
    meetings: int


@dataclass(frozen=True, slots=True)
class PersonMore:
    """What the template of a person is given: those met most often, of all that were met."""

    companions: tuple[Companion, ...]
    met: int


def more(site: Site, page: EntityPage) -> PersonMore:
    """With whom a person has met, as the question `people-who-meet-most` tells it."""
    if not page.presences or page.part:
        return PersonMore((), 0)
    if site.index:
        found = site.index.met_with(page.head.iri, _MOST)
        told = tuple(Companion(Link(iri, label or iri), meetings) for iri, label, meetings, _ in found)
        return PersonMore(told, found[0][3] if found else 0)
    rows = rows_of(queries.run(site.store, "people-who-meet-most", {"person": page.head.iri}))
    return PersonMore(tuple(Companion(link(row, "other"), int(row["weight"])) for row in rows[:_MOST]), len(rows))
