"""`review`: who may be one with whom, what speaks for it, and what somebody decided."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from samverkan.cli.output import FORMAT, printable, table, write

if TYPE_CHECKING:
    from samverkan.candidates import Graph
    from samverkan.settings import Settings

PAIR = click.argument("pair", nargs=-1, required=True, metavar="PAIR | ONE OTHER")
WHO = click.option("--who", required=True, metavar="NAME", help="Who says so; published with the graph.")
WHY = click.option("--why", required=True, metavar="TEXT", help="The reason; published with the graph.")
LANGUAGE = click.option("--language", type=click.Choice(["sv", "en"]), help="Language of the reasons.")
PUBLISH = click.option(
    "--publish/--no-publish", "publishing", default=True, help="Make it visible to queries and the site at once."
)


@click.group(
    epilog='Example:  samverkan review decide 2351fc9e same --who "Ann Ek" --why "Same body, same party."',
    short_help="Decide who is who: candidates, verdicts, undo.",
)
def review() -> None:
    """Show which persons and bodies may be one, with the reasons, and record verdicts: same, different or unsure.

    \b
    A first tour:
      samverkan review list
      samverkan review show PAIR
      samverkan review decide PAIR same --who "Ann Ek" --why "Same body, same party."
      samverkan review undo PAIR

    A PAIR is called by the name that `list` shows, or by ONE and OTHER: a name, path or IRI each. Nothing is merged
    without a verdict. Verdicts are rows of a file (setting SAMVERKAN_JUDGEMENTS), outlive every load and can be undone.
    """


@review.command("list", epilog="Example:  samverkan review list --kind person --format csv > candidates.csv")
@click.option("--kind", type=click.Choice(["person", "body"]), help="Only persons, or only bodies and organisations.")
@click.option("--all", "every", is_flag=True, help="Also pairs for which less speaks than it takes to be asked about.")
@click.option("--judged", is_flag=True, help="What was decided so far, instead of what is open.")
@LANGUAGE
@FORMAT
def list_(kind: str | None, every: bool, judged: bool, language: str | None, form: str) -> None:
    """List pairs that may be one, the likeliest first, with what speaks for it and against; or the verdicts so far."""
    from samverkan.candidates import KINDS, find

    with _published() as (settings, graph):
        if judged:
            _verdicts(graph, form)
            return
        kinds = [each for each in KINDS if kind in (None, each)]
        found = [each for kind_ in kinds for each in find(graph, kind_, every=every)]
    spoken = language or settings.language
    rows = []
    for each in found:
        reasons = "; ".join(f"{'– ' if r.weight < 0 else ''}{r.words(spoken)}" for r in each.reasons)
        rows.append(
            (each.key, f"{each.score:.2f}", each.one.name, each.one.path, each.other.name, each.other.path, reasons)
        )
    if form != "table":
        write(form, ("pair", "score", "one", "one_path", "other", "other_path", "reasons"), rows)
    elif rows:
        table(("pair", "score", "one", "other", "reasons"), [(r[0], r[1], r[2], r[4], r[6]) for r in rows])
    if not rows:
        click.echo("no pairs are open: nobody in the graph looks like somebody else", err=True)


def _verdicts(graph: "Graph", form: str) -> None:
    from samverkan.judgements import pair_key

    rows = [
        (pair_key(row.pair), row.verdict, row.one_name, row.other_name, row.who, row.when, row.why,
         "holds" if graph.judged.in_force[row.pair] is row else "superseded")
        for row in graph.judged.rows
    ]  # fmt: skip
    write(form, ("pair", "verdict", "one", "other", "who", "when", "why", "now"), rows)


@review.command(epilog='Example:  samverkan review show "Bo Ekkvist" "Bo Ekqvist"')
@PAIR
@LANGUAGE
@FORMAT
def show(pair: tuple[str, ...], language: str | None, form: str) -> None:
    """Show two things side by side: the reasons, what was judged, and every passage that names them."""
    from samverkan import reviewing
    from samverkan.judgements import pair_key, pair_of

    _checked(pair)
    with _published() as (settings, graph):
        one, other = reviewing.sides(graph, pair)
        key = pair_key((one.path, other.path))
        found = reviewing.candidate(graph, key)
        verdict = graph.judged.verdict(one.path, other.path)
        judged = [row for row in graph.judged.rows if row.pair == pair_of(one.path, other.path)]
        passages = reviewing.passages(graph, one.path, other.path)
    spoken = language or settings.language
    reasons = [each.words(spoken) for each in found.reasons] if found else []
    rows = [(each.thing, each.document, each.date, " ".join(each.quote.split())) for each in passages]
    if form == "json":
        said: dict[str, Any] = {
            "pair": key,
            "one": {"path": one.path, "name": one.name},
            "other": {"path": other.path, "name": other.name},
            "score": found.score if found else None,
            "reasons": reasons,
            "verdict": verdict,
            "judgements": [{"verdict": r.verdict, "who": r.who, "when": r.when, "why": r.why} for r in judged],
            "passages": [dict(zip(("thing", "document", "date", "quote"), row, strict=True)) for row in rows],
        }
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    if form == "csv":
        write(form, ("thing", "document", "date", "quote"), rows)
        return
    for side in (one, other):
        click.echo(f"{printable(side.name)}  ({side.path})")
    click.echo(f"pair {key}" + (f", score {found.score:.2f}: {'; '.join(reasons)}" if found else ""))
    for row in judged:
        click.echo(printable(f"{row.verdict}, {row.who}, {row.when}: {row.why}"))
    if verdict and not judged:
        click.echo(f"{verdict}, by what was judged of others")
    table(("thing", "document", "date", "quote"), rows)


@review.command(epilog='Example:  samverkan review decide "Bo Ekkvist" "Bo Ekqvist" same --who "Ann Ek" --why "…"')
@PAIR
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.option(
    "--keep", type=click.Choice(["one", "other"]), default="one", show_default=True,
    help="Whose name and address stays where they are the same; what stands in the register always does.",
)  # fmt: skip
@WHO
@WHY
@PUBLISH
def decide(pair: tuple[str, ...], verdict: Any, keep: str, who: str, why: str, publishing: bool) -> None:
    """Record a VERDICT on a pair: same, different or unsure. A later one of the same pair takes its place."""
    from samverkan import reviewing

    _checked(pair)
    with _published() as (settings, graph):
        one, other = reviewing.sides(graph, pair)
        if keep == "other":
            one, other = other, one
        file = reviewing.file_of(settings)
        made = reviewing.decide(file, graph, one, other, verdict, who=who, why=why)
    kept = f", {made.one_name} stays" if verdict == "same" else ""
    click.echo(f"{made.one_name} and {made.other_name}: {verdict}{kept}; kept in {file}", err=True)
    _apply(settings, publishing)


@review.command(epilog="Example:  samverkan review undo 2351fc9e")
@PAIR
@PUBLISH
def undo(pair: tuple[str, ...], publishing: bool) -> None:
    """Take the latest verdict on a pair back; an earlier one holds again."""
    from samverkan import reviewing

    _checked(pair)
    with _published() as (settings, graph):
        one, other = reviewing.sides(graph, pair)
        undone = reviewing.undo(reviewing.file_of(settings), graph, one, other)
    told = f"{undone.verdict}, by {undone.who}, {undone.when}"
    click.echo(f"{undone.one_name} and {undone.other_name}: taken back ({told})", err=True)
    _apply(settings, publishing)


def _checked(pair: tuple[str, ...]) -> None:
    if len(pair) > 2:
        raise click.UsageError("give the name of a pair, or two things; put names that have blanks in quotation marks")


@contextmanager
def _published() -> Iterator[tuple["Settings", "Graph"]]:
    """The settings, and the published graph with the judgements as they stand in their file."""
    from samverkan import judging, publish
    from samverkan.candidates import Graph
    from samverkan.identity import index_of
    from samverkan.register import shipped
    from samverkan.settings import from_environment

    settings = from_environment()
    judged = judging.current(settings, shipped())
    with publish.published(settings) as store:
        yield settings, Graph(store, settings.base, index_of(shipped()), judged)


def _apply(settings: "Settings", publishing: bool) -> None:
    """Make the documents that name what was judged again, and let readers see it."""
    from samverkan import preparing
    from samverkan.publish import live, renew
    from samverkan.register import shipped

    with live(settings) as store:
        preparing.prepare(store, settings, shipped())
        if publishing:
            renew(store, settings)
