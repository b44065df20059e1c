"""Tables with rules drawn around their cells."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samverkan.sources.pdf.columns import goes_on
from samverkan.sources.pdf.rows import Row, Segment, begins_item, rows, whole
from samverkan.sources.pdf.words import Rule, Word
from samverkan.sources.source import Box

# Rules nearer than this, in points, are one rule.
_NEAR = 3.0
_MOST = 300


@dataclass(frozen=True, slots=True)
class Table:
    """A grid: the box around it, where its rows are parted, and the upright rules that part cells."""

    box: Box
    levels: tuple[float, ...]
    uprights: tuple[Rule, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table."""
        left, top, right, bottom = self.box
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return left - _NEAR < x < right + _NEAR and top - _NEAR < y < bottom + _NEAR


Lines = list[tuple[Word, ...]]


def tables(rules: Sequence[Rule]) -> list[Table]:
    """The grids that rules form: those with at least two cells."""
    merged = _merged(rules)
    if len(merged) > _MOST:
        return []
    found = []
    for group in _touching(merged):
        levels = sorted({rule.at for rule in group if rule.level})
        uprights = [rule for rule in group if not rule.level]
        if len(levels) < 2 or len(uprights) < 2:
            continue
        columns = sorted({rule.at for rule in uprights})
        if (len(levels) - 1) * (len(columns) - 1) < 2:
            continue
        box = (columns[0], levels[0], columns[-1], levels[-1])
        found.append(Table(box, tuple(levels), tuple(uprights)))
    return found


def table_rows(table: Table, words: Sequence[Word]) -> list[list[Lines]]:
    """The rows of a table, each a list of cells, each cell its lines; broken lines of a cell are whole again."""
    bands: list[list[Word]] = [[] for _ in table.levels]
    for word in words:
        bands[max(0, bisect_right(table.levels, (word.top + word.bottom) / 2) - 1)].append(word)
    found = []
    for i, band in enumerate(bands[:-1]):
        middle = (table.levels[i] + table.levels[i + 1]) / 2
        edges = sorted({rule.at for rule in table.uprights if rule.low - _NEAR < middle < rule.high + _NEAR})
        if band and len(edges) > 1:
            found.append(_cells(band, edges))
    return found


def _cells(words: Sequence[Word], edges: Sequence[float]) -> list[Lines]:
    cells: list[list[Word]] = [[] for _ in edges[:-1]]
    for word in words:
        at = bisect_right(edges, (word.left + word.right) / 2) - 1
        cells[min(max(at, 0), len(cells) - 1)].append(word)
    return [_whole(rows(cell), edges[i + 1]) for i, cell in enumerate(cells)]


def _whole(lines: Sequence[Row], edge: float) -> Lines:
    """The lines of a cell; one that ended because the next word had no room goes on."""
    found: Lines = []
    last: Segment | None = None
    for row in lines:
        words = tuple(word for segment in row.segments for word in segment.words)
        # a cell keeps some room free before its edge
        if last and goes_on(last, words[0], edge - 0.4 * words[0].size) and not begins_item(row.segments[0]):
            found[-1] = whole(found[-1], words)
        else:
            found.append(words)
        last = Segment(words)
    return found


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules along one line that touch or overlap as one, near lines as one line."""
    merged: list[Rule] = []
    for level in (True, False):
        at: float | None = None
        line: list[Rule] = []
        for rule in sorted((rule for rule in rules_of(rules, level)), key=lambda rule: rule.at):
            if at is None or rule.at - at > _NEAR:
                merged.extend(_joined(line))
                at, line = rule.at, []
            line.append(Rule(level, at, rule.low, rule.high))
        merged.extend(_joined(line))
    return merged


def rules_of(rules: Iterable[Rule], level: bool) -> list[Rule]:
    """The level or the upright ones."""
    return [rule for rule in rules if rule.level == level]


def _joined(line: Sequence[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(line, key=lambda rule: rule.low):
        if found and rule.low <= found[-1].high + _NEAR:
            found[-1] = Rule(rule.level, rule.at, found[-1].low, max(found[-1].high, rule.high))
        else:
            found.append(rule)
    return found


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that hang together by crossing or touching."""
    group = list(range(len(rules)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, one in enumerate(rules):
        for j in range(i):
            other = rules[j]
            if one.level != other.level and _cross(one, other):
                group[root(i)] = root(j)
    found: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        found.setdefault(root(i), []).append(rule)
    return list(found.values())


def _cross(one: Rule, other: Rule) -> bool:
    return one.low - _NEAR <= other.at <= one.high + _NEAR and other.low - _NEAR <= one.at <= other.high + _NEAR
