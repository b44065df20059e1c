"""What is around a thing, and how two things are connected, with the statement for each step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, Final

import networkx

from samverkan.network.asking import asked, words
from samverkan.network.model import TIE_OF_TERM, Edge, Network, Node, Reason, join, only
from samverkan.network.names import dressed
from samverkan.store import Store, Term

_LEAVING, _ARRIVING, _MENTIONED = "networks/leaving", "networks/arriving", "networks/mentioned"
_BOTH_WAYS: Final = (_LEAVING, _ARRIVING)
_MENTIONS_TOO: Final = (*_BOTH_WAYS, _MENTIONED)  # mentions say little: a path goes by them where there is no other
MOST_AROUND: Final = 1_000  # things that surroundings hold; of a step with more, those most often tied
_MOST_STEPS: Final = 8
_MOST_NODES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one thing to another: the things on it, and between each two of them the edge with its reasons."""

    nodes: tuple[Node, ...]
    steps: tuple[Edge, ...]


def surroundings(store: Store, entity: str, steps: int = 1, *, mentions: bool = False, quotes: bool = True) -> Network:
    """What is tied to `entity` in one to three steps, and the ties between all of it; meetings stand for their body.

    `mentions` adds what documents about a body merely mention; without `quotes` reasons that tell of a meeting have its
    day and no passage, which takes a fifth of the time.
    """
    if not 1 <= steps <= 3:
        raise ValueError(f"{steps} steps; surroundings reach one to three")
    extra = (_MENTIONED,) if mentions else ()
    reasons: set[Reason] = set()
    reached, outermost = {entity}, [entity]
    for _ in range(steps):
        found = set(_ties(store, (*_BOTH_WAYS, *extra), outermost, meetings=False))
        reasons |= found
        outermost = _nearest(found, reached, MOST_AROUND - len(reached))
        reached.update(outermost)
    reasons.update(_ties(store, (_LEAVING, *extra), outermost, meetings=False))
    between = (each for each in reasons if each.source in reached and each.target in reached)
    return dressed(store, join(between, alone=[entity]), quotes=quotes)


def _nearest(found: Iterable[Reason], reached: set[str], most: int) -> list[str]:
    """The things that some ties lead to beyond those reached, in the order of their IRIs; those tied most often."""
    often = Counter(end for each in found for end in (each.source, each.target) if end not in reached)
    return sorted(sorted(often, key=lambda iri: (-often[iri], iri))[:most])


def path(store: Store, start: str, end: str, most: int = 3) -> list[Path]:
    """At most `most` of the shortest ways from `start` to `end`, those by stronger ties first.

    There are none where the two are not connected.
    Two people who were at one meeting are connected through that meeting, others through a body or an organisation.
    """
    for asked_for in (_BOTH_WAYS, _MENTIONS_TOO):
        gathered = _gathered(store, start, end, asked_for)
        if gathered is not None:
            return _ways(store, gathered, start, end, most)
    return []


def _gathered(store: Store, start: str, end: str, asked_for: Sequence[str]) -> Network | None:
    """All ties within reach from both ends, as far as it takes for the two to meet; None where they do not."""
    reasons: set[Reason] = set()
    reached = ({start}, {end})
    outermost = ([start], [end])
    for step in range(_MOST_STEPS):
        side = step % 2 if outermost[step % 2] else 1 - step % 2
        found = set(_ties(store, asked_for, outermost[side], meetings=True))
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


def _ties(store: Store, asked_for: Iterable[str], iris: Sequence[str], *, meetings: bool) -> Iterator[Reason]:
    """The ties of some things. With `meetings`, presence ties a person to a meeting and the meeting to its body."""
    for query in asked_for:
        yield from _read(asked(store, query, "entity", iris), meetings=meetings)


def leaving(store: Store, iris: Sequence[str]) -> Iterator[Reason]:
    """The ties that begin at some things; meetings stand for their body."""
    return _ties(store, (_LEAVING,), iris, meetings=False)


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
