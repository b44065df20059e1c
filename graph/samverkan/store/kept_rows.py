"""Reading whole answers that a snapshot keeps (`kept`): all their rows, or those about some things, in their order."""

# ruff: noqa: S608  names of tables come from here, values are bound

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from samverkan.store import Rows, Term
from samverkan.store.kept import OWN, mark
from samverkan.store.packing import packed, unpacked

_Row: TypeAlias = list[str | None]
_PARTS_IN_MEMORY: Final = 4_096
Chosen: TypeAlias = Mapping[str, Sequence[Term]]
"""By parameter the terms of which a row must be about one."""


class _Shape(NamedTuple):
    """What a question is like; see `kept.Question`."""

    key: str
    variables: tuple[str, ...]
    descending: tuple[bool, ...]
    narrowed: tuple[tuple[str, str, bool], ...]
    words: Mapping[str, str]
    since: tuple[tuple[str, str], ...] = ()


def answer(
    connection: sqlite3.Connection,
    name: str,
    language: str,
    chosen: Chosen = MappingProxyType({}),
    first: int = 0,
    most: int = -1,
) -> Rows | None:
    """The answer to a question in a language, as the query of that name gives it; None where it is not kept.

    Of its rows those from the number `first` on, `most` of them where that is not negative.
    """
    found = _found(connection, name, chosen)
    if found is None:
        return None
    number, shape = found
    places = _places(connection, number, shape, chosen, first, most)
    rows = _narrowed(shape, chosen, _cells(connection, number, places))
    if language == "en":
        rows = _in_english(connection, shape.variables, rows)
    return Rows(tuple(shape.variables), _terms(rows, shape.words if language == "en" else {}))


def count(connection: sqlite3.Connection, name: str, chosen: Chosen, most: int) -> int | None:
    """How many rows `answer` gives, counted as far as `most`; None where it is not kept."""
    found = _found(connection, name, chosen)
    if found is None:
        return None
    where, given = _chosen(found[1], chosen)
    query = f"SELECT COUNT(*) FROM (SELECT 1 FROM place_{found[0]} {where} LIMIT ?)"
    (rows,) = connection.execute(query, [*given, most]).fetchone()
    return int(rows)


def _found(connection: sqlite3.Connection, name: str, chosen: Chosen) -> tuple[int, _Shape] | None:
    """The number and the shape of a question, where what is chosen of its answer is kept."""
    found = connection.execute("SELECT id, shape FROM question WHERE name = ?", [name]).fetchone()
    if found is None:
        return None
    number, shape = found[0], _Shape(*json.loads(found[1]))
    can_choose = chosen.keys() <= {shape.key, *(name for name, _, _ in shape.narrowed)}
    return (number, shape) if can_choose and _has_parts(connection, number, chosen.get(shape.key)) else None


def _has_parts(connection: sqlite3.Connection, number: int, things: Sequence[Term] | None) -> bool:
    """Whether something is kept about each of some things; of others the graph may still tell."""
    return all(
        connection.execute("SELECT 1 FROM part WHERE question = ? AND thing = ?", [number, _iri(thing)]).fetchone()
        for thing in things or ()
    )


def _iri(term: Term) -> str | None:
    return term.value if isinstance(term, NamedNode) else None


def _places(
    connection: sqlite3.Connection, number: int, shape: _Shape, chosen: Chosen, first: int, most: int
) -> Iterable[tuple[str, int]]:
    """Where the rows stand that may be among those chosen, in order."""
    where, given = _chosen(shape, chosen)
    order = ", ".join(f"by{place} DESC" if down else f"by{place}" for place, down in enumerate(shape.descending))
    query = f"SELECT thing, row FROM place_{number} {where} ORDER BY {order}, thing, row LIMIT ? OFFSET ?"
    return connection.execute(query, [*given, most, first])


def _chosen(shape: _Shape, chosen: Chosen) -> tuple[str, list[str]]:
    """What the places of rows must fulfil that may be among those chosen, and the values in it."""
    conditions, given = [], []
    for place, (name, _, least) in enumerate(shape.narrowed):
        if name in chosen:
            values = [mark(term, least) for term in chosen[name]]
            conditions.append(f"at{place} >= ?" if least else f"at{place} IN (SELECT value FROM json_each(?))")
            given.append(min(map(str, values)) if least else json.dumps(values))
    for place, (name, _) in enumerate(shape.since, len(shape.narrowed)):
        conditions.append(f"at{place} <= ?")
        given.append(max((str(mark(term, True)) for term in chosen.get(name, ())), default=""))
    if shape.key in chosen:
        conditions.append("thing IN (SELECT value FROM json_each(?))")
        given.append(json.dumps([_iri(term) for term in chosen[shape.key]]))
    return f"WHERE {' AND '.join(conditions)}" if conditions else "", given


def _cells(connection: sqlite3.Connection, number: int, places: Iterable[tuple[str, int]]) -> Iterator[_Row]:
    @lru_cache(_PARTS_IN_MEMORY)
    def part(thing: str) -> list[_Row]:
        query = "SELECT rows FROM part WHERE question = ? AND thing = ?"
        (rows,) = connection.execute(query, [number, thing]).fetchone()
        return json.loads(zlib.decompress(rows))  # type: ignore[no-any-return]

    for thing, row in places:
        yield part(thing)[row]


def _narrowed(shape: _Shape, chosen: Chosen, rows: Iterator[_Row]) -> Iterator[_Row]:
    """The rows that hold the terms chosen."""
    wanted = [
        (shape.variables.index(column), frozenset(map(packed, chosen[name])))
        for name, column, least in shape.narrowed
        if name in chosen and not least
    ]
    return (row for row in rows if all(row[place] in terms for place, terms in wanted)) if wanted else rows


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


_OWN: Final = f"@{OWN} "


def _terms(rows: Iterable[_Row], words: Mapping[str, str]) -> Iterator[Sequence[Term | None]]:
    """Rows of terms; `words` are those that the question says itself, in another language."""
    known: dict[str | None, Term | None] = {None: None}
    for row in rows:
        for cell in row:
            if cell is not None and cell not in known:
                own = cell.removeprefix(_OWN)
                known[cell] = unpacked(cell if own == cell else f'"{words.get(own, own)}')
        yield tuple([known[cell] for cell in row])
