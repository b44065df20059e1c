"""The command line: verbs over plain functions.

Answers go to standard output, progress and messages to standard error. Exit codes: 0 done, 1 something could not
be done, 2 the call itself was wrong.
"""

import sys
from importlib.metadata import EntryPoint, entry_points

import click

import samverkan
from samverkan.cli.asking import network, query, sparql
from samverkan.cli.connecting import path
from samverkan.cli.correcting import correct
from samverkan.cli.documents import extract, publish
from samverkan.cli.elsewhere import with_store
from samverkan.cli.explaining import explain
from samverkan.cli.graph import check, export
from samverkan.cli.loading import load
from samverkan.cli.ontology import ontology
from samverkan.cli.removing import remove
from samverkan.cli.reviewing import review
from samverkan.errors import SamverkanError

_ON_A_STORE = (
    "load", "review", "correct", "remove", "publish", "query", "sparql", "path", "network", "export", "check", "serve",
)  # fmt: skip


class _Commands(click.Group):
    """The commands below, and those registered as entry points `samverkan.commands` (the site's)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        own = super().list_commands(ctx)
        return own + [point.name for point in _points() if point.name not in own]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        for point in _points():
            if point.name == cmd_name:
                command = point.load()
                assert isinstance(command, click.Command)
                return with_store(command) if cmd_name in _ON_A_STORE else command
        return None


def _points() -> list[EntryPoint]:
    return sorted(entry_points(group="samverkan.commands"), key=lambda point: point.name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(samverkan.__version__, prog_name="samverkan")
def commands() -> None:
    """Samverkan: who sits on which body, read from meeting minutes, every statement with its sentence.

    \b
    A first tour:
      samverkan load data/documents
      samverkan query who-sits-on --param body="Centralt samverkansorgan"
      samverkan serve
    """


for each in (
    extract, explain, load, review, correct, remove, publish, query, sparql, path, network, export, check, ontology,
):  # fmt: skip
    commands.add_command(with_store(each) if each.name in _ON_A_STORE else each)


def main() -> None:
    """Run the command line; an error of ours is one line on standard error and an exit code."""
    try:
        code = commands(standalone_mode=False)  # click gives an Exit raised in a command back as its code
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SamverkanError as error:
        click.echo(f"samverkan: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output (head, less) has left; that is no error
        sys.exit(0)
