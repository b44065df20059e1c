"""All that a search finds as a file: CSV, Excel or JSON."""

from collections.abc import Iterator, Sequence
from typing import Final

from flask import Response, json

from samverkan.errors import ResultTooLarge
from samverkan_web import explore, kinds, sheets
from samverkan_web.explore import Hit
from samverkan_web.site import Site
from samverkan_web.wishes import Wish
from samverkan_web.wording import gettext, lazy_gettext

MOST: Final = 100_000  # rows of a file
_AT_ONCE: Final = 10_000
_HEADS: Final = (
    lazy_gettext("Name"), lazy_gettext("Kind"), lazy_gettext("County"), lazy_gettext("First year"),
    lazy_gettext("Last year"), lazy_gettext("Address"),
)  # fmt: skip
_KEYS: Final = ("name", "kind", "county", "first", "last", "iri")


def file(site: Site, wish: Wish, form: str, language: str) -> Response:
    """The things that are looked for, in their order; `ResultTooLarge` beyond `MOST`."""
    rows = [_row(hit) for hit in _all(site, wish, language)]
    name = wish.kind or "search"
    if form == "json":
        objects = [{key: value for key, value in zip(_KEYS, row, strict=True) if value} for row in rows]
        return sheets.answer(json.dumps({"rows": objects}, ensure_ascii=False), name, form)
    if form == "csv":
        return sheets.answer(sheets.as_csv(_KEYS, rows), name, form)
    return sheets.answer(sheets.as_workbook(gettext("Search"), [str(head) for head in _HEADS], rows), name, form)


def _all(site: Site, wish: Wish, language: str) -> Iterator[Hit]:
    index, first = site.finder, 0
    if index is None:
        found = explore.search(site, wish, 1, language)
        yield from found.hits
        for page in range(2, found.paging.pages + 1):
            yield from explore.search(site, wish, page, language).hits
        return
    while some := explore.hits(site, index, wish, first, _AT_ONCE):
        first += len(some)
        if first > MOST:
            raise ResultTooLarge(f"more than {MOST} things are found; ask for fewer, or take the whole graph")
        yield from some


def _row(hit: Hit) -> Sequence[str | None]:
    first, last = hit.years or (None, None)
    return hit.thing.label, kinds.word(hit.kind), hit.county, first, last, hit.thing.iri
