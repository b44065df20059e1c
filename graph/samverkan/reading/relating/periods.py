"""From when and until when a sentence says that something holds."""

import re
from functools import lru_cache

from samverkan import dates
from samverkan.reading.context import Context

_UNTIL = (
    "till och med",
    "t.o.m.",
    "t.o.m",
    "t o m",
    "tom",
    "till och med den",
    "t.o.m. den",
    "fram till",
    "fram till den",
)
_PAGE_TERM = re.compile(r"\b(?:perioden|[Mm]andatperioden|tiden|åren|för)\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b")
_TERM = re.compile(
    r"\b(?:perioden|mandatperioden|tiden|åren|under|för|uppdraget|mandatet|posten|"
    r"(?:ordförande|ledamot|ersättare)(?:\s(?:i|för)\s\w+)?)\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)

_FOR_YEARS = re.compile(
    r"\b(?:ordförande|ledamot|ersättare|ledamöter|tid)\s+(?:för|under) (?:åren |år )?"
    r"((?:19|20)\d\d)(?: och ((?:19|20)\d\d))?\b"
)
_TAKES_OVER = re.compile(
    r"\b(?:efterträd(?:er|de)|ersätter|ersatte|avlös(?:er|te)|tillträd(?:er|de)|tar över|tog över|tar plats|"
    r"inträd(?:er|de)|(?:går|gick|kommer|kom|träder|trädde) in)\b"
)
_BOTH = re.compile(r"\b(?:för|under)\s+(?:åren\s)?((?:19|20)\d\d)\s+och\s+((?:19|20)\d\d)\b")
_ENDS = re.compile(
    r"\b(?:löper ut|löpte ut|upphör|upphörde|avslutas|går ut|lämna(?:r|de|t)|utträ(?:der|dde) ur|g(?:ick|ått|år) ur)\b"
)
_MET = re.compile(
    r"\b(?:möt(?:et|tes|s)|träff(?:en|as|ades)|sammanträd\w*|minnesanteckningar\w*|protokoll\w*|senast|svar)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\bunder (?:åren )?((?:19|20)\d\d)(?: och ((?:19|20)\d\d))?\b(?![-–])")


# `Båda är valda till och med juni 2031`
_ALL_UNTIL = re.compile(
    r"\b(?:[Bb]åda|[Aa]lla|[Dd]e(?: tre| två)?|[Ss]amtliga)\s(?:(?:är|har)\s)?(?:blivit\s)?(?:valda|valdes|utsedda)\s"
    r"(?:till och med|t\.?\s?o\.?\s?m\.?|fram till)\s(?P<day>[^.;\n]{4,30})"
)
_BOTH_FROM = re.compile(
    r"\b(?:[Bb]ådas|[Aa]llas|[Dd]eras|[Ss]amtligas|[Dd]e nyas) (?:uppdrag|mandat|förordnanden?) "
    r"(?:gäller|löper|är|avser)\b"
)
# `ersätts 2020 av`, `ersatte 2021 Avtal om`; not `ersätter 2021 års plan`
_REPLACED = re.compile(r"\b(?:ers[aä]tt|efterträd|avlös)\w*\s((?:19|20)\d\d)\b(?![-–]|\sårs?\b)")
_FIGURE = re.compile(r"\d")


def term(context: Context) -> tuple[str | None, str | None]:
    """The term of office that a page gives for all: `styrelse för 2023–2026`; None where it names none or several."""
    terms, until = _terms(context.text)
    if terms or until is None:
        return next(iter(terms)) if len(terms) == 1 else (None, None)
    return None, next((context.day(each) for each in dates.find(context.text, *until)), None)


@lru_cache(maxsize=1)  # the whole text is looked through, and asked of for each seat
def _terms(text: str) -> tuple[frozenset[tuple[str, str]], tuple[int, int] | None]:
    """The terms that a page names, and where the day stands until which all of them are chosen."""
    all_of_them = _ALL_UNTIL.search(text)
    terms = frozenset((match[1], match[2]) for match in _PAGE_TERM.finditer(text))
    if not terms and (told := _BOTH_FROM.search(text)) is not None:  # `Bådas uppdrag gäller från … till …`
        days = [day.iso for day in dates.find(text, told.end(), told.end() + 60) if day.precision == "day" and day.iso]
        terms = frozenset([(days[0], days[1])] if len(days) == 2 else ())
    return terms, None if all_of_them is None else (all_of_them.start("day"), all_of_them.end())


def period(context: Context, first: int, last: int) -> tuple[str | None, str | None]:
    """The bounds in a part of the text; a span of years gives both, a year that opens the sentence is both.

    Dates are ISO 8601 as exact as they are written; None where the sentence gives none.
    """
    figure = _FIGURE.search(context.text, first, last)
    term = _TERM.search(context.text, first, last) if figure else None
    if term is not None:
        return term[1], term[2]
    years = _YEARS.search(context.text, first, last) if figure else None
    if years is not None:
        return years[1], years[2] or years[1]
    since = until = earlier = None
    ended = -1
    for written in dates.find(context.text, first, last):
        joined = context.text[ended : written.start].strip() if ended > 0 else ""
        if joined in ("–", "-", "till", "till den") and since is None and until is None and earlier is not None:
            return earlier, context.day(written)  # 1 maj 2023–31 december 2026
        ended, earlier = written.end, context.day(written)
        before = " ".join(context.text[max(first, written.start - 24) : written.start].lower().split())
        day = context.day(written)
        if written.start == first and written.precision == "year":
            return day, day
        if before.endswith(_UNTIL) or (since is not None and before.endswith((" till", " till den"))):
            until = until or day
        elif before.endswith(
            ("från", "från den", "sedan", "från och med", "från och med den", "fr.o.m.", "fr.o.m. den", "per den")
        ):
            since = since or day
    return since, until


def tenure(context: Context, first: int, last: int) -> tuple[str | None, str | None]:
    """The bounds that a part of the text gives somebody's seat: as `period`, or `ordförande för 2023 och 2024`."""
    since, until = period(context, first, last)
    unsaid = (since, until) == (None, None)
    if unsaid and _TAKES_OVER.search(context.text, first, last):
        days = [context.day(each) for each in dates.find(context.text, first, last) if each.precision != "year"]
        if len(days) == 1:
            return days[0], None
    years = (
        (_FOR_YEARS.search(context.text, first, last) or _BOTH.search(context.text, first, last)) if unsaid else None
    )
    return (since, until) if years is None else (years[1], years[2] or years[1])


def moment(context: Context, first: int, last: int) -> tuple[str | None, str | None]:
    """The bounds in a part of the text, where a day without more is when something begins: `flyttas över 1/1 2022`."""
    since, until = period(context, first, last)
    if since is None and until is None and _ENDS.search(context.text, first, last):
        until = next((context.day(each) for each in dates.find(context.text, first, last)), None)
    elif since is None and until is None and not _of_meeting(context, first, last):
        since = next(
            (context.day(each) for each in dates.find(context.text, first, last) if each.precision == "day"), None
        )
        replaced = _REPLACED.search(context.text, first, last) if since is None else None
        since = replaced[1] if replaced is not None else since
    return since, until


def _of_meeting(context: Context, first: int, last: int) -> bool:
    """Whether a day in a part of the text says when somebody met, not when something begins: the title's, `möttes den
    1 maj`."""
    title = context.document.evidence
    if title is not None and first < title.end and title.start < last:
        return True
    return _MET.search(context.text, first, last) is not None


def same_time(words: tuple[str, ...]) -> bool:
    """Whether a sentence gives the term of the one before: `för samma tid`."""
    return "samma" in words and words[words.index("samma") + 1 :][:1] in (("tid",), ("period",), ("mandatperiod",))
