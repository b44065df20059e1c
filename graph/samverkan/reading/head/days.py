"""On which days the body met: beside a label, in the title, or alone in the head, and never in a list of links."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from samverkan import dates
from samverkan.dates import WrittenDate
from samverkan.facts import Document
from samverkan.reading.head.header import MINUTES, head
from samverkan.reading.head.news import gatherings
from samverkan.reading.head.years import settle_year
from samverkan.reading.layout import Layout, Line

_DAY_LABEL = re.compile(
    r"(?:Tid & plats|Plats & tid|"
    r"Tid|Datum|Dag|När|Tidpunkt|Dag och tid|Plats och tid|Tid och plats|Plats och datum|Datum och plats|"
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
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_LONGEST_MEETING = 7  # days


def meeting_days(layout: Layout, document: Document) -> tuple[WrittenDate, ...]:
    """The days of the meeting as written: beside a label, in the title, or alone in the head."""
    if document.kind == "composition":
        return ()
    lines = head(layout)
    if document.kind == "news":
        told = tuple(_told_days(layout, document))
        return told[: 2 if len(told) > 1 and told[1].start <= told[0].end + 1 else 1]  # `17–18 oktober`
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
        if label is None or _NOT_THE_DAY.search(line.text[: max(label.end() + 20, line.text.find(":", 0, 60))]):
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


_WRITES = re.compile(r"\bvid (?:anteckningarna|protokollet|pennan)\b")  # somebody in a list


def _title_days(layout: Layout, document: Document, lines: tuple[Line, ...]) -> Iterable[WrittenDate]:
    for line in lines[:12]:
        if (MINUTES.search(line.text) and not _WRITES.search(line.text)) or (
            document.title and line.text == document.title
        ):
            found = list(_days(layout.text, line.start, line.end))
            if found:
                return found
    return ()


def _loose_days(layout: Layout, _: Document, lines: tuple[Line, ...]) -> Iterable[WrittenDate]:
    for line in lines[:25]:
        if _NOT_THE_DAY.search(line.text):
            continue
        if len(line.text) > 120 and not re.search(r"möte|sammanträd|träff", line.text, re.I):
            continue
        found = list(_days(layout.text, line.start, line.end))
        if found:
            return found
    return ()


def _told_days(layout: Layout, document: Document) -> Iterator[WrittenDate]:
    """The days in the sentences of news that tell of a meeting."""
    for told in gatherings(layout):
        found = tuple(_days(layout.text, told.start, told.end))
        relative = None if found else _relative(layout.text, told.start, told.end, document.published)
        yield from found or ((relative,) if relative else ())


# `på tisdagen`, `i går`, as news say it that state when they were published.
_RELATIVE = re.compile(
    rf"\b(?:[Pp]å\s+(?P<on>{'|'.join(_WEEKDAYS)})en|[Ii]\s+(?P<last>{'|'.join(_WEEKDAYS)})s|(?P<yesterday>[Ii]\s?går)|[Ii]\s?dag)\b"
)
_TO_COME = re.compile(
    r"\b(?:ska|kommer|startar|börjar|träder|gäller|senast|till|från|nästa|inför|planeras)\b[^.]{0,40}\Z"
)


def day_of_news(layout: Layout, document: Document) -> str | None:
    """The day that news without a meeting are about: one that their first paragraph tells of, and not one to come."""
    lead = next((line for line in layout.lines if len(line.text) > 60 and line.text[-1] in ".!”"), None)
    if lead is None:
        return None
    published = document.published
    for written in _days(layout.text, lead.start, lead.end):
        year = settle_year(layout, written)
        day = written.in_year(year) if year is not None else None
        before = layout.text[lead.start : written.start]
        if day and (published is None or day <= published) and not _TO_COME.search(before):
            return day
    relative = _relative(layout.text, lead.start, lead.end, published)
    return None if relative is None else relative.iso


def _relative(text: str, start: int, end: int, published: str | None) -> WrittenDate | None:
    """The day that `på tisdagen` or `i går` means in news published on a day."""
    told = _RELATIVE.search(text, start, end)
    if told is None or published is None:
        return None
    day = _before(date.fromisoformat(published), told)
    return WrittenDate(told.start(), told.end(), day.year, day.month, day.day)


def _before(published: date, told: re.Match[str]) -> date:
    if weekday := told["on"] or told["last"]:
        back = (published.weekday() - _WEEKDAYS.index(weekday)) % 7
        back = 7 if told["last"] and not back else back
    else:
        back = 1 if told["yesterday"] else 0
    return published - timedelta(days=back)


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
