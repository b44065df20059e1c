"""The graph as plain tables, one a kind of statement: a Frictionless data package of CSV files, or a workbook.

The tables are the queries of `queries/tables/`. In the package each thing has its IRI and its name, so that tables can
be joined and followed; in the workbook, which people read, it has its name alone.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from tempfile import TemporaryDirectory
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from samverkan import queries
from samverkan.queries import Query
from samverkan.store import Store

Row = tuple[str, ...]

_MEDIA: Final = "text/csv"
_LABEL: Final = "Label"
_TYPES: Final[Mapping[str, str]] = {"confidence": "number", "count": "integer"}
_DAYS: Final = ("start", "end", "date", "published", "due")
_DAY: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"
# The tables that hold each thing once, with the column that says which.
_KEYS: Final = {"persons": "person", "bodies": "body", "documents": "document"}
_SHEET_ROWS: Final = 1_000_000  # of the 1,048,576 that a sheet can have
_CELL: Final = 32_767  # characters that a cell can have
_ENDING: Final = "\r\n"


def write_package(store: Store, output: IO[bytes]) -> None:
    """Write the tables as a data package (https://datapackage.org/) in a zip file, row by row."""
    with ZipFile(output, "w", ZIP_DEFLATED) as package:
        package.writestr("datapackage.json", json.dumps(descriptor(), ensure_ascii=False, indent=1))
        for name, table in queries.tables().items():
            with package.open(f"{name}.csv", "w") as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
                writer = csv.writer(text, lineterminator=_ENDING)
                writer.writerow(table.columns)
                writer.writerows(rows(store, table))


def descriptor() -> dict[str, Any]:
    """What the package says of itself: each table with its columns, their types and what they point to."""
    return {
        "profile": "tabular-data-package",
        "name": "samverkan",
        "title": "Samverkan",
        "description": "Who sits on which body of Swedish regional collaboration, who met, what was decided; each "
        "statement with the sentence of the minutes that says it.",
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [_resource(name, table) for name, table in queries.tables().items()],
    }


def _resource(name: str, table: Query) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": key, "reference": {"resource": target, "fields": key}}
            for target, key in _KEYS.items()
            if key in table.columns and target != name
        ],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "title": table.title["en"],
        "description": table.summary["en"],
        "mediatype": _MEDIA,
        "encoding": "utf-8",
        "dialect": {"lineTerminator": _ENDING},
        "schema": schema,
    }


def _field(table: Query, column: str) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column, "type": _TYPES.get(column, "string"), "title": heading(table, column, "en")}
    return made | ({"constraints": {"pattern": _DAY}} if column in _DAYS else {})


def heading(table: Query, column: str, language: str) -> str:
    """How a column is headed in a language, also one that holds names."""
    words = table.label(column.removesuffix(_LABEL), language)
    return f"{words} ({'namn' if language == 'sv' else 'name'})" if column.endswith(_LABEL) else words


def rows(store: Store, table: Query) -> Iterator[Row]:
    """The rows of a table as texts, empty where nothing is said.

    A thing with two names gives one row, not two: that with the first of them.
    """
    found = queries.run(store, f"tables/{table.name}")
    places = [found.variables.index(column) for column in table.columns]
    told = [at for at, column in enumerate(table.columns) if not column.endswith(_LABEL)]
    before: Row | None = None
    for terms in found.rows:
        row = tuple("" if terms[at] is None else str(getattr(terms[at], "value", terms[at])) for at in places)
        what = tuple(row[at] for at in told)
        if what != before:
            yield row
        before = what


def write_workbook(store: Store, output: IO[bytes], language: str) -> None:
    """Write the tables as sheets of an Excel workbook with headings in a language, row by row.

    Texts are texts, whatever they begin with: none becomes a formula or a link.
    """
    import xlsxwriter  # takes a tenth of a second, and few who come here write a workbook

    with TemporaryDirectory(prefix="samverkan-") as folder:
        options = {"constant_memory": True, "tmpdir": folder}
        book = xlsxwriter.Workbook(output, {**options, "strings_to_formulas": False, "strings_to_urls": False})
        bold = book.add_format({"bold": True, "bottom": 1})
        for table in queries.tables().values():
            _write_sheets(book, bold, store, table, language)
        book.close()


def _write_sheets(book: Any, bold: Any, store: Store, table: Query, language: str) -> None:
    """A sheet of a table; several where it has more rows than one can hold."""
    named = [column for column in table.columns if f"{column}{_LABEL}" not in table.columns]
    places = [table.columns.index(column) for column in named]
    sheet = _sheet(book, bold, table, named, language, 1)
    for number, row in enumerate(rows(store, table)):
        part, line = divmod(number, _SHEET_ROWS)
        if part and not line:
            sheet = _sheet(book, bold, table, named, language, part + 1)
        for at, place in enumerate(places):
            _write_cell(sheet, line + 1, at, named[at], row[place])


def _sheet(book: Any, bold: Any, table: Query, named: list[str], language: str, number: int) -> Any:
    """A new sheet with its headings, which stay in view."""
    title = table.title[language] if number == 1 else f"{table.title[language]} {number}"
    sheet = book.add_worksheet(title[:31])
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(named) - 1, 24)
    for at, column in enumerate(named):
        sheet.write_string(0, at, table.label(column.removesuffix(_LABEL), language), bold)
    return sheet


def _write_cell(sheet: Any, line: int, at: int, column: str, text: str) -> None:
    if text and column in _TYPES:
        sheet.write_number(line, at, float(text))
    elif text:
        sheet.write_string(line, at, text[:_CELL])
