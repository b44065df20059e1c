"""The rows of an answer in the order of a column, and those with some words; numbers by size, texts as in Swedish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from samverkan.queries import Cell
from samverkan.vocabulary import XSD

Row: TypeAlias = tuple[Cell, ...]
FILTER: Final = "filter"
SORT: Final = "sort"
_LONGEST: Final = 200  # letters of a filter
_NUMBERS: Final = frozenset({XSD.integer, XSD.decimal})
_SWEDISH: Final = str.maketrans("åä", "äå")  # in Unicode ä stands before å


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How somebody wants to see rows: ordered by a column, from the last after a `-`, and only those with words."""

    order: str = ""
    words: str = ""

    @property
    def arguments(self) -> Mapping[str, str]:
        """What stands in the address for it."""
        return {name: value for name, value in ((SORT, self.order), (FILTER, self.words)) if value}

    def by(self, column: str) -> Mapping[str, str]:
        """What stands in the address for an order by a column; from the last where it is ordered by it already."""
        return Arrangement(f"-{column}" if self.order == column else column, self.words).arguments


def arrangement(given: Mapping[str, str], columns: Sequence[str]) -> Arrangement:
    """What a request wants to see; an order by what is no column is left out.

    >>> arrangement({"sort": "-date", "filter": " lund "}, ["person", "date"])
    Arrangement(order='-date', words='lund')
    >>> arrangement({"sort": "hat"}, ["person", "date"])
    Arrangement(order='', words='')
    """
    order = given.get(SORT, "")
    return Arrangement(order if order.removeprefix("-") in columns else "", given.get(FILTER, "").strip()[:_LONGEST])


def arranged(rows: Sequence[Row], columns: Sequence[str], asked: Arrangement) -> tuple[Row, ...]:
    """The rows that are wanted, in the order that is wanted; empty cells come last. Equals stay as they were."""
    words = asked.words.casefold().split()
    kept = [row for row in rows if all(word in _text(row) for word in words)] if words else list(rows)
    if asked.order:
        place = columns.index(asked.order.removeprefix("-"))
        empty = [row for row in kept if row[place].text is None]
        kept = [row for row in kept if row[place].text is not None]
        kept.sort(key=lambda row: _rank(row[place]), reverse=asked.order.startswith("-"))
        kept += empty
    return tuple(kept)


def number(cell: Cell) -> float | None:
    """The number that a cell holds, None for words."""
    kind = getattr(cell.term, "datatype", None)
    return float(cell.text) if cell.text and kind in _NUMBERS else None


def _text(row: Row) -> str:
    return "\n".join(cell.text.casefold() for cell in row if cell.text)


def _rank(cell: Cell) -> tuple[float, str]:
    found = number(cell)
    return (0.0, (cell.text or "").casefold().translate(_SWEDISH)) if found is None else (found, "")
