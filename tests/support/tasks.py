"""A meeting with one point about which something is to be done, and what was read of that."""

from typing import Any

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.items.agenda import read_agenda

KARIN, PER, LENA = "Karin Ek", "Per Lund", "Lena Åberg"


def given(context: Any) -> list[tuple[str | None, ...]]:
    """Who was given something to do, and by when."""
    return [(*row.assignee, row.due) for row in read_assignments(context, read_agenda(context))]


def item(text: str) -> str:
    """The second of three points."""
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."
