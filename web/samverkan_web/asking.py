"""Asking a shipped query: its form, its answer as a table that can be sorted and filtered, and the same as files."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flask import Response

from samverkan import queries
from samverkan.errors import NotFound, QueryError, QueryTooCostly, ResultTooLarge
from samverkan.queries import Cell, Parameter, Query
from samverkan_web import answer_files
from samverkan_web.answer_files import SUFFIXES
from samverkan_web.arranging import Arrangement, Row, arranged, arrangement
from samverkan_web.entities import ACTORS, WORKS
from samverkan_web.paging import PAGE_SIZE, Paging, cut, nearest
from samverkan_web.site import Site, words
from samverkan_web.statements import Link, Source

_PASSAGE: Final = ("document", "quote")  # the columns that say where a row stands
MOST_DOWNLOADED: Final = 100_000  # rows of an answer as a file
_LOOKED_AT: Final = 300  # rows of a long answer
MOST_CHOICES: Final = 400  # names that a field offers; with more it offers none
# The kinds of entity that a type of parameter takes; types that are not here are typed in freely.
KINDS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "body": ("body",),
    "person": ("person",),
    "organisation": ACTORS,
    "meeting": ("meeting",),
    "document": ("document",),
    "work": WORKS,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: a parameter, what it holds, and values to choose from, each with words beside it or none."""

    parameter: Parameter
    value: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of an answer: the cells that a reader sees, by column, and the passage behind the row."""

    cells: tuple[tuple[str, Cell, str | None], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The page of a shipped query; `lines` is None where something needed is not given, or is wrong.

    `columns` are those that say something: not empty in every row, and not the passage, which stands behind a mark.
    What is the same in all rows is in `common` instead, said once. `total` counts the rows before they are filtered.
    """

    query: Query
    fields: tuple[Field, ...]
    arguments: Mapping[str, str]
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] | None = None
    paging: Paging = Paging(1, 1, 0)
    more: bool = False
    common: tuple[tuple[str, Cell, str | None], ...] = ()
    error: str | None = None
    asked: Arrangement = Arrangement()
    total: int = 0

    @property
    def arranged(self) -> Mapping[str, str]:
        """The arguments together with those for order and filter."""
        return {**self.arguments, **self.asked.arguments}

    def by(self, column: str) -> Mapping[str, str]:
        """The arguments for the same answer ordered by a column."""
        return {**self.arguments, **self.asked.by(column)}


def split(name: str) -> tuple[str, str]:
    """A name and the suffix of a download, if it has one.

    >>> split("who-sits-on.csv"), split("who-sits-on")
    (('who-sits-on', '.csv'), ('who-sits-on', ''))
    """
    return next(((name.removesuffix(each), each) for each in SUFFIXES if name.endswith(each)), (name, ""))


def ask(site: Site, name: str, given: Mapping[str, str], language: str, page: int = 1) -> Question:
    """The page of a shipped query, with a page of its answer where all that it needs is given.

    `NotFound` for an unknown query.
    """
    query = _shipped(name)
    arguments = _arguments(query, given)
    fields = tuple(
        Field(each, arguments.get(each.name, ""), _choices(site, each.type))
        for each in query.parameters
        if each.type != "language"
    )
    if any(field.parameter.required and not field.value for field in fields):
        return Question(query, fields, arguments)
    try:
        told = _told(site, query, arguments, given, language, page)
    except (QueryError, QueryTooCostly, ResultTooLarge) as error:
        return Question(query, fields, arguments, error=str(error))
    columns = _telling(query, (*told.looked_at, *told.shown))
    same = _same(query, columns, told.looked_at) if told.total <= len(told.looked_at) else {}
    columns = tuple(name for name in columns if name not in same)
    return Question(
        query, fields, arguments, columns, tuple(_line(site, query, columns, row) for row in told.shown), told.paging,
        told.more, tuple((name, cell, _iri(site, cell)) for name, cell in same.items()),
        asked=arrangement(given, columns), total=told.total,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A page of an answer of `total` rows; `looked_at` are its first rows, by which it is seen what columns say.

    There may be `more`, which only files hold.
    """

    shown: tuple[Row, ...]
    looked_at: tuple[Row, ...]
    paging: Paging
    total: int
    more: bool


def _told(
    site: Site, query: Query, arguments: Mapping[str, str], given: Mapping[str, str], language: str, page: int
) -> _Told:
    """A page of an answer: read alone where the rows are counted already and stand in the order that is wanted."""
    asked, most = arrangement(given, query.columns), site.most_rows - 1
    number = None if asked.arguments else queries.counted(site.store, query.name, arguments, site.most_rows)
    if number is None or number <= _LOOKED_AT:
        rows = _rows(site, query, arguments, language, site.most_rows)
        shown, paging = cut(arranged(rows[:most], query.columns, asked), page)
        return _Told(shown, rows, paging, min(len(rows), most), len(rows) > most)
    paging = nearest(min(number, most), page)
    first = (paging.page - 1) * PAGE_SIZE
    shown = _rows(site, query, arguments, language, min(PAGE_SIZE, paging.total - first), first)
    looked_at = _rows(site, query, arguments, language, _LOOKED_AT)
    return _Told(shown, looked_at, paging, paging.total, number > most)


def _telling(query: Query, rows: tuple[tuple[Cell, ...], ...]) -> tuple[str, ...]:
    """The columns that tell a reader something."""
    behind = _PASSAGE if set(_PASSAGE) <= set(query.columns) else ()
    said = {name for row in rows for name, cell in zip(query.columns, row, strict=True) if cell.text}
    return tuple(name for name in query.columns if name in said and name not in behind) or query.columns[:1]


def _same(query: Query, columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> dict[str, Cell]:
    """The columns that say the same in all of several rows, where others are left to tell the rows apart."""
    places = {name: query.columns.index(name) for name in columns}
    if len(rows) < 2:
        return {}
    found = {name: rows[0][place] for name, place in places.items() if len({row[place] for row in rows}) == 1}
    return found if len(found) < len(columns) else {}


def _line(site: Site, query: Query, columns: tuple[str, ...], row: tuple[Cell, ...]) -> Line:
    cells = dict(zip(query.columns, row, strict=True))
    shown = tuple((name, cells[name], _iri(site, cells[name])) for name in columns)
    if not all(name in cells and cells[name].text for name in _PASSAGE):
        return Line(shown, ())
    document, quote = (cells[name] for name in _PASSAGE)
    day = cells["date"].text if "date" in cells else None
    link = Link(_iri(site, document) or "", document.text or "")
    return Line(shown, (Source(link, None, day, quote.text, None, None, None, None, ""),))


def download(site: Site, name: str, suffix: str, given: Mapping[str, str], language: str) -> Response:
    """The whole answer as a file, ordered and filtered as the page is.

    `ResultTooLarge` beyond `MOST_DOWNLOADED` rows, `QueryTimeout` where it takes longer than a visitor's query may.
    """
    query = _shipped(name)
    rows = _rows(site, query, _arguments(query, given), language, MOST_DOWNLOADED + 1)
    if len(rows) > MOST_DOWNLOADED:
        raise ResultTooLarge(f"the answer has more than {MOST_DOWNLOADED} rows; ask for less, or take the whole graph")
    asked = arrangement(given, query.columns)
    return answer_files.write(query, arranged(rows, query.columns, asked), suffix, language)


def _shipped(name: str) -> Query:
    found = queries.catalogue().get(name)
    if found is None:
        raise NotFound(f"no question is called {name!r}")
    return found


def _arguments(query: Query, given: Mapping[str, str]) -> dict[str, str]:
    names = [each.name for each in query.parameters if each.type != "language"]
    return {name: given[name].strip() for name in names if given.get(name, "").strip()}


def _rows(
    site: Site, query: Query, arguments: Mapping[str, str], language: str, most: int, first: int = 0
) -> tuple[Row, ...]:
    """Some rows of an answer, by those who answer visitors."""
    speaks = any(each.type == "language" for each in query.parameters)
    given = {**arguments, "language": language} if speaks else arguments
    return tuple(queries.cells(query, queries.answered(site.store, site.pool, query.name, given, most, first)))


def _choices(site: Site, type: str) -> tuple[tuple[str, str], ...]:
    """What a field offers: a name, or where several things have it the IRI of each, with what tells them apart."""
    found = [each for kind in KINDS_OF.get(type, ()) for each in _named(site, site.addresses.iri(f"{kind}/"))]
    if len(found) > MOST_CHOICES:
        return ()
    names = Counter(label.casefold() for label, _, _ in found)
    return tuple(
        (iri, f"{label} – {county or iri}") if names[label.casefold()] > 1 else (label, "")
        for label, iri, county in sorted(found, key=lambda each: (each[0].casefold(), each[1]))
    )


def _named(site: Site, prefix: str) -> Iterator[tuple[str, str, str]]:
    """The name, the IRI and the county of things whose IRIs begin so; of very many only some."""
    index = site.index
    if index:
        yield from ((each.label, each.iri, each.county or "") for each in index.beginning(prefix, MOST_CHOICES + 1))
        return
    for row in site.ask("search", base=site.addresses.base, prefix=prefix):
        yield row["label"], row["entity"], row.get("county", "")


def _iri(site: Site, cell: Cell) -> str | None:
    """The IRI behind a cell that has a page here, None for one that holds words."""
    text = words(cell.term) if cell.term is not None else ""
    return text if site.addresses.path(text) else None
