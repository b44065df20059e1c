"""Counts over the whole graph, added up: those of each thing are kept, with their sums, when a snapshot is made.

To count all statements takes the engine seconds in a graph of millions. What one document adds to a count is worked
out in milliseconds, so a publication takes away what the things near a change added before, and adds what they do now.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Final, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from samverkan.store.packing import packed, unpacked
from samverkan.store.touched import Ways, ways
from samverkan.vocabulary import RDF

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS counted (name TEXT PRIMARY KEY, digest TEXT, shape TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS addend (name TEXT, thing TEXT, rows TEXT, PRIMARY KEY (name, thing)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS total (name TEXT, cells TEXT, numbers TEXT, PRIMARY KEY (name, cells)) WITHOUT ROWID;
"""
_NOTHING: Final = NamedNode(f"{RDF.iri}nil")
_DEFAULT: Final = DefaultGraph()
_AT_ONCE: Final = 1_000  # things in a query
_MOST_TOUCHED: Final = 20_000  # things; where more may add otherwise, all is worked out anew
_Cell: TypeAlias = str | None
_Totals: TypeAlias = dict[tuple[_Cell, ...], list[Decimal]]


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers over everything that are those of each thing of some classes, added up.

    `text` gives the query about some things: its first variable is `key`, the thing, then come `groups` and `numbers`.
    """

    name: str
    key: str
    classes: frozenset[NamedNode]
    groups: tuple[str, ...]
    numbers: tuple[str, ...]
    text: Callable[[Sequence[NamedNode]], str]

    @property
    def digest(self) -> str:
        """What changes when the query does."""
        return sha256(self.text([_NOTHING]).encode()).hexdigest()

    @property
    def ways(self) -> Ways:
        """How what changed leads to the things of which it may say other numbers."""
        return ways(self.text([_NOTHING]), self.key)


def fill(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    sums: Iterable[Sum],
    changed: Collection[Triple] | None,
) -> None:
    """Bring sums to what an engine's default graph says, given the triples that came or went; None for all.

    A sum that is asked by another query than before, or not yet, is worked out of all things.
    """
    connection.executescript(_SCHEMA)
    asked = {each.name: each for each in sums}
    known = dict(connection.execute("SELECT name, digest FROM counted"))
    for name in known.keys() - asked.keys():
        _forget(connection, name)
    for name, each in asked.items():
        touched = None
        if changed is not None and known.get(name) == each.digest:
            touched = each.ways.touched(engine, changed, _MOST_TOUCHED)
        if touched is not None:
            _renew(connection, engine, each, touched, [thing for thing in touched if _is(engine, thing, each.classes)])
            continue
        _forget(connection, name)
        shape = json.dumps([each.groups, each.numbers])
        connection.execute("INSERT INTO counted VALUES (?, ?, ?)", [name, each.digest, shape])
        _renew(connection, engine, each, (), _all(engine, each.classes))


def _all(engine: pyoxigraph.Store, classes: Iterable[NamedNode]) -> list[NamedNode]:
    """All things of some classes, each once."""
    found = (quad.subject for each in classes for quad in engine.quads_for_pattern(None, RDF.type, each, _DEFAULT))
    return list(dict.fromkeys(each for each in found if isinstance(each, NamedNode)))


def _is(engine: pyoxigraph.Store, thing: NamedNode, classes: Iterable[NamedNode]) -> bool:
    return any(Quad(thing, RDF.type, each, _DEFAULT) in engine for each in classes)


def _forget(connection: sqlite3.Connection, name: str) -> None:
    for table in ("counted", "addend", "total"):
        connection.execute(f"DELETE FROM {table} WHERE name = ?", [name])  # noqa: S608  names from here


def _renew(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    each: Sum,
    gone: Iterable[NamedNode],
    about: Sequence[NamedNode],
) -> None:
    """Take away what some things added before, and add what others do now."""
    totals: _Totals = {
        tuple(json.loads(cells)): list(map(Decimal, json.loads(numbers)))
        for cells, numbers in connection.execute("SELECT cells, numbers FROM total WHERE name = ?", [each.name])
    }
    for thing in gone:
        place = [each.name, thing.value]
        for (rows,) in connection.execute("SELECT rows FROM addend WHERE name = ? AND thing = ?", place).fetchall():
            _add(totals, json.loads(rows), len(each.groups), -1)
            connection.execute("DELETE FROM addend WHERE name = ? AND thing = ?", place)
    for first in range(0, len(about), _AT_ONCE):
        for told_of, rows in _told(engine, each, about[first : first + _AT_ONCE]).items():
            _add(totals, rows, len(each.groups), 1)
            connection.execute("INSERT INTO addend VALUES (?, ?, ?)", [each.name, told_of, json.dumps(rows)])
    connection.execute("DELETE FROM total WHERE name = ?", [each.name])
    connection.executemany(
        "INSERT INTO total VALUES (?, ?, ?)",
        [
            (each.name, json.dumps(cells), json.dumps([str(number) for number in numbers]))
            for cells, numbers in totals.items()
            if any(numbers)
        ],
    )


def _told(engine: pyoxigraph.Store, each: Sum, about: Sequence[NamedNode]) -> Mapping[str, list[list[_Cell]]]:
    """By thing the rows that it adds."""
    answer = engine.query(each.text(about))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    found: dict[str, list[list[_Cell]]] = {}
    for thing, *cells in answer:
        groups, numbers = cells[: len(each.groups)], cells[len(each.groups) :]
        found.setdefault(thing.value, []).append([*map(packed, groups), *map(_written, numbers)])
    return found


def _written(term: object) -> str:
    return term.value if isinstance(term, Literal) else "0"


def _add(totals: _Totals, rows: Iterable[Sequence[_Cell]], groups: int, sign: int) -> None:
    for row in rows:
        numbers = [sign * Decimal(each or 0) for each in row[groups:]]
        known = totals.setdefault(tuple(row[:groups]), [Decimal(0)] * len(numbers))
        known[:] = [one + other for one, other in zip(known, numbers, strict=True)]


def values(connection: sqlite3.Connection, name: str) -> str | None:
    """The totals of a sum as the VALUES of a query; None where it is not kept."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'total'").fetchone():
        return None
    found = connection.execute("SELECT shape FROM counted WHERE name = ?", [name]).fetchone()
    if found is None:
        return None
    groups, numbers = json.loads(found[0])
    query = "SELECT cells, numbers FROM total WHERE name = ? ORDER BY cells"
    rows = " ".join(_row(*map(json.loads, row)) for row in connection.execute(query, [name]))
    return f"VALUES ( {' '.join(f'?{each}' for each in [*groups, *numbers])} ) {{ {rows} }}"


def _row(cells: Sequence[_Cell], numbers: Sequence[str]) -> str:
    return f"( {' '.join([*map(_term, cells), *numbers])} )"


def _term(cell: _Cell) -> str:
    return "UNDEF" if cell is None else str(unpacked(cell))
