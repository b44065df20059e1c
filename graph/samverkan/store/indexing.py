"""Filling the full-text index of a snapshot, from all that its default graph says or from what changed in it."""

# ruff: noqa: S608  names of tables come from here, values are bound

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from samverkan.store import facets, kept, pairs
from samverkan.store.filling import Filled
from samverkan.store.index import INDEXES, SCHEMA, VERSION, folded, lines
from samverkan.store.kept import Kept
from samverkan.vocabulary import DCT, RDF, RDFS, SAMV, SKOS

_DEFAULT: Final = DefaultGraph()
_STATEMENTS: Final = (SAMV.AgendaItem, SAMV.Decision, SAMV.Assignment, SAMV.Referral)
_WORDS: Final = (DCT.title, DCT.description)
_NAMES: Final = (RDFS.label, SKOS.altLabel)
_FAST: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;"
_MARK: Final = f"PRAGMA user_version = {VERSION};"
_MOST_SORTED: Final = 20_000  # things; where the facets of more may have changed, those of all are worked out anew
_INSERTS: Final = {
    "thing": "INSERT INTO thing (iri, label, forms, county, plain) VALUES (?, ?, ?, ?, ?)",
    "statement": "INSERT INTO statement (iri, document, plain) VALUES (?, ?, ?)",
    "document": "INSERT INTO document (iri, date, text) VALUES (?, ?, ?)",
}


def fill(path: Path, engine: pyoxigraph.Store, questions: Iterable[Kept] = ()) -> None:
    """Make the index, the pairs and the answers to some questions, of all that an engine's default graph says.

    They are written to a new file.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FAST + _MARK + SCHEMA + pairs.SCHEMA + kept.SCHEMA + facets.SCHEMA)
        for table, rows in _rows(engine, None).items():
            connection.executemany(_INSERTS[table], rows)
        for index, _ in INDEXES.values():
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        facets.fill(connection, engine, None)
        pairs.fill(connection, engine, None)
        kept.fill(connection, engine, questions, None)
        connection.commit()


def can_be_renewed(path: Path) -> bool:
    """Whether there is an index that was made by this version."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone() == (VERSION,))


def renew(path: Path, engine: pyoxigraph.Store, filled: Filled, questions: Iterable[Kept] = ()) -> None:
    """Bring an index to what the default graph says now, given what it lost and gained."""
    changed = (filled.gone or frozenset()) | (filled.new or frozenset())
    subjects = {each.subject for each in changed if isinstance(each.subject, NamedNode)}
    sorted_anew = facets.touched(engine, changed, _MOST_SORTED)
    if sorted_anew is not None:
        sorted_anew |= subjects  # which get other numbers
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FAST)
        facets.forget(connection, sorted_anew or ())
        for table, rows in _rows(engine, subjects).items():
            index, column = INDEXES[table]
            for subject in subjects:
                for row in connection.execute(
                    f"SELECT id, {column} FROM {table} WHERE iri = ?", [subject.value]
                ).fetchall():
                    connection.execute(f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', ?, ?)", row)
                    connection.execute(f"DELETE FROM {table} WHERE id = ?", row[:1])
            for row in rows:
                number = connection.execute(_INSERTS[table], row).lastrowid
                connection.execute(
                    f"INSERT INTO {index} (rowid, {column}) SELECT id, {column} FROM {table} WHERE id = ?", [number]
                )
        facets.fill(connection, engine, sorted_anew)
        pairs.fill(connection, engine, sorted(subjects, key=str))
        kept.fill(connection, engine, questions, changed)
        connection.commit()


def _rows(engine: pyoxigraph.Store, subjects: set[NamedNode] | None) -> dict[str, Iterator[tuple[Any, ...]]]:
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

    def thing(self, subject: NamedNode) -> Iterator[tuple[Any, ...]]:
        """A row for what has a name without a language and is no fact."""
        names = sorted(each.value for each in self._literals(subject, RDFS.label) if not each.language)
        if not names or self._is(subject, SAMV.Fact):
            return
        forms = sorted({each.value for name in _NAMES for each in self._literals(subject, name)})
        county = next((each.object for each in self._values(subject, SAMV.county)), None)
        yield (
            subject.value, names[0], "\n".join(form for form in forms if form != names[0]),
            county.value if isinstance(county, NamedNode) else None, lines([names[0], *forms]),
        )  # fmt: skip

    def statement(self, subject: NamedNode) -> Iterator[tuple[Any, ...]]:
        """A row for each words of a statement."""
        words = [each.value for name in _WORDS for each in self._literals(subject, name)]
        if not words or not any(self._is(subject, kind) for kind in _STATEMENTS):
            return
        for quad in self._values(subject, SAMV.inDocument):
            if isinstance(quad.object, NamedNode):
                yield from ((subject.value, quad.object.value, folded(each)) for each in words)

    def document(self, subject: NamedNode) -> Iterator[tuple[Any, ...]]:
        """A row for a document with a text."""
        for text in self._literals(subject, SAMV.text):
            date = next((each.value for each in self._literals(subject, SAMV.date)), "")
            yield subject.value, date, text.value
            return

    def _values(self, subject: NamedNode, name: NamedNode) -> Iterator[Quad]:
        return self._engine.quads_for_pattern(subject, name, None, _DEFAULT)

    def _literals(self, subject: NamedNode, name: NamedNode) -> Iterator[Literal]:
        return (quad.object for quad in self._values(subject, name) if isinstance(quad.object, Literal))

    def _is(self, subject: NamedNode, kind: NamedNode) -> bool:
        return Quad(subject, RDF.type, kind, _DEFAULT) in self._engine
