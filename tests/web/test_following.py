"""The lists of what is under way, and what has been read and what has not."""

import re

import pytest
from flask.testing import FlaskClient

from samverkan_web import following, paging
from samverkan_web.site import Site


def words(html: str) -> str:
    """What a reader sees of the page."""
    body = html.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace("\xa0", " ")


def test_the_remiss_list_says_what_was_sent_to_whom_and_until_when_with_its_passage(client: FlaskClient) -> None:
    seen = words(client.get("/sv/remiss").text)
    assert re.search(r"Plan för nära vård , skickat till Eslöv svar senast 1 juni 2024 ” Planen är på remiss", seen)
    assert "Förslag &lt;script&gt;" in seen  # without a last day, and behind those with one
    assert seen.index("Plan för nära vård") < seen.index("Förslag &lt;script&gt;")


def test_the_assignment_list_says_who_does_what_by_when_and_who_gave_it(client: FlaskClient) -> None:
    seen = words(client.get("/en/assignments").text)
    assert "Olle Vikström : skriva ett yttrande by 30 April 2024" in seen
    assert "Vårdrådet Söder 2024-03-05" in seen


@pytest.mark.parametrize(
    ("on", "there"),
    [("2024-04-30", True), ("2024-05-01", False), ("2024-04", True), ("2024", True), ("2025", False)],
)
def test_what_is_due_before_a_day_falls_away_and_what_has_no_day_stays(
    client: FlaskClient, on: str, there: bool
) -> None:
    seen = words(client.get("/sv/assignments", query_string={"on": on}).text)
    assert ("skriva ett yttrande" in seen) == there
    assert "uppdrag &lt;script&gt;" in seen


@pytest.mark.parametrize("path", ["/sv/remiss", "/sv/assignments"])
def test_what_is_no_day_is_refused(client: FlaskClient, path: str) -> None:
    answer = client.get(path, query_string={"on": "i maj"}, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "är inget datum" in answer.text


def test_coverage_tells_what_was_read_and_what_was_not(client: FlaskClient) -> None:
    page = client.get("/sv/coverage").text
    read, _, unread = page.partition('id="unread"')
    assert re.search(r"Vårdrådet Söder Skåne län 3 1 5 mars 2024, 2 dokument utan dag", words(read + "</main>"))
    assert "Beredningsgrupp Söder" in unread
    assert "Vårdrådet Söder" not in unread


@pytest.mark.parametrize("path", ["remiss", "assignments", "coverage"])
def test_the_lists_lead_to_each_other_and_can_be_reached_from_the_start(client: FlaskClient, path: str) -> None:
    assert f'href="/en/{path}" aria-current="page"' in client.get(f"/en/{path}").text
    lists = client.get("/en/").text + client.get("/en/remiss").text
    assert f'href="/en/{path}"' in lists
    assert 'href="/en/remiss"' in client.get("/en/").text


def test_a_list_is_cut_into_pages(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    site = client.application.extensions["site"]
    assert isinstance(site, Site)
    monkeypatch.setattr(following, "PAGE_SIZE", 1)
    monkeypatch.setattr(following, "nearest", lambda total, page: paging.nearest(total, page, 1))
    first, second = (following.assignments(site, "", page).rows for page in (1, 2))
    assert [each.task for each in first] == ["skriva ett yttrande"]
    assert len(second) == 1
    assert second[0].task.startswith("uppdrag")
