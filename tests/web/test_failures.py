"""What goes wrong gets a page that says what and what to do, and plain words for a program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan import publish
from samverkan.errors import QueryTimeout, StoreError
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan.store.oxigraph import OxigraphStore
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.published import following
from samverkan_web.site import Site

BROWSER = {"Accept": "text/html,*/*;q=0.8"}


class Busy:
    """A pool that never has time."""

    def answer(self, query: str, formats: object = (), dataset: Dataset = WHOLE, rows: int | None = None) -> Answer:
        """Refuse."""
        raise QueryTimeout("all 2 query workers are busy; try again in a moment")

    def close(self) -> None:
        """Nothing to close."""


def site_of(store: Callable[[], Store]) -> FlaskClient:
    """A client of the site over a store."""
    return create_app(Site(store, Addresses("https://example.org/id/"), Busy()), Settings()).test_client()


def broken() -> Store:
    """A graph that cannot be had."""
    raise StoreError("nothing is published in /data: run `samverkan publish`")


def bug() -> Store:
    """A fault of ours."""
    raise ZeroDivisionError("secret detail")


def test_a_page_that_there_is_not_offers_the_search(client: FlaskClient) -> None:
    page = client.get("/sv/nowhere/at/all", headers=BROWSER)
    assert page.status_code == 404
    assert "Den sidan finns inte" in page.text
    assert '<form class="find big" role="search" aria-label="Sök igen" action="/sv/search">' in page.text
    assert "<h1>There is no such page</h1>" in client.get("/en/nowhere", headers=BROWSER).text


def test_a_program_gets_words_instead_of_a_page(client: FlaskClient) -> None:
    answer = client.get("/sv/person/12/nobody.ttl", headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert "nothing is known of" in answer.text


def test_a_graph_that_cannot_be_had_is_not_a_page_that_there_is_not() -> None:
    page = site_of(broken).get("/sv/", headers=BROWSER)
    assert page.status_code == 503
    assert "Grafen svarar inte just nu" in page.text
    assert page.headers["Retry-After"] == "10"


def test_a_fault_of_ours_says_so_and_tells_no_detail() -> None:
    page = site_of(bug).get("/en/search", headers=BROWSER)
    assert page.status_code == 500
    assert "Something went wrong here" in page.text
    assert "secret detail" not in page.text


def test_a_query_when_all_are_busy_is_asked_to_come_again() -> None:
    client = site_of(lambda: OxigraphStore())
    answer = client.get("/sparql", query_string={"query": "ASK {}"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    page = client.get("/sv/sparql", query_string={"query": "ASK {}"}, headers=BROWSER)
    assert page.status_code == 503
    assert "Alla som besvarar frågor är upptagna" in page.text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(client: FlaskClient, method: str) -> None:
    assert getattr(client, method)("/sv/", headers=BROWSER).status_code == 405


def test_a_body_that_is_too_large_is_refused(app: Flask) -> None:
    answer = app.test_client().post("/sparql", data=b"x" * 2_000_000, content_type="application/sparql-query")
    assert answer.status_code == 413


def test_what_is_published_while_the_site_runs_is_seen_by_the_next_question(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    store = OxigraphStore()
    publish.renew(store, settings)
    current = following(settings)
    first = current()
    assert current() is first
    publish.renew(store, settings)
    second = current()
    assert second is not first
    assert not first.ask("ASK { ?s ?p ?o }")  # whoever still reads the old one can


def test_a_site_with_nothing_published_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="samverkan publish"):
        following(Settings(data=tmp_path))
