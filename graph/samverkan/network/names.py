"""Names, kinds and passages for a network whose shape is known: asked for in a few large questions, not one a node."""

from collections.abc import Iterable

from samverkan.network.asking import asked, words
from samverkan.network.model import Network, Node, Passage, named
from samverkan.network.passages import moments, passages
from samverkan.store import Store


def dressed(store: Store, network: Network, *, quotes: bool = True) -> Network:
    """The network with names and kinds of its nodes, and document, quote and time of its reasons.

    Without `quotes` reasons that tell of a meeting of one day have that day alone.
    """
    reasons = [reason for edge in network.edges for reason in edge.reasons]
    nodes = things(store, network.nodes)
    via = {reason.via for reason in reasons if reason.via}
    of = moments(store, via - nodes.keys())
    days = (
        {} if quotes else {iri: each.start for iri, each in of.items() if each.start and each.end in ("", each.start)}
    )
    dated = {each.fact: Passage(since=days[each.via], until=days[each.via]) for each in reasons if each.via in days}
    told, _ = passages(store, {reason.fact for reason in reasons if reason.fact} - dated.keys())
    labels = {iri: nodes[iri].label if iri in nodes else of[iri].name or iri for iri in via}
    return named(network, nodes, labels, told | dated)


def things(store: Store, iris: Iterable[str]) -> dict[str, Node]:
    """The nodes of some things, those that the graph knows the kind of."""
    found = {}
    for row in asked(store, "networks/nodes", "entity", sorted(iris)):
        iri, label, kind, county = map(words, row)
        found[iri] = Node(iri, label or iri, kind, county or None)
    return found
