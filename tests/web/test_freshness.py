"""Pages are kept by browsers and asked about: 304 while the graph is the same; text is compressed on its way."""

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan import publish
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.published import following
from samverkan_web.site import Site

COUNCIL = "/sv/body/12/vårdrådet_söder"


class NoPool(QueryPool):
    """Answers nobody, and starts nothing."""

    def __init__(self) -> None:
        """Start no process."""


@pytest.mark.parametrize("path", ["/sv/", COUNCIL, f"{COUNCIL}.ttl", "/en/networks/people", "/sv/questions/attendance"])
def test_a_page_that_the_browser_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


def test_what_is_published_makes_every_page_new(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    store = OxigraphStore()
    publish.renew(store, settings)
    client = create_app(Site(following(settings), Addresses(settings.base), NoPool()), settings).test_client()
    tag = client.get("/sv/about").headers["ETag"]
    assert client.get("/sv/about", headers={"If-None-Match": tag}).status_code == 304
    publish.renew(store, settings)
    assert client.get("/sv/about", headers={"If-None-Match": tag}).status_code == 200


NOW = "sparql?query=SELECT+(NOW()+AS+?n)+{}"


@pytest.mark.parametrize("path", ["/sv/nowhere", f"/sv/{NOW}", f"/{NOW}"])
def test_an_error_and_the_answer_to_a_query_of_ones_own_are_not_kept(client: FlaskClient, path: str) -> None:
    assert "ETag" not in client.get(path).headers


@pytest.mark.parametrize(
    "path", [COUNCIL, f"{COUNCIL}.jsonld", "/static/style.css", "/sparql?query=SELECT+*+{?s+?p+?o}+LIMIT+99"]
)
def test_text_is_compressed_for_whoever_reads_that(client: FlaskClient, path: str) -> None:
    with client.get(path) as plain, client.get(path, headers={"Accept-Encoding": "gzip, br"}) as packed:
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert "Accept-Encoding" in plain.headers["Vary"]
        assert gzip.decompress(packed.data) == plain.data
        assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2


def test_what_is_short_or_unwanted_is_sent_as_it_is(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/sparql?query=ASK+{}", headers={"Accept-Encoding": "gzip"}).headers
    assert "Content-Encoding" not in client.get(COUNCIL, headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_a_script_that_the_browser_has_is_not_sent_again(app: Flask) -> None:
    client = app.test_client()
    script = "/static/vendor/vis-network/vis-network.min.js"
    with client.get(script, headers={"Accept-Encoding": "gzip"}) as first:
        tag = first.headers["ETag"]
    with client.get(script, headers={"Accept-Encoding": "gzip", "If-None-Match": tag}) as again:
        assert again.status_code == 304
