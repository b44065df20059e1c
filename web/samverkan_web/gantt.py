"""Who held something when, on a line of years: stated terms, and days on which somebody was seen to hold it."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_web.evidence import Link, Source

WIDTH = 1000  # of the line, in the units of its drawing


@dataclass(frozen=True, slots=True)
class Span:
    """That somebody held a role: from a day, to a day, or seen on a day (each a day, a month, a year, or None)."""

    person: Link
    role: str | None
    start: str | None
    end: str | None
    seen: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line, from `x` on; `stated` where a document gives the term, else between two sightings."""

    x: int
    width: int
    stated: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One person in one role: the bars and the days seen (places on the line), and the days in words' order."""

    person: Link
    role: str | None
    bars: tuple[Bar, ...]
    points: tuple[int, ...]
    terms: tuple[tuple[str | None, str | None], ...]
    days: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All lines, from the first day of the year `first` to the last day of the year `last`."""

    first: int
    last: int
    lines: tuple[Line, ...]


def chart(spans: Iterable[Span]) -> Chart | None:
    """The lines of all who held something, the earliest first; None where no day is known of any."""
    groups: dict[tuple[str, str | None], list[Span]] = {}
    for span in spans:
        groups.setdefault((span.person.iri, span.role), []).append(span)
    days = [day for each in groups.values() for span in each for day in (span.start, span.end, span.seen) if day]
    if not days:
        return None
    first, last = int(min(days)[:4]), int(max(days)[:4])
    lines = [_line(each, first, last) for each in groups.values()]
    return Chart(first, last, tuple(sorted(lines, key=_begin)))


def _begin(line: Line) -> tuple[int, str]:
    places = [*line.points, *(bar.x for bar in line.bars)]
    return (min(places) if places else WIDTH + 1, line.person.label)


def _line(spans: Sequence[Span], first: int, last: int) -> Line:
    terms = tuple(dict.fromkeys((span.start, span.end) for span in spans if span.start or span.end))
    days = tuple(sorted({span.seen for span in spans if span.seen and not (span.start or span.end)}))
    bars = [_bar(_place(start, first, last), _place(end, first, last, True), True) for start, end in terms]
    points = tuple(dict.fromkeys(_place(day, first, last) for day in days))
    if len(points) > 1:
        bars.append(_bar(points[0], points[-1], False))
    sources = tuple({source.fact: source for span in spans for source in span.sources}.values())
    return Line(spans[0].person, spans[0].role, tuple(bars), points, terms, days, sources)


def _bar(start: int, end: int, stated: bool) -> Bar:
    return Bar(start, max(end - start, 4), stated)


def _place(day: str | None, first: int, last: int, end: bool = False) -> int:
    """Where a day lies on the line; an end that is not stated lies at the end, a beginning at the beginning."""
    if day is None:
        return WIDTH if end else 0
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    month = month or (12 if end else 1)
    number = number or (monthrange(year, month)[1] if end else 1)
    whole = (date(last, 12, 31) - date(first, 1, 1)).days + 1
    return round(WIDTH * (date(year, month, number) - date(first, 1, 1)).days / whole)
