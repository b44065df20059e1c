"""Who meets whom and which bodies share people, over the whole graph: beside a Virtuoso that holds the same triples.

Run from the project's folder: `python bench/pairs.py [DOCUMENTS]`, 1000 without a number. It needs the programs
`virtuoso-t` and `isql-vt` (Debian: virtuoso-opensource-7) and says so where they are missing. Ours is the first hundred
rows of the shipped question with all names, from a snapshot; theirs the same pairs and weights without names, by
Virtuoso's bulk loader and over HTTP, as one asks it. Both warm, the middle one of several times.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from collaboration import documents
from pyoxigraph import DefaultGraph, RdfFormat
from serving import until_up
from storing import ROUNDS, row, seconds
from watched import free_port

from samverkan import publish, queries, triples
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, open_current

BASE = Settings().base
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
INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
[SPARQL]
ResultSetMaxRows = 10000
"""


def main(size: int) -> None:
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        print("no Virtuoso here: apt install virtuoso-opensource-7")
        return
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with TemporaryDirectory() as folder:
        snapshot = published(size, Path(folder))
        compare(snapshot, Path(folder))
        snapshot.close()


def published(size: int, folder: Path) -> SnapshotStore:
    """A snapshot of so many made-up documents."""
    store = OxigraphStore(folder / "live")
    register = shipped()
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(register, BASE))
    store.bulk_load(
        quad
        for made in documents(size, register)
        for quad in triples.document_quads(
            made.facts, key=made.key, text=made.text, digest="0" * 64, register=register, base=BASE
        )
    )
    publish.publish(store, folder / "published")
    return open_current(folder / "published")


def compare(snapshot: SnapshotStore, folder: Path) -> None:
    """Print the table for a snapshot, with Virtuoso's files in a folder."""
    print(f"\n{snapshot.snapshot.contents.triples:,} triples")
    snapshot.engine.dump(folder / "data.nt", format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    with virtuoso(folder) as (port, address):
        load = f"ld_dir('{folder}', 'data.nt', 'urn:all'); rdf_loader_run(); checkpoint;"
        took = seconds(
            lambda: subprocess.run(
                ["isql-vt", str(port), "dba", "dba", f"exec={load}"], check=True, capture_output=True
            )
        )
        print(f"loaded into Virtuoso by ld_dir in {took:.0f} s")
        print(f"{'what':34}{'ours':>12}{'Virtuoso':>12}{'ratio':>8}")
        for question, query in THEIRS.items():
            asked = f"{address}?{urllib.parse.urlencode({'query': PREFIXES + query, 'format': 'text/csv'})}"
            ours = statistics.median(seconds(lambda name=question: first(snapshot, name)) for _ in range(ROUNDS))  # type: ignore[misc]
            theirs = statistics.median(seconds(lambda asked=asked: fetched(asked)) for _ in range(ROUNDS))  # type: ignore[misc]
            row(question, ours, theirs)


def first(snapshot: SnapshotStore, question: str) -> list[object]:
    return list(islice(queries.run(snapshot, question).rows, FIRST))


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=600) as answer:
        return bytes(answer.read())


@contextmanager
def virtuoso(folder: Path) -> Iterator[tuple[int, str]]:
    """A Virtuoso with a database in a folder: its own port, and the address of its endpoint."""
    port, http_port = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(INI.format(port=port, http_port=http_port, folder=folder), encoding="utf-8")
    quiet = subprocess.DEVNULL
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    with subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            until_up(http_port)
            time.sleep(1)
            yield port, f"http://127.0.0.1:{http_port}/sparql"
        finally:
            process.terminate()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
