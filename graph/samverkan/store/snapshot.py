"""Published snapshots of the graph: read-only folders, one of them current.

    published/CURRENT                 the version of the current snapshot, replaced in one step
    published/<version>/snapshot.json what it holds; there is none without it
    published/<version>/store/        the engine's files: named graphs, and all their triples as the default graph
    published/<version>/index.sqlite  the full-text index
    published/<version>/moment.json   the moment of the live store that it shows, for the next publication
    published/<version>/index-pages   by which pages a large index differs from the one before (`spare`)
    published/<version>/in-use        locked by every reader for as long as it reads

`samverkan.publish` writes them. A reader goes on with the snapshot that it opened, whatever is published meanwhile.
"""

import fcntl
import json
import os
import weakref
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode

from samverkan.errors import StoreError
from samverkan.store import Rows
from samverkan.store.index import TextIndex
from samverkan.store.kept_rows import Chosen
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import DCT

FORMAT: Final = 4  # counted up when older programs can no longer read what is published
POINTER: Final = "CURRENT"
MARKER: Final = "snapshot.json"
IN_USE: Final = "in-use"
ENGINE: Final = "store"
INDEX: Final = "index.sqlite"
MOMENT: Final = "moment.json"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a snapshot says of itself, as written in its marker file."""

    format: int
    engine: str  # name and version of the engine that wrote it
    quads: int  # in the named graphs
    triples: int  # in the default graph: what several graphs say counts once
    hash: str  # the same for the same quads, in whatever order they came
    published: str  # time of publication, ISO 8601 in UTC


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published snapshot: its folder, its version (no two are the same) and what it holds."""

    path: Path
    version: str
    contents: Contents

    @property
    def quads(self) -> int:
        """The number of quads in its named graphs."""
        return self.contents.quads


class SnapshotStore(OxigraphStore):
    """A snapshot opened for reading; it stays on disk until it is closed."""

    def __init__(self, snapshot: Snapshot, lock: int) -> None:
        self._unlock = weakref.finalize(self, os.close, lock)
        super().__init__(snapshot.path / ENGINE, read_only=True, merged=True)
        self.snapshot = snapshot
        self._index: TextIndex | None = None

    @property
    def index(self) -> TextIndex | None:
        """The full-text index; None for a snapshot of before there was one."""
        if self._index is None and (path := self.snapshot.path / INDEX).exists():
            self._index = TextIndex(path)
        return self._index

    def kept(
        self,
        question: str,
        language: str = "sv",
        chosen: Chosen = MappingProxyType({}),
        first: int = 0,
        most: int = -1,
    ) -> Rows | None:
        """The answer to a shipped query where it was worked out at publication, all of it or about what is chosen.

        Its rows from the number `first` on, `most` of them where that is not negative.
        """
        return self.index.answer(question, language, chosen, first, most) if self.index else None

    def number_kept(self, question: str, chosen: Chosen, most: int) -> int | None:
        """How many rows that answer has, counted as far as `most`; None where it is not kept."""
        return self.index.number(question, chosen, most) if self.index else None

    @cached_property
    def replaced(self) -> Mapping[NamedNode, NamedNode]:
        """What stays of each thing that was judged to be another; the first by its address where several do."""
        found = self.engine.quads_for_pattern(None, DCT.isReplacedBy, None, DefaultGraph())
        pairs = ((quad.subject, quad.object) for quad in found)
        named = [pair for pair in pairs if isinstance(pair[0], NamedNode) and isinstance(pair[1], NamedNode)]
        return dict(sorted(named, key=lambda pair: pair[1].value, reverse=True))  # type: ignore[union-attr, arg-type]

    def close(self) -> None:
        """Let go of the snapshot, which may then be removed."""
        super().close()
        if self._index:
            self._index.close()
        self._unlock()


def current_version(folder: Path) -> str:
    """The version of the current snapshot in `folder`; `StoreError` where nothing is published."""
    try:
        return (folder / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(
            f"nothing is published in {folder}: load documents with `samverkan load`, or run `samverkan publish`"
        ) from None
    except OSError as error:
        raise StoreError(f"{folder / POINTER} cannot be read: {error}") from error


def pointer_mark(folder: Path) -> tuple[int, int]:
    """What changes whenever another snapshot becomes the current one; cheaper to ask for than its version."""
    try:
        found = os.stat(f"{folder}/{POINTER}")  # noqa: PTH116 - asked for with each query, and a path takes its time
    except OSError:
        current_version(folder)  # says what is wrong
        raise
    return found.st_ino, found.st_mtime_ns


def current(folder: Path) -> Snapshot:
    """The current snapshot in `folder`; `StoreError` where there is none that this version can read."""
    return described(folder / current_version(folder))


def described(path: Path) -> Snapshot:
    """The snapshot in the folder `path` by its marker; `StoreError` where that is missing or of another format."""
    try:
        marker = json.loads((path / MARKER).read_text(encoding="utf-8"))
        if marker["format"] != FORMAT:
            raise StoreError(f"{path} was published by another version of samverkan: run `samverkan publish` again")
        return Snapshot(path, path.name, Contents(**marker))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path} is no whole snapshot ({error}): run `samverkan publish` again") from error


def written(contents: Contents) -> str:
    """The text of the marker file."""
    return json.dumps(asdict(contents), indent=1) + "\n"


def open_current(folder: Path) -> SnapshotStore:
    """The current snapshot in `folder`, opened for reading; `StoreError` where nothing readable is published."""
    for _ in range(100):  # each time a newer one was published between the look and the lock
        snapshot = current(folder)
        lock = hold(snapshot.path, fcntl.LOCK_SH)
        if lock is None:
            continue
        if (snapshot.path / MARKER).exists():
            return SnapshotStore(snapshot, lock)
        os.close(lock)  # it was removed before we had the lock
    raise StoreError(f"the snapshots in {folder} change faster than they can be opened; try again")


def hold(path: Path, kind: int) -> int | None:
    """The lock of a snapshot, of readers (LOCK_SH) or of who removes it (LOCK_EX); None where it cannot be had now.

    The lock is an open file, held until that is closed.
    """
    try:
        lock = os.open(path / IN_USE, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return None
    return lock
