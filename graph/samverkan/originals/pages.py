"""A page of an original as it was made for looking at: its picture, its words with their places.

What is made stands beside the file, so that it is made once; a process of its own makes it (`making`).
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from samverkan.originals.keeping import Original
from samverkan.sources.source import Box, PdfOrigin, joined

INDEX: Final = "index.json"  # of the text that was read anew: its digest, and from where to where each page goes
WORDS: Final = "words.jsonl"  # a line for each page: its words
TRIED: Final = "tried"  # stands there while something is being made; stays where that ended badly


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, from character `start` up to `end`, and its box on the page in points."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page: which of how many, its size in points, where its text begins and ends, its words, and its picture (PNG).

    Without words where the text in the graph is not what the file gives now; `span` is then nothing, too.
    """

    number: int
    count: int
    width: float
    height: float
    span: tuple[int, int] | None
    words: tuple[Word, ...]
    picture: Path

    def boxes(self, start: int, end: int) -> list[Box]:
        """Where a passage stands on the page: a box for each of its lines."""
        within = (word for word in self.words if word.start < end and start < word.end)
        places = joined(PdfOrigin(self.number, word.box) for word in within)
        return [each.box for each in places if isinstance(each, PdfOrigin)]


def count(original: Original) -> int:
    """How many pages an original has; 0 where that is not known yet."""
    index = original.file.parent / INDEX
    return len(json.loads(index.read_text())["spans"]) if index.exists() else 0


def number_of(original: Original, start: int) -> int:
    """The page on which a character of the text stands; 1 where that cannot be told."""
    index = original.file.parent / INDEX
    spans = json.loads(index.read_text())["spans"] if index.exists() else []
    return next((number for number, span in enumerate(spans, 1) if span and span[0] <= start < span[1]), 1)


def page(original: Original, number: int) -> Page | None:
    """A page as it was made; None where that is still to be done."""
    folder = original.file.parent
    picture, index = folder / f"{number}.png", folder / INDEX
    if not picture.exists() or not index.exists():
        return None
    told, made = json.loads(index.read_text()), json.loads((folder / f"{number}.json").read_text())
    same = told["text"] == digest(original.text)
    words = (Word(start, end, (*box,)) for start, end, *box in made["words"]) if same else ()
    span = told["spans"][number - 1] if same else None
    return Page(
        number, len(told["spans"]), made["width"], made["height"], (span[0], span[1]) if span else None,
        tuple(words), picture,
    )  # fmt: skip


def digest(text: str) -> str:
    """What tells a text from others."""
    return sha256(text.encode()).hexdigest()
