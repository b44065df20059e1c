"""What a network is: nodes, and edges with their weight and the reasons for them. Plain data, in a settled order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from samverkan.vocabulary import OPENGOV, ORG, RELATIONS, SAMV, STATUSES

# Each kind of tie: its code, and how it reads between the names of its two ends, in Swedish and English.
TIES: Final[Mapping[str, tuple[str, str]]] = {
    "seat": ("sitter i", "sits on"),
    "present": ("var närvarande vid", "was present at"),
    "absent": ("anmäldes frånvarande från", "was reported absent from"),
    "represents": ("företräder", "represents"),
    "met": ("var på samma möte som", "was at the same meeting as"),
    "shares": ("har en person gemensam med", "has a person in common with"),
    "represented": ("är företrädd i", "is represented on"),
    "meeting": ("var ett möte med", "was a meeting of"),
    "assigned": ("fick uppdrag av", "was given something to do by"),
    "remiss": ("sändes på remiss till", "was sent on remiss to"),
    "owned": ("hör till", "belongs to"),
    "mentioned": ("nämns i dokument om", "is mentioned in a document about"),
    "prepares for": ("bereder åt", "prepares for"),
    "part of": ("är del av", "is part of"),
    "replaces": ("ersätter", "replaces"),
    "appoints": ("utser", "appoints"),
    "reports to": ("rapporterar till", "reports to"),
    "party to": ("är part i", "is party to"),
    "responsible for": ("ansvarar för", "is responsible for"),
    "member of": ("är medlem i", "is a member of"),
    "chairs": ("är ordförande för", "chairs"),
}
# The term that a query gives for a tie, with its code.
TIE_OF_TERM: Final[Mapping[str, str]] = {
    ORG.Membership.value: "seat",
    STATUSES["present"].value: "present",
    STATUSES["absent"].value: "absent",
    OPENGOV.onBehalfOf.value: "represents",
    SAMV.Assignment.value: "assigned",
    SAMV.Referral.value: "remiss",
    SAMV.ownedBy.value: "owned",
    SAMV.Mention.value: "mentioned",
    **{term.value: relation for relation, term in RELATIONS.items()},
}


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in a network.

    `kind` is person, body, municipality, region, organisation, collective, meeting or a kind of work.
    """

    iri: str
    label: str = ""
    kind: str = ""
    county: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why two things are tied: `source` stands to `target` by `tie`, a code of `TIES`.

    `fact` is the statement that says so (a meeting, where two people met), `via` the meeting or person through which,
    `document` and `quote` where it stands; `since` and `until` are the days, months or years that it tells of, `until`
    being empty where it lasts. Each is empty where there is none.
    """

    source: str
    tie: str
    target: str
    via: str = ""
    fact: str = ""
    via_label: str = ""
    document: str = ""
    document_label: str = ""
    quote: str = ""
    since: str = ""
    until: str = ""


class Passage(NamedTuple):
    """Where a statement stands, and the time that it tells of."""

    document: str = ""
    document_label: str = ""
    quote: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """All that ties two things; `weight` counts the different meetings, people or statements behind it."""

    source: str
    target: str
    weight: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by IRI and edges between them, both in a settled order; each pair has at most one edge."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]

    def degree(self) -> Mapping[str, int]:
        """How many others each node is tied to."""
        return Counter(end for edge in self.edges for end in (edge.source, edge.target))


def join(reasons: Iterable[Reason], alone: Iterable[str] = ()) -> Network:
    """The network that reasons make, still without names; several between a pair become one edge.

    An edge runs as its first reason does, so that a relation keeps its direction. `alone` are nodes kept without a tie.
    """
    pairs: defaultdict[tuple[str, str], set[Reason]] = defaultdict(set)
    for reason in reasons:
        if reason.source != reason.target:
            first, second = sorted((reason.source, reason.target))
            pairs[first, second].add(reason)
    edges = tuple(edge_of(sorted(pairs[pair])) for pair in sorted(pairs))
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return Network({iri: Node(iri) for iri in sorted(ends.union(alone))}, edges)


def edge_of(reasons: Sequence[Reason]) -> Edge:
    """The edge that reasons in order make: it runs as the first of them does."""
    weight = len({(reason.tie, reason.via or reason.fact) for reason in reasons})
    return Edge(reasons[0].source, reasons[0].target, weight, tuple(reasons))


def strongest(network: Network, most: int | None) -> Network:
    """The part of a network with its heaviest edges, as many as leave at most `most` nodes; all of it for None."""
    if most is None or len(network.nodes) <= most:
        return network
    return only(network, closest(((edge.source, edge.target, edge.weight) for edge in network.edges), most))


def closest(pairs: Iterable[tuple[str, str, int]], most: int) -> set[str]:
    """The ends of the heaviest of some weighted pairs, as many as make at most `most` ends."""
    kept: set[str] = set()
    for ends, _ in sorted(((sorted(pair), weight) for *pair, weight in pairs), key=lambda each: (-each[1], each[0])):
        if len(kept.union(ends)) > most:
            break
        kept.update(ends)
    return kept


def only(network: Network, iris: Iterable[str]) -> Network:
    """The part of a network between some of its nodes."""
    kept = set(iris)
    return Network(
        {iri: node for iri, node in network.nodes.items() if iri in kept},
        tuple(edge for edge in network.edges if edge.source in kept and edge.target in kept),
    )


def named(
    network: Network, nodes: Mapping[str, Node], labels: Mapping[str, str], passages: Mapping[str, Passage]
) -> Network:
    """The network with the names of its nodes, and of each reason the name of what it is through, and its passage."""
    nowhere = Passage()

    def told(each: Reason) -> Reason:
        passage = passages.get(each.fact, nowhere)
        return Reason(each.source, each.tie, each.target, each.via, each.fact, labels.get(each.via, ""), *passage)

    edges = tuple(Edge(edge.source, edge.target, edge.weight, tuple(map(told, edge.reasons))) for edge in network.edges)
    return Network({iri: nodes.get(iri, Node(iri, iri)) for iri in network.nodes}, edges)
