"""`explain`: the text of a document with what was read marked in it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkan.cli.output import printable

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
def explain(file: Path, rule: str, only_read: bool) -> None:
    """Print the text of FILE with the passages that were read marked, and below each what it was taken to say.

    A line that was passed over is dim, with the reason.
    """
    from rich.console import Console

    from samverkan import build
    from samverkan import explain as explaining
    from samverkan.register import shipped
    from samverkan.settings import from_environment

    read = build.read(build.Input(file.stem, text=file), shipped(), from_environment().max_bytes)
    console = Console(highlight=False, soft_wrap=True)
    for line in explaining.lines(read.text or "", read.facts, read.ignored, rule):
        if line.marks or line.spans or not only_read:
            _print(console, line)


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
        console.print(note)
