"""People who hold no office are not put forward: search engines are asked to leave them, suggestions leave them out."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan_web import standings
from samverkan_web.site import Site

OFFICIAL, OTHER = "person/12/maja_holm", "person/12/ingela_strand"


@pytest.mark.parametrize(
    "where", ["/sv/{}", "/en/{}", "/sv/{}.ttl", "/sv/{}.jsonld", "/sv/network/{}", "/api/things/{}"]
)
def test_search_engines_are_asked_to_leave_who_holds_no_office(client: FlaskClient, where: str) -> None:
    for _ in range(2):  # the second time a page may have been kept
        answer = client.get(where.format(OTHER))
        assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")
    answer = client.get(where.format(OFFICIAL))
    assert answer.status_code == 200
    assert "X-Robots-Tag" not in answer.headers


def test_things_that_are_no_people_have_no_class(app: Flask) -> None:
    site: Site = app.extensions["site"]
    iris = (OFFICIAL, OTHER, "municipality/1285", "person/12/nobody")
    found = [standings.standing(site, site.addresses.base + each) for each in iris]
    assert found == [standings.ELECTED, standings.OTHER, None, None]
    assert site.addresses.base + OTHER in standings.others(site)
    assert site.addresses.base + OFFICIAL not in standings.others(site)


def test_the_index_knows_who_acts_in_an_office_as_the_query_tells_it(app: Flask) -> None:
    site: Site = app.extensions["site"]
    index, people = site.index, [row["entity"] for row in site.ask("standing")]
    assert index
    assert index.in_office(people) == frozenset(people) - standings.others(site)
    assert site.addresses.base + OFFICIAL in index.in_office(people)


def test_suggestions_hold_officials_and_nobody_else(client: FlaskClient) -> None:
    told = {name: client.get(f"/sv/suggest.json?q={name}").get_json()["suggestions"] for name in ("maja", "ingela")}
    assert told["maja"][0]["label"] == "Maja Holm"
    assert "Ingela Strand" not in [each["label"] for each in told["ingela"]]
    assert "Ingela Strand" in client.get("/sv/search?q=ingela").text  # who asks finds her
