"""What is known of a stretch of a list so far, and how a bracket, a role, a title or a day is taken to its entry."""

import re
from datetime import date, timedelta

from samverkan import dates, names
from samverkan.facts import Role
from samverkan.places import Places
from samverkan.reading.people.brackets import split_title, take_bracket
from samverkan.reading.people.entry import Entry, Parsed
from samverkan.reading.people.pieces import PIECE, UNTIL
from samverkan.reading.people.roles import PARTIES, higher, role_of
from samverkan.reading.people.sides import SORTS

_NAME_IN = re.compile(r"(?:och\s+)?(?P<name>[^\s,;()](?:(?!\soch\s)[^,;()])*)")
_DASH = re.compile(r"(?<=\d{4})\s?[-–](?!\d\d-)")
_ONE_YEAR = re.compile(r"(?:år\s)?\d{4}")
_ITEMS_BEHIND = re.compile(r"(?<=[a-zåäö])\s(\d{2,3}(?:\s?[-–]\s?\d{2,3})?)\Z")
_HANGING = re.compile(r"\s+(?:i|på|vid|för|hos|från)\Z")
_OTHER_PERSON = re.compile(
    r"(?:(?P<serves>ersätter|ersättare för|ers\.? för|vik(?:arie|arierar)?\.? för|i stället för|för)|"
    r"ersättare:?|ers\.?:?)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)


_NAMED_ITEM = re.compile(
    r"(?:under |vid |till )?(?:punkten|ärendet|punkt:|p\.:)\s+(?=[A-ZÅÄÖ])"
)  # `(punkten Våra barn)`


def _day_before(day: str) -> str:
    """The day before a day; of a month or a year the one before it."""
    if len(day) == 10:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    first = date.fromisoformat(f"{day}-01" if len(day) == 7 else f"{day}-01-01") - timedelta(days=1)
    return first.isoformat()[: len(day)]


class Taking:
    """The entries of one stretch of text, and the one that is open."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.out = Parsed()
        self.open: Entry | None = None
        self.vacated = False  # a vacant seat stands before
        self.serving = False  # the next name is of somebody who is served for
        self.comma_list = False
        self.last = ""  # what was attached last
        self.named: str | None = None  # the organisation that was named last
        self.before_last: str | None = None  # the organisation that the entry had before the last place was attached
        self.leading: str | None = None  # `Sala: Anna Ek, Heby: Bo Ström`: whose people follow
        self.next_title: str | None = None
        self.next_time: str | None = None
        self.next_role: Role | None = None
        self.next_since: str | None = None  # from when the one who follows sits
        self.list_role: Role | None = None  # of those who follow
        self.role_before: Role | None = None  # what the open entry had before the last role was taken to it
        self.role_taken: Role | None = None
        self.dashed = False  # a dash parts the words from those before them
        self.name_follows = False  # right behind the words that are read
        self.titles_first = False  # `jurist Anna Ek, ekonom Bo Ström`

    def _lead(self) -> None:
        """A place before a colon names whose people follow, and is not that of the person before it."""
        if self.open is None:
            self.leading, self.out.organisation = self.out.organisation, None
        else:
            self.leading, self.open.organisation = self.named, self.before_last
        if self.leading is not None and self.leading.casefold() in SORTS:
            self.leading = None  # `Företag: Anna Ek (Bolaget)`

    def _attach(self, kind: str, begin: int, stop: int) -> None:
        entry, piece = self.open, self.text[begin:stop]
        assert entry is not None
        if kind == "time" and entry.role == "secretary":
            return  # `sekreterare § 94`: what the person wrote, not when he or she was there
        if kind == "time":
            vague = entry.time is None or entry.time.startswith(("del ", "delar "))
            entry.time = " ".join(piece.split()) if vague else entry.time
        elif kind == "date":
            entry.dates.extend(dates.find(self.text, begin, stop))
        elif kind == "term":
            self._seated(entry, begin, stop)
        elif kind == "ditto" and len(self.out.entries) > 1:
            entry.organisation = self.out.entries[-2].organisation
        else:
            return
        entry.end = stop

    def _seated(self, entry: Entry, begin: int, stop: int) -> None:
        """`2019–2022`, `2023–`, `till och med 2021`, `ordförande 2023`: from when and until when somebody sits."""
        days = [day.iso for day in dates.find(_DASH.sub(" ", self.text[begin:stop]))]
        if UNTIL.match(self.text, begin, stop):
            entry.until = days[-1] if days else None
        elif days:
            alone = days[0] if _ONE_YEAR.fullmatch(self.text, begin, stop) else entry.until
            entry.since, entry.until = days[0], days[1] if len(days) > 1 else alone

    def _followed(self, begin: int, stop: int) -> None:
        """The one who is named leaves the seat the day before the next one takes it, for the same organisation."""
        if self.open is None:
            return
        taken = next((day for day in dates.find(self.text, begin, stop) if day.iso), None)
        if taken is not None and taken.iso is not None:
            self.next_since = taken.iso
            self.open.until = _day_before(taken.iso)
        self.leading = self.leading or self.open.organisation

    def _bracket(self, begin: int, stop: int) -> None:
        """`(S)`, `(ordf.)`, `(30/1)`, `(punkt 4)`, `(S, Ale)`, `(från kl.09.30 31/1)`, `(Region Gotland)`."""
        entry = self.open
        if self.last == "place" and self._holds_names(begin, stop):
            return
        if entry is None or self.serving:
            return
        if entry.serves_for and self.last == "served":
            party = self.text[begin:stop].strip().upper()
            entry.serves_for_party = party if party in PARTIES else None
            return
        entry.end = stop + 1
        if self._other_person(entry, self.text[begin:stop].strip(" .,"), begin, stop):
            return
        if named := _NAMED_ITEM.match(self.text, begin, stop):
            entry.time = entry.time or " ".join(self.text[named.end() : stop].split())
            return
        at = begin
        for match in PIECE.finditer(self.text, begin, stop):
            take_bracket(entry, self.text[at : match.start()].strip(" .,"), self.places)
            if match.lastgroup in ("time", "date", "term"):
                self._attach(match.lastgroup, match.start(), match.end())
                entry.end = stop + 1
            at = match.end()
        take_bracket(entry, self.text[at:stop].strip(" .,"), self.places)

    def _holds_names(self, begin: int, stop: int) -> bool:
        """`Sala (Anna Ek, Bo Ström), Heby (Eva Öst)`: people in brackets behind whom they represent."""
        spans = [each.span("name") for each in _NAME_IN.finditer(self.text, begin, stop)]
        found = [(start, " ".join(self.text[start:end].split())) for start, end in spans]
        if not found or not all(names.is_name(name) and names.is_given(name.split()[0]) for _, name in found):
            return False
        if self.open is not None and self.open.organisation == self.named:
            self.open.organisation = self.before_last
        self.out.organisation = None
        for start, name in found:
            self.open = Entry(start, start + len(name), start + len(name), name, True, organisation=self.named)
            self.out.entries.append(self.open)
        return True

    def _other_person(self, entry: Entry, words: str, begin: int, stop: int) -> bool:
        """`(ersätter Bo Ek)`, `(vik för Bo Ek)`: who is served for; `(ersättare Bo Ek)`: another on the list."""
        other = _OTHER_PERSON.match(words)
        if other is None or not names.is_name(other["name"]):
            return False
        if other["serves"]:
            entry.serves_for = other["name"]
            entry.role = entry.role or "substitute"
        else:
            found = Entry(begin, stop, stop, other["name"], True, organisation=entry.organisation, role="substitute")
            self.out.entries.append(found)
        return True

    def _role(self, role: Role | None, stop: int) -> None:
        if self.open is None:
            self.out.role = higher(self.out.role, role)
        elif not self.serving:
            self.role_before, self.role_taken, self.last = self.open.role, role, "role"
            self.open.role, self.open.end = higher(self.open.role, role), stop

    def _organisation(self, name: str, stop: int, *, weak: bool) -> None:
        if self.open is None:
            self.out.organisation = self.out.organisation or (None if name.casefold() in SORTS else name)
        elif self.open.serves_for and self.open.organisation not in (None, self.leading):
            self.open.serves_for_organisation = name  # `Anna Ek, Sala, för Bo Ström, Heby`
        elif self.open.serves_for and not weak:
            self.open.organisation = self.open.serves_for_organisation = name  # `Anna Ek för Bo Ström, Heby`
            self.open.end = stop
        elif (
            not self.serving
            and (self.open.organisation in (None, self.leading) or self.open.weak_organisation)
            and not (weak and self.open.organisation)
        ):
            self.open.organisation, self.open.end, self.open.weak_organisation = name, stop, weak

    def _title(self, phrase: str, stop: int) -> None:
        if self.open is None or self.serving:
            return
        phrase, _, second = phrase.partition(" tillika ")
        bare, _, last = phrase.rpartition(" ")
        if bare and role_of(last) == "guest":  # `verksamhetsledare adj.`
            self.open.role, phrase = higher(self.open.role, "guest"), bare
        if role := role_of(second):  # `förbundschef tillika sekreterare`
            self.open.role = higher(self.open.role, role)
        if (items := _ITEMS_BEHIND.search(phrase)) and self.open.time is None:  # of a page that has lost its §
            self.open.time, phrase = items[1], phrase[: items.start()]
        title, organisation = split_title(_HANGING.sub("", phrase), bracketed=False)
        self.open.title, self.open.end = self.open.title or title, stop
        self.last = "title"
        if organisation is not None:
            self._organisation(organisation, stop, weak=False)
