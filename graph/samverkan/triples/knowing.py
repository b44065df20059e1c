"""How each fact of a document is known, by which corrections, and what was read that is no fact any more."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, replace
from hashlib import blake2b
from typing import Any

from pyoxigraph import Literal, NamedNode

from samverkan import facts_json
from samverkan.corrections import in_words
from samverkan.revision import Former, Revision, Way
from samverkan.triples.literals import literal
from samverkan.triples.page import Page
from samverkan.triples.shapes import SHAPES, Shape
from samverkan.vocabulary import DCT, KNOWN_BY, RDF, RDFS, SAMV


def fact_nodes(document: NamedNode, shape: Shape, rows: Sequence[Any]) -> list[NamedNode]:
    """The node of each row: a function of what the row says, whatever rule read it; equal rows are counted."""
    seen: Counter[str] = Counter()
    nodes = []
    for row in rows:
        content = json.dumps(astuple(replace(row, evidence=None)))
        seen[content] += 1
        digest = blake2b(f"{content}{seen[content]}".encode(), digest_size=8).hexdigest()
        nodes.append(NamedNode(f"{document.value}/{shape.path}/{digest}"))
    return nodes


def say_ways(page: Page, revision: Revision) -> None:
    """Say of each fact, and of the document, its body and its meeting, how it is known; keep what was read but is no
    fact any more, and, where something was corrected, all facts as they were read."""
    body = page.names.body
    singles = {"document": page.graph, "meeting": page.meeting, **({"body": page.refer(body)} if body else {})}
    for kind, single in singles.items():
        if getattr(revision.facts, kind) is not None:
            _say_way(page, single, revision.way(kind))
    for shape in SHAPES:
        nodes = fact_nodes(page.graph, shape, getattr(revision.facts, shape.rows))
        for position, node in enumerate(nodes):
            _say_way(page, node, revision.way(shape.rows, position))
        former = [each for each in revision.former if each.kind == shape.rows]
        if former:
            _say_former(
                page, shape, former, fact_nodes(page.graph, shape, getattr(revision.as_read, shape.rows)), nodes
            )
    if revision.ways or revision.former:
        whole = json.dumps(facts_json.to_json(revision.as_read), ensure_ascii=False, separators=(",", ":"))
        page.say(page.graph, SAMV.asRead, Literal(whole, datatype=RDF.JSON))


def _say_way(page: Page, node: NamedNode, way: Way) -> None:
    page.say(node, SAMV.knownBy, KNOWN_BY[way.known])
    for row in way.by:
        page.say(node, SAMV.correctedBy, page.node(f"correction/{row.key}"))


def _say_former(
    page: Page, shape: Shape, former: Sequence[Former], read: Sequence[NamedNode], now: Sequence[NamedNode]
) -> None:
    taken = set(now)
    for each in former:
        node = read[each.at]
        if node in taken:  # another fact says by now what this one said
            continue
        page.say(node, RDF.type, SAMV.FormerFact)
        page.say(node, RDFS.label, literal(in_words(facts_json.row_json(each.row).items())))
        page.say(node, SAMV.ofDocument, page.graph)
        for row in each.by:
            page.say(node, SAMV.correctedBy, page.node(f"correction/{row.key}"))
        if each.now is not None:
            page.say(node, DCT.isReplacedBy, now[each.now])
        page.evidence(node, each.row.evidence, f"{shape.rows}, as read")
