"""Writing a file whole: the old stays until the new is all there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan.writing import write_whole

DIE = """
import os, pathlib, signal, sys
from samverkan import writing
setattr(*{"write": (writing.os, "fsync"), "place": (pathlib.Path, "replace")}[sys.argv[2]],
        lambda *_: os.kill(os.getpid(), signal.SIGKILL))
writing.write_whole(pathlib.Path(sys.argv[1]), "new")
"""


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "file.csv"
    write_whole(file, "old\n")
    write_whole(file, "åäö\r\nnew\n")
    assert file.read_bytes() == "åäö\r\nnew\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["file.csv"]


@pytest.mark.parametrize("moment", ["write", "place"])
def test_a_writer_that_is_killed_leaves_what_was_there(tmp_path: Path, moment: str) -> None:
    file = tmp_path / "file"
    write_whole(file, "old")
    died = subprocess.run([sys.executable, "-c", DIE, file, moment], capture_output=True, check=False)
    assert died.returncode == -9, died.stderr.decode()
    assert file.read_text("utf-8") == "old"
    write_whole(file, "newer")
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("file", "newer")]


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "file", "x")
    assert not os.listdir(tmp_path)  # noqa: PTH208
