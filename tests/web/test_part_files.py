"""The parts of a thing's page as CSV, Excel and JSON: each statement a row, with its passage and its address."""

import csv
import io
import re

import openpyxl
import pytest
from flask.testing import FlaskClient

COUNCIL = "body/12/vårdrådet_söder"


def test_the_seats_of_a_body_as_csv(client: FlaskClient) -> None:
    answer = client.get(f"/sv/part/seats/{COUNCIL}.csv")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="seats.csv"'
    rows = {row["person"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    row = rows["Maja Holm"]
    assert row.pop("statement").startswith("https://example.org/id/document/radet/membership/")
    assert row == {
        "person": "Maja Holm", "person_iri": "https://example.org/id/person/12/maja_holm",
        "body": "Vårdrådet Söder", "body_iri": f"https://example.org/id/{COUNCIL}", "role": "ledamot",
        "organisation": "Svalöv", "organisation_iri": "https://example.org/id/municipality/1214", "party": "M",
        "start": "", "end": "", "document": "Vårdrådet Söder",
        "document_iri": "https://example.org/id/document/radet", "document_day": "", "quote": "Maja Holm (M), Svalöv",
        "rule": "composition.list", "confidence": "0.95",
    }  # fmt: skip


def test_words_of_lists_are_in_the_language_of_the_page(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"/en/part/seats/{COUNCIL}.csv").text)))
    assert {row["role"] for row in rows} == {"member", "chair", "vice chair"}


def test_a_workbook_has_heads_in_words(client: FlaskClient) -> None:
    answer = client.get("/sv/part/presences/meeting/12/vårdrådet_söder/2024-03-05.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    assert sheet
    heads, *rows = sheet.iter_rows(values_only=True)
    assert heads[:4] == ("Person", "Möte", "Dag", "Organ")
    assert {row[0] for row in rows} == {"Karin Lundberg", "Maja Holm", "Olle Vikström", "Erik Sandell"}


def test_json_gives_things_with_their_addresses_and_lists_as_lists(client: FlaskClient) -> None:
    told = client.get("/sv/part/assignments/meeting/12/vårdrådet_söder/2024-03-05.json").json
    assert told
    assert told["label"] == "Vårdrådet Söder 2024-03-05"
    (row,) = told["assignments"]
    assert row["assignees"] == [{"label": "Olle Vikström", "iri": "https://example.org/id/person/12/olle_vikström"}]
    assert (row["task"], row["due"], row["quote"]) == ("skriva ett yttrande", "2024-04-30", "skriva ett yttrande")


@pytest.mark.parametrize(
    "path",
    [f"vacancy/{COUNCIL}.csv", "seats/person/12/nobody.csv", "items/person/12/maja_holm.csv", f"head/{COUNCIL}.csv"],
    ids=["no part", "nobody", "a part of other kinds", "no list"],
)
def test_what_there_is_not_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/sv/part/{path}").status_code == 404


def test_another_form_is_no_file(client: FlaskClient) -> None:
    assert client.get(f"/sv/part/seats/{COUNCIL}.ods").status_code == 404


@pytest.mark.parametrize(
    "path",
    [COUNCIL, "person/12/maja_holm", "municipality/1214", "meeting/12/vårdrådet_söder/2024-03-05",
     "document/radet-2024-03-05", "plan/12/plan_för_nära_vård", "document/hostile"],
)  # fmt: skip
def test_each_file_that_a_page_offers_can_be_had(client: FlaskClient, path: str) -> None:
    offered = re.findall(r'href="(/sv/part/[^"]+)"', client.get(f"/sv/{path}").text)
    assert len(offered) >= 3
    for address in offered:
        assert client.get(address).status_code == 200, address


def test_text_that_looks_like_a_formula_stays_text(client: FlaskClient) -> None:
    hostile = client.get("/sv/part/decisions/document/hostile.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(hostile.data)).active
    assert sheet
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
