"""The lines of a part of a Word document (body, header, footer, notes), each piece with its paragraph and cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from samverkan.sources.composing import Piece, TextLine, side_by_side
from samverkan.sources.docx.numbering import Numbering
from samverkan.sources.source import DocxOrigin

Cell = tuple[int, int, int]

_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_HYPHEN = qn("w:noBreakHyphen")
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
# Boxes of text hang on a paragraph and are read after it; of two pictures of one thing the first counts.
_BOX = qn("w:txbxContent")
# Left out: what was struck out, the field behind a shown text, the older form of a picture, properties.
_SKIPPED = {
    qn("w:del"), qn("w:moveFrom"), qn("w:instrText"),
    qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:trPr"), qn("w:tcPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip


# A paragraph of running text has so many letters, and ends with a sentence.
_PROSE = 90
_ENDS = (".", "!", "?", ":")


@dataclass(slots=True)
class Part:
    """Reads one part; counts its paragraphs and tables, so that each piece can tell where it stands."""

    name: str
    numbers: Numbering
    paragraphs: int = 0
    tables: int = 0
    spaced: bool = field(default=False)

    def lines(self, root: Any) -> Iterator[TextLine]:
        """The lines of all paragraphs and tables below an element, in their order."""
        for block in _blocks(root):
            if block.tag == _PARAGRAPH:
                yield from self._paragraph(block)
            else:
                self.spaced = True
                yield from self._table(block)
                self.spaced = True

    def _paragraph(self, paragraph: Any) -> Iterator[TextLine]:
        own = self._own_lines(paragraph, None)
        if not own:
            self.spaced = True  # an empty paragraph is an empty line
        elif self.numbers.is_heading(paragraph):
            self.spaced = True
        for line in own:
            last = TextLine(tuple((piece,) if piece.text else () for piece in line), self.spaced)
            yield last
            # Word parts paragraphs by space that is no paragraph
            self.spaced = line is own[-1] and len(last.text) > _PROSE and last.text.endswith(_ENDS)
        for box in _below(paragraph, _BOX):
            yield from self.lines(box)

    def _table(self, table: Any) -> Iterator[TextLine]:
        self.tables += 1
        number = self.tables
        for row, each in enumerate(_children(table, _ROW), 1):
            cells = [
                list(self._cell_lines(cell, (number, row, column)))
                for column, cell in enumerate(_children(each, _CELL), 1)
            ]
            for line in side_by_side(cells, self.spaced):
                yield line
                self.spaced = False

    def _cell_lines(self, cell: Any, place: Cell) -> Iterator[tuple[Piece, ...]]:
        """The lines of a cell; those of a table within it, too."""
        for block in _blocks(cell):
            if block.tag == _PARAGRAPH:
                for line in self._own_lines(block, place):
                    yield tuple(piece for piece in line if piece.text)
                for box in _below(block, _BOX):
                    yield from self._cell_lines(box, place)
            else:
                for row in _children(block, _ROW):
                    inner = [list(self._cell_lines(each, place)) for each in _children(row, _CELL)]
                    for beside in side_by_side(inner):
                        yield tuple(piece for each in beside.cells for piece in each)

    def _own_lines(self, paragraph: Any, place: Cell | None) -> list[list[Piece]]:
        """The lines of a paragraph, each of pieces parted by tabs; none where it is empty."""
        self.paragraphs += 1
        origin = DocxOrigin(self.name, self.paragraphs, place)
        text = "".join(_text(paragraph)).strip(" \n")
        label = self.numbers.label(paragraph)
        if not text.strip():
            return []
        text = f"{label} {text.lstrip()}" if label else text
        return [
            [Piece(cell.strip(" "), origin) for cell in line.rstrip().split("\t")]
            for line in text.split("\n")
            if line.strip()
        ]


def _text(paragraph: Any) -> Iterator[str]:
    for element in _run(paragraph):
        tag = element.tag
        if tag == _TEXT:
            yield (element.text or "").replace("\n", " ").replace("\t", " ")
        elif tag == _TAB:
            yield "\t"
        elif tag in _BREAK:
            yield "\n"
        elif tag == _HYPHEN:
            yield "-"


def _run(element: Any) -> Iterator[Any]:
    """The elements of a paragraph that carry its text, in order, without those of boxes that hang on it."""
    for child in element:
        if child.tag in _SKIPPED or child.tag == _BOX:
            continue
        yield child
        yield from _run(child)


def _below(element: Any, tag: str) -> Iterator[Any]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _below(child, tag)


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those in content controls and inserted passages."""
    for child in element:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in _SKIPPED:
            yield from _blocks(child)


def _children(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those in content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in (_PARAGRAPH, _TABLE):
            yield from _children(child, tag)


def once(parts: Iterable[Sequence[TextLine]]) -> Iterator[TextLine]:
    """The lines of several headers or footers, those of the same text once."""
    seen: set[str] = set()
    for lines in parts:
        text = "\n".join(line.text for line in lines)
        if text and text not in seen:
            seen.add(text)
            yield from lines
