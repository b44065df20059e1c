"""The site's commands, which `samverkan` finds by their entry points: `serve` and `demo`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from samverkan.settings import Settings

ADDRESS = (
    click.option("--host", help="Address to listen on (setting SAMVERKAN_HOST)."),
    click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (setting SAMVERKAN_PORT)."),
)


@click.command(epilog="Example:  samverkan serve --port 8080", short_help="Serve the site and its SPARQL endpoint.")
@ADDRESS[0]
@ADDRESS[1]
@click.option(
    "--rdf",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Serve what this RDF file holds, as it is, instead of the graph; may be given several times.",
)
def serve(host: str | None, port: int | None, files: tuple[Path, ...]) -> None:
    """Serve the published graph: pages in Swedish and English, queries, networks, data. Stop it with Ctrl+C.

    What is loaded while it serves is shown as soon as it is published. With --rdf any data set is served by the SPARQL
    endpoint at /sparql, its default graph and named graphs as in the files; nothing of it stays.
    """
    from samverkan.settings import from_environment
    from samverkan_web.serve import check_address
    from samverkan_web.serve import serve as serve_site

    settings = _listening(from_environment(), host, port)
    if not files:
        serve_site(settings)
        return
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from samverkan.publish import publish_files
    from samverkan.store import published_folder

    check_address(settings)
    with TemporaryDirectory(prefix="samverkan-rdf-") as data:
        settings = replace(settings, data=Path(data), store="", update="")
        publish_files(files, published_folder(settings))
        serve_site(settings)


@click.command(epilog="Example:  samverkan demo", short_help="Load the sample documents and serve them.")
@ADDRESS[0]
@ADDRESS[1]
def demo(host: str | None, port: int | None) -> None:
    """Load the five sample documents into a graph of their own and serve it. Nothing of it stays when it is stopped."""
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from samverkan import build, dumping
    from samverkan.publish import live, renew
    from samverkan.resources import folder
    from samverkan.settings import from_environment
    from samverkan_web.serve import check_address
    from samverkan_web.serve import serve as serve_site

    listening = _listening(from_environment(), host, port)
    check_address(listening)
    with TemporaryDirectory(prefix="samverkan-demo-") as data:
        settings = replace(listening, data=Path(data), store="", update="")
        with live(settings) as store:
            for each in build.load(build.inputs([folder("data/documents")]), store, settings):
                read = ", ".join(f"{count} {kind}" for kind, count in each.counts.items() if count)
                click.echo(f"{each.path.stem}: {each.reason or read}", err=True)
            renew(store, settings)
        dumping.dump(settings)
        serve_site(settings)


def _listening(settings: "Settings", host: str | None, port: int | None) -> "Settings":
    from dataclasses import replace

    return replace(settings, host=host or settings.host, port=settings.port if port is None else port)
