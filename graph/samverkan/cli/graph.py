"""The graph as a whole: `check` whether it can be true, `export` all of it."""

import sys
from typing import TYPE_CHECKING

import click

from samverkan.cli.asking import LANGUAGE
from samverkan.cli.output import words

if TYPE_CHECKING:
    from samverkan.queries import Level


@click.command(
    epilog="Example:  samverkan check --format json > findings.json",
    short_help="Look for what cannot be true.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ttl"]),
    default="text",
    show_default=True,
    help="How to print what is found; ttl is a validation report in the terms of SHACL.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "notice"]),
    default="error",
    show_default=True,
    help="The exit code is 1 where something so grave is found, or something graver.",
)
@click.option("--again", is_flag=True, help="Hold all graphs to the shapes, also those that were well formed before.")
@LANGUAGE
def check(form: str, fail_on: "Level", again: bool, language: str | None) -> None:
    """Hold each document's graph to the shapes (ontology/shapes.ttl), and ask the checks (queries/checks) of the whole.

    \b
    error    cannot be true, or cannot be traced to a passage
    warning  can hardly be true: look at the passages
    notice   may well be true, and wants somebody to act

    Each finding is printed with its sources: the sentence, the document and the place. Graphs that were well formed
    before and have not changed since are not held to the shapes again, unless with --again.
    """
    from samverkan import checking, publish
    from samverkan.checking import report
    from samverkan.settings import from_environment

    settings = from_environment()
    language = language or settings.language
    with publish.published(settings) as store:
        memory = checking.Memory(settings.data / "checked.json", anew=again)
        found = checking.check(store, memory)
    memory.write()
    click.echo(report.FORMATS[form](found, language), nl=False)
    click.echo(report.summary(found, language), err=True)
    if found.reaches(fail_on):
        raise click.exceptions.Exit(1)


@click.command(
    epilog="Example:  samverkan export --format nq > samverkan.nq",
    short_help="Write the graph out, all of it or one thing's part.",
)
@click.argument("entity", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["ttl", "nt", "nq", "trig", "jsonld", "rdf", "popolo"]),
    default="ttl",
    show_default=True,
)
def export(entity: str | None, form: str) -> None:
    """Write the published graph to standard output, or what is known of ENTITY (an IRI, or a name).

    N-Quads, TriG and JSON-LD keep which document says what; Popolo is JSON for civic applications, of the whole graph.
    """
    from pyoxigraph import NamedNode

    from samverkan import lookup, publish
    from samverkan.export import graphs, popolo
    from samverkan.settings import from_environment

    if form == "popolo" and entity is not None:
        raise click.UsageError("Popolo holds the whole graph; leave out ENTITY, or choose another --format")
    out = sys.stdout.buffer
    with publish.published(from_environment()) as store:
        if form == "popolo":
            popolo.write(store, out)
        elif entity is None:
            graphs.write_all(store, form, out)
        else:
            graphs.write_entity(store, NamedNode(words(lookup.resolve(store, "entity", entity))), form, out)
