"""Whole answers that are worked out when a snapshot is made: questions over all of the graph, thing by thing.

Asked of the graph, a question over everything takes time for each of its rows, and there are hundreds of thousands. So
its answer is kept in parts, one for each thing that it is about (a body, a meeting, a statement), beside the
full-text index, with an index of the order in which its rows are told. A publication works out anew the parts of
things near what changed; the first hundred rows are then read as fast from a million as from a thousand.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from itertools import islice
from typing import Any, Final

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode

from samverkan.store import Term
from samverkan.store.packing import packed, rank
from samverkan.vocabulary import OWL, RDF, RDFS, SKOS

SCHEMA: Final = """
CREATE TABLE question (id INTEGER PRIMARY KEY, name TEXT UNIQUE, digest TEXT, shape TEXT);
CREATE TABLE part (question INTEGER, thing TEXT, rows BLOB, PRIMARY KEY (question, thing)) WITHOUT ROWID;
CREATE TABLE term (iri TEXT PRIMARY KEY, sv TEXT, en TEXT) WITHOUT ROWID;
"""
_DEFAULT: Final = DefaultGraph()
_NOTHING: Final = NamedNode(f"{RDF.iri}nil")
_AT_ONCE: Final = 1_000  # things in a query


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose whole answer is kept: the answers about each thing of some classes, together.

    `key` is what its parameter calls the thing. `text` gives the query about some things. Its first variable is the
    thing, then come `variables`, then the values by which rows are ordered, of which those marked in `descending` run
    from the last to the first, then those by which rows are chosen. `narrowed` are the parameters by which they are:
    each with its column, and whether it is the least text there. `words` are those that the question says itself, from
    Swedish to English; it says them in Swedish, in the language `OWN`.
    """

    name: str
    key: str
    classes: frozenset[NamedNode]
    variables: tuple[str, ...]
    descending: tuple[bool, ...]
    narrowed: tuple[tuple[str, str, bool], ...]
    words: Mapping[str, str]
    text: Callable[[Sequence[NamedNode]], str]

    @property
    def shape(self) -> str:
        """What is noted of it for readers, as JSON."""
        return json.dumps([self.key, self.variables, self.descending, self.narrowed, dict(self.words)])

    @property
    def digest(self) -> str:
        """What changes when the question does."""
        return sha256(f"{self.shape}\n{self.text([_NOTHING])}".encode()).hexdigest()


OWN: Final = "x-own"
"""The language of words that a question says itself, which stand in no list."""


def fill(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    questions: Iterable[Question],
    near: Collection[NamedNode] | None,
) -> None:
    """Bring the answers to what the default graph of an engine says, given the things near what changed; None for all.

    A question that is kept as another text, or not yet, is worked out about all things, and one no longer asked goes.
    """
    asked = {each.name: each for each in questions}
    known = {
        name: (number, digest) for number, name, digest in connection.execute("SELECT id, name, digest FROM question")
    }
    for name, (number, digest) in known.items():
        if near is None or name not in asked or asked[name].digest != digest:
            connection.execute(f"DROP TABLE place_{number}")
            connection.execute("DELETE FROM part WHERE question = ?", [number])
            connection.execute("DELETE FROM question WHERE id = ?", [number])
    _name_terms(connection, engine, near)
    classes = {} if near is None else {thing: _classes(engine, thing) for thing in near}
    for name, question in asked.items():
        number, digest = known.get(name, (0, ""))
        if near is None or digest != question.digest:
            _fill_anew(connection, engine, question)
            continue
        connection.executemany(
            "DELETE FROM part WHERE question = ? AND thing = ?", [(number, thing.value) for thing in near]
        )
        connection.executemany(f"DELETE FROM place_{number} WHERE thing = ?", [(thing.value,) for thing in near])
        about = sorted((thing for thing in near if not classes[thing].isdisjoint(question.classes)), key=str)
        _fill_in(connection, engine, question, number, about)


def _fill_anew(connection: sqlite3.Connection, engine: pyoxigraph.Store, question: Question) -> None:
    number = connection.execute(
        "INSERT INTO question (name, digest, shape) VALUES (?, ?, ?)", [question.name, question.digest, question.shape]
    ).lastrowid
    assert number is not None
    order = [f"by{place}" for place in range(len(question.descending))]
    narrowed = [f"at{place}" for place in range(len(question.narrowed))]
    columns = ", ".join([*order, *narrowed, "thing TEXT", "row INTEGER"])
    connection.execute(f"CREATE TABLE place_{number} ({columns})")
    things = {
        quad.subject
        for each in question.classes
        for quad in engine.quads_for_pattern(None, RDF.type, each, _DEFAULT)
        if isinstance(quad.subject, NamedNode)
    }
    _fill_in(connection, engine, question, number, sorted(things, key=str))
    directed = [f"{name} DESC" if down else name for name, down in zip(order, question.descending, strict=True)]
    connection.execute(f"CREATE INDEX place_{number}_order ON place_{number} ({', '.join(directed)}, thing, row)")
    for each in (*narrowed, "thing"):
        connection.execute(f"CREATE INDEX place_{number}_{each} ON place_{number} ({each})")


def _fill_in(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    question: Question,
    number: int,
    things: Sequence[NamedNode],
) -> None:
    """Work out a question about some things of which nothing is kept."""
    remaining = iter(things)
    width = len(question.descending)
    told_in, ordered_in = len(question.variables), len(question.variables) + width
    least = [least for _, _, least in question.narrowed]
    places = f"INSERT INTO place_{number} VALUES ({', '.join('?' * (width + len(least) + 2))})"
    while batch := list(islice(remaining, _AT_ONCE)):
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


def _name_terms(connection: sqlite3.Connection, engine: pyoxigraph.Store, near: Iterable[NamedNode] | None) -> None:
    """Note what the terms of our lists and ontology are called in Swedish and in English."""
    found = engine.query(_TERMS.format("UNDEF" if near is None else " ".join(map(str, near))))
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


def near(engine: pyoxigraph.Store, changed: Iterable[Any], graphs: Iterable[Any], most: int) -> set[NamedNode] | None:
    """The things that an answer may tell otherwise since some triples came or went; None for more than `most`.

    These are the subjects of the triples, whatever points to them in one or two steps, and what all these and whatever
    else the graphs with such triples are about point to in one or two steps. A shipped question that is kept tells
    of its things nothing from farther away.
    """
    touched: set[Any] = set()
    ends: set[Any] = set()
    for triple in changed:
        touched.add(triple.subject)
        ends.add(triple.object)
    inward = set(touched)
    for _ in range(2):
        for node in list(touched):
            for quad in engine.quads_for_pattern(None, None, node, _DEFAULT):
                touched.add(quad.subject)
                if len(touched) > most:
                    return None
        touched, inward = touched - inward, inward | touched
    outward = inward | {node for node in ends if isinstance(node, NamedNode)} | set(graphs)
    fresh = set(outward)
    for _ in range(2):
        found = {
            quad.object
            for node in fresh
            for quad in engine.quads_for_pattern(node, None, None, _DEFAULT)
            if isinstance(quad.object, NamedNode)
        }
        fresh = found - outward
        outward |= fresh
    return {node for node in outward if isinstance(node, NamedNode)} if len(outward) <= most else None


def _classes(engine: pyoxigraph.Store, thing: NamedNode) -> frozenset[Any]:
    return frozenset(quad.object for quad in engine.quads_for_pattern(thing, RDF.type, None, _DEFAULT))
