"""Facts: what one document says, row by row, each with the passage that says it.

This is the waist of the system. Any reader that yields these rows (rules, a model, a person) feeds the same graph;
`facts_json` writes and reads them. Absent is absent: `None` means that the document does not say.
Dates are ISO 8601 texts of a day, a month or a year: `2021-09-07`, `2019-06`, `2017`.
"""

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["minutes", "composition", "news"]
BodyKind = Literal["political", "officials", "mixed", "network", "board", "committee", "conference"]
Mode = Literal["in person", "online", "hybrid"]
Role = Literal["chair", "vice chair", "second vice chair", "secretary", "adjuster", "member", "substitute", "guest"]
Capacity = Literal["politician", "official"]
Status = Literal["present", "absent"]
ItemKind = Literal["decision", "dialogue", "information", "other"]
Outcome = Literal["approved", "endorsed", "rejected", "deferred", "referred", "noted", "appointed", "commissioned"]
MentionKind = Literal[
    "person", "municipality", "region", "body", "organisation", "strategy", "agreement", "plan", "project", "law"
]
Currency = Literal["SEK", "EUR"]
Period = Literal["year", "month", "day", "hour"]
Basis = Literal["inhabitant", "municipality", "participant"]
EventKind = Literal["meeting", "decision", "event"]
RelationKind = Literal[
    "prepares for",
    "part of",
    "replaces",
    "appoints",
    "reports to",
    "party to",
    "responsible for",
    "member of",
    "chairs",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that says a thing: `quote` is the normalised text from character `start` up to `end`.

    `rule` names the rule that read it, `confidence` is the share of such readings expected to be right, 0 to 1.
    """

    start: int
    end: int
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """The document itself: `date` is the day that it is about, `published` a stated day of publication or update."""

    title: str | None = None
    kind: DocumentKind | None = None
    date: str | None = None
    published: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The body that met, or that a composition page describes; `organisations` are those whose body it is."""

    name: str | None = None
    kind: BodyKind | None = None
    organisations: tuple[str, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting; `end` equals `start` for one day."""

    start: str | None = None
    end: str | None = None
    place: str | None = None
    mode: Mode | None = None
    chair: str | None = None
    secretary: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one meeting, present or reported absent; `dates` and `time` only where the text limits it."""

    person: str
    organisation: str | None = None
    party: str | None = None
    role: Role | None = None
    capacity: Capacity | None = None
    title: str | None = None
    status: Status = "present"
    dates: tuple[str, ...] | None = None
    time: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person sits on a body, in a role, for an organisation, from `start` to `end` where stated."""

    person: str
    body: str
    role: Role | None = None
    organisation: str | None = None
    party: str | None = None
    start: str | None = None
    end: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """`count` seats on a body that are said to be vacant, on the side of `organisation` where stated."""

    body: str
    organisation: str | None = None
    count: int = 1
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A point of the agenda; `number` as in `88`, `3 a`, `97-99`, `None` for an unnumbered heading."""

    title: str
    number: str | None = None
    kind: ItemKind | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting resolved on an item; `item` is its number, or its title where it has none."""

    outcome: Outcome
    text: str
    item: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Somebody is given something to do, by `due` where stated."""

    assignee: tuple[str, ...]
    task: str
    item: str | None = None
    due: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """A draft sent out for comment (remiss), to whom, with answers by `due`."""

    subject: str
    to: tuple[str, ...] = ()
    due: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing in the text, once a document; `organisation` and `title` for persons only."""

    name: str
    kind: MentionKind
    organisation: str | None = None
    title: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two named things stand to each other, from `start` to `end` where stated."""

    subject: str
    relation: RelationKind
    object: str
    start: str | None = None
    end: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money that the text names: `value` in whole units of `currency`, with at most two decimals, below zero
    for a loss.

    `period` and `per` where it is a sum for each of them (a year, an inhabitant); `purpose` is what it is for, in the
    document's words, and `item` as in a decision.
    """

    value: float
    currency: Currency = "SEK"
    period: Period | None = None
    per: Basis | None = None
    purpose: str | None = None
    item: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """A day to come that the text announces, from `date` to `end` where it is a span: when a body meets, when something
    is to be decided, or another event, such as a conference.

    `body` is who meets or decides, where the text says it or means the document's own; `what` is what it is about, in
    the document's words, and `item` as in a decision.
    """

    date: str
    event: EventKind = "meeting"
    end: str | None = None
    body: str | None = None
    what: str | None = None
    item: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one document says."""

    document: Document = Document()
    body: Body | None = None
    meeting: Meeting | None = None
    attendance: tuple[Attendance, ...] = ()
    memberships: tuple[Membership, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    referrals: tuple[Referral, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    amounts: tuple[Amount, ...] = ()
    announced: tuple[Announced, ...] = ()
