"""Seats of those sent without an office, of a board that was just chosen, of a body that the sentence before named;
none from the lines of those who sign."""

import pytest

from samverkan import register
from samverkan.reading import read

_MINUTES = (
    "Protokoll 2021-03-04\nDirektionen för Dalvattens kommunalförbund\n\n§ 1 Val\nBeslut\n{}\n\n§ 2 Övrigt\nInget."
)
_NEWS = "Nyhet: Fjällbygden\n\nPublicerad 2021-03-04\n\n{}\n"


def _seats(text: str) -> set[tuple[str, str, str | None]]:
    return {(row.person, row.body, row.role) for row in read(text, register.shipped()).facts.memberships}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Karin Ekström väljs till ombud i styrgruppen för Vattennät till och med 2023.",
            {("Karin Ekström", "styrgruppen för Vattennät", None)},
            id="väljs till ombud",
        ),
        pytest.param(
            "Direktionen utser Karin Ekström och Bo Ask till ombud i Vattenrådet.",
            {("Karin Ekström", "Vattenrådet", None), ("Bo Ask", "Vattenrådet", None)},
            id="two",
        ),
        pytest.param(
            "Till ombud i Vattenrådet valdes Bo Ask.", {("Bo Ask", "Vattenrådet", None)}, id="till ombud valdes"
        ),
        pytest.param(
            "Bo Ask utses som kontaktperson till Vattenrådet.", {("Bo Ask", "Vattenrådet", None)}, id="kontaktperson"
        ),
        pytest.param("Bo Ask utses till ombud vid bolagsstämman.", set(), id="at a general meeting"),
        pytest.param("Bo Ask väljs till ombud till föreningsstämman.", set(), id="to a general meeting"),
        pytest.param("Bo Ask är kontaktperson för frågor om vatten.", set(), id="for questions"),
        pytest.param("Vattenrådet ber om ett ombud. Bo Ask tackar.", set(), id="nobody chosen"),
    ],
)
def test_who_is_sent_sits_without_an_office(sentence: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert _seats(_MINUTES.format(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Årsmötet valde en ny styrelse. Ordförande blir Karin Ekström, Mora. Nya ledamöter är Bo Ask, Orsa, och "
            "Eva Sund, Mora.",
            {
                ("Karin Ekström", "styrelsen", "chair"),
                ("Bo Ask", "styrelsen", "member"),
                ("Eva Sund", "styrelsen", "member"),
            },
            id="a new board",
        ),
        pytest.param(
            "Frågan bereds av Kulturpolitiska rådet. Rådets ordförande är Karin Ekström (S), Mora, och vice ordförande "
            "Bo Ask (C), Orsa.",
            {("Karin Ekström", "Kulturpolitiska rådet", "chair"), ("Bo Ask", "Kulturpolitiska rådet", "vice chair")},
            id="of the council named before",
        ),
        pytest.param(
            "Frågan bereds av Kulturpolitiska rådet. Tävlingens ordförande är Karin Ekström, Mora.",
            set(),
            id="of something else",
        ),
    ],
)
def test_the_body_of_an_office_stands_before(sentence: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert _seats(_NEWS.format(sentence)) == expected


def test_who_signs_minutes_gets_no_seat() -> None:
    signed = _MINUTES.format("Dagordningen fastställs.")
    assert _seats(f"{signed}\n\nUnderskrifter\n\nKarin Ekström, ordförande\t\tBo Ask, justerare\n") == set()
