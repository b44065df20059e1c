"""What the tests of the stores share: each kind of store in turn, and real SPARQL servers on loopback."""

import shutil
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import free_port, running

from samverkan.store import Store
from samverkan.store.engines import PLAIN
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.remote import RemoteStore

EMBEDDED = ["memory", "folder"]
# "server" by the standard alone, with updates; "graph store" and "virtuoso" by the ways of their engines.
SERVERS = [pytest.param(name, marks=pytest.mark.server) for name in ("server", "graph store", "virtuoso")]


@pytest.fixture(params=[*EMBEDDED, *SERVERS])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    made: Store
    match request.param:
        case "memory" | "folder" as kind:
            made = OxigraphStore(None if kind == "memory" else tmp_path / "live")
        case "server":
            made = request.getfixturevalue("remote_store")
        case "graph store":
            request.getfixturevalue("remote_store")
            made = RemoteStore(f"{request.getfixturevalue('server')}/query")
        case "virtuoso":
            made = request.getfixturevalue("virtuoso_store")
    yield made
    made.close()


@pytest.fixture
def remote_store(server: str) -> RemoteStore:
    """The store behind a real server, emptied, that is only spoken to by the standard."""
    clear = urllib.request.Request(f"{server}/store", method="DELETE")
    urllib.request.urlopen(clear, timeout=10).close()
    return RemoteStore(f"{server}/query", f"{server}/update", engine=PLAIN)


@pytest.fixture
def virtuoso_store(virtuoso: str) -> RemoteStore:
    """The store behind a real Virtuoso, emptied."""
    store = RemoteStore(f"{virtuoso}/sparql", user="dba", password="dba")
    for graph in list(store.graphs()):
        store.remove_graph(graph)
    return store


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an `oxigraph serve` that lives as long as the tests."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = beside if beside.exists() else shutil.which("oxigraph")
    if not program:
        pytest.skip("NO SPARQL SERVER: pip install oxigraph (it is in the extra `test`)")
    port = free_port()
    command = [str(program), "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with running(command, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}"


# Fewer rows are allowed in an answer than the 10,000 of Debian's file: we must notice what is cut.
VIRTUOSO = """
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
NumberOfBuffers = 8000
MaxDirtyBuffers = 5000
CheckpointInterval = 0
ThreadsPerQuery = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
ServerThreads = 16
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 2000
MaxQueryExecutionTime = 30
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso with a database of its own that lives as long as the tests."""
    program = shutil.which("virtuoso-t")
    if not program:
        pytest.skip("NO VIRTUOSO: apt install virtuoso-opensource-7-bin")
    folder, port, http_port = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(port=port, http_port=http_port), "utf-8")
    address = f"http://127.0.0.1:{http_port}"
    with running([program, "+configfile", "virtuoso.ini", "+foreground"], f"{address}/sparql", folder):
        yield address
