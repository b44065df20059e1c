"""Statements as a page shows them: what a document says, in named parts, each with the passage that says it.

Rows of a page query become statements here. Several rows of one fact (two assignees, two days) are one statement.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from samverkan_web.evidence import Link as Link
from samverkan_web.evidence import Row as Row
from samverkan_web.evidence import Source as Source
from samverkan_web.evidence import link, maybe
from samverkan_web.evidence import name_of as name_of
from samverkan_web.evidence import sources as sources

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person sits on a body, in a role (an IRI), for an organisation."""

    person: Link
    body: Link
    role: str | None
    organisation: Link | None
    party: str | None
    start: str | None
    end: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class VacantSeats:
    """`count` seats of a body are said to be vacant, on the side of `organisation`."""

    body: Link
    organisation: Link | None
    count: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """A person was present at or absent from a meeting; `days` is empty where that holds for the whole meeting."""

    person: Link
    meeting: Link
    day: str | None
    body: Link | None
    status: str
    role: str | None
    capacity: str | None
    organisation: Link | None
    party: str | None
    title: str | None
    days: tuple[str, ...]
    time: str | None
    sources: tuple[Source, ...]

    @property
    def present(self) -> bool:
        """Whether the person was there at all."""
        return self.status.endswith("/present")


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list; `part` is the property by which it came there; counts are 0 where no attendance was read."""

    meeting: Link
    body: Link | None
    start: str | None
    end: str | None
    place: str | None
    mode: str | None
    part: str
    documents: tuple[Link, ...]
    present: int
    absent: int


@dataclass(frozen=True, slots=True)
class Item:
    """A point of an agenda."""

    fact: str
    number: str | None
    title: str
    kind: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting resolved; `item` is the IRI of its point, `item_label` how to call it."""

    outcome: str
    text: str
    item: str | None
    item_label: str | None
    meeting: Link | None
    day: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Somebody is given something to do."""

    task: str
    assignees: tuple[Link, ...]
    due: str | None
    item: str | None
    item_label: str | None
    meeting: Link | None
    day: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class AnnouncedDay:
    """A day to come, up to `until` where it is several: an `event` (an IRI) of a body, about something."""

    day: str | None
    until: str | None
    event: str
    body: Link | None
    what: str | None
    item_label: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Referral:
    """A draft sent out for comment."""

    title: str
    draft: Link | None
    to: tuple[Link, ...]
    due: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How one named thing stands to another; `relation` is the IRI of the property."""

    subject: Link
    relation: str
    object: Link
    start: str | None
    end: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A document mentions a thing; organisation and title only for persons."""

    thing: Link
    organisation: Link | None
    title: str | None
    day: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """What was read in a document and then rejected or changed; `said` is what it said."""

    said: str
    sources: tuple[Source, ...]


def former(rows: Iterable[Row]) -> tuple[Former, ...]:
    """What the rows tell."""
    return _each(rows, ("fact",), lambda group: Former(group[0].get("said", ""), sources(group)))


def seats(rows: Iterable[Row]) -> tuple[Seat, ...]:
    """The seats in the rows; what several documents say alike is one seat with several sources."""
    return _each(rows, ("person", "body", "role", "organisation", "party", "start", "end"), _seat)


def _seat(group: list[Row]) -> Seat:
    row = group[0]
    return Seat(
        link(row, "person"), link(row, "body"), row.get("role"), maybe(row, "organisation"), row.get("party"),
        row.get("start"), row.get("end"), sources(group),
    )  # fmt: skip


def vacancies(rows: Iterable[Row]) -> tuple[VacantSeats, ...]:
    """The vacancies in the rows."""
    return _each(
        rows,
        ("fact",),
        lambda group: VacantSeats(
            link(group[0], "body"),
            maybe(group[0], "organisation"),
            int(group[0].get("count", "1")),
            sources(group),
        ),
    )


def presences(rows: Iterable[Row]) -> tuple[Presence, ...]:
    """The attendance in the rows."""
    return _each(rows, ("fact",), _presence)


def _presence(group: list[Row]) -> Presence:
    row = group[0]
    return Presence(
        link(row, "person"), link(row, "meeting"), row.get("meetingStart"), maybe(row, "body"), row["status"],
        row.get("role"), row.get("capacity"), maybe(row, "organisation"), row.get("party"), row.get("jobTitle"),
        tuple(sorted(_values(group, "day"))), row.get("partOfDay"), sources(group),
    )  # fmt: skip


def meetings(rows: Iterable[Row]) -> tuple[MeetingLine, ...]:
    """The meetings in the rows of `pages/meetings.rq`, with those of `pages/turnout.rq`."""
    return _each(rows, ("meeting",), _meeting)


def _meeting(group: list[Row]) -> MeetingLine:
    row = group[0]
    return MeetingLine(
        link(row, "meeting"), maybe(row, "body"), row.get("start"), row.get("end"), row.get("place"), row.get("mode"),
        row["part"], _links(group, "document"), int(row.get("present", 0)), int(row.get("absent", 0)),
    )  # fmt: skip


def items(rows: Iterable[Row]) -> tuple[Item, ...]:
    """The agenda in the rows."""
    return _each(
        rows,
        ("fact",),
        lambda group: Item(
            group[0]["fact"], group[0].get("number"), group[0]["title"], group[0].get("kind"), sources(group)
        ),
    )


def decisions(rows: Iterable[Row]) -> tuple[Decision, ...]:
    """The decisions in the rows."""
    return _each(rows, ("fact",), _decision)


def _decision(group: list[Row]) -> Decision:
    row = group[0]
    return Decision(
        row["outcome"], row.get("words", ""), row.get("item"), row.get("itemLabel", row.get("itemAsWritten")),
        maybe(row, "meeting"), row.get("meetingStart"), sources(group),
    )  # fmt: skip


def assignments(rows: Iterable[Row]) -> tuple[Assignment, ...]:
    """The assignments in the rows."""
    return _each(rows, ("fact",), _assignment)


def _assignment(group: list[Row]) -> Assignment:
    row = group[0]
    return Assignment(
        row.get("words", ""), _links(group, "assignee"), row.get("due"), row.get("item"),
        row.get("itemLabel", row.get("itemAsWritten")), maybe(row, "meeting"), row.get("meetingStart"), sources(group),
    )  # fmt: skip


def announced(rows: Iterable[Row]) -> tuple[AnnouncedDay, ...]:
    """The announced days in the rows."""
    return _each(rows, ("fact",), _announced)


def _announced(group: list[Row]) -> AnnouncedDay:
    row = group[0]
    return AnnouncedDay(
        row.get("day"), row.get("until"), row["event"], maybe(row, "body"), row.get("words"),
        row.get("itemLabel", row.get("itemAsWritten")), sources(group),
    )  # fmt: skip


def referrals(rows: Iterable[Row]) -> tuple[Referral, ...]:
    """The drafts on remiss in the rows."""
    return _each(
        rows,
        ("fact",),
        lambda group: Referral(
            group[0].get("title", group[0].get("draftLabel", "")),
            maybe(group[0], "draft"),
            _links(group, "to"),
            group[0].get("due"),
            sources(group),
        ),
    )


def ties(rows: Iterable[Row]) -> tuple[Tie, ...]:
    """The ties in the rows, each once with all its sources."""
    return _each(rows, ("subject", "relation", "object", "start", "end"), _tie)


def _tie(group: list[Row]) -> Tie:
    row = group[0]
    return Tie(
        link(row, "subject"), row["relation"], link(row, "object"), row.get("start"), row.get("end"), sources(group)
    )


def mentions(rows: Iterable[Row]) -> tuple[Mention, ...]:
    """The mentions in the rows."""
    return _each(
        rows,
        ("fact",),
        lambda group: Mention(
            link(group[0], "thing"),
            maybe(group[0], "organisation"),
            group[0].get("jobTitle"),
            group[0].get("documentDate"),
            sources(group),
        ),
    )


def links(rows: Iterable[Row], name: str) -> tuple[Link, ...]:
    """The things in one column, each once, in the order of the rows."""
    return _links(list(rows), name)


def _each(rows: Iterable[Row], key: tuple[str, ...], make: Callable[[list[Row]], T]) -> tuple[T, ...]:
    groups: dict[tuple[str | None, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in key), []).append(row)
    return tuple(make(group) for group in groups.values())


def _links(group: list[Row], name: str) -> tuple[Link, ...]:
    found = {row[name]: link(row, name) for row in reversed(group) if name in row}
    return tuple(found[iri] for iri in dict.fromkeys(row[name] for row in group if name in row))


def _values(group: list[Row], name: str) -> frozenset[str]:
    return frozenset(row[name] for row in group if name in row)
