"""What the page of a municipality, a region or an organisation tells beside statements: who was present for it, where.

Presence is counted by the index, since a region is represented ten thousand times; only the latest of each is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from samverkan.store import attendance
from samverkan.store.attendance import Attended
from samverkan_web import saying
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, name_of
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
    counted = _attended(site, page.head.iri)
    if page.part:
        chosen, paging = cut(counted, page.asked)
        return ActorMore(_represented(site, chosen), paging, (), 0)
    told = _shares(site, page.head.iri) if counted else []
    return ActorMore(
        _represented(site, counted[:_FIRST]),
        nearest(len(counted), 1, _FIRST),
        tuple(map(_share, told[:_FIRST])),
        len(told),
    )


def _attended(site: Site, iri: str) -> Sequence[Attended]:
    """Who was present for an actor where, those most often present first: from the index, else from the graph."""
    found = site.index.attendance(attendance.attended, iri) if site.index else None
    if found is not None:
        return found
    return [
        Attended(
            row["person"], row.get("personLabel"), row["body"], row.get("bodyLabel"), int(row["present"]),
            int(row["absent"]), row["latest"],
        )
        for row in site.ask("attended", iri)
    ]  # fmt: skip


def _shares(site: Site, iri: str) -> Sequence[attendance.Share]:
    found = site.index.attendance(attendance.shares, iri) if site.index else None
    if found is not None:
        return found
    return [
        attendance.Share(row["body"], row.get("bodyLabel"), int(row["meetings"]), int(row["present"]))
        for row in site.ask("shares", iri)
    ]


def _represented(site: Site, counted: Sequence[Attended]) -> tuple[Representation, ...]:
    """Each with its latest presence, whose statement stands behind its day."""
    said = saying.rows(site, (_latest(each) for each in counted))
    return tuple(
        Representation(
            _link(each.person, each.person_label), _link(each.body, each.body_label), each.present, each.absent,
            presences(said[_latest(each)])[0],
        )
        for each in counted
    )  # fmt: skip


def _latest(each: Attended) -> str:
    return each.latest.partition(" ")[2]


def _share(each: attendance.Share) -> Share:
    return Share(_link(each.body, each.body_label), each.meetings, each.present)


def _link(iri: str, label: str | None) -> Link:
    return Link(iri, label or name_of(iri))
