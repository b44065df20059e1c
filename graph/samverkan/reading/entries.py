"""One entry of a list of people: a name with party, role, organisation, title, days and hours, in whatever order they stand.

The text of a line or a cell is cut into pieces (brackets, times, dates, commas, words), and the pieces are handed to the name that
they belong to. What no rule explains is counted, so that a caller can tell a list from a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from samverkan import dates, names
from samverkan.dates import WrittenDate
from samverkan.facts import Role
from samverkan.places import Places
from samverkan.reading.roles import (
    LONGEST_ROLE,
    ORGANISATION,
    PARTIES,
    PARTY_NAMES,
    ROLE_WORDS,
    TITLE,
    higher,
    plain,
    role_of,
)


@dataclass(slots=True)
class Entry:
    """A person as a list gives him or her; `start` to `end` spans the whole entry, `start` to `name_end` the name."""

    start: int
    end: int
    name_end: int
    person: str
    sure: bool
    organisation: str | None = None
    party: str | None = None
    role: Role | None = None
    title: str | None = None
    dates: list[WrittenDate] = field(default_factory=list)
    time: str | None = None
    absent: bool = False
    years: tuple[str, str] | None = None  # of a term
    offices: list[tuple[int, int]] = field(default_factory=list)  # spans that name further posts
    serves_for: str | None = None  # whom a substitute stands in for
    serves_for_party: str | None = None
    weak_organisation: bool = False
    followed_by_and: bool = False


@dataclass(slots=True)
class Parsed:
    """The entries of a stretch of text, how many vacant seats it names, and how many words nothing explains."""

    entries: list[Entry] = field(default_factory=list)
    vacant: list[tuple[int, int]] = field(default_factory=list)
    organisation: str | None = None  # named before the first name
    role: Role | None = None  # stated before the first name
    unread: int = 0


_NUMBER = r"\d{1,3}(?:\s?[a-zå]\b)?"
_RANGE = rf"{_NUMBER}(?:\s*[-–]\s*(?:{_NUMBER}|[a-z]\b))?"
_LIST = rf"{_RANGE}(?:\s*(?:,|och|samt|&)\s*(?:§{{1,2}}\s*)?{_RANGE})*"
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
_LIMIT = (
    r"(?:(?:ej|utom|förutom|inte|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|"
    r"kommer|anländer|ankom|kom|lämnar|lämnade|avviker|avvek|fram\s+till|efter|före)\s+){0,2}"
)
_PIECE = re.compile(
    rf"""(?P<paren>\([^()\n]{{0,80}}\)|\[[^\[\]\n]{{0,80}}\])
    | (?P<mail>\S{{1,60}}@\S{{1,60}}|\b0\d{{1,3}}[-–\s/]\s?\d[\d\s]{{4,10}}\d)
    | (?P<time>{_LIMIT}(?:§{{1,2}}\s*{_LIST}|(?:punkt(?:en|erna|er)?|p\.|pkt\.?|ärende|ärendena)\s*{_LIST}
        |(?:kl\.?|klockan)\s*{_HOUR}(?:\s*[-–]\s*(?:kl\.?\s*)?{_HOUR})?|\d{{1,2}}[.:]\d\d(?:\s*[-–]\s*\d{{1,2}}[.:]\d\d)?))
    | (?P<years>\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b)
    | (?P<date>\b[0-3]?\d/[01]?\d\b(?!\d)|\b(?:den\s+)?[0-3]?\d\s(?:{"|".join(m for m in dates.MONTHS if len(m) > 3)})\b
        |\b20\d\d-\d\d-\d\d\b)
    | (?P<serves>\b(?:(?:tjg\.?|tj\.?|tjänstgörande|tjänstgör|som)?\s*(?:ersättare|ers\.?)\s+för|ersätter|ersatte|tjg\.?\s+för
        |tjänstgör(?:ande)?\s+för|i\s+stället\s+för|istället\s+för)\b|(?<=[\s)])för(?=\s+[A-ZÅÄÖ]))
    | (?P<and>(?:,\s*)?(?<!\w)(?<!-\s)(?:och|samt|&)(?!\w))
    | (?P<sep>[,;•·|\t]|\s[-–—]\s|(?<=\w)/(?=\s?[A-ZÅÄÖ])|(?:^|(?<=\s))[*‣▪●○-]\s|\s{{3,}}|:(?=\s|$))
    | (?P<ditto>(?<![^\s,;])(?:-[\"”“]-|[\"”“]|-\s?\"\s?-)(?![^\s,;]))""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\s]+-[ ](?=[A-ZÅÄÖ])\S+|\S+")
_NAME_WORD = re.compile(rf"{names.WORD}\Z")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?\Z")
_VACANT = frozenset(("vakant", "vakans", "vakanta", "vacant", "vakans,", "n.n.", "nn"))
_FROM = re.compile(r"(?:från|för|representerar|företräder|repr\.?|på|vid)\s+", re.IGNORECASE)
_FILLERS = frozenset(
    ("från", "för", "vid", "på", "i", "hos", "av", "representerar", "mellan", "under", "del", "delvis", "samt", "och")
)
_BROKEN = re.compile(r"-\s+(?=[A-ZÅÄÖ])")
# A word that only sentences hold; a line with one of these is no entry.
_VERBS = frozenset(
    """är var har hade hälsar hälsade öppnar öppnade inleder inledde informerar informerade redogör redogjorde presenterar
    presenterade beskriver beskrev berättar berättade går gick föreslår föreslog föredrar föredrog lyfter lyfte konstaterar
    konstaterade tackar tackade avslutar avslutade utses valdes väljs utsågs ska skall kommer återkommer fick får ger gav blir blev
    meddelar meddelade rapporterar rapporterade frågar ställer anmäler anmälde yrkar yrkade reserverar deltar deltog leder ledde
    talade talar medverkar medverkade visar visade redovisar redovisade beslutar att som""".split()  # noqa: SIM905
)


def parse(text: str, start: int, end: int, places: Places, *, first_is_name: bool = True) -> Parsed:
    """The entries in a stretch of the text.

    `first_is_name`: the stretch stands where a list has a name, so a name there needs no known given name.
    """
    return _Reader(text, places).read(start, end, first_is_name)


class _Reader:
    """Hands pieces to the entry that they belong to; one stretch of text each."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.out = Parsed()
        self.open: Entry | None = None
        self.serving = False
        self.comma_list = False
        self.last = ""  # what was attached last

    def read(self, start: int, end: int, first_is_name: bool) -> Parsed:
        self.comma_list = self._is_comma_list(start, end)
        pieces = list(self._pieces(start, end))
        fresh = first_is_name
        for at, (kind, begin, stop) in enumerate(pieces):
            if kind == "words":
                self._words(begin, stop, loose=fresh or self.comma_list or self.serving)
            elif kind == "and" and not self._name_follows(pieces, at):
                self._join_title(stop, pieces, at)
            else:
                self._piece(kind, begin, stop)
            fresh = kind in ("sep", "and", "serves") and (self.comma_list or self.open is None)
        return self.out

    def _pieces(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        at = start
        for match in _PIECE.finditer(self.text, start, end):
            if self.text[at : match.start()].strip():
                yield "words", at, match.start()
            yield match.lastgroup or "sep", match.start(), match.end()
            at = match.end()
        if self.text[at:end].strip():
            yield "words", at, end

    def _is_comma_list(self, start: int, end: int) -> bool:
        """Whether most of what commas and `och` part are names."""
        chunks = [chunk.strip() for chunk in re.split(r",|;|\boch\b|\bsamt\b", self.text[start:end])]
        chunks = [re.sub(r"\([^()]*\)", "", chunk).strip() for chunk in chunks if chunk]
        known = sum(1 for chunk in chunks if names.is_name(chunk) and names.is_given(chunk.split()[0]))
        return known >= 2 and known * 2 > len(chunks)

    def _name_follows(self, pieces: list[tuple[str, int, int]], at: int) -> bool:
        if at + 1 >= len(pieces) or pieces[at + 1][0] != "words":
            return False
        words = self.text[pieces[at + 1][1] : pieces[at + 1][2]].split()
        if names.is_given(words[0]) and len(words) > 1 and words[1][0].isupper():
            return True
        return len(words) > 1 and self.comma_list and names.is_name(" ".join(words[:2]))

    def _join_title(self, stop: int, pieces: list[tuple[str, int, int]], at: int) -> None:
        """`samordnare Barn` + `och` + `Unga`: the words after `och` go on with what stood before it."""
        if self.open is None or at + 1 >= len(pieces) or pieces[at + 1][0] != "words":
            return
        _, begin, end = pieces[at + 1]
        words = self.text[begin:end].split()
        if (
            self.last != "title"
            or not self.open.title
            or role_of(" ".join(words))
            or TITLE.search(words[-1].rstrip("."))
        ):
            return
        self.open.title = f"{self.open.title} och {' '.join(words)}"
        pieces[at + 1] = ("done", begin, end)
        self.open.end = end

    def _piece(self, kind: str, begin: int, stop: int) -> None:
        piece = self.text[begin:stop]
        self.last = "" if kind not in ("and", "paren") else self.last
        if kind == "paren":
            self._bracket(begin + 1, stop - 1)
        elif kind == "serves":
            self.serving = self.open is not None
            if self.open is not None and "ers" in piece.casefold() and self.open.role is None:
                self.open.role = "substitute"
        elif kind == "and" and self.open is not None:
            self.open.followed_by_and = True
        elif self.open is not None and not self.serving:
            self._attach(kind, begin, stop)
        elif kind in ("time", "date"):
            self.out.unread += 0 if self.open else 1

    def _attach(self, kind: str, begin: int, stop: int) -> None:
        entry, piece = self.open, self.text[begin:stop]
        assert entry is not None
        if kind == "time" and entry.role == "secretary":
            return  # `sekreterare § 94`: what the person wrote, not when he or she was there
        if kind == "time":
            entry.time = " ".join(piece.split()) if entry.time is None else entry.time
        elif kind == "date":
            entry.dates.extend(dates.find(self.text, begin, stop))
        elif kind == "years":
            first, last = re.split(r"\s*[-–]\s*", piece)
            entry.years = (first, last)
        elif kind == "ditto" and len(self.out.entries) > 1:
            entry.organisation = self.out.entries[-2].organisation
        else:
            return
        entry.end = stop

    def _bracket(self, begin: int, stop: int) -> None:
        """`(S)`, `(ordf.)`, `(30/1)`, `(punkt 4)`, `(S, Ale)`, `(från kl.09.30 31/1)`, `(Region Gotland)`."""
        entry = self.open
        if entry is None or self.serving:
            return
        if entry.serves_for and self.last == "served":
            party = self.text[begin:stop].strip().upper()
            entry.serves_for_party = party if party in PARTIES else None
            return
        entry.end = stop + 1
        at = begin
        for match in _PIECE.finditer(self.text, begin, stop):
            self._inside_bracket(at, match.start())
            if match.lastgroup in ("time", "date"):
                self._attach(match.lastgroup, match.start(), match.end())
                entry.end = stop + 1
            at = match.end()
        self._inside_bracket(at, stop)

    def _inside_bracket(self, begin: int, stop: int) -> None:
        entry, words = self.open, self.text[begin:stop].strip(" .,")
        if entry is None or not words or words in "-–":
            return
        if words.upper().replace(" ", "") in PARTIES or (
            len(words) <= 3
            and words.isalpha()
            and words[0].isupper()
            and self.places.of(words) is None
            and words not in ("GR", "AU", "HR", "VD", "IT")
        ):
            entry.party = entry.party or words.upper().replace(" ", "")
        elif role_of(words) or role_of(words.split()[0]):
            words = words if role_of(words) else words.split()[0]
            entry.role = higher(entry.role, role_of(words))
        elif place := self.places.of(words):
            entry.organisation = entry.organisation or place.name
        elif plain(words) in ("frånvarande", "ej närvarande", "förhinder", "anmält förhinder"):
            entry.absent = True
        elif any(TITLE.search(word) for word in words.split()):
            title, organisation = _split_title(words, bracketed=True)
            entry.title = entry.title or title
            entry.organisation = entry.organisation or organisation
        elif words[0].isupper() and len(words.split()) <= 5:
            entry.organisation = entry.organisation or words

    def _words(self, begin: int, stop: int, *, loose: bool) -> None:
        """Words between separators: a name, a role, a place, a title, or several of these with nothing between."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(self.text, begin, stop)]
        at, rest, after = 0, -1, ""
        while at < len(words):
            taken, kind = self._known(
                words, at, loose=(loose and at == 0) or after in ("place", "role"), open_rest=rest >= 0
            )
            if not taken:
                rest, after = (at if rest < 0 else rest), ""
                at += 1
                continue
            if rest >= 0 and kind == "place" and self._is_organisation(self.text[words[rest][0] : words[at - 1][1]]):
                at += taken  # `Destination Halmstad`: the place is part of the organisation's name
                continue
            if rest >= 0:
                self._remainder(words[rest][0], words[at - 1][1])
                rest = -1
            self._take(kind, words[at][0], words[at + taken - 1][1])
            after = kind
            at += taken
        if rest >= 0:
            self._remainder(words[rest][0], words[-1][1])

    def _word(self, span: tuple[int, int]) -> str:
        return _BROKEN.sub("-", self.text[span[0] : span[1]].strip('.,:;*•"”'))

    def _known(self, words: list[tuple[int, int]], at: int, *, loose: bool, open_rest: bool) -> tuple[int, str]:
        """How many words from `at` on make a thing that is known, and what it is."""
        first = self._word(words[at])
        if first.casefold() in _VACANT:
            return 1, "vacant"
        if names.is_given(first):
            length = self._name_length(words, at)
            if length:
                return length, "name"
        for length in range(min(5, len(words) - at), 0, -1):
            phrase = self.text[words[at][0] : words[at + length - 1][1]]
            if first[:1].isupper() and self.places.of(phrase) is not None:
                return length, "place"
            if (
                length <= LONGEST_ROLE
                and not open_rest
                and plain(phrase.split()[0]).split(" ")[0] in ROLE_WORDS
                and role_of(phrase)
            ):
                if TITLE.search(first) and first.casefold() not in ("sekreterare", "ordförande") and length == 1:
                    continue
                return length, "role"
        if plain(first) in PARTY_NAMES or (first in PARTIES and len(words) - at <= 2 and self.open is not None):
            return 1, "party"
        if loose and _NAME_WORD.match(first) and first.casefold() not in names.NOT_NAMES:
            length = self._name_length(words, at)
            if length and not self._is_organisation(self.text[words[at][0] : words[at + length - 1][1]]):
                return length, "name"
        return 0, ""

    def _name_length(self, words: list[tuple[int, int]], at: int) -> int:
        """The length of the person's name that begins at a word; 0 where none does."""
        surnames, last = 0, at + 1
        stop = at + 1
        while last < len(words) and last - at < 6:
            word = self._word(words[last])
            if word in names.PARTICLES:
                last += 1
                continue
            if not (_NAME_WORD.match(word) or _INITIAL.match(word)) or not self._goes_on(words, at, last, surnames):
                break
            surnames += not names.is_given(word) and not _INITIAL.match(word)
            last += 1
            stop = last
            if self.text[words[last - 1][1] - 1] == ":":
                break
        if stop == at + 1 and names.is_given(self._word(words[at])) and self._small_surname(words, at):
            return 2
        return stop - at if stop - at >= 2 else 0

    def _goes_on(self, words: list[tuple[int, int]], first: int, at: int, surnames: int) -> bool:
        word = self._word(words[at])
        if (word.casefold() in names.NOT_NAMES and word.casefold() not in names.PARTICLES) or (
            TITLE.search(word) and surnames
        ):
            return False
        if surnames and names.is_given(word) and at + 1 < len(words):
            following = self._word(words[at + 1])
            if (
                _NAME_WORD.match(following) or following in names.PARTICLES
            ) and following.casefold() not in names.NOT_NAMES:
                return False
        # a municipality right after a full name is whom the person represents, unless it is a surname as well
        return not (surnames and at - first >= 2 and self.places.of(word) is not None and word not in ("Berg", "Lund"))

    def _small_surname(self, words: list[tuple[int, int]], at: int) -> bool:
        """A surname that lost its capital: the whole stretch is a given name and one small word of no other meaning."""
        if len(words) != 2 or at != 0 or self.out.entries:
            return False
        word = self._word(words[1])
        return (
            word.isalpha() and word.islower() and len(word) > 4 and word not in _VERBS
            and not TITLE.search(word) and not ORGANISATION.search(word) and role_of(word) is None and word not in names.NOT_NAMES
        )  # fmt: skip

    def _is_organisation(self, phrase: str) -> bool:
        return any(ORGANISATION.search(word.strip(".,")) for word in phrase.split())

    def _take(self, kind: str, begin: int, stop: int) -> None:
        phrase = " ".join(self.text[begin:stop].split()).strip('.,:;*•"”')
        if kind == "name":
            self._name(begin, stop, _BROKEN.sub("-", phrase))
        elif kind == "vacant":
            self.out.vacant.append((begin, stop))
            self.open = None
        elif kind == "role":
            role = role_of(phrase)
            if self.open is None:
                self.out.role = higher(self.out.role, role)
            elif not self.serving:
                self.open.role, self.open.end = higher(self.open.role, role), stop
        elif kind == "place":
            place = self.places.of(phrase)
            assert place is not None
            self._organisation(place.name, stop, weak=False)
        elif kind == "party" and self.open is not None:
            self.open.party = self.open.party or PARTY_NAMES.get(plain(phrase), phrase.upper())
            self.open.end = stop

    def _name(self, begin: int, stop: int, name: str) -> None:
        if self.serving and self.open is not None:
            self.open.serves_for, self.open.end = name, stop
            self.serving, self.last = False, "served"
            return
        entry = Entry(begin, stop, stop, name, names.is_given(name.split()[0]))
        self.out.entries.append(entry)
        self.open = entry

    def _organisation(self, name: str, stop: int, *, weak: bool) -> None:
        if self.open is None:
            self.out.organisation = self.out.organisation or name
        elif (
            not self.serving
            and (self.open.organisation is None or self.open.weak_organisation)
            and not (weak and self.open.organisation)
        ):
            self.open.organisation, self.open.end, self.open.weak_organisation = name, stop, weak

    def _remainder(self, begin: int, stop: int) -> None:
        """Words of no known name: a title, an organisation, or part of a sentence."""
        phrase = " ".join(self.text[begin:stop].split()).strip(' .,:;*•"”…_')
        if not any(sign.isalpha() for sign in phrase):
            return
        words = phrase.split()
        if all(word.casefold() in _FILLERS for word in words):
            return
        if any(word.casefold() in _VERBS for word in words):
            self.out.unread += len(words)
            return
        bare = _FROM.sub("", phrase, count=1) if _FROM.match(phrase) else phrase
        if any(TITLE.search(word.strip(",.")) for word in words):
            if self.open is not None and not self.serving:
                title, organisation = _split_title(phrase, bracketed=False)
                self.open.title, self.open.end = self.open.title or title, stop
                self.last = "title"
                if organisation is not None:
                    self._organisation(organisation, stop, weak=False)
        elif bare and (bare[0].isupper() or self._is_organisation(bare)) and len(words) <= 7:
            if self._is_next_name(bare):
                self._name(begin, stop, bare)
                return
            self._organisation(bare, stop, weak=not self._is_organisation(bare) and not bare.isupper())
        else:
            self.out.unread += len(words)

    def _is_next_name(self, phrase: str) -> bool:
        """`Anna Ek, Ale, Xu Fors, Kil`: who follows somebody whose organisation is given has a name, known or not."""
        entry = self.open
        if entry is None or self.serving or not (entry.organisation and not entry.weak_organisation):
            return False
        return names.is_name(phrase) and not self._is_organisation(phrase) and len(phrase.split()) <= 3


def _split_title(phrase: str, *, bracketed: bool) -> tuple[str, str | None]:
    """A title, and the organisation that stands behind it: `Landshövding Västra Götalands län`, `jurist på Adda`."""
    words = phrase.split()
    last = max(at for at, word in enumerate(words) if TITLE.search(word.strip(",.")))
    behind = words[last + 1 :]
    if not behind:
        return phrase, None
    if _FROM.match(" ".join(behind) + " ") and len(behind) > 1 and behind[1][0].isupper():
        return " ".join(words[: last + 1]), " ".join(behind[1:])
    if behind[0][0].isupper() and (bracketed or any(ORGANISATION.search(word) for word in behind)):
        return " ".join(words[: last + 1]), " ".join(behind)
    return phrase, None
