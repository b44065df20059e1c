"""Rows are written as the standards for query results say; the engine's own writing is the measure."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from samverkan.export.tables import written
from samverkan.store.formats import TABLES
from samverkan.store.oxigraph import OxigraphStore

QUERY = r"""
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?iri ?text ?tagged ?number ?day ?nothing ?triple { VALUES (?iri ?text ?tagged ?number ?day ?triple) {
  (<http://example.org/å> "comma, \"quote\" and\nline\ttab \\ <&>" "styrgrupp"@sv 7 "2021-09-07"^^xsd:date
    <<( <a:a> <a:b> "x" )>>)
  (<http://example.org/b> "" UNDEF 1.5 "2021-09"^^xsd:gYearMonth UNDEF)
  (UNDEF "=1+1" "working group"@en true UNDEF UNDEF)
} }
"""


def ours(form: str, query: str = QUERY) -> bytes:
    return written(OxigraphStore().select(query), form)


def theirs(form: str, query: str = QUERY) -> bytes:
    answer = OxigraphStore().evaluate(query)
    assert isinstance(answer, QuerySolutions)
    return answer.serialize(format=TABLES[form].engine) or b""


def test_json_says_what_the_engine_says() -> None:
    assert json.loads(ours("json")) == json.loads(theirs("json"))


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_terms_come_back_from_each_format_that_tells_them_apart(form: str) -> None:
    query = (
        QUERY.replace("?triple {", "{") if form == "tsv" else QUERY
    )  # the engine's reader of TSV knows no triple terms
    read = parse_query_results(ours(form, query), TABLES[form].engine)
    expected = OxigraphStore().select(query)
    assert isinstance(read, QuerySolutions)
    assert tuple(each.value for each in read.variables) == expected.variables
    assert [tuple(row) for row in read] == [tuple(row) for row in expected.rows]


def test_csv_holds_bare_values_below_their_names() -> None:
    read = list(csv.reader(io.StringIO(ours("csv").decode(), newline="")))
    assert read[0] == ["iri", "text", "tagged", "number", "day", "nothing", "triple"]
    assert [row[:6] for row in read[1:]] == [
        ["http://example.org/å", 'comma, "quote" and\nline\ttab \\ <&>', "styrgrupp", "7", "2021-09-07", ""],
        ["http://example.org/b", "", "", "1.5", "2021-09", ""],
        ["", "=1+1", "working group", "true", "", ""],
    ]


def test_csv_is_that_of_the_engine_for_plain_values() -> None:
    query = "SELECT ?x ?y { VALUES (?x ?y) { (<http://example.org/a> 'Styrgruppen, Skåne') (UNDEF 2) } }"
    assert ours("csv", query) == theirs("csv", query)


@pytest.mark.parametrize("form", TABLES)
def test_no_rows_are_a_table_too(form: str) -> None:
    query = "SELECT ?x ?y { FILTER(false) }"
    if form == "xml":
        assert [each.tag.rpartition("}")[2] for each in ElementTree.fromstring(ours(form, query)).iter()] == [
            "sparql", "head", "variable", "variable", "results",
        ]  # fmt: skip
    else:
        assert ours(form, query) == theirs(form, query)


def test_a_page_break_does_not_spoil_the_xml() -> None:
    body = ours("xml", r"SELECT ('one\ftwo' AS ?x) {}")
    assert [row["x"].value for row in parse_query_results(body, QueryResultsFormat.XML)] == ["one two"]  # type: ignore[union-attr]
