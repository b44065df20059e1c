"""People in running text: whose they are, and what is named after somebody."""

import pytest

from samverkan import names, register
from samverkan.reading import read

KNOWN = register.shipped()
TOP = "Minnesanteckningar Styrgruppen 2031-03-04\n\nNärvarande: Ida Alm, Per Holm\n\n"
HEAD = f"{TOP}1. Inledning\nVi börjar.\n\n2. Läget\n"


def people(sentence: str) -> list[str]:
    mentions = read(f"{HEAD}{sentence}\n\n3. Övrigt\nInget.\n", KNOWN).facts.mentions
    return [" | ".join(filter(None, (row.name, row.organisation))) for row in mentions if row.kind == "person"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Anna Ek, HR-chef i Hofors, leder införandet.", ["Anna Ek | Hofors"]),
        ("Anna Ek från Ockelbo visade siffror.", ["Anna Ek | Ockelbo"]),
        ("Anna Ek (S), Ockelbo, och Bo Ström (M), Hofors, granskar räkenskaperna.",
         ["Anna Ek | Ockelbo", "Bo Ström | Hofors"]),
        ("Vi träffade Trafikverkets generaldirektör Anna Ek.", ["Anna Ek | Trafikverket"]),
        ("- Ockelbo: Anna Ek är ny chef för hemtjänsten.", ["Anna Ek | Ockelbo"]),
        ("Samordnarna Anna Ek och Bo Ström berättade.", ["Anna Ek", "Bo Ström"]),
        ("Anna Ek bor på Selma Bergtorpsgatan.", ["Anna Ek"]),
        ("Vi ses på Anna Ekgatan 8 och vid Bo Ströms torg.", []),
        ("Trafikverkets plan visades av Anna Ek.", ["Anna Ek"]),
        ("I Ockelbo: två nya platser. Anna Ek berättade.", ["Anna Ek"]),
        ("Anna Ek från början av året.", ["Anna Ek"]),
        ("Anna Ek (X), som ringde, var nöjd.", ["Anna Ek"]),
    ],
)  # fmt: skip
def test_people_and_whose_they_are(sentence: str, found: list[str]) -> None:
    assert people(sentence) == found


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Anna Ekgatan", False), ("Bo Strömsgymnasiet", False), ("Eva Östskolan", False), ("Bo Ströms", True),
        ("Anna Sandgren", True), ("Bo Vägfors", True),
    ],
)  # fmt: skip
def test_what_is_named_after_somebody_is_nobody(text: str, whole: bool) -> None:
    assert names.is_name(text) == whole


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1 Inledning\nVi börjar.\n2 Medel\nTre söker:\n2.1 Stöd till unga – 240 000 kr\n"
         "Beviljas.\n2.2 Läger\nAvslås.\n3 Övrigt\nInget.",
         ["1 Inledning", "2 Medel", "2.1 Stöd till unga", "2.2 Läger", "3 Övrigt"]),
        ("ÄRENDEN FÖR STÄLLNINGSTAGANDE\n\n1 Budget\nDen är klar.\n\n"
         "DIALOGPUNKTER\n\n2 Skolan\nVi talade.\n\n3 Övrigt\nInget.",
         ["ÄRENDEN FÖR STÄLLNINGSTAGANDE", "1 Budget", "DIALOGPUNKTER", "2 Skolan", "3 Övrigt"]),
    ],
)  # fmt: skip
def test_points_below_bare_numbers_and_sections(text: str, titles: list[str]) -> None:
    facts = read(f"{TOP}{text}\n", KNOWN).facts
    assert [" ".join(filter(None, (item.number, item.title))) for item in facts.agenda] == titles


def test_other_questions_behind_the_round() -> None:
    text = f"{HEAD}Inget.\n\n3. Laget runt / övriga frågor\nInget.\n"
    assert read(text, KNOWN).facts.agenda[-1].kind == "other"


def test_calendar_of_a_body_is_no_list_of_it() -> None:
    page = (
        "Styrgruppen\n\nLedamöter\nAnna Ek, Hofors\nBo Ström, Ockelbo\nEva Öst, Hofors\n\nKalender\n"
        "Styrgruppen: 1 september\nPolitiskt samråd: 22 september\n\n"
        "Sidan uppdaterad 2031-06-21\nWebbredaktör: Ida Alm\n"
    )
    assert [row.person for row in read(page, KNOWN).facts.memberships] == ["Anna Ek", "Bo Ström", "Eva Öst"]
