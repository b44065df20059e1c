"""What the store costs beside the raw engine: loading, replacing one document, publishing, the shipped queries.

Run from the project's folder: `python bench/storing.py [DOCUMENTS…]`, 1000 without a number. Each figure stands beside
that of pyoxigraph alone for the same work in the same run, and their ratio: above 1 ours takes longer. The documents
are made up (`collaboration.py`), each some 350 quads. Of a question over the whole graph the first 10,000 rows are
asked for, which a snapshot keeps; the engine works the same query out with that limit. Times are of the processor.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph
from collaboration import documents
from pyoxigraph import Quad, RdfFormat, serialize

from samverkan import publish, queries, triples
from samverkan.preparing import put
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current

BASE = Settings().base
ROUNDS = 7
# Questions of one thing, as the pages ask them, and of the whole graph.
ASKED = {
    "who-sits-on (a body)": ("who-sits-on", {"body": "{body}"}),
    "bodies-of-person": ("bodies-of-person", {"person": "{person}"}),
    "attendance (a meeting)": ("attendance", {"meeting": "{meeting}"}),
    "meetings-of-body": ("meetings-of-body", {"body": "{body}"}),
    "decisions-of-meeting (a meeting)": ("decisions-of-meeting", {"meeting": "{meeting}"}),
    "representatives (an organisation)": ("representatives-of-organisation", {"organisation": "{municipality}"}),
    "follow-a-matter": ("follow-a-matter", {"text": "ros"}),
    "who-prepares-for-whom (all)": ("who-prepares-for-whom", {}),
    "who-sits-on (all)": ("who-sits-on", {}),
    "chairs (all)": ("chairs", {}),
    "attendance (all)": ("attendance", {}),
    "documents (all)": ("documents", {}),
    "people-who-meet-most (all)": ("people-who-meet-most", {}),
}
MOST = 10_000  # rows, as a visitor gets
PATIENCE = 1.0  # seconds; what takes longer is measured once


def main(sizes: list[int]) -> None:
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for size in sizes:
        with TemporaryDirectory() as folder:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    """Measure with so many documents."""
    began = time.perf_counter()
    graphs = [quads_of(made) for made in documents(size, shipped())]
    quads = [quad for graph in graphs for quad in graph]
    print(f"\n{size:,} documents, {len(quads):,} quads, made in {time.perf_counter() - began:.1f} s")
    print(f"{'what':34}{'ours':>12}{'engine':>12}{'ratio':>8}")
    raw = pyoxigraph.Store(folder / "raw")
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    theirs = seconds(lambda: raw.bulk_load(text, RdfFormat.N_QUADS))
    store = OxigraphStore(folder / "live")
    ours = seconds(lambda: store.bulk_load(quads))
    row("load", ours, theirs)
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(shipped(), BASE))
    changed = list(graphs[size // 2 + 1])  # of a meeting
    row("replace one document", *replaced(store, raw, changed))
    ours = seconds(lambda: publish.publish(store, folder / "published"))
    whole = seconds(lambda: copied(raw, folder))
    row("publish", ours, whole)
    graph = changed[0].graph_name
    put(store, graph, changed)  # type: ignore[arg-type]
    row("publish after one document", seconds(lambda: publish.publish(store, folder / "published")), whole)
    search(folder / "published")
    ask(folder / "published", changed)


# Words to look for: of some things, of many, part of a word in headings, and of many words.
WORDS = ("rudber", "samverkansrådet", "lundplan", "plan")


def search(published: Path) -> None:
    """Look for words in the index, and ask the engine for the names that contain them."""
    store = open_current(published)
    index = store.index
    assert index
    for word in WORDS:
        text = queries.query("pages/search").bind({"text": pyoxigraph.Literal(word)})

        def find(word: str = word) -> None:
            kinds = tuple(index.counts(word, BASE)) or ("body",)
            index.facets(word, BASE, kinds)
            index.things(word, BASE, kinds)
            index.statements(word)
            index.excerpts(word)

        ours = statistics.median(seconds(find) for _ in range(ROUNDS))
        row(f"search {word}", ours, seconds(lambda text=text: list(store.engine.query(text))))  # type: ignore[misc]
    store.close()


def quads_of(made: object) -> list[Quad]:
    """The quads of a made-up document."""
    key, text, facts = made  # type: ignore[misc]
    return list(
        triples.document_quads(facts, key=key, text=text, digest="0" * 64, register=shipped(), base=BASE)  # type: ignore[has-type]
    )


def replaced(store: OxigraphStore, raw: pyoxigraph.Store, quads: list[Quad]) -> tuple[float, float]:
    """The times to put a document that differs in one statement in the place of what was there."""
    graph = quads[0].graph_name
    ours, theirs = [], []
    for number in range(ROUNDS):
        extra = Quad(graph, graph, pyoxigraph.Literal(number), graph)  # type: ignore[arg-type]
        ours.append(seconds(lambda extra=extra: put(store, graph, [*quads, extra])))  # type: ignore[arg-type, misc]
        triples_text = serialize([each.triple for each in (*quads, extra)], format=RdfFormat.N_TRIPLES) or b""
        update = f"DROP SILENT GRAPH {graph}; INSERT DATA {{ GRAPH {graph} {{ {triples_text.decode()} }} }}"
        theirs.append(seconds(lambda update=update: raw.update(update)))  # type: ignore[misc]
    return statistics.median(ours), statistics.median(theirs)


def copied(raw: pyoxigraph.Store, folder: Path) -> None:
    """The least that a consistent copy with a merged default graph takes: the engine's own backup, and the merging."""
    raw.backup(folder / "copy")
    copy = pyoxigraph.Store(folder / "copy")
    default = pyoxigraph.DefaultGraph()
    copy.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, default) for quad in raw)
    copy.flush()


def ask(published: Path, quads: list[Quad]) -> None:
    """Ask shipped queries through the catalogue, and the same text of the engine alone on the same snapshot."""
    store = open_current(published)
    names = {
        kind: next(node.value for quad in quads for node in (quad.subject, quad.object) if f"/id/{kind}/" in str(node))  # type: ignore[union-attr]
        for kind in ("body", "person", "meeting", "municipality")
    }
    for title, (name, given) in ASKED.items():
        arguments = {key: value.format(**names) for key, value in given.items()}
        asked = queries.query(name)
        types = {each.name: each.type for each in asked.parameters}
        text = queries.limited(
            asked.bind(
                {
                    key: pyoxigraph.Literal(value) if types[key] == "text" else pyoxigraph.NamedNode(value)
                    for key, value in arguments.items()
                }
            ),
            MOST,
        )

        def ours(name: str = name, arguments: dict[str, str] = arguments) -> object:
            return list(islice(queries.run(store, name, arguments).rows, MOST))

        row(title, middle(ours), middle(lambda text=text: list(store.engine.query(text))))  # type: ignore[misc]
    store.close()


def middle(work: Callable[[], object]) -> float:
    """The middle one of several times that some work takes; the only one where it takes long."""
    first = seconds(work)
    return first if first > PATIENCE else statistics.median(seconds(work) for _ in range(ROUNDS))


def seconds(work: Callable[[], object]) -> float:
    """The seconds of the processor that some work takes, by all threads."""
    began = time.process_time()
    work()
    return time.process_time() - began


def row(what: str, ours: float, theirs: float) -> None:
    """Print a line of the table, in milliseconds."""
    print(f"{what:34}{ours * 1000:>9.1f} ms{theirs * 1000:>9.1f} ms{ours / theirs:>8.2f}", flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1_000])
