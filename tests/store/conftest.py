"""What the tests of the stores share: small quads, each kind of store, and a real SPARQL server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, of each kind in turn."""
    made = OxigraphStore(None if request.param == "memory" else tmp_path / "live")
    yield made
    made.close()
