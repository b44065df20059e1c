"""Minutes that have lost their lines, ticks without a head, and the rest of a body's members under another heading."""

import pytest

from samverkan import register
from samverkan.reading import read

KNOWN = register.shipped()

FIRST = (
    "1 Protokoll Räddningsnämnden Nordvik 2031-05-14 Sammanträdesdatum 2031-05-14 Plats och tid Brandstationen, "
    "Nordmaling 09:00-11:15 Beslutande ledamöter Erik Holm (S), ordförande Maria Lod (C) Sven Ask (M), § 10-13 "
    "Britt Hav (L) ersättare för Jan Ros (L) Övriga närvarande Räddningschef Nils Berg Ekonom Tea Lind "
    "Sekreterare Ola Fors Justerare Maria Lod Justeringens plats och tid Nordmaling 2031-05-20 Underskrifter "
    "Sekreterare Paragrafer 10-14 Ola Fors"
)
SECOND = (
    "2 Räddningsnämnden Nordvik 2031-05-14 RN § 10 Godkännande av dagordning Dagordningen godkänns. RN § 11 "
    "Uppföljning Tea Lind redovisar utfallet per april. Nämnden beslutar att godkänna uppföljningen. RN § 12 Yttrande "
    "över remiss Nämnden beslutar att anta förslaget till yttrande som sitt eget."
)
THIRD = "3 RN § 13 Motion om brandvarnare Nämnden beslutar att avslå motionen. RN § 14 Övrigt Ordföranden tackar alla."


def test_minutes_of_three_lines() -> None:
    facts = read(f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n", KNOWN).facts
    assert [(row.person, row.role, row.title) for row in facts.attendance if row.status == "present"] == [
        ("Erik Holm", "chair", None),
        ("Maria Lod", "adjuster", None),
        ("Sven Ask", "member", None),
        ("Britt Hav", "substitute", None),
        ("Nils Berg", None, "Räddningschef"),
        ("Tea Lind", None, "Ekonom"),
        ("Ola Fors", "secretary", None),
    ]
    assert facts.meeting is not None
    assert (facts.meeting.place, facts.meeting.secretary) == ("Brandstationen, Nordmaling", "Ola Fors")
    assert [f"{item.number} {item.title}" for item in facts.agenda] == [
        "10 Godkännande av dagordning", "11 Uppföljning", "12 Yttrande över remiss", "13 Motion om brandvarnare",
        "14 Övrigt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("§ 1 Information från Nämnden beslutades i maj\nVi lyssnade.\n\n§ 2 Övrigt\nInget.",
         ["1 Information från Nämnden beslutades i maj", "2 Övrigt"]),
        ("§ 1 Budget enligt bilaga till § 4 Kommunallagen\nVi lyssnade.\n\n§ 2 Övrigt\nInget.",
         ["1 Budget enligt bilaga till § 4 Kommunallagen", "2 Övrigt"]),
    ],
)  # fmt: skip
def test_headings_that_are_whole(text: str, titles: list[str]) -> None:
    facts = read(f"Protokoll Nämnden 2031-02-10\n\nNärvarande: Anna Ek; Bo Ström\n\n{text}\n", KNOWN).facts
    assert [f"{item.number} {item.title}" for item in facts.agenda] == titles


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("X\tAnna Ek\tHofors\nX\tBo Ström\tOckelbo, ordf.\n-\tEva Öst\tLjusdal\nX\tIda Alm\tRegion Gävleborg, sekr.",
         ["Anna Ek | Hofors", "Bo Ström | Ockelbo | chair", "-Eva Öst | Ljusdal",
          "Ida Alm | Region Gävleborg | secretary"]),
        ("X\tBudget\tHofors\nX\tBokslut\tOckelbo\n-\tTaxor\tLjusdal", []),
    ],
)  # fmt: skip
def test_ticks_before_names_open_a_list(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


def test_the_other_members_sit_on_the_same_body() -> None:
    page = (
        "Styrning\n\nDirektion\nDirektionen är högsta organ. Ledamöterna är valda för perioden 2031–2034.\n\n"
        "Presidium\nOrdförande: Anna Ek (S), Hofors\n2:e vice ordförande: tillsätts i höst\n\n"
        "Övriga ledamöter i direktionen\nHofors: Bo Ström (M)\nOckelbo: Eva Öst (C)\n\n"
        "Ersättare\nOckelbo: plats vakant\nHofors: Ida Alm (S)\n"
    )
    facts = read(page, KNOWN).facts
    assert {row.body for row in facts.memberships} == {"Direktionen"}
    assert [(row.person, row.role, row.start) for row in facts.memberships] == [
        ("Anna Ek", "chair", "2031"), ("Bo Ström", "member", "2031"), ("Eva Öst", "member", "2031"),
        ("Ida Alm", "substitute", "2031"),
    ]  # fmt: skip
    assert [(row.organisation, row.count) for row in facts.vacancies] == [(None, 1), ("Ockelbo", 1)]
