"""What is new: the list, one publication, the feed for readers and the stream of linked data."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat, parse

from samverkan.settings import Settings
from samverkan.store import history
from samverkan.store.history import Change, Publication, Seat, Thing
from samverkan.vocabulary import RDF
from samverkan_web import create_app

BASE = "https://example.org/id/"
MAJA = Thing(BASE + "person/12/maja_holm", "Maja Holm")
ERIK = Thing(BASE + "person/12/erik_sandell", "Erik <b>Sandell</b>\x0c")
BODY = Thing(BASE + "body/12/vårdrådet_söder", "Vårdrådet Söder")
PAGE = Thing(BASE + "document/radet", "Vårdrådet Söder")
VERSION = "20260102T030405000000-abcdef12"
MADE = Publication(
    VERSION, "2026-01-02T03:04:05+00:00", "20260101T000000000000-00000000",
    {"added": (PAGE,), "changed": (), "withdrawn": ()}, {"Membership": (1, 1)},
    (Seat("added", MAJA, BODY, None), Seat("withdrawn", ERIK, BODY, Thing(BASE + "municipality/1285", "Eslöv"))),
    (
        Change("added", PAGE.iri + "/membership/1", "Membership", "Maja Holm – Vårdrådet Söder", PAGE, (MAJA, BODY)),
        Change("withdrawn", PAGE.iri + "/membership/2", "Membership", f"{ERIK.label} – Vårdrådet", PAGE, (ERIK, BODY)),
    ),
)  # fmt: skip


@pytest.fixture
def changed(client: FlaskClient, tmp_path: Path) -> FlaskClient:
    """The site with one publication that changed something."""
    (tmp_path / "published").mkdir()
    history.write(tmp_path / "published", MADE)
    return create_app(client.application.extensions["site"], Settings(base=BASE, data=tmp_path)).test_client()


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "1 nytt dokument, 1 ny plats, 1 lämnad plats"), ("en", "1 new document, 1 new seat, 1 seat left")],
)
def test_the_list_tells_each_publication_in_a_line(changed: FlaskClient, language: str, words: str) -> None:
    text = changed.get(f"/{language}/changes").text
    assert words in text
    assert f'href="/{language}/changes/{VERSION}"' in text


def test_one_publication_tells_who_came_and_who_left(changed: FlaskClient) -> None:
    text = changed.get(f"/en/changes/{VERSION}").text
    came, left = text.index("Came to sit on a body"), text.index("No longer sit on a body")
    assert came < text.index("Maja Holm") < left < text.index("Erik &lt;b&gt;Sandell")
    assert "<b>Sandell" not in text


def test_the_feed_is_atom_and_names_people_and_documents(changed: FlaskClient) -> None:
    answer = changed.get("/en/changes.atom")
    assert answer.mimetype == "application/atom+xml"
    names = {"atom": "http://www.w3.org/2005/Atom"}
    feed = ElementTree.fromstring(answer.get_data())
    assert feed.findtext("atom:updated", namespaces=names) == MADE.published
    [entry] = feed.findall("atom:entry", names)
    assert entry.findtext("atom:title", namespaces=names) == "2 January 2026: 1 new document, 1 new seat, 1 seat left"
    summary = entry.findtext("atom:summary", namespaces=names)
    assert summary is not None
    assert summary.splitlines()[0] == "Maja Holm sits on Vårdrådet Söder"


def test_the_stream_leads_to_its_parts_whose_members_are_what_changed(changed: FlaskClient) -> None:
    tree, activity = "https://w3id.org/tree#", "https://www.w3.org/ns/activitystreams#"
    view = {quad.triple for quad in parse(changed.get("/changes").get_data(), RdfFormat.TURTLE)}
    [node] = {each.object for each in view if each.predicate == NamedNode(tree + "node")}
    assert isinstance(node, NamedNode)
    answer = changed.get(node.value.removeprefix("http://localhost"))
    assert "immutable" in answer.headers["Cache-Control"]
    part = {quad.triple for quad in parse(answer.get_data(), RdfFormat.TURTLE)}
    members = {each.object for each in part if each.predicate == NamedNode(tree + "member")}
    kinds = sorted(str(each.object) for each in part if each.subject in members and each.predicate == RDF.type)
    assert kinds == [f"<{activity}Create>", f"<{activity}Delete>"]
    assert changed.get("/changes", headers={"Accept": "application/ld+json"}).mimetype == "application/ld+json"


@pytest.mark.parametrize(
    "path", ["/sv/changes/20200101", "/changes/20200101.ttl", f"/changes/{VERSION}.docx", "/sv/changes/..%2f..%2fx"]
)
def test_a_publication_that_is_not_known_is_not_found(changed: FlaskClient, path: str) -> None:
    assert changed.get(path).status_code == 404


def test_before_anything_changed_that_is_said(client: FlaskClient) -> None:
    assert "Nothing has changed" in client.get("/en/changes").text
    assert ElementTree.fromstring(client.get("/sv/changes.atom").get_data()) is not None
