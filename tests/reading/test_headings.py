"""Headings of items: where their titles end, and what beside them is no item."""

import pytest

from samverkan.reading.items.agenda import read_agenda


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


def test_headings_inside_the_lines_of_a_page_broken_anew_are_found(minutes):
    page = (
        "Karin Ek hälsade alla välkomna till dagens möte i Storby och gick igenom formerna för det.\n"
        "Dagens lista § 11 Dagordning Dagordningen fastställs av styrgruppen efter en kort genomgång.\n"
        "Inget togs upp där. § 12 Budget Styrgruppen godkänner budgeten för nästa år efter genomgång.\n"
        "Alla siffror var då kända. § 13 Lokaler Styrgruppen godkänner hyran för ännu ett år på samma\n"
        "villkor som förut.\n"
    )
    spans = read_agenda(minutes(page))
    assert [(span.item.number, span.item.title) for span in spans][:2] == [("11", "Dagordning"), ("12", "Budget")]


def test_prose_that_names_a_paragraph_is_no_heading(minutes):
    text = (
        "§ 11 Dagordning\nEnligt kommunallagen ska protokollet justeras inom fjorton dagar efter mötet, och det\n"
        "framgår av § 12 Kommunallagen att den som har varit ordförande ansvarar för att så sker i tid\n"
        "och att anslaget kommer upp.\n\n§ 12 Budget\nVi talade om den.\n"
    )
    assert [span.item.title for span in read_agenda(minutes(text))] == ["Dagordning", "Budget"]
