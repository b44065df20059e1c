"""What was read where: a document line by line, with the facts that rest on each line and what was passed over.

The reader's own debugger, and the best way to understand it: every fact stands below the passage that says it, with the
rule that read it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from samverkan.facts import Evidence, Facts
from samverkan.reading.layout import Ignored
from samverkan.sources.source import Source


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact and its passage: `kind` as in the facts contract, `says` its values in a line.

    `where` says where the passage begins in the original: page, paragraph or element; empty for plain text.
    """

    kind: str
    says: str
    evidence: Evidence
    where: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text from character `start` on; the facts that begin in it, the reason if it was passed over.

    `spans` are the parts of the line that some passage covers, as offsets into the line.
    """

    number: int
    start: int
    text: str
    marks: tuple[Mark, ...]
    spans: tuple[tuple[int, int], ...]
    ignored: str | None


def marks(facts: Facts, rule: str = "", source: Source | None = None) -> list[Mark]:
    """All facts with evidence whose rule begins with `rule`, in the order of the text.

    With the source that was read each says where it stands in the original.
    """
    found = [
        Mark(kind, _says(row), row.evidence, _where(source, row.evidence))
        for kind, row in _rows(facts)
        if row.evidence is not None and row.evidence.rule.startswith(rule)
    ]
    return sorted(found, key=lambda mark: (mark.evidence.start, mark.evidence.end))


def lines(source: Source, facts: Facts, ignored: Sequence[Ignored] = (), rule: str = "") -> Iterator[Line]:
    """The lines of the text of a source, each with what was read from it."""
    text, waiting = source.text, marks(facts, rule, source)
    start = 0
    open_marks: list[Mark] = []
    reasons = sorted(ignored, key=lambda each: each.start)
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        count = next((i for i, mark in enumerate(waiting) if mark.evidence.start > end), len(waiting))
        begun, waiting = waiting[:count], waiting[count:]
        open_marks = [mark for mark in open_marks + begun if mark.evidence.end > start]
        while reasons and reasons[0].end <= start:
            reasons.pop(0)
        passed = reasons[0].reason if reasons and reasons[0].start < end and line.strip() else None
        spans = _spans([(mark.evidence.start - start, mark.evidence.end - start) for mark in open_marks], len(line))
        yield Line(number, start, line, tuple(begun), spans, passed)
        start = end + 1


def _where(source: Source | None, evidence: Evidence) -> str:
    """Where a passage begins in the original, in words."""
    places = source.origin(evidence.start, evidence.end) if source is not None else ()
    return str(places[0]) if places else ""


def _rows(facts: Facts) -> Iterator[tuple[str, Any]]:
    for each in fields(Facts):
        value = getattr(facts, each.name)
        for row in value if isinstance(value, tuple) else (value,):
            if row is not None:
                yield each.name, row


def _says(row: Any) -> str:
    """The values of a fact in a line, its first two bare, the others with their names."""
    given = [(each.name, getattr(row, each.name)) for each in fields(row) if each.name != "evidence"]
    parts = []
    for place, (name, value) in enumerate(pair for pair in given if pair[1] not in (None, ())):
        words = ", ".join(value) if isinstance(value, tuple) else str(value)
        parts.append(words if place == 0 else f"{name}: {words}")
    return " · ".join(parts)


def _spans(ranges: Sequence[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """The ranges cut to a line of `length` characters, overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(start, 0), min(end, length)) for start, end in ranges):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
