"""Outsiders' queries on a real remote endpoint: the same answers, the same limits, the same refusals."""

import json
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.errors import QueryError, ResultTooLarge, StoreError
from samverkan.store.answers import Answers, Limits
from samverkan.store.forward import ForwardedQueries
from samverkan.store.remote import RemoteStore

pytestmark = pytest.mark.server

EX = "http://example.org/"
ONE = NamedNode(EX + "graph/one")


@pytest.fixture(params=["server", "virtuoso"])
def answers(request: pytest.FixtureRequest) -> Iterator[Answers]:
    on_virtuoso = request.param == "virtuoso"
    store: RemoteStore = request.getfixturevalue("virtuoso_store" if on_virtuoso else "remote_store")
    quads = [Quad(NamedNode(f"{EX}s{i}"), NamedNode(EX + "p"), Literal(f"värde {i}"), ONE) for i in range(101)]
    store.replace_graph(ONE, quads)
    address = request.getfixturevalue(request.param) + ("/sparql" if on_virtuoso else "/query")
    made = ForwardedQueries(address, Limits(rows=100, answer_bytes=20_000))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("form", "media_type", "body"),
    [
        ("csv", "text/csv", "o\r\nvärde 7\r\n"),
        ("tsv", "text/tab-separated-values", '?o\n"värde 7"\n'),
    ],
)
def test_a_table_comes_in_the_format_asked_for(answers: Answers, form: str, media_type: str, body: str) -> None:
    answer = answers.answer(f"SELECT ?o {{ <{EX}s7> ?p ?o }}", ["ttl", form])
    assert (answer.media_type, answer.body.decode()) == (media_type, body)


def test_yes_or_no_comes_too(answers: Answers) -> None:
    assert json.loads(answers.answer(f"ASK {{ <{EX}s7> ?p ?o }}").body)["boolean"] is True


def test_a_graph_comes_in_the_format_asked_for(answers: Answers) -> None:
    answer = answers.answer(f"DESCRIBE <{EX}s7>", ["json", "ttl"])
    assert answer.media_type == "text/turtle"
    assert answer.body.decode().endswith(f'<{EX}s7> <{EX}p> "värde 7" .\n')


@pytest.mark.parametrize("query", [f"SELECT * {{ ?s <{EX}p> ?o }}", f"CONSTRUCT WHERE {{ ?s <{EX}p> ?o }}"])
def test_one_row_more_than_the_limit_is_too_many(answers: Answers, query: str) -> None:
    assert answers.answer(query + " LIMIT 100").body
    with pytest.raises(ResultTooLarge, match="more than 100 rows"):
        answers.answer(query)


def test_bytes_are_limited_too(answers: Answers) -> None:
    with pytest.raises(ResultTooLarge, match="more than 20000 bytes"):
        answers.answer(f"SELECT (REPLACE('{'a' * 1000}', 'a', '{'b' * 300}') AS ?x) {{}}")


@pytest.mark.parametrize(
    "query",
    ["INSERT DATA { <a:a> <a:b> 1 }", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SELECT * {"],
)
def test_what_may_not_be_asked_is_refused(answers: Answers, query: str) -> None:
    with pytest.raises(QueryError):
        answers.answer(query)


def test_an_endpoint_that_is_away_is_a_store_error() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        ForwardedQueries("http://127.0.0.1:1/query").answer("ASK {}")
