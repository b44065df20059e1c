"""What is known of one thing as a tree that a web developer can read without knowing RDF, and yet is RDF: JSON-LD 1.1.

The thing is the outermost object. The facts that point to it stand below it by what they are (`memberships`,
`decisions` …), each with its sentence; a thing that is only pointed to has its `id` and its `label`. The context says
which property each key is, so that the tree holds exactly the triples that it was made from.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from samverkan.vocabulary import DCT, OA, OPENGOV, ORG, OWL, PREFIXES, PROV, RDF, RDFS, SAMV, SCHEMA, SKOS, XSD

VERSION: Final = 1  # of the context; a key that comes is no new version, one that changes or goes is

# Properties by the keys that are not simply their last part.
_OTHER_KEYS: Final = {
    "about": RDF.subject, "relation": RDF.predicate, "to": RDF.object, "evidence": PROV.wasDerivedFrom,
    "quote": OA.exact, "firstCharacter": OA.start, "endCharacter": OA.end, "selector": OA.hasSelector,
    "source": OA.hasSource, "statedAt": DCT.source, "replacedBy": DCT.isReplacedBy,
    "organisationNumber": ORG.identifier,
}  # fmt: skip
_NAMESPACES: Final = (SAMV, RDFS, SKOS, ORG, OPENGOV, PROV, DCT, SCHEMA, OWL)
_DATES: Final = ("date", "start", "end", "published", "day", "onDay", "untilDay", "due", "generatedAtTime")
_LINKS: Final = ("sameAs", "statedAt", "seeAlso")
_DECIMALS: Final = ("confidence", "value")
_BY_LANGUAGE: Final = {"labelIn": RDFS.label, "prefLabel": SKOS.prefLabel, "definition": SKOS.definition}
# Where a fact stands below what it points to, by the property and by its class.
_BELOW: Final = {
    "memberships": (ORG.organization, ORG.Membership), "seatsHeld": (ORG.member, ORG.Membership),
    "representatives": (OPENGOV.onBehalfOf, ORG.Membership), "sentToMeetings": (OPENGOV.onBehalfOf, SAMV.Attendance),
    "vacantSeats": (OPENGOV.onBehalfOf, SAMV.Vacancy), "vacancies": (SAMV.body, SAMV.Vacancy),
    "announcedDays": (SAMV.body, SAMV.AnnouncedDay), "attendance": (SAMV.meeting, SAMV.Attendance),
    "agenda": (SAMV.meeting, SAMV.AgendaItem), "decisions": (SAMV.meeting, SAMV.Decision),
    "assignments": (SAMV.meeting, SAMV.Assignment), "presences": (SAMV.person, SAMV.Attendance),
    "tasks": (SAMV.assignee, SAMV.Assignment), "referrals": (SAMV.draft, SAMV.Referral),
    "referralsReceived": (SAMV.referredTo, SAMV.Referral), "mentionedBy": (SAMV.mentions, SAMV.Mention),
    "relations": (RDF.subject, SAMV.Relation), "relationsFromOthers": (RDF.object, SAMV.Relation),
    "itemDecisions": (SAMV.item, SAMV.Decision), "itemAssignments": (SAMV.item, SAMV.Assignment),
    "itemAmounts": (SAMV.item, SAMV.Amount), "itemDays": (SAMV.item, SAMV.AnnouncedDay),
    "peopleMentioned": (OPENGOV.onBehalfOf, SAMV.Mention),
    "facts": (SAMV.inDocument, SAMV.Fact), "statements": (PROV.wasDerivedFrom, SAMV.Fact),
}  # fmt: skip


def _keys() -> dict[str, NamedNode]:
    """The key of each property. Where two have the same last part, the earlier namespace has it."""
    keys: dict[str, NamedNode] = dict(_OTHER_KEYS)
    taken = set(keys.values()) | set(_BY_LANGUAGE.values()) - {RDFS.label}
    for namespace in _NAMESPACES:
        for term, node in namespace.terms.items():
            if term[0].islower() and node not in taken and term not in _BY_LANGUAGE:
                keys.setdefault(term, node)
    return keys


_KEYS: Final = _keys()
_KEY_OF: Final = {node: key for key, node in reversed(_KEYS.items())}
_NAMES: Final = {RDFS.label, SKOS.prefLabel}
_LANGUAGE_KEY_OF: Final = {node: key for key, node in _BY_LANGUAGE.items()}


def context() -> dict[str, Any]:
    """The context: what each key of the trees means."""
    terms: dict[str, Any] = {"@version": 1.1, **PREFIXES, "id": "@id", "type": "@type"}
    terms |= {key: node.value for key, node in _KEYS.items()}
    for names, kind in ((_DATES, XSD.date.value), (_LINKS, "@id"), (_DECIMALS, XSD.decimal.value)):
        terms |= {name: {"@id": _KEYS[name].value, "@type": kind} for name in names}
    terms |= {key: {"@id": node.value, "@container": "@language"} for key, node in _BY_LANGUAGE.items()}
    return terms | {key: {"@reverse": points.value} for key, (points, _) in _BELOW.items()}


def tree(triples: Iterable[Triple], entity: NamedNode, where: str | Mapping[str, Any]) -> dict[str, Any]:
    """The triples as a tree below `entity`; `where` is the address of the context, or the context itself."""
    return {"@context": where, **_Tree(triples).object(entity)}


def written(triples: Iterable[Triple], entity: NamedNode, where: str | Mapping[str, Any]) -> bytes:
    """The tree as indented JSON."""
    return (json.dumps(tree(triples, entity, where), ensure_ascii=False, indent=2) + "\n").encode()


class _Tree:
    """The statements by their subject. A thing that is more than named is told once, a name wherever it is met."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._of: defaultdict[Any, dict[NamedNode, list[Any]]] = defaultdict(dict)
        self._to: defaultdict[Any, list[tuple[Any, NamedNode]]] = defaultdict(list)
        for each in triples:
            self._of[each.subject].setdefault(each.predicate, []).append(each.object)
            if isinstance(each.object, (NamedNode, BlankNode)):
                self._to[each.object].append((each.subject, each.predicate))
        names = {node: said for node, said in self._of.items() if said.keys() <= _NAMES}
        self._names = {node: self._statements(said) for node, said in names.items()}
        self._named: set[Any] = set()

    def object(self, node: NamedNode) -> dict[str, Any]:
        """The outermost object; what nothing leads to from it is added by `@included`."""
        made = self._object(node) | self._facts_below(node)
        left = [self._object(each) for each in list(self._of) if each in self._of and each not in self._named]
        return made | ({"@included": left} if left else {})

    def _facts_below(self, node: NamedNode) -> dict[str, Any]:
        below: defaultdict[str, list[Any]] = defaultdict(list)
        for fact, points in self._to[node]:
            key = self._place(fact, points) if fact in self._of else None
            if key:
                self._of[fact][points].remove(node)
                below[key].append(self._object(fact))
        return below

    def _place(self, fact: Any, points: NamedNode) -> str | None:
        kinds = self._of[fact].get(RDF.type, [])
        return next((key for key, (by, kind) in _BELOW.items() if by == points and kind in kinds), None)

    def _object(self, node: Any) -> dict[str, Any]:
        if node in self._names:
            self._named.add(node)
            return {"id": _iri(node), **self._names[node]}
        said = self._of.pop(node, {})
        kinds = said.pop(RDF.type, [])
        types = {"type": _one([_compact(kind) for kind in kinds])} if kinds else {}
        return {"id": _iri(node), **types, **self._statements(said)}

    def _statements(self, said: Mapping[NamedNode, list[Any]]) -> dict[str, Any]:
        by_name = sorted(said.items(), key=lambda each: (each[0] != RDFS.label, each[0].value))
        return {key: value for name, values in by_name for key, value in self._values(name, values)}

    def _values(self, name: NamedNode, values: list[Any]) -> Iterator[tuple[str, Any]]:
        by_language = _LANGUAGE_KEY_OF.get(name)
        if by_language:
            spoken = [each for each in values if isinstance(each, Literal) and each.language]
            values = [each for each in values if each not in spoken]
            languages: defaultdict[str, list[str]] = defaultdict(list)
            for each in spoken:
                languages[str(each.language)].append(each.value)
            if languages:
                yield by_language, {language: _one(texts) for language, texts in sorted(languages.items())}
        if values:
            key = _KEY_OF.get(name) or _compact(name)
            yield key, _one([self._value(key, each) for each in values])

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, Literal):
            return _literal(key, value)
        if key in _LINKS:
            return value.value
        return self._object(value) if value in self._of else {"id": _iri(value)}


def _literal(key: str, value: Literal) -> Any:
    """A literal as plain JSON where the context says its type, else with its type or language."""
    if value.language:
        return {"@language": value.language, "@value": value.value}
    if value.datatype == XSD.string and key not in (*_DATES, *_DECIMALS):
        return value.value
    if value.datatype == XSD.integer and str(int(value.value)) == value.value:
        return int(value.value)
    if value.datatype == XSD.boolean and value.value in ("true", "false"):
        return value.value == "true"
    coerced = XSD.date if key in _DATES else XSD.decimal if key in _DECIMALS else None
    return value.value if value.datatype == coerced else {"@type": value.datatype.value, "@value": value.value}


def _iri(node: Any) -> str:
    return str(node) if isinstance(node, BlankNode) else str(node.value)


def _compact(node: Any) -> str:
    """An IRI by its prefix where it has one of ours and what is left is a plain word."""
    for prefix, iri in PREFIXES.items():
        if node.value.startswith(iri) and re.fullmatch(r"\w+", node.value.removeprefix(iri), re.ASCII):
            return f"{prefix}:{node.value.removeprefix(iri)}"
    return str(node.value)


def _one(values: list[Any]) -> Any:
    """A value, or the list where there are several."""
    return values[0] if len(values) == 1 else values
