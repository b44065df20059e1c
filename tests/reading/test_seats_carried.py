"""The body of a seat that its own sentence does not name: carried from the sentence before, from a label, a heading."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Ale, Per Lund, Tjörn\n\n"


def _seats(text: str, whole: bool = False) -> set[tuple[str, str, str | None]]:
    minutes = f"{_HEAD}1. Inledning\nMötet öppnas.\n\n{text}\n\n3. Övrigt\nInget.\n"
    rows = read(text if whole else minutes, register.shipped()).facts.memberships
    return {(row.person, row.body.lower(), row.role) for row in rows}


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("2. Val\nOrdförande i Välfärdsrådet är Eva Ask (S), Ale. Bo Lind (M), Lerum, är vice ordförande.",
         ("Bo Lind", "välfärdsrådet", "vice chair")),
        ("2. Val\nEva Ask, Ale, är ordförande i Välfärdsrådet till juni. Från den 1 juli tar Bo Lind, Lerum, över som "
         "ordförande.", ("Bo Lind", "välfärdsrådet", "chair")),
        ("2. Val\nGruppen utsåg en arbetsgrupp för skolmat med Eva Ask som ordförande.",
         ("Eva Ask", "arbetsgrupp för skolmat", "chair")),
        ("2. Val\nTill ordinarie i Välfärdsrådet väljs Eva Ask (S) och Bo Lind (M).",
         ("Bo Lind", "välfärdsrådet", "member")),
        ("2. Rapport\nDet räcker, sade Välfärdsrådets ordförande Eva Ask.", ("Eva Ask", "välfärdsrådet", "chair")),
        ("2. Rapport\nFrågorna bereds av Välfärdsrådet, som leds av Eva Ask från Lerum.",
         ("Eva Ask", "välfärdsrådet", "chair")),
        ("2. Nya\nTvå nya ledamöter tillträder i höst: Eva Ask (C), Ale, och Bo Lind (M), Lerum.",
         ("Bo Lind", "styrgruppen för ovanbygden", "member")),
        ("2. Nytt\nEva Ask slutar som ordförande i Välfärdsrådet den 31 december 2021.",
         ("Eva Ask", "välfärdsrådet", "chair")),
        ("2. Val av representant till Leader Gränsbygden\nGruppen har en plats.\nEva Ask (S) väljs till gruppens "
         "representant.", ("Eva Ask", "leader gränsbygden", "member")),
    ],
    ids=["the sentence before", "over as chair", "made with a chair", "ordinary", "the chair said", "who leads it",
         "new ones after a colon", "leaving", "the heading"],
)  # fmt: skip
def test_the_body_of_a_seat_is_found_around_it(text: str, seat: tuple[str, str, str]) -> None:
    assert seat in _seats(text)


def test_a_label_before_a_colon_has_the_seats_of_its_line() -> None:
    page = (
        "Vård- och omsorgscollege Norrvidden\n\nSå är vi organiserade\n\nRegional styrgrupp\n"
        "Ordförande: Karin Ek, socialchef, Ale kommun\n\nLokala college\n\n"
        "Lokalt college Syd: Ale, Lerum och Tjörn. Ordförande är Eva Ask.\n"
    )
    assert ("Eva Ask", "lokalt college syd", "chair") in _seats(page, whole=True)


def test_in_another_paragraph_the_seat_is_of_the_own_body() -> None:
    text = "2. Val\nOrdförande i Välfärdsrådet är Eva Ask (S), Ale.\n\nBo Lind (M), Lerum, är vice ordförande."
    assert ("Bo Lind", "välfärdsrådet", "vice chair") not in _seats(text)


def test_whose_seats_are_filled_is_whom_those_elected_represent() -> None:
    text = f"{_HEAD}1. Inledning\nÖppnas.\n\n2. Val\nLerum har utsett Eva Ask (S) och Bo Lind (C) till ledamöter.\n"
    rows = read(text, register.shipped()).facts.memberships
    assert {(row.person, row.organisation) for row in rows} == {("Eva Ask", "Lerum"), ("Bo Lind", "Lerum")}
