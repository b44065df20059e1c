"""Mistakes are told in the language of the page, and a name that several have offers each of them."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan.errors import SamverkanError
from samverkan.store.answers import Limits, too_long, too_many
from samverkan.store.guard import check
from samverkan.store.worker import too_much_memory
from samverkan_web import messages

BROWSER = {"Accept": "text/html"}


def alert(client: FlaskClient, path: str, **asked: str) -> str:
    """What the page says of a mistake."""
    page = client.get(path, query_string=asked, headers=BROWSER)
    assert page.status_code >= 400
    text = page.text.partition('class="error"')[2].partition("</div>")[0].partition(">")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip().replace("&#39;", "'")


@pytest.mark.parametrize(
    ("path", "asked", "swedish", "english"),
    [
        ("questions/who-sits-on", {"body": "Xyzzy"}, "Inget organ heter ”Xyzzy”.", "No body is called “Xyzzy”."),
        (
            "questions/who-sits-on", {"body": "Vårdrådet Södra"},
            "Inget organ heter ”Vårdrådet Södra”. Liknande namn: Vårdrådet Söder.",
            "No body is called “Vårdrådet Södra”. Near names: Vårdrådet Söder.",
        ),
        (
            "questions/bodies-of-person", {"person": "O'Xyz"},
            "Ingen person heter ”O'Xyz”.", "No person is called “O'Xyz”.",
        ),
        (
            "questions/calendar", {"from": "igår"},
            "”igår” är inget datum. Skriv en dag, en månad eller ett år som 2021-09-07, 2021-09 eller 2021.",
            "“igår” is no date. Write a day, a month or a year as 2021-09-07, 2021-09 or 2021.",
        ),
        (
            "networks", {"from": "Xyzzy", "to": "Maja Holm"},
            "Inget här heter ”Xyzzy”.", "Nothing here is called “Xyzzy”.",
        ),
        (
            "sparql", {"query": "SELECT ?x {"},
            "Rad 1, kolumn 12: frågan tar slut innan den är färdig.",
            "Line 1, column 12: the query ends before it is complete.",
        ),
        (
            "sparql", {"query": "SELECT * { ?s foo:bar ?o }"},
            "Rad 1, kolumn 22, före ”?o }”: prefixet är inte angivet.",
            "Line 1, column 22, before “?o }”: this prefix is not declared.",
        ),
        (
            "sparql", {"query": "INSERT DATA { <a:a> <a:b> <a:c> }"},
            "Rad 1, kolumn 1: INSERT är en ändring; här kan grafen bara läsas.",
            "Line 1, column 1: INSERT is an update; the graph can only be read here.",
        ),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_a_mistake_is_told_in_the_language_of_the_page(
    client: FlaskClient, path: str, asked: dict[str, str], swedish: str, english: str
) -> None:
    assert alert(client, f"/sv/{path}", **asked) == swedish
    assert alert(client, f"/en/{path}", **asked) == english


def test_a_program_is_told_in_the_words_of_the_library(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "SELECT ?x {"})
    assert answer.get_json()["detail"] == "line 1, column 12: not as SPARQL continues; the query ends here"


def test_a_name_that_several_have_offers_each_of_them(client: FlaskClient) -> None:
    page = client.get("/sv/questions/representatives-of-organisation", query_string={"organisation": "region"}).text
    choices = page.partition("Flera har ett namn som börjar med ”region”. Vilken menar du?")[2].partition("</div>")[0]
    here = "/sv/questions/representatives-of-organisation?organisation="
    assert f'<a href="{here}https%3A%2F%2Fexample.org%2Fid%2Fregion%2F12"><bdi>Region Skåne (' in choices
    assert re.search(r"<bdi>Region Skåne \([^)]*\d+ uppgifter\)</bdi>", choices)
    address = re.findall(r'href="([^"]+)"', choices)[0]
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "message",
    [
        *map(str, (too_many(Limits()), too_long(Limits()), too_much_memory(Limits()))),
        "all 2 query workers are busy; try again in a moment",
        "the query was stopped after 10 seconds; ask for less at a time",
    ],
)  # fmt: skip
def test_what_goes_beyond_a_limit_is_told_in_swedish(app: Flask, message: str) -> None:
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        text = messages.told(message).text
    assert text != message
    assert re.search(r"Fråga|Försök|frågor", text)


@pytest.mark.parametrize(
    "query",
    ["", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SELECT * " + "{" * 101, " " * 70_000],
    ids=["nothing", "a call", "nested", "long"],
)
def test_what_the_guard_refuses_is_told_in_swedish(app: Flask, query: str) -> None:
    with pytest.raises(SamverkanError) as refused:
        check(query)
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        text = messages.told(str(refused.value)).text
    assert text != str(refused.value)
    assert re.match(r"Rad |En fråga|Frågan", text)


def test_a_message_that_the_table_does_not_know_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context("/sv/"):
        app.preprocess_request()
        assert messages.told("the moon is full").text == "the moon is full"
