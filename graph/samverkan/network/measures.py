"""Figures of a network by networkx, the same at each call, and what they mean in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import networkx

from samverkan.network.model import Network

_SEED: Final = 7
_EXACT: Final = 600  # nodes; beyond, betweenness is estimated from that many of them, or from fewer where
_MOST_STEPS: Final = 4_000_000  # along ties would be more than this


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one node; `MEASURES` says what they mean. Groups and parts count from 1, the largest first."""

    degree: int
    strength: int
    betweenness: float
    counties: int
    community: int
    component: int


# Each figure with its name and an explanation, in Swedish and English.
MEASURES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "degree": {
        "sv": ("Grannar", "Hur många andra den är direkt knuten till."),
        "en": ("Neighbours", "How many others it is directly tied to."),
    },
    "strength": {
        "sv": ("Styrka", "Summan av sambandens tyngd: alla möten, personer eller uppgifter bakom dem."),
        "en": ("Strength", "The sum of the weights of its ties: all meetings, people or statements behind them."),
    },
    "betweenness": {
        "sv": (
            "Mellanställning",
            "Hur ofta den ligger på den kortaste vägen mellan två andra, från 0 (aldrig) till 1 (alltid): "
            "ett tecken på en förmedlare.",
        ),
        "en": (
            "Betweenness",
            "How often it lies on the shortest way between two others, from 0 (never) to 1 (always): "
            "a sign of a broker.",
        ),
    },
    "counties": {
        "sv": (
            "Län",
            "Hur många olika län den själv och dess grannar hör till; den med flera förmedlar mellan regioner.",
        ),
        "en": (
            "Counties",
            "How many counties it and its neighbours belong to; one with several is a broker between regions.",
        ),
    },
    "community": {
        "sv": ("Grupp", "De som är tätare knutna till varandra än till andra har samma gruppnummer (Louvains metod)."),
        "en": ("Group", "Those tied more closely to each other than to the rest share a number (the Louvain method)."),
    },
    "component": {
        "sv": ("Del", "De som alls kan nås från varandra har samma nummer; del 1 är den största."),
        "en": ("Part", "Those that can be reached from each other at all share a number; part 1 is the largest."),
    },
}  # fmt: skip


def measure(network: Network) -> dict[str, Measures]:
    """The figures of each node."""
    graph = graph_of(network)
    begun = max(1, min(_EXACT, _MOST_STEPS // max(1, graph.size())))
    between = networkx.betweenness_centrality(graph, k=begun if len(graph) > begun else None, seed=_SEED)
    communities = _numbered(networkx.community.louvain_communities(graph, weight="weight", seed=_SEED))
    components = _numbered(networkx.connected_components(graph))
    return {
        iri: Measures(
            degree=graph.degree(iri),
            strength=graph.degree(iri, weight="weight"),
            betweenness=round(between[iri], 4),
            counties=len({network.nodes[each].county for each in (iri, *graph.neighbors(iri))} - {None}),
            community=communities[iri],
            component=components[iri],
        )
        for iri in network.nodes
    }


def graph_of(network: Network) -> Any:
    """The network as an undirected graph of networkx, with weights and nothing else."""
    graph = networkx.Graph()
    graph.add_nodes_from(network.nodes)
    graph.add_weighted_edges_from((edge.source, edge.target, edge.weight) for edge in network.edges)
    return graph


def _numbered(groups: Any) -> dict[str, int]:
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return {iri: number for number, group in enumerate(ordered, 1) for iri in group}
