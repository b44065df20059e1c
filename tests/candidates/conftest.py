"""Graphs to look for candidates in: documents of the invented people and bodies that a test names."""

from collections.abc import Callable, Iterable

import pytest
from pyoxigraph import DefaultGraph, Quad

from samverkan.candidates import Graph
from samverkan.facts import Facts
from samverkan.identity import index_of
from samverkan.judgements import NONE, Judgements
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import document_quads, register_quads

BASE = "https://example.org/id/"

Make = Callable[..., Graph]


@pytest.fixture(scope="session")
def graph_of() -> Make:
    """Makes the graph of some documents by their keys, as published: its default graph holds all triples."""

    def make(documents: Iterable[tuple[str, Facts]], judged: Judgements = NONE) -> Graph:
        store = OxigraphStore(merged=True)
        quads = list(register_quads(shipped(), BASE))
        for key, facts in documents:
            quads += document_quads(
                facts, key=key, text=None, digest=None, register=shipped(), base=BASE, judgements=judged
            )
        store.bulk_load(quads)
        store.engine.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
        return Graph(store, BASE, index_of(shipped()), judged)

    return make
