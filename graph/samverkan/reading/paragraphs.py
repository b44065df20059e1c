"""Whether a line is part of running text that was broken over lines, and so neither a heading nor a title."""

import re

from samverkan.reading.people.chunks import VERBS
from samverkan.reading.people.roles import role_of

_SENTENCE_WITHIN = re.compile(r"[a-zåäö\d)][.!?] [A-ZÅÄÖ]")
_HANGING = re.compile(
    r"(?:\b(?:och|som|att|av|i|för|till|med|är|samt|eller|den|det|på|en|ett|har|vid|om|från|hos|var|inte)|,)\Z"
)
_MENU = re.compile(r"\t|\s{2}| [/|>›»] |\d{4}\Z")  # columns, a trail of links, or the day behind a title
_NARROW = 58  # characters: text is seldom broken before that
_LONG = 45  # characters: a line of text that was broken is at least as long
_VERBAL = 4  # words with a verb among them are no name
_MANY = 6  # words


def in_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the line of `text` from `start` up to `end` goes on from the line above, or is gone on from below.

    >>> text = "Rådet möts ofta och leder arbetet i\\nlänets kommuner.\\n\\nHälsorådet\\nAnna Ek"
    >>> in_paragraph(text, 0, 35), in_paragraph(text, 54, 64)
    (True, False)
    """
    words = text[start:end]
    if "\t" in words or "    " in words:
        return False  # cells
    if len(words.split()) >= _VERBAL and not VERBS.isdisjoint(words.casefold().split()):
        return True
    if _SENTENCE_WITHIN.search(words) or (len(words) >= _LONG and _HANGING.search(words)):
        return True
    above = _line_before(text, start)
    if len(above) >= _LONG and above.count(" ") >= _MANY - 1 and not _MENU.search(above) and above[-1] not in ".:;!?":
        return len(above) + 1 + len(words.split(None, 1)[0]) > _NARROW  # else the word had room above
    below = _line_after(text, end)
    return len(words.split()) > 1 and below[:1].islower() and role_of(below) is None and len(words) >= _LONG - 10


def _line_before(text: str, at: int) -> str:
    begin = text.rfind("\n", 0, at)
    return text[text.rfind("\n", 0, begin) + 1 : begin].strip() if begin > 0 else ""


def _line_after(text: str, at: int) -> str:
    begin = text.find("\n", at)
    if begin < 0:
        return ""
    end = text.find("\n", begin + 1)
    return text[begin + 1 : end if end >= 0 else len(text)].strip()
