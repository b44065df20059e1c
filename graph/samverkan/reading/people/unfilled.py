"""Seats that nobody holds, said in other words than `Vakant`: `Ännu inte utsedd`, `Representant från Sala saknas`."""

import re
from collections.abc import Iterator

from samverkan.places import Places
from samverkan.reading.patterns import Pattern
from samverkan.reading.people.sides import side

_WHO = (
    r"(?:\d:?[ae]\s+)?(?:representant|ledamot|ersättare|suppleant|ordförande|vice ordförande|"
    r"sekreterare|plats|post|mandat)(?:en|er)?"
)
_NOT_YET = r"(?:ännu\s+|fortfarande\s+|f\.?n\.?\s+|för\s+närvarande\s+)?(?:ej|inte|icke)\s+(?:ännu\s+)?"
_FILLED = r"(?:utse(?:dda|dd|tt)|tillsatta?|valda?|valt|nominera[dt]|besatt|utnämnd|klar[at]?)"
_LATER = r"(?:saknas|utses|väljs|tillsätts|nomineras|meddelas)(?:\s+(?:senare|under|i|efter|inom|vid|så)\b[^.\n]*)?"
# A line that is nothing but an empty seat, with whose it is in front or behind.
_LINE = re.compile(
    rf"[-–•*(\s]*(?:(?:{_WHO}\s*(?P<whose>(?:från|för)\s+[A-ZÅÄÖ][^:,.()\n]*?)?\s*[:,]?\s*)?"
    rf"(?:(?:är\s+)?{_NOT_YET}{_FILLED}|{_LATER}|obesatt|tom\s+plats|plats\s+ledig)"
    rf"|ingen\s+(?:ännu\s+)?(?:utsedd|vald|nominerad)|(?:nominering|rekrytering|tillsättning|val)\s+pågår|"
    rf"under\s+(?:nominering|tillsättning|rekrytering)|inväntar\s+(?:namn|nominering))"
    rf"(?:\s+(?:för\s+närvarande|i\s+nuläget|tills\s+vidare|just\s+nu|ännu|än))?\s*(?:[,(]\s*(?P<behind>[^()\n]{{2,40}}?)\)?)?\s*\.?\Z",
    re.I,
)
# `Sala och Heby saknar representant tills vidare`
_LACKS = re.compile(
    r"[-–•*(\s]*(?P<who>[A-ZÅÄÖ][^.:()\n]{2,80}?)\s+(?:saknar|har\s+(?:ännu\s+|fortfarande\s+)?(?:ingen|inte\s+utsett))\s+"
    r"(?:\w+\s+)?(?:representant|ledamot|ersättare|deltagare|någon)\w*\b",
)


def unfilled(words: str, places: Places) -> Iterator[str | None]:
    """The sides whose seats a line says are empty, one each; None for a seat whose side the line does not tell.

    Nothing for a line that says something else: a person's name, a sentence of another matter.
    """
    if len(words) > 120:
        return
    if lacks := _LACKS.match(words):
        yield from dict.fromkeys(place.name for place in places.find(lacks["who"]))
    elif line := _LINE.match(words):
        named = line["whose"] or (line["behind"] if line["behind"] and line["behind"][:1].isupper() else None)
        yield side(named, places) if named else None


_SEAT = r"(?:ordinarie\s+|andra\s+|personliga\s+)?(?:ledamot|ersättare|suppleant|representant)(?:en)?"
_NOT_FILLED = rf"(?:är|har)\s+{_NOT_YET}(?:{_FILLED}|utsetts|valts|tillsatts|besatts)"
# `Salas ersättare är inte utsedd`, `Ledamot för Sala har ännu inte utsetts`, in a sentence
_TOLD = Pattern(
    rf"(?<![\w-])(?:(?P<owner>[A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)?)s\s+{_SEAT}|"
    rf"(?i:{_SEAT})\s+(?:för|från)\s+(?P<whose>[A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)?))\s+{_NOT_FILLED}\b"
)


def unfilled_told(text: str, places: Places) -> Iterator[tuple[str, int, int]]:
    """The seats that sentences say nobody was chosen for yet: whose each is, and where it is said."""
    for match in _TOLD.finditer(text):
        whose = side(match["owner"] or match["whose"], places)
        if whose is not None:
            yield whose, match.start(), match.end()
