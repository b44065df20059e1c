"""Reading: the text of a document in, facts out, each with the passage that says it.

Pure: no file, clock, network or log.
"""

from dataclasses import dataclass

from samverkan.facts import Facts
from samverkan.places import places
from samverkan.reading.context import Context
from samverkan.reading.layout import Ignored, lay_out
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
    context = Context(lay_out(text), register, places(register))
    facts = Facts(
        document=context.document,
        body=context.body,
        meeting=context.meeting,
        attendance=context.attendance,
        memberships=context.memberships,
    )
    return Reading(facts, context.layout.ignored)
