"""Networks as pages: the surroundings of a thing, the networks of all, how two things are connected."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from flask import Response, make_response, render_template

from samverkan import network as net
from samverkan.errors import NotFound, ParameterError
from samverkan.network import Edge, Network, Reason
from samverkan.queries import resolve
from samverkan_web import drawing
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site, words
from samverkan_web.statements import Link, Source

MOST_NODES: Final = 150  # in a picture that can still be read
MOST_ON_A_PAGE: Final = 500  # of the whole graph; files hold all
PAIRS_ON_A_PAGE: Final = 50
MOST_LEADING: Final = 30  # of the most closely tied
STEPS: Final = (1, 2)
DRAWING: Final = "drawing"  # the suffix of the address of a drawing
FORMATS: Final = tuple(net.FORMATS)
_MOST_NAMED: Final = 4  # of the people or meetings through which two things are tied


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie in words: one thing, how, the other; through whom or what; and where it is said."""

    source: Link
    how: str
    target: Link
    via: tuple[Link, ...]
    more: int
    quote: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """A thing that is closely tied: to how many others, and by how many meetings, people or statements together."""

    thing: Link
    kind: str
    others: int
    weight: int


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """A network to look at: all of it, the part that a picture can show, and in whose middle it is."""

    title: str
    summary: str
    middle: Link | None
    steps: int
    network: Network
    drawn: Network

    @property
    def is_cut(self) -> bool:
        """Whether it may be a part of a larger network."""
        return self.middle is None and len(self.network.nodes) >= MOST_ON_A_PAGE - 1

    def ties(self, page: int, language: str) -> tuple[tuple[Tie, ...], Paging]:
        """The ties that a page of the list tells, those of the middle first, then the strongest."""
        edges, paging = cut(_ordered(self.network, self.middle.iri if self.middle else None), page, PAIRS_ON_A_PAGE)
        return _ties(edges, self.network, language), paging

    @property
    def leading(self) -> tuple[Leading, ...]:
        """The things that are tied most closely, the closest first."""
        weight: Counter[str] = Counter()
        for edge in self.network.edges:
            weight.update({edge.source: edge.weight, edge.target: edge.weight})
        others = self.network.degree()
        nodes = self.network.nodes
        first = sorted(weight, key=lambda iri: (-weight[iri], -others[iri], nodes[iri].label, iri))[:MOST_LEADING]
        return tuple(Leading(Link(iri, nodes[iri].label), nodes[iri].kind, others[iri], weight[iri]) for iri in first)

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


def surroundings(site: Site, iri: str, steps: int) -> NetworkPage:
    """What is around a thing, one or two steps away; `NotFound` for what is not in the graph."""
    steps = steps if steps in STEPS else 1
    network = net.surroundings(site.store, iri, steps)
    node = network.nodes.get(iri)
    if node is None or not node.kind:
        raise NotFound(f"nothing is known of <{iri}>")
    return NetworkPage(node.label, "", Link(iri, node.label), steps, network, _nearest(network, iri))


def whole(site: Site, kind: str, language: str, most: int | None = MOST_ON_A_PAGE) -> NetworkPage:
    """The network of a kind over the whole graph, or its most closely tied part of at most so many things."""
    network = net.build(site.store, kind, most=most)
    about = net.KINDS[kind]
    strongest = net.strongest(network, MOST_NODES)
    return NetworkPage(about.title[language], about.summary[language], None, 0, network, strongest)


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
        ways.append(_ties(way.steps, network, language, first_only=True))
    return Connection(start, end, tuple(ways), None)


def split(name: str) -> tuple[str, str]:
    """A name and what its suffix asks for: the drawing, or a file of a format; "" for the page.

    >>> split("person/12/maja_holm.gexf"), split("people")
    (('person/12/maja_holm', 'gexf'), ('people', ''))
    """
    stem, _, suffix = name.rpartition(".")
    return (stem, suffix) if stem and (suffix == DRAWING or suffix in net.FORMATS) else (name, "")


def frame(page: NetworkPage, language: str, address: Callable[[str], str | None]) -> Response:
    """The drawing alone, for the frame in the page."""
    pages = {iri: address(iri) for iri in page.drawn.nodes}
    drawn = drawing.draw(page.drawn, page.middle.iri if page.middle else None, pages, language)
    return make_response(render_template("drawing.html", page=page, drawing=drawn))


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


def _ties(edges: Iterable[Edge], network: Network, language: str, *, first_only: bool = False) -> tuple[Tie, ...]:
    """Each edge in words, one tie for each way in which its two ends are tied."""
    found = []
    for edge in edges:
        groups: dict[tuple[str, str, str], list[Reason]] = {}
        for reason in edge.reasons:
            groups.setdefault((reason.source, reason.tie, reason.target), []).append(reason)
        ties = [_tie(network, reasons, language) for reasons in groups.values()]
        found += ties[:1] if first_only else ties
    return tuple(found)


def _tie(network: Network, reasons: list[Reason], language: str) -> Tie:
    first = reasons[0]
    via = {
        each.via: Link(each.via, each.via_label or each.via)
        for each in reasons
        if (each.via and each.via != each.fact) or each.via_label
    }
    named = tuple(via.values())[:_MOST_NAMED]
    return Tie(
        Link(first.source, network.nodes[first.source].label),
        net.TIES[first.tie][0 if language == "sv" else 1],
        Link(first.target, network.nodes[first.target].label),
        named,
        len(via) - len(named),
        next((each.quote for each in reasons if each.quote), None),
        tuple({each.fact: _source(each) for each in reasons if each.document}.values()),
    )


def _source(reason: Reason) -> Source:
    document = Link(reason.document, reason.document_label or reason.document)
    return Source(document, None, None, reason.quote or None, None, None, None, None, reason.fact)
