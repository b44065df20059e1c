"""The addresses of terms lead to the ontology, as page and as data, and our JSON-LD to its context."""

import pytest
from flask.testing import FlaskClient
from pyld import jsonld as pyld
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from samverkan.vocabulary import RDF, SAMV, SKOS

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")  # rdflib's own


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        ("/ns", "text/html", "/sv/ontology"),
        ("/ns", "text/turtle", "/ns.ttl"),
        ("/ns", "application/rdf+xml", "/ns.rdf"),
        ("/concept/role/vice-chair", "text/html", "/sv/ontology#role/vice-chair"),
        ("/concept/role/vice-chair", "application/ld+json", "/concept/role/vice-chair.jsonld"),
        ("/concept/role", "text/html", "/sv/ontology#list-roles"),
    ],
)
def test_the_address_of_a_term_leads_to_page_or_data(
    client: FlaskClient, path: str, accept: str, location: str
) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, location)
    assert answer.headers["Vary"] == "Accept"
    page, _, place = location.partition("#")
    assert client.get(page).status_code == 200
    assert not place or f'id="{place}"' in client.get(page).text


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        (".ttl", RdfFormat.TURTLE),
        (".jsonld", RdfFormat.JSON_LD),
        (".rdf", RdfFormat.RDF_XML),
        (".nt", RdfFormat.N_TRIPLES),
    ],
)
def test_the_ontology_says_the_same_in_every_format(client: FlaskClient, suffix: str, form: RdfFormat) -> None:
    def read(suffix: str, form: RdfFormat) -> set[str]:
        answer = client.get(f"/ns{suffix}")
        assert answer.status_code == 200
        return {str(quad.triple) for quad in parse(answer.get_data(), form)}

    found = read(suffix, form)
    assert len(found) > 500
    assert found == read(".nt", RdfFormat.N_TRIPLES)
    assert any(f"{SAMV.Body}" in each for each in found)


def test_a_word_of_a_list_has_its_meanings(client: FlaskClient) -> None:
    found = [quad.triple for quad in parse(client.get("/concept/role/chair.ttl").get_data(), RdfFormat.TURTLE)]
    labels = {each.object.value for each in found if each.predicate == SKOS.prefLabel}
    assert labels == {"ordförande", "chair"}
    assert {each.subject for each in found} == {NamedNode("https://w3id.org/samverkan/concept/role/chair")}


def test_a_list_has_all_its_words(client: FlaskClient) -> None:
    found = [quad.triple for quad in parse(client.get("/concept/verdict.ttl").get_data(), RdfFormat.TURTLE)]
    words = {
        each.subject.value.rpartition("/")[2]
        for each in found
        if each == type(each)(each.subject, RDF.type, SKOS.Concept)
    }
    assert words == {"same", "different", "unsure"}


@pytest.mark.parametrize("path", ["/concept/role/king", "/concept/role/king.ttl", "/ns.docx", "/concept/"])
def test_terms_that_there_are_not_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("suffix", ["ttl", "jsonld", "rdf", "nt"])
def test_a_client_of_somebody_else_reads_a_body_from_the_running_site(address: str, suffix: str) -> None:
    body = "https://example.org/id/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der"
    path = body.removeprefix("https://example.org/id/")
    found = Graph().parse(f"{address}/sv/{path}.{suffix}")
    assert str(found.value(URIRef("https://example.org/id/body/12/vårdrådet_söder"), RDFS.label)) == "Vårdrådet Söder"
    assert len(found) == len(Graph().parse(f"{address}/sv/{path}.nt", format="nt"))


def test_the_context_says_what_the_keys_of_a_body_mean(client: FlaskClient) -> None:
    body = client.get("/sv/body/12/vårdrådet_söder.json").get_json()
    assert body["@context"] == "http://localhost/context/1.jsonld"
    answer = client.get("/context/1.jsonld")
    assert (answer.mimetype, answer.headers["Access-Control-Allow-Origin"]) == ("application/ld+json", "*")
    names = {each["member"]["label"] for each in body["memberships"]}
    assert names == {"Karin Lundberg", "Erik Sandell", "Maja Holm"}
    expanded = pyld.expand({**body, **answer.get_json()})
    assert expanded[0]["@type"][0].startswith("http")
