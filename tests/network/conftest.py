"""The invented graph of the tests of queries, and the gold facts of the reference corpus."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from samverkan import facts_json
from samverkan.register import shipped
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import document_quads, register_quads

BASE = "https://w3id.org/samverkan/id/"
SAMPLE = Path(__file__).parents[1] / "queries" / "sample.trig"


@pytest.fixture(scope="session")
def sample() -> Store:
    store = OxigraphStore()
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    return store


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Store:
    store = OxigraphStore()
    for path in sorted((shared / "corpus" / "seeds").glob("*.json")):
        facts = facts_json.loads(path.read_bytes())
        store.bulk_load(document_quads(facts, key=path.stem, text=None, digest=None, register=shipped(), base=BASE))
    store.bulk_load(register_quads(shipped(), BASE))
    return store
