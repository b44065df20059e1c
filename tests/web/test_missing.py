"""Telling of a fact that was not read: what comes out adds it, as `samverkan correct add` keeps it."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from samverkan import corrections

PAGE = "/sv/missing/document/radet"
WHO = {"who": "Ann Ek", "why": "Det står i texten."}
SEAT = {"of": "memberships", "quote": "Karin Lundberg, ordförande", "person": "Karin Lund", "role": "member"}


def file_of(html: str) -> str:
    """The correction that a page gives to copy."""
    found = re.search(r"<textarea id=\"file\"[^>]*>(.*?)</textarea>", html, re.DOTALL)
    return unescape(found[1]) if found else ""


def test_the_page_of_a_document_leads_to_it(client: FlaskClient) -> None:
    assert f'href="{PAGE}"' in client.get("/sv/document/radet").text


def test_first_the_kind_of_fact_is_asked_for(client: FlaskClient) -> None:
    page = client.get(PAGE).text
    assert page.count('type="radio" name="of"') == 11
    assert file_of(page) == ""


def test_then_its_values_of_which_the_body_is_that_of_the_document(client: FlaskClient) -> None:
    page = client.get(PAGE, query_string={"of": "memberships", "quote": "Maja Holm"}).text
    assert '<input id="v-body" name="body" value="Vårdrådet Söder" autocomplete="off" required>' in page
    assert '<option value="vice chair">vice ordförande</option>' in page
    assert 'lang="sv" required>Maja Holm</textarea>' in page
    assert file_of(page) == ""


def test_a_missing_fact_becomes_a_file_of_corrections(client: FlaskClient) -> None:
    page = client.get(PAGE, query_string={**SEAT, "body": "Vårdrådet Söder", **WHO}).text
    (row,) = corrections.parse(file_of(page), "missing")
    assert row.document == "radet"
    said = json.loads(file_of(page))["corrections"][0]
    assert said.pop("when").endswith("Z")
    assert said == {
        "act": "add", "kind": "memberships", "quote": "Karin Lundberg, ordförande", **WHO,
        "row": {"person": "Karin Lund", "body": "Vårdrådet Söder", "role": "member"},
    }  # fmt: skip
    command = (
        "samverkan correct add radet memberships 'person=Karin Lund' 'body=Vårdrådet Söder' role=member "
        "--quote 'Karin Lundberg, ordförande' --who 'Ann Ek' --why 'Det står i texten.'"
    )
    assert command in unescape(page)


def test_a_value_called_kind_is_not_the_kind_of_fact(client: FlaskClient) -> None:
    given = {"of": "agenda", "quote": "2 a Plan för nära vård", "title": "Nära vård", "kind": "information", **WHO}
    said = json.loads(file_of(client.get("/sv/missing/document/radet-2024-03-05", query_string=given).text))
    assert said["corrections"][0]["row"] == {"title": "Nära vård", "kind": "information"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({**SEAT, **WHO, "person": " "}, "Fyll i: Person."),
        ({**SEAT, **WHO, "quote": ""}, "Ange orden i dokumentet"),
        ({**SEAT, **WHO, "quote": "Karin Lindberg"}, "Orden står ingenstans i dokumentet"),
        ({**SEAT, **WHO, "role": "kung"}, "kung"),
        ({**SEAT, **WHO, "start": "i våras"}, "är inget datum"),
        ({**SEAT, **WHO, "why": ""}, "Ange skälet"),
        ({**SEAT, **WHO, "who": ""}, "Ange ditt namn"),
        (
            {**SEAT, **WHO, "person": "Karin Lundberg", "role": "chair", "organisation": "Region Skåne"},
            "Det står redan i grafen.",
        ),
    ],
    ids=["a value", "no words", "other words", "no role", "no date", "no reason", "nobody", "known already"],
)
def test_what_cannot_be_added_says_why(client: FlaskClient, given: dict[str, str], said: str) -> None:
    answer = client.get(PAGE, query_string=given)
    assert answer.status_code == 400
    assert said in answer.text.partition('id="error"')[2].partition("</div>")[0]
    assert file_of(answer.text) == ""


@pytest.mark.parametrize("path", ["document/none", "person/12/maja_holm", "document/radet/membership/1234"])
def test_what_is_no_document_lacks_nothing(client: FlaskClient, path: str) -> None:
    assert client.get(f"/sv/missing/{path}").status_code == 404


def test_an_unknown_kind_is_asked_for_again(client: FlaskClient) -> None:
    assert 'type="radio" name="of"' in client.get(PAGE, query_string={"of": "kings", **WHO}).text
