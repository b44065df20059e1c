"""A network as a drawing: what the script in the frame needs. Nothing else speaks to pyvis.

pyvis keeps nodes, edges and options in the form that vis-network reads; its page, which points to servers of others,
is not used. The places are settled, the same for the same network, so that a drawing opens at rest.
"""

import json
import math
from collections.abc import Mapping
from typing import Any, Final

from samverkan.network import TIES, Comparison, Edge, Network, broken, periods, settle
from samverkan.network.keeping import Places
from samverkan.vocabulary import RELATIONS

# Form and colour (a name in drawing.css) by kind of thing; forms tell kinds apart without colour too.
LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "body": ("square", "body"),
    "person": ("dot", "person"),
    "municipality": ("triangle", "municipality"),
    "region": ("diamond", "region"),
    "organisation": ("hexagon", "organisation"),
    "collective": ("triangleDown", "collective"),
    **dict.fromkeys(("strategy", "agreement", "plan", "project", "law", "work"), ("star", "work")),
    **dict.fromkeys(("meeting", "post", "county", ""), ("dot", "organisation")),
}
_RELATIONS: Final = frozenset(RELATIONS)
_OPTIONS: Final[Mapping[str, Any]] = json.loads("""{
  "physics": {"enabled": false},
  "layout": {"improvedLayout": false},
  "edges": {"smooth": false, "arrows": {"to": {"scaleFactor": 0.5}}, "selectionWidth": 1, "hoverWidth": 1},
  "interaction": {"hover": true, "keyboard": {"enabled": true, "bindToWindow": false}, "tooltipDelay": 150}
}""")


def prepare() -> None:
    """Load what a first drawing would wait for: pyvis brings half a notebook with it."""
    _library()


def _library() -> Any:
    import pyvis.network  # not before a drawing needs it

    return pyvis.network


def draw(
    network: Network,
    middle: str | None,
    pages: Mapping[str, str | None],
    language: str,
    compared: Comparison | None = None,
    places: Places | None = None,
) -> dict[str, Any]:
    """Nodes with their places (settled now for None) and pages, edges with words, options, as vis-network reads them.

    `steps` are the years or months that a slider goes through; each edge has the numbers of those `at` which it is.
    """
    drawn = _library().Network(cdn_resources="local")
    places = places or settle(network)
    degree = network.degree()
    for iri, node in network.nodes.items():
        shape, colour = LOOKS[node.kind if node.kind in LOOKS else ""]
        x, y = places[iri]
        drawn.add_node(
            iri, label=broken(node.label), shape=shape, colour=colour, x=x, y=y, page=pages.get(iri),
            middle=iri == middle, size=18 if iri == middle else min(8 + degree[iri], 14),
        )  # fmt: skip
    steps = periods.steps(network)
    fate = fates(compared)
    for number, edge in enumerate(network.edges):
        drawn.add_edge(
            edge.source, edge.target, id=number, width=min(1 + math.log2(edge.weight), 6),
            title=_told(edge, network, language),
            arrows="to" if _runs_one_way(edge) else "",
            at=periods.at(edge, steps), fate=fate.get((edge.source, edge.target), ""),
        )  # fmt: skip
    nodes, edges, *_ = drawn.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": _OPTIONS, "steps": steps}


def fates(compared: Comparison | None) -> Mapping[tuple[str, str], str]:
    """What became of each edge between two dates: `joined`, `left` or `stayed`, by its ends; nothing for None."""
    if compared is None:
        return {}
    return {
        (edge.source, edge.target): fate
        for fate, edges in (("joined", compared.joined), ("left", compared.left), ("stayed", compared.stayed))
        for edge in edges
    }


def _runs_one_way(edge: Edge) -> bool:
    """Whether an edge stands for a relation from one to the other, such as preparing for."""
    return any(each.tie in _RELATIONS for each in edge.reasons) and len({each.source for each in edge.reasons}) == 1


def _told(edge: Edge, network: Network, language: str) -> str:
    """The ties of an edge, one a line."""
    place = 0 if language == "sv" else 1
    lines = (
        f"{network.nodes[each.source].label} {_words(each.tie, place)} {network.nodes[each.target].label}"
        for each in edge.reasons
    )
    return "\n".join(dict.fromkeys(lines))


def _words(tie: str, place: int) -> str:
    """A tie in the first or second language; one that has no code is in words already, in an answer to a query."""
    return TIES[tie][place] if tie in TIES else tie
