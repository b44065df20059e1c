"""Who chairs in turn: `Ordförandeskapet har Ale 2023–2024 och Lerum 2025–2026`."""

from collections.abc import Iterator

from samverkan.reading.relating.kinds_tied import GROUPS, MEMBERS
from samverkan.reading.relating.sides import is_listing
from samverkan.reading.relating.tying import Tie
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import AND, MONTHS

CHAIRS = table("ordförandeskapet ordförandekommun ordförandekommuner ordförandeklubban ordförandeposten")
# What may stand between the office, the years and the names.
_BETWEEN = table(
    """har hade innehas innehade innehar hålls ligger delas bärs växlar roterar alternerar går runt är blir var det den
    av hos mellan på till under åren år från och med samt sedan därefter först för perioden , : ( ) – - fram vid i
    varannat vartannat gång gången turas om i tur ordning först följt vårterminen höstterminen våren hösten nu just"""
)


def turns(references: References, first: int, last: int) -> Iterator[Tie]:
    """The municipalities and regions that a sentence about the chair gives years."""
    words = references.tokens.words
    office = next((at for at in range(first, min(first + 2, last)) if words[at].lower() in CHAIRS), None)
    if office is None or references.own is None:
        return
    at = office + 1
    target = references.topic(office) or references.own
    if words[at : at + 1] in (("i",), ("för",)):
        named = [each for each in references.between(at + 1, min(at + 3, last)) if each.kind in GROUPS]
        if not named:
            return
        target, at = named[0].name, named[0].last
    here = [each for each in references.between(at, last) if each.kind in MEMBERS and not each.owner]
    if not here or all(each.kind == "collective" for each in here):
        return
    for who, end in _named(references, here, at, last):
        years = _years(words[who.last : end]) or _years(words[at : who.first])
        if years:
            yield Tie(who.name, "chairs", target, office, end, "chairs.turns", 0.75, since=years[0], until=years[1])
        at = end


def _named(references: References, here: list[Reference], at: int, last: int) -> Iterator[tuple[Reference, int]]:
    """The names that nothing but years and small words part, each with where what is said of it ends."""
    words = references.tokens.words
    for index, who in enumerate(here):
        if not all(_joins(word) for word in words[at : who.first]):
            return
        stop = here[index + 1].first if index + 1 < len(here) else last
        end = who.last
        while end < stop and words[end] not in AND | {",", ".", ";"}:
            end += 1
        yield who, end
        at = who.last


def _joins(word: str) -> bool:
    low = word.lower()
    return low in _BETWEEN or low in MONTHS or is_year(word) or word.isdigit() or is_listing(word)


def _years(words: tuple[str, ...]) -> tuple[str, str] | None:
    """The first and the last year in some words."""
    years = [year for word in words if is_year(word) for year in word.replace("–", "-").replace("/", "-").split("-")]
    return (years[0], years[-1]) if years and all(len(year) == 4 for year in years) else None
