"""Files made to exhaust a reader: refused within seconds, with little memory, by name and reason."""

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import docx
import pytest

from samverkan.errors import SourceError
from samverkan.jobs import Workers
from samverkan.sources import read

LIMIT = 20_000_000

TEXT = b"BT /F 12 Tf 50 700 Td (Hej) Tj ET\n"


def _pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first one its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _stream(content: bytes, more: bytes = b"", packed: int = 1) -> bytes:
    for _ in range(packed):
        content = zlib.compress(content, 9)
    filters = b"/Filter[" + b"/FlateDecode " * packed + b"]" if packed else b""
    return b"<<%s%s/Length %d>>stream\n%s\nendstream" % (more, filters, len(content), content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def _page(content: bytes, more: bytes = b"") -> tuple[bytes, ...]:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % more
    return CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, FONT


def _forms(depth: int) -> bytes:
    """A drawing that draws ten drawings that draw ten drawings each: 10 to the power of `depth` words."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    forms = [_stream(b"/X Do " * 10 if i < depth - 1 else TEXT, kind % (7 + i), 0) for i in range(depth)]
    return _pdf(*_page(_stream(b"/X Do"), b"/XObject<</X 6 0 R>>"), *forms)


PDFS = [
    pytest.param(_pdf(*_page(_stream(TEXT + b" " * 60_000_000))), "unpacks to more than 24,000,000 bytes", id="flate"),
    pytest.param(_pdf(*_page(_stream(TEXT + b" " * 60_000_000, packed=2))), "packs a stream within", id="flate twice"),
    pytest.param(
        _pdf(CATALOGUE, b"<</Type/Pages/Kids[%s]/Count 9000>>" % (b"3 0 R " * 9000), b"<</Type/Page/Parent 2 0 R>>"),
        "9,000 pages are above the limit of 2,000; split it",
        id="pages",
    ),
    pytest.param(
        _pdf(
            *_page(_stream(b"".join(b"BT /F 1 Tf 0 %d Td (%s) Tj ET\n" % (i, b"hejsan " * 100) for i in range(9_000))))
        ),
        "more than 5,000,000 characters, to page 1; split it",
        id="characters",
    ),
    pytest.param(_pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), "is a PDF file", id="no pages"),
    pytest.param(_pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 3>>"), "page 1 is damaged", id="pages in a ring"),
    pytest.param(_pdf(*_page(b"[" * 100_000)), "no text on its only page", id="nesting"),
]


@pytest.mark.parametrize(("content", "reason"), PDFS)
def test_a_pdf_made_to_exhaust_is_refused_soon(written: Callable[..., Path], content: bytes, reason: str) -> None:
    begun = time.process_time()
    with pytest.raises(SourceError) as raised:
        read(written(content, "bomb.pdf"), LIMIT)
    assert "bomb.pdf: " in str(raised.value)
    assert reason in str(raised.value)
    assert time.process_time() - begun < 20


def test_a_page_of_very_many_lines_takes_time_as_its_lines(written: Callable[..., Path]) -> None:
    lines = b"".join(b"BT /F 1 Tf 50 %d Td (hej hopp) Tj ET\n" % (2 * i) for i in range(30_000))
    begun = time.process_time()
    assert read(written(_pdf(*_page(_stream(lines))), "lång.pdf"), LIMIT).text.count("hej") == 30_000
    assert time.process_time() - begun < 30


def test_reading_that_takes_too_long_is_given_up(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverkan.sources.pdf.file.MOST_SECONDS", 0.0)
    with pytest.raises(SourceError, match=r"reading took more than 0 seconds, to page 1; split it"):
        read(written(_pdf(*_page(_stream(TEXT))), "a.pdf"), LIMIT)


def test_a_small_pdf_of_the_same_make_is_read(written: Callable[..., Path]) -> None:
    assert read(written(_pdf(*_page(_stream(TEXT))), "liten.pdf"), LIMIT).text == "Hej"
    assert read(written(_forms(2), "liten.pdf"), LIMIT).text.split() == ["Hej"]


def test_what_no_check_foresees_costs_its_worker_only(written: Callable[..., Path]) -> None:
    path = written(_forms(9), "bomb.pdf")
    with Workers(1, seconds=20, memory=1 << 30) as workers:
        with pytest.raises(BrokenProcessPool):
            workers.submit(read, path, LIMIT).result()
        small = written(_pdf(*_page(_stream(TEXT))), "liten.pdf")
        assert workers.submit(read, small, LIMIT).result().text == "Hej"


def _docx(**parts: bytes) -> bytes:
    """A Word document with parts put in the place of its own; `__` in a name is `/`."""
    own = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Ann Ek hälsar välkommen.")
    document.save(own)
    changed = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    whole = io.BytesIO()
    with zipfile.ZipFile(own) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in changed:
                new.writestr(part.filename, old.read(part))
        for name, content in changed.items():
            new.writestr(name, content)
    return whole.getvalue()


WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b"<w:document " + WORD + b"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = ENTITIES.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/hostname"')


def _zip(**parts: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return whole.getvalue()


def _many_parts() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number in range(5_000):
            archive.writestr(f"word/{number}.xml", b"<a/>")
    return whole.getvalue()


DOCXS = [
    pytest.param(_docx(word__document=b"<a>" + b" " * 40_000_000 + b"</a>"), "unpacks to over 400 times", id="ratio"),
    pytest.param(_docx(word__document=ENTITIES), "word/document.xml declares entities", id="entities"),
    pytest.param(_docx(word__document=OUTSIDE), "word/document.xml declares entities", id="a file outside"),
    pytest.param(_docx(word__styles=ENTITIES), "word/styles.xml declares entities", id="entities in styles"),
    pytest.param(
        _docx(word__document=b"<w:document " + WORD + b">" + b"<w:p>" * 50_000 + b"</w:p>" * 50_000 + b"</w:document>"),
        "nests deeper than 200 levels",
        id="nesting",
    ),
    pytest.param(_many_parts(), "5,000 parts are above the limit of 4,000", id="parts"),
    pytest.param(_docx()[:-200], "is a damaged office document", id="cut off"),
    pytest.param(_docx(word__document=b"<w:document"), "is a damaged office document", id="no XML"),
    pytest.param(_zip(protokoll=b"hej"), "is a zip archive; unpack it", id="another archive"),
    pytest.param(_zip(xl__workbook=b"", **{"xl__workbook.xml": b"<a/>"}), "is a spreadsheet", id="spreadsheet"),
]


@pytest.mark.parametrize(("content", "reason"), DOCXS)
def test_a_word_document_made_to_exhaust_is_refused_soon(
    written: Callable[..., Path], content: bytes, reason: str
) -> None:
    begun = time.process_time()
    with pytest.raises(SourceError) as raised:
        read(written(content, "bomb.docx"), LIMIT)
    assert "bomb.docx: " in str(raised.value)
    assert reason in str(raised.value)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("tag", ["div", "b", "table", "span"])
def test_a_web_page_that_nests_without_end_is_refused_soon(written: Callable[..., Path], tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * 300_000}hej"
    begun = time.process_time()
    with pytest.raises(SourceError, match=r"bomb\.html: nests deeper than 100 elements"):
        read(written(page, "bomb.html"), LIMIT)
    assert time.process_time() - begun < 5


def test_an_encoding_that_takes_long_is_not_asked_for(written: Callable[..., Path]) -> None:
    page = "<html><head><meta charset=punycode></head><body>" + "<p>Ann Ek, Lund-" * 20_000
    begun = time.process_time()
    assert read(written(page, "lång.html"), LIMIT).text.startswith("Ann Ek, Lund-")
    assert time.process_time() - begun < 5


def test_many_elements_beside_each_other_are_no_nesting(written: Callable[..., Path]) -> None:
    page = "<html><body>" + "<p>Ann Ek, Lund<br>" * 2_000 + "<script>" + "'<div>'" * 500 + "</script>"
    assert read(written(page, "lång.html"), LIMIT).text.count("Ann Ek, Lund") == 2_000
