"""A stretch of a list in pieces: brackets, times, dates, separators, and the words between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samverkan import dates, names


class Piece(NamedTuple):
    """A piece of a list: `kind` is paren, mail, followed, term, time, date, serves, and, sep, ditto or words."""

    kind: str
    start: int
    end: int


_NUMBER = r"\d{1,3}(?:\s?[a-zå]\b)?"
_RANGE = rf"{_NUMBER}(?:\s*[-–]\s*(?:{_NUMBER}|[a-z]\b))?"
_LIST = rf"{_RANGE}(?:\s*(?:,|och|samt|&)\s*(?:§{{1,2}}\s*)?{_RANGE})*"
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_LIMIT = (
    r"(?:(?:ej|utom|förutom|inte|från(?:\s+och\s+med)?|fr(?=\.?\s+\d)\.?|fr\.?\s?o\.?\s?m\.?|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|"
    r"kommer|anländer|ankom|kom|ansl(?:ut|öt)(?:er)?|lämnar|lämnade|avviker|avvek|fram\s+till|efter|före)\s+){0,2}"
)
_MONTH = "|".join(month for month in dates.MONTHS if len(month) > 3 or month == "maj")
_PAREN = r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]"
_TELEPHONE = r"0\d{1,3}[-–\s/]\s?\d[\d\s]{4,10}\d"
_MAIL = rf"[\w.-]{{1,60}}@[\w.-]{{1,60}}|{_TELEPHONE}"
_TIME = (
    rf"{_LIMIT}(?:§{{1,2}}\s*{_LIST}|(?:punkt(?:en|erna|er)?|p\.?(?=\s?\d)|pkt\.?|ärende|ärendena)\s*{_LIST}"
    rf"|(?:kl\.?|klockan)\s*{_HOUR}(?:\s*[-–]\s*(?:kl\.?\s*)?{_HOUR})?|"
    r"(?<=från )\d{1,2}\b(?![.:]\d)|(?<=fr )\d{1,2}\b(?![.:]\d)|(?<=till )\d{1,2}\b(?![.:]\d)|"
    r"(?:en )?del(?:ar)? av (?:mötet|dagen|tiden)|"
    r"(?:fram )?(?:till|från|efter|före) (?:lunch(?:en)?|fikat?|kaffet?|pausen)\b|"
    r"på (?:för|efter)middagen\b|"
    rf"\d{{1,2}}[.:]\d\d(?:\s*[-–]\s*\d{{1,2}}[.:]\d\d)?|\d{{2,3}}[-–]\d{{2,3}}(?=\s*(?:[,;)]|\Z|\s[A-ZÅÄÖ])))"
)
_DATE = rf"[0-3]?\d/[01]?\d\b(?!\d)|(?:den\s+)?[0-3]?\d\s(?:{_MONTH})\b|20\d\d-\d\d-\d\d\b"
# From when, or until when, somebody sits: `till och med 2021`, `från 1 maj 2022`, `2023–2026`, `2023–`.
_YEAR = r"(?:19|20)\d\d"
_SEATED_DAY = rf"(?:{_YEAR}-\d\d-\d\d|(?:[0-3]?\d\s)?(?:{_MONTH})\s{_YEAR}|{_YEAR})(?![\w:.-]\d)"
_TERM = (
    rf"{_YEAR}\s*[-–]\s*{_YEAR}\b|{_YEAR}\s?[-–](?=\s*(?:[),;]|\Z))|"
    rf"(?:(?<=ordf )|(?<=ordf\. )|(?<=ordförande )|(?<=under )|(?<=för ))(?:år\s)?{_YEAR}(?=\s*(?:[),;]|\Z))|"
    r"(?:(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fram\s+till|till|avgick|avgår|slutade|slutar|avsagt\s+sig|lämnade|"
    r"avsade\s+sig|entledigad(?:\s+från)?|vald\s+till)|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|from|från|sedan|tillträdde|tillträder|invald|"
    rf"tillsatt|utsedd|ny)\s+(?:och\s+med\s+)?(?:den\s+)?{_SEATED_DAY}"
)
UNTIL = re.compile(r"t\.?\s?o|till|fram|avg|slut|avsa|lämn|entl|vald", re.I)
# `ersätts från 1 april 2022 av Bo Ek`: who takes the seat, and from when.
_FOLLOWED = (
    rf"(?:ersätts|efterträds)\s+(?:(?:från|fr\.?\s?o\.?\s?m\.?)\s+(?:och\s+med\s+)?(?:den\s+)?{_SEATED_DAY}\s+)?av\b"
)
_SERVES = (
    r"(?:(?:tjg\.?|tj\.?|tjänstgörande|tjänstgör|som)\s*)?(?:ersättare|ers\.?)\s+för\b|ersätter\b|ersatte\b|"
    r"tjg\.?\s+för\b"
    r"|tjänstgör(?:ande)?\s+för\b|i\s+stället\s+för\b|istället\s+för\b"
    r"|(?<=[\s)])för(?=\s+[A-ZÅÄÖ])(?!\s+[A-ZÅÄÖ][\wåäö ]{2,40}:)"
)
_SEPARATOR = (
    r"[,;•·|\t]|(?<=\s)[-–—]\s|(?<=\w)/(?=\s?[A-ZÅÄÖ])|(?:^|(?<=\s))[*‣▪●○]\s|\s{3,}|:(?=\s|$)"
    r"|(?<=[a-zåäö)])\.(?=\s[A-ZÅÄÖ][\wåäö]+(?:\s[\wåäöÅÄÖ]+)?:\s)"  # `Sala: Anna Ek. Heby: Bo Ek`
)
_DITTO = r"(?<![^\s,;])(?:-[\"”“]-|[\"”“]|-\s?\"\s?-)(?![^\s,;])"
# What begins with a letter or a figure does so at the beginning of a word; the rest with neither.
_PATTERN = (
    rf"(?<!\w)(?:(?P<mail>{_MAIL})|(?P<followed>{_FOLLOWED})|(?P<term>{_TERM})|(?P<time>{_TIME})|"
    rf"(?P<date>{_DATE})"
    rf"|(?P<serves>{_SERVES})|(?P<and>(?<!-\s)(?:och|samt|&)(?!\w)))"
    rf"|(?=\W)(?:(?P<paren>{_PAREN})|(?P<clause>,\s*(?:och|samt)(?!\w))|(?P<ditto>{_DITTO})|(?P<sep>{_SEPARATOR}))"
)

PIECE = re.compile(_PATTERN)
_NO_MAIL = re.compile(_PATTERN.replace(_MAIL, _TELEPHONE))  # a search for @ from each word on costs more than all else


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a stretch of text, in order; white space alone is none."""
    at = start
    for match in (PIECE if text.find("@", start, end) >= 0 else _NO_MAIL).finditer(text, start, end):
        if match[0] == "&" and _in_a_name(text, match.end(), end):
            continue
        if text[at : match.start()].strip():
            yield Piece("words", at, match.start())
        kind = match.lastgroup or "sep"
        yield Piece("and" if kind == "clause" else kind, match.start(), match.end())
        at = match.end()
    if text[at:end].strip():
        yield Piece("words", at, end)


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether `&` goes on with what an organisation is called: `Barn & Unga`, and not `Anna Ek & Bo Ek`."""
    behind = text[start:end].split(maxsplit=1)
    return bool(behind) and not names.is_given(behind[0].strip(",;"))
