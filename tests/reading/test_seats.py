"""Seats in pages of composition of other makes: cards, sentences about vacant seats, parties as headings, revisors."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _said(text: str) -> list[str]:
    return [
        " | ".join(part for part in (row.person, row.organisation, row.party, row.role, row.start, row.end) if part)
        for row in _facts(text).memberships
    ]


PEOPLE = "Ledamöter\nAnna Ek, Sala, ordförande\nBo Ström, Heby\nEva Öst, Tierp\n"


@pytest.mark.parametrize(
    ("sentence", "vacant"),
    [
        ("En plats är vakant.", [(None, 1)]),
        ("Två platser för kommunerna är för närvarande vakanta.", [("kommunerna", 2)]),
        ("Just nu finns 3 vakanta platser.", [(None, 3)]),
        ("En ersättarplats för Heby står tom.", [("Heby", 1)]),
        ("Två platser i länet är särskilt välbesökta.", []),
    ],
)
def test_sentences_about_vacant_seats(sentence: str, vacant: list[tuple[str | None, int]]) -> None:
    facts = _facts(f"Samrådet\n\nSamrådet har tolv platser. {sentence}\n\n{PEOPLE}")
    assert [(seat.organisation, seat.count) for seat in facts.vacancies] == vacant


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Styrelsen\n\nStyrelsens ledamöter 2023-2026\n\nAnna Ek\nOrdförande\nSala kommun (S)\nanna@sala.se\n\n"
            "Bo Ström\nVice ordförande\nHeby kommun (M)\n\nEva Öst\nLedamot\nTierps kommun (C)\n",
            [
                "Anna Ek | Sala | S | chair | 2023 | 2026",
                "Bo Ström | Heby | M | vice chair | 2023 | 2026",
                "Eva Öst | Tierp | C | member | 2023 | 2026",
            ],
            id="cards",
        ),
        pytest.param(
            "Styrelsen för Ån\n\nLedamöter i styrelsen\n\nSocialdemokraterna\nAnna Ek, Sala, ordförande\n"
            "Bo Ström, Heby\n\nModeraterna\nEva Öst, Tierp\n",
            ["Anna Ek | Sala | S | chair", "Bo Ström | Heby | S | member", "Eva Öst | Tierp | M | member"],
            id="parties as headings",
        ),
        pytest.param(
            "Rådet\n\nLedamöter och personliga ersättare\n\nAnna Ek (S), ordförande – ersättare Bo Ström (S)\n"
            "Eva Öst (M) – ersättare Ida Alm (M)\nLars Alm (C) – ersättare vakant\n",
            [
                "Anna Ek | S | chair",
                "Bo Ström | S | substitute",
                "Eva Öst | M | member",
                "Ida Alm | M | substitute",
                "Lars Alm | C | member",
            ],
            id="personal substitutes behind dashes",
        ),
        pytest.param(
            "Direktionen\n\nLedamöter\nAnna Ek (S), Sala\nBo Ström (M), Heby\nEva Öst (C), Sala\n\n"
            "Förbundsdirektör: Lars Alm\n\nRevisorer\nKarin Fors, Sala\nPer Lund, Heby\n",
            ["Anna Ek | Sala | S | member", "Bo Ström | Heby | M | member", "Eva Öst | Sala | C | member"],
            id="revisors and directors have no seat",
        ),
        pytest.param(
            "Brukarrådet\n\nLedamöter\nAnna Ek, Sala (2021-2024)\nBo Ström (2022–2025)\nEva Öst, Tierp\n",
            ["Anna Ek | Sala | member | 2021 | 2024", "Bo Ström | member | 2022 | 2025", "Eva Öst | Tierp | member"],
            id="a term for each",
        ),
    ],
)  # fmt: skip
def test_pages_of_seats(text: str, rows: list[str]) -> None:
    assert _said(text) == rows


def test_a_vacant_seat_belongs_to_the_side_before_its_colon() -> None:
    facts = _facts("Forumet\n\nI forumet ingår:\n\nSala: Anna Ek\nHeby: Bo Ström\nTierp: vakant\nKnivsta: Eva Öst\n")
    assert [(seat.organisation, seat.count) for seat in facts.vacancies] == [("Tierp", 1)]
    assert len(facts.memberships) == 3


def test_the_body_by_its_noun_is_the_page_s_own_and_another_is_not() -> None:
    facts = _facts(
        f"Ledningsgrupp för vård\n\nMedlemmar i ledningsgruppen\n{PEOPLE}\nArbetsgruppen\nIda Alm\nLars Alm\n"
    )
    assert [row.body for row in facts.memberships] == [*["Ledningsgrupp för vård"] * 3, *["Arbetsgruppen"] * 2]


def test_what_a_sentence_says_of_somebody_in_the_list_is_told_of_that_row() -> None:
    page = (
        "Ledningsgrupp för vård\n\nOrdförande är Anna Ek, Sala kommun.\n\nI gruppen ingår:\nAnna Ek, Sala\n"
        "Bo Ström, Heby\nEva Öst, Tierp\n\nSammankallande: Ida Alm\n"
    )
    rows = _facts(page).memberships
    assert [(row.person, row.role) for row in rows] == [
        ("Anna Ek", "chair"),
        ("Bo Ström", None),
        ("Eva Öst", None),
        ("Ida Alm", None),
    ]


def test_a_heading_of_the_people_of_the_page_s_body_names_no_other() -> None:
    page = (
        "Länsgrupp äldre\nLänsgruppens sammansättning\n\nSala\nAnna Ek, ordförande\n\nHeby\nBo Ström\n\nTierp\nVakant\n"
    )
    facts = _facts(page)
    assert {row.body for row in facts.memberships} == {"Länsgrupp äldre"}
    assert [(seat.body, seat.organisation) for seat in facts.vacancies] == [("Länsgrupp äldre", "Tierp")]
