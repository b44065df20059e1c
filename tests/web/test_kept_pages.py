"""Pages kept in memory: made once while the graph is the same, never for one visitor alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan.settings import Settings
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan_web import explore
from samverkan_web.addresses import Addresses
from samverkan_web.app import make_app
from samverkan_web.kept_pages import KeptPages
from samverkan_web.site import Site

BASE = "https://example.org/id/"


class NoPool(QueryPool):
    """Answers nobody, and starts nothing."""

    def __init__(self) -> None:
        """Start no process."""


@pytest.fixture
def keeping(snapshots: Path) -> Iterator[Flask]:
    """The site, with pages kept."""
    store = open_current(snapshots)
    yield make_app(Site(lambda: store, Addresses(BASE), NoPool()), Settings(base=BASE), KeptPages())
    store.close()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages of the start pages that were made."""
    found: list[str] = []
    start = explore.start
    monkeypatch.setattr(explore, "start", lambda site: found.append("start") or start(site))
    return found


def test_a_page_is_made_once_for_all(keeping: Flask, made: list[str]) -> None:
    first, again = (keeping.test_client().get("/sv/") for _ in range(2))
    assert made == ["start"]
    assert (again.status_code, again.data) == (200, first.data)
    for name in ("ETag", "Content-Type", "Content-Security-Policy", "Cache-Control"):
        assert again.headers.getlist(name) == first.headers.getlist(name)
    assert keeping.test_client().get("/sv/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "other", [{"path": "/en/"}, {"path": "/sv/?q=1"}, {"headers": {"Accept-Encoding": "gzip"}}, {"base_url": "http://b"}],
    ids=["language", "parameters", "compression", "host"],
)  # fmt: skip
def test_another_page_is_not_the_one_that_is_kept(keeping: Flask, made: list[str], other: dict[str, object]) -> None:
    keeping.test_client().get("/sv/")
    keeping.test_client().get(**{"path": "/sv/", **other})
    assert made == ["start", "start"]


def test_a_packed_page_is_kept_packed(keeping: Flask) -> None:
    pages = [keeping.test_client().get("/sv/", headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert [page.headers["Content-Encoding"] for page in pages] == ["gzip", "gzip"]
    assert pages[0].data == pages[1].data


def test_nothing_is_kept_of_whoever_has_a_cookie(keeping: Flask, made: list[str]) -> None:
    visitor = keeping.test_client()
    visitor.set_cookie("session", "x")
    for _ in range(2):
        visitor.get("/sv/")
    assert made == ["start", "start"]


def test_errors_are_not_kept(keeping: Flask) -> None:
    assert [keeping.test_client().get("/sv/nowhere").status_code for _ in range(2)] == [404, 404]


def test_what_was_not_asked_for_for_longest_goes_first(snapshots: Path, made: list[str]) -> None:
    store = open_current(snapshots)
    size = len(
        make_app(Site(lambda: store, Addresses(BASE), NoPool()), Settings(base=BASE)).test_client().get("/sv/").data
    )
    few = make_app(Site(lambda: store, Addresses(BASE), NoPool()), Settings(base=BASE), KeptPages(size + size // 2))
    client: FlaskClient = few.test_client()
    made.clear()
    for path in ("/sv/", "/sv/", "/en/", "/sv/"):
        client.get(path)
    assert made == ["start", "start", "start"]
    store.close()
