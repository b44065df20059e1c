"""Running text that was broken over lines at a width, whole again: lines then end where the document says so."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from samverkan.facts import Facts

_NARROWEST, _WIDEST = 50, 140  # characters that text is broken to
_MOST_LINES = 4  # of a list whose lines happen to be as long as each other
_RAGGED = (
    15  # characters that a line broken by hand may lack, where its last word or the next one shows that it goes on
)
_HANGS = re.compile(
    r"\b(?:och|som|att|av|i|för|till|med|är|samt|eller|den|det|på|en|ett|har|vid|om|från|hos|var|inte)\Z"
)
_PAGE = 6  # lines
_FULL = 0.95  # of its lines
_SMALL = 1 / 3  # of the lines of prose that go on with a small letter, at least
_OPENS = re.compile(
    r"[-–—•*·●▪>→]|\d{1,3}[.:)]?\s|§|[a-zåäö][.)]\s|[Aa]tt\s|[A-ZÅÄÖ][\wåäö ]{1,24}:\s|"
    r"\S+(?: \S+){0,4} (?:beslutar|beslutade|beslöt)(?: att)?\s?:?\Z"
)  # a piece of its own
_CELLS = re.compile(r"\t|\S {2,}\S|\|")


def _has_cells(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table, as hardly any is."""
    words = text[start:end]
    return ("  " in words or "\t" in words or "|" in words) and _CELLS.search(words) is not None


_LINE = re.compile(r"[^\s][^\n]*")
_APART = 0.85  # of the lines of such a text

Break = tuple[int, int]
"""Where a line ends and where the next one begins."""


def unbroken(text: str) -> str:
    """The text with blanks for the line breaks inside its paragraphs; each character keeps its place.

    A line goes on in the next one where the next word had no room; a list of short lines is left alone.
    """
    breaks = [each for block in _blocks(text) for filled in _filled(text, block) for each in filled]
    breaks += _spaced_out(text)
    parts: list[str] = []
    at = 0
    for end, begin in sorted(breaks):
        parts += (text[at:end], " " * (begin - end))
        at = begin
    return "".join((*parts, text[at:])) if parts else text


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines, as offsets, that no empty line parts."""
    block: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            block.append((at, at + len(line)))
        elif block:
            yield block
            block = []
        at += len(line) + 1
    if block:
        yield block


def _filled(text: str, block: list[tuple[int, int]]) -> Iterator[list[Break]]:
    """The line breaks of each stretch of a block whose lines are as long as their words allow."""
    width = max(end - start for start, end in block)
    if len(block) < 2 or not _NARROWEST <= width <= _WIDEST:
        return
    if len(block) >= _PAGE and (page := _of_page(text, block, width)):
        yield page
        return
    breaks: list[Break] = []
    for (start, end), (begin, stop) in zip(block, (*block[1:], (-1, -1)), strict=True):
        goes_on = begin >= 0 and _goes_on(text, start, end, begin, stop, width)
        if goes_on:
            breaks.append((end, begin))
            continue
        if breaks and _is_prose(text, breaks):
            yield breaks
        breaks = []


def _of_page(text: str, block: list[tuple[int, int]], width: int) -> list[Break]:
    """All line breaks of a page that had become one line before it was broken; empty where it has lines of its own."""
    breaks = [(one[1], two[0]) for one, two in pairwise(block)]
    full = sum(one[1] - one[0] + 1 + len(text[slice(*two)].split(None, 1)[0]) > width for one, two in pairwise(block))
    return breaks if full >= len(breaks) * _FULL and not _CELLS.search(text, block[0][0], block[-1][1]) else []


def _goes_on(text: str, start: int, end: int, begin: int, stop: int, width: int) -> bool:
    """Whether the first word of the line below had no room on the line."""
    if text[begin] in " \t" or _has_cells(text, start, end) or _has_cells(text, begin, stop):
        return False
    word = text[begin:stop].split(None, 1)[0]
    hangs = text[begin].islower() or _HANGS.search(text, max(start, end - 12), end) is not None
    room = width - (_RAGGED if hangs and end - start >= _NARROWEST else 0)
    return end - start + 1 + len(word) > room and not _OPENS.match(text, begin, stop)


def _is_prose(text: str, breaks: list[Break]) -> bool:
    if any(text[end - 1] == "-" and text[begin].islower() for end, begin in breaks):
        return False  # words that a hyphen breaks are made whole where they are read
    small = sum(text[begin].islower() for _, begin in breaks)
    return small >= len(breaks) * _SMALL or len(breaks) >= _MOST_LINES


def _spaced_out(text: str) -> Iterator[Break]:
    """The breaks inside sentences of a text that has an empty line below every line, as some PDF come."""
    lines = [(each.start(), each.end()) for each in _LINE.finditer(text)]
    if len(lines) < _PAGE:
        return
    gaps = [text.count("\n", one[1], two[0]) for one, two in pairwise(lines)]
    lengths = sorted(end - start for start, end in lines)
    width = lengths[len(lengths) * 19 // 20]
    if sum(gap > 1 for gap in gaps) < len(gaps) * _APART or not _NARROWEST <= width <= _WIDEST:
        return
    for ((start, end), (begin, stop)), gap in zip(pairwise(lines), gaps, strict=True):
        if (
            gap == 2
            and text[begin].islower()
            and text[end - 1] != "-"
            and _goes_on(text, start, end, begin, stop, width)
        ):
            yield end, begin


def requoted(facts: Facts, text: str) -> Facts:
    """The facts with the passages of their evidence as the text itself has them."""
    changed: dict[str, Any] = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, tuple):
            changed[field.name] = tuple(_row(row, text) for row in value)
        elif value is not None:
            changed[field.name] = _row(value, text)
    return replace(facts, **changed)


def _row(row: Any, text: str) -> Any:
    proof = getattr(row, "evidence", None)
    if proof is None or "\n" not in text[proof.start : proof.end]:
        return row
    return replace(row, evidence=replace(proof, quote=text[proof.start : proof.end]))
