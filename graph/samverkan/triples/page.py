"""What is being said of one document: its triples so far, the entities it names, the passages it quotes."""

from typing import Any

from pyoxigraph import NamedNode

from samverkan.errors import FactsError
from samverkan.facts import Evidence
from samverkan.identity import Names
from samverkan.identity.entities import Entity
from samverkan.triples.literals import decimal, literal, whole
from samverkan.triples.shapes import TYPES
from samverkan.vocabulary import DCT, OA, PROV, RDF, RDFS, SAMV, SKOS


class Page:
    """Gathers the triples of a document's graph. `items` and `titles` lead to the agenda's nodes."""

    def __init__(self, names: Names, key: str, graph: NamedNode, base: str, whole_text: str | None) -> None:
        self.names = names
        self.key = key
        self.graph = graph
        self.items: dict[str, NamedNode] = {}
        self.titles: dict[str, NamedNode] = {}
        self.triples: list[tuple[NamedNode, NamedNode, Any]] = []
        self._base = base
        self._text = whole_text
        self._nodes: dict[str, NamedNode] = {}
        self._entities: dict[str, Entity] = {}
        self._forms: dict[tuple[str, str], None] = {}
        self._quotes: dict[str, str] = {}
        self.meeting = self.node(names.meeting_path)

    def say(self, subject: NamedNode, predicate: NamedNode, value: Any) -> None:
        """Add a triple."""
        self.triples.append((subject, predicate, value))

    def node(self, path: str) -> NamedNode:
        """The node of a path."""
        if path not in self._nodes:
            self._nodes[path] = NamedNode(self._base + path)
        return self._nodes[path]

    def refer(self, entity: Entity, written: str | None = None) -> NamedNode:
        """The node of an entity, which is then described; `written` is the form of its name in the document."""
        known = self._entities.setdefault(entity.path, entity)
        if written is not None and written != known.name:
            self._forms[entity.path, written] = None
        if entity.owner and entity.owner.path not in self._entities:
            self.refer(entity.owner)
        return self.node(entity.path)

    def label(self, entity: Entity) -> str:
        """The label that an entity has in this document's graph."""
        return self._entities.get(entity.path, entity).name

    def name(
        self, node: NamedNode, predicate: NamedNode, entity: Entity, written: str, as_written: NamedNode | None
    ) -> None:
        """Say that a node stands to an entity, and by `as_written` how it is named where its label differs."""
        self.say(node, predicate, self.refer(entity, written))
        if as_written and written != self.label(entity):
            self.say(node, as_written, literal(written))

    def evidence(self, node: NamedNode, evidence: Evidence | None, where: str) -> None:
        """Say which passage tells what a node says; `FactsError` where the text has another passage there."""
        if evidence is None:
            return
        self.say(node, SAMV.rule, literal(evidence.rule))
        self.say(node, SAMV.confidence, decimal(evidence.confidence))
        self.say(node, PROV.wasDerivedFrom, self._passage(evidence, where))

    def _passage(self, evidence: Evidence, where: str) -> NamedNode:
        span = f"{self.graph.value}#char={evidence.start},{evidence.end}"
        if span in self._quotes:
            if self._quotes[span] != evidence.quote:
                self._refuse(evidence, where, self._quotes[span])
            return self._nodes[span]
        if not 0 <= evidence.start <= evidence.end:
            raise FactsError(f"{self.key}: {where}.evidence: no passage runs from {evidence.start} to {evidence.end}")
        if self._text is not None and self._text[evidence.start : evidence.end] != evidence.quote:
            self._refuse(evidence, where, self._text[evidence.start : evidence.end])
        self._quotes[span] = evidence.quote
        self._nodes[span] = passage = NamedNode(span)
        for kind in (OA.SpecificResource, OA.TextQuoteSelector, OA.TextPositionSelector):
            self.say(passage, RDF.type, kind)
        self.say(passage, OA.hasSource, self.graph)
        self.say(passage, OA.hasSelector, passage)
        self.say(passage, OA.exact, literal(evidence.quote))
        self.say(passage, OA.start, whole(evidence.start))
        self.say(passage, OA.end, whole(evidence.end))
        return passage

    def _refuse(self, evidence: Evidence, where: str, there: str) -> None:
        raise FactsError(
            f"{self.key}: {where}.evidence: at {evidence.start}-{evidence.end} stands {there[:60]!r}, "
            f"not the quote {evidence.quote[:60]!r}; read the document anew, or correct the offsets"
        )

    def describe_entities(self) -> None:
        """Say of each entity named so far what it is, how it is written, where it belongs, whom it stands for."""
        for path, entity in self._entities.items():
            node = self._nodes[path]
            for kind in TYPES[entity.kind]:
                self.say(node, RDF.type, kind)
            self.say(node, RDFS.label, literal(entity.name))
            if entity.county and entity.kind != "county":
                self.say(node, SAMV.county, self.node(f"county/{entity.county}"))
            if entity.owner:
                self.say(node, SAMV.ownedBy, self.node(entity.owner.path))
        for path, form in self._forms:
            self.say(self._nodes[path], SKOS.altLabel, literal(form))
        for path, kept in self.names.replaced.items():
            self.say(self.node(path), DCT.isReplacedBy, self.node(kept))
