"""Rows become lines in a reader's order: columns of prose one after the other, lists and tables row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from samverkan.sources.pdf.rows import Row, Segment, begins_item, ends_open, whole
from samverkan.sources.pdf.words import Word

# The least space between two columns, in line heights.
_GUTTER = 1.0
# Columns of prose have at least so many lines each; so many of them are full and go on below with a small letter.
_LEAST_LINES = 4
_FLOWING = 2
_HOLES = 2
_UNEVEN = 0.2
_DEPTH = 6
# A step this much longer than the usual one between two lines leaves an empty line.
_STEP = 1.3
# Lines of one paragraph end within so many points; the right margin is at most so many times the left one.
_RAGGED = 30.0
_MARGIN = 1.4
# A column alone on its page ends before this share of the width of the text.
_ALONE = 0.75
# What ends a sentence.
_ENDS = (".", "!", "?", ":", ";")
# A year or an amount, not the number of an item.
_FIGURE = re.compile(r"\d{3}")
# A line of so many characters is no entry of a list.
_LONG = 60
# Columns whose text is broken to fit them stand nearer than so many line heights.
_NARROW = 4.0
_FAR = 2.5


Cells = tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of words; `gap` where the page leaves space above it."""

    cells: Cells
    gap: bool


def lines(rows: Sequence[Row], step: float, edge: float | None, depth: int = 0) -> list[Line]:
    """The lines of a part of a page, in the order in which they are read.

    `edge` is where its text ends to the right: a line that ends only there goes on in the next one, and they are one
    line of the text; None where it has no such edge.
    """
    found: list[Line] = []
    bounds = min((row.left for row in rows), default=0.0), max((row.right for row in rows), default=0.0)
    at = plain = 0  # rows from `plain` up to `at` are read row by row
    while at < len(rows):
        end, gutter = _block(rows, at, step, bounds)
        sides = _sides(rows[at:end], gutter) if gutter is not None and depth < _DEPTH else None
        if sides and _are_prose(*sides):
            found.extend(_by_rows(rows, plain, at, step, edge))
            plain = end
            first, second = (
                lines(side, step, right, depth + 1)
                for side, right in zip(sides, (_inner_edge(*sides, edge), edge), strict=True)
            )
            found.extend(_one_after_the_other(_with_gap(first), second))
        at = end
    found.extend(_by_rows(rows, plain, at, step, edge))
    return found


def _inner_edge(left: Sequence[Row], right: Sequence[Row], edge: float | None) -> float | None:
    """Where the text of the left one of two columns ends: columns of one text are equally wide."""
    begin, end, second = min(row.left for row in left), max(row.right for row in left), min(row.left for row in right)
    if edge and end - 1 <= begin + edge - second < second:
        return begin + edge - second
    return end if second - end < _NARROW * left[0].size else None


def _own_edge(rows: Sequence[Row], edge: float | None) -> float | None:
    """Where rows end to the right: where the page's text does, or, for a column that stands alone, where they flow."""
    own = max((row.right for row in rows), default=0.0)
    return own if edge and own < _ALONE * edge and _flowing(rows) >= _FLOWING else edge


def usual_step(rows: Sequence[Row]) -> float:
    """The usual distance between two lines."""
    steps = [b.base - a.base for a, b in pairwise(rows) if b.base - a.base > 0.5 * b.size]
    if not rows:
        return 1.0
    size = median(row.size for row in rows)
    near = [each for each in steps if each < 2 * size]
    return median(near) if len(near) >= 3 else 1.15 * size


def text_edge(rows: Sequence[Row], width: float) -> float | None:
    """Where the text of a page so wide ends to the right; None where no line comes near the margin there.

    A page number may stand farther out than the text: one line alone makes no edge where another is likely.
    """
    if not rows:
        return None
    ends = sorted((row.right for row in rows), reverse=True)
    least = width - _MARGIN * min(row.left for row in rows) - _RAGGED
    lone = len(ends) > 1 and ends[0] - ends[1] > _RAGGED and ends[1] > least
    edge = ends[lone]
    return edge if edge > least else None


def _block(rows: Sequence[Row], start: int, step: float, bounds: tuple[float, float]) -> tuple[int, float | None]:
    """Where the rows end that begin at `start` and leave one gutter free, and where that gutter is, if there is one."""
    low, high = bounds
    free = [(low, high)]
    left_most, right_most = high, low
    for i in range(start, len(rows)):
        row = rows[i]
        least = _GUTTER * row.size
        far = i > start and row.base - rows[i - 1].base > _FAR * step
        rest = _without(free, row, least)
        if not rest or (far and _inner(free, left_most, right_most)):
            return max(i, start + 1), _inner(free, left_most, right_most)
        free = rest
        left_most, right_most = min(left_most, row.left), max(right_most, row.right)
    return len(rows), _inner(free, left_most, right_most)


def _without(free: list[tuple[float, float]], row: Row, least: float) -> list[tuple[float, float]]:
    """What is free of the words of a row, too."""
    rest = []
    for low, high in free:
        for segment in row.segments:
            if segment.right <= low or segment.left >= high:
                continue
            if segment.left - low >= least:
                rest.append((low, segment.left))
            low = max(low, segment.right)
        if high - low >= least:
            rest.append((low, high))
    return rest


def _inner(free: list[tuple[float, float]], left: float, right: float) -> float | None:
    """The middle of the widest gutter with something on both sides of it."""
    inner = [(high - low, (low + high) / 2) for low, high in free if low > left and high < right]
    return max(inner)[1] if inner else None


def _sides(block: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in block:
        parts: tuple[list[Segment], list[Segment]] = ([], [])
        for segment in row.segments:
            parts[segment.left > gutter].append(segment)
        for side, part in zip(sides, parts, strict=True):
            if part:
                side.append(Row(tuple(part)))
    return sides


def _are_prose(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two sides are columns of text, each read to its end, and not a list or table read row by row."""
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    beside = {round(row.base) for row in left} & {round(row.base) for row in right}
    dense = len(beside) >= 0.6 * min(len(left), len(right))
    apart = len(beside) < 0.3 * min(len(left), len(right))
    if _halves(left, right) and min(_holes(left, right), _holes(right, left)) >= _HOLES:
        return True
    flow = [_flowing(side) for side in (left, right)]
    if _halves(left, right) and dense and any(2 * n > len(side) for n, side in zip(flow, (left, right), strict=True)):
        return True
    return (dense or apart) and min(flow) >= _FLOWING


def _halves(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two columns are equally wide, as columns of one text are."""
    begin, second = min(row.left for row in left), min(row.left for row in right)
    gutter = second - max(row.right for row in left)
    return abs((second - begin) - (max(row.right for row in right) - second + gutter)) < _UNEVEN * (second - begin)


def _holes(side: Sequence[Row], other: Sequence[Row]) -> int:
    """How many empty lines a column has beside lines of the other one: paragraphs that end at different heights."""
    taken = {round(row.base) for row in side}
    return sum(side[0].base < row.base < side[-1].base and round(row.base) not in taken for row in other)


def _flowing(side: Sequence[Row]) -> int:
    """How many lines of a column end for want of room within a sentence that goes on below."""
    edge = max((row.right for row in side), default=0.0)
    return sum(
        after.segments[0].text[0].islower()
        for row, after in pairwise(side)
        if len(row.segments) == 1 and goes_on(row.segments[0], after.segments[0].words[0], edge)
    )


def goes_on(segment: Segment, word: Word, edge: float) -> bool:
    """Whether a word below a line would not have had room in it before `edge`."""
    return segment.right + 0.25 * word.size + (word.right - word.left) > edge + 0.5


def _by_rows(rows: Sequence[Row], start: int, end: int, step: float, edge: float | None) -> list[Line]:
    found: list[Line] = []
    edge = _own_edge(rows[start:end], edge)
    before = rows[start - 1] if start else None
    inside = False  # whether the line above went on with a line itself
    second: float | None = None  # where the second cell of the rows above begins
    for row in rows[start:end]:
        far = before is not None and row.base - before.base > max(_STEP * step, before.size * 0.9)
        cells = tuple(segment.words for segment in row.segments)
        if len(cells) > 1:
            second = row.segments[1].left
        elif second is not None and abs(row.left - second) < 0.6 * row.size:
            cells = ((), *cells)
        elif second is not None and row.right > second:
            second = None
        inside = bool(
            found and before and edge and not far and _is_rest(before, row, found[-1].cells, cells, edge, inside)
        )
        if inside:
            *ahead, last = found[-1].cells
            found[-1] = Line((*ahead, whole(last, cells[-1])), found[-1].gap)
        else:
            found.append(Line(cells, far))
        before = row
    return found


def _is_rest(before: Row, row: Row, above: Cells, cells: Cells, edge: float, inside: bool) -> bool:
    """Whether a row goes on with the last cell of the row above, which ended for want of room.

    In a narrow column a line of a list may be full by chance; there the words must also look as if they went on.
    """
    if len(row.segments) > 1 or len(above) < len(cells) or (len(above) > 1 and len(cells) == 1):
        return False
    last, first = before.segments[-1], row.segments[0]
    size = last.words[0].size
    return (
        abs(size - row.size) < 0.15 * size
        and goes_on(last, first.words[0], edge)
        and not begins_item(first)
        and (inside or len(last.text) > _LONG or not first.text[0].isupper() or ends_open(last, first))
    )


def _one_after_the_other(first: list[Line], second: list[Line]) -> list[Line]:
    """The lines of two columns; a sentence that runs over from one to the other is whole."""
    if not first or not second or len(first[-1].cells) > 1 or len(second[0].cells) > 1:
        return [*first, *_with_gap(second)]
    (last,), (begin,) = first[-1].cells, second[0].cells
    goes = begin[0].text[0].islower() or _FIGURE.match(begin[0].text)
    if last[-1].text.endswith(_ENDS) or not goes:
        return [*first, *_with_gap(second)]
    return [*first[:-1], Line((whole(last, begin),), first[-1].gap), *second[1:]]


def _with_gap(lines: list[Line]) -> list[Line]:
    return [Line(lines[0].cells, True), *lines[1:]] if lines else lines
