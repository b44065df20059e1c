"""The front of a document: what it is, which body met, when and where, and who was there or sits on it."""

from collections.abc import Iterator
from dataclasses import replace

from samverkan.facts import Body, Meeting
from samverkan.places import places
from samverkan.reading.context import Context
from samverkan.reading.head.body_kind import home_region
from samverkan.reading.head.days import meeting_days
from samverkan.reading.head.header import read_document
from samverkan.reading.head.meeting import read_meeting, with_day
from samverkan.reading.head.own_body import read_body
from samverkan.reading.head.short_forms import read_short_forms
from samverkan.reading.head.whose_body import organisations
from samverkan.reading.head.years import settle_year, year_of_news
from samverkan.reading.layout import Layout
from samverkan.reading.people.composition import read_memberships
from samverkan.reading.people.entry import Parsed
from samverkan.reading.people.lists import read_lists
from samverkan.reading.people.roles import PARTIES
from samverkan.reading.people.roster import read_attendance
from samverkan.reading.people.rows import Lists, Seat
from samverkan.reading.people.signatures import read_signers
from samverkan.register import Register

_LIST = 3  # rows: fewer are no list in news


def _told(context: Context) -> Iterator[tuple[int, int]]:
    """Where the sentences of minutes give people as a list does, and tell of no office besides."""
    for row in context.attendance if context.document.kind == "minutes" else ():
        if row.evidence is not None and row.evidence.rule == "roster.told" and " är " not in row.evidence.quote:
            yield row.evidence.start, row.evidence.end


def read_front(layout: Layout, register: Register) -> tuple[Context, tuple[Seat, ...]]:
    """The context that the rest is read with, and the vacant seats of the lists that its people come from."""
    known = places(register)
    nobody: dict[tuple[int, int], Parsed] = {}
    lists = read_lists(layout, known, nobody=nobody)
    document = read_document(layout, lists)
    if document.kind != "minutes":
        lists = read_lists(layout, known, composition=True, nobody=nobody)
        document = read_document(layout, lists)
    if document.kind == "news" and len(lists.rows) + len(lists.seats) < _LIST:
        lists = Lists((), (), ())
    body = read_body(layout, document, lists) or Body()
    body = replace(body, organisations=organisations(body, layout, known, lists))
    days = meeting_days(layout, document)
    year = settle_year(layout, days[0]) if days else None
    if days and year is None and document.kind == "news" and document.published is not None:
        year = year_of_news(days[0], document.published)
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
    if document.kind != "minutes" and lists.rows:
        context = replace(context, memberships=read_memberships(context, lists))
    else:
        context = replace(context, attendance=read_attendance(context, lists, signers))
        context = replace(context, roster=tuple(sorted((*context.roster, *_told(context)))))
    people = (*(row.person for row in context.attendance), *(row.person for row in context.memberships))
    context = replace(context, persons=tuple(dict.fromkeys(people)))
    meeting = read_meeting(context, days, signers) or Meeting()
    return replace(context, meeting=meeting, document=with_day(layout, document, meeting)), lists.seats
