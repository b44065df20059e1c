"""Corrections as quads: the named graph `corrections` below the base, with who said what of which fact, when and why.

It holds each correction whole, so that a document can be made again from the store alone.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad

from samverkan.corrections import Correction, Corrections, from_json, gathered, in_words, to_json
from samverkan.errors import StoreError
from samverkan.identity import path_part
from samverkan.triples.literals import literal
from samverkan.triples.shapes import SHAPES
from samverkan.vocabulary import ACTS, DCT, OA, PROV, RDF, RDFS, SAMV, XSD

Said = tuple[NamedNode, NamedNode | Literal]

_CLASSES: Final = {
    "document": SAMV.Document, "body": SAMV.Body, "meeting": SAMV.Meeting,
    **{shape.rows: shape.type for shape in SHAPES},
}  # fmt: skip


def corrections_graph(base: str) -> NamedNode:
    """The named graph of the corrections."""
    return NamedNode(f"{base}corrections")


def correction_quads(corrections: Corrections, base: str) -> Iterator[Quad]:
    """The corrections, each a node, and those who made them."""
    graph = corrections_graph(base)
    yield Quad(graph, RDFS.label, Literal("Rättelser", language="sv"), graph)
    yield Quad(graph, RDFS.label, Literal("Corrections", language="en"), graph)
    for row in corrections.rows:
        node = NamedNode(f"{base}correction/{row.key}")
        for predicate, value in _row(row, base):
            yield Quad(node, predicate, value, graph)
    for who in dict.fromkeys(row.who for row in corrections.rows):
        judge = NamedNode(f"{base}judge/{path_part(who)}")
        yield Quad(judge, RDF.type, PROV.Agent, graph)
        yield Quad(judge, RDFS.label, literal(who), graph)


def _row(row: Correction, base: str) -> Iterator[Said]:
    yield RDF.type, SAMV.Correction
    yield RDF.type, PROV.Entity
    yield RDFS.label, literal(row.says)
    yield SAMV.act, ACTS[row.act]
    yield SAMV.factKind, _CLASSES[row.kind]
    yield SAMV.ofDocument, NamedNode(f"{base}document/{path_part(row.document)}")
    if row.act != "add":
        yield SAMV.before, literal(in_words(row.row))
    if row.act != "reject":
        yield SAMV.after, literal(in_words(_after(row)))
    if row.quote is not None:
        yield OA.exact, literal(row.quote)
    yield DCT.description, literal(row.why)
    yield PROV.wasAttributedTo, NamedNode(f"{base}judge/{path_part(row.who)}")
    yield PROV.generatedAtTime, Literal(row.when, datatype=XSD.date if len(row.when) == 10 else XSD.dateTime)
    whole = {"document": row.document, **to_json(row)}
    yield SAMV.correctionAsWritten, Literal(json.dumps(whole, ensure_ascii=False), datatype=RDF.JSON)


def _after(row: Correction) -> Iterable[tuple[str, Any]]:
    """What a fact says after a correction, in the order of its values."""
    changed = dict(row.to)
    yield from ((name, changed.pop(name, value)) for name, value in row.row)
    yield from changed.items()


def corrections_of(quads: Iterable[Quad]) -> Corrections:
    """The corrections that a graph of them holds."""
    rows = []
    for quad in quads:
        if quad.predicate == SAMV.correctionAsWritten and isinstance(quad.object, Literal):
            value = json.loads(quad.object.value)
            if not isinstance(value, dict) or not isinstance(document := value.pop("document", None), str):
                raise StoreError(
                    f"{quad.subject} is no correction; load again what stands in the folder of corrections"
                )
            rows.append(from_json(document, value, str(quad.subject)))
    return gathered(rows)
