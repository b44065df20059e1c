"""What is around a thing, and how two things are connected, with the statement for each step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, Final

import networkx

from samverkan.network.model import TIE_OF_TERM, Edge, Network, Node, Reason, join, only
from samverkan.network.names import dressed, rows, words
from samverkan.store import Store, Term

# Ties that say little: taken for a path only where there is no other.
WEAK: Final = frozenset({"mentioned"})
_MOST_STEPS: Final = 8
_MOST_NODES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one thing to another: the things on it, and between each two of them the edge with its reasons."""

    nodes: tuple[Node, ...]
    steps: tuple[Edge, ...]


def surroundings(store: Store, entity: str, steps: int = 1, *, mentions: bool = False) -> Network:
    """What is tied to `entity` in one to three steps, and the ties between all of it; meetings stand for their body.

    `mentions` adds what documents about a body merely mention.
    """
    if not 1 <= steps <= 3:
        raise ValueError(f"{steps} steps; surroundings reach one to three")
    weak = frozenset[str]() if mentions else WEAK
    reasons: set[Reason] = set()
    reached, outermost = {entity}, [entity]
    for _ in range(steps):
        found = {reason for reason in _ties(store, outermost, meetings=False) if reason.tie not in weak}
        reasons |= found
        outermost = sorted({end for each in found for end in (each.source, each.target)} - reached)
        reached.update(outermost)
    last = _read(rows(store, "networks/leaving", "entity", sorted(reached)), meetings=False)
    reasons.update(reason for reason in last if reason.tie not in weak)
    return dressed(store, only(join(reasons, alone=[entity]), reached))


def path(store: Store, start: str, end: str, most: int = 3) -> list[Path]:
    """At most `most` of the shortest ways from `start` to `end`, those by stronger ties first.

    There are none where the two are not connected.
    Two people who were at one meeting are connected through that meeting, others through a body or an organisation.
    """
    for weak in (WEAK, frozenset[str]()):
        gathered = _gathered(store, start, end, weak)
        if gathered is not None:
            return _ways(store, gathered, start, end, most)
    return []


def _gathered(store: Store, start: str, end: str, weak: frozenset[str]) -> Network | None:
    """All ties within reach from both ends, as far as it takes for the two to meet; None where they do not."""
    reasons: set[Reason] = set()
    reached = ({start}, {end})
    outermost = ([start], [end])
    for step in range(_MOST_STEPS):
        side = step % 2 if outermost[step % 2] else 1 - step % 2
        found = {each for each in _ties(store, outermost[side], meetings=True) if each.tie not in weak}
        reasons |= found
        fresh = sorted({iri for each in found for iri in (each.source, each.target)} - reached[side])
        outermost[side][:] = fresh
        reached[side].update(fresh)
        if reached[0] & reached[1]:
            return join(reasons)
        if not (outermost[0] or outermost[1]) or len(reached[0]) + len(reached[1]) > _MOST_NODES:
            return None
    return None


def _ways(store: Store, network: Network, start: str, end: str, most: int) -> list[Path]:
    graph: Any = networkx.Graph()
    graph.add_edges_from((edge.source, edge.target) for edge in network.edges)
    try:
        ways = list(islice(networkx.all_shortest_paths(graph, start, end), 200))
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        return []
    edges = {frozenset((edge.source, edge.target)): edge for edge in network.edges}
    ways.sort(key=lambda way: (-sum(edge.weight for edge in _steps(way, edges)), way))
    chosen = ways[:most]
    kept = dressed(store, only(network, {iri for way in chosen for iri in way}))
    edges = {frozenset((edge.source, edge.target)): edge for edge in kept.edges}
    return [Path(tuple(kept.nodes[iri] for iri in way), tuple(_steps(way, edges))) for way in chosen]


def _steps(way: Sequence[str], edges: dict[frozenset[str], Edge]) -> Iterator[Edge]:
    for one, other in pairwise(way):
        yield edges[frozenset((one, other))]


def _ties(store: Store, iris: Iterable[str], *, meetings: bool) -> Iterator[Reason]:
    """The ties of some things. With `meetings`, presence ties a person to a meeting and the meeting to its body."""
    ends = list(iris)
    for query in ("networks/leaving", "networks/arriving"):
        yield from _read(rows(store, query, "entity", ends), meetings=meetings)


def _read(found: Iterable[Sequence[Term | None]], *, meetings: bool) -> Iterator[Reason]:
    for row in found:
        source, target, term, meeting, fact = map(words, row)
        tie = TIE_OF_TERM.get(term)
        if tie is None:
            continue
        if meeting and (meetings or not target):
            yield Reason(source, tie, meeting, via=meeting, fact=fact)
            if target:
                yield Reason(meeting, "meeting", target, fact=meeting)
        elif target:
            yield Reason(source, tie, target, via=meeting, fact=fact)
