"""A network as a file: GEXF and GraphML for other tools, CSV of its edges, JSON for the browser."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import networkx

from samverkan.network.layout import layout
from samverkan.network.measures import measure
from samverkan.network.model import Edge, Network
from samverkan.network.periods import first_day, last_day, life

# What XML cannot hold.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(network: Network, form: str) -> bytes:
    """The network in a format, a name of `FORMATS`; KeyError for another."""
    return FORMATS[form][1](network)


def _gexf(network: Network) -> bytes:
    """GEXF with places and times, open where a tie lasts: what Gephi calls a dynamic graph."""
    graph = _full(network)
    graph.graph.update(mode="dynamic", timeformat="date")
    parts = [values for _, values in graph.nodes(data=True)] + [values for *_, values in graph.edges(data=True)]
    for values in parts:
        since, until = values.pop("since"), values.pop("until")
        values |= {name: day for name, day in (("start", since), ("end", until)) if day}
    for _, values in graph.nodes(data=True):
        values["viz"] = {"position": {"x": values.pop("x") * 1000, "y": values.pop("y") * 1000, "z": 0.0}}
    lines = "\n".join(networkx.generate_gexf(graph))
    return re.sub(r' lastmodifieddate="[^"]*"', "", lines).encode()


def _graphml(network: Network) -> bytes:
    return "\n".join(networkx.generate_graphml(_full(network))).encode()


def _csv(network: Network) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(
        ("source", "source_label", "target", "target_label", "weight", "ties", "via", "documents", "since", "until")
    )
    for edge in network.edges:
        source, target = network.nodes[edge.source], network.nodes[edge.target]
        labels = _clean(source.label), _clean(target.label)
        rows.writerow((source.iri, labels[0], target.iri, labels[1], edge.weight, *_told(edge.reasons), *_days(edge)))
    return out.getvalue().encode()


def _json(network: Network) -> bytes:
    data = networkx.node_link_data(_full(network), edges="edges")
    reasons = {(edge.source, edge.target): edge.reasons for edge in network.edges}
    for edge in data["edges"]:
        found = reasons.get((edge["source"], edge["target"])) or reasons[edge["target"], edge["source"]]
        edge["reasons"] = [{name: getattr(each, name) for name in each.__slots__} for each in found]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


FORMATS: Final[Mapping[str, tuple[str, Callable[[Network], bytes]]]] = {
    "gexf": ("application/gexf+xml", _gexf),
    "graphml": ("application/graphml+xml", _graphml),
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
}
"""Each format with its media type and what writes it."""


def _full(network: Network) -> Any:
    """A graph of networkx with all that the writers can hold: texts and numbers, no lists and nothing absent."""
    figures, places, days = measure(network), layout(network), _lives(network)
    graph = networkx.Graph()
    for iri, node in network.nodes.items():
        values = figures[iri]
        graph.add_node(
            iri, label=_clean(node.label), kind=node.kind, county=_clean(node.county or ""),
            degree=values.degree, strength=values.strength, betweenness=values.betweenness, counties=values.counties,
            community=values.community, component=values.component, x=places[iri][0], y=places[iri][1],
            since=days[iri][0], until=days[iri][1],
        )  # fmt: skip
    for edge in network.edges:
        ties, via, documents = _told(edge.reasons)
        since, until = _days(edge)
        graph.add_edge(
            edge.source, edge.target, weight=edge.weight, ties=ties, via=via, documents=documents,
            since=since, until=until,
        )  # fmt: skip
    return graph


def _days(edge: Edge) -> tuple[str, str]:
    """The first and the last day that a tie is told of, the last empty where it lasts; both where none is told."""
    since, until = life(edge) or ("", "")
    return first_day(since) if since else "", last_day(until) if until else ""


def _lives(network: Network) -> Mapping[str, tuple[str, str]]:
    """From when to when the ties of each thing are told of, as of a tie."""
    spans: dict[str, list[tuple[str, str]]] = {iri: [] for iri in network.nodes}
    for edge in network.edges:
        since, until = _days(edge)
        if since:
            spans[edge.source].append((since, until))
            spans[edge.target].append((since, until))
    return {
        iri: (min(since for since, _ in of), "" if any(not end for _, end in of) else max(end for _, end in of))
        if of
        else ("", "")
        for iri, of in spans.items()
    }


def _told(reasons: Any) -> tuple[str, str, str]:
    """The reasons of an edge as three texts: kinds of tie, meetings or people, documents."""
    told = ((each.tie, each.via_label, each.document_label) for each in reasons)
    ties, via, documents = (
        "; ".join(dict.fromkeys(_clean(text) for text in texts if text)) for texts in zip(*told, strict=True)
    )
    return ties, via, documents


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
