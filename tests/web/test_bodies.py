"""What the page of a body tells beside its statements: sides, a day, chairs over time, whom it shares people with."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from samverkan_web.bodies import sides
from samverkan_web.evidence import Link
from samverkan_web.gantt import WIDTH, Bar, Span, chart
from samverkan_web.statements import Seat, VacantSeats

COUNCIL = "/sv/body/12/vårdrådet_söder"
REGION, ESLOV = Link("b/region/12", "Region Skåne"), Link("b/municipality/1285", "Eslöv")
TOGETHER = Link("b/collective/12/kommunerna", "kommunerna")


class Kinds:
    """What tells the kind of a thing, by the middle of its IRI."""

    def kind(self, iri: str) -> str:
        return iri.split("/")[1]


def seat(person: str, organisation: Link | None) -> Seat:
    return Seat(Link(person, person), Link("b/body/x", "x"), None, organisation, None, None, None, ())


def vacancy(count: int, organisation: Link | None) -> VacantSeats:
    return VacantSeats(Link("b/body/x", "x"), organisation, count, ())


def told(now: Any, vacant: Any, rules: Any) -> list[tuple[str | None, list[str], int, int | None]]:
    return [
        (
            each.organisation.label if each.organisation else None,
            [s.person.label for s in each.seats],
            each.vacant,
            each.of,
        )
        for each in sides(now, vacant, rules, Kinds())  # type: ignore[arg-type]
    ]


RULES = [
    {"side": REGION.iri, "sideLabel": REGION.label, "seats": "8", "years": "1"},
    {"side": TOGETHER.iri, "sideLabel": TOGETHER.label, "seats": "8"},
]


@pytest.mark.parametrize(
    ("now", "vacant", "rules", "expected"),
    [
        ([], [], [], []),
        ([seat("A", REGION), seat("B", ESLOV)], [], [], [("Region Skåne", ["A"], 0, None), ("Eslöv", ["B"], 0, None)]),
        (
            [seat("A", REGION), seat("B", ESLOV)], [vacancy(4, TOGETHER)], RULES,
            [("Region Skåne", ["A"], 0, 8), ("kommunerna", ["B"], 4, 8)],
        ),
        ([seat("B", ESLOV)], [vacancy(2, TOGETHER)], [], [("kommunerna", ["B"], 2, None)]),
        (
            [seat("A", None), seat("B", ESLOV)], [vacancy(1, None)], [],
            [("Eslöv", ["B"], 0, None), (None, ["A"], 1, None)],
        ),
        ([], [], RULES[:1], [("Region Skåne", [], 0, 8)]),
    ],
    ids=["nobody", "each for itself", "by rule", "by what is vacant", "nobody says for whom", "a rule and nobody"],
)  # fmt: skip
def test_seats_stand_by_side(now: Any, vacant: Any, rules: Any, expected: Any) -> None:
    assert told(now, vacant, rules) == expected


def span(person: str, start: str | None = None, end: str | None = None, seen: str | None = None) -> Span:
    return Span(Link(person, person), "chair", start, end, seen, ())


def test_a_stated_term_is_a_bar_and_a_sighting_a_point() -> None:
    found = chart([span("A", "2019", "2019"), span("B", seen="2020-01-01"), span("B", seen="2020-12-31")])
    assert found is not None
    assert (found.first, found.last) == (2019, 2020)
    a, b = found.lines
    assert (a.bars, a.points, a.terms) == ((Bar(0, 498, True),), (), (("2019", "2019"),))
    assert (b.points, b.days) == ((499, 999), ("2020-01-01", "2020-12-31"))
    assert b.bars == (Bar(499, 500, False),)


def test_a_term_without_end_lasts_to_the_end_of_the_line_and_one_sighting_is_no_stretch() -> None:
    found = chart([span("A", "2020-07-01"), span("B", seen="2020-07-01"), span("C")])
    assert found is not None
    lines = {line.person.label: line for line in found.lines}
    assert [line.person.label for line in found.lines] == ["A", "B", "C"]
    assert lines["A"].bars[0].x + lines["A"].bars[0].width == WIDTH
    assert lines["B"].bars == ()
    assert (lines["C"].bars, lines["C"].points) == ((), ())


def test_chairs_of_whom_no_day_is_known_make_no_chart() -> None:
    assert chart([span("A"), span("B")]) is None
    assert chart([]) is None


@pytest.fixture
def dated(client: FlaskClient) -> str:
    return client.get(COUNCIL, query_string={"on": "2024-03-05"}).text


def section(html: str, name: str) -> str:
    """The words of a part of a page."""
    found = html.partition(f'<h2 id="{name}"')[2].partition("<h2")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found))


def test_a_body_tells_who_sat_there_on_a_day_and_how_that_is_known(dated: str) -> None:
    seen = section(dated, "day")
    assert "Satt här den 5 mars 2024" in seen
    assert re.search(r"Karin Lundberg ordförande Region Skåne sedd vid möte den dagen", seen)
    assert "Olle Vikström" not in seen  # a guest
    assert "Erik Sandell , vice ordförande" in seen.partition("kända bara från andra dagar")[2]
    assert 'value="2024-03-05"' in dated


def test_a_day_comes_with_the_passage_rule_and_confidence(dated: str) -> None:
    seen = section(dated, "day").replace("\xa0", " ")
    assert "roster.comma-list" in seen
    assert "95 %, hög" in seen


@pytest.mark.parametrize("day", ["igår", "2024-13", "2024-02-30", "<script>"])
def test_what_is_no_day_is_refused_with_what_to_write(client: FlaskClient, day: str) -> None:
    answer = client.get(COUNCIL, query_string={"on": day}, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "är inget datum" in answer.text


def test_a_body_tells_its_sides_with_vacant_seats(client: FlaskClient) -> None:
    seen = section(client.get(COUNCIL).text, "seats")
    assert re.search(r"Region Skåne 1 .* Karin Lundberg", seen)
    assert re.search(r"kommunerna 2 Erik Sandell .* Maja Holm .* 2 vakanta platser för kommunerna", seen)


def test_chairs_over_time_name_the_day_of_the_meeting(client: FlaskClient) -> None:
    seen = section(client.get(COUNCIL).text, "chairs")
    assert re.search(r"Karin Lundberg ordförande 5 mars 2024", seen)
    assert re.search(r"Erik Sandell vice ordförande dag anges inte", seen)


def test_agreements_stand_apart_from_other_ties(client: FlaskClient) -> None:
    page = client.get(COUNCIL).text
    assert "Söderavtalet" in section(page, "agreements")
    assert "Söderavtalet" not in section(page, "ties")
    assert "Beredningsgrupp Söder" in section(page, "ties")
