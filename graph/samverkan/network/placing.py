"""Places for a drawing: the library's, part by part, then pushed until no label lies on another; always the same."""

import math
from collections.abc import Mapping
from typing import Final

import numpy
from numpy.typing import NDArray

from samverkan.network.layout import layout
from samverkan.network.model import Network, only

Points = NDArray[numpy.float64]

_ROOM: Final = 60.0  # the drawing's units that a thing needs around itself, before labels are counted in
_STRETCH: Final = numpy.array([1.35, 0.8])  # a picture is wider than it is high
_GAP: Final = 60.0  # between parts without ties to each other
_WIDE: Final = 1.75  # width of the frame for a height of 1
_LETTER: Final = 7.6  # width of a letter of a label
_LINE: Final = 15.0  # height of its lines
_SHAPE: Final = 30.0  # height of the shape above it
_ROUNDS: Final = 150
_LONGEST_LABEL: Final = 22  # letters in a line


_Part = tuple[dict[str, tuple[float, float]], float, float]


def settle(network: Network) -> dict[str, tuple[int, int]]:
    """A place for each thing; parts without ties to each other stand in rows, the largest first."""
    labels = {iri: broken(node.label) for iri, node in network.nodes.items()}
    drawn = [_part(part, labels) for part in _parts(network)]
    corners = min((_rows(drawn, many) for many in range(1, len(drawn) + 1)), key=_size, default=_rows([], 1))[0]
    return {
        iri: (round(x + right), round(y + down))
        for (places, _, _), (x, y) in zip(drawn, corners, strict=True)
        for iri, (right, down) in places.items()
    }


def _rows(drawn: list[_Part], many: int) -> tuple[list[tuple[float, float]], float, float]:
    """The corners of the parts in rows as wide as the first `many` of them, with the width and height of all."""
    widest = sum(wide + _GAP for _, wide, _ in drawn[:many])
    corners = []
    x = y = height = width = 0.0
    for _, wide, high in drawn:
        if x > 0 and x + wide > widest:
            x, y, height = 0.0, y + height + _GAP, 0.0
        corners.append((x, y))
        x, height = x + wide + _GAP, max(height, high)
        width = max(width, x - _GAP)
    return corners, width, y + height


def _size(rows: tuple[list[tuple[float, float]], float, float]) -> float:
    """How far a picture of the rows must be shrunk to fit its frame."""
    _, width, height = rows
    return max(width / _WIDE, height)


def _part(part: Network, labels: Mapping[str, str]) -> _Part:
    """The places of one part from its upper left corner on, with its width and height."""
    iris = list(part.nodes)
    places = layout(part)
    centres = numpy.array([places[iri] for iri in iris]) * _ROOM * math.sqrt(len(iris)) * _STRETCH
    boxes = numpy.array([_box(labels[iri]) for iri in iris])
    below = numpy.array(
        [(0.0, _LINE * (labels[iri].count("\n") + 1) / 2) for iri in iris]
    )  # a label hangs under its shape
    centres = apart(centres + below, boxes)
    corner = (centres - boxes).min(axis=0)
    wide, high = (centres + boxes).max(axis=0) - corner
    shapes = centres - below - corner
    return {iri: (float(x), float(y)) for iri, (x, y) in zip(iris, shapes, strict=True)}, float(wide), float(high)


def _box(label: str) -> tuple[float, float]:
    """Half the width and half the height of a shape with its label."""
    lines = label.split("\n")
    return max(map(len, lines)) * _LETTER / 2 + 4, (_SHAPE + len(lines) * _LINE) / 2


def apart(centres: Points, boxes: Points) -> Points:
    """Centres pushed, little by little, until their boxes (half widths and heights) do not overlap, or nearly."""
    for _ in range(_ROUNDS):
        away = centres[:, None, :] - centres[None, :, :]
        room = boxes[:, None, :] + boxes[None, :, :] - numpy.abs(away)
        crossing = numpy.asarray((room > 0).all(axis=2)) & ~numpy.eye(len(centres), dtype=bool)
        if not crossing.any():
            break
        least = numpy.asarray(room.argmin(axis=2))[:, :, None] == numpy.arange(2)
        order = numpy.sign(numpy.arange(len(centres))[:, None] - numpy.arange(len(centres)))[:, :, None]
        side = numpy.where(away == 0, order, numpy.sign(away))
        push = numpy.where(crossing[:, :, None] & least, side * (room / 2 + 0.5), 0.0)
        centres = centres + push.sum(axis=1) / numpy.maximum(1, crossing.sum(axis=1))[:, None]
    return centres


def _parts(network: Network) -> list[Network]:
    """The parts of a network that have no ties to each other, the largest first."""
    part_of = {iri: {iri} for iri in network.nodes}
    for edge in network.edges:
        one, other = sorted((part_of[edge.source], part_of[edge.target]), key=len)
        if one is not other:
            other |= one
            part_of.update(dict.fromkeys(one, other))
    parts = {id(part): part for part in part_of.values()}.values()
    return [only(network, part) for part in sorted(parts, key=lambda part: (-len(part), min(part)))]


def broken(label: str) -> str:
    """A label in lines of some 22 letters, broken between words.

    >>> broken("Natur- och friluftslivsforum i hela landet")
    'Natur- och\\nfriluftslivsforum i\\nhela landet'
    """
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LONGEST_LABEL:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
