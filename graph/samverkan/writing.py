"""Writing a file so that whoever reads it finds the old or the new, and never a part."""

import os
from pathlib import Path


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
