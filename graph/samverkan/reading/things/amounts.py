"""Sums of money: `4,2 miljoner kronor`, `1 250 tkr`, `500 000 kr/år`, `tre kronor per invånare`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from samverkan.facts import Amount, Basis, Currency, Period
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import any_of, parts_with
from samverkan.reading.things.purposes import purpose_of

# One of these stands in every text that names a sum; most paragraphs name none, and cost no more than this.
_GATE: Final = (" kr", "\nkr", "tkr", "mkr", "nkr", "dkr", "kkr", "sek", "euro", "eur", "€", "miljon", "miljard", ":-")

_WORDS: Final = {
    "en halv": 0.5, "en och en halv": 1.5, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6,
    "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "femton": 15, "tjugo": 20, "femtio": 50,
    "hundra": 100,
}  # fmt: skip
_SCALES: Final = {
    "": 1.0, "tusen": 1e3, "t": 1e3, "k": 1e3, "miljon": 1e6, "miljoner": 1e6, "milj": 1e6, "m": 1e6, "mn": 1e6,
    "miljard": 1e9, "miljarder": 1e9, "mdr": 1e9, "md": 1e9,
}  # fmt: skip
_CURRENCIES: Final[dict[str, Currency]] = {"euro": "EUR", "eur": "EUR", "€": "EUR"}

_FIGURES = r"\d(?<!\d\d)(?:\d{0,2}(?:[ .\u00a0\u202f]\d{3})+(?:,\d{1,2})?(?!\d)|\d*(?:[,.]\d{1,2})?(?![\d.,]*\d))"
_SPELT = any_of(_WORDS)
_MONEY = (
    r"\s{0,2}(?i:(?:(?P<scale>tusen|miljon(?:er)?|milj\.?|miljard(?:er)?|mdr\.?)\s)?(?P<currency>kron(?:or|a)|kr\.?|sek|euro?|€)"
    r"|(?P<short>[tkm]|mn|md)\s?(?P<short_currency>kr|sek|eur|€)|(?P<dash>:-)"
    r"|(?P<bare>miljon(?:er)?|miljard(?:er)?))(?![\wåäö])"
)
# Few of the words that begin as these strings do are one: `kring`, `sekreterare`.
_UNIT = re.compile(r"(?:kron(?:or|a)|kr|sek|euro?|€|miljon(?:er)?|miljard(?:er)?|:-)(?![\wåäö])", re.IGNORECASE)
_SUM = re.compile(rf"(?P<figures>{_FIGURES}){_MONEY}")
_SPELT_SUM = re.compile(rf"\b(?P<spelt>{_SPELT})(?=\s){_MONEY}")
_MINUS = re.compile(r"[^\S\n][-−]\Z")  # at the start of a line it is the mark of a list
_NEAR: Final = "upp till|högst|minst|cirka|ca|ungefär|drygt|knappt|totalt|sammanlagt"
_HEDGE = re.compile(rf"\b(?:{_NEAR})\.?\s+\Z", re.IGNORECASE)
# A part of a longer figure, of a date or a case number, the upper end of a range, the last figures of a telephone
# number, what follows the number of a paragraph: no sum.
_NO_SUM = re.compile(
    r"(?:[\w§/:]|\d[.,–-]|§ )\Z|"
    r"\bmellan\s+\S+(?:\s\d{3})*\s+och\s+\Z|\d\s*[–-]\s*\Z|\b0\d{1,3}[-–/ ][\d ]+\Z|\+46[\d ()-]+\Z|§\s*\d+\s\Z",
    re.IGNORECASE,
)

_PERIODS: Final[dict[str, Period]] = {
    "år": "year", "året": "year", "årligen": "year", "månad": "month", "månaden": "month", "mån": "month",
    "dygn": "day", "dag": "day", "dygnet": "day", "timme": "hour", "timmen": "hour", "tim": "hour",
}  # fmt: skip
_BASES: Final[dict[str, Basis]] = {
    "invånare": "inhabitant", "innevånare": "inhabitant", "kommuninvånare": "inhabitant", "inv": "inhabitant",
    "kommun": "municipality", "medlemskommun": "municipality", "deltagare": "participant", "person": "participant",
    "deltagande": "participant",
}  # fmt: skip
# `i år` is this year, `i månaden` is each month; `och år` goes on from `per invånare`.
_EACH = re.compile(
    r"\s*(?:(?:/|per|varje)\s*(?P<word>[a-zåäö]+)|(?:om|i)\s(?P<the>året|månaden|dygnet|timmen)|(?P<adverb>årligen))\b(?:(?<=inv|mån|tim)\.)?"
)
_ALSO = re.compile(r"\s+och\s+(?P<word>år|månad|invånare|kommun|dygn)\b")
_YEARLY = re.compile(
    r"\bårlig(?:t|a|en)?\s(?:\w+\s){0,3}(?:på|om|av|med)?\s*\Z|\bper år\s(?:på|om|med)?\s*\Z", re.IGNORECASE
)
# A bare `4,2 miljoner` is money only where the sentence speaks of money and what follows is no noun.
_OF_MONEY = re.compile(
    r"(?:budget|kostna|kosta|bidrag|medel|anslag|avgift|finansier|underskott|överskott|resultat|intäkt|invester|"
    r"avsät|avsatt|satsa|stöd|ersättning|skuld|lån)",
    re.IGNORECASE,
)  # fmt: skip
_NO_NOUN = re.compile(r"\s*(?:[.,;:)]|\Z|\n\n|(?:per|till|för|om|i|under|till|och|på|år|av)\b)")


class _Each(NamedTuple):
    """What a sum is for each of, and where the words that say so end."""

    period: Period | None
    per: Basis | None
    end: int


def read_amounts(context: Context, items: Sequence[ItemSpan]) -> tuple[Amount, ...]:
    """The sums that the text names, in its order; a sum that is said again of the same thing is one row."""
    starts = [item.start for item in items]
    rows: dict[Amount, Amount] = {}
    for match in _sums(context.text):
        if context.layout.touching(match.start(), match.end()):
            for row in _row(context, match):
                at = bisect_right(starts, match.start()) - 1
                name = items[at].name if at >= 0 and match.start() < items[at].end else None
                rows.setdefault(replace(row, item=name, evidence=None), replace(row, item=name))
    return tuple(rows.values())


def _sums(text: str) -> Iterator[re.Match[str]]:
    """Where a figure, or a word for one, stands before a word for money, in order."""
    for part in parts_with(text, _GATE):
        if _UNIT.search(text, *part):
            found = [*_SUM.finditer(text, *part), *_SPELT_SUM.finditer(text, *part)]
            yield from sorted(found, key=lambda match: match.start())


def _row(context: Context, match: re.Match[str]) -> Iterator[Amount]:
    text = context.text
    before = text[max(0, match.start() - 60) : match.start()]
    if _NO_SUM.search(before) or (match["bare"] and not _speaks_of_money(text, match)):
        return
    minus = _MINUS.search(before)
    value = _value(match, minus is not None)
    if value is None:
        return
    each = _each(text, match.end())
    period = each.period or ("year" if _YEARLY.search(before) else None)
    hedge = _HEDGE.search(before)
    start = match.start() - (len(hedge[0]) if hedge else 1 if minus else 0)
    rule, sure = ("amounts.bare", 0.75) if match["bare"] else ("amounts.sum", 0.95)
    yield Amount(
        value,
        _CURRENCIES.get((match["currency"] or match["short_currency"] or "").casefold(), "SEK"),
        period,
        each.per,
        purpose_of(text, start, each.end),
        evidence=evidence(text, start, each.end, rule, sure),
    )


def _value(match: re.Match[str], minus: bool) -> float | None:
    """The value in whole units; None where a figure cannot be one, or would not be exact."""
    scale = _SCALES[(match["scale"] or match["short"] or match["bare"] or "").casefold().rstrip(".")]
    said = match.groupdict()
    if "spelt" in said:
        return _WORDS[said["spelt"].casefold()] * scale
    figures = re.sub(r"[ \u00a0\u202f]|\.(?=\d{3}(?!\d))", "", said["figures"]).replace(",", ".")
    value = round(float(figures) * scale, 2) * (-1 if minus else 1)
    return value if abs(value) < 10.0**13 else None


def _each(text: str, end: int) -> _Each:
    """What follows a sum: `/år`, `per invånare och år`; words that no table has only lengthen the passage."""
    period: Period | None = None
    per: Basis | None = None
    pattern = _EACH
    while match := pattern.match(text, end):
        groups = match.groupdict()
        word = groups["word"] or groups.get("the") or groups.get("adverb") or ""
        period, per = _PERIODS.get(word, period), _BASES.get(word, per)
        end = match.end()
        pattern = _ALSO if pattern is _EACH and _ALSO.match(text, end) else _EACH
    return _Each(period, per, end)


def _speaks_of_money(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 120) : match.end() + 80]
    return bool(_OF_MONEY.search(near) and _NO_NOUN.match(text, match.end()))
