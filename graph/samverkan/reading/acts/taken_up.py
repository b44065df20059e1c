"""The draft that a sentence takes up by one word, `Planen är på remiss`, after another has named it."""

import re

from samverkan.reading.acts.drafts import VERSION, clean
from samverkan.reading.acts.task_verbs import TASK_VERBS
from samverkan.reading.acts.task_words import NEVER, REPORT


def spoken_of_before(sentence: str, before: str) -> str | None:
    """The draft that a sentence takes up by one word, where an earlier one says what it is about.

    >>> spoken_of_before("Rutinen är på remiss.", "Gruppen har en rutin för placerade barn.")
    'rutin för placerade barn'
    """
    if named := _taken_up_by_name(sentence, before):
        return named
    if VERSION.match(sentence):
        return _opening_work(before)
    word = _TAKEN_UP.match(sentence)
    if word is None:
        return None
    noun = re.escape(word["noun"].casefold())
    found = re.search(rf"\b\w*{noun}\s(?:för|om|mot|kring|avseende)\s[^.,;:]{{3,80}}", before)
    return clean(found[0]) if found else None


def _opening_work(before: str) -> str | None:
    """The last work with its complement that opens a sentence: `Rutin vid flytt gäller i länet.`"""
    found = list(_OPENING_WORK.finditer(before))
    words = found[-1]["name"].split() if found else []
    end = next((at for at, each in enumerate(words) if each in _VERBS or each in _HOLDS), None)
    return clean(" ".join(words[:end])) if end is not None and end <= _MOST_WORDS else None


_OPENING_WORK = re.compile(
    r"(?:\A|(?<=[.!?]\s))(?P<name>[A-ZÅÄÖ]\w*\s?(?:[a-zåäö]*(?:plan|strategi|avtal|program|överenskommelse|policy|"
    r"riktlinjer?|rutin|vägledning|handbok))?\s(?:för|om|vid|mot|kring|av)\s[^.,;:]{3,110})"
)
_HOLDS = frozenset(("gäller", "är", "har", "ska", "löper", "finns", "beskriver", "omfattar", "antogs", "styr"))


_DEFINITE = re.compile(r"(?P<word>[A-ZÅÄÖ][a-zåäö]{4,}(?:en|et|n|erna|arna))\s")


def _taken_up_by_name(sentence: str, before: str) -> str | None:
    """`Utredningen Ljusa vägar visar …`, then `Utredningen sänds på remiss`: the name behind the same word."""
    word = _DEFINITE.match(sentence)
    if word is None:
        return None
    named = re.search(rf"\b(?i:{word['word']})\s(?P<name>[A-ZÅÄÖ][^.,;:()]{{2,90}})", before)
    if named is None:
        return None
    words = named["name"].split()
    end = next((at for at, each in enumerate(words) if each in _VERBS), len(words))
    return clean(" ".join(words[:end])) if end <= _MOST_WORDS else None


_VERBS = NEVER | REPORT | TASK_VERBS  # where a name ends
_MOST_WORDS = 8


_TAKEN_UP = re.compile(
    r"(?P<noun>[a-zåäö]*?(?:plan|strategi|avtal|program|överenskommelse|policy|riktlinje|rutin|rapport|"
    r"vägledning|modell|handbok))(?:en|n|et|t|rna|r)\s",
    re.IGNORECASE,
)


def noun_taken_up(sentence: str) -> str | None:
    """The noun by which a sentence takes up a work: `plan` of `Planen är på remiss`."""
    word = _TAKEN_UP.match(sentence)
    return word["noun"].casefold() if word else None


# `Ståndpunktsdokument Järnväg 2031 ska uppdateras`: a paper with a name, where another sentence calls it a draft
_PAPER = re.compile(
    r"\b[A-ZÅÄÖ][\wåäö-]*(?:papper|dokument|program|strategi|plan|policy|avtal|manifest|rapport|skrivelse|agenda|målbild)"
    r"(?:\s(?:[A-ZÅÄÖ][\wåäö-]*|\d{4}(?:[-–]\d{2,4})?|och(?=\s[A-ZÅÄÖ])))+"
)
_AS_DRAFT = re.compile(r"\b(?:utkastet|förslaget|remissversionen|remissutgåvan|det|den)\b", re.IGNORECASE)


def paper_before(sentence: str, before: str) -> str | None:
    """The last paper with a name that stands before a sentence which calls it no more than a draft."""
    if _AS_DRAFT.search(sentence) is None:
        return None
    return next((found[0] for found in reversed(list(_PAPER.finditer(before)))), None)
