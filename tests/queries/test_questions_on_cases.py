"""Where matters stand, what comes back, who prepares, decides and brokers: on the gold facts, rows written by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

Ask = Callable[..., list[tuple[str | None, ...]]]

CS = "Centralt samverkansorgan"
OFFICIALS = "Centrala tjänstemannaberedningen"
FORUM = "Kommun- och regionledningsforum"
CLOSE_CARE = "Målbild och handlingsplan Nära vård"
CARE_AGREEMENT = "Avtal om ansvarsfördelning och utveckling avseende hälso- och sjukvården i Skåne"


def blank(rows: list[tuple[str | None, ...]]) -> list[tuple[str | None, ...]]:
    """Rows with nothing where a cell is empty: implementations differ in what they put together of nothing."""
    return [tuple(cell or None for cell in row) for row in rows]


def begun(rows: list[tuple[str | None, ...]], words: int = 3) -> list[tuple[str | None, ...]]:
    """Rows with the last cell cut to its first words: what a document says, by its beginning."""
    return [(*row[:-1], " ".join(row[-1].split()[:words]) if row[-1] else None) for row in rows]


def test_four_seats_of_the_municipalities_are_vacant_as_an_undated_page_says(ask_seeds: Ask) -> None:
    assert ask_seeds("vacancies", "body", "organisation", "vacancies", "seats", "kind", "date", "document") == [
        (CS, "kommunerna", "4", "8", "sammansättning", None, "Centralt Samverkansorgan"),
    ]


def test_a_younger_page_tells_how_many_seats_are_vacant_now(ask_all: Ask) -> None:
    assert ask_all("vacancies", "organisation", "vacancies", "seats", "date", body=CS) == [
        ("kommunerna", "1", "8", "2022-10-03")
    ]
    assert ("strategigruppen psykiatri/missbruk", "1", None) in ask_all("vacancies", "body", "vacancies", "seats")


@pytest.mark.parametrize(
    ("on", "drafts"),
    [
        ("2021-08-16", ["E-hälsostrategi", CLOSE_CARE, "samverkansavtal kring digitala hjälpmedel"]),
        ("2021-08-17", ["samverkansavtal kring digitala hjälpmedel"]),
    ],
    ids=["the last day for answers", "the day after"],
)
def test_a_draft_is_on_remiss_until_its_answers_are_due(ask_seeds: Ask, on: str, drafts: list[str]) -> None:
    assert ask_seeds("drafts-on-remiss", "draft", on=on) == [(draft,) for draft in drafts]


@pytest.mark.parametrize(
    ("on", "status"), [("2021-10-05", "öppet"), ("2021-10-06", "tiden ute")], ids=["its last day", "the day after"]
)
def test_an_assignment_is_open_until_its_deadline_has_passed(ask_seeds: Ask, on: str, status: str) -> None:
    rows = ask_seeds("open-assignments", "due", "status", "assignee", body=OFFICIALS, on=on)
    assert rows[:3] == [
        ("2021-09-24", "tiden ute", "AU"),
        ("2021-10-05", status, "delregionerna"),
        (None, "öppet", "Greger Linander"),
    ]


def test_a_deadline_of_a_month_passes_with_its_last_day(ask_seeds: Ask) -> None:
    for on, status in (("2019-06-30", "open"), ("2019-07-01", "past due")):
        rows = ask_seeds("open-assignments", "due", "status", body=FORUM, on=on, language="en")
        assert rows[:3] == [("2019-06", status), ("2019-06", status), (None, "open")]


def test_the_e_health_strategy_is_endorsed_and_the_central_body_takes_it_next(ask_seeds: Ask) -> None:
    columns = ("status", "date", "body", "next")
    assert ask_seeds("status-of-works", *columns, work="E-hälsostrategi") == [
        ("tillstyrkt", "2021-09-07", OFFICIALS, CS)
    ]
    assert blank(ask_seeds("steps-of-work", "step", "outcome", "to", "due", work="E-hälsostrategi")) == [
        ("remiss", None, "delregionerna", "2021-08-16"),
        ("ärende", None, None, None),
        ("beslut", "tillstyrkt", None, None),
        ("bereder åt", None, CS, None),
    ]


def test_the_steps_of_the_close_care_target_picture(ask_seeds: Ask) -> None:
    rows = blank(ask_seeds("steps-of-work", "date", "step", "outcome", "body", "to", "due", "text", work=CLOSE_CARE))
    assert begun(rows, 2) == [
        ("2021-09-07", "remiss", None, None, "delregionerna", "2021-08-16", " ".join(CLOSE_CARE.split()[:2])),
        ("2021-09-07", "ärende", None, OFFICIALS, None, None, " ".join(CLOSE_CARE.split()[:2])),
        ("2021-09-07", "beslut", "godkänt", OFFICIALS, None, None, "Beslutas att"),
        ("2021-09-07", "uppdrag", None, OFFICIALS, "AU", "2021-09-24", "slutföra arbetet"),
        (None, "bereder åt", None, OFFICIALS, CS, None, None),
    ]


def test_an_item_whose_heading_does_not_name_the_work_is_no_step_of_it(ask_seeds: Ask) -> None:
    steps = ask_seeds("steps-of-work", "text", work="Regional utvecklingsstrategi")
    assert begun(steps) == [("Regional utvecklingsstrategi (RUS)",), ("ta med sig",), ("diskutera, stämma av",)]


def test_a_matter_is_followed_by_its_words_over_bodies_and_years(ask_seeds: Ask) -> None:
    assert blank(ask_seeds("follow-a-matter", "date", "body", "step", "item", "outcome", text="nära vård")) == [
        ("2019-01-30", FORUM, "ärende", "God och Nära vård", None),
        ("2019-01-30", FORUM, "beslut", "Sammanfattning dag 2", "uppskjutet"),
        ("2021-09-07", OFFICIALS, "remiss", CLOSE_CARE, None),
        ("2021-09-07", OFFICIALS, "ärende", CLOSE_CARE, None),
        ("2021-09-07", OFFICIALS, "beslut", CLOSE_CARE, "godkänt"),
        ("2021-09-07", OFFICIALS, "uppdrag", CLOSE_CARE, None),
    ]
    assert len(ask_seeds("follow-a-matter", text="Nära Vård", body=FORUM)) == 2
    assert ask_seeds("follow-a-matter", text="nära värd") == []


def test_items_come_back_that_were_put_off_or_that_somebody_reports_back_on(ask_seeds: Ask) -> None:
    rows = blank(ask_seeds("items-coming-back", "body", "number", "item", "reason", "assignee", "due"))
    assert [row[1:] for row in rows if row[0] == OFFICIALS] == [
        ("3 a", "Ärendegång", "någon ska återkomma", "AU", None)
    ]
    assert {row[2:] for row in rows if row[0] == FORUM} == {
        ("Sammanfattning dag 2", "skjuts upp eller tas upp igen", None, None),
        ("Serviceavgiften", "någon ska återkomma", "Chefsgrupp Halland", None),
        ("Sammanfattning dag 1", "någon ska återkomma", "Chefsgrupp Halland", "2019-06"),
    }
    assert [row[2:4] for row in rows[4:]] == [("Det politiska arbetet i GR", "skjuts upp eller tas upp igen")]
    assert blank(ask_seeds("items-coming-back", "item", "text", body=OFFICIALS)) == [
        ("Ärendegång", "inventera pågående ärenden till nästa möte och återkomma med underlag efter revidering")
    ]


def test_officials_prepare_before_a_political_body_takes_a_case(ask_seeds: Ask) -> None:
    assert ask_seeds("preparation-of-bodies", "body", "other", "kind", "through") == [
        (CS, OFFICIALS, "tjänstemannaorgan", None),
        (CS, "gemensam tjänstemannamannagrupp", None, None),
        (FORUM, "Chefsgrupp Halland", "tjänstemannaorgan", None),
    ]
    assert ask_seeds("preparation-of-bodies", "other", body=FORUM) == [("Chefsgrupp Halland",)]
    assert ask_seeds("preparation-of-bodies", body=OFFICIALS) == []


def test_the_bodies_that_prepare_for_others_in_all_documents(ask_all: Ask) -> None:
    pairs = set(ask_all("who-prepares-for-whom", "body", "other"))
    assert pairs >= {
        (OFFICIALS, CS),
        ("Chefsgrupp Halland", FORUM),
        ("Vårdsamverkan Västra Götaland", "Politiskt samrådsorgan"),
        ("regionstyrelsens arbetsutskott", "regionstyrelsen"),
        ("presidiet", "förbundsdirektionen"),
        ("kommundirektörerna", "Skåne Nordosts styrelse"),
    }


def test_what_rests_on_the_undated_page_of_the_central_body(ask_seeds: Ask) -> None:
    rows = ask_seeds("resting-on-undated", "statement", "subject", "said", "object", kind="composition")
    seats = [row for row in rows if row[0] == "plats"]
    assert len(seats) == 12
    assert ("plats", "Anna Mannfalk", "ordförande", CS) in seats
    assert sorted(row for row in rows if row[0] != "plats") == sorted(
        [
            ("relation", CS, "ansvarar för", CARE_AGREEMENT),
            ("relation", CS, "ansvarar för", "gemensamma strategiska beslutsförslag om e-hälsa"),
            ("relation", CS, "ansvarar för", "gemensamma strategiska beslutsförslag för kompetensutveckling"),
            ("relation", "Region Skåne", "part i", CARE_AGREEMENT),
            ("relation", "Skånes Kommuners styrelse", "del av", "Skånes Kommuner"),
            ("relation", "Skånes Kommuners styrelse", "utser", CS),
            ("relation", "gemensam tjänstemannamannagrupp", "bereder åt", CS),
            ("relation", "kommunerna", "part i", CARE_AGREEMENT),
            ("vakans", "kommunerna", "4", CS),
        ]
    )


def test_what_another_document_says_too_does_not_rest_on_the_undated_page(ask_all: Ask) -> None:
    page = "https://w3id.org/samverkan/id/document/002_788969ffb2fe49da"
    rows = ask_all("resting-on-undated", "statement", "subject", "said", document=page)
    assert sorted(subject for statement, subject, _ in rows if statement == "plats" and subject) == [
        "Anders Rubin", "Anna Mannfalk", "Jacqueline Maly", "Johan Andersson", "Marianne Eriksson", "Patric Åberg",
        "Teddy Nilsson",
    ]  # fmt: skip
    assert ("relation", "Skånes Kommuners styrelse", "utser") not in rows
    assert ("vakans", "kommunerna", "4") in rows


def test_one_body_only_recommends_and_one_decides_too(ask_seeds: Ask) -> None:
    rows = ask_seeds("deciding-or-recommending", "verdict", "body", "kind", "decides", "recommends", "passes", "notes")
    assert rows[:2] == [
        ("beslutar och tillstyrker", OFFICIALS, "officials", "1", "1", "1", "0"),
        ("tillstyrker bara", FORUM, "mixed", "0", "2", "1", "0"),
    ]
    assert [row[0] for row in rows[2:]] == ["varken beslutar eller tillstyrker"]


def test_a_body_that_two_documents_call_of_different_kinds_stands_once_for_each(ask_all: Ask) -> None:
    rows = ask_all("deciding-or-recommending", "kind", "decisions", "meetings", body=FORUM)
    assert rows == [("mixed", "10", "2"), ("political", "10", "2")]


def test_brokers_sit_with_people_of_other_sub_regions_on_a_body_of_none(ask_all: Ask) -> None:
    rows = ask_all("brokers", "person", "area", "weight", "others", "people", body=CS)
    assert sorted(rows) == [
        ("Camilla Palm", "Skåne Nordost", "1", "Delregion Nordväst", "3"),
        ("Lars Nyander", "Delregion Nordväst", "1", "Skåne Nordost", "2"),
        ("Lars Thunberg", "Delregion Nordväst", "1", "Skåne Nordost", "2"),
        ("Patric Åberg", "Skåne Nordost", "1", "Delregion Nordväst", "3"),
        ("Teddy Nilsson", "Delregion Nordväst", "1", "Skåne Nordost", "2"),
    ]
    council = ask_all("brokers", "person", "weight", "people", body="Politiskt samrådsorgan")
    assert sorted(council) == [
        (person, "2", "4")
        for person in (
            "Anna-Karin Skatt", "Axel Josefson", "Bengt Hilmersson", "Katarina Jonsson", "Kent Lagrell",
            "Malin Carlsson",
        )
    ]  # fmt: skip


def test_without_a_second_sub_region_there_is_no_broker(ask_seeds: Ask) -> None:
    assert ask_seeds("brokers") == []


def test_all_gold_facts_count_as_read(ask_seeds: Ask, shared: Path) -> None:
    documents = [json.loads(path.read_bytes()) for path in (shared / "corpus" / "seeds").glob("*.json")]
    rows = sum(len(part) for each in documents for part in each.values() if isinstance(part, list))
    assert ask_seeds("ways-of-knowing", "known", "statements", "share", "documents") == [("läst", str(rows), "1", "5")]


def test_the_agreements_on_care_where_i_live_with_parties_and_status(ask_seeds: Ask) -> None:
    asked = {"kind": "agreement", "text": "vård", "municipality": "Svalöv"}
    rows = blank(ask_seeds("status-of-works", "work", "parties", "responsible", "status", **asked))
    assert [(row[0], set((row[1] or "").split("; ")), *row[2:]) for row in rows] == [
        (CARE_AGREEMENT, {"Region Skåne", "kommunerna"}, CS, None),
        ("hälso- och sjukvårdsavtalet", {""}, None, None),
    ]


def test_an_agreement_on_remiss_is_that_and_belongs_to_its_county(ask_seeds: Ask) -> None:
    rows = ask_seeds("status-of-works", "work", "status", "due", kind="agreement", municipality="Ale")
    assert blank(rows) == [
        ("hälso- och sjukvårdsavtalet", None, None),
        ("samverkansavtal kring digitala hjälpmedel", "remiss", None),
    ]


def test_the_latest_decision_gives_the_status(ask_all: Ask) -> None:
    rows = ask_all("status-of-works", "work", "status", "date")
    assert set(rows) >= {
        ("Energiplan för Gotland", "remitterat", "2021-04-28"),
        ("Digital Skaraborg", "avslaget", "2020-05-08"),
        ("Internkontrollplan 2019", "godkänt", "2018-12-07"),
        ("Attraktiva Blekinge", "tillstyrkt", "2018-05-30"),
        ("överenskommelse om samverkan för barns och ungas hälsa", "remiss", "2017-11-02"),
    }


def test_days_announced_come_first_and_what_was_put_off_last_in_its_words(ask_seeds: Ask) -> None:
    rows = ask_seeds("calendar", "date", "kind", "what", **{"from": "2019-02"})
    assert begun(rows) == [
        ("2019-06", "uppdrag", "arbeta fram ett"),
        ("2019-06", "uppdrag", "arbeta fram ett"),
        ("2021-08-16", "remiss", "E-hälsostrategi"),
        ("2021-08-16", "remiss", " ".join(CLOSE_CARE.split()[:3])),
        ("2021-09-07", "möte", f"{OFFICIALS} 2021-09-07"),
        ("2021-09-24", "uppdrag", "slutföra arbetet"),
        ("2021-10-05", "uppdrag", "diskutera förslaget och"),
    ]
    last = ask_seeds("calendar", "date", "what", **{"from": "2019-01"})[-1:]
    assert begun(last) == [(None, "Frågan God och")]
