"""What the questions answer on the invented graph of `sample.trig`: the cases that the corpus does not hold."""

from collections.abc import Callable

Ask = Callable[..., list[tuple[str | None, ...]]]


def test_the_latest_composition_page_says_who_sits_and_older_ones_and_minutes_do_not(ask: Ask) -> None:
    assert ask("who-sits-on", "role", "person", "vacancies", "organisation", "party", "since", "until", body="ÅR") == [
        ("ordförande", "Cecilia Ek", None, "Ekby", "M", None, None),
        ("ledamot", "Britta Alm", None, "Region Ådal", "S", "2022", "2026"),
        (None, None, "2", "Ekby", None, None, None),
    ]


def test_without_a_composition_page_a_seat_said_in_passing_counts(ask: Ask) -> None:
    assert ask("who-sits-on", "person", "document", body="Fjällnätverket") == [("Erik Lind", "Anteckningar")]


def test_roles_are_said_in_the_language_asked_for(ask: Ask) -> None:
    assert ask("who-sits-on", "role", body="ÅR", language="en") == [("chair",), ("member",), (None,)]


def test_the_evidence_of_a_seat_is_its_quote_and_document(ask: Ask) -> None:
    assert ask("who-sits-on", "document", "date", "quote", body="ÅR")[0] == ("Ådals råd", "2022-02-01", "Cecilia Ek")


def test_seats_over_time_show_all_that_documents_say(ask: Ask) -> None:
    assert ask("seats-over-time", "date", "kind", "person", "role", body="ÅR") == [
        ("2020-03-01", "composition", "Britta Alm", "ordförande"),
        ("2022-02-01", "composition", "Britta Alm", "ledamot"),
        ("2022-02-01", "composition", "Cecilia Ek", "ordförande"),
        ("2023-05-03", "minutes", "Doris Gran", "sekreterare"),
    ]


def test_presence_is_kept_apart_from_a_seat(ask: Ask) -> None:
    iri = "https://w3id.org/samverkan/id/person/98/britta_alm"
    assert ask("bodies-of-person", "status", "role", "since", "document", person=iri) == [
        ("plats", "ordförande", None, "Ådals råd 2020"),
        ("plats", "ledamot", "2022", "Ådals råd"),
        ("närvarande", None, "2023-05-03", "Protokoll Ådals råd"),
        ("frånvarande", None, "2023-05-03", "Protokoll Ådals råd"),
    ]


def test_attendance_says_days_and_part_of_the_day(ask: Ask) -> None:
    assert ask("attendance", "status", "person", "days", "partOfDay", "organisation", "jobTitle", body="ÅR") == [
        ("närvarande", "Cecilia Ek", "2023-05-03/2023-05-04", None, "Ekby", None),
        ("närvarande", "Britta Alm", "2023-05-03", None, "Region Ådal", None),
        ("närvarande", "Doris Gran", "2023-05-04", "från 10.00", None, "kommundirektör"),
        ("frånvarande", "Britta Alm", "2023-05-04", None, "Region Ådal", None),
    ]


def test_attendance_of_one_day_holds_the_whole_meetings_too(ask: Ask) -> None:
    assert ask("attendance", "status", "person", day="2023-05-03") == [
        ("närvarande", "Cecilia Ek"),
        ("närvarande", "Britta Alm"),
    ]


def test_a_meeting_without_body_and_day_is_there_unless_a_body_is_asked_for(ask: Ask) -> None:
    assert ask("meetings-of-body", "meeting", "body", "start", "present", "absent", "items", "decisions") == [
        ("Anteckningar", None, None, "1", "0", "2", "1"),
        ("Ådals råd 2023-05-03", "Ådals råd", "2023-05-03", "3", "1", "2", "2"),
    ]
    assert ask("meetings-of-body", "meeting", body="ÅR") == [("Ådals råd 2023-05-03",)]


def test_a_decision_has_the_number_of_its_item_or_what_the_document_calls_it(ask: Ask) -> None:
    assert ask("decisions-of-meeting", "number", "item", "outcome", "text", body="ÅR") == [
        ("1", "Färdplan", "ställer sig bakom", "Rådet ställer sig bakom färdplanen"),
        ("Lägesrapport", None, "antecknas", "Rådet antecknar rapporten"),
    ]


def test_decisions_are_limited_to_an_outcome(ask: Ask) -> None:
    assert ask("decisions-of-meeting", "text", outcome="deferred") == [("Frågan återkommer",)]
    assert ask("outcomes-of-bodies", "body", "outcome", "decisions", body="ÅR") == [
        ("Ådals råd", "ställer sig bakom", "1"),
        ("Ådals råd", "antecknas", "1"),
    ]


def test_those_present_on_different_days_have_not_met(ask: Ask) -> None:
    assert ask("people-who-meet-most", "person", "other", "weight") == [
        ("Britta Alm", "Cecilia Ek", "1"),
        ("Cecilia Ek", "Doris Gran", "1"),
    ]


def test_with_a_person_given_that_person_stands_first(ask: Ask) -> None:
    assert ask("people-who-meet-most", "person", "other", person="Cecilia Ek") == [
        ("Cecilia Ek", "Britta Alm"),
        ("Cecilia Ek", "Doris Gran"),
    ]


def test_a_person_in_several_documents_is_not_one_of_the_same_name_elsewhere(ask: Ask) -> None:
    assert ask("people-in-several-documents", "person", "documents") == [("Britta Alm", "3"), ("Cecilia Ek", "2")]


def test_a_document_without_a_date_has_none(ask: Ask) -> None:
    assert ask("documents", "document", "date", "attendances", "seats", "statements") == [
        ("Ådals råd 2020", "2020-03-01", "0", "1", "1"),
        ("Ådals råd", "2022-02-01", "0", "2", "3"),
        ("Protokoll Ådals råd", "2023-05-03", "4", "1", "9"),
        ("Anteckningar", None, "1", "1", "5"),
        ("Notis", None, "0", "0", "0"),
    ]


def test_search_puts_whole_names_before_beginnings_and_other_places(ask: Ask) -> None:
    assert ask("search", "entity", text="ekby") == [("Ekby",), ("Ekbyholm",)]
    assert ask("search", "entity", "form", text="ek") == [
        ("Ekby", "Ekby"),
        ("Ekbyholm", "Ekbyholm"),
        ("Cecilia Ek", "Cecilia Ek"),
    ]


def test_bodies_share_the_people_who_sit_or_were_called(ask: Ask) -> None:
    assert ask("bodies-sharing-members") == []


def test_an_item_of_the_same_title_comes_back_and_other_questions_do_not(ask: Ask) -> None:
    assert ask("returning-items", "item", "weight", "last") == [("FÄRDPLAN", "2", "2023-05-03")]
    assert ask("returning-items", body="ÅR") == []


def test_rules_are_counted_with_their_confidence(ask: Ask) -> None:
    assert ask("rules") == [("t", "2", "2", "0.9")]


def test_coverage_of_dated_and_undated_documents_has_first_and_last_day_of_the_dated(ask: Ask) -> None:
    assert ask("coverage", "body", "county", "documents", "undated", "first", "last", "meetings") == [
        ("Ådals råd", "Ådals län", "4", "1", "2020-03-01", "2023-05-03", "1")
    ]


def test_documents_of_a_body(ask: Ask) -> None:
    assert ask("documents", "document", body="ÅR", kind="news") == [("Notis",)]


def test_the_calendar_of_a_body_from_a_day_on(ask: Ask) -> None:
    assert ask("calendar", "date", "what", body="ÅR") == [("2023-05-03", "Ådals råd 2023-05-03")]
    assert ask("calendar", body="ÅR", **{"from": "2023-06"}) == []


def test_an_organisation_is_represented_by_seats_first_then_presence(ask: Ask) -> None:
    assert ask("representatives-of-organisation", "person", "status", "role", "body", organisation="Ekby") == [
        ("Cecilia Ek", "plats", "ordförande", "Ådals råd"),
        ("Cecilia Ek", "närvarande", "ordförande", "Ådals råd"),
    ]
