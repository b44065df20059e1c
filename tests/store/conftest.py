"""What the tests of the stores share: each kind of store in turn, and a real SPARQL server on loopback."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.remote import RemoteStore

KINDS = [
    "memory",
    "folder",
    pytest.param("server", marks=pytest.mark.server),
    pytest.param("graph store", marks=pytest.mark.server),
]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    made: Store
    if request.param in ("memory", "folder"):
        made = OxigraphStore(None if request.param == "memory" else tmp_path / "live")
    else:
        made = request.getfixturevalue("remote_store")
        if request.param == "graph store":
            address = request.getfixturevalue("server")
            made = RemoteStore(f"{address}/query", f"{address}/update", graph_store_url=f"{address}/store")
    yield made
    made.close()


@pytest.fixture
def remote_store(server: str) -> RemoteStore:
    """The store behind a real server, emptied."""
    clear = urllib.request.Request(f"{server}/store", method="DELETE")
    urllib.request.urlopen(clear, timeout=10).close()
    return RemoteStore(f"{server}/query", f"{server}/update")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an `oxigraph serve` that lives as long as the tests."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = beside if beside.exists() else shutil.which("oxigraph")
    if not program:
        pytest.skip("NO SPARQL SERVER: pip install oxigraph (it is in the extra `test`)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.kill()
        process.wait()


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        assert process.poll() is None, "the server ended at once"
        try:
            urllib.request.urlopen(f"{address}/query?query=ASK%7B%7D", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the server did not answer at {address}")
