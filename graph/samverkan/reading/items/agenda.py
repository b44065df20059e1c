"""The agenda: numbered items, the headings between them, sections, and how far each reaches."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan import names
from samverkan.facts import AgendaItem, ItemKind
from samverkan.reading.context import Context
from samverkan.reading.items.closing import closing, foot
from samverkan.reading.items.numbering import numbered_headings
from samverkan.reading.items.passages import Passage, passages
from samverkan.reading.items.sections import Row, sections
from samverkan.reading.items.series import Form, Numbered
from samverkan.reading.items.titles import is_next_meeting, is_section, kind_of
from samverkan.reading.items.unnumbered import Heading, announced, free_headings, spacing_of, task_lists, timed_headings
from samverkan.reading.layout import Layout, evidence


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """An item of the agenda and the part of the text that is about it: its heading begins at `start`, its text at
    `body`, up to `end`.
    """

    item: AgendaItem
    start: int
    body: int
    end: int
    passages: tuple[Passage, ...]

    @property
    def name(self) -> str:
        """What decisions and assignments point to: the item's number, or its title where it has none."""
        return self.item.number or self.item.title


_CALLED_ITEMS = re.compile(
    r"\b(?:punkt(?:en|er|erna)?|programpunkt\w*|dagordning(?:en)?|agenda(?:n|(?! ?\d)))\b", re.IGNORECASE
)


def read_agenda(context: Context) -> tuple[ItemSpan, ...]:
    """The items of the agenda in the order of the text, each with the part of the text that is about it."""
    if context.document.kind == "composition":
        return ()
    rows = sorted((row for row in _rows(context) if row.title < row.title_end), key=lambda row: row.start)
    rows = [row for at, row in enumerate(rows) if not at or row.start > rows[at - 1].start]
    return tuple(_with_reach(context, rows))


def _rows(context: Context) -> list[Row]:
    """The headings by the surest sign that the document gives: numbers, then a list of contents, then headings that
    stand alone.
    """
    layout = context.layout
    numbered = numbered_headings(layout)
    news = context.document.kind == "news"
    # A news item has items only where it calls something so.
    called = not news or _CALLED_ITEMS.search(context.text, head_end(context)) is not None
    if called and any(each.form != "bare" for each in numbered):
        return _numbered_rows(context, numbered)
    if contents := announced(layout):
        return [_free_row(layout, each, "agenda.contents", 0.9) for each in contents]
    if called and numbered:
        return _numbered_rows(context, numbered)
    if timed := timed_headings(layout):
        return [_free_row(layout, each, "agenda.timed", 0.8) for each in timed]
    start = head_end(context)
    found = list(free_headings(context, start, foot(layout, start), spacing_of(layout), whole=True))
    rule = "agenda.news-heading" if news else "agenda.heading"
    return [_free_row(layout, each, rule, 0.7) for each in found] if called else []


def _numbered_rows(context: Context, numbered: list[Numbered]) -> list[Row]:
    """Numbered items, the sections above them, and in informal notes the unnumbered headings inside them."""
    layout = context.layout
    rows = [_numbered_row(layout, each) for each in numbered]
    taken = {row.start for row in rows}
    rows += [row for row in sections(layout, numbered) if row.start not in taken]
    rows += [_free_row(layout, each, "agenda.task-list", 0.8) for each in task_lists(layout, numbered[0].end)]
    if numbered[0].form == "paragraph":
        return rows  # a protocol of paragraphs numbers all its items
    taken = {row.start for row in rows}
    spacing = spacing_of(layout)
    stop = closing(layout, numbered[-1].end)
    for at, each in enumerate(numbered):
        until = numbered[at + 1].start if at + 1 < len(numbered) else stop
        rows += [
            _free_row(layout, heading, "agenda.heading", 0.7)
            for heading in free_headings(context, each.end, until, spacing)
            if heading.start not in taken
        ]
    return rows


_SURE: dict[Form, float] = {"paragraph": 0.97, "point": 0.96, "bare": 0.9, "roman": 0.95, "letter": 0.85}


def _numbered_row(layout: Layout, each: Numbered) -> Row:
    confidence = _SURE[each.form] * min(1.0, each.weight + 0.1)
    words = layout.text[each.title : each.end]
    return Row(
        each.number, each.title, each.title_end, each.start, each.end, words, f"agenda.{each.form}", round(confidence,
        2),
        is_section(layout.text[each.title : each.title_end]),
    )  # fmt: skip


def _free_row(layout: Layout, each: Heading, rule: str, confidence: float) -> Row:
    title = layout.text[each.title : each.title_end]
    return Row(None, each.title, each.title_end, each.start, each.end, title, rule, confidence, is_section(title))


# A list of people further from the one before it than this does not belong to the head.
_FAR = 600


def head_end(context: Context) -> int:
    """Where the head of a document ends: below its title and, in minutes, the lists of people that stand together."""
    end = context.document.evidence.end if context.document.evidence is not None else 0
    if context.document.kind == "minutes":
        spans = sorted(context.roster)
        for before, span in zip((None, *spans), spans, strict=False):
            if before is not None and span[0] - end > _FAR:
                break
            end = max(end, span[1])
    return end


def _with_reach(context: Context, rows: list[Row]) -> Iterator[ItemSpan]:
    """The items with kind and reach: each goes up to the next, the last up to the closing formula."""
    text = context.text
    ends = [row.start for row in rows[1:]] + ([closing(context.layout, rows[-1].body)] if rows else [])
    bodies = [max(row.body, row.title_end) for row in rows]
    for first, last in _lists(text, rows):
        # a) b) c) straight below each other only name what the item is about; the text below them is the item's
        bodies[first - 1], ends[first - 1] = bodies[last], ends[last]
        ends[last] = bodies[last]
    for row, kind, body, end in zip(rows, _kinds(rows), bodies, ends, strict=True):
        title_end = _without_presenter(context, row.title, row.title_end)
        title = " ".join(text[row.title : title_end].split())
        proof = evidence(text, row.title, title_end, row.rule, row.confidence)
        yield ItemSpan(
            AgendaItem(title, row.number, kind, proof),
            row.start,
            body,
            max(body, end),
            passages(context.layout, body, max(body, end)),
        )


_PRESENTER = re.compile(r"(?:\s*\((?P<bracket>[^()]{4,40})\)|\s*(?P<mark>[,:–-])\s(?P<name>[^,:–()]{4,40}))\Z")


def _without_presenter(context: Context, start: int, end: int) -> int:
    """Where a title ends before the name of whoever presents the item: `Budget (Karin Ek)`, `Budget – Karin Ek`."""
    found = _PRESENTER.search(context.text, max(start + 3, end - 60), end)
    if found is None:
        return end
    name = (found["bracket"] or found["name"]).strip()
    known = name in context.persons
    # behind a comma the name of a stranger may be what the item is about
    named = known or (found["mark"] != "," and names.is_name(name) and names.is_given(name.split()[0]))
    return found.start() if named else end


def _lists(text: str, rows: list[Row]) -> Iterator[tuple[int, int]]:
    """The first and last index of each run of lettered items with nothing between them and the item above."""
    first = None
    lettered = False  # whether the row before is such an item too, which has a text of its own
    for at, row in enumerate(rows):
        was, lettered = lettered, row.number is not None and text[row.start].islower() and at > 0
        straight = at > 0 and not text[rows[at - 1].body : row.start].strip()
        if not lettered or not straight:
            first = None
        elif first is None and not was:
            first = at
        following = rows[at + 1] if at + 1 < len(rows) else None
        if first is not None and (following is None or not text[following.start].islower()):
            if at > first:  # one alone has its text to itself
                yield first, at
            first = None


def _kinds(rows: list[Row]) -> Iterator[ItemKind | None]:
    """The kind of each item: by its own words, else by the item or section above it."""
    section: ItemKind | None = None  # of the section heading above
    main: ItemKind | None = None  # of the numbered section that the item lies in
    parents: dict[str, ItemKind | None] = {}
    for row in rows:
        own = kind_of(row.words)
        if row.section and (row.number is None or row.rule == "agenda.section"):
            section, main = own, None
            yield own
        elif row.number is None:
            # an unnumbered heading inside a numbered item, or behind the last one: `Nästa möte`
            yield own or (None if main == "other" or is_next_meeting(row.words) else main)
        else:
            above = _parent(row.number)
            kind = own or parents.get(above, section)
            parents.setdefault(row.number, kind)
            main = kind
            yield kind


def _parent(number: str) -> str:
    """The number of the item above: of `2 a` it is `2`, of `2.1` too; of a whole number itself nothing.

    >>> _parent("2 a"), _parent("2")
    ('2', '')
    """
    return number.rpartition(" ")[0] or number.rpartition(".")[0]
