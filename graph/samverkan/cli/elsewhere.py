"""The option `--store URL`: the graph on a server, for one command; the setting SAMVERKAN_STORE is for all."""

import os
from typing import Final

import click

_VARIABLE: Final = "SAMVERKAN_STORE"


def with_store(command: click.Command) -> click.Command:
    """The command, or the commands of a group, with the option; one that has it stays as it is."""
    if isinstance(command, click.Group):
        for each in command.commands.values():
            with_store(each)
    elif all(each.name != "store" for each in command.params):
        command.params.append(
            click.Option(
                ["--store"],
                metavar="URL",
                expose_value=False,
                callback=_use,
                help="The graph on the SPARQL server at this address, not in the folder (setting SAMVERKAN_STORE).",
            )
        )
    return command


def _use(context: click.Context, _: click.Parameter, address: str | None) -> None:
    """Let the settings name the store until the command ends."""
    if address is None:
        return
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = address
    context.call_on_close(lambda: _restore(before))


def _restore(before: str | None) -> None:
    if before is None:
        del os.environ[_VARIABLE]
    else:
        os.environ[_VARIABLE] = before
