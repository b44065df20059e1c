"""Who sits on a body: memberships and vacant seats from the lists of a page of composition."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan import names
from samverkan.facts import Membership, Role, Vacancy
from samverkan.reading.context import Context
from samverkan.reading.layout import Line, evidence
from samverkan.reading.lists import Lists, Row
from samverkan.reading.own_body import BODY_NOUN
from samverkan.reading.roles import role_of


def read_memberships(context: Context, lists: Lists) -> tuple[Membership, ...]:
    """The memberships that the lists of a page of composition give; none for other documents."""
    if context.document.kind != "composition" or context.body.name is None:
        return ()
    return ()


def read_vacancies(context: Context, lists: Lists) -> tuple[Vacancy, ...]:
    """The seats that lists say are vacant, counted by body and side."""
    body = context.body.name
    if body is None or not lists.seats:
        return ()
    counts = Counter(seat.section.organisation for seat in lists.seats)
    first = {seat.section.organisation: seat for seat in reversed(lists.seats)}
    return tuple(
        Vacancy(
            body, side, count, evidence(context.text, first[side].start, first[side].end, "composition.vacant", 0.9)
        )
        for side, count in counts.items()
    )
