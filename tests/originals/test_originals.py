"""Originals: PDF files are kept where the settings say so, shown page by page, and never where anything is hidden."""

import json
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from fpdf import FPDF
from pyoxigraph import NamedNode

from samverkan import build, originals, preparing
from samverkan.cli import commands
from samverkan.curating import Write, write
from samverkan.errors import NotFound, SourceError
from samverkan.originals import making, pages
from samverkan.publish import live
from samverkan.register import shipped
from samverkan.removals import removal, written
from samverkan.settings import Settings, as_environment
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.triples import document_graph

BASE = "https://example.org/id/"
PAGES = (
    ("Centralt samverkansorgan", "Minnesanteckningar 2024-03-05", "", "Närvarande:", "Bo Ekkvist, Svalöv"),
    ("", "Beslut", "Organet ställer sig bakom planen för nära vård."),
)


def pdf(path: Path, *written: tuple[str, ...], last_is_picture: bool = False) -> Path:
    """A PDF file of pages of lines, and one without text at its end where that is wanted."""
    made = FPDF()
    for lines in written:
        made.add_page()
        made.set_font("Helvetica", size=12)
        for line in lines:
            made.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    if last_is_picture:
        made.add_page()
        made.rect(20, 20, 40, 40)
    made.output(str(path))
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a folder of originals."""
    return Settings(
        data=tmp_path / "data",
        base=BASE,
        originals=str(tmp_path / "originals"),
        removals=str(tmp_path / "removals.csv"),
    )


STORE = OxigraphStore()


def loaded(settings: Settings, path: Path, store: Store = STORE) -> str:
    """Load a file; the IRI of its document."""
    (told,) = build.load(build.inputs([path]), store, settings)
    assert told.outcome != "failed", told.reason
    return document_graph(path.stem, BASE).value


def shown(settings: Settings, document: str) -> originals.Original:
    """The original of a document as readers may see it."""
    return originals.original(settings, STORE, document)


def made(settings: Settings, document: str, number: int) -> originals.Page:
    """A page of an original."""
    original = shown(settings, document)
    making.make(original.file, number, settings.max_bytes)
    page = originals.page(original, number)
    assert page
    return page


def test_a_loaded_pdf_is_kept_and_a_text_is_not(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "möte.pdf", *PAGES))
    assert shown(settings, document).file.read_bytes() == (tmp_path / "möte.pdf").read_bytes()
    assert "möte" not in str(shown(settings, document).file)
    (tmp_path / "text.txt").write_text("Centralt samverkansorgan\n", encoding="utf-8")
    assert not originals.is_kept(settings, loaded(settings, tmp_path / "text.txt"))


def test_without_the_setting_nothing_is_kept(settings: Settings, tmp_path: Path) -> None:
    none = replace(settings, originals="")
    document = loaded(none, pdf(tmp_path / "a.pdf", *PAGES))
    assert not (tmp_path / "originals").exists()
    assert not originals.is_kept(none, document)
    with pytest.raises(NotFound, match="is not kept"):
        shown(none, document)


def test_a_file_that_was_loaded_before_is_kept_when_it_is_loaded_again(settings: Settings, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", *PAGES)
    loaded(replace(settings, originals=""), path)
    assert originals.is_kept(settings, loaded(settings, path))


def test_a_page_has_a_picture_and_the_boxes_of_its_passages(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))
    text = shown(settings, document).text
    page = made(settings, document, 1)
    start = text.index("Bo Ekkvist")
    (box,) = page.boxes(start, start + len("Bo Ekkvist, Svalöv"))
    assert (page.number, page.count, round(page.width), round(page.height)) == (1, 2, 595, 842)
    assert page.span
    assert text[slice(*page.span)].startswith("Centralt samverkansorgan")
    assert page.boxes(text.index("Beslut"), text.index("Beslut") + 6) == []
    width, height, dark = ink(page.picture.read_bytes(), page, box)
    assert (width, height) == (1200, 1698)
    assert dark > 0.05  # letters stand in the box
    assert ink(page.picture.read_bytes(), page, (box[0], 700, box[2], 720))[2] == 0


def ink(picture: bytes, page: originals.Page, box: tuple[float, float, float, float]) -> tuple[int, int, float]:
    """The size of a picture, and the share of dark points in a box of its page."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    at = picture.index(b"IDAT")
    (length,) = struct.unpack(">I", picture[at - 4 : at])
    rows = zlib.decompress(picture[at + 4 : at + 4 + length])
    channels = 1 if picture[25] == 0 else 3
    scale = width / page.width
    left, top, right, bottom = (round(each * scale) for each in box)
    points = [
        rows[y * (1 + width * channels) + 1 + x * channels] for y in range(top, bottom) for x in range(left, right)
    ]
    return width, height, sum(each < 128 for each in points) / len(points)


def test_the_second_page_has_the_passages_of_its_own_text(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))
    page, text = made(settings, document, 2), shown(settings, document).text
    start = text.index("Organet ställer sig")
    assert len(page.boxes(start, start + 20)) == 1
    assert originals.number_of(shown(settings, document), start) == 2
    assert originals.number_of(shown(settings, document), 0) == 1


def test_a_page_that_lies_on_its_side_is_shown_to_be_read(settings: Settings, tmp_path: Path) -> None:
    made_pdf = FPDF(orientation="landscape")
    made_pdf.add_page()
    made_pdf.set_font("Helvetica", size=12)
    with made_pdf.rotation(90, 100, 100):
        made_pdf.text(60, 100, "Bo Ekkvist, Svalöv, närvarande vid mötet")
    made_pdf.output(str(tmp_path / "a.pdf"))
    document = loaded(settings, tmp_path / "a.pdf")
    page, text = made(settings, document, 1), shown(settings, document).text
    (box,) = page.boxes(0, len(text.strip()))
    assert (round(page.width), round(page.height)) == (595, 842)
    assert box[2] - box[0] > box[3] - box[1]
    assert ink(page.picture.read_bytes(), page, box)[2] > 0.05


@pytest.mark.parametrize("number", [0, 3, 4, -1], ids=["none", "a picture only", "too many", "below none"])
def test_what_is_no_page_with_text_is_not_shown(settings: Settings, tmp_path: Path, number: int) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES, last_is_picture=True))
    with pytest.raises(NotFound, match="page"):
        made(settings, document, number)
    assert made(settings, document, 2).count == 3


def test_an_original_with_an_identity_number_in_it_is_never_kept(settings: Settings, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", (*PAGES[0], "Brukaren Anna Berg, 640823-3234, yttrade sig."))
    document = loaded(settings, path)
    assert not originals.is_kept(settings, document)
    with pytest.raises(NotFound):
        shown(settings, document)


def test_the_original_of_a_removed_person_is_gone_and_stays_so(settings: Settings, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", *PAGES)
    document, other = loaded(settings, path), loaded(settings, pdf(tmp_path / "b.pdf", PAGES[1]))
    made(settings, document, 1)
    (tmp_path / "removals.csv").write_text(written([removal("Bo Ekkvist", "Ann Ek", "Bad om det", when="2026-11-22")]))
    preparing.prepare(STORE, settings, shipped())
    with pytest.raises(NotFound, match="hidden"):
        shown(settings, document)
    assert originals.sweep(settings, STORE) == 1
    assert not originals.is_kept(settings, document)
    assert originals.is_kept(settings, other)
    loaded(settings, path)
    assert not originals.is_kept(settings, document)


def test_the_command_that_removes_somebody_takes_the_file_along(settings: Settings, tmp_path: Path) -> None:
    with live(settings) as store:
        document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES), store)
    asked = ["remove", "Bo Ekkvist", "--who", "Ann Ek", "--why", "Bad om det", "--no-publish"]
    done = CliRunner().invoke(commands, asked, env=as_environment(settings))
    assert done.exit_code == 0, done.output
    assert not originals.is_kept(settings, document)


def test_another_file_of_the_name_takes_the_place_of_the_first(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))
    made(settings, document, 2)
    loaded(settings, pdf(tmp_path / "a.pdf", PAGES[1]))
    assert [each.suffix for each in shown(settings, document).file.parent.iterdir()] == [".pdf"]
    assert made(settings, document, 1).count == 1


def test_a_document_that_is_taken_out_of_the_graph_takes_its_original_along(settings: Settings, tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", *PAGES)
    with live(settings) as store:
        document = loaded(settings, path, store)
    assert originals.is_kept(settings, document)
    write(Write("remove", document, "Ann Ek"), settings)
    assert not originals.is_kept(settings, document)


def test_no_passage_is_marked_where_the_graph_has_another_text(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))
    made(settings, document, 1)
    other = replace(shown(settings, document), text="Something else that an older reader made of it")
    page = originals.page(other, 1)
    assert page
    assert (page.words, page.span) == ((), None)


def test_what_ended_badly_is_not_tried_again_at_once(settings: Settings, tmp_path: Path) -> None:
    document = loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))
    original = shown(settings, document)
    original.file.with_name(pages.TRIED).touch()
    with pytest.raises(SourceError, match="could not be shown"):
        making.make(original.file, 1, settings.max_bytes)


def test_a_process_of_its_own_makes_a_page_and_tells_what_is_wrong(settings: Settings, tmp_path: Path) -> None:
    file = shown(settings, loaded(settings, pdf(tmp_path / "a.pdf", *PAGES))).file
    said = [
        subprocess.run(
            [sys.executable, "-m", "samverkan.originals.making"],
            input=json.dumps(["page", [str(file), number], {}]) + "\n",
            env=as_environment(settings),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in (1, 9)
    ]
    assert [json.loads(each) for each in said] == [
        {},
        {"error": "NotFound", "message": "this document has no page 9; it has 2"},
    ]
    assert file.with_name("1.png").exists()


def test_nothing_but_folders_of_ours_is_swept_away(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "originals" / "egna").mkdir(parents=True)
    assert originals.sweep(settings, STORE) == 0
    assert not originals.keep(settings, STORE, NamedNode(f"{BASE}document/x"), None)
    assert (tmp_path / "originals" / "egna").is_dir()
