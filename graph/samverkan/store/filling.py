"""How the engine's files of a snapshot come about: merged graph by graph, or from the former snapshot by what changed.

What a snapshot holds is summed up by one hash: the sum of the digests of its graphs, each over its sorted triples. So
it does not depend on any order, and a changed graph changes it by the difference.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple

from samverkan.store.memory import memory_left
from samverkan.store.snapshot import Contents

_DEFAULT: Final = DefaultGraph()
_BATCH: Final = 64_000_000  # bytes of N-Triples that are handed to the engine at once
_SHARE: Final = 4  # of the memory that is left, the part that a copy may take
_GROWTH: Final = 2  # bytes in memory for one of text, with some to spare
_OWN: Final = ("LOCK", "LOG")  # files that each folder of the engine has for itself
Graph: TypeAlias = NamedNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Filled:
    """What a folder was filled with; `gone` and `new` are the triples by which it differs from the former snapshot.

    They are None where it was made without one, and then anything may differ. `about` are the subjects of the graphs
    that changed.
    """

    quads: int
    triples: int
    hash: str
    gone: frozenset[Triple] | None = None
    new: frozenset[Triple] | None = None
    about: frozenset[NamedNode] = frozenset()


def merge(engine: pyoxigraph.Store) -> tuple[Filled, pyoxigraph.Store]:
    """Put the triples of all named graphs into the default graph, each once; with it an engine to read them from.

    That is a copy in memory, which answers in a third of the time, or the engine itself where there is no room for one.
    They pass as text, graph by graph: that is twice as fast as term by term.
    """
    total = quads = 0
    room, memory = memory_left() // _SHARE, pyoxigraph.Store()
    for batch in _batches(engine):
        engine.bulk_load(batch.text, RdfFormat.N_TRIPLES)
        total, quads, room = total + batch.digest, quads + batch.quads, room - len(batch.text) * _GROWTH
        if room > 0:
            memory.bulk_load(batch.text, RdfFormat.N_TRIPLES)
        else:
            memory = engine
    compact(engine)
    return Filled(quads, _size(engine), _hash(total)), memory


def compact(engine: pyoxigraph.Store) -> None:
    """Put what was loaded in bulk in order on disk: a look at it need then not go through a file for each batch."""
    engine.flush()
    engine.optimize()


class _Batch(NamedTuple):
    """The N-Triples of some graphs, how many there are, and the sum of the digests of the graphs."""

    text: bytes
    quads: int
    digest: int


def _batches(engine: pyoxigraph.Store) -> Iterator[_Batch]:
    digest = quads = 0
    batch = bytearray()
    for graph in list(engine.named_graphs()):
        assert isinstance(graph, NamedNode)
        text = _text(engine, graph)
        digest += _digest(graph, text)
        quads += text.count(b"\n")
        batch += text
        if len(batch) > _BATCH:
            yield _Batch(bytes(batch), quads, digest)
            digest = quads = 0
            batch.clear()
    yield _Batch(bytes(batch), quads, digest)


def counted(engine: pyoxigraph.Store) -> Filled:
    """What an engine holds that was filled from files, as it is."""
    total = quads = 0
    for graph in (_DEFAULT, *engine.named_graphs()):
        assert not isinstance(graph, pyoxigraph.BlankNode)
        text = _text(engine, graph)
        total += _digest(graph, text)
        quads += 0 if graph == _DEFAULT else text.count(b"\n")
    return Filled(quads, _size(engine), _hash(total))


def link(former: Path, folder: Path) -> None:
    """Make a folder of the engine that holds what another one does, which nobody writes to: its data as links."""
    folder.mkdir()
    for path in former.iterdir():
        if path.suffix == ".sst":  # never written again by the engine, only removed
            os.link(path, folder / path.name)
        elif not path.name.startswith(_OWN):
            shutil.copyfile(path, folder / path.name)


def renew(engine: pyoxigraph.Store, live: pyoxigraph.Store, names: Iterable[str], before: Contents) -> Filled:
    """Bring an engine that holds what a snapshot did to what `live` holds, given the names of all graphs that differ.

    A triple leaves the default graph when no named graph says it any more.
    """
    total, quads = int(before.hash.removeprefix("sha256:"), 16), before.quads
    gone: set[Triple] = set()
    new: set[Triple] = set()
    about: set[bytes] = set()
    for graph in map(NamedNode, sorted(names)):
        was, now = _text(engine, graph), _text(live, graph)
        total += _digest(graph, now) - _digest(graph, was)
        old_lines, new_lines = set(was.splitlines(True)), set(now.splitlines(True))
        quads += len(new_lines) - len(old_lines)
        out, add = set(_triples(old_lines - new_lines)), list(_triples(new_lines - old_lines))
        for triple in out:
            engine.remove(_in(graph, triple))
        engine.extend(_in(graph, triple) for triple in add)
        gone |= out
        about.update(line.split(b" ", 1)[0] for line in now.splitlines())
        new.update(add)
    gone, new = _settled(engine, gone, new)
    for triple in gone:
        engine.remove(_in(_DEFAULT, triple))
    engine.extend(_in(_DEFAULT, triple) for triple in new)
    triples = before.triples + len(new) - len(gone)
    subjects = frozenset(NamedNode(each[1:-1].decode()) for each in about if each.startswith(b"<"))
    return Filled(quads, triples, _hash(total), frozenset(gone), frozenset(new), subjects)


def _settled(engine: pyoxigraph.Store, gone: set[Triple], new: set[Triple]) -> tuple[set[Triple], set[Triple]]:
    """Of triples that some graph no longer or newly says, those that the default graph must lose and gain."""
    said = {triple for triple in gone if any(quad.graph_name != _DEFAULT for quad in _everywhere(engine, triple))}
    return gone - said - new, {triple for triple in new if _in(_DEFAULT, triple) not in engine}


def _in(graph: Graph, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def _everywhere(engine: pyoxigraph.Store, triple: Triple) -> Iterator[Quad]:
    return engine.quads_for_pattern(triple.subject, triple.predicate, triple.object)


def _triples(lines: Iterable[bytes]) -> Iterator[Triple]:
    for quad in pyoxigraph.parse(b"".join(lines), RdfFormat.N_TRIPLES):
        yield quad.triple


def _text(engine: pyoxigraph.Store, graph: Graph) -> bytes:
    return engine.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""


def _digest(graph: Graph, text: bytes) -> int:
    """What stands for a graph in the sum; nothing for one that is empty."""
    if not text:
        return 0
    return int.from_bytes(sha256(b"\n".join((str(graph).encode(), *sorted(text.splitlines())))).digest())


def _hash(total: int) -> str:
    return f"sha256:{total % (1 << 256):064x}"


def _size(engine: pyoxigraph.Store) -> int:
    """The number of triples in the default graph, without reading any."""
    (row,) = engine.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")  # type: ignore[misc]
    return int(row[0].value)
