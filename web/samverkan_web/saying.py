"""What statements say, as rows that `statements` makes of them: their own values, and what these are called.

Two queries read all statements of a page, of whatever kinds: their properties, then names, days and passages of what
they point to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from samverkan.vocabulary import DCT, OA, OPENGOV, ORG, PROV, RDF, RDFS, SAMV
from samverkan_web.evidence import Asked, Row

# The column of each property that a page shows.
_COLUMNS: Final[Mapping[str, str]] = {
    each.value: column
    for each, column in (
        (SAMV.inDocument, "document"), (SAMV.ofDocument, "document"), (SAMV.rule, "rule"),
        (SAMV.confidence, "confidence"), (SAMV.knownBy, "known"), (SAMV.correctedBy, "correction"),
        (PROV.wasDerivedFrom, "evidence"), (ORG.member, "person"), (SAMV.person, "person"),
        (ORG.organization, "body"), (SAMV.body, "body"), (ORG.role, "role"), (OPENGOV.onBehalfOf, "organisation"),
        (SAMV.party, "party"), (SAMV.jobTitle, "jobTitle"), (SAMV.start, "start"), (SAMV.end, "end"),
        (SAMV.count, "count"), (SAMV.meeting, "meeting"), (SAMV.status, "status"), (SAMV.capacity, "capacity"),
        (SAMV.day, "day"), (SAMV.partOfDay, "partOfDay"), (SAMV.number, "number"), (DCT.title, "title"),
        (SAMV.itemKind, "kind"), (SAMV.outcome, "outcome"), (DCT.description, "words"), (SAMV.item, "item"),
        (SAMV.itemAsWritten, "itemAsWritten"), (SAMV.assignee, "assignee"), (SAMV.due, "due"), (SAMV.onDay, "day"),
        (SAMV.untilDay, "until"), (SAMV.eventKind, "event"), (SAMV.draft, "draft"), (SAMV.referredTo, "to"),
        (RDF.subject, "subject"), (RDF.predicate, "relation"), (RDF.object, "object"), (SAMV.mentions, "thing"),
        (RDFS.label, "said"),
    )
}  # fmt: skip
_NAMED: Final = frozenset({
    "document", "person", "body", "organisation", "meeting", "item", "assignee", "draft", "to", "subject", "object",
    "thing", "who",
})  # fmt: skip
# What is told beside the things in some columns, by property.
_BESIDE: Final[Mapping[str, Mapping[str, str]]] = {
    "document": {SAMV.date.value: "documentDate", SAMV.documentKind.value: "documentKind"},
    "meeting": {SAMV.start.value: "meetingStart", SAMV.body.value: "body"},
    "evidence": {OA.exact.value: "quote", OA.start.value: "first", OA.end.value: "last"},
    "correction": {
        SAMV.act.value: "act", DCT.description.value: "why", PROV.generatedAtTime.value: "moment",
        PROV.wasAttributedTo.value: "who",
    },
}  # fmt: skip
_POINTING: Final = _NAMED | _BESIDE.keys()
_NAME: Final = RDFS.label.value
_Said: TypeAlias = Mapping[str, Sequence[str]]  # by property or column the values


def rows(site: Asked, facts: Iterable[str]) -> dict[str, list[Row]]:
    """The rows of some statements: one for each, and one more for each further value of a property."""
    return rows_and_names(site, facts, ())[0]


def rows_and_names(
    site: Asked, facts: Iterable[str], things: Iterable[str]
) -> tuple[dict[str, list[Row]], dict[str, str]]:
    """The rows of some statements, and what some things are called, but for those that have no name."""
    asked, named = sorted(dict.fromkeys(facts)), [*things]
    said = _by_thing(site.ask("said", fact=asked) if asked else (), "fact")
    own = {fact: _shown(said.get(fact, {})) for fact in asked}
    pointed_to = {iri for each in own.values() for name in _POINTING for iri in each.get(name, ())}
    found = site.ask("details", thing=sorted({*pointed_to, *named})) if pointed_to or named else []
    told = {**_names_of_values(found), **_by_thing(found, "thing")}
    names = {iri: min(told[iri][_NAME]) for iri in named if _NAME in told.get(iri, ())}
    return {fact: list(_rows(fact, values, told)) for fact, values in own.items()}, names


def _shown(said: _Said) -> _Said:
    return {_COLUMNS[name]: values for name, values in said.items() if name in _COLUMNS}


def _names_of_values(found: Iterable[Row]) -> dict[str, _Said]:
    return {row["value"]: {_NAME: [row["valueLabel"]]} for row in found if "valueLabel" in row}


def _by_thing(found: Iterable[Row], column: str) -> Mapping[str, _Said]:
    things: dict[str, dict[str, list[str]]] = {}
    for row in found:
        things.setdefault(row[column], {}).setdefault(row["property"], []).append(row["value"])
    return things


def _rows(fact: str, own: _Said, told: Mapping[str, _Said]) -> Iterator[Row]:
    first = {"fact": fact}
    for column, values in own.items():
        first |= _cells(column, values[0], told)
    yield first
    for column, values in own.items():
        for value in values[1:]:
            yield {**first, **_cells(column, value, told)}


def _cells(column: str, value: str, told: Mapping[str, _Said]) -> dict[str, str]:
    """A value in its column, its name in the column beside, and what is told of it."""
    about = told.get(value, {})
    cells = {column: value}
    if column in _NAMED and _NAME in about:
        cells[f"{column}Label"] = min(about[_NAME])
    for name, beside in _BESIDE.get(column, {}).items():
        if name in about:
            cells |= _cells(beside, min(about[name]), told)
    return cells
