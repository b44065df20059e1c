"""The endpoint speaks the protocol of SPARQL 1.1, and the page shows answers without a script."""

import gzip

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse

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
        ({"query_string": {"query": NAMES, "default-graph-uri": "nonsense"}}, 400),
        ({"query_string": "query=ASK{}&query=ASK{}"}, 400),
        ({"query_string": "query=%ff"}, 400),
        ({"headers": {"Accept": "text/csv"}}, 406),
    ],
    ids=[
        "no such format",
        "a table as Turtle",
        "no SPARQL",
        "an update",
        "a call elsewhere",
        "a graph that is no IRI",
        "two queries",
        "no UTF-8",
        "the description as a table",
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    client: FlaskClient, request_: dict[str, object], status: int
) -> None:
    answer = client.get("/sparql", **request_)  # type: ignore[arg-type]
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json()["status"] == status
    assert len(answer.get_json()["detail"]) > 20
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_body_of_another_kind_is_refused(client: FlaskClient) -> None:
    assert client.post("/sparql", data=b"<x/>", content_type="text/xml").status_code == 415
    assert client.post("/sparql", data=b"\xff\xfe", content_type="application/sparql-query").status_code == 400


def test_a_page_elsewhere_may_ask_what_it_may_send(client: FlaskClient) -> None:
    answer = client.options("/sparql")
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST, OPTIONS"


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_a_browser_is_led_to_the_page_with_its_query(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers=BROWSER)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sv/sparql")
    answer = client.get("/sparql", query_string={"query": "ASK {}"}, headers=BROWSER)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sv/sparql?query=ASK+%7B%7D")


def test_a_problem_says_its_place_in_the_query(client: FlaskClient) -> None:
    problem = client.get("/sparql", query_string={"query": "SELECT * {\n}}"}).get_json()
    assert (problem["line"], problem["column"]) == (2, 2)


def test_no_other_method_is_answered(client: FlaskClient) -> None:
    answer = client.put("/sparql", data="ASK {}", content_type="application/sparql-query")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_a_long_request_is_refused_before_it_is_read(client: FlaskClient) -> None:
    assert client.post("/sparql", data={"query": "#" * 400_001}).status_code == 413


def test_a_request_chooses_its_graphs(client: FlaskClient) -> None:
    graphs = client.get("/sparql", query_string={"query": "SELECT DISTINCT ?g { GRAPH ?g {} }"}).get_json()
    names = [row["g"]["value"] for row in graphs["results"]["bindings"]]
    document = next(name for name in names if "/document/" in name)

    def rows(**chosen: str) -> int:
        query = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        given = {"query": query, **{name.replace("_", "-"): value for name, value in chosen.items()}}
        return int(client.get("/sparql", query_string=given).get_json()["results"]["bindings"][0]["n"]["value"])

    alone = rows(default_graph_uri=document)
    assert 0 < alone < rows()
    assert rows(named_graph_uri=document) == alone
    assert rows(default_graph_uri=document, named_graph_uri=document) == 2 * alone
    assert rows(default_graph_uri="http://example.org/none") == 0


def test_a_client_that_has_the_answer_is_told_so(client: FlaskClient) -> None:
    first = client.get("/sparql", query_string={"query": NAMES})
    again = client.get("/sparql", query_string={"query": NAMES}, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/sparql", query_string={"query": GRAPH}, headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_a_long_answer_is_compressed_for_whoever_can_read_that(client: FlaskClient) -> None:
    query = {"query": "SELECT * { ?s ?p ?o } LIMIT 200"}
    packed = client.get("/sparql", query_string=query, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get("/sparql", query_string=query).data


@pytest.mark.parametrize("media", ["text/turtle", "application/rdf+xml", "application/n-triples", None])
def test_without_a_query_the_service_describes_itself(client: FlaskClient, media: str | None) -> None:
    answer = client.get("/sparql", headers={"Accept": media} if media else {})
    assert answer.mimetype == (media or "text/turtle")
    found = {
        str(each.triple.predicate.value): each.triple.object
        for each in parse(answer.data, RdfFormat.from_media_type(answer.mimetype))
    }
    assert found["http://www.w3.org/ns/sparql-service-description#endpoint"] == NamedNode("http://localhost/sparql")
    assert int(found["http://rdfs.org/ns/void#triples"].value) > 1_000


def test_a_request_that_posts_nothing_is_told_so(client: FlaskClient) -> None:
    assert client.post("/sparql", data={"no": "query"}).status_code == 400


def test_a_graph_is_read_by_its_name(client: FlaskClient) -> None:
    names = client.get("/sparql", query_string={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).get_json()
    graph = next(row["g"]["value"] for row in names["results"]["bindings"] if "/document/nytt" in row["g"]["value"])
    answer = client.get("/sparql/graphs", query_string={"graph": graph}, headers={"Accept": "application/n-triples"})
    assert (answer.status_code, answer.mimetype) == (200, "application/n-triples")
    expected = client.get(
        "/sparql", query_string={"query": f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"}
    )
    assert str(len(answer.text.splitlines())) == expected.get_json()["results"]["bindings"][0]["n"]["value"]
    head = client.head("/sparql/graphs", query_string={"graph": graph})
    assert (head.status_code, head.mimetype, head.data) == (200, "text/turtle", b"")
    default = client.get("/sparql/graphs?default", headers={"Accept": "application/n-triples"}).text
    assert len(default.splitlines()) > len(answer.text.splitlines()) > 10


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("graph=http%3A%2F%2Fexample.org%2Fnone", 404),
        ("graph=nonsense%20>", 400),
        ("", 400),
        ("default&graph=a:b", 400),
    ],
    ids=["no such graph", "no IRI", "none", "two"],
)
def test_a_graph_that_cannot_be_had_is_told(client: FlaskClient, asked: str, status: int) -> None:
    answer = client.get(f"/sparql/graphs?{asked}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nobody_writes_graphs_here(client: FlaskClient, method: str) -> None:
    answer = client.open("/sparql/graphs?default", method=method, data="<a:a> <a:b> <a:c> .")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_only_the_heading_is_sent_to_whom_asks_for_it(client: FlaskClient) -> None:
    whole = client.get("/sparql", query_string={"query": NAMES})
    head = client.head("/sparql", query_string={"query": NAMES})
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


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
