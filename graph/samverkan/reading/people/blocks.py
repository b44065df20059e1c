"""People in blocks of a few lines each: an office, a name below it, whom the person represents, and a substitute.

Ledamot
Anna Ek (S)
Sala kommun
Ersättare: Bo Ström
"""

from collections.abc import Callable, Sequence

from samverkan.places import Places
from samverkan.reading.layout import Line
from samverkan.reading.people.entry import Parsed
from samverkan.reading.people.rows import Row
from samverkan.reading.people.sections import heading_at
from samverkan.reading.people.sides import side

Parse = Callable[[int, int], Parsed]

_LONGEST = 90  # characters of the line below a name


def take_organisation(
    text: str, lines: Sequence[Line], at: int, rows: Sequence[Row], places: Places, parse: Parse
) -> bool:
    """Take the line at an index to the only person of the block above; whether it names whom that person represents."""
    row, line = rows[-1], lines[at]
    named = side(line.text.partition(" (")[0], places) if len(line.text) <= _LONGEST else None
    if named is None or row.entry.organisation is not None or text.count("\n", row.entry.end, line.start) > 1:
        return False
    if not row.section.single and not (_begins_block(text, rows) and _ends_block(text, lines, at)):
        return False
    whole = parse(row.entry.start, line.end)
    if len(whole.entries) == 1 and whole.entries[0].person == row.entry.person:
        row.entry.since, row.entry.until = whole.entries[0].since, whole.entries[0].until
    row.entry.organisation, row.entry.end = named, line.end
    return True


def _begins_block(text: str, rows: Sequence[Row]) -> bool:
    """Whether the last person stands alone: nobody on the line above."""
    return len(rows) < 2 or text.count("\n", rows[-2].entry.end, rows[-1].entry.start) > 1


def _ends_block(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether nobody stands right below the line: it ends a block, or only a label with its person goes on."""
    if at + 1 == len(lines) or text.count("\n", lines[at].end, lines[at + 1].start) > 1:
        return True
    label = heading_at(text, lines[at + 1].start, lines[at + 1].end)
    return label is not None and label.end < lines[at + 1].end


def of_member_above(text: str, line: Line, rows: Sequence[Row]) -> str | None:
    """Whom the member right above a line represents: so does the personal substitute whom the line names."""
    if not rows or rows[-1].section.role == "substitute":
        return None
    last = rows[-1]
    breaks = text.count("\n", last.entry.end, line.start)
    if breaks == 0 and last.section.organisation is not None:
        return last.section.organisation  # `Anna Ek och Bo Ek. Ersättare: Eva Ek` below whom they represent
    if breaks > 1 or not _begins_block(text, rows):
        return None  # `Ersättare: …` below a whole list
    return last.entry.organisation or last.section.organisation
