"""What one sentence gives somebody to do, in whichever way it says so."""

import re
from collections.abc import Iterator
from functools import partial

from samverkan.reading.acts.commissions import (
    Given,
    commissioned,
    in_brackets,
    passive_by,
    responsible,
    sent_for_comment,
)
from samverkan.reading.acts.personal import asked, at_the_table, labelled
from samverkan.reading.acts.undertakings import takes_on, will_do
from samverkan.reading.context import Context

_LONGEST = 1000  # characters of a sentence that are looked at
# Styrgruppen beslutar att NN …, man enades om att NN …
_LEAD = re.compile(
    r"\A[^.]{0,80}?\b(?:beslutar|beslutade|beslöt|beslutas|beslutades|beslöts|enas om|enades om|överens om|"
    r"överenskoms|bestäms|bestämdes|bestämde|bestämmer|kom fram till),?\s(?=att\s)",
    re.IGNORECASE,
)
# Without one of these words no way to give fits: most sentences are done with here.
_GIVING_WORDS = (
    "ska skall bör kommer tar får fick återkommer återrapporterar återkopplar undersöker kontaktar bjuder kallar bokar "
    "skickar mejlar mailar ansvarar svarar åtar lovar ombeds ombads åtog lovade blir uppmanas "
    "åläggs sammanställer sammankallar arbetar "
    "arbeta ser slutför gör ansvar ansvaret ansvarig ansvariga inventerar bereder skriver formulerar reviderar "
    "uppdaterar kollar stämmer planerar förbereder diskuterar kompletterar lämnar redovisar presenterar utreder "
    "kartlägger fortsätter går lyfter meddelar rapporterar utser nominerar anmäler inkommer besvarar yttrar tas "
    "skickas sammanställs bokas utreds bereds redovisas presenteras kallas bevakar samlar följer håller ordnar "
    "kompletterar renskriver utformar kontrollerar lägger hör ringer delar frågar beställer publicerar "
    "distribuerar fixar "
    "arrangerar ombesörjer ansöker söker läser sätter påbörjar upprättar färdigställer rekryterar erbjuder erbjöd tog "
    "åtagit lovat anmodar anmodade ombad ombeder görs återrapporteras medan sammanfattar "
    "förankrar sprider samordnar bistår för levererar översätter justerar räknar beräknar visar analyserar"
)
_MAY_GIVE = frozenset(_GIVING_WORDS.split())
_MAY_GIVE_WITHIN = (
    "s av ",
    "utses att",
    "utsågs att",
    "uppdr",
    "Uppdr",
    "uppgift",
    "yttrande",
    "beredning",
    "handläggning",
    "återkommer",
    " samla",
    "justerar",
    ": ",
    " – ",
    " - ",
    " ber ",
    " bad ",
    "nästa",
    "ska, ",
    "skall, ",
)
_WAYS = (
    commissioned,
    sent_for_comment,
    passive_by,
    responsible,
    asked,
    labelled,
    at_the_table,
    will_do,
    takes_on,
    in_brackets,
)
_DECIDED_WAYS = tuple(partial(takes_on, decided=True) if way is takes_on else way for way in _WAYS)


# What stands before a task in quick notes: `-> Per skickar länk`, `@Karin tar fram`
_MARK = re.compile(r"\A(?:[-–=]+>|→|@|>>?)\s*")


def _gives_nothing(text: str) -> bool:
    return _MAY_GIVE.isdisjoint(text.split()) and not any(part in text for part in _MAY_GIVE_WITHIN)


def given(context: Context, text: str) -> Iterator[Given]:
    """What a sentence gives somebody to do, by the first way to say it that it fits."""
    text = _MARK.sub("", text[:_LONGEST])
    if _gives_nothing(text):
        return
    text, decided = _LEAD.subn("", text)
    text = text.removeprefix("att ")
    if decided and _gives_nothing(text):
        return
    for says in _DECIDED_WAYS if decided else _WAYS:
        found = [each for each in says(context, text) if each.task]
        if found:
            yield from found
            return
