"""A network in a paragraph: its size, how it hangs together, who has most ties and who stands between others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from samverkan.network.measures import Measures
from samverkan.network.model import Network

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "sv": {
        "size": "Nätverket har {nodes} enheter och {edges} samband.",
        "whole": "Alla kan nås från varandra.",
        "parts": "Det faller i {parts} delar utan samband sinsemellan; den största har {largest} enheter.",
        "most": "Flest grannar har {name}: {others}.",
        "alike": "Alla har lika många grannar: {others}.",
        "heaviest": "Starkast är sambandet mellan {one} och {other}, med tyngden {weight}.",
        "between": "Oftast på vägen mellan andra ligger {names}.",
        "nobody": "Ingen ligger på vägen mellan två andra.",
        "counties": "Samband med flera län har {names}.",
        "groups": "De är tätast knutna i {groups} grupper; den största har {largest} enheter, kring {name}.",
        "years": "Sambanden är belagda från {first} till {last}.",
        "year": "Sambanden är belagda {first}.",
        "and": " och ",
        "to": "{name} ({count} län)",
    },
    "en": {
        "size": "The network has {nodes} things and {edges} ties.",
        "whole": "All can be reached from one another.",
        "parts": "It falls into {parts} parts without ties to each other; the largest has {largest} things.",
        "most": "Most neighbours has {name}: {others}.",
        "alike": "All have equally many neighbours: {others}.",
        "heaviest": "The strongest tie is that between {one} and {other}, of weight {weight}.",
        "between": "Most often on the way between others: {names}.",
        "nobody": "Nobody lies on the way between two others.",
        "counties": "Ties to several counties: {names}.",
        "groups": "They are tied most closely in {groups} groups; the largest has {largest} things, around {name}.",
        "years": "The ties are told of from {first} to {last}.",
        "year": "The ties are told of in {first}.",
        "and": " and ",
        "to": "{name} ({count} counties)",
    },
}
_NAMED: Final = 3


def summary(network: Network, figures: Mapping[str, Measures], years: tuple[str, ...], language: str) -> str:
    """The network in a paragraph of plain words, in Swedish (`sv`) or English; empty for one without ties."""
    if not network.edges:
        return ""
    words = _WORDS[language]
    return " ".join(words[key].format(**values) for key, values in _sentences(network, figures, years, words))


def _sentences(
    network: Network, figures: Mapping[str, Measures], years: tuple[str, ...], words: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, object]]]:
    label = {iri: node.label for iri, node in network.nodes.items()}
    yield "size", {"nodes": len(network.nodes), "edges": len(network.edges)}
    parts = Counter(each.component for each in figures.values())
    yield ("parts", {"parts": len(parts), "largest": parts[1]}) if len(parts) > 1 else ("whole", {})
    by_degree = sorted(figures, key=lambda iri: (-figures[iri].degree, -figures[iri].strength, label[iri], iri))
    first = by_degree[0]
    if len(network.nodes) > 2:
        alike = len({each.degree for each in figures.values()}) == 1
        yield "alike" if alike else "most", {"name": label[first], "others": figures[first].degree}
    heaviest = max(network.edges, key=lambda edge: edge.weight)
    if heaviest.weight > 1:
        ends = {"one": label[heaviest.source], "other": label[heaviest.target]}
        yield "heaviest", {**ends, "weight": heaviest.weight}
    between = sorted(
        (iri for iri in figures if figures[iri].betweenness > 0), key=lambda iri: -figures[iri].betweenness
    )
    named = _listed([label[iri] for iri in between[:_NAMED]], words["and"])
    yield ("between", {"names": named}) if between else ("nobody", {})
    brokers = sorted((iri for iri in figures if figures[iri].counties > 1), key=lambda iri: -figures[iri].counties)
    told = [words["to"].format(name=label[iri], count=figures[iri].counties) for iri in brokers[:_NAMED]]
    if told:
        yield "counties", {"names": _listed(told, words["and"])}
    groups = Counter(each.community for each in figures.values())
    if 1 < len(groups) < len(figures):
        centre = next(iri for iri in by_degree if figures[iri].community == 1)
        yield "groups", {"groups": len(groups), "largest": groups[1], "name": label[centre]}
    if years:
        yield "years" if len(years) > 1 else "year", {"first": years[0], "last": years[-1]}


def _listed(names: list[str], last: str) -> str:
    """Names with commas, and a word before the last of them.

    >>> _listed(["Ann", "Bo", "Cecilia"], " and ")
    'Ann, Bo and Cecilia'
    """
    return last.join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])
