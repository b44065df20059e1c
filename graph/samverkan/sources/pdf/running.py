"""Pages become one text: running headers and footers stand between sentences, not within one."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samverkan.sources.composing import TextLine
from samverkan.sources.source import PdfOrigin

# How many lines at the top and at the bottom of a page may run.
_EDGE = 5
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[.!?:;][”\")]?\Z")
# A sentence that goes on ends within so many lines of the next page.
_REST = 12


@dataclass(frozen=True, slots=True)
class _Parts:
    head: list[TextLine]
    body: list[TextLine]
    foot: list[TextLine]


def join(pages: Sequence[list[TextLine]]) -> list[TextLine]:
    """The lines of all pages. A sentence that runs over a page's end is whole; what stood between comes after it."""
    text: list[TextLine] = []
    held: list[TextLine] = []  # the last footer, where its page's last sentence goes on
    for parts in _parted([page for page in pages if page]):
        head, body = parts.head, parts.body
        if _goes_on(text, body):
            rest = _rest(body)
            text[-1:] = _joined(text[-1], body[0])
            text.extend(body[1:rest])
            body = body[rest:]
            between = (*_apart(held), *_apart(head))
            text.extend(between)
            text.extend(_apart(body) if between else body)
        else:
            text.extend((*_apart(held), *_apart(head)))
            listed = body and text and not held and not head and _shape(text[-1]) == _shape(body[0])
            text.extend((replace(body[0], gap=False), *body[1:]) if listed else _apart(body))
        held = parts.foot
    return [*text, *_apart(held)]


def _parted(pages: Sequence[list[TextLine]]) -> list[_Parts]:
    """Each page's running header, body and running footer: lines that stand at one height of most pages."""
    counts = Counter(key for page in pages for key in {*_keys(page[:_EDGE]), *_keys(page[-_EDGE:])})
    least = max(2, len(pages) // 2)
    found = []
    for page in pages:
        runs = [counts[key] >= least for key in _keys(page)]
        head = next((i for i, each in enumerate(runs[:_EDGE]) if not each), min(_EDGE, len(page)))
        foot = next((i for i, each in enumerate(reversed(runs[head:][-_EDGE:])) if not each), len(runs[head:][-_EDGE:]))
        end = len(page) - foot
        found.append(_Parts(page[:head], page[head:end], page[end:]))
    return found


def _keys(lines: Sequence[TextLine]) -> list[tuple[str, int]]:
    """What makes two lines of different pages the same: their words, whatever their numbers, and their height."""
    return [(_DIGITS.sub("#", line.text), round(_top(line) / 8)) for line in lines]


def _top(line: TextLine) -> float:
    origin = next((piece.origin for cell in line.cells for piece in cell), None)
    return origin.box[1] if isinstance(origin, PdfOrigin) else 0.0


def _goes_on(text: Sequence[TextLine], body: Sequence[TextLine]) -> bool:
    """Whether the first line of a page goes on with a sentence: the line before it ended none, and it begins small."""
    if not text or not body or len(text[-1].cells) > 1 or len(body[0].cells) > 1:
        return False
    return not _ENDED.search(text[-1].text) and body[0].text[:1].islower()


def _joined(last: TextLine, first: TextLine) -> list[TextLine]:
    """Two lines as one; where a hyphen parts them they stay two, since only a reader knows whether it belongs there."""
    if last.text.endswith("-"):
        return [last, replace(first, gap=False)]
    return [TextLine(((*last.cells[0], *first.cells[0]),), last.gap)]


def _shape(line: TextLine) -> tuple[object, ...]:
    """What the entries of a list have in common: `Ann Ek (S), Lund` and `Bo Al (M), Ystad`, not `Lund`."""
    text = line.text
    return "," in text, "(" in text, ":" in text, len(line.cells), " " in text, bool(_ENDED.search(text))


def _rest(body: Sequence[TextLine]) -> int:
    """How many lines belong to the sentence that goes on: to the end of its paragraph, or to a line that ends one."""
    for i, line in enumerate(body[:_REST]):
        if i and line.gap:
            return i
        if _ENDED.search(line.text):
            return i + 1
    return 1


def _apart(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    return (replace(lines[0], gap=True), *lines[1:]) if lines else ()
