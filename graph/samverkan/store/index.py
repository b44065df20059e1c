"""The full-text index of a snapshot: names, words of statements and texts of documents, in SQLite beside the engine.

Names and words of statements are found by any part of a word of three letters or more (Swedish compounds hide words);
texts by the beginnings of words. Letters count as they are: å, ä and ö are no a and o; capitals do not matter.
"""

import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from samverkan.store import Rows, Term, facets, kept_rows, marks, ordered, pairs, sums, texts
from samverkan.store.finding import Chosen, Thing, Things
from samverkan.store.texts import Statements, Texts

VERSION: Final = 7  # counted up when the tables change
KEEPING: Final = (6, VERSION)
"""The versions whose answers and pairs are kept as they are today."""
SCHEMA: Final = f"""
{ordered.SCHEMA}
{marks.SCHEMA}
CREATE VIRTUAL TABLE passage USING fts5 (
  text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '3'
);
"""

_NEAREST: Final = 200  # things that a query is told of; the one that asks tells a hundred
_NEWEST: Final = 400  # statements that a query is told of; the one that asks tells of as many
_ROWS_AT_ONCE: Final = 200  # of a kept answer, before other threads may read
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A document whose text has the words, and the piece where they stand: texts by turns beside and of what was found.

    The first is beside it, and may be empty.
    """

    document: str
    pieces: tuple[str, ...]


class TextIndex:
    """The index in the file `path`, opened for reading; threads may share it."""

    def __init__(self, path: Path) -> None:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()
        ((version,),) = self._rows("PRAGMA user_version", {})
        self._keeps = version in KEEPING  # else answers are kept in other tables
        self.attends = bool(self._rows("SELECT 1 FROM sqlite_master WHERE name = 'attendance'", {}))
        self.finds = version == VERSION
        """Whether things, statements and texts can be found in it: not in one that an older version made."""
        if self.finds:
            self._things, self._statements = Things(self._rows), Statements(self._rows)
            self._texts = Texts(self._rows)
        self.close = weakref.finalize(self, self._connection.close)

    def counts(self, text: str, base: str, chosen: Chosen = MappingProxyType({})) -> Mapping[str, int]:
        """How many things below `base` have all words of a text in their names, by kind; all for an empty text.

        `chosen` are values that they must have, by facet.
        """
        return self._things.counts(folded(text), base, chosen)

    def facets(
        self, text: str, base: str, kinds: Sequence[str], chosen: Chosen = MappingProxyType({})
    ) -> Mapping[str, Sequence[tuple[str, int]]]:
        """By facet its values, and how many of the things that `things` finds have each; the most frequent first."""
        return self._things.facets(folded(text), base, kinds, chosen)

    def things(
        self,
        text: str,
        base: str,
        kinds: Sequence[str],
        first: int = 0,
        most: int = 100,
        chosen: Chosen = MappingProxyType({}),
        order: str = "",
    ) -> tuple[Thing, ...]:
        """Things below `base` of some kinds whose names have all words of a text; all for an empty text.

        The best come first: whole names, then those that have the text as whole words, then those that begin with it;
        among equals by kind in the order given, then by name. `order` is one of `finding.ORDERS` to go by instead, from
        the last to the first after a `-`.
        """
        return self._things.things(folded(text), base, kinds, first, most, chosen, order)

    def in_office(self, iris: Iterable[str]) -> frozenset[str]:
        """Of some people the IRIs of those who act in an office anywhere, by the rule of the query `pages/standing`."""
        return self._things.marked(facets.OFFICE, iris)

    def beginning(self, prefix: str, most: int) -> tuple[Thing, ...]:
        """Things whose IRIs begin so, in the order of their IRIs."""
        rows = self._rows(_BEGINNING, {"prefix": prefix, "after": prefix + "\U0010ffff", "most": most})
        return tuple(Thing(iri, label, (), county) for iri, label, county in rows)

    def statements(self, text: str, most: int = 200) -> tuple[str, ...]:
        """The IRIs of points, decisions, assignments and drafts whose words have all words of a text, newest first."""
        return self._statements.newest(folded(text), most)

    def having(self, table: str, text: str, body: str = "") -> tuple[str, ...] | None:
        """The IRIs of the things or statements that have a text as it stands, capitals or not; None for no text.

        Of very many they are the nearest things (`Things.nearest`), or the newest statements (`Statements.having`), of
        a body where one is given.
        """
        plain = folded(text)
        if not plain or not self.finds:
            return None
        if table == "thing":
            return self._things.nearest(plain, _NEAREST)
        return self._statements.having(plain, body, _NEWEST)

    def excerpts(self, text: str, most: int = 20) -> tuple[Excerpt, ...]:
        """Documents whose text has words that begin with all words of a text, the newest first."""
        return tuple(Excerpt(iri, _pieces(snippet)) for iri, snippet in self._texts.newest(folded(text), most))

    def answer(
        self, question: str, language: str, chosen: kept_rows.Chosen, first: int = 0, most: int = -1
    ) -> Rows | None:
        """The answer to a question, as the shipped query of that name gives it, if it is kept: all, or what is chosen.

        `chosen` are its parameters, each with the terms of which a row must be about one. Rows are told from the number
        `first` on, `most` of them where that is not negative.
        """
        if not self._keeps or (question in pairs.QUESTIONS and chosen):
            return None
        with self._lock:
            if question in pairs.QUESTIONS:
                rows = pairs.answer(self._connection, question)
                found: Rows | None = Rows(rows.variables, islice(rows.rows, first, first + most if most >= 0 else None))
            else:
                found = kept_rows.answer(self._connection, question, language, chosen, first, most)
        return Rows(found.variables, self._some_by_some(found.rows)) if found else None

    def number(self, question: str, chosen: kept_rows.Chosen, most: int) -> int | None:
        """How many rows `answer` gives, counted as far as `most`; None where that is not known without reading them."""
        if not self._keeps or question in pairs.QUESTIONS:
            return None
        with self._lock:
            return kept_rows.count(self._connection, question, chosen, most)

    def attendance(
        self, ask: Callable[Concatenate[sqlite3.Connection, P], T], *about: P.args, **more: P.kwargs
    ) -> T | None:
        """What a function of `attendance` tells; None where the index is older than that table."""
        if not self.attends:
            return None
        with self._lock:
            return ask(self._connection, *about, **more)

    def sums(self, name: str) -> str | None:
        """What is added up for a shipped query, as the VALUES of it; None where that is not kept (`sums`)."""
        with self._lock:
            return sums.values(self._connection, name)

    def met(self) -> list[tuple[str, str, int]]:
        """Pairs of people who have met, in the order of their IRIs, with the number of meetings."""
        return self._rows(pairs.MET, {})

    def met_at(self, among: Iterable[str] | None = None) -> list[tuple[str, str, str]]:
        """Pairs of people, all or among some, with each meeting where they met."""
        return self._rows(pairs.MET_AT if among is None else pairs.MET_AT_AMONG, _listed(among))

    def met_with(self, person: str, most: int) -> list[tuple[str, str | None, int, int]]:
        """Those whom a person has met most: IRI, name, at how many meetings, and how many there are of them in all."""
        return self._rows(pairs.MET_WITH, {"person": person, "most": most})

    def sharing(self) -> list[tuple[str, str, int]]:
        """Pairs of bodies that share people, with the number of these."""
        return self._rows(pairs.SHARING, {})

    def circles(self, among: Iterable[str]) -> list[tuple[str, str, str]]:
        """People who take part in two of some bodies or more: person, body, the first statement that says so."""
        return self._rows(pairs.CIRCLES, _listed(among))

    def sharing_with(self, body: str, most: int) -> list[tuple[str, str | None, int, int]]:
        """The bodies that share most people with one: IRI, name, how many people, how many of them seated on both."""
        return self._rows(pairs.SHARING_WITH, {"body": body, "most": most})

    def _some_by_some(self, rows: Iterator[Sequence[Term | None]]) -> Iterator[Sequence[Term | None]]:
        while True:
            with self._lock:
                some = list(islice(rows, _ROWS_AT_ONCE))
            if not some:
                return
            yield from some

    def _rows(self, query: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, given).fetchall()


_BEGINNING: Final = """
SELECT thing.iri, thing.label, county.label FROM thing LEFT JOIN thing AS county ON county.iri = thing.county
WHERE thing.iri >= :prefix AND thing.iri < :after ORDER BY thing.iri LIMIT :most
"""


def folded(text: str) -> str:
    """A text as it is compared: in small letters, without signs that control how it is shown, single spaces."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).lower().split())


def lines(texts: Iterable[str]) -> str:
    """Texts as they are compared, one a line."""
    return "\n".join(dict.fromkeys(map(folded, texts)))


def _listed(iris: Iterable[str] | None) -> dict[str, Any]:
    return {} if iris is None else {"iris": json.dumps(sorted(iris))}


def _pieces(snippet: str) -> tuple[str, ...]:
    """A snippet cut where marks stand.

    >>> _pieces("om \\ue000plan\\ue001 och")
    ('om ', 'plan', ' och')
    """
    return tuple(snippet.replace(texts.END, texts.BEGIN).split(texts.BEGIN))
