"""Headings of items: where their titles end, and what beside them is no item."""

import pytest

from samverkan.reading.agenda import read_agenda


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Budget 2022 (RS/31/2021)", "Budget 2022"),
        ("Budget 2022, KS/2021:12", "Budget 2022"),
        ("Budget 2022 2021/RS0123", "Budget 2022"),
        ("Nästa möte: 18 februari 2022", "Nästa möte"),
        ("Nästa möte den 3 maj kl. 9", "Nästa möte"),
        ("Nästa möte om skolan", "Nästa möte om skolan"),
        ("Avtal 2019/2020", "Avtal 2019/2020"),
    ],
)
def test_a_heading_ends_before_a_case_number_and_the_day_of_the_next_meeting(minutes, heading, title):
    spans = read_agenda(minutes(f"1. Start\nHej.\n\n2. {heading}\nVi talade om det.\n\n3. Slut\nHej då."))
    assert [span.item.title for span in spans] == ["Start", title, "Slut"]


def test_a_page_number_before_a_sign_is_no_number_of_an_item(minutes):
    spans = read_agenda(minutes("§ 11 Start\nHej.\n\n4 § 12 Budget\nVi talade om det.\n\n§ 13 Slut\nHej då."))
    assert [(span.item.number, span.item.title) for span in spans] == [
        ("11", "Start"),
        ("12", "Budget"),
        ("13", "Slut"),
    ]


def test_who_took_the_notes_is_no_item(minutes):
    spans = read_agenda(minutes("Budget\nVi talade om det.\n\nLokaler\nPer letar.\n\nAnteckningar: Karin Ek\n"))
    assert "Anteckningar" not in [span.item.title for span in spans]
