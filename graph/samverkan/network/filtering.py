"""The part of a network that somebody wants to see: a period, counties, kinds of things and of ties, a least weight."""

from collections import Counter
from dataclasses import dataclass, replace

from samverkan.network.model import Network, edge_of, only
from samverkan.network.periods import during


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted of a network; what is empty limits nothing. `since` and `until` are days, months or years."""

    since: str = ""
    until: str = ""
    county: str = ""
    kind: str = ""
    tie: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What a network can be limited to, each with how many things or ties there are of it."""

    counties: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    ties: tuple[tuple[str, int], ...]
    heaviest: int


def chosen(network: Network, choice: Choice, middle: str = "") -> Network:
    """The part of a network that a choice leaves; things without ties fall away, save `middle`.

    Things of a kind stay with those that they are tied to, and so do things of a county.
    """
    found = during(network, choice.since, choice.until)
    if choice.tie:
        kept = ((edge, tuple(each for each in edge.reasons if each.tie == choice.tie)) for edge in found.edges)
        found = replace(
            found,
            edges=tuple(replace(edge_of(told), source=edge.source, target=edge.target) for edge, told in kept if told),
        )
    nodes = network.nodes
    edges = tuple(
        edge
        for edge in found.edges
        if edge.weight >= choice.weight
        and (not choice.county or choice.county in {nodes[end].county for end in (edge.source, edge.target)})
        and (not choice.kind or choice.kind in {nodes[end].kind for end in (edge.source, edge.target)})
    )
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return only(Network(nodes, edges), ends | {middle}) if choice != Choice() else network


def choices(network: Network) -> Choices:
    """What a network can be limited to, in the order of the letters."""
    nodes = network.nodes.values()
    return Choices(
        tuple(sorted(Counter(node.county for node in nodes if node.county).items())),
        tuple(sorted(Counter(node.kind for node in nodes if node.kind).items())),
        tuple(sorted(Counter(tie for edge in network.edges for tie in {each.tie for each in edge.reasons}).items())),
        max((edge.weight for edge in network.edges), default=1),
    )
