"""Headings that gather the items of an agenda below them, told from the heads of columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.reading.items.series import Numbered
from samverkan.reading.items.titles import is_no_item, is_section, title_span
from samverkan.reading.layout import Layout, Line
from samverkan.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Row:
    """A heading on its way to become an item: `words` is the whole heading, remarks too; `section` where it only
    gives a kind.
    """

    number: str | None
    title: int
    title_end: int
    start: int
    body: int
    words: str
    rule: str
    confidence: float
    section: bool = False


_LETTER_MARK = re.compile(r"([A-Z])(?:[.):]\s*|\s+(?=[A-ZÅÄÖ]))")
_NUMBER_MARK = re.compile(r"(\d{1,2})[.):]?\s+(?=[A-ZÅÄÖ])")


# The heads of columns, where a table of items has lost its lines, and what else stands there beside these.
_LABELS = frozenset(
    ("ärende", "ärenden", "kort beskrivning", "beskrivning", "anteckning", "anteckningar", "punkt", "nr", "rubrik")
)
_BESIDE_LABELS = frozenset(
    ("beslut", "noterat", "noteringar", "information", "diskussion", "åtgärd", "ansvarig", "uppdrag", "kommentar",
     "kommentarer", "vem", "klart", "föredragande", "status", "sammanfattning", "underlag", "typ", "tid", "dnr", "§")
)  # fmt: skip


def _without_labels(lines: tuple[Line, ...]) -> list[Line]:
    """The lines but those that head columns: alone, or one after the other as `Punkt`, `Ärende`, `Beslut`."""
    words = [line.text.casefold().rstrip(" :.") for line in lines]
    heads = {at for at, word in enumerate(words) if word in _LABELS}
    for at, word in enumerate(words):
        if word in _BESIDE_LABELS and at - 1 in heads:
            heads.add(at)
    return [line for at, line in enumerate(lines) if at not in heads]


def sections(layout: Layout, numbered: list[Numbered]) -> Iterator[Row]:
    """Headings that gather numbered items: `Beslutspunkter`, `A. Ärenden för beslut`, `EKONOMI` straight above an
    item.
    """
    found: list[tuple[str, Row]] = []
    for at, each in enumerate(numbered):
        start = numbered[at - 1].end if at else max(0, each.start - 400)
        above = _without_labels(layout.between(start, each.start))
        for line in above:
            sign, row = _section(
                layout, line, straight_above=line is above[-1], numbers=numbered[0].form == "paragraph"
            )
            if row is not None:
                found.append((sign, row))
    # A heading in capitals, with a letter or a number gathers items only in the company of another one.
    signs = [sign for sign, _ in found]
    rising = [row.number for sign, row in found if sign == "number"] == [
        str(n + 1) for n in range(signs.count("number"))
    ]
    for sign, row in found:
        if sign == "words" or (signs.count(sign) > 1 and (sign != "number" or rising)):
            yield row


_LONGEST_SECTION = 90
_PLURAL = Pattern(r"(?:punkter|ärenden|frågor)[\s:.]*\Z", re.IGNORECASE)


def _section(layout: Layout, line: Line, straight_above: bool, numbers: bool) -> tuple[str, Row | None]:
    """A section heading and what it is known by: its `words`, its `letter`, its `capitals`, or its `number`.

    `numbers` tells that the items are paragraphs, so that a number of another kind may stand on their sections.
    """
    plural = _PLURAL.search(line.text) is not None
    if len(line.text) > _LONGEST_SECTION or line.text.endswith((".", ",")) or not (straight_above or plural):
        return "", None
    mark = _LETTER_MARK.match(line.text) or (_NUMBER_MARK.match(line.text) if numbers else None)
    start = line.start + (mark.end() if mark else 0)
    title, end = title_span(layout.text, start, line.end)
    words = layout.text[title:end]
    if not words:
        return "", None
    if mark and straight_above:
        sign = "number" if mark[1].isdigit() else "letter"
    elif is_section(words):
        sign = "words"
    elif straight_above and words.isupper() and not is_no_item(words):
        sign = "capitals"
    else:
        return "", None
    number = mark[1] if mark else None
    return sign, Row(
        number, title, end, line.start, line.end, layout.text[title : line.end], "agenda.section", 0.85, True
    )
