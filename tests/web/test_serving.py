"""Serving: an address that cannot be had is said in one line, before any work is done for it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan.errors import AddressError
from samverkan.settings import Settings
from samverkan_web.serve import check_address

COMMAND = Path(sys.executable).with_name("samverkan")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of loopback on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield int(other.getsockname()[1])


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_in_use_is_one_line_that_says_what_to_do(command: str, taken: int, tmp_path: Path) -> None:
    environment = {**os.environ, "SAMVERKAN_DATA": str(tmp_path), "SAMVERKAN_STORE": "http://127.0.0.1:9/"}
    done = subprocess.run(
        [COMMAND, command, "--host", "127.0.0.1", "--port", str(taken)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"samverkan: cannot listen on port {taken} of 127.0.0.1: something else listens there already; "
        "choose another with --port or the setting SAMVERKAN_PORT\n"
    )


def test_an_address_of_another_machine_is_told_too() -> None:
    with pytest.raises(AddressError, match=r"cannot listen on port 0 of 192\.0\.2\.1: "):
        check_address(Settings(host="192.0.2.1", port=0))


def test_a_free_address_is_left_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
    check_address(Settings(host="127.0.0.1", port=port))
    check_address(Settings(host="127.0.0.1", port=port))
