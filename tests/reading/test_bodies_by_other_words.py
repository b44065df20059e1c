"""Whose page, news or minutes they are where the title says it in other words than the text."""

import pytest

from samverkan import register
from samverkan.reading import read

SEATS = "Sala\nLedamot: Anna Ek (S)\nErsättare: Bo Alm (M)\n\nHeby\nLedamot: Eva Öst (C)\nErsättare: Ulf Fors (V)\n"
PRESENT = "\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Inledning\nMötet öppnas.\n"


def _body(text: str) -> str | None:
    body = read(text, register.shipped()).facts.body
    return None if body is None else body.name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Politisk ledning\n\nFörbundet leds av en direktion.\n\n", "direktionen"),
        ("Politisk ledning\n\nUnder 2031-2034 har direktionen dessa ledamöter:\n\n", "direktionen"),
        ("Politisk styrning\n\nBolaget styrs av en politisk styrelse.\n\n", "styrelsen"),
        ("Vår politiska ledning\n\nI nämnden sitter ledamöter från två kommuner.\n\n", "nämnden"),
        ("Högsta ledning\n\nFörbundet leds av en styrelse.\n\n", "styrelsen"),
        # near misses: the title names a body
        ("Ledningsgruppen\n\nFörbundet leds av en direktion.\n\n", "Ledningsgruppen"),
        ("Politisk ledningsgrupp\n\nFörbundet leds av en direktion.\n\n", "Politisk ledningsgrupp"),
        ("Hälsorådet\n\nFörbundet leds av en direktion.\n\n", "Hälsorådet"),
        ("Politiska rådet\n\nI nämnden sitter andra.\n\n", "Politiska rådet"),
        ("Hälsonämnden\n\nHälsonämnden leds av ett presidium.\n\n", "Hälsonämnden"),
    ],
)
def test_a_page_on_the_leadership_is_that_of_who_leads(page: str, name: str) -> None:
    assert _body(f"Ådalens förbund\n\n{page}{SEATS}") == name


@pytest.mark.parametrize(
    ("path", "title", "name"),
    [
        ("Start / Om oss / Hälsonämnden", "Hälsonämnden i Norra regionen", "Hälsonämnden"),
        ("Hem > Hälsorådet", "Hälsorådet i Ådalen", "Hälsorådet"),
        ("Start » Om oss » Styrgruppen", "Styrgruppen inom Nära vård", "Styrgruppen"),
        (
            "Start / Om oss / Hälsonämnden i Norra regionen",
            "Hälsonämnden i Norra regionen",
            "Hälsonämnden i Norra regionen",
        ),
        ("Start / Om oss", "Hälsonämnden i Norra regionen", "Hälsonämnden i Norra regionen"),
        ("Start / Om oss / Rådet", "Rådet för hälsa", "Rådet för hälsa"),
        ("Start / Om oss / Hälsorådet", "Hälsonämnden i Ådalen", "Hälsonämnden i Ådalen"),
        ("Start   Om oss   Kontakt", "Hälsonämnden i Ådalen", "Hälsonämnden i Ådalen"),
    ],
)
def test_the_name_that_the_path_has(path: str, title: str, name: str) -> None:
    text = f"Webbplatsen använder kakor. Läs mer om kakor\nTill innehållet\n\n{path}\n\n{title}\n\nLedamöter\n{SEATS}"
    assert _body(text) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Länsnätverket e-hälsa Ådalen\n\nAnteckningar nätverksträff 11 maj 2031\n", "Länsnätverket e-hälsa Ådalen"),
        ("Styrgruppen för Nära vård\n\nAnteckningar gruppmöte 11 maj 2031\n", "Styrgruppen för Nära vård"),
        ("Hälsorådet i Ådalen\n\nAnteckningar rådsmöte 11 maj 2031\n", "Hälsorådet i Ådalen"),
        # near misses: no such line, or of another noun
        ("Ådalens kommuner\n\nAnteckningar nätverksträff 11 maj 2031\n", "nätverk"),
        ("Hälsorådet i Ådalen\n\nAnteckningar nätverksträff 11 maj 2031\n", "nätverk"),
        ("Länsnätverket e-hälsa\n\nAnteckningar Hälsorådet 11 maj 2031\n", "Hälsorådet"),
    ],
)
def test_the_meeting_of_a_network_by_its_name(head: str, name: str) -> None:
    body = _body(head + PRESENT)
    assert body is not None
    assert body.casefold() == name.casefold()


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (
            "Styrelsen höll ett första möte i Sala 4 april.\n\nNy ordförande i Ådalens förbunds styrelse är Anna Ek.",
            "Ådalens förbunds styrelse",
        ),
        (
            "Styrelsen möttes i Sala den 4 april.\n\nÅdalens vattens styrelse har nu sju ledamöter.",
            "Ådalens vattens styrelse",
        ),
        (
            "Direktionen möttes i Sala den 4 april.\n\nAnna Ek leder Ådalens förbunds direktion.",
            "Ådalens förbunds direktion",
        ),
        # near misses: nobody's, or another body's
        ("Styrelsen möttes i Sala den 4 april.\n\nNy ordförande är Anna Ek.", "Styrelsen"),
        ("Styrelsen möttes i Sala den 4 april.\n\nAnna Ek leder Ådalens förbunds direktion.", "Styrelsen"),
        ("Hälsorådet möttes i Sala den 4 april.\n\nAnna Ek leder Ådalens förbunds styrelse.", "Hälsorådet"),
    ],
)
def test_the_board_that_met_is_whose_the_news_say(lead: str, name: str) -> None:
    body = _body(f"Nyheter\n\nNy ordförande vald\n\n2031-04-05\n\n{lead}\n")
    assert body is not None
    assert body.casefold() == name.casefold()
