"""The shapes: each class has one, documents as they are made conform, and each breach is told with its shape."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.namespace import OWL, RDF, SH

from samverkan import checking, corrections, facts_json, judgements, triples
from samverkan.checking import Finding, shapes
from samverkan.facts import Attendance, Body, Document, Evidence, Facts, Meeting, Membership, Vacancy
from samverkan.register import shipped
from samverkan.resources import folder
from samverkan.revision import revise
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples.shapes import TYPES
from samverkan.vocabulary import (
    CONCEPTS,
    DCT,
    FOAF,
    LISTS,
    NS,
    OA,
    OPENGOV,
    ORG,
    OUTCOMES,
    PROV,
    RDFS,
    ROLES,
    SAMV,
    SKOS,
    XSD,
)
from samverkan.vocabulary import RDF as TERMS

BASE = "https://example.org/id/"
TEXT = "Minnesanteckningar 2021-03-04\nNärvarande: Ann Ek, ordförande\nBo Al\nEn plats är vakant\n"
SAID = Evidence(42, 48, "Ann Ek", "test", 0.9)
FACTS = Facts(
    document=Document(title="Minnesanteckningar", kind="minutes", date="2021-03-04", evidence=SAID),
    body=Body(name="Rådet för vägar", kind="political", organisations=("Region Skåne",), evidence=SAID),
    meeting=Meeting(start="2021-03-04", end="2021-03-04", chair="Ann Ek", evidence=SAID),
    attendance=(Attendance(person="Ann Ek", organisation="Malmö", party="S", role="chair", evidence=SAID),),
    memberships=(Membership(person="Bo Al", body="Rådet för vägar", role="member", start="2021", evidence=SAID),),
    vacancies=(Vacancy(body="Rådet för vägar", count=1, evidence=SAID),),
)
DOCUMENT = NamedNode(f"{BASE}document/anteckningar")


@cache
def made() -> tuple[Quad, ...]:
    """The document above, made once for all that is changed in it."""
    return tuple(
        triples.document_quads(
            FACTS, key="anteckningar", text=TEXT, digest="sha256:0f", register=shipped(), base=BASE
        )
    )  # fmt: skip


def found(quads: Iterable[Quad], *, beside: Iterable[Quad] | None = None) -> list[Finding]:
    store = OxigraphStore()
    for quad in [*quads, *(_near() if beside is None else beside), *triples.ontology_quads()]:
        store.engine.add(quad)
    return list(shapes.violations(store, list(store.graphs()), shapes.shipped()))


@cache
def _near() -> list[Quad]:
    """The part of the register that the document above points to."""
    near = {NamedNode(BASE + path) for path in ("county/12", "region/12", "municipality/1280")}
    return [quad for quad in triples.register_quads(shipped(), BASE) if quad.subject in near]


def node(kind: NamedNode) -> NamedNode:
    subject = next(quad.subject for quad in made() if quad.predicate == TERMS.type and quad.object == kind)
    assert isinstance(subject, NamedNode)
    return subject


def without(kind: NamedNode, predicate: NamedNode) -> list[Quad]:
    """The document without what the one thing of a kind says by a property."""
    return [quad for quad in made() if (quad.subject, quad.predicate) != (node(kind), predicate)]


def changed(kind: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> list[Quad]:
    return [*without(kind, predicate), Quad(node(kind), predicate, value, DOCUMENT)]


def more(kind: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> list[Quad]:
    return [*made(), Quad(node(kind), predicate, value, DOCUMENT)]


def test_a_document_as_it_is_made_conforms_and_so_do_register_and_ontology() -> None:
    assert found(made(), beside=triples.register_quads(shipped(), BASE)) == []


@pytest.mark.parametrize(
    ("quads", "shape"),
    [
        (without(FOAF.Person, RDFS.label), "label"),
        (changed(FOAF.Person, SAMV.county, NamedNode(f"{BASE}region/12")), "county"),
        (without(SAMV.Attendance, SAMV.person), "Attendance"),
        (changed(SAMV.Attendance, SAMV.person, NamedNode(f"{BASE}municipality/1280")), "Attendance"),
        (changed(SAMV.Attendance, SAMV.status, ROLES["chair"]), "InStatuses"),
        (changed(SAMV.Attendance, ORG.role, OUTCOMES["noted"]), "InRoles"),
        (changed(SAMV.Attendance, ORG.role, NamedNode(CONCEPTS + "role/boss")), "role"),
        (more(SAMV.Attendance, ORG.role, ROLES["member"]), "role"),
        (changed(SAMV.Attendance, SAMV.party, Literal("Social Demokraterna")), "party"),
        (more(SAMV.Attendance, OPENGOV.onBehalfOf, NamedNode(f"{BASE}region/12")), "onBehalfOf"),
        (without(SAMV.Attendance, SAMV.meeting), "ofMeeting"),
        (without(ORG.Membership, ORG.member), "Membership"),
        (changed(ORG.Membership, SAMV.start, Literal("i fjol")), "start"),
        (changed(SAMV.Vacancy, SAMV.count, Literal("0", datatype=XSD.integer)), "Vacancy"),
        (without(SAMV.Vacancy, SAMV.inDocument), "Fact"),
        (changed(SAMV.Vacancy, SAMV.confidence, Literal("1.2", datatype=XSD.decimal)), "confidence"),
        (changed(SAMV.Vacancy, PROV.wasDerivedFrom, DOCUMENT), "derived"),
        (without(OA.TextQuoteSelector, OA.exact), "Passage"),
        (changed(OA.TextQuoteSelector, OA.end, Literal("7", datatype=XSD.integer)), "Passage"),
        (changed(SAMV.Body, SAMV.bodyKind, ROLES["chair"]), "InBodyKinds"),
        (changed(SAMV.Document, SAMV.contentHash, Literal("0f")), "Document"),
        (more(SAMV.Meeting, SAMV.start, Literal("2022", datatype=XSD.gYear)), "start"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_breach_is_told_with_its_shape(quads: list[Quad], shape: str) -> None:
    assert {finding.check for finding in found(quads)} == {f"shape:{shape}"}


def test_a_breach_tells_what_is_wrong_in_both_languages_and_where() -> None:
    (finding,) = found(without(SAMV.Attendance, SAMV.person))
    assert dict(finding.title) == {
        "sv": "Närvaron gäller en person.", "en": "The attendance is of one person.",
    }  # fmt: skip
    assert finding.level == "error"
    assert finding.focus == node(SAMV.Attendance)
    assert [(value.name, value.text) for value in finding.values] == [
        ("focus", node(SAMV.Attendance).value), ("path", SAMV.person.value),
    ]  # fmt: skip


def test_two_documents_may_differ_in_where_a_meeting_was_held() -> None:
    other = NamedNode(f"{BASE}document/andra")
    there, elsewhere = (Quad(node(SAMV.Meeting), SAMV.place, Literal(place), DOCUMENT) for place in ("Alby", "Ekby"))
    again = [Quad(*quad.triple, other) for quad in [*made(), elsewhere]]
    assert found([*made(), there, *again]) == []
    assert {finding.check for finding in found([*made(), there, elsewhere])} == {"shape:Meeting"}


def corrected() -> list[Quad]:
    """The document with a seat that was read wrongly and an attendance that was rejected, beside the corrections."""
    rows = [
        corrections.from_json(
            "anteckningar",
            {
                "act": act,
                "kind": kind,
                "row": row,
                "who": "Eva Lund",
                "when": "2031-02-03",
                "why": "Så står det.",
                **to,
            },
            "c.json",
        )
        for act, kind, row, to in (
            ("change", "memberships", {"person": "Bo Al"}, {"to": {"role": "chair"}}),
            ("reject", "attendance", {"person": "Ann Ek"}, {}),
            ("confirm", "vacancies", {"body": "Rådet för vägar"}, {}),
        )
    ]
    revised = revise(FACTS, rows, TEXT)
    document = triples.document_quads(
        revised.facts, key="anteckningar", text=TEXT, digest="0f", register=shipped(), base=BASE, revision=revised
    )
    return [*document, *triples.correction_quads(corrections.gathered(rows), BASE)]


JUDGED = judgements.settle(
    judgements.parse(
        "one,one_name,other,other_name,verdict,who,when,why\n"
        "person/12/ann_ek,Ann Ek,person/12/anna_ek,Anna Ek,same,Eva Lund,2031-02-03,Samma uppdrag i samma råd.\n",
        "j.csv",
    )
)


def test_corrections_judgements_and_what_came_of_them_conform() -> None:
    quads = [*corrected(), *triples.judgement_quads(JUDGED, BASE)]
    kinds = {quad.object for quad in quads if quad.predicate == TERMS.type}
    assert {SAMV.Correction, SAMV.FormerFact, SAMV.Judgement} <= kinds
    assert found(quads) == []


@pytest.mark.parametrize(
    ("kind", "predicate", "shape"),
    [
        (SAMV.Correction, PROV.wasAttributedTo, "Judged"),
        (SAMV.Correction, SAMV.act, "Correction"),
        (SAMV.Judgement, DCT.description, "description"),
        (SAMV.Judgement, SAMV.verdict, "Judgement"),
        (SAMV.FormerFact, SAMV.correctedBy, "FormerFact"),
    ],
    ids=["who corrected", "what it does", "why", "verdict", "by which correction"],
)
def test_a_correction_or_judgement_that_lacks_something_is_told(
    kind: NamedNode, predicate: NamedNode, shape: str
) -> None:
    quads = [*corrected(), *triples.judgement_quads(JUDGED, BASE)]
    bare = {quad.subject for quad in quads if quad.predicate == TERMS.type and quad.object == kind}
    left = [quad for quad in quads if quad.subject not in bare or quad.predicate != predicate]
    assert {finding.check for finding in found(left)} == {f"shape:{shape}"}


def test_every_class_of_the_ontology_and_of_entities_has_a_shape() -> None:
    aimed = {str(each) for each in shapes.shipped().graph.objects(None, SH.targetClass)}
    graph = [*triples.ontology_quads()]
    own = {
        quad.subject.value
        for quad in graph
        if quad.predicate == TERMS.type
        and quad.object == NamedNode(str(OWL.Class))
        and isinstance(quad.subject, NamedNode)
        and quad.subject.value.startswith(NS)
    }
    assert sorted(own - aimed) == []
    assert {kind.value for kinds in TYPES.values() for kind in kinds} - aimed == {ORG.OrganizationalCollaboration.value}
    assert {FOAF.Person.value, ORG.Membership.value, OA.TextQuoteSelector.value, SKOS.Concept.value} <= aimed


def test_every_list_has_its_shape() -> None:
    """A value of a property must be a word of its list."""
    graph = shapes.shipped().graph
    held = {str(each) for shape, _, list_ in graph.triples((None, SH["in"], None)) for each in graph.items(list_)}
    values = [concepts for name, concepts in LISTS.items() if name != "themes"]  # which sort searches, and are no value
    schemes = {next(iter(concepts.values())).value.rpartition("/")[0] for concepts in values}
    assert schemes - held == set()


def test_shapes_speak_only_of_terms_that_there_are() -> None:
    known = {term.value for term in SAMV.terms.values()}
    said = {
        term.value
        for quad in parse(path=folder("ontology") / "shapes.ttl", format=RdfFormat.TURTLE)
        for term in (quad.subject, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(NS)
    }
    assert said - known == set()


def test_every_shape_tells_in_swedish_and_english() -> None:
    graph = shapes.shipped().graph
    for shape in set(graph.subjects(SH.targetClass, None)):
        if (shape, RDF.type, SH.NodeShape) in graph and not any(
            graph.value(shape, each) for each in (SH["class"], SH.nodeKind, SH["not"])
        ):
            continue  # it asks nothing but of its properties
        told = sorted(getattr(each, "language", "") or "" for each in graph.objects(shape, SH.message))
        if graph.value(shape, SH.node) is None:
            assert told == ["en", "sv"], shape


@pytest.mark.parametrize("corpus", ["seeds", "dev"])
def test_the_gold_facts_of_the_corpora_conform(shared: Path, corpus: str) -> None:
    quads = [
        quad
        for path in sorted((shared / "corpus" / corpus).glob("*.json"))
        for quad in triples.document_quads(
            facts_json.loads(path.read_bytes()), key=path.stem, text=None, digest=None, register=shipped(), base=BASE
        )
    ]
    assert found(quads, beside=triples.register_quads(shipped(), BASE)) == []


def test_a_report_counts_shapes_checks_and_graphs() -> None:
    store = OxigraphStore(merged=True)
    for quad in [*made(), *triples.register_quads(shipped(), BASE), *triples.ontology_quads()]:
        store.engine.add(quad)
        store.engine.add(Quad(*quad.triple, DefaultGraph()))
    report = checking.check(store)
    assert (report.findings, report.graphs, report.counts()) == ((), 3, {"error": 0, "warning": 0, "notice": 0})
    assert report.shapes > 100
    assert not report.reaches("notice")
