"""The index of the snapshot before the last one, kept to become that of the next: copying a large file takes seconds.

    published/spare-<version>.sqlite    the index of a removed snapshot, which nobody reads any more
    published/<version>/index-pages     the version that the index was made from, and the pages by which it differs

So the next index is the spare one with these pages, and then with what changes next. Where there is none, because
somebody still read that snapshot, the file is copied.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from samverkan.store.snapshot import INDEX

WORTH: Final = 64_000_000  # bytes of an index; a smaller one is copied as fast
_PAGES: Final = "index-pages"
_SPARE: Final = "spare-"
_HEAD, _FRAME = 32, 24  # bytes before the first page in SQLite's log of writes, and before each


def copy(former: Path, folder: Path) -> None:
    """Make the index of a new snapshot in `folder` a copy of that in the folder of the `former` one."""
    index, new = former / INDEX, folder / INDEX
    before, pages = _noted(former)
    spare = former.with_name(f"{_SPARE}{before}.sqlite")
    if not before or not spare.exists():
        shutil.copyfile(index, new)
        return
    spare.rename(new)  # first: stopped midway, it goes with the folder
    with index.open("rb") as source, new.open("r+b") as target:
        size = _page_size(source.read(18))
        for page in sorted(pages):
            source.seek((page - 1) * size)
            target.seek((page - 1) * size)
            target.write(source.read(size))
        target.truncate(index.stat().st_size)


def begin(connection: sqlite3.Connection, path: Path) -> bool:
    """Let an index log what is written to it, if it is large; whether it does."""
    if path.stat().st_size < WORTH:
        return False
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return bool(mode == "wal")


def end(connection: sqlite3.Connection, path: Path, before: str) -> None:
    """Take what was logged into the index, and note which pages that was and from which version it was made."""
    log = path.with_name(f"{path.name}-wal")
    pages = {1}  # holds the way of logging, too
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    with log.open("rb") as file:
        file.seek(_HEAD)
        while len(head := file.read(_FRAME)) == _FRAME:
            pages.add(int.from_bytes(head[:4]))
            file.seek(size, 1)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    count = path.stat().st_size // size
    path.with_name(_PAGES).write_text(json.dumps([before, [page for page in pages if page <= count]]))


def keep(gone: Path, version: str, current: Path) -> None:
    """Keep the index of a snapshot that is about to be removed, where that of the `current` one was made from it."""
    index = gone / INDEX
    before, _ = _noted(current)
    if before == version and index.exists() and index.stat().st_nlink == 1:
        drop(current.parent)
        index.rename(current.with_name(f"{_SPARE}{version}.sqlite"))


def drop(folder: Path) -> None:
    """Remove what is kept beside the snapshots in a folder."""
    for path in folder.glob(f"{_SPARE}*"):
        path.unlink()


def _noted(folder: Path) -> tuple[str, Iterable[int]]:
    """From which version the index in the folder of a snapshot was made, and by which pages it differs; "" for none."""
    try:
        before, pages = json.loads((folder / _PAGES).read_text())
    except FileNotFoundError:
        return "", ()
    return str(before), pages


def _page_size(head: bytes) -> int:
    """The bytes of a page, by the head of a file of SQLite."""
    size = int.from_bytes(head[16:18])
    return 65_536 if size == 1 else size
