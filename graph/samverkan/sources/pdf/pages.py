"""A page becomes lines of text: its tables, and what stands above, between and below them."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.sources.composing import Piece, TextLine, side_by_side
from samverkan.sources.pdf.columns import lines, text_edge, usual_step
from samverkan.sources.pdf.rows import rows
from samverkan.sources.pdf.tables import Table, table_rows, tables
from samverkan.sources.pdf.words import Page, Word
from samverkan.sources.source import PdfOrigin


def page_edge(page: Page) -> float | None:
    """Where the text of a page ends to the right."""
    return text_edge(rows(page.words), page.width)


def page_lines(page: Page, edge: float | None) -> list[TextLine]:
    """The lines of a page in a reader's order; `edge` is where the text of such pages ends to the right."""
    found: list[TextLine] = []
    grids = sorted(tables(page.rules), key=lambda table: table.box[1])
    inside: list[list[Word]] = [[] for _ in grids]
    around: list[list[Word]] = [[] for _ in range(len(grids) + 1)]
    for word in page.words:
        at = next((i for i, grid in enumerate(grids) if grid.holds(word)), None)
        if at is None:
            around[sum(grid.box[1] < word.top for grid in grids)].append(word)
        else:
            inside[at].append(word)
    every = rows(page.words)
    ruler = _Ruler(page.number, usual_step(every), edge)
    for i, words in enumerate(around):
        if i:
            found.extend(_table(ruler, grids[i - 1], inside[i - 1]))
        found.extend(_text(ruler, words, gap=bool(found)))
    if page.aside:
        found.append(TextLine((_cell(page.number, page.aside),), gap=True))
    return found


@dataclass(frozen=True, slots=True)
class _Ruler:
    """What is measured of a page before its parts are read."""

    page: int
    step: float
    edge: float | None


def _text(ruler: _Ruler, words: Iterable[Word], gap: bool) -> Iterable[TextLine]:
    for line in lines(rows(words), ruler.step, ruler.edge):
        yield TextLine(tuple(_cell(ruler.page, cell) for cell in line.cells), gap or line.gap)
        gap = False


def _table(ruler: _Ruler, table: Table, words: list[Word]) -> Iterable[TextLine]:
    gap = True
    for row in table_rows(table, words):
        if len(row) == 1:  # no table but a frame: what stands in it is text
            found = list(_text(ruler, [word for line in row[0] for word in line], gap))
        else:
            found = side_by_side([[_cell(ruler.page, line) for line in cell] for cell in row], gap)
        yield from found
        gap = gap and not found


def _cell(page: int, words: Iterable[Word]) -> tuple[Piece, ...]:
    return tuple(Piece(word.text, _origin(page, word), word.before) for word in words)


def _origin(page: int, word: Word) -> PdfOrigin:
    return PdfOrigin(page, (round(word.left, 1), round(word.top, 1), round(word.right, 1), round(word.bottom, 1)))
