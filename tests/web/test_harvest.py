"""Where harvesters look first: the catalogue by its address and formats, and `/.well-known/void`."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from samverkan.settings import Settings
from samverkan_web import create_app

FORMATS = {
    ".rdf": RdfFormat.RDF_XML, ".ttl": RdfFormat.TURTLE, ".jsonld": RdfFormat.JSON_LD, ".nt": RdfFormat.N_TRIPLES,
}  # fmt: skip


@pytest.fixture(scope="module")
def publishing(app: object, snapshots: Path) -> FlaskClient:
    """A client of the site of somebody who says who he is."""
    settings = Settings(base="https://example.org/id/", data=snapshots.parent, site="https://samverkan.example.org/")
    told = replace(
        settings, publisher="Exempel", publisher_type="Company", contact="Data", contact_email="d@example.org"
    )
    return create_app(app.extensions["site"], told).test_client()  # type: ignore[attr-defined]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_catalogue_leads_to_the_files_that_there_are(publishing: FlaskClient, suffix: str) -> None:
    answer = publishing.get(f"/catalogue{suffix}")
    assert answer.status_code == 200
    found = {quad.triple for quad in parse(answer.get_data(), FORMATS[suffix])}
    files = {each.object.value for each in found if each.predicate.value.endswith("#downloadURL")}
    assert "https://samverkan.example.org/downloads/samverkan.nq.gz" in files
    for address in files:
        with publishing.get(address.removeprefix("https://samverkan.example.org")) as file:
            assert file.status_code == 200


@pytest.mark.parametrize(
    ("accept", "location"),
    [("application/rdf+xml", "/catalogue.rdf"), ("text/turtle", "/catalogue.ttl"), ("text/html", "/sv/downloads")],
)
def test_its_address_leads_to_what_is_wished(client: FlaskClient, accept: str, location: str) -> None:
    answer = client.get("/catalogue", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, location)


def test_without_a_publisher_it_is_not_there_and_the_settings_are_named(client: FlaskClient) -> None:
    answer = client.get("/catalogue.rdf")
    assert answer.status_code == 404
    assert "SAMVERKAN_CONTACT_EMAIL" in answer.text
    assert client.get("/catalogue.docx").status_code == 404


def test_the_description_of_the_data_set_is_where_the_standard_has_it(client: FlaskClient) -> None:
    answer = client.get("/.well-known/void")
    assert (answer.status_code, answer.mimetype) == (200, "text/turtle")
    assert "void:classPartition" in answer.text or "classPartition>" in answer.text
    assert client.get("/.well-known/void", headers={"Accept": "application/ld+json"}).mimetype == "application/ld+json"


def test_the_service_description_leads_to_both(client: FlaskClient) -> None:
    text = client.get("/sparql", headers={"Accept": "application/n-triples"}).text
    assert "<http://localhost/.well-known/void>" in text
    assert "<http://localhost/catalogue>" in text
