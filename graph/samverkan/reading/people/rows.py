"""What lists of people give: rows, vacant seats, and where in the text they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.reading.people.entry import Entry
from samverkan.reading.people.roles import PARTIES
from samverkan.reading.people.sides import Section


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a list, the section that it stands in, and the form of the list."""

    entry: Entry
    section: Section
    rule: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat that a list says is vacant."""

    start: int
    end: int
    section: Section


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of people of a document in the order of the text, and the spans of text that they take."""

    rows: tuple[Row, ...]
    seats: tuple[Seat, ...]
    spans: tuple[tuple[int, int], ...]


def settle_initials(rows: Iterable[Row]) -> None:
    """`Mats Persson (MP)` among others with their initials in brackets belongs to no party thereby."""
    entries = [row.entry for row in rows if row.entry.initials]
    if any(entry.initials not in PARTIES for entry in entries):
        for entry in entries:
            entry.party = None if entry.party == entry.initials else entry.party
