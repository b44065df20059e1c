"""Who represents my municipality in health care, and who attended for it: rows written by hand from the gold."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.shared

Ask = Callable[..., list[tuple[str | None, ...]]]

CS = "Centralt samverkansorgan"
PAGE, NAMELESS = "Centralt Samverkansorgan", "Anteckningar"
NOTES = "Anteckningar Kommun- och regionledningsforum"
AGREEMENT = "Avtal om ansvarsfördelning och utveckling avseende hälso- och sjukvården i Skåne"
HOMES = "Gemensamt utförarregister för köpt vård och boende inom Individ och familjeomsorg samt funktionshinderområdet"
MUNICIPAL_SIDE = "https://w3id.org/samverkan/id/collective/12/kommunerna"  # the name means one in each county
CLOSE_CARE = "Målbild och handlingsplan Nära vård"


@pytest.mark.parametrize(
    ("organisation", "rows"),
    [
        ("Svalöv", [("Teddy Nilsson", "plats", CS, "ledamot", PAGE, AGREEMENT)]),
        ("Malmö", [("Anders Rubin", "plats", CS, "vice ordförande", PAGE, AGREEMENT)]),
        ("Hylte", []),
    ],
    ids=["a member", "the vice chair", "named, but represented nowhere"],
)
def test_who_represents_a_municipality_in_health_care_and_where_it_is_written(
    ask_seeds: Ask, organisation: str, rows: list[tuple[str | None, ...]]
) -> None:
    asked = ("person", "status", "body", "role", "document", "shown")
    assert ask_seeds("who-represents-in", *asked, organisation=organisation) == rows


def test_presence_counts_where_an_item_of_the_meeting_is_about_care(ask_seeds: Ask) -> None:
    assert ask_seeds("who-represents-in", "person", "status", "document", "shown", organisation="Göteborg") == [
        ("Eva Hessman", "närvarande", NAMELESS, HOMES),
        ("Magnus Sigfusson", "närvarande", NAMELESS, HOMES),
    ]
    officials = ask_seeds("who-represents-in", "person", "shown", organisation=MUNICIPAL_SIDE)
    assert len(officials) == 10
    assert set(officials) >= {("Emelie Sundén", CLOSE_CARE), ("Mats Renard", CLOSE_CARE)}


def test_another_subject_can_be_asked_for(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-represents-in", "person", "shown", organisation="Svalöv", subject="E-hälsa")
    assert rows == [("Teddy Nilsson", "gemensamma strategiska beslutsförslag om e-hälsa")]
    assert ask_seeds("who-represents-in", "person", organisation="Svalöv", subject="kollektivtrafik") == []


@pytest.mark.parametrize(
    ("organisation", "rows"),
    [
        ("Ale", [("Maria Reinholdsson", "närvarande", None, None, None)]),
        (
            "Göteborgsregionen",
            [("Gunnel Rydberg", "närvarande", "sekreterare", None, "Förbundssekreterare"),
             ("Helena Söderbäck", "närvarande", None, None, None)],
        ),
        ("Region Halland", [("Markus Lingman", "närvarande", None, "tjänsteperson", None)]),
        ("Cygate", [("Tomas Davidsson", "närvarande", None, "tjänsteperson", "Konsult")]),
        ("Svalöv", []),
    ],
    ids=["a municipality", "an association, its secretary", "a region", "a company", "seated, but never present"],
)  # fmt: skip
def test_who_attended_for_an_organisation_and_as_what(
    ask_seeds: Ask, organisation: str, rows: list[tuple[str | None, ...]]
) -> None:
    asked = ("person", "status", "role", "capacity", "jobTitle")
    assert ask_seeds("who-attended-for", *asked, organisation=organisation) == rows


def test_those_who_attended_at_meetings_of_one_body(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-attended-for", "person", "start", body="Kommun- och regionledningsforum")
    assert rows == [
        ("Tomas Davidsson", "2019-01-30"), ("Magnus Clarin", "2019-01-30"), ("Markus Lingman", "2019-01-30"),
        ("Maria Sjödin", "2019-01-30"),
    ]  # fmt: skip
