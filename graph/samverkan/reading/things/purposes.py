"""What a sum of money is for, in the words around it: after it `till …`, `för …`, before it what costs or gets it."""

import re
from typing import Final

from samverkan.reading.layout import joined
from samverkan.reading.patterns import Pattern
from samverkan.reading.things.words import is_verb

_FAR: Final = 180  # characters that are looked at before and after
_LONGEST: Final = 12  # words of a purpose
_MOST_OF_LABEL: Final = 7  # words of a label before a sum

_AFTER = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:i (?:bidrag|stöd|projektmedel|medel|anslag|ersättning|statsbidrag)\s)?"
    r"(?:avsätts |fördelas |beviljas |används |går |avser )?"
    r"(?P<word>till|för|avseende|som avser|gällande|avser|kopplat till)\s(?P<what>\S.*)",
    re.DOTALL,
)
# No purpose begins so: a time, a figure, what a sum comes to, whom it concerns.
_NO_PURPOSE = re.compile(
    r"(?:och med\b|år\w*\s\d|\d|en början\b|närvarande\b|jan|feb|mars\b|apr|maj\b|juni|juli|aug|sept|okt|nov|dec|"
    r"perioden\b|följd\b|hösten\b|våren\b|nästa\b|kommande\b|innevarande\b|respektive\b|dess\b|detta\b|det\b|varje\b)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?()](?:\s|\Z)|,\s|\n\s*\n|\n\s*[-•*–]|\t|\s[–-]\s|\s(?:som|samt|vilket|vilken|varav|under|från och med|"
    r"fr\.?o\.?m|per år|med start|enligt|genom|och att|men|där|då|när|utan|inom ramen|\d{4}\b)"
)

_NOUN: Final = (
    r"[\wåäöé-]*(?:kostnad|avgift|bidrag|budget|anslag|medel|medl|stöd|ersättning|ram|intäkt|underskott|överskott|"
    r"resultat|investering|pris|arvode|hyra|lån|belopp|summa|utgift|insats|skuld|kapital|finansiering|satsning|taxa|"
    r"omsättning|förlust|prislapp|premie|reserv)"
    r"(?:en|n|et|t|er|erna|ar|arna|na|or|orna|s|ens|ets)?"
)
_HEDGES: Final = r"(?:\s(?:cirka|ca\.?|totalt|högst|upp till|ungefär|drygt|knappt|sammanlagt|minst|om|till|på))*"
_BEFORE = Pattern(
    rf"(?P<what>(?:[A-ZÅÄÖ][\wåäö-]*s\s|[a-zåäö]+s\s|[a-zåäö]+(?:a|t|n)\s)?\b{_NOUN}"
    r"(?:\s(?:för|till|av|avseende|gällande|i|från)\s(?!år\b|\d)\S+(?:\s\S+){0,6}?)?)"
    r"(?:\s(?:20\d\d|för (?:år )?20\d\d))?"
    r"\s(?:på|om|är|blir|blev|var|uppgår till|uppgick till|beräknas (?:till|bli|uppgå till)|beräknades till|"
    r"uppskattas till|motsvarar|bedöms till|budgeteras till|sätts till|fastställs till|"
    r"(?:höjs|sänks|ändras|ökar|minskar|ökas|minskas)(?: från \S+(?: \S+)?)? (?:till|med)|"
    rf"med)(?:\sen)?{_HEDGES}\s*\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\A|\n|\t|[.:;)!?]\s+|[-•*–]\s)\s*(?P<what>[A-ZÅÄÖ][^.:;!?\t\n()\d]*?)[ ]*(?P<mark>:\s*|[\t–-]|\.{2,})?[ \t]*\Z"
)
_VERBAL = re.compile(r"[a-zåäö]+(?:ar|er|ade|te|dde)")  # the second or third word of what is a sentence and no label


def purpose_of(text: str, start: int, end: int) -> str | None:
    """What the sum at `start` up to `end` is for; None where the words around it do not say.

    >>> text = "Rådet beviljar 300 000 kr till projektet Ung i dag."
    >>> purpose_of(text, 15, 25)
    'projektet Ung i dag'
    """
    return _after(text[end : end + _FAR]) or _before(_clause(text[max(0, start - _FAR) : start]))


def _after(text: str) -> str | None:
    match = _AFTER.match(text)
    if match is None or _NO_PURPOSE.match(match["what"]):
        return None
    stop = _STOP.search(match["what"])
    words = joined(match["what"][: stop.start()] if stop else match["what"]).rstrip(" .,;:").split()
    for at, word in enumerate(words):
        if at and is_verb(word):
            return None if at == 1 else " ".join(words[: at - 1]) or None
    return " ".join(words) if 0 < len(words) <= _LONGEST else None


def _clause(text: str) -> str:
    """What stands before a sum, in its own paragraph."""
    return re.split(r"\n\s*\n", text)[-1]


def _before(text: str) -> str | None:
    match = _BEFORE.search(" ".join(joined(text).split()) + " ")
    if match:
        return match["what"]
    label = _LABEL.search(text)
    if label is None:
        return None
    words = label["what"].split()
    plain = 0 < len(words) <= _MOST_OF_LABEL and not any(is_verb(word.casefold()) for word in words)
    if label["mark"] is None and any(_VERBAL.fullmatch(word) for word in words[1:3]):
        return None
    return " ".join(words) if plain else None
