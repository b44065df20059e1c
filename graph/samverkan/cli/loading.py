"""`load`: documents into the graph, with its progress and what was read of each."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from samverkan.cli.documents import JOBS, PATHS, passed_over, workers

if TYPE_CHECKING:
    from samverkan.build import Input, Loaded, Read
    from samverkan.settings import Settings
    from samverkan.store import Store

_OUTCOMES: Final = ("new", "changed", "unchanged", "failed")
_MOST_ROWS: Final = 200  # of documents that are told one by one; of more only those that failed
_EVERY: Final = 10.0  # seconds between two lines of progress where nobody looks at a bar


@click.command(
    epilog="Example:  samverkan load minutes/ extra/2021-09-07.txt        samverkan load archive/ --jobs 4",
    short_help="Load documents or facts into the graph.",
)
@PATHS
@click.option(
    "--publish/--no-publish", "publishing", default=True, help="Make the new state visible to queries and the site."
)
@click.option("--again", is_flag=True, help="Read all documents, also those that have not changed since.")
@click.option("--verbose", is_flag=True, help="Tell of each passage that was passed over.")
@JOBS
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read on the Dask cluster with its scheduler at this address, such as tcp://host:8786.",
)
def load(
    paths: tuple[Path, ...], publishing: bool, again: bool, verbose: bool, jobs: int | None, scheduler: str | None
) -> None:
    """Load documents (txt, PDF, DOCX, HTML) and facts (JSON) into the graph; folders are searched.

    Loading a document again changes nothing, loading a changed one replaces what it said before. A file that cannot be
    read is reported, the others are loaded, and the exit code is 1. A document is known by the name of its file.

    What was loaded stays when it is stopped or killed; call it again, and it goes on from there.
    """
    from samverkan import build, dumping
    from samverkan.publish import live, renew
    from samverkan.settings import from_environment

    if jobs is not None and scheduler is not None:
        raise click.UsageError("--jobs reads on this machine and --scheduler on a cluster; choose one")
    settings = from_environment()
    documents = build.inputs(paths)
    report = _Report(verbose)
    snapshot = None
    with live(settings) as store:
        for each in _shown(len(documents), _loading(documents, store, settings, jobs, scheduler, again)):
            report.add(each)
        if publishing and report.count > report.counts["failed"]:
            snapshot = renew(store, settings)
    if snapshot and not dumping.dump_if_small(settings, snapshot.quads):
        click.echo("the files to take away are of before; `samverkan publish` makes them anew", err=True)
    report.tell()
    if report.counts["failed"]:
        raise click.exceptions.Exit(1)


def _loading(
    documents: Sequence["Input"],
    store: "Store",
    settings: "Settings",
    jobs: int | None,
    scheduler: str | None,
    again: bool,
) -> Iterator["Loaded"]:
    """Load documents by who is to read them; with what is known of those loaded before, if the store is our own."""
    from samverkan import build
    from samverkan.cluster import cluster
    from samverkan.ledger import FILE, Ledger
    from samverkan.store import live_folder

    with ExitStack() as stack:
        ledger = None
        if not settings.store:
            ledger = stack.enter_context(closing(Ledger(live_folder(settings) / FILE)))
            if again:
                ledger.clear()
        if scheduler:
            there = stack.enter_context(cluster(scheduler))
            yield from build.loading(documents, store, settings, executor=there, ahead=4 * there.size, ledger=ledger)
        else:
            here = stack.enter_context(workers(jobs, documents))
            ahead = max(16, 4 * (jobs or 1))
            yield from build.loading(documents, store, settings, executor=here, ahead=ahead, ledger=ledger)


def _shown(total: int, loaded: Iterable["Loaded"]) -> Iterator["Loaded"]:
    """The documents as they come, shown as a bar on a terminal and by a line now and then elsewhere."""
    began = told = time.monotonic()
    done = 0
    with click.progressbar(
        loaded,
        length=total,
        label="Loading",
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda _: f"{_rate(done, time.monotonic() - began)} documents/s",
    ) as bar:
        for each in bar:
            done += 1
            now = time.monotonic()
            if now - told > _EVERY and not sys.stderr.isatty():
                told = now
                click.echo(f"{done:,} of {total:,} documents, {_rate(done, now - began)} a second", err=True)
            yield each


def _rate(count: int, seconds: float) -> str:
    return f"{count / max(seconds, 0.001):.3g}"


class _Report:
    """What became of the documents, kept short: a line for each, or for each that failed where there are many."""

    def __init__(self, verbose: bool) -> None:
        self.counts = dict.fromkeys(_OUTCOMES, 0)
        self._rows: list[tuple[str, str, str]] = []
        self._verbose = verbose
        self._began = time.monotonic()
        self._later: list[str] = []

    @property
    def count(self) -> int:
        """How many documents there were."""
        return sum(self.counts.values())

    def add(self, loaded: "Loaded") -> None:
        """Add a document."""
        self.counts[loaded.outcome] += 1
        if loaded.outcome == "failed" or self.count <= _MOST_ROWS:
            counts = ", ".join(f"{count} {kind}" for kind, count in loaded.counts.items() if count)
            self._rows.append(
                (loaded.path.name, loaded.outcome, loaded.reason or counts or "nothing that a rule reads")
            )
        if loaded.read:
            self._later += _each_passage(loaded.read) if self._verbose else passed_over(loaded.read)
        self._later += [f"correction: {problem}" for problem in loaded.problems]

    def tell(self) -> None:
        """Print it on standard error."""
        from samverkan.cli.output import table

        seconds = time.monotonic() - self._began
        table(("document", "outcome", "what was read"), self._rows, to_stderr=True)
        for line in self._later:
            click.echo(line, err=True)
        if self.count > _MOST_ROWS:
            click.echo(f"of {self.count:,} documents the first {_MOST_ROWS} and those that failed are listed", err=True)
        totals = ", ".join(f"{count} {outcome}" for outcome, count in self.counts.items())
        click.echo(
            f"{self.count} documents: {totals} ({seconds:.1f} s, {_rate(self.count, seconds)} a second)", err=True
        )


def _each_passage(read: "Read") -> list[str]:
    lines = [f"{read.key}: passed over {reason}" for reason in read.unread]
    for passage in read.ignored:
        quote = " ".join((read.text or "")[passage.start : passage.end].split())
        lines.append(f"{read.key} {passage.start}-{passage.end} {passage.reason}: {quote[:100]}")
    return lines
