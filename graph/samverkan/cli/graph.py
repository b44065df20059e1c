"""The graph as a whole: `check` whether it can be true, `export` all of it."""

import sys

import click

from samverkan.cli.output import FORMAT, words


@click.command(
    epilog="Example:  samverkan check --format csv > offences.csv",
    short_help="Look for what cannot be true.",
)
@FORMAT
def check(form: str) -> None:
    """Ask the checks in queries/checks of the graph; every row of one is an offence.

    The exit code is 1 where there is any.
    """
    from samverkan import publish, queries
    from samverkan.cli.output import write
    from samverkan.settings import from_environment

    settings = from_environment()
    offences: list[tuple[str, str, str]] = []
    with publish.published(settings) as store:
        for name, asked in queries.checks().items():
            for row in queries.cells(asked, queries.run(store, f"checks/{name}")):
                said = [
                    f"{asked.label(c, 'en')}: {cell.text}"
                    for c, cell in zip(asked.columns, row, strict=True)
                    if cell.text
                ]
                offences.append((name, asked.title[settings.language], "; ".join(said)))
    if form != "table" or offences:
        write(form, ("check", "what is wrong", "where"), offences)
    click.echo(f"{len(queries.checks())} checks, {len(offences)} offences", err=True)
    if offences:
        raise click.exceptions.Exit(1)


@click.command(
    epilog="Example:  samverkan export --format nq > samverkan.nq",
    short_help="Write the graph out, all of it or one thing's part.",
)
@click.argument("entity", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["ttl", "nt", "nq", "trig", "jsonld", "rdf"]),
    default="ttl",
    show_default=True,
)
def export(entity: str | None, form: str) -> None:
    """Write the published graph to standard output, or what is known of ENTITY (an IRI, or a name).

    N-Quads, TriG and JSON-LD keep which document says what.
    """
    from pyoxigraph import NamedNode

    from samverkan import lookup, publish
    from samverkan.export import graphs
    from samverkan.settings import from_environment

    out = sys.stdout.buffer
    with publish.published(from_environment()) as store:
        if entity is None:
            graphs.write_all(store, form, out)
        else:
            graphs.write_entity(store, NamedNode(words(lookup.resolve(store, "entity", entity))), form, out)
