"""The shapes over the graph, by pyshacl: one named graph at a time, beside what the register and the lists know.

Every graph describes all that it names, so it can be checked by itself; only what it points to in the register, the
ontology and the lists must stand beside it. So the work grows with the documents and not with their square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, TypeAlias

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib.namespace import RDF, RDFS, SH

from samverkan.checking.findings import Finding, Value
from samverkan.checking.memory import Memory, digest
from samverkan.resources import folder
from samverkan.store import Store, Term
from samverkan.triples import ONTOLOGY_GRAPH
from samverkan.vocabulary import XSD

_REGISTER: Final = "/register"
_AIMS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
_SUBCLASS: Final = str(RDFS.subClassOf)
_LABELS: Final = {
    "focus": {"sv": "Vad", "en": "What"},
    "path": {"sv": "Egenskap", "en": "Property"},
    "value": {"sv": "Värde", "en": "Value"},
    "class": {"sv": "Klass", "en": "Class"},
}


Said: TypeAlias = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Shapes ready to be asked; `owners` leads from each shape to the named one that it stands in.

    `heeded` are the properties that they speak of: what is said by others need not be looked at.
    """

    graph: rdflib.Graph
    hierarchy: tuple[Said, ...]
    owners: Mapping[rdflib.term.Node, str]
    heeded: frozenset[str]
    text: str

    @property
    def count(self) -> int:
        """How many shapes have something to look at."""
        return len({shape for aim in _AIMS for shape in self.graph.subjects(aim, None)})


@cache
def shipped() -> Shapes:
    """The shapes of `ontology/shapes.ttl`."""
    return read((folder("ontology") / "shapes.ttl").read_text("utf-8"))


def read(text: str) -> Shapes:
    """Shapes from Turtle.

    What a node shape asks of a property is asked of all its things at once, which is ten times faster and means the
    same: the property's shape takes over the classes that the node shape is about.
    """
    graph = rdflib.Graph().parse(data=text, format="turtle")
    owners: dict[rdflib.term.Node, str] = {
        node: str(node) for node in graph.subjects(SH.message, None) if isinstance(node, rdflib.URIRef)
    }
    for shape in list(graph.subjects(RDF.type, SH.NodeShape)):
        for part in list(graph.objects(shape, SH.property)):
            owners.setdefault(part, str(shape))
            for kind in graph.objects(shape, SH.targetClass):
                graph.add((part, SH.targetClass, kind))
        if graph.value(shape, SH.targetClass):
            graph.remove((shape, SH.property, None))
    hierarchy = tuple(graph.triples((None, RDFS.subClassOf, None)))
    named = {str(each) for each in graph.objects() if isinstance(each, rdflib.URIRef)}
    return Shapes(graph, hierarchy, owners, frozenset({*named, str(RDF.type), _SUBCLASS}), text)


def violations(
    store: Store, graphs: Iterable[NamedNode], shapes: Shapes, memory: Memory | None = None
) -> Iterator[Finding]:
    """What the named graphs of a store have that no shape allows, in the order of the graphs.

    Those that the memory knows as well formed are passed over, and those found so are added to it.

    Each is looked at alone: two documents may each say where a meeting was held, and then contradict each other, but
    neither breaks a shape.
    """
    every = tuple(graphs)
    known = _Known(store, every, shapes)
    memory = memory or Memory()
    memory.looked_at_with(digest(known.quads(), shapes.text, pyshacl.__version__))
    for graph in every:
        quads = list(store.quads(graph))
        now = digest(quads)
        if memory.knows(graph, now):
            continue
        found = list(_found(quads, known, shapes))
        if not found:
            memory.keep(graph, now)
        yield from sorted(found, key=lambda finding: (str(finding.focus), finding.check, str(finding.values)))


class _Known:
    """What the register and the ontology say of each thing, for graphs that point to it."""

    def __init__(self, store: Store, graphs: Sequence[NamedNode], shapes: Shapes) -> None:
        self._about: dict[Term, list[Quad]] = defaultdict(list)
        for graph in graphs:
            if graph == ONTOLOGY_GRAPH or graph.value.endswith(_REGISTER):
                for quad in store.quads(graph):
                    self._about[quad.subject].append(quad)
        hierarchy = [quad for quad in self.quads() if quad.predicate.value == _SUBCLASS]
        self.hierarchy = [*map(_triple, hierarchy), *shapes.hierarchy]

    def quads(self) -> Iterator[Quad]:
        """All that is known."""
        return (quad for quads in self._about.values() for quad in quads)

    def beside(self, quads: Iterable[Quad], described: set[Term]) -> Iterator[Quad]:
        """What is known of the things that quads point to and do not describe, and of those that these point to."""
        seen = set(described)
        ahead = {quad.object for quad in quads}
        while ahead := {thing for thing in ahead - seen if thing in self._about}:
            seen |= ahead
            found = [quad for thing in ahead for quad in self._about[thing]]
            yield from found
            ahead = {quad.object for quad in found}


def _found(quads: list[Quad], known: _Known, shapes: Shapes) -> Iterator[Finding]:
    described: set[Term] = {quad.subject for quad in quads}
    data = rdflib.Graph()
    for quad in (*quads, *known.beside(quads, described)):
        if quad.predicate.value in shapes.heeded:
            data.add(_triple(quad))
    for triple in known.hierarchy:
        data.add(triple)
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes.graph, inplace=True)
    if conforms:
        return
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        finding = _finding(report, result, shapes)
        if finding.focus in described:
            yield finding


def _finding(report: rdflib.Graph, result: rdflib.term.Node, shapes: Shapes) -> Finding:
    focus, path, value = (report.value(result, each) for each in (SH.focusNode, SH.resultPath, SH.value))
    source = report.value(result, SH.sourceShape)
    messages = {
        each.language or "en": str(each)
        for each in report.objects(result, SH.resultMessage)
        if isinstance(each, rdflib.Literal)
    }
    title = {language: messages.get(language) or min(messages.values()) for language in ("sv", "en")}
    said = {"focus": focus, "path": path, "value": value}
    node = NamedNode(str(focus)) if isinstance(focus, rdflib.URIRef) else None
    return Finding(
        check=f"shape:{shapes.owners.get(source, str(source)).rpartition('#')[2]}" if source else "shape",
        level="error",
        title=title,
        values=tuple(_value(name, term) for name, term in said.items() if term is not None),
        focus=node,
        facts=(node,) if node else (),
    )


def _value(name: str, term: rdflib.term.Node) -> Value:
    is_node = isinstance(term, rdflib.URIRef)
    return Value(name, _LABELS[name], str(term), NamedNode(str(term)) if is_node else None)


def _triple(quad: Quad) -> Said:
    return _term(quad.subject), _iri(quad.predicate.value), _term(quad.object)


def _term(term: Term) -> rdflib.term.Node:
    match term:
        case NamedNode():
            return _iri(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            plain = term.datatype == XSD.string
            return rdflib.Literal(term.value, datatype=None if plain else _iri(term.datatype.value))
    raise TypeError(f"{term} is no term of RDF 1.1")


@lru_cache(maxsize=65536)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)
