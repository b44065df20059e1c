"""Who meets whom and which bodies share people, over the whole graph: beside a Virtuoso that holds the same triples.

Run from the project's folder: `python bench/pairs.py [DOCUMENTS]`, 1000 without a number. It needs the programs
`virtuoso-t` and `isql-vt` (Debian: virtuoso-opensource-7) and says so where they are missing. Ours is the first hundred
rows of the shipped question with all names, from a snapshot; theirs the same pairs and weights without names, by
Virtuoso's bulk loader and over HTTP, as one asks it. Both warm, the middle one of several times.
"""

import os
import statistics
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from beside import has_virtuoso, virtuoso
from dumping import published
from storing import ROUNDS, row

from samverkan import queries
from samverkan.store.snapshot import SnapshotStore

FIRST = 100
PREFIXES = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX samv: <https://w3id.org/samverkan/ns#>
PREFIX status: <https://w3id.org/samverkan/concept/status/>"""
THEIRS = {
    "people-who-meet-most": """
        SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?weight) {
          ?a samv:meeting ?meeting ; samv:person ?one ; samv:status status:present .
          ?b samv:meeting ?meeting ; samv:person ?other ; samv:status status:present .
          FILTER ( STR(?one) < STR(?other) )
        } GROUP BY ?one ?other ORDER BY DESC(?weight) LIMIT 100""",
    "bodies-sharing-members": """
        SELECT ?one ?other (COUNT(DISTINCT ?person) AS ?weight) {
          ?a org:member ?person ; org:organization ?one . ?b org:member ?person ; org:organization ?other .
          FILTER ( STR(?one) < STR(?other) )
        } GROUP BY ?one ?other ORDER BY DESC(?weight) LIMIT 100""",
}


def main(size: int) -> None:
    if not has_virtuoso():
        print("no Virtuoso here: apt install virtuoso-opensource-7")
        return
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as folder:
        snapshot = published(size, Path(folder))
        compare(snapshot, Path(folder))
        snapshot.close()


def compare(snapshot: SnapshotStore, folder: Path) -> None:
    """Print the table for a snapshot, with Virtuoso's files in a folder."""
    print(f"\n{snapshot.snapshot.contents.triples:,} triples")
    with virtuoso(snapshot, folder) as server:
        address = f"http://127.0.0.1:{server.port}{server.path}"
        print(f"{'what':34}{'ours':>12}{'Virtuoso':>12}{'ratio':>8}")
        for question, query in THEIRS.items():
            asked = f"{address}?{urllib.parse.urlencode({'query': PREFIXES + query, 'format': 'text/csv'})}"
            ours = statistics.median(seconds(lambda name=question: first(snapshot, name)) for _ in range(ROUNDS))  # type: ignore[misc]
            theirs = statistics.median(seconds(lambda asked=asked: fetched(asked)) for _ in range(ROUNDS))  # type: ignore[misc]
            row(question, ours, theirs)


def first(snapshot: SnapshotStore, question: str) -> list[object]:
    return list(islice(queries.run(snapshot, question).rows, FIRST))


def seconds(work: Callable[[], object]) -> float:
    """The seconds by the clock that some work takes, since Virtuoso works elsewhere."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=600) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
