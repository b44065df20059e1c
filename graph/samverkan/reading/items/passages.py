"""The text below a heading, in the pieces that it says things in: paragraphs, bullets, att-clauses, headings inside
an item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from samverkan.reading.items.titles import is_no_item
from samverkan.reading.layout import Layout, Line, joined, sentences

PassageKind = Literal["paragraph", "bullet", "att", "heading"]


class Sentence(NamedTuple):
    """A sentence on one line, `text`, and where it stands in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the text with its sentences; a bullet's mark is not in it, an att-clause's `att` is."""

    kind: PassageKind
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The whole piece on one line."""
        return " ".join(sentence.text for sentence in self.sentences)


_MARK = r"(?:[-–—•*·●▪■◦‣>»→⇒➢➤►✓✔☐]|[-=]{1,2}>|>>)"
_BULLET = re.compile(rf"(?:{_MARK}|\d{{1,2}}[.)]|[a-zåäö]\))\s+(?=\S)")
_ATT = re.compile(r"(?:[-–•]\s*|\d{1,2}[.)]?\s+|[a-z]\)\s+)?[Aa]tt(?:\s|\Z)")
# An att at the start of a line opens a clause of its own only after these: `behov av` + `att` is a broken line.
_BEFORE_ATT = re.compile(r"(?:\bbeslut\w*|\bföreslår \w+|[,;:.]|\bsamt|\boch|\bföljande)\Z", re.IGNORECASE)
# `Nämnden föreslår fullmäktige i Sala och Heby` on the line above
_LEAD_ABOVE = re.compile(r"\b(?:föreslår|rekommenderar|hemställer|beslutar|beslutade|beslöt)\b[^.\n]*\Z")
# A heading of clauses: `Beredningens beslut`, `Utskottets förslag till nämnden`.
_HEADS_CLAUSES = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]*(?: [\wåäö-]+){0,3}s (?:beslut|förslag)(?:(?: till| för)[^.:,]{2,60})?:?"
)
# In a list of clauses each att opens one, but `att ge kansliet i uppdrag` goes on with its own.
_HANDED = re.compile(r"\b(?:uppdrag|uppdra åt [\w\s]{2,40}|för|om|så|av|genom)\s*\Z", re.IGNORECASE)
# A line that is nothing but a lead: `Styrgruppen beslutar`, `Utskottet föreslår nämnden att`.
LEAD_LINE = re.compile(
    r"(?:[A-ZÅÄÖ]|[a-zåäö]-[a-zåäö]*(?:nämnd|råd|grupp|styrelse))\S*(?: \S+){0,8} "
    r"(?:besluta|beslutar|beslutade|beslöt|föreslår \S+)(?: att)?\s?:?"
)
_HEADING = re.compile(r"[A-ZÅÄÖ][^.]{0,80}:?\Z")
_LONGEST_HEADING = 82  # characters


def passages(layout: Layout, start: int, end: int) -> tuple[Passage, ...]:
    """The pieces of a part of the text, in order."""
    return tuple(each_passage(layout, start, end))


def each_passage(layout: Layout, start: int, end: int) -> Iterator[Passage]:
    """The same one at a time, for a document that is one item."""
    for kind, begin, stop in _pieces(layout, start, end):
        yield Passage(kind, tuple(_sentences(layout, begin, stop)))


def _pieces(layout: Layout, start: int, end: int) -> Iterator[tuple[PassageKind, int, int]]:
    kind: PassageKind = "paragraph"
    begin = stop = -1
    width = max((len(line.text) for line in layout.between(start, end)), default=0)
    for line in layout.touching(start, end):
        at, until = max(line.start, start), min(line.end, end)
        opens = _opens(
            layout,
            line,
            at,
            until,
            goes_on=kind == "att" and not _HANDED.search(layout.text[max(begin, stop - 60) : stop]),
        )
        broken = begin < 0 or kind == "heading" or layout.text.count("\n", stop, at) > 1
        broken = broken or (kind == "bullet" and _ended_early(layout, begin, stop, at, width))
        broken = broken or (kind == "paragraph" and _stands_above(layout, begin, stop, at, width))
        if opens or broken:
            if begin >= 0:
                yield kind, begin, stop
            kind, begin = opens or ("paragraph", at)
        stop = until
    if begin >= 0:
        yield kind, begin, stop


_SHORT = 0.7  # of the longest line: a line that ends before it although the next word had room was the last


def _ended_early(layout: Layout, begin: int, stop: int, at: int, width: int) -> bool:
    """Whether a line with a capital stands below a bullet that had room for its first word."""
    text = layout.text
    last = stop - (max(text.rfind("\n", 0, stop), begin - 1) + 1)
    word = len(text[at : at + 40].split(None, 1)[0])
    return text[at].isupper() and last + 1 + word < _SHORT * width


def _stands_above(layout: Layout, begin: int, stop: int, at: int, width: int) -> bool:
    """Whether a short line by itself, without a stop, stands like a heading above a paragraph with a capital."""
    text = layout.text
    alone = text[max(0, begin - 2) : begin] in ("", "\n\n")
    short = stop - begin < min(_LONGEST_TITLE, _SHORT * width) and "\n" not in text[begin:stop]
    return short and alone and text[begin].isupper() and text[at].isupper() and text[stop - 1].isalnum()


_LONGEST_TITLE = 45  # characters of a heading that stands straight above its text


def _below_clause_heading(text: str, at: int) -> bool:
    above = text[max(0, at - 2 * _LONGEST_HEADING) : at].rstrip()
    return _HEADS_CLAUSES.fullmatch(above[above.rfind("\n") + 1 :].strip()) is not None


def _opens(layout: Layout, line: Line, at: int, until: int, goes_on: bool) -> tuple[PassageKind, int] | None:
    """The kind of piece that a line opens, and where the piece begins; None where the line goes on what stands
    above.
    """
    text = layout.text
    if at > line.start:
        return None
    if (
        (text[at] in "Aa-–•" or text[at].isdigit())
        and _ATT.match(text, at, until)
        and (
            goes_on
            or _LEAD_ABOVE.search(text[max(0, at - 120) : at].rstrip())
            or _BEFORE_ATT.search(text[max(0, at - 40) : at].rstrip())
            or _below_clause_heading(text, at)
        )
    ):
        return "att", next(i for i in range(at, until) if text[i] in "Aa")
    if (not text[at].isalpha() or text[at + 1 : at + 2] == ")") and (mark := _BULLET.match(text, at, until)):
        return "bullet", mark.end()
    words = text[at:until]
    if ("besl" in words or "föreslår" in words) and LEAD_LINE.fullmatch(words):
        return "paragraph", at
    heading = len(words) <= _LONGEST_HEADING and _HEADING.match(words)
    if heading and (is_no_item(words) or _HEADS_CLAUSES.fullmatch(words)):
        return "heading", at
    return None


def _sentences(layout: Layout, start: int, end: int) -> Iterator[Sentence]:
    for span in sentences(layout, start, end):
        yield Sentence(joined(layout.text[span.start : span.end]), span.start, span.end)
