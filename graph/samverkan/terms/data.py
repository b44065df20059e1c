"""The ontology and its lists as data: their files, and what they say of a term."""

from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from samverkan.resources import folder
from samverkan.vocabulary import SKOS


def turtle() -> dict[str, Path]:
    """The files of the ontology, by their names."""
    return {path.name: path for path in sorted(folder("ontology").glob("*.ttl"))}


@cache
def triples() -> tuple[Triple, ...]:
    """All statements of the ontology and its lists, in the order of the files."""
    return tuple(quad.triple for path in turtle().values() for quad in parse(path.read_bytes(), RdfFormat.TURTLE))


def described(iri: str) -> list[Triple]:
    """What the ontology says of a term or a word of a list; of a list with all its words. Nothing of another IRI."""
    node = NamedNode(iri)
    words = {each.subject for each in triples() if each.predicate == SKOS.inScheme and each.object == node}
    return [each for each in triples() if each.subject == node] + [each for each in triples() if each.subject in words]
