"""Where the body met, in what manner, who led it and who wrote."""

import re
from collections.abc import Iterable
from dataclasses import replace

from samverkan import names
from samverkan.dates import WrittenDate
from samverkan.facts import Document, Meeting, Mode
from samverkan.reading.context import Context
from samverkan.reading.head.days import day_of_news
from samverkan.reading.head.header import head
from samverkan.reading.head.news import gatherings
from samverkan.reading.head.venue import DISTANCE, place_met
from samverkan.reading.layout import Layout, evidence
from samverkan.reading.people.signatures import Signer

_PHYSICAL = re.compile(r"\b(?:på plats|fysiskt?)\b", re.I)


def read_meeting(context: Context, days: tuple[WrittenDate, ...], signers: Iterable[Signer]) -> Meeting | None:
    """The meeting that the document tells of; None for a page of composition, and for news without one."""
    document = context.document
    if document.kind == "composition" or (document.kind == "news" and not days):
        return None
    settled = sorted(day for written in days if (day := context.day(written)))
    place, start, end = place_met(context)
    mode = _mode(context, place)
    proof = None
    if days:
        proof = evidence(context.text, days[0].start, days[-1].end, "header.day", 0.9 if settled else 0.5)
    elif place is not None:
        proof = evidence(context.text, start, end, "header.place", 0.9)
    return Meeting(
        start=settled[0] if settled else None,
        end=settled[-1] if settled else None,
        place=place,
        mode=mode,
        chair=_chair(context, signers),
        secretary=_secretary(context, signers),
        evidence=proof,
    )


def _mode(context: Context, place: str | None) -> Mode | None:
    if context.document.kind == "minutes":
        top = "\n".join(
            line.text
            for at, line in enumerate(head(context.layout))
            if not line.text.startswith(("Nästa", "Kommande"))
            and (at < 12 or line.text[-1] != "." or ":" in line.text[:25])
        )
    else:
        top = "\n".join(context.text[told.start : told.end] for told in gatherings(context.layout))
    distance = DISTANCE.search(top)
    if distance and (place or _PHYSICAL.search(top) or _of_one_person(top, distance)):
        return "hybrid"
    if distance:
        return "online"
    return "in person" if place or _PHYSICAL.search(top) else None


def _of_one_person(top: str, distance: re.Match[str]) -> bool:
    """`Bo Ek (via länk)`: one took part at a distance, so others did not."""
    line = top[top.rfind("\n", 0, distance.start()) + 1 : distance.end()]
    before = re.search(r"([^\s,]+ [^\s,(]+)\s*\($", line[: line.rfind("(") + 1])
    return before is not None and names.is_name(before[1])


def _chair(context: Context, signers: Iterable[Signer]) -> str | None:
    present = [row for row in context.attendance if row.status == "present"]
    for row in present:
        if row.role == "chair":
            return row.person
    led = (context.full_name(signer.entry.person) for signer in signers if signer.role == "chair")
    return next((person for person in led if " " in person), None)


def _secretary(context: Context, signers: Iterable[Signer]) -> str | None:
    for signer in signers:
        person = context.full_name(signer.entry.person)
        if signer.role == "secretary" and " " in person:
            return person
    return next((row.person for row in context.attendance if row.role == "secretary"), None)


def with_day(layout: Layout, document: Document, meeting: Meeting) -> Document:
    """The document with the day that it is about."""
    day = meeting.start or (day_of_news(layout, document) if document.kind == "news" else None)
    return replace(document, date=day)
