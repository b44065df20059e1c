"""One entry of a list of people: a name with party, role, organisation, title, days and hours, in any order.

The text of a line or a cell is cut into pieces (brackets, times, dates, commas, words), each handed to the name that
it belongs to. What no rule explains is counted, so that a caller can tell a list from a sentence.
"""

import re
from itertools import pairwise, zip_longest

from samverkan import names
from samverkan.places import Places
from samverkan.reading.layout import joined
from samverkan.reading.people.brackets import AWAY, FROM, THERE
from samverkan.reading.people.chunks import VERBS, Part, as_written, has_title, is_organisation, parts
from samverkan.reading.people.entry import Entry, Parsed
from samverkan.reading.people.pieces import Piece, pieces
from samverkan.reading.people.roles import (
    BODY_NOUN,
    PARTY_NAMES,
    is_title_word,
    plain,
    role_of,
    title_of_group,
)
from samverkan.reading.people.taking import Taking

_ORGANISATION_OF = re.compile(r"[A-ZÅÄÖ][\wåäö]+s\s[A-ZÅÄÖ][\wåäö]+")
_SEVERAL = re.compile(r",|;|\boch\b|\bsamt\b")
_ASIDE = re.compile(r"\([^()]*\)")
_OF_PARTY = re.compile(r"[a-zåäöé]\s?\((?:[A-ZÅÄÖ]{1,3}|Kd|Mp|Fp|Sd|s|m|c|l|v|fp|kd|mp|sd)\)")  # only people have one
_FILLERS = frozenset(
    (
        "från",
        "för",
        "vid",
        "på",
        "i",
        "hos",
        "av",
        "representerar",
        "mellan",
        "under",
        "del",
        "delvis",
        "samt",
        "och",
        "namn",
    )
)


_TO_COME = frozenset(("utses", "saknas", "tillsätts", "nomineras", "väljs", "meddelas"))
_ALL_OF = frozenset(("samtliga", "alla", "båda", "bägge"))


def parse(text: str, start: int, end: int, places: Places) -> Parsed:
    """The entries in a stretch of the text that stands where a list has names."""
    return _Reader(text, places).read(start, end)


class _Reader(Taking):
    """Hands pieces to the entry that they belong to; one stretch of text each."""

    def read(self, start: int, end: int) -> Parsed:
        self.comma_list = self._is_comma_list(start, end)
        row = self._surname_first(list(pieces(self.text, start, end)))
        fresh = True
        for at, piece in enumerate(row):
            if piece.kind == "words":
                loose = fresh or self.comma_list or self.serving
                chunk = list(
                    parts(self.text, piece.start, piece.end, self.places, loose=loose, first=self.open is None)
                )
                chunk = self._posts(chunk)
                for part, behind in zip_longest(chunk, chunk[1:]):
                    self.name_follows = behind is not None and behind.kind == "name"
                    self._part(part)
            elif piece.kind == "and" and not self._name_follows(row, at):
                self._join_title(row, at)
            elif piece.kind == "time" and self._leads(row, at):
                self.next_time = " ".join(self.text[piece.start : piece.end].split())
            else:
                self._piece(piece.kind, piece.start, piece.end)
            fresh = piece.kind in ("sep", "and", "serves", "followed") and (self.comma_list or self.open is None)
        return self.out

    def _surname_first(self, row: list[Piece]) -> list[Piece]:
        """`Ek, Anna, Sala`: the name as others write it, and the rest of the stretch."""
        if [piece.kind for piece in row[:3]] != ["words", "sep", "words"] or self.text[row[1].start] != ",":
            return row
        surname, given = (as_written(self.text, piece.start, piece.end) for piece in (row[0], row[2]))
        if not all(map(names.is_given, given.split())) or names.is_given(surname) or self.places.of(surname):
            return row
        if role_of(surname) or is_organisation(surname) or not names.is_name(f"{given} {surname}") or " " in surname:
            return row
        self._name(row[0].start, row[2].end, f"{given} {surname}")
        return row[3:]

    def _is_comma_list(self, start: int, end: int) -> bool:
        """Whether most of what commas and `och` part are names."""
        if not _SEVERAL.search(self.text, start, end):
            return False
        written = [chunk.strip() for chunk in _SEVERAL.split(self.text[start:end])]
        chunks = [(_ASIDE.sub("", chunk).strip(), chunk) for chunk in written if chunk]
        known = sum(
            1
            for chunk, whole in chunks
            if names.is_name(chunk) and (names.is_given(chunk.split()[0]) or _OF_PARTY.search(whole))
        )
        return known >= 2 and known * 2 > len(chunks)

    def _name_follows(self, row: list[Piece], at: int) -> bool:
        if at + 1 >= len(row) or row[at + 1].kind != "words":
            return False
        words = self.text[row[at + 1].start : row[at + 1].end].split()
        if names.is_given(words[0]) and len(words) > 1 and words[1][0].isupper():
            return True
        return len(words) > 1 and self.comma_list and names.is_name(" ".join(words[:2]))

    def _leads(self, row: list[Piece], at: int) -> bool:
        """`samt under § 4 Anna Ek`: when the one who follows was there."""
        before = self.text[row[at - 1].start : row[at - 1].end].strip() if at else ""
        return before in ("under", "vid") and self._name_follows(row, at)

    def _join_title(self, row: list[Piece], at: int) -> None:
        """`samordnare Barn` + `och` + `Unga`: the words after `och` go on with what stood before it."""
        if self.open is None or self.last != "title" or at + 1 >= len(row) or row[at + 1].kind != "words":
            return
        _, begin, end = row[at + 1]
        words = self.text[begin:end].split()
        if (
            not self.open.title
            or all(word in _FILLERS for word in words)
            or role_of(" ".join(words))
            or is_title_word(words[-1])
        ):
            return
        self.open.title = f"{self.open.title} och {' '.join(words)}"
        row[at + 1] = Piece("done", begin, end)
        self.open.end = end

    def _piece(self, kind: str, begin: int, stop: int) -> None:
        piece = self.text[begin:stop]
        if kind == "sep" and piece == ":" and self.last == "place":
            self._lead()
        if kind == "sep" and piece == ":" and self.last == "role" and self.open is not None:
            self.open.role, self.list_role = self.role_before, self.role_taken  # `Anna Ek; ersättare: Bo Ström`
        self.dashed = kind == "sep" and piece.strip() in ("-", "–", "—")
        self.last = "" if kind not in ("and", "paren") else self.last
        if kind == "paren":
            self._bracket(begin + 1, stop - 1)
        elif kind == "followed":
            self._followed(begin, stop)
        elif kind == "serves":
            self.serving = self.open is not None
            if self.open is not None and piece.casefold() != "för" and self.open.role is None:
                self.open.role = "substitute"
        elif kind == "and" and self.open is not None:
            self.open.followed_by_and = True
        elif self.open is not None and not self.serving:
            self._attach(kind, begin, stop)
        elif kind in ("time", "date"):
            self.out.unread += 0 if self.open else 1

    def _posts(self, chunk: list[Part]) -> list[Part]:
        """`ordförande regionala nämnden` is a post somewhere else, not a role here: one part, a title."""
        for at, (part, behind) in enumerate(pairwise(chunk)):
            words = self.text[behind.start : behind.end]
            if part.kind == "role" and words.split()[0].casefold() in _TO_COME:
                return [*chunk[:at], *chunk[at + 2 :]]  # `ersättare utses senare`
            if part.kind == "role" and behind.kind == "rest" and self.open and BODY_NOUN.search(words):
                return [*chunk[:at], Part("post", part.start, behind.end), *chunk[at + 2 :]]
        return chunk

    def _part(self, part: Part) -> None:
        """Take what some words are to the entry that they belong to."""
        kind, begin, stop = part
        phrase = as_written(self.text, begin, stop)
        if kind == "rest":
            self._remainder(begin, stop)
        elif kind == "name":
            self._name(begin, stop, phrase)
        elif kind == "post" and self.open is not None:
            self.open.title, self.open.end = self.open.title or phrase, stop
        elif kind == "vacant":
            self.out.vacant.append((begin, stop))
            self.vacated = True
            self.out.vacant_side = self.leading
            self.open = self.next_role = None
        elif kind == "role":
            if (self.dashed or self.name_follows) and self.open is not None and role_of(phrase) == "substitute":
                self.next_role = "substitute"  # `Anna Ek – ersättare Bo Ström`
            elif self.name_follows and self.open is not None and self._leads_with_role():
                self.next_role = role_of(phrase)  # `ordförande Anna Ek, vice ordförande Bo Ström`
            else:
                self._role(role_of(phrase), stop)
        elif kind == "place" and (place := self.places.of(phrase)):
            self.before_last = self.open.organisation if self.open is not None else None
            self.named = place.name
            self._organisation(place.name, stop, weak=False)
            self.last = "place"
        elif kind == "party" and self.open is not None:
            self.open.party = self.open.party or PARTY_NAMES.get(plain(phrase), phrase.upper())
            self.open.end = stop

    def _leads_with_role(self) -> bool:
        """Whether roles and titles stand before the names of this list."""
        return self.last == "" and (self.out.role is not None or self.titles_first)

    def _name(self, begin: int, stop: int, name: str) -> None:
        if self.vacated and self.open is None and not names.is_given(name.split()[0]):
            self.out.vacant_side = name  # `Vakant, Attention Sala`
            return
        if self.serving and self.open is not None:
            self.open.serves_for, self.open.end = name, stop
            self.serving, self.last = False, "served"
            return
        entry = Entry(begin, stop, stop, name, names.is_given(name.split()[0]), organisation=self.leading)
        entry.since, self.next_since = self.next_since, None
        entry.title, self.next_title = self.next_title, None
        entry.time, self.next_time = self.next_time, None
        entry.role, self.next_role = self.next_role or self.list_role, None
        self.out.entries.append(entry)
        self.open = entry

    def _remainder(self, begin: int, stop: int) -> None:
        """Words of no known name: a title, an organisation, or part of a sentence."""
        phrase = joined(self.text[begin:stop]).strip(' .,:;*•"”…_')
        words = phrase.split()
        if not any(sign.isalpha() for sign in phrase) or all(word.casefold() in _FILLERS for word in words):
            return
        if self.open is not None and plain(phrase) in AWAY | THERE:
            self.open.absent = plain(phrase) in AWAY
            return
        bare = FROM.sub("", phrase, count=1) if FROM.match(phrase) else phrase
        if any(word.casefold() in VERBS for word in words):
            self.out.unread += len(words)
        elif words[0] in _ALL_OF and (title := title_of_group(words[-1])):
            for entry in self.out.entries:
                entry.title = entry.title or title  # `Anna Ek och Bo Ström, samtliga skolchefer`
        elif self.open is not None and self.open.title and _ORGANISATION_OF.fullmatch(phrase):
            self._organisation(phrase, stop, weak=True)  # `psykolog, Ådalens Familjeläkare`
        elif has_title(phrase) and self._title_first(begin, stop, words):
            pass
        elif has_title(phrase):
            self._title(phrase, stop)
        elif bare and self._is_next_name(bare):
            self._name(begin, stop, bare)
        elif bare and (bare[0].isupper() or is_organisation(bare)) and len(words) <= 7:
            proper = is_organisation(bare) and bare[0].isupper()  # `socialkontoret, Sala`: an office of Sala's
            self.before_last = self.open.organisation if self.open is not None else None
            self.named = bare
            self._organisation(bare, stop, weak=not proper and not bare.isupper())
            self.last = "place" if proper and self.open is not None else self.last
        else:
            self.out.unread += len(words)

    def _title_first(self, begin: int, stop: int, words: list[str]) -> bool:
        """A title before a name, known or not: `Jurist Anna Ek`, `jurist Xu Fang`, `Socialchef: Bo Ek`."""
        last = max(at for at, word in enumerate(words) if is_title_word(word))
        title, behind = " ".join(words[: last + 1]), " ".join(words[last + 1 :])
        if self.open is not None and not self.titles_first:
            return False
        if names.is_name(behind) and not is_organisation(behind):
            self.titles_first, self.next_title = True, title
            self._name(max(begin, self.text.find(words[last + 1], begin, stop)), stop, behind)
            return True
        if behind or not (self.name_follows or self.open is None):
            return False
        self.titles_first, self.next_title = True, title
        return True

    def _is_next_name(self, phrase: str) -> bool:
        """`Anna Ek, Ale, Xu Fors, Kil`: who follows somebody whose organisation is given has a name, known or not."""
        entry = self.open
        if entry is None or self.serving or not (entry.organisation and not entry.weak_organisation):
            return False
        return names.is_name(phrase) and not is_organisation(phrase) and len(phrase.split()) <= 3
