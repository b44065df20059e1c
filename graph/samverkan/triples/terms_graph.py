"""The ontology and its lists as quads, read from the shipped files."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from samverkan.resources import folder
from samverkan.vocabulary import NS

ONTOLOGY_GRAPH: Final = NamedNode(NS.removesuffix("#"))


def ontology_quads() -> Iterator[Quad]:
    """The quads of the ontology's named graph."""
    for path in sorted(folder("ontology").glob("*.ttl")):
        for quad in parse(path=path, format=RdfFormat.TURTLE, base_iri=ONTOLOGY_GRAPH.value):
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH)
