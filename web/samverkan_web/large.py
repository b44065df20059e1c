"""A network of thousands as a drawing: what the script with sigma and graphology needs, and no more."""

import math
from collections.abc import Callable
from typing import Any, Final

from samverkan.network import Network, keeping
from samverkan.network.keeping import Places
from samverkan_web.drawing import LOOKS

MOST: Final = keeping.MOST[keeping.LARGE]  # things in a drawing
LARGE: Final = "large"  # the suffix of its address


def draw(network: Network, places: Places, address: Callable[[str], str | None]) -> dict[str, Any]:
    """Nodes with label, colour by kind, page and place; edges by the numbers of their ends, with their weight."""
    degree = network.degree()
    number = {iri: place for place, iri in enumerate(network.nodes)}
    nodes = [
        [
            node.label, LOOKS[node.kind if node.kind in LOOKS else ""][1], address(iri), *places[iri],
            round(2 + math.sqrt(degree[iri]), 1),
        ]
        for iri, node in network.nodes.items()
    ]  # fmt: skip
    return {
        "nodes": nodes,
        "edges": [[number[edge.source], number[edge.target], edge.weight] for edge in network.edges],
    }
