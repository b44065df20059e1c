"""Which statements tell of a thing, part by part and in the order of a page, of which the page then reads some.

To know which there are takes a tenth of what it takes to read them, so the page of a thing of which a thousand
statements speak reads those that it shows (`saying`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan.vocabulary import OPENGOV, ORG, RDF, SAMV
from samverkan_web.evidence import Asked


@dataclass(frozen=True, slots=True)
class Told:
    """A statement or a meeting that points to a thing by a property (`link`), and its `document` where one tells it."""

    fact: str
    link: str
    document: str | None
    day: str
    position: int


# Each class with the part of a page that shows it, and the properties by which it belongs there.
_PARTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    each.value: (part, tuple(link.value for link in links))
    for each, part, links in (
        (ORG.Membership, "seats", (ORG.member, ORG.organization, OPENGOV.onBehalfOf, SAMV.inDocument)),
        (SAMV.Vacancy, "vacancies", (SAMV.body, OPENGOV.onBehalfOf, SAMV.inDocument)),
        (SAMV.Attendance, "presences", (SAMV.person, SAMV.meeting, SAMV.inDocument)),
        (SAMV.Meeting, "meetings", (SAMV.body, SAMV.chair, SAMV.secretary, SAMV.inDocument)),
        (SAMV.AgendaItem, "items", (SAMV.meeting, SAMV.inDocument)),
        (SAMV.Decision, "decisions", (SAMV.meeting, SAMV.inDocument)),
        (SAMV.Assignment, "assignments", (SAMV.assignee, SAMV.meeting, SAMV.inDocument)),
        (SAMV.AnnouncedDay, "announced", (SAMV.body, SAMV.inDocument)),
        (SAMV.Referral, "referrals", (SAMV.draft, SAMV.referredTo, SAMV.inDocument)),
        (SAMV.Relation, "ties", (RDF.subject, RDF.object, SAMV.inDocument)),
        (SAMV.Mention, "mentions", (SAMV.mentions, OPENGOV.onBehalfOf, SAMV.inDocument)),
        (SAMV.FormerFact, "former", (SAMV.ofDocument,)),
    )
}


def told(site: Asked, iri: str) -> dict[str, list[Told]]:
    """What tells of a thing, by part: what is newest first, then as its document has it, each once."""
    found: dict[str, dict[str, Told]] = {}
    for row in site.ask("told", iri):
        part, links = _PARTS[row["kind"]]
        if row["link"] in links:
            day = row.get("start" if part == "meetings" else "date", "")
            each = Told(row["fact"], row["link"], row.get("document"), day, int(row.get("position", 0)))
            found.setdefault(part, {}).setdefault(each.fact, each)
    return {part: in_order(each.values()) for part, each in found.items()}


def resolved(site: Asked, meetings: Sequence[str]) -> dict[str, list[Told]]:
    """The decisions and assignments of some meetings, in the order of these."""
    place = {meeting: number for number, meeting in enumerate(meetings)}
    found: dict[str, list[tuple[int, Told]]] = {}
    for row in site.ask("resolved", meeting=meetings) if meetings else ():
        each = Told(row["fact"], SAMV.meeting.value, row["fact"], "", int(row.get("position", 0)))
        found.setdefault(_PARTS[row["kind"]][0], []).append((place[row["meeting"]], each))
    order = {part: sorted(rows, key=lambda row: (row[0], row[1].position, row[1].fact)) for part, rows in found.items()}
    return {part: [each for _, each in rows] for part, rows in order.items()}


def in_order(found: Iterable[Told]) -> list[Told]:
    """The newest first; what no day is known of last."""
    in_documents = sorted(found, key=lambda each: (each.document or "", each.position, each.fact))
    return sorted(in_documents, key=lambda each: each.day, reverse=True)
