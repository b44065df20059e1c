"""The way of a matter: from the body that prepares it to the one that takes it up, with the sentence for each step."""

import re

import pytest
from flask.testing import FlaskClient

from samverkan_web import ladder

Targets = dict[str, list[str]]


@pytest.mark.parametrize(
    ("prepares", "order"),
    [
        ({"council": [], "group": ["council"]}, [["group", "council"]]),
        ({"a": ["c"], "b": ["c"], "c": ["d"], "d": []}, [["a", "b", "c", "d"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"a": ["a"]}, [["a"]]),
        ({"b": ["elsewhere"]}, [["b", "elsewhere"]]),
        ({"a": ["d"], "b": ["c"], "c": [], "d": []}, [["b", "c"], ["a", "d"]]),
        ({"a": ["x"], "b": ["y"], "c": ["x", "y"]}, [["a", "b", "c", "x", "y"]]),
        ({}, []),
    ],
    ids=[
        "one for another", "a chain", "a circle", "for itself", "for one without steps", "two ways, the earlier first",
        "one that joins two", "nobody",
    ],
)  # fmt: skip
def test_who_prepares_stands_before_those_it_prepares_for(prepares: Targets, order: list[list[str]]) -> None:
    assert ladder.in_order(prepares, {"c": "2019", "d": "2021"}) == order


def rungs(client: FlaskClient, path: str) -> list[str]:
    """The words of each rung of the ladder on a page."""
    shown = client.get(path).text.partition('<ol class="ladder">')[2].partition('<p class="screen">')[0]
    return [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", "<h2>" + part)).strip()
        for part in re.split(r"<h2>", shown)[1:]
    ]  # fmt: skip


def test_a_matter_goes_from_who_prepares_it_to_who_recommends(client: FlaskClient) -> None:
    group, council = rungs(client, "/sv/matter?q=nära vård")
    assert group.startswith("Beredningsgrupp Söder Bereder Inget berättat härifrån")
    assert "Beredningsgrupp Söder bereder rådets ärenden" in group
    assert council.startswith("Vårdrådet Söder Tar upp det Tillstyrker")
    assert "5 mars 2024" in council
    assert "2 a Plan för nära vård" in council
    assert "Rådet ställer sig bakom planen" in council


def test_the_same_in_english(client: FlaskClient) -> None:
    assert rungs(client, "/en/matter?q=nära vård")[1].startswith("Vårdrådet Söder Takes it up Recommends")


@pytest.mark.parametrize(
    ("asked", "said"),
    [("", ""), ("q=nä", ""), ("q=skola", "Inget som har lästs"), ("q=%3Cnobody%3E", "Inget som har lästs")],
    ids=["nothing asked", "too few letters", "words that nobody wrote", "markup"],
)
def test_where_there_is_no_way_the_page_says_so(client: FlaskClient, asked: str, said: str) -> None:
    page = client.get(f"/sv/matter?{asked}")
    assert page.status_code == 200
    assert '<ol class="ladder">' not in page.text
    assert said in page.text
    assert "<script>" not in page.text.partition("</head>")[2]


def test_the_page_of_networks_leads_to_the_way_of_a_matter(client: FlaskClient) -> None:
    assert 'href="/sv/matter"' in client.get("/sv/networks").text
