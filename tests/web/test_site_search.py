"""Finding things by name, by other written forms, and by the words of decisions."""

import re

import pytest
from flask.testing import FlaskClient


def found(html: str) -> list[str]:
    """The names of the hits, in their order."""
    return re.findall(
        r"<li><a href=\"[^\"]+\"><bdi>([^<]+)</bdi></a>", html.partition('<ul class="hits">')[2].partition("</ul>")[0]
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("maja holm", "Maja Holm"),
        ("HOLM maja", "Maja Holm"),
        ("vårdrådet", "Vårdrådet Söder"),
        ("svalöv", "Svalöv"),
        ("söderavtalet", "Söderavtalet"),
    ],
    ids=["small letters", "other order", "part of a name", "municipality", "agreement"],
)
def test_a_thing_is_found_by_its_name(client: FlaskClient, text: str, first: str) -> None:
    assert found(client.get("/sv/search", query_string={"q": text}).text)[0] == first


def test_a_thing_is_found_by_another_written_form_which_is_told(client: FlaskClient) -> None:
    page = client.get("/sv/search", query_string={"q": "svalövs kommun"}).text
    assert found(page) == ["Svalöv"]
    assert "skrivs även <bdi>Svalövs kommun</bdi>" in page


def test_a_decision_is_found_by_its_words_with_its_meeting(client: FlaskClient) -> None:
    page = client.get("/en/search", query_string={"q": "bakom planen"}).text
    assert "Rådet ställer sig bakom planen" in page
    assert 'href="/en/meeting/12/v%C3%A5rdr%C3%A5det_s%C3%B6der/2024-03-05"' in page


def test_near_misses_are_not_found(client: FlaskClient) -> None:
    page = client.get("/sv/search", query_string={"q": "maja holmgren"}).text
    assert found(page) == []
    assert "Inget i grafen har det namnet" in page


def test_browsing_begins_with_the_kinds_and_their_numbers(client: FlaskClient) -> None:
    page = client.get("/sv/search").text
    assert re.search(r'href="/sv/search\?kind=municipality">Kommuner</a><p class="figure">290</p>', page)
    assert re.search(r'href="/sv/search\?kind=region">Regioner</a><p class="figure">22</p>', page)  # a former one


def test_a_long_list_has_pages(client: FlaskClient) -> None:
    first = client.get("/sv/search?kind=municipality").text
    last = client.get("/sv/search?kind=municipality&page=3").text
    assert (len(found(first)), found(first)[0]) == (100, "Ale")
    assert (len(found(last)), found(last)[-1]) == (90, "Övertorneå")
    assert "Sida 3 av 3" in last


@pytest.mark.parametrize("query", ["?kind=wizard", "?page=-1", "?page=x", "?page=99999", "?q=%00", "?q=" + "a" * 5000])
def test_odd_requests_get_a_page(client: FlaskClient, query: str) -> None:
    assert client.get(f"/sv/search{query}").status_code == 200


def test_the_start_page_tells_what_the_graph_holds_and_shows_one_statement_with_its_passage(
    client: FlaskClient,
) -> None:
    page = client.get("/sv/").text
    figures = dict(re.findall(r"<dt>([^<]+)</dt><dd><a[^>]*>([^<]+)</a>", page))
    assert figures["lästa dokument"] == "4"
    assert figures["möten"] == "2"
    example = page.partition('<figure class="example">')[2].partition("</figure>")[0]
    assert "Karin Lundberg" in example
    assert "<bdi>Karin Lundberg, ordförande</bdi></blockquote>" in example


def test_what_was_found_is_marked_where_words_are_shown(client: FlaskClient) -> None:
    page = client.get("/en/search", query_string={"q": "bakom planen"}).text
    assert "Rådet ställer sig <mark>bakom</mark> <mark>planen</mark>" in page


def test_a_document_is_found_by_its_text_with_the_place_marked(client: FlaskClient) -> None:
    page = client.get("/sv/search", query_string={"q": "berätt söderavt"}).text
    assert "<mark>berättade</mark> om <mark>Söderavtalet</mark>" in page
    assert 'href="/sv/document/nytt"' in page


def test_of_many_statements_the_latest_are_told_and_a_question_tells_more(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverkan_web.explore.MOST_PASSAGES", 1)
    page = client.get("/en/search?q=plan&again=1").text
    assert '<span class="count">the latest 1</span>' in page
    assert 'href="/en/questions/follow-a-matter?text=plan"' in page
    assert "the latest" not in client.get("/en/search?q=bakom").text


def test_a_text_that_was_found_is_only_text(client: FlaskClient) -> None:
    page = client.get("/sv/search", query_string={"q": "onerror alert"}).text
    assert "&lt;img src=x <mark>onerror</mark>=<mark>alert</mark>(2)&gt;" in page
    assert "<img src=x" not in page
