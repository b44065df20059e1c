"""The report: each finding with its sentence, its document and its place; so too as JSON and in terms of SHACL."""

import json

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH

from samverkan import checking, triples
from samverkan.checking import Report, report
from samverkan.facts import Assignment, Body, Document, Evidence, Facts, Meeting, Membership
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore

BASE = "https://example.org/id/"
TEXT = (
    "Vägrådet 4 mars 2021\nAnn Ek, ordförande\nBo Al, ordförande\nBo Al ska mäta vägen till den 1 mars. Mötet slutar.\n"
)


def said(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start, start + len(quote), quote, "test.rule", 0.9)


FACTS = Facts(
    document=Document(title="Anteckningar om vägar", kind="minutes", evidence=said("Vägrådet")),
    body=Body(name="Vägrådet", kind="political", evidence=said("Vägrådet")),
    meeting=Meeting(start="2021-03-04", end="2021-03-04", evidence=said("4 mars 2021")),
    memberships=(
        Membership("Ann Ek", "Vägrådet", "chair", evidence=said("Ann Ek, ordförande")),
        Membership("Bo Al", "Vägrådet", "chair", evidence=said("Bo Al, ordförande")),
    ),
    assignments=(Assignment(("Bo Al",), "mäta vägen", due="2021-03-01", evidence=said("Bo Al ska mäta vägen")),),
)


@pytest.fixture(scope="module")
def found() -> Report:
    store = OxigraphStore(merged=True)
    made = triples.document_quads(FACTS, key="vägar", text=TEXT, digest="0f", register=shipped(), base=BASE)
    nameless = Quad(
        NamedNode(f"{BASE}person/-/x"),
        NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        NamedNode("http://xmlns.com/foaf/0.1/Person"),
        NamedNode(f"{BASE}document/vägar"),
    )
    for quad in [*made, nameless, *triples.ontology_quads()]:
        store.engine.add(quad)
        store.engine.add(Quad(*quad.triple, DefaultGraph()))
    return checking.check(store)


def test_shapes_come_first_then_checks_by_how_grave_they_are(found: Report) -> None:
    assert [(finding.check, finding.level) for finding in found.findings] == [
        ("shape:label", "error"),
        ("due-before-meeting", "error"),
        ("two-chairs", "error"),
        ("assignment-past-due", "notice"),
    ]
    assert found.counts() == {"error": 3, "warning": 0, "notice": 1}


def test_the_text_tells_the_sentence_the_document_and_the_place(found: Report) -> None:
    told = report.text(found, "sv")
    place = TEXT.index("Ann Ek, ordförande")
    assert (
        "fel  Två ordförande samtidigt  [two-chairs]\n"
        "    Organ: Vägrådet; Person: Ann Ek; Och: Bo Al; Dokument: Anteckningar om vägar\n"
        "    “Ann Ek, ordförande”\n"
        f"        Anteckningar om vägar, tecken {place}–{place + 18}: {BASE}document/vägar#char={place},{place + 18}\n"
        "    “Bo Al, ordförande”\n"
    ) in told
    assert "“Bo Al ska mäta vägen till den 1 mars. Mötet slutar.”" in told
    assert f"fel  Den har ett namn.  [shape:label]\n    Vad: {BASE}person/-/x" in told
    assert "notice  Assignment past due without an outcome" in report.text(found, "en")


def test_a_source_stands_once_though_two_statements_rest_on_it(found: Report) -> None:
    (due,) = [finding for finding in found.findings if finding.check == "due-before-meeting"]
    assert [source.quote for source in due.sources] == ["Bo Al ska mäta vägen"]


def test_the_json_holds_all_that_the_text_tells(found: Report) -> None:
    told = json.loads(report.as_json(found, "en"))
    assert (told["conforms"], told["graphs"], told["counts"]) == (False, 2, {"error": 3, "warning": 0, "notice": 1})
    chairs = told["findings"][2]
    assert chairs["values"] == {
        "body": "Vägrådet", "person": "Ann Ek", "other": "Bo Al", "document": "Anteckningar om vägar",
    }  # fmt: skip
    assert chairs["nodes"]["document"] == f"{BASE}document/vägar"
    assert [(source["quote"], source["sentence"]) for source in chairs["sources"]] == [
        ("Ann Ek, ordförande", "Ann Ek, ordförande"),
        ("Bo Al, ordförande", "Bo Al, ordförande"),
    ]


def test_the_turtle_is_a_validation_report_without_blank_nodes(found: Report) -> None:
    told = report.as_turtle(found, "sv")
    graph = Graph().parse(data=told, format="turtle")
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert [str(each) for each in graph.objects(whole, SH.conforms)] == ["false"]
    results = list(graph.objects(whole, SH.result))
    assert len(results) == 4
    severities = sorted(str(graph.value(result, SH.resultSeverity)).rpartition("#")[2] for result in results)
    assert severities == ["Info", "Violation", "Violation", "Violation"]
    assert URIRef("https://w3id.org/samverkan/shapes#label") in set(graph.objects(None, SH.sourceShape))
    assert URIRef("https://w3id.org/samverkan/check/two-chairs") in set(graph.objects(None, SH.sourceShape))
    quads = list(parse(told.encode(), RdfFormat.TURTLE))
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert all(isinstance(quad.object, (NamedNode, Literal)) for quad in quads)
    assert told == report.as_turtle(found, "en")


def test_a_level_reaches_what_is_as_grave_or_graver(found: Report) -> None:
    notices = Report(found.findings[3:], 2, 1, 1, 0.0)
    assert [notices.reaches(level) for level in checking.LEVELS] == [False, False, True]
    assert [found.reaches(level) for level in checking.LEVELS] == [True, True, True]


def test_the_summary_counts_in_both_languages(found: Report) -> None:
    assert "2 grafer: 3 fel, 0 varningar, 1 upplysningar (" in report.summary(found, "sv")
    assert "2 graphs: 3 errors, 0 warnings, 1 notices (" in report.summary(found, "en")
