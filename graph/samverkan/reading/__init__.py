"""Reading: the text of a document in, facts out, each with the passage that says it.

Pure: no file, clock, network or log.
"""

from dataclasses import dataclass, replace

from samverkan.facts import Body, Facts, Meeting
from samverkan.places import places
from samverkan.reading.agenda import read_agenda
from samverkan.reading.assignments import read_assignments
from samverkan.reading.composition import read_memberships, read_vacancies
from samverkan.reading.context import Context
from samverkan.reading.days import meeting_days
from samverkan.reading.decisions import read_decisions
from samverkan.reading.header import read_document
from samverkan.reading.layout import Ignored, Layout, lay_out
from samverkan.reading.lists import Lists, read_lists
from samverkan.reading.meeting import read_meeting, with_day
from samverkan.reading.mentions import read_mentions
from samverkan.reading.own_body import home_region, organisations, read_body
from samverkan.reading.referrals import read_referrals
from samverkan.reading.relations import read_relations
from samverkan.reading.roles import PARTIES
from samverkan.reading.roster import read_attendance
from samverkan.reading.short_forms import read_short_forms
from samverkan.reading.signatures import read_signers
from samverkan.reading.statements import read_statements, with_memberships
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References
from samverkan.reading.years import settle_year
from samverkan.register import Register

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says, and which passages were ignored, with reasons."""

    facts: Facts
    ignored: tuple[Ignored, ...]


def read(text: str, register: Register) -> Reading:
    """The facts of a document's normalised text; rows stand in the order of the text.

    Nothing found is no error: the facts are then empty.
    """
    layout = lay_out(text)
    context, lists = _front(layout, register)
    items = read_agenda(context)
    things = find_things(context)
    references = References(context, things)
    context = with_memberships(context, read_statements(context, things, references))
    agenda = tuple(span.item for span in items)
    facts = Facts(
        document=context.document,
        body=None if context.body == Body() else context.body,
        meeting=None if context.meeting == Meeting() else context.meeting,
        attendance=context.attendance,
        memberships=context.memberships,
        vacancies=read_vacancies(context, lists),
        agenda=agenda,
        decisions=read_decisions(context, items),
        assignments=read_assignments(context, items),
        referrals=read_referrals(context, items),
        mentions=read_mentions(context, agenda, things),
        relations=read_relations(context, things, references),
    )
    return Reading(facts, layout.ignored)


def _front(layout: Layout, register: Register) -> tuple[Context, Lists]:
    """The head of a document and its people: what the rest is read with."""
    known = places(register)
    lists = read_lists(layout, known)
    document = read_document(layout, lists)
    if document.kind != "minutes":
        lists = read_lists(layout, known, composition=True)
        document = read_document(layout, lists)
    body = read_body(layout, document, lists) or Body()
    body = replace(body, organisations=organisations(body.name, known, lists))
    days = meeting_days(layout, document)
    year = settle_year(layout, days[0]) if days else None
    context = Context(
        layout,
        register,
        known,
        document,
        body,
        short_forms=read_short_forms(layout.text, register),
        year=year,
        region=home_region(layout, known),
        parties=any(row.entry.party in PARTIES for row in lists.rows),
        roster=lists.spans,
    )
    signers = tuple(read_signers(layout, known))
    if document.kind == "composition":
        context = replace(context, memberships=read_memberships(context, lists))
    else:
        context = replace(
            context,
            attendance=read_attendance(context, lists if document.kind == "minutes" else Lists((), (), ()), signers),
        )
    people = (*(row.person for row in context.attendance), *(row.person for row in context.memberships))
    context = replace(context, persons=tuple(dict.fromkeys(people)))
    meeting = read_meeting(context, days, signers) or Meeting()
    return replace(context, meeting=meeting, document=with_day(document, meeting)), lists
