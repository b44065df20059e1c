"""Places for networks of thousands: each group of things that are closely tied in a disc of its own, the same always.

Forces between all pairs would take minutes. So the groups (Louvain's, as in the figures) are laid out as one network,
and the things of each group as one, with forces; the discs are then pushed apart.
"""

import math
from collections import Counter
from typing import Final

import networkx
import numpy
from numpy.typing import NDArray

from samverkan.network.layout import layout
from samverkan.network.measures import graph_of
from samverkan.network.model import Edge, Network, Node

Points = NDArray[numpy.float64]
_SEED: Final = 7
_ROUNDS: Final = 200
_FORCES: Final = 40  # rounds in a group


def large_layout(network: Network) -> dict[str, tuple[float, float]]:
    """A place for each node, between -1 and 1 on both axes."""
    found = networkx.community.louvain_communities(graph_of(network), weight="weight", seed=_SEED)
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    if len(groups) < 2:
        return layout(network)
    radii = numpy.array([math.sqrt(len(group)) for group in groups])
    centres = _apart(_centres(network, groups) * radii.sum() / 2, radii * 1.15)
    places = {
        iri: (centre[0] + radius * x, centre[1] + radius * y)
        for part, centre, radius in zip(_parts(network, groups), centres, radii, strict=True)
        for iri, (x, y) in layout(part, _FORCES).items()
    }
    widest = max(abs(value) for place in places.values() for value in place) or 1.0
    return {iri: (round(x / widest, 4), round(y / widest, 4)) for iri, (x, y) in places.items()}


def _parts(network: Network, groups: list[list[str]]) -> list[Network]:
    """The groups as networks of their own."""
    number = {iri: place for place, group in enumerate(groups) for iri in group}
    inside: list[list[Edge]] = [[] for _ in groups]
    for edge in network.edges:
        if number[edge.source] == number[edge.target]:
            inside[number[edge.source]].append(edge)
    return [
        Network({iri: network.nodes[iri] for iri in group}, tuple(edges))
        for group, edges in zip(groups, inside, strict=True)
    ]


def _centres(network: Network, groups: list[list[str]]) -> Points:
    """Where the groups lie by the ties between them, as a network of groups."""
    number = {iri: place for place, group in enumerate(groups) for iri in group}
    between: Counter[tuple[int, int]] = Counter()
    for edge in network.edges:
        one, other = sorted((number[edge.source], number[edge.target]))
        if one != other:
            between[one, other] += edge.weight
    names = [f"{place:06}" for place in range(len(groups))]
    edges = tuple(Edge(names[one], names[other], weight, ()) for (one, other), weight in sorted(between.items()))
    found = layout(Network({name: Node(name) for name in names}, edges))
    return numpy.array([found[name] for name in names])


def _apart(centres: Points, radii: Points) -> Points:
    """Centres pushed until the discs around them do not overlap, or nearly."""
    room = radii[:, None] + radii[None, :]
    for _ in range(_ROUNDS):
        away = centres[:, None, :] - centres[None, :, :]
        far = numpy.maximum(numpy.sqrt((away**2).sum(axis=2)), 1e-6)
        lacking = numpy.maximum(room - far, 0)
        numpy.fill_diagonal(lacking, 0)
        if lacking.max() < 0.05:
            break
        centres = centres * 0.998 + (away / far[:, :, None] * lacking[:, :, None]).sum(axis=1) * 0.25
    return centres
