"""Loads and publications that are killed, and what is there afterwards."""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from collaboration import documents
from pyoxigraph import DefaultGraph, NamedNode, Quad
from watched import Tally, environment

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
    print("go", flush=True)
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


class Run(NamedTuple):
    """A load: the documents that it told of and whether each was read, the seconds it took, whether it was killed."""

    told: dict[str, int]
    seconds: float
    killed: bool


def run_load(country: Country, settings: Settings, after: float | None, batch: int) -> Run:
    """Load, killed `after` so many seconds if at all."""
    with ended([sys.executable, "-c", LOAD, str(country.folder), str(batch)], settings) as loader:
        began = at_work(loader)
        if after is not None:
            time.sleep(after)
            loader.kill()
        lines = [line.split() for line in loader.stdout or () if line.endswith("\n")]
        loader.wait()
    assert after is not None or loader.returncode == 0, "a load that nobody killed failed"
    told = {stem: int(was_read) for stem, _, was_read in lines}
    return Run(told, time.monotonic() - began, loader.returncode != 0)


@contextmanager
def ended(command: list[str], settings: Settings) -> "Iterator[subprocess.Popen[str]]":
    """A program, and what it tells; it is killed when the block ends, if it has not ended by then."""
    with subprocess.Popen(command, env=environment(settings), stdout=subprocess.PIPE, text=True) as begun:
        try:
            yield begun
        finally:
            begun.kill()


def at_work(program: "subprocess.Popen[str]") -> float:
    """When a program says that it is at work: the time of the monotonic clock."""
    assert program.stdout is not None
    assert program.stdout.readline() == "go\n", "the store could not be opened"
    return time.monotonic()


def moment(what: str, chance: random.Random, tally: Tally) -> float:
    """Seconds after which something is to be killed: any moment of the time that it took of late."""
    return chance.uniform(0.0, 1.0) * statistics.median(tally.seconds[what][-10:])


def loads(country: Country, settings: Settings, before: Graphs, chance: random.Random, tally: Tally, times: int) -> int:
    """Kill a load at most so many times, comparing what is there with what it told of, until one has ended by itself;
    how many were killed. Another brings what is missing then.
    """
    batch, told, killed = chance.choice((500, 2_000, 8_000, 50_000)), set[str](), 0
    while killed < times:
        run = run_load(country, settings, moment("a whole load", chance, tally), batch)
        told |= run.told.keys()
        with opened(settings) as store:
            compare(store, country, before, told, tally)
        if not run.killed:
            tally.seen["ended before the kill came"] += 1
            break
        killed += 1
    again = run_load(country, settings, None, batch)
    tally.took("a whole load", again.seconds)
    tally.seen["documents read by the load after it"] += sum(again.told.values())
    tally.seen["documents not read again"] += len(again.told) - sum(again.told.values())
    with opened(settings) as store:
        if {graph: frozenset(store.quads(graph)) for graph in store.graphs()} != country.graphs:
            tally.wrong.append("the load after it did not bring all")
    return killed


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


def publishes(country: Country, settings: Settings, chance: random.Random, tally: Tally, times: int) -> int:
    """Change something, kill its publication at most so many times, until one has ended by itself; see each time that
    the old or the new is there; publish it. How many were killed.
    """
    before, killed = published(settings), 0
    country.change(chance)
    run_load(country, settings, None, 50_000)
    with opened(settings) as store:
        after = frozenset(store.quads())
    while killed < times:
        with ended(PUBLISHING, settings) as publisher:
            at_work(publisher)
            time.sleep(moment("a whole publication", chance, tally))
        there = published(settings)
        if there not in (before, after):
            tally.wrong.append("what is published is neither the old nor the new")
        if publisher.returncode == 0:
            tally.seen["ended before the kill came"] += 1
            break
        tally.seen[f"publications killed, then shown the {'new' if there == after else 'old'}"] += 1
        killed += 1
    publish(settings, tally)
    if published(settings) != after:
        tally.wrong.append("publishing again did not show what is new")
    left = [path.name for path in published_folder(settings).iterdir() if path.is_dir()]
    if len(left) > 4:  # the current one, and those that readers hold
        tally.wrong.append(f"{len(left)} folders of publications are left")
    return killed


def publish(settings: Settings, tally: Tally) -> None:
    """Publish to its end."""
    with ended(PUBLISHING, settings) as publisher:
        began = at_work(publisher)
        assert publisher.wait() == 0, "a publication that nobody killed failed"
    tally.took("a whole publication", time.monotonic() - began)


def published(settings: Settings) -> frozenset[Quad]:
    """The quads that readers see; also looks whether the default graph has their triples."""
    store = open_current(published_folder(settings))
    quads = frozenset(store.quads())
    merged = {quad.triple for quad in store.engine.quads_for_pattern(None, None, None, DefaultGraph())}
    assert merged == {quad.triple for quad in quads}, "the default graph is not what the named graphs say"
    store.close()
    return quads
