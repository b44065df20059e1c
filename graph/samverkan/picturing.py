"""When networks and what is told of the whole graph are worked out: after a publication, by a process of its own.

A publication does not wait for it, and a page that comes first works out what it needs itself.
"""

import os
import signal
from ctypes import CDLL

from samverkan import overview
from samverkan.network import keeping
from samverkan.publish import published
from samverkan.settings import Settings, from_environment
from samverkan.store.snapshot import SnapshotStore

_AFTER_OTHERS = 10  # how far the process stands back where the machine is busy
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def picture(settings: Settings) -> bool:
    """Keep overview and networks beside the current snapshot; whether any was missing. A remote store keeps none."""
    with published(settings) as store:
        return isinstance(store, SnapshotStore) and any([overview.make(store), keeping.make(store)])


def main() -> None:
    """Keep the networks of the graph that the settings of the environment name; it ends with who began it."""
    CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGTERM)
    os.nice(_AFTER_OTHERS)
    picture(from_environment())


if __name__ == "__main__":
    main()
