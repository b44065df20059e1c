"""Judgements as quads: the named graph `judgements` below the base, with who said what of which two, when and why."""

import json
from collections.abc import Iterator
from hashlib import blake2b

from pyoxigraph import Literal, NamedNode, Quad

from samverkan.identity import path_part
from samverkan.judgements import COLUMNS, Judgement, Judgements, Pair
from samverkan.triples.literals import literal
from samverkan.vocabulary import DCT, PROV, RDF, RDFS, SAMV, VERDICTS, XSD


def judgements_graph(base: str) -> NamedNode:
    """The named graph of the judgements."""
    return NamedNode(f"{base}judgements")


def judgement_quads(judgements: Judgements, base: str) -> Iterator[Quad]:
    """The rows, each a node; `dct:isReplacedBy` from each thing that was merged to the one that stands for it.

    The graph itself has the digest of the rows, by which a store remembers what it was made with.
    """
    graph = judgements_graph(base)
    yield Quad(graph, RDFS.label, Literal("Bedömningar", language="sv"), graph)
    yield Quad(graph, RDFS.label, Literal("Judgements", language="en"), graph)
    yield Quad(graph, SAMV.contentHash, literal(judgements.digest), graph)
    before: dict[Pair, NamedNode] = {}
    for row in judgements.rows:
        node = NamedNode(f"{base}judgement/{_digest(row)}")
        for predicate, value in _row(row, base):
            yield Quad(node, predicate, value, graph)
        if before.get(row.pair, node) != node:
            yield Quad(node, PROV.wasRevisionOf, before[row.pair], graph)
        before[row.pair] = node
    for who in dict.fromkeys(row.who for row in judgements.rows):
        judge = NamedNode(f"{base}judge/{path_part(who)}")
        yield Quad(judge, RDF.type, PROV.Agent, graph)
        yield Quad(judge, RDFS.label, literal(who), graph)
    for path, kept in judgements.kept.items():
        yield Quad(NamedNode(base + path), DCT.isReplacedBy, NamedNode(base + kept), graph)


def _row(row: Judgement, base: str) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield RDF.type, SAMV.Judgement
    yield RDF.type, PROV.Entity
    yield RDFS.label, literal(f"{row.one_name} – {row.other_name}")
    yield SAMV.one, NamedNode(base + row.one)
    yield SAMV.other, NamedNode(base + row.other)
    yield SAMV.verdict, VERDICTS[row.verdict]
    yield DCT.description, literal(row.why)
    yield PROV.wasAttributedTo, NamedNode(f"{base}judge/{path_part(row.who)}")
    yield PROV.generatedAtTime, Literal(row.when, datatype=XSD.date if len(row.when) == 10 else XSD.dateTime)


def _digest(row: Judgement) -> str:
    content = json.dumps([getattr(row, name) for name in COLUMNS])
    return blake2b(content.encode(), digest_size=8).hexdigest()
