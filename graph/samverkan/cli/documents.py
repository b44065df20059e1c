"""From documents to facts, and the graph made visible: `extract` and `publish`."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from samverkan.build import Input, Read

PATHS = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH..."
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Read with N processes at the same time. A document that crashes or hangs costs its process only; without "
    "--jobs that holds where documents other than .txt are among them.",
)


@click.command(
    epilog="Example:  samverkan extract minutes.txt | less        samverkan extract minutes/ --out facts/",
    short_help="Read documents into facts (JSON).",
)
@PATHS
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for one JSON file a document.")
@JOBS
def extract(paths: tuple[Path, ...], out: Path | None, jobs: int | None) -> None:
    """Read documents (txt, PDF, DOCX, HTML) and write the facts they hold, each with the passage that says it.

    One document's facts go to standard output; those of several into the folder --out, as NAME.json. What was
    passed over is told on standard error.
    """
    from samverkan import build, facts_json, removing
    from samverkan.errors import SamverkanError
    from samverkan.settings import from_environment
    from samverkan.writing import write_whole

    settings = from_environment()
    documents = [each for each in build.inputs(paths) if each.text is not None]
    if len(documents) > 1 and out is None:
        raise click.UsageError(f"{len(documents)} documents need a folder for their facts: add --out FOLDER")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    failed = 0
    texts = [build.Input(each.key, text=each.text) for each in documents]
    with workers(jobs, texts) as executor:
        for document, what in build.readings(texts, settings.max_bytes, executor, removing.current(settings)):
            if isinstance(what, SamverkanError):
                failed += 1
                click.echo(f"samverkan: {what}", err=True)
                continue
            text = facts_json.dumps(what.facts)
            if out is None:
                click.echo(text, nl=False)
            else:
                write_whole(out / f"{document.key}.json", text)
            for line in passed_over(what):
                click.echo(line, err=True)
    if failed:
        raise click.exceptions.Exit(1)


@click.command(epilog="Example:  samverkan publish", short_help="Make what is loaded visible to queries and the site.")
@click.option(
    "--rdf",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Publish what this RDF file holds, as it is, in place of the graph; may be given several times.",
)
def publish(files: tuple[Path, ...]) -> None:
    """Publish the graph as it stands now, and make the files to take away; `load` publishes too, unless told not to."""
    from samverkan import dumping, picturing, preparing
    from samverkan.publish import live, publish_files, renew
    from samverkan.register import shipped
    from samverkan.settings import from_environment
    from samverkan.store import published_folder

    settings = from_environment()
    if files and settings.store:
        raise click.UsageError("--rdf is for the embedded store; send files to the remote one by its own means")
    if files:
        made = publish_files(files, published_folder(settings))
        total = f"{made.contents.triples:,} triples and {made.quads:,} quads"
        click.echo(f"published {total} of {len(files)} files as {made.version}", err=True)
        return
    with live(settings) as store:
        preparing.prepare(store, settings, shipped())  # judgements and corrections may have changed since
        snapshot = renew(store, settings)
    if snapshot is None:
        click.echo("a remote store is read as it stands", err=True)
    else:
        click.echo(f"published {snapshot.quads:,} statements as {snapshot.version}", err=True)
    picturing.picture(settings)  # otherwise the site does so when it sees the publication
    dump = dumping.dump(settings)
    click.echo(f"{len(dump.files)} files to take away are in {dump.folder}", err=True)


def workers(jobs: int | None, documents: Sequence["Input"]) -> AbstractContextManager["Executor | None"]:
    """The processes that read; none where nobody asked for them and plain text is all there is."""
    from samverkan.jobs import Workers

    plain = all(each.text is None or each.text.suffix.lower() == ".txt" for each in documents)
    return nullcontext() if jobs is None and plain else Workers(min(jobs or 1, max(len(documents), 1)))


def passed_over(read: "Read") -> list[str]:
    """What of a document was passed over, by reason, in a line; none where nothing was."""
    reasons: dict[str, int] = {}
    for each in read.ignored:
        reasons[each.reason] = reasons.get(each.reason, 0) + 1
    parts = [*read.unread, *(f"{count} × {reason}" for reason, count in sorted(reasons.items()))]
    return [f"{read.key}: passed over {', '.join(parts)}"] if parts else []
