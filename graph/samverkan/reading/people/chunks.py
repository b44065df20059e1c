"""What words of a list are where no comma parts them: a name, a role, a place, a party, a vacant seat, the rest."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from samverkan import names
from samverkan.places import Places
from samverkan.reading.people.roles import (
    BODY_NOUN,
    LONGEST_ROLE,
    PARTIES,
    PARTY_NAMES,
    ROLE_WORDS,
    is_organisation_word,
    is_title_word,
    plain,
    role_of,
)  # fmt: skip


class Part(NamedTuple):
    """Some words: `kind` is name, role, place, party, vacant or rest."""

    kind: str
    start: int
    end: int


_WORD = re.compile(r"[^\s]+-\s(?=[A-ZÅÄÖ])\S+|\S+")
_NAME_WORD = re.compile(rf"{names.WORD}\Z")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?\Z")
_VACANT = frozenset(("vakant", "vakans", "vakanta", "vacant", "n.n", "nn"))
_BROKEN = re.compile(r"-\s+(?=[A-ZÅÄÖ])")
_SURNAMES_TOO = frozenset(("Berg", "Lund"))  # municipalities that are surnames as well
_LONGEST_PLACE = 5  # words
_LONGEST_NAME = 6  # words
_LONGEST_OWN = 4  # words of an organisation's name behind the place in it
_UTILITIES = frozenset(("Vatten", "Energi", "Avfall", "Miljö", "Hamn", "Flygplats", "Lokaltrafik", "Näringsliv"))
# Words that only sentences hold; a line with one of these is no entry.
# fmt: off
VERBS = frozenset((
    "är", "var", "har", "hade", "hälsar", "hälsade", "öppnar", "öppnade",
    "inleder", "inledde", "informerar", "informerade",
    "redogör", "redogjorde", "presenterar", "presenterade", "beskriver", "beskrev", "berättar",
    "berättade", "går", "gick",
    "föreslår", "föreslog", "föredrar", "föredrog", "lyfter", "lyfte", "konstaterar",
    "konstaterade", "tackar", "tackade",
    "avslutar", "avslutade", "utses", "valdes", "väljs", "utsågs", "ska", "skall",
    "kommer", "återkommer", "fick", "får",
    "ger", "gav", "blir", "blev", "meddelar", "meddelade", "rapporterar",
    "rapporterade", "frågar", "ställer", "anmäler",
    "anmälde", "yrkar", "yrkade", "reserverar", "deltar", "deltog", "leder", "ledde", "talade", "talar", "medverkar",
    "medverkade", "visar", "visade", "redovisar", "redovisade", "beslutar", "att", "som",
    "skrev", "skriver", "förde", "antecknade",
))
# fmt: on


def parts(text: str, start: int, end: int, places: Places, *, loose: bool, first: bool) -> Iterator[Part]:
    """The parts of words between separators.

    `loose`: a name may stand here, so it needs no known given name; `first`: nobody is named yet in this list.
    """
    yield from _Words(text, start, end, places).parts(loose, first)


@lru_cache(maxsize=1 << 14)
def is_organisation(phrase: str) -> bool:
    """Whether a word of a phrase tells an organisation."""
    return any(is_organisation_word(word) for word in phrase.split())


@lru_cache(maxsize=1 << 14)
def has_title(phrase: str) -> bool:
    """Whether a word of a phrase tells a title."""
    return any(is_title_word(word) for word in phrase.split())


def as_written(text: str, start: int, end: int) -> str:
    """The words on one line without the marks around them; a name broken behind its hyphen is whole."""
    return _as_written(text[start:end])


@lru_cache(maxsize=1 << 14)
def _as_written(words: str) -> str:
    return _BROKEN.sub("-", " ".join(words.split()).strip('.,:;*•"”'))


_EMPTY_SEAT, _GIVEN, _PLACE, _ROLE, _PARTY = (1 << bit for bit in range(5))


@lru_cache(maxsize=1 << 14)
def _may_begin(word: str, places: Places) -> int:
    """What a word may begin, as bits; 0 for nearly all words of a sentence."""
    bits = _EMPTY_SEAT if word.casefold() in _VACANT else 0
    bits |= _GIVEN if names.is_given(word) else 0
    bits |= _PLACE if word[:1].isupper() and places.may_begin(word) else 0
    bits |= _ROLE if plain(word) and plain(word).split()[0] in ROLE_WORDS else 0
    return bits | (_PARTY if plain(word) in PARTY_NAMES or word in PARTIES else 0)


class _Words:
    """The words of a chunk, by index."""

    def __init__(self, text: str, start: int, end: int, places: Places) -> None:
        self.text, self.places = text, places
        found = list(_WORD.finditer(text, start, end))
        self.spans = [match.span() for match in found]
        self.words = [_as_written(match[0]) for match in found]

    def parts(self, loose: bool, first: bool) -> Iterator[Part]:
        at, rest, after = 0, -1, ""
        while at < len(self.spans):
            ready = (loose and at == 0) or after in ("place", "role")
            taken, kind = self._known(at, loose=ready, rest=rest, first=first)
            if not taken:
                rest, after = (at if rest < 0 else rest), ""
                at += 1
                continue
            if rest >= 0 and kind == "place" and self._names_organisation(rest, at):
                at += taken  # `Destination Sala`, `PRO Sala`: the place is part of the organisation's name
                continue
            if rest >= 0:
                yield self._part("rest", rest, at)
            yield self._part(kind, at, at + taken)
            first = first and kind != "name"
            rest, after = -1, kind
            at += taken
        if rest >= 0:
            yield self._part("rest", rest, len(self.spans))

    def _names_organisation(self, first: int, stop: int) -> bool:
        """Whether words before a place name an organisation: by a noun, by capitals alone, or `Attention Sala`."""
        word = self.words[stop - 1]
        acronym = len(word) > 2 and word.isalpha() and word.isupper() and not is_title_word(word)
        if is_organisation(self._phrase(first, stop)) or acronym:
            return True
        named = first == 0 and stop <= 2 and all(each.isalpha() and each[0].isupper() for each in self.words[:stop])
        return named and len(word) > 3 and not has_title(self._phrase(first, stop)) and role_of(word) is None

    def _part(self, kind: str, first: int, stop: int) -> Part:
        return Part(kind, self.spans[first][0], self.spans[stop - 1][1])

    def _phrase(self, first: int, stop: int) -> str:
        return self.text[self.spans[first][0] : self.spans[stop - 1][1]]

    def _known(self, at: int, *, loose: bool, rest: int, first: bool) -> tuple[int, str]:
        """How many words from an index on make a thing that is known, and what it is."""
        word = self.words[at]
        may = _may_begin(word, self.places)
        if not (may or loose):
            return 0, ""  # as nearly always
        if may & _EMPTY_SEAT:
            return 1, "vacant"
        if may & _GIVEN and not self._is_seat(at, first) and (length := self._name_length(at, first)):
            return length, "name"
        if may & _PLACE and (length := self._place_length(at)) and not self._is_of_place(at + length):
            return length, "place"
        length = self._role_length(at) if may & _ROLE else 0
        ends = at + length == len(self.words)
        if length and (rest < 0 or self._is_own(rest, at) or (ends and is_organisation(self._phrase(rest, at)))):
            return length, "role"
        if may & _PARTY and (plain(word) in PARTY_NAMES or (len(self.words) - at <= 2 and not first)):
            return 1, "party"
        if loose and _NAME_WORD.match(word) and word.casefold() not in names.NOT_NAMES and not is_title_word(word):
            length = 0 if self._is_owner(at) else self._name_length(at, first)
            if length and not is_organisation(self._phrase(at, at + length)) and not BODY_NOUN.search(word):
                return length, "name"
        return 0, ""

    def _is_seat(self, at: int, first: bool) -> bool:
        """`…, Nora Eva-Britt Ek`: behind a name, before a whole one, a given name is the municipality of that name."""
        if at or first or len(self.words) < 3 or self.places.of(self.words[0]) is None:
            return False
        return names.is_given(self.words[1]) and self._name_length(1, False) == len(self.words) - 1

    def _is_owner(self, at: int) -> bool:
        """`Norra Ådalens samverkansråd`: whose body it is, and no person."""
        behind = next((word for word in self.words[at : at + _LONGEST_NAME] if word.islower()), "")
        return BODY_NOUN.search(behind) is not None or (is_organisation_word(behind) and not is_title_word(behind))

    def _is_own(self, first: int, stop: int) -> bool:
        """`rådets ordförande`: an office of the body that the list is of."""
        word = self.words[first]
        return stop == first + 1 and word.islower() and word.endswith("s") and BODY_NOUN.search(word) is not None

    def _place_length(self, at: int) -> int:
        longest = min(_LONGEST_PLACE, len(self.words) - at)
        return next((n for n in range(longest, 0, -1) if self.places.of(self._phrase(at, at + n)) is not None), 0)

    def _is_of_place(self, at: int) -> bool:
        """Whether the noun of an organisation follows a place: `Lunds universitet` is no municipality."""
        if at >= len(self.words):
            return False
        if self.words[at].islower():
            at += self.words[at] == "läns" and at + 1 < len(self.words)  # `Örebro läns landsting`
            return is_organisation_word(self.words[at])
        behind = self.words[at:]  # `Sala Finska Förening`, `Heby Energi och Miljö`
        return (
            len(behind) <= _LONGEST_OWN
            and is_organisation_word(behind[-1]) | (behind[0] in _UTILITIES)
            and not any(map(names.is_given, behind))
        )

    def _role_length(self, at: int) -> int:
        longest = min(LONGEST_ROLE, len(self.words) - at)
        return next((n for n in range(longest, 0, -1) if role_of(self._phrase(at, at + n))), 0)

    def _name_length(self, first: int, alone: bool) -> int:
        """The length of the person's name that begins at an index; 0 where none does."""
        surnames, at, stop = 0, first + 1, first + 1
        while at < len(self.words) and at - first < _LONGEST_NAME:
            word = self.words[at]
            if word in names.PARTICLES:
                at += 1
                continue
            if not (_NAME_WORD.match(word) or _INITIAL.match(word)) or not self._goes_on(first, at, surnames):
                break
            surnames += not names.is_given(word) and not _INITIAL.match(word)
            at += 1
            stop = at
        if stop == first + 1 and alone and names.is_given(self.words[first]) and self._small_surname(first):
            return 2
        return stop - first if stop - first >= 2 else 0

    def _goes_on(self, first: int, at: int, surnames: int) -> bool:
        """Whether the word at an index belongs to the name that began before it."""
        word = self.words[at]
        if word.casefold() in names.NOT_NAMES and word.casefold() not in names.PARTICLES:
            return False
        if not surnames:
            return True
        if word in PARTIES and at + 1 == len(self.words):
            return False  # `Anna Ek S`: her party
        if is_title_word(word) or (names.is_given(word) and at + 1 < len(self.words) and self._may_be_surname(at + 1)):
            return False  # `Anna Ek Bo Ström`: another name begins
        # a municipality right after a full name is whom the person represents
        return at - first < 2 or self.places.of(word) is None or word in _SURNAMES_TOO

    def _may_be_surname(self, at: int) -> bool:
        word = self.words[at]
        return word in names.PARTICLES or bool(_NAME_WORD.match(word) and word.casefold() not in names.NOT_NAMES)

    def _small_surname(self, first: int) -> bool:
        """A surname that lost its capital: the whole chunk is a given name and one small word of no other meaning."""
        if len(self.words) != 2 or first:
            return False
        word = self.words[1]
        return (
            word.isalpha() and word.islower() and len(word) > 4 and word not in VERBS and word not in names.NOT_NAMES
            and role_of(word) is None and not is_title_word(word) and not is_organisation_word(word)
        )  # fmt: skip
