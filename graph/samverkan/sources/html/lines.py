"""The elements of a page become lines: blocks, items of lists, rows of tables."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from samverkan.sources.composing import Piece, TextLine, side_by_side
from samverkan.sources.html.content import left_out
from samverkan.sources.source import HtmlOrigin

_INLINE = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
)  # fmt: skip
# Before these stands an empty line: they part what is said.
_SPACED = (
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "section", "article", "pre",
    "hr", "figure", "main",
)  # fmt: skip
_WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Lines:
    """Collects the lines of elements in order, and counts what was left out."""

    within_main: bool
    found: list[TextLine] = field(default_factory=list)
    omitted: Counter[str] = field(default_factory=Counter)
    _text: list[str] = field(default_factory=list)
    _path: str = ""
    _gap: bool = False
    _label: str = ""

    def read(self, node: LexborNode, path: str) -> None:
        """Read the children of an element."""
        numbers: Counter[str] = Counter()
        child = node.child
        while child is not None:
            if child.tag == "-text":
                self._add(child.text(), path)
            elif child.tag and not child.tag.startswith(("-", "!")):
                numbers[child.tag] += 1
                self._element(child, _step(path, child.tag, numbers[child.tag]), numbers[child.tag])
            child = child.next

    def end_line(self) -> None:
        """End the line that was begun, if one was."""
        for text in "".join(self._text).split("\n"):
            words = _WHITE.sub(" ", text).strip()
            if words:
                piece = Piece(f"{self._label}{words}", HtmlOrigin(self._path))
                self.found.append(TextLine(((piece,),), self._gap))
                self._gap, self._label = False, ""
        self._text.clear()

    def _add(self, text: str, path: str) -> None:
        if not self._text:
            self._path = path
        self._text.append(_WHITE.sub(" ", text))

    def _element(self, node: LexborNode, path: str, number: int) -> None:
        reason = left_out(node, self.within_main)
        tag = node.tag or ""
        if reason is not None:
            if reason and (tag == "script" or node.text(strip=True)):
                self.omitted[reason] += 1
        elif tag == "br":
            self._text.append("\n")
        elif tag == "img":
            self.omitted["picture"] += 1
        elif tag in _INLINE:
            self.read(node, path)
        elif tag == "table":
            self._break(spaced=True)
            self._table(node, path)
            self._gap = True
        elif tag == "pre":
            self._break(spaced=True)
            for line in (node.text() or "").split("\n"):
                self._add(line, path)
                self.end_line()
            self._gap = True
        else:
            self._block(node, path, number)

    def _block(self, node: LexborNode, path: str, number: int) -> None:
        tag = node.tag or ""
        spaced = tag in _SPACED and not _within_item(node)
        self._break(spaced)
        if tag == "li":
            self._label = _label(node, number)
        self.read(node, path)
        self.end_line()
        self._label = ""
        self._gap = self._gap or (spaced and tag[:1] != "h")

    def _break(self, spaced: bool) -> None:
        self.end_line()
        self._gap = self._gap or spaced

    def _table(self, table: LexborNode, path: str) -> None:
        for row, where in _rows(table, path):
            cells = []
            numbers: Counter[str] = Counter()
            child = row.child
            while child is not None:
                if child.tag in ("td", "th"):
                    numbers[child.tag] += 1
                    inner = Lines(self.within_main, omitted=self.omitted)
                    inner.read(child, _step(where, child.tag, numbers[child.tag]))
                    inner.end_line()
                    cells.append([tuple(p for cell in line.cells for p in cell) for line in inner.found])
                child = child.next
            for line in side_by_side(cells, self._gap):
                self.found.append(line)
                self._gap = False


def _rows(table: LexborNode, path: str) -> Iterator[tuple[LexborNode, str]]:
    """The rows of a table, not those of tables within it."""
    numbers: Counter[str] = Counter()
    child = table.child
    while child is not None:
        tag = child.tag or ""
        numbers[tag] += 1
        where = _step(path, tag, numbers[tag])
        if tag in ("tr", "caption"):
            yield child, where
        elif tag in ("tbody", "thead", "tfoot"):
            yield from _rows(child, where)
        child = child.next


def _step(path: str, tag: str, number: int) -> str:
    return f"{path}/{tag}" if number == 1 else f"{path}/{tag}[{number}]"


def _within_item(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and parent.tag in ("li", "td", "th", "dd", "ul", "ol")


def _label(item: LexborNode, number: int) -> str:
    """What a browser shows before the item of a list with this number: the number, or a mark."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "• "
    start = parent.attributes.get("start") or "1"
    return f"{number - 1 + (int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1)}. "
