"""The words of a page and the rules drawn on it, in points from the upper left corner of the page as it is shown."""

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from samverkan.sources.source import Box


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; `base` is where its letters stand, `size` the height of its line, `before` the
    space between it and the word before it: none where a line's end broke one word in two.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    before: str = " "

    @property
    def size(self) -> float:
        """The height of the word's line."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or an edge of a box, along x (`level`) or along y: where it stands, and from where to where."""

    level: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: words in the order of the file; `aside` those that are turned against the others.

    `upright` is how many quarters, clockwise, the page as it is shown has to be turned for its words to be read.
    """

    number: int
    width: float
    words: tuple[Word, ...]
    aside: tuple[Word, ...]
    rules: tuple[Rule, ...]
    upright: int = 0


Turn = Callable[[float, float], tuple[float, float]]

# Signs that pdfium gives for a hyphen at a line's end, and what fonts write as one sign or as a picture of one.
_SIGNS = {
    0x02: "-", 0xFFFE: "-", 0xAD: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
    0xF0B7: "•", 0xF0A7: "•", 0xF02D: "-", 0xFFFF: "",
}  # fmt: skip
# A gap wider than this share of a line's height parts two words, also where no space is written.
_WORD_GAP = 0.2
_MOST_RULES = 3000
_PATH = [raw.FPDF_PAGEOBJ_PATH]


def read_page(document: pdfium.PdfDocument, number: int, most: int) -> Page:
    """The words and rules of a page, the first being 1; `OverflowError` where it has more than `most` characters."""
    page = document[number - 1]
    try:
        text = page.get_textpage()
        try:
            glyphs = list(_glyphs(text, most))
        finally:
            text.close()
        angle = Counter(glyph.angle for glyph in glyphs if glyph.text.strip()).most_common(1)
        upright = angle[0][0] if angle else 0
        quarters = (page.get_rotation() // 90 + upright) % 4
        left, bottom, right, top = page.get_bbox()
        turn = _turn(quarters, (left, bottom, right, top))
        words = tuple(_words((glyph for glyph in glyphs if glyph.angle == upright), turn))
        aside = tuple(_words((glyph for glyph in glyphs if glyph.angle != upright), turn))
        width = top - bottom if quarters % 2 else right - left
        return Page(number, width, words, aside, tuple(_rules(page, turn)) if words else (), upright)
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    angle: int  # in quarter turns, clockwise
    box: Box  # left, bottom, right, top in the page's own space
    origin: tuple[float, float]


def _glyphs(text: pdfium.PdfTextPage, most: int) -> Iterator[_Glyph]:
    count = raw.FPDFText_CountChars(text)
    if count > most:
        raise OverflowError(count)
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        sign = _SIGNS.get(code)
        if sign is None:
            sign = chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "
        if sign.isspace() or raw.FPDFText_IsGenerated(text, i) == 1:
            yield _SPACE
            continue
        if not raw.FPDFText_GetLooseCharBox(text, i, box) or not raw.FPDFText_GetCharOrigin(text, i, x, y):
            continue
        quarters = round(raw.FPDFText_GetCharAngle(text, i) / 1.5707963) % 4
        yield _Glyph(sign, quarters, (box.left, box.bottom, box.right, box.top), (x.value, y.value))


_SPACE = _Glyph(" ", 0, (0, 0, 0, 0), (0, 0))


def _turn(quarters: int, bounds: tuple[float, float, float, float]) -> Turn:
    """From the page's own space (y upwards) to the page as it is read, turned clockwise by so many quarters."""
    left, bottom, right, top = bounds
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    return turns[quarters]


def _words(glyphs: Iterator[_Glyph], turn: Turn) -> Iterator[Word]:
    letters: list[str] = []
    left = top = right = bottom = base = 0.0
    for glyph in glyphs:
        if glyph is _SPACE:
            if letters:
                yield Word("".join(letters), left, top, right, bottom, base)
                letters = []
            continue
        x0, y0 = turn(glyph.box[0], glyph.box[1])
        x1, y1 = turn(glyph.box[2], glyph.box[3])
        low, high = (x0, x1) if x0 < x1 else (x1, x0)
        upper, lower = (y0, y1) if y0 < y1 else (y1, y0)
        stand = turn(*glyph.origin)[1]
        size = lower - upper
        if letters and (abs(stand - base) > 0.4 * size or not -size < low - right < _WORD_GAP * size):
            yield Word("".join(letters), left, top, right, bottom, base)
            letters = []
        if letters:
            right, top, bottom = max(right, high), min(top, upper), max(bottom, lower)
        else:
            left, top, right, bottom, base = low, upper, high, lower, stand
        letters.append(glyph.text)
    if letters:
        yield Word("".join(letters), left, top, right, bottom, base)


def _rules(page: pdfium.PdfPage, turn: Turn) -> Iterator[Rule]:
    """The edges of lines and boxes; a thin box is one line, as many programs draw them."""
    for number, each in enumerate(page.get_objects(filter=_PATH, max_depth=4)):
        if number > _MOST_RULES:
            return
        left, bottom, right, top = each.get_bounds()
        x0, y0 = turn(left, bottom)
        x1, y1 = turn(right, top)
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if y1 - y0 < 3 and x1 - x0 > 8:
            yield Rule(True, (y0 + y1) / 2, x0, x1)
        elif x1 - x0 < 3 and y1 - y0 > 8:
            yield Rule(False, (x0 + x1) / 2, y0, y1)
        elif x1 - x0 > 8 and y1 - y0 > 8 and raw.FPDFPath_CountSegments(each) in (4, 5):
            yield from (
                Rule(True, y0, x0, x1),
                Rule(True, y1, x0, x1),
                Rule(False, x0, y0, y1),
                Rule(False, x1, y0, y1),
            )
