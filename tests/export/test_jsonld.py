"""A thing as a tree of JSON: readable as it is, and the same triples to two processors of JSON-LD."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld as pyld
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from samverkan.export import jsonld
from samverkan.vocabulary import OA, OPENGOV, ORG, PROV, RDF, RDFS, ROLES, SAMV, SCHEMA, SKOS, XSD

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
ID = "https://example.org/id/"
BODY, PERSON, REGION = (NamedNode(ID + each) for each in ("body/12/vägrådet", "person/12/åsa_ek", "region/12"))
DOCUMENT = NamedNode(ID + "document/one")
SEAT, PASSAGE = NamedNode(DOCUMENT.value + "/membership/1"), NamedNode(DOCUMENT.value + "#char=3,9")
CHAIR = ROLES["chair"]
GRAPH = [
    Triple(BODY, RDF.type, SAMV.Body),
    Triple(BODY, RDFS.label, Literal("Vägrådet")),
    Triple(BODY, RDFS.label, Literal("the road council", language="en")),
    Triple(BODY, SKOS.altLabel, Literal("VR")),
    Triple(BODY, SKOS.altLabel, Literal("Rådet")),
    Triple(BODY, SAMV.ownedBy, REGION),
    Triple(REGION, RDFS.label, Literal("Region Skåne")),
    Triple(SEAT, RDF.type, SAMV.Fact),
    Triple(SEAT, RDF.type, ORG.Membership),
    Triple(SEAT, ORG.organization, BODY),
    Triple(SEAT, ORG.member, PERSON),
    Triple(SEAT, ORG.role, CHAIR),
    Triple(SEAT, OPENGOV.onBehalfOf, REGION),
    Triple(SEAT, SAMV.start, Literal("2019-01-01", datatype=XSD.date)),
    Triple(SEAT, SAMV.end, Literal("2022", datatype=XSD.gYear)),
    Triple(SEAT, SAMV.confidence, Literal("0.90", datatype=XSD.decimal)),
    Triple(SEAT, SAMV.position, Literal("3", datatype=XSD.integer)),
    Triple(SEAT, PROV.wasDerivedFrom, PASSAGE),
    Triple(PASSAGE, OA.exact, Literal("Åsa Ek")),
    Triple(PASSAGE, OA.hasSelector, PASSAGE),
    Triple(PERSON, RDFS.label, Literal("Åsa Ek")),
    Triple(CHAIR, SKOS.prefLabel, Literal("chair", language="en")),
    Triple(CHAIR, SKOS.prefLabel, Literal("ordförande", language="sv")),
]


def of_pyld(document: dict[str, Any]) -> set[Triple]:
    quads = pyld.to_rdf(document, {"format": "application/n-quads"})
    return {quad.triple for quad in parse(quads.encode(), RdfFormat.N_QUADS)}


def of_oxigraph(document: dict[str, Any]) -> set[Triple]:
    return {quad.triple for quad in parse(json.dumps(document).encode(), RdfFormat.JSON_LD)}


@pytest.mark.parametrize("processor", [of_pyld, of_oxigraph], ids=["pyld", "oxigraph"])
@pytest.mark.parametrize(
    "more",
    [
        [],
        [Triple(BODY, SCHEMA.value, Literal("1.50", datatype=XSD.decimal))],
        [Triple(BODY, SAMV.start, Literal("not a day"))],
        [Triple(BODY, SAMV.position, Literal("007", datatype=XSD.integer))],
        [Triple(BODY, NamedNode("http://example.org/odd/p!x"), Literal('"\u0000\\\n</script>'))],
        [Triple(BODY, RDF.type, NamedNode("https://example.org/a b".replace(" ", "%20")))],
        [Triple(BODY, SAMV.partOf, BODY)],
        [Triple(NamedNode(ID + "elsewhere"), SAMV.mentions, NamedNode(ID + "other"))],
        [
            Triple(BODY, RDFS.label, Literal("Vägarna", language="sv")),
            Triple(BODY, RDFS.label, Literal("A", language="sv")),
        ],
    ],
    ids=["plain", "decimal", "no-date", "zeros", "odd", "type", "itself", "unconnected", "two-of-one-language"],
)
def test_the_tree_holds_exactly_the_triples_that_it_was_made_from(more: list[Triple], processor: Any) -> None:
    triples = [*GRAPH, *more]
    expected = set(triples) if processor is of_pyld else {_as_the_engine_keeps(each) for each in triples}
    assert processor(jsonld.tree(triples, BODY, jsonld.context())) == expected


def _as_the_engine_keeps(triple: Triple) -> Triple:
    [quad] = parse(f"{triple} .".encode(), RdfFormat.N_TRIPLES)
    return quad.triple


def test_a_body_shows_its_members_in_one_readable_object() -> None:
    tree = jsonld.tree(GRAPH, BODY, "https://example.org/context/1.jsonld")
    assert tree == {
        "@context": "https://example.org/context/1.jsonld",
        "id": BODY.value,
        "type": "samv:Body",
        "labelIn": {"en": "the road council"},
        "label": "Vägrådet",
        "altLabel": ["VR", "Rådet"],
        "ownedBy": {"id": REGION.value, "label": "Region Skåne"},
        "memberships": [
            {
                "id": SEAT.value,
                "type": ["samv:Fact", "org:Membership"],
                "onBehalfOf": {"id": REGION.value, "label": "Region Skåne"},
                "member": {"id": PERSON.value, "label": "Åsa Ek"},
                "role": {"id": CHAIR.value, "prefLabel": {"en": "chair", "sv": "ordförande"}},
                "evidence": {"id": PASSAGE.value, "quote": "Åsa Ek", "selector": {"id": PASSAGE.value}},
                "confidence": "0.90",
                "end": {"@type": XSD.gYear.value, "@value": "2022"},
                "position": 3,
                "start": "2019-01-01",
            }
        ],
    }


def test_a_frame_of_somebody_else_gives_the_members() -> None:
    frame = {"@context": jsonld.context(), "type": "samv:Body", "memberships": {"member": {}}}
    framed = pyld.frame(jsonld.tree(GRAPH, BODY, jsonld.context()), frame, {"embed": "@always"})
    [seat] = framed["memberships"] if isinstance(framed["memberships"], list) else [framed["memberships"]]
    assert seat["member"]["label"] == "Åsa Ek"


def test_each_key_means_one_property() -> None:
    context = jsonld.context()
    assert len(jsonld._KEYS) == len(set(jsonld._KEYS.values()))
    assert not jsonld._KEYS.keys() & jsonld._BELOW.keys()
    assert context["memberships"] == {"@reverse": ORG.organization.value}
    assert context["start"] == {"@id": SAMV.start.value, "@type": XSD.date.value}


def test_no_key_changes_its_meaning_within_a_version() -> None:
    golden = json.loads((GOLDEN / f"context-{jsonld.VERSION}.jsonld").read_text(encoding="utf-8"))
    now = jsonld.context()
    changed = [key for key, meaning in golden.items() if now.get(key) != meaning]
    assert changed == [], "give the context a new version, or these keys their former meaning"
