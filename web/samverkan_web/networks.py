"""Networks as pages: the surroundings of a thing, the networks of all, how two things are connected."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from flask import Response, make_response, render_template

from samverkan import network as net
from samverkan.errors import NotFound, ParameterError
from samverkan.network import Choices, Comparison, Edge, Measures, Network
from samverkan.queries import resolve
from samverkan.store import Store
from samverkan_web import drawing, large, picture, ties_in_words
from samverkan_web.headers import POLICY
from samverkan_web.network_wishes import EVERYTHING, Wish
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site, words
from samverkan_web.statements import Link
from samverkan_web.ties_in_words import Tie

MOST_NODES: Final = 150  # in a picture that can still be read
MOST_ON_A_PAGE: Final = 500  # of the whole graph; files hold all
PAIRS_ON_A_PAGE: Final = 50
MOST_CHANGES: Final = 20  # ties told that came or went between two dates
MOST_LEADING: Final = 30  # of the most closely tied
STEPS: Final = (1, 2, 3)
DRAWING: Final = "drawing"  # the suffix of the address of a drawing
PICTURE: Final = "svg"  # and of a picture that needs no script
FORMATS: Final = tuple(net.FORMATS)
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

    `choices` are what it can be limited to, and `compared` is how it differs between the two dates of the wish.
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

    @property
    def is_cut(self) -> bool:
        """Whether it may be a part of a larger network."""
        return self.middle is None and len(self.network.nodes) >= MOST_ON_A_PAGE - 1

    def ties(self, page: int, language: str) -> tuple[tuple[Tie, ...], Paging]:
        """The ties that a page of the list tells, those of the middle first, then the strongest."""
        edges, paging = cut(_ordered(self.network, self.middle.iri if self.middle else None), page, PAIRS_ON_A_PAGE)
        return ties_in_words.tell(edges, self.network, language), paging

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

    def changes(self, language: str) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
        """The first ties that came between the two dates and the first that went, in words."""
        if self.compared is None:
            return (), ()
        joined, left = (
            ties_in_words.tell(edges[:MOST_CHANGES], self.network, language)
            for edges in (self.compared.joined, self.compared.left)
        )
        return joined, left

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """The kinds of things in the picture, each with its shape."""
        kinds = sorted({node.kind for node in self.drawn.nodes.values()}, key=list(drawing.LOOKS).index)
        return tuple((kind, drawing.LOOKS[kind][0]) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Connection:
    """How two things are connected: ways, each a chain of ties; None where nothing was asked."""

    start: str
    end: str
    ways: tuple[tuple[Tie, ...], ...] | None
    error: str | None


def surroundings(site: Site, iri: str, steps: int, wish: Wish = EVERYTHING) -> NetworkPage:
    """What is around a thing, one to three steps away; `NotFound` for what is not in the graph."""
    steps = steps if steps in STEPS else 1
    network = kept(site, ("around", iri, steps), lambda: net.surroundings(site.store, iri, steps))
    node = network.nodes.get(iri)
    if node is None or not node.kind:
        raise NotFound(f"nothing is known of <{iri}>")
    page = NetworkPage(node.label, "", Link(iri, node.label), steps, network, network)
    return _wanted(page, wish, lambda found: _nearest(found, iri))


def whole(
    site: Site, kind: str, language: str, most: int | None = MOST_ON_A_PAGE, wish: Wish = EVERYTHING
) -> NetworkPage:
    """The network of a kind over the whole graph, or its most closely tied part of at most so many things."""
    network = kept(site, (kind, most), lambda: net.build(site.store, kind, most=most))
    about = net.KINDS[kind]
    page = NetworkPage(about.title[language], about.summary[language], None, 0, network, network)
    return _wanted(page, wish, lambda found: net.strongest(found, MOST_NODES))


def _wanted(page: NetworkPage, wish: Wish, drawable: Callable[[Network], Network]) -> NetworkPage:
    """A page with what a wish leaves of its network."""
    whole = page.network
    network = net.chosen(whole, wish.choice, page.middle.iri if page.middle else "")
    compared = net.compare(network, wish.first, wish.second) if wish.compares else None
    if compared:
        network = net.of_either(network, compared)
    drawn = drawable(network)
    return replace(page, network=network, drawn=drawn, wish=wish, choices=net.choices(whole), compared=compared)


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
        ways.append(ties_in_words.tell(way.steps, network, language, first_only=True))
    return Connection(start, end, tuple(ways), None)


def split(name: str) -> tuple[str, str]:
    """A name and what its suffix asks for: the drawing, or a file of a format; "" for the page.

    >>> split("person/12/maja_holm.gexf"), split("people")
    (('person/12/maja_holm', 'gexf'), ('people', ''))
    """
    stem, _, suffix = name.rpartition(".")
    return (stem, suffix) if stem and (suffix in (DRAWING, PICTURE, large.LARGE, *net.FORMATS)) else (name, "")


def most_for(name: str) -> int | None:
    """The most things of the network at an address: all in a file, some thousands in a large drawing."""
    form = split(name)[1]
    return None if form in FORMATS else large.MOST if form == large.LARGE else MOST_ON_A_PAGE


def alone(site: Site, page: NetworkPage, form: str, language: str, address: Callable[[str], str | None]) -> Response:
    """What the suffix of an address asks for: the drawing, small or large, the picture, or a file for other tools."""
    if form == DRAWING:
        return frame(page, language, address)
    if form == large.LARGE:
        key = (large.LARGE, page.title, page.steps, language, page.wish)
        drawn = kept(site, key, lambda: large.draw(page.network, address))
        return make_response(render_template("large.html", title=page.title, drawing=drawn))
    return image(page) if form == PICTURE else file(page, form)


def frame(page: NetworkPage, language: str, address: Callable[[str], str | None], whole: str | None = None) -> Response:
    """The drawing alone, for the frame in the page, or for a page of others with the address of the `whole` here."""
    pages = {iri: address(iri) for iri in page.drawn.nodes}
    middle = page.middle.iri if page.middle else None
    drawn = drawing.draw(page.drawn, middle, pages, language, compared=page.compared)
    return make_response(render_template("drawing.html", page=page, drawing=drawn, whole=whole))


def embedded(page: NetworkPage, language: str, address: Callable[[str], str | None], whole: str) -> Response:
    """The drawing alone, which any page may have in a frame."""
    response = frame(page, language, address, whole)
    response.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
    response.headers["X-Frame-Options"] = "ALLOWALL"  # no value of the header allows all; the policy goes before it
    return response


def image(page: NetworkPage) -> Response:
    """The drawing as a picture that needs no script."""
    drawn = picture.svg(page.drawn, page.title, page.compared)
    return Response(drawn, content_type="image/svg+xml; charset=utf-8")


def file(page: NetworkPage, form: str) -> Response:
    """The network as a file for other tools."""
    response = Response(net.write(page.network, form), content_type=net.FORMATS[form][0])
    response.headers["Content-Disposition"] = f'attachment; filename="samverkan.{form}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


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
