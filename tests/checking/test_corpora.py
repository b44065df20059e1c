"""The corpora as our reader reads them: no shape is broken, nothing impossible is said, all of it has evidence."""

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

from samverkan import build, checking, triples
from samverkan.checking import Report
from samverkan.register import shipped
from samverkan.resources import folder
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import RDF, SAMV

BASE = "https://example.org/id/"


def checked(paths: list[Path]) -> tuple[Report, int]:
    """What is found in documents as they are read, and how many statements they make."""
    store = OxigraphStore(merged=True)
    quads = [*triples.register_quads(shipped(), BASE), *triples.ontology_quads()]
    for document in build.inputs(paths):
        read = build.read(document, shipped(), 1_000_000)
        quads += triples.document_quads(
            read.facts, key=read.key, text=read.text, digest=read.digest, register=shipped(), base=BASE
        )
    for quad in quads:
        store.engine.add(quad)
        store.engine.add(Quad(*quad.triple, DefaultGraph()))
    facts = sum(quad.predicate == RDF.type and quad.object == SAMV.Fact for quad in quads)
    return checking.check(store), facts


@pytest.mark.parametrize(
    ("corpus", "at_least"), [("seeds", 250), ("dev", 700), (None, 250)], ids=["originals", "dev", "samples"]
)
def test_documents_as_read_say_nothing_impossible(shared: Path, corpus: str | None, at_least: int) -> None:
    where = shared / "corpus" / corpus if corpus else folder("data/documents")
    report, facts = checked(sorted(where.glob("*.txt")))
    assert facts > at_least
    assert [finding for finding in report.findings if finding.level != "notice"] == []
    assert {finding.check for finding in report.findings} == {"assignment-past-due"}
    assert all(finding.sources for finding in report.findings)


def test_a_statement_without_its_rule_would_be_found() -> None:
    store = OxigraphStore(merged=True)
    bare = NamedNode(f"{BASE}document/x/mention/1")
    for graph in (NamedNode(f"{BASE}document/x"), DefaultGraph()):
        store.engine.add(Quad(bare, RDF.type, SAMV.Fact, graph))
    found = {finding.check for finding in checking.check(store).findings}
    assert {"fact-without-evidence", "fact-without-document", "shape:Fact"} <= found
