"""Reading: the text of a document in, facts out, each with the passage that says it.

Pure: no file, clock, network or log.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samverkan.facts import Body, Facts, Meeting
from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.acts.decisions import read_decisions
from samverkan.reading.acts.referrals import read_referrals
from samverkan.reading.context import Context
from samverkan.reading.front import read_front
from samverkan.reading.items.agenda import ItemSpan, read_agenda
from samverkan.reading.layout import Ignored, lay_out
from samverkan.reading.people.vacancies import read_vacancies
from samverkan.reading.relating.relations import read_relations
from samverkan.reading.relating.statements import read_statements, with_memberships
from samverkan.reading.things.amounts import read_amounts
from samverkan.reading.things.announced_days import read_announced
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.mentions import read_mentions
from samverkan.reading.things.references import References
from samverkan.reading.unbroken import requoted, unbroken
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
    whole = unbroken(text)
    layout = lay_out(whole)
    context, seats = read_front(layout, register)
    items = read_agenda(context)
    context, named = _of_things(context, items)
    facts = replace(
        named,
        document=context.document,
        body=None if context.body == Body() else context.body,
        meeting=None if context.meeting == Meeting() else context.meeting,
        attendance=context.attendance,
        memberships=context.memberships,
        vacancies=read_vacancies(context, seats),
        agenda=tuple(span.item for span in items),
        decisions=read_decisions(context, items),
        assignments=read_assignments(context, items),
        amounts=read_amounts(context, items),
    )
    return Reading(facts if whole is text else requoted(facts, text), layout.ignored)


def _of_things(context: Context, items: Sequence[ItemSpan]) -> tuple[Context, Facts]:
    """What is said of the named things of a text, and the context with the memberships among it.

    The things themselves take more memory than all else, and nothing keeps them.
    """
    things = find_things(context, items)
    references = References(context, things)
    context = with_memberships(context, read_statements(context, things, references))
    return context, Facts(
        document=context.document,
        referrals=read_referrals(context, items, things),
        mentions=read_mentions(context, tuple(span.item for span in items), things),
        relations=read_relations(context, things, references),
        announced=read_announced(context, items, references),
    )
