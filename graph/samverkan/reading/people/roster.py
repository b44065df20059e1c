"""Who was there: attendance from lists under their headings, and from sentences that say so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from samverkan.facts import Attendance, Status
from samverkan.names import full_form
from samverkan.reading.context import Context, by_letter
from samverkan.reading.layout import evidence
from samverkan.reading.people.affiliations import with_affiliation
from samverkan.reading.people.entry import Entry
from samverkan.reading.people.roles import higher
from samverkan.reading.people.rows import Lists, Row
from samverkan.reading.people.sides import Section
from samverkan.reading.people.signatures import Signer
from samverkan.reading.people.told import from_sentences

# How sure the forms of lists are.
_CONFIDENCE = {"lists.line": 0.95, "lists.comma-list": 0.95, "lists.columns": 0.93, "lists.table": 0.95}


def read_attendance(context: Context, lists: Lists, signers: Iterable[Signer]) -> tuple[Attendance, ...]:
    """The attendance of a meeting, one row a person and status, in the order of the text."""
    rows = [each for row in lists.rows for each in _from_row(context, row)]
    rows += from_sentences(context)
    merged = _merge(rows)
    persons = by_letter(tuple(row.person for row in merged if row.status == "present"))
    signed: dict[str, list[Signer]] = defaultdict(list)
    for signer in signers:
        written = signer.entry.person
        signed[(full_form(written, persons.get(written[:1], ())) or written).casefold()].append(signer)
    rows = [with_affiliation(context, _with_signature(row, signed.get(row.person.casefold(), ()))) for row in merged]
    return tuple(rows if any(row.role == "secretary" for row in rows) or _is_signed(signed) else _by_title(rows))


# Titles of those whose work it is to write at the meetings of a body.
_OF_BODY = re.compile(
    r"(?:nämnd|förbunds|styrelse|direktions|råds|utskotts|stads|kommun|landstings|region)sekreterare\Z", re.I
)


def _is_signed(signed: Mapping[str, list[Signer]]) -> bool:
    return any(signer.role == "secretary" for signers in signed.values() for signer in signers)


def _by_title(rows: list[Attendance]) -> list[Attendance]:
    """The rows where nothing tells who wrote: the only one there whose title says so, `nämndsekreterare`, did."""
    writes = [at for at, row in enumerate(rows) if row.status == "present" and _OF_BODY.match(row.title or "")]
    if len(writes) == 1 and rows[writes[0]].role is None:
        rows[writes[0]] = replace(rows[writes[0]], role="secretary")
    return rows


def _from_row(context: Context, row: Row) -> Iterator[Attendance]:
    entry, section = row.entry, row.section
    status: Status = "absent" if entry.absent else section.status
    yield Attendance(
        person=entry.person,
        organisation=_organisation(context, entry, section),
        party=context.party(entry.party),
        role=entry.role or section.role,
        capacity=section.capacity,
        title=entry.title,
        status=status,
        dates=_days(context, entry),
        time=entry.time,
        evidence=evidence(
            context.text,
            entry.start,
            entry.end,
            row.rule.replace("lists", "roster"),
            _CONFIDENCE[row.rule] if entry.sure else 0.8,
        ),
    )
    if entry.serves_for:
        at = context.text.find(entry.serves_for, entry.start, entry.end)
        start, end = (entry.start, entry.end) if at < 0 else (at, at + len(entry.serves_for))
        proof = evidence(context.text, start, end, "roster.served-for", 0.9)
        yield Attendance(
            entry.serves_for,
            organisation=entry.serves_for_organisation,
            party=entry.serves_for_party,
            status="absent",
            evidence=proof,
        )


def _organisation(context: Context, entry: Entry, section: Section) -> str | None:
    own = entry.organisation
    if own is None or (entry.weak_organisation and section.organisation and section.organisation != "kommunerna"):
        own = section.organisation
    if own is None and entry.party and not context.party(entry.party):
        own = entry.party  # `Bo Ek (RG)` in a list without parties
    return None if own is None else context.organisation(own)


def _days(context: Context, entry: Entry) -> tuple[str, ...] | None:
    days = tuple(sorted({day for written in entry.dates if (day := context.day(written))}))
    return days or None


def _merge(rows: list[Attendance]) -> list[Attendance]:
    """One row a person, status and days; what a later row adds is added to the first."""
    merged: dict[tuple[str, str, tuple[str, ...] | None], Attendance] = {}
    for row in rows:
        key = (row.person.casefold(), row.status, row.dates)
        first = merged.get(key)
        if first is None:
            merged[key] = row
            continue
        merged[key] = replace(
            first,
            organisation=first.organisation or row.organisation,
            party=first.party or row.party,
            role=higher(first.role, row.role),
            capacity=first.capacity or row.capacity,
            title=first.title or row.title,
            time=first.time or row.time,
        )
    present = {row.person.casefold(): row for row in merged.values() if row.status == "present"}
    rows = [_from_other_row(row, present.get(row.person.casefold())) for row in merged.values()]
    away = {row.person.casefold() for row in rows if row.status == "absent" and not (row.dates or row.time)}
    # whoever stands in a list of all members and among the absent was not there
    return [row for row in rows if row.status == "absent" or row.dates or row.time or row.person.casefold() not in away]


def _from_other_row(row: Attendance, other: Attendance | None) -> Attendance:
    """An absent row of somebody who was there on another day has the same party, organisation and capacity."""
    if row.status != "absent" or other is None:
        return row
    return replace(
        row,
        organisation=row.organisation or other.organisation,
        party=row.party or other.party,
        capacity=row.capacity or other.capacity,
        role=row.role or (other.role if _is_seat(row, other) else None),
    )


def _is_seat(row: Attendance, other: Attendance) -> bool:
    """Whether the row of those present only lists who has a seat, as the person was away the whole meeting."""
    return other.role in ("member", "substitute") and not (row.dates or row.time or other.dates or other.time)


def _with_signature(row: Attendance, signers: Iterable[Signer]) -> Attendance:
    """The row with what its person's signatures add."""
    if row.status == "absent":
        return row
    for signer in signers:
        row = replace(
            row,
            role=higher(row.role, signer.role),
            party=row.party or signer.entry.party,
            title=row.title or signer.entry.title,
        )
    return row
