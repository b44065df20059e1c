"""The network among things that somebody picked: whatever ties one of them to another, and nothing else."""

from collections.abc import Iterable, Iterator

from samverkan.network.kinds import Involvement, circles, involvements, met_in, pairs_of, shared
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
    found = [*leaving(store, sorted(kinds)), *_met(store, people), *_around(store, bodies, others)]
    return dressed(store, join((each for each in found if {each.source, each.target} <= wanted), alone=kinds))


def _met(store: Store, people: set[str]) -> Iterator[Reason]:
    """Who of some people met whom."""
    pairs = pairs_of(store)
    if pairs:
        yield from (Reason(one, "met", other, via=at, fact=at) for one, other, at in pairs.met_at(people))
    elif len(people) > 1:
        yield from met_in(each for each in involvements(store) if each.person in people)


def _around(store: Store, bodies: set[str], others: set[str]) -> Iterator[Reason]:
    """Which of some bodies share people, and who of some organisations is represented on them."""
    pairs = pairs_of(store)
    sharing = {end for *ends, _ in pairs.sharing() if bodies.issuperset(ends) for end in ends} if pairs else bodies
    asked = bodies if others else sharing
    if asked:
        found: list[Involvement] = involvements(store, *asked)
        yield from shared(circles(found))
        yield from (
            Reason(each.organisation, "represented", each.body, via=each.person, fact=each.fact)
            for each in found
            if each.organisation in others
        )
