"""The tables of things, statements and documents of an index, and their marks.

They are filled from all that the default graph of an engine says, or brought up to date for some subjects.
"""

# ruff: noqa: S608  names of tables and columns come from here, values are bound

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from samverkan.store import marks
from samverkan.store.finding import FOLDER, HOME, place
from samverkan.store.index import folded, lines
from samverkan.store.marks import Mark
from samverkan.store.ordered import ORDER
from samverkan.store.texts import BODY
from samverkan.vocabulary import DCT, RDF, RDFS, SAMV, SKOS

_DEFAULT: Final = DefaultGraph()
_STATEMENTS: Final = (SAMV.AgendaItem, SAMV.Decision, SAMV.Assignment, SAMV.Referral)
_WORDS: Final = (DCT.title, DCT.description)
_NAMES: Final = (RDFS.label, SKOS.altLabel)
_COLUMNS: Final = {
    "thing": ("iri", "label", "forms", "county", "plain", "place"),
    "statement": ("iri", "document", "date", "bodies", "plain"),
    "document": ("iri", "date", "text"),
}
_Row = tuple[Any, ...]


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store) -> None:
    """Fill the tables, which are empty, in the order in which their rows are told."""
    for table, rows in _rows(engine, None).items():
        columns, order = ", ".join(_COLUMNS[table]), ", ".join(ORDER[table])
        connection.execute(f"CREATE TEMP TABLE coming AS SELECT {columns} FROM {table} WHERE FALSE")
        connection.executemany(f"INSERT INTO coming VALUES ({_places(table)})", rows)
        connection.execute(f"INSERT INTO {table} ({columns}) SELECT * FROM coming ORDER BY {order}")
        connection.execute("DROP TABLE coming")
        connection.execute(f"INSERT INTO ordered SELECT ?, COALESCE(MAX(id), 0) FROM {table}", [table])
        if table != "document":
            told = connection.execute(f"SELECT id, {columns} FROM {table}")
            marks.add(connection, table, ((number, each) for number, *row in told for each in _marks(table, row)))
    things = connection.execute("SELECT id, forms FROM thing WHERE forms != ''").fetchall()
    connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", chain.from_iterable(map(_forms, things)))
    connection.execute("INSERT INTO passage (passage) VALUES ('rebuild')")


def renew(connection: sqlite3.Connection, engine: pyoxigraph.Store, subjects: set[NamedNode]) -> None:
    """Bring the tables to what is said now, where what is said of some subjects has changed.

    The rows that have changed get numbers behind all others.
    """
    asked = "SELECT iri FROM statement WHERE document = ?"  # whose date and body they have
    stated = {NamedNode(iri) for each in subjects for (iri,) in connection.execute(asked, [each.value])}
    for table, rows in _rows(engine, subjects | stated).items():
        now = list(rows)
        for each in subjects | stated:
            query = f"SELECT id, {', '.join(_COLUMNS[table])} FROM {table} WHERE iri = ?"
            for number, *row in connection.execute(query, [each.value]).fetchall():
                if tuple(row) in now:
                    now.remove(tuple(row))
                else:
                    _take(connection, table, number, row)
        for new in now:
            _put(connection, table, new)


def _put(connection: sqlite3.Connection, table: str, row: _Row) -> None:
    added = f"INSERT INTO {table} ({', '.join(_COLUMNS[table])}) VALUES ({_places(table)})"
    number = connection.execute(added, row).lastrowid
    assert number is not None
    if table == "document":
        connection.execute("INSERT INTO passage (rowid, text) VALUES (?, ?)", [number, row[-1]])
        return
    marks.add(connection, table, ((number, each) for each in _marks(table, row)))
    if table == "thing":
        connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", _forms((number, row[2])))


def _take(connection: sqlite3.Connection, table: str, number: int, row: _Row) -> None:
    if table == "document":
        connection.execute("INSERT INTO passage (passage, rowid, text) VALUES ('delete', ?, ?)", [number, row[-1]])
    else:
        marks.take(connection, table, ((number, each) for each in _marks(table, row)))
    if table == "thing":
        connection.executemany("DELETE FROM form WHERE plain = ? AND thing = ?", _forms((number, row[2])))
    connection.execute(f"DELETE FROM {table} WHERE id = ?", [number])


def _marks(table: str, row: _Row) -> Iterator[Mark]:
    """What a thing or a statement is found by."""
    told = dict(zip(_COLUMNS[table], row, strict=True))
    yield from marks.of_words(told["plain"])
    if table == "statement":
        yield from ((BODY, each) for each in told["bodies"].split("\n") if each)
        return
    yield FOLDER, told["iri"].rpartition("/")[0] + "/"
    if told["county"]:
        yield HOME, told["county"]


def _forms(thing: tuple[int, str]) -> set[tuple[str, int]]:
    """The other written forms of a thing, as they are compared."""
    number, forms = thing
    return {(plain, number) for each in forms.split("\n") if (plain := folded(each))}


def _places(table: str) -> str:
    return ", ".join("?" * len(_COLUMNS[table]))


def _rows(engine: pyoxigraph.Store, subjects: set[NamedNode] | None) -> dict[str, Iterator[_Row]]:
    """The rows of each table, about some subjects or all."""
    said = _Said(engine)
    return {
        "thing": chain.from_iterable(map(said.thing, said.having(_NAMES[:1], subjects))),
        "statement": chain.from_iterable(map(said.statement, said.having(_WORDS, subjects))),
        "document": chain.from_iterable(map(said.document, said.having((SAMV.text,), subjects))),
    }


class _Said:
    """What the default graph of an engine says, looked up subject by subject."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        self._engine = engine

    def having(self, properties: Iterable[NamedNode], subjects: set[NamedNode] | None) -> Iterable[NamedNode]:
        """The subjects given, or all that have one of some properties, each once."""
        if subjects is not None:
            return sorted(subjects, key=str)
        return {
            quad.subject
            for each in properties
            for quad in self._engine.quads_for_pattern(None, each, None, _DEFAULT)
            if isinstance(quad.subject, NamedNode)
        }

    def thing(self, subject: NamedNode) -> Iterator[_Row]:
        """A row for what has a name without a language and is no fact."""
        names = sorted(each.value for each in self._literals(subject, RDFS.label) if not each.language)
        if not names or self._is(subject, SAMV.Fact):
            return
        forms = sorted({each.value for name in _NAMES for each in self._literals(subject, name)})
        county = min(self._iris(subject, SAMV.county), default=None)
        yield (
            subject.value, names[0], "\n".join(form for form in forms if form != names[0]), county,
            lines([names[0], *forms]), place(folded(names[0])),
        )  # fmt: skip

    def statement(self, subject: NamedNode) -> Iterator[_Row]:
        """A row for each words of a statement, in each document that it is in."""
        words = sorted({folded(each.value) for name in _WORDS for each in self._literals(subject, name)})
        if not words or not any(self._is(subject, kind) for kind in _STATEMENTS):
            return
        for iri in self._iris(subject, SAMV.inDocument):
            document = NamedNode(iri)
            bodies = "\n".join(sorted(self._iris(document, SAMV.body)))
            for each in words:
                yield subject.value, iri, self._date(document), bodies, each

    def document(self, subject: NamedNode) -> Iterator[_Row]:
        """A row for a document with a text."""
        for text in self._literals(subject, SAMV.text):
            yield subject.value, self._date(subject), text.value
            return

    def _date(self, document: NamedNode) -> str:
        """The day of a document, empty where none is stated."""
        return min((each.value for each in self._literals(document, SAMV.date)), default="")

    def _iris(self, subject: NamedNode, name: NamedNode) -> Iterator[str]:
        return (each.object.value for each in self._values(subject, name) if isinstance(each.object, NamedNode))

    def _values(self, subject: NamedNode, name: NamedNode) -> Iterator[Quad]:
        return self._engine.quads_for_pattern(subject, name, None, _DEFAULT)

    def _literals(self, subject: NamedNode, name: NamedNode) -> Iterator[Literal]:
        return (quad.object for quad in self._values(subject, name) if isinstance(quad.object, Literal))

    def _is(self, subject: NamedNode, kind: NamedNode) -> bool:
        return Quad(subject, RDF.type, kind, _DEFAULT) in self._engine
