"""Numbered headings: which lines carry the numbers of the agenda, in whatever form the document gives them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from samverkan.reading.items.forms import (
    ALONE,
    BARE,
    BULLET,
    CAPITAL,
    CLOCK,
    INNER,
    LETTER,
    ONES,
    PAGE_ABOVE,
    PAGE_BEFORE,
    PARAGRAPH,
    POINT,
    ROMAN,
    SIGN_AFTER,
    WORDED,
)
from samverkan.reading.items.headlines import extent, on_its_own
from samverkan.reading.items.series import Form, Numbered, series, weight_of
from samverkan.reading.items.titles import after_case_number, is_no_item, title_span
from samverkan.reading.layout import Layout, Line


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number at the start of a line, or alone on the line before: `after` is where the title may begin."""

    form: Form
    number: int
    to: int | None
    letter: str | None
    decimal: str | None
    start: int
    after: int


_INSIDE = re.compile(r"[§.](?:(?<=§)|(?<=\d\.)\s|(?<=\d\s[a-z]\.)\s)")  # a quick look for these
_AFTER_STOP = re.compile(r"\.\s+(?:[A-ZÅÄÖ]\w{0,9}\s)?§\s?\d{1,4}\s+[A-ZÅÄÖ]")
_RUN_TOGETHER = 160  # a line longer than this may be several that lost their ends
_NO_TITLE = re.compile(
    r"[\d\s.,:–-]*\Z|\d+\s?\(\d+\)|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|min|"
    r"kr|kronor|tkr|mkr|"
    r"procent|kap)\b|st\s|%",
    re.IGNORECASE,
)
_CONTENTS = (
    0.9  # a heading with nothing under it, as in a list of contents; the same one with its text under it is preferred
)
_LETTERS = 40.0  # parts of a whole number, more than there are letters


def numbered_headings(layout: Layout) -> list[Numbered]:
    """The numbered headings of the agenda, in order; nothing where the numbers make no series."""
    found = list(_candidates(layout))
    paragraphs = series([each for each in found if each.form == "paragraph"], 60)
    rows = [series([each for each in found if each.form == form], 3) for form in ("point", "bare", "roman", "letter")]
    best = max(rows, key=weight_of)
    if paragraphs and weight_of(paragraphs) >= 0.5 * weight_of(best):
        return _with_letters(layout, _with_decimals(paragraphs, found))
    if len(best) < 2 or weight_of(best) < 0.6 * len(best):
        return []
    return _with_letters(layout, _with_decimals(best, found) if best[0].form == "bare" else best)


def _candidates(layout: Layout) -> Iterator[Numbered]:
    """The lines that open with a number and words that may be a title; less sure where the next one follows at once."""
    previous: Numbered | None = None
    for each in _headings(layout):
        if previous is not None:
            nothing_between = not layout.text[previous.end : each.start].strip()
            yield replace(previous, weight=previous.weight * _CONTENTS) if nothing_between else previous
        previous = each
    if previous is not None:
        yield previous


def _headings(layout: Layout) -> Iterator[Numbered]:
    for at, line in enumerate(layout.lines):
        marks = [mark] if (mark := _mark(layout, at)) else []
        several = len(line.text) > _RUN_TOGETHER or _AFTER_STOP.search(line.text) or not on_its_own(layout, line)
        if several and _INSIDE.search(line.text):
            marks.extend(_inner_marks(layout, line, marks[0].after if marks else line.start))
        limits = [*(mark.start for mark in marks[1:]), line.end]
        for mark, limit in zip(marks, limits, strict=bool(marks)):
            if each := _heading(layout, at, mark, limit):
                yield each


def _inner_marks(layout: Layout, line: Line, start: int) -> Iterator[_Mark]:
    """The numbers inside a line that was several: `… välkommen § 13 Val av justerare`."""
    for inner in INNER.finditer(layout.text, start, line.end):
        if found := PARAGRAPH.match(layout.text, inner.start(), line.end):
            yield _mark_of(found, "paragraph", inner.start(), found.end())
        elif found := POINT.match(layout.text, inner.start(), line.end):
            yield _mark_of(found, "point", inner.start(), found.end())


def _mark(layout: Layout, at: int) -> _Mark | None:
    text, line = layout.text, layout.lines[at]
    if bullet := BULLET.match(line.text):
        line = Line(line.start + bullet.end(), line.end, line.text[bullet.end() :])
    if "§" in line.text:
        page = PAGE_ABOVE.match(text, line.start, line.end)
        start = page.end() if page else line.start
        if found := PARAGRAPH.match(text, start, line.end) or SIGN_AFTER.match(text, start, line.end):
            return _mark_of(found, "paragraph", start, found.end())
    above = layout.lines[at - 1].end if at else 0
    gap = line.start - above > 1 and not line.text[0].isdigit()  # room for a number on a line of its own
    alone = ALONE.search(text, max(above, line.start - 40), line.start) if gap else None
    if alone:
        return _mark_of(alone, "point" if alone["mark"] else "bare", alone.start("n"), line.start)
    if line.text[0] in "IVX" and (roman := ROMAN.match(text, line.start, line.end)):
        number = 10 * len(roman["tens"]) + ONES.index(roman["ones"])
        return _Mark("roman", number, None, None, None, line.start, roman.end())
    if line.text[1:2] in (".", ")") and (capital := CAPITAL.match(text, line.start, line.end)):
        return _Mark("letter", ord(capital["capital"]) - 64, None, None, None, line.start, capital.end())
    if not (line.text[0].isdigit() or line.text[0] in "PÄDN") or CLOCK.match(text, line.start, line.end):
        return None
    page = PAGE_BEFORE.match(text, line.start, line.end)
    start = page.end() if page else line.start
    if found := POINT.match(text, start, line.end) or WORDED.match(text, start, line.end):
        return _mark_of(found, "point", start, found.end())
    found = BARE.match(text, start, line.end)
    return _mark_of(found, "bare", start, found.end()) if found else None


def _mark_of(found: re.Match[str], form: Form, start: int, after: int) -> _Mark:
    parts = found.groupdict()
    to = parts.get("to")
    return _Mark(
        form, int(parts["n"]), int(to) if to else None, parts.get("letter"), parts.get("decimal"), start, after
    )


def _heading(layout: Layout, at: int, mark: _Mark, limit: int) -> Numbered | None:
    """The heading that a number opens, its title before `limit` or on the next line; None where none can be meant."""
    for line in range(at, min(at + 3, len(layout.lines))):
        start = mark.after if line == at else layout.lines[line].start
        if line > at and _mark(layout, line) is not None:
            return None
        until = limit if line == at else layout.lines[line].end
        start += len(layout.text[start:until]) - len(layout.text[start:until].lstrip())
        stop, below = extent(layout, line, after_case_number(layout.text, start, until), until)
        title, end = title_span(layout.text, start, stop)
        if title < end:
            words = layout.text[title:end]
            if _NO_TITLE.match(words) or len(words) > 300 or (mark.form == "bare" and words[0].islower()):
                return None
            return _numbered(mark, title, end, below, _weight(layout, line, mark, words, stop))
    return None


def _numbered(mark: _Mark, title: int, end: int, below: int, weight: float) -> Numbered:
    first: float = mark.number
    number = str(mark.number)
    if mark.form == "roman":
        number = "X" * (mark.number // 10) + ONES[mark.number % 10]
    elif mark.form == "letter":
        number = chr(64 + mark.number)
    if mark.letter:
        first += (ord(mark.letter) - ord("a") + 1) / _LETTERS
        number += f" {mark.letter}"
    elif mark.decimal:
        first += int(mark.decimal) / 100
        number += f".{mark.decimal}"
    elif mark.to and mark.to > mark.number:
        number += f"-{mark.to}"
        return Numbered(mark.form, number, first, mark.to, mark.start, title, end, below, weight)
    return Numbered(mark.form, number, first, first, mark.start, title, end, below, weight)


def _weight(layout: Layout, at: int, mark: _Mark, words: str, stop: int) -> float:
    """How much a numbered line looks like a heading: one in a list inside the text opens small or ends with a stop."""
    weight = 1.0 if mark.form != "bare" else 0.95
    if words[0].islower():
        weight *= 0.4
    if is_no_item(words) and layout.lines[at].start > mark.after:
        weight *= 0.7  # `§§ 75-89` above `Beslutande` in the head of the minutes
    if layout.text[stop - 1 : stop] == "." and len(words) > 40:
        weight *= 0.6
    if len(words) > 150:
        weight *= 0.5
    if at and layout.lines[at - 1].text.endswith((":", "att", ",")):
        weight *= 0.5
    return weight


def _with_decimals(row: list[Numbered], found: list[Numbered]) -> list[Numbered]:
    """The paragraphs with the points below them: 34.1 and 34 a below § 34."""
    main = [each.start for each in row]
    below = []
    for each in found:
        at = bisect_right(main, each.start) - 1
        if each.form == "point" and at >= 0 and int(each.first) == int(row[at].first) and each.first > row[at].first:
            below.append(each)
    return sorted((*row, *below), key=lambda each: each.start) if below else row


def _with_letters(layout: Layout, row: list[Numbered]) -> list[Numbered]:
    """The series with the items that carry only a letter, a) b) c) …, below those that carry a number."""
    found: list[Numbered] = []
    for at, each in enumerate(row):
        found.append(each)
        stop = row[at + 1].start if at + 1 < len(row) else len(layout.text)
        found.extend(_letters(layout, each, each.end, stop))
    return found


# Items of these gather what is short: `a) Vägen – Karin berättar …` below them has a title before its text.
_GATHERS = re.compile(
    r"\b(?:övrig|rapport|lägesrapport|information|aktuell|läget\b|laget runt|meddelande|delgivning|anmäl|"
    r"nytt från|kort om)",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"\s?(?:[–-]|:)\s|\.\s(?=[A-ZÅÄÖ])")
_LONGEST_RUN_IN = 70
_TELLS = re.compile(
    r"[^:–]{3,60}?\s(?:har|hade|är|var|ska|kommer|görs|blir|blev|fick|får|startar|hålls|pågår)\s[^.]*\.\s*\Z"
)
_INNER_LETTER = re.compile(r"(?<=[\s.])(?P<letter>[a-zåäö])\)\s+(?=[”\"]?[A-ZÅÄÖ])")


def _letters(layout: Layout, above: Numbered, start: int, stop: int) -> Iterator[Numbered]:
    """Lettered headings in a part of the text: in order from a, opening with a capital, without a full stop unless
    their item gathers such.
    """
    if above.first != int(above.first) or above.last != above.first:
        return
    gathers = _GATHERS.search(layout.text, above.title, above.title_end) is not None
    rows: list[Numbered] = []
    first = bisect_right(layout.lines, start, key=attrgetter("end"))
    for at in range(first, len(layout.lines)):
        line = layout.lines[at]
        if line.start >= stop:
            break
        for found in _lettered(layout.text, max(line.start, start), min(line.end, stop), gathers):
            letter = chr(ord("a") + len(rows))
            if found["letter"] != letter:
                continue
            until = min(line.end, stop)
            plain = found.start() == line.start and not line.text.endswith((".", ";", ",")) and len(line.text) <= 150
            run_in = (
                _RUN_IN.search(layout.text, found.end(), min(until, found.end() + _LONGEST_RUN_IN)) if gathers else None
            )
            below = until
            if run_in:
                until, below = run_in.start(), run_in.end()
            elif not plain and found.start() == line.start and _TELLS.match(layout.text, found.end(), until):
                continue  # `a) Rådet har träffat polisen.` under `Rapporter` is what is reported
            elif not plain and gathers:
                until, below = extent(layout, at, found.end(), until)
            elif not plain:
                continue
            mark = _Mark(above.form, int(above.first), None, letter, None, found.start(), found.end())
            title, end = title_span(layout.text, mark.after, until)
            if title < end:
                rows.append(_numbered(mark, title, end, below, 0.9))
    if len(rows) > 1 or (rows and not layout.text[start : rows[0].start].strip()):
        yield from rows


def _lettered(text: str, start: int, end: int, inside: bool) -> Iterator[re.Match[str]]:
    """The letters of items that a line opens with or, where they may be run together, has inside."""
    if found := LETTER.match(text, start, end):
        yield found
    if inside:
        yield from _INNER_LETTER.finditer(text, start + 1, end)
