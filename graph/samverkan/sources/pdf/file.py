"""A PDF file: opened or refused, read page by page within limits of size and time."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from samverkan.errors import SourceError
from samverkan.sources.composing import TextLine, compose
from samverkan.sources.pdf.pages import page_edge, page_lines
from samverkan.sources.pdf.running import join
from samverkan.sources.pdf.streams import too_large
from samverkan.sources.pdf.words import Page, read_page
from samverkan.sources.source import Source, source

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
MOST_SECONDS = 120.0

_REASONS = {
    raw.FPDF_ERR_PASSWORD: "is locked with a password; save a copy without one",
    raw.FPDF_ERR_SECURITY: "is locked in a way that cannot be opened; save a copy without it",
}
_BROKEN = "is a PDF file that cannot be opened: it is damaged or cut off; fetch it again"


def read_pdf(content: bytes, path: Path) -> Source:
    """The text of a PDF file; `SourceError` where it cannot be read, or holds no text at all."""
    if fault := too_large(content):
        raise SourceError(f"{path}: {fault}, as no minutes do; print it to a new PDF")
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise SourceError(f"{path}: {_REASONS.get(error.err_code, _BROKEN)}") from None
    try:
        end = time.monotonic() + MOST_SECONDS
        pages = _laid_out(list(_pages(document, path, end)), path, end)
    finally:
        document.close()
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        raise SourceError(
            f"{path}: no text on its {_count(len(pages))}, only pictures (a scan); have its text recognised (OCR) first"
        )
    text, runs = compose(join(pages))
    return source(
        path, content, text, (f"{_numbers(empty)} (no text there: a scan or a picture)",) if empty else (), runs
    )


def _laid_out(pages: Sequence[Page], path: Path, end: float) -> list[list[TextLine]]:
    """The lines of each page; pages of one width share the edge of their text: one alone may have no full line."""
    edges: dict[int, float] = {}
    for page in pages:
        if edge := page_edge(page):
            edges[round(page.width)] = max(edge, edges.get(round(page.width), 0.0))
    found = []
    for page in pages:
        _check_time(end, page.number, path)
        found.append(page_lines(page, edges.get(round(page.width))))
    return found


def _check_time(end: float, page: int, path: Path) -> None:
    if time.monotonic() > end:
        raise SourceError(f"{path}: reading took more than {MOST_SECONDS:.0f} seconds, to page {page}; split it")


def _pages(document: pdfium.PdfDocument, path: Path, end: float) -> Iterator[Page]:
    count = len(document)
    if count == 0:
        raise SourceError(f"{path}: is a PDF file without pages; fetch it again")
    if count > MOST_PAGES:
        raise SourceError(f"{path}: {count:,} pages are above the limit of {MOST_PAGES:,}; split it")
    left = MOST_CHARACTERS
    for number in range(1, count + 1):
        _check_time(end, number, path)
        try:
            page = read_page(document, number, left)
        except pdfium.PdfiumError:
            raise SourceError(f"{path}: page {number} is damaged; print the file to a new PDF") from None
        except OverflowError:
            raise SourceError(f"{path}: more than {MOST_CHARACTERS:,} characters, to page {number}; split it") from None
        left -= sum(len(word.text) for word in page.words)
        yield page


def _count(pages: int) -> str:
    return "only page" if pages == 1 else f"{pages} pages"


def _numbers(pages: Sequence[int]) -> str:
    """Page numbers, runs of them shortened.

    >>> _numbers([3]), _numbers([1, 2, 3, 7])
    ('page 3', 'pages 1-3, 7')
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    written = ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)
    return f"page{'s' if len(pages) > 1 else ''} {written}"
