"""Tables of statements: what every row shares is said once, and no column says nothing."""

import re

import pytest
from flask import Flask

from samverkan_web.bodies import Side
from samverkan_web.evidence import Link, Source
from samverkan_web.statements import Presence, Seat

BODY = Link("https://example.org/id/body/12/radet", "Rådet")


def drawn(app: Flask, call: str, **values: object) -> list[list[str]]:
    """The cells of each row of what a macro of the tables makes, but for the mark of the source."""
    with app.test_request_context("/en/"):
        app.preprocess_request()
        made = app.jinja_env.from_string(f'{{% import "_tables.html" as tables with context %}}{{{{ {call} }}}}')
        html = made.render(values)
    rows = [
        re.findall(r"<t[hd](?![^>]*class=\"mark\")[^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in html.split("<tr")
    ]
    said = [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in rows[1:]]
    return [re.sub(r"<[^>]+>|\s+", " ", html.partition("<table")[0]).split(), *said]


def link(name: str) -> Link:
    """A thing with a name, of which there is no page."""
    return Link(f"https://elsewhere.example/{name}", name)


def source(day: str | None) -> tuple[Source, ...]:
    """A statement in a document of a day."""
    return (Source(link("d"), None, day, None, None, None, None, None, "f"),)


def seat(person: str, organisation: str | None, day: str | None = "2024-01-01") -> Seat:
    """A seat on the body, for an organisation."""
    sent = link(organisation) if organisation else None
    return Seat(link(person), BODY, None, sent, None, None, None, source(day))


@pytest.mark.parametrize(
    ("sides", "seats", "headed"),
    [(2, 1, True), (4, 1, True), (5, 1, False), (5, 3, True), (1, 1, False)],
    ids=["two sides", "four small sides", "many small sides", "many large sides", "one side alone"],
)
def test_sides_have_headings_unless_they_are_many_and_small(app: Flask, sides: int, seats: int, headed: bool) -> None:
    given = tuple(
        Side(link(f"O{side}"), tuple(seat(f"P{side}{number}", f"O{side}") for number in range(seats)), ())
        for side in range(sides)
    )
    _, head, *rows = drawn(app, "tables.seats_by_side(sides)", sides=given)
    assert head == (["Person", "Role", "As of"] if headed else ["Person", "Role", "Represents", "As of"])
    assert [row[0] for row in rows if len(row) == 1] == (
        [f"O{side} {seats}" for side in range(sides)] if headed else []
    )
    seen = [row for row in rows if len(row) > 1]
    assert seen[0] == (["P00", "", "1 January 2024"] if headed else ["P00", "", "O0", "1 January 2024"])


def test_a_seat_for_another_than_its_side_says_for_whom(app: Flask) -> None:
    side = Side(link("kommunerna"), (seat("P0", "Eslöv"), seat("P1", "kommunerna")), ())
    _, head, *rows = drawn(
        app, "tables.seats_by_side(sides)", sides=(side, Side(link("Region"), (seat("P2", "Region"),), ()))
    )
    assert head == ["Person", "Role", "Represents", "As of"]
    assert [row[2] for row in rows if len(row) > 1] == ["Eslöv", "", ""]


@pytest.mark.parametrize(
    ("days", "head"), [((None, None), ["Person", "Role"]), ((None, "2024"), ["Person", "Role", "As of"])]
)
def test_a_day_that_no_row_has_is_no_column(app: Flask, days: tuple[str | None, ...], head: list[str]) -> None:
    rows = tuple(seat(f"P{number}", None, day) for number, day in enumerate(days))
    assert drawn(app, "tables.seats(rows, body=false)", rows=rows)[1] == head


@pytest.mark.parametrize(
    ("bodies", "above", "head"),
    [
        (["A", "A", "A"], ["Meeting", "of", "A", "Represents", "O"], ["Day", "Attendance"]),
        (["A", "A", "B"], ["Represents", "O"], ["Day", "Meeting of", "Attendance"]),
        (["A", "A"], [], ["Day", "Meeting of", "Attendance", "Represents"]),
    ],
    ids=["one body", "two bodies", "too few to be said once"],
)
def test_what_all_presences_share_stands_above_them(
    app: Flask, bodies: list[str], above: list[str], head: list[str]
) -> None:
    rows = tuple(
        Presence(link("P"), link("M"), None, link(body), "", None, None, link("O"), None, None, (), None, source(None))
        for body in bodies
    )
    first, second, *_ = drawn(app, "tables.presences(rows, person=false)", rows=rows)
    assert (first, second) == (above, head)


def test_a_name_that_begins_as_its_list_does_is_cut_to_the_rest(app: Flask) -> None:
    things = (Link(BODY.iri + "/2", "Rådet 2024-01-01"), Link(BODY.iri + "/3", "Nytt"), BODY)
    with app.test_request_context("/en/"):
        app.preprocess_request()
        made = app.jinja_env.from_string(
            '{% import "_parts.html" as parts with context %}{{ parts.things(things, "Rådet") }}'
        )
        html = made.render(things=things)
    assert re.findall(r"<bdi>(.*?)</bdi>", html) == ["2024-01-01", "Nytt", "Rådet"]
    assert re.findall(r'aria-label="(.*?)"', html) == ["Rådet 2024-01-01"]


@pytest.mark.parametrize("day", ["2024-01-01", "2024-01", "2024"])
def test_a_day_in_words_keeps_what_a_table_is_sorted_by(app: Flask, day: str) -> None:
    with app.test_request_context("/en/"):
        app.preprocess_request()
        made = app.jinja_env.from_string('{% import "_parts.html" as parts with context %}{{ parts.as_of(sources) }}')
        html = made.render(sources=source(day))
    assert re.findall(r'<time datetime="(.*?)">(.*?)</time>', html) == [
        (day, {4: "2024", 7: "January 2024"}.get(len(day), "1 January 2024"))
    ]


def test_the_assignments_of_one_person_do_not_repeat_the_name(app: Flask) -> None:
    ann, bo = link("Ann"), link("Bo")
    rows = [
        {"assignees": some, "task": "write", "due": None, "sources": source(None), "item_label": None, "meeting": None}
        for some in ((ann,), (ann, bo), (bo,))
    ]
    with app.test_request_context("/en/"):
        app.preprocess_request()
        made = app.jinja_env.from_string(
            '{% import "_tables.html" as tables with context %}{{ tables.assignments(rows, about=ann) }}'
        )
        html = made.render(rows=rows, ann=ann.iri)
    said = [
        " ".join(re.sub(r"<[^>]+>", "", each).split()) for each in re.findall(r"<li.*?(?=<button)", html, re.DOTALL)
    ]
    assert said == ["write", "Ann, Bo: write", "Bo: write"]
