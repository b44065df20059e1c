"""The graph as it is published now: a newer snapshot is taken up by the next question, without a pause."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from samverkan.settings import Settings
from samverkan.store import Store, open_live, published_folder, reads_directly
from samverkan.store.index import TextIndex
from samverkan.store.snapshot import SnapshotStore, open_current, pointer_mark


def following(settings: Settings) -> Callable[[], Store]:
    """What gives the published graph at each moment: of the snapshots, or the remote store where that is read itself.

    `StoreError` where nothing is published yet.
    """
    if reads_directly(settings):
        store = open_live(settings)
        return lambda: store
    return _Current(published_folder(settings))


class _Current:
    """The current snapshot in a folder. One that is no longer current is let go when its last reader is done."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._mark = pointer_mark(folder)
        self._store: SnapshotStore = open_current(folder)

    def __call__(self) -> Store:
        if pointer_mark(self._folder) != self._mark:
            with self._lock:
                mark = pointer_mark(self._folder)
                if mark != self._mark:
                    self._store, self._mark = open_current(self._folder), mark
        return self._store


def index_of(store: Store) -> TextIndex | None:
    """The full-text index beside a store; None for a remote one."""
    return store.index if isinstance(store, SnapshotStore) else None


def version_of(store: Store) -> str | None:
    """Which state of the graph a store shows; None where that cannot be told, of a remote one."""
    return store.snapshot.version if isinstance(store, SnapshotStore) else None
