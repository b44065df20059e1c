"""The shipped queries as pages: form, answer, downloads."""

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan import queries
from samverkan.errors import QueryTimeout
from samverkan_web import asking, paging

COUNCIL = {"body": "Vårdrådet Söder"}


def test_the_list_holds_every_shipped_query_in_the_language_of_the_page(client: FlaskClient) -> None:
    swedish, english = client.get("/sv/questions").text, client.get("/en/questions").text
    for name, query in queries.catalogue().items():
        assert f'<a href="/sv/questions/{name}">{query.title["sv"]}</a>' in swedish
        assert f'<a href="/en/questions/{name}">{query.title["en"]}</a>' in english


@pytest.mark.parametrize("name", sorted(queries.catalogue()))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_shipped_query_has_a_page(client: FlaskClient, name: str, language: str) -> None:
    page = client.get(f"/{language}/questions/{name}")
    assert page.status_code == 200
    assert queries.catalogue()[name].title[language] in page.text


def test_an_answer_is_a_table_with_links_to_the_things(client: FlaskClient) -> None:
    page = client.get("/sv/questions/who-sits-on", query_string=COUNCIL).text
    assert '<a href="/sv/person/12/karin_lundberg"><bdi>Karin Lundberg</bdi></a></td>' in page
    assert "<bdi>ordförande</bdi>" in page
    assert "<bdi>chair</bdi>" in client.get("/en/questions/who-sits-on", query_string=COUNCIL).text


def test_the_passage_of_a_row_stands_behind_its_mark(client: FlaskClient) -> None:
    page = client.get("/sv/questions/who-sits-on", query_string=COUNCIL).text
    row = page.partition("<bdi>Erik Sandell</bdi>")[2].partition("</tr>")[0]
    assert "<bdi>Erik Sandell, Eslöv, vice ordförande</bdi></blockquote>" in row
    assert 'href="/sv/document/radet"' in row
    heads = page.partition("<thead>")[2].partition("</thead>")[0]
    assert "Citat" not in heads
    assert "Till<" not in heads  # no row has an end


def test_a_form_offers_the_names_that_there_are(client: FlaskClient) -> None:
    assert '<option value="Vårdrådet Söder">' in client.get("/sv/questions/who-sits-on").text


def test_an_unknown_name_is_told_beside_the_form(client: FlaskClient) -> None:
    page = client.get("/sv/questions/who-sits-on", query_string={"body": "Vårdrådet Norr"})
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert 'value="Vårdrådet Norr"' in page.text


def test_the_answer_as_csv_has_a_column_of_iris_beside_each_column_of_things(client: FlaskClient) -> None:
    answer = client.get("/sv/questions/who-sits-on.csv", query_string=COUNCIL)
    assert answer.content_type == "text/csv; charset=utf-8"
    found = list(csv.DictReader(io.StringIO(answer.text)))
    chair = next(row for row in found if row["role"] == "ordförande")
    assert (chair["person"], chair["person_iri"]) == (
        "Karin Lundberg",
        "https://example.org/id/person/12/karin_lundberg",
    )
    assert next(row for row in found if row["vacancies"])["vacancies"] == "2"


def test_the_answer_as_json_names_things_and_their_iris(client: FlaskClient) -> None:
    answer = client.get("/en/questions/who-sits-on.json", query_string=COUNCIL)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert {"label": "Maja Holm", "iri": "https://example.org/id/person/12/maja_holm"} in [
        row.get("person") for row in answer.get_json()["rows"]
    ]


@pytest.mark.parametrize("path", ["/sv/questions/no-such", "/sv/questions/no-such.csv", "/sv/questions/../head"])
def test_a_question_that_is_not_shipped_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_long_answer_has_pages_that_keep_what_was_asked(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "cut", lambda rows, page: paging.cut(rows, page, 2))
    address = "/sv/questions/who-sits-on?body=V%C3%A5rdr%C3%A5det+S%C3%B6der"
    first, second, beyond = (client.get(f"{address}{more}").text for more in ("", "&page=2", "&page=99"))
    assert "4 rader" in first
    assert re.findall(r'data-title="Person"[^>]*><a[^>]+><bdi>([^<]+)', first) == ["Karin Lundberg", "Erik Sandell"]
    assert "Karin Lundberg" in first.partition("<tbody>")[2]
    assert "Karin Lundberg" not in second.partition("<tbody>")[2]
    assert "Maja Holm" in second.partition("<tbody>")[2]
    assert f'<a rel="next" href="{address}&amp;page=2">Nästa</a>' in first
    assert 'rel="prev"' not in first
    assert f'<a rel="prev" href="{address}&amp;page=1">Föregående</a>' in second
    assert "Sida 2 av 2" in beyond


def test_what_is_the_same_in_all_rows_is_said_once_above_them(client: FlaskClient) -> None:
    page = client.get("/sv/questions/who-sits-on", query_string=COUNCIL).text
    above, _, table = page.partition("<table")
    body = '<a href="/sv/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der"><bdi>Vårdrådet Söder</bdi></a>'
    assert f"<div><dt>Organ</dt><dd>{body}</dd></div>" in above
    assert body not in table.partition("</table>")[0]


def test_one_row_stands_whole_in_its_table(client: FlaskClient) -> None:
    page = client.get("/sv/questions/who-prepares-for-whom").text
    assert "1 rad<" in page
    assert '<dl class="facts">' not in page


def test_questions_stand_by_what_they_are_about(client: FlaskClient) -> None:
    page = client.get("/sv/questions").text
    themes = [part.partition("</h2>") for part in re.split(r"<h2[^>]*>", page)[1:]]
    found = {title: names for title, _, rest in themes if (names := re.findall(r'href="/sv/questions/([\w-]+)"', rest))}
    assert next(iter(found)) == "Personer och platser"
    assert "who-sits-on" in found["Personer och platser"]
    assert "drafts-on-remiss" in found["Avtal, strategier och remisser"]
    assert sorted(name for names in found.values() for name in names) == sorted(queries.catalogue())


def test_a_number_has_the_separators_of_the_language(client: FlaskClient) -> None:
    for language, shown in (("sv", "0,95"), ("en", "0.95")):
        page = client.get(f"/{language}/questions/rules").text
        assert f'<span class="number">{shown}</span>' in page


def test_a_file_has_an_end_that_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_DOWNLOADED", 3)
    answer = client.get("/sv/questions/who-sits-on.csv", query_string=COUNCIL)
    assert answer.status_code == 400
    assert "more than 3 rows" in answer.text


def test_a_file_that_takes_too_long_is_told(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise QueryTimeout("the query was stopped after 10 seconds; ask for less at a time")

    monkeypatch.setattr(app.extensions["site"].pool, "answer", stopped)
    asked = {**COUNCIL, "date": "2017-11-24"}  # no question whose answer is kept
    answer = client.get("/en/questions/who-sat-when.json", query_string=asked)
    assert (answer.status_code, "stopped after 10 seconds" in answer.text) == (503, True)


def test_a_page_of_a_long_answer_is_read_alone(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_LOOKED_AT", 2)
    whole = client.get("/sv/questions/who-sits-on?sort=person&filter=").text
    monkeypatch.setattr(asking, "PAGE_SIZE", 3)
    monkeypatch.setattr(asking, "nearest", lambda total, page: paging.nearest(total, page, 3))
    pages = [client.get(f"/sv/questions/who-sits-on?page={number}&again=1").text for number in range(1, 9)]
    rows = re.compile(r'data-title="Person"[^>]*>(?:<a[^>]+><bdi>([^<]+))?')
    number = int(re.search(r"(\d+) rader", whole)[1])  # type: ignore[index]
    found = [name for page in pages[: -(-number // 3)] for name in rows.findall(page.partition("<tbody>")[2])]
    assert sorted(found) == sorted(rows.findall(whole.partition("<tbody>")[2])) != []
    assert all(f"{number} rader" in page for page in pages)
    assert "Sida 2 av" in pages[1]
