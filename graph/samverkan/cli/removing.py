"""`remove`: forget a person who asks for it, list what was removed, take it back."""

from typing import Any

import click

from samverkan.cli.correcting import PUBLISH
from samverkan.cli.output import FORMAT, write


class _ByName(click.Group):
    """A group in which a word that is no command is the name of a person."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, args if not args or args[0] in known else ["person", *args])


@click.group(
    cls=_ByName,
    epilog='Example:  samverkan remove "Ann Ek" --who "Bo Alm" --why "Asked for it, our case 12/2026."',
    short_help="Forget a person who asks for it, here and in documents loaded later.",
)
def remove() -> None:
    """Forget a person: `samverkan remove NAME --who … --why …`.

    The name, in every spelling that was judged to be the same person's, leaves texts, quotes, facts, pages, search,
    endpoint, files and feeds, stays out when documents are loaded again, and its addresses answer 410. Only a digest of
    the name is kept (`data/removals.csv`, setting SAMVERKAN_REMOVALS).
    """


@remove.command(epilog='Example:  samverkan remove "Ann Ek" --county 12 --who "Bo Alm" --why "Asked for it."')
@click.argument("name")
@click.option(
    "--county", metavar="CODE", help="Only the person of this county, where several share the name; or `all`."
)
@click.option("--who", required=True, metavar="NAME", help="Who sees to it.")
@click.option("--why", required=True, metavar="TEXT", help="The reason, without the name.")
@PUBLISH
def person(name: str, county: str | None, who: str, why: str, publishing: bool) -> None:
    """Forget the person with this NAME; `samverkan remove NAME` says the same."""
    from samverkan import forgetting, preparing, removing
    from samverkan.publish import live
    from samverkan.register import shipped
    from samverkan.settings import from_environment

    settings = from_environment()
    with live(settings) as store:
        preparing.prepare(store, settings, shipped())
        found = forgetting.people(store, name, shipped(), settings.base)
        limit, names = forgetting.chosen(found, name, county)
        made = forgetting.record(settings, names, limit, who=who, why=why)
        _apply(store, settings, publishing)
        left = forgetting.left(settings, store)
    known = f"in {len(found)} counties" if len(found) > 1 else "as one person" if found else "as nobody"
    click.echo(
        f"{made[0].key}: removed, with {len(made) - 1} other spellings; the graph knew the name {known}. "
        f"Kept as a digest in {removing.path(settings)}",
        err=True,
    )
    for line in left:
        click.echo(f"the name is still in {line}", err=True)


@remove.command("list", epilog="Example:  samverkan remove list --format csv")
@FORMAT
def list_(form: str) -> None:
    """List the removals, which do not say whose they are."""
    from samverkan import removing
    from samverkan.settings import from_environment

    rows = [
        (row.key, row.county or "all", row.who, row.when, row.why)
        for row in {row.key: row for row in removing.current(from_environment()).rows}.values()
    ]
    write(form, ("removal", "county", "who", "when", "why"), rows)


@remove.command(epilog="Example:  samverkan remove undo 5e0c91a2d4f80b13")
@click.argument("removal")
@PUBLISH
def undo(removal: str, publishing: bool) -> None:
    """Take a REMOVAL back, by its key or the name of the person. The documents must then be loaded again."""
    from samverkan import forgetting
    from samverkan.publish import live
    from samverkan.settings import from_environment

    settings = from_environment()
    with live(settings) as store:
        gone = forgetting.undo(settings, removal)
        _apply(store, settings, publishing)
    click.echo(
        f"{gone[0].key}: taken back. The graph has forgotten what it took away: load the documents again",
        err=True,
    )


def _apply(store: Any, settings: Any, publishing: bool) -> None:
    """Bring the graph up to date with the removals as they stand, and let readers see it."""
    from samverkan import dumping, originals, preparing
    from samverkan.publish import renew
    from samverkan.register import shipped

    preparing.prepare(store, settings, shipped())
    originals.sweep(settings, store)
    if not publishing:
        click.echo("readers see it until `samverkan publish`", err=True)
        return
    snapshot = renew(store, settings)
    if snapshot and not dumping.dump_if_small(settings, snapshot.quads):
        click.echo("the files to take away were removed; `samverkan publish` makes them anew", err=True)
