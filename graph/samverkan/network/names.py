"""Names, kinds and passages for a network whose shape is known: asked for in a few large questions, not one a node."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode

from samverkan import queries
from samverkan.network.model import Network, Node, Passage, named
from samverkan.store import Store, Term

_AT_ONCE = 400  # terms in one question


def dressed(store: Store, network: Network) -> Network:
    """The network with names and kinds of its nodes, and document, quote and time of its reasons."""
    reasons = [reason for edge in network.edges for reason in edge.reasons]
    wanted = {*network.nodes, *(reason.via for reason in reasons if reason.via)}
    nodes = {
        words(iri): Node(words(iri), words(label) or words(iri), words(kind), words(county) or None)
        for iri, label, kind, county in rows(store, "networks/nodes", "entity", sorted(wanted))
    }
    facts = sorted({reason.fact for reason in reasons if reason.fact})
    passages = {
        words(fact): Passage(*map(words, told)) for fact, *told in rows(store, "networks/passages", "fact", facts)
    }
    return named(network, nodes, passages)


def rows(store: Store, name: str, parameter: str, iris: Iterable[str]) -> Iterator[Sequence[Term | None]]:
    """The rows of a query about many things, some hundreds of them at a time."""
    asked = queries.query(name)
    remaining = iter(iris)
    while batch := [NamedNode(iri) for iri in islice(remaining, _AT_ONCE)]:
        yield from store.select(asked.bind({parameter: batch})).rows


def words(term: Term | None) -> str:
    """The IRI or the text of a term, empty where there is none."""
    return term.value if isinstance(term, NamedNode | Literal) else ""
