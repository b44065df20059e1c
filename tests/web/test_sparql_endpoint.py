"""The endpoint speaks the protocol of SPARQL 1.1, and the page shows answers without a script."""

import pytest
from flask.testing import FlaskClient

NAMES = """SELECT ?name {
  ?b a <https://w3id.org/samverkan/ns#Body> ; <http://www.w3.org/2000/01/rdf-schema#label> ?name
  FILTER ( STRSTARTS(?name, 'Vårdrådet') )
}"""
GRAPH = "CONSTRUCT { ?m a ?t } { ?m a <https://w3id.org/samverkan/ns#Meeting> ; a ?t }"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_a_table_comes_in_the_format_that_the_client_likes_best(
    client: FlaskClient, accept: str | None, media: str
) -> None:
    answer = client.get("/sparql", query_string={"query": NAMES}, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.mimetype) == (200, media)
    assert "Vårdrådet Söder" in answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_a_graph_comes_in_the_format_that_the_client_likes_best(client: FlaskClient, media: str) -> None:
    answer = client.get("/sparql", query_string={"query": GRAPH}, headers={"Accept": media})
    assert (answer.status_code, answer.mimetype) == (200, media)
    assert "2024-03-05" in answer.text


def test_a_query_can_be_posted_as_a_form_and_as_itself(client: FlaskClient) -> None:
    expected = client.get("/sparql", query_string={"query": NAMES}).get_json()
    assert expected["results"]["bindings"][0]["name"]["value"] == "Vårdrådet Söder"
    assert client.post("/sparql", data={"query": NAMES}).get_json() == expected
    assert client.post("/sparql", data=NAMES.encode(), content_type="application/sparql-query").get_json() == expected


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"query_string": {"query": NAMES}, "headers": {"Accept": "image/png"}}, 406),
        ({"query_string": {"query": NAMES}, "headers": {"Accept": "text/turtle"}}, 406),
        ({"query_string": {"query": "SELECT nonsense"}}, 400),
        ({"query_string": {"query": "INSERT DATA { <a:a> <a:b> <a:c> }"}}, 400),
        ({"query_string": {"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}}, 400),
        ({"query_string": {"query": NAMES, "default-graph-uri": "http://example.org/"}}, 400),
        ({}, 400),
    ],
    ids=[
        "no such format",
        "a table as Turtle",
        "no SPARQL",
        "an update",
        "a call elsewhere",
        "chosen graphs",
        "nothing",
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    client: FlaskClient, request_: dict[str, object], status: int
) -> None:
    answer = client.get("/sparql", **request_)  # type: ignore[arg-type]
    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert len(answer.text) > 20
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_body_of_another_kind_is_refused(client: FlaskClient) -> None:
    assert client.post("/sparql", data=b"<x/>", content_type="text/xml").status_code == 415
    assert client.post("/sparql", data=b"\xff\xfe", content_type="application/sparql-query").status_code == 400


def test_a_page_elsewhere_may_ask_what_it_may_send(client: FlaskClient) -> None:
    answer = client.options("/sparql")
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"


def test_a_browser_without_a_query_is_led_to_the_page(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sv/sparql")


def test_the_page_shows_rows_as_a_table_with_links(client: FlaskClient) -> None:
    page = client.get(
        "/sv/sparql", query_string={"query": "SELECT ?m { ?m a <https://w3id.org/samverkan/ns#Meeting> } ORDER BY ?m"}
    ).text
    assert '<a href="/sv/meeting/12/v%C3%A5rdr%C3%A5det_s%C3%B6der/2024-03-05">' in page
    assert "<bdi>meeting/12/vårdrådet_söder/2024-03-05</bdi></a>" in page


def test_the_page_shows_a_graph_as_text_and_a_yes_as_a_word(client: FlaskClient) -> None:
    assert (
        "2024-03-05" in client.get("/sv/sparql", query_string={"query": GRAPH}).text.partition('<pre class="turtle"')[2]
    )
    assert "<bdi>true</bdi>" in client.get("/sv/sparql", query_string={"query": "ASK { ?s ?p ?o }"}).text


def test_the_page_keeps_a_wrong_query_and_says_what_is_wrong(client: FlaskClient) -> None:
    page = client.get("/sv/sparql", query_string={"query": "SELECT ?x {"})
    assert page.status_code == 400
    assert ">SELECT ?x {</textarea>" in page.text
    assert "Rad 1, kolumn 12" in page.text.partition('role="alert"')[2]


def test_a_long_answer_on_the_page_has_pages(client: FlaskClient) -> None:
    query = "SELECT ?m { ?m a <https://w3id.org/samverkan/ns#Municipality> } ORDER BY ?m"
    last = client.get("/sv/sparql", query_string={"query": query, "page": 3}).text
    assert "290 rader" in last
    assert "Sida 3 av 3" in last
    assert last.partition("<tbody>")[2].count("<tr>") == 90
    assert ">municipality/2584</bdi>" in last
