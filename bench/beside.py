"""Our server and those that it stands beside: the engine's own, and a Virtuoso that holds the same triples."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import DefaultGraph, RdfFormat
from watched import free_port

from samverkan.store.snapshot import ENGINE, SnapshotStore

BIN: Final = Path(sys.executable).parent
QUIET: Final = subprocess.DEVNULL
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_INI: Final = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
ServerThreads = 60
MaxClientConnections = 60
[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
ServerThreads = 40
MaxClientConnections = 40
MaxKeepAlives = 40
[SPARQL]
ResultSetMaxRows = 10000
"""


class Server(NamedTuple):
    """A server that answers queries: where, and the process that it began with."""

    port: int
    path: str
    process: int

    def taken(self) -> float:
        """The seconds of the processor that it has taken so far, with all that it began."""
        return sum(_ticks(each) for each in _family(self.process)) / _TICKS


@contextmanager
def ours(settings: Mapping[str, str]) -> Iterator[Server]:
    """The site, by settings of its own."""
    port = free_port()
    with _running([str(BIN / "samverkan"), "serve", "--port", str(port)], port, {**os.environ, **settings}) as process:
        yield Server(port, "/sparql", process)


@contextmanager
def engine(snapshot: SnapshotStore) -> Iterator[Server]:
    """The engine's own server on a snapshot."""
    port = free_port()
    where = str(snapshot.snapshot.path / ENGINE)
    with _running([str(BIN / "oxigraph"), "serve-read-only", "-l", where, "-b", f"127.0.0.1:{port}"], port) as process:
        yield Server(port, "/query", process)


def has_virtuoso() -> bool:
    """Whether its programs are here (Debian: virtuoso-opensource-7)."""
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt"))


@contextmanager
def virtuoso(snapshot: SnapshotStore, folder: Path) -> Iterator[Server]:
    """A Virtuoso with a database in a folder, that has loaded the triples of a snapshot by its bulk loader."""
    port, http_port = free_port(), free_port()
    snapshot.engine.dump(folder / "data.nt", format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    (folder / "virtuoso.ini").write_text(_INI.format(port=port, http_port=http_port, folder=folder), encoding="utf-8")
    with _running(["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"], http_port, cwd=folder) as process:
        time.sleep(1)
        load = f"ld_dir('{folder}', 'data.nt', 'urn:all'); rdf_loader_run(); checkpoint;"
        began = time.perf_counter()
        subprocess.run(["isql-vt", str(port), "dba", "dba", f"exec={load}"], check=True, capture_output=True)
        print(f"loaded into Virtuoso by ld_dir in {time.perf_counter() - began:.0f} s")
        yield Server(http_port, "/sparql", process)


@contextmanager
def _running(
    command: Sequence[str], port: int, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[int]:
    """The number of a process that listens on a port as long as this lasts."""
    with subprocess.Popen(command, env=environment, cwd=cwd, stdin=QUIET, stdout=QUIET, stderr=QUIET) as process:
        try:
            _until_up(port)
            yield process.pid
        finally:
            process.terminate()


def _until_up(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.1)
    raise ConnectionError(f"nothing listens on port {port}")


def _family(process: int) -> Iterator[int]:
    """A process and all that it began, as Linux lists them."""
    yield process
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in (thread / "children").read_text(encoding="ascii").split():
            yield from _family(int(child))


def _ticks(process: int) -> int:
    """The ticks of the processor that a process has taken, with those that it began and that have ended."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15]))
