"""Rows as a file for a spreadsheet: CSV, or an Excel workbook whose texts stay texts."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter
from flask import Response

MEDIA: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
_MOST_LETTERS: Final = 32_767  # that a cell of a workbook can have
_WIDEST: Final = 60  # letters of a column of a workbook

Value = str | int | float | None


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The rows as CSV, as RFC 4180 has it: bare values, to be imported as text where they are not trusted.

    >>> as_csv(("name", "seats"), [("Styrgruppen", None)])
    b'name,seats\\r\\nStyrgruppen,\\r\\n'
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue().encode()


def as_workbook(title: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The rows as an Excel workbook of one sheet, whose first row stays in sight and can filter the others.

    No text becomes a formula or a link, whatever it begins with.
    """
    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(output, options)
    book.set_properties({"title": title})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, heads, book.add_format({"bold": True, "bottom": 1}))
    widths = [len(head) for head in heads]
    last = 0
    for last, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(last, place, value[:_MOST_LETTERS] if isinstance(value, str) else value)
                widths[place] = max(widths[place], len(str(value)))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width, _WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, max(0, len(heads) - 1))
    book.close()
    return output.getvalue()


def answer(content: bytes | str, name: str, form: str) -> Response:
    """A file in a form of `MEDIA`, for people and for programs of any site."""
    response = Response(content, content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
