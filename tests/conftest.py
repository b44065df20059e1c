"""What several tests share: the reference corpora beside the project, and where they are."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the reference corpora (setting SAMVERKAN_SHARED, default ../shared)."""
    folder = Path(os.environ.get("SAMVERKAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpus").is_dir():
        pytest.skip(f"NO REFERENCE CORPORA at {folder}: set SAMVERKAN_SHARED to the folder that holds corpus/")
    return folder
