"""Branches of associations, organisations that only their list tells, and bodies that a place tells apart."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Ale, Per Lund, Tjörn"


def _mentioned(sentence: str) -> set[tuple[str, str]]:
    text = f"{_HEAD}\n\n1. Inledning\nMötet öppnas.\n\n2. Samtal\n{sentence}\n\n3. Övrigt\nInget.\n"
    return {(each.kind, each.name) for each in read(text, register.shipped()).facts.mentions}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ett svar har kommit från LRF Halland.", "LRF Halland"),
        ("Förslaget har lästs av NTF Gävle.", "NTF Gävle"),
        ("Kommunal Väst är positivt.", "Kommunal Väst"),
        ("Frågan togs upp av Vision Lerum.", "Vision Lerum"),
        ("En plats i Leader Gränsbygden Öst är ledig.", "Leader Gränsbygden Öst"),
        ("Ett svar har kommit från Hela Sverige ska leva Kalmar län.", "Hela Sverige ska leva Kalmar län"),
    ],
)
def test_a_movement_with_a_place_is_its_branch(sentence: str, name: str) -> None:
    assert ("organisation", name) in _mentioned(sentence)


@pytest.mark.parametrize("sentence", ["Vision 2030 för länet är klar.", "Mål och Vision Halland 2030 har antagits."])
def test_a_vision_of_a_year_is_no_union(sentence: str) -> None:
    assert not {name for kind, name in _mentioned(sentence) if kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Medlemmar är Region Halland, Växtkraft och Hälsa & Fritid.", {"Växtkraft", "Hälsa & Fritid"}),
        ("De fackliga organisationerna Kommunal och Vision har svarat.", {"Kommunal", "Vision"}),
        ("Samtal har hållits med Trafikverket, Skogsrot och Länsstyrelsen i Kalmar län.", {"Skogsrot"}),
    ],
    ids=["members", "unions", "beside known ones"],
)
def test_a_list_of_organisations_tells_what_its_names_are(sentence: str, names: set[str]) -> None:
    assert names <= {name for kind, name in _mentioned(sentence) if kind == "organisation"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Region Halland, Eva Ek och Trafikverket var med.", "Eva Ek"),
        ("Trafikverket, Europa och Region Halland nämndes.", "Europa"),
        ("Trafikverket, Stationshuset och Region Halland nämndes.", "Stationshuset"),
        ("Trafikverket och Skogsrot nämndes.", "Skogsrot"),
    ],
    ids=["a person", "a continent", "a house", "two are no list"],
)
def test_what_stands_beside_organisations_need_not_be_one(sentence: str, name: str) -> None:
    assert ("organisation", name) not in _mentioned(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kommunstyrelsen i Lerum lämnar ett eget svar.", "kommunstyrelsen i Lerum"),
        ("Förslaget går till kommunfullmäktige i Tjörn.", "kommunfullmäktige i Tjörn"),
        ("Socialnämnden i Region Halland har svarat.", "socialnämnden i Region Halland"),
    ],
)
def test_a_place_tells_apart_the_body_that_each_municipality_has(sentence: str, name: str) -> None:
    assert ("body", name) in _mentioned(sentence)


def test_no_place_belongs_to_the_body_whose_chair_is_meant() -> None:
    said = _mentioned("Eva Ask, ordförande i socialnämnden i Region Halland, talade.")
    assert ("body", "socialnämnden") in said


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Gruppen läste den lokala Handlingsplan för äldre 2023–2025.", "plan", "Handlingsplan för äldre 2023–2025"),
        ("Åtgärdsplan mot buller är antagen.", "plan", "Åtgärdsplan mot buller"),
        ("Regionen har sänt Regional plan för vägar 2022–2033 till kommunalförbunden för svar.", "plan",
         "Regional plan för vägar 2022–2033"),
        ("Länsgrupp Data i skolan upphörde.", "body", "Länsgrupp Data i skolan"),
        ("En fråga från Lerum togs upp.", "municipality", "Lerum"),
        ("Eva Ask tar frågan till socialtjänsten i Lerum.", "municipality", "Lerum"),
    ],
)  # fmt: skip
def test_where_a_name_begins_and_ends(sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in _mentioned(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Bussen från Lerum var sen.", "municipality", "Lerum"),
        ("Rådet möts i en gymnastiksal i Lerum.", "municipality", "Lerum"),
        ("Utfallet jämförs med helårsbudgeten.", "plan", "helårsbudget"),
        ("Rapport från APT lämnades.", "organisation", "APT"),
    ],
)
def test_a_town_a_budget_and_a_meeting_of_staff_are_no_names(sentence: str, kind: str, name: str) -> None:
    assert (kind, name) not in _mentioned(sentence)


def test_the_same_body_of_several_municipalities_is_named_without_them() -> None:
    said = _mentioned("Rapporten går till kommunfullmäktige i Lerum och Tjörn.")
    assert ("body", "kommunfullmäktige") in said
    assert ("body", "kommunfullmäktige i Lerum") not in said
