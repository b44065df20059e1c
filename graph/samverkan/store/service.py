"""What the SPARQL endpoint says of itself: its description by the terms of SPARQL 1.1 Service Description."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.snapshot import Contents
from samverkan.vocabulary import RDF, RDFS, XSD

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
# Our formats by their names at the W3C.
_NAMES: Final = {
    "json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV", "ttl": "Turtle", "nt": "N-Triples", "nq": "N-Quads", "trig": "TriG",
    "jsonld": "JSON-LD", "rdf": "RDF_XML",
}  # fmt: skip
_DESCRIBED_AT: Final = ("/.well-known/void", "/catalogue")  # of the site that the endpoint is part of
DESCRIPTION_FORMATS: Final = ("ttl", "nt", "jsonld", "rdf")


def description(address: str, contents: Contents | None, form: str) -> bytes:
    """The description of the endpoint at an address, in one of `DESCRIPTION_FORMATS`; `contents` where it is known."""
    prefixes = {"sd": _SD, "void": _VOID, "rdf": RDF.type.value.removesuffix("type")}
    return serialize(_triples(NamedNode(address), contents), format=_engine(form), prefixes=prefixes) or b""


def _engine(form: str) -> RdfFormat:
    return GRAPHS[form].engine


def _triples(endpoint: NamedNode, contents: Contents | None) -> Iterator[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    yield Triple(service, RDF.type, _sd("Service"))
    yield Triple(service, _sd("endpoint"), endpoint)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL10Query"))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for name in (*TABLES, *(each for each in GRAPHS if each in DESCRIPTION_FORMATS)):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _NAMES[name]))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, RDF.type, _sd("Dataset"))
    for path in _DESCRIBED_AT:
        yield Triple(dataset, RDFS.seeAlso, NamedNode(urljoin(endpoint.value, path)))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, RDF.type, _sd("Graph"))
    if contents is not None:
        triples = Literal(str(contents.triples), datatype=XSD.integer)
        yield Triple(default, NamedNode(f"{_VOID}triples"), triples)


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
