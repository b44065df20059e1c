"""What several tests share: the reference corpora beside the project, and where they are."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("SAMVERKAN_DUMP_QUADS", "0")  # files to take away are made where a test asks for them

# Each of hundreds of small graphs that are published waits for the disk up to ten times as long as it takes to make, so
# what tests write lies in memory where the system has a folder there with room. TMPDIR or --basetemp say otherwise.
MEMORY, ROOM = Path("/dev/shm"), 4 << 30
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the reference corpora (setting SAMVERKAN_SHARED, default ../shared)."""
    folder = Path(os.environ.get("SAMVERKAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpus").is_dir():
        pytest.skip(f"NO REFERENCE CORPORA at {folder}: set SAMVERKAN_SHARED to the folder that holds corpus/")
    return folder


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In continuous integration (SAMVERKAN_NO_SKIP=1) a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("SAMVERKAN_NO_SKIP") == "1" and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        reporter.write_line("SAMVERKAN_NO_SKIP=1, and tests were skipped: that is a failure here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
