"""What publications changed as a Linked Data Event Stream: members that never change, in parts that never change.

https://w3id.org/ldes/specification. Each fact that came or went is a member, an activity of ActivityStreams 2
(`as:Create`, `as:Delete`) with the time of the publication; each publication is a part of the stream (a `tree:Node`).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from samverkan.export import graphs
from samverkan.store.history import Publication
from samverkan.vocabulary import DCT, RDF, XSD, Namespace

_LDES: Final = Namespace("https://w3id.org/ldes#", "EventStream timestampPath versionOfPath")
_TREE: Final = Namespace("https://w3id.org/tree#", "Node view relation Relation node member")
_AS: Final = Namespace("https://www.w3.org/ns/activitystreams#", "Create Delete object published summary context")
_ACTS: Final = {"added": _AS.Create, "withdrawn": _AS.Delete}


def view(address: str, versions: Iterable[str], form: str) -> bytes:
    """The entry point of the stream at `address`: its parts by their versions, the oldest first."""
    return graphs.written(_view(NamedNode(address), sorted(versions), form), form)


def part(address: str, publication: Publication, form: str) -> bytes:
    """The part of the stream that one publication is."""
    return graphs.written(_part(NamedNode(address), publication, form), form)


def _view(entry: NamedNode, versions: list[str], form: str) -> Iterator[Triple]:
    stream = NamedNode(f"{entry.value}#stream")
    yield Triple(stream, RDF.type, _LDES.EventStream)
    yield Triple(stream, DCT.title, Literal("Samverkan: changes", language="en"))
    yield Triple(stream, _LDES.timestampPath, _AS.published)
    yield Triple(stream, _LDES.versionOfPath, _AS.object)
    yield Triple(stream, _TREE.view, entry)
    yield Triple(entry, RDF.type, _TREE.Node)
    for version in versions:
        relation = NamedNode(f"{entry.value}#to-{version}")
        yield Triple(entry, _TREE.relation, relation)
        yield Triple(relation, RDF.type, _TREE.Relation)
        yield Triple(relation, _TREE.node, NamedNode(f"{entry.value}/{version}.{form}"))


def _part(entry: NamedNode, publication: Publication, form: str) -> Iterator[Triple]:
    stream = NamedNode(f"{entry.value}#stream")
    time = Literal(publication.published, datatype=XSD.dateTime)
    node = NamedNode(f"{entry.value}/{publication.version}.{form}")
    yield Triple(stream, _TREE.view, node)
    yield Triple(node, RDF.type, _TREE.Node)
    for number, change in enumerate(publication.changes, 1):
        member = NamedNode(f"{entry.value}/{publication.version}#{number}")
        yield Triple(stream, _TREE.member, member)
        yield Triple(member, RDF.type, _ACTS[change.act])
        yield Triple(member, _AS.object, NamedNode(change.fact))
        yield Triple(member, _AS.published, time)
        yield Triple(member, _AS.summary, Literal(change.words))
        if change.document.iri:
            yield Triple(member, _AS.context, NamedNode(change.document.iri))
