"""Two languages, one address each: the switch keeps the page, and every word has its Swedish."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan_web import languages, translating


def test_the_kept_catalogue_holds_exactly_what_the_pages_say() -> None:
    said = {str(message.id) for message in translating.said() if message.id}
    kept = {str(message.id) for message in translating.translated() if message.id}
    assert kept == said, "run python -m samverkan_web.translating and translate what it prints"


def test_every_message_has_its_swedish_with_the_same_places_to_fill() -> None:
    for message in translating.translated():
        if message.id:
            assert all(translating.strings(message.string)), message.id
            assert not message.fuzzy, message.id
            for english, swedish in zip(
                translating.strings(message.id), translating.strings(message.string), strict=True
            ):
                assert re.findall(r"%\(\w+\)s", swedish) == re.findall(r"%\(\w+\)s", english), english


def test_what_the_site_reads_is_the_catalogue_compiled() -> None:
    assert translating.MO.read_bytes() == translating.compiled(translating.translated())


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/sv/", "/en/"),
        ("/sv/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der", "/en/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der"),
        ("/sv/search?q=maja&amp;kind=person", "/en/search?q=maja&amp;kind=person"),
        ("/sv/questions/who-sits-on?body=X", "/en/questions/who-sits-on?body=X"),
        ("/sv/networks/people", "/en/networks/people"),
    ],
)
def test_the_switch_keeps_the_page_and_what_was_asked(client: FlaskClient, here: str, there: str) -> None:
    page = client.get(here.replace("&amp;", "&")).text
    assert f'<a class="language" hreflang="en" lang="en" href="{there}">English</a>' in page
    assert f'<link rel="alternate" hreflang="sv" href="{here}">' in page
    assert f'<link rel="alternate" hreflang="en" href="{there}">' in page


@pytest.mark.parametrize("name", ["_external", "_scheme", "_anchor", "_method", "endpoint", "self", "path", "language"])
def test_what_a_visitor_writes_never_names_an_option_of_ours(client: FlaskClient, name: str) -> None:
    page = client.get("/sv/body/12/vårdrådet_söder", query_string={name: "javascript:x"})
    assert page.status_code == 200
    switch = f'href="/en/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der?{name}=javascript%3Ax"'
    assert page.text.count(switch) == 2


def test_the_bare_address_leads_to_the_language_of_the_settings(client: FlaskClient) -> None:
    assert client.get("/").headers["Location"] == "/sv/"


def test_a_language_that_there_is_not_is_no_page(client: FlaskClient) -> None:
    assert client.get("/de/", headers={"Accept": "text/html"}).status_code == 404


@pytest.mark.parametrize(
    ("iso", "swedish", "english"),
    [
        ("2021-09-07", "7 september 2021", "7 September 2021"),
        ("2021-09", "september 2021", "September 2021"),
        ("2021", "2021", "2021"),
        ("i höstas", "i höstas", "i höstas"),
        (None, "", ""),
    ],
    ids=["day", "month", "year", "no date", "nothing"],
)
def test_a_date_is_as_exact_as_it_is_stated(app: Flask, iso: str | None, swedish: str, english: str) -> None:
    for language, words in (("sv", swedish), ("en", english)):
        with app.test_request_context(f"/{language}/"):
            app.preprocess_request()
            assert languages.when(iso) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-01-30", "2019-01-30", "30 januari 2019"),
        ("2019-01-30", "2019-01-31", "30–31 januari 2019"),
        ("2019-01-30", "2019-02-01", "30 januari – 1 februari 2019"),
        ("2018-12-31", "2019-01-01", "31 december 2018 – 1 januari 2019"),
        ("2019", "2022-12", "2019 – december 2022"),
    ],
)
def test_a_stretch_of_time_says_each_thing_once(app: Flask, start: str, end: str, words: str) -> None:
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        assert languages.between(start, end) == words
