"""Names told by a place, a field or a country: companies of municipalities, towns abroad, committees of a valley,
boards that every region has."""

import pytest

from samverkan import register
from samverkan.reading import read


def _named(sentence: str) -> set[tuple[str, str]]:
    text = f"Nyhet om mötet\n\nPublicerad 2021-03-04\n\nMötet hölls i maj. {sentence}\n"
    return {(row.name, row.kind) for row in read(text, register.shipped()).facts.mentions}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "I gruppen sitter även Norrbygd Vatten.", {("Norrbygd Vatten", "organisation")}, id="field behind a place"
        ),
        pytest.param(
            "Norrbygd Vatten och Avfall har svarat.", {("Norrbygd Vatten och Avfall", "organisation")}, id="two fields"
        ),
        pytest.param("Tema Vatten behandlades.", set(), id="a theme"),
        pytest.param("Vi talade om Vatten och avlopp.", set(), id="the field alone"),
        pytest.param(
            "Arbetet samordnas med Lierne kommun.", {("Lierne", "municipality")}, id="a municipality that no list has"
        ),
        pytest.param("Frågan gäller Varje kommun.", set(), id="each municipality"),
        pytest.param(
            "Medverkar gör städerna Vasa, Karleby och Jakobstad.",
            {("Vasa", "municipality"), ("Karleby", "municipality"), ("Jakobstad", "municipality")},
            id="towns abroad",
        ),
        pytest.param("Vi reste mellan städerna under Veckan.", set(), id="towns without names"),
        pytest.param(
            "Vattenkommittén i Dalbygden har tagit upp saken.",
            {("vattenkommittén i Dalbygden", "body")},
            id="of a place",
        ),
        pytest.param("Samrådet i Dalbygden hölls i maj.", set(), id="a meeting at a place"),
        pytest.param(
            "Region Jämtland Härjedalens regionstyrelse beslutade i januari.",
            {("Region Jämtland Härjedalen", "region"), ("regionstyrelsen", "body")},
            id="board of a region",
        ),
        pytest.param("Studenter på sjuksköterskeprogrammet deltog.", set(), id="an education"),
        pytest.param("Arbetet styrs av bredbandsprogrammet.", {("bredbandsprogram", "plan")}, id="a programme"),
        pytest.param(
            "Förbundet ska enligt lagen om skydd mot olyckor ha ett program.",
            {("lagen om skydd mot olyckor", "law")},
            id="a law before its verb",
        ),
        pytest.param("Ladda ner ”Nämndens Protokoll mars” här.", set(), id="minutes in quotes"),
    ],
)
def test_names_told_by_what_stands_beside_them(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _named(sentence) == expected


def test_a_project_keeps_the_end_of_its_title_before_its_verb() -> None:
    assert ("Svenska med barnvakt", "project") in _named("Projektet Svenska med barnvakt ägs av Lund.")
