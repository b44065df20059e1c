"""Filling the full-text index of a snapshot, from all that its default graph says or from what changed in it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode

from samverkan.store import attendance, facets, kept, pairs, spare, tables
from samverkan.store.filling import Filled
from samverkan.store.index import KEEPING, SCHEMA, VERSION
from samverkan.store.kept import Kept

_FAST: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;"
_MARK: Final = f"PRAGMA user_version = {VERSION};"
_FORMER: Final = ("name", "word", "passage", "thing", "statement", "document", "facet", "facet_value", "span")  # of 6
_MOST_SORTED: Final = 20_000  # things; where the facets of more may have changed, those of all are worked out anew


def fill(path: Path, engine: pyoxigraph.Store, questions: Iterable[Kept] = ()) -> None:
    """Make the index, the pairs and the answers to some questions, of all that an engine's default graph says.

    They are written to a new file.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FAST + _MARK + SCHEMA + pairs.SCHEMA + kept.SCHEMA + facets.SCHEMA)
        tables.fill(connection, engine)
        facets.fill(connection, engine, None)
        pairs.fill(connection, engine, None)
        attendance.fill(connection, engine, None)
        kept.fill(connection, engine, questions, None)
        connection.commit()


def can_be_renewed(path: Path) -> bool:
    """Whether there is an index that was made by this version, or by one whose answers can stay."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection:
        return _version(connection) in KEEPING


def renew(
    path: Path, engine: pyoxigraph.Store, filled: Filled, questions: Iterable[Kept] = (), before: str = ""
) -> None:
    """Bring an index to what the default graph says now, given what it lost and gained.

    What pages of the file that changes is noted beside it (`spare`), given the version `before`.
    """
    changed = (filled.gone or frozenset()) | (filled.new or frozenset())
    subjects = {each.subject for each in changed if isinstance(each.subject, NamedNode)}
    sorted_anew = facets.touched(engine, changed, _MOST_SORTED)
    if sorted_anew is not None:
        sorted_anew |= subjects  # which get other numbers
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FAST)
        is_logged = bool(before) and spare.begin(connection, path)
        if _version(connection) != VERSION:
            _begin_anew(connection)
            tables.fill(connection, engine)
            sorted_anew = None
        else:
            facets.forget(connection, sorted_anew or ())
            tables.renew(connection, engine, subjects)
        facets.fill(connection, engine, sorted_anew)
        pairs.fill(connection, engine, sorted(subjects, key=str))
        attendance.fill(connection, engine, changed)
        kept.fill(connection, engine, questions, changed)
        connection.commit()
        if is_logged:
            spare.end(connection, path, before)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _begin_anew(connection: sqlite3.Connection) -> None:
    """Put empty tables of today in the place of those that an older version found names and words by."""
    for table in _FORMER:
        connection.execute(f"DROP TABLE {table}")
    connection.executescript(_MARK + SCHEMA + facets.SCHEMA)
