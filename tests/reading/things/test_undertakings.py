"""Undertakings that nothing names as such, by where they stand: in a heading with a report, with a sum, in a list."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Ale, Per Lund, Tjörn\n\n"


def _projects(text: str) -> set[str]:
    return {each.name for each in read(text, register.shipped()).facts.mentions if each.kind == "project"}


def _headed(heading: str, text: str) -> set[str]:
    return _projects(f"{_HEAD}1. Inledning\nMötet öppnas.\n\n2. {heading}\n{text}\n\n3. Övrigt\nInget.\n")


@pytest.mark.parametrize(
    ("heading", "text", "name"),
    [
        ("Trygg resa i glesbygden – lägesrapport", "Åtta personer har rest.", "Trygg resa i glesbygden"),
        ("Lyktan – lägesrapport", "64 deltagare är inskrivna.", "Lyktan"),
        ("Lägesrapport: Vägar till vila", "Allt går enligt plan.", "Vägar till vila"),
        ("Ansökan från Ale: Vägar till vila", "Ale söker 500 000 kronor för unga.", "Vägar till vila"),
        ("Rapport", "Rena åar i glesbygden är ett projekt som Ale kommun ansvarar för.", "Rena åar i glesbygden"),
        ("Rapport", "Mobilt team Dal har rullat i ett år. Det är ett projekt mellan Ale och Lerum.", "Mobilt team Dal"),
        ("Ansökningar", "Tre har ansökt:\n\nFöräldrar i skogen – 240 000 kr. Beviljas.", "Föräldrar i skogen"),
    ],
)
def test_a_place_tells_an_undertaking(heading: str, text: str, name: str) -> None:
    assert name in _headed(heading, text)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Ekonomi – lägesrapport", "Utfallet är minus 200 kronor."),
        ("Verksamhetsplan 2022 – lägesrapport", "Planen har 12 deltagare."),
        ("Region Halland – lägesrapport", "Ett projekt har startat."),
        ("Lägesrapport: Eva Ask", "Eva berättar om projektet."),
        ("Budget", "Lokaler och hyror – 240 000 kr."),
        ("UTSKRIVNINGSKLARA – information", "Inga insatser behövs."),
    ],
)
def test_other_headings_and_sums_tell_none(heading: str, text: str) -> None:
    assert _headed(heading, text) == set()


def test_the_lines_of_a_list_of_undertakings_are_their_names_and_say_whose_they_are() -> None:
    page = (
        "Samordningsförbundet Norrvidden\n\nOm oss\n\nVåra insatser\n\n"
        "Lyktan – unga vuxna. Ägs av Ale kommun.\nNya vägar – stöd i arbete. Drivs av Lerums kommun.\n\nKontakt\n"
    )
    facts = read(page, register.shipped()).facts
    assert {"Lyktan", "Nya vägar"} <= {each.name for each in facts.mentions if each.kind == "project"}
    told = {(row.subject, row.relation, row.object) for row in facts.relations}
    assert {("Ale", "responsible for", "Lyktan"), ("Lerum", "responsible for", "Nya vägar")} <= told
