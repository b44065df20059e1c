"""The original of a document, page by page, beside its text: a passage leads to its box, a box to what was read there.

What is to be seen is made by a process of its own, one at a time, and kept beside the file. Nobody keeps what is shown:
who asks to be removed is gone from here with the next request.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Final, TypeAlias

from flask import Response, current_app, g

from samverkan import originals
from samverkan.errors import NotFound, QueryTimeout
from samverkan.originals import Original, Page
from samverkan.settings import Settings
from samverkan.triples.shapes import SHAPES
from samverkan_web import elsewhere, entities, gone, previews
from samverkan_web.evidence import Link, Source
from samverkan_web.marked import Piece, anchor, pieces
from samverkan_web.paging import Paging
from samverkan_web.site import Site

Box: TypeAlias = tuple[float, float, float, float]
_KINDS: Final = {shape.path: shape.rows for shape in SHAPES}  # as addresses of statements have them, as facts do
_TURN: Final = BoundedSemaphore(1)
_WAITS: Final = 5.0  # seconds until whoever waits for a turn is told to come again


@dataclass(frozen=True, slots=True)
class Read:
    """A statement that rests on the page: how it is called on the page of the document, its kind, its words, and where
    they stand (left, top, width and height of each line, in points); `asked` where the address asks for it."""

    anchor: str
    kind: str
    quote: str
    boxes: tuple[Box, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of a page shows; `marked` is False where the graph has another text than the file gives now."""

    document: Link
    path: str
    paging: Paging
    width: float
    height: float
    marked: bool
    text: tuple[Piece, ...]
    read: tuple[Read, ...]


def is_kept(document: str) -> bool:
    """Whether the original of a document, by its IRI, is kept; looked up once for each page."""
    settings = current_app.config["SETTINGS"]
    if not settings.originals:
        return False
    known: dict[str, bool] = g.setdefault("originals", {})
    if document not in known:
        known[document] = originals.is_kept(settings, document)
    return known[document]


def shown(site: Site, path: str, number: int, at: str) -> Shown:
    """A page of the original at a path of the site; the page of a passage (`char=120,132`) where number is 0.

    `NotFound` where there is none that may be shown, `QueryTimeout` while too many are being made.
    """
    iri = site.addresses.iri(path)
    original, settings = _original(site, iri), _settings()
    place = _place(at)
    if number < 1:
        _made(original, 1, settings)
        number = originals.number_of(original, place[0]) if place else 1
    page = _made(original, number, settings)
    sources = tuple(_sources(site, iri, page))
    return Shown(
        Link(iri, entities.head(site, iri).label), path, Paging(page.number, page.count, page.count),
        page.width, page.height, page.span is not None, tuple(_text(original, page, sources)),
        tuple(_read(each, page, place) for each in sources),
    )  # fmt: skip


def picture(site: Site, path: str, number: int) -> Response:
    """The picture of a page that was made before; `NotFound` where it was not, or may not be shown."""
    page = originals.page(_original(site, site.addresses.iri(path)), number)
    if page is None:
        raise NotFound(f"there is no picture of page {number}")
    return private(Response(page.picture.read_bytes(), mimetype="image/png"))


def private(response: Response) -> Response:
    """An answer that no cache keeps and no search engine knows."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _original(site: Site, iri: str) -> Original:
    """The original of a document; `NotFound` where there is none, or where it names somebody who was removed by now."""
    found = originals.original(_settings(), site.store, iri)
    if gone.removals().hider().mentions(found.text):
        raise NotFound("the original of this document is not shown, since something in it is hidden")
    return found


def _made(original: Original, number: int, settings: Settings) -> Page:
    """A page, made now where it was not before."""
    page = originals.page(original, number)
    if page is not None:
        return page
    if not _TURN.acquire(timeout=_WAITS):
        raise QueryTimeout("other pages are being made; try again in a moment")
    try:
        elsewhere.done(settings, "samverkan.originals.making", "page", str(original.file), str(number))
    finally:
        _TURN.release()
    page = originals.page(original, number)
    assert page is not None
    return page


def _sources(site: Site, iri: str, page: Page) -> Iterator[Source]:
    """The passages that stand on a page, at least in part, in the order of the text."""
    start, end = page.span or (0, 0)
    for row in site.ask("quoted", iri):
        first, last = int(row["first"]), int(row["last"])
        if first < end and start < last:
            yield Source(Link(iri, ""), None, None, row["quote"], first, last, None, None, row["fact"])


def _read(source: Source, page: Page, asked: tuple[int, int] | None) -> Read:
    first, last = source.first or 0, source.last or 0
    boxes = tuple((left, top, right - left, bottom - top) for left, top, right, bottom in page.boxes(first, last))
    kind = previews.KINDS.get(_KINDS.get(source.fact.split("/")[-2], ""), "")
    return Read(anchor((source,)), str(kind), source.quote or "", boxes, (first, last) == asked)


def _text(original: Original, page: Page, sources: tuple[Source, ...]) -> Iterator[Piece]:
    """The text of a page with its passages marked; a passage that goes on elsewhere is marked as far as it is here."""
    if page.span is None:
        return iter(())
    start, end = page.span
    here = (_within(each, start, end) for each in sources)
    return pieces(original.text[start:end], here)


def _within(source: Source, start: int, end: int) -> Source:
    """A passage with its place counted from the start of a page."""
    first, last = max((source.first or 0) - start, 0), min((source.last or 0), end) - start
    return Source(source.document, None, None, source.quote, first, last, None, None, source.fact)


def _place(at: str) -> tuple[int, int] | None:
    """The passage that an address asks for; None where it asks for none.

    >>> _place("char=120,132"), _place("char=x")
    ((120, 132), None)
    """
    first, _, last = at.removeprefix("char=").partition(",")
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() and len(at) < 40 else None


def _settings() -> Settings:
    settings = current_app.config["SETTINGS"]
    assert isinstance(settings, Settings)
    return settings
