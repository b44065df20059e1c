"""Sees to it that the networks of each published state of the graph are worked out before somebody asks for them."""

import os
import subprocess
import sys
import time
from threading import Thread
from typing import Final

from samverkan import overview
from samverkan.errors import StoreError
from samverkan.network import keeping
from samverkan.settings import Settings, as_environment
from samverkan.store import published_folder, reads_directly
from samverkan.store.snapshot import current

_PAUSE: Final = 2.0  # seconds between two looks
_SECONDS: Final = 1800.0  # in which all must be worked out


def follow(settings: Settings) -> None:
    """Look after each publication for as long as this process lives, without holding it up."""
    if not reads_directly(settings):
        Thread(target=_follow, args=(settings,), name="networks", daemon=True).start()


def _follow(settings: Settings) -> None:
    tried = ""
    while True:
        try:
            snapshot = current(published_folder(settings))
            if snapshot.version != tried and not (overview.are_kept(snapshot.path) and keeping.are_kept(snapshot.path)):
                tried = snapshot.version
                _work_out(settings)
        except StoreError:  # who asks for a page is told
            pass
        time.sleep(_PAUSE)


def _work_out(settings: Settings) -> None:
    """Work the networks out in a process of its own, which says on standard error what went wrong."""
    try:
        subprocess.run(
            [sys.executable, "-P", "-m", "samverkan.picturing"],
            env={**os.environ, **as_environment(settings)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"Samverkan: the networks were not worked out: {error}", file=sys.stderr, flush=True)  # noqa: T201
