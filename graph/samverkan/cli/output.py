"""How answers look on a terminal and in a pipe: tables, CSV, JSON."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from samverkan.store import Term

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, to_stderr: bool = False) -> None:
    """Print rows as a table that fits the terminal; in a pipe as wide as its longest row needs."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(stderr=to_stderr, highlight=False)
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(escape(printable(cell)) for cell in row))
    if not console.is_terminal:
        wide = console.options.update(max_width=10_000)
        console.width = max(80, console.measure(grid, options=wide).maximum)
    console.print(grid)


def write(form: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in the asked form; the JSON is a list of objects with the columns as keys, without empty values."""
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    elif form == "json":
        objects = [{c: v for c, v in zip(columns, row, strict=True) if v != ""} for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
    else:
        table(columns, rows)


def words(term: "Term | None") -> str:
    """A term as a reader wants it: the value alone, nothing for none."""
    return "" if term is None else str(getattr(term, "value", term))


def printable(text: str) -> str:
    """The text without what would move the cursor or change the colours of a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
