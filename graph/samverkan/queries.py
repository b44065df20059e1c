"""The shipped queries: which there are, and asking them of a store."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from types import MappingProxyType
from typing import Final, TypeAlias

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from samverkan.errors import NotFound
from samverkan.lookup import resolve
from samverkan.query_files import LEVELS, Level, Parameter, Query, Words, added_up, read, with_sums
from samverkan.resources import folder
from samverkan.store import Rows, Store, Term
from samverkan.store.answers import Answers
from samverkan.store.attendance import met, sighted
from samverkan.store.index import TextIndex
from samverkan.store.snapshot import SnapshotStore

__all__ = [
    "LEVELS",
    "Cell",
    "Level",
    "Parameter",
    "Query",
    "Words",
    "answered",
    "catalogue",
    "cells",
    "checks",
    "counted",
    "networks",
    "pages",
    "query",
    "read",
    "resolve",
    "run",
    "tables",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value for a reader: its words (None where the answer has none) and the node behind them, for a link."""

    text: str | None
    term: Term | None


def catalogue() -> Mapping[str, Query]:
    """The queries for everybody, by name."""
    return _folder("")


def checks() -> Mapping[str, Query]:
    """The checks, by name: every row of one is an offence."""
    return _folder("checks")


def networks() -> Mapping[str, Query]:
    """The queries that networks are made from, by name."""
    return _folder("networks")


def pages() -> Mapping[str, Query]:
    """The queries that entity pages are made from, by name."""
    return _folder("pages")


def tables() -> Mapping[str, Query]:
    """The queries that give all statements of a kind as a table, by name."""
    return _folder("tables")


def query(name: str) -> Query:
    """The query `name`, or `checks/name`, `networks/name` or `pages/name`; `NotFound` gives the nearest names."""
    group, _, own = name.rpartition("/")
    found = _folder(group) if group in _GROUPS else {}
    if own in found:
        return found[own]
    near = ", ".join(difflib.get_close_matches(name, catalogue(), n=3, cutoff=0.4)) or ", ".join(catalogue())
    raise NotFound(f"no query is called {name!r}; there are {near}")


_Arguments: TypeAlias = Mapping[str, str | Sequence[str]]


def run(
    store: Store, name: str, arguments: _Arguments = MappingProxyType({}), first: int = 0, most: int | None = None
) -> Rows:
    """The rows of the query `name`; arguments are words as people write them, an empty one counts as not given.

    Several words for one argument are several values, of which any fits. What a snapshot has worked out is not asked.
    The rows are those from the number `first` on, all of them or `most`.
    """
    found = _ready(store, name, arguments, rows=(first, -1 if most is None else most))
    if not isinstance(found, str):
        return found
    answer = store.select(found)
    return Rows(answer.variables, islice(answer.rows, first, None if most is None else first + most))


def counted(store: Store, name: str, arguments: _Arguments, most: int) -> int | None:
    """How many rows the query `name` gives, as far as `most`; None where a snapshot has not worked that out."""
    values = _values(store, query(name), arguments)
    if not isinstance(store, SnapshotStore) or _language(values) is None:
        return None
    return store.number_kept(name, _chosen(values), most)


def answered(store: Store, answers: Answers, name: str, arguments: _Arguments, most: int, first: int = 0) -> Rows:
    """`most` rows of the query `name` from the number `first` on.

    They are worked out by who answers outsiders, within the limits for these. Raises what `Answers.answer` does. The
    names in the arguments are looked up in `store`.
    """
    found = _ready(store, name, arguments, _MOST_BYTES, (first, most))
    if not isinstance(found, str):
        return found
    most += first
    answer = answers.answer(limited(found, most), ("json",), rows=most)
    solutions = parse_query_results(answer.body, QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    return Rows(tuple(each.value for each in solutions.variables), islice(map(tuple, solutions), first, most))


def limited(text: str, most: int) -> str:
    """The text of a shipped query that gives at most so many rows; one that limits itself stays as it is."""
    return text if _LIMITED.search(text) else f"{text.rstrip()}\nLIMIT {most}\n"


_MOST_BYTES: Final = 60_000  # of a text for who answers outsiders, who takes 64 kB
_LIMITED: Final = re.compile(r"\bLIMIT \d+\s*$")


_ALL: Final = (0, -1)  # rows: from the first on, as many as there are


def _ready(
    store: Store, name: str, arguments: _Arguments, most_bytes: int | None = None, rows: tuple[int, int] = _ALL
) -> str | Rows:
    """The text of a query with its arguments, or some rows of its answer where that was worked out at publication.

    What was looked up for it is left out of a text that would be longer than `most_bytes`.
    """
    asked = query(name)
    values = _values(store, asked, arguments)
    kept = _kept(store, asked, name, values, rows)
    if kept:
        return kept
    if asked.added and values.keys() <= {"language"}:
        return _with_sums(store, asked, asked.bind(values))
    text = asked.bind(values | _looked_up(store, asked, values))
    return text if most_bytes is None or len(text.encode()) <= most_bytes else asked.bind(values)


def _values(store: Store, asked: Query, arguments: _Arguments) -> dict[str, Sequence[Term]]:
    """The terms that arguments stand for, but for empty ones."""
    types = {parameter.name: parameter.type for parameter in asked.parameters}
    values: dict[str, Sequence[Term]] = {}
    for key, words in arguments.items():
        texts = [words] if isinstance(words, str) else words
        terms = [resolve(store, types[key], text) if key in types else Text(text) for text in texts if text.strip()]
        if terms:
            values[key] = terms
    return values


def _kept(
    store: Store, asked: Query, name: str, values: Mapping[str, Sequence[Term]], rows: tuple[int, int]
) -> Rows | None:
    """The answer where a snapshot keeps it."""
    language = _language(values)
    takes = {parameter.name for parameter in asked.parameters}
    if language is None or not isinstance(store, SnapshotStore) or not values.keys() <= takes:
        return None
    return store.kept(name, language, _chosen(values), *rows)


def _language(values: Mapping[str, Sequence[Term]]) -> str | None:
    """The language that an answer is wanted in, None where that is not one."""
    language, *others = values.get("language", _SWEDISH)
    return language.value if isinstance(language, Text) and not others else None


def _chosen(values: Mapping[str, Sequence[Term]]) -> dict[str, Sequence[Term]]:
    return {key: terms for key, terms in values.items() if key != "language"}


def _with_sums(store: Store, asked: Query, text: str) -> str:
    """The text of a query with what a snapshot has added up for it, if it has."""
    index = store.index if isinstance(store, SnapshotStore) else None
    sums = [index.sums(f"{asked.name}/{number}") if index else None for number in range(len(added_up(text)))]
    return text if None in sums else with_sums(text, [each for each in sums if each is not None])


def _looked_up(store: Store, asked: Query, values: Mapping[str, Sequence[Term]]) -> dict[str, Sequence[Term]]:
    """What the index of a snapshot finds by some parameters, for places such as `# key text.statement`.

    So the query need not read all that there is; it compares what was found.
    """
    index = store.index if isinstance(store, SnapshotStore) else None
    found: dict[str, Sequence[Term]] = {}
    keys = {key: key.split(".") for key in asked.keys if index}
    bound = {key: parts for key, parts in keys.items() if parts[1:] and values.keys() >= set(parts[:-1])}
    for key, (*parameters, table) in bound.items():
        if index and not any({*parameters, table} < set(more) for more in bound.values()):  # by as many as are given
            given = product(*(map(_text, values[name]) for name in parameters))
            each = [_found(index, table, texts) for texts in given]
            if None not in each:
                found[key] = [NamedNode(iri) for iris in each for iri in iris or ()] or [_NOTHING]
    return found


def _found(index: TextIndex, table: str, texts: Sequence[str]) -> Sequence[str] | None:
    """The IRIs that an index finds by some texts; None where it finds too many, or has no such table."""
    match table:
        case "met":
            return index.attendance(met, *texts)
        case "sighted":
            return index.attendance(sighted, *texts)
        case "unsighted":  # what is left to be read in the graph where `sighted` says what decides
            return () if index.attends else None
        case _:
            return index.having(table, *texts)


_NOTHING: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")


_SWEDISH: Final = (Text("sv"),)


def cells(asked: Query, rows: Rows) -> Iterator[tuple[Cell, ...]]:
    """The rows for a reader: one cell for each of the query's columns, named by its `…Label` where there is one."""
    places = {variable: place for place, variable in enumerate(rows.variables)}
    pairs = [(places[column], places.get(f"{column}Label")) for column in asked.columns]
    for row in rows.rows:
        yield tuple(_cell(row, term, label) for term, label in pairs)


def _cell(row: Sequence[Term | None], place: int, label_place: int | None) -> Cell:
    term = row[place]
    named = row[label_place] if label_place is not None else None
    return Cell(_words(named if named is not None else term), term)


def _text(term: Term) -> str:
    return str(getattr(term, "value", term))


def _words(term: Term | None) -> str | None:
    match term:
        case Text():
            return term.value
        case NamedNode():
            return re.split(r"[/#]", term.value)[-1].replace("-", " ")
        case None:
            return None
        case _:
            return str(term)


_GROUPS: Final = ("", "candidates", "checks", "networks", "pages", "popolo", "tables")


@cache
def _folder(group: str) -> Mapping[str, Query]:
    paths = sorted((folder("queries") / group).glob("*.rq"))
    return MappingProxyType({path.stem: read(path) for path in paths})
