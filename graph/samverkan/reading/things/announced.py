"""Organisations that a noun announces, `leverantören Almgrens`, and companies by their `AB`."""

from collections.abc import Iterator

from samverkan.reading.things.extent import is_capital, opens, proper
from samverkan.reading.things.groups import noun_like
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import is_adjective

# Words that announce an organisation's name.
_ANNOUNCED = table(
    """föreningen bolaget företaget leverantören konsultbolaget konsultföretaget aktören myndigheten organisationen
    bostadsbolaget energibolaget fastighetsbolaget trafikbolaget bussbolaget teknikbolaget friskolekoncernen
    idrottsföreningen bygdeföreningen hembygdsföreningen byalaget tankesmedjan biståndsorganisationen fackförbundet
    stiftelsen nätverket sjukhuset aktiebolaget arrangören utföraren konsulten enheten mottagningen verksamheten
    driftbolaget entreprenören"""
)

_PROMOTERS = table("Destination Visit Campus Science Business")


def announced(tokens: Tokens, index: int) -> Iterator[Thing]:
    """An organisation whose name a noun announces: `leverantören Almgrens`, `föreningen Öppet hus`, `stiftelsen
    Gränsleden`."""
    word = tokens.words[index].lower()
    if word in PARTNERS:
        yield from partners(tokens, index)
        return
    if tokens.words[index] in _PROMOTERS and index + 1 < len(tokens.words) and is_capital(tokens.words[index + 1]):
        last = proper(tokens, index)  # Destination Dalbygden
        if last > index + 1 and not tokens.breaks[index + 1]:
            yield Thing(index, last, tokens.name(index, last), "organisation", "organisation.announced", 0.85)
        return
    if word not in _ANNOUNCED or index + 1 >= len(tokens.words) or tokens.breaks[index + 1]:
        return
    first = index + 1
    if tokens.words[first] in '”"“':
        first += 1
    if first >= len(tokens.words) or not is_capital(tokens.words[first]):
        return
    last = proper(tokens, first)
    while last < len(tokens.words) and last - first < 2 and not tokens.breaks[last] and noun_like(tokens.words[last]):
        last += 1
    if last == first:
        return
    begin = index if word == "stiftelsen" else first
    if tokens.words[index] == "Föreningen" and not opens(tokens, index) and first == index + 1:
        begin, last = index, _with_place(tokens, last)  # från Föreningen Öppna dörren i Kil
    yield Thing(begin, last, tokens.name(begin, last), "organisation", "organisation.announced", 0.8)


def partners(tokens: Tokens, index: int) -> Iterator[Thing]:
    """`Samarbetspartner är Business Region Dal och Ale kommun`: the capitals behind the verb."""
    words = tokens.words
    at = index + 2
    if words[index + 1 : index + 2] not in (("är",), ("blir",), (":",), ("var",)):
        return
    while at + 1 < len(words) and not any(tokens.breaks[at : at + 2]) and is_capital(words[at]):
        last = proper(tokens, at)
        if last - at > 1:
            yield Thing(at, last, tokens.name(at, last), "organisation", "organisation.partner", 0.6)
        if words[last : last + 1] not in ((",",), ("och",), ("samt",)):
            return
        at = last + 1


def _with_place(tokens: Tokens, last: int) -> int:
    """The end of an association's name with its place: `i Kil` after `Föreningen Öppna dörren`."""
    words = tokens.words
    placed = last + 1 < len(words) and words[last] == "i" and is_capital(words[last + 1])
    return last + 2 if placed and not any(tokens.breaks[last : last + 2]) else last


def companies(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A company by its `AB` at the end of the capitals: `Gränslandets Filmfond AB`."""
    first = index
    while first > 0 and not tokens.breaks[first] and is_capital(tokens.words[first - 1]) and index - first < 5:
        first -= 1
    if first < index:
        yield Thing(first, index + 1, tokens.name(first, index + 1), "organisation", "organisation.company", 0.9)


def by_field(tokens: Tokens, index: int) -> Iterator[Thing]:
    """A company by its place and what it does: `Dala Vatten`, `Norrbygd Vatten och Avfall`."""
    words, first, last = tokens.words, index, index + 1
    while first and index - first < 2 and not tokens.breaks[first] and is_capital(words[first - 1]):
        first -= 1
    if words[last : last + 1] in (("och",), ("&",)) and (words[last + 1 :] or ("",))[0] in _SECOND:
        last = last + 2 if not any(tokens.breaks[last : last + 2]) else last
    before = words[first:index]
    if before and not any(word in _DIVISIONS or is_adjective(word) or head_of(word) is not None for word in before):
        named = not opens(tokens, first) or last > index + 1
        if named and words[first - 1 : first] not in (("projektet",), ("insatsen",), ("tema",), ("temat",)):
            yield Thing(first, last, tokens.name(first, last), "organisation", "organisation.field", 0.75)


# What companies of municipalities do, in their names behind a place.
COMPANIES = frozenset(("AB", "EGTS"))
FIELDS = table("Vatten Energi Avfall Fjärrvärme Bostäder Stadsnät Renhållning Återvinning Energinät")
_SECOND = FIELDS | {"Miljö"}
_DIVISIONS = table("Tema Område Avdelning Enhet Team Grupp Spår Punkt Samverkan Fokus Block Verksamhet Process Svenskt")
PARTNERS = table(
    "samarbetspartner samarbetspartners samverkanspartner arrangör arrangörer medarrangör utförare leverantör"
)
MARKERS = _ANNOUNCED | PARTNERS | frozenset(word.lower() for word in _PROMOTERS)
