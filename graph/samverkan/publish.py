"""Publishing: a consistent copy of the live store, built for reading, put in place in one step.

Readers never touch the live store. A snapshot holds the named graphs and, as its default graph, all their triples, each
once: the questions of the site are then a thousand times faster than over the union of the named graphs. Where few
graphs have changed since the former snapshot, the new one is that one with these changes, and costs what they cost.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, NamedTuple

import pyoxigraph

from samverkan import removing
from samverkan.errors import StoreError
from samverkan.export import dumps
from samverkan.removals import NONE, Removals
from samverkan.settings import Settings
from samverkan.standing import standing
from samverkan.store import Store, filling, history, indexing, open_live, published_folder, reads_directly, spare
from samverkan.store.changes import Moment
from samverkan.store.files import load_file
from samverkan.store.filling import Filled
from samverkan.store.kept import Kept
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import (
    ENGINE,
    FORMAT,
    IN_USE,
    INDEX,
    MARKER,
    MOMENT,
    POINTER,
    Contents,
    Snapshot,
    current,
    described,
    hold,
    open_current,
    written,
)
from samverkan.writing import one_at_a_time, write_whole

_BUILDING = (
    "building-"  # a folder that is being filled; one that nobody fills is left from a publication that was stopped
)
_REMOVING = "removing-"
_REMOVED: Final = "removed"  # beside the snapshots: a digest of the removals that what is beside them was made with
_COPY: Final = "live"  # in such a folder: the live store as it is at this moment
_FEW: Final = 5  # where at most one graph in so many has changed, the former snapshot is brought up to date
_ENGINE_NAME: Final = f"pyoxigraph {pyoxigraph.__version__}"


@contextmanager
def live(settings: Settings) -> Iterator[Store]:
    """The store that is written to, on disk for good when the block ends; one process at a time has it."""
    with closing(open_live(settings)) as store:
        yield store
        store.flush()


@contextmanager
def published(settings: Settings) -> Iterator[Store]:
    """The graph as readers see it: the current snapshot, or the remote store where that is read itself."""
    with closing(
        open_live(settings) if reads_directly(settings) else open_current(published_folder(settings))
    ) as store:
        yield store


def renew(store: Store, settings: Settings) -> Snapshot | None:
    """Let readers see what the live `store` holds now; None where they read a remote store as it is.

    Whoever was removed since the last publication also leaves what is told of earlier ones, the spare index, and the
    files to take away.
    """
    removed, folder = removing.current(settings), published_folder(settings)
    marker, before = folder / _REMOVED, ""
    if marker.exists():
        before = marker.read_text(encoding="utf-8")
    snapshot = None if reads_directly(settings) else publish(store, folder, removed)
    if before != (removed.digest if removed else ""):
        history.forget(folder, removed.hider().mentions)
        dumps.forget(settings.data / dumps.FOLDER)
        spare.drop(folder)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(marker, removed.digest if removed else "")  # last: stopped midway, it is done by the next
    return snapshot


def publish(store: Store, folder: Path, removed: Removals = NONE) -> Snapshot:
    """Make what `store` holds at this moment the current snapshot in `folder`, and remove older ones that nobody reads.

    What it changed is kept, but for what it changed of people who were `removed`. Stopped at any moment, it leaves the
    snapshot that was current before. `StoreError` where nothing can be written.
    """
    return _put_in_place(folder, lambda building: _build(store, building), removed)


def publish_files(files: Iterable[Path], folder: Path) -> Snapshot:
    """Make the contents of RDF files, as they are, the current snapshot in `folder`: any data set, not only ours.

    Triples go to the default graph, quads to their graphs; the ending of a file tells its format, `.gz` may follow.
    `SourceError` names a file that cannot be read and the place in it; what was published before then stays.
    """
    return _put_in_place(folder, lambda building: _load(files, building))


class _Built(NamedTuple):
    """A folder that was filled: its version, and by what it differs from the current snapshot where that is known."""

    version: str
    filled: Filled


def _put_in_place(folder: Path, build: Callable[[Path], _Built], removed: Removals | None = None) -> Snapshot:
    """Let a new folder be filled, and make it the current snapshot by the version that filling it gives.

    What the new snapshot changed is kept, without those who were `removed`; None keeps nothing.
    """
    with one_at_a_time(folder, "publishing", "nothing could be published"):
        for left in [*folder.glob(f"{_BUILDING}*"), *folder.glob(f"{_REMOVING}*")]:
            shutil.rmtree(left)
        history.settle(folder)  # one that was stopped before it could
        building = Path(mkdtemp(prefix=_BUILDING, dir=folder))
        try:
            version, filled = build(building)
        except BaseException:
            _discard(building)
            raise
        building.rename(folder / version)
        before = _former_or_none(folder) if removed is not None else None
        if before and removed is not None:
            _announce(folder, before, described(folder / version), filled, removed)
        _point_to(folder, version)
        history.settle(folder)
        _remove_unused(folder, keep=version)
    return described(folder / version)


def _former_or_none(folder: Path) -> Snapshot | None:
    """The current snapshot, None where there is none that this version can read."""
    try:
        return current(folder)
    except StoreError:
        return None


def _announce(folder: Path, before: Snapshot, now: Snapshot, filled: Filled, removed: Removals) -> None:
    """Keep what a publication changes, where it changes anything."""
    if before.contents.hash == now.contents.hash:
        return
    former, new = (pyoxigraph.Store.read_only(str(each.path / ENGINE)) for each in (before, now))
    told = history.publication(now.version, now.contents.published, before.version, (former, new), filled)
    if told.counts:
        history.announce(folder, history.without(told, removed.hider().mentions))


def _discard(building: Path) -> None:
    """Remove what was begun; the engine may still write its last files. What stays goes with the next publication."""
    for _ in range(20):
        shutil.rmtree(building, ignore_errors=True)
        if not building.exists():
            return
        time.sleep(0.05)


def _build(store: Store, folder: Path) -> _Built:
    """Fill the folder of a snapshot from `store`."""
    questions = standing()  # first: one that cannot be read is told before the work of minutes, not after
    if not (isinstance(store, OxigraphStore) and store.on_disk):
        engine = pyoxigraph.Store(folder / ENGINE)
        engine.bulk_extend(store.quads())
        filled, read = filling.merge(engine)
        indexing.fill(folder / INDEX, read, questions)
        return _finished(engine, filled, folder)
    moment = store.backup(folder / _COPY)  # the engine links its files, which takes no time and no room
    former = _former(folder.parent)
    changed = store.changed_since(former.moment) if former else None
    if former and changed is not None and len(changed) * _FEW <= former.graphs:
        engine, filled = _renewed(former.snapshot, folder, changed, questions)
    else:
        (folder / _COPY).rename(folder / ENGINE)
        engine = pyoxigraph.Store(folder / ENGINE)
        filled, read = filling.merge(engine)
        indexing.fill(folder / INDEX, read, questions)
    if moment:
        graphs = sum(1 for _ in store.graphs()) if filled.gone is None else former.graphs  # type: ignore[union-attr]
        write_whole(folder / MOMENT, json.dumps([*moment, graphs]))
    return _finished(engine, filled, folder)


def _renewed(
    former: Snapshot, folder: Path, changed: Iterable[str], questions: Collection[Kept]
) -> tuple[pyoxigraph.Store, Filled]:
    """Fill the folder of a snapshot from the former one and the graphs that changed since, out of the copy in it."""
    filling.link(former.path / ENGINE, folder / ENGINE)
    engine = pyoxigraph.Store(folder / ENGINE)
    filled = filling.renew(engine, pyoxigraph.Store(folder / _COPY), changed, former.contents)
    shutil.rmtree(folder / _COPY)
    if indexing.can_be_renewed(former.path / INDEX):
        spare.copy(former.path, folder)
        indexing.renew(folder / INDEX, engine, filled, questions, former.version)
    else:
        indexing.fill(folder / INDEX, engine, questions)
    return engine, filled


class _Former(NamedTuple):
    """The current snapshot, the moment of the live store that it shows, and how many graphs there were."""

    snapshot: Snapshot
    moment: Moment
    graphs: int


def _former(folder: Path) -> _Former | None:
    """The current snapshot where another can begin with it: made by this version, from a store in a folder."""
    try:
        snapshot = current(folder)
        name, length, graphs = json.loads((snapshot.path / MOMENT).read_text(encoding="utf-8"))
    except (StoreError, OSError, ValueError):
        return None
    fits = snapshot.contents.engine == _ENGINE_NAME
    return _Former(snapshot, Moment(name, length), graphs) if fits else None


def _load(files: Iterable[Path], folder: Path) -> _Built:
    """Fill the folder of a snapshot from RDF files."""
    engine = pyoxigraph.Store(folder / ENGINE)
    for path in files:
        load_file(engine, path)
    filling.compact(engine)
    indexing.fill(folder / INDEX, engine)
    return _finished(engine, filling.counted(engine), folder)


def _finished(engine: pyoxigraph.Store, filled: Filled, folder: Path) -> _Built:
    """Write what was filled in for good, with its marker."""
    engine.flush()
    now = datetime.now(UTC)
    contents = Contents(
        FORMAT, _ENGINE_NAME, filled.quads, filled.triples, filled.hash, now.isoformat(timespec="seconds")
    )
    (folder / IN_USE).touch()
    folder.chmod(0o755)
    write_whole(folder / MARKER, written(contents))
    return _Built(f"{now:%Y%m%dT%H%M%S%f}-{filled.hash.removeprefix('sha256:')[:8]}", filled)


def _point_to(folder: Path, version: str) -> None:
    """Make a snapshot the current one."""
    write_whole(folder / POINTER, version + "\n")


def _remove_unused(folder: Path, keep: str) -> None:
    """Remove all snapshots but `keep` that no reader holds; the others go at a later publication.

    The index of the one before may become that of the next.
    """
    for path in folder.iterdir():
        if path.name == keep or not (path / MARKER).exists():
            continue
        lock = hold(path, fcntl.LOCK_EX)
        if lock is None:
            continue
        gone = path.rename(path.with_name(_REMOVING + path.name))
        os.close(lock)
        spare.keep(gone, path.name, folder / keep)
        shutil.rmtree(gone)
