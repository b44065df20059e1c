"""What writing the whole graph out costs beside the raw engine: the files to take away against `Store.dump`.

Run from the project's folder: `python bench/dumping.py [DOCUMENTS | FOLDER [FORMAT…]]`, 1000 documents in all formats
without a word; FOLDER is one with snapshots, as in `published/` of a data folder. Ours is the file as it is
offered, compressed; theirs the same statements uncompressed into nothing, by the engine alone. Seconds are of the
processor; memory is what the process takes more at the end of the last format than before the first.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from io import RawIOBase
from pathlib import Path
from tempfile import TemporaryDirectory

from collaboration import documents
from isal import igzip
from pyoxigraph import DefaultGraph

from samverkan import publish, triples
from samverkan.export import graphs
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import live_folder, published_folder
from samverkan.store.formats import GRAPHS
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, open_current

BASE = Settings().base


def main(where: str, formats: Sequence[str]) -> None:
    with TemporaryDirectory() as folder:
        store = published(int(where), Path(folder)) if where.isdigit() else open_current(Path(where))
        print(f"{store.snapshot.quads:,} quads")
        print(f"{'format':8}{'ours s':>10}{'engine s':>10}{'speed':>8}{'MB':>8}")
        before = peak()
        for form in formats:
            path = Path(folder) / f"dump.{form}.gz"
            ours = seconds(lambda form=form, path=path: write(store, form, path))  # type: ignore[misc]
            size = path.stat().st_size
            path.unlink()
            theirs = raw(store, form)
            print(f"{form:8}{ours:10.2f}{theirs:10.2f}{theirs / ours:8.2f}{size / 1e6:8.1f}", flush=True)
        print(f"memory: {peak() - before:.0f} MB more than before")


def published(size: int, folder: Path) -> SnapshotStore:
    """A snapshot with so many documents, our ontology and our register, in a data folder."""
    settings = Settings(data=folder)
    store = OxigraphStore(live_folder(settings))
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(shipped(), BASE))
    for each in documents(size, shipped()):
        store.bulk_load(
            triples.document_quads(
                each.facts, key=each.key, text=each.text, digest="0" * 64, register=shipped(), base=BASE
            )
        )
    publish.publish(store, published_folder(settings))
    return open_current(published_folder(settings))


def write(store: SnapshotStore, form: str, path: Path) -> None:
    """The file as it is offered."""
    with path.open("wb") as raw_file, igzip.IGzipFile("", "wb", compresslevel=1, fileobj=raw_file, mtime=0) as packed:
        graphs.write_all(store, form, packed)


def raw(store: SnapshotStore, form: str) -> float:
    """Seconds that the engine alone takes for the same statements, into nothing.

    A snapshot holds the merged graph beside the named ones; where the engine writes both, the share of ours counts.
    """
    engine = GRAPHS[form].engine
    if not engine.supports_datasets:
        return seconds(lambda: store.engine.dump(Nothing(), engine, from_graph=DefaultGraph()))
    contents = store.snapshot.contents
    both = seconds(lambda: store.engine.dump(Nothing(), engine))
    return both * contents.quads / (contents.quads + contents.triples)


class Nothing(RawIOBase):
    """Where bytes go that nobody wants."""

    def write(self, part: object) -> int:
        return len(part)  # type: ignore[arg-type]


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor that a work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1000", sys.argv[2:] or list(GRAPHS))
