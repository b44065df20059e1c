"""Members of an association told by what it is: counted before a colon, or as those who finance or formed it."""

import pytest

from samverkan import register
from samverkan.reading import read

KNOWN = register.shipped()
PAGE = "Styrgruppen\n\nStyrgruppen är ett forum.\n\n{said}\n\nLedamöter\nAnna Ek, Sala\nBo Ek, Heby\nEva Ek, Avesta\n"


def _members(said: str) -> list[str]:
    found = read(PAGE.format(said=said), KNOWN).facts.relations
    return [f"{row.subject} in {row.object}" for row in found if row.relation == "member of"]


@pytest.mark.parametrize(
    "said",
    [
        "Finsam Syd är ett samordningsförbund som finansieras av Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett kommunalförbund som bildats av Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett kommunalförbund som består av Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett frivilligt samarbete mellan tre kommuner i norra Skåne: Burlöv, Eslöv och Höör.",
        "Finsam Syd är en samarbetsorganisation för tre kommuner: Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett samarbete mellan kommunerna Burlöv, Eslöv och Höör.",
    ],
)
def test_members_of_an_association(said: str) -> None:
    assert _members(said) == ["Burlöv in Finsam Syd", "Eslöv in Finsam Syd", "Höör in Finsam Syd"]


@pytest.mark.parametrize(
    "said",
    [
        "Finsam Syd är ett samordningsförbund som verkar för alla i Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett kommunalförbund som granskas av Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett samarbete för unga som söker arbete i: Burlöv, Eslöv och Höör.",
        "Finsam Syd är ett projekt som finansieras av Burlöv, Eslöv och Höör.",
    ],
)
def test_places_that_are_no_members(said: str) -> None:
    assert _members(said) == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Projektet Solvägen bedrivs av Heby kommun och Skolverket.", ["Heby", "Skolverket"]),
        ("Projektet Solvägen bedrivs i Heby.", []),
    ],
)
def test_who_carries_on_a_project(said: str, who: list[str]) -> None:
    found = read(PAGE.format(said=said), KNOWN).facts.relations
    assert [row.subject for row in found if row.object == "Solvägen" and row.relation == "responsible for"] == who
