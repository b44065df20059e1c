"""Swedish dates as they are written: which part is the day, the month, the year, and what is left unsaid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]

MONTHS = {
    "januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
# A year of its own, not the last figures of a longer number, a sum or a telephone number.
_YEAR = r"(?:19|20)\d\d(?![\d]|,\d|\s?(?:kr\b|kronor\b|000\b))"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the text from `start` up to `end`; the parts that it does not give are None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def precision(self) -> Precision:
        """The finest part that is given."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def iso(self) -> str | None:
        """The date in ISO 8601, as exact as it is written; None where it lacks its year."""
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> str:
        """The date in ISO 8601, taken to lie in `year`.

        >>> next(find("den 7 september")).in_year(2021)
        '2021-09-07'
        """
        return "-".join((f"{year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)))


_FORMS = re.compile(
    rf"""(?<![\d,.:/-])(?:
      (?P<iso>(?:19|20)\d\d[-/.][01O]?[\dO][-/.][0-3O]?[\dO])(?![\dO])
    | (?P<solid>(?:20|19)\d\d[01]\d[0-3]\d|[012]\d[01]\d[0-3]\d)(?![\d:,.-]\d|\d)
    | (?P<dotted>[0-3]?\d(?P<mark>[./-])[01]?\d(?P=mark)20\d\d)(?![\d])
    | (?P<slash>[0-3]?\d/[01]?\d)(?!\d|/\d\d\d)(?:(?:\s|\s?-\s?|/)(?P<slashyear>20\d\d(?!\d|[:./]\d)|\d\d(?![\d:./])))?
    | (?P<day>[0-3]?\d)(?::?[ae]\b)?(?:\s?(?:-|–|och|till|&)\s?(?P<day2>[0-3]?\d))?(?::?[ae]\b)?
      \s{{0,2}}(?P<month>{_MONTH})(?:,?\s{{1,2}}(?:år\s)?(?P<year>{_YEAR}))?
    | (?P<yearalone>{_YEAR})(?![-–/.]\d)
    )
    | \b(?P<onlymonth>{_MONTH})(?:\s{{1,2}}(?P<monthyear>{_YEAR}))?""",
    re.VERBOSE | re.IGNORECASE,
)

# What a date begins with, so that the forms are tried only there.
_BEGINNINGS = {month[:3] for month in MONTHS}
_BEGINS = re.compile(
    "|".join((*"0123456789", *sorted(each for low in _BEGINNINGS for each in (low, low.capitalize(), low.upper()))))
)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """The dates in a part of a text, in order; of `30-31 januari 2019` both days, each with the month and the year.

    >>> [each.iso for each in find("30–31 januari 2019, igen i mars 2019")]
    ['2019-01-30', '2019-01-31', '2019-03']
    """
    limit = len(text) if end is None else end
    while (begins := _BEGINS.search(text, start, limit)) is not None:
        match = _FORMS.match(text, begins.start(), limit)
        start = begins.start() + 1 if match is None else match.end()
        if match is not None:
            yield from (each for each in _dates(match) if _exists(each))


def _dates(match: re.Match[str]) -> Iterator[WrittenDate]:
    kind = match.lastgroup
    if match["iso"]:
        year, month, day = (int(part) for part in re.split("[-/.]", match["iso"].upper().replace("O", "0")))
        yield WrittenDate(match.start(), match.end(), year, month, day)
    elif match["dotted"]:
        day, month, year = (int(part) for part in re.split("[-/.]", match["dotted"]))
        yield WrittenDate(match.start(), match.end(), year, month, day)
    elif match["solid"]:
        figures = match["solid"] if len(match["solid"]) == 8 else "20" + match["solid"]
        yield WrittenDate(match.start(), match.end(), int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    elif match["slash"]:
        day, month = (int(part) for part in match["slash"].split("/"))
        short = match["slashyear"]
        slash_year = None if short is None else int(short) if len(short) == 4 else 2000 + int(short)
        yield WrittenDate(match.start(), match.end(), slash_year, month, day)
    elif match["month"]:
        yield from _named(match)
    elif match["yearalone"]:
        yield WrittenDate(match.start(), match.end(), int(match["yearalone"]), None, None)
    elif kind and match["onlymonth"] and (match["monthyear"] or _surely_a_month(match["onlymonth"])):
        month_year = int(match["monthyear"]) if match["monthyear"] else None
        yield WrittenDate(match.start(), match.end(), month_year, _month(match["onlymonth"]), None)


def _named(match: re.Match[str]) -> Iterator[WrittenDate]:
    month = _month(match["month"])
    year = int(match["year"]) if match["year"] else None
    if match["day2"]:
        yield WrittenDate(match.start(), match.end("day"), year, month, int(match["day"]))
        yield WrittenDate(match.start("day2"), match.end(), year, month, int(match["day2"]))
    else:
        yield WrittenDate(match.start(), match.end(), year, month, int(match["day"]))


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _surely_a_month(word: str) -> bool:
    """Whether a month may stand without day and year: not `Maj` or `April` (names of people), nor a short form."""
    bare = word.rstrip(".")  # the stop may end the sentence
    return bare == "maj" or (bare.islower() and len(bare) > 3 and bare in MONTHS)


def _exists(written: WrittenDate) -> bool:
    try:
        date(written.year or 2000, written.month or 1, 1 if written.day is None else written.day)
    except ValueError:
        return False
    return True
