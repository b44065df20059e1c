"""The search page with facets: each choice is a link, each state an address; the same as table, timeline and files."""

import csv
import io
import re
from html import unescape

import openpyxl
import pytest
from flask.testing import FlaskClient

PEOPLE = "/sv/search?kind=person"


def choices(html: str, title: str) -> dict[str, str]:
    """The values of a facet with their numbers."""
    part = html.partition(f"<h2>{title}</h2>")[2].partition("</ul>")[0]
    return dict(re.findall(r'<bdi>([^<]+)</bdi></a> <span class="count">([^<]+)<', part))


def names(html: str) -> list[str]:
    """The names in the table."""
    return re.findall(r'<td class="first"><a [^>]+><bdi>([^<]+)', html)


def test_facets_stand_beside_the_list_with_their_numbers(client: FlaskClient) -> None:
    page = client.get(PEOPLE).text
    assert choices(page, "Roll") == {"Gäst": "1", "Ledamot": "1", "Ordförande": "2", "Vice ordförande": "1"}
    assert '<a rel="nofollow" href="/sv/search?kind=person&amp;role=vice-chair"><bdi>Vice ordförande</bdi>' in page
    assert choices(client.get("/en/search?kind=person").text, "Role")["Vice chair"] == "1"


def test_meetings_and_works_are_sorted_out_by_theme(client: FlaskClient) -> None:
    page = client.get("/sv/search?kind=meeting").text
    assert choices(page, "Ämne") == {
        "Hälsa och vård": "1"
    }  # its agenda has a plan for care; the hostile meeting has none
    found = client.get("/en/search?kind=meeting&theme=health&view=table").text
    assert names(found) == ["Vårdrådet Söder 2024-03-05"]
    assert "Theme: <bdi>Health and care</bdi>" in found
    assert names(client.get("/sv/search?kind=plan&theme=health&view=table").text) == ["Plan för nära vård"]


def test_a_choice_narrows_the_list_and_can_be_taken_away(client: FlaskClient) -> None:
    page = client.get(f"{PEOPLE}&role=vice-chair&view=table").text
    assert names(page) == ["Erik Sandell"]
    assert '<span class="unseen">Ta bort:</span> Roll: <bdi>Vice ordförande</bdi>' in page
    assert 'href="/sv/search?kind=person&amp;view=table"><span class="unseen">Ta bort:' in page


def test_choices_that_nothing_has_are_told(client: FlaskClient) -> None:
    page = client.get(f"{PEOPLE}&role=vice-chair&party=M").text
    assert "Inget i grafen är allt detta" in page
    assert "Ta bort:</span> Parti: <bdi>M</bdi>" in page


def test_the_table_is_ordered_by_the_column_whose_head_was_followed(client: FlaskClient) -> None:
    up = client.get("/sv/search?kind=meeting&view=table&sort=year").text
    assert 'aria-sort="ascending"' in up
    assert 'href="/sv/search?kind=meeting&amp;sort=-year&amp;view=table"' in up
    down = client.get("/sv/search?kind=person&view=table&sort=-name").text
    assert names(down) == sorted(names(down), reverse=True)


def test_the_timeline_tells_the_years_in_words_too(client: FlaskClient) -> None:
    page = client.get("/en/search?kind=meeting&view=timeline").text
    assert page.count('role="img" aria-label="2024"') == 2


def test_all_that_is_found_can_be_taken_away(client: FlaskClient) -> None:
    address = "/sv/search.{}?kind=person&role=vice-chair"
    told = client.get(address.format("csv"))
    assert list(csv.DictReader(io.StringIO(told.text))) == [
        {
            "name": "Erik Sandell", "kind": "Person", "county": "Skåne län", "first": "2024", "last": "2024",
            "iri": "https://example.org/id/person/12/erik_sandell",
        }
    ]  # fmt: skip
    assert told.headers["Content-Disposition"] == 'attachment; filename="person.csv"'
    assert client.get(address.format("json")).get_json()["rows"][0]["name"] == "Erik Sandell"
    book = openpyxl.load_workbook(io.BytesIO(client.get(address.format("xlsx")).data))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0] == ("Namn", "Slag", "Län", "Första året", "Sista året", "Adress")
    assert rows[1][:3] == ("Erik Sandell", "Person", "Skåne län")


def test_a_name_that_begins_like_a_formula_stays_a_text(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/sv/search.xlsx").data))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize(
    "query",
    ["?role=%27%20OR%201", "?sort=id;drop", "?view=wizard", "?year=", "?party=%00", "?county=../..", "?known=x"],
)
def test_odd_choices_get_a_page(client: FlaskClient, query: str) -> None:
    assert client.get(f"/sv/search{query}").status_code == 200


def test_the_map_counts_all_that_is_found_by_county_also_in_words(client: FlaskClient) -> None:
    page = client.get("/sv/search?kind=municipality&view=map").text
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="map"') == 1
    row = page.partition("<bdi>Skåne län</bdi>")[2].partition("</tr>")[0]
    assert '<td class="number">33</td>' in row
    assert "/sv/search?kind=municipality&amp;county=12" in page


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ("kind=person&county=12&year=2024", {"Karin Lundberg", "Maja Holm", "Olle Vikström"}),
        ("q=maja", {"Maja Holm"}),
        ("kind=municipality&q=eslöv", {"Eslöv"}),
    ],
    ids=["people of a county and a year", "words", "a municipality"],
)
def test_what_is_found_can_be_seen_as_a_network_of_exactly_these_things(
    client: FlaskClient, asked: str, labels: set[str]
) -> None:
    page = client.get(f"/sv/search?{asked}").text.partition('class="views"')[2]
    (address,) = re.findall(r'href="([^"]+)">Nätverk</a>', page)
    network = client.get(unescape(address))
    assert network.status_code == 200
    data = client.get(unescape(address).replace("/network?", "/network.json?")).get_json()
    assert labels <= {node["label"] for node in data["nodes"]}
    found = list(csv.DictReader(io.StringIO(client.get(f"/sv/search.csv?{asked}").get_data().decode("utf-8-sig"))))
    assert len(data["nodes"]) == len(found)


def test_the_network_of_what_is_found_keeps_the_search_when_it_is_narrowed(client: FlaskClient) -> None:
    page = client.get("/sv/found/network?kind=person&county=12&since=2024").text
    assert '<input type="hidden" name="county" value="12">' in page
    assert "kind=person&amp;county=12" in page
    assert 'name="county" value="12"' in page.partition('class="ask"')[2]
    assert '<select id="county"' not in page
