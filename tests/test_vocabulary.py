"""The terms of `vocabulary.py` and the ontology are the same, both ways, and each is described in both languages."""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from samverkan import corrections, facts, facts_json, register
from samverkan.resources import folder
from samverkan.triples import ONTOLOGY_GRAPH, document_quads, ontology_quads, register_quads
from samverkan.vocabulary import (
    ACTS,
    BASES,
    BODY_KINDS,
    CAPACITIES,
    CONCEPTS,
    CPOV,
    DCT,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    FOAF,
    ITEM_KINDS,
    KNOWN_BY,
    LISTS,
    MODES,
    NS,
    OA,
    OPENGOV,
    ORG,
    ORGANISATION_KINDS,
    OUTCOMES,
    PERIODS,
    PROV,
    RDF,
    RDFS,
    RELATIONS,
    ROLES,
    SAMV,
    SCHEMA,
    SKOS,
    STATUSES,
    Namespace,
)

OWL_TERMS = Namespace("http://www.w3.org/2002/07/owl#", "Class ObjectProperty DatatypeProperty versionIRI")
SCHEMA_TERMS = Namespace(RDFS.iri, "domain range subClassOf")
SAID: dict[NamedNode, dict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
for quad in ontology_quads():
    assert isinstance(quad.subject, NamedNode)
    SAID[quad.subject][quad.predicate].append(quad.object)

OWN = {node for node in SAID if node.value.startswith(NS)}
LISTED = {node for node in SAID if node.value.startswith(CONCEPTS) and SKOS.Concept in SAID[node][RDF.type]}
CLASSES = {node for node in OWN if OWL_TERMS.Class in SAID[node][RDF.type]}
CONCEPT_NODES = {concept for concepts in LISTS.values() for concept in concepts.values()}


def languages(node: NamedNode, predicate: NamedNode) -> list[str | None]:
    texts = SAID[node][predicate]
    assert all(isinstance(text, Literal) and text.value.strip() == text.value != "" for text in texts)
    return sorted(text.language or "" for text in texts if isinstance(text, Literal))


def test_every_own_term_is_in_the_ontology_and_no_other() -> None:
    assert {node.value.removeprefix(NS) for node in OWN} == set(SAMV.terms)


@pytest.mark.parametrize("node", sorted(OWN, key=str), ids=lambda node: node.value.removeprefix(NS))
def test_a_term_is_described_in_swedish_and_english(node: NamedNode) -> None:
    assert languages(node, RDFS.label) == ["en", "sv"]
    assert languages(node, RDFS.comment) == ["en", "sv"]


def test_a_class_begins_with_a_capital_and_a_property_does_not() -> None:
    kinds = {OWL_TERMS.Class, OWL_TERMS.ObjectProperty, OWL_TERMS.DatatypeProperty}
    for node in OWN:
        assert len(kinds.intersection(SAID[node][RDF.type])) == 1, node
        assert node.value.removeprefix(NS)[0].isupper() == (node in CLASSES), node


def test_domains_and_ranges_lead_to_classes_that_are_there() -> None:
    for node in OWN:
        for kind in (*SAID[node][SCHEMA_TERMS.domain], *SAID[node][SCHEMA_TERMS.range]):
            assert isinstance(kind, NamedNode)
            assert kind in CLASSES or not kind.value.startswith(NS), (node, kind)


def test_every_property_has_its_domain_and_range_or_a_shape_says_what_it_takes() -> None:
    shapes = list(parse(path=folder("ontology") / "shapes.ttl", format=RdfFormat.TURTLE))
    spoken_of = {quad.object for quad in shapes if isinstance(quad.object, NamedNode)}
    bare = [
        node.value.removeprefix(NS)
        for node in OWN - CLASSES
        if not (SAID[node][SCHEMA_TERMS.domain] and SAID[node][SCHEMA_TERMS.range]) and node not in spoken_of
    ]
    assert bare == []


MATCHES = Namespace(SKOS.iri, "closeMatch broadMatch relatedMatch")
FOLLOWS = Namespace(RDFS.iri, "subClassOf subPropertyOf")
ALIGNED = {
    "ORG": ORG.iri, "FOAF": FOAF.iri, "PROV-O": PROV.iri, "SKOS": SKOS.iri, "CPOV": CPOV.iri, "Popolo": OPENGOV.iri,
    "ELI": "http://data.europa.eu/eli/ontology#", "ELI-DL": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "Web Annotation": OA.iri, "schema.org": SCHEMA.iri, "DCAT": "http://www.w3.org/ns/dcat#",
}  # fmt: skip


def others(node: NamedNode) -> list[NamedNode]:
    """The terms of others that a term is said to be near to, or that it is a kind of."""
    said = [*MATCHES.terms.values(), *FOLLOWS.terms.values()]
    return [each for property in said for each in SAID[node][property] if isinstance(each, NamedNode)]


@pytest.mark.parametrize("name", sorted(set(ALIGNED) - {"SKOS"}))
def test_the_ontology_is_aligned_with(name: str) -> None:
    assert [node for node in OWN if any(each.value.startswith(ALIGNED[name]) for each in others(node))]


def test_a_class_is_near_classes_and_a_property_near_properties() -> None:
    for node in OWN:
        for each in others(node):
            if each.value.startswith(NS):
                assert (each in CLASSES) == (node in CLASSES), (node, each)
            else:
                assert re.split("[/#]", each.value)[-1][0].isupper() == (node in CLASSES), (node, each)


def wider(kinds: set[object]) -> set[object]:
    """Classes with those above them, here and in the vocabularies that they come from."""
    above = {node: set(SAID[node][SCHEMA_TERMS.subClassOf]) for node in CLASSES} | {
        ORG.OrganizationalCollaboration: {ORG.Organization},
        ORG.FormalOrganization: {ORG.Organization},
    }
    found = set(kinds)
    while more := {each for kind in found for each in above.get(kind, ())} - found:
        found |= more
    return found


def test_domains_and_ranges_hold_in_the_graphs_of_the_corpora(shared: Path) -> None:
    paths = sorted(shared.glob("corpus/*/*.json"))
    base = "https://example.org/id/"
    for path in paths:
        told = facts_json.loads(path.read_text("utf-8"), path.name)
        found = list(document_quads(told, key=path.stem, text="", digest="0", register=register.shipped(), base=base))
        types: dict[object, set[object]] = defaultdict(set)
        for quad in [*register_quads(register.shipped(), base), *ontology_quads(), *found]:
            if quad.predicate == RDF.type:
                types[quad.subject].add(quad.object)
        for quad in found:
            said = SAID.get(quad.predicate, {})
            kinds = wider(types[quad.subject])
            assert not [kind for kind in said.get(SCHEMA_TERMS.domain, ()) if kind not in kinds], (path.name, quad)
            if isinstance(quad.object, Literal):
                kinds = {quad.object.datatype}
            elif quad.predicate != SAMV.mentionedAs:  # whose values are classes, also of others' vocabularies
                kinds = wider(types[quad.object])
            else:
                continue
            assert not [kind for kind in said.get(SCHEMA_TERMS.range, ()) if kind not in kinds], (path.name, quad)


def test_no_two_terms_of_a_kind_share_a_label() -> None:
    for language in ("sv", "en"):
        for group in (CLASSES, OWN - CLASSES):
            labels = [
                text.value
                for node in group
                for text in SAID[node][RDFS.label]
                if isinstance(text, Literal) and text.language == language
            ]
            shared = {label for label in labels if labels.count(label) > 1}
            assert shared == set()


def test_the_ontology_says_its_name_version_and_licence() -> None:
    about = SAID[ONTOLOGY_GRAPH]
    assert about[OWL_TERMS.versionIRI] == [NamedNode("https://w3id.org/samverkan/ns/0.1.0")]
    assert about[DCT.license] == [NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")]
    assert languages(ONTOLOGY_GRAPH, RDFS.label) == ["en", "sv"]


def test_every_concept_is_in_a_list_and_no_other() -> None:
    assert LISTED == CONCEPT_NODES


@pytest.mark.parametrize("node", sorted(CONCEPT_NODES, key=str), ids=lambda node: node.value.removeprefix(CONCEPTS))
def test_a_concept_is_described_in_swedish_and_english(node: NamedNode) -> None:
    assert languages(node, SKOS.prefLabel) == ["en", "sv"]
    assert languages(node, SKOS.definition) == ["en", "sv"]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_holds_the_words_of_its_contract_as_notations(name: str) -> None:
    path = folder("ontology") / f"{name}.ttl"
    in_file = {quad.subject for quad in parse(path=path, format=RdfFormat.TURTLE)}
    scheme = NamedNode(next(iter(LISTS[name].values())).value.rpartition("/")[0])
    assert in_file == {scheme, *LISTS[name].values()}
    assert languages(scheme, SKOS.prefLabel) == languages(scheme, SKOS.definition) == ["en", "sv"]
    for word, concept in LISTS[name].items():
        assert SAID[concept][SKOS.notation] == [Literal(word)]
        assert SAID[concept][SKOS.inScheme] == SAID[concept][SKOS.topConceptOf] == [scheme]


@pytest.mark.parametrize(
    ("words", "concepts"),
    [
        (get_args(facts.Role), ROLES),
        (get_args(facts.BodyKind), BODY_KINDS),
        (get_args(facts.Outcome), OUTCOMES),
        (get_args(facts.ItemKind), ITEM_KINDS),
        (get_args(facts.Status), STATUSES),
        (get_args(facts.Mode), MODES),
        (get_args(facts.Capacity), CAPACITIES),
        (get_args(facts.DocumentKind), DOCUMENT_KINDS),
        (get_args(facts.RelationKind), RELATIONS),
        (get_args(facts.Period), PERIODS),
        (get_args(facts.Basis), BASES),
        (get_args(facts.EventKind), EVENT_KINDS),
        (get_args(corrections.Act), ACTS),
        (get_args(corrections.Known), KNOWN_BY),
    ],
)
def test_every_word_of_the_contract_has_its_term(words: tuple[str, ...], concepts: dict[str, NamedNode]) -> None:
    assert tuple(concepts) == words
    assert len(set(concepts.values())) == len(words)


def test_every_kind_of_organisation_in_the_register_has_its_concept() -> None:
    assert {known.kind for known in register.shipped().organisations} <= set(ORGANISATION_KINDS)


def test_every_kind_of_body_in_the_register_has_its_concept() -> None:
    assert {known.kind for known in register.shipped().bodies} <= set(BODY_KINDS)


def test_the_guide_names_every_list() -> None:
    guide = (folder("ontology") / "README.md").read_text("utf-8")
    assert [name for name in LISTS if f"`{name}.ttl`" not in guide] == []


def test_a_misspelt_term_fails_at_once() -> None:
    with pytest.raises(AttributeError, match="has no term Boby"):
        _ = SAMV.Boby
    assert FOAF.Person == NamedNode("http://xmlns.com/foaf/0.1/Person")
