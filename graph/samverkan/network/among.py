"""The network among things that somebody picked: whatever ties one of them to another, and nothing else."""

from collections.abc import Iterable, Iterator

from samverkan.network.kinds import circles, involvements, met_in, pairs_of, shared, sharing
from samverkan.network.model import Network, Reason, join
from samverkan.network.names import dressed, things
from samverkan.network.paths import leaving
from samverkan.store import Store


def among(store: Store, iris: Iterable[str]) -> Network:
    """The ties between some things, each of which is part of the network whether or not it has one.

    People are tied by meetings where both were present, bodies by people they share, organisations to the bodies where
    they are represented, and all by what documents say of two of them.
    """
    wanted = set(iris)
    kinds = {iri: node.kind for iri, node in things(store, wanted).items()}
    people = {iri for iri, kind in kinds.items() if kind == "person"}
    bodies = {iri for iri, kind in kinds.items() if kind == "body"}
    others = kinds.keys() - people - bodies
    ties = leaving(store, sorted(kinds)) if kinds.keys() - people else ()  # people are not tied to each other
    found = [*ties, *_met(store, people), *_sharing(store, bodies), *_represented(store, others, bodies)]
    return dressed(store, join((each for each in found if {each.source, each.target} <= wanted), alone=kinds))


def _met(store: Store, people: set[str]) -> Iterator[Reason]:
    """Who of some people met whom."""
    pairs = pairs_of(store)
    if pairs:
        yield from (Reason(one, "met", other, via=at, fact=at) for one, other, at in pairs.met_at(people))
    elif len(people) > 1:
        yield from met_in(each for each in involvements(store) if each.person in people)


def _sharing(store: Store, bodies: set[str]) -> Iterator[Reason]:
    """Which of some bodies share people."""
    pairs = pairs_of(store)
    if pairs:
        yield from sharing(pairs, bodies)
    elif len(bodies) > 1:
        yield from shared(circles(involvements(store, *bodies)))


def _represented(store: Store, organisations: set[str], bodies: set[str]) -> Iterator[Reason]:
    """Which of some organisations are represented on which of some bodies."""
    if organisations and bodies:
        yield from (
            Reason(each.organisation, "represented", each.body, via=each.person, fact=each.fact)
            for each in involvements(store, *bodies)
            if each.organisation in organisations
        )
