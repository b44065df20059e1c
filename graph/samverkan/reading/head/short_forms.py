"""Short forms that a text spells out: `Chefsgrupp Norr (CGN)`, `Mälarregionen (MR)`."""

import re
from collections.abc import Mapping
from functools import cache

from samverkan.register import Register

_BRACKET = re.compile(r"\((?:[\"”“])?([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,6})(?:[\"”“])?\)")
_CAPITALS = re.compile(r"[A-ZÅÄÖ](?<=\b.)[A-ZÅÄÖ]{1,4}\b")
_WORD = re.compile(r"[^\s,.;:()]+")
_LONGEST = 8  # words
_JOINERS = frozenset(("och", "för", "i", "av", "till", "med", "the", "of", "and", "inom", "mellan", "-", "–"))


def read_short_forms(text: str, register: Register) -> dict[str, str]:
    """What each short form means, where the text spells it out or has a known full name; others stay as written."""
    registered = _registered(register)
    used = (form for form in set(_CAPITALS.findall(text)) if form in registered)
    known = {form: registered[form] for form in used if registered[form] in text}
    for match in _BRACKET.finditer(text):
        start = match.start() - text[max(0, match.start() - 1) : match.start()].isspace()
        before = text[max(0, start - 120) : start]
        full = _spelled_out(before, match[1]) if before[-1:].isalnum() or before[-1:] == "_" else None
        if full is not None:
            known[match[1]] = full
    return known


@cache
def _registered(register: Register) -> Mapping[str, str]:
    """The short forms of known organisations; one that works in the whole country comes before a regional one."""
    wide = sorted(register.organisations, key=lambda each: bool(each.county_code), reverse=True)
    return {form: each.name for each in wide for form in each.short_forms if form.isupper() and len(form) <= 5}


def _spelled_out(before: str, short: str) -> str | None:
    """The fewest words before the bracket whose letters the short form takes, beginning with its first."""
    line = before.rsplit("\n", 1)[-1]
    words = list(_WORD.finditer(line))[-_LONGEST:]
    if sum(sign.isupper() for sign in short) < 2 or not words:
        return None
    for at in range(len(words) - 1, -1, -1):
        if re.search(r"[.;:()]", line[words[at].end() : words[at + 1].start()] if at + 1 < len(words) else ""):
            return None
        phrase = line[words[at].start() :].strip()
        if (
            phrase[0].casefold() == short[0].casefold()
            and _takes(phrase, short)
            and words[at][0].casefold() not in _JOINERS
        ):
            while (
                at
                and words[at - 1][0][0].isupper()
                and words[at][0][0].islower()
                and line[words[at - 1].end() : words[at].start()] == " "
            ):
                at -= 1
                phrase = line[words[at].start() :].strip()
            return " ".join(phrase.split())
    return None


def _takes(phrase: str, short: str) -> bool:
    signs = iter(phrase.casefold())
    return len(phrase) > len(short) + 2 and all(letter in signs for letter in short.casefold())
