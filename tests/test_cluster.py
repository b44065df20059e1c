"""Reading on a Dask cluster: the same documents are read as here, and what its workers do not survive is told."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
from distributed import Client
from servers import free_port

from samverkan import build
from samverkan.cluster import cluster
from samverkan.errors import ClusterError

MINUTES = """Minnesanteckningar Samrådsgruppen 3 maj 2022

Närvarande:
Ann Ekdal, Tjörn
Bo Almgren, Orust
"""


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask scheduler on loopback that has one worker of two threads."""
    address = f"127.0.0.1:{free_port()}"
    folder = tmp_path_factory.mktemp("dask")
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    host, port = address.split(":")
    running = [
        subprocess.Popen([*dask, "--host", host, "--port", port, "--no-dashboard", "--no-show"], cwd=folder,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ]  # fmt: skip
    dask = [sys.executable, "-m", "distributed.cli.dask_worker"]
    running.append(
        subprocess.Popen([*dask, f"tcp://{address}", "--nthreads", "2", "--no-dashboard", "--local-directory", "."],
                         cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )  # fmt: skip
    try:
        with Client(f"tcp://{address}", timeout=30, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=30)
        yield f"tcp://{address}"
    finally:
        for each in reversed(running):
            each.terminate()
        for each in running:
            each.wait(timeout=20)


def test_a_cluster_reads_what_is_read_here(tmp_path: Path, scheduler: str) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(MINUTES.replace("Ann", f"{name.upper()}nn"), "utf-8")
    (tmp_path / "d.txt").write_bytes(b"")
    documents = build.inputs([tmp_path])
    with cluster(scheduler) as executor:
        assert executor.size == 2
        there = list(build.readings(documents, 1_000_000, executor))
    here = list(build.readings(documents, 1_000_000))
    assert there[:3] == here[:3]
    assert str(there[3][1]) == str(here[3][1])
    assert "d.txt: the file is empty" in str(there[3][1])


def test_a_task_that_no_worker_survives_is_told_and_others_go_on(scheduler: str) -> None:
    with cluster(scheduler) as executor:
        executor.submit(time.sleep, 0).result(timeout=30)
        with pytest.raises(BrokenExecutor):
            executor.submit(os._exit, 9).result(timeout=60)
        assert executor.submit(abs, -3).result(timeout=60) == 3


def test_an_error_of_a_task_is_its_own(scheduler: str) -> None:
    with cluster(scheduler) as executor, pytest.raises(ValueError, match="invalid literal"):
        executor.submit(int, "seven").result(timeout=30)


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverkan.cluster._SECONDS", 0.5)
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(ClusterError, match="is no Dask scheduler that answers"), cluster(address):
        pass


def test_an_address_that_is_none_is_told() -> None:
    with (
        pytest.raises(
            ClusterError, match="nonsense://x is no address of a Dask scheduler; it must begin with tcp:// or tls://"
        ),
        cluster("nonsense://x"),
    ):
        pass
