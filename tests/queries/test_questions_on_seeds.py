"""What the questions answer on the gold facts of the reference corpus; the rows were written by hand."""

from collections.abc import Callable

import pytest

from samverkan import queries
from samverkan.store import Store

pytestmark = pytest.mark.shared

Ask = Callable[..., list[tuple[str | None, ...]]]

CS = "Centralt samverkansorgan"
OFFICIALS = "Centrala tjänstemannaberedningen"
FORUM = "Kommun- och regionledningsforum"
SEVENTH = "Minnesanteckningar Tjänstemannaberedning till Centralt Samverkansorgan 7 september"
BOTH_DAYS, FIRST, SECOND = "2019-01-30/2019-01-31", "2019-01-30", "2019-01-31"


def test_twelve_people_sit_on_the_central_body_and_four_municipal_seats_are_vacant(ask_seeds: Ask) -> None:
    assert ask_seeds("who-sits-on", "role", "person", "vacancies", "organisation", "document", body=CS) == [
        ("ordförande", "Anna Mannfalk", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("vice ordförande", "Anders Rubin", None, "Malmö", "Centralt Samverkansorgan"),
        ("ledamot", "Johan Andersson", None, "Eslöv", "Centralt Samverkansorgan"),
        ("ledamot", "Anders Lundström", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Gunilla Wahlberg", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Jacqueline Maly", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Lisa Flinth", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Marianne Eriksson", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Mätta Ivarsson", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Patrik Holmberg", None, "Region Skåne", "Centralt Samverkansorgan"),
        ("ledamot", "Teddy Nilsson", None, "Svalöv", "Centralt Samverkansorgan"),
        ("ledamot", "Patric Åberg", None, "Östra Göinge", "Centralt Samverkansorgan"),
        (None, None, "4", "kommunerna", "Centralt Samverkansorgan"),
    ]


def test_the_chairs_named_in_the_news_of_2017_are_chairs_over_time_not_of_today(ask_seeds: Ask) -> None:
    assert ask_seeds("chairs", "date", "role", "chair", "organisation", "known", body=CS) == [
        (None, "ordförande", "Anna Mannfalk", "Region Skåne", "plats"),
        (None, "vice ordförande", "Anders Rubin", "Malmö", "plats"),
        ("2017-11-24", "ordförande", "Carina Nilsson", None, "plats"),
        ("2017-11-24", "vice ordförande", "Anna-Lena Hogerud", None, "plats"),
    ]


def test_an_organisation_can_chair(ask_seeds: Ask) -> None:
    assert ask_seeds("chairs", "role", "chair", "since", "until", body="Greater Copenhagen") == [
        ("ordförande", "Region Skåne", "2017", "2017")
    ]


def test_the_forum_of_two_days_tells_who_was_there_when(ask_seeds: Ask) -> None:
    rows = ask_seeds("attendance", "status", "person", "days", "partOfDay", body=FORUM)
    limited = [row for row in rows if row[2] != BOTH_DAYS]
    assert len(rows) == 37
    assert limited == [
        ("närvarande", "Anneli Andelén", FIRST, None),
        ("närvarande", "Ronny Löfquist", FIRST, None),
        ("närvarande", "Anna Roos", FIRST, None),
        ("närvarande", "Per Borg", FIRST, None),
        ("närvarande", "Emilie Widarsson", FIRST, "12.00-17.00"),
        ("närvarande", "Maria Sjödin", SECOND, None),
        ("närvarande", "Ola Johansson", SECOND, None),
        ("närvarande", "Markus Lingman", SECOND, None),
        ("närvarande", "Magnus Clarin", SECOND, None),
        ("närvarande", "Tomas Davidsson", SECOND, None),
        ("frånvarande", "Ronny Löfquist", SECOND, None),
        ("frånvarande", "Anneli Andelén", SECOND, None),
        ("frånvarande", "Per Borg", SECOND, None),
        ("frånvarande", "Lise-Lotte Bensköld Olsson", SECOND, "från kl.09.30"),
        ("frånvarande", "Anna Roos", SECOND, None),
    ]


@pytest.mark.parametrize(("day", "present", "absent"), [(FIRST, 27, 0), (SECOND, 27, 5), ("2019-02-01", 0, 0)])
def test_each_day_of_the_forum_has_its_own_list(ask_seeds: Ask, day: str, present: int, absent: int) -> None:
    statuses = ask_seeds("attendance", "status", day=day)
    assert (statuses.count(("närvarande",)), statuses.count(("frånvarande",))) == (present, absent)


def test_the_absent_are_those_reported(ask_seeds: Ask) -> None:
    assert ask_seeds("absent", "person", "days", "partOfDay") == [
        ("Ronny Löfquist", SECOND, None),
        ("Anneli Andelén", SECOND, None),
        ("Per Borg", SECOND, None),
        ("Lise-Lotte Bensköld Olsson", SECOND, "från kl.09.30"),
        ("Anna Roos", SECOND, None),
    ]


def test_the_year_of_the_seventh_of_september_is_known_and_the_meeting_of_unknown_day_has_none(ask_seeds: Ask) -> None:
    assert ask_seeds("meetings-of-body", "start", "end", "mode", "chair", "secretary", "present", "absent") == [
        (None, None, None, None, "Gunnel Rydberg", "18", "0"),
        ("2017-11-24", "2017-11-24", "på plats", None, None, "0", "0"),
        (FIRST, SECOND, "på plats", "Mikaela Waltersson", None, "32", "5"),
        ("2021-09-07", "2021-09-07", "digitalt", None, "Greger Linander", "17", "0"),
    ]


def test_a_document_whose_text_does_not_settle_the_date_has_none(ask_seeds: Ask) -> None:
    assert ask_seeds("documents", "document", "date", "kind", "attendances", "seats", "decisions", "items") == [
        ("Temakonferens för de skånska politikerna", "2017-11-24", "nyhet", "0", "2", "0", "2"),
        ("Anteckningar Kommun- och regionledningsforum", FIRST, "minnesanteckningar", "37", "1", "3", "10"),
        (SEVENTH, "2021-09-07", "minnesanteckningar", "17", "0", "3", "15"),
        ("Anteckningar", None, "minnesanteckningar", "18", "0", "1", "9"),
        ("Centralt Samverkansorgan", None, "sammansättning", "0", "12", "0", "0"),
    ]


def test_documents_of_a_kind(ask_seeds: Ask) -> None:
    assert ask_seeds("documents", "document", kind="news") == [("Temakonferens för de skånska politikerna",)]


def test_the_officials_decided_three_things_on_the_seventh(ask_seeds: Ask) -> None:
    meeting = f"{OFFICIALS} 2021-09-07"
    assert ask_seeds("decisions-of-meeting", "number", "item", "outcome", meeting=meeting) == [
        ("2 a", "Målbild och handlingsplan Nära vård", "godkänt"),
        ("2 b", "E-hälsostrategi med förslag till handlingsplan", "tillstyrkt"),
        (
            "4 e",
            "Statsbidrag till regionerna för stöd att utöka läkarkompetensen inom äldreomsorgen 2021",
            "uppdraget",
        ),
    ]


def test_assignments_with_a_deadline_come_first(ask_seeds: Ask) -> None:
    assert ask_seeds("open-assignments", "due", "assignee", "number", body=OFFICIALS) == [
        ("2021-09-24", "AU", "2 a"),
        ("2021-10-05", "delregionerna", "3 b"),
        (None, "Greger Linander", "3 a"),
        (None, "Lars Almroth", "3 a"),
        (None, "AU", "3 a"),
        (None, "Region Skåne", "3 b"),
        (None, "Primärvården Skåne", "4 d"),
        (None, "Carina Lindkvist", "4 e"),
        (None, "Louise Roberts", "4 e"),
        (None, "Louise Roberts", "4 f"),
    ]


def test_the_assignments_of_one_person(ask_seeds: Ask) -> None:
    assert ask_seeds("open-assignments", "number", assignee="Louise Roberts") == [("4 e",), ("4 f",)]


def test_three_drafts_are_on_remiss(ask_seeds: Ask) -> None:
    assert ask_seeds("drafts-on-remiss", "draft", "to", "due") == [
        ("E-hälsostrategi", "delregionerna", "2021-08-16"),
        ("Målbild och handlingsplan Nära vård", "delregionerna", "2021-08-16"),
        ("samverkansavtal kring digitala hjälpmedel", "kommunerna", None),
    ]
    assert ask_seeds("drafts-on-remiss", "draft", work="E-hälsostrategi") == [("E-hälsostrategi",)]


def test_three_bodies_prepare_for_others(ask_seeds: Ask) -> None:
    assert ask_seeds("who-prepares-for-whom", "body", "other") == [
        (OFFICIALS, CS),
        ("gemensam tjänstemannamannagrupp", CS),
        ("Chefsgrupp Halland", FORUM),
    ]
    assert ask_seeds("who-prepares-for-whom", "body", body=FORUM) == [("Chefsgrupp Halland",)]


def test_an_agreement_has_its_parties_and_each_place_that_names_it(ask_seeds: Ask) -> None:
    rows = ask_seeds(
        "agreements-and-strategies", "parties", "responsible", "said", "document",
        work="överenskommelse mellan Hallands kommuner och Region Halland",
    )  # fmt: skip
    assert sorted(rows[0][0].split("; ")) == ["Hallands kommuner", "Region Halland"]  # type: ignore[union-attr]
    assert [(row[1] or None, row[2], row[3]) for row in rows] == [
        (None, "omnämnande", "Anteckningar Kommun- och regionledningsforum"),
        (None, "part i", "Anteckningar Kommun- och regionledningsforum"),
        (None, "part i", "Anteckningar Kommun- och regionledningsforum"),
    ]


def test_works_are_limited_to_a_kind_and_to_a_party(ask_seeds: Ask) -> None:
    assert set(ask_seeds("agreements-and-strategies", "work", kind="strategy")) == {
        ("E-hälsostrategi",), ("Framtidens hälsosystem",), ("På Väg",), ("Regional utvecklingsstrategi",),
        ("Tillväxtstrategi",),
    }  # fmt: skip
    assert set(ask_seeds("agreements-and-strategies", "work", party="Region Halland")) == {
        ("Continuous Care",), ("överenskommelse mellan Hallands kommuner och Region Halland",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("Svalöv", [("Teddy Nilsson", "plats", CS, "ledamot")]),
        ("Malmö", [("Anders Rubin", "plats", CS, "vice ordförande")]),
        ("Hylte", []),
    ],
)
def test_a_municipality_is_represented_where_it_is_written(
    ask_seeds: Ask, organisation: str, expected: list[tuple[str | None, ...]]
) -> None:
    rows = ask_seeds("representatives-of-organisation", "person", "status", "body", "role", organisation=organisation)
    assert rows == expected


def test_moves_and_renames_are_relations_with_their_dates(ask_seeds: Ask) -> None:
    assert ask_seeds("relations-of", "subject", "relation", "object", "since", entity="Delregion Nordväst") == [
        ("Landskrona", "del av", "Delregion Nordväst", "2022-01-01"),
        ("Lasarettet i Landskrona", "del av", "Delregion Nordväst", "2022-01-01"),
        ("Svalöv", "del av", "Delregion Nordväst", "2022-01-01"),
    ]
    assert (FORUM, "ersätter", "Kommunberedningen") in ask_seeds("relations-of", "subject", "relation", "object")


def test_one_person_stands_in_two_documents_and_a_near_name_is_another(ask_seeds: Ask) -> None:
    assert ask_seeds("people-in-several-documents", "person", "documents", "spellings") == [
        ("Emelie Sundén", "2", "Emelie Sundén")
    ]


def test_a_person_is_known_by_presence_and_by_a_seat(ask_seeds: Ask) -> None:
    assert ask_seeds("bodies-of-person", "body", "status", "role", person="Ronny Löfquist") == [
        (FORUM, "plats", "vice ordförande"),
        (FORUM, "närvarande", None),
        (FORUM, "frånvarande", None),
    ]


def test_guests_and_people_only_named_are_presenters(ask_seeds: Ask) -> None:
    rows = ask_seeds("presenters-not-members", "person", "known", "organisation", "jobTitle")
    assert ("Emma Spak", "omnämnande", "Sveriges Kommuner och Regioner", "samordnare för Nära Vård") in rows
    assert ("Adam Krantz", "gäst", "VästKom", None) in rows
    assert len(rows) == 21
    assert ask_seeds("presenters-not-members", "person", organisation="Region Skåne") == [
        ("Linda Katz",), ("Måns Renntun",), ("Ulrika Geeraedts",),
    ]  # fmt: skip


def test_people_of_one_meeting_have_met_once(ask_seeds: Ask) -> None:
    rows = ask_seeds("people-who-meet-most", "other", "weight", person="Lars Almroth")
    assert len(rows) == 16
    assert ("Emelie Sundén", "1") in rows


def test_those_of_different_days_have_not_met(ask_seeds: Ask) -> None:
    met = {other for (other,) in ask_seeds("people-who-meet-most", "other", person="Emilie Widarsson")}
    assert "Anna Roos" in met
    assert "Markus Lingman" not in met


def test_deadlines_and_meetings_stand_by_day(ask_seeds: Ask) -> None:
    assert ask_seeds("calendar", "date", "kind", **{"from": "2021-08"}) == [
        ("2021-08-16", "remiss"),
        ("2021-08-16", "remiss"),
        ("2021-09-07", "möte"),
        ("2021-09-24", "uppdrag"),
        ("2021-10-05", "uppdrag"),
    ]


def test_coverage_counts_documents_without_date(ask_seeds: Ask) -> None:
    assert ask_seeds("coverage", "documents", "undated", "first", "last", "meetings", body=CS) == [
        ("1", "1", None, None, "0")
    ]


def test_one_municipality_takes_part_outside_its_county(ask_seeds: Ask) -> None:
    assert ask_seeds("municipalities-outside-county", "organisation", "county", "bodyCounty", "people") == [
        ("Kungsbacka", "Hallands län", "Västra Götalands län", "1")
    ]


def test_bodies_are_told_by_what_they_decide(ask_seeds: Ask) -> None:
    assert ask_seeds("outcomes-of-bodies", "outcome", "decisions", body=FORUM) == [
        ("tillstyrkt", "2"),
        ("uppskjutet", "1"),
    ]


def test_a_person_is_found_by_a_part_of_the_name(ask_seeds: Ask) -> None:
    assert ask_seeds("search", "entity", "kind", text="sundén") == [("Emelie Sundén", "Person")]


@pytest.mark.parametrize(
    "name", [*queries.catalogue(), *(f"pages/{name}" for name in queries.pages() if name != "description")]
)
def test_every_question_runs_unlimited_and_gives_no_row_twice(seeds: Store, name: str) -> None:
    rows = [tuple(row) for row in seeds.select(queries.query(name).text).rows]
    if not name.startswith("pages/"):
        assert len(rows) == len(set(rows))
