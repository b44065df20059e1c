"""The SPARQL page without scripts: views of an answer, files, examples, programs, and where a query is wrong."""

import csv
import io
import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from samverkan import queries

PAIRS = "SELECT ?a ?b { ?a <https://w3id.org/samverkan/ns#partyTo> ?b }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/samverkan/ns#Meeting> ; ?p ?o }"


def views(page: str) -> list[str]:
    return re.findall(r"<li><a [^>]*>(Table|Raw|Network)</a>", page)


@pytest.mark.parametrize(
    ("query", "expected", "files"),
    [
        (PAIRS, ["Table", "Raw", "Network"], ["csv", "json", "tsv", "xml"]),
        ("SELECT ?a { ?a a <https://w3id.org/samverkan/ns#Body> }", ["Table", "Raw"], ["csv", "json", "tsv", "xml"]),
        ("SELECT ?a ?b { ?a <urn:none> ?b }", ["Table", "Raw"], ["csv", "json", "tsv", "xml"]),
        ("ASK {}", ["Table", "Raw"], ["json", "xml"]),
        (GRAPH, ["Raw"], ["ttl", "jsonld", "rdf", "nt"]),
    ],
    ids=["pairs", "one column", "no rows", "yes or no", "a graph"],
)
def test_an_answer_has_the_views_and_files_that_fit_it(
    client: FlaskClient, query: str, expected: list[str], files: list[str]
) -> None:
    page = client.get("/en/sparql", query_string={"query": query}).text
    assert views(page) == expected
    assert re.findall(r'href="/en/sparql\.(\w+)\?', page) == files


@pytest.mark.parametrize("form", ["csv", "json", "tsv", "xml", "ttl", "jsonld", "rdf", "nt"])
def test_a_file_is_what_the_endpoint_gives(client: FlaskClient, form: str) -> None:
    query = {"query": PAIRS if form in ("csv", "json", "tsv", "xml") else GRAPH}
    file = client.get(f"/sv/sparql.{form}", query_string=query)
    assert file.status_code == 200
    assert file.headers["Content-Disposition"] == f'attachment; filename="samverkan.{form}"'
    assert file.data == client.get("/sparql", query_string=query, headers={"Accept": file.mimetype}).data


def test_a_table_as_csv_has_a_line_for_each_row(client: FlaskClient) -> None:
    lines = list(csv.reader(io.StringIO(client.get("/sv/sparql.csv", query_string={"query": PAIRS}).text)))
    assert lines[0] == ["a", "b"]
    assert [
        "https://example.org/id/body/12/vårdrådet_söder",
        "https://example.org/id/agreement/12/söderavtalet",
    ] in lines


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("sparql.csv?query=SELECT", 400),
        ("sparql.ttl?query=ASK{}", 400),
        ("sparql.exe?query=ASK{}", 404),
        ("sparql.csv", 400),
    ],
)
def test_a_file_that_cannot_be_had_is_refused(client: FlaskClient, path: str, status: int) -> None:
    assert client.get(f"/sv/{path}").status_code == status


def test_the_raw_answer_is_the_json_of_the_endpoint(client: FlaskClient) -> None:
    page = client.get("/sv/sparql", query_string={"query": PAIRS, "view": "raw"}).text
    raw = unescape(page.partition('<pre class="turtle"')[2].partition("<code>")[2].partition("</code>")[0])
    answer = client.get("/sparql", query_string={"query": PAIRS}).get_json()
    assert json.loads(raw) == answer


def test_a_long_raw_answer_is_cut_and_says_so(client: FlaskClient) -> None:
    page = client.get("/en/sparql", query_string={"query": "SELECT * { ?s ?p ?o } LIMIT 1000", "view": "raw"}).text
    assert "This is its beginning; the files hold all." in page


def test_a_network_is_a_drawing_in_a_frame_with_how_to_read_it(client: FlaskClient) -> None:
    page = client.get("/en/sparql", query_string={"query": PAIRS, "view": "network"}).text
    assert 'src="/en/sparql.drawing?query=SELECT' in page
    assert re.search(r"\d+ things, \d+ ties?\.", page)


def test_an_example_is_a_shipped_query_in_the_language_of_the_page(client: FlaskClient) -> None:
    swedish, english = (client.get(f"/{each}/sparql?example=who-sits-on").text for each in ("sv", "en"))
    for page, language, title in ((swedish, "sv", "Vilka sitter i ett organ"), (english, "en", "Who sits on a body")):
        query = unescape(page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])
        assert query.startswith(f"# {title}\n")
        assert f'VALUES ?language {{ "{language}" }}' in query
        assert "#+" not in query
    assert "ledamot</bdi>" in swedish
    assert "member</bdi>" in english


@pytest.mark.parametrize("name", sorted(queries.catalogue()))
def test_each_shipped_query_is_an_example_and_answered_where_nothing_is_left_to_say(
    client: FlaskClient, name: str
) -> None:
    to_say = any(each.required for each in queries.catalogue()[name].parameters)
    for language, hint in (("sv", "Skriv ett värde där frågan säger"), ("en", "Put a value where the query says")):
        page = client.get(f"/{language}/sparql", query_string={"example": name})
        assert page.status_code == 200
        assert ('id="answer"' in page.text, hint in page.text) == (not to_say, to_say)


def test_an_example_that_there_is_not_is_no_page(client: FlaskClient) -> None:
    assert client.get("/sv/sparql?example=nothing").status_code == 404


def test_a_query_as_a_program_is_not_asked_and_keeps_every_letter(client: FlaskClient) -> None:
    query = "SELECT * { ?s ?p '</pre><script>alert(1)</script>' }"
    page = client.get("/en/sparql", query_string={"query": query, "view": "code"}).text
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["curl", "Python, SPARQLWrapper", "Python, rdflib", "R, httr2"]
    assert "<script>alert" not in page
    assert "curl http://localhost/sparql -H" in page
    assert 'id="answer">Answer' not in page


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT ?x {", ("1", "12")), ("# å 🙂\nSELECT * { ?s foo:bar ?o }", ("2", "22"))],
    ids=["at its end", "a prefix that is not declared"],
)
def test_where_a_query_is_wrong_is_told_to_the_editor(client: FlaskClient, query: str, place: tuple[str, str]) -> None:
    page = client.get("/sv/sparql", query_string={"query": query}).text
    assert re.findall(r'<div id="result" data-line="(\d+)" data-column="(\d+)">', page) == [place]


def test_only_this_page_loads_the_editor_and_under_the_policy_of_all(client: FlaskClient) -> None:
    page, other = client.get("/sv/sparql"), client.get("/sv/questions")
    assert "yasqe.min.js" in page.text
    assert "yasqe" not in other.text
    assert set(re.findall(r"<script[^>]*>", other.text)) <= {
        '<script src="/static/parts.js" defer>',
        '<script src="/static/search.js" defer>',
        '<script src="/static/tables.js" defer>',
    }
    assert page.headers["Content-Security-Policy"] == other.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]
