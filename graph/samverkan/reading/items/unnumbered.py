"""Headings without a number: those that a list of contents announces, and short lines that stand alone above prose."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from samverkan import names
from samverkan.reading.context import Context
from samverkan.reading.items.headlines import JOINERS
from samverkan.reading.items.titles import is_no_item, title_span
from samverkan.reading.layout import Layout, Line


@dataclass(frozen=True, slots=True)
class Heading:
    """An unnumbered heading: its title stands from `title` up to `title_end`; what it heads begins at `start`, its
    text at `end`.
    """

    start: int
    title: int
    title_end: int
    end: int


_CONTENTS = re.compile(r"(?:innehåll(?:sförteckning)?|i detta nummer)\s*:?(?:\s+|\Z)", re.IGNORECASE)
_LOOK = 120  # how far into a page its heading reaches
_MOST_ENTRIES = 200


def announced(layout: Layout) -> list[Heading]:
    """The headings that a list of contents announces, each where the document has it again; nothing without such a
    list.
    """
    for at, line in enumerate(layout.lines):
        found = _CONTENTS.match(line.text)
        if found is None or not (found.end() == len(line.text) or line.text[found.end()].isupper()):
            continue
        entries = list(_entries(layout, at, line.start + found.end()))
        if len(entries) > 2:
            headings = list(_places_of(layout, entries))
            if sum(heading.title > entries[-1][1] for heading in headings) * 2 >= len(entries):
                return headings
    return []


def _entries(layout: Layout, at: int, start: int) -> Iterator[tuple[int, int]]:
    """The titles in a list of contents, one a line or all on one line."""
    line = layout.lines[at]
    if start < line.end:
        yield from _run_together(layout, start, line.end)
        return
    first = ""
    for entry in layout.lines[at + 1 : at + 1 + _MOST_ENTRIES]:
        title, end = title_span(layout.text, entry.start, entry.end)
        words = layout.text[title:end].casefold()
        if words == first or len(entry.text) > _LOOK or (entry.text.endswith((".", ":")) and "..." not in entry.text):
            return
        first = first or words
        yield title, end


def _run_together(layout: Layout, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The titles of a list of contents that has lost its lines: each opens with a capital that no small word leads
    to.
    """
    tokens = list(re.finditer(r"\S+", layout.text[start : min(stop, start + 4000)]))
    begin = 0
    for before, token in pairwise(tokens):
        page_number = token[0] == "Sida"
        if page_number or (
            token[0][0].isupper() and before[0].casefold() not in JOINERS and not before[0].endswith("-")
        ):
            yield title_span(layout.text, start + begin, start + before.end())
            begin = token.start()
        if page_number:
            return
    yield title_span(layout.text, start + begin, stop)


def _places_of(layout: Layout, entries: list[tuple[int, int]]) -> Iterator[Heading]:
    """Where each announced title heads a page or a line further down; an entry found nowhere keeps its place in the
    list.
    """
    lines = [
        line
        for line in layout.lines
        if line.start > entries[-1][1] and "\n" in layout.text[max(0, line.start - 3) : line.start]
    ]
    at = 0
    for title, end in entries:
        words = layout.text[title:end].casefold()
        place = next((i for i in range(at, len(lines)) if words in lines[i].text[:_LOOK].casefold()), None)
        if place is None:
            yield Heading(title, title, end, end)
            continue
        line, at = lines[place], place + 1
        inside = line.start + line.text[:_LOOK].casefold().find(words)
        below = inside + end - title
        if layout.text[inside:below] == layout.text[title:end]:
            title, end = inside, below  # a longer heading may write it otherwise: `Rådets arbetsordning och mål`
        yield Heading(line.start, title, end, below)


# A programme gives the hour of each item: 09.15-10.00 Information
_HOURS = re.compile(
    r"(?:kl\.?\s?)?(?P<h>[012]?\d)[.:](?P<m>[0-5]\d)(?:\s?[-–]\s?[012]?\d[.:][0-5]\d)?\s+(?=[”\"]?[A-ZÅÄÖ])",
    re.IGNORECASE,
)


def timed_headings(layout: Layout) -> list[Heading]:
    """The lines that open with an hour, later and later, as in a programme; nothing with fewer than three of them."""
    found: list[Heading] = []
    last = -1
    for line in layout.lines:
        hours = _HOURS.match(line.text)
        if hours is None or len(line.text) > _LOOK:
            continue
        minute = int(hours["h"]) * 60 + int(hours["m"])
        if minute < last:
            return []
        last = minute
        title, end = title_span(layout.text, line.start + hours.end(), line.end)
        found.append(Heading(line.start, title, end, line.end))
    return found if len(found) > 2 else []


_TASK_LIST = re.compile(
    r"(?:åtgärds|uppdrags|aktivitets|uppgifts|besluts)(?:lista|logg)(?:n|en)?|att[ -]göra-?\s?lista(?:n)?",
    re.IGNORECASE,
)


def task_lists(layout: Layout, start: int) -> Iterator[Heading]:
    """The headings of lists of what is to be done, which stand behind the last item: `Åtgärdslista`."""
    for line in layout.between(start, len(layout.text)):
        if _TASK_LIST.fullmatch(line.text.rstrip(" :")):
            end = line.start + len(line.text.rstrip(" :"))
            yield Heading(line.start, line.start, end, line.end)


_PROSE = re.compile(r".{10,}[.!?:]\s*\Z", re.DOTALL)
# Headings that most agendas have: these need nothing but a line of their own.
_USUAL = re.compile(
    r"(?:nästa (?:möte|sammanträde|träff)|kommande möten|mötestider|sammanträdestider|övriga? (?:frågor?|ärenden?|"
    r"punkter)|övrigt|"
    r"(?:val av )?justerare|val av (?:ordförande|sekreterare|mötesordförande)\b.*|föregående (?:protokoll|"
    r"minnesanteckningar|anteckningar|"
    r"möte\w*)|(?:mötets|mötet) (?:öppnande|öppnas|avslutande|avslutas)|(?:godkännande|"
    r"fastställande) av dagordning(?:en)?|laget runt|"
    r"rapporter|information|presentation(?:srunda)?|avslutning|inledning|välkommen|incheckning)\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–•*·]\s*\S")
_LOOKS_LIKE_HEADING = re.compile(r"[”\"]?[A-ZÅÄÖ0-9][^\t]{2,118}[^\s.,;:!]\Z")
# Dates, places and hours of the head; lead-ins of decisions, whose clauses follow.
_NEVER = re.compile(
    r"\A[^,]{3,40}: [^,]+, .*\Z|\A(?:\d[\d\s./:–-]*|(?:tid|plats|datum|lokal|kl|tel|e-post|telefon|fax|www)\b.*)\Z|"
    r"\b(?:att|beslutar|"
    r"beslutade|beslutas)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a document sets its paragraphs: `spaced` apart by empty lines; broken to `width` characters, 0 if not
    broken.
    """

    spaced: bool
    width: int


def spacing_of(layout: Layout) -> Spacing:
    """How a document sets its paragraphs."""
    gaps = sum(_blank_before(layout.text, one.end, two.start) for one, two in pairwise(layout.lines))
    lengths = sorted(len(line.text) for line in layout.lines if len(line.text) > _NARROWEST)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    return Spacing(gaps * 20 >= len(layout.lines), width if width <= _WIDEST else 0)


_NARROWEST, _WIDEST = 40, 150  # no text is broken to less, nor is one that has many longer lines broken at all


# Inside an item where each has one; an item of its own where the document has only one.
_ROUNDS_OFF = frozenset(("sammanfattning", "uppföljning", "diskussion", "nästa steg"))


def free_headings(context: Context, start: int, stop: int, spacing: Spacing, whole: bool = False) -> Iterator[Heading]:
    """The short lines in a part of the text that stand alone above prose or a list, and so head it.

    `whole` tells that the part is the whole document, which has no other items.
    """
    layout = context.layout
    lines = layout.between(start, stop)
    rounding = Counter(line.text.casefold() for line in lines if line.text.casefold() in _ROUNDS_OFF)
    single = {word for word, times in rounding.items() if times == 1 and whole}
    for at, line in enumerate(lines[:-1]):
        above = lines[at - 1] if at else Line(start, start, "")
        if _may_head(context, line, lines[at + 1], single) and _heads(layout, lines, at, above, spacing):
            title, end = title_span(layout.text, line.start, line.end)
            yield Heading(line.start, title, end, line.end)


def _may_head(context: Context, line: Line, below: Line, single: Collection[str]) -> bool:
    """Whether the words of a line can be a heading: no sentence, no label of the head or inside, nobody's name."""
    if not _LOOKS_LIKE_HEADING.match(line.text) or _NEVER.search(line.text) or _BULLET.match(line.text):
        return False
    words = line.text.casefold()
    if is_no_item(line.text) and words not in single and not (words == "dagordning" and _PROSE.match(below.text)):
        return False
    if line.text == context.document.title or context.full_name(line.text) in context.persons:
        return False
    # The last of a list of people may stand above prose; a heading of the same list's kind may too, and is one.
    return not context.in_roster(line.start) or not (context.in_roster(below.start) or any(names.find(line.text)))


def _heads(layout: Layout, lines: tuple[Line, ...], at: int, above: Line, spacing: Spacing) -> bool:
    """Whether a line heads what stands below it, by where it stands."""
    line, below, text = lines[at], lines[at + 1], layout.text
    if above.text.endswith((":", ",")):
        return False
    blank = not above.end or _blank_before(text, above.end, line.start)
    if blank and (_USUAL.match(line.text) or (line.text.isupper() and len(line.text) > 5 and below.text[-1] == ".")):
        return True
    if not (_PROSE.match(below.text) or _BULLET.match(below.text) or _wraps(layout, lines, at + 1)):
        return False
    if blank or line.text.isupper():
        return _blank_after(text, line.end, below.start) or _breaks_off(line, below, spacing)
    return not spacing.spaced and _heads_unspaced(layout, line, above, below, spacing)


def _heads_unspaced(layout: Layout, line: Line, above: Line, below: Line, spacing: Spacing) -> bool:
    """Whether a line heads the next where no empty lines tell: a paragraph ended above it, a longer one begins
    below.
    """
    if layout.text[above.end : line.start].strip() or (above.text and above.text[-1] not in ".!?"):
        return False
    return len(below.text) >= 60 and _breaks_off(line, below, spacing)


def _breaks_off(line: Line, below: Line, spacing: Spacing) -> bool:
    """Whether a line ends before it must, above a new sentence or bullet: where text is broken, a word more would
    fit.
    """
    if below.text[0].islower() or len(below.text) <= len(line.text):
        return False
    word = below.text.split(None, 1)[0]
    return spacing.width == 0 or len(line.text) + 1 + len(word) < spacing.width


def _wraps(layout: Layout, lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line goes on in the next one: the first line of a paragraph that is broken to a width."""
    return (
        at + 1 < len(lines)
        and len(lines[at].text) > 45
        and layout.text.count("\n", lines[at].end, lines[at + 1].start) == 1
    )


def _blank_before(text: str, start: int, end: int) -> bool:
    """Whether an empty line stands straight above a line that begins at `end`; what was ignored between is no empty
    line.
    """
    gap = text[start:end]
    return gap.count("\n", len(gap.rstrip())) > 1


def _blank_after(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return gap.count("\n", 0, len(gap) - len(gap.lstrip())) > 1
