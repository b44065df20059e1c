"""What the page of a municipality, a region or an organisation tells beside statements: who was present for it, where.

Presence is counted by the graph, since a region is represented ten thousand times; only the latest of each is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samverkan_web import saying
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, Row, link
from samverkan_web.paging import Paging, cut, nearest
from samverkan_web.site import Site
from samverkan_web.statements import Presence, presences

PART: Final = "presences"
_FIRST: Final = 20


@dataclass(frozen=True, slots=True)
class Representation:
    """How often one person was at the meetings of one body, on behalf of the same organisation."""

    person: Link
    body: Link
    present: int
    absent: int
    latest: Presence


@dataclass(frozen=True, slots=True)
class Share:
    """At how many meetings of a body of which attendance on somebody's behalf is told anybody was present for them."""

    body: Link
    meetings: int
    present: int


@dataclass(frozen=True, slots=True)
class ActorMore:
    """What the template of an actor is given: some of those present for it, and the shares of some of its `bodies`."""

    present: tuple[Representation, ...]
    paging: Paging
    shares: tuple[Share, ...]
    bodies: int


def more(site: Site, page: EntityPage) -> ActorMore:
    """Who was present on behalf of an actor, those most often present first."""
    if page.part not in ("", PART):
        return ActorMore((), Paging(1, 1, 0), (), 0)
    counted = site.ask("attended", page.head.iri)
    if page.part:
        chosen, paging = cut(counted, page.asked)
        return ActorMore(_represented(site, chosen), paging, (), 0)
    told = site.ask("shares", page.head.iri) if counted else []
    return ActorMore(
        _represented(site, counted[:_FIRST]),
        nearest(len(counted), 1, _FIRST),
        tuple(map(_share, told[:_FIRST])),
        len(told),
    )


def _represented(site: Site, counted: Sequence[Row]) -> tuple[Representation, ...]:
    """Each with its latest presence, whose statement stands behind its day."""
    said = saying.rows(site, (_latest(row) for row in counted))
    return tuple(
        Representation(
            link(row, "person"), link(row, "body"), int(row["present"]), int(row["absent"]),
            presences(said[_latest(row)])[0],
        )
        for row in counted
    )  # fmt: skip


def _latest(row: Row) -> str:
    return row["latest"].partition(" ")[2]


def _share(row: Row) -> Share:
    return Share(link(row, "body"), int(row["meetings"]), int(row["present"]))
