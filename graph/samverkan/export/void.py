"""What the data set holds, for tools of linked data: counts by class and property, and where to get it (VoID).

https://www.w3.org/TR/void/, at the address `/.well-known/void` that the standard gives it.
"""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from samverkan.export import graphs
from samverkan.export.catalogue import LICENCE
from samverkan.export.dumps import Dump
from samverkan.store.formats import GRAPHS
from samverkan.vocabulary import DCT, PREFIXES, RDF, RDFS, XSD, Namespace

PATH: Final = "/.well-known/void"

_VOID: Final = Namespace(
    "http://rdfs.org/ns/void#",
    "Dataset DatasetDescription triples entities classes properties classPartition class propertyPartition property "
    "sparqlEndpoint dataDump uriSpace vocabulary feature rootResource",
)
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_FOAF_TOPIC: Final = NamedNode("http://xmlns.com/foaf/0.1/primaryTopic")
_FEATURES: Final = ("Turtle", "JSON-LD", "RDF_XML", "N-Triples")


def written(site: str, base: str, dump: Dump | None, form: str) -> bytes:
    """The description of the data set of the site at the address `site`, whose things have IRIs below `base`."""
    return graphs.written(_triples(site.rstrip("/"), base, dump), form)


def _triples(site: str, base: str, dump: Dump | None) -> Iterator[Triple]:
    document, dataset = NamedNode(site + PATH), NamedNode(f"{site}{PATH}#dataset")
    yield Triple(document, RDF.type, _VOID.DatasetDescription)
    yield Triple(document, _FOAF_TOPIC, dataset)
    yield Triple(dataset, RDF.type, _VOID.Dataset)
    yield Triple(dataset, DCT.title, Literal("Samverkan"))
    yield Triple(dataset, DCT.license, NamedNode(LICENCE))
    yield Triple(dataset, _VOID.uriSpace, Literal(base))
    yield Triple(dataset, _VOID.sparqlEndpoint, NamedNode(f"{site}/sparql"))
    yield Triple(dataset, RDFS.seeAlso, NamedNode(f"{site}/catalogue"))
    for name in sorted({*PREFIXES.values()}):
        yield Triple(dataset, _VOID.vocabulary, NamedNode(name))
    for feature in _FEATURES:
        yield Triple(dataset, _VOID.feature, NamedNode(_FORMATS + feature))
    if dump:
        yield from _counts(dataset, dump)
        for each in dump.files:
            if each.form in GRAPHS and not each.county:
                yield Triple(dataset, _VOID.dataDump, NamedNode(f"{site}/downloads/{each.name}"))


def _counts(dataset: NamedNode, dump: Dump) -> Iterator[Triple]:
    """How much there is, in all and of each class and property."""
    yield Triple(dataset, _VOID.triples, _number(dump.triples))
    yield Triple(dataset, _VOID.classes, _number(len(dump.classes)))
    yield Triple(dataset, _VOID.properties, _number(len(dump.properties)))
    for number, (name, count) in enumerate(dump.classes.items(), 1):
        part = NamedNode(f"{dataset.value}-class-{number}")
        yield Triple(dataset, _VOID.classPartition, part)
        yield Triple(part, getattr(_VOID, "class"), NamedNode(name))
        yield Triple(part, _VOID.entities, _number(count))
    for number, (name, count) in enumerate(dump.properties.items(), 1):
        part = NamedNode(f"{dataset.value}-property-{number}")
        yield Triple(dataset, _VOID.propertyPartition, part)
        yield Triple(part, _VOID.property, NamedNode(name))
        yield Triple(part, _VOID.triples, _number(count))


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer)
