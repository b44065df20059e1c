"""Undertakings that a heading and a sentence name alike, and titles that open on an adjective."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Per Lund\n\n"


def _named(text: str) -> set[tuple[str, str]]:
    return {(each.name, each.kind) for each in read(_HEAD + text, register.shipped()).facts.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Dialog: Mobil dagvård\nKarin berättar hur Mobil dagvård fungerar.",
            {("Mobil dagvård", "project")},
            id="a heading and a sentence",
        ),
        pytest.param(
            "1. Mobil dagvård\nKarin berättar hur mobil dagvård fungerar.", set(), id="in small letters a subject"
        ),
        pytest.param(
            "1. Förlängning av Slussen\nGruppen vill bevilja Slussen pengar.", {("Slussen", "project")}, id="one word"
        ),
        pytest.param("1. Om Slussen\nGruppen åkte förbi Slussen igår.", set(), id="one word that nothing tells of"),
        pytest.param("1. Hem\nI Ale har Trygg vardag prövats.", {("Trygg vardag", "project")}, id="an adjective"),
        pytest.param("1. Hem\nTrygg vardag är viktigt för alla.", set(), id="an adjective that opens a sentence"),
        pytest.param("1. Hem\nI Ale har Gemensam träff prövats.", set(), id="an adjective that only describes"),
        pytest.param("1. Hem\nVi såg Stora torget som hastigast.", set(), id="an adjective of places"),
        pytest.param(
            "1. LINUS-projektet\nKarin visar resultaten av LINUS.", {("LINUS", "project")}, id="a compound of its name"
        ),
        pytest.param(
            "1. IT-projektet\nKarin visar resultaten.", {("IT-projektet", "project")}, id="a compound of a subject"
        ),
        pytest.param(
            "1. Projektet Vagnen 2.0\nGruppen förlänger Vagnen 2.0 till maj.", {("Vagnen 2.0", "project")}, id="version"
        ),
    ],
)
def test_undertakings_that_nothing_names_as_such(text: str, expected: set[tuple[str, str]]) -> None:
    assert {each for each in _named(text) if each[1] == "project"} == expected


def test_a_heading_ends_before_the_text_under_it() -> None:
    text = (
        "§ 1\nAnsökan om bidrag från Ovanbygdens idrottsförbund\nStyrgruppen beslutar\natt avslå ansökan.\n\n"
        "§ 2\nÖvriga frågor\nInga frågor anmäls."
    )
    assert ("Ovanbygdens idrottsförbund", "organisation") in _named(text)
