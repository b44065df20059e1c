"""Further forms of lists of those present: titles before names, flattened pages, sides before colons and tabs."""

import pytest

from samverkan import register
from samverkan.facts import Attendance
from samverkan.reading import read

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"
END = "\n\n1. Inledning\nMötet öppnas.\n"


def _said(row: Attendance) -> str:
    parts = (row.organisation, row.party, row.role, row.title, row.time)
    status = "" if row.status == "present" else "-"
    return status + " | ".join((row.person, *(part for part in parts if part)))


def _all(text: str) -> list[str]:
    return [_said(row) for row in read(HEAD + text + END, register.shipped()).facts.attendance]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande\nSocialchef Anna Ek, Sala kommun\nVård- och omsorgschef Bo Ström, Heby kommun",
            ["Anna Ek | Sala | Socialchef", "Bo Ström | Heby | Vård- och omsorgschef"],
            id="one a line",
        ),
        pytest.param(
            "Närvarande\nChefläkare Xu Fang, Region Uppsala\nT.f. socialchef Bo Ström, Heby",
            ["Xu Fang | Region Uppsala | Chefläkare", "Bo Ström | Heby | T.f. socialchef"],
            id="before a name that nobody knows",
        ),
        pytest.param(
            "Närvarande: Regiondirektör Anna Ek, Region Uppsala, ekonom Bo Ström, Heby samt jurist Eva Öst, Sala",
            [
                "Anna Ek | Region Uppsala | Regiondirektör",
                "Bo Ström | Heby | ekonom",
                "Eva Öst | Sala | jurist",
            ],
            id="in a running list",
        ),
        pytest.param(
            "Övriga närvarande: Anna Ek, förbundsdirektör Bo Ström, ekonom Eva Öst, jurist",
            ["Anna Ek | förbundsdirektör", "Bo Ström | ekonom", "Eva Öst | jurist"],
            id="near miss: behind the name, with nothing between the persons",
        ),
    ],
)
def test_titles_before_names(text: str, rows: list[str]) -> None:
    assert _all(text) == rows


@pytest.mark.parametrize(
    ("entry", "organisation"),
    [
        ("Anna Ek, Lunds universitet", "Lunds universitet"),
        ("Anna Ek, Sala sparbank", "Sala"),
        ("Anna Ek, Kiruna gymnasium", "Kiruna gymnasium"),
        ("Anna Ek, Lunds kommun", "Lund"),
    ],
)
def test_an_organisation_may_begin_with_a_place(entry: str, organisation: str) -> None:
    assert _all(f"Närvarande\n{entry}\nBo Ström, Heby")[0].split(" | ")[1] == organisation


def test_headings_within_a_page_that_is_one_line() -> None:
    page = (
        "Protokoll Styrelsen Plats: Rådhuset, Sala Närvarande ledamöter: Anna Ek, ordförande, Region Uppsala Bo Ström, "
        "Heby kommun Tjänstgörande ersättare: Eva Öst, Sala kommun Frånvarande ledamöter: Ida Alm, Tierps kommun "
        "Adjungerade: Lars Alm, revisor " + "1 Inledning Ordföranden öppnar mötet och hälsar alla välkomna. " * 6
    )
    rows = [_said(row) for row in read(page, register.shipped()).facts.attendance]
    assert rows == [
        "Anna Ek | Region Uppsala | chair",
        "Bo Ström | Heby | member",
        "Eva Öst | Sala | substitute",
        "-Ida Alm | Tierp | member",
        "Lars Alm | guest | revisor",
    ]
