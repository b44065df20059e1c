"""The words of a document with their places, and where a phrase must end."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from samverkan.reading.layout import Layout, Line
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS, is_verb

# A word may hold - : ' & . inside (`GR:s`, `2021-2030`, `e-hälsa`) and end in a hyphen (`hälso-`); all else is a token
# a character.
_TOKEN = re.compile(r"[^\W_]++(?:[-–:’'&.][^\W_]++)*+-?+|\S")
_COORDINATORS = table("och eller samt respektive resp till som")
_TERMINAL = ".!?:;"
_ENDS = frozenset(".!?")
_LONGEST = 200  # words; what goes on longer without a full stop is no sentence
_LONGEST_WORD = 200  # characters; what is longer has no further part on the next line
_BULLETS = "•–-*·●○▪"
# After these at the end of a line, a name goes on in the next one.
_GOES_ON = table(
    """och samt eller i på av för till med om från hos mellan vid inom under enligt kring den det de en ett"""
)
_WRAPPED = 50  # characters; a line this long without a full stop goes on in the next one
_NARROW, _WIDE = 45, 130  # characters; between these a paragraph is wrapped
# After these a full stop ends no sentence.
_ABBREVIATIONS = table(
    """bl.a bl a t.ex ex m.fl fl m.m m o.s.v osv d.v.s dvs s.k sk kl ca nr dnr ev resp f.d fd tf bitr ordf forts fr.o.m
    t.o.m tom jfr st kap sid inkl exkl tel o.d e.d enl p g u å"""
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of the content: `words[i]` stands at `text[starts[i]:ends[i]]`, a word broken by a hyphen made whole.

    `breaks[i]` says what stands before a word: 0 nothing, 1 a sentence ends, 2 a line or column ends for good;
    `edges` are the indexes where it says anything; `vocabulary` are the different words, each with its indexes. Equal
    words are one string and numbers stand in arrays, so that a document of a million words takes a few bytes a
    character.
    """

    text: str
    words: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    breaks: Sequence[int]
    edges: Sequence[int]
    vocabulary: Mapping[str, Sequence[int]]

    def at(self, offset: int) -> int:
        """The first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def where(self, chosen: Iterable[str]) -> list[int]:
        """The indexes of some words, in order."""
        return sorted(chain.from_iterable(self.vocabulary.get(word, ()) for word in chosen))

    def segment_end(self, index: int) -> int:
        """The index after the last word of the sentence or line that a word stands in."""
        at = bisect_right(self.edges, index)
        return self.edges[at] if at < len(self.edges) else max(len(self.words), index + 1)

    def segment_start(self, index: int) -> int:
        """The index of the first word of the sentence or line that a word stands in."""
        at = bisect_right(self.edges, index)
        return self.edges[at - 1] if at else min(index, 0)

    def name(self, first: int, last: int) -> str:
        """The words from `first` up to `last` as one line, spaced as in the text."""
        parts: list[str] = []
        for i in range(first, last):
            if i > first and self.ends[i - 1] < self.starts[i]:
                parts.append(" ")
            parts.append(self.words[i])
        return "".join(parts)


def tokenise(layout: Layout) -> Tokens:
    """The words of the lines of content."""
    text = layout.text
    words: list[str] = []
    starts, ends, edges, stops = array("I"), array("I"), array("I"), bytearray()
    same: dict[str, str] = {}  # each word as it was first read
    previous: Line | None = None
    last, before = "", 0  # the last word and where it ends
    begin = since = 0  # the first word of the line before; words since a sentence ended
    for line, width in zip(layout.lines, _widths(text, layout.lines), strict=True):
        broken = _broken(text, previous, line, words)
        sentence = words[max(min(begin, edges[-1] if edges else 0), len(words) - _LONGEST) :]
        stop = 0 if broken else _between(text, previous, line, sentence, width)
        begin, tabs = len(words), "\t" in line.text
        end = line.start
        for word in _TOKEN.findall(text, line.start, line.end):
            start = text.find(word, end)  # nothing but white space stands between two
            end = start + len(word)
            if broken:
                words[-1] = last = same.setdefault(last[:-1] + word, last[:-1] + word)
                ends[-1] = before = end
                broken = False
                continue
            if stop or not before:
                pass
            elif start - before > 1 or last in _ENDS or (tabs and text[start - 1] == "\t"):
                stop = _within(text, before, start, words, begin)
            elif last[-1] == "-" and _joins(words, word):
                words[-1] = last = same.setdefault(last[:-1] + word, last[:-1] + word)
                ends[-1] = before = end
                continue
            last, before = word, end
            since += 1
            if stop or since == _LONGEST:
                since = 0
                edges.append(len(words))
                stops.append(stop or 1)
                stop = 0
            words.append(same.setdefault(word, word))
            starts.append(start)
            ends.append(end)
        previous = line
    breaks = bytearray(len(words))
    for index, stop in zip(edges, stops, strict=True):
        breaks[index] = stop
    vocabulary: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for index, word in enumerate(words):
        vocabulary[word].append(index)
    return Tokens(text, tuple(words), starts, ends, breaks, edges, dict(vocabulary))


def parted(tokens: Tokens, offsets: Iterable[int]) -> Tokens:
    """The words with a line's end before each of some places: where headings begin, and where the text under them
    does."""
    breaks = bytearray(tokens.breaks)
    for index in map(tokens.at, offsets):
        if index < len(breaks):
            breaks[index] = 2
    edges = array("I", (index for index, stop in enumerate(breaks) if stop))
    return replace(tokens, breaks=breaks, edges=edges)


def _broken(text: str, previous: Line | None, line: Line, words: list[str]) -> bool:
    """Whether the last word goes on here: `upp-` and `draget`, but not `hälso-` and `och`."""
    if previous is None or not words or words[-1][-1] != "-" or not line.text[0].islower():
        return False
    if not 2 <= len(words[-1]) <= _LONGEST_WORD:
        return False
    if text.count("\n", previous.end, line.start) > 1:
        return False
    return line.text.split(maxsplit=1)[0] not in _COORDINATORS


def _joins(words: list[str], word: str) -> bool:
    """Whether a word broken within a line goes on here: `sjukvårds-` and `nämnden`."""
    return 1 < len(words[-1]) <= _LONGEST_WORD and word[0].islower() and word not in _COORDINATORS


def _widths(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """For each line the length of the longest in its paragraph: where its text is wrapped."""
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and text.count("\n", lines[end - 1].end, lines[end].start) == 1:
            if _is_table(lines[end]) != _is_table(lines[at]):
                break
            end += 1
        width = max(len(line.text) for line in lines[at:end])
        yield from (width for _ in range(at, end))
        at = end


def _is_table(line: Line) -> bool:
    """Whether a line is a row of a table or was never wrapped, which says nothing of the width of the text beside."""
    return "\t" in line.text or len(line.text) > _WIDE


def _is_full(previous: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line had no room on the one before, in a paragraph that is wrapped at `width`."""
    return _NARROW <= width <= _WIDE and len(previous.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width


def _between(text: str, previous: Line | None, line: Line, words: list[str], width: int) -> int:
    """How a line ends: 2 for good, 0 where the next one goes on with the sentence."""
    if previous is None or not words:
        return 2
    gap = text.count("\n", previous.end, line.start)
    if gap != 1 or words[-1] in _TERMINAL or line.text[0] in _BULLETS:
        return 2
    if line.text[0].islower() or words[-1] in _GOES_ON or (words[-1] in MONTHS and line.text[:2] in ("19", "20")):
        return 0
    if words[-1] == "," and len(previous.text) >= _NARROW and any(map(is_verb, words)):
        return 0  # a list goes on
    full = _is_full(previous, line, width) and "\t" not in previous.text + line.text
    if full and any(map(is_verb, (*words, *line.text.split(maxsplit=8)[:8]))):
        return 0
    if len(previous.text) < _WRAPPED or not (line.text[0].isalpha() or line.text[0] == "("):
        return 2
    return 0 if any(map(is_verb, words)) else 2


def _numbering(words: list[str], begin: int) -> bool:
    """Whether a line has only its number so far: `3 a.`, `12.`."""
    return len(words) - begin <= 4 and all(
        len(word) <= 3 and (word in ".)§" or word.isalnum()) for word in words[begin:]
    )


def _within(text: str, end: int, start: int, words: list[str], begin: int) -> int:
    """What stands between two words of a line: 2 a column's edge, 1 the end of a sentence."""
    gap = text[end:start]  # where a line begins inside a sentence its indent is no column
    if ("\t" in gap or "   " in gap) and "\n" not in gap:
        return 2
    last = words[-1]
    if start > end and text[start].isupper() and last in ".!?" and not _numbering(words, begin):
        before = words[-2] if len(words) > 1 else ""
        if last != "." or (before.lower() not in _ABBREVIATIONS and not (len(before) == 1 and before.isupper())):
            return 1
    return 0
