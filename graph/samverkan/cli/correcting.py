"""`correct`: add, change, reject and confirm facts, list what was corrected, take it back."""

from collections.abc import Callable
from typing import Any

import click

from samverkan.cli.output import FORMAT, write
from samverkan.cli.pairs import pairs

WHO = click.option("--who", required=True, metavar="NAME", help="Who says so; published with the graph.")
WHY = click.option("--why", required=True, metavar="TEXT", help="The reason; published with the graph.")
PUBLISH = click.option(
    "--publish/--no-publish", "publishing", default=True, help="Make it visible to queries and the site at once."
)
FACT = click.argument("fact")
VALUES = click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE...")


@click.group(
    epilog='Example:  samverkan correct change minutes/3f2a9c role=secretary --who "Ann Ek" --why "It says sekr."',
    short_help="Correct facts that were read, with who and why.",
)
def correct() -> None:
    """Add, change, reject or confirm facts. Each correction is kept with who, when and why, and can be undone.

    \b
    A first tour:
      samverkan correct facts skane-centralt-samverkansorgan
      samverkan correct change FACT role=chair --who "Ann Ek" --why "The page says so."
      samverkan correct list

    A FACT is called by the name that `facts` shows, or the beginning of it; what a document has one of by KEY/meeting,
    KEY/body or KEY/document. Corrections hold when the reader changes; one that finds nothing any more is told.
    """


@correct.command(epilog="Example:  samverkan correct facts skane-centralt-samverkansorgan --kind memberships")
@click.argument("document")
@click.option("--kind", help="Only facts of this kind: attendance, memberships, decisions …")
@click.option("--with", "words", default="", metavar="TEXT", help="Only facts that have these words in them.")
@FORMAT
def facts(document: str, kind: str | None, words: str, form: str) -> None:
    """List the facts of a DOCUMENT (its key) with their names and how each is known."""
    from samverkan import amending, facts_json, publish
    from samverkan.settings import from_environment

    if kind is not None and kind not in facts_json.kinds():
        raise click.BadParameter(f"{kind!r} is none of {', '.join(facts_json.kinds())}", param_hint="--kind")
    settings = from_environment()
    with publish.published(settings) as store:
        there = amending.paper(store, document, settings.base)
    rows = [
        (each.name, each.kind, each.says, each.known, each.quote or "")
        for each in there.stated()
        if kind in (None, each.kind) and words.casefold() in f"{each.says} {each.quote}".casefold()
    ]
    write(form, ("fact", "kind", "says", "known", "quote"), rows)


@correct.command("list", epilog="Example:  samverkan correct list --format csv > corrections.csv")
@click.argument("document", required=False)
@FORMAT
def list_(document: str | None, form: str) -> None:
    """List the corrections, or those of a DOCUMENT, with their names and whether they hold in the published graph."""
    from samverkan import correcting, publish
    from samverkan.settings import from_environment

    settings = from_environment()
    corrected = correcting.current(settings)
    words = {True: "holds", False: "finds nothing any more", None: "document not loaded"}
    with publish.published(settings) as store:
        standings = correcting.standings(store, corrected, settings.base)
    chosen = corrected.of(document) if document is not None else corrected.rows
    rows = [
        (each.correction.key, each.correction.document, each.correction.act, each.correction.says,
         each.correction.who, each.correction.when, each.correction.why, words[each.holds])
        for each in standings if each.correction in chosen
    ]  # fmt: skip
    write(form, ("correction", "document", "act", "says", "who", "when", "why", "now"), rows)


@correct.command(
    epilog='Example:  samverkan correct change minutes/3f2a9c role=secretary party= --who "Ann Ek" --why "…"'
)
@FACT
@VALUES
@WHO
@WHY
@PUBLISH
def change(fact: str, values: tuple[str, ...], who: str, why: str, publishing: bool) -> None:
    """Give a FACT other values; NAME= takes a value away, lists are parted by `;`."""
    from samverkan import amending

    _make("change", fact, who, why, publishing, lambda kind: amending.given(kind, pairs(values, "NAME=VALUE")))


@correct.command(epilog='Example:  samverkan correct reject minutes/3f2a9c --who "Ann Ek" --why "A street, no person."')
@FACT
@WHO
@WHY
@PUBLISH
def reject(fact: str, who: str, why: str, publishing: bool) -> None:
    """Say that the document does not say a FACT; it stays in the graph as a former one."""
    _make("reject", fact, who, why, publishing)


@correct.command(
    epilog='Example:  samverkan correct confirm minutes/3f2a9c --who "Ann Ek" --why "Compared with the page."'
)
@FACT
@WHO
@WHY
@PUBLISH
def confirm(fact: str, who: str, why: str, publishing: bool) -> None:
    """Say that a FACT is right."""
    _make("confirm", fact, who, why, publishing)


@correct.command(
    epilog='Example:  samverkan correct add minutes vacancies body="Rådet" count=2 --quote "två platser är tomma" '
    '--who "Ann Ek" --why "…"'
)
@click.argument("document")
@click.argument("kind")
@VALUES
@click.option("--quote", required=True, metavar="TEXT", help="The words of the document that say it.")
@WHO
@WHY
@PUBLISH
def add(document: str, kind: str, values: tuple[str, ...], quote: str, who: str, why: str, publishing: bool) -> None:
    """Add a fact of a KIND to a DOCUMENT (its key): attendance, memberships, vacancies, decisions …"""
    from samverkan import amending, correcting
    from samverkan.publish import live
    from samverkan.settings import from_environment

    settings = from_environment()
    row = amending.given(kind, pairs(values, "NAME=VALUE"))
    with live(settings) as store:
        there = amending.paper(store, document, settings.base)
        made = amending.correction("add", there.key, kind, row, who=who, why=why, quote=quote)
        made = amending.record(correcting.folder_of(settings), made, there)
        _apply(store, settings, publishing)
    click.echo(f"{made.key}: added {made.says}, kept in {correcting.path(settings)}", err=True)


@correct.command(epilog="Example:  samverkan correct undo 5e0c91a2")
@click.argument("correction")
@PUBLISH
def undo(correction: str, publishing: bool) -> None:
    """Take a CORRECTION back, by the name that `list` shows: the document says again what was read."""
    from samverkan import amending, correcting
    from samverkan.publish import live
    from samverkan.settings import from_environment

    settings = from_environment()
    with live(settings) as store:
        undone = amending.undo(correcting.folder_of(settings), correction)
        _apply(store, settings, publishing)
        left = correcting.current(settings)
        unmet = [each.correction for each in correcting.standings(store, left, settings.base) if each.holds is False]
    click.echo(f"{undone.key}: undone, {undone.act} {undone.says}", err=True)
    for row in unmet:
        click.echo(f"{row.key}: finds nothing any more, undo it too: {row.act} {row.says}", err=True)


def _make(
    act: Any, fact: str, who: str, why: str, publishing: bool, to: Callable[[str], dict[str, Any]] | None = None
) -> None:
    """Correct a fact that there is: find it, write the correction, bring the graph up to date."""
    from samverkan import amending, correcting, facts_json
    from samverkan.publish import live
    from samverkan.settings import from_environment

    settings = from_environment()
    with live(settings) as store:
        there, stated = amending.find(store, fact, settings.base)
        made = amending.correction(
            act, there.key, stated.kind, facts_json.row_json(stated.row), who=who, why=why, quote=stated.quote,
            to=to(stated.kind) if to else None,
        )  # fmt: skip
        made = amending.record(correcting.folder_of(settings), made, there)
        _apply(store, settings, publishing)
    click.echo(f"{made.key}: {act} {made.says}, kept in {correcting.path(settings)}", err=True)


def _apply(store: Any, settings: Any, publishing: bool) -> None:
    """Bring the graph up to date with the corrections as they stand, and let readers see it."""
    from samverkan import preparing
    from samverkan.publish import renew
    from samverkan.register import shipped

    preparing.prepare(store, settings, shipped())
    if publishing:
        renew(store, settings)
