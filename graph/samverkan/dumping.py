"""When the files to take away are made: by every publication of a small graph, on demand for a large one."""

from datetime import UTC, datetime
from pathlib import Path

from samverkan.export import dumps
from samverkan.export.dumps import Dump
from samverkan.publish import published
from samverkan.settings import Settings
from samverkan.store.snapshot import SnapshotStore


def folder(settings: Settings) -> Path:
    """The folder of the files to take away."""
    return settings.data / dumps.FOLDER


def dump(settings: Settings) -> Dump:
    """Make all files of the published graph, or of the remote store as it is now."""
    with published(settings) as store:
        now = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        return dumps.make(store, store.snapshot.version if isinstance(store, SnapshotStore) else now, folder(settings))


def dump_if_small(settings: Settings, quads: int) -> bool:
    """Make them where the graph is so small that nobody need wait; whether it is.

    The setting SAMVERKAN_DUMP_QUADS says up to how many quads that is.
    """
    if settings.store or quads > settings.dump_quads:
        return False
    dump(settings)
    return True
