"""Servers of the site on loopback: of any data set, and of one that is published anew for each test of the W3C."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

import pytest
from servers import free_port, running

from samverkan.publish import publish_files
from samverkan.settings import Settings
from samverkan.store import published_folder

COMMAND = Path(sys.executable).with_name("samverkan")


class Served(NamedTuple):
    """Where the endpoint is, and the shell command that makes the file `{file}` its data set."""

    address: str
    load: str


@pytest.fixture(scope="session")
def serving() -> Callable[..., AbstractContextManager[str]]:
    """Serves a file of RDF from a folder, by settings of the environment, and gives the address of the endpoint."""
    return _serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server, and somebody who publishes in a process that is up already: two pipes with names lead to it.

    The hundreds of publications lie in memory where the system has a folder there: on a disk each waits four times as
    long, for the disk alone.
    """
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="w3c-", dir=memory if memory.is_dir() else tmp_path_factory.mktemp("w3c")) as made:
        folder = Path(made)
        (folder / "empty.nt").touch()
        asked, done = folder / "asked", folder / "done"
        os.mkfifo(asked)
        os.mkfifo(done)
        with _serving(folder, folder / "empty.nt") as address:
            publisher = Thread(target=_publish, args=(asked, done, _snapshots(folder)), daemon=True)
            publisher.start()
            yield Served(address, f'echo {{file}} > {asked} && read -r said < {done} && [ "$said" = done ]')
            asked.write_text("stop\n")
            publisher.join(20)


def _snapshots(folder: Path) -> Path:
    return published_folder(Settings(data=folder))


def _publish(asked: Path, done: Path, snapshots: Path) -> None:
    """Publish each file that is named in one pipe, and say in the other how it went."""
    published = ""
    while (file := asked.read_text().strip()) != "stop":
        try:
            if (quads := _content(Path(file))) != published:
                publish_files([Path(file)], snapshots)
            published, said = quads, "done"
        except Exception as error:  # noqa: BLE001 - whoever asked shall hear it
            said = repr(error)
        done.write_text(f"{said}\n")


def _content(file: Path) -> str:
    """The lines of a file of quads in order, its blank nodes named alike in the same file."""
    names: dict[str, str] = {}
    lines = sorted(file.read_text().splitlines(), key=lambda line: _BLANK.sub("_:", line))
    return "\n".join(_BLANK.sub(lambda found: names.setdefault(found[0], f"_:{len(names)}"), line) for line in lines)


_BLANK = re.compile(r"_:\w+")


@contextmanager
def _serving(folder: Path, file: Path, **settings: str) -> Iterator[str]:
    _snapshots(folder).mkdir(parents=True)
    publish_files([file], _snapshots(folder))
    port = free_port()
    environment = {**os.environ, "SAMVERKAN_DATA": str(folder), **settings}
    address = f"http://127.0.0.1:{port}/sparql"
    with running([COMMAND, "serve", "--port", str(port)], address, environment=environment):
        yield address
