"""The original of a document beside its text: shown where it is kept, with its passages, and never where it may not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from fpdf import FPDF

from samverkan import build
from samverkan.publish import live, renew
from samverkan.removals import removal, written
from samverkan.settings import Settings
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan_web import create_app, originals
from samverkan_web.addresses import Addresses
from samverkan_web.published import following
from samverkan_web.site import Site

BASE = "https://example.org/id/"
BROWSER = {"Accept": "text/html"}
LINES = ("Centralt samverkansorgan", "Minnesanteckningar 2024-03-05", "", "Närvarande:", "Bo Ekkvist, Svalöv",
         "Maja <script>alert(1)</script> Holm, Eslöv")  # fmt: skip
PAGE = "/sv/original/document/a"


class Nobody:
    """A pool that is never asked."""

    def answer(self, query: str, formats: object = (), dataset: Dataset = WHOLE, rows: int | None = None) -> Answer:
        """Never."""
        raise AssertionError(query)

    def close(self) -> None:
        """Nothing to close."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with originals, and a published graph of two PDF files, of which one holds an identity number."""
    folder = tmp_path_factory.mktemp("originals")
    made = Settings(
        data=folder / "data", base=BASE, originals=str(folder / "originals"), removals=str(folder / "removals.csv"),
        judgements=str(folder / "judgements.csv"), corrections=str(folder / "corrections"),
    )  # fmt: skip
    (folder / "documents").mkdir()
    for name, more in (("a", ()), ("b", ("Brukaren Anna Berg, 640823-3234, yttrade sig.",))):
        pdf = FPDF()
        for lines in ((*LINES, *more), ("2 Beslut", "Organet ställer sig bakom planen för nära vård.")):
            pdf.add_page()
            pdf.set_font("Helvetica", size=12)
            for line in lines:
                pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
        pdf.output(str(folder / "documents" / f"{name}.pdf"))
    with live(made) as store:
        build.load(build.inputs([folder / "documents"]), store, made)
        renew(store, made)
    return made


def of(settings: Settings) -> FlaskClient:
    """A client of a site with these settings."""
    return create_app(Site(following(settings), Addresses(BASE), Nobody()), settings).test_client()


@pytest.fixture(scope="module")
def reader(settings: Settings) -> Iterator[FlaskClient]:
    """Somebody who reads."""
    return of(settings)


def test_a_page_shows_its_picture_its_text_and_the_passages_in_both(reader: FlaskClient) -> None:
    answer = reader.get(PAGE, headers=BROWSER)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "Original, sida 1 av 2" in answer.text
    box = re.search(r'<a id="box-([\w-]+)" href="/sv/document/a#\1" tabindex="-1"><title>Bo Ekkvist', answer.text)
    assert box
    assert f'<a class="read" href="#box-{box[1]}">Bo Ekkvist' in answer.text
    (picture,) = re.findall(r'<img src="([^"]+)"', answer.text)
    shown = reader.get(picture.replace("&amp;", "&"))
    assert (shown.mimetype, shown.headers["Cache-Control"]) == ("image/png", "no-store")
    assert shown.data.startswith(b"\x89PNG")


def test_a_passage_opens_its_page_with_its_box_marked(reader: FlaskClient) -> None:
    document = reader.get("/sv/document/a").text
    links = re.findall(r'href="(/sv/original/document/a\?at=[^"]+)"', document)
    asked = [page for link in links if 'class="asked"' in (page := reader.get(link).text)]
    assert len(asked) == len(links) > 0
    assert any("<title>Organet ställer sig" in page and "sida 2 av 2" in page for page in asked)


def test_names_in_a_file_are_text(reader: FlaskClient) -> None:
    page = reader.get(PAGE).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "path",
    [
        "/sv/original/document/none",
        "/sv/original/person/12/bo_ekkvist",
        "/sv/original/document/a?page=3",
        "/sv/original/document/b",
        "/sv/original.png?of=document/b&page=1",
        "/sv/original.png?of=document/a&page=9",
        "/sv/original.png",
        "/sv/original.png?of=../../a&page=1",
    ],
    ids=["no document", "a person", "no such page", "a number in it", "its picture", "no picture", "of nothing", "up"],
)
def test_what_there_is_not_or_may_not_be_shown_is_not_found(reader: FlaskClient, path: str) -> None:
    assert reader.get(path, headers=BROWSER).status_code == 404


def test_a_document_without_an_original_says_nothing_of_one(reader: FlaskClient, settings: Settings) -> None:
    assert "/sv/original/document/a" in reader.get("/sv/person/12/bo_ekkvist").text
    assert "/original/" not in reader.get("/sv/document/b").text
    without = of(replace(settings, originals=""))
    assert "/original/" not in without.get("/sv/document/a").text
    assert without.get(PAGE, headers=BROWSER).status_code == 404


def test_whoever_is_removed_is_seen_in_no_original_from_that_moment_on(reader: FlaskClient, settings: Settings) -> None:
    picture = "/sv/original.png?of=document/a&page=1"
    assert (reader.get(PAGE).status_code, reader.get(picture).status_code) == (200, 200)
    row = removal("Bo Ekkvist", "Ann Ek", "Bad om det", when="2026-11-22")
    Path(settings.removals).write_text(written([row]), encoding="utf-8")
    try:
        assert (reader.get(PAGE).status_code, reader.get(picture).status_code) == (404, 404)
    finally:
        Path(settings.removals).unlink()
    assert reader.get(PAGE).status_code == 200


def test_while_a_page_is_being_made_another_waits_and_is_told_to_come_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "_WAITS", 0.01)
    file = next(Path(settings.originals).rglob("*.pdf"))
    for each in file.parent.glob("2.*"):
        each.unlink()
    with originals._TURN:
        answer = of(settings).get(f"{PAGE}?page=2", headers=BROWSER)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert of(settings).get(f"{PAGE}?page=2").status_code == 200
