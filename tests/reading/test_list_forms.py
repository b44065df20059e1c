"""Further forms of lists of those present: titles before names, flattened pages, sides before colons and tabs."""

import pytest

from samverkan import register
from samverkan.reading import read

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"


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
def test_titles_before_names(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("entry", "organisation"),
    [
        ("Anna Ek, Lunds universitet", "Lunds universitet"),
        ("Anna Ek, Sala sparbank", "Sala"),
        ("Anna Ek, Kiruna gymnasium", "Kiruna gymnasium"),
        ("Anna Ek, Lunds kommun", "Lund"),
    ],
)
def test_an_organisation_may_begin_with_a_place(attended, entry: str, organisation: str) -> None:
    assert attended(f"Närvarande\n{entry}\nBo Ström, Heby")[0].split(" | ")[1] == organisation


def test_headings_within_a_page_that_is_one_line(attended) -> None:
    page = (
        "Protokoll Styrelsen Plats: Rådhuset, Sala Närvarande ledamöter: Anna Ek, ordförande, Region Uppsala Bo Ström, "
        "Heby kommun Tjänstgörande ersättare: Eva Öst, Sala kommun Frånvarande ledamöter: Ida Alm, Tierps kommun "
        "Adjungerade: Lars Alm, revisor " + "1 Inledning Ordföranden öppnar mötet och hälsar alla välkomna. " * 6
    )
    rows = attended(page, whole=True)
    assert rows == [
        "Anna Ek | Region Uppsala | chair",
        "Bo Ström | Heby | member",
        "Eva Öst | Sala | substitute",
        "-Ida Alm | Tierp | member",
        "Lars Alm | guest | revisor",
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande ledamöter\nRegion Uppsala\tAnna Ek (S), ordförande\n\tBo Ström (M)\nSala\tEva Öst (C)\n\n"
            "Övriga närvarande\n\tIda Alm, jurist",
            [
                "Anna Ek | Region Uppsala | S | chair",
                "Bo Ström | Region Uppsala | M | member",
                "Eva Öst | Sala | C | member",
                "Ida Alm | jurist",
            ],
            id="a side left of a tab holds for the indented lines below",
        ),
        pytest.param(
            "Närvarande: Anna Ek (S), Sala, Bo Ström (M), Region\nUppsala, Eva Öst (C), Heby",
            ["Anna Ek | Sala | S", "Bo Ström | Region Uppsala | M", "Eva Öst | Heby | C"],
            id="a name of a region broken over lines",
        ),
        pytest.param(
            "Närvarande: Anna Ek, Sala, förvaltnings-\nchef, Bo Ström, Heby,\njurist",
            ["Anna Ek | Sala | förvaltningschef", "Bo Ström | Heby | jurist"],
            id="a title broken over lines",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (AE), Sala\nMats Persson (MP), Heby\nKarin Dahl (KD), Tierp",
            ["Anna Ek | Sala", "Mats Persson | Heby", "Karin Dahl | Tierp"],
            id="initials are no party where others have theirs",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (S), Sala\nMats Persson (MP), Heby",
            ["Anna Ek | Sala | S", "Mats Persson | Heby | MP"],
            id="near miss: a party that is also somebody's initials",
        ),
        pytest.param(
            "Närvarande\nAnna Ek (S), Sala, för Bo Ström (M), Heby\nEva Öst, SKR",
            ["Anna Ek | Sala | S", "-Bo Ström | Heby | M", "Eva Öst | SKR"],
            id="whose substitute, with a municipality; a short form that the text does not spell out",
        ),
        pytest.param(
            "Närvarande\nAnna Ek          Sala             ordförande\n"
            "Bo Ström         Regionförbundet Norra Ån  sekreterare",
            ["Anna Ek | Sala | chair", "Bo Ström | Regionförbundet Norra Ån | secretary"],
            id="columns by spaces, one gap too narrow",
        ),
        pytest.param(
            "Närvarande\nPRO Sala: Anna Ek, Bo Ström\nEva Öst, chef RCC",
            ["Anna Ek | PRO Sala", "Bo Ström | PRO Sala", "Eva Öst | RCC | chef"],
            id="organisations in capitals",
        ),
    ],
)
def test_whom_they_represent(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Ordförande Anna Ek hälsar välkommen.", "chair"),
        ("Ordföranden Anna öppnar mötet.", "chair"),
        ("Anna Ek, ordförande, hälsade alla välkomna.", "chair"),
        ("Ordföranden öppnar mötet och hälsar Anna Ek välkommen.", None),
        ("Anna Ek hälsar välkommen.", None),
    ],
)
def test_who_opens_the_meeting_as_its_chair(sentence: str, role: str | None) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek\nBo Ström\n\n1. Inledning\n{sentence}\n"
    assert read(text, register.shipped()).facts.attendance[0].role == role


@pytest.mark.parametrize("who", ["Eva Öst", "Eva Ö", "Eva"])
def test_a_secretary_may_sign_in_short(who: str) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek\nEva Öst\n\n1. Inledning\nText.\n\nVid pennan\n{who}\n"
    facts = read(text, register.shipped()).facts
    assert [row.role for row in facts.attendance] == [None, "secretary"]
    assert facts.meeting is not None
    assert facts.meeting.secretary == "Eva Öst"


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [("Sveriges Kommuner och Regioner skriver till oss.", "Sveriges Kommuner och Regioner"), ("Text.", "SKR")],
)
def test_a_short_form_has_its_full_name_where_the_document_gives_it(sentence: str, organisation: str) -> None:
    text = f"{HEAD}Närvarande\nAnna Ek, SKR\nBo Ström, Heby\n\n1. Inledning\n{sentence}\n"
    assert read(text, register.shipped()).facts.attendance[0].organisation == organisation
