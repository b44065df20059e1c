"""`explain`: the text of a document with what was read marked in it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.cli.output import printable
from samverkan.writing import write_whole

if TYPE_CHECKING:
    from rich.console import Console

    from samverkan.explain import Line


@click.command(
    epilog="Example:  samverkan explain minutes.txt --rule roster | less -R",
    short_help="Show the text with what was read marked in it.",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rule", default="", help="Only what rules of this name read, or of a name that begins so.")
@click.option("--only-read", is_flag=True, help="Leave out the lines that nothing was read from.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as a page for a browser to this file instead.",
)
def explain(file: Path, rule: str, only_read: bool, html: Path | None) -> None:
    """Print the text of FILE with the passages that were read marked, and below each what it was taken to say.

    A line that was passed over is dim, with the reason. Of a PDF, DOCX or HTML file each fact says where it stands in
    the original, and standard error what of the file never became text.
    """
    from rich.console import Console

    from samverkan import explain as explaining
    from samverkan import reading, sources
    from samverkan.register import shipped
    from samverkan.settings import from_environment

    source = sources.read(file, from_environment().max_bytes)
    read = reading.read(source.text, shipped())
    if html is not None:
        from samverkan.explain_page import page

        write_whole(html, page(source, read, rule))
        click.echo(f"wrote {html}", err=True)
        return
    console = Console(highlight=False, soft_wrap=True)
    for line in explaining.lines(source, read.facts, read.ignored, rule):
        if line.marks or line.spans or not only_read:
            _print(console, line)
    for reason in source.unread:
        click.echo(f"{source.key}: not in the text: {reason}", err=True)


def _print(console: "Console", line: "Line") -> None:
    from rich.text import Text

    text = Text(f"{line.number:5} ", style="dim")
    body = Text(printable(line.text), style="dim" if line.ignored else "")
    for start, end in line.spans:
        body.stylize("black on yellow", start, end)
    text.append_text(body)
    if line.ignored:
        text.append(f"   [passed over: {line.ignored}]", style="dim italic")
    console.print(text)
    for mark in line.marks:
        note = Text("      └ ", style="dim")
        note.append(mark.kind, style="bold cyan")
        note.append(f" {printable(mark.says)} ")
        note.append(f"{mark.evidence.rule} {mark.evidence.confidence:.2f}", style="dim")
        if mark.where:
            note.append(f" · {mark.where}", style="dim")
        console.print(note)
