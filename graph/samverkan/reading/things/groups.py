"""Bodies: a noun such as `…nämnden`, `…rådet`, with its owner, its adjectives and what it is for."""

from collections.abc import Iterator
from dataclasses import replace

from samverkan.names import is_given
from samverkan.reading.things.extent import (
    PURPOSES,
    TIMES,
    content,
    is_capital,
    is_year,
    modifiers,
    opens,
    proper,
    walk,
)
from samverkan.reading.things.heads import Head, head_of
from samverkan.reading.things.named import named_group, through_county
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AND, AREAS, DESCRIBING, NUMERALS, STOPS, is_adjective, is_geographic, is_verb

# Owners that belong to a body's name, and the bodies that are named by them: `Södra regionens chefsråd`.
_OWNERS = ("regionens", "samverkans", "länets")
_GATHERED = table("råd grupp ledningsråd chefsråd forum nätverk")
_FOR_SOME = table("grupp nätverk forum råd utskott")
_FOR_SUBJECT = table("beredning kommitté delegation samråd")  # only where the sentence's verb follows
_EACH = table("respektive varje medlemskommunerna kommunerna ägarkommunerna de alla samtliga medlemskommunernas länets")
_FOR = frozenset(("för", "i", "inom"))
# Bare nouns that name one body of their owner.
_BARE = table("""presidiet arbetsutskottet beredningsgruppen regionfullmäktige kommunfullmäktige rådsmötet medlemsmötet
    ombudsmötet""")
# Bodies that each municipality or region has, which a place after `i` tells apart.
_COUNCILS = table("kommunfullmäktige kommunstyrelsen regionfullmäktige regionstyrelsen landstingsfullmäktige")
# Nouns that are followed by what they are about without a preposition: `samverkansgruppen äldre`.
_ABOUT_NOUNS = frozenset(("grupp", "samrådsorgan", "samverkansorgan", "samråd", "nätverk"))
# Nouns that belong to the verb before a body: `tar rådet ställning`.
_PARTICLES = table("ställning beslut del upp fram initiativ hänsyn emot hand ansvar kontakt")
_FIELD_ADJECTIVES = table("tekniska sociala medicinska juridiska ekonomiska kulturpolitiska socialpolitiska")
_FIELDS = table("vården skolan omsorgen hemmet förskolan samverkan norr söder öster väster")
# Bodies that every region or municipality has, told by whose they are: `Region Dals regionstyrelse`.
_EVERY_ONE = frozenset(("regionstyrelse", "regionfullmäktige", "kommunstyrelse", "kommunfullmäktige"))
# Bodies of a place, where it stands between them and what they have or are.
_LOCAL = frozenset(("kommitté", "råd", "delegation"))
_HAVE = frozenset(("har", "är", "hade", "vill"))
_PLACE = 4  # words of a place
_ROLES = frozenset(("ordförande", "ordföranden", "vice", "presidium", "ledamöter", "ledamot"))


def bodies(tokens: Tokens, index: int, head: Head) -> Iterator[Thing]:
    """The body whose noun stands at a word."""
    found = _body(tokens, index, head)
    if found is not None:
        yield found


def _body(tokens: Tokens, index: int, head: Head) -> Thing | None:
    words = tokens.words
    first = modifiers(tokens, index, head)
    if (
        head.noun.base == "ledning" and not head.telling
    ):  # who leads, not a body's name, but for `Bygdegemensam ledning`
        joint = first == index - 1 and words[first].endswith("gemensam") and not opens(tokens, first)
        named = joint and is_capital(words[first]) and words[index].islower()
        return named_group(tokens, first, index + 1, head, "body.joint-ledning", 0.6) if named else None
    last = index + 1
    after = words[last] if last < len(words) and not tokens.breaks[last] and not head.genitive else ""
    owned = first < index and words[index - 1][-1] == "s" and is_capital(words[index - 1])
    if after and is_given(after) and is_capital((words[last + 1 :] or ("a",))[0]) and not head.definite:
        return None  # länsråd Eva Ek
    other = head_of(after) if after and is_capital(after) and head.definite else None
    if other is not None and other.kind == "body" and other.definite and other.telling:
        return _body_alone(tokens, first, index, head, owned, "")  # har presidiet Kommunchefsgruppen
    if after and is_capital(after) and words[last - 1] != "-":
        if owned and not head.definite:
            first = _skip_owner(tokens, first, index)
        return named_group(tokens, first, _within(tokens, proper(tokens, last)), head, "body.with-name", 0.85)
    if after == "till" and last + 1 < len(words) and not head.definite:
        end = proper(tokens, last + 1) if is_capital(words[last + 1]) else _through_body(tokens, last + 1)
        if end > last + 1 and is_capital(words[first]):
            return named_group(tokens, first, end, head, "body.with-name", 0.7)
    if after == "för" and head.noun.base == "presidium":
        return None
    capital = is_capital(words[first]) and (first < index or not opens(tokens, first))
    many = head.noun.base in _FOR_SOME and last + 1 < len(words) and words[last + 1] not in PURPOSES
    if after == "för" and head.noun.base in _FOR_SUBJECT and opens(tokens, first):
        verb = words[walk(tokens, last, _FOR) :][:1]
        many = bool(verb) and is_verb(verb[0])
    said = [word for word in words[max(0, first - 4) : first] if not is_adjective(word)]
    if after == "för" and said[-2:-1] == ["är"] and said[-1] in ("det", "den", "ett", "en"):
        return None  # Rådet är det politiska organet för …
    for_whom = last + 1 < len(words) and words[last + 1] == "Region" and first and words[first - 1] == "i"
    if after == "för" and head.definite and (capital or many or not head.telling) and not for_whom:
        end = walk(tokens, last, _FOR) if not _time(words, last + 1) else last
        if end > last:
            national = head.noun.base in ("nätverk", "råd") and words[first].startswith("Nation")
            kind = "organisation" if national else head.kind
            return replace(named_group(tokens, first, end, head, "body.for", 0.8), kind=kind)
    among = after == "i" and head.definite and head.noun.base in _ABOUT_NOUNS and bool(head.prefix)
    if among and last + 1 < len(words) and is_capital(words[last + 1]):  # kommundirektörsgruppen i Norrbygd
        return named_group(tokens, first, through_county(tokens, last + 1), head, "body.in", 0.7)
    local = after == "i" and head.definite and first < index and words[first].lower() == "lokala"
    if local and last + 1 < len(words) and is_capital(words[last + 1]):  # lokala hälsorådet i Sunne
        return named_group(tokens, first, last + 2, head, "body.local", 0.75)
    of_place = head.definite and head.telling and head.noun.base in _LOCAL and opens(tokens, first)
    if of_place and after == "i" and is_capital((words[last + 1 :] or ("a",))[0]) and not tokens.breaks[last + 1]:
        end = _place_end(tokens, last + 1)  # Vattenkommittén i Dalbygden har tagit upp saken
        goes_on = end < len(words) and not tokens.breaks[end]
        if goes_on and (words[end] in _HAVE or words[end : end + 2] == (",", "där")):
            return named_group(tokens, first, end, head, "body.local", 0.75)
    seat = after == "i" and head.definite and (head.noun.base == "nämnd" or words[index].lower() in _COUNCILS)
    seat = seat and not (first and words[first - 1] in ("i", "för"))  # ordförande i nämnden i Region Halland
    if seat and last + 1 < len(words) and is_capital(words[last + 1]) and not tokens.breaks[last + 1]:
        end = _place_end(tokens, last + 1)
        several = words[end : end + 1] and words[end] in AND and is_capital((words[end + 1 :] or ("a",))[0])
        if not several:  # not kommunfullmäktige i Ale och Lerum
            return named_group(tokens, first, end, head, "body.of-place", 0.8)
    where = words[last + 1] if after in ("i", "på") and last + 1 < len(words) else ""
    if where in AREAS and head.definite and is_capital(words[first]) and not opens(tokens, first):
        return named_group(tokens, first, last + 2, head, "body.in-area", 0.75)  # Samverkansnämnden i Småland
    alone = first == index and (head.noun.base in ("nätverk", "forum", "råd") or len(head.prefix) > 2)  # Nätverk för …
    if (
        not head.definite
        and is_capital(words[first])
        and (first < index or (alone and after == "för"))
        and not opens(tokens, first)
        and after
    ):
        about = (after in ("för", "om") and not _time(words, last + 1)) or (noun_like(after) and not is_verb(after))
        end = walk(tokens, last, _FOR) if about else last
        if end > last:  # Strategisk grupp för omställning, Politiskt samråd kultur och fritid
            return named_group(tokens, first, end, head, "body.capital-for", 0.7)
    return _body_alone(tokens, first, index, head, owned, after)


def _body_alone(tokens: Tokens, first: int, index: int, head: Head, owned: bool, after: str) -> Thing | None:
    words = tokens.words
    last = index + 1
    if head.definite and not head.genitive and after and head.noun.base in _ABOUT_NOUNS and noun_like(after):
        begin = index - 1 if index and words[index - 1] in DESCRIBING and not tokens.breaks[index] else first
        if begin < index or head.prefix or head.noun.base != "grupp":
            return named_group(tokens, begin, walk(tokens, last, frozenset()), head, "body.with-noun", 0.7)
    if not head.definite and owned and after == "för" and head.noun.base == "nätverk" and not _time(words, last + 1):
        return named_group(tokens, first, walk(tokens, last, _FOR), head, "body.owned", 0.8)  # SKR:s nätverk för chefer
    if not head.definite and owned and not head.telling:  # Norrlands Kommuners styrelse
        return named_group(tokens, first, last, head, "body.owned", 0.85)
    if not head.definite and owned and words[index - 1][:-1] in AREAS and first == index - 1:  # Hallands vårdråd
        return named_group(tokens, first, last, head, "body.owned-by-area", 0.8)
    if index and words[index - 1].endswith("förbundets") and head.noun.base in ("fullmäktige", "styrelse"):
        return named_group(tokens, index - 1, last, head, "body.owned", 0.8)
    if (
        not head.definite
        and index
        and words[index - 1].endswith(_OWNERS)
        and not tokens.breaks[index]
        and head.noun.base in _GATHERED
    ):
        return named_group(tokens, _owner_start(tokens, index), last, head, "body.owned", 0.8)
    if not head.definite and owned and head.telling:  # GR:s förbundsstyrelse
        owner = index if head.lemma in _EVERY_ONE else _skip_owner(tokens, first, index)
        name = tokens.name(owner, index) + (" " if owner < index else "") + head.prefix + head.noun.definite
        return Thing(owner, last, name, "body", "body.owned", 0.8)
    if head.genitive and words[last : last + 1] and words[last] in _ROLES:  # kommunstyrelsens ordförande
        return None
    if head.noun.base == "nämnd" and index and words[index - 1].lower() == "gemensamma" and not tokens.breaks[index]:
        return named_group(tokens, index - 1, last, head, "body.joint", 0.8)  # a form of its own in the law
    if head.definite and first == index - 1 and words[first].lower() in _FIELD_ADJECTIVES and not head.prefix:
        return named_group(tokens, first, last, head, "body.definite", 0.75)  # tekniska nämnden, medicinska utskottet
    capitals = is_capital(words[first]) and (is_capital(words[index]) or not opens(tokens, first))
    named = first < index and capitals  # Södra samverkansgruppen
    whole = head.noun.base == "fullmäktige"
    some = whole and after == "i" and words[last + 1 : last + 2] and words[last + 1] in _EACH
    if some or (whole and index and words[index - 1] in NUMERALS):
        return None  # kommunfullmäktige i respektive kommun
    if head.definite and (head.telling or named or words[index].lower() in _BARE):
        return named_group(tokens, first, last, head, "body.definite", 0.8)
    where = is_geographic(words[first]) and (is_capital(words[first]) or words[first][-1] != "a")  # not many of them
    if not head.definite and first < index and (where or _named(tokens, first, index, head)):
        end = walk(tokens, last, _FOR) if after == "för" and not _time(words, last + 1) else last
        return named_group(tokens, first, end, head, "body.adjective", 0.7)
    compound = is_capital(words[index]) and not head.definite and len(head.prefix) > 2
    bare = is_capital(words[index]) and not head.definite and head.noun.base in ("nätverk", "forum", "råd")
    if (compound or bare) and head.noun.base in _ABOUT_NOUNS | {"forum", "råd"} and _heads_line(tokens, index, last):
        return named_group(tokens, first, walk(tokens, last, _FOR), head, "body.heading", 0.7)
    if compound and head.noun.base in _ABOUT_NOUNS and _small_noun(after or "-"):  # Arbetsgrupp skola möts: no article
        end = walk(tokens, last, frozenset())
        inside = not opens(tokens, index) and end > last
        alone = words[end : end + 1] == (".",) and tokens.segment_end(index) == end + 1  # • Arbetsgrupp vatten.
        begins = opens(tokens, index) and tokens.breaks[tokens.segment_start(index)] == 2
        heading = begins and end > last and (tokens.segment_end(index) == end or words[end : end + 1] == ("(",))
        alone = alone or (heading and head.prefix not in ("styr", "lednings", "projekt"))
        if inside or alone or is_verb(words[end : end + 1][0] if end < len(words) else "."):
            return named_group(tokens, first, end, head, "body.no-article", 0.7)
        if end + 1 < len(words) and words[end] in AND and is_capital(words[end + 1]):
            return named_group(tokens, first, end, head, "body.no-article", 0.7)
    if head.telling and is_capital(words[index]) and not opens(tokens, index):
        return named_group(tokens, first, last, head, "body.capital", 0.7)
    return None


def _place_end(tokens: Tokens, index: int) -> int:
    """The end of a place after `i`: `Ale`, `Region Halland`, `Ale kommun`."""
    words, last = tokens.words, index + 1
    while last < len(words) and not tokens.breaks[last] and last - index < _PLACE and is_capital(words[last]):
        last += 1
    return last + 1 if words[last : last + 1] in (("kommun",), ("län",)) and not tokens.breaks[last] else last


def _within(tokens: Tokens, last: int) -> int:
    """The end of a group's name with the field that it works in: `Länsgrupp data i skolan`."""
    words = tokens.words
    field = words[last : last + 1] == ("i",) and last + 1 < len(words) and words[last + 1] in _FIELDS
    return last + 2 if field and not any(tokens.breaks[last : last + 2]) else last


def _heads_line(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a noun with what it is for is all that stands in its line."""
    if tokens.breaks[index] != 2 or tokens.words[last : last + 1] != ("för",):
        return False
    return walk(tokens, last, _FOR) == tokens.segment_end(index)


def _owner_start(tokens: Tokens, index: int) -> int:
    """The first word of an owner in the genitive of one or two words: `Södra regionens`, `A-samverkans`."""
    before = index - 2
    two = before >= 0 and not any(tokens.breaks[before + 1 : index + 1]) and is_capital(tokens.words[before])
    return before if two and not is_capital(tokens.words[index - 1]) else index - 1


def _time(words: tuple[str, ...], index: int) -> bool:
    """Whether a body's term follows `för`, not what it is for: `styrelsen för 2023`, `för tiden 1 maj`."""
    if index >= len(words):
        return False
    years = words[index] in NUMERALS and words[index + 1 : index + 2] in (("år",), ("års",), ("månader",))
    return years or words[index] in TIMES or is_year(words[index]) or words[index][0].isdigit()


def _named(tokens: Tokens, first: int, index: int, head: Head) -> bool:
    """Whether capitals before the noun make a name of it: `Norra Forum`, `Kommunalt möte`, `Politiskt
    samrådsorgan`."""
    describes = tokens.words[first].lower() in DESCRIBING
    if not is_capital(tokens.words[first]) or (describes and opens(tokens, first)):
        return False
    if opens(tokens, first) and not is_capital(tokens.words[index]):
        return is_adjective(tokens.words[first]) and head.noun.base in (
            "forum",
            "samverkansorgan",
            "samrådsorgan",
            "råd",
        )
    return True


def noun_like(word: str) -> bool:
    """Whether a small word straight after `gruppen` is what the group is about, and no verb."""
    return (
        word[0].islower()
        and content(word)
        and not word.endswith(("r", "s", "de", "te", "at", "it", "tt"))
        and word not in STOPS
        and word not in NUMERALS
        and word not in _PARTICLES
    ) or word in ("äldre", "barn")


def _small_noun(word: str) -> bool:
    """Whether a small word after a group without an article is what it is about, and no verb."""
    return word[0].islower() and content(word) and word not in NUMERALS


def _skip_owner(tokens: Tokens, first: int, index: int) -> int:
    """The first word after the owners in the genitive: `GR:s` before `förbundsstyrelse`."""
    while first < index and tokens.words[first][-1] == "s" and is_capital(tokens.words[first]):
        first += 1
    return first


def _through_body(tokens: Tokens, index: int) -> int:
    """The end of the body that a beredning prepares for, named in small letters: `till delregionalt samverkansorgan
    Skåne`."""
    at = index
    while at < len(tokens.words) and not tokens.breaks[at] and content(tokens.words[at]) and at - index < 6:
        at += 1
    return at
