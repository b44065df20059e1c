"""What the page of a body tells beside its statements: sides, who sat there on a day, chairs, shared people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan_web.entities import WORKS, EntityPage, settled_seats
from samverkan_web.evidence import Link, Row, Source, evidence, link, maybe
from samverkan_web.gantt import Chart, Span, chart
from samverkan_web.parts import DAY
from samverkan_web.site import Site, rows_of
from samverkan_web.statements import Seat, Tie, VacantSeats

_MOST_SHARING: Final = 12
_MOST_EARLIER: Final = 20


@dataclass(frozen=True, slots=True)
class Side:
    """Those who sit on a body for one side; `of` seats, where a public `source` says how many there are.

    `organisation` is None for the seats of which nobody says whom they represent.
    """

    organisation: Link | None
    seats: tuple[Seat, ...]
    vacancies: tuple[VacantSeats, ...]
    of: int | None = None
    years: int | None = None
    source: str | None = None

    @property
    def vacant(self) -> int:
        """How many seats are said to be vacant."""
        return max((each.count for each in self.vacancies), default=0)


@dataclass(frozen=True, slots=True)
class Sitting:
    """That somebody sat on a body on a day; `known` (`stated`, `seen`, `about`, `between`, `unknown`) has `words`."""

    person: Link
    known: str
    words: str
    role: str | None
    organisation: Link | None
    before: str | None
    after: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Who sat on a body on a day: those of whom something is known, and those of other days only."""

    day: str
    known: tuple[Sitting, ...]
    unknown: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another body, with how many people are on both, and how many of them have a seat on both."""

    body: Link
    people: int
    seated: int


@dataclass(frozen=True, slots=True)
class BodyMore:
    """What the template of a body is given beside the page: of `all_earlier` seats that are named elsewhere, some."""

    sides: tuple[Side, ...] = ()
    earlier: tuple[Seat, ...] = ()
    all_earlier: int = 0
    standing: Standing | None = None
    chairs: Chart | None = None
    overlap: tuple[Overlap, ...] = ()
    agreements: tuple[Tie, ...] = ()
    ties: tuple[Tie, ...] = ()


def more(site: Site, page: EntityPage, asked: Mapping[str, str], language: str) -> BodyMore:
    """What is told of a body; `asked` may name a day by `on`. `QueryError` where that is no date."""
    if page.part == DAY:
        return BodyMore(standing=standing(site, page.head.iri, asked[DAY].strip(), language))
    works, others = _by_what(site, page.ties)
    if page.part:
        return BodyMore(earlier=page.seats, all_earlier=page.paging.total, agreements=works, ties=others)
    now, earlier = settled_seats(page.seats)
    return BodyMore(
        sides=sides(now, page.vacancies, site.ask("sides", page.head.iri), site),
        earlier=earlier[:_MOST_EARLIER],
        all_earlier=len(earlier),
        chairs=chairs(site, page.head.iri, language),
        overlap=overlap(site, page.head.iri),
        agreements=works,
        ties=others,
    )


def _by_what(site: Site, ties: Sequence[Tie]) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """Ties to agreements and strategies, and those to others."""
    works = tuple(tie for tie in ties if {site.kind(tie.subject.iri), site.kind(tie.object.iri)} & {*WORKS})
    return works, tuple(tie for tie in ties if tie not in works)


def sides(now: Sequence[Seat], vacancies: Sequence[VacantSeats], rules: Sequence[Row], site: Site) -> tuple[Side, ...]:
    """The seats of a body by whom they represent; a municipality sits on the side of the municipalities.

    That side is the group which a rule or a vacancy names. Where none does, each organisation is a side of its own.
    """
    named = {row["side"]: link(row, "side") for row in rules}
    named |= {each.organisation.iri: each.organisation for each in vacancies if each.organisation}
    together = next((iri for iri in named if site.kind(iri) == "collective"), None)

    def side_of(organisation: Link | None) -> str | None:
        if organisation is None or organisation.iri in named:
            return organisation.iri if organisation else None
        return together if together and site.kind(organisation.iri) == "municipality" else organisation.iri

    named |= {
        each.organisation.iri: each.organisation
        for each in now
        if each.organisation and side_of(each.organisation) == each.organisation.iri
    }
    stated = {row["side"]: row for row in rules}
    order = dict.fromkeys(
        [
            *(side_of(seat.organisation) for seat in now),
            *stated,
            *(v.organisation.iri if v.organisation else None for v in vacancies),
        ]
    )
    return tuple(
        Side(
            named[iri] if iri else None,
            tuple(seat for seat in now if side_of(seat.organisation) == iri),
            tuple(each for each in vacancies if (each.organisation.iri if each.organisation else None) == iri),
            *_rule(stated.get(iri or "")),
        )
        for iri in sorted(order, key=lambda iri: iri is None)
    )


def _rule(row: Row | None) -> tuple[int | None, int | None, str | None]:
    if row is None:
        return None, None, None
    return int(row["seats"]), int(row["years"]) if "years" in row else None, row.get("source")


def standing(site: Site, body: str, day: str, language: str) -> Standing:
    """Who sat on a body on a day, in a month or a year, as the question `who-sat-when` tells it."""
    rows = rows_of(queries.run(site.store, "who-sat-when", {"body": body, "date": day, "language": language}))
    found = evidence(site, (row["fact"] for row in rows if "fact" in row))
    sittings = [
        Sitting(
            link(row, "person"), row["known"], row.get("knownLabel", ""), row.get("role"), maybe(row, "organisation"),
            row.get("before"), row.get("after"), found.get(row.get("fact", ""), ()),
        )
        for row in rows
    ]  # fmt: skip
    return Standing(
        day,
        tuple(each for each in sittings if each.known != "unknown"),
        tuple(each for each in sittings if each.known == "unknown"),
    )


def chairs(site: Site, body: str, language: str) -> Chart | None:
    """Who has chaired a body, as far as documents tell when; None where none tells a day."""
    rows = rows_of(queries.run(site.store, "chairs", {"body": body, "language": language}))
    found = evidence(site, _telling(rows))
    return chart(
        [
            Span(
                link(row, "chair"), row.get("role"), row.get("since"), row.get("until"), row.get("date"),
                found.get(row["fact"], ()),
            )
            for row in rows
        ]
    )  # fmt: skip


def _telling(rows: Sequence[Row]) -> Iterator[str]:
    """The statements that a line of the chart rests on: all terms that are stated, the first and the last sighting."""
    seen: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if "since" in row or "until" in row:
            yield row["fact"]
        else:
            seen.setdefault((row["chair"], row["role"]), []).append(row["fact"])
    for facts in seen.values():
        yield from {facts[0], facts[-1]}


def overlap(site: Site, body: str) -> tuple[Overlap, ...]:
    """The bodies that share most people with one, from the pairs that are worked out at publication."""
    if site.index:
        return tuple(
            Overlap(Link(iri, label or iri), people, seated)
            for iri, label, people, seated in site.index.sharing_with(body, _MOST_SHARING)
        )
    rows = rows_of(queries.run(site.store, "bodies-sharing-members", {"body": body}))[:_MOST_SHARING]
    return tuple(_shared(rows))


def _shared(rows: Iterable[Row]) -> Iterable[Overlap]:
    for row in rows:
        yield Overlap(link(row, "other"), int(row["weight"]), int(row["seated"]))
