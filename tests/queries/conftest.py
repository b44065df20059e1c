"""Graphs to ask: a small invented one, the gold facts of the reference corpus, and one with mistakes for the checks."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from samverkan import facts_json, queries
from samverkan.facts import Facts
from samverkan.register import shipped
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import document_quads, ontology_quads, register_quads

BASE = "https://w3id.org/samverkan/id/"
HERE = Path(__file__).parent

Ask = Callable[..., list[tuple[str | None, ...]]]


def filled(quads: Iterable[Quad], merged: bool) -> Store:
    """A store of quads, either as it is written to or as it is published, with all triples in the default graph too."""
    store = OxigraphStore(merged=merged)
    for quad in quads:
        store.engine.add(quad)
        if merged:
            store.engine.add(Quad(*quad.triple, DefaultGraph()))
    return store


def asking(store: Store) -> Ask:
    """Ask a shipped query by name; the words of the columns named, or of all that a reader sees."""

    def ask(name: str, *columns: str, **arguments: str) -> list[tuple[str | None, ...]]:
        asked = queries.query(name)
        wanted = [asked.columns.index(column) for column in columns or asked.columns]
        answer = queries.cells(asked, queries.run(store, name, arguments))
        return [tuple(cells[place].text for place in wanted) for cells in answer]

    return ask


@pytest.fixture(scope="session", params=[False, True], ids=["union", "merged"])
def sample(request: pytest.FixtureRequest) -> Store:
    return filled(parse((HERE / "sample.trig").read_bytes(), RdfFormat.TRIG), request.param)


@pytest.fixture
def ask(sample: Store) -> Ask:
    return asking(sample)


@pytest.fixture
def ask_seeds(seeds: Store) -> Ask:
    return asking(seeds)


@pytest.fixture
def ask_all(corpora: Store) -> Ask:
    return asking(corpora)


@pytest.fixture(params=[False, True], ids=["union", "merged"])
def ask_told(request: pytest.FixtureRequest) -> Callable[..., Ask]:
    """Ask what the facts given tell, each of a document of that key, and further quads."""

    def told(documents: Mapping[str, Facts], more: Iterable[Quad] = ()) -> Ask:
        made = [*register_quads(shipped(), BASE), *ontology_quads(), *more]
        for key, facts in documents.items():
            made += document_quads(facts, key=key, text=None, digest=None, register=shipped(), base=BASE)
        return asking(filled(made, request.param))

    return told


@pytest.fixture(scope="session")
def faulty() -> Store:
    return filled(parse((HERE / "faulty.trig").read_bytes(), RdfFormat.TRIG), True)


@pytest.fixture(scope="session", params=[False, True], ids=["union", "merged"])
def seeds(request: pytest.FixtureRequest, shared: Path) -> Store:
    return filled(_gold(shared / "corpus" / "seeds"), request.param)


@pytest.fixture(scope="session", params=[False, True], ids=["union", "merged"])
def corpora(request: pytest.FixtureRequest, shared: Path) -> Store:
    """The gold facts of the seeds and of the development corpus together: several documents of one body."""
    folders = (shared / "corpus" / each for each in ("seeds", "dev"))
    return filled((quad for each in folders for quad in _gold(each)), request.param)


def _gold(folder: Path) -> Iterable[Quad]:
    for path in sorted(folder.glob("*.json")):
        facts = facts_json.loads(path.read_bytes())
        yield from document_quads(facts, key=path.stem, text=None, digest=None, register=shipped(), base=BASE)
    yield from register_quads(shipped(), BASE)
    yield from ontology_quads()
