"""What the page of an entity shows: its head, and the statements in which it takes part (read by `parts`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samverkan import vocabulary as terms
from samverkan.errors import NotFound
from samverkan_web.evidence import Link, name_of
from samverkan_web.paging import Paging
from samverkan_web.site import Site
from samverkan_web.statements import (
    AnnouncedDay,
    Assignment,
    Decision,
    Former,
    Item,
    MeetingLine,
    Mention,
    Presence,
    Referral,
    Seat,
    Tie,
    VacantSeats,
)

WORKS: Final = ("strategy", "agreement", "plan", "project", "law", "work")
ACTORS: Final = ("municipality", "region", "organisation", "collective")
KINDS: Final = ("person", "body", *ACTORS, "meeting", "document", *WORKS)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: text, or a thing where `thing` is given."""

    text: str
    thing: Link | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """An entity and what is said of it directly: its values by the IRI of the property."""

    iri: str
    kind: str
    label: str
    values: Mapping[str, tuple[Value, ...]]

    def texts(self, *properties: str) -> tuple[str, ...]:
        """The texts of some properties, each once, without the entity's own name."""
        found = (value.text for each in properties for value in self.values.get(each, ()))
        return tuple(text for text in dict.fromkeys(found) if text != self.label)

    def things(self, name: str) -> tuple[Link, ...]:
        """The things to which a property points."""
        return tuple(value.thing for value in self.values.get(name, ()) if value.thing)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Short forms, former names and other written forms."""
        return self.texts(terms.SKOS.altLabel.value)

    def text(self, name: str) -> str | None:
        """The first value of one of our own properties, as text."""
        return next((value.text for value in self.values.get(terms.NS + name, ())), None)

    def links(self, name: str) -> tuple[Link, ...]:
        """The things to which one of our own properties points."""
        return self.things(terms.NS + name)

    @property
    def kept(self) -> str | None:
        """The entity that stands for this one, where somebody judged them to be the same."""
        return next((link.iri for link in self.things(terms.DCT.isReplacedBy.value)), None)

    @property
    def same_as(self) -> tuple[str, ...]:
        """The same entity in the data of others."""
        return tuple(link.iri for link in self.things(terms.OWL.sameAs.value))


@dataclass(frozen=True, slots=True)
class EntityPage:
    """The context of an entity's page; the parts that its kind does not show are empty.

    `totals` tells how many there are of each part of which not all are shown, None where nobody counted. A page of
    one `part` shows nothing else: page `asked` of it, or the nearest, as `paging` says.
    """

    head: Head
    seats: tuple[Seat, ...] = ()
    vacancies: tuple[VacantSeats, ...] = ()
    presences: tuple[Presence, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    announced: tuple[AnnouncedDay, ...] = ()
    referrals: tuple[Referral, ...] = ()
    ties: tuple[Tie, ...] = ()
    mentions: tuple[Mention, ...] = ()
    former: tuple[Former, ...] = ()
    owned: tuple[Link, ...] = ()
    within: tuple[Link, ...] = ()
    documents: tuple[Link, ...] = ()
    text: str = field(default="", repr=False)
    passage: str = ""
    totals: Mapping[str, int | None] = field(default_factory=dict)
    part: str = ""
    asked: int = 1
    paging: Paging = Paging(1, 1, 0)

    def number(self, part: str) -> int | None:
        """How many there are of a part; None where nobody counted."""
        return self.totals[part] if part in self.totals else len(getattr(self, part))


def kept(site: Site, iri: str) -> str | None:
    """The entity that stands for one which was judged to be the same as it; None for all others."""
    return next((row["kept"] for row in site.ask("kept", iri)), None)


def head(site: Site, iri: str) -> Head:
    """An entity with what is said of it directly; `NotFound` where that is nothing."""
    rows = site.ask("head", iri)
    if not rows:
        raise NotFound(f"nothing is known of <{iri}>; look it up by name on the search page")
    values: dict[str, dict[Value, None]] = {}
    for row in rows:
        thing = Link(row["value"], row.get("valueLabel") or name_of(row["value"]))
        value = Value(row["value"], thing if row["isThing"] == "true" else None)
        values.setdefault(row["property"], {}).setdefault(value)
    told = {name: tuple(each) for name, each in values.items()}
    labels = [value.text for value in told.get(terms.RDFS.label.value, ())]
    return Head(iri, site.kind(iri), labels[0] if labels else name_of(iri), told)


def by_kind(site: Site, things: tuple[Link, ...], *kinds: str) -> dict[str, list[Link]]:
    """Things of some kinds, by kind, by name."""
    found: dict[str, list[Link]] = {kind: [] for kind in kinds}
    for thing in sorted(things, key=lambda link: link.label.casefold()):
        if site.kind(thing.iri) in found:
            found[site.kind(thing.iri)].append(thing)
    return {kind: links for kind, links in found.items() if links}


_RANKS: Final = ("chair", "vice-chair", "second-vice-chair", "secretary", "adjuster", "member", "substitute", "guest")


def by_role(seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """Seats with the chair first and the substitutes last; within a role as the documents list them."""

    def rank(seat: Seat) -> int:
        role = (seat.role or "").rpartition("/")[2]
        return _RANKS.index(role) if role in _RANKS else _RANKS.index("member")

    return tuple(sorted(seats, key=rank))


def settled_seats(seats: tuple[Seat, ...]) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """Those whom the latest description of a body's composition names, and the rest; without one, all and none."""
    compositions = {
        (source.day or "", source.document.iri)
        for seat in seats
        for source in seat.sources
        if (source.kind or "").endswith("/composition")
    }
    if not compositions:
        return by_role(seats), ()
    latest = max(compositions)[1]
    now = tuple(seat for seat in seats if any(source.document.iri == latest for source in seat.sources))
    return by_role(now), by_role(tuple(seat for seat in seats if seat not in now))
