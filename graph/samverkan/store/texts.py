"""Finding statements by their words and documents by their texts, the newest first."""

# ruff: noqa: S608  what stands in queries comes from here, values are bound

from collections.abc import Callable
from itertools import islice
from typing import Final

from samverkan.store.marks import ALL, LEAST, PIECE, Ask, Pieces, set_of
from samverkan.store.ordered import Ordered, listed

BODY: Final = "body"  # the mark of a statement: the body that its document belongs to
BEGIN, END = "\ue000", "\ue001"
"""Private letters around what was found in a text."""
_WORDS_AROUND: Final = 24


class Texts(Ordered):
    """The texts of the documents of an index, the newest first."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask, "document")

    def newest(self, text: str, most: int) -> list[tuple[str, str]]:
        """The IRIs of those with words that begin with all words of a text in small letters, and what was found there.

        Of a word of one or two letters only itself is found. Where the words stand is between `BEGIN` and `END`.
        """
        words = [_begun(word) for word in text.split() if any(map(str.isalnum, word))]
        if not words:
            return []
        given = {"match": " ".join(words), "last": self.last, "most": most}
        early, late = self.ask(_EARLY, given), self.ask(_LATE, given)
        ids = self.some(set_of(number for (number,) in (*early, *late)), 0, most)
        found: dict[int, tuple[str, str]] = {}
        for some in ([each for each in ids if each <= self.last], [each for each in ids if each > self.last]):
            if some:  # those in their order lie close together, those that were added too
                asked = given | listed(some) | {"first": min(some), "end": max(some)}
                found |= {number: (iri, piece) for number, iri, piece in self.ask(_SNIPPETS, asked)}
        return [found[each] for each in ids]


class Statements(Ordered):
    """The statements of an index that have words: points, decisions, assignments and drafts, the newest first."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask, "statement")

    def newest(self, text: str, most: int) -> tuple[str, ...]:
        """The IRIs of those with all words of a text in small letters."""
        # A statement may have a row for its heading and one for its words.
        ids = self._first(lambda pieces: self.marks.words(text, pieces), "", 2 * most) if text else ()
        return tuple(dict.fromkeys(iri for iri, _ in self.ask(_STATEMENTS, listed(ids))))[:most]

    def having(self, text: str, body: str, most: int) -> tuple[str, ...]:
        """The IRIs of those that have a text as it stands, of documents of a body, or of any for none.

        They are at least `most`, if there are so many; of a document all or none.
        """

        def found(pieces: Pieces) -> int:
            of_body = self.marks.having(BODY, body, pieces) if body else -1
            return of_body & self.marks.as_it_stands(text, pieces)

        rows = self.ask(_STATEMENTS, listed(self._first(found, text if " " in text else "", most)))
        if len(rows) == most:
            rows += self.ask(_OF_DOCUMENT, {"document": rows[-1][1], "text": text})
        return tuple(dict.fromkeys(iri for iri, _ in rows))

    def _first(self, find: Callable[[Pieces], int], text: str, most: int) -> list[int]:
        """The first rows that are found and have a text as it stands: where many are, a part is looked through."""

        def found(pieces: Pieces, within: int) -> int:
            some = find(pieces) & within
            return set_of(islice(self.with_text(some, text), most)) if text else some

        last = self.last // PIECE
        late = found((last, ALL[1]), ~self.early) if self.grown else 0
        early = 0
        first, end = 0, 1
        while first <= last and early.bit_count() < most:
            early |= found((first, end), self.early)
            first, end = end, 4 * end
        return self.some(early | late, 0, most)


_EARLY: Final = "SELECT rowid FROM passage WHERE passage MATCH :match AND rowid <= :last ORDER BY rowid LIMIT :most"
_LATE: Final = "SELECT rowid FROM passage WHERE passage MATCH :match AND rowid > :last"
_SNIPPETS: Final = f"""
SELECT passage.rowid, document.iri, snippet(passage, 0, '{BEGIN}', '{END}', '…', {_WORDS_AROUND})
FROM passage CROSS JOIN document ON document.id = passage.rowid WHERE passage MATCH :match
AND passage.rowid >= :first AND passage.rowid <= :end AND +passage.rowid IN (SELECT value FROM json_each(:ids))
"""
_STATEMENTS: Final = """
SELECT iri, document FROM json_each(:ids) AS wanted CROSS JOIN statement ON statement.id = wanted.value
ORDER BY wanted.key
"""
_OF_DOCUMENT: Final = "SELECT iri, document FROM statement WHERE document = :document AND instr(plain, :text)"


def _begun(word: str) -> str:
    """How FTS5 is asked for words that begin so, or for a word of one or two letters itself."""
    quoted = '"' + word.replace('"', '""') + '"'
    return f"{quoted}*" if len(word) >= LEAST else quoted
