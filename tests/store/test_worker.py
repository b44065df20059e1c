"""What a query worker cannot do, even where a query that should have been refused gets as far as the engine."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from samverkan.errors import StoreError
from samverkan.publish import publish
from samverkan.store.answers import WHOLE, Limits
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool

Calls = tuple[str, list[str]]

# How a worker confines itself: in the whole, and by each of its two means alone.
CONFINED = """
import sys
from contextlib import nullcontext
from samverkan.store import worker
from samverkan.store.oxigraph import OxigraphStore
store = OxigraphStore()
if sys.argv[2] == "network":
    worker._leave_network()
with worker._no_new_files() if sys.argv[2] == "files" else nullcontext():
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
    worker = pool._idle.get()
    with pytest.raises(StoreError):
        worker.run(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", "json", WHOLE)
    assert calls == []
    assert worker.alive
    worker.kill()
    pool.close()


def test_files_can_be_opened_again_between_two_queries(tmp_path: Path) -> None:
    from samverkan.store.worker import _no_new_files

    with _no_new_files(), pytest.raises(OSError, match="Too many open files"):
        os.open(tmp_path, os.O_RDONLY)
    os.close(os.open(tmp_path, os.O_RDONLY))
