"""Local branches of unions, associations and the like: what the whole country knows, and a place behind it."""

from collections.abc import Iterator

from samverkan.places import Places
from samverkan.reading.things.extent import is_capital, is_year, proper
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AREAS

# Unions, popular movements and associations with branches all over the country, by the first word of the branch.
BRANDS = table(
    """LRF NTF PRO SPF SKPF RPG ABF NBV FUB HSO HRF SRF DHR RFSL RFSU RSMH SKR Kommunal Vision Unionen Ledarna Saco TCO
    LO SSR Attention Funktionsrätt Afasi Neuro Verdandi Vårdförbundet Lärarförbundet Naturskyddsföreningen
    Hyresgästföreningen Demensföreningen Anhörigföreningen Brottsofferjouren Hushållningssällskapet Företagarna
    Coompanion Almi Energikontoret Nyföretagarcentrum NyföretagarCentrum Samhall Sensus Bilda Medborgarskolan
    Vuxenskolan Studieförbunden Friluftsfrämjandet SISU RF-SISU Parasport Idrottsförbundet Bris Destination Visit
    Leader Turistbyrån Filmpool Handelskammaren"""
)
_ANY_CAPITALS = table("Leader Destination Visit")
_COMPASS = table("Norr Söder Öst Väst Syd Nord Mitt Nordost Nordväst Sydost Sydväst")
_MOVEMENTS = (("Hela", "Sverige", "ska", "leva"), ("Rädda", "Barnen"), ("Röda", "Korset"), ("Ung", "Företagsamhet"))
OPENINGS = BRANDS | frozenset(words[0] for words in _MOVEMENTS)
_MOST = 5  # words in a name


def branches(tokens: Tokens, index: int, places: Places) -> Iterator[Thing]:
    """The branch that begins at a word: `LRF Halland`, `Kommunal Väst`, `Leader Gränsbygden`."""
    words = tokens.words
    if words[index - 1 : index] == ("region",) or (index and words[index - 1] in ('"', "”")):
        return
    whole = next((len(each) for each in _MOVEMENTS if words[index : index + len(each)] == each), 0)
    if not whole and words[index] not in BRANDS:
        return
    at = index + max(whole, 1)
    placed = at < len(words) and not tokens.breaks[at] and is_capital(words[at])
    place = words[at].removesuffix("s") if placed else ""
    named = place in AREAS or place in _COMPASS or place.lower() in places.first_words
    local = placed and (named or words[at].lower() in places.first_words)
    last = _end(tokens, at) if local or (placed and words[index] in _ANY_CAPITALS) else at
    if last == at and (not whole or words[index : index + 1] == ("Ung",)):
        return
    if last - index > _MOST + whole or is_year(words[last - 1]):
        return
    name = tokens.name(index, last)
    yield Thing(index, last, name, "organisation", "organisation.branch", 0.88)


def _end(tokens: Tokens, at: int) -> int:
    """The end of the place: `Örebro län`, `Västra Götaland`, `Dalsland Årjäng`."""
    last = proper(tokens, at)
    while last > at + 1 and is_year(tokens.words[last - 1]):
        return at
    return last + 1 if tokens.words[last : last + 1] == ("län",) else last
