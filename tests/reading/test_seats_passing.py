"""Seats that pass on: who is succeeded by whom in any order, whose seat it is, second titles, seats of two times."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = (
    "Minnesanteckningar\n\nStyrgruppen för Ovanbygden\nDatum: 2023-03-01\n\nNärvarande\nKarin Ek, Ale\n"
    "Per Lund, Lerum\n\n1. Läget\n"
)
_OWN = "Styrgruppen för Ovanbygden"
Seat = tuple[str, str | None, str | None, str | None, str | None, str | None]


def _seats(sentence: str) -> list[Seat]:
    rows = read(f"{_HEAD}{sentence}\n", register.shipped()).facts.memberships
    return [(row.body.removeprefix(_OWN), row.role, row.organisation, row.party, row.start, row.end) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("Från 1 maj ersätts Karin Ek i gruppen av Lena Åberg, Ale.",
         [("", "member", "Ale", None, "2023-05-01", None)]),
        ("Karin Ek slutar. Från 1 maj ersätts hon i gruppen av Lena Åberg.",
         [("", "member", None, None, "2023-05-01", None)]),
        ("Karin Ek efterträds som ordförande av Lena Åberg (S), Ale.", [("", "chair", "Ale", "S", None, None)]),
        ("Karin Ek efterträds som vice ordförande av Lena Åberg, som har uppdraget 2025–2026.",
         [("", "vice chair", None, None, "2025", "2026")]),
        ("Karin Ek går i pension och ersätts av Lena Åberg, Tjörn.", [("", "member", "Tjörn", None, None, None)]),
        ("Lena Åberg ersätter Per Lund i styrgruppen.", [("", "member", None, None, None, None)]),
        ("Lena Åberg efterträder honom som Lerums ledamot i styrgruppen.", [("", "member", "Lerum", None, None, None)]),
        ("Ny representant för Tjörn i styrgruppen är Lena Åberg.", [("", "member", "Tjörn", None, None, None)]),
        ("Lena Åberg, socialchef i Tjörn, tar plats i styrgruppen.", [("", "member", "Tjörn", None, None, None)]),
        ("Vi är glada, säger Lena Åberg (M), kommunstyrelsens ordförande i Tjörn och ny ordförande i styrgruppen.",
         [("kommunstyrelsen", "chair", "Tjörn", "M", None, None), ("", "chair", "Tjörn", "M", None, None)]),
        ("Socialchefsgruppen bereder ärendena. Ordförande i gruppen är Lena Åberg, Tjörn.",
         [("socialchefsgruppen", "chair", "Tjörn", None, None, None)]),
        ("Lena Åberg (M), som var ordförande i styrgruppen 2021–2022, sitter kvar som ledamot för Tjörn.",
         [("", "chair", None, "M", "2021", "2022"), ("", "member", "Tjörn", "M", None, None)]),
    ],
)  # fmt: skip
def test_a_seat_that_passes_on(sentence: str, seats: list[Seat]) -> None:
    assert _seats(sentence) == seats


@pytest.mark.parametrize(
    "sentence",
    [
        "Lena Åberg ersätter resekostnader.",
        "Lokalen ersätts av Lena Åberg.",
        "Karin Ek efterträds i maj.",
        "Lena Åberg tar plats i bussen.",
        "Ordförande i kommunstyrelsen i Tjörn hälsade välkommen.",
        "Vi är glada, säger Lena Åberg, ordförande i fotbollsklubben.",
    ],
)
def test_no_seat(sentence: str) -> None:
    assert _seats(sentence) == []


def test_a_member_of_a_list_who_gets_another_seat_later_has_both() -> None:
    text = (
        "Vårdrådet\n\nVårdrådet är en mötesplats för kommunerna.\n\n"
        "Ledamöter\nKarin Ek, Ale\nPer Lund, Lerum\nBo Ask, Tjörn\n\n"
        "Per Lund blir vice ordförande i rådet från den 1 januari 2025.\n"
    )
    rows = [row for row in read(text, register.shipped()).facts.memberships if row.person == "Per Lund"]
    assert [(row.role, row.start) for row in rows] == [("member", None), ("vice chair", "2025-01-01")]


def test_an_association_is_known_by_its_name_without_the_kind() -> None:
    text = (
        f"{_HEAD}Kommunalförbundet Norrvatten har bett om svar. Norrvatten har ihop med Tjörn ingått Avtal om rening.\n"
    )
    rows = read(text, register.shipped()).facts.relations
    assert {(row.subject, row.relation) for row in rows} == {
        ("Kommunalförbundet Norrvatten", "party to"),
        ("Tjörn", "party to"),
    }
