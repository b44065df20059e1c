"""A stretch of a list in pieces: brackets, times, dates, separators, and the words between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samverkan import dates


class Piece(NamedTuple):
    """A piece of a list: `kind` is paren, mail, time, years, date, serves, and, sep, ditto or words."""

    kind: str
    start: int
    end: int


_NUMBER = r"\d{1,3}(?:\s?[a-zå]\b)?"
_RANGE = rf"{_NUMBER}(?:\s*[-–]\s*(?:{_NUMBER}|[a-z]\b))?"
_LIST = rf"{_RANGE}(?:\s*(?:,|och|samt|&)\s*(?:§{{1,2}}\s*)?{_RANGE})*"
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_LIMIT = (
    r"(?:(?:ej|utom|förutom|inte|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|"
    r"kommer|anländer|ankom|kom|lämnar|lämnade|avviker|avvek|fram\s+till|efter|före)\s+){0,2}"
)
PIECE = re.compile(
    rf"""(?P<paren>\([^()\n]{{0,80}}\)|\[[^\[\]\n]{{0,80}}\])
    | (?P<mail>\S{{1,60}}@\S{{1,60}}|\b0\d{{1,3}}[-–\s/]\s?\d[\d\s]{{4,10}}\d)
    | (?P<time>{_LIMIT}(?:§{{1,2}}\s*{_LIST}|(?:punkt(?:en|erna|er)?|p\.|pkt\.?|ärende|ärendena)\s*{_LIST}
        |(?:kl\.?|klockan)\s*{_HOUR}(?:\s*[-–]\s*(?:kl\.?\s*)?{_HOUR})?|\d{{1,2}}[.:]\d\d(?:\s*[-–]\s*\d{{1,2}}[.:]\d\d)?))
    | (?P<years>\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b)
    | (?P<date>\b[0-3]?\d/[01]?\d\b(?!\d)|\b(?:den\s+)?[0-3]?\d\s(?:{"|".join(m for m in dates.MONTHS if len(m) > 3)})\b
        |\b20\d\d-\d\d-\d\d\b)
    | (?P<serves>\b(?:(?:tjg\.?|tj\.?|tjänstgörande|tjänstgör|som)?\s*(?:ersättare|ers\.?)\s+för|ersätter|ersatte|tjg\.?\s+för
        |tjänstgör(?:ande)?\s+för|i\s+stället\s+för|istället\s+för)\b|(?<=[\s)])för(?=\s+[A-ZÅÄÖ]))
    | (?P<and>(?:,\s*)?(?<!\w)(?<!-\s)(?:och|samt|&)(?!\w))
    | (?P<sep>[,;•·|\t]|\s[-–—]\s|(?<=\w)/(?=\s?[A-ZÅÄÖ])|(?:^|(?<=\s))[*‣▪●○-]\s|\s{{3,}}|:(?=\s|$))
    | (?P<ditto>(?<![^\s,;])(?:-[\"”“]-|[\"”“]|-\s?\"\s?-)(?![^\s,;]))""",
    re.VERBOSE,
)


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a stretch of text, in order; white space alone is none."""
    at = start
    for match in PIECE.finditer(text, start, end):
        if text[at : match.start()].strip():
            yield Piece("words", at, match.start())
        yield Piece(match.lastgroup or "sep", match.start(), match.end())
        at = match.end()
    if text[at:end].strip():
        yield Piece("words", at, end)
