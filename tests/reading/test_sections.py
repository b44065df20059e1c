"""Sections with numbers above paragraphs, heads of pages, what stands below the headings inside an item."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


HEAD = "Protokoll Hälsorådet 2031-05-05\n\nNärvarande: Anna Ek, Sala, Bo Ström, Heby\n\n"


def _agenda(body: str) -> list[tuple[str | None, str, str | None]]:
    return [(row.number, row.title, row.kind) for row in _facts(HEAD + body).agenda]


def test_sections_with_numbers_above_paragraphs_are_items_and_give_their_kind() -> None:
    body = (
        "1 Öppnande\n\n§ 11 Val av justerare\nBo Ström utses.\n\n2 Beslutsärenden\n\n§ 12 Budget\n"
        "Rådet godkänner budgeten.\n\n3 Informationsärenden\n\n§ 13 Vägarna\nInget nytt.\n"
    )
    assert _agenda(body) == [
        ("1", "Öppnande", None),
        ("11", "Val av justerare", None),
        ("2", "Beslutsärenden", "decision"),
        ("12", "Budget", "decision"),
        ("3", "Informationsärenden", "information"),
        ("13", "Vägarna", "information"),
    ]


def test_numbers_that_do_not_rise_from_one_are_no_sections() -> None:
    body = "§ 11 Budget\nRådet godkänner den för\n4 Kommuner\n\n§ 12 Vägar\nInget.\n9 Platser\n\n§ 13 Övrigt\nInget."
    assert [number for number, _, _ in _agenda(body)] == ["11", "12", "13"]


def test_the_head_goes_on_below_a_list_of_its_sections() -> None:
    text = (
        "PROTOKOLL\nHälsorådet\n\nÄrendelista\n\n1 Inledning\n2 Beslutsärenden\n3 Övrigt\n\n"
        "Plats och tid\tRådhuset, Sala\n"
        "\tTisdagen den 6 maj 2031 kl. 9-12\n\nNärvarande\tAnna Ek, Sala\n\n"
        "1 Inledning\n\n§ 1 Dagordning\nRådet godkänner den.\n\n"
        "2 Beslutsärenden\n\n§ 2 Budget\nRådet godkänner budgeten.\n"
    )
    meeting = _facts(text).meeting
    assert meeting is not None
    assert (meeting.start, meeting.place) == ("2031-05-06", "Rådhuset, Sala")


@pytest.mark.parametrize(
    "mark", ["PROTOKOLL\t{} (3)", "Protokoll {}(3)", "Hälsorådet Sid {} (3)", "Anteckningar sida {} av 3"]
)
def test_heads_of_pages_are_no_items(mark: str) -> None:
    pages = [mark.format(number) for number in (1, 2, 3)]
    text = (
        f"{pages[0]}\n\n{HEAD}1. Budget\nRådet godkänner budgeten.\n\n{pages[1]}\n\n2. Vägar\nInget nytt.\n\n"
        f"{pages[2]}\n\n3. Övrigt\nInget.\n"
    )
    assert [row.number for row in _facts(text).agenda] == ["1", "2", "3"]


def test_the_next_meeting_has_not_the_kind_of_the_item_above() -> None:
    body = (
        "1. Vägar\nInget.\n\n2. Rapport från Sala\nInga frågor ställdes.\n\nNÄSTA MÖTE\nDen 9 juni i Heby ses alla.\n"
    )
    assert _agenda(body)[1:] == [("2", "Rapport från Sala", "information"), (None, "NÄSTA MÖTE", None)]


@pytest.mark.parametrize("inner", ["Anteckning", "Anteckningar", "Diskussion", "Överläggning", "Kommentarer"])
def test_what_is_resolved_below_what_was_said(inner: str) -> None:
    body = f"1. Budget\nBakgrund\nBudgeten bereds av kansliet.\n{inner}\nRådet antar budgeten.\n\n2. Övrigt\nInget.\n"
    assert [(row.item, row.outcome) for row in _facts(HEAD + body).decisions] == [("1", "approved")]


@pytest.mark.parametrize("inner", ["Bakgrund", "Historik", "Yrkanden"])
def test_what_is_told_below_the_background_is_no_decision(inner: str) -> None:
    body = f"1. Budget\n{inner}\nRådet antar budgeten.\n\n2. Övrigt\nInget.\n"
    assert _facts(HEAD + body).decisions == ()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Motion om bad i Kila Motionen har väckts av Anna Ek.", "Motion om bad i Kila"),
        ("Avtal om färjor Avtalet löper ut.", "Avtal om färjor"),
        ("Ansökan från Kila byalag Ansökan gäller en brygga.", "Ansökan från Kila byalag"),
    ],
)
def test_a_heading_ends_where_its_noun_is_taken_up(words: str, title: str) -> None:
    page = (
        f"1 Hälsorådet 2031-05-05 Närvarande: Anna Ek, Sala, Bo Ström, Heby § 1 Dagordning Rådet beslutar att godkänna "
        f"dagordningen. § 2 {words} Rådet beslutar att avslå förslaget. § 3 Övriga frågor Inga frågor anmäls. Det var "
        f"allt för dagen, och ordföranden tackar alla som kom till mötet i Sala och avslutar det klockan tolv på dagen."
    )
    titles = [row.title for row in _facts(f"Protokoll Hälsorådet 2031-05-05\n\n{page}").agenda]
    assert titles[1] == title


@pytest.mark.parametrize("who", ["Gruppen", "Arbetsgruppen", "Nätverket", "Man"])
def test_what_another_group_proposes_is_no_decision(who: str) -> None:
    body = f"1. Rapporter\nÄldre: {who} föreslår en dag i oktober.\n\n2. Övrigt\nInget.\n"
    assert _facts(HEAD.replace("Hälsorådet", "Styrgruppen") + body).decisions == ()


@pytest.mark.parametrize(
    "first", ["1. Föregående minnesanteckningar", "1 Justering av protokoll", "§ 1 Förra protokollet"]
)
def test_an_item_about_other_minutes_ends_the_head(first: str) -> None:
    text = (
        f"Anteckningar Hälsorådet\nPlats: Rådhuset, Sala\n\nNärvarande: Anna Ek, Sala\n\n{first}\nGodkänns.\n\n"
        "2. Nästa möte\nVia Teams.\n"
    )
    meeting = _facts(text).meeting
    assert meeting is not None
    assert meeting.mode == "in person"
