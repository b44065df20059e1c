"""The life line of a work, whom a person has met, and the share of presence of an organisation."""

import re

import pytest
from flask.testing import FlaskClient

from samverkan.vocabulary import OUTCOMES, SAMV
from samverkan_web import works
from samverkan_web.evidence import Link
from samverkan_web.works import Step, stages

PLAN = "/sv/plan/12/plan_för_nära_vård"


def section(html: str, name: str) -> str:
    """The words of a part of a page."""
    found = html.partition(f'<h2 id="{name}"')[2].partition("<h2")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found))


def step(kind: str, outcome: str | None = None, day: str | None = None) -> Step:
    return Step(kind, outcome, day, None, None, None, None, Link("d", "d"), ())


def test_a_work_comes_to_a_stage_on_the_first_day_told_of() -> None:
    item, endorsed = SAMV.AgendaItem.value, OUTCOMES["endorsed"].value
    found = stages((step(item, None, "2031-02"), step(item, None, "2030-05-01"), step("d", endorsed)))
    assert [(each.reached, each.day) for each in found] == [
        (False, None),
        (True, "2030-05-01"),
        (True, None),
        (False, None),
    ]


def test_a_plan_shows_its_steps_with_the_passage_of_each(client: FlaskClient) -> None:
    seen = section(client.get(PLAN).text, "steps")
    assert re.search(
        r"På remiss 5 mars 2024 På en dagordning 5 mars 2024 Tillstyrkt 5 mars 2024 Antaget inget sägs", seen
    )
    assert re.search(r"remiss Plan för nära vård → Eslöv senast 1 juni 2024 .*Planen är på remiss hos Eslöv", seen)
    assert re.search(r"tillstyrkt Vårdrådet Söder Rådet ställer sig bakom planen", seen)


def test_a_work_of_which_no_step_is_told_has_no_life_line(client: FlaskClient) -> None:
    assert 'id="steps"' not in client.get("/sv/agreement/12/söderavtalet").text


def test_a_person_has_met_those_present_on_a_day_in_common(client: FlaskClient) -> None:
    seen = section(client.get("/sv/person/12/maja_holm").text, "met")
    assert "Karin Lundberg 1 möte" in seen
    assert "Olle Vikström 1 möte" in seen
    assert "Erik Sandell" not in seen  # reported absent
    assert 'id="met"' not in client.get("/sv/person/12/ingela_strand").text


def test_a_municipality_tells_its_share_of_presence(client: FlaskClient) -> None:
    there, away = (section(client.get(f"/sv/municipality/{code}").text, "presences") for code in ("1214", "1285"))
    assert "Vårdrådet Söder 1 1 100" in there
    assert "Vårdrådet Söder 1 0 0" in away


def test_a_long_life_line_shows_its_latest_steps(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(works, "_MOST", 2)
    page = client.get(PLAN).text
    seen = section(page, "steps")
    assert "Alla 4" in seen
    assert "På remiss 5 mars 2024 På en dagordning 5 mars 2024 Tillstyrkt 5 mars 2024" in seen  # stages know all
    assert page.partition('class="lifeline"')[2].partition("</ol>")[0].count("<li>") == 2
