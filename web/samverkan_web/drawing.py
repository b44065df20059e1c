"""A network as a drawing: places for its nodes, and what the script in the frame needs. Nothing else speaks to pyvis.

pyvis keeps nodes, edges and options in the form that vis-network reads; its page, which points to servers of others, is not used.
The places are settled here, the same for the same network, so that a drawing opens at rest.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx
from pyvis.network import Network

# Form and colour (a name in drawing.css) by kind of thing; forms tell kinds apart without colour too.
LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "body": ("square", "body"),
    "person": ("dot", "person"),
    "municipality": ("triangle", "municipality"),
    "region": ("diamond", "region"),
    "organisation": ("hexagon", "organisation"),
    "collective": ("triangleDown", "collective"),
    **dict.fromkeys(("strategy", "agreement", "plan", "project", "law"), ("star", "work")),
}
_OTHER: Final = ("dot", "organisation")
_LONGEST_LABEL: Final = 24  # letters in a line
_SPREAD: Final = 130.0  # distance of neighbours, in the drawing's units, before the network's size is counted in


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the drawing; `page` is where a double click leads, `distance` its steps from the middle."""

    iri: str
    label: str
    kind: str
    distance: int
    page: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two things, as thick as its `weight`, with words for whoever points at it."""

    source: str
    target: str
    weight: int
    words: str


def draw(nodes: Sequence[Node], lines: Iterable[Line]) -> dict[str, Any]:
    """Nodes, edges and options as vis-network reads them, with places for the nodes."""
    drawn = list(lines)
    places = settle(nodes, drawn)
    network = Network(cdn_resources="local")
    for node in nodes:
        shape, colour = LOOKS.get(node.kind, _OTHER)
        x, y = places[node.iri]
        network.add_node(
            node.iri, label=_broken(node.label), shape=shape, colour=colour, x=x, y=y, page=node.page,
            middle=node.distance == 0, size=22 if node.distance == 0 else 14 - 3 * min(node.distance - 1, 2),
        )  # fmt: skip
    for number, line in enumerate(drawn):
        network.add_edge(line.source, line.target, id=number, width=min(1 + line.weight / 2, 8), title=line.words)
    found, edges, *_ = network.get_network_data()
    return {"nodes": found, "edges": edges, "options": _OPTIONS}


_OPTIONS: Final[Mapping[str, Any]] = json.loads("""{
  "physics": {"enabled": false},
  "layout": {"improvedLayout": false},
  "edges": {"smooth": false, "selectionWidth": 1, "hoverWidth": 1},
  "interaction": {"hover": true, "zoomView": true, "keyboard": {"enabled": true, "bindToWindow": false}, "tooltipDelay": 150}
}""")


def settle(nodes: Sequence[Node], lines: Iterable[Line]) -> dict[str, tuple[float, float]]:
    """A place for each node: one step away on a ring around the middle, the rest by forces; the same at each call."""
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(node.iri for node in nodes))
    graph.add_weighted_edges_from(sorted((line.source, line.target, float(line.weight)) for line in lines))
    if len(graph) < 2:
        return {iri: (0.0, 0.0) for iri in graph}
    middle = [node.iri for node in nodes if node.distance == 0]
    start = _rings(nodes)
    spring = networkx.spring_layout(
        graph, pos=start, fixed=middle or None, weight=None, seed=7, iterations=120, k=2.2 / math.sqrt(len(graph))
    )
    wide = _SPREAD * math.sqrt(len(graph))
    return {iri: (round(float(x) * wide, 1), round(float(y) * wide, 1)) for iri, (x, y) in spring.items()}


def _rings(nodes: Sequence[Node]) -> dict[str, tuple[float, float]]:
    by_distance: dict[int, list[Node]] = {}
    for node in nodes:
        by_distance.setdefault(node.distance, []).append(node)
    places = {}
    for distance, ring in by_distance.items():
        ordered = sorted(ring, key=lambda node: (node.kind, node.label, node.iri))
        for number, node in enumerate(ordered):
            angle = 2 * math.pi * (number + 0.5 * (distance % 2)) / len(ordered)
            places[node.iri] = (0.5 * distance * math.cos(angle), 0.5 * distance * math.sin(angle))
    return places


def _broken(label: str) -> str:
    """A label in lines of some 24 letters, broken between words.

    >>> _broken("Kommun- och regionledningsforum i hela landet")
    'Kommun- och\\nregionledningsforum i\\nhela landet'
    """
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LONGEST_LABEL:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
