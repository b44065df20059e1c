"""Networks as pages: the surroundings of a thing, the networks of all, what was found, how two are connected."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from samverkan import network as net
from samverkan.errors import NotFound, ParameterError
from samverkan.network import Choices, Comparison, Edge, Measures, Network, Reason
from samverkan.network.keeping import DRAWN, LARGE, MOST, WIDE, Places
from samverkan.queries import resolve
from samverkan.store import Store
from samverkan_web import ties_in_words
from samverkan_web.drawing import LOOKS
from samverkan_web.network_wishes import EVERYTHING, Wish
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site, words
from samverkan_web.statements import Link
from samverkan_web.ties_in_words import Tie

MOST_NODES: Final = MOST[DRAWN]
TIES_ON_A_PAGE: Final = 50
MOST_CHANGES: Final = 20  # ties told that came or went between two dates
MOST_LEADING: Final = 30  # of the most closely tied
STEPS: Final = (1, 2, 3)
_MOST_KEPT: Final = 12  # networks of one state of the graph, so that another look at one is quick


@dataclass(frozen=True, slots=True)
class Leading:
    """A thing that is closely tied: to how many others, and by how many meetings, people or statements together.

    `figures` are those in the drawing; None for what is not in it.
    """

    thing: Link
    kind: str
    others: int
    weight: int
    figures: Measures | None


@dataclass(frozen=True)
class NetworkPage:
    """A network to look at: all that is wanted of it, the part that a picture can show, and in whose middle it is.

    `choices` are what it can be limited to, `compared` how it differs between the two dates of the wish, `places` those
    of the drawing where they are known, and `things` how many there are in all, drawn or not.
    """

    title: str
    summary: str
    middle: Link | None
    steps: int
    network: Network
    drawn: Network
    wish: Wish = EVERYTHING
    choices: Choices | None = None
    compared: Comparison | None = None
    places: Places | None = None
    things: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether it is a part of a larger network."""
        return self.things > len(self.network.nodes)

    @property
    def leading(self) -> tuple[Leading, ...]:
        """The things that are tied most closely, the closest first."""
        weight: Counter[str] = Counter()
        for edge in self.network.edges:
            weight.update({edge.source: edge.weight, edge.target: edge.weight})
        others = self.network.degree()
        nodes = self.network.nodes
        first = sorted(weight, key=lambda iri: (-weight[iri], -others[iri], nodes[iri].label, iri))[:MOST_LEADING]
        return tuple(
            Leading(Link(iri, nodes[iri].label), nodes[iri].kind, others[iri], weight[iri], self.figures.get(iri))
            for iri in first
        )

    @cached_property
    def figures(self) -> Mapping[str, Measures]:
        """The figures of what is in the picture."""
        return net.measure(self.drawn)

    def in_words(self, language: str) -> str:
        """The picture in a paragraph."""
        return net.summary(self.drawn, self.figures, net.years(self.drawn), language)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The kinds of things in the picture, each with its shape."""
        kinds = sorted({node.kind for node in self.drawn.nodes.values()}, key=list(LOOKS).index)
        return tuple((kind, LOOKS[kind][0]) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells in words: some of the ties, and those that came or went between two dates."""

    ties: tuple[Tie, ...]
    paging: Paging
    joined: tuple[Tie, ...] = ()
    left: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Connection:
    """How two things are connected: ways, each a chain of ties; None where nothing was asked."""

    start: str
    end: str
    ways: tuple[tuple[Tie, ...], ...] | None
    error: str | None


def surroundings(site: Site, iri: str, steps: int, wish: Wish = EVERYTHING, *, quotes: bool = False) -> NetworkPage:
    """What is around a thing, one to three steps away; `NotFound` for what is not in the graph.

    With `quotes`, for files, each reason has its passage.
    """
    steps = steps if steps in STEPS else 1
    key = ("around", iri, steps, quotes)
    network = kept(site, key, lambda: net.surroundings(site.store, iri, steps, quotes=quotes))
    node = network.nodes.get(iri)
    if node is None or not node.kind:
        raise NotFound(f"nothing is known of <{iri}>")
    page = NetworkPage(node.label, "", Link(iri, node.label), steps, network, network)
    return _wanted(page, wish, lambda found: _nearest(found, iri))


def whole(site: Site, kind: str, language: str, wish: Wish = EVERYTHING) -> NetworkPage:
    """The most closely tied part of the network of a kind over the whole graph, or of what a wish leaves of it."""
    size = WIDE if wish.narrows else DRAWN
    part = kept(site, (kind, size), lambda: net.part(site.store, kind, size))
    page = _page(kind, language, part.network)
    if not wish.narrows:
        return replace(page, wish=wish, choices=part.choices, places=part.places, things=part.things)
    return replace(_wanted(page, wish, _strongest), choices=part.choices)


def every(site: Site, kind: str, language: str, wish: Wish = EVERYTHING, most: int | None = None) -> NetworkPage:
    """The network of a kind over the whole graph with all its things, or so many, for files and large drawings."""
    if most is not None and not wish.narrows:
        part = kept(site, (kind, LARGE), lambda: net.part(site.store, kind, LARGE))
        return replace(_page(kind, language, part.network), places=part.places)
    network = kept(site, (kind, most), lambda: net.build(site.store, kind, most=most))
    return _wanted(_page(kind, language, network), wish, _strongest)


def _page(kind: str, language: str, network: Network) -> NetworkPage:
    about = net.KINDS[kind]
    return NetworkPage(about.title[language], about.summary[language], None, 0, network, network)


def _strongest(network: Network) -> Network:
    return net.strongest(network, MOST_NODES)


def wished(page: NetworkPage, wish: Wish, things: int) -> NetworkPage:
    """The part of a page that a wish leaves, where there are so many things in all."""
    found = _wanted(page, wish, _strongest) if wish.narrows else replace(page, wish=wish)
    can = replace(net.choices(page.network), counties=())  # a county is chosen where things are looked for
    return replace(found, choices=can, things=max(things, len(page.network.nodes)))


def _wanted(page: NetworkPage, wish: Wish, drawable: Callable[[Network], Network]) -> NetworkPage:
    """A page with what a wish leaves of its network."""
    whole = page.network
    network = net.chosen(whole, wish.choice, page.middle.iri if page.middle else "")
    compared = net.compare(network, wish.first, wish.second) if wish.compares else None
    if compared:
        network = net.of_either(network, compared)
    drawn = drawable(network)
    return replace(page, network=network, drawn=drawn, wish=wish, choices=net.choices(whole), compared=compared)


def told(site: Site, page: NetworkPage, number: int, language: str) -> Told:
    """What a page of the list of ties tells, those of the middle first, then the strongest; and what changed."""

    def tell(some: Sequence[Sequence[Reason]]) -> tuple[Tie, ...]:
        return ties_in_words.tell(site.store, some, page.network, language)

    ordered = _ordered(page.network, page.middle.iri if page.middle else None)
    shown, paging = cut(_ways(ordered), number, TIES_ON_A_PAGE)
    if page.compared is None:
        return Told(tell(shown), paging)
    joined, left = (_ways(edges[:MOST_CHANGES]) for edges in (page.compared.joined, page.compared.left))
    return Told(tell(shown), paging, tell(joined), tell(left))


def _ways(edges: Iterable[Edge]) -> list[Sequence[Reason]]:
    return [way for edge in edges for way in ties_in_words.ways(edge)]


T = TypeVar("T")
_KEPT: WeakKeyDictionary[Store, dict[tuple[object, ...], Any]] = WeakKeyDictionary()


def kept(site: Site, key: tuple[object, ...], make: Callable[[], T]) -> T:
    """A network or a drawing, made once of each state of the graph; each time of a store whose state cannot be told."""
    if site.version is None:
        return make()
    known = _KEPT.setdefault(site.store, {})
    found = known.get(key)
    if found is None:
        found = known[key] = make()
        while len(known) > _MOST_KEPT:
            known.pop(next(iter(known)), None)
    made: T = found
    return made


def connection(site: Site, start: str, end: str, language: str) -> Connection:
    """The shortest ways between two things, named as people write them."""
    if not start.strip() or not end.strip():
        return Connection(start, end, None, None)
    try:
        first, last = (words(resolve(site.store, "entity", text)) for text in (start, end))
    except ParameterError as error:
        return Connection(start, end, None, str(error))
    found = net.path(site.store, first, last)
    ways = []
    for way in found:
        network = Network({node.iri: node for node in way.nodes}, way.steps)
        first_only = [ties_in_words.ways(edge)[0] for edge in way.steps]
        ways.append(ties_in_words.tell(site.store, first_only, network, language))
    return Connection(start, end, tuple(ways), None)


def _nearest(network: Network, middle: str) -> Network:
    """The part of the surroundings that fits a picture: those one step away first, by the weight of their ties."""
    if len(network.nodes) <= MOST_NODES:
        return network
    near: dict[str, int] = {}
    for edge in network.edges:
        if middle in (edge.source, edge.target):
            near[edge.target if edge.source == middle else edge.source] = edge.weight
    strength = network.degree()
    ordered = sorted(
        network.nodes, key=lambda iri: (iri != middle, iri not in near, -near.get(iri, 0), -strength[iri], iri)
    )
    kept = set(ordered[:MOST_NODES])
    return Network(
        {iri: node for iri, node in network.nodes.items() if iri in kept},
        tuple(edge for edge in network.edges if edge.source in kept and edge.target in kept),
    )


def _ordered(network: Network, middle: str | None) -> list[Edge]:
    """The edges, those of the middle first, then by weight."""
    return sorted(network.edges, key=lambda edge: (middle not in (edge.source, edge.target), -edge.weight))
