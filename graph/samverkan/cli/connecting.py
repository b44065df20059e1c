"""`path`: how two things are connected, with the passage that says each step."""

from typing import TYPE_CHECKING

import click

from samverkan.cli.asking import LANGUAGE
from samverkan.cli.output import FORMAT, words, write

if TYPE_CHECKING:
    from samverkan.network import Path, Reason


@click.command(
    epilog='Example:  samverkan path "Ann Ek" "Bo Alm"',
    short_help="Show how two people, or other things, are connected.",
)
@click.argument("one")
@click.argument("other")
@click.option("--most", type=click.IntRange(1, 20), default=3, show_default=True, help="How many ways to show.")
@LANGUAGE
@FORMAT
def path(one: str, other: str, most: int, language: str | None, form: str) -> None:
    """Show the shortest ways from ONE to OTHER: people, bodies, organisations, works, by name or IRI.

    Each step says how the two are tied, in which document that stands, and the passage that says it. Ties that say
    little (named in the same document) count only where there is no other.
    """
    from samverkan import lookup, network, publish
    from samverkan.settings import from_environment

    settings = from_environment()
    spoken = language or settings.language
    with publish.published(settings) as store:
        ends = [words(lookup.resolve(store, "entity", each)) for each in (one, other)]
        ways = network.path(store, ends[0], ends[1], most)
    rows = [(str(number), *row) for number, way in enumerate(ways, 1) for row in _steps(way, english=spoken == "en")]
    if not rows:
        click.echo("nothing in the graph connects them", err=True)
    if rows or form != "table":
        write(form, ("way", "from", "how", "to", "document", "quote"), rows)


def _steps(way: "Path", *, english: bool) -> list[tuple[str, str, str, str, str]]:
    """A row for each step of a way, as the way goes; the tie reads as it is, from its own first end to the other."""
    labels = {node.iri: node.label for node in way.nodes}
    rows = []
    for edge in way.steps:
        reason = _first(edge.reasons)
        how = _how(reason, english=english)
        rows.append(
            (labels[reason.source], how, labels[reason.target], reason.document_label, " ".join(reason.quote.split()))
        )
    return rows


def _first(reasons: "tuple[Reason, ...]") -> "Reason":
    """The reason that is shown of several: one with a passage before one without."""
    return next((reason for reason in reasons if reason.quote), reasons[0])


def _how(reason: "Reason", *, english: bool) -> str:
    from samverkan.network import TIES

    return TIES[reason.tie][english]
