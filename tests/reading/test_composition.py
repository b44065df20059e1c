"""Who sits on a body: memberships and vacant seats of composition pages."""

import pytest

from samverkan import register
from samverkan.facts import Facts, Membership, Vacancy
from samverkan.reading import read


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _said(row: Membership) -> str:
    parts = (row.person, row.organisation, row.party, row.role, row.start and f"{row.start}-{row.end}")
    return " | ".join(part for part in parts if part)


PAGE = "Samrådsgruppen\n\nSamrådsgruppen består av ledamöter från Region Uppsala och kommunerna.\n\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Ledamöter\nAnna Ek (S), Sala, ordförande\nBo Ström (M), Heby\nEva Öst (C), Sala",
            ["Anna Ek | Sala | S | chair", "Bo Ström | Heby | M | member", "Eva Öst | Sala | C | member"],
            id="one a line",
        ),
        pytest.param(
            "För Region Uppsala För kommunerna\nAnna Ek, ordförande Bo Ström, Heby, vice ordförande\n"
            "Eva Öst Ida Alm, Tierp",
            [
                "Anna Ek | Region Uppsala | chair",
                "Bo Ström | Heby | vice chair",
                "Eva Öst | Region Uppsala | member",
                "Ida Alm | Tierp | member",
            ],
            id="two columns that have become one line",
        ),
        pytest.param(
            "Sala\nOrdinarie\nAnna Ek (S)\nErsättare\n"
            "Bo Ström (M)\n\nHeby\nOrdinarie\nEva Öst (C)\nErsättare\nIda Alm (L)",
            [
                "Anna Ek | Sala | S | member",
                "Bo Ström | Sala | M | substitute",
                "Eva Öst | Heby | C | member",
                "Ida Alm | Heby | L | substitute",
            ],
            id="by municipality, seats and substitutes under each",
        ),
        pytest.param(
            "Ledamöter\n\nAnna Ek\nRepresenterar: Sala kommun\n"
            "\nBo Ström\nRepresenterar: VästKom\n\nEva Öst\nRepresenterar: Heby",
            ["Anna Ek | Sala | member", "Bo Ström | VästKom | member", "Eva Öst | Heby | member"],
            id="labelled lines below each name",
        ),
        pytest.param(
            "Ordförande: Anna Ek, Sala\nVice ordförande: Bo Ström, Heby\nLedamöter: Eva Öst, Tierp, Ida Alm, Sala",
            [
                "Anna Ek | Sala | chair",
                "Bo Ström | Heby | vice chair",
                "Eva Öst | Tierp | member",
                "Ida Alm | Sala | member",
            ],
            id="roles before a colon",
        ),
        pytest.param(
            "Namn\tRoll\tOrganisation\nAnna Ek\tOrdförande\tRegion Uppsala\n"
            "Bo Ström\tLedamot\tHeby\nEva Öst\tErsättare\tSala",
            ["Anna Ek | Region Uppsala | chair", "Bo Ström | Heby | member", "Eva Öst | Sala | substitute"],
            id="table",
        ),
        pytest.param(
            "Mandatperioden 2019-2022\nLedamöter\nAnna Ek, Sala, ordförande 2019-2020\nBo Ström, Heby\nEva Öst, Sala",
            [
                "Anna Ek | Sala | chair | 2019-2020",
                "Bo Ström | Heby | member | 2019-2022",
                "Eva Öst | Sala | member | 2019-2022",
            ],
            id="terms",
        ),
    ],
)
def test_forms_of_composition_pages(text: str, rows: list[str]) -> None:
    facts = _facts(PAGE + text + "\n")
    assert facts.document.kind == "composition"
    assert [_said(row) for row in facts.memberships] == rows
    assert {row.body for row in facts.memberships} == {"Samrådsgruppen"}


def test_the_role_of_the_rest_is_not_guessed_where_nobody_is_called_ledamot() -> None:
    facts = _facts("Samrådsgruppen\n\nFör Region Uppsala\n• Anna Ek, ordförande\n• Bo Ström\n• Eva Öst\n")
    assert [row.role for row in facts.memberships] == ["chair", None, None]


def test_vakant_is_a_vacancy_and_nobody() -> None:
    facts = _facts(PAGE + "Ledamöter\n\nFör kommunerna\n• Anna Ek, Sala\n• Vakant\n• Bo Ström, Heby\n• Vakant\n")
    assert [row.person for row in facts.memberships] == ["Anna Ek", "Bo Ström"]
    assert [(row.organisation, row.count) for row in facts.vacancies] == [("kommunerna", 2)]


def test_a_vacant_seat_in_collapsed_columns_is_on_the_right() -> None:
    facts = _facts(PAGE + "För Region Uppsala För kommunerna\nAnna Ek Bo Ström, Sala\nEva Öst Vakant\nIda Alm Vakant\n")
    assert [_said(row) for row in facts.memberships][2:] == [
        "Eva Öst | Region Uppsala | member",
        "Ida Alm | Region Uppsala | member",
    ]
    (vacancy,) = facts.vacancies
    assert vacancy == Vacancy("Samrådsgruppen", "kommunerna", 2, vacancy.evidence)


def test_further_posts_beside_a_name_are_memberships_too() -> None:
    facts = _facts(
        PAGE + "Ledamöter\n\nAnna Ek\nRepresenterar: VästKom\n"
        "Roll: Ordförande i kommunstyrelsen, Sala kommun samt ledamot i Vårdgruppen\n\n"
        "Bo Ström\nRepresenterar: Heby\n\nEva Öst\nRepresenterar: Sala\n"
    )
    assert [(row.person, row.body, row.role, row.organisation) for row in facts.memberships][:3] == [
        ("Anna Ek", "Samrådsgruppen", "member", "VästKom"),
        ("Anna Ek", "kommunstyrelsen", "chair", "Sala"),
        ("Anna Ek", "Vårdgruppen", "member", None),
    ]


def test_another_body_on_the_page_has_its_own_people() -> None:
    facts = _facts(
        PAGE + "Ledamöter\nAnna Ek, Sala\nBo Ström, Heby\nEva Öst, Sala\n\n"
        "Beredningsgruppen för vård\nOrdförande – Ida Alm, Tierp (e-post)\n"
    )
    assert [(row.person, row.body, row.role) for row in facts.memberships][3:] == [
        ("Ida Alm", "Beredningsgruppen för vård", "chair")
    ]


def test_minutes_give_attendance_and_no_membership_from_their_lists() -> None:
    facts = _facts("Protokoll Samrådsgruppen 2021-03-04\nLedamöter\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Mål\nText.\n")
    assert [row.person for row in facts.attendance] == ["Anna Ek", "Bo Ström"]
    assert facts.memberships == ()


def test_the_byline_of_a_page_is_no_membership() -> None:
    facts = _facts(
        PAGE
        + "Ledamöter\nAnna Ek, Sala\nBo Ström, Heby\nEva Öst, Sala\n\nSenast uppdaterad:\n\nSidansvarig\n\nIda Alm\n"
    )
    assert "Ida Alm" not in {row.person for row in facts.memberships}
