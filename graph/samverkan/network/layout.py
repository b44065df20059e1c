"""Places for the nodes of a network: forces in numpy alone, the same at each call."""

import math
from typing import Final

import numpy
from numpy.typing import NDArray

from samverkan.network.model import Network

_AT_ONCE: Final = 400  # rows of the table of distances that are held in memory at a time


def layout(network: Network, rounds: int | None = None) -> dict[str, tuple[float, float]]:
    """A place for each node, between -1 and 1 on both axes: ties pull together, all else pushes apart.

    `rounds` of forces, or as many as suit the size.
    Heavier ties pull harder; a slight pull to the middle keeps parts without ties to each other in the picture.
    """
    iris = list(network.nodes)
    if len(iris) < 2:
        return dict.fromkeys(iris, (0.0, 0.0))
    number = {iri: place for place, iri in enumerate(iris)}
    ends = numpy.array([(number[edge.source], number[edge.target]) for edge in network.edges], dtype=int).reshape(-1, 2)
    pull = numpy.array([1 + math.log(edge.weight) for edge in network.edges])
    places = _settled(_spiral(len(iris)), ends, pull, rounds)
    places -= places.mean(axis=0)
    places /= numpy.abs(places).max() or 1.0
    return {iri: (round(float(x), 4), round(float(y), 4)) for iri, (x, y) in zip(iris, places, strict=True)}


def _spiral(count: int) -> NDArray[numpy.float64]:
    """Evenly spread places to begin from, without chance: a sunflower's."""
    order = numpy.arange(count)
    angle = order * math.pi * (3 - math.sqrt(5))
    places: NDArray[numpy.float64] = numpy.column_stack((numpy.cos(angle), numpy.sin(angle)))
    return places * numpy.sqrt((order + 0.5) / count)[:, None]


def _settled(
    places: NDArray[numpy.float64], ends: NDArray[numpy.int_], pull: NDArray[numpy.float64], most: int | None
) -> NDArray[numpy.float64]:
    """The places after the forces of Fruchterman and Reingold have cooled down."""
    count = len(places)
    ideal = 1 / math.sqrt(count)
    rounds = most or (300 if count <= 300 else 120 if count <= 1500 else 50)
    for heat in numpy.linspace(0.12, 0.001, rounds):
        force = _pushed(places, ideal) - 0.8 * places
        if len(ends):
            apart = places[ends[:, 1]] - places[ends[:, 0]]
            drawn = apart * (pull * numpy.linalg.norm(apart, axis=1) / ideal)[:, None]
            numpy.add.at(force, ends[:, 0], drawn)
            numpy.add.at(force, ends[:, 1], -drawn)
        length = numpy.maximum(numpy.linalg.norm(force, axis=1), 1e-9)
        places = places + force * (numpy.minimum(length, heat) / length)[:, None]
    return places


def _pushed(places: NDArray[numpy.float64], ideal: float) -> NDArray[numpy.float64]:
    force = numpy.empty_like(places)
    for start in range(0, len(places), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        right, down = (places[some, axis, None] - places[None, :, axis] for axis in (0, 1))
        near = ideal**2 / numpy.maximum(right * right + down * down, 1e-6)
        force[some, 0], force[some, 1] = (right * near).sum(axis=1), (down * near).sum(axis=1)
    return force
