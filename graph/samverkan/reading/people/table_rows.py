"""The people on one row of a table: the names in its cells, and what the other cells say of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from samverkan.facts import Role
from samverkan.places import Places
from samverkan.reading.people.brackets import AWAY
from samverkan.reading.people.chunks import has_title, is_organisation
from samverkan.reading.people.entry import Entry, Parsed
from samverkan.reading.people.pieces import PIECE
from samverkan.reading.people.roles import PARTY_NAMES, higher, plain, role_of
from samverkan.reading.people.rows import Row, Seat
from samverkan.reading.people.seat_days import seated_days
from samverkan.reading.people.sides import Section, side
from samverkan.reading.people.tables import PEOPLE, Cell, mark
from samverkan.reading.people.unfilled import unfilled

_ROLES: dict[str, Role] = {"member": "member", "substitute": "substitute"}
_RULE = "lists.table"
_ALL_OF_IT = frozenset(("alla", "samtliga", "hela", "hela mötet"))  # items that somebody was there for


def read_row(
    text: str, row: Sequence[Cell], section: Section, places: Places, parse: Callable[[int, int], Parsed]
) -> tuple[list[Row], list[Seat]] | None:
    """The people and the vacant seats of a row; None where its cells for names hold none."""
    people = [
        (at, kind, _held(text, start, end, places, parse))
        for at, (kind, start, end) in enumerate(row)
        if kind in PEOPLE and text[start:end].strip()
    ]
    if not any(parsed.entries or parsed.vacant for *_, parsed in people) or any(p.unread > 1 for *_, p in people):
        return None
    kinds = [kind for kind, *_ in row]
    apart = ("mark", "away", "other") if len(people) > 1 else ()  # what only the name before it is marked with
    shared: dict[str, str] = {
        kind: text[start:end].strip()
        for at, (kind, start, end) in enumerate(row)
        if kinds.count(kind) == 1 and (kind not in apart or at < people[0][0])
    }
    rows, seats = [], []
    for at, kind, parsed in people:
        words = shared | _before(text, row[:at]) | _behind(text, row[at + 1 :])
        own = replace(_section(section, words, places), role=_ROLES.get(kind, section.role))
        for entry in parsed.entries:
            _tell(entry, words, places)
            rows.append(Row(entry, own, _RULE))
        seats += [Seat(start, end, own) for start, end in parsed.vacant]
    return rows, seats


def _held(text: str, start: int, end: int, places: Places, parse: Callable[[int, int], Parsed]) -> Parsed:
    """The people of a cell; `Ej utsedd` is a vacant seat."""
    return Parsed(vacant=[(start, end)]) if any(True for _ in unfilled(text[start:end], places)) else parse(start, end)


def _before(text: str, row: Sequence[Cell]) -> dict[str, str]:
    """The organisation right before a name, where each name of a row has its own: `Sala | Anna Ek | Heby | Bo Ek`."""
    of_each = row[:1] and row[0][0] == row[-1][0] == "organisation"
    return {"organisation": text[slice(*row[-1][1:])].strip()} if of_each else {}


def _behind(text: str, row: Sequence[Cell]) -> dict[str, str]:
    """The cells between a name and the next one: `Ledamot | Parti | Ersättare | Parti`."""
    stop = next((at for at, (kind, *_) in enumerate(row) if kind in PEOPLE), len(row))
    return {kind: text[start:end].strip() for kind, start, end in row[:stop]}


def _section(section: Section, words: dict[str, str], places: Places) -> Section:
    """The section with the organisation and the status that the row itself states."""
    named = words.get("organisation", "").split(", ")[0]
    if named and (places.of(named) or is_organisation(named) or not has_title(named)):
        organisation = side(named, places) or (None if mark(named) else named)
        section = replace(section, organisation=organisation or section.organisation)
    status = mark(words.get("mark", "")) or mark(words.get("other", ""))
    if mark(words.get("away", "")) == "present":  # the mark stands in the column of those who are away
        status = "absent"
    return section if status is None else replace(section, status=status)


def _tell(entry: Entry, words: dict[str, str], places: Places) -> None:
    """What the cells beside the name say of a person."""
    first, _, beside = words.get("organisation", "").partition(", ")  # `Sala kommun, socialchef`
    if has_title(first) and places.of(first) is None and not is_organisation(first):
        beside = ", ".join(filter(None, (first, beside)))  # a title in the column of organisations, which is empty
    for part in re.split(r",\s*|\s+/\s+", ", ".join(filter(None, (beside, words.get("title"))))):
        hours = PIECE.match(part)
        if part.casefold() in _ALL_OF_IT or (hours is not None and hours["time"] and hours.end() == len(part)):
            entry.time = entry.time or (" ".join(part.split()) if hours is not None else None)
            continue
        part, _, aside = part.partition(" (")
        entry.absent = entry.absent or plain(aside) in AWAY
        part = part if not aside or plain(aside) in AWAY else f"{part} ({aside}"
        if role := role_of(part):
            entry.role = higher(entry.role, role)
        elif part and places.of(part) is None and mark(part) is None:
            entry.title = part if entry.title is None else f"{entry.title}, {part}"
    party = words.get("party", "").strip("()–- ")
    entry.party = entry.party or PARTY_NAMES.get(plain(party)) or (party.upper() or None)
    if role := role_of(words.get("other", "")):
        entry.role = higher(entry.role, role)
    entry.since, entry.until = seated_days(words, entry.since, entry.until)
    for kind in ("mark", "other"):
        part_of_day = PIECE.search(words.get(kind, ""))
        if part_of_day is not None and part_of_day["time"]:
            entry.time = entry.time or " ".join(part_of_day["time"].split())
