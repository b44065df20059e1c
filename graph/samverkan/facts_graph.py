"""The way back: the named graph of a document becomes its facts again, without loss.

Written forms, order and duplicates return as they were. An empty list of days comes back as none given,
which the contract does not tell apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad

from samverkan import facts_json
from samverkan.errors import FactsError
from samverkan.facts import Body, Document, Evidence, Facts, Meeting, Mention, Relation
from samverkan.triples.literals import ordinal
from samverkan.triples.shapes import BODY, DOCUMENT, MEETING, SHAPES, TYPES, Shape, Slot
from samverkan.vocabulary import DCT, OA, PROV, RDF, RDFS, RELATIONS, SAMV

_NUMBERS: Final[dict[str, type[int | float]]] = {"number": int, "decimal": float}
_MENTION_KINDS: Final = {TYPES[kind][0]: kind for kind in TYPES}
_RELATION_WORDS: Final = {node: word for word, node in RELATIONS.items()}


def document_facts(quads: Iterable[Quad]) -> Facts:
    """The facts that the quads of one document's graph say; `FactsError` names the node and what is wrong with it."""
    nodes: dict[Any, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
    graphs = set()
    for quad in quads:
        nodes[quad.subject][quad.predicate].append(quad.object)
        graphs.add(quad.graph_name)
    if len(graphs) != 1:
        raise FactsError(f"facts come from the graph of one document; these quads are of {len(graphs)} graphs")
    (document,) = graphs
    if not isinstance(document, NamedNode) or SAMV.Document not in nodes[document][RDF.type]:
        raise FactsError(f"{document} is not the graph of a document")
    return _Graph(document, {node: dict(said) for node, said in nodes.items()}).facts()


def facts_as_read(quads: Iterable[Quad]) -> Facts:
    """The facts as they were read, before corrections, by the quads of one document's graph."""
    every = list(quads)
    as_read = [quad.object for quad in every if quad.predicate == SAMV.asRead]
    if not as_read:
        return document_facts(every)
    if len(as_read) > 1 or not isinstance(as_read[0], Literal):
        raise FactsError(f"{every[0].graph_name} must say once, as a literal, what was read")
    return facts_json.loads(as_read[0].value, str(every[0].graph_name))


class _Graph:
    """A document's graph by subject and predicate."""

    def __init__(self, document: NamedNode, nodes: Mapping[Any, Mapping[NamedNode, list[Any]]]) -> None:
        self.document = document
        self.nodes = nodes

    def facts(self) -> Facts:
        rows: dict[str, Any] = {shape.rows: self._rows(shape) for shape in SHAPES}
        return Facts(
            document=Document(**self._values(self.document, DOCUMENT), evidence=self._evidence(self.document)),
            body=self._body(),
            meeting=self._meeting(),
            **rows,
        )

    def _body(self) -> Body | None:
        node = self._one(self.document, SAMV.body)
        if node is None:
            return None
        base, _, key = self.document.value.rpartition("document/")
        own = NamedNode(f"{base}body/document/{key}")  # that of a body without a name, also where it was merged
        nameless = node == own or node in self.nodes.get(own, {}).get(DCT.isReplacedBy, ())
        name = None if nameless else self._name(self.document, node, SAMV.bodyAsWritten)
        return Body(name=name, **self._values(node, BODY), evidence=self._evidence(node))

    def _meeting(self) -> Meeting | None:
        node = self._one(self.document, SAMV.meeting)
        return node and Meeting(**self._values(node, MEETING), evidence=self._evidence(node))

    def _rows(self, shape: Shape) -> tuple[Any, ...]:
        found = [node for node, said in self.nodes.items() if shape.type in said.get(RDF.type, ())]
        found.sort(key=lambda node: int(self._text(node, SAMV.position)))
        return tuple(self._row(node, shape) for node in found)

    def _row(self, node: NamedNode, shape: Shape) -> Any:
        values = self._values(node, shape.slots)
        if shape.row is Mention:
            values["name"] = self._name(node, self._need(node, SAMV.mentions), SAMV.nameAsWritten)
            values["kind"] = _MENTION_KINDS.get(self._need(node, SAMV.mentionedAs))
        if shape.row is Relation:
            values["subject"] = self._name(node, self._need(node, RDF.subject), SAMV.subjectAsWritten)
            values["relation"] = _RELATION_WORDS.get(self._need(node, RDF.predicate))
            values["object"] = self._name(node, self._need(node, RDF.object), SAMV.objectAsWritten)
        for each in fields(shape.row):
            if each.default is MISSING and values.get(each.name) is None:
                raise FactsError(f"{node} does not say its {each.name}")
        return shape.row(**values, evidence=self._evidence(node))

    def _values(self, node: NamedNode, slots: tuple[Slot, ...]) -> dict[str, Any]:
        return {slot.name: self._value(node, slot) for slot in slots}

    def _value(self, node: NamedNode, slot: Slot) -> Any:
        if slot.how in ("agents", "dates"):
            listed = self._list(node)
            return listed if listed or slot.how == "agents" else None
        value = self._one(node, slot.property)
        if value is None:
            return None
        if slot.how == "concept":
            assert slot.concepts is not None
            words = [word for word, concept in slot.concepts.items() if concept == value]
            if not words:
                raise FactsError(f"{node} has the unknown {slot.name} {value}")
            return words[0]
        if slot.how in ("person", "agent", "body"):
            return self._name(node, value, slot.written)
        return _NUMBERS.get(slot.how, str)(value.value)

    def _list(self, node: NamedNode) -> tuple[str, ...]:
        listed: list[str] = []
        while (value := self._one(node, ordinal(len(listed) + 1))) is not None:
            listed.append(value.value)
        return tuple(listed)

    def _name(self, node: NamedNode, entity: NamedNode, written: NamedNode | None) -> str:
        as_written = self._one(node, written) if written else None
        return str(as_written.value) if as_written is not None else self._text(entity, RDFS.label)

    def _evidence(self, node: NamedNode) -> Evidence | None:
        passage = self._one(node, PROV.wasDerivedFrom)
        return passage and Evidence(
            start=int(self._text(passage, OA.start)),
            end=int(self._text(passage, OA.end)),
            quote=self._text(passage, OA.exact),
            rule=self._text(node, SAMV.rule),
            confidence=float(self._text(node, SAMV.confidence)),
        )

    def _text(self, node: NamedNode, predicate: NamedNode) -> str:
        value = self._need(node, predicate)
        if not isinstance(value, Literal):
            raise FactsError(f"{node} has the node {value} where a literal is needed, by {predicate}")
        return value.value

    def _need(self, node: NamedNode, predicate: NamedNode) -> Any:
        value = self._one(node, predicate)
        if value is None:
            raise FactsError(f"{node} has no {predicate}")
        return value

    def _one(self, node: NamedNode, predicate: NamedNode) -> Any:
        """The only value of a property, None where there is none."""
        values = self.nodes.get(node, {}).get(predicate, ())
        if len(values) > 1:
            raise FactsError(f"{node} has {len(values)} values of {predicate}, not one")
        return values[0] if values else None
