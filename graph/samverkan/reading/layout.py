"""Where the content stands: the lines that say something, what is ignored and why, and sentences over line breaks."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from samverkan import names
from samverkan.facts import Evidence
from samverkan.reading.labels import COUNTS_UP, GROUPS, ITEM, LABEL_BEGINS, LABELS, LIST_LABEL
from samverkan.reading.noise import not_content


class Span(NamedTuple):
    """A part of the text, from `start` up to `end`."""

    start: int
    end: int


class Line(NamedTuple):
    """A line of content: `text` is the document's own from `start` up to `end`, without outer white space."""

    start: int
    end: int
    text: str


_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A passage that is no content, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A text, its lines of content in order, what was left out, and where its sentences start and end."""

    text: str
    lines: tuple[Line, ...]
    ignored: tuple[Ignored, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def between(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that begin in a part of the text."""
        low = bisect_left(self.lines, start, key=_START)
        high = bisect_left(self.lines, end, key=_START)
        return self.lines[low:high]

    def touching(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that have something in a part of the text, also one that begins before it."""
        low = bisect_right(self.lines, start, key=_END)
        high = bisect_left(self.lines, end, key=_START)
        return self.lines[low:high]


def evidence(text: str, start: int, end: int, rule: str, confidence: float) -> Evidence:
    """The evidence for a row: the passage from `start` up to `end`, trimmed of white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(start, end, text[start:end], rule, confidence)


# A page of a PDF may come as one line; above this length it is cut at ends of sentences and before labels.
_LONG = 400

_PAGE = re.compile(r"\d{1,3}\s(?=[A-ZÅÄÖ])")  # that begins with its number
_ITEM_OF_PAGE = re.compile(r"\d{1,3}\s\d{1,3}\s[A-ZÅÄÖ]")  # `2 61 Budget`: that of its first item behind it
_SHORTER, _FEWEST = 150, 3  # so is one of this length with so many labels of the meeting's head


def _was_several(text: str, line: Line) -> bool:
    """Whether a line is a page, or the head of one, that has lost its lines."""
    if len(line.text) <= _LONG and (len(line.text) <= _SHORTER or "\t" in line.text or ":" not in line.text):
        return False
    return len(line.text) > _LONG or len(list(LABELS.finditer(text, line.start, line.end))) >= _FEWEST


_SENTENCE_END = re.compile(r"[.!?:][”\")]?\s+(?=[A-ZÅÄÖ•–\d-])")
# After these a full stop ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.?\s?a|t\.?\s?ex|m\.?\s?fl|m\.?\s?m|o\.?\s?s\.?\s?v|d\.?\s?v\.?\s?s|s\.?\s?k|kl|ca|nr|dnr|ev|"
    r"resp|f\.?d|tf|bitr|"
    r"ordf|forts|fr\.?o\.?m|t\.?o\.?m|jfr|st|kap|sid|inkl|exkl|tel|o\.?\s?d|e\.?\s?d|e\.?\s?g|enl)|\b[A-ZÅÄÖ]|"
    r"(?:^|\s)\d{1,2})\.$",
    re.IGNORECASE,
)


# A full stop behind these and a figure does end one: `sedan vecka 38.`
_COUNTED = re.compile(r"\b(?:vecka|kapitel|bilaga|nivå|version|etapp|fas|årskurs|sida|steg|kvartal|punkt)\s\d{1,2}\.$")


def lay_out(text: str) -> Layout:
    """The lines of content of a text, and what is not content."""
    raw = list(_raw_lines(text))
    dropped = not_content([line.text for line in raw])
    paged = any(len(line.text) > _LONG and _PAGE.match(line.text) for line in raw)
    lines: list[Line] = []
    ignored: list[Ignored] = []
    for at, line in enumerate(raw):
        if at in dropped:
            _ignore(ignored, line, dropped[at])
        else:
            cut = _was_several(text, line) or (paged and len(line.text) > _SHORTER and _ITEM_OF_PAGE.match(line.text))
            lines.extend(_cut(text, line) if cut else _before_labels(text, line))
    starts, ends = array("I"), array("I")
    for span in _sentences(text, lines):
        starts.append(span.start)
        ends.append(span.end)
    return Layout(text, tuple(lines), tuple(ignored), starts, ends)


def sentences(layout: Layout, start: int, end: int) -> Iterator[Span]:
    """The sentences in a part of the text, joined over line breaks and cut by empty lines; ignored lines end one."""
    first = bisect_right(layout.ends, start)
    last = bisect_left(layout.starts, end)
    for at in range(first, last):
        yield Span(max(layout.starts[at], start), min(layout.ends[at], end))


def _sentences(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    for block in _blocks(text, lines):
        at = block.start
        for match in _SENTENCE_END.finditer(text, block.start, block.end):
            if text[match.start()] == ":" or not _abbreviated(text, at, match.start() + 1):
                yield Span(at, match.start() + len(match[0].rstrip()))
                at = match.end()
        if at < block.end:
            yield Span(at, block.end)


_WIDE = re.compile(r"\t+|\s{3,}|\s+\|\s+")


def cells(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The cells of a line, parted by tabs or wide space, as offsets counted from `start`.

    >>> cells("Anna Ek\\t\\tjurist")
    [(0, 7), (9, 15)]
    """
    if "\t" not in text and "   " not in text and " | " not in text:
        return [(start, start + len(text))] if text.strip() else []
    found, at = [], 0
    for match in _WIDE.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    return [(start + first, start + last) for first, last in found if text[first:last].strip()]


def joined(text: str) -> str:
    """A passage on one line: line breaks are spaces, words broken by a hyphen at a line's end are whole again.

    >>> joined("hälso- och sjukvårds-\\nnämnden tog\\nupp det")
    'hälso- och sjukvårdsnämnden tog upp det'
    """
    return " ".join((_BROKEN.sub("", text) if "\n" in text else text).split())


# A hyphen at the end of a line before a small letter, but not `hälso-` + `och`.
_BROKEN = re.compile(r"(?<=[a-zåäö])-[ \t]*\n[ \t]*(?!(?:och|eller|samt)\b)(?=[a-zåäö])")


def _raw_lines(text: str) -> Iterator[Line]:
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = at + raw.index(bare[0])
            yield Line(start, start + len(bare), bare)
        at += len(raw) + 1


def _cut(text: str, line: Line) -> Iterator[Line]:
    cuts = {match.start() for match in LABELS.finditer(text, line.start, line.end)}
    groups = [
        match
        for match in GROUPS.finditer(text, line.start, line.end)
        if match["given"] is None or names.is_given(match["given"])
    ]
    for match in groups:
        heads = range(match.start(), max(match.start("given"), match.start() + 1))
        cuts = {cut for cut in cuts if cut not in heads} | {match.start()}
    items = ITEM.finditer(text, line.start, line.end)
    cuts |= {match.start() for match in items if not (match["word"] and names.is_given(match["word"]))}
    at = line.start
    for match in _SENTENCE_END.finditer(text, line.start, line.end):
        if text[match.start()] != ":" and not _abbreviated(text, at, match.start() + 1):
            cuts.add(match.end())
            at = match.end()
    at = line.start
    for cut in (*sorted(cuts), line.end):
        piece = text[at:cut].rstrip()
        if piece:
            yield Line(at, at + len(piece), piece)
        at = cut


def _after_first(text: str, line: Line) -> Iterator[Line]:
    """The first sentence of a line, and the rest of it."""
    for match in _SENTENCE_END.finditer(text, line.start, line.end):
        if text[match.start()] == "." and not _abbreviated(text, line.start, match.start() + 1):
            yield Line(line.start, match.start() + 1, text[line.start : match.start() + 1])
            yield Line(match.end(), line.end, text[match.end() : line.end])
            return
    yield line


def _before_labels(text: str, line: Line) -> Iterator[Line]:
    if ":" not in line.text:
        yield from _after_first(text, line) if COUNTS_UP.match(line.text) else (line,)
        return
    at = line.start
    for match in LIST_LABEL.finditer(text, line.start, line.end):
        if text[at : match.start()].split()[-1].casefold() not in LABEL_BEGINS:
            yield Line(at, match.start(), text[at : match.start()])
            at = match.end()
    yield line if at == line.start else Line(at, line.end, text[at : line.end])


def _abbreviated(text: str, start: int, end: int) -> bool:
    if text[end - 1] != "." or (end - 7 >= start and text[end - 7 : end - 1].isalpha()):
        return False  # no abbreviation has six letters
    if text[end - 2].isdigit() and _COUNTED.search(text, max(start, end - 14), end):
        return False
    return _ABBREVIATION.search(text[max(start, end - 14) : end]) is not None


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Runs of lines without an empty or ignored line between them."""
    begin = stop = -1
    for line in lines:
        if begin < 0:
            begin = line.start
        elif text.count("\n", stop, line.start) > 1:
            yield Span(begin, stop)
            begin = line.start
        stop = line.end
    if begin >= 0:
        yield Span(begin, stop)


def _ignore(ignored: list[Ignored], line: Line, reason: str) -> None:
    if ignored and ignored[-1].reason == reason and line.start - ignored[-1].end <= 4:
        ignored[-1] = Ignored(ignored[-1].start, line.end, reason)
    else:
        ignored.append(Ignored(line.start, line.end, reason))
