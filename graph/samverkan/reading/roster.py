"""Who was there: attendance from lists under their headings, and from sentences that say so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from samverkan.facts import Attendance, Role, Status
from samverkan.names import full_form
from samverkan.reading.affiliations import with_affiliation
from samverkan.reading.context import Context, by_letter
from samverkan.reading.entries import parse
from samverkan.reading.entry import Entry
from samverkan.reading.layout import evidence, sentences
from samverkan.reading.roles import higher
from samverkan.reading.rows import Lists, Row
from samverkan.reading.sides import Section
from samverkan.reading.signatures import Signer

# How sure the forms of lists are.
_CONFIDENCE = {"lists.line": 0.95, "lists.comma-list": 0.95, "lists.columns": 0.93, "lists.table": 0.95}


def read_attendance(context: Context, lists: Lists, signers: Iterable[Signer]) -> tuple[Attendance, ...]:
    """The attendance of a meeting, one row a person and status, in the order of the text."""
    rows = [each for row in lists.rows for each in _from_row(context, row)]
    rows += _from_sentences(context)
    merged = _merge(rows)
    persons = by_letter(tuple(row.person for row in merged if row.status == "present"))
    signed: dict[str, list[Signer]] = defaultdict(list)
    for signer in signers:
        written = signer.entry.person
        signed[(full_form(written, persons.get(written[:1], ())) or written).casefold()].append(signer)
    return tuple(
        with_affiliation(context, _with_signature(row, signed.get(row.person.casefold(), ()))) for row in merged
    )


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


_THERE = re.compile(r"\b(?:deltog|deltar|medverkar|medverkade|närvarade|närvarar|deltagit)\b")
_PART = re.compile(
    r"(?:(?:[Vv]id|[Uu]nder|[Pp]å)\s+)?(?:(?P<time>(?:punkt(?:en|erna)?|§{1,2}|"
    r"ärende)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:,\s*\d{1,3})*"
    r"(?:\s+och\s+\d{1,3})?)|(?P<all>(?:samtliga|alla)\s+(?:punkter|ärenden)))\s*(?:deltog|deltar|medverkade|"
    r"medverkar|närvarade)?"
)
# What may stand between a person and `deltog`, or after it, when it means this meeting.
_THIS_MEETING = re.compile(
    r"\s*(?:\Z|[.,;:(]|via\b|digitalt|på distans|(?:på|i|vid|under)\s+(?:detta\s+|dagens\s+|hela\s+)?(?:mötet|"
    r"sammanträdet|punkt|§)|till\b|från\b|kl\b|också\b|även\b)"
)
_MARK = re.compile(r"[.,;](?=\s|\Z)")
_FROM = re.compile(r"(?:Från|För)\s+(?P<side>[A-ZÅÄÖ][^.,:;\n]{1,60})\s")  # `Från Region Uppsala deltog Anna Ek`
# What may stand before `medverkar` when the people stand after it.
_HERE = re.compile(
    r"(?:Vid|Under|På|I)\s+(?:(?:detta|denna|dagens)\s+)?(?:punkten?|ärendet?|mötet?|sammanträdet?|träffen?)\s+"
)


def _from_sentences(context: Context) -> list[Attendance]:
    found: list[Attendance] = []
    for match in _THERE.finditer(context.text):
        line = None if context.in_roster(match.start()) else _sentence_around(context, match.start())
        if line is None or (found and found[-1].evidence and found[-1].evidence.start >= line[0]):
            continue
        found += _in_sentence(context, *line, match)
    return found


def _sentence_around(context: Context, at: int) -> tuple[int, int] | None:
    text = context.text
    start = max(text.rfind("\n\n", 0, at), text.rfind(". ", max(0, at - 300), at), at - 1500, 0)
    end = text.find("\n\n", at)
    end = len(text) if end < 0 else end
    for span in sentences(context.layout, start, min(end, at + 1500)):
        if span.start <= at < span.end:
            return span.start, span.end
    return None


def _in_sentence(context: Context, start: int, end: int, verb: re.Match[str]) -> Iterator[Attendance]:
    text = context.text
    role: Role | None = "guest" if verb[0].startswith("medverk") else None
    parts = list(_PART.finditer(text, start, end))
    while parts and not parts[0][0][:1].isalpha():
        del parts[0]  # `§ 2 Information`: a heading, not when somebody was there
    if re.match(r"\s+(?:inte|ej)\b", text[verb.end() : verb.end() + 6]):
        return
    if parts and parts[0].start() - start < 40:
        for at, part in enumerate(parts):
            stop = parts[at + 1].start() if at + 1 < len(parts) else end
            yield from _people(context, part.end(), stop, role, part["time"])
    elif (whose := _FROM.fullmatch(text, start, verb.start())) and (side := whose["side"].strip()):
        mark = _MARK.search(text, verb.end(), end)
        for row in _people(context, verb.end(), mark.start() if mark else end, role, None, sure=False):
            yield replace(row, organisation=row.organisation or context.organisation(side))
    elif _HERE.fullmatch(text, start, verb.start()):
        yield from _people(context, verb.end(), end, role, None)
    elif _THIS_MEETING.match(text, verb.end(), end):
        yield from _people(context, start, verb.start(), role, None)


def _people(
    context: Context, start: int, end: int, role: Role | None, time: str | None, *, sure: bool = True
) -> Iterator[Attendance]:
    parsed = parse(context.text, start, end, context.places)
    if parsed.unread > len(parsed.entries) or (sure and parsed.entries and not parsed.entries[0].sure):
        return
    _share_organisations(parsed.entries)
    for entry in parsed.entries:
        yield Attendance(
            person=entry.person,
            organisation=None if entry.organisation is None else context.organisation(entry.organisation),
            party=entry.party,
            role=entry.role or role,
            title=entry.title,
            time=entry.time or time,
            evidence=evidence(context.text, entry.start, entry.end, "roster.sentence", 0.8),
        )


def _share_organisations(entries: list[Entry]) -> None:
    """`Anna Ek, Bo Ek och Eva Ek, Region Gotland`: the organisation is that of all three."""
    for at in range(len(entries) - 1, 0, -1):
        if not (entries[at].organisation and entries[at - 1].followed_by_and) or entries[at - 1].organisation:
            continue
        back = at - 1
        while (
            back >= 0 and entries[back].organisation is None and (back == at - 1 or not entries[back].followed_by_and)
        ):
            entries[back].organisation = entries[at].organisation
            back -= 1


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
