"""Things that were judged to be one: the merged one's addresses lead to the kept one's, where every form is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from samverkan import publish, triples
from samverkan.facts import Attendance, Body, Facts, Meeting
from samverkan.identity import index_of
from samverkan.judgements import Judgement, settle
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan_web import create_app
from samverkan_web.addresses import Addresses
from samverkan_web.site import Site

BASE = "https://example.org/id/"
OLD, KEPT = "person/12/åsa_lindqvist", "person/12/åsa_lindkvist"
AT_OLD, AT_KEPT = "person/12/%C3%A5sa_lindqvist", "person/12/%C3%A5sa_lindkvist"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    rows = [
        Judgement(KEPT, "Åsa Lindkvist", OLD, "Åsa Lindqvist", "same", "Ann Ek", "2031-01-01", "Samma roll."),
        Judgement(
            "body/12/bussrådet", "Bussrådet", "body/12/trafikrådet", "Trafikrådet", "same", "A", "2031-01-01", "B"
        ),
    ]
    judged = settle(rows, index_of(shipped()).paths)
    store = OxigraphStore()
    store.bulk_load([*triples.ontology_quads(), *triples.judgement_quads(judged, BASE)])
    for key, name, body in (("a", "Åsa Lindkvist", "Bussrådet"), ("b", "Åsa Lindqvist", "Trafikrådet")):
        facts = Facts(
            body=Body(body, organisations=("Region Skåne",)),
            meeting=Meeting("2031-01-02"),
            attendance=(Attendance(name),),
        )
        store.bulk_load(
            triples.document_quads(
                facts, key=key, text=None, digest=None, register=shipped(), base=BASE, judgements=judged
            )
        )
    folder: Path = tmp_path_factory.mktemp("published")
    publish.publish(store, folder)
    snapshot, pool = open_current(folder), QueryPool(folder, workers=1)
    yield create_app(Site(lambda: snapshot, Addresses(BASE), pool), Settings(base=BASE)).test_client()
    pool.close()
    snapshot.close()


@pytest.mark.parametrize(("accept", "suffix"), [("text/html", ""), ("text/turtle", ".ttl")])
def test_the_address_of_a_merged_thing_leads_to_the_kept_one(client: FlaskClient, accept: str, suffix: str) -> None:
    answer = client.get(f"/id/{OLD}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/sv/{AT_KEPT}{suffix}")


@pytest.mark.parametrize("suffix", ["", ".ttl", ".jsonld"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_and_the_data_of_a_merged_thing_lead_to_those_of_the_kept_one(
    client: FlaskClient, language: str, suffix: str
) -> None:
    answer = client.get(f"/{language}/{OLD}{suffix}")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/{language}/{AT_KEPT}{suffix}")
    assert answer.headers["Cache-Control"] == "no-cache"  # a judgement can be taken back


def test_the_meeting_of_a_merged_body_leads_to_that_of_the_kept_one(client: FlaskClient) -> None:
    answer = client.get("/sv/meeting/12/trafikrådet/2031-01-02")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/sv/meeting/12/bussr%C3%A5det/2031-01-02")


def test_the_kept_one_is_shown_with_every_form(client: FlaskClient) -> None:
    answer = client.get(f"/sv/{KEPT}")
    assert answer.status_code == 200
    assert "Åsa Lindqvist" in answer.text


@pytest.mark.parametrize("words", ["lindqvist", "Åsa Lindqvist", "åsa lindkvist", "Lindkvist"])
def test_both_forms_are_found_once_each_at_the_kept_one(client: FlaskClient, words: str) -> None:
    answer = client.get("/sv/search", query_string={"q": words, "kind": "person"})
    assert f'href="/sv/{AT_KEPT}"' in answer.text or f'href="/sv/{KEPT}"' in answer.text
    assert AT_OLD not in answer.text
    assert OLD not in answer.text


def test_a_thing_that_nobody_judged_is_as_before(client: FlaskClient) -> None:
    assert client.get("/id/person/12/nobody").headers["Location"] == "/sv/person/12/nobody"
    assert client.get("/sv/person/12/nobody").status_code == 404
