"""The whole answer to a shipped query as a file: CSV, Excel or JSON."""

from collections.abc import Iterator, Sequence
from typing import Final

from flask import Response, json

from samverkan.queries import Query
from samverkan_web import sheets
from samverkan_web.arranging import Row, number
from samverkan_web.site import words

SUFFIXES: Final = tuple(f".{form}" for form in sheets.MEDIA)


def write(query: Query, rows: Sequence[Row], suffix: str, language: str) -> Response:
    """The rows of a query as a file with one of `SUFFIXES`.

    In CSV each column of things is followed by one with their IRIs; in JSON each thing is an object; in Excel, which
    people read, things have their names alone.
    """
    form = suffix.removeprefix(".")
    if form == "json":
        return sheets.answer(_json(query, rows), query.name, form)
    if form == "csv":
        things = _things(query, rows)
        heads = [head for name in query.columns for head in ((name, f"{name}_iri") if name in things else (name,))]
        return sheets.answer(sheets.as_csv(heads, _flat(query, rows, things)), query.name, form)
    heads = [query.label(name, language) for name in query.columns]
    values = ([cell.text if number(cell) is None else number(cell) for cell in row] for row in rows)
    return sheets.answer(sheets.as_workbook(query.title[language], heads, values), query.name, form)


def _flat(query: Query, rows: Sequence[Row], things: frozenset[str]) -> Iterator[list[str]]:
    for row in rows:
        line: list[str] = []
        for name, cell in zip(query.columns, row, strict=True):
            line.append(cell.text or "")
            if name in things:
                line.append(words(cell.term) if cell.term is not None else "")
        yield line


def _json(query: Query, rows: Sequence[Row]) -> str:
    things = _things(query, rows)
    objects = [
        {
            name: {"label": cell.text, "iri": words(cell.term)} if name in things else cell.text
            for name, cell in zip(query.columns, row, strict=True)
            if cell.text is not None and cell.term is not None
        }
        for row in rows
    ]
    return json.dumps({"query": query.name, "title": query.title, "rows": objects}, ensure_ascii=False)


def _things(query: Query, rows: Sequence[Row]) -> frozenset[str]:
    """The columns that hold things, which have names beside their IRIs."""
    return frozenset(
        name
        for place, name in enumerate(query.columns)
        if any(row[place].term is not None and row[place].text != words(row[place].term) for row in rows)  # type: ignore[arg-type]
    )
