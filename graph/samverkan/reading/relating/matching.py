"""Whether the words of a phrase stand in a sentence, adverbs and brackets apart."""

from samverkan.reading.things.extent import is_year
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS

_GAP = 4  # words where a phrase leaves room
ADVERBS = table(
    """alltid fortfarande också även gemensamt därmed numera idag huvudsakligen ytterst tillsammans själv själva nu
    formellt årligen sedan då därför dock dessutom samtidigt"""
)
_TIME_LEADS = table("vid från och med sedan i under till per den för fr.o.m t.o.m")
_TIMES = MONTHS | table("årsskiftet år våren hösten sommaren vintern höst vår halvåret månadsskiftet")
_MAY_BE_TIME = _TIME_LEADS | _TIMES
_STOPS = frozenset(",.;:")
NOT = table("inte ej aldrig vill kan bör önskar borde föreslås kunna vilja")


def _time(words: list[str], at: int) -> int:
    """The index behind `sedan 2019`, `vid årsskiftet`, `från den 1 maj 2021`, `i maj`; the place itself where no time
    stands."""
    end = at
    while end < len(words) and words[end] in _TIME_LEADS and end - at < 4:
        end += 1
    lead = end > at
    while end < len(words) and (words[end] in _TIMES or is_year(words[end]) or (words[end].isdigit() and lead)):
        end += 1
    timed = end > at and (words[end - 1] in _TIMES or is_year(words[end - 1]))
    return end if timed else at


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
            if (
                not gap and words[at] in _MAY_BE_TIME and (when := _time(words, at)) > at
            ):  # leds sedan 2019 av, ersätts vid årsskiftet av
                stop = min(stop + when - at, len(words))
                at = when
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
