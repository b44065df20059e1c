"""What the register knows of bodies over time and of their seats, as triples; a change is an `org:ChangeEvent`."""

from collections.abc import Iterator
from typing import Any, Final

from pyoxigraph import NamedNode

from samverkan.identity import index_of, path_part
from samverkan.identity.entities import Entity, EntityKind, path_of
from samverkan.identity.words import is_collective
from samverkan.register import Change, Register, SeatRule
from samverkan.triples.literals import dated, literal, whole
from samverkan.triples.shapes import TYPES
from samverkan.vocabulary import CHANGE_KINDS, DCT, OPENGOV, ORG, RDF, RDFS, SAMV

Triple = tuple[NamedNode, NamedNode, Any]

# What names of `changes.csv` mean where the register has no entry of them.
_KINDS: Final[dict[str, EntityKind]] = {"body": "body", "organisation": "organisation", "region": "region"}


def history(register: Register, base: str) -> Iterator[Triple]:
    """The triples of the register's changes and rules of seats."""
    told = _Told(register, base)
    for change in register.changes:
        yield from _change(change, told)
    for rule in register.seats:
        yield from _rule(rule, told)
    yield from told.described()


class _Told:
    """The nodes of names; those that the register has no entry of are described once."""

    def __init__(self, register: Register, base: str) -> None:
        self.base = base
        self._index = index_of(register)
        self._minted: dict[str, Entity] = {}

    def node(self, name: str, county: str, kind: EntityKind) -> NamedNode:
        """The node of a name in a county: the register's, or else one of its own as documents give it."""
        known = self._index.find(name, county or "-")
        if known is None:
            parts = (name,) if kind in ("organisation", "region") else (county or "-", name)
            known = Entity(path_of(kind, *parts), kind, name, "" if kind in ("organisation", "region") else county)
            self._minted[known.path] = known
        return NamedNode(self.base + known.path)

    def described(self) -> Iterator[Triple]:
        for path, entity in sorted(self._minted.items()):
            node = NamedNode(self.base + path)
            for each in TYPES[entity.kind]:
                yield node, RDF.type, each
            yield node, RDFS.label, literal(entity.name)
            if entity.county:
                yield node, SAMV.county, NamedNode(f"{self.base}county/{entity.county}")


def _change(change: Change, told: _Told) -> Iterator[Triple]:
    kind = _KINDS[change.what]
    when = dated(change.date)
    name = change.moved or (change.after or change.before)[0]
    path = "/".join(("change", change.county_code or "-", change.kind, path_part(name), when.value))
    event = NamedNode(told.base + path)
    yield event, RDF.type, ORG.ChangeEvent
    yield event, RDFS.label, literal(_label(change))
    yield event, SAMV.changeKind, CHANGE_KINDS[change.kind]
    yield event, SAMV.start, when
    yield event, DCT.description, literal(change.why)
    yield event, DCT.source, NamedNode(change.source)
    if change.moved:
        yield event, SAMV.moved, told.node(change.moved, change.county_code, "municipality")
    for names, side, written in (
        (change.before, ORG.originalOrganization, SAMV.nameBefore),
        (change.after, ORG.resultingOrganization, SAMV.nameAfter),
    ):
        for each in names:
            yield event, side, told.node(each, change.county_code, kind)
            yield event, written, literal(each)


def _label(change: Change) -> str:
    """What happened, in the names alone, so that it reads in any language."""
    ends = " → ".join(filter(None, (" + ".join(change.before), " + ".join(change.after))))
    return f"{change.moved + ': ' if change.moved else ''}{ends} {change.date}"


def _rule(rule: SeatRule, told: _Told) -> Iterator[Triple]:
    body = told.node(rule.body, rule.county_code, "body")
    node = NamedNode(f"{told.base}seats/{body.value.removeprefix(told.base)}/{path_part(rule.side)}")
    side: EntityKind = "collective" if is_collective(rule.side) else "organisation"
    yield node, RDF.type, SAMV.SeatRule
    yield node, RDFS.label, literal(f"{rule.body}: {rule.side} {rule.seats}")
    yield node, SAMV.body, body
    yield node, OPENGOV.onBehalfOf, told.node(rule.side, rule.county_code, side)
    yield node, SAMV.seats, whole(rule.seats)
    if rule.chair_years:
        yield node, SAMV.chairYears, whole(rule.chair_years)
    yield node, DCT.source, NamedNode(rule.source)
