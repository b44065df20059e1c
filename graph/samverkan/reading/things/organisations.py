"""Organisations: a noun such as `…förbundet`, `…verket`, with its owner, its adjectives and its place."""

from collections.abc import Iterator
from dataclasses import replace

from samverkan.reading.things.extent import TAILS, is_capital, is_year, modifiers, opens, walk
from samverkan.reading.things.heads import Head
from samverkan.reading.things.named import named_group, through_county
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AREAS, LINKS, is_adjective, is_geographic

_FOR = frozenset(("för",))
_UNITS = frozenset(("enhet", "förvaltning", "kontor", "partnerskap", "avdelning", "sekretariat"))
_COURTS = frozenset(("förvaltningsrätt", "tingsrätt", "domstol"))
_WORDED = frozenset(("avdelning", "sekretariat", "enhet"))  # too little by themselves


def organisations(tokens: Tokens, index: int, head: Head) -> Iterator[Thing]:
    """The organisation whose noun stands at a word."""
    found = _organisation(tokens, index, head)
    if found is not None:
        yield found


def _organisation(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    word = words[index]
    first = modifiers(tokens, index, head)
    last = index + 1
    after = words[last] if last < len(words) and not tokens.breaks[last] and not head.genitive else ""
    base = head.noun.base
    if base in ("center", "centrum"):
        while first > 0 and not tokens.breaks[first] and words[first - 1] in TAILS:
            first -= 1
        if first < index and is_capital(words[first - 1]) and not tokens.breaks[first]:
            first -= 1
        while last < len(words) and not tokens.breaks[last] and words[last] in TAILS:  # vårdcentrum nordost
            last += 1
            after = ""
    if base in ("center", "centrum", "samverkan") and not is_capital(words[first]):
        return None
    if head.definite and after and is_capital(after) and base in ("förening", "bolag", "stiftelse"):
        return None  # `announced` finds these
    if after and is_capital(after) and (is_capital(words[first]) or base == "länsstyrelse"):
        end = _unyeared(tokens, last, through_county(tokens, last))
        if words[end : end + 1] == ("i",) and words[end + 1 : end + 2] and words[end + 1] in AREAS and head.definite:
            end += 2  # Samordningsförbundet RAR i Sörmland
        group = named_group(tokens, first, end, head, "organisation.with-name", 0.85)
        local = base == "college" and words[first].lower() in ("lokalt", "lokala", "regionalt", "delregionalt")
        return replace(group, kind="body") if local and first < index else group
    named = is_capital(word) or base == "länsstyrelse" or (base in _COURTS and head.definite)
    if (
        named
        and after == "i"
        and last + 1 < len(words)
        and is_capital(words[last + 1])
        and (head.definite or base in ("college", "center", "centrum"))
    ):
        return named_group(
            tokens, first, _places(tokens, through_county(tokens, last + 1)), head, "organisation.in", 0.85
        )
    if base == "partnerskap" and is_capital(word) and not head.definite and after in LINKS:
        return named_group(tokens, first, walk(tokens, last), head, "organisation.for", 0.8)  # Partnerskap mot buller
    unit = base in _UNITS and head.definite and not (base == "enhet" and len(head.prefix) > 1 and not is_capital(word))
    if unit and after == "för" and walk(tokens, last, _FOR) > last:  # FoU-enheten för närsjukvården
        group = named_group(tokens, first, walk(tokens, last, _FOR), head, "organisation.for", 0.75)
        return replace(group, kind="body") if base == "partnerskap" else group
    if (
        head.definite
        and first == index - 1
        and words[first].lower() == "tekniska"
        and base in ("förvaltning", "kontor")
    ):
        return named_group(tokens, first, last, head, "organisation.definite", 0.7)
    adjective = is_adjective(words[first])
    unknown = not adjective and words[first].lower() not in tokens.vocabulary  # Norrbygde räddningstjänst
    regional = is_geographic(words[first]) and base == "centrum"
    own_name = not opens(tokens, first) or is_capital(word) or words[first][-1] == "s" or unknown or regional
    if base == "sjukvårdsregion" and head.definite and first < index and is_capital(words[first]):
        return named_group(tokens, first, last, head, "organisation.definite", 0.8)
    if (
        own_name
        and first < index
        and not head.definite
        and is_capital(words[first])
        and base not in ("samverkan", "bolag")
    ):
        return named_group(tokens, first, last, head, "organisation.owned", 0.8)
    if base == "samverkan":
        owned = first == index - 1 and is_capital(words[first]) and words[first][-1] == "s" and len(head.prefix) > 2
        if owned and words[first][:-1] in AREAS:  # Norrbottens vårdsamverkan
            return named_group(tokens, first, last, head, "organisation.owned", 0.7)
        return None
    if head.definite and (head.telling or (is_capital(word) and head.prefix and not opens(tokens, index))):
        if base in ("bolag", "college", "center", "centrum") or (
            base in _WORDED and not head.genitive and len(head.prefix) < 5
        ):
            return None
        if word.lower() in ("kommunalförbundet", "kommunförbundet"):
            return named_group(tokens, first, last, head, "organisation.unnamed", 0.5)
        return named_group(tokens, first, last, head, "organisation.definite", 0.7)
    return None


def _unyeared(tokens: Tokens, first: int, last: int) -> int:
    """The end of an organisation's name without the years of the work that it stands in."""
    while last > first + 1 and is_year(tokens.words[last - 1]):
        last -= 1
    return last


def _places(tokens: Tokens, last: int) -> int:
    """The end of `i Ale, Lerum och Tjörn` after its first place; the place itself where no such list follows."""
    words = tokens.words
    at = last
    while words[at : at + 1] == (",",) and at + 1 < len(words) and is_capital(words[at + 1]):
        at += 2
    listed = at > last and words[at : at + 1] == ("och",) and at + 1 < len(words) and is_capital(words[at + 1])
    return at + 2 if listed and not any(tokens.breaks[last : at + 2]) else last
