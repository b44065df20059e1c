"""The networks of all, worked out once for each published snapshot and kept beside it, with the places of a drawing.

    <snapshot>/networks/people-drawn.json   the part that a picture can show, with its places
    <snapshot>/networks/people-wide.json    a larger part, from which a visitor chooses
    <snapshot>/networks/people-large.json   some thousands of things with places, and ties without reasons
    <snapshot>/networks/partaking.json      how much each organisation takes part

Where a file is missing the same is worked out when it is asked for: all of it follows from the graph alone.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from samverkan import queries
from samverkan.network.asking import words
from samverkan.network.filtering import Choices, choices
from samverkan.network.kinds import KINDS, build, kind_of, outline
from samverkan.network.large_layout import large_layout
from samverkan.network.model import Edge, Network, Node, Reason, strongest
from samverkan.network.placing import settle
from samverkan.store import Store
from samverkan.store.snapshot import SnapshotStore
from samverkan.writing import write_whole

FOLDER: Final = "networks"
_PARTAKING: Final = "partaking.json"
DRAWN, WIDE, LARGE = "drawn", "wide", "large"
MOST: Final[Mapping[str, int]] = {DRAWN: 150, WIDE: 500, LARGE: 5_000}
"""The most things in each part."""

Places: TypeAlias = Mapping[str, tuple[float, float]]
EVERYTHING: Final = Choices((), (), (), 1)


@dataclass(frozen=True, slots=True)
class Part:
    """The most closely tied part of a network: its places (none of a wide one), and how many things and ties all has.

    `choices` are what the wide part can be limited to. The reasons have a time, and neither document nor quote.
    """

    network: Network
    places: Places
    things: int
    ties: int
    choices: Choices = EVERYTHING


def part(store: Store, kind: str, size: str) -> Part:
    """A part of the network of a kind, by the names of `KINDS` and `MOST`: as it is kept, or worked out now."""
    path = _path(store, kind_of(kind).name, size)
    if path is not None and path.exists():
        return _unpacked(json.loads(path.read_bytes()))
    return _worked_out(store, kind, [size])[size]


@dataclass(frozen=True, slots=True)
class Partaking:
    """How much an organisation takes part: seats held, presences and absences at meetings, and on how many bodies."""

    seats: int = 0
    presences: int = 0
    absences: int = 0
    bodies: int = 0


def partaking(store: Store) -> dict[str, Partaking]:
    """How much organisations take part, by their IRIs: as it is kept, or worked out now."""
    path = store.snapshot.path / FOLDER / _PARTAKING if isinstance(store, SnapshotStore) else None
    if path is not None and path.exists():
        return {iri: Partaking(*numbers) for iri, numbers in json.loads(path.read_bytes()).items()}
    rows = store.select(queries.query("networks/partaking").text).rows
    return {iri: Partaking(*map(int, numbers)) for iri, *numbers in (map(words, row) for row in rows)}


def make(store: SnapshotStore) -> bool:
    """Keep all that is worked out beside a snapshot; whether any was missing."""
    folder = store.snapshot.path / FOLDER
    if are_kept(store.snapshot.path):
        return False
    folder.mkdir(exist_ok=True)
    _write(folder / _PARTAKING, {iri: astuple(each) for iri, each in partaking(store).items()})
    for kind in KINDS:
        missing = [size for size in MOST if not _file(store.snapshot.path, kind, size).exists()]
        for size, made in _worked_out(store, kind, missing).items():
            _write(_file(store.snapshot.path, kind, size), _packed(made))
    return True


def are_kept(snapshot: Path) -> bool:
    """Whether all is kept beside the snapshot in a folder."""
    return (snapshot / FOLDER / _PARTAKING).exists() and all(
        _file(snapshot, kind, size).exists() for kind in KINDS for size in MOST
    )


def _worked_out(store: Store, kind: str, sizes: Iterable[str]) -> dict[str, Part]:
    wanted = set(sizes)
    if not wanted:
        return {}
    pairs = kind_of(kind).weigh(store)
    number = len({end for *ends, _ in pairs for end in ends}), len({frozenset(ends) for *ends, _ in pairs})
    found: dict[str, Part] = {}
    if LARGE in wanted:
        network = outline(store, kind, MOST[LARGE])
        found[LARGE] = Part(network, large_layout(network), *number)
    if wanted - {LARGE}:
        wide = build(store, kind, most=MOST[WIDE])
        can = choices(wide)
        found[WIDE] = Part(wide, {}, *number, can)
        if DRAWN in wanted:
            drawn = strongest(wide, MOST[DRAWN])
            found[DRAWN] = Part(drawn, settle(drawn), *number, can)
    return found


def _write(path: Path, content: object) -> None:
    write_whole(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _path(store: Store, kind: str, size: str) -> Path | None:
    return _file(store.snapshot.path, kind, size) if isinstance(store, SnapshotStore) else None


def _file(snapshot: Path, kind: str, size: str) -> Path:
    return snapshot / FOLDER / f"{kind}-{size}.json"


class _Numbers(dict[Any, int]):
    """Numbers for things in the order in which they are first met."""

    def __missing__(self, key: Any) -> int:
        self[key] = len(self)
        return self[key]


def _packed(made: Part) -> dict[str, Any]:
    """A part as JSON: what is said often is said once, and pointed to by its number."""
    network, via, texts = made.network, _Numbers(), _Numbers()
    place = {iri: number for number, iri in enumerate(network.nodes)}
    edges = [
        [place[edge.source], place[edge.target], edge.weight, [
            [texts[each.tie], int(each.source != edge.source), via[each.via, each.via_label], texts[each.fact],
             texts[each.since], texts[each.until]]
            for each in edge.reasons
        ]]
        for edge in network.edges
    ]  # fmt: skip
    return {
        "things": made.things,
        "ties": made.ties,
        "choices": astuple(made.choices),
        "nodes": [[each.iri, each.label, each.kind, each.county] for each in network.nodes.values()],
        "places": [made.places[iri] for iri in network.nodes] if made.places else [],
        "via": list(via),
        "texts": list(texts),
        "edges": edges,
    }


def _unpacked(data: Mapping[str, Any]) -> Part:
    nodes = [Node(*each) for each in data["nodes"]]
    texts, through = data["texts"], data["via"]
    edges = []
    for one, other, weight, reasons in data["edges"]:
        ends = nodes[one].iri, nodes[other].iri
        told = []
        for tie, turned, via, fact, since, until in reasons:
            source, target = ends[::-1] if turned else ends
            of, label = through[via]
            told.append(
                Reason(source, texts[tie], target, of, texts[fact], label, since=texts[since], until=texts[until])
            )
        edges.append(Edge(*ends, weight, tuple(told)))
    places = {node.iri: (x, y) for node, (x, y) in zip(nodes, data["places"], strict=False)}
    counties, kinds, ties, heaviest = data["choices"]
    can = Choices(_counted(counties), _counted(kinds), _counted(ties), heaviest)
    network = Network({node.iri: node for node in nodes}, tuple(edges))
    return Part(network, places, data["things"], data["ties"], can)


def _counted(rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((value, number) for value, number in rows)
