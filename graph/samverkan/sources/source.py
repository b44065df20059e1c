"""A document as text, and the way back: where in the original each part of the text stands."""

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from samverkan.privacy import Hidden, hide

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PdfOrigin:
    """A box on a page: pages count from 1; left, top, right, bottom in points from the upper left corner as shown."""

    page: int
    box: Box

    def __str__(self) -> str:
        return f"page {self.page}, {self.box[0]:.0f} pt from the left, {self.box[1]:.0f} pt from the top"


@dataclass(frozen=True, slots=True)
class DocxOrigin:
    """A paragraph of a part (`body`, `header`, `footer`, `footnotes`), counted from 1; within tables the place of its
    cell: table (counted in the part), row and cell.
    """

    part: str
    paragraph: int
    cell: tuple[int, int, int] | None = None

    def __str__(self) -> str:
        part = "" if self.part == "body" else f", {self.part}"
        if self.cell is None:
            return f"paragraph {self.paragraph}{part}"
        table, row, cell = self.cell
        return f"table {table}, row {row}, cell {cell}{part}"


@dataclass(frozen=True, slots=True)
class HtmlOrigin:
    """An element, by its path from the root: `html/body/main/p[2]` is the second `p` of `main`."""

    path: str

    def __str__(self) -> str:
        return self.path


Origin = PdfOrigin | DocxOrigin | HtmlOrigin


@dataclass(frozen=True, slots=True)
class Run:
    """A part of the text that comes from one place."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Source:
    """A document as text: `key` is the file's name without ending, `digest` the SHA-256 of the file's bytes.

    `unread` says what of the file is not in the text, and why; `runs` where its parts come from, in order; `hidden`
    which passages are private and were made unreadable.
    """

    key: str
    name: str
    text: str
    digest: str
    unread: tuple[str, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)
    hidden: tuple[Hidden, ...] = ()

    def origin(self, start: int, end: int) -> tuple[Origin, ...]:
        """Where a passage stands in the original, in its order; boxes beside each other on a line are one.

        Empty for plain text, which is its own original.
        """
        first = bisect_right(self.runs, start, key=lambda run: run.end)
        within = takewhile(lambda run: run.start < end, (self.runs[at] for at in range(first, len(self.runs))))
        return joined(run.origin for run in within)


def source(path: Path, content: bytes, text: str, unread: Iterable[str] = (), runs: Iterable[Run] = ()) -> Source:
    """The source of a file with this content, read as this text, of which what is private is hidden."""
    text, hidden = hide(text)
    name, stem = unicodedata.normalize("NFC", path.name), unicodedata.normalize("NFC", path.stem)
    return Source(stem, name, text, hashlib.sha256(content).hexdigest(), tuple(unread), tuple(runs), hidden)


def joined(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Places in their order; what follows itself is once there, and boxes beside each other on a line are one."""
    found: list[Origin] = []
    for each in origins:
        _add(found, each)
    return tuple(found)


def _add(found: list[Origin], origin: Origin) -> None:
    before = found[-1] if found else None
    if isinstance(before, PdfOrigin) and isinstance(origin, PdfOrigin) and _beside(before, origin):
        (left, top, right, bottom), (left_, top_, right_, bottom_) = before.box, origin.box
        box = (min(left, left_), min(top, top_), max(right, right_), max(bottom, bottom_))
        found[-1] = PdfOrigin(before.page, box)
    elif origin != before:
        found.append(origin)


def _beside(one: PdfOrigin, other: PdfOrigin) -> bool:
    """Whether two boxes stand on one line: they share more than half of the lower one's height."""
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return one.page == other.page and shared > 0.5 * min(one.box[3] - one.box[1], other.box[3] - other.box[1])
