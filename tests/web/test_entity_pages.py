"""What the pages of persons, bodies, municipalities, meetings, documents and works tell."""

import re

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from samverkan_web.entities import EntityPage, Head
from samverkan_web.statements import Item, Link, Source

COUNCIL = "/sv/body/12/vårdrådet_söder"
AGREEMENT = "/sv/agreement/12/söderavtalet"  # two documents mention it in the same words
MEETING = "/sv/meeting/12/vårdrådet_söder/2024-03-05"


def words(html: str) -> str:
    """What a reader sees: the text without tags, in one line."""
    body = html.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace(" ,", ",")


def rows(html: str, heading: str) -> list[list[str]]:
    """The cells of the first table after a heading, row by row."""
    table = html.partition(f'<h2 id="{heading}"')[2].partition("</table>")[0].partition("<tbody")[2]
    return [
        [words(f"<main>{cell}</main>").strip(" >") for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        for row in table.split("<tr")[1:]
    ]


def source(fact: str) -> Source:
    """Where a statement stands, of which nothing more is known."""
    return Source(Link("d", "d"), None, None, None, None, None, None, None, fact)


def test_a_body_shows_who_sits_there_chair_first_with_role_and_whom_they_represent(client: FlaskClient) -> None:
    table = rows(client.get(COUNCIL).text, "seats")
    assert [row[:3] if len(row) > 3 else row[0].split(" ", 1)[0] for row in table] == [
        "Region",  # the side, which those below it do not repeat
        ["Karin Lundberg", "ordförande", ""],
        "kommunerna",
        ["Erik Sandell", "vice ordförande", "Eslöv"],
        ["Maja Holm", "ledamot", "Svalöv"],
        "2",
    ]


@pytest.mark.parametrize("of", ["body", "document", "meeting"])
def test_an_announced_day_says_when_who_and_what_on_the_pages_of_its_body_document_and_meeting(
    client: FlaskClient, of: str
) -> None:
    pages = {"body": COUNCIL, "document": "/sv/document/radet-2024-03-05", "meeting": MEETING}
    page = client.get(pages[of]).text
    section = page.partition('id="announced"')[2].partition("<h2")[0]
    seen = words(f"<main>{section}</main>")
    assert "10–11 september 2024 : Vårdrådet Söder, kommande möte: budget" in seen
    assert "2 a. Plan för nära vård" in seen
    assert 'id="announced"' not in client.get("/sv/document/nytt").text


def test_a_vacancy_is_a_number_of_seats_and_nobody(client: FlaskClient) -> None:
    page = client.get(COUNCIL).text
    assert "2 vakanta platser för kommunerna" in words(page)
    assert "Vakant</bdi></a>" not in page


def test_a_statement_opens_its_quote_document_rule_and_confidence(client: FlaskClient) -> None:
    page = client.get(COUNCIL).text
    row = page.partition("Erik Sandell</bdi></a>")[2].partition("</tr>")[0]
    assert (
        re.search(r'<button type="button" class="source" popovertarget="(source-\d+)"', row)[1]
        in row.partition('id="')[2]
    )  # type: ignore[index]
    seen = words(f"<main>{row}</main>")
    assert "Erik Sandell, Eslöv, vice ordförande" in seen
    assert "Vårdrådet Söder" in seen
    assert "composition.list" in seen
    assert "95 %" in seen.replace("\xa0", " ")


def test_the_mark_of_a_statement_leads_to_its_place_in_the_text(client: FlaskClient) -> None:
    place = re.search(r'href="(/sv/document/radet)#(char=\d+,\d+)"', client.get(COUNCIL).text)
    assert place is not None
    assert f'<span id="{place[2]}"></span>' in client.get(place[1]).text


def test_a_body_tells_what_is_prepared_for_it_and_its_agreements_in_words(client: FlaskClient) -> None:
    seen = words(client.get(COUNCIL).text)
    assert "Beredningsgrupp Söder bereder åt Vårdrådet Söder" in seen
    assert "Vårdrådet Söder part i Söderavtalet" in seen


def test_a_person_has_seats_and_presences_kept_apart(client: FlaskClient) -> None:
    page = client.get("/sv/person/12/maja_holm").text
    assert rows(page, "seats")[0][:4] == ["Vårdrådet Söder", "ledamot", "Svalöv", "M"]
    assert rows(page, "presences")[0][:3] == ["5 mars 2024", "Vårdrådet Söder", "närvarande, 5 mars 2024"]


def test_a_guest_has_no_seat(client: FlaskClient) -> None:
    page = client.get("/sv/person/12/olle_vikström").text
    assert 'id="seats"' not in page
    assert "gäst" in words(page)


def test_a_municipality_shows_who_represents_it_where_and_says_who(client: FlaskClient) -> None:
    page = client.get("/sv/municipality/1214").text
    assert "Svalöv" in page.partition("<h1>")[2].partition("</h1>")[0]
    assert rows(page, "seats")[0][:3] == ["Maja Holm", "Vårdrådet Söder", "ledamot"]
    assert rows(page, "presences")[0][:4] == ["Maja Holm", "Vårdrådet Söder", "1", "5 mars 2024"]


def test_absence_is_counted_apart_from_presence(client: FlaskClient) -> None:
    assert rows(client.get("/sv/municipality/1285").text, "presences")[0][:4] == [
        "Erik Sandell",
        "Vårdrådet Söder",
        "0",
        "1",
    ]


def test_a_meeting_of_two_days_is_a_grid_of_persons_and_days(client: FlaskClient) -> None:
    page = client.get(MEETING).text
    grid = {row[0]: row[1:3] for row in rows(page, "attendance") if len(row) > 2}
    assert grid["Karin Lundberg ordförande"] == ["● närvarande", "● närvarande"]
    assert grid["Maja Holm"] == ["● närvarande", "– inte den dagen"]
    assert grid["Erik Sandell"] == ["○ frånvarande", "○ frånvarande"]
    assert grid["Olle Vikström gäst ◐ närvarande kl 13-15"] == ["◐ delvis närvarande", "◐ delvis närvarande"]
    assert "3 närvarande, 1 frånvarande" in words(page)
    assert "5–6 mars 2024" in words(page)


def test_a_decision_and_an_assignment_stand_under_their_point_of_the_agenda(client: FlaskClient) -> None:
    agenda = words(
        "<main>" + client.get(MEETING).text.partition('<ol class="agenda">')[2].partition("</ol>")[0] + "</main>"
    )
    point = agenda.partition("2 a ")[2]
    assert "tillstyrkt Rådet ställer sig bakom planen" in point
    assert "Olle Vikström : skriva ett yttrande senast 30 april 2024" in point
    assert "nästa möte hålls i höst" not in agenda


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((None, None), []), (("1", None), ['<span class="no">1</span>', '<span class="no"></span>'])],
    ids=["none has a number", "one has a number"],
)
def test_a_point_without_a_number_shows_none(app: Flask, numbers: tuple[str | None, ...], shown: list[str]) -> None:
    points = tuple(
        Item(f"d/item/{n}", number, "Rapporter", None, (source(f"d/item/{n}"),)) for n, number in enumerate(numbers)
    )
    page = EntityPage(Head("https://example.org/id/meeting/12/x", "meeting", "Möte", {}), items=points)
    with app.test_request_context("/sv/"):
        text = render_template("entity/meeting.html", page=page)
    assert re.findall(r'<span class="no">.*?</span>', text) == shown


def test_a_decision_without_a_point_stands_by_itself(client: FlaskClient) -> None:
    loose = client.get(MEETING).text.partition('<h2 id="decisions">')[2]
    assert "uppskjutet nästa möte hålls i höst" in words(f"<main>{loose}</main>")


def test_a_document_without_a_day_says_that_it_is_not_stated(client: FlaskClient) -> None:
    assert "Avser dagen anges inte" in words(client.get("/sv/document/nytt").text)
    assert "About the day not stated" in words(client.get("/en/document/nytt").text)


def test_a_document_shows_its_text_with_each_read_passage_linked_to_its_statement(client: FlaskClient) -> None:
    page = client.get("/sv/document/nytt").text
    text = page.partition('<div class="text" lang="sv">')[2].partition("</div>")[0]
    marked = re.findall(r'<a class="read" href="#([^"]+)">([^<]+)</a>', text)
    assert [quote for _, quote in marked] == ["Ingela Strand, Region Skåne", "Söderavtalet"]
    assert all(f'<li id="{anchor}">' in page for anchor, _ in marked)


def test_a_work_shows_parties_and_where_it_is_mentioned(client: FlaskClient) -> None:
    seen = words(client.get("/sv/agreement/12/söderavtalet").text)
    assert "Vårdrådet Söder part i Söderavtalet" in seen


def test_a_plan_on_remiss_says_to_whom_and_until_when(client: FlaskClient) -> None:
    seen = words(client.get("/sv/plan/12/plan_för_nära_vård").text)
    assert "skickat till Eslöv svar senast 1 juni 2024" in seen


def test_a_fact_has_a_page_of_its_own(client: FlaskClient) -> None:
    seats = client.get(
        "/sparql",
        query_string={"query": "SELECT ?f { ?f a <http://www.w3.org/ns/org#Membership> } ORDER BY ?f"},
        headers={"Accept": "text/csv"},
    )
    path = seats.text.split()[-1].removeprefix("https://example.org/id/")
    page = client.get(f"/sv/{path}")
    assert page.status_code == 200
    assert "<h1>Plats</h1>" in page.text
    assert 'Uppgift i <a href="/sv/document/radet">' in page.text
    assert re.search(r'<blockquote lang="sv"><bdi>(Maja|Karin|Erik) [^<]+</bdi></blockquote>', page.text)
    assert "composition.list" in words(page.text)


def test_the_page_of_a_fact_leaves_out_how_a_list_is_ordered(client: FlaskClient) -> None:
    absences = client.get(
        "/sparql",
        query_string={"query": "SELECT ?f { ?f <https://w3id.org/samverkan/ns#day> ?day }"},
        headers={"Accept": "text/csv"},
    )
    path = absences.text.split()[-1].removeprefix("https://example.org/id/")
    page = client.get(f"/sv/{path}").text
    assert page.count("<bdi>2024-03-05</bdi>") == 1
    assert ">_1<" not in page


@pytest.mark.parametrize("path", [COUNCIL, MEETING, "/sv/document/radet", "/sv/municipality/1214", "/sv/region/12"])
def test_both_languages_show_the_same_statements(client: FlaskClient, path: str) -> None:
    swedish, english = client.get(path).text, client.get(path.replace("/sv/", "/en/")).text
    assert re.findall(r"<blockquote[^>]*>.*?</blockquote>", swedish) == re.findall(
        r"<blockquote[^>]*>.*?</blockquote>", english
    )
    assert '<html lang="en">' in english


@pytest.mark.parametrize(
    "path", ["/sv/person/12/nobody_at_all", "/sv/wizard/12", "/sv/person", "/sv/document/radet/seat/0"]
)
def test_what_nobody_speaks_of_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Den sidan finns inte" in answer.text


def test_no_page_uses_an_id_twice(client: FlaskClient) -> None:
    for path in (COUNCIL, MEETING, "/sv/document/radet", "/sv/document/radet-2024-03-05", "/sv/region/12", AGREEMENT):
        ids = re.findall(r'\bid="([^"]+)"', client.get(path).text)
        assert len(ids) == len(set(ids)), path


def test_a_county_lists_what_lies_in_it_by_kind(client: FlaskClient) -> None:
    page = client.get("/sv/county/12").text
    assert re.search(r'<h2 id="municipality">Kommuner <span class="count">33</span></h2>', page)
    bodies = page.partition('<h2 id="body">')[2].partition("</ul>")[0]
    assert '<a href="/sv/body/12/v%C3%A5rdr%C3%A5det_s%C3%B6der"><bdi>Vårdrådet Söder</bdi></a>' in bodies
    assert "Chefsgrupp Halland" not in bodies
