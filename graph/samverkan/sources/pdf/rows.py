"""Words become rows: what stands on one line of the page, cut into segments where the space is wide."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from samverkan.sources.pdf.words import Word

# Space wider than so many line heights parts segments; in stretched lines it must be so much wider than the rest, too.
_WIDE = 1.1
_WIDER = 2.2
# Two spaces are so many line heights wide, and so many times the least space of their line.
_TWO = 0.4
_TWICE = 1.6
# A number or a mark before a text belongs to it, with a space between of up to so many line heights.
_FROM_MARK = 5.0
_MARKS = "•-–—*·●▪o§"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that follow each other."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Its words with spaces between."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """The segments of one line, from left to right."""

    segments: tuple[Segment, ...]

    @property
    def base(self) -> float:
        """Where its letters stand."""
        return self.segments[0].words[0].base

    @property
    def size(self) -> float:
        """The height of its letters' line."""
        return max(segment.words[0].size for segment in self.segments)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.segments[-1].right


def rows(words: Iterable[Word]) -> list[Row]:
    """The rows of words, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if lines and word.base - lines[-1][0].base < 0.35 * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Row(segments(sorted(line, key=lambda word: word.left))) for line in lines]


def segments(line: Sequence[Word]) -> tuple[Segment, ...]:
    """The words of one line, from left to right, cut where the space between them is wide."""
    gaps = [after.left - before.right for before, after in pairwise(line)]
    usual = median(gap for gap in gaps if gap > 0) if len(gaps) > 3 and any(gap > 0 for gap in gaps) else 0.0
    least = min((gap for i, gap in enumerate(gaps, 1) if gap > 0.1 * line[i].size), default=0.0)
    line = [line[0], *(_spaced(word, gap, least) for word, gap in zip(line[1:], gaps, strict=True))]
    cuts = [0]
    for i, gap in enumerate(gaps, 1):
        if gap > max(_WIDE * line[i].size * 0.86, _WIDER * usual) and not (
            gap < _FROM_MARK * line[i].size and _is_mark(line[cuts[-1] : i])
        ):
            cuts.append(i)
    return tuple(
        Segment(tuple(line[start:end])) for start, end in zip(cuts, (*cuts[1:], len(line)), strict=True) if end > start
    )


def _spaced(word: Word, gap: float, least: float) -> Word:
    """A word with the space before it, which is kept where it is two spaces wide, as in menus."""
    return replace(word, before="  ") if gap > max(_TWO * word.size, _TWICE * least) else word


def _is_mark(words: Sequence[Word]) -> bool:
    """Whether words are but the number or mark of what follows: `•`, `3.`, `2 a`, `§ 14`."""
    text = "".join(word.text for word in words)
    return len(text) <= 6 and (
        text in _MARKS or (text.strip("§().:") != "" and any(c.isdigit() for c in text) and _numbers(text))
    )


def _numbers(text: str) -> bool:
    bare = text.strip("§().:")
    return all(part.isdigit() or len(part) == 1 for part in bare.replace("-", ".").split(".")) or (
        bare[:-1].isdigit() and bare[-1:].isalpha()
    )


def begins_item(segment: Segment) -> bool:
    """Whether a line begins with the number or mark of an item."""
    return segment.words[0].text in _MARKS or _ITEM.match(segment.text) is not None


_ITEM = re.compile(r"(?:§§? ?\d+|\d{1,3}\s?[.:)]|\d{1,3}\s?[a-z][.):]?|[a-zåäö]\))(?:\s|\Z)")


def ends_open(segment: Segment, after: Segment) -> bool:
    """Whether more must come after a line: it ends with a comma, a dash or a small word, or within a list or a name."""
    last, text = segment.words[-1].text, segment.text
    if last.endswith((",", "-", "–", "/")) or last in _SMALL or "," in text.partition(":")[2] or _LISTED.search(text):
        return True
    if not (last[0].isupper() and last[-1].isalpha()):
        return False
    if begins_item(segment):  # `2. Läget i Västra` + `Götaland`, but `2. Läget i Lund` + `Chefen rapporterar`
        return not any(word.text[0].islower() for word in after.words)
    return _is_prose(segment) or _is_prose(after)


# `…, Per Holm, Bo Alm, Lena`: a list of names within a line, its last name cut.
_NAME = r"[A-ZÅÄÖ][\w-]+"
_LISTED = re.compile(rf"{_NAME} {_NAME}, (?:{_NAME} )+{_NAME}, {_NAME}\Z")


def _is_prose(segment: Segment) -> bool:
    """Whether a line is one of running text: half of its words are small, as few are in a list of names."""
    small = sum(word.text[0].islower() for word in segment.words)
    return small >= 2 and 2 * small >= len(segment.words)


_SMALL = (
    "att", "av", "den", "det", "de", "en", "ett", "efter", "enligt", "för", "från", "genom", "har", "hos", "i", "inom",
    "med", "mellan", "mot", "och", "om", "på", "samt", "som", "till", "under", "utan", "vid", "är", "§",
)  # fmt: skip


def whole(above: Sequence[Word], words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line and of the next one as one line; a word that was broken at the end of the line is whole.

    The hyphen of `hälso-` + `och sjukvård` and that of `IT-` + `stöd` stay.
    """
    last, first = above[-1], words[0]
    if not (last.text.endswith("-") and len(last.text) > 1 and first.text[:1].islower()) or first.text in _JOINING:
        return (*above, replace(first, before=" "), *words[1:])
    if last.text[-2].islower():
        last = replace(last, text=last.text[:-1])
    return (*above[:-1], last, replace(first, before=""), *words[1:])


_JOINING = ("och", "eller", "samt")
