"""Asking the graph: `query` for the shipped questions, `sparql` for one's own, `network` for who is tied to whom."""

import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING

import click

from samverkan.cli.output import FORMAT, printable, table, words
from samverkan.cli.pairs import pairs

if TYPE_CHECKING:
    from samverkan.queries import Query

NOT_STATED = {"sv": "anges inte", "en": "not stated"}
LANGUAGE = click.option("--language", type=click.Choice(["sv", "en"]), help="Language of headings and roles.")


@click.command(
    epilog='Example:  samverkan query who-sits-on --param body="Centralt samverkansorgan"',
    short_help="Ask one of the questions that come with it.",
)
@click.argument("name", required=False)
@click.option(
    "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter; names of things will do."
)
@LANGUAGE
@FORMAT
def query(name: str | None, parameters: tuple[str, ...], language: str | None, form: str) -> None:
    """Ask the question NAME of the published graph; without a name, list the questions.

    A value is an IRI, a day, or the name of a person, body, organisation … as people write it; a name that several
    things share is refused with what tells them apart.
    """
    from samverkan import publish, queries
    from samverkan.cli.output import write
    from samverkan.settings import from_environment

    settings = from_environment()
    spoken = language or settings.language
    if name is None:
        _list(queries.catalogue().values(), spoken)
        return
    asked = queries.query(name)
    arguments = pairs(parameters, "--param")
    if any(each.name == "language" for each in asked.parameters):
        arguments.setdefault("language", spoken)
    with publish.published(settings) as store:
        cells = list(queries.cells(asked, queries.run(store, name, arguments)))
    rows = [[cell.text or "" for cell in row] for row in cells]
    if form == "json":
        write(form, asked.columns, rows)
    elif form == "csv":
        write(form, [asked.label(column, spoken) for column in asked.columns], rows)
    elif rows:
        _show(asked, rows, spoken)
    else:
        click.echo("nothing in the graph answers that", err=True)


def _show(asked: "Query", rows: Sequence[Sequence[str]], language: str) -> None:
    """What holds for all rows, then a table of what differs; a date that no text settles is said to be unstated."""
    columns = {
        column: [row[place] or (NOT_STATED[language] if column == "date" else "") for row in rows]
        for place, column in enumerate(asked.columns)
    }
    same = [column for column, values in columns.items() if len(rows) > 1 and len(set(values)) == 1]
    for column in same:
        if columns[column][0]:
            click.echo(f"{asked.label(column, language)}: {printable(columns[column][0])}")
    shown = [column for column, values in columns.items() if column not in same and any(values)]
    table([asked.label(column, language) for column in shown], zip(*(columns[column] for column in shown), strict=True))


def _list(catalogue: "Iterable[Query]", language: str) -> None:
    rows = []
    for each in catalogue:
        takes = ", ".join(p.name if p.required else f"[{p.name}]" for p in each.parameters if p.name != "language")
        rows.append((each.name, takes, each.title[language]))
    table(("query", "parameters", "question"), rows)


@click.command(
    epilog="Example:  samverkan sparql question.rq --format csv        samverkan sparql - < question.rq",
    short_help="Ask a SPARQL query of your own.",
)
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "rdf"]),
    help="How to print it; a table for SELECT and Turtle for CONSTRUCT, unless said otherwise.",
)
def sparql(file: IO[str], form: str | None) -> None:
    """Ask the SPARQL query in FILE, or on standard input for -, of the published graph.

    The default graph is the union of all documents' graphs. SELECT and ASK give a table, csv, tsv, json or xml;
    CONSTRUCT and DESCRIBE give ttl, nt, jsonld or rdf.
    """
    from samverkan import publish
    from samverkan.export import graphs, tables
    from samverkan.settings import from_environment
    from samverkan.store.formats import GRAPHS
    from samverkan.store.guard import check

    try:
        text = file.read()
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{file.name} is not UTF-8: {error}", param_hint="FILE") from None
    kind = check(text)
    gives_graph = kind in ("CONSTRUCT", "DESCRIBE")
    chosen = form or ("ttl" if gives_graph else "table")
    if gives_graph != (chosen in GRAPHS):
        raise click.BadParameter(f"{chosen} cannot hold the answer to {kind}", param_hint="--format")
    out = sys.stdout.buffer
    with publish.published(from_environment()) as store:
        if gives_graph:
            out.write(graphs.written(store.construct(text), chosen))
        elif kind == "ASK":
            click.echo("yes" if store.ask(text) else "no")
        elif chosen == "table":
            rows = store.select(text)
            table(rows.variables, [[words(term) for term in row] for row in rows.rows])
        else:
            tables.write(store.select(text), chosen, out)


@click.command(
    epilog="Example:  samverkan network people --format gexf > people.gexf",
    short_help="Print a network: who meets whom, which bodies share people.",
)
@click.argument("kind", type=click.Choice(["people", "bodies", "representation"]))
@click.option("--body", help="Only around this body, by name or IRI.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "gexf", "graphml"]), default="table")
@LANGUAGE
def network(kind: str, body: str | None, form: str, language: str | None) -> None:
    """Print the network of a KIND: all ties of a pair are one edge, with its weight and its reasons.

    gexf opens in Gephi, graphml in many tools; both carry places and measures of the nodes.
    """
    from samverkan import lookup, publish
    from samverkan import network as networks
    from samverkan.settings import from_environment

    settings = from_environment()
    with publish.published(settings) as store:
        around = words(lookup.resolve(store, "body", body)) if body else None
        found = networks.build(store, kind, around)
    if form != "table":
        sys.stdout.buffer.write(networks.write(found, form))
        return
    spoken = language or settings.language
    click.echo(networks.KINDS[kind].summary[spoken])
    rows = []
    for edge in sorted(found.edges, key=lambda edge: -edge.weight):
        ends = (found.nodes[edge.source].label, found.nodes[edge.target].label)
        via = "; ".join(
            dict.fromkeys(each.via_label or networks.TIES[each.tie][spoken == "en"] for each in edge.reasons)
        )
        rows.append((*ends, str(edge.weight), via))
    table(("", "", "weight", "by"), rows)
