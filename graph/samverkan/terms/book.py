"""What the shipped files say of each term: its names, what it means, how it stands to others, what shapes ask of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, SKOS

from samverkan.resources import folder
from samverkan.triples import ONTOLOGY_GRAPH
from samverkan.vocabulary import CONCEPTS, LISTS, NS, PREFIXES

Kind = Literal["class", "object property", "datatype property"]
Words = Mapping[str, str]
"""What is said in each language: keys `sv` and `en`."""

_KINDS: Final[dict[Any, Kind]] = {
    OWL.Class: "class", OWL.ObjectProperty: "object property", OWL.DatatypeProperty: "datatype property",
}  # fmt: skip
_PREFIXES: Final = {
    **PREFIXES,
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "spdx": "http://spdx.org/rdf/terms#",
}
_SHAPES: Final = "shapes.ttl"
_STANDS: Final = {
    "parents": (RDFS.subClassOf, RDFS.subPropertyOf),
    "domain": (RDFS.domain,),
    "range": (RDFS.range,),
    "close": (SKOS.closeMatch,),
    "broad": (SKOS.broadMatch,),
    "related": (SKOS.relatedMatch,),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Another term, ours or of others: `anchor` is its place on the page, where it has one."""

    iri: str
    short: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One of our terms; `stands` is how it stands to others, by `parents`, `domain`, `range`, `close` …

    `asked` is what the shapes ask of the things of a class.
    """

    name: str
    iri: str
    kind: Kind
    label: Words
    comment: Words
    stands: Mapping[str, tuple[Reference, ...]]
    asked: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of a list; `anchor` is its place on the page."""

    iri: str
    anchor: str
    notation: str
    label: Words
    definition: Words


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words, for the values of a property."""

    name: str
    iri: str
    label: Words
    definition: Words
    words: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All of the ontology."""

    iri: str
    title: Words
    comment: Words
    version: str
    version_iri: str
    issued: str
    licence: str
    terms: tuple[Term, ...]
    lists: tuple[WordList, ...]

    def of_kind(self, kind: Kind) -> tuple[Term, ...]:
        """The terms of a kind, in the order of the file."""
        return tuple(term for term in self.terms if term.kind == kind)


@cache
def shipped() -> Book:
    """The ontology that the package brings."""
    graph = rdflib.Graph()
    for path in sorted(folder("ontology").glob("*.ttl")):
        if path.name != _SHAPES:
            graph.parse(path, format="turtle")
    in_order = parse(path=folder("ontology") / "samverkan.ttl", format=RdfFormat.TURTLE)
    order = dict.fromkeys(quad.subject.value for quad in in_order if isinstance(quad.subject, NamedNode))
    about = rdflib.URIRef(ONTOLOGY_GRAPH.value)
    asked = _asked()
    return Book(
        iri=ONTOLOGY_GRAPH.value,
        title=_words(graph, about, DCTERMS.title),
        comment=_words(graph, about, RDFS.comment),
        version=str(graph.value(about, OWL.versionInfo)),
        version_iri=str(graph.value(about, OWL.versionIRI)),
        issued=str(graph.value(about, DCTERMS.issued)),
        licence=str(graph.value(about, DCTERMS.license)),
        terms=tuple(_term(graph, rdflib.URIRef(iri), asked) for iri in order if iri.startswith(NS)),
        lists=tuple(_lists(graph)),
    )


def _term(graph: rdflib.Graph, node: rdflib.URIRef, asked: Mapping[str, list[Words]]) -> Term:
    kind = next(_KINDS[each] for each in graph.objects(node, RDF.type) if each in _KINDS)
    stands = {name: _references(graph, node, properties) for name, properties in _STANDS.items()}
    return Term(
        name=str(node).removeprefix(NS),
        iri=str(node),
        kind=kind,
        label=_words(graph, node, RDFS.label),
        comment=_words(graph, node, RDFS.comment),
        stands={name: found for name, found in stands.items() if found},
        asked=tuple(asked.get(str(node), ())),
    )


def _references(
    graph: rdflib.Graph, node: rdflib.URIRef, properties: tuple[rdflib.URIRef, ...]
) -> tuple[Reference, ...]:
    found = {str(each) for property in properties for each in graph.objects(node, property)}
    return tuple(reference(iri) for iri in sorted(found))


def reference(iri: str) -> Reference:
    """A term by its address, in short.

    >>> reference("http://www.w3.org/ns/org#Post").short, reference("https://w3id.org/samverkan/ns#Body").anchor
    ('org:Post', 'Body')
    """
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            name = iri.removeprefix(namespace)
            return Reference(iri, f"{prefix}:{name}", name if namespace == NS else None)
    return Reference(iri, iri)


def _lists(graph: rdflib.Graph) -> Iterator[WordList]:
    for name, concepts in LISTS.items():
        nodes = [rdflib.URIRef(concept.value) for concept in concepts.values()]
        scheme = rdflib.URIRef(str(nodes[0]).rpartition("/")[0])
        yield WordList(
            name=name,
            iri=str(scheme),
            label=_words(graph, scheme, SKOS.prefLabel),
            definition=_words(graph, scheme, SKOS.definition),
            words=tuple(
                Concept(
                    iri=str(node),
                    anchor=str(node).removeprefix(CONCEPTS),
                    notation=str(graph.value(node, SKOS.notation)),
                    label=_words(graph, node, SKOS.prefLabel),
                    definition=_words(graph, node, SKOS.definition),
                )
                for node in nodes
            ),
        )


def _asked() -> Mapping[str, list[Words]]:
    """What the shapes ask of the things of each class, property by property."""
    shapes = rdflib.Graph().parse(folder("ontology") / _SHAPES, format="turtle")
    found: dict[str, list[Words]] = defaultdict(list)
    for shape, _, kind in shapes.triples((None, SH.targetClass, None)):
        for part in (shape, *shapes.objects(shape, SH.property)):
            told = _words(shapes, part, SH.message)
            if len(told) == 2 and told not in found[str(kind)]:
                found[str(kind)].append(told)
    return {kind: sorted(told, key=lambda words: words["sv"]) for kind, told in found.items()}


def _words(graph: rdflib.Graph, node: rdflib.term.Node, property: rdflib.URIRef) -> Words:
    texts = (each for each in graph.objects(node, property) if isinstance(each, rdflib.Literal))
    return {str(each.language): str(each) for each in sorted(texts, key=lambda each: str(each.language), reverse=True)}
