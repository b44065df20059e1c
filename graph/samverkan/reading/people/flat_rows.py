"""Tables without a head that have become one cell a line: a name, and below it title, role and organisation."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from samverkan import names
from samverkan.places import Places
from samverkan.reading.layout import Line
from samverkan.reading.people.chunks import has_title, is_organisation
from samverkan.reading.people.entry import Entry, Parsed
from samverkan.reading.people.roles import PARTY_NAMES, higher, plain, role_of
from samverkan.reading.people.seat_days import seated_days
from samverkan.reading.people.sections import STOP, heading_at

Parse = Callable[[int, int], Parsed]

_LOOKED_AT = 40  # lines
_PARTY = re.compile(r"\s*\(([A-ZÅÄÖa-zåäö]{1,4})\)\Z")
_CONTACT = re.compile(r"\S+@\S+\Z|0\d[\d\s-]{6,14}\Z")


def flattened(text: str, lines: Sequence[Line], at: int, places: Places, parse: Parse) -> bool:
    """Whether the line at an index, below a name, is a cell of that person's row, and no heading of those who follow.

    It is where each further name has cells below it too, and the list ends with a cell.
    """
    kinds = []
    for line in lines[at : at + _LOOKED_AT]:
        kind = _kind(text, line, places, parse)
        if kind is None:
            break
        kinds.append(kind)
    run = "".join(kinds)
    return re.fullmatch(r"c+(?:pc+)+", run) is not None


def _kind(text: str, line: Line, places: Places, parse: Parse) -> Literal["p", "c"] | None:
    """A person alone on the line (p), a cell of one (c), or neither."""
    if is_cell(line.text, places):
        return "c"
    if len(line.text) > 70 or line.text.endswith((".", ":")) or STOP.match(line.text):
        return None
    if heading_at(text, line.start, line.end) is not None:
        return None
    parsed = parse(line.start, line.end)
    if parsed.vacant:
        return "p"
    alone = len(parsed.entries) == 1 and not parsed.unread and not parsed.entries[0].organisation
    return "p" if alone and parsed.entries[0].start - line.start <= 3 else None


def is_cell(words: str, places: Places) -> bool:
    """Whether a line is nothing but a role, a title, an organisation or how to reach somebody."""
    if len(words) > 70 or words.endswith((".", ":")) or "\t" in words:
        return False
    if role_of(words) or places.of(words) or _CONTACT.match(words):
        return True
    if len(words.split()) > 7 or next(names.find(words), None) is not None:
        return False
    return (has_title(words) or is_organisation(words)) and STOP.match(words) is None


def tell(entry: Entry, line: Line, places: Places) -> None:
    """Take a cell to the person above it."""
    party = _PARTY.search(line.text)
    words = line.text[: party.start()] if party else line.text
    if party:
        entry.party = entry.party or party[1].upper()
    place = places.of(words)
    if role := role_of(words):
        entry.role = higher(entry.role, role)
    elif place or (is_organisation(words) and not has_title(words)):
        entry.organisation = entry.organisation or (place.name if place else words)
    elif has_title(words):
        title, _, organisation = words.partition(", ")
        entry.title = entry.title or title
        if organisation:
            place = places.of(organisation)
            entry.organisation = entry.organisation or (place.name if place else organisation)
    entry.end = line.end


_LABELLED = re.compile(
    r"(?:(?P<office>(?:Roll|Uppdrag|Befattning|Funktion|Titel|Post|Plats)(?:\s+(?:i|på)\s+[\wåäö-]+(?:\s[\wåäö-]+)?)?)|"
    r"(?P<party>Parti(?:tillhörighet)?)|(?P<days>(?:Mandat|Uppdrags|Val)?(?:[Pp]eriod|[Tt]id)|Mandat|Förordnande|"
    r"Vald\s+(?:till|t\.?\s?o\.?\s?m)\.?|Utsedd\s+(?:till|från|t\.?\s?o\.?\s?m)\.?|Invald|Vald(?:\s+från)?|[\wåäö]+\s+sedan|"
    r"Från(?:\s+och\s+med)?|Till(?:\s+och\s+med)?|[Ff]r\.?\s?o\.?\s?m\.?|[Tt]\.?\s?o\.?\s?m\.?)|"
    r"(?P<posts>Övrigt|(?:Andra|Övriga)\s+(?:förtroende)?uppdrag)|"
    r"Representerar|Organisation|(?:Hem)?[Kk]ommun|Huvudman|Region|Företräder|Utsedd av|Nominerad av)"
    r"\s*:\s*(?P<value>\S.*)"
)

# `Ordförande 2031`, `Vice ordförande 2031–2032`
_OFFICE_OF_YEARS = re.compile(r"(?P<office>\D+?)\s+(?P<first>(?:19|20)\d\d)(?:\s?[-–]\s?(?P<last>(?:19|20)\d\d))?")
_ELSEWHERE = re.compile(r"\b(?:[Oo]rdförande|[Ll]edamot|[Ee]rsättare)\s+i\b")
_DAYS_ALONE = re.compile(r"(?:[\d\s./–-]|den|till|och|med|fr\.?o\.?m\.?|t\.?o\.?m\.?|från|[a-zå]{3,9}(?=\s\d{4}))+")


def labelled(text: str, entry: Entry, line: Line, places: Places) -> bool:
    """Take a labelled line to the person above it; whether it is one."""
    label = _LABELLED.match(line.text)
    if label is None:
        return False
    value = label["value"].strip()
    if label["posts"]:
        if _ELSEWHERE.search(value) is None:
            return False
        entry.offices.append((line.start + label.start("value"), line.end))
    elif label["office"]:
        if (year := _OFFICE_OF_YEARS.fullmatch(value)) and (role := role_of(year["office"])):
            entry.role = higher(entry.role, role)
            entry.since, entry.until = year["first"], year["last"] or year["first"]
        elif role := role_of(value):
            entry.role = higher(entry.role, role)
        elif " " not in value and has_title(value):
            entry.title = entry.title or value
        entry.offices.append((line.start + label.start("value"), line.end))
    elif label["party"]:
        name = value.strip("()")
        entry.party = entry.party or PARTY_NAMES.get(plain(name)) or name.upper()
    elif label["days"]:
        if not _DAYS_ALONE.fullmatch(value) or "\n\n" in text[entry.end : line.start]:
            return False  # of all who sit
        words = label["days"].casefold()
        until = words.startswith("t") or words.endswith(("till", "m.", " m", "tom", "t.o.m"))
        kind = (
            "until" if until else "since" if not words.endswith(("period", "tid", "mandat", "förordnande")) else "term"
        )
        entry.since, entry.until = seated_days({kind: value}, entry.since, entry.until)
    else:
        place = places.of(value)
        entry.organisation = entry.organisation or (place.name if place else value)
    entry.end = line.end
    return True


def word_below(entry: Entry, words: str, end: int) -> bool:
    """Take a title or a role in small letters to the person above it; whether it is one that he or she lacks."""
    if len(words.split()) > 4 or not words[:1].islower():
        return False
    role = role_of(words)
    if role is not None and entry.role is None:
        entry.role = role
    elif role is None and entry.title is None and has_title(words):
        entry.title = words
    else:
        return False
    entry.end = end
    return True
