"""Names of people: what one looks like in Swedish text, and which full name a short form means inside one document."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from samverkan.resources import folder

# A word of a name: a capital, then small letters; double names with hyphens; `McNeil`, `O'Hara`.
_UPPER, _LOWER = r"A-ZÅÄÖÉÈÜÆØÁÓÍÇŠŽ", r"a-zåäöéèêëüæøáàóòíìïñçßšžćčđûôâłńśźżğışő"
_PART = rf"[{_UPPER}](?:[{_LOWER}]+(?:['’´]?[{_UPPER}][{_LOWER}]+)*|['’][{_UPPER}][{_LOWER}]+)"
WORD = rf"{_PART}(?:-(?:{_PART}|[{_LOWER}]+))*"
# Particles within a surname.
# fmt: off
PARTICLES = frozenset((
    "von", "af", "de", "der", "den", "van", "da", "di", "la", "le", "el", "al", "du", "dos", "ter", "ten", "in", "bin",
    "ibn", "del", "zu",
))
# fmt: on
_TOKEN = re.compile(rf"{WORD}|[{_UPPER}]\b\.?|(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})\b")
_NAME_CHARS = re.compile(rf"[{_UPPER}{_LOWER}.'’´ -]+\Z")

# Words that begin with a capital beside names but are no part of one.
# fmt: off
NOT_NAMES = frozenset((
    "region", "regionen", "kommun", "kommunen", "kommuner", "kommunerna", "landsting", "landstinget", "län", "länet",
    "länsstyrelsen", "stad", "staden", "vakant", "vakanta", "ordförande", "ordf", "vice", "ledamot", "ledamöter",
    "ersättare", "sekreterare", "justerare", "justerande", "protokoll", "protokollet", "närvarande", "frånvarande",
    "förhinder", "justeras", "justerat", "justering", "underskrifter", "underskrift",
    "övriga", "övrig", "adjungerad", "adjungerade", "tjänstemän", "politiker", "beslutande", "plats",
    "tid", "datum", "paragraf", "paragrafer", "sida", "startsida", "kommundirektör", "kommunchef", "regiondirektör",
    "förvaltningschef", "socialchef", "socialdirektör", "ordinarie", "kommunalråd", "regionråd", "enhetschef",
    "samverkan", "samverkansorgan", "samordnare", "styrelsen", "styrelse", "nämnden", "nämnd", "direktionen",
    "gruppen", "styrgrupp", "styrgruppen", "ledningsgrupp", "arbetsgrupp", "forum", "kansli", "kansliet",
    "vårdsamverkan", "kommunförbundet", "kommunalförbund", "samordningsförbund", "försäkringskassan",
    "arbetsförmedlingen", "trafikverket", "högskolan", "universitetet", "sjukhuset", "delregion", "delregionen",
    "primärvården", "moderaterna", "socialdemokraterna", "centerpartiet", "liberalerna", "vänsterpartiet",
    "kristdemokraterna", "miljöpartiet", "sverigedemokraterna", "januari", "februari", "mars", "april", "juni",
    "juli", "augusti", "september", "oktober", "november", "december", "måndag", "måndagen", "tisdag", "tisdagen",
    "onsdag", "onsdagen", "torsdag", "torsdagen", "fredag", "fredagen", "beslut", "beslutet", "information",
    "dialog", "diskussion", "rapport", "bilaga", "punkt", "ärende", "mötet", "möte", "dagordning", "föredragande",
    "deltagare", "tema", "agenda", "innehåll", "anteckningar", "minnesanteckningar", "inledning", "sammanfattning",
    "presentation", "vid", "för", "från", "till", "och", "samt", "med", "utan", "om", "av", "den", "det", "de", "en",
    "ett", "enligt", "efter", "inför", "under", "hos", "vi", "ni", "ingen", "inga", "alla", "tjänstgörande",
    "konsult", "projektledare", "strateg", "utvecklare", "chef", "direktör", "titel", "namn", "organisation",
    "e-post", "telefon", "sverige", "norden", "europa", "skåne", "halland", "blekinge", "småland", "dalarna",
    "värmland", "södra", "norra", "östra", "västra", "mellersta", "se", "kontakta", "läs", "mejla", "sök",
))
# fmt: on


# Ends of words that name a street, a house or a prize after somebody: `Anna Ekgatan`, `Bo Strömsgymnasiet`.
_NAMED_AFTER = ("gatan", "vägen", "torget", "gränden", "stigen", "allén", "gymnasiet", "skolan", "kyrkan", "huset",
                "salen", "rummet", "stiftelsen", "priset", "fonden", "parken", "museet", "sjukhuset")  # fmt: skip
_ITS_NOUN = re.compile(
    r"\s(?:torg|gata|väg|skola|gymnasium|museum|pris|fond|stiftelse|minnesfond|plats|gränd|allé|park)\b"
)


def _is_other(word: str) -> bool:
    """Whether a word with a capital is no part of a name."""
    small = word.casefold()
    return small in NOT_NAMES or small.endswith(_NAMED_AFTER)


class Name(NamedTuple):
    """A person's name in the text from `start` up to `end`, its white space made single."""

    start: int
    end: int
    text: str


@cache
def given_names() -> frozenset[str]:
    """Given names usual in Sweden."""
    lines = (folder("data/register") / "given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@lru_cache(maxsize=1 << 14)
def is_given(word: str) -> bool:
    """Whether a word is a given name, or a double one (`Bengt-Arne`).

    >>> is_given("Ann-Lis"), is_given("Region")
    (True, False)
    """
    known = given_names()
    return word in known or ("-" in word and word.split("-")[0] in known)


@lru_cache(maxsize=1 << 14)
def is_name(text: str) -> bool:
    """Whether a whole text has the shape of a person's name: two to five words with capitals, none of another meaning.

    >>> is_name("Eva af Ek-Lund"), is_name("Lars A"), is_name("Region Skåne"), is_name("Kommunens kansli")
    (True, True, False, False)
    """
    if len(text) > 60 or not _NAME_CHARS.match(text):
        return False
    words = text.split()
    if not 2 <= len(words) <= 6 or not text[0].isupper():
        return False
    capitals = 0
    for word in words:
        if word.casefold().rstrip(".") in PARTICLES and word.islower():
            continue
        if not _TOKEN.fullmatch(word) or _is_other(word):
            return False
        capitals += 1
    return capitals >= 2 and len(words[0]) > 1


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Name]:
    """The full names in running text: a given name that is known, then surnames.

    >>> [each.text for each in find("Igår sade Ann-Lis von Ek att Region Skåne betalar Bo Ström.")]
    ['Ann-Lis von Ek', 'Bo Ström']
    """
    limit = len(text) if end is None else end
    tokens = list(_TOKEN.finditer(text, start, limit))
    at = 0
    while at < len(tokens):
        if not is_given(tokens[at][0]) or _inside_word(text, tokens[at].start()):
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and last - at < 4 and _goes_on(text, tokens[last], tokens[last + 1]):
            if last > at and text[tokens[last].end()] == "\n":
                break
            last += 1
        while last > at and tokens[last][0] in PARTICLES:
            last -= 1
        if last > at:
            begin, stop = tokens[at].start(), tokens[last].end()
            if text[stop - 1] == "s" and _ITS_NOUN.match(text, stop):
                at = last + 1  # `Anna Eks torg`
                continue
            yield Name(begin, stop, " ".join(text[begin:stop].split()))
        at = last + 1


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "-")


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    if between == "\n":  # a line may break within a name, but a list with one name a line is more usual
        return is_given(one[0]) and not is_given(other[0]) and other[0].casefold() not in NOT_NAMES
    return between in (" ", "  ") and not _is_other(other[0])


def full_form(short: str, names: Iterable[str]) -> str | None:
    """The one full name that a short form means: `Lars A`, `Lars`, `L. Ek`; None where none or several fit.

    >>> full_form("Lars A", ["Lars Alm", "Lars Ek"]), full_form("Lars", ["Lars Alm", "Lars Ek"])
    ('Lars Alm', None)
    """
    words = short.split()
    first = words[0].rstrip(".") if words else ""
    fitting = {name for name in names if name.startswith(first) and _abbreviates(words, name.split())}
    return fitting.pop() if len(fitting) == 1 else None


def _abbreviates(short: list[str], full: list[str]) -> bool:
    if not short or len(full) < 2 or len(short) > len(full):
        return False
    first, rest = short[0].rstrip("."), short[1:]
    if not (full[0] == first or (len(first) == 1 and full[0].startswith(first))):
        return False
    if not rest:
        return len(first) > 1
    ends = full[-len(rest) :]
    return all(word == other or other.startswith(word.rstrip(".")) for word, other in zip(rest, ends, strict=True))
