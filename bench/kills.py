"""Kill -9 at random moments over load, publish and serve, and what is there afterwards.

Run from the project's folder: `python bench/kills.py [KILLS] [--documents N] [--seed S]`, 6 kills and 12 documents
unless said otherwise. A load that is killed must have lost no document that it told of and leave none half there, and
the next must end it; a publication that is killed must leave what was published before, or what is new; of the site
the process that answers, one that works out queries or the whole is killed, and it must answer again. Meanwhile it is
asked all the time, and what it answers must be right. The exit code is 1 where anything was not so.
"""

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from collaboration import documents
from pyoxigraph import DefaultGraph, NamedNode, Quad
from watched import Site, Tally, environment, free_port

from samverkan import build, facts_json
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import live_folder, published_folder
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current

# Loads a folder as `samverkan load` does, with smaller batches, and tells of each document as it is told of.
LOAD = """
import sys
from contextlib import closing
from pathlib import Path
from samverkan import build
from samverkan.ledger import FILE, Ledger
from samverkan.publish import live
from samverkan.settings import from_environment
from samverkan.store import live_folder
settings, build._QUADS = from_environment(), int(sys.argv[2])
with live(settings) as store, closing(Ledger(live_folder(settings) / FILE)) as ledger:
    print("go", flush=True)
    for each in build.loading(build.inputs([Path(sys.argv[1])]), store, settings, ledger=ledger):
        print(each.path.stem, each.outcome, int(each.read is not None), flush=True)
"""
# Publishes as `samverkan load` does at its end; `samverkan publish` then makes files to take away, too.
PUBLISH = """
from samverkan.publish import live, renew
from samverkan.settings import from_environment
settings = from_environment()
with live(settings) as store:
    renew(store, settings)
"""
PUBLISHING = [sys.executable, "-c", PUBLISH]
Graphs = Mapping[NamedNode, frozenset[Quad]]


class Country:
    """Documents in a folder, in versions; what each graph is to hold is known from a store in memory."""

    def __init__(self, folder: Path, count: int, settings: Settings) -> None:
        self._made = list(documents(count, shipped()))
        self._settings = settings
        self.folder, self.version = folder, 0
        folder.mkdir()
        self.write(range(count))
        self.graphs: Graphs = self._expected()

    def write(self, numbers: "range | list[int]") -> None:
        """Write documents anew, each with other words."""
        for number in numbers:
            made = self._made[number]
            title = f"{made.facts.document.title} {self.version}"
            facts = replace(made.facts, document=replace(made.facts.document, title=title))
            (self.folder / f"{made.key}.json").write_text(facts_json.dumps(facts), "utf-8")

    def change(self, chance: random.Random) -> None:
        """Change some documents."""
        self.version += 1
        self.write(chance.sample(range(len(self._made)), chance.randint(1, len(self._made))))
        self.graphs = self._expected()

    def _expected(self) -> Graphs:
        store = OxigraphStore()
        done = build.load(build.inputs([self.folder]), store, self._settings)
        assert all(each.outcome == "new" for each in done)
        return {graph: frozenset(store.quads(graph)) for graph in store.graphs()}


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("kills", type=int, nargs="?", default=6)
    asked.add_argument("--documents", type=int, default=12)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    given = asked.parse_args()
    print(f"{given.kills} kills, {given.documents} documents, seed {given.seed}, load {os.getloadavg()[0]:.1f}")
    tally, chance = Tally(), random.Random(given.seed)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: whatever was begun is ended
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = Settings(data=Path(folder) / "data", port=free_port(), query_seconds=20.0)
        country = Country(Path(folder) / "documents", given.documents, settings)
        tally.took("a whole load", run_load(country, settings, None, 50_000).seconds)
        publish(settings, tally)
        kinds = [KINDS[number % len(KINDS)] for number in range(given.kills)]
        rounds = [(kind, times) for kind, count in Counter(kinds).items() for times in parted(count)]
        chance.shuffle(rounds)
        with Site(settings, given.documents, tally) as site, suppress(KeyboardInterrupt):
            for number, (kind, times) in enumerate(rounds):
                before = len(tally.wrong)
                kill(kind, times, country, settings, site, chance, tally, Path(folder) / f"new-{number}")
                tally.seen[f"kills: {kind}"] += times
                told = "; ".join(tally.wrong[before:]) or "as it should be"
                print(f"{kind:14}{times:3} times: {told}", flush=True)
    tell(tally)
    sys.exit(1 if tally.wrong else 0)


KINDS = (
    "load", "publish", "web process", "load anew", "query worker", "site",
    "load", "publish", "load anew", "publish",
)  # fmt: skip


def parted(count: int, most: int = 4) -> list[int]:
    """A number of kills in rounds of a few, after each of which what was killed is let to its end."""
    return [min(most, count - done) for done in range(0, count, most)]


def kill(
    kind: str,
    times: int,
    country: Country,
    settings: Settings,
    site: "Site",
    chance: random.Random,
    tally: Tally,
    new: Path,
) -> None:
    """Kill something so many times, and look what is there afterwards."""
    if kind == "load":
        before = country.graphs
        country.change(chance)
        loads(country, settings, before, chance, tally, times)
    elif kind == "load anew":
        loads(country, replace(settings, data=new), {}, chance, tally, times)
    elif kind == "publish":
        publishes(country, settings, chance, tally, times)
    else:
        for _ in range(times):
            site.kill(kind, chance)


# Loading


class Run(NamedTuple):
    """A load: the documents that it told of and whether each was read, the seconds it took, whether it was killed."""

    told: dict[str, int]
    seconds: float
    killed: bool


def run_load(country: Country, settings: Settings, after: float | None, batch: int) -> Run:
    """Load, killed `after` so many seconds if at all."""
    command = [sys.executable, "-c", LOAD, str(country.folder), str(batch)]
    with ended(command, settings, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "go\n", "the store could not be opened"
        began = time.monotonic()
        if after is not None:
            time.sleep(after)
            loader.kill()
        lines = [line.split() for line in loader.stdout if line.endswith("\n")]
        loader.wait()
        loader.stdout.close()
    assert after is not None or loader.returncode == 0, "a load that nobody killed failed"
    told = {stem: int(was_read) for stem, _, was_read in lines}
    return Run(told, time.monotonic() - began, loader.returncode != 0)


@contextmanager
def ended(command: list[str], settings: Settings, **more: Any) -> "Iterator[subprocess.Popen[str]]":
    """A program that is killed when the block ends, if it has not ended by then."""
    begun = subprocess.Popen(command, env=environment(settings), **more)
    try:
        yield begun
    finally:
        begun.kill()
        begun.wait()


def loads(
    country: Country, settings: Settings, before: Graphs, chance: random.Random, tally: Tally, times: int
) -> None:
    """Kill a load so many times, comparing what is there with what it told of, and let another end it."""
    longest = max(tally.seconds["a whole load"][-20:])
    batch = chance.choice((500, 2_000, 8_000, 50_000))
    told: set[str] = set()
    for _ in range(times):
        run = run_load(country, settings, chance.uniform(0.2, 1.1) * longest, batch)
        told |= run.told.keys()
        tally.seen["ended before the kill came"] += not run.killed
        with opened(settings) as store:
            compare(store, country, before, told, tally)
    again = run_load(country, settings, None, batch)
    tally.took("a whole load", again.seconds)
    tally.seen["documents read by the load after it"] += sum(again.told.values())
    tally.seen["documents not read again"] += len(again.told) - sum(again.told.values())
    with opened(settings) as store:
        if {graph: frozenset(store.quads(graph)) for graph in store.graphs()} != country.graphs:
            tally.wrong.append("the load after it did not bring all")


def compare(store: OxigraphStore, country: Country, before: Graphs, told: set[str], tally: Tally) -> None:
    """Compare what is there with what was told of: each document is there as it is now, or as it was before."""
    whole = 0
    for graph, wanted in country.graphs.items():
        there = frozenset(store.quads(graph))
        key = graph.value.rpartition("/document/")[2]
        if there == wanted:
            whole += 1
        elif key in told:
            tally.wrong.append(f"{key} was told of and is lost")
        elif there != before.get(graph, frozenset()):
            tally.wrong.append(f"{key} is half there: {len(there)} of {len(wanted)} quads")
    tally.seen["documents told of before kills"] += len(told)
    tally.seen["graphs there whole after kills"] += whole
    torn(store, tally)


def torn(store: OxigraphStore, tally: Tally) -> None:
    """Look for quads that stand in one index of the engine and not in another."""
    every = frozenset(store.quads())
    by_graph = frozenset(quad for graph in store.engine.named_graphs() for quad in store.quads(graph))  # type: ignore[arg-type]
    by_predicate = frozenset(
        quad
        for predicate in {quad.predicate for quad in every}
        for quad in store.engine.quads_for_pattern(None, predicate, None, None)
        if quad.graph_name != DefaultGraph()
    )
    by_object = frozenset(
        quad
        for value in {quad.object for quad in every if isinstance(quad.object, NamedNode)}
        for quad in store.engine.quads_for_pattern(None, None, value, None)
    )
    if not (every == by_graph == by_predicate and by_object <= every):
        tally.wrong.append("the indexes of the engine differ")


@contextmanager
def opened(settings: Settings) -> Iterator[OxigraphStore]:
    store = OxigraphStore(live_folder(settings))
    yield store
    store.close()


# Publishing


def publishes(country: Country, settings: Settings, chance: random.Random, tally: Tally, times: int) -> None:
    """Change something, kill its publication so many times, see that the old or the new is there; publish it."""
    before = published(settings)
    country.change(chance)
    run_load(country, settings, None, 50_000)
    with opened(settings) as store:
        after = frozenset(store.quads())
    longest = max(tally.seconds["a whole publication"][-20:])
    for _ in range(times):
        with ended(PUBLISHING, settings, stderr=subprocess.DEVNULL) as publisher:
            time.sleep(chance.uniform(0.2, 1.1) * longest)
        tally.seen["ended before the kill came"] += publisher.returncode == 0
        there = published(settings)
        if there not in (before, after):
            tally.wrong.append("what is published is neither the old nor the new")
        tally.seen[f"publications killed, then shown the {'new' if there == after else 'old'}"] += 1
    publish(settings, tally)
    if published(settings) != after:
        tally.wrong.append("publishing again did not show what is new")
    left = [path.name for path in published_folder(settings).iterdir() if path.is_dir()]
    if len(left) > 4:  # the current one, and those that readers hold
        tally.wrong.append(f"{len(left)} folders of publications are left")


def publish(settings: Settings, tally: Tally) -> None:
    """Publish to its end."""
    began = time.monotonic()
    subprocess.run(PUBLISHING, env=environment(settings), check=True, capture_output=True)
    tally.took("a whole publication", time.monotonic() - began)


def published(settings: Settings) -> frozenset[Quad]:
    """The quads that readers see; also looks whether the default graph has their triples."""
    store = open_current(published_folder(settings))
    quads = frozenset(store.quads())
    merged = {quad.triple for quad in store.engine.quads_for_pattern(None, None, None, DefaultGraph())}
    assert merged == {quad.triple for quad in quads}, "the default graph is not what the named graphs say"
    store.close()
    return quads


def tell(tally: Tally) -> None:
    for what, count in sorted(tally.seen.items()):
        print(f"{what:60}{count:>9,}")
    for what, seconds in sorted(tally.seconds.items()):
        print(f"{what:60}{statistics.median(seconds):>9.1f} s, at most {max(seconds):.1f} s")
    print(f"{'wrong':60}{len(tally.wrong):>9}")
    for each in tally.wrong:
        print(f"  {each}")


if __name__ == "__main__":
    main()
