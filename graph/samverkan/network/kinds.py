"""The kinds of network over the whole graph: people, bodies, representation."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeAlias

from pyoxigraph import NamedNode

from samverkan import queries
from samverkan.errors import NotFound
from samverkan.network.asking import words
from samverkan.network.model import (
    TIE_OF_TERM,
    Edge,
    Network,
    Node,
    Reason,
    closest,
    join,
    only,
    strongest,
)
from samverkan.network.names import dressed, things
from samverkan.store import Store
from samverkan.store.index import TextIndex
from samverkan.store.snapshot import SnapshotStore

Weighed: TypeAlias = tuple[str, str, int]
"""Two things that are tied, by their IRIs, and how strongly."""


@dataclass(frozen=True, slots=True)
class Involvement:
    """One person's seat, presence or absence, with the days where they are limited."""

    person: str
    body: str
    meeting: str
    tie: str
    organisation: str
    fact: str
    days: frozenset[str]


def people(store: Store, body: str | None = None, most: int | None = None) -> Network:
    """People who were present at the same meetings, on a day in common; the weight counts meetings.

    With `body`, only its meetings; with `most`, the part with the heaviest ties that has so many people.
    """
    pairs = pairs_of(store) if body is None else None
    if pairs:
        kept = None if most is None else closest(pairs.met(), most)
        met = (Reason(one, "met", other, via=meeting, fact=meeting) for one, other, meeting in pairs.met_at(kept))
        return dressed(store, strongest(join(met), most))
    return dressed(store, strongest(join(met_in(involvements(store, *([body] if body else [])))), most))


def met_in(found: Iterable[Involvement]) -> Iterator[Reason]:
    """The pairs of people who were present at the same meetings, on a day in common."""
    meetings: defaultdict[str, list[Involvement]] = defaultdict(list)
    for each in found:
        if each.tie == "present":
            meetings[each.meeting].append(each)
    for meeting, present in meetings.items():
        for one, other in combinations(present, 2):
            if not one.days or not other.days or one.days & other.days:
                first, second = sorted((one.person, other.person))
                yield Reason(first, "met", second, via=meeting, fact=meeting)


def bodies(store: Store, body: str | None = None, most: int | None = None) -> Network:
    """Bodies that share people, seated or called to meetings, or of which one prepares for the other.

    With `body`, only the ties of that body.
    """
    prepares = list(_prepares(store))
    pairs = pairs_of(store) if body is None and most is not None else None
    if pairs and most is not None:
        kept = closest(weighed_bodies(store), most)
        return dressed(store, strongest(only(join([*sharing(pairs, kept), *prepares]), kept), most))
    found = [*shared(circles(involvements(store))), *prepares]
    return dressed(store, strongest(join(each for each in found if body in (None, each.source, each.target)), most))


def sharing(pairs: TextIndex, among: Iterable[str]) -> Iterator[Reason]:
    """The pairs of some bodies that have a person in common, as a snapshot keeps them."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for person, body, fact in pairs.circles(among):
        found[person][body] = fact
    return shared(found)


def circles(found: Iterable[Involvement]) -> Mapping[str, Mapping[str, str]]:
    """The bodies of each person, each with the first statement that says so."""
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for each in sorted(found, key=lambda each: (each.person, each.body, each.meeting, each.fact)):
        if each.body:
            told[each.person].setdefault(each.body, each.fact)
    return told


def shared(circles: Mapping[str, Mapping[str, str]]) -> Iterator[Reason]:
    """The pairs of bodies that have a person in common, with a statement on either side."""
    for person, circle in circles.items():
        for one, other in combinations(sorted(circle), 2):
            yield Reason(one, "shares", other, via=person, fact=circle[one])
            yield Reason(one, "shares", other, via=person, fact=circle[other])


def _prepares(store: Store) -> Iterator[Reason]:
    rows = queries.run(store, "who-prepares-for-whom")
    place = {variable: number for number, variable in enumerate(rows.variables)}
    for row in rows.rows:
        body, other, fact = (words(row[place[name]]) for name in ("body", "other", "fact"))
        yield Reason(body, "prepares for", other, fact=fact)


def representation(store: Store, body: str | None = None, most: int | None = None) -> Network:
    """Organisations and the bodies where somebody sits or was called for them; the weight counts people."""
    kept = None if body or most is None else closest(weighed_representation(store), most)
    found = involvements(store, *([body] if body else kept or ())) if kept is None or kept else ()
    reasons = (
        Reason(each.organisation, "represented", each.body, via=each.person, fact=each.fact)
        for each in found
        if each.organisation and each.body and (kept is None or {each.organisation, each.body} <= kept)
    )
    return dressed(store, strongest(join(reasons), most))


def weighed_people(store: Store) -> list[Weighed]:
    """The pairs of people who have met, with the number of meetings."""
    pairs = pairs_of(store)
    return pairs.met() if pairs else _edges(people(store))


def weighed_bodies(store: Store) -> list[Weighed]:
    """The pairs of bodies that are tied, with the number of people shared and of statements on who prepares."""
    pairs = pairs_of(store)
    if not pairs:
        return _edges(bodies(store))
    ties = Counter({(one, other): people for one, other, people in pairs.sharing()})
    ties.update((min(ends), max(ends)) for ends in ((each.source, each.target) for each in set(_prepares(store))))
    return [(*ends, weight) for ends, weight in ties.items() if ends[0] != ends[1]]


def weighed_representation(store: Store) -> list[Weighed]:
    """The pairs of an organisation and a body where it is represented, with the number of people."""
    found = store.select(queries.query("networks/represented").text).rows
    named = (tuple(map(words, row)) for row in found)
    return sorted((one, other, int(weight)) for one, other, weight in named if one != other)


def _edges(network: Network) -> list[Weighed]:
    return [(edge.source, edge.target, edge.weight) for edge in network.edges]


def pairs_of(store: Store) -> TextIndex | None:
    """The pairs that a snapshot keeps; None of another store."""
    return store.index if isinstance(store, SnapshotStore) else None


def involvements(store: Store, *bodies: str) -> list[Involvement]:
    """All seats, presences and absences, or those of some bodies, in a settled order."""
    asked = queries.query("networks/involvements")
    days: defaultdict[tuple[str, str, str, str, str, str], set[str]] = defaultdict(set)
    for row in store.select(asked.bind({"body": [*map(NamedNode, sorted(bodies))]} if bodies else {})).rows:
        person, group, meeting, tie, day, organisation, fact = map(words, row)
        days[person, group, meeting, TIE_OF_TERM[tie], organisation, fact] |= {day} - {""}
    return [Involvement(*key, frozenset(days[key])) for key in sorted(days)]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of network: its title and what it shows, in Swedish (`sv`) and English (`en`), and its makers."""

    name: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    make: Callable[[Store, str | None, int | None], Network]
    weigh: Callable[[Store], list[Weighed]]


KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind(
            "people",
            {"sv": "Personer som möts", "en": "People who meet"},
            {
                "sv": "Personer som varit närvarande vid samma möten; ju fler möten, desto starkare samband.",
                "en": "People who were present at the same meetings; the more meetings, the heavier the tie.",
            },
            people,
            weighed_people,
        ),
        Kind(
            "bodies",
            {"sv": "Organ som hänger ihop", "en": "Bodies that are connected"},
            {
                "sv": "Organ som har personer gemensamt eller där det ena bereder åt det andra.",
                "en": "Bodies that have people in common, or of which one prepares for the other.",
            },
            bodies,
            weighed_bodies,
        ),
        Kind(
            "representation",
            {"sv": "Vem som är företrädd var", "en": "Who is represented where"},
            {
                "sv": "Kommuner, regioner och andra, och de organ där någon sitter eller deltagit för dem.",
                "en": "Municipalities, regions and others, and the bodies where somebody sits or took part for them.",
            },
            representation,
            weighed_representation,
        ),
    )
}


def build(store: Store, kind: str, body: str | None = None, most: int | None = None) -> Network:
    """The network of a kind, a name of `KINDS`, of the whole graph or around one body (an IRI).

    `most` is the greatest number of nodes; the heaviest ties stay.
    """
    return kind_of(kind).make(store, body, most)


def kind_of(name: str) -> Kind:
    """The kind of network of a name; `NotFound` where there is none."""
    if name not in KINDS:
        raise NotFound(f"no kind of network is called {name!r}; there are {', '.join(KINDS)}")
    return KINDS[name]


def outline(store: Store, kind: str, most: int) -> Network:
    """The network of a kind with at most so many nodes, and without reasons: to be drawn, not told."""
    pairs = [(min(ends), max(ends), weight) for *ends, weight in kind_of(kind).weigh(store)]
    kept = closest(pairs, most)
    edges = (Edge(one, other, weight, ()) for one, other, weight in sorted(pairs) if one in kept and other in kept)
    nodes = things(store, kept)
    return Network({iri: nodes.get(iri, Node(iri, iri)) for iri in sorted(kept)}, tuple(edges))
