"""In which year a date without one lies: settled from the text, only where the text settles it."""

import re
from datetime import date

from samverkan import dates
from samverkan.dates import WrittenDate
from samverkan.reading.layout import Layout

_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})(?:en)?\s+(?:den\s+)?\Z", re.I)
# Years that name something and say nothing of when the meeting was: laws, cases, reports.
_NAMED = re.compile(r"(?:SOU|SFS|Ds|prop\.?|dnr|RS|KS|HSN|nr|Agenda|Vision|Målbild)[\s:]*\Z", re.I)
_PAST = re.compile(
    r"\b(?:avslutades?|gjordes|gjorde|under|sedan|förra|tidigare|beslutades|antogs|fastställdes|genomfördes|"
    r"startade|var|hade)\b",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:[Nn]ästa|[Kk]ommande|kommer|sker|ska|skall|planeras|beräknas|träder|flyttas|gälla|framöver)\b"
    r"|\b(?:för|inför|till|senast|till och med|t\.o\.m|våren|hösten|första gången i?)\s+(?:den\s+|år\s+)?\Z", re.I
)  # fmt: skip
_FIGURE = re.compile(r"\d")
_MOST = 400  # clues looked at, so that a long text costs no more than a short one


def settle_year(layout: Layout, written: WrittenDate) -> int | None:
    """The year of the meeting's day; None where the text leaves several open, or none.

    A clue is a year in the text. The same day with a year settles it; a weekday must fit; what is told as past lies
    before the meeting and what is told as coming lies after it.
    """
    if written.year is not None:
        return written.year
    past, future, plain = _clues(layout)
    same = {year for year, month, day in plain | past | future if (month, day) == (written.month, written.day)}
    if len(same) == 1:
        return same.pop()
    candidates = (
        {year for year, _, _ in plain | past} | {year - 1 for year, _, _ in future} | {year for year, _, _ in future}
    )
    if (year := _before_next(layout, written)) is not None:
        return year
    weekday = _WEEKDAY.search(layout.text[max(0, written.start - 20) : written.start])
    if weekday:
        candidates = {year for year in candidates if _weekday(written, year) == _WEEKDAYS.index(weekday[1].lower())}
        if len(candidates) == 1:
            return candidates.pop()
    if not weekday:
        candidates &= {year for year, _, _ in plain}
    fitting = [year for year in sorted(candidates) if _fits(written, year, past, future)]
    if not fitting and past and future and not plain:
        # `Under 2031 är vi ordförande` and `lagen träder i kraft 1 januari 2032`: a day between past and coming
        span = range(max(clue[0] for clue in past), min(clue[0] for clue in future) + 1)
        fitting = [year for year in span if _fits(written, year, past, future)]
    return fitting[0] if len(fitting) == 1 else None


def year_of_news(written: WrittenDate, published: str) -> int:
    """The year of a day that news published on another tell of: the last such day before."""
    year = int(published[:4])
    return year if (day := written.in_year(year)) is not None and day <= published else year - 1


_NEXT = re.compile(r"[Nn]ästa (?:möte|sammanträde|träff)[^\n.]{0,10}(?:\n\s*)?[^\n]{0,60}")
_SOON = 200  # days within which a next meeting is held


def _before_next(layout: Layout, written: WrittenDate) -> int | None:
    """The year that lets the meeting lie shortly before the next one, whose day is given with its year."""
    for match in _NEXT.finditer(layout.text):
        for other in dates.find(layout.text, match.start(), match.end()):
            if other.year is None or other.day is None or other.month is None:
                continue
            for year in (other.year, other.year - 1):
                try:
                    between = date(other.year, other.month, other.day) - date(
                        year, written.month or 1, written.day or 1
                    )
                except ValueError:
                    continue
                if 0 < between.days <= _SOON:
                    return year
    return None


Clue = tuple[int, int, int]


def _clues(layout: Layout) -> tuple[set[Clue], set[Clue], set[Clue]]:
    past: set[Clue] = set()
    future: set[Clue] = set()
    plain: set[Clue] = set()
    seen = 0
    for line in layout.lines:
        if not _FIGURE.search(line.text):
            continue  # without a year
        for other in dates.find(layout.text, line.start, line.end):
            if other.year is None or _NAMED.search(layout.text[max(line.start, other.start - 12) : other.start]):
                continue
            clue = (other.year, other.month or 0, other.day or 0)
            before = layout.text[max(line.start, other.start - 70) : other.start].rsplit(". ", 1)[-1]
            kind = future if _FUTURE.search(before) else past if _PAST.search(before) else plain
            kind.add(clue)
            seen += 1
        if seen > _MOST:
            break
    return past, future, plain


def _fits(written: WrittenDate, year: int, past: set[Clue], future: set[Clue]) -> bool:
    day = (year, written.month or 0, written.day or 0)
    after_past = all(clue[0] <= year and (clue[1] == 0 or clue <= day) for clue in past)
    return after_past and all(clue[0] >= year and (clue[1] == 0 or clue >= day) for clue in future)


def _weekday(written: WrittenDate, year: int) -> int | None:
    try:
        return date(year, written.month or 1, written.day or 1).weekday()
    except ValueError:
        return None
