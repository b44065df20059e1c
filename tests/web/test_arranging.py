"""The rows of an answer, sorted and filtered: by the address alone, and while one types."""

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
from browsing import expect
from flask.testing import FlaskClient
from pyoxigraph import Literal

from samverkan.queries import Cell
from samverkan_web.arranging import Arrangement, arranged

COUNCIL = "body=V%C3%A5rdr%C3%A5det+S%C3%B6der"


def cell(value: str | int | None) -> Cell:
    return Cell(None if value is None else str(value), None if value is None else Literal(value))


def row(*values: str | int | None) -> tuple[Cell, ...]:
    return tuple(map(cell, values))


ROWS = (row("Åre", 9), row("Älvsbyn", 10), row("ale", None), row("Ödåkra", 2))


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("", ["Åre", "Älvsbyn", "ale", "Ödåkra"]),
        ("name", ["ale", "Åre", "Älvsbyn", "Ödåkra"]),
        ("-name", ["Ödåkra", "Älvsbyn", "Åre", "ale"]),
        ("seats", ["Ödåkra", "Åre", "Älvsbyn", "ale"]),
        ("-seats", ["Älvsbyn", "Åre", "Ödåkra", "ale"]),
    ],
    ids=["as it is", "Swedish letters", "backwards", "numbers by size", "empty cells last both ways"],
)
def test_rows_stand_in_the_order_of_a_column(order: str, names: list[str]) -> None:
    assert [row[0].text for row in arranged(ROWS, ("name", "seats"), Arrangement(order))] == names


@pytest.mark.parametrize(
    ("words", "names"), [("ÄLV", ["Älvsbyn"]), ("10 älv", ["Älvsbyn"]), ("alv", []), ("9", ["Åre"])]
)
def test_a_filter_keeps_rows_that_have_all_words_somewhere(words: str, names: list[str]) -> None:
    assert [row[0].text for row in arranged(ROWS, ("name", "seats"), Arrangement("", words))] == names


def people(html: str) -> list[str]:
    return re.findall(r'data-title="Person"[^>]*><a[^>]+><bdi>([^<]+)', html)


def test_the_head_of_a_column_leads_to_the_answer_in_its_order(client: FlaskClient) -> None:
    address = f"/sv/questions/who-sits-on?{COUNCIL}"
    page = client.get(address).text
    assert f'href="{address}&amp;sort=person#answer">Person</a>' in page
    up, down = (client.get(f"{address}&sort={order}").text for order in ("person", "-person"))
    assert people(up) == ["Erik Sandell", "Karin Lundberg", "Maja Holm"]
    assert people(down) == ["Maja Holm", "Karin Lundberg", "Erik Sandell"]
    assert f'aria-sort="ascending"><a class="sort" rel="nofollow" href="{address}&amp;sort=-person#answer">' in up


def test_a_filter_tells_how_many_rows_are_left_and_holds_for_the_files(client: FlaskClient) -> None:
    address = "/en/questions/search?text=s%C3%B6der&filter=agreement"
    page = client.get(address).text
    found = re.search(r"(\d+) of (\d+) rows", page)
    assert found
    assert (found[1], int(found[2]) > 1) == ("1", True)
    assert "/en/questions/search.csv?text=s%C3%B6der&amp;filter=agreement" in page
    told = client.get("/en/questions/search.csv?text=s%C3%B6der&filter=agreement").text
    assert [each["entity"] for each in csv.DictReader(io.StringIO(told))] == ["Söderavtalet"]


def test_words_that_no_row_has_are_told(client: FlaskClient) -> None:
    page = client.get(f"/sv/questions/who-sits-on?{COUNCIL}&filter=xyzzy")
    assert (page.status_code, "Ingen rad har dessa ord" in page.text) == (200, True)


def test_the_answer_as_a_workbook_has_heads_in_the_language_and_numbers_as_numbers(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/en/questions/who-sits-on.xlsx?{COUNCIL}").data))
    rows = list(book.active.iter_rows(values_only=True))
    assert "Person" in rows[0]
    assert 2 in [row[rows[0].index("Vacant seats")] for row in rows[1:]]
    assert "Karin Lundberg" in rows[1]


@pytest.mark.parametrize("query", ["sort=hat", "sort=-", "filter=%00", "sort=person&page=99", "filter=" + "a" * 3000])
def test_odd_wishes_get_a_page(client: FlaskClient, query: str) -> None:
    assert client.get(f"/sv/questions/who-sits-on?{COUNCIL}&{query}").status_code == 200


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_table_filters_while_one_types(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/sv/questions/search?text=söder", wait_until="load")
    rows = page.locator("table.answer tbody tr")
    before = rows.count()
    page.get_by_label("Bara rader med").press_sequentially("avtal")
    page.wait_for_url("**/sv/questions/search?text=s%C3%B6der&filter=avtal")
    assert 0 < rows.count() < before  # the address is told last
    expect(page.locator("div.answer [role=status]")).to_contain_text("av ")
    page.close()


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_table_of_a_page_is_sorted_by_a_press_on_its_head(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/sv/downloads", wait_until="load")
    page.set_content(
        '<main><table class="flow"><thead><tr><th>Namn<th class="number">Antal</tr></thead><tbody>'
        "<tr><td>Åre<td class=number>10</tr><tr><td>Älvsbyn<td class=number>9</tr><tr><td>ale<td class=number></tr>"
        f'</tbody></table><script src="{address}/static/tables.js"></script></main>'
    )
    names = page.locator("tbody td:first-child")
    for head, order in (
        ("Namn", ["ale", "Åre", "Älvsbyn"]),
        ("Namn", ["Älvsbyn", "Åre", "ale"]),
        ("Antal", ["Älvsbyn", "Åre", "ale"]),
    ):
        page.get_by_role("button", name=head).click()
        expect(names).to_have_text(order)
    expect(page.locator("th[aria-sort]")).to_have_text("Antal")
    page.close()
