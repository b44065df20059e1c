"""What the documents of a live store were made from: so that one which has not changed since is not read again.

It stands in a file beside the engine's and holds only what is on disk there for good: a document is noted after it was
written, and forgotten before it is written anew. So a load that is stopped at any moment goes on where it was.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from samverkan.errors import StoreError

FILE: Final = "loaded.sqlite"

Counts = Mapping[str, int]


class Note(NamedTuple):
    """A document's graph, a digest of all that it was made from, and how many rows of each kind it holds."""

    graph: str
    made_from: str
    counts: Counts


class Ledger:
    """The ledger in the file `path`, made where it is not there; only who holds the store may use it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = sqlite3.connect(path, isolation_level=None)
        try:
            self._rows.execute(
                "CREATE TABLE IF NOT EXISTS loaded (graph TEXT PRIMARY KEY, made_from TEXT, counts TEXT)"
            )
        except sqlite3.DatabaseError as error:
            self._rows.close()
            raise StoreError(f"{path} cannot be used ({error}): remove it, documents are then read anew") from error

    def counts(self, graph: str, made_from: str) -> Counts | None:
        """What a document holds, if it was made from the same; None where it has to be read."""
        found = self._rows.execute(
            "SELECT counts FROM loaded WHERE graph = ? AND made_from = ?", (graph, made_from)
        ).fetchone()
        return None if found is None else json.loads(found[0])

    def forget(self, graphs: Iterable[str]) -> None:
        """Forget documents that are about to be written."""
        with self._rows:
            self._rows.execute("BEGIN")
            self._rows.executemany("DELETE FROM loaded WHERE graph = ?", [(graph,) for graph in graphs])

    def clear(self) -> None:
        """Forget all documents."""
        self._rows.execute("DELETE FROM loaded")

    def note(self, notes: Iterable[Note]) -> None:
        """Note documents that are on disk."""
        with self._rows:
            self._rows.execute("BEGIN")
            self._rows.executemany(
                "INSERT OR REPLACE INTO loaded VALUES (?, ?, ?)",
                [(each.graph, each.made_from, json.dumps(each.counts)) for each in notes],
            )

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
