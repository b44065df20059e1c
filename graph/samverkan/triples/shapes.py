"""The shape of each kind of fact, as one table: which property says which value, and how. Written and read by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from pyoxigraph import NamedNode

from samverkan import facts
from samverkan.identity.entities import EntityKind
from samverkan.vocabulary import (
    BASES,
    BODY_KINDS,
    CAPACITIES,
    DCT,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    FOAF,
    ITEM_KINDS,
    MODES,
    OPENGOV,
    ORG,
    OUTCOMES,
    PERIODS,
    ROLES,
    SAMV,
    SCHEMA,
    STATUSES,
)

How: TypeAlias = Literal["text", "date", "dates", "number", "decimal", "concept", "person", "agent", "body", "agents"]


@dataclass(frozen=True, slots=True)
class Slot:
    """How a value of a row is said: by `property`, words by `concepts`, a name by `written` if its label differs."""

    name: str
    property: NamedNode
    how: How = "text"
    concepts: Mapping[str, NamedNode] | None = None
    written: NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of one kind are said; `path` names the kind in identifiers, `at_meeting`: they have a meeting."""

    rows: str
    path: str
    row: type[Any]
    type: NamedNode
    slots: tuple[Slot, ...]
    at_meeting: bool = False


def _concept(name: str, property: NamedNode, concepts: Mapping[str, NamedNode]) -> Slot:
    return Slot(name, property, "concept", concepts)


_PERSON: Final = Slot("person", SAMV.person, "person", written=SAMV.personAsWritten)
_FOR: Final = Slot("organisation", OPENGOV.onBehalfOf, "agent", written=SAMV.organisationAsWritten)
_ROLE: Final = _concept("role", ORG.role, ROLES)
_PARTY: Final = Slot("party", SAMV.party)
_TITLE: Final = Slot("title", SAMV.jobTitle)
_ITEM: Final = Slot("item", SAMV.itemAsWritten)
_START: Final = Slot("start", SAMV.start, "date")
_END: Final = Slot("end", SAMV.end, "date")
_DUE: Final = Slot("due", SAMV.due, "date")

SHAPES: Final = (
    Shape(
        "attendance", "attendance", facts.Attendance, SAMV.Attendance,
        (
            _PERSON, _FOR, _PARTY, _ROLE, _concept("capacity", SAMV.capacity, CAPACITIES), _TITLE,
            _concept("status", SAMV.status, STATUSES), Slot("dates", SAMV.day, "dates"), Slot("time", SAMV.partOfDay),
        ),
        at_meeting=True,
    ),
    Shape(
        "memberships", "membership", facts.Membership, ORG.Membership,
        (
            Slot("person", ORG.member, "person", written=SAMV.personAsWritten),
            Slot("body", ORG.organization, "body", written=SAMV.bodyAsWritten),
            _ROLE, _FOR, _PARTY, _START, _END,
        ),
    ),
    Shape(
        "vacancies", "vacancy", facts.Vacancy, SAMV.Vacancy,
        (Slot("body", SAMV.body, "body", written=SAMV.bodyAsWritten), _FOR, Slot("count", SAMV.count, "number")),
    ),
    Shape(
        "agenda", "item", facts.AgendaItem, SAMV.AgendaItem,
        (Slot("title", DCT.title), Slot("number", SAMV.number), _concept("kind", SAMV.itemKind, ITEM_KINDS)),
        at_meeting=True,
    ),
    Shape(
        "decisions", "decision", facts.Decision, SAMV.Decision,
        (_concept("outcome", SAMV.outcome, OUTCOMES), Slot("text", DCT.description), _ITEM),
        at_meeting=True,
    ),
    Shape(
        "assignments", "assignment", facts.Assignment, SAMV.Assignment,
        (Slot("assignee", SAMV.assignee, "agents"), Slot("task", DCT.description), _ITEM, _DUE),
        at_meeting=True,
    ),
    Shape(
        "referrals", "referral", facts.Referral, SAMV.Referral,
        (Slot("subject", DCT.title), Slot("to", SAMV.referredTo, "agents"), _DUE),
    ),
    Shape("mentions", "mention", facts.Mention, SAMV.Mention, (_FOR, _TITLE)),
    Shape("relations", "relation", facts.Relation, SAMV.Relation, (_START, _END)),
    Shape(
        "amounts", "amount", facts.Amount, SAMV.Amount,
        (
            Slot("value", SCHEMA.value, "decimal"), Slot("currency", SCHEMA.currency),
            _concept("period", SAMV.period, PERIODS), _concept("per", SAMV.per, BASES),
            Slot("purpose", SAMV.purpose), _ITEM,
        ),
    ),
    Shape(
        "announced", "announced", facts.Announced, SAMV.AnnouncedDay,
        (
            Slot("date", SAMV.onDay, "date"), _concept("event", SAMV.eventKind, EVENT_KINDS),
            Slot("end", SAMV.untilDay, "date"), Slot("body", SAMV.body, "body", written=SAMV.bodyAsWritten),
            Slot("what", DCT.description), _ITEM,
        ),
    ),
)  # fmt: skip

DOCUMENT: Final = (
    Slot("title", DCT.title),
    _concept("kind", SAMV.documentKind, DOCUMENT_KINDS),
    Slot("date", SAMV.date, "date"),
    Slot("published", SAMV.published, "date"),
)
BODY: Final = (_concept("kind", SAMV.bodyKind, BODY_KINDS), Slot("organisations", SAMV.ownedBy, "agents"))
MEETING: Final = (
    _START,
    _END,
    Slot("place", SAMV.place),
    _concept("mode", SAMV.mode, MODES),
    Slot("chair", SAMV.chair, "person", written=SAMV.chairAsWritten),
    Slot("secretary", SAMV.secretary, "person", written=SAMV.secretaryAsWritten),
)

# The classes of each kind of entity, the most telling first.
TYPES: Final[dict[EntityKind, tuple[NamedNode, ...]]] = {
    "person": (FOAF.Person,),
    "municipality": (SAMV.Municipality,),
    "region": (SAMV.Region,),
    "county": (SAMV.County,),
    "body": (SAMV.Body, ORG.OrganizationalCollaboration),
    "organisation": (ORG.Organization,),
    "collective": (SAMV.Collective,),
    "post": (ORG.Post,),
    "strategy": (SAMV.Strategy, SAMV.Work),
    "agreement": (SAMV.Agreement, SAMV.Work),
    "plan": (SAMV.Plan, SAMV.Work),
    "project": (SAMV.Project, SAMV.Work),
    "law": (SAMV.Law, SAMV.Work),
    "work": (SAMV.Work,),
}
