"""What is known of a thing, and what is somebody else's business."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from samverkan.store import Store
from samverkan.store.description import describe
from samverkan.vocabulary import PREFIXES

ID = "https://example.org/id/"
DOCUMENT = NamedNode(ID + "document/a")
PERSON, BODY = NamedNode(ID + "person/12/åsa_ek"), NamedNode(ID + "body/12/a")
GRAPH = (
    "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    + f"""
@base <{ID}> .
<person/12/åsa_ek> a foaf:Person ; rdfs:label "Åsa Ek" ; samv:county <county/12> .
<person/12/bo_ek> a foaf:Person ; rdfs:label "Bo Ek" .
<county/12> a samv:County ; rdfs:label "Skåne" ; samv:code "12" .
<body/12/a> a samv:Body ; rdfs:label "Styrgruppen" .
<body/12/b> a samv:Body ; rdfs:label "Arbetsgruppen" ; samv:preparesFor <body/12/a> .
<document/a/membership/1> a org:Membership, samv:Fact ; org:member <person/12/åsa_ek> ; org:organization <body/12/a> ;
    prov:wasDerivedFrom <document/a#char=1,7> .
<document/a#char=1,7> a oa:SpecificResource ; oa:exact "Åsa Ek" .
<document/a/membership/2> a org:Membership, samv:Fact ; org:member <person/12/bo_ek> ; org:organization <body/12/a> ;
    prov:wasDerivedFrom <document/a#char=9,14> .
<document/a#char=9,14> a oa:SpecificResource ; oa:exact "Bo Ek" .
"""
)


@pytest.fixture
def known(store: Store) -> Store:
    quads = (Quad(q.subject, q.predicate, q.object, DOCUMENT) for q in parse(GRAPH, RdfFormat.TURTLE))
    store.replace_graph(DOCUMENT, quads)
    return store


def short(triples: set[Triple]) -> set[tuple[str, str, str]]:
    """Triples without the start of their IRIs."""

    def name(node: object) -> str:
        value = str(getattr(node, "value", node))
        for prefix, iri in PREFIXES.items():
            if value.startswith(iri):
                return f"{prefix}:{value.removeprefix(iri)}"
        return value.removeprefix(ID)

    return {(name(t.subject), name(t.predicate), name(t.object)) for t in triples}


def test_a_person_comes_with_facts_their_sentences_and_names(known: Store) -> None:
    assert short(set(describe(known, PERSON))) == {
        ("person/12/åsa_ek", "rdf:type", "foaf:Person"),
        ("person/12/åsa_ek", "rdfs:label", "Åsa Ek"),
        ("person/12/åsa_ek", "samv:county", "county/12"),
        ("county/12", "rdfs:label", "Skåne"),
        ("document/a/membership/1", "rdf:type", "org:Membership"),
        ("document/a/membership/1", "rdf:type", "samv:Fact"),
        ("document/a/membership/1", "org:member", "person/12/åsa_ek"),
        ("document/a/membership/1", "org:organization", "body/12/a"),
        ("document/a/membership/1", "prov:wasDerivedFrom", "document/a#char=1,7"),
        ("body/12/a", "rdfs:label", "Styrgruppen"),
        ("document/a#char=1,7", "rdf:type", "oa:SpecificResource"),
        ("document/a#char=1,7", "oa:exact", "Åsa Ek"),
    }


def test_what_points_without_being_a_fact_is_left_out(known: Store) -> None:
    assert ("body/12/b", "samv:preparesFor", "body/12/a") not in short(set(describe(known, BODY)))
    assert ("document/a/membership/2", "org:member", "person/12/bo_ek") in short(set(describe(known, BODY)))


def test_no_more_facts_than_asked_for_come(known: Store) -> None:
    found = short(set(describe(known, BODY, facts=1)))
    assert {subject for subject, _, kind in found if kind == "samv:Fact"} == {"document/a/membership/1"}
    assert {text for _, property, text in found if property == "oa:exact"} == {"Åsa Ek"}


def test_nothing_is_known_of_the_unknown(known: Store) -> None:
    assert list(describe(known, NamedNode(ID + "person/12/nobody"))) == []


def test_a_name_is_a_literal_however_odd(store: Store) -> None:
    odd = Quad(BODY, NamedNode(PREFIXES["rdfs"] + "label"), Literal('"} ?s ?p'), DOCUMENT)
    store.replace_graph(DOCUMENT, [odd])
    assert list(describe(store, BODY)) == [odd.triple]
