"""Attendance that sentences tell of, pages that have lost their lines, and whose a heading's people are."""

from textwrap import wrap

import pytest

from samverkan.facts import Facts
from samverkan.reading import read
from samverkan.register import shipped


def _minutes(people: str) -> Facts:
    text = f"Minnesanteckningar styrgrupp nära vård 3 maj 2022\n\n{people}\n\n1. Lägesrapport\nArbetet går bra.\n"
    return read(text, shipped()).facts


@pytest.mark.parametrize(
    ("sentence", "present", "absent"),
    [
        ("Deltog gjorde Anna Ek, Sala, och Bo Ström, Heby.", ["Anna Ek", "Bo Ström"], []),
        ("Närvarande på mötet var Anna Ek, Sala, och Bo Ström, Heby.", ["Anna Ek", "Bo Ström"], []),
        ("Med på mötet var Anna Ek och Bo Ström.", ["Anna Ek", "Bo Ström"], []),
        ("Anna Ek, Sala, och Bo Ström, Heby, har anmält förhinder.", [], ["Anna Ek", "Bo Ström"]),
        ("Anna Ek kunde inte delta.", [], ["Anna Ek"]),
        ("Förhinder hade Anna Ek och Bo Ström.", [], ["Anna Ek", "Bo Ström"]),
        ("Återbud har lämnats av Anna Ek.", [], ["Anna Ek"]),
        ("På mötet deltog Anna Ek och Bo Ström. Frånvarande var Eva Lind.", ["Anna Ek", "Bo Ström"], ["Eva Lind"]),
        ("På mötet deltog Anna Ek och Bo Ström. Eva Lind har anmält förhinder.", ["Anna Ek", "Bo Ström"], ["Eva Lind"]),
        ("Anna Ek har anmält förhinder till nästa möte.", [], []),
        ("Anna Ek är förhindrad att resa i juni.", [], []),
    ],
)
def test_a_sentence_counts_up_who_was_there_and_who_was_not(
    sentence: str, present: list[str], absent: list[str]
) -> None:
    rows = _minutes(sentence).attendance
    assert [row.person for row in rows if row.status == "present"] == present
    assert [row.person for row in rows if row.status == "absent"] == absent


@pytest.mark.parametrize("width", [2000, 100, 80])
def test_a_page_on_one_line_keeps_its_lists(width: int) -> None:
    text = (
        "1 Ådalens förbund Protokoll Förbundsdirektionen 2020-12-02 Tid: 09.00-12.10 Plats: Rådhuset, Sala Ledamöter "
        "Anna Ek (C), Region Gotland, ordförande Bo Ström (S), Region Skåne, vice ordförande Eva Lind (S), Region "
        "Gotland Tjänstgörande ersättare Karin Holm (M), Region Skåne Ersättare Nils Berg (S), Region Gotland Övriga "
        "Maria Dahl, förbundsdirektör Justerare Eva Lind Paragrafer 52-60 § 52 Val av justerare Direktionen beslutar "
        "att utse Eva Lind att justera protokollet. § 53 Budget Direktionen beslutar att fastställa budgeten.\n"
    )
    rows = read("\n".join(wrap(text, width, break_on_hyphens=False)), shipped()).facts.attendance
    assert [(row.person, row.role, row.organisation) for row in rows] == [
        ("Anna Ek", "chair", "Region Gotland"),
        ("Bo Ström", "vice chair", "Region Skåne"),
        ("Eva Lind", "adjuster", "Region Gotland"),
        ("Karin Holm", "substitute", "Region Skåne"),
        ("Nils Berg", "substitute", "Region Gotland"),
        ("Maria Dahl", None, None),
    ]


@pytest.mark.parametrize(
    ("heading", "organisation"),
    [
        ("Närvarande från Folkhälsorådet", None),
        ("Närvarande från Länsstyrelsen", "Länsstyrelsen"),
        ("Närvarande från Sala kommun", "Sala"),
    ],
)
def test_a_heading_of_those_on_a_body_is_no_organisation(heading: str, organisation: str | None) -> None:
    rows = _minutes(f"{heading}\nAnna Ek\nBo Ström").attendance
    assert [row.organisation for row in rows] == [organisation, organisation]


def test_an_association_named_after_a_place_is_no_municipality() -> None:
    rows = _minutes("Deltagare\nAnna Ek, Sala Finska Förening\nBo Ström, Heby").attendance
    assert [row.organisation for row in rows] == ["Sala Finska Förening", "Heby"]
