"""What the search box proposes while somebody types."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import expect
from flask.testing import FlaskClient


def labels(client: FlaskClient, text: str, language: str = "sv") -> list[str]:
    answer = client.get(f"/{language}/suggest.json", query_string={"q": text})
    assert answer.content_type == "application/json"
    return [each["label"] for each in answer.get_json()["suggestions"]]


@pytest.mark.parametrize(
    ("text", "first"),
    [("maj", "Maja Holm"), ("holm ma", "Maja Holm"), ("svalövs kom", "Svalöv"), ("söderavt", "Söderavtalet")],
    ids=["beginning", "other order", "other written form", "agreement"],
)
def test_names_are_proposed_by_their_parts(client: FlaskClient, text: str, first: str) -> None:
    assert labels(client, text)[0] == first


def test_a_proposal_tells_its_kind_what_tells_it_apart_and_where_it_leads(client: FlaskClient) -> None:
    for language, kind in (("sv", "Kommun"), ("en", "Municipality")):
        found = client.get(f"/{language}/suggest.json?q=eslöv").get_json()["suggestions"][0]
        assert found == {
            "label": "Eslöv",
            "kind": kind,
            "hint": "Skåne län",
            "address": f"/{language}/municipality/1285",
        }


def test_words_of_decisions_lead_to_their_meeting(client: FlaskClient) -> None:
    found = client.get("/en/suggest.json?q=bakom planen").get_json()["suggestions"]
    assert [(each["label"], each["kind"]) for each in found] == [("Rådet ställer sig bakom planen", "Decision")]
    assert found[0]["address"] == "/en/meeting/12/v%C3%A5rdr%C3%A5det_s%C3%B6der/2024-03-05"


@pytest.mark.parametrize("text", ["", "   ", "\u202e", "maja holmgren", "%00", "'\"*"])
def test_nothing_is_proposed_for_what_nothing_has(client: FlaskClient, text: str) -> None:
    assert labels(client, text) == []


def test_at_most_eight_names_and_three_statements_are_proposed(client: FlaskClient) -> None:
    assert len(labels(client, "a")) == 8
    assert len(labels(client, "råd")) <= 11


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """The start page with its search box."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/sv/", wait_until="load")
    yield page
    context.close()


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_box_is_a_combobox_that_works_by_keyboard(page: Any) -> None:
    box = page.get_by_role("combobox").first
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("maja")  # at once: what is typed letter by letter is proposed for anew, which takes the choice back
    option = page.get_by_role("option", name="Maja Holm")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("maja")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/person/12/maja_holm")


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_enter_without_a_choice_searches_and_planted_names_are_only_text(page: Any) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda each: dialogs.append(each.message) or each.dismiss())
    page.get_by_role("combobox").first.press_sequentially("script")
    page.get_by_role("option").filter(has_text="<script>").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/search?q=script")
    assert dialogs == []


def test_a_box_for_an_end_of_a_connection_is_told_only_what_ties_lead_to(client: FlaskClient) -> None:
    found = client.get("/en/suggest.json?ties=1&q=söder").get_json()["suggestions"]
    kinds = {each["kind"] for each in found}
    assert "Collaboration body" in kinds
    assert kinds.isdisjoint({"Meeting", "Document", "Decision"})


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_how_two_are_connected_is_asked_from_the_start_page(page: Any) -> None:
    for label, name in (("Från", "Maja Holm"), ("Till", "Söderavtalet")):
        box = page.get_by_role("combobox", name=label)
        box.fill(name[:6])
        page.get_by_role("option", name=name).first.click()
        expect(box).to_have_value(name)
    page.get_by_role("button", name="Visa", exact=True).click()
    page.wait_for_url("**/sv/networks?from=Maja+Holm&to=S%C3%B6deravtalet*")
    expect(page.locator("#connection ~ h3").first).to_have_text("I 2 steg")
