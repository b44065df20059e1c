"""An answer as a network: which columns are its ends, what ties them and how strongly."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan_web import answer_network

COUNCIL = "https://example.org/id/body/12/vårdrådet_söder"
KARIN = "https://example.org/id/person/12/karin_lundberg"
MAJA = "https://example.org/id/person/12/maja_holm"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def iri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


def text(value: str) -> dict[str, str]:
    return {"type": "literal", "value": value}


def number(value: int) -> dict[str, str]:
    return {"type": "literal", "value": str(value), "datatype": INTEGER}


@pytest.mark.parametrize(
    ("variables", "drawn"),
    [
        (["a"], False), (["a", "b"], True), (["a", "b", "c"], True), (["a", "b", "c", "d"], False),
        (["a", "aLabel"], False), (["a", "aLabel", "b", "bLabel"], True), (["aLabel", "bLabel"], True),
    ],
)  # fmt: skip
def test_two_or_three_columns_are_drawn_not_counting_names_of_others(variables: list[str], drawn: bool) -> None:
    assert answer_network.can_be_drawn(variables) is drawn


def made(app: Flask, variables: list[str], rows: list[Any]) -> tuple[set[str], list[tuple[str, str, int, list[str]]]]:
    """The names of the things in a network, and its edges with what ties them."""
    site = app.extensions["site"]
    whole, drawn = answer_network.network(site, variables, rows, "sv")
    assert set(whole.nodes) == set(drawn.nodes)
    name = {key: node.label for key, node in drawn.nodes.items()}
    edges = [(name[e.source], name[e.target], e.weight, [r.tie for r in e.reasons]) for e in drawn.edges]
    return set(name.values()), edges


def test_two_columns_are_a_tie_and_the_graph_gives_the_names(app: Flask) -> None:
    names, edges = made(app, ["a", "b"], [{"a": iri(KARIN), "b": iri(COUNCIL)}, {"a": iri(KARIN), "b": iri(COUNCIL)}])
    assert names == {"Karin Lundberg", "Vårdrådet Söder"}
    assert edges == [("Karin Lundberg", "Vårdrådet Söder", 2, ["–"])]


def test_a_third_column_of_numbers_is_how_strong_a_tie_is(app: Flask) -> None:
    _, edges = made(app, ["a", "b", "n"], [{"a": iri(KARIN), "b": iri(MAJA), "n": number(7)}])
    assert edges == [("Karin Lundberg", "Maja Holm", 7, ["–"])]


def test_a_third_column_of_things_is_the_other_end_and_the_second_the_tie(app: Flask) -> None:
    rows = [
        {"a": iri(KARIN), "how": text("leder"), "b": iri(COUNCIL)},
        {"a": iri(MAJA), "how": iri("https://w3id.org/samverkan/ns#memberOf"), "b": iri(COUNCIL)},
    ]
    _, edges = made(app, ["a", "how", "b"], rows)
    assert edges == [
        ("Karin Lundberg", "Vårdrådet Söder", 1, ["leder"]),
        ("Maja Holm", "Vårdrådet Söder", 1, ["member of"]),
    ]


def test_what_lacks_an_end_or_is_tied_to_itself_is_left_out(app: Flask) -> None:
    assert made(app, ["a", "b"], [{"a": iri(KARIN)}, {"a": iri(KARIN), "b": iri(KARIN)}]) == (set(), [])


def test_texts_and_nameless_nodes_can_be_ends_and_the_answer_can_name_things(app: Flask) -> None:
    rows = [
        {"a": iri(KARIN), "aLabel": text("K. Lundberg"), "b": text(KARIN)},
        {"a": iri(KARIN), "b": {"type": "bnode", "value": "x"}},
    ]
    names, edges = made(app, ["a", "aLabel", "b"], rows)
    assert names == {"K. Lundberg", KARIN, "_:x"}
    assert len(edges) == 2


def test_a_drawing_shows_the_words_of_an_answer(client: FlaskClient) -> None:
    query = f'SELECT ?a ?how ?b {{ VALUES (?a ?how ?b) {{ (<{KARIN}> "leder <b>" <{COUNCIL}>) }} }}'
    page = client.get("/sv/sparql.drawing", query_string={"query": query}).text
    drawing = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    assert [edge["title"] for edge in drawing["edges"]] == ["Karin Lundberg leder <b> Vårdrådet Söder"]
    assert {node["page"] for node in drawing["nodes"]} == {
        "/sv/person/12/karin_lundberg", "/sv/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der",
    }  # fmt: skip
    assert client.get("/sv/sparql.drawing", query_string={"query": "SELECT ?a { ?a ?b ?c } LIMIT 1"}).status_code == 404
    assert client.get("/sv/sparql.drawing", query_string={"query": "ASK {}"}).status_code == 404
    assert client.get("/sv/sparql.drawing", query_string={"query": "SELECT"}).status_code == 400
