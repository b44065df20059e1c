"""What stands in brackets behind a name, or beside it: party, role, organisation, title, how somebody was there."""

import re

from samverkan.places import Places
from samverkan.reading.people.chunks import has_title
from samverkan.reading.people.entry import Entry
from samverkan.reading.people.roles import PARTIES, higher, is_organisation_word, is_title_word, plain, role_of

FROM = re.compile(r"(?:från|för|representerar|företräder|repr\.?|på|vid)\s+", re.IGNORECASE)
# What a list says beside a name of how somebody was there, or was not.
AWAY = frozenset(("frånvarande", "ej närvarande", "inte närvarande", "förhinder", "anmält förhinder", "förhindrad",
                   "återbud", "sjuk", "ej med", "frånv", "ej närv", "meddelat förhinder",
                   "har anmält förhinder"))  # fmt: skip
THERE = frozenset(("närvarande", "närv", "deltog", "via länk", "via teams", "digitalt", "på distans", "på plats",
                    "på länk", "närvarande via länk", "närvarande digitalt", "via zoom", "via skype", "per telefon",
                    "länk", "deltar digitalt", "deltar via länk", "närvarande på distans", "teams"))  # fmt: skip
# Short forms of what somebody is the head of, and no organisations: `verksamhetschef IFO, Sala`.
_UNITS = frozenset(("IFO", "BUP", "VUP", "LSS", "HSL", "ÄO", "SoL", "HR", "IT", "VO", "VOO", "VoO", "BVC", "MVC", "HVB",
                     "SÄBO", "AMA", "AMI", "HoS"))  # fmt: skip
_KNOWN_BY_NOUN = frozenset(("kommunen", "regionen", "landstinget", "länsstyrelsen", "polisen", "kommunförbundet"))
_NO_PARTY = frozenset(("GR", "AU", "HR", "VD", "IT"))  # short capitals in brackets that are something else


def take_bracket(entry: Entry, words: str, places: Places) -> None:
    """Take what a bracket, or a part of one, says of the person before it."""
    if not words or words in "-–":
        return
    if entry.initials is None and words.isupper() and words == _initials(entry.person):
        entry.initials = words
        if words in PARTIES:
            entry.party = entry.party or words
    elif words.upper().replace(" ", "") in PARTIES or (
        len(words) <= 3
        and words.isalpha()
        and words[0].isupper()
        and places.of(words) is None
        and words not in _NO_PARTY
    ):
        entry.party = entry.party or words.upper().replace(" ", "")
    elif role_of(words) or role_of(next(iter(words.split()), "")):
        words = words if role_of(words) else words.split()[0]
        entry.role = higher(entry.role, role_of(words))
    elif place := places.of(words):
        entry.organisation = entry.organisation or place.name
    elif plain(words) in AWAY:
        entry.absent = True
    elif plain(words) in THERE:
        return
    elif has_title(words):
        title, organisation = split_title(words, bracketed=True)
        entry.title = entry.title or title
        entry.organisation = entry.organisation or organisation
    elif (words[0].isupper() and len(words.split()) <= 5) or words in _KNOWN_BY_NOUN:
        entry.organisation = entry.organisation or words


def _is_short(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word[:1].isupper())


def split_title(phrase: str, *, bracketed: bool) -> tuple[str, str | None]:
    """A title, and the organisation that stands behind it: `Landshövding Västra Götalands län`, `jurist på Adda`."""
    words = phrase.split()
    last = max(at for at, word in enumerate(words) if is_title_word(word))
    behind = words[last + 1 :]
    if not behind or (len(behind) == 1 and behind[0] in _UNITS):
        return phrase, None
    if FROM.match(" ".join(behind) + " ") and len(behind) > 1 and behind[1][0].isupper():
        return " ".join(words[: last + 1]), " ".join(behind[1:])
    if behind[0][0].isupper() and (bracketed or any(is_organisation_word(word) or _is_short(word) for word in behind)):
        return " ".join(words[: last + 1]), " ".join(behind)
    return phrase, None
