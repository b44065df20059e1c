"""Each thing as page and as data: redirects, formats, links between them."""

import json

import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

PERSON = "person/12/maja_holm"
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")  # rdflib's own
MAJA = URIRef(f"https://example.org/id/{PERSON}")
PARSERS = {".ttl": "turtle", ".jsonld": "json-ld", ".rdf": "xml", ".nt": "nt"}


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        (None, ""),
        ("*/*", ""),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ""),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/json", ".jsonld"),
        ("application/rdf+xml", ".rdf"),
        ("application/n-triples", ".nt"),
        ("text/turtle;q=0.5, application/rdf+xml", ".rdf"),
        ("image/png, text/turtle;q=0.1", ".ttl"),
    ],
)
def test_the_address_of_a_thing_leads_to_what_the_client_likes_best(
    client: FlaskClient, accept: str | None, suffix: str
) -> None:
    answer = client.get(f"/id/{PERSON}", headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/sv/{PERSON}{suffix}")
    assert answer.headers["Vary"] == "Accept"


def test_a_format_that_there_is_not_is_answered_by_a_list_of_those_there_are(client: FlaskClient) -> None:
    answer = client.get(f"/id/{PERSON}", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.text.split()[-4:] == [f"http://localhost/sv/{PERSON}{suffix}" for suffix in PARSERS]


@pytest.mark.parametrize("suffix", PARSERS)
def test_the_data_of_a_thing_say_the_same_in_every_format(client: FlaskClient, suffix: str) -> None:
    answer = client.get(f"/sv/{PERSON}{suffix}")
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    data = answer.get_data()
    if suffix == ".jsonld":  # whose context is at an address of this server
        data = json.dumps({**answer.get_json(), **client.get("/context/1.jsonld").get_json()}).encode()
    found = Graph().parse(data=data, format=PARSERS[suffix])
    assert str(found.value(MAJA, RDFS.label)) == "Maja Holm"
    expected = Graph().parse(data=client.get(f"/sv/{PERSON}.nt").get_data(), format="nt")
    assert set(found) == set(expected)


def test_the_data_hold_the_statements_about_a_thing_with_their_passages(client: FlaskClient) -> None:
    found = client.get(f"/sv/{PERSON}.ttl").text
    assert "org:Membership" in found
    assert '"Maja Holm (M), Svalöv"' in found


def test_a_page_leads_to_its_data(client: FlaskClient) -> None:
    answer = client.get(f"/en/{PERSON}")
    assert f'</en/{PERSON}.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["Link"]
    assert f'<link rel="alternate" type="application/ld+json" href="/en/{PERSON}.jsonld">' in answer.text


@pytest.mark.parametrize("suffix", ["", *PARSERS])
def test_page_and_data_lead_to_the_description_and_the_licence(client: FlaskClient, suffix: str) -> None:
    links = client.get(f"/sv/{PERSON}{suffix}").headers["Link"]
    assert '</.well-known/void>; rel="describedby"' in links
    assert '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"' in links


def test_letters_beyond_ascii_stay_one_address(client: FlaskClient) -> None:
    answer = client.get("/id/body/12/vårdrådet_söder", headers={"Accept": "text/turtle"})
    assert answer.headers["Location"] == "/sv/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der.ttl"
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize("path", ["/sv/person/12/nobody.ttl", "/sv/person/12/a%20b.ttl", "/sv/person/12/%3Cx%3E"])
def test_data_about_nothing_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
