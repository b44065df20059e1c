"""Removals: people who asked to be forgotten, each as a digest of the name, with who saw to it, when and why.

They stand in a CSV file with the columns `COLUMNS`, which does not hold the names. Whoever has the file and guesses a
name can see whether it is there, so it is kept with what is private; nothing of it is published.

A name is compared without accents, case, signs and order of its words: `Åsa Berg`, `BERG, Åsa`, `asa.berg@`.
"""

import csv
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property, lru_cache
from hashlib import blake2b, sha256
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Final

from samverkan.errors import RemovalError
from samverkan.privacy import BLOCK, Hidden

REASON: Final = "removed on request"

_WORD: Final = re.compile(r"[^\W\d_]+")
_GAP: Final = re.compile(r"(?:(?!█)[\W_]){1,3}")  # what may stand between two words of a name, such as `, ` or `.`
_MOST: Final = 6  # words of a name
_SIGN_IN_PATH: Final = re.compile(r"~(?:2[789c]|60|b4|2019)")  # apostrophes, brackets, commas
_DIGEST: Final = re.compile(rf"[2-{_MOST}]-[0-9a-f]{{32}}")


@dataclass(frozen=True, slots=True)
class Removal:
    """A name that is to be nowhere, in documents of one county or, where that is empty, in all.

    `key` names the row, `when` is a day or a moment (ISO 8601). The spellings of one person share their `key`.
    """

    key: str
    digest: str
    county: str
    who: str
    when: str
    why: str


COLUMNS: Final = tuple(each.name for each in fields(Removal))


@dataclass(frozen=True)
class Removals:
    """All removals, in the order of their file."""

    rows: tuple[Removal, ...] = ()
    _hiders: dict[str | None, "Hider"] = field(default_factory=dict, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __reduce__(self) -> tuple[type["Removals"], tuple[tuple[Removal, ...]]]:
        return Removals, (self.rows,)  # what a worker process is sent

    def hider(self, county: str | None = None) -> "Hider":
        """What hides the names that were removed from documents of a county (its code); without one, all names."""
        if county not in self._hiders:
            digests = (row.digest for row in self.rows if county is None or row.county in ("", county))
            self._hiders[county] = Hider(frozenset(digests))
        return self._hiders[county]

    def of(self, name: str, county: str) -> Removal | None:
        """The removal of a name, also as a part of a path, in a county; None where there is none.

        >>> Removals((removal("Bo Ek", "A", "B"),)).of("ek_bo", "12") is not None
        True
        """
        digest = digest_of(_SIGN_IN_PATH.sub(" ", name))
        return next((row for row in self.rows if row.digest == digest and row.county in ("", county)), None)

    @property
    def digest(self) -> str:
        """A digest of all rows, whatever their order; no name can be guessed by it, since keys are made by chance."""
        lines = sorted(repr([getattr(row, name) for name in COLUMNS]) for row in self.rows)
        return f"sha256:{sha256(' '.join(lines).encode()).hexdigest()}"


NONE: Final = Removals()


@dataclass(frozen=True)
class Hider:
    """Hides names that are known by their digests alone."""

    digests: frozenset[str]

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({int(digest[0]) for digest in self.digests}))

    def names(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """Where the names stand in a text, each with its words."""
        words = list(_WORD.finditer(text)) if self.digests else []
        ends = [_GAP.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words)]
        found = []
        for at in range(len(words)):
            for length in self._lengths:
                some = words[at : at + length]
                if len(some) < length or not all(ends[at : at + length - 1]):
                    break
                if self._is_one(some) and not _is_longer(text, some):
                    found.append((some[0].start(), some[-1].end(), tuple(word[0] for word in some)))
        return found

    def _is_one(self, words: Sequence[re.Match[str]]) -> bool:
        plain = [_plain(word[0]) for word in words]
        if _digest(plain) in self.digests:
            return True
        return plain[-1].endswith("s") and _digest([*plain[:-1], plain[-1][:-1]]) in self.digests

    def mentions(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        return bool(self.names(text))

    def within(self, *texts: str) -> Callable[[str], tuple[str, tuple[Hidden, ...]]]:
        """What hides the names and, of those that stand in `texts`, their short forms (`A. Berg`, `Anna B`) too.

        >>> hide = Hider(frozenset([digest_of("Anna Berg")])).within("Anna Berg valdes.")
        >>> hide("A. Berg och ANNA BERGS mor, anna.berg@orten.se")[0]
        '██ ████ och ████ █████ mor, █████████@orten.se'
        """
        forms = {form for text in texts for _, _, words in self.names(text) for form in _short_forms(words)}
        short = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(sorted(forms))})(?!\w)") if forms else None

        def hide(text: str) -> tuple[str, tuple[Hidden, ...]]:
            spans = [(start, end) for start, end, _ in self.names(text)]
            spans += [match.span() for match in short.finditer(text)] if short else []
            signs = list(text)
            for start, end in spans:
                for at in range(start, end):
                    signs[at] = signs[at] if signs[at].isspace() else BLOCK
            return "".join(signs), tuple(Hidden(start, end, REASON) for start, end in sorted(set(spans)))

        return hide

    def hidden(self, text: str) -> str:
        """A text without the names."""
        return self.within(text)(text)[0]


def _is_longer(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether a name with blanks is a part of another with hyphens: `Anna Berg` of `Anna Berg-Lund`."""
    start, end = words[0].start(), words[-1].end()
    if not any(each.isspace() for each in text[start:end]):
        return False
    return text[max(start - 1, 0) : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha())


def _short_forms(words: Sequence[str]) -> Iterator[str]:
    """Patterns of the forms of a name with an initial; its words may have stood the other way round."""
    for first, last in ((words[0], words[-1].removesuffix("s")), (words[-1].removesuffix("s"), words[0])):
        yield rf"{re.escape(first[0])}\.?\s{re.escape(last)}s?"
        yield rf"{re.escape(first)}\s{re.escape(last[0])}\.?"


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    """A word without accents and case."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _digest(plain: Iterable[str]) -> str:
    words = sorted(plain)
    return f"{len(words)}-{blake2b(' '.join(words).encode(), digest_size=16, person=b'samverkan.name').hexdigest()}"


def digest_of(name: str) -> str:
    """The digest of a name, with the number of its words before it.

    >>> digest_of("Åsa Lind-Ek") == digest_of("lind ek, asa"), digest_of("Bo Ek")[:2]
    (True, '2-')
    """
    return _digest(map(_plain, _WORD.findall(unicodedata.normalize("NFC", name))))


def is_full_name(name: str) -> bool:
    """Whether a name has first name and surname, and no initials.

    >>> is_full_name("Bo Ek"), is_full_name("B. Ek"), is_full_name("Ek")
    (True, False, False)
    """
    words = _WORD.findall(unicodedata.normalize("NFC", name))
    return 2 <= len(words) <= _MOST and min(map(len, words)) > 1


def removal(name: str, who: str, why: str, county: str = "", when: str = "", key: str = "") -> Removal:
    """The removal of a name; `RemovalError` where it is no full name, or where who or why would tell it."""
    if not is_full_name(name):
        raise RemovalError(f"{name!r} is no full name; give first name and surname, as the documents write them")
    row = Removal(
        key or secrets.token_hex(8), digest_of(name), county, " ".join(who.split()), when, " ".join(why.split())
    )
    for column, text in (("who", row.who), ("why", row.why)):
        if not text:
            raise RemovalError(f"{column} is empty; a removal says who saw to it and why")
        if Hider(frozenset([row.digest])).mentions(text):
            raise RemovalError(f"{column} has the name in it; say it without, the file is to hold no names")
    return row


def load(path: Path) -> Removals:
    """The removals in a file, none where there is no such file; `RemovalError` names what cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return NONE
    except (OSError, UnicodeDecodeError) as error:
        raise RemovalError(f"{path}: cannot be read: {error}") from None
    return parse(text, str(path))


def parse(text: str, where: str) -> Removals:
    """The removals in the text of a file, each checked."""
    reader = csv.DictReader(StringIO(text, newline=""))
    if reader.fieldnames is not None and tuple(reader.fieldnames) != COLUMNS:
        raise RemovalError(f"{where}: the first line must read {','.join(COLUMNS)}")
    return Removals(tuple(_row(values, f"{where}, line {reader.line_num}") for values in reader))


def _row(values: Mapping[str | None, str | None], where: str) -> Removal:
    if None in values or None in values.values():
        raise RemovalError(f"{where}: this row has not {len(COLUMNS)} values")
    row = Removal(**{name: (values[name] or "").strip() for name in COLUMNS})
    if not _DIGEST.fullmatch(row.digest):
        raise RemovalError(f"{where}: digest is {row.digest!r}; `samverkan remove NAME` writes the digest of a name")
    if not row.key or not row.who or not row.why:
        raise RemovalError(f"{where}: key, who or why is empty; a removal says who saw to it and why")
    try:
        datetime.fromisoformat(row.when)
    except ValueError:
        raise RemovalError(f"{where}: when is {row.when!r}; write a day or a moment, as 2026-11-22") from None
    return row


def written(rows: Iterable[Removal]) -> str:
    """Rows as the text of a file."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, name) for name in COLUMNS] for row in rows)
    return out.getvalue()
