"""Reporting an error in a statement: what comes out is a correction as `samverkan correct` keeps it."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from samverkan import corrections
from samverkan.vocabulary import KNOWN_BY
from samverkan_web.evidence import Amendment, sources, sureness

WHO = {"who": "Ann Ek", "why": "Sidan säger ersättare."}


@pytest.fixture
def address(client: FlaskClient) -> str:
    """Where an error in the seat of Erik Sandell is reported, as the mark of the seat says."""
    row = client.get("/sv/body/12/vårdrådet_söder").text.partition("Erik Sandell</bdi></a>")[2].partition("</tr>")[0]
    found = re.search(r'href="(/sv/report/document/radet/membership/[0-9a-f]+)"', row)
    assert found
    return found[1]


def file_of(html: str) -> str:
    """The correction that a page gives to copy."""
    found = re.search(r"<textarea id=\"file\"[^>]*>(.*?)</textarea>", html, re.DOTALL)
    return unescape(found[1]) if found else ""


def test_a_report_is_filled_in_with_what_was_read(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    assert '<input id="v-person" name="person" value="Erik Sandell"' in page
    assert '<option value="vice chair" selected>vice ordförande</option>' in page
    assert file_of(page) == ""


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"act": "change", "role": "substitute"}, {"act": "change", "to": {"role": "substitute"}}),
        ({"act": "change", "organisation": " "}, {"act": "change", "to": {"organisation": None}}),
        ({"act": "reject"}, {"act": "reject"}),
        ({"act": "confirm", "role": "substitute"}, {"act": "confirm"}),
    ],
    ids=["another value", "no value", "rejected", "confirmed, whatever stands in the fields"],
)
def test_a_report_becomes_a_file_of_corrections(
    client: FlaskClient, address: str, given: dict[str, str], made: dict[str, object]
) -> None:
    text = file_of(client.get(address, query_string={**given, **WHO}).text)
    (row,) = corrections.parse(text, "report")
    assert row.document == "radet"
    said = json.loads(text)["corrections"][0]
    assert said.pop("when").endswith("Z")
    assert said == {
        "kind": "memberships", "quote": "Erik Sandell, Eslöv, vice ordförande", **WHO, **made,
        "row": {"person": "Erik Sandell", "body": "Vårdrådet Söder", "role": "vice chair", "organisation": "Eslöv"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"act": "change", **WHO}, "Inget är ändrat"),
        ({"act": "reject", "why": "fel"}, "Ange ditt namn"),
        ({"act": "reject", "who": "Ann Ek"}, "Ange skälet"),
        ({"act": "change", "start": "i våras", **WHO}, "är inget datum"),
        ({"act": "change", "role": "kung", **WHO}, "kung"),
    ],
    ids=["nothing changed", "nobody", "no reason", "no date", "no role"],
)
def test_a_report_that_cannot_be_made_says_why(
    client: FlaskClient, address: str, given: dict[str, str], said: str
) -> None:
    answer = client.get(address, query_string=given)
    assert answer.status_code == 400
    assert said in answer.text.partition('id="error"')[2].partition("</div>")[0]
    assert file_of(answer.text) == ""


def test_the_same_correction_is_given_as_a_command(client: FlaskClient, address: str) -> None:
    page = unescape(client.get(address, query_string={"act": "change", "role": "substitute", **WHO}).text)
    command = (
        r"samverkan correct change radet/[0-9a-f]{10} role=substitute --who 'Ann Ek' --why 'Sidan säger ersättare.'"
    )
    assert re.search(command, page)


@pytest.mark.parametrize("path", ["document/none/membership/abcd1234", "document/radet", "person/12/maja_holm"])
def test_what_is_no_statement_has_no_report(client: FlaskClient, path: str) -> None:
    assert client.get(f"/sv/report/{path}").status_code == 404


def test_a_source_tells_who_corrected_it_and_why_oldest_first() -> None:
    row = {"fact": "f", "document": "d", "known": KNOWN_BY["corrected"].value}
    later = {
        **row,
        "correction": "1",
        "act": "a2",
        "who": "j/bo",
        "whoLabel": "Bo",
        "why": "Så.",
        "moment": "2031-02-04",
    }
    first = {**row, "correction": "2", "act": "a1", "who": "j/ann", "why": "Nej.", "moment": "2031-02-03"}
    (source,) = sources([later, first, later])
    assert source.known == KNOWN_BY["corrected"].value
    assert source.amendments == (
        Amendment("a1", "ann", "Nej.", "2031-02-03"),
        Amendment("a2", "Bo", "Så.", "2031-02-04"),
    )


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "high"),
        (0.9, "high"),
        (0.89, "fairly high"),
        (0.8, "fairly high"),
        (0.79, "low, look"),
        (0.0, "low, look"),
    ],
)
def test_confidence_has_words(client: FlaskClient, confidence: float, words: str) -> None:
    with client.application.test_request_context("/en/"):
        client.application.preprocess_request()
        assert sureness(confidence).startswith(words)
