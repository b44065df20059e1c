"""Writing a file whole: the old stays until the new is all there."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from samverkan.errors import StoreError
from samverkan.writing import one_at_a_time, write_whole

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


def test_the_next_begins_when_the_one_before_has_ended(tmp_path: Path) -> None:
    told: list[str] = []
    began = threading.Event()

    def next_one() -> None:
        began.set()
        with one_at_a_time(tmp_path / "new", "lock", "nothing was written"):
            told.append("next")

    other = threading.Thread(target=next_one)
    with one_at_a_time(tmp_path / "new", "lock", "nothing was written"):
        other.start()
        began.wait()
        other.join(0.1)
        told.append("one")
    other.join()
    assert told == ["one", "next"]


def test_what_the_system_refuses_meanwhile_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(StoreError, match=r"^nothing was written in .*taken: "):
        one_at_a_time(tmp_path / "taken", "lock", "nothing was written").__enter__()
