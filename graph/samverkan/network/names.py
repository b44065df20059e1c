"""Names, kinds and passages for a network whose shape is known: asked for in a few large questions, not one a node."""

from collections.abc import Iterable

from samverkan.network.asking import asked, words
from samverkan.network.model import Network, Node, named
from samverkan.network.passages import moments, passages
from samverkan.store import Store


def dressed(store: Store, network: Network) -> Network:
    """The network with names and kinds of its nodes, and document, quote and time of its reasons."""
    reasons = [reason for edge in network.edges for reason in edge.reasons]
    told, of = passages(store, {reason.fact for reason in reasons if reason.fact})
    nodes = things(store, network.nodes)
    via = {reason.via for reason in reasons if reason.via}
    of |= moments(store, via - of.keys() - nodes.keys())
    labels = {iri: nodes[iri].label if iri in nodes else of[iri].name or iri for iri in via}
    return named(network, nodes, labels, told)


def things(store: Store, iris: Iterable[str]) -> dict[str, Node]:
    """The nodes of some things, those that the graph knows the kind of."""
    found = {}
    for row in asked(store, "networks/nodes", "entity", sorted(iris)):
        iri, label, kind, county = map(words, row)
        found[iri] = Node(iri, label or iri, kind, county or None)
    return found
