"""An answer of two or three columns as a network: from, to; from, to, how strongly; or from, how, to."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from samverkan.network import Edge, Network, Node, Reason
from samverkan.network.model import TIE_OF_TERM, strongest
from samverkan.network.names import dressed
from samverkan_web.drawing import LOOKS
from samverkan_web.networks import MOST_NODES
from samverkan_web.site import Site

Binding = Mapping[str, Mapping[str, Any]]
"""A row of an answer in SPARQL JSON: by variable a `type`, a `value` and perhaps a `datatype`."""

_NUMBERS: Final = tuple(
    f"http://www.w3.org/2001/XMLSchema#{name}"
    for name in ("integer", "decimal", "double", "float", "nonNegativeInteger")
)


def telling(variables: Sequence[str]) -> tuple[str, ...]:
    """The columns besides those that only name what stands in another.

    >>> telling(("person", "personLabel", "body", "bodyLabel"))
    ('person', 'body')
    """
    return tuple(name for name in variables if name.removesuffix("Label") not in set(variables) - {name})


def can_be_drawn(variables: Sequence[str]) -> bool:
    """Whether an answer with these columns is shown as a network."""
    return len(telling(variables)) in (2, 3)


def network(site: Site, variables: Sequence[str], rows: Sequence[Binding], language: str) -> tuple[Network, Network]:
    """The network of an answer that can be drawn, still without names; and the part of it that a picture can show.

    Rows that lack an end, and those that tie a thing to itself, are left out.
    """
    first, *others = telling(variables)
    last = others[-1]
    weighed = len(others) == 2 and all(_number(row.get(last)) is not None for row in rows)
    end, tie = (others[0], None) if weighed or len(others) == 1 else (last, others[0])
    weights: Counter[tuple[str, str]] = Counter()
    reasons: defaultdict[tuple[str, str], set[Reason]] = defaultdict(set)
    names: dict[str, str] = {}
    for row in rows:
        if first not in row or end not in row:
            continue
        source, target = _key(row[first]), _key(row[end])
        if source == target:
            continue
        pair = (min(source, target), max(source, target))
        weights[pair] += max(1, round(_number(row[last]) or 1)) if weighed else 1
        reasons[pair].add(Reason(source, _tie(site, row.get(tie) if tie else None, language), target))
        names |= {_key(row[each]): row[f"{each}Label"]["value"] for each in (first, end) if f"{each}Label" in row}
    edges = tuple(_edge(weights[pair], sorted(reasons[pair])) for pair in sorted(reasons))
    ends = sorted({each for pair in reasons for each in pair})
    whole = Network({each: Node(each) for each in ends}, edges)
    return whole, _named(site, strongest(whole, MOST_NODES), names, language)


def _edge(weight: int, reasons: Sequence[Reason]) -> Edge:
    return Edge(reasons[0].source, reasons[0].target, weight, tuple(reasons))


def _named(site: Site, network: Network, names: Mapping[str, str], language: str) -> Network:
    """The network with the names that the answer gives, else those of the graph."""
    iris = {key: node for key, node in network.nodes.items() if _is_iri(key)}
    known = dressed(site.store, Network(iris, ())).nodes
    return Network({key: _node(site, key, known.get(key), names, language) for key in network.nodes}, network.edges)


def _node(site: Site, key: str, known: Node | None, names: Mapping[str, str], language: str) -> Node:
    if known is None:
        return Node(key, key[1:-1] if key.startswith('"') else key)
    label = names.get(key) or (known.label if known.label != key else site.word(key, language))
    return Node(key, label, known.kind if known.kind in LOOKS else "")


def _key(cell: Mapping[str, Any]) -> str:
    """What tells a value from others: an IRI, `_:name`, or a text in quotes."""
    kind, value = cell["type"], cell["value"]
    return str(value) if kind == "uri" else f"_:{value}" if kind == "bnode" else f'"{value}"'


def _is_iri(key: str) -> bool:
    return not key.startswith(('"', "_:"))


def _tie(site: Site, cell: Mapping[str, Any] | None, language: str) -> str:
    """A tie as the drawing reads it: a code, or words."""
    if cell is None:
        return "–"
    if cell["type"] != "uri":
        return str(cell["value"])
    return TIE_OF_TERM.get(cell["value"]) or site.word(cell["value"], language)


def _number(cell: Mapping[str, Any] | None) -> float | None:
    if cell is None or cell.get("datatype") not in _NUMBERS:
        return None
    try:
        return float(cell["value"])
    except ValueError:
        return None
