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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import Any, Final, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode

from samverkan.store import Rows, Term
from samverkan.vocabulary import OWL, RDF, RDFS, SKOS, XSD

SCHEMA: Final = """
CREATE TABLE question (id INTEGER PRIMARY KEY, name TEXT, language TEXT, digest TEXT, variables TEXT, descending TEXT);
CREATE TABLE part (question INTEGER, thing TEXT, rows BLOB, PRIMARY KEY (question, thing)) WITHOUT ROWID;
CREATE TABLE term (iri TEXT PRIMARY KEY, sv TEXT, en TEXT) WITHOUT ROWID;
"""
_DEFAULT: Final = DefaultGraph()
_Row: TypeAlias = list[str | None]
_NOTHING: Final = NamedNode(f"{RDF.iri}nil")
_AT_ONCE: Final = 300  # things in a query
_PARTS_IN_MEMORY: Final = 4_096
_UNBOUND: Final = float("-inf")  # before all other values, as SPARQL orders them
_NUMBERS: Final = frozenset({XSD.integer, XSD.decimal})


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose whole answer is kept: the answers about each thing of some classes, together.

    `language` is empty where the answer, with the names of terms put into another language, serves for all languages.
    `text` gives the query about some things. Its first variable is the thing, then come `variables`, then the values
    by which rows are ordered, of which those marked in `descending` run from the last to the first.
    """

    name: str
    language: str
    classes: frozenset[NamedNode]
    variables: tuple[str, ...]
    descending: tuple[bool, ...]
    text: Callable[[Sequence[NamedNode]], str]

    @property
    def digest(self) -> str:
        """What changes when the question does."""
        return sha256(self.text([_NOTHING]).encode()).hexdigest()


def fill(
    connection: sqlite3.Connection,
    engine: pyoxigraph.Store,
    questions: Iterable[Question],
    near: Collection[NamedNode] | None,
) -> None:
    """Bring the answers to what the default graph of an engine says, given the things near what changed; None for all.

    A question that is kept as another text, or not yet, is worked out about all things, and one no longer asked goes.
    """
    asked = {(each.name, each.language): each for each in questions}
    known = {
        (name, language): (number, digest)
        for number, name, language, digest in connection.execute("SELECT id, name, language, digest FROM question")
    }
    for key, (number, digest) in known.items():
        if near is None or key not in asked or asked[key].digest != digest:
            connection.execute(f"DROP TABLE place_{number}")
            connection.execute("DELETE FROM part WHERE question = ?", [number])
            connection.execute("DELETE FROM question WHERE id = ?", [number])
    _name_terms(connection, engine, near)
    classes = {} if near is None else {thing: _classes(engine, thing) for thing in near}
    for key, question in asked.items():
        number, digest = known.get(key, (0, ""))
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
        "INSERT INTO question (name, language, digest, variables, descending) VALUES (?, ?, ?, ?, ?)",
        [
            question.name,
            question.language,
            question.digest,
            json.dumps(question.variables),
            json.dumps(question.descending),
        ],
    ).lastrowid
    assert number is not None
    order = [f"by{place}" for place in range(len(question.descending))]
    connection.execute(f"CREATE TABLE place_{number} ({', '.join(order)}, thing TEXT, row INTEGER)")
    things = {
        quad.subject
        for each in question.classes
        for quad in engine.quads_for_pattern(None, RDF.type, each, _DEFAULT)
        if isinstance(quad.subject, NamedNode)
    }
    _fill_in(connection, engine, question, number, sorted(things, key=str))
    directed = [f"{name} DESC" if down else name for name, down in zip(order, question.descending, strict=True)]
    connection.execute(f"CREATE INDEX place_{number}_thing ON place_{number} (thing)")
    connection.execute(f"CREATE INDEX place_{number}_order ON place_{number} ({', '.join(directed)}, thing, row)")


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
    places = f"INSERT INTO place_{number} VALUES ({', '.join('?' * (width + 2))})"
    while batch := list(islice(remaining, _AT_ONCE)):
        answer = engine.query(question.text(batch))
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        parts: dict[str, list[_Row]] = {}
        order = []
        for row in answer:
            thing, *cells = row
            part = parts.setdefault(thing.value, [])
            order.append((*map(_rank, cells[-width:]), thing.value, len(part)))
            part.append([_packed(term) for term in cells[:-width]])
        connection.executemany(
            "INSERT INTO part VALUES (?, ?, ?)",
            ((number, thing, zlib.compress(json.dumps(rows).encode(), 1)) for thing, rows in parts.items()),
        )
        connection.executemany(places, order)


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


def answer(connection: sqlite3.Connection, name: str, language: str) -> Rows | None:
    """The whole answer to a question in a language, as the query of that name gives it; None where none is kept."""
    found = connection.execute(
        "SELECT id, language, variables, descending FROM question WHERE name = ? AND language IN (?, '')",
        [name, language],
    ).fetchone()
    if found is None:
        return None
    number, kept_in = found[:2]
    variables, descending = map(json.loads, found[2:])
    order = ", ".join(f"by{place} DESC" if down else f"by{place}" for place, down in enumerate(descending))
    places = connection.execute(f"SELECT thing, row FROM place_{number} ORDER BY {order}, thing, row")
    rows = _cells(connection, number, places)
    if language == "en" and not kept_in:
        rows = _in_english(connection, variables, rows)
    return Rows(tuple(variables), _terms(rows))


def _cells(connection: sqlite3.Connection, number: int, places: Iterable[tuple[str, int]]) -> Iterator[_Row]:
    @lru_cache(_PARTS_IN_MEMORY)
    def part(thing: str) -> list[_Row]:
        query = "SELECT rows FROM part WHERE question = ? AND thing = ?"
        (rows,) = connection.execute(query, [number, thing]).fetchone()
        return json.loads(zlib.decompress(rows))  # type: ignore[no-any-return]

    for thing, row in places:
        yield part(thing)[row]


def _in_english(connection: sqlite3.Connection, variables: Sequence[str], rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows with the names of terms in English: each stands in a column `xLabel` for the term in the column `x`."""
    place = {name: number for number, name in enumerate(variables)}
    named = [(place[name], place[f"{name}Label"]) for name in variables if f"{name}Label" in place]
    words = {
        (f"<{iri}", f"@sv {swedish}"): f"@en {english}"
        for iri, swedish, english in connection.execute("SELECT * FROM term")
    }
    for row in rows:
        spoken = list(row)
        for term, label in named:
            spoken[label] = words.get((row[term] or "", row[label] or ""), row[label])
        yield spoken


def _terms(rows: Iterable[_Row]) -> Iterator[Sequence[Term | None]]:
    known: dict[str | None, Term | None] = {None: None}
    for row in rows:
        for cell in row:
            if cell is not None and cell not in known:
                known[cell] = _FORMS[cell[0]](cell[1:])
        yield tuple([known[cell] for cell in row])


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


def _rank(term: Term | None) -> float | str:
    """A value that SQLite orders among its like as SPARQL orders terms: unbound, IRIs, literals; numbers by size."""
    match term:
        case Literal():
            if term.datatype in _NUMBERS:
                return float(term.value)
            if term.datatype == XSD.boolean:
                return float(term.value == "true")
            return f"\x02{term.value}"
        case NamedNode():
            return f"\x01{term.value}"
        case _:
            return _UNBOUND


def _packed(term: Term | None) -> str | None:
    """A term as a short text: its first letter tells what it is."""
    match term:
        case Literal():
            if term.language:
                return f"@{term.language} {term.value}"
            return f'"{term.value}' if term.datatype == XSD.string else f"^{term.datatype.value} {term.value}"
        case NamedNode():
            return f"<{term.value}"
        case _:
            return None


def _typed(text: str) -> Literal:
    datatype, _, value = text.partition(" ")
    return Literal(value, datatype=NamedNode(datatype))


def _spoken(text: str) -> Literal:
    language, _, value = text.partition(" ")
    return Literal(value, language=language)


_FORMS: Final[Mapping[str, Callable[[str], Term]]] = {"<": NamedNode, '"': Literal, "^": _typed, "@": _spoken}
