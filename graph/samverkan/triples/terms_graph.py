"""The ontology and its lists as quads, read from the shipped files. The shapes are not part of what is said."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from samverkan.resources import folder
from samverkan.vocabulary import NS

ONTOLOGY_GRAPH: Final = NamedNode(NS.removesuffix("#"))
_SHAPES: Final = "shapes.ttl"


def ontology_quads() -> Iterator[Quad]:
    """The quads of the ontology's named graph."""
    for path in sorted(folder("ontology").glob("*.ttl")):
        if path.name == _SHAPES:
            continue
        for quad in parse(path=path, format=RdfFormat.TURTLE, base_iri=ONTOLOGY_GRAPH.value):
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH)
