"""The files to take away: listed with size and digest, sent as they lie on disk, or unpacked on their way."""

import gzip
import hashlib
import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from samverkan import dumping
from samverkan.settings import Settings
from samverkan_web import create_app

FORMATS = {
    "nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML,
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_the_whole_graph_can_be_taken_away_packed_or_not(client: FlaskClient, form: str) -> None:
    name = f"samverkan.{form}.gz"
    assert f'href="/downloads/{name}"' in client.get("/sv/downloads").text
    with client.get(f"/downloads/{name}") as packed, client.get(f"/downloads/samverkan.{form}") as plain:
        assert (packed.status_code, packed.mimetype) == (200, "application/gzip")
        assert (plain.status_code, plain.mimetype) == (200, FORMATS[form].media_type.partition(";")[0])
        assert gzip.decompress(packed.get_data()) == plain.get_data()
        assert "Maja Holm" in {getattr(quad.object, "value", None) for quad in parse(plain.get_data(), FORMATS[form])}
        assert packed.headers["Access-Control-Allow-Origin"] == plain.headers["Access-Control-Allow-Origin"] == "*"


def test_who_reads_gzip_gets_the_file_as_it_lies_on_disk(client: FlaskClient) -> None:
    with client.get("/downloads/samverkan.ttl", headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert b"Maja Holm" in gzip.decompress(answer.get_data())


def test_the_name_on_the_clients_disk_holds_the_state_of_the_graph(client: FlaskClient, snapshots: Path) -> None:
    version = (snapshots / "CURRENT").read_text().strip()
    with client.get("/downloads/samverkan.nq.gz") as answer:
        assert f"filename=samverkan-{version}.nq.gz" in answer.headers["Content-Disposition"]
    with client.get(f"/downloads/samverkan-{version}.nq.gz") as answer:
        assert answer.status_code == 200
    assert client.get("/downloads/samverkan-20200101T000000000000-00000000.nq.gz").status_code == 404


def test_each_file_has_the_digest_that_is_told(client: FlaskClient) -> None:
    told = dict(reversed(line.split("  ")) for line in client.get("/downloads/SHA256SUMS").text.splitlines())
    assert len(told) == 10 + 6  # of the whole graph, and of the one county
    for name, digest in told.items():
        with client.get(f"/downloads/{name}") as answer:
            assert hashlib.sha256(answer.get_data()).hexdigest() == digest


def test_a_part_of_a_file_can_be_fetched(client: FlaskClient) -> None:
    with client.get("/downloads/samverkan.nq.gz", headers={"Range": "bytes=0-1"}) as answer:
        assert (answer.status_code, answer.get_data()) == (206, b"\x1f\x8b")


def test_the_files_of_a_county_hold_its_documents_alone(client: FlaskClient) -> None:
    with client.get("/downloads/samverkan-12.nq") as answer:
        graphs = {quad.graph_name.value for quad in parse(answer.get_data(), RdfFormat.N_QUADS)}
    keys = ("radet", "radet-2024-03-05", "nytt", "hostile")  # and neither the register nor the ontology
    assert graphs == {f"https://example.org/id/document/{key}" for key in keys}
    assert "Skåne län" in client.get("/sv/downloads").text


def test_the_tables_can_be_taken_away(client: FlaskClient) -> None:
    with client.get("/downloads/samverkan.zip") as answer:
        assert answer.mimetype == "application/zip"
        assert "memberships.csv" in ZipFile(io.BytesIO(answer.get_data())).namelist()


@pytest.mark.parametrize("name", ["samverkan.docx", "..%2Fmanifest.json", "manifest.json", "samverkan-99.nq"])
def test_a_file_that_there_is_not_is_answered_by_a_list_of_those_there_are(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/downloads/{name}")
    assert answer.status_code == 404
    assert "%2F" in name or "samverkan.ttl.gz" in answer.text


def test_where_none_have_been_made_the_page_says_how_they_are(client: FlaskClient, tmp_path: Path) -> None:
    site = client.application.extensions["site"]
    bare = create_app(site, Settings(base="https://example.org/id/", data=tmp_path)).test_client()
    assert "samverkan publish" in bare.get("/en/downloads").text
    assert bare.get("/downloads/samverkan.nq").status_code == 404
    assert dumping.folder(Settings(data=tmp_path)) == tmp_path / "dumps"
