"""The rows of a table of the index in the order in which they are told, and how they are stored.

They have the numbers of that order. What later publications added stands behind and is put in its place when it is
told. So of many that are found the first are known without a look at the rest.
"""

# ruff: noqa: S608  names of tables and columns come from here, values are bound

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import islice
from operator import or_
from typing import Final

from samverkan.store.marks import Ask, Marks, numbers

SCHEMA: Final = """
CREATE TABLE thing (
  id INTEGER PRIMARY KEY AUTOINCREMENT, iri TEXT UNIQUE, label TEXT, forms TEXT, county TEXT, plain TEXT, place TEXT
);
CREATE INDEX thing_place ON thing (place, iri);
CREATE TABLE form (plain TEXT, thing INTEGER, PRIMARY KEY (plain, thing)) WITHOUT ROWID;
CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT, iri TEXT, document TEXT, date TEXT, bodies TEXT, plain TEXT
);
CREATE INDEX statement_iri ON statement (iri);
CREATE INDEX statement_document ON statement (document);
CREATE TABLE document (id INTEGER PRIMARY KEY AUTOINCREMENT, iri TEXT UNIQUE, date TEXT, text TEXT);
CREATE TABLE ordered (name TEXT PRIMARY KEY, last INTEGER);
"""
ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "thing": ("place", "iri"), "statement": ("date DESC", "document", "iri"), "document": ("date DESC", "iri"),
}  # fmt: skip
"""By table the columns that its rows are ordered by."""
_AMONG: Final = "(SELECT value FROM json_each(:ids))"
_AT_ONCE: Final = 1_000  # rows whose texts are compared at once


class Ordered:
    """The rows of a table in their order."""

    def __init__(self, ask: Ask, table: str) -> None:
        self.ask, self._table, self.marks = ask, table, Marks(ask, table)
        query = f"SELECT last, (SELECT MAX(id) FROM {table}) FROM ordered WHERE name = :table"
        ((self.last, greatest),) = ask(query, {"table": table})
        self.grown = greatest is not None and greatest > self.last
        self.early = (1 << self.last + 1) - 1  # those that have the numbers of their order

    def some(self, found: int, first: int, most: int, *, backwards: bool = False) -> list[int]:
        """Some of a set of rows, in their order."""
        early, late = found & self.early, found & ~self.early
        if not late:
            return list(islice(numbers(early, backwards=backwards), first, first + most))
        among = [*islice(numbers(early, backwards=backwards), first + most), *numbers(late)]
        columns = ORDER[self._table]
        by = ", ".join(_turned(each) for each in columns) if backwards else ", ".join(columns)
        query = f"SELECT id FROM {self._table} WHERE id IN {_AMONG} ORDER BY {by}"
        return [number for (number,) in self.ask(query, listed(among))[first : first + most]]

    def with_text(self, found: int, text: str) -> Iterator[int]:
        """Of a set of rows, in their order, those with a text as it stands within one of theirs."""
        first = 0
        while some := self.some(found, first, _AT_ONCE):
            query = f"SELECT id FROM {self._table} WHERE id IN {_AMONG} AND instr(plain, :text)"
            having = {number for (number,) in self.ask(query, listed(some) | {"text": text})}
            yield from (number for number in some if number in having)
            first += _AT_ONCE


def united(sets: Iterable[int]) -> int:
    """What is in one of some sets."""
    return reduce(or_, sets, 0)


def listed(ids: Iterable[int]) -> dict[str, str]:
    """Some numbers as the value `ids` of a query."""
    return {"ids": json.dumps([*ids])}


def _turned(column: str) -> str:
    return column.removesuffix(" DESC") if column.endswith(" DESC") else f"{column} DESC"
