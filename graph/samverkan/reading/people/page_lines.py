"""What lines of a page of composition are that hold no members of its body: offices, auditors, other bodies."""

import re

from samverkan import dates
from samverkan.places import Places
from samverkan.reading.head.body_names import OVER_A_BODY, PART_OF_BODY, without_term
from samverkan.reading.people.roles import BODY_NOUN

_LONGEST = 110  # characters of a heading
_NO_BODY = frozenset("\t|@")  # a cell or an address

# In a page of composition these are no members: `Revisorer`, `Förbundsdirektör: Anna Ek`.
NO_SEATS = re.compile(
    r"(?:Avgående|Avgångna|Tidigare |(?:(?:Förtroendevald|Auktoriserad)\w*\s)?[Rr]evisor|REVISOR|"
    r"Lekmannarevisor|(?i:kansli|sekretariat)|"
    r"[A-ZÅÄÖ]\w*(?:kontor|kansli|KONTOR|KANSLI)(?:et|ET)?\Z|Webb|Kontakt|KONTAKT|"
    r"(?:(?:Tf|Tillförordnad|Bitr|Biträdande|Vikarierande|Administrativ|Teknisk)\.?\s[\wåäö]*|[A-ZÅÄÖ][\wåäö]*)"
    r"(?:[Cc]hef|[Dd]irektör|ledare|[Ss]amordnare|[Ss]trateg|[Rr]edaktör|[Kk]ommunikatör|stödjare|"
    r"[Kk]oordinator|[Hh]andläggare|utvecklare|[Ee]konom)(?:\Z|\s*:|\s[^:\n]{1,50}:))"
)
# Alone on its line: `Kansli`, `Förtroendevalda revisorer`
OFFICE = re.compile(
    r"(?:(?:[\wåäö]+\s){0,2}(?:lekmanna)?revisor\w*|(?:kansli|sekretariat|kontakt|revision|förvaltning|personal|medarbetare)\w*)\s*\Z",
    re.I,
)
# `Arbetsgrupp Hälsa: Anna Ek, Bo Ström`, `Valberedning – sammankallande Eva Öst`: another body, and who sits there.
_BODY_LABEL = re.compile(r"(?P<body>[A-ZÅÄÖ][^:;,.()\t\n]{3,60}?)\s*(?::|\s[–-])\s+(?=\S)")
_BODY_OF_SOME = re.compile(
    r"(?:grupp(?:en)?|utskott(?:et)?|beredning(?:en)?|nätverk(?:et)?|team(?:et)?|kommitté(?:n)?)\b", re.I
)


def labelled_body(words: str, places: Places) -> re.Match[str] | None:
    """The name of another body before its people, on a line: `body` is the name, and the match ends where they begin.

    >>> from samverkan import register
    >>> from samverkan.places import places
    >>> known = places(register.shipped())
    >>> labelled_body("Arbetsgrupp Hälsa: Anna Ek, Bo Ström", known)["body"]
    'Arbetsgrupp Hälsa'
    >>> labelled_body("Kommunstyrelsen: Anna Ek", known) is None
    True
    """
    label = _BODY_LABEL.match(words)
    return label if label and _BODY_OF_SOME.search(label["body"]) and places.of(label["body"]) is None else None


def may_name_body(words: str) -> bool:
    """Whether a line may be a heading that names another body: no part of the page's own, no sentence, no day.

    >>> may_name_body("Arbetsgrupp Hälsa"), may_name_body("Samrådet: 22 september"), may_name_body("Kansli")
    (True, False, False)
    """
    if len(words) > _LONGEST or not _NO_BODY.isdisjoint(words) or words.endswith((".", ":")):
        return False
    if BODY_NOUN.search(words) is None or OVER_A_BODY.match(words):
        return False
    if PART_OF_BODY.match(without_term(words)) and not words.startswith("Valberedning"):
        return False
    return not any(day.month for day in dates.find(words))
