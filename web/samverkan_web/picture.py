"""A network as a picture of its own (SVG): the same places and shapes as in the drawing, without any script."""

import math
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final

from samverkan.network import Comparison, Network, broken, settle
from samverkan.network.keeping import Places
from samverkan_web.drawing import LOOKS, fates

_COLOURS: Final[Mapping[str, str]] = {
    "person": "#0b5563", "body": "#a44d07", "municipality": "#3b6e3a", "region": "#5b3f8c", "organisation": "#5a6570",
    "collective": "#7d6608", "work": "#8c2f5b",
}  # fmt: skip
_FATES: Final[Mapping[str, str]] = {
    "joined": ' stroke="#0b5563" stroke-width="4"',
    "left": ' stroke="#a44d07" stroke-width="3" stroke-dasharray="8 6"',
}
_EDGE: Final = 70  # room around the things, for their labels
_SIZE: Final = 11.0  # from the middle of a shape to its rim
_LINE: Final = 16


def _corners(*angles: float) -> Callable[[float, float], str]:
    def shape(x: float, y: float) -> str:
        points = (f"{x + _SIZE * math.sin(a * math.pi):.1f},{y - _SIZE * math.cos(a * math.pi):.1f}" for a in angles)
        return f'<polygon points="{" ".join(points)}"/>'

    return shape


def _star(x: float, y: float) -> str:
    points = (
        f"{x + radius * math.sin(number * math.pi / 5):.1f},{y - radius * math.cos(number * math.pi / 5):.1f}"
        for number, radius in enumerate([_SIZE, _SIZE * 0.45] * 5)
    )
    return f'<polygon points="{" ".join(points)}"/>'


# A shape around a point; angles are parts of a half turn from above.
SHAPES: Final[Mapping[str, Callable[[float, float], str]]] = {
    "dot": lambda x, y: f'<circle cx="{x}" cy="{y}" r="{_SIZE}"/>',
    "square": _corners(0.25, 0.75, 1.25, 1.75),
    "diamond": _corners(0, 0.5, 1, 1.5),
    "triangle": _corners(0, 2 / 3, 4 / 3),
    "triangleDown": _corners(1 / 3, 1, 5 / 3),
    "hexagon": _corners(1 / 6, 0.5, 5 / 6, 7 / 6, 1.5, 11 / 6),
    "star": _star,
}


def svg(network: Network, title: str, compared: Comparison | None = None, places: Places | None = None) -> str:
    """The picture of a network, on white; ties that came or went between two dates are marked by colour and stroke."""
    places = places or settle(network)
    xs, ys = [x for x, _ in places.values()] or [0], [y for _, y in places.values()] or [0]
    left, top = min(xs) - _EDGE * 2, min(ys) - _EDGE
    width, height = max(xs) - left + _EDGE * 2, max(ys) - top + _EDGE * 1.5
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="14" text-anchor="middle">',
        f"<title>{_text(title)}</title>",
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#ffffff"/>',
        '<g stroke="#9aa3aa">', *_lines(network, places, fates(compared)), "</g>",
        *_things(network, places), "</svg>\n",
    ))  # fmt: skip


def _lines(network: Network, places: Places, fate: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for edge in network.edges:
        (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
        plain = f' stroke-width="{min(1 + math.log2(edge.weight), 6):.1f}"'
        look = _FATES.get(fate.get((edge.source, edge.target), ""), plain)
        yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{look}/>'


def _things(network: Network, places: Places) -> Iterator[str]:
    for iri, node in network.nodes.items():
        shape, colour = LOOKS[node.kind if node.kind in LOOKS else ""]
        x, y = places[iri]
        lines = "".join(
            f'<tspan x="{x}" y="{y + _SIZE + _LINE * number:.0f}">{_text(line)}</tspan>'
            for number, line in enumerate(broken(node.label).split("\n"), 1)
        )
        yield f'<g fill="{_COLOURS[colour]}">{SHAPES[shape](x, y)}</g>'
        yield (
            f'<text fill="#1b2227" stroke="#ffffff" stroke-width="4" paint-order="stroke" '
            f'unicode-bidi="plaintext">{lines}</text>'
        )


def _text(text: str) -> str:
    """A text that XML can hold."""
    return escape("".join(each if each >= " " and not "\ud800" <= each <= "\udfff" else " " for each in text))
