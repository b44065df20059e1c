"""Whether the words of a phrase stand in a sentence, adverbs and brackets apart."""

from samverkan.reading.things.extent import is_year
from samverkan.reading.things.table import table

_GAP = 4  # words where a phrase leaves room
ADVERBS = table(
    """alltid fortfarande också även gemensamt därmed numera idag huvudsakligen ytterst tillsammans själv själva nu
    formellt årligen sedan då därför dock dessutom samtidigt"""
)
_STOPS = frozenset(",.;:")
NOT = table("inte ej aldrig vill kan bör önskar borde föreslås kunna vilja")


def match(words: list[str], index: int, phrase: tuple[str, ...]) -> int | None:
    """The index after a phrase that begins at a word of a sentence; adverbs may stand inside, a denial may not."""
    at = index
    gap = False
    for word in phrase:
        if word == "…":
            gap = True
            continue
        stop = min(at + _GAP + 1 if gap else at + 3, len(words))
        while at < stop and words[at] != word:
            if words[at] == "(" and ")" in words[at : at + 4]:  # medlemmar i Norra Förbundet (NF) är
                size = words[at : at + 4].index(")") + 1
                at, stop = at + size, min(stop + size, len(words))
                continue
            if not gap and words[at] not in ADVERBS and not is_year(words[at]):  # ersätts 2020 av
                return None
            if words[at] in _STOPS or words[at] in NOT:
                return None
            at += 1
        if at >= stop:
            return None
        at += 1
        gap = False
    return None if at < len(words) and words[at] in NOT else at
