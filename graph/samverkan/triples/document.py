"""The named graph of one document: the document, its body and meeting, its facts with their evidence, all it names."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from samverkan import __version__
from samverkan.errors import FactsError
from samverkan.facts import Facts, Mention, Referral, Relation
from samverkan.identity import Names, index_of, path_part
from samverkan.identity.entities import Entity
from samverkan.judgements import NONE, Judgements
from samverkan.register import Register
from samverkan.revision import Revision
from samverkan.triples.knowing import fact_nodes, say_ways
from samverkan.triples.literals import dated, decimal, literal, ordinal, whole
from samverkan.triples.page import Page
from samverkan.triples.shapes import BODY, DOCUMENT, MEETING, SHAPES, TYPES, Shape, Slot
from samverkan.vocabulary import DCT, FOAF, PROV, RDF, RDFS, RELATIONS, SAMV, SCHEMA


def document_graph(key: str, base: str) -> NamedNode:
    """The named graph of the document with a key, which is the document itself.

    >>> document_graph("Möte 7", "http://example.org/")
    <NamedNode value=http://example.org/document/möte_7>
    """
    return NamedNode(f"{base}document/{path_part(key)}")


def document_quads(
    facts: Facts,
    *,
    key: str,
    text: str | None,
    digest: str | None,
    register: Register,
    base: str,
    judgements: Judgements = NONE,
    revision: Revision | None = None,
    version: str = __version__,
) -> Iterator[Quad]:
    """The quads of one document's named graph.

    `text` is the normalised text that the evidence points into, `digest` the SHA-256 of the source, where known;
    `judgements` say which of its names mean one thing, `revision` how each of the facts is known where corrections made
    them, `version` is that of the reader.
    `FactsError` names the row whose quote does not stand in the text, or whose date is none; it is raised at once.
    """
    names = Names(facts, key, index_of(register), judgements)
    page = Page(names, key, document_graph(key, base), base, text)
    revised = revision or Revision(facts, facts)
    _say_document(page, facts, text, digest, version)
    if facts.body is not None:
        _say_body(page, facts)
    if facts.meeting is not None or any(shape.at_meeting and getattr(facts, shape.rows) for shape in SHAPES):
        _say_meeting(page, facts)
    for shape in SHAPES:
        _say_rows(page, shape, getattr(facts, shape.rows))
    say_ways(page, revised)
    page.describe_entities()
    graph = page.graph
    return iter([Quad(*triple, graph) for triple in dict.fromkeys(page.triples)])


def _say_document(page: Page, facts: Facts, whole_text: str | None, digest: str | None, version: str) -> None:
    node = page.graph
    for kind in (SAMV.Document, FOAF.Document, PROV.Entity):
        page.say(node, RDF.type, kind)
    page.say(node, RDFS.label, literal(facts.document.title or page.key))
    page.say(node, DCT.identifier, literal(page.key))
    _say_slots(page, node, facts.document, DOCUMENT, "document")
    if whole_text is not None:
        page.say(node, SAMV.text, literal(whole_text))
    if digest is not None:
        page.say(node, SAMV.contentHash, literal(digest if ":" in digest else f"sha256:{digest}"))
    page.evidence(node, facts.document.evidence, "document")
    reader = page.node(f"agent/samverkan-{version}")
    page.say(node, PROV.wasAttributedTo, reader)
    page.say(reader, RDF.type, PROV.SoftwareAgent)
    page.say(reader, RDFS.label, literal(f"Samverkan {version}"))
    page.say(reader, SCHEMA.softwareVersion, literal(version))


def _say_body(page: Page, facts: Facts) -> None:
    body, entity = facts.body, page.names.body
    assert body is not None
    assert entity is not None
    node = page.refer(entity, body.name)
    page.say(page.graph, SAMV.body, node)
    if body.name is not None and body.name != page.label(entity):
        page.say(page.graph, SAMV.bodyAsWritten, literal(body.name))
    _say_slots(page, node, body, BODY, "body")
    page.evidence(node, body.evidence, "body")


def _say_meeting(page: Page, facts: Facts) -> None:
    node, meeting, body = page.meeting, facts.meeting, page.names.body
    page.say(node, RDF.type, SAMV.Meeting)
    page.say(node, RDF.type, SCHEMA.Event)
    start = meeting.start if meeting else None
    named = body is not None and facts.body is not None and facts.body.name is not None
    name = body.name if body and named else facts.document.title or page.key
    page.say(node, RDFS.label, literal(f"{name} {start}" if start else name))
    page.say(node, SAMV.inDocument, page.graph)
    if body:
        page.say(node, SAMV.body, page.refer(body))
    if meeting is not None:
        page.say(page.graph, SAMV.meeting, node)
        _say_slots(page, node, meeting, MEETING, "meeting")
        page.evidence(node, meeting.evidence, "meeting")


def _say_rows(page: Page, shape: Shape, rows: tuple[Any, ...]) -> None:
    more = _MORE.get(shape.row)
    for position, (row, node) in enumerate(zip(rows, fact_nodes(page.graph, shape, rows), strict=True)):
        where = f"{shape.rows}[{position}]"
        page.say(node, RDF.type, shape.type)
        page.say(node, RDF.type, SAMV.Fact)
        page.say(node, SAMV.inDocument, page.graph)
        page.say(node, SAMV.position, whole(position))
        if shape.at_meeting:
            page.say(node, SAMV.meeting, page.meeting)
        _say_slots(page, node, row, shape.slots, where)
        if more:
            more(page, node, row)
        page.evidence(node, row.evidence, where)


def _say_slots(page: Page, node: NamedNode, row: Any, slots: tuple[Slot, ...], where: str) -> None:
    for slot in slots:
        value = getattr(row, slot.name)
        if value is not None:
            try:
                _SAY[slot.how](page, node, slot, value, row)
            except FactsError as error:
                raise FactsError(f"{page.key}: {where}.{slot.name}: {error}") from None


def _text(page: Page, node: NamedNode, slot: Slot, value: str, _row: Any) -> None:
    page.say(node, slot.property, literal(value))


def _date(page: Page, node: NamedNode, slot: Slot, value: str, _row: Any) -> None:
    page.say(node, slot.property, dated(value))


def _dates(page: Page, node: NamedNode, slot: Slot, value: tuple[str, ...], _row: Any) -> None:
    for number, each in enumerate(value, 1):
        page.say(node, slot.property, dated(each))
        page.say(node, ordinal(number), dated(each))


def _number(page: Page, node: NamedNode, slot: Slot, value: int, _row: Any) -> None:
    page.say(node, slot.property, whole(value))


def _decimal(page: Page, node: NamedNode, slot: Slot, value: float, _row: Any) -> None:
    page.say(node, slot.property, decimal(value))


def _concept(page: Page, node: NamedNode, slot: Slot, value: str, _row: Any) -> None:
    assert slot.concepts is not None
    page.say(node, slot.property, slot.concepts[value])


def _person(page: Page, node: NamedNode, slot: Slot, value: str, _row: Any) -> None:
    page.name(node, slot.property, page.names.person(value), value, slot.written)


def _agent(page: Page, node: NamedNode, slot: Slot, value: str, _row: Any) -> None:
    page.name(node, slot.property, page.names.agent(value), value, slot.written)


def _body(page: Page, node: NamedNode, slot: Slot, value: str, row: Any) -> None:
    page.name(node, slot.property, page.names.body_of(value, getattr(row, "organisation", None)), value, slot.written)


def _agents(page: Page, node: NamedNode, slot: Slot, value: tuple[str, ...], _row: Any) -> None:
    for number, each in enumerate(value, 1):
        page.name(node, slot.property, page.names.agent(each), each, None)
        page.say(node, ordinal(number), literal(each))


_SAY: Final[dict[str, Callable[[Page, NamedNode, Slot, Any, Any], None]]] = {
    "text": _text,
    "date": _date,
    "dates": _dates,
    "number": _number,
    "decimal": _decimal,
    "concept": _concept,
    "person": _person,
    "agent": _agent,
    "body": _body,
    "agents": _agents,
}


def _more_of_item(page: Page, node: NamedNode, row: Any) -> None:
    page.say(node, RDFS.label, literal(f"{row.number}. {row.title}" if row.number else row.title))
    page.items.setdefault(row.number or row.title, node)
    page.titles.setdefault(row.title, node)


def _more_of_deed(page: Page, node: NamedNode, row: Any) -> None:
    item = page.items.get(row.item) or page.titles.get(row.item)
    if item is not None:
        page.say(node, SAMV.item, item)


def _more_of_referral(page: Page, node: NamedNode, row: Referral) -> None:
    page.say(node, SAMV.draft, page.refer(page.names.work(row.subject), row.subject))


def _more_of_mention(page: Page, node: NamedNode, row: Mention) -> None:
    entity: Entity = page.names.mentioned(row.name, row.kind)
    page.name(node, SAMV.mentions, entity, row.name, SAMV.nameAsWritten)
    page.say(node, SAMV.mentionedAs, TYPES[row.kind][0])


def _more_of_relation(page: Page, node: NamedNode, row: Relation) -> None:
    subject, object = page.names.sides(row)
    page.say(node, RDF.type, RDF.Statement)
    page.name(node, RDF.subject, subject, row.subject, SAMV.subjectAsWritten)
    page.say(node, RDF.predicate, RELATIONS[row.relation])
    page.name(node, RDF.object, object, row.object, SAMV.objectAsWritten)
    if subject.path != object.path:  # "X replaces Y" may be one body under its former name
        page.say(page.refer(subject), RELATIONS[row.relation], page.refer(object))


# What some kinds of row say beyond their slots.
_MORE: Final[dict[type, Callable[[Page, NamedNode, Any], None]]] = {
    shape.row: more
    for shape, more in zip(
        SHAPES,
        (
            None, None, None, _more_of_item, _more_of_deed, _more_of_deed,
            _more_of_referral, _more_of_mention, _more_of_relation, _more_of_deed, _more_of_deed,
        ),
        strict=True,
    )
    if more
}  # fmt: skip
