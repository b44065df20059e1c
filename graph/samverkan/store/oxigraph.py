"""The embedded store: Oxigraph in a folder or in memory, no server to start.

One process at a time writes to a folder. A change is one transaction; an answer that is being read goes on as it began.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from threading import RLock
from typing import Final

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Triple

from samverkan.errors import QueryError, StoreError
from samverkan.store import Rows, Term
from samverkan.store.answers import WHOLE, Dataset
from samverkan.store.changes import Changes, Moment
from samverkan.store.syntax import named_graph, query_error

Answer = QuerySolutions | QueryTriples | QueryBoolean


class OxigraphStore:
    """A store in the folder `path`, or in memory without one (follows the protocol `Store`).

    `read_only` is for folders that nobody writes to. `merged` says that the default graph holds a copy of all triples,
    as a published snapshot's does; queries then look there, which is much faster than the union of the named graphs.
    Raises `StoreError` where the folder is in use by another process, or is not a store that this version can read.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False, merged: bool = False) -> None:
        self._merged = merged
        self._path = path
        self._store: pyoxigraph.Store | None = _open(path, read_only)
        self._writing = RLock()
        self._changes = Changes(path / CHANGES) if path and not read_only else None

    @property
    def on_disk(self) -> bool:
        """Whether it lies in a folder."""
        return self._path is not None

    def backup(self, folder: Path) -> Moment | None:
        """A copy of the engine's files in a new folder, as links, and its moment for `changed_since`; of a folder."""
        with self._writing, engine_errors():
            moment = self._changes.now() if self._changes else None
            self.engine.backup(folder)
        return moment

    def changed_since(self, moment: Moment) -> frozenset[str] | None:
        """The graphs that may have been written since a backup, by name; None where that may be any of them."""
        return self._changes.since(moment) if self._changes else None

    def _written(self, graph: NamedNode) -> None:
        if self._changes:
            self._changes.add(graph)

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine itself, for what is beside the protocol: snapshots and query workers; `StoreError` once closed."""
        if self._store is None:
            raise StoreError(f"the store {self._path or 'in memory'} is closed; open it again")
        return self._store

    def evaluate(self, query: str, dataset: Dataset = WHOLE, base: str | None = None) -> Answer:
        """The engine's answer to a query of any form; errors met while reading it are the engine's own.

        Relative IRIs in the query are resolved against `base`; without one they are errors.
        """
        with engine_errors(query):
            if not dataset:
                return self.engine.query(query, base_iri=base, use_default_graph_as_union=not self._merged)
            default, named = ([named_graph(iri) for iri in iris] for iris in (dataset.default, dataset.named))
            return self.engine.query(query, base_iri=base, default_graph=[*default], named_graphs=[*named])

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query."""
        answer = self.evaluate(query)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT query is needed here, this is one of another form")
        return Rows(tuple(each.value for each in answer.variables), self._rows(answer, query))

    def _rows(self, answer: QuerySolutions, query: str) -> Iterator[Sequence[Term | None]]:
        with engine_errors(query):
            yield from map(tuple, answer)

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""
        answer = self.evaluate(query)
        if not isinstance(answer, QueryBoolean):
            raise QueryError("an ASK query is needed here, this is one of another form")
        return bool(answer)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once."""
        answer = self.evaluate(query)
        if not isinstance(answer, QueryTriples):
            raise QueryError("a CONSTRUCT or DESCRIBE query is needed here, this is one of another form")
        return self._triples(answer, query)

    def _triples(self, answer: QueryTriples, query: str) -> Iterator[Triple]:
        with engine_errors(query):
            yield from answer

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of `graph`, in the place of what the graph held, in one transaction."""
        update = replacement(graph, quads)
        with self._writing, engine_errors():
            self._written(graph)
            self.engine.update(update)

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Put quads in the place of what several graphs held, in one transaction."""
        update = " ;\n".join(replacement(graph, quads) for graph, quads in graphs.items())
        with self._writing, engine_errors():
            for graph in graphs:
                self._written(graph)
            self.engine.update(update)

    def add_graphs(self, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        """Add graphs that hold nothing yet: all of them or none, since the bulk way, too, ends with one commit."""
        self.bulk_load(chain.from_iterable(quads_of(graph, quads) for graph, quads in graphs.items()))

    def remove_graph(self, graph: NamedNode) -> None:
        """Forget a graph; one that is not there is forgotten already."""
        with self._writing, engine_errors():
            self._written(graph)
            self.engine.remove_graph(graph)

    def bulk_load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs, fast, all or none: a few in one transaction, many past the log of those."""
        engine = self.engine
        remaining = self._listed(map(in_named_graph, quads))
        with self._writing, engine_errors():
            head = list(islice(remaining, _SMALL))
            if len(head) < _SMALL:
                engine.extend(head)
            else:
                engine.bulk_extend(chain(head, remaining))

    def _listed(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The quads, each graph listed as changed before its first comes by."""
        seen = set()
        for quad in quads:
            if quad.graph_name not in seen:
                seen.add(quad.graph_name)
                self._written(quad.graph_name)  # type: ignore[arg-type]
            yield quad

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""
        engine = self.engine
        for graph in engine.named_graphs():
            if (
                isinstance(graph, NamedNode)
                and next(engine.quads_for_pattern(None, None, None, graph), None) is not None
            ):
                yield graph

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads of the named graphs, or those of one, as they are at this moment."""
        found = self.engine.quads_for_pattern(None, None, None, graph)
        return (quad for quad in found if graph or not isinstance(quad.graph_name, DefaultGraph))

    def flush(self) -> None:
        """Write the engine's buffers to disk; takes some 15 ms."""
        with engine_errors():
            self.engine.flush()

    def close(self) -> None:
        """Let go of the folder, once all iterators over its answers are gone too; closing twice does no harm."""
        self._store = None


CHANGES: Final = "changed-graphs"  # the file beside the engine's that lists what was written
_SMALL = 5_000  # quads; up to here one transaction is as fast as the bulk way, which opens new files for each call


def replacement(graph: NamedNode, quads: Iterable[Quad]) -> str:
    """The SPARQL update that puts `quads` in the place of what `graph` holds: one request, thus one transaction.

    Raises ValueError for a quad of another graph.
    """
    triples = pyoxigraph.serialize(triples_of(graph, quads), format=RdfFormat.N_TRIPLES)
    assert triples is not None  # only with an output there is nothing to return
    return f"DROP SILENT GRAPH {graph} ;\nINSERT DATA {{ GRAPH {graph} {{\n{triples.decode()}}} }}"


def quads_of(graph: NamedNode, quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads, which must all be of `graph`; ValueError names one that is not."""
    for quad in quads:
        if quad.graph_name != graph:
            raise ValueError(f"{quad} is not of the graph {graph}")
        yield quad


def triples_of(graph: NamedNode, quads: Iterable[Quad]) -> Iterator[Triple]:
    """The triples of quads that must all be of `graph`; ValueError names one that is not."""
    return (quad.triple for quad in quads_of(graph, quads))


def in_named_graph(quad: Quad) -> Quad:
    """The quad itself; ValueError where it is in no named graph."""
    if not isinstance(quad.graph_name, NamedNode):
        raise ValueError(f"{quad} is in no named graph")
    return quad


def _open(path: Path | None, read_only: bool) -> pyoxigraph.Store:
    """The engine on a folder, made with its parents where it is not there."""
    if path is None:
        return pyoxigraph.Store()
    try:
        if read_only:
            return pyoxigraph.Store.read_only(str(path))
        path.mkdir(parents=True, exist_ok=True)
        return pyoxigraph.Store(path)
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(_why_not_opened(path, str(error))) from error


# What the engine says when a folder cannot be opened, and what to do about it.
_REMEDIES = (
    (
        ("lock hold by current process", "While lock file"),
        "is in use: wait for whatever writes there, or set SAMVERKAN_DATA to another folder",
    ),
    (
        ("Permission denied", "Read-only file system"),
        "may not be read or written: change its permissions, or set SAMVERKAN_DATA to another folder",
    ),
    (("No space left",), "is on a disk that is full: free some space"),
    (("not a directory", "File exists", "Not a directory"), "is a file: set SAMVERKAN_DATA to a folder"),
    (
        ("version", "olumn famil", "orruption", "Invalid argument", "No such file"),
        "holds nothing that this version can read: load the documents again into a new folder",
    ),
)


def _why_not_opened(path: Path, message: str) -> str:
    """A sentence on what is wrong with the folder and what to do."""
    if not path.exists():
        return (
            f"the store {path} is not there: load documents first, or set SAMVERKAN_DATA to the folder that holds them"
        )
    remedy = next((words for signs, words in _REMEDIES if any(sign in message for sign in signs)), "cannot be opened")
    return f"the store {path} {remedy} (the engine says: {message})"


@contextmanager
def engine_errors(query: str | None = None) -> Iterator[None]:
    """Turn the engine's errors into ours; with a query where the fault may be its own."""
    try:
        yield
    except SyntaxError as error:
        raise query_error(query or "", str(error)) from error
    except (RuntimeError, OSError) as error:
        if query is not None and isinstance(error, RuntimeError):  # such as a function that the engine does not have
            raise QueryError(str(error)) from error
        raise StoreError(f"the store could not be read or written: {error}") from error
