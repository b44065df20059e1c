"""A meeting as a page shows it: attendance as a grid of persons and days, the agenda with what came of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, TypeVar

from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, Source
from samverkan_web.statements import Assignment, Decision, Item, Presence

T = TypeVar("T", Item, Decision, Assignment)
Cell = Literal[
    "present", "part", "absent", "away"
]  # part: of the day or of the agenda; away: present on other days only
_LONGEST: Final = 7  # days; a longer "meeting" is a period, and has no column a day


@dataclass(frozen=True, slots=True)
class Part:
    """A stated part of the meeting in which somebody was present or absent (a status); `days` where it is limited."""

    status: str
    time: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person: a cell for each day, and the parts of days that are stated."""

    person: Link
    cells: tuple[Cell, ...]
    role: str | None
    title: str | None
    party: str | None
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Those who represent one organisation, or have one capacity where no organisation is stated."""

    organisation: Link | None
    capacity: str | None
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Who was there: `days` is empty for a meeting of one day; the counts are persons."""

    days: tuple[str, ...]
    groups: tuple[Group, ...]
    present: int
    absent: int

    @property
    def signs(self) -> frozenset[Cell]:
        """The cells that there are: what a legend must explain."""
        return frozenset(cell for group in self.groups for row in group.rows for cell in row.cells)


def attendance_grid(page: EntityPage) -> Grid:
    """The attendance of a meeting; an absent person is one who was there on no day."""
    days = _days(page.head.text("start"), page.head.text("end"), page.presences)
    groups: dict[tuple[Link | None, str | None], dict[Link, list[Presence]]] = {}
    stated = {each.person.iri: each.organisation for each in reversed(page.presences) if each.organisation}
    for each in page.presences:
        organisation = each.organisation or stated.get(each.person.iri)  # two documents may tell of one meeting
        key = (organisation, None if organisation else each.capacity)
        groups.setdefault(key, {}).setdefault(each.person, []).append(each)
    there = {each.person.iri for each in page.presences if each.present}
    everybody = {each.person.iri for each in page.presences}
    return Grid(
        days,
        tuple(
            Group(organisation, capacity, tuple(_row(rows, days) for rows in persons.values()))
            for (organisation, capacity), persons in groups.items()
        ),
        len(there),
        len(everybody - there),
    )


def _days(start: str | None, end: str | None, presences: tuple[Presence, ...]) -> tuple[str, ...]:
    named = {day for each in presences for day in each.days}
    if start and end and len(start) == len(end) == 10:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        if 0 < (last - first).days < _LONGEST:
            named |= {(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)}
    return tuple(sorted(named)) if len(named) > 1 else ()


def _row(rows: list[Presence], days: tuple[str, ...]) -> GridRow:
    first = rows[0]
    return GridRow(
        first.person,
        tuple(_cell(rows, day) for day in days) or (_cell(rows, None),),
        next((each.role for each in rows if each.role), None),
        next((each.title for each in rows if each.title), None),
        next((each.party for each in rows if each.party), None),
        tuple(dict.fromkeys(Part(each.status, each.time, each.days) for each in rows if each.time)),
        tuple(source for each in rows for source in each.sources),
    )


def _cell(rows: list[Presence], day: str | None) -> Cell:
    held = [each for each in rows if day is None or not each.days or day in each.days]
    said = {(each.present, each.time is not None) for each in held}
    return next((cell for sign, cell in _SIGNS if sign in said), "away")


# What the statements about a day come to, by the first that is among them: (present, only in part).
_SIGNS: Final[tuple[tuple[tuple[bool, bool], Cell], ...]] = (
    ((False, True), "part"),
    ((True, False), "present"),
    ((True, True), "part"),
    ((False, False), "absent"),
)


def agenda_of(page: EntityPage) -> Iterator[tuple[Item, list[Decision], list[Assignment]]]:
    """Each point of the agenda with the decisions and assignments on it; what several documents tell alike is one."""
    for same in _alike(page.items, lambda item: (item.number, _plain(item.title))):
        facts = {item.fact for item in same}
        yield (
            replace(same[0], sources=_sources(same)),
            _decisions(each for each in page.decisions if each.item in facts),
            _assignments(each for each in page.assignments if each.item in facts),
        )


def _decisions(rows: Iterable[Decision]) -> list[Decision]:
    return [
        replace(same[0], sources=_sources(same))
        for same in _alike(rows, lambda each: (each.outcome, _plain(each.text)))
    ]


def _assignments(rows: Iterable[Assignment]) -> list[Assignment]:
    return [
        replace(same[0], sources=_sources(same))
        for same in _alike(rows, lambda each: (each.assignees, _plain(each.task), each.due))
    ]


def _alike(rows: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    """Statements that different documents tell alike, together; what one document says twice it means twice."""
    times: Counter[tuple[str, object]] = Counter()
    groups: dict[tuple[object, int], list[T]] = {}
    for row in rows:
        place = (row.sources[0].document.iri, key(row))
        groups.setdefault((key(row), times[place]), []).append(row)
        times[place] += 1
    return list(groups.values())


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")


def _sources(rows: Sequence[T]) -> tuple[Source, ...]:
    return tuple(source for row in rows for source in row.sources)


@dataclass(frozen=True, slots=True)
class Loose:
    """What was resolved and given at a meeting without a point of the agenda."""

    decisions: tuple[Decision, ...]
    assignments: tuple[Assignment, ...]


def beside_the_agenda(page: EntityPage) -> Loose:
    """The decisions and assignments that belong to no point of the agenda."""
    points = {item.fact for item in page.items}
    return Loose(
        tuple(_decisions(each for each in page.decisions if each.item not in points)),
        tuple(_assignments(each for each in page.assignments if each.item not in points)),
    )
