"""Candidates in a graph: who may be one with whom. Only things that share a key are compared, never all with all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeAlias

from pyoxigraph import NamedNode

from samverkan import queries
from samverkan.candidates import bodies, circumstances, people
from samverkan.candidates.circumstances import NOTHING, Known, Names
from samverkan.candidates.model import THRESHOLD, Candidate, Reason, Thing
from samverkan.identity import Index
from samverkan.identity.words import is_generic
from samverkan.judgements import Judgements, Pair, pair_of
from samverkan.store import Rows, Store
from samverkan.vocabulary import FOAF, ORG, SAMV

Kind: TypeAlias = Literal["person", "body"]
KINDS: Final[tuple[Kind, ...]] = ("person", "body")

_CLASSES: Final[Mapping[Kind, tuple[NamedNode, ...]]] = {
    "person": (FOAF.Person,),
    "body": (SAMV.Body, ORG.Organization, SAMV.Municipality, SAMV.Region),
}
# Kinds of thing that are compared with one another.
_TOGETHER: Final[Mapping[str, str]] = {"organisation": "body"}
_AT_ONCE: Final = 500  # things that one query asks about
_WEAK: Final = 0.35  # what is less alike than this by name is no candidate, whatever else is known


@dataclass(frozen=True, slots=True)
class Graph:
    """What candidates are looked for in: a store, the base of its IRIs, the register, the judgements so far."""

    store: Store
    base: str
    index: Index
    judged: Judgements


def find(graph: Graph, kind: Kind, *, every: bool = False) -> list[Candidate]:
    """The candidates of a kind that nobody has judged yet, the likeliest first; with `every` also those not offered.

    A pair judged unsure is among them, with that as a reason. Two things of the register are never candidates.
    """
    things = _things(graph, kind)
    names = _Names(graph)
    alike = [each for each in _alike(graph, kind, things, names) if _is_open(graph.judged, each)]
    known = _KNOWN[kind](graph, sorted({thing.path for one, other, *_ in alike for thing in (one, other)}))
    found = []
    for one, other, likeness, reasons in alike:
        more = _REASONS[kind](one, other, known.get(one.path, NOTHING), known.get(other.path, NOTHING), names)
        unsure = (Reason("judged unsure", 0.0),) if graph.judged.verdict(one.path, other.path) == "unsure" else ()
        candidate = Candidate(one, other, likeness, (*reasons, *more, *unsure))
        if every or candidate.is_offered:
            found.append(candidate)
    return sorted(found, key=lambda each: (-each.score, each.pair))


_Alike: TypeAlias = tuple[Thing, Thing, float, tuple[Reason, ...]]


def _is_open(judged: Judgements, alike: _Alike) -> bool:
    return judged.verdict(alike[0].path, alike[1].path) not in ("same", "different")


def _alike(graph: Graph, kind: Kind, things: Mapping[str, Thing], names: Names) -> Iterator[_Alike]:
    """Pairs of things whose names are alike enough, or that are said to replace one another."""
    compare = _compare_people if kind == "person" else _compare_bodies
    said = _said_to_replace(graph) if kind == "body" else set()
    pairs = _pairs(things.values(), people.keys if kind == "person" else bodies.keys, apart=kind == "body")
    short = _short_and_full(things.values()) if kind == "body" else set()
    for a, b in sorted(pairs | short | said):
        if a not in things or b not in things or (a in graph.index.paths and b in graph.index.paths):
            continue
        likeness, reasons = compare(things[a], things[b], names)
        if likeness >= _WEAK or (a, b) in said:
            yield things[a], things[b], likeness, reasons


def _pairs(things: Iterable[Thing], keys: Callable[[str], Iterator[str]], *, apart: bool) -> set[Pair]:
    """The pairs of things of one sort that share a key; `apart`: those of two counties are not compared."""
    shelves: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for thing in things:
        sort, county = _TOGETHER.get(thing.kind, thing.kind), thing.county if apart else ""
        for form in (thing.name, *thing.forms):
            for key in keys(form):
                shelves[f"{sort} {key}"][county].add(thing.path)
    found: set[Pair] = set()
    for shelf in shelves.values():
        anywhere = shelf.get("", set())
        for county, paths in shelf.items():
            found.update(combinations(sorted(paths), 2))
            if county:
                found.update(pair_of(one, other) for one in paths for other in anywhere)
    return found


def _short_and_full(things: Iterable[Thing]) -> set[Pair]:
    """The pairs of which one may be a short form of the other."""
    shelves: dict[str, set[str]] = defaultdict(set)
    forms = [(thing.path, form) for thing in things for form in (thing.name, *thing.forms)]
    for path, form in forms:
        for key in bodies.short_keys(form):
            shelves[key].add(path)
    full = ((path, key) for path, form in forms for key in bodies.full_keys(form))
    return {pair_of(path, short) for path, key in full for short in shelves.get(key, ()) if short != path}


def _compare_people(one: Thing, other: Thing, _names: Names) -> tuple[float, tuple[Reason, ...]]:
    likeness, reasons = _best(one, other, people.likeness)
    return (likeness, reasons) if likeness + circumstances.MOST >= THRESHOLD else (0.0, ())


def _compare_bodies(one: Thing, other: Thing, names: Names) -> tuple[float, tuple[Reason, ...]]:
    if one.owner and other.owner and one.owner != other.owner and is_generic(one.name) and is_generic(other.name):
        return 0.0, ()  # each owner has its own: the working committees of two boards
    of_one, of_other = ([names([path]) for path in (of.owner, of.county) if path] for of in (one, other))
    return _best(one, other, lambda a, b: bodies.likeness(a, b, of_one, of_other))


def _best(
    one: Thing, other: Thing, compare: Callable[[str, str], tuple[float, tuple[Reason, ...]]]
) -> tuple[float, tuple[Reason, ...]]:
    """The likeness of the two forms that are most alike."""
    found = [compare(a, b) for a in (one.name, *one.forms) for b in (other.name, *other.forms)]
    return max(found, key=lambda each: each[0])


def _things(graph: Graph, kind: Kind) -> dict[str, Thing]:
    """The things of a kind, by path; a form that several things write is theirs all."""
    classes = {"class": _CLASSES[kind]}
    names: dict[str, str] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    for row in _read(graph.store.select(queries.query("candidates/things").bind(classes)), graph.base):
        path = row["thing"]
        if row["isName"] == "true":
            names[path] = min(names.get(path, row["form"]), row["form"])
        forms[path].add(row["form"])
    county: dict[str, str] = {}
    owner: dict[str, str] = {}
    for row in _read(graph.store.select(queries.query("candidates/places").bind(classes)), graph.base):
        for name, place in (("county", county), ("owner", owner)):
            if name in row:
                place[row["thing"]] = max(row[name], place.get(row["thing"], ""))
    return {
        path: Thing(path, name, _forms(graph, path, forms[path] - {name}), county.get(path, ""), owner.get(path, ""))
        for path, name in names.items()
        if not path.startswith("body/document/")  # of a document that does not name its body
    }


def _forms(graph: Graph, path: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The other forms of a thing; the short ones of the register are nobody else's."""
    known = path in graph.index.paths
    return tuple(sorted(form for form in forms if not (known and bodies.is_short(form))))


def _people_known(graph: Graph, paths: Sequence[str]) -> dict[str, Known]:
    found: dict[str, Known] = defaultdict(Known)
    for row in _about(graph, "circumstances", paths):
        known = found[row["thing"]]
        known.documents.add(row["document"])
        for name, values in (("body", known.bodies), ("organisation", known.organisations), ("party", known.parties)):
            if name in row:
                values.add(row[name])
        if "title" in row:
            known.titles.add(row["title"].casefold())
        if "listed" in row:
            known.listed.add((row["document"], row["listed"], row.get("body", "")))
        if "start" in row:
            known.years.add(int(row["start"][:4]))
    return found


def _bodies_known(graph: Graph, paths: Sequence[str]) -> dict[str, Known]:
    found: dict[str, Known] = defaultdict(Known)
    for row in _about(graph, "company", paths):
        found[row["thing"]].documents.add(row["document"])
        if "person" in row:
            found[row["thing"]].people.add(row["person"])
    for one, other in _said_to_replace(graph):
        found[one].replaces.add(other)
    return found


def _said_to_replace(graph: Graph) -> set[Pair]:
    rows = _read(graph.store.select(queries.query("candidates/replaced").text), graph.base)
    return {pair_of(row["one"], row["other"]) for row in rows}


def _about(graph: Graph, query: str, paths: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of a query about some things, asked for a few at once."""
    asked = queries.query(f"candidates/{query}")
    for start in range(0, len(paths), _AT_ONCE):
        nodes = [NamedNode(graph.base + path) for path in paths[start : start + _AT_ONCE]]
        yield from _read(graph.store.select(asked.bind({"thing": nodes})), graph.base)


def _read(rows: Rows, base: str) -> Iterator[dict[str, str]]:
    """Rows as texts by variable, without the unbound; IRIs below the base as paths."""
    for row in rows.rows:
        yield {
            name: getattr(term, "value", str(term)).removeprefix(base)
            for name, term in zip(rows.variables, row, strict=True)
            if term is not None
        }


class _Names:
    """The names of things by their paths, asked for once each."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[str, str] = {}

    def __call__(self, paths: Iterable[str]) -> str:
        wanted = sorted(paths)
        missing = [NamedNode(self._graph.base + path) for path in wanted if path not in self._known]
        if missing:
            rows = self._graph.store.select(queries.query("candidates/names").bind({"thing": missing}))
            self._known.update({path: path for path in wanted if path not in self._known})
            self._known.update((row["thing"], row["name"]) for row in _read(rows, self._graph.base))
        return ", ".join(self._known[path] for path in wanted)


_KNOWN: Final[Mapping[Kind, Callable[[Graph, Sequence[str]], dict[str, Known]]]] = {
    "person": _people_known, "body": _bodies_known,
}  # fmt: skip
_REASONS: Final = {"person": circumstances.of_people, "body": circumstances.of_bodies}
