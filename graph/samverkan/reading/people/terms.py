"""For how long those on a page of composition sit: the term that its text tells for all of them."""

import re

from samverkan import dates

Term = tuple[str | None, str | None]  # from and until when, as far as the text says

_DAY = (
    rf"(?:(?:den\s+)?\d{{1,2}}\s+)?(?:(?:{'|'.join(sorted(dates.MONTHS, key=len, reverse=True))})\s+)?(?:19|20)\d\d"
    r"(?:-\d\d-\d\d)?(?!\d|:\d)"
)
_DAY_WITHOUT_YEAR = (
    rf"(?:den\s+)?\d{{1,2}}\s+(?:{'|'.join(month for month in dates.MONTHS if len(month) > 3 or month == 'maj')})"
)
_TO = r"\s*(?:[-–/]{1,2}|(?:fram\s+)?till(?:\s+och\s+med)?(?:\s+den)?|t\.?\s?o\.?\s?m\.?|och\s+ut|och)\s*"
_FROM = r"(?:fr(?:ån)?\.?\s?(?:o|och)\.?\s?m(?:ed)?\.?\s+)?"
_RANGE = rf"{_FROM}(?P<start>{_DAY}|{_DAY_WITHOUT_YEAR}){_TO}(?P<end>{_DAY}|\d\d(?![\d:.-]))"
_GAP = r"(?:[^.\d\n\t]|\n(?!\s*\n)){0,60}?"  # no cell of a table
# Words that say of a span of time that it is a term: `Mandattiden är nu 2031–2034`, `Uppdragen gäller 1 april 2031–…`.
_SPEAKS_OF_TERM = (
    r"\b(?:(?:mandat|uppdrags|val|förordnande|tjänstgörings)(?:period|tid)(?:en|erna|er)?|mandat(?:et|en)|perioden|"
    r"(?:uppdrag(?:et|en)?|förordnande(?:t|na)?|platser(?:na)?|posterna)\s+(?:gäller|löper|avser|är|sträcker\s+sig|varar)|"
    r"(?:är|har|blev|blivit)\s+(?:\w+\s+){0,2}(?:vald|utsed|förordna|nominera|tillsat)\w*|"
    r"(?:välj|utse|förordna|nominera|tillsätt)(?:e?s)|"
    r"(?:ledamöter(?:na)?|ersättar(?:e|na)|representanter(?:na)?)\s+(?:\w+\s+)?(?:är|sitter|vald\w*|utsed\w*)|sitter)\b"
)
_TOLD = re.compile(rf"{_SPEAKS_OF_TERM}{_GAP}\b{_RANGE}", re.I)
# `Styrelsen 2031–2034`, `Ledamöter 2031-2034`: the term right behind who sits.
_BEHIND = re.compile(
    r"\b(?:ledning|ledamöter|sammansättning|politiker|"
    r"\w*(?:styrelsen?|nämnd(?:en)?|råd(?:et)?|grupp(?:en)?|utskott(?:et)?|beredning(?:en)?|direktion(?:en)?))\b"
    rf"[^\n\d]{{0,20}}{_RANGE}",
    re.I,
)
# `I styrgruppen sitter under 2031:`
_YEAR = re.compile(r"\b(?:sitter|ingår|ledamöter|är)\s+(?:under|för|år)\s+(?:år\s+)?((?:19|20)\d\d)\s*:")
# `Mandattiden går ut den 31 december 2034`: how long alone
_UNTIL = re.compile(
    rf"\b(?:mandat|uppdrag|val|förordnande)\w*\s{_GAP}(?:ut|till|till\s+och\s+med|t\.?o\.?m\.?|upphör|slutar)\s+(?:den\s+)?(?P<end>{_DAY})",
    re.I,
)


def term_of_page(text: str) -> tuple[Term | None, int]:
    """The page's term, and from where on it holds: that of `Ledamöter 2031-2034` for those below alone.

    >>> term_of_page("Uppdragen gäller 1 april 2031–31 mars 2035 om inget annat sägs.")
    (('2031-04-01', '2035-03-31'), 0)
    >>> term_of_page("Planen gäller 2031–2035.")
    (None, 0)
    """
    found = [match for pattern in (_TOLD, _BEHIND) if (match := pattern.search(text))]
    for match in sorted(found, key=lambda each: each.start()):
        if term := _span(match["start"], match["end"]):
            return term, match.start() if match[0].startswith("Ledamöter") else 0
    if year := _YEAR.search(text):
        return (year[1], year[1]), 0
    until = _UNTIL.search(text)
    return ((None, _iso(until["end"])) if until else None), 0


def _span(start: str, end: str) -> Term | None:
    """A span in ISO 8601; None where it runs backwards."""
    if len(end) == 2:
        end = start[-4:-2] + end
    first, last = _iso(start), _iso(end)
    if first is None and last is not None:  # `1 april–31 december 2031`
        first = _iso(f"{start} {last[:4]}")
    return (first, last) if first and last and first <= last else None


def _iso(written: str) -> str | None:
    return next((day.iso for day in dates.find(written)), None)
