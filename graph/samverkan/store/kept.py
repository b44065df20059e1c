"""Whole answers that are worked out when a snapshot is made: questions over all of the graph, thing by thing.

Asked of the graph, a question over everything takes time for each of its rows, and there are hundreds of thousands. So
its answer is kept in parts, one for each thing that it is about (a body, a meeting, a statement), beside the
full-text index, with an index of the order in which its rows are told. A publication works out anew the parts of
things that what changed leads to (`touched`); the first hundred rows are then read as fast from a million as from a
thousand.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from itertools import islice
from typing import Any, Final, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from samverkan.store import Term, sums
from samverkan.store.packing import packed, rank
from samverkan.store.sums import Sum
from samverkan.store.touched import Ways, ways
from samverkan.vocabulary import OWL, RDF, RDFS, SAMV, SKOS

SCHEMA: Final = """
CREATE TABLE question (id INTEGER PRIMARY KEY, name TEXT UNIQUE, digest TEXT, shape TEXT);
CREATE TABLE part (question INTEGER, thing TEXT, rows BLOB, PRIMARY KEY (question, thing)) WITHOUT ROWID;
CREATE TABLE term (iri TEXT PRIMARY KEY, sv TEXT, en TEXT) WITHOUT ROWID;
"""
_DEFAULT: Final = DefaultGraph()
_NOTHING: Final = NamedNode(f"{RDF.iri}nil")
_AT_ONCE: Final = 1_000  # things in a query
_FEW: Final = 200  # things; of these one after the other, since for several the engine reads all of a large graph
_LARGE: Final = 100_000  # facts
_MOST_TOUCHED: Final = 20_000  # things; where a question may be answered otherwise about more, it is worked out anew


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose whole answer is kept: the answers about each thing of some classes, together.

    `key` is what its parameter calls the thing. `text` gives the query about some things. Its first variable is the
    thing, then come `variables`, then the values by which rows are ordered, of which those marked in `descending` run
    from the last to the first, then those by which rows are chosen. `narrowed` are the parameters by which they are:
    each with its column, and whether it is the least text there. Rows also have in a column for each of `since` no text
    that is greater than the parameter's, without one an empty text. `words` are those that the question says itself,
    from Swedish to English; it says them in Swedish, in the language `OWN`.
    """

    name: str
    key: str
    classes: frozenset[NamedNode]
    variables: tuple[str, ...]
    descending: tuple[bool, ...]
    narrowed: tuple[tuple[str, str, bool], ...]
    since: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    text: Callable[[Sequence[NamedNode]], str]

    @property
    def shape(self) -> str:
        """What is noted of it for readers, as JSON."""
        also = [self.since] if self.since else []
        return json.dumps([self.key, self.variables, self.descending, self.narrowed, dict(self.words), *also])

    @property
    def ways(self) -> Ways:
        """How what changed leads to the things that it may be answered otherwise about."""
        return ways(self.text([_NOTHING]), "thing")

    @property
    def digest(self) -> str:
        """What changes when the question does."""
        return sha256(f"{self.shape}\n{self.text([_NOTHING])}".encode()).hexdigest()


Kept: TypeAlias = Question | Sum
"""What is kept of a question: its rows, or numbers that are added up for it."""

OWN: Final = "x-own"
"""The language of words that a question says itself, which stand in no list."""


def fill(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    questions: Iterable[Kept],
    changed: Collection[Triple] | None,
) -> None:
    """Bring the answers to what the default graph of an engine says, given the triples that came or went; None for all.

    A question that is kept as another text, or not yet, is worked out about all things, and one no longer asked goes.
    """
    every = list(questions)
    sums.fill(connection, engine, [each for each in every if isinstance(each, Sum)], changed)
    asked = {each.name: each for each in every if isinstance(each, Question)}
    known = {
        name: (number, digest) for number, name, digest in connection.execute("SELECT id, name, digest FROM question")
    }
    for name in known.keys() - asked.keys():
        _forget(connection, known[name][0])
    _name_terms(connection, engine, changed)
    classes = _Classes(engine)
    for name, question in asked.items():
        number, digest = known.get(name, (0, ""))
        things = None
        if changed is not None and digest == question.digest:
            things = question.ways.touched(engine, changed, _MOST_TOUCHED)
        if things is None:
            _forget(connection, number)
            _fill_anew(connection, engine, question)
        else:
            _leave_out(connection, number, things)
            about = sorted((each for each in things if not classes[each].isdisjoint(question.classes)), key=str)
            _fill_in(connection, engine, question, number, about, 1 if len(about) <= _FEW else _AT_ONCE)


def _forget(connection: sqlite3.Connection, number: int) -> None:
    """Let go all that is kept of a question."""
    connection.execute(f"DROP TABLE IF EXISTS place_{number}")
    connection.execute("DELETE FROM part WHERE question = ?", [number])
    connection.execute("DELETE FROM question WHERE id = ?", [number])


def _leave_out(connection: sqlite3.Connection, number: int, things: Iterable[NamedNode]) -> None:
    """Let go what is kept of a question about some things."""
    connection.executemany(
        "DELETE FROM part WHERE question = ? AND thing = ?", ((number, each.value) for each in things)
    )
    connection.executemany(f"DELETE FROM place_{number} WHERE thing = ?", ((each.value,) for each in things))


def _fill_anew(connection: sqlite3.Connection, engine: pyoxigraph.Store, question: Question) -> None:
    number = connection.execute(
        "INSERT INTO question (name, digest, shape) VALUES (?, ?, ?)", [question.name, question.digest, question.shape]
    ).lastrowid
    assert number is not None
    order = [f"by{place}" for place in range(len(question.descending))]
    narrowed = [f"at{place}" for place in range(len(question.narrowed) + len(question.since))]
    columns = ", ".join([*order, *narrowed, "thing TEXT", "row INTEGER"])
    connection.execute(f"CREATE TABLE place_{number} ({columns})")
    things = {
        quad.subject
        for each in question.classes
        for quad in engine.quads_for_pattern(None, RDF.type, each, _DEFAULT)
        if isinstance(quad.subject, NamedNode)
    }
    alone = len(things) <= _FEW and _is_large(engine)
    _fill_in(connection, engine, question, number, sorted(things, key=str), 1 if alone else _AT_ONCE)
    directed = [f"{name} DESC" if down else name for name, down in zip(order, question.descending, strict=True)]
    connection.execute(f"CREATE INDEX place_{number}_order ON place_{number} ({', '.join(directed)}, thing, row)")
    for each in (*narrowed[: len(question.narrowed)], "thing"):
        connection.execute(f"CREATE INDEX place_{number}_{each} ON place_{number} ({each})")


def _is_large(engine: pyoxigraph.Store) -> bool:
    facts = engine.quads_for_pattern(None, RDF.type, SAMV.Fact, _DEFAULT)
    return next(islice(facts, _LARGE, None), None) is not None


def _fill_in(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    question: Question,
    number: int,
    things: Sequence[NamedNode],
    at_once: int = _AT_ONCE,
) -> None:
    """Work out a question about some things of which nothing is kept, some at once."""
    remaining = iter(things)
    width = len(question.descending)
    told_in, ordered_in = len(question.variables), len(question.variables) + width
    least = [*(least for _, _, least in question.narrowed), *(True for _ in question.since)]
    places = f"INSERT INTO place_{number} VALUES ({', '.join('?' * (width + len(least) + 2))})"
    while batch := list(islice(remaining, at_once)):
        answer = engine.query(question.text(batch))
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        parts: dict[str, list[list[str | None]]] = {}
        order = []
        for row in answer:
            thing, *cells = row
            part = parts.setdefault(thing.value, [])
            ranks, marks = map(rank, cells[told_in:ordered_in]), map(mark, cells[ordered_in:], least)
            order.append((*ranks, *marks, thing.value, len(part)))
            part.append([packed(term) for term in cells[:told_in]])
        connection.executemany(
            "INSERT INTO part VALUES (?, ?, ?)",
            ((number, thing, zlib.compress(json.dumps(rows).encode(), 1)) for thing, rows in parts.items()),
        )
        connection.executemany(places, order)


def mark(term: Term | None, least: bool = False) -> int | str | None:
    """What a term is found by: a number, which two terms may share, so that they are compared too; or its text."""
    cell = packed(term)
    if cell is None:
        return None
    if least:
        return term.value if isinstance(term, Literal | NamedNode) else None
    return int.from_bytes(blake2b(cell.encode(), digest_size=8).digest(), signed=True)


def _name_terms(connection: sqlite3.Connection, engine: pyoxigraph.Store, changed: Iterable[Triple] | None) -> None:
    """Note what the terms of our lists and ontology are called in Swedish and in English."""
    some = None if changed is None else {str(each.subject) for each in changed if getattr(each.object, "language", "")}
    found = engine.query(_TERMS.format("UNDEF" if some is None else " ".join(some)))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    for row in found:
        connection.execute("INSERT OR REPLACE INTO term VALUES (?, ?, ?)", [each.value for each in row])


# What has a name in both languages: words of the lists, and classes and properties of the ontology.
_TERMS: Final = f"""
SELECT ?term (MIN(?sv) AS ?swedish) (MIN(?en) AS ?english) WHERE {{{{
  VALUES ?term {{{{ {{}} }}}}
  {{{{ ?term {SKOS.prefLabel} ?sv, ?en }}}} UNION {{{{ ?term a <{OWL.iri}Class> ; {RDFS.label} ?sv, ?en }}}}
  UNION {{{{ ?term a <{OWL.iri}ObjectProperty> ; {RDFS.label} ?sv, ?en }}}}
  FILTER ( LANG(?sv) = "sv" && LANG(?en) = "en" )
}}}} GROUP BY ?term
"""


class _Classes(dict[NamedNode, frozenset[Any]]):
    """The classes of things, looked up once each."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        super().__init__()
        self._engine = engine

    def __missing__(self, thing: NamedNode) -> frozenset[Any]:
        found = self._engine.quads_for_pattern(thing, RDF.type, None, _DEFAULT)
        return self.setdefault(thing, frozenset(quad.object for quad in found))
