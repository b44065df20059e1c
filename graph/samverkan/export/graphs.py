"""Writing the graph out: all of it, one named graph, or what is known of one thing, in every form of RDF.

N-Quads, TriG and JSON-LD keep the named graph of each statement, that is, its document; Turtle, N-Triples and RDF/XML
hold the statements alone, each once.
"""

import io
from collections.abc import Iterable
from typing import IO, Final, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from samverkan.errors import NotFound
from samverkan.export import jsonld
from samverkan.store import Store
from samverkan.store.description import describe
from samverkan.store.formats import GRAPHS, XML_FORMATS, readable_xml
from samverkan.store.snapshot import SnapshotStore
from samverkan.vocabulary import PREFIXES, RDF

_TYPE: Final = RDF.type
_EVERYTHING: Final = "CONSTRUCT WHERE { ?s ?p ?o }"


def write_all(store: Store, form: str, output: IO[bytes]) -> None:
    """Write the whole graph to `output` in the format named `form` (see `GRAPHS`), without holding it in memory."""
    if GRAPHS[form].engine.supports_datasets:
        write_graphs(store, sorted(store.graphs(), key=_iri), form, output)
    elif isinstance(store, SnapshotStore):  # whose default graph is all of it, and which the engine writes fastest
        store.engine.dump(_target(form, output), GRAPHS[form].engine, from_graph=DefaultGraph(), prefixes=PREFIXES)
    else:
        _write(store.construct(_EVERYTHING), form, output)


def write_graphs(store: Store, graphs: Iterable[NamedNode], form: str, output: IO[bytes]) -> None:
    """Write what some documents say, one after the other, without holding it in memory.

    A format that keeps no graphs may then hold a statement as often as documents say it.
    """
    if form == "nq" and isinstance(store, SnapshotStore):
        for graph in graphs:  # without a term of Python for each: a line ends there, and nowhere else, with a full stop
            text = store.engine.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
            output.write(text.replace(b" .\n", f" {graph} .\n".encode()))
        return
    quads = (quad for graph in graphs for quad in store.quads(graph))
    keeps_graphs = GRAPHS[form].engine.supports_datasets
    _write(quads if keeps_graphs else (quad.triple for quad in quads), form, output)


def write_graph(store: Store, graph: NamedNode, form: str, output: IO[bytes]) -> None:
    """Write what one document says; `NotFound` where nothing does."""
    quads = sorted(store.quads(graph), key=lambda quad: _order(quad.triple))
    if not quads:
        raise NotFound(f"no document {graph.value} is in the graph")
    keeps_graphs = GRAPHS[form].engine.supports_datasets
    _write(quads if keeps_graphs else [quad.triple for quad in quads], form, output)


def write_entity(store: Store, entity: NamedNode, form: str, output: IO[bytes], context: str | None = None) -> None:
    """Write what is known of one thing, itself first; `NotFound` where nothing is.

    JSON-LD is a tree (see `jsonld`), with its context at the address `context`, or within it where none is given.
    """
    triples = sorted(describe(store, entity), key=lambda triple: (triple.subject != entity, *_order(triple)))
    if not triples:
        raise NotFound(f"nothing is known of {entity.value}")
    if form == "jsonld":
        output.write(jsonld.written(triples, entity, context or jsonld.context()))
    else:
        _write(triples, form, output)


def written(triples: Iterable[Triple], form: str) -> bytes:
    """Triples as text in the format named `form`, in their order."""
    output = io.BytesIO()
    _write(triples, form, output)
    return output.getvalue()


def _write(statements: Iterable[Triple] | Iterable[Quad], form: str, output: IO[bytes]) -> None:
    serialize(statements, _target(form, output), GRAPHS[form].engine, prefixes=PREFIXES)


def _target(form: str, output: IO[bytes]) -> IO[bytes]:
    """Where the text of a format goes on its way to `output`."""
    return cast("IO[bytes]", _ReadableXml(output)) if form in XML_FORMATS else output


class _ReadableXml:
    """Passes XML on to `output` as parsers take it."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output

    def write(self, part: bytes) -> int:
        self._output.write(readable_xml(part))
        return len(part)

    def flush(self) -> None:
        self._output.flush()


def _iri(node: NamedNode) -> str:
    return node.value


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first, then by property and value: the same file for the same statements."""
    return str(triple.subject), triple.predicate != _TYPE, triple.predicate.value, str(triple.object)
