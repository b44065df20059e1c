"""Every shipped question beside the raw engine: without parameters, and with each of them.

Run from the project's folder: `python bench/questions.py [DOCUMENTS | FOLDER]`, 1000 without a word; FOLDER is one with
snapshots, as in `published/` of a data folder. Ours is what a page, the command line or the API asks (`queries.run`),
which reads what the snapshot keeps; theirs the same text asked of pyoxigraph alone on the same snapshot, and the terms
taken from its rows. Both are asked in turn, in a process for each question that is ended after `PATIENCE`.
Milliseconds are of the processor, the middle one of up to twenty-five; "more" is what ours takes beyond the engine.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeVar

from dumping import published

from samverkan import queries
from samverkan.queries import Query
from samverkan.store.snapshot import SnapshotStore, open_current
from samverkan.vocabulary import OPENGOV, ORG, SAMV

PATIENCE: Final = float(os.environ.get("PATIENCE", "5"))  # seconds for a question; those that take longer are told
SLOW: Final = 300.0  # milliseconds that no question should take
MOST: Final = 10_000  # rows, as a visitor gets
ROUNDS: Final = 25
MOST_RATIO: Final = 1.2  # of ours to the engine that no question should exceed
# Values by name of parameter, else by its type.
GIVEN: Final = {
    "act": "added", "kind": "minutes", "outcome": "approved", "second": "2018", "date": "2016-05", "text": "lund",
    "day": "2016-05-12", "work": "{work}", "other": "{other}",
}  # fmt: skip
KINDS: Final = {"agreements-and-strategies": "plan", "status-of-works": "plan"}  # of works, not of documents
# What there is to ask about, the thirtieth of its kind.
THINGS: Final = {
    "body": f"SELECT ?x {{ ?m {ORG.organization} ?x }} LIMIT 1 OFFSET 30",
    "person": f"SELECT ?x {{ ?m {ORG.organization} {{body}} ; {ORG.member} ?x }} LIMIT 1",
    "other": f"SELECT ?x {{ ?m {ORG.organization} {{body}} ; {ORG.member} ?x }} LIMIT 1 OFFSET 3",
    "meeting": f"SELECT ?x {{ ?x {SAMV.body} {{body}} ; a {SAMV.Meeting} }} LIMIT 1 OFFSET 2",
    "document": f"SELECT ?x {{ {{meeting}} {SAMV.inDocument} ?x }} LIMIT 1",
    "organisation": f"SELECT ?x {{ ?m {ORG.organization} {{body}} ; {OPENGOV.onBehalfOf} ?x }} LIMIT 1",
    "work": f"SELECT ?x {{ ?m {SAMV.draft} ?x }} LIMIT 1",
}


class Asked(NamedTuple):
    """A question with arguments, and the parameter that it is about; empty where it is about everything."""

    query: Query
    about: str
    arguments: Mapping[str, str]


class Measured(NamedTuple):
    """Milliseconds of ours and of the engine, which is None where it takes too long, and how many rows came."""

    ours: float
    engine: float | None
    rows: int


def main(where: str) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as folder:
        path = Path(where)
        if where.isdigit():
            path = Path(folder) / "published"
            with closing(published(int(where), Path(folder))) as store:
                print(f"{int(where):,} documents, {store.snapshot.quads:,} quads")
        table(path)


def table(folder: Path) -> None:
    """Print a line a question, then what is out of the ordinary."""
    (things,) = elsewhere(sample, folder)
    ratios, slow = [], []
    print(f"{'question':34}{'about':14}{'ours':>10}{'engine':>12}{'ratio':>8}{'more':>8}{'rows':>8}")
    for asked in questions(things):
        found = next(iter([*elsewhere(measure, folder, asked)][-1:]), None)
        name = f"{asked.query.name:34}{asked.about:14}"
        if found is None:
            slow.append(f"{asked.query.name} {asked.about} > {PATIENCE:.0f} s")
            print(f"{name}{'> patience':>10}", flush=True)
            continue
        if found.ours > SLOW:
            slow.append(f"{asked.query.name} {asked.about} {found.ours:.0f} ms")
        ratio, more = found.ours / (found.engine or PATIENCE * 1000), found.ours - (found.engine or PATIENCE * 1000)
        ratios.append((ratio, more, asked))
        engine = f"{found.engine:12.1f}" if found.engine else f"{'> patience':>12}"
        print(f"{name}{found.ours:10.1f}{engine}{ratio:8.2f}{more:8.1f}{found.rows:8}", flush=True)
    print(f"middle of {len(ratios)} ratios: {statistics.median(ratio for ratio, *_ in ratios):.2f}")
    above = [
        f"{asked.query.name} {asked.about} {ratio:.2f} (+{more:.1f} ms)"
        for ratio, more, asked in sorted(ratios, key=lambda found: -found[0])
        if ratio > MOST_RATIO
    ]
    print(f"{len(above)} above {MOST_RATIO}: {'; '.join(above) or 'none'}")
    print(f"above {SLOW:.0f} ms: {'; '.join(slow) or 'none'}")


def questions(things: Mapping[str, str]) -> Iterator[Asked]:
    """Every shipped question about everything, where it can be asked so, and with each of its parameters."""
    for query in queries.catalogue().values():
        values = {}
        for each in query.parameters:
            given = GIVEN.get(each.name) or GIVEN.get(each.type) or f"{{{each.type}}}"
            values[each.name] = given.format_map(
                {"entity": things["body"], "date": "2016-05", "language": "sv", **things}
            )
        if "kind" in values:
            values["kind"] = KINDS.get(query.name, values["kind"])
        needed = {each.name: values[each.name] for each in query.parameters if each.required}
        yield Asked(query, "+".join(needed), needed)
        for each in query.parameters:
            if not each.required and each.name != "language":
                yield Asked(query, each.name, {**needed, each.name: values[each.name]})


def sample(folder: Path) -> Iterator[dict[str, str]]:
    """The things that are asked about."""
    found: dict[str, str] = {}
    with closing(open_current(folder)) as store:
        for name, text in THINGS.items():
            filled = text.replace("{body}", f"<{found.get('body')}>").replace("{meeting}", f"<{found.get('meeting')}>")
            (row,) = store.select(filled).rows
            found[name] = row[0].value  # type: ignore[union-attr]
    yield found


def measure(folder: Path, asked: Asked) -> Iterator[Measured]:
    """Ask a question our way, then our way and of the engine alone in turn."""
    with closing(open_current(folder)) as store:

        def ours() -> int:
            return sum(1 for _ in islice(queries.run(store, asked.query.name, asked.arguments).rows, MOST))

        def theirs() -> int:
            return sum(1 for _ in map(tuple, store.engine.query(text)))  # type: ignore[arg-type, misc]

        yield timed(ours)
        text = engine_text(store, asked)
        yield timed(ours, theirs)


def timed(ours: Callable[[], int], theirs: Callable[[], int] | None = None) -> Measured:
    """The middle times of some rounds, as many as there is time for."""
    times: dict[Callable[[], int], list[float]] = {work: [] for work in (ours, theirs) if work}
    began = time.perf_counter()
    for _ in range(ROUNDS):
        for work, taken in times.items():
            started = time.process_time()
            rows = work()
            taken.append((time.process_time() - started) * 1000)
        if time.perf_counter() - began > PATIENCE / 3:
            break
    middle = [statistics.median(taken) for taken in times.values()]
    return Measured(middle[0], middle[1] if theirs else None, rows)


def engine_text(store: SnapshotStore, asked: Asked) -> str:
    """The query as the engine alone gets it: its parameters bound, nothing looked up for it."""
    types = {each.name: each.type for each in asked.query.parameters}
    values = {key: queries.resolve(store, types[key], words) for key, words in asked.arguments.items()}
    return queries.limited(asked.query.bind(values), MOST)


T = TypeVar("T")


def elsewhere(work: Callable[..., Iterator[T]], *arguments: object) -> Iterator[T]:
    """What some work gives in a process of its own, as far as none of it takes longer than we wait."""
    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_tell, args=(theirs, work, *arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        while ours.poll(PATIENCE * 2):
            yield ours.recv()
    except EOFError:
        process.join()
        if process.exitcode:
            raise SystemExit(f"{arguments} ended without an answer") from None
    finally:
        process.kill()
        process.join()


def _tell(pipe: Connection, work: Callable[..., Iterator[object]], *arguments: object) -> None:
    for each in work(*arguments):
        pipe.send(each)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1000")
