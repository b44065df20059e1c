"""The W3C's own tests of the SPARQL protocol, of results and of the service description, over HTTP on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

COMMAND = Path(sys.executable).with_name("samverkan")


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[str]:
    """The address of a server on a data set that can be published anew while it serves."""
    (tmp_path / "empty.nt").write_text("")
    environment = {**os.environ, "SAMVERKAN_DATA": str(tmp_path)}
    subprocess.run([COMMAND, "publish", "--rdf", tmp_path / "empty.nt"], env=environment, check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    server = subprocess.Popen([COMMAND, "serve", "--port", str(port)], env=environment)
    address = f"http://127.0.0.1:{port}/sparql"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except URLError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.server
@pytest.mark.shared
def test_protocol_results_and_service_description(endpoint: str, shared: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = subprocess.run(
        [
            sys.executable, shared / "tools/w3c/w3c_http.py", "--suite", shared / "w3c", "--query", endpoint,
            "--run", "protocol,sd,results", "--json", report,
            "--load", "cmd", "--load-cmd", f"SAMVERKAN_DATA={tmp_path} {COMMAND} publish --rdf {{file}}",
        ],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    outcomes = [each["status"] for each in json.loads(report.read_text())]
    passed = sum(each in ("pass", "pass-value") for each in outcomes)
    assert (passed, outcomes.count("skip")) == (40, 7)  # 27 of the protocol, 3 and 10; the 7 are updates
