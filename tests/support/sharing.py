"""What takes long to make is made once for all the processes that the tests are shared out to."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of the caller's own with what `make` writes into an empty one; who comes first makes it, all copy it.

    What is written must not say where it lies, since it will lie elsewhere.
    """
    base = factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    whole = common / f"{name}-for-all"
    with (common / f"{name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            begun = common / f"{name}-begun"
            shutil.rmtree(begun, ignore_errors=True)
            begun.mkdir()
            make(begun)
            begun.rename(whole)
    return Path(shutil.copytree(whole, factory.mktemp(name), symlinks=True, dirs_exist_ok=True))
