"""From what people type to the thing meant: names ignoring case, never a guess between two."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.errors import ParameterError
from samverkan.lookup import resolve
from samverkan.publish import publish
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import DCT, OUTCOMES, ROLES, SAMV, XSD

ID = "https://w3id.org/samverkan/id/"


@pytest.mark.parametrize(
    ("type", "text", "meant"),
    [
        ("body", "Ådals råd", "body/98/ådals_råd"),
        ("body", "ådals RÅD ", "body/98/ådals_råd"),
        ("body", "ÅR", "body/98/ådals_råd"),
        ("body", "fjäll", "body/99/fjällnätverket"),
        ("organisation", "Ekby", "municipality/9801"),
        ("organisation", "Ekby kommun", "municipality/9801"),
        ("organisation", "ådal region", "region/98"),
        ("person", "Cecilia", "person/98/cecilia_ek"),
        ("meeting", "Ådals råd 2023-05-03", "meeting/98/ådals_råd/2023-05-03"),
        ("document", "Ådals råd 2020", "document/rad-2020"),
        ("entity", "Doris Gran", "person/98/doris_gran"),
        ("person", f"{ID}person/98/cecilia_ek", "person/98/cecilia_ek"),
        ("person", f"<{ID}person/98/cecilia_ek>", "person/98/cecilia_ek"),
    ],
    ids=["name", "other case", "short form", "beginning", "whole name before beginning", "written form",
         "name in English", "first name alone", "meeting", "document", "of any kind", "IRI", "IRI in brackets"],
)  # fmt: skip
def test_a_name_means_a_thing(sample: Store, type: str, text: str, meant: str) -> None:
    assert resolve(sample, type, text) == NamedNode(ID + meant)


@pytest.mark.parametrize(
    ("type", "text", "term"),
    [
        ("concept", "vice chair", ROLES["vice chair"]),
        ("concept", "vice-chair", ROLES["vice chair"]),
        ("concept", "Vice ordförande", ROLES["vice chair"]),
        ("concept", "VICE ordförande", ROLES["vice chair"]),
        ("concept", "endorsed", OUTCOMES["endorsed"]),
        ("concept", "agreement", SAMV.Agreement),
        ("date", "2021-09-07", Literal("2021-09-07", datatype=XSD.date)),
        ("date", "2021-09", Literal("2021-09", datatype=XSD.gYearMonth)),
        ("date", "2021", Literal("2021", datatype=XSD.gYear)),
        ("integer", " 4", Literal(4)),
        ("text", "råd", Literal("råd")),
        ("language", "en", Literal("en")),
    ],
)
def test_words_mean_concepts_days_and_numbers(sample: Store, type: str, text: str, term: object) -> None:
    assert resolve(sample, type, text) == term


def test_who_was_judged_to_be_another_means_the_one_that_stays(tmp_path: Path) -> None:
    store = OxigraphStore()
    merged, stays, other, later = (
        NamedNode(f"{ID}person/98/{name}") for name in ("ann_e", "ann_ek", "bo_ek", "ann_elk")
    )
    graph = NamedNode(f"{ID}judgements")
    store.bulk_load([Quad(merged, DCT.isReplacedBy, each, graph) for each in (later, stays)])
    publish(store, tmp_path)
    for each in (store, open_current(tmp_path)):
        assert [resolve(each, "person", one.value) for one in (merged, stays, other)] == [stays, stays, other]


def test_two_people_of_one_name_are_told_apart_by_their_county(sample: Store) -> None:
    with pytest.raises(ParameterError) as refused:
        resolve(sample, "person", "Britta Alm")
    assert str(refused.value).splitlines() == [
        "'Britta Alm' is the name of 2 things; give the IRI of one:",
        f"  Britta Alm (Ådals län, 4 statements) <{ID}person/98/britta_alm>",
        f"  Britta Alm (Fjälls län, 0 statements) <{ID}person/99/britta_alm>",
    ]


def test_a_beginning_of_several_names_is_no_name(sample: Store) -> None:
    with pytest.raises(ParameterError, match=r"'Ek' begins the name of 2 things[^$]*Ekby \([^$]*Ekbyholm \("):
        resolve(sample, "organisation", "Ek")


@pytest.mark.parametrize(
    ("type", "text", "message"),
    [
        ("body", "Ådal rod", "no body is called 'Ådal rod'; near names: Ådals råd"),
        ("body", "Zzzz", "no body is called 'Zzzz'"),
        ("body", "Cecilia Ek", "no body is called 'Cecilia Ek'"),
        ("concept", "Ådals råd", "no concept is called 'Ådals råd'"),
        ("concept", "chiar", "no concept is called 'chiar'; near names: chair, change, vice chair"),
        ("date", "2021-13", "'2021-13' is no date"),
        ("date", "7/9", "'7/9' is no date"),
        ("date", "20210907", "'20210907' is no date"),
        ("integer", "four", "'four' is no whole number"),
        ("language", "da", "'da' is no language"),
        ("iri", "x", "'x' is no IRI"),
        ("body", "http://[", "'http://[' is no IRI"),
        ("person", "<urn:x:%zz>", "'urn:x:%zz' is no IRI"),
        ("thing", "x", "no parameter can be of the type 'thing'"),
    ],
)
def test_what_means_nothing_is_told(sample: Store, type: str, text: str, message: str) -> None:
    with pytest.raises(ParameterError) as refused:
        resolve(sample, type, text)
    assert message in str(refused.value)


@pytest.mark.parametrize("text", ['"} ?x ?y ?z . FILTER("', "a\\", "http://x.example/a b>"])
def test_no_name_becomes_a_part_of_a_query(sample: Store, text: str) -> None:
    with pytest.raises(ParameterError, match="no person is called"):
        resolve(sample, "person", text)
