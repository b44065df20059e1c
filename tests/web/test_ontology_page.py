"""The page of the ontology on the site, its files and its style."""

import pytest
from flask.testing import FlaskClient

from samverkan import terms
from samverkan.resources import folder


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [
        ("sv", "Samverkan: ontologi för regional samverkan", "samverkansorgan"),
        ("en", "Samverkan: an ontology of regional collaboration", "collaboration body"),
    ],
)
def test_the_ontology_is_a_page_in_both_languages(client: FlaskClient, language: str, title: str, word: str) -> None:
    page = client.get(f"/{language}/ontology").text
    assert f"<title>{title} – Samverkan</title>" in page
    assert f"<h1>{title}</h1>" in page
    assert f"<h3>{word} <code>samv:Body</code></h3>" in page
    assert '<a href="/ontology/samverkan.ttl">samverkan.ttl</a>' in page


def test_the_files_of_the_ontology_can_be_taken(client: FlaskClient) -> None:
    with client.get("/ontology/shapes.ttl") as answer:
        assert answer.mimetype == "text/turtle"
        assert answer.data == (folder("ontology") / "shapes.ttl").read_bytes()
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_the_style_is_served_and_no_other_file(client: FlaskClient) -> None:
    style = client.get("/ontology/terms.css")
    assert (style.mimetype, style.text) == ("text/css", terms.style())
    assert client.get("/ontology/README.md").status_code == 404


def test_the_page_of_data_leads_to_it(client: FlaskClient) -> None:
    assert '<a href="/sv/ontology">Ontologin</a>' in client.get("/sv/downloads").text
