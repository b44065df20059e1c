"""On which days the body met: beside a label, in the title, or alone in the head, and never in a list of links."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from samverkan import dates
from samverkan.dates import WrittenDate
from samverkan.facts import Document
from samverkan.reading.head.header import MINUTES, head
from samverkan.reading.head.news import gatherings
from samverkan.reading.layout import Layout, Line

_DAY_LABEL = re.compile(
    r"(?:Tid|Datum|Dag|När|Tidpunkt|Dag och tid|Plats och tid|Tid och plats|Plats och datum|Datum och plats|"
    r"Tid, plats|Plats, tid|"
    r"Sammanträdesdatum|Sammanträdesdag|Sammanträdestid|Mötesdatum|Mötestid|Mötesdag|Datum och tid|Tid/plats|"
    r"Plats/tid|Dag, tid)\b(?!\s+för\b|en\b)",
    re.I,
)
_NOT_THE_DAY = re.compile(
    r"publicera|uppdatera|\bnyhet|pressmeddelande|ändrad|anslag|nedtag|juster|diarie|\bdnr|föregående|nästa|kommande|mandat|utskriven|"
    r"upprättad|skapad|version|"
    r"handläggare|remiss|senast|sista|inför|academic|dagordning", re.I
)  # fmt: skip
_ALONE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4}")  # over news: when they were published
_LONGEST_MEETING = 7  # days


def meeting_days(layout: Layout, document: Document) -> tuple[WrittenDate, ...]:
    """The days of the meeting as written: beside a label, in the title, or alone in the head."""
    if document.kind == "composition":
        return ()
    lines = head(layout) if document.kind == "minutes" else layout.lines[:5]
    if document.kind == "news":
        return (*_told_days(layout), *_loose_days(layout, document, lines))[:1]
    for finder in (_labelled_days, _title_days, _loose_days):
        found = tuple(finder(layout, document, lines))
        if found:
            return _one_meeting(found)
    return ()


def _days(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    return (written for written in dates.find(text, start, end) if written.day)


def _labelled_days(layout: Layout, _: Document, lines: tuple[Line, ...]) -> Iterable[WrittenDate]:
    for at, line in enumerate(lines):
        label = _DAY_LABEL.match(line.text)
        if label is None or _NOT_THE_DAY.search(line.text[: label.end() + 20]):
            continue
        end = line.end
        for following in lines[at + 1 : at + 3]:
            if _NOT_THE_DAY.search(following.text) or re.match(r"[^\W\d]{3,}[^\n]{0,30}(?::|\t)", following.text):
                break
            end = following.end
        found = list(_days(layout.text, line.start, end))
        if found:
            return found
    return ()


def _title_days(layout: Layout, document: Document, lines: tuple[Line, ...]) -> Iterable[WrittenDate]:
    for line in lines[:12]:
        if MINUTES.search(line.text) or (document.title and line.text == document.title):
            found = list(_days(layout.text, line.start, line.end))
            if found:
                return found
    return ()


def _loose_days(layout: Layout, document: Document, lines: tuple[Line, ...]) -> Iterable[WrittenDate]:
    limit = 25 if document.kind == "minutes" else 5
    for line in lines[:limit]:
        if _NOT_THE_DAY.search(line.text) or (document.kind == "news" and _ALONE.fullmatch(line.text)):
            continue
        if (
            document.kind == "minutes"
            and len(line.text) > 120
            and not re.search(r"möte|sammanträd|träff", line.text, re.I)
        ):
            continue
        found = list(_days(layout.text, line.start, line.end))
        if found:
            return found[:1] if document.kind == "news" else found
    return ()


def _told_days(layout: Layout) -> Iterator[WrittenDate]:
    """The days in the sentences of news that tell of a meeting."""
    for told in gatherings(layout):
        yield from _days(layout.text, told.start, told.end)


def _one_meeting(found: tuple[WrittenDate, ...]) -> tuple[WrittenDate, ...]:
    """The first day and those that follow it closely."""
    first = found[0]
    year = first.year or 2000
    near = (other for other in found[1:] if 0 < _ordinal(other, year) - _ordinal(first, year) <= _LONGEST_MEETING)
    return (first, *near)


def _ordinal(written: WrittenDate, year: int) -> int:
    """A day as a number that grows by one a day; 29 February of another year is taken as the 28th."""
    day = 28 if (written.month, written.day) == (2, 29) else written.day
    return date(written.year or year, written.month or 1, day or 1).toordinal()
