"""What a query worker cannot do, even where a query that should have been refused gets as far as the engine."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from unittest.mock import patch

import pytest

from samverkan.errors import StoreError
from samverkan.publish import publish
from samverkan.store.answers import Limits
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool

Calls = tuple[str, list[str]]

# How a worker confines itself: in the whole, and by each of its two means alone.
CONFINED = """
import sys
from samverkan.store import worker
from samverkan.store.oxigraph import OxigraphStore
store = OxigraphStore()
if sys.argv[2] == "network":
    worker._leave_network()
if sys.argv[2] == "files":
    worker._forbid_files()
try:
    list(store.evaluate("SELECT * { SERVICE <" + sys.argv[1] + "> { ?s ?p ?o } }"))
except OSError as error:
    print("refused:", error)
"""


@pytest.fixture
def listener() -> Iterator[Calls]:
    """The address of a server on loopback, and the calls that it got."""
    calls: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Noting) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", calls
        server.shutdown()
        thread.join()


def confined(address: str, means: str) -> str:
    command = [sys.executable, "-c", CONFINED, address, means]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_without_confinement_the_engine_calls_another_server(listener: Calls) -> None:
    address, calls = listener
    confined(address, "nothing")
    assert calls == ["/sparql"]


def test_without_new_files_it_calls_nobody(listener: Calls) -> None:
    address, calls = listener
    assert "refused: Too many open files" in confined(address, "files")
    assert calls == []


def _may_leave_network() -> bool:
    code = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_in_a_network_of_its_own_it_calls_nobody(listener: Calls) -> None:
    if not _may_leave_network():
        pytest.skip("THIS SYSTEM GRANTS NO NETWORK NAMESPACES: only the other means is tested")
    address, calls = listener
    assert "refused:" in confined(address, "network")
    assert calls == []


def test_a_pools_worker_is_confined(listener: Calls, tmp_path: Path) -> None:
    address, calls = listener
    publish(OxigraphStore(), tmp_path)
    pool = QueryPool(tmp_path, workers=1, limits=Limits(seconds=10))
    with patch("samverkan.store.pool.check", lambda _: "SELECT"), pytest.raises(StoreError):
        pool.answer(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
    assert calls == []
    [worker] = pool._workers
    assert worker.idle
    pool.close()


FILES = """
import os, sys
from samverkan.store import worker
worker._forbid_files()
try:
    os.open(sys.argv[1], os.O_RDONLY)
except OSError as error:
    print(error.strerror)
worker._allow_files()
os.close(os.open(sys.argv[1], os.O_RDONLY))
"""


def test_files_can_be_opened_again_for_a_newer_snapshot(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FILES, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "Too many open files\n"
