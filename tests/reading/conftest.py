"""What the tests of the readers share: a context made of a few lines of invented minutes."""

from collections.abc import Callable

import pytest

from samverkan import register
from samverkan.facts import Attendance, Body, Document, Meeting
from samverkan.places import places
from samverkan.reading import read
from samverkan.reading.context import Context
from samverkan.reading.layout import lay_out

Minutes = Callable[..., Context]


@pytest.fixture
def minutes() -> Minutes:
    """Makes the context of minutes of 4 March 2021 with a given text; body, people and kind can be given."""

    def make(
        text: str,
        body: str | None = "Styrgruppen för Ovanbygden",
        persons: tuple[str, ...] = ("Karin Ek", "Per Lund", "Lena Åberg"),
        kind: str = "minutes",
        day: str | None = "2021-03-04",
        short_forms: dict[str, str] | None = None,
    ) -> Context:
        known = register.shipped()
        return Context(
            lay_out(text),
            known,
            places(known),
            Document(body, kind, day),  # type: ignore[arg-type]
            Body(body),
            Meeting(day, day),
            persons=persons,
            short_forms=short_forms or {},
            year=int(day[:4]) if day else None,
        )

    return make


Attended = Callable[..., list[str]]


@pytest.fixture
def attended() -> Attended:
    """Reads minutes with a given list of people, or a whole page: a line a row, `-` before somebody absent."""

    def lines(text: str, whole: bool = False) -> list[str]:
        minutes = f"Minnesanteckningar Styrgruppen 2021-03-04\n\n{text}\n\n1. Inledning\nMötet öppnas.\n"
        return [_said(row) for row in read(text if whole else minutes, register.shipped()).facts.attendance]

    return lines


def _said(row: Attendance) -> str:
    parts = (row.organisation, row.party, row.role, row.title, row.time)
    status = "" if row.status == "present" else "-"
    return status + " | ".join((row.person, *(part for part in parts if part)))


@pytest.fixture
def related() -> Callable[[str], set[tuple[str, str, str]]]:
    """Reads the relations of a sentence in minutes of the Styrgruppen för Ovanbygden, in small letters."""

    def rows(sentence: str) -> set[tuple[str, str, str]]:
        head = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Ale, Per Lund, Tjörn"
        text = f"{head}\n\n1. Inledning\nMötet öppnas.\n\n2. Samtal\n{sentence}\n\n3. Övrigt\nInget.\n"
        facts = read(text, register.shipped()).facts
        return {(row.subject.lower(), row.relation, row.object.lower()) for row in facts.relations}

    return rows
