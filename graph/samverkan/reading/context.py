"""What is known of a document while it is read: its layout, its year, its people, its short forms."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from samverkan import names
from samverkan.dates import WrittenDate
from samverkan.facts import Attendance, Body, Document, Meeting, Membership
from samverkan.places import Places
from samverkan.reading.layout import Layout
from samverkan.reading.people.roles import PARTIES
from samverkan.register import Register


@dataclass(frozen=True, slots=True)
class Context:
    """What the readers share. It is made once for the head of a document and replaced as the rest becomes known.

    `persons` are the full names of those in attendance or memberships; `short_forms` maps what the text spells out
    (`CGN` to `Chefsgrupp Norr`); `year` is the year that a date without one lies in, where the text settles it;
    `region` is the one region that the head names, whom `regionen` means; `parties` says whether parties stand beside
    names in the lists; `roster` are the spans of the text that lists of people take, in order.
    """

    layout: Layout
    register: Register
    places: Places
    document: Document = Document()
    body: Body = Body()
    meeting: Meeting = Meeting()
    attendance: tuple[Attendance, ...] = ()
    memberships: tuple[Membership, ...] = ()
    persons: tuple[str, ...] = ()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    region: str | None = None
    parties: bool = True
    roster: tuple[tuple[int, int], ...] = ()
    attending: frozenset[str | None] = field(init=False, repr=False, compare=False)  # organisations of those present
    _alike: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)  # persons by first letter

    def __post_init__(self) -> None:
        object.__setattr__(self, "attending", frozenset(row.organisation for row in self.attendance))
        object.__setattr__(self, "_alike", by_letter(self.persons))

    @property
    def text(self) -> str:
        """The whole text, which all offsets count in."""
        return self.layout.text

    def day(self, written: WrittenDate) -> str | None:
        """A written date in ISO 8601, in the year that the text settles; None where nothing settles it."""
        if written.iso is not None:
            return written.iso
        return None if self.year is None else written.in_year(self.year)

    def organisation(self, written: str) -> str:
        """The canonical name of an organisation: a municipality's, a region's, or the form that is spelled out."""
        if written.casefold() == "regionen" and self.region is not None:
            return self.region
        if written.casefold() in ("kommunen", "kommun") and (own := self.own_municipality) is not None:
            return own
        if written in self.short_forms:
            return self.short_forms[written]
        place = self.places.of(written)
        return written if place is None else place.name

    @property
    def own_municipality(self) -> str | None:
        """The one municipality that the body's name or the title names, whom `kommunen` means."""
        for named in (self.body.name, self.document.title):
            found = {place.name for place in self.places.find(named or "") if place.kind == "municipality"}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def party(self, written: str | None) -> str | None:
        """The party that short capitals beside a name mean: one that is known, or any where the list has known ones."""
        return written if written in PARTIES or self.parties else None

    def full_name(self, short: str) -> str:
        """The fullest form of a person's name that the document gives; the name itself where it is full or unclear."""
        alike = self._alike.get(short[:1], ())
        return short if short in alike else names.full_form(short, alike) or short

    def in_roster(self, at: int) -> bool:
        """Whether a place in the text lies within a list of people present, absent or seated."""
        before = bisect_right(self.roster, at, key=itemgetter(0)) - 1
        return before >= 0 and at < self.roster[before][1]


def by_letter(persons: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """People's names by their first letter, so that a short form is not compared with every one."""
    found: dict[str, list[str]] = {}
    for name in persons:
        found.setdefault(name[:1], []).append(name)
    return {letter: tuple(group) for letter, group in found.items()}
