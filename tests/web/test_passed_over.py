"""A document's page shows what the reader passed over, and what was read and corrected since."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from samverkan import corrections, publish, triples
from samverkan.facts import Document, Evidence, Facts, Membership
from samverkan.reading.layout import Ignored
from samverkan.register import shipped
from samverkan.revision import revise
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current
from samverkan_web import create_app
from samverkan_web.evidence import Link, Source
from samverkan_web.marked import Piece, pieces

BASE = "https://example.org/id/"
TEXT = "Vägrådet\nAnn Ek, ordförande\nBo Al, ledamot\nSida 2 av 5\n"


def seat(person: str, role: Any) -> Membership:
    start = TEXT.index(person)
    return Membership(person, "Vägrådet", role, evidence=Evidence(start, start + len(person), person, "test.rule", 0.9))


def correction(act: str, person: str, why: str) -> corrections.Correction:
    value = {
        "act": act,
        "kind": "memberships",
        "row": {"person": person},
        "who": "Eva Ö",
        "when": "2031-02-03",
        "why": why,
    }
    return corrections.from_json("vägar", value, "here")


@pytest.fixture
def corrected(app: Flask, tmp_path: Path) -> FlaskClient:
    """A site over one document, of which one seat was confirmed and another rejected."""
    made = [correction("confirm", "Ann Ek", "Stämmer."), correction("reject", "Bo Al", "Bara gäst.")]
    seats = (seat("Ann Ek", "chair"), seat("Bo Al", "member"))
    facts = Facts(document=Document("Vägrådet", "composition"), memberships=seats)
    revised = revise(facts, made, TEXT)
    store = OxigraphStore()
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(
        triples.document_quads(
            revised.facts, key="vägar", text=TEXT, digest=None, register=shipped(), base=BASE, revision=revised
        )
    )
    store.bulk_load(triples.correction_quads(corrections.gathered(made), BASE))
    publish.publish(store, tmp_path / "published")
    snapshot = open_current(tmp_path / "published")
    site = replace(app.extensions["site"], current=lambda: snapshot)
    return create_app(site, Settings(base=BASE, data=tmp_path)).test_client()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_document_tells_what_was_rejected_by_whom_and_why(corrected: FlaskClient) -> None:
    page = corrected.get("/sv/document/vägar").text
    former = words(page.partition('<h2 id="former"')[2].partition("<h2")[0])
    assert "Bo Al" in former
    assert "Eva Ö , 3 februari 2031: Bara gäst." in former
    assert "Rapportera ett fel" not in former  # it was, and is no statement any more
    seats = words(page.partition('<h2 id="seats"')[2].partition("<h2")[0])
    assert "Bo Al" not in seats
    assert "Ann Ek" in seats


def test_a_confirmed_statement_tells_by_whom_and_why(corrected: FlaskClient) -> None:
    seats = words(corrected.get("/en/document/vägar").text.partition('<h2 id="seats"')[2].partition("<h2")[0])
    assert "How it is known confirmed" in seats
    assert "Eva Ö , 3 February 2031: Stämmer." in seats


def test_what_was_passed_over_is_struck_through_with_the_reason(corrected: FlaskClient) -> None:
    page = corrected.get("/sv/document/vägar").text
    assert '<s title="sidnummer">Sida 2 av 5</s>' in page
    assert "Överstruket är det som hoppades över: sidnummer." in words(page)


def test_a_document_without_corrections_or_noise_says_nothing_of_them(client: FlaskClient) -> None:
    page = client.get("/sv/document/radet").text
    assert 'id="former"' not in page
    assert "<s " not in page


def test_a_passage_within_what_was_passed_over_is_still_marked() -> None:
    source = Source(Link("d", "d"), None, None, None, 2, 4, None, None, "x/document/d/seat/1")
    assert list(pieces("abcdef", [source], [Ignored(0, 5, "odd")])) == [
        Piece("ab", None, (), "odd"),
        Piece("cd", "d-seat-1", ("char=2,4",), "odd"),
        Piece("e", None, (), "odd"),
        Piece("f", None, ()),
    ]
