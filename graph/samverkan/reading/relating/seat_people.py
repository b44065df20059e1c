"""One of those whom a sentence seats: a name, and behind it party, municipality, office, title and days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from samverkan import dates, names
from samverkan.facts import Role
from samverkan.reading.context import Context
from samverkan.reading.people.chunks import is_organisation
from samverkan.reading.people.roles import PARTIES, role_of
from samverkan.reading.relating import seat_words as say
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS

_SENDERS = ("municipality", "region", "organisation")
_PARTY = 5  # letters
_NAME = 4  # words
_TITLE = 9  # words of a title or clause between commas
_PRONOUNS = table("hon han hen")
_LEADING = table("som med en därefter")
_LINKS = table("från i för vid på hos")
_UNTIL = re.compile(r"(?:till och med|t\.?\s?o\.?\s?m\.?|fram till|till)\s+(?:den\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"(?:från och med|fr\.?\s?o\.?\s?m\.?|från|sedan)\s+(?:den\s+)?", re.IGNORECASE)
_DAY = re.compile(rf"(?:\d{{1,2}}\s+)?(?:(?:{'|'.join(MONTHS)})\s+)?(?:19|20)\d\d(?:-\d\d-\d\d)?")


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody at the words `first` up to `last`, with all that stands behind the name."""

    first: int
    last: int
    name: str
    sure: bool
    party: str | None = None
    organisation: str | None = None
    role: Role | None = None
    start: str | None = None
    end: str | None = None


def person_at(
    context: Context, references: References, by_place: Mapping[int, Reference], at: int, last: int
) -> Seated | None:
    """The person whose name begins at a word, or None; an office in front goes with the name: `ordföranden Eva Ek`."""
    words = references.tokens.words
    role: Role | None = None
    begin = at
    if words[at].lower() in ("vice", "1:e", "förste") and words[at + 1 : at + 2] and at + 1 < last:
        at += 1
    if words[at].lower() == "vice" and at + 1 < last:
        at += 1
    if words[at].lower() in ("ordföranden", "ordförande", "sammankallande") and at + 1 < last:
        role, at = ("vice chair" if begin < at else "chair"), at + 1
    elif begin < at:
        return None
    end, sure = _name(context, by_place, words, at, last)
    if end == at:
        return None
    seated = Seated(begin, end, context.full_name(references.tokens.name(at, end)), sure, role=role)
    return _Behind(context, references, by_place, last).told(seated)


def _name(
    context: Context, by_place: Mapping[int, Reference], words: tuple[str, ...], at: int, last: int
) -> tuple[int, bool]:
    """The index behind a name, and whether it is surely one; `at` itself where none begins."""
    known = by_place.get(at)
    if known is not None:
        person = known.kind == "person" and words[at].lower() not in _PRONOUNS
        return (known.last, True) if person else (at, False)
    stop = at
    while stop < min(last, at + _NAME) and (names.is_name(f"{words[stop]} Ek") or words[stop] in names.PARTICLES):
        if stop in by_place and by_place[stop].kind != "person":
            break
        stop += 1
    name = " ".join(words[at:stop])
    if stop - at < 2 or not names.is_name(name) or is_organisation(name) or context.places.of(words[at]) is not None:
        return at, False
    if any(word.lower() in say.ROLES or role_of(word) or head_of(word) is not None for word in words[at:stop]):
        return at, False
    in_brackets = words[stop : stop + 1] == ("(",) and words[stop + 2 : stop + 3] == (")",)
    party = in_brackets and words[stop + 1].upper() in PARTIES
    return stop, names.is_given(words[at]) or party or (in_brackets and len(words[stop + 1]) <= _PARTY)


def sender(reference: Reference, words: tuple[str, ...]) -> tuple[str, int]:
    """Whom people sit for, and the index behind; a name that stands right behind is no part of it:
    `för Polismyndigheten Eva Ek`."""
    parts = reference.name.split()
    cut = next((i for i in range(1, len(parts) - 1) if names.is_given(parts[i])), len(parts))
    last = next((i for i in range(reference.first + 1, reference.last - 1) if names.is_given(words[i])), reference.last)
    return (" ".join(parts[:cut]), last) if reference.kind == "organisation" else (reference.name, reference.last)


class _Behind:
    """Goes through the words behind a name as long as they tell of that person."""

    def __init__(self, context: Context, references: References, by_place: Mapping[int, Reference], last: int) -> None:
        self.context, self.references, self.by_place, self.last = context, references, by_place, last
        self.words = references.tokens.words

    def told(self, who: Seated) -> Seated:
        """The person with what stands behind, and `last` behind all of it."""
        at = who.last
        values: dict[str, str | None] = {}
        role = who.role
        while at < self.last:
            word = self.words[at]
            if word == "(":
                close = next((i for i in range(at, min(at + 8, self.last)) if self.words[i] == ")"), None)
                if close is None:
                    break
                role = self._bracket(at + 1, close, values) or role
                at = close + 1
                continue
            if (stop := self._days(at, values)) > at:
                at = stop
                continue
            if word in _LINKS and (place := self._sender(at + 1)):
                values.setdefault("organisation", place[1])
                at = place[0]
                continue
            if word in ("tillika",) and (office := self._office(at + 1)):
                role, at = role or office[1], office[0]
                continue
            if word != ",":
                break
            aside = self._clause(at + 1)
            if aside is None:
                break
            role = self._aside(at + 1, aside, values) or role
            at = aside
        return Seated(
            who.first, at, who.name, who.sure, values.get("party"), values.get("organisation"), role,
            values.get("start"), values.get("end"),
        )  # fmt: skip

    def _bracket(self, at: int, stop: int, values: dict[str, str | None]) -> Role | None:
        inside = " ".join(self.words[at:stop])
        if role := role_of(inside):
            return role
        for part in inside.split(" , "):
            if place := self.context.places.of(part):
                values.setdefault("organisation", place.name)
            elif part.isalpha() and len(part) <= _PARTY:
                values.setdefault("party", self.context.party(part.upper()))
            elif role := role_of(part):
                return role
        return None

    def _days(self, at: int, values: dict[str, str | None]) -> int:
        """`till och med 2020`, `från 1 maj 2021`, `2023–2026`: the index behind them, `at` where none stand there."""
        tokens = self.references.tokens
        begin = tokens.starts[at]
        for key, pattern in (("end", _UNTIL), ("start", _SINCE)):
            lead = pattern.match(tokens.text, begin)
            day = _DAY.match(tokens.text, lead.end()) if lead else None
            if day is not None:
                iso = next((self.context.day(each) for each in dates.find(tokens.text, day.start(), day.end())), None)
                values.setdefault(key, iso)
                return min(tokens.at(day.end()), self.last)
        return at

    def _sender(self, at: int) -> tuple[int, str] | None:
        """Whom somebody sits for, named at a word, with the index behind it."""
        if at >= self.last:
            return None
        reference = self.by_place.get(at)
        if reference is not None and reference.kind in _SENDERS and not reference.owner:
            name, last = sender(reference, self.words)
            return last, name
        for stop in range(min(at + 3, self.last), at, -1):
            if place := self.context.places.of(" ".join(self.words[at:stop])):
                return stop, place.name
        word = self.words[at]
        if reference is None and (word.isupper() or is_organisation(word)) and word[0].isupper() and len(word) > 1:
            return at + 1, word
        return None

    def _clause(self, at: int) -> int | None:
        """Where an aside behind a comma ends: at the next comma, `och`, or the end; None where a person begins it."""
        if at >= self.last or _name(self.context, self.by_place, self.words, at, self.last)[0] > at:
            return None
        if self.words[at] in ("och", "samt", "respektive", "medan", "med", "varav"):
            return None
        if self.words[at] in ("från", "för") and self._sender(at + 1) and self._leads_on(at):
            return None
        relative = self.words[at] == "som"
        for stop in range(at, min(at + _TITLE + (6 if relative else 0), self.last)):
            word = self.words[stop]
            if word in (",", ".", ";"):
                return stop
            if word in ("och", "samt") and not relative and self._starts(stop + 1):
                return stop
            if word == "(":
                return None
        end = min(at + _TITLE, self.last)
        return end if end == self.last else None

    def _leads_on(self, at: int) -> bool:
        """Whether `från Ale` behind a comma leads to the next person: `…, från Ale Eva Ek`."""
        sender = self._sender(at + 1)
        return sender is not None and self._starts(sender[0])

    def _starts(self, at: int) -> bool:
        """Whether another person, or words that lead to one, stand at an index."""
        if at >= self.last:
            return False
        if _name(self.context, self.by_place, self.words, at, self.last)[0] > at:
            return True
        low = self.words[at].lower()
        return low in say.ROLES or low in _LINKS or low in _LEADING or self._sender(at) is not None

    def _office(self, at: int) -> tuple[int, Role] | None:
        """An office at some words, and nothing more behind it: `1:e vice ordförande`."""
        for stop in range(min(at + 4, self.last), at, -1):
            if role := role_of(" ".join(self.words[at:stop])):
                return stop, role
        return None

    def _aside(self, at: int, stop: int, values: dict[str, str | None]) -> Role | None:
        """What stands between commas behind a name: an office, whom the person sits for, a title, a clause."""
        inside = self.words[at:stop]
        if not inside:
            return None  # two commas in a row
        if role := role_of(" ".join(inside)):
            return role
        sender = self._sender(at + 1 if inside[0] in _LINKS else at)
        if sender is not None and (sender[0] >= stop or self.words[sender[0]] in ("(",)):
            values.setdefault("organisation", sender[1])
            return None
        if inside[0] == "som":
            return self._relative(at, stop, values)
        for link in range(at, stop - 1):
            if self.words[link] in ("i", "på", "vid", "för") and (place := self._sender(link + 1)):
                values.setdefault("organisation", place[1])
        return None

    def _relative(self, at: int, stop: int, values: dict[str, str | None]) -> Role | None:
        """`som är direktionens ordförande`, `som även representerar Ale`."""
        inside = self.words[at:stop]
        if "representerar" in inside or "företräder" in inside:
            verb = next(i for i in range(at, stop) if self.words[i] in ("representerar", "företräder"))
            if "även" not in inside and "också" not in inside and (place := self._sender(verb + 1)):
                values.setdefault("organisation", place[1])
            return None
        if not {"är", "blir"} & set(inside) or {"inte", "ej", "var"} & set(inside):
            return None
        office = next((i for i in range(at, stop) if self.words[i] in say.CHAIRS), None)
        if office is None or {"i", "för"} & set(self.words[office + 1 : stop]):
            return None
        before = self.words[office - 1].lower()
        owner = self.words[office - 2] if before == "vice" else before
        owned = owner.endswith("s") and owner[0].islower()
        if owned and owner.startswith(("kommunstyrelse", "regionstyrelse", "kommunens", "regionens")):
            return None
        role = say.CHAIRS[self.words[office]]
        return ("vice chair" if before == "vice" else role) if role == "chair" else role
