"""What a body is called in headings and titles, and in running text."""

import pytest

from samverkan.reading import read
from samverkan.reading.head.body_names import clean, of_page
from samverkan.register import shipped

_PEOPLE = "Anna Ek, Sala, ordförande\nBo Ström, Heby\nEva Lind, Tierp\n"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Styrelse 2019-2022", "Styrelsen"),
        ("Styrelsen 2023–2024", "Styrelsen"),
        ("Styrelse och beredningsgrupp", "Styrelsen"),
        ("Ledamöter i Hälsorådet", "Hälsorådet"),
        ("Hälsorådet (HR)", "Hälsorådet"),
        ("Hälsorådets ledamöter", "Hälsorådet"),
        ("Nämnden för vård och omsorg", "Nämnden för vård och omsorg"),
    ],
)
def test_a_heading_names_a_body_without_its_term(heading: str, name: str) -> None:
    assert of_page("Styrelsen leder arbetet.", heading) == name


def test_a_noun_alone_stays_where_the_text_has_no_other_form() -> None:
    assert of_page("De träffas ofta.", "Styrgrupp 2024") == "Styrgrupp"


def test_a_presidium_is_a_part_of_the_body_of_its_page() -> None:
    text = f"Styrelsen\n\nStyrelsen möts ofta.\n\nPresidium\n\n{_PEOPLE}\nÖvriga ledamöter\n\nKarin Holm, Knivsta\n"
    facts = read(text, shipped()).facts
    assert facts.body is not None
    assert facts.body.name == "Styrelsen"
    assert {row.body for row in facts.memberships} == {"Styrelsen"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Direktionsprotokoll", "direktionen"),
        ("Arbetsutskottsmöte, anteckningar", "arbetsutskottet"),
        ("Regionstyrelsens protokoll februari 2022", "Regionstyrelsen"),
    ],
)
def test_the_word_for_the_minutes_names_the_body(title: str, name: str) -> None:
    text = f"{title}\n\nDatum: 2022-02-16\n\nNärvarande: Anna Ek, Bo Ström\n\n§ 1 Budget\nBudgeten antas.\n"
    body = read(text, shipped()).facts.body
    assert body is not None
    assert body.name == name


def test_minutes_behind_a_genitive_are_no_part_of_the_name() -> None:
    assert clean("Styrgruppens minnesanteckningar maj") == "Styrgruppen"


def test_a_page_about_a_body_calls_it_as_the_text_does() -> None:
    text = f"Om samrådet\n\nSamrådet för hälsa består av följande personer:\n\n{_PEOPLE}"
    body = read(text, shipped()).facts.body
    assert body is not None
    assert body.name == "Samrådet för hälsa"
