"""Sets of rows of the index: by mark, such as a word or a value of a facet, the numbers of the rows that have it.

A set is a whole number with a bit for each row, so that a search is arithmetic: what has one word and another and is of
a kind, counted. With 80,000 rows that takes some microseconds, whether few are found or nearly all, where a query that
goes from row to row takes a tenth of a second. On disk a set lies in pieces, so that a change costs what it changes.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

SCHEMA: Final = """
CREATE TABLE mark (id INTEGER PRIMARY KEY, "of" TEXT, name TEXT, value TEXT, UNIQUE ("of", name, value));
CREATE TABLE marked (mark INTEGER, piece INTEGER, bits BLOB, PRIMARY KEY (mark, piece)) WITHOUT ROWID;
CREATE VIRTUAL TABLE spelled USING fts5 (value, content = 'mark', content_rowid = 'id', tokenize = 'trigram');
"""
WORD: Final = "word"
BEGINNING: Final = "beginning"  # of a word: one letter, or two
LEAST: Final = 3  # letters of a part of a word that is found within words; shorter ones are found at their beginnings

PIECE: Final = 1 << 14
"""The numbers in a piece."""
_WHOLE: Final = PIECE // 8  # bytes of a piece that is kept bit by bit
_FEW: Final = 128  # numbers in a piece; fewer are kept one by one, in two bytes each
_ABOVE: Final = "\U0010ffff"
_ONE: Final = ord("1")

Mark: TypeAlias = tuple[str, str]
"""A name and a value, as `("party", "S")`."""
Pieces: TypeAlias = tuple[int, int]
"""Pieces in which numbers lie: the first, and the one behind the last."""
ALL: Final = (0, sys.maxsize)
Ask: TypeAlias = Callable[[str, Mapping[str, Any]], list[tuple[Any, ...]]]
"""Who asks the index: all rows of a query with the values given."""


def of_words(text: str) -> Iterator[Mark]:
    """The marks by which a text, in small letters, is found by parts of its words.

    >>> sorted(of_words("ny plan"))
    [('beginning', 'n'), ('beginning', 'ny'), ('beginning', 'p'), ('beginning', 'pl'), ('word', 'ny'), ('word', 'plan')]
    """
    for word in set(text.split()):
        yield WORD, word
        yield from {(BEGINNING, word[:1]), (BEGINNING, word[:2])}


def numbers(bits: int, *, backwards: bool = False) -> Iterator[int]:
    """The numbers in a set, from the least or the greatest on.

    >>> list(numbers(0b1101)), list(numbers(0b1101, backwards=True))
    ([0, 2, 3], [3, 2, 0])
    """
    digits = bin(bits)[2:] if backwards else bin(bits)[:1:-1]
    last, at = len(digits) - 1, digits.find("1")
    while at >= 0:
        yield last - at if backwards else at
        at = digits.find("1", at + 1)


def set_of(members: Iterable[int]) -> int:
    """The set of some numbers.

    >>> bin(set_of([0, 2, 3]))
    '0b1101'
    """
    found = bytearray()
    for number in members:
        place = number >> 3
        if place >= len(found):
            found.extend(bytes(place + 1 - len(found)))
        found[place] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


class Marks:
    """The marks of the rows of a table, for reading: of all rows, or of those in some pieces."""

    def __init__(self, ask: Ask, of: str) -> None:
        self._ask, self._of = ask, of

    def having(self, name: str, value: str, pieces: Pieces = ALL) -> int:
        """The rows that have a mark."""
        return self._found("mark.value = :value", pieces, name=name, value=value)

    def beginning(self, name: str, value: str, pieces: Pieces = ALL) -> int:
        """The rows that have a mark whose value begins so."""
        which = "mark.value >= :value AND mark.value < :above"
        return self._found(which, pieces, name=name, value=value, above=value + _ABOVE)

    def values(self, name: str, prefix: str = "") -> dict[str, int]:
        """The rows by value of a mark, of those values that begin so, in their order."""
        given = {"of": self._of, "name": name, "value": prefix, "above": prefix + _ABOVE}
        found: defaultdict[str, list[tuple[int, bytes]]] = defaultdict(list)
        for value, piece, bits in self._ask(_VALUES, given):
            found[value].append((piece, bits))
        return {value: _together(pieces) for value, pieces in found.items()}

    def words(self, text: str, pieces: Pieces = ALL) -> int:
        """The rows that have all words of a text in small letters: within words, or short ones where words begin.

        All numbers there are for a text without a word.
        """
        found = -1
        for word in text.split():
            found &= self.within(word, pieces) if len(word) >= LEAST else self.having(BEGINNING, word, pieces)
        return found

    def within(self, letters: str, pieces: Pieces = ALL) -> int:
        """The rows that have some letters within a word."""
        if len(letters) < LEAST:
            return self._found("instr(mark.value, :value)", pieces, name=WORD, value=letters)
        quoted = '"' + letters.replace('"', '""') + '"'
        return self._found("spelled MATCH :match", pieces, source=_SPELLED, name=WORD, match=quoted)

    def as_it_stands(self, text: str, pieces: Pieces = ALL) -> int:
        """The rows that may have a text as it stands: all that have it are among them, and for one word no others."""
        first, *others = text.split() or [""]
        if not others:
            return self.within(first, pieces) if first else -1
        found = self.within(first, pieces) if len(first) >= LEAST else -1
        for word in others[:-1]:
            found &= self.having(WORD, word, pieces)
        return found & self.beginning(WORD, others[-1], pieces)

    def _found(self, which: str, pieces: Pieces, source: str = "mark", **given: str) -> int:
        first, end = pieces
        asked = {"of": self._of, "first": first, "end": end}
        return _together(self._ask(_HAVING.format(source=source, which=which), asked | given))


_SPELLED: Final = "spelled CROSS JOIN mark ON mark.id = spelled.rowid"
_HAVING: Final = """
SELECT piece, bits FROM {source} CROSS JOIN marked ON marked.mark = mark.id AND piece >= :first AND piece < :end
WHERE {which} AND "of" = :of AND name = :name
"""
_VALUES: Final = """
SELECT value, piece, bits FROM mark CROSS JOIN marked ON marked.mark = mark.id
WHERE "of" = :of AND name = :name AND value >= :value AND value < :above ORDER BY value
"""


def _together(pieces: Iterable[tuple[Any, ...]]) -> int:
    """The set of all that some pieces hold."""
    whole: defaultdict[int, int] = defaultdict(int)
    few: defaultdict[int, bytearray] = defaultdict(lambda: bytearray(b"0" * PIECE))
    for piece, bits in pieces:
        if len(bits) == _WHOLE:
            whole[piece] |= int.from_bytes(bits, "little")
        else:
            digits = few[piece]
            for each in array("H", bits):
                digits[~each] = _ONE
    for piece, digits in few.items():
        whole[piece] |= int(digits, 2)
    return sum(bits << (piece * PIECE) for piece, bits in whole.items())


def add(connection: sqlite3.Connection, of: str, marked: Iterable[tuple[int, Mark]]) -> None:
    """Mark rows of a table: each number with a mark that it gets."""
    for mark, pieces in _by_mark(marked).items():
        number = _number(connection, of, mark)
        for piece, bits in pieces.items():
            _put(connection, number, piece, _kept(connection, number, piece) | bits)


def take(connection: sqlite3.Connection, of: str, marked: Iterable[tuple[int, Mark]]) -> None:
    """Take marks from rows of a table again; a mark that nothing has any longer goes."""
    for mark, pieces in _by_mark(marked).items():
        number = _number(connection, of, mark)
        for piece, bits in pieces.items():
            _put(connection, number, piece, _kept(connection, number, piece) & ~bits)
        if not connection.execute("SELECT 1 FROM marked WHERE mark = ?", [number]).fetchone():
            if mark[0] == WORD:
                connection.execute(
                    "INSERT INTO spelled (spelled, rowid, value) VALUES ('delete', ?, ?)", [number, mark[1]]
                )
            connection.execute("DELETE FROM mark WHERE id = ?", [number])


def clear(connection: sqlite3.Connection, of: str, names: Collection[str], rows: Collection[int] | None = None) -> None:
    """Take all marks of some names, which are no words, from some rows of a table; from all for None."""
    among = f"""mark.id IN (SELECT id FROM mark WHERE "of" = ? AND name IN ({", ".join("?" * len(names))}))"""
    given = [of, *names]
    if rows is None:
        connection.execute(f"DELETE FROM marked WHERE mark IN (SELECT id FROM mark WHERE {among})", given)
    for piece, bits in _pieces(rows or ()).items():
        query = f"SELECT mark, bits FROM mark CROSS JOIN marked ON mark = mark.id AND piece = ? WHERE {among}"
        for number, kept in connection.execute(query, [piece, *given]).fetchall():
            before = unpacked(kept)
            if before & bits:
                _put(connection, number, piece, before & ~bits)
    connection.execute(f"DELETE FROM mark WHERE {among} AND id NOT IN (SELECT mark FROM marked)", given)


def _by_mark(marked: Iterable[tuple[int, Mark]]) -> dict[Mark, dict[int, int]]:
    """By mark and piece the bits of the rows that are given with it."""
    found: defaultdict[Mark, list[int]] = defaultdict(list)
    for number, mark in marked:
        found[mark].append(number)
    return {mark: _pieces(rows) for mark, rows in found.items()}


def _pieces(rows: Iterable[int]) -> dict[int, int]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number in rows:
        found[number // PIECE].append(number % PIECE)
    return {piece: set_of(members) for piece, members in found.items()}


def _number(connection: sqlite3.Connection, of: str, mark: Mark) -> int:
    """The number of a mark, which is new if it has none."""
    known = connection.execute('SELECT id FROM mark WHERE "of" = ? AND name = ? AND value = ?', [of, *mark]).fetchone()
    if known:
        return int(known[0])
    new = connection.execute('INSERT INTO mark ("of", name, value) VALUES (?, ?, ?)', [of, *mark]).lastrowid
    assert new is not None
    if mark[0] == WORD:
        connection.execute("INSERT INTO spelled (rowid, value) VALUES (?, ?)", [new, mark[1]])
    return new


def _kept(connection: sqlite3.Connection, mark: int, piece: int) -> int:
    row = connection.execute("SELECT bits FROM marked WHERE mark = ? AND piece = ?", [mark, piece]).fetchone()
    return unpacked(row[0]) if row else 0


def _put(connection: sqlite3.Connection, mark: int, piece: int, bits: int) -> None:
    if bits:
        connection.execute("INSERT OR REPLACE INTO marked VALUES (?, ?, ?)", [mark, piece, _packed(bits)])
    else:
        connection.execute("DELETE FROM marked WHERE mark = ? AND piece = ?", [mark, piece])


def _packed(bits: int) -> bytes:
    return array("H", numbers(bits)).tobytes() if bits.bit_count() < _FEW else bits.to_bytes(_WHOLE, "little")


def unpacked(packed: bytes) -> int:
    """The set that a piece holds."""
    return int.from_bytes(packed, "little") if len(packed) == _WHOLE else set_of(array("H", packed))
