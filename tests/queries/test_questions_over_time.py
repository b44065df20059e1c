"""Who sat when, what changed and when, who has the chair next: on the gold facts, rows written by hand from them."""

from collections import Counter
from collections.abc import Callable

import pytest

pytestmark = pytest.mark.shared

Ask = Callable[..., list[tuple[str | None, ...]]]

CS = "Centralt samverkansorgan"
FORUM = "Kommun- och regionledningsforum"
BOARD = "https://w3id.org/samverkan/id/body/06/höglandsförbundet/direktionen"
SEVENTH = "Minnesanteckningar Tjänstemannaberedning till Centralt Samverkansorgan 7 september"
NORTHWEST = "Delregion Nordväst"


def test_who_is_named_on_the_day_of_the_news_sat_then_and_of_an_undated_page_it_is_not_known(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-sat-when", "known", "role", "person", body=CS, date="2017-11-24")
    assert rows[:4] == [
        ("uppgivet", "ordförande", "Carina Nilsson"),
        ("uppgivet", "vice ordförande", "Anna-Lena Hogerud"),
        ("okänt den dagen", "ordförande", "Anna Mannfalk"),
        ("okänt den dagen", "vice ordförande", "Anders Rubin"),
    ]
    assert Counter(known for known, _, _ in rows) == {"uppgivet": 2, "okänt den dagen": 12}


def test_of_another_day_the_news_tells_only_that_it_was_so_before(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-sat-when", "known", "person", "before", "after", body=CS, date="2018-01-01")
    assert ("okänt den dagen", "Carina Nilsson", "2017-11-24", None) in rows
    assert ("okänt den dagen", "Anna Mannfalk", None, None) in rows
    assert {known for known, *_ in rows} == {"okänt den dagen"}


def test_the_year_of_the_news_holds_its_day(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-sat-when", "known", "person", body=CS, date="2017", language="en")
    assert rows[:2] == [("stated", "Carina Nilsson"), ("stated", "Anna-Lena Hogerud")]
    assert rows[2] == ("unknown on that day", "Anna Mannfalk")


def test_on_the_second_day_those_of_the_first_only_are_not_seen(ask_seeds: Ask) -> None:
    rows = ask_seeds("who-sat-when", "known", "role", "person", "before", body=FORUM, date="2019-01-31")
    seen = [person for known, _, person, _ in rows if known == "sedd vid möte den dagen"]
    assert rows[0] == ("sedd vid möte den dagen", "ordförande", "Mikaela Waltersson", None)
    assert len(seen) == 27  # 32 present but for the five of the first day only
    assert sorted(row[1:] for row in rows if row[0] == "okänt den dagen" and row[1] is None) == [
        (None, "Anna Roos", "2019-01-30"),
        (None, "Anneli Andelén", "2019-01-30"),
        (None, "Emilie Widarsson", "2019-01-30"),
        (None, "Per Borg", "2019-01-30"),
        (None, "Ronny Löfquist", "2019-01-30"),
    ]
    assert ("okänt den dagen", "vice ordförande", "Ronny Löfquist", "2019-01-30") in rows


def test_who_was_at_meetings_before_and_after_is_known_between_them(ask_all: Ask) -> None:
    rows = ask_all("who-sat-when", "known", "person", "before", "after", body=FORUM, date="2017")
    between = [row[1:] for row in rows if row[0] == "känd före och efter"]
    assert between == [
        (person, "2015-02-25", "2019-01-30")
        for person in (
            "Ann-Charlotte Järnström", "Eva Borg", "Hans Forsberg", "Jana Nilsson", "Jörgen Preuss", "Kjell Henriksson",
            "Per Svensson",
        )
    ]  # fmt: skip
    # absent in 2015 and present in 2019, and a name spelled in two ways
    assert ("okänt den dagen", "Per Borg", None, "2019-01-30") in rows
    assert ("okänt den dagen", "Ronnie Löfquist", "2015-02-25", None) in rows


def test_a_document_before_and_one_after_tell_of_one_who_is_known_between(ask_all: Ask) -> None:
    rows = ask_all("who-sat-when", "person", "document", "laterDocument", body=FORUM, date="2017")
    documents = next(row[1:] for row in rows if row[0] == "Eva Borg")
    assert documents[0] != documents[1] == "Anteckningar Kommun- och regionledningsforum"


def test_a_term_covers_its_years_and_a_day_in_its_first_year_is_not_known_to_the_day(ask_all: Ask) -> None:
    rows = ask_all("who-sat-when", "known", "role", "person", "since", "until", body=BOARD, date="2017-06")
    assert len(rows) == 20
    assert [row for row in rows if row[0] != "uppgivet"] == [
        ("uppgivet, inte på dagen", "ordförande", "Lars-Erik Fälth", "2017", "2018"),
        ("uppgivet, inte på dagen", "vice ordförande", "Anna-Carin Magnusson", "2017", "2018"),
    ]
    assert ("uppgivet", "ledamot", "Laila Norss", "2015", "2018") in rows


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2014-12-31", "okänt den dagen"),
        ("2015", "uppgivet"),
        ("2015-03-01", "uppgivet, inte på dagen"),
        ("2019", "okänt den dagen"),
    ],
)
def test_a_term_ends_where_its_years_end(ask_all: Ask, date: str, known: str) -> None:
    rows = ask_all("who-sat-when", "known", "person", body=BOARD, date=date)
    assert (known, "Laila Norss") in rows


def test_the_latest_page_by_its_day_of_update_says_who_sits(ask_all: Ask) -> None:
    rows = ask_all("who-sits-on", "role", "person", "vacancies", "organisation", "date", body=CS)
    assert rows[:2] == [
        ("ordförande", "Anders Rubin", None, "Malmö", "2022-10-03"),
        ("vice ordförande", "Anna Mannfalk", None, "Region Skåne", "2022-10-03"),
    ]
    assert rows[-1] == (None, None, "1", "kommunerna", "2022-10-03")
    assert len(rows) == 16


def test_the_chairs_of_the_central_body_over_time(ask_all: Ask) -> None:
    rows = ask_all("chairs", "date", "role", "chair", "organisation", body=CS)
    assert [row for row in rows if row[1] == "ordförande"] == [
        (None, "ordförande", "Anna Mannfalk", "Region Skåne"),
        ("2017-11-24", "ordförande", "Carina Nilsson", None),
        ("2022-10-03", "ordförande", "Anders Rubin", "Malmö"),
    ]


def test_the_side_that_has_the_chair_next_follows_from_the_rule_of_turns(ask_seeds: Ask) -> None:
    assert ask_seeds("chair-turns", "role", "person", "organisation", "side", "next", "years", body=CS) == [
        ("ordförande", "Anna Mannfalk", "Region Skåne", "Region Skåne", "kommunerna", "1"),
        ("vice ordförande", "Anders Rubin", "Malmö", "kommunerna", None, "1"),
    ]
    assert ask_seeds("chair-turns", "rule", body=CS)[0] == (
        "https://xn--skneskommuner-qfb.se/styrning/centralt-samverkansorgan/",
    )


def test_after_a_turn_the_other_side_is_next_and_without_a_rule_no_side_is(ask_all: Ask) -> None:
    assert ask_all("chair-turns", "person", "side", "next", body=CS) == [
        ("Anders Rubin", "kommunerna", "Region Skåne"),
        ("Anna Mannfalk", "Region Skåne", None),
    ]
    assert [tuple(cell or None for cell in row) for row in ask_all("chair-turns", "person", "next", body=BOARD)] == [
        ("Lars-Erik Fälth", None),
        ("Anna-Carin Magnusson", None),
    ]


def test_a_move_is_there_from_its_first_day_and_not_the_day_before(ask_seeds: Ask) -> None:
    assert ask_seeds("network-on-a-day", date="2021-12-31", body=NORTHWEST) == []
    assert ask_seeds("network-on-a-day", "from", "tie", "known", "since", date="2022-01-01", body=NORTHWEST) == [
        ("Landskrona", "del av", "uppgivet", "2022-01-01"),
        ("Lasarettet i Landskrona", "del av", "uppgivet", "2022-01-01"),
        ("Svalöv", "del av", "uppgivet", "2022-01-01"),
    ]


def test_the_network_of_a_year_holds_what_is_stated_of_it(ask_seeds: Ask) -> None:
    assert ask_seeds("network-on-a-day", "from", "tie", "to", "since", date="2017") == [
        ("Anna-Lena Hogerud", "plats", CS, None),
        ("Carina Nilsson", "plats", CS, None),
        ("Region Skåne", "leder", "Greater Copenhagen", "2017"),
    ]


def test_presence_before_and_after_is_a_tie_between_and_is_no_seat(ask_all: Ask) -> None:
    rows = ask_all("network-on-a-day", "from", "tie", "known", date="2017", body=FORUM)
    assert ("Eva Borg", "närvaro", "känt före och efter") in rows
    assert {tie for _, tie, _ in rows} == {"närvaro"}
    assert len(rows) == 7


def test_what_began_between_two_days_is_told_from_what_is_only_known_of_one(ask_seeds: Ask) -> None:
    days = {"first": "2021-09-07", "second": "2022-01-01"}
    assert ask_seeds("network-between-days", "change", "from", "tie", "document", body=NORTHWEST, **days) == [
        ("började", "Landskrona", "del av", SEVENTH),
        ("började", "Lasarettet i Landskrona", "del av", SEVENTH),
        ("började", "Svalöv", "del av", SEVENTH),
    ]
    assert ask_seeds("network-between-days", "change", "from", "tie", body=CS, **days) == [
        ("bara känt tidigare", "Centrala tjänstemannaberedningen", "bereder åt"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "changes"),
    [
        ("2014", "2016", {"började": 18}),
        ("2014", "2017", {"började": 20}),
        ("2016", "2017", {"började": 2}),
        ("2018", "2019", {"slutade": 20}),
        ("2017", "2018", {}),
    ],
)
def test_terms_begin_and_end_between_years(ask_all: Ask, first: str, second: str, changes: dict[str, int]) -> None:
    rows = ask_all("network-between-days", "change", "tie", body=BOARD, first=first, second=second)
    assert Counter(change for change, tie in rows if tie == "plats") == changes


def test_between_the_news_and_the_page_two_leave_and_the_others_come_as_far_as_is_known(ask_all: Ask) -> None:
    rows = ask_all("network-between-days", "change", "from", "tie", body=CS, first="2017-11-24", second="2022-10-03")
    seats = [row[:2] for row in rows if row[2] == "plats"]
    assert [person for change, person in seats if change == "bara känt tidigare"] == [
        "Anna-Lena Hogerud", "Carina Nilsson",
    ]  # fmt: skip
    assert Counter(change for change, _ in seats) == {"bara känt tidigare": 2, "bara känt senare": 15}


def test_renames_and_moves_with_their_dates_come_from_documents_and_from_public_pages(ask_seeds: Ask) -> None:
    rows = ask_seeds("changes-of-bodies", "date", "kind", "what", "before", "after", "source")
    told = [tuple(cell or None for cell in row) for row in rows]
    assert [row for row in told if row[5] and not row[5].startswith("http")] == [
        ("2022-01-01", "del av", "Landskrona", None, NORTHWEST, SEVENTH),
        ("2022-01-01", "del av", "Lasarettet i Landskrona", None, NORTHWEST, SEVENTH),
        ("2022-01-01", "del av", "Svalöv", None, NORTHWEST, SEVENTH),
        (None, "ersätter", None, "Kommunberedningen", FORUM, "Anteckningar Kommun- och regionledningsforum"),
    ]
    assert (
        "2020-10-02", "namnbyte", None, "Kommunförbundet Skåne", "Skånes Kommuner",
        "https://skaneskommuner.se/news/nu-ar-vi-skanes-kommuner/",
    ) in told  # fmt: skip


@pytest.mark.parametrize("name", ["Kommunförbundet Skåne", "Skånes Kommuner"])
def test_a_rename_is_found_by_the_old_name_and_the_new(ask_seeds: Ask, name: str) -> None:
    assert ask_seeds("changes-of-bodies", "date", "kind", "before", "after", entity=name, language="en") == [
        ("2020-10-02", "rename", "Kommunförbundet Skåne", "Skånes Kommuner")
    ]


def test_a_merger_has_all_names_before_and_is_as_exact_as_its_source(ask_seeds: Ask) -> None:
    rows = ask_seeds("changes-of-bodies", "date", "kind", "before", entity="Svenska Kommunförbundet")
    mergers = [(date, sorted((before or "").split("; "))) for date, kind, before in rows if kind == "sammanslagning"]
    assert mergers == [("2007-03", ["Landstingsförbundet", "Svenska Kommunförbundet"])]
