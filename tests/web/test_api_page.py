"""The page of the API lists each call as a form that is the call."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from browsing import expect
from flask.testing import FlaskClient

from samverkan import queries
from samverkan_web import api_calls


def test_every_question_search_and_thing_is_a_call_in_the_words_of_the_page() -> None:
    made = {each.name: each for each in api_calls.calls("http://localhost", "sv")}
    assert set(made) == {"questions", "find", "thing", *queries.catalogue()}
    assert list(made)[:3] == ["questions", "find", "thing"]
    who = made["who-sits-on"]
    assert (who.path, who.title) == ("/api/questions/who-sits-on", queries.query("who-sits-on").title["sv"])
    fields = {each.name: each for each in who.fields}
    assert (fields["body"].required, fields["body"].value) == (False, "")
    assert (fields["limit"].value, fields["language"].choices) == ("100", ("sv", "en"))


def test_each_form_leads_to_an_answer_as_it_stands(client: FlaskClient) -> None:
    for call in api_calls.calls("http://localhost", "en"):
        given = {} if call.within else {each.name: each.value for each in call.fields}
        if "body" in given:
            given["body"] = "Vårdrådet Söder"
        if any(each.required and not each.value for each in call.fields):
            continue
        answer = client.get(f"{call.example}?{urlencode(given)}")
        assert answer.status_code == 200, (call.name, answer.text)


def test_the_page_has_the_forms_and_works_as_links_without_the_script(client: FlaskClient) -> None:
    page = client.get("/en/api").text
    assert '<form class="ask" action="/api/questions/who-sits-on">' in page
    assert '<a href="/api/things/region/12">' in page
    actions = [unescape(each) for each in re.findall(r'<form class="ask" action="([^"]+)"', page)]
    assert len(actions) == 3 + len(queries.catalogue())
    assert len(page.encode()) < 300_000


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_script_shows_the_answer_below_the_form(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/en/api#call-find", wait_until="load")
    form = page.locator("#call-find form")
    form.locator("[name=q]").fill("maja")
    form.locator("button").click()
    expect(page.locator("#call-find .answered span")).to_contain_text("200")
    expect(page.locator("#call-find .answered a")).to_have_attribute("href", "/api/search?q=maja&page=1")
    expect(page.locator("#call-find pre")).to_contain_text('"label": "Maja Holm"')
    page.locator("#call-thing summary").click()
    page.locator("#call-thing [name=path]").fill("person/12/nobody")
    page.locator("#call-thing button").click()
    expect(page.locator("#call-thing .answered span")).to_contain_text("404")
    page.close()
