"""Writing so that whoever reads finds the old or the new and never a part, and who writes does so alone."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samverkan.errors import StoreError


def write_whole(path: Path, text: str) -> None:
    """Write a text file whole or not at all, also where the process is killed or the power cut; `OSError` if it cannot
    be written. One who is stopped may leave `NAME.part` behind, which the next to write takes.
    """
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


@contextmanager
def one_at_a_time(folder: Path, lock: str, failed: str) -> Iterator[None]:
    """Wait for others who write into `folder` by the lock of a name to end; the folder is made where there is none.

    What the system refuses meanwhile is a `StoreError` that begins with `failed`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / lock).open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise StoreError(f"{failed} in {folder}: {error}") from error
