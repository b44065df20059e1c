"""What a check costs: the shapes and each of the checks, for so many documents, beside one pass over all quads.

Run from the project's folder: `python bench/checking.py [DOCUMENTS…]`, 100 and 400 without a number. Seconds are those
of the processor. The time for each document should stay the same as they grow in number. The documents are made up
(`collaboration.py`), each some 350 quads.
"""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from collaboration import documents

from samverkan import publish, queries, triples
from samverkan.checking import shapes
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current

BASE = Settings().base
SLOW = 0.2  # seconds for each hundred documents, from which on a check is told by name


def main(sizes: list[int]) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for size in sizes:
        with TemporaryDirectory() as folder:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    """Measure with so many documents."""
    live = OxigraphStore(folder / "live")
    for made in documents(size, shipped()):
        live.bulk_load(
            triples.document_quads(
                made.facts, key=made.key, text=made.text, digest="0" * 64, register=shipped(), base=BASE
            )
        )
    live.bulk_load(triples.ontology_quads())
    live.bulk_load(triples.register_quads(shipped(), BASE))
    publish.publish(live, folder / "published")
    store = open_current(folder / "published")
    began = time.process_time()
    quads = sum(1 for _ in store.quads())
    read = time.process_time() - began
    print(f"\n{size:,} documents, {quads:,} quads; one pass over them {read:.2f} s")
    began = time.process_time()
    found = sum(1 for _ in shapes.violations(store, sorted(store.graphs(), key=str), shapes.shipped()))
    row("shapes", time.process_time() - began, found, size, read)
    everything = 0.0
    for name in queries.checks():
        began = time.process_time()
        found = sum(1 for _ in queries.run(store, f"checks/{name}").rows)
        seconds = time.process_time() - began
        everything += seconds
        if seconds > SLOW * size / 100:
            row(f"  {name}", seconds, found, size, read)
    row(f"{len(queries.checks())} checks", everything, 0, size, read)
    store.close()
    live.close()


def row(what: str, seconds: float, found: int, size: int, read: float) -> None:
    """A line of the table."""
    each = 1000 * seconds / size
    print(f"{what:34}{seconds:8.2f} s{each:8.1f} ms a document{seconds / read:8.1f} passes{found:8} found")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [100, 400])
