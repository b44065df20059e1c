"""Lines with places become one normalised text and the runs that lead back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samverkan.sources.source import Origin, Run
from samverkan.sources.text import normalise


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text within a line, from one place; `before` is the space that parts it from the piece before."""

    text: str
    origin: Origin
    before: str = " "


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: cells parted by tabs, each of pieces parted by spaces; `gap` where an empty line stands before it."""

    cells: tuple[tuple[Piece, ...], ...]
    gap: bool = False

    @property
    def text(self) -> str:
        """The line as it will stand in the text."""
        return "\t".join("".join(f"{piece.before}{piece.text}" for piece in cell).strip() for cell in self.cells)


def compose(lines: Iterable[TextLine]) -> tuple[str, tuple[Run, ...]]:
    """The normalised text of lines, and where its parts come from.

    Each piece is normalised by itself, so that offsets hold; nothing joins across the space or tab between two.
    """
    parts: list[str] = []
    runs: list[Run] = []
    at = 0

    def put(text: str) -> None:
        nonlocal at
        parts.append(text)
        at += len(text)

    for line in lines:
        if parts:
            put("\n\n" if line.gap else "\n")
        for number, cell in enumerate(line.cells):
            if number:
                put("\t")
            for nth, piece in enumerate(cell):
                if nth:
                    put(piece.before)
                start = at
                put(normalise(piece.text))
                if at > start:
                    runs.append(Run(start, at, piece.origin))
    return "".join(parts), tuple(runs)


Cell = Sequence[tuple[Piece, ...]]
# A line longer than this is prose; such cells are not laid beside each other.
_PROSE = 90


def side_by_side(cells: Sequence[Cell], gap: bool = False) -> list[TextLine]:
    """A row of a table as lines; each cell is given by its own lines.

    Cells of short lines stay beside each other line by line, as lists of names are meant; where prose of several
    lines stands in a cell, the cells follow each other, a label of one line stays before its text.
    """
    full = [cell for cell in cells if cell]
    if not full:
        return []
    if max(len(cell) for cell in cells) == 1 or not any(_is_prose(cell) for cell in cells) or len(full) == 1:
        height = max(len(cell) for cell in cells)
        return [
            TextLine(_without_tail(tuple(cell[i] if i < len(cell) else () for cell in cells)), gap and i == 0)
            for i in range(height)
        ]
    lines: list[TextLine] = []
    ahead: list[tuple[Piece, ...]] = []
    for cell in full:
        if len(cell) == 1:
            ahead.append(cell[0])
            continue
        lines.append(TextLine((*ahead, cell[0]), gap and not lines))
        lines.extend(TextLine((line,)) for line in cell[1:])
        ahead = []
    if ahead:
        lines.append(TextLine(tuple(ahead), gap and not lines))
    return lines


def _is_prose(cell: Cell) -> bool:
    return len(cell) > 1 and any(sum(len(piece.text) + 1 for piece in line) > _PROSE for line in cell)


def _without_tail(cells: tuple[tuple[Piece, ...], ...]) -> tuple[tuple[Piece, ...], ...]:
    last = max((i for i, cell in enumerate(cells) if cell), default=0)
    return cells[: last + 1]
