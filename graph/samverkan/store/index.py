"""The full-text index of a snapshot: names, words of statements and texts of documents, in SQLite beside the engine.

Names and words of statements are found by any part of a word of three letters or more (Swedish compounds hide words);
texts by the beginnings of words. Letters count as they are: å, ä and ö are no a and o; capitals do not matter.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from samverkan.store import Rows, Term, kept_rows, pairs, sums

VERSION: Final = 6  # counted up when the tables change
SCHEMA: Final = """
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, label TEXT, forms TEXT, county TEXT, plain TEXT);
CREATE VIRTUAL TABLE name USING fts5 (plain, content = 'thing', content_rowid = 'id', tokenize = 'trigram');
CREATE TABLE statement (id INTEGER PRIMARY KEY, iri TEXT, document TEXT, plain TEXT);
CREATE INDEX statement_iri ON statement (iri);
CREATE VIRTUAL TABLE word USING fts5 (plain, content = 'statement', content_rowid = 'id', tokenize = 'trigram');
CREATE TABLE document (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, date TEXT, text TEXT);
CREATE VIRTUAL TABLE passage USING fts5 (
  text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '3'
);
"""
INDEXES: Final[Mapping[str, tuple[str, str]]] = {
    "thing": ("name", "plain"), "statement": ("word", "plain"), "document": ("passage", "text"),
}  # fmt: skip
"""The table of each index, with the column that is searched."""

_LEAST: Final = 3  # letters; shorter words are looked for in what the longer ones found
_BEGIN, _END = "\ue000", "\ue001"  # private letters around what was found in a text
_WORDS_AROUND: Final = 24
_MOST_HAVING: Final = 5_000  # of what has a text; for more a query may as well read all
_ROWS_AT_ONCE: Final = 200  # of a kept answer, before other threads may read
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a name: its other written forms, the name of its county.

    `years` are the first and the last in which it is found, none where no day is stated.
    """

    iri: str
    label: str
    forms: tuple[str, ...]
    county: str | None
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A document whose text has the words, and the piece where they stand: texts by turns beside and of what was found.

    The first is beside it, and may be empty.
    """

    document: str
    pieces: tuple[str, ...]


Chosen: TypeAlias = Mapping[str, str]
"""What things must have: by facet of `facets.NAMES` a value."""


class TextIndex:
    """The index in the file `path`, opened for reading; threads may share it."""

    def __init__(self, path: Path) -> None:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()
        self._keeps = self._rows("PRAGMA user_version", {}) == [(VERSION,)]  # else answers are kept in other tables
        self._attends = bool(self._rows("SELECT 1 FROM sqlite_master WHERE name = 'attendance'", {}))
        self._whole: dict[tuple[str, ...], Mapping[str, Sequence[tuple[str, int]]]] = {}  # facets of all of some kinds
        self.close = weakref.finalize(self, self._connection.close)

    def counts(self, text: str, base: str, chosen: Chosen = MappingProxyType({})) -> Mapping[str, int]:
        """How many things below `base` have all words of a text in their names, by kind; all for an empty text.

        `chosen` are values that they must have, by facet.
        """
        condition, given = _found(text, chosen)
        return dict(self._rows(_COUNTS.format(condition=condition), given | _below(base)))

    def facets(
        self, text: str, base: str, kinds: Sequence[str], chosen: Chosen = MappingProxyType({})
    ) -> Mapping[str, Sequence[tuple[str, int]]]:
        """By facet its values, and how many of the things that `things` finds have each; the most frequent first."""
        whole = (base, *kinds) if not folded(text) and not chosen else ()
        found = self._whole.get(whole) or self._sorted_out(text, base, kinds, chosen)
        if whole:
            self._whole[whole] = found
        return found

    def _sorted_out(
        self, text: str, base: str, kinds: Sequence[str], chosen: Chosen
    ) -> Mapping[str, Sequence[tuple[str, int]]]:
        condition, given = _found(text, chosen)
        listed, numbered = _kinds(kinds)
        many = sum(number for kind, number in self.counts(text, base, chosen).items() if kind in kinds) > _MANY
        query = (_FACETS_OF_MANY if many else _FACETS).format(condition=condition, kinds=listed)
        found: dict[str, list[tuple[str, int]]] = {}
        for name, value, number in self._rows(query, given | numbered | _below(base)):
            found.setdefault(name, []).append((value, number))
        return found

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
        among equals by kind in the order given, then by name. `order` is a column of `ORDERS` to go by instead, from
        the last to the first after a `-`.
        """
        condition, given = _found(text, chosen)
        listed, numbered = _kinds(kinds)
        given |= numbered | _below(base) | {"text": folded(text), "first": first, "most": most}
        column = ORDERS.get(order.removeprefix("-"), "")
        by = f"{column} IS NULL, {column} {'DESC' if order.startswith('-') else 'ASC'}," if column else ""
        found = self._rows(_ORDERED.format(condition=condition, kinds=listed, by=by), given)
        rows = self._rows(_THINGS, {"ids": json.dumps([number for (number,) in found])})
        return tuple(
            Thing(iri, label, tuple(forms.split("\n")) if forms else (), county, (first, last) if first else ())
            for iri, label, forms, county, first, last in rows
        )

    def beginning(self, prefix: str, most: int) -> tuple[Thing, ...]:
        """Things whose IRIs begin so, in the order of their IRIs."""
        rows = self._rows(_BEGINNING, {"prefix": prefix, "after": prefix + "\U0010ffff", "most": most})
        return tuple(Thing(iri, label, (), county) for iri, label, county in rows)

    def statements(self, text: str, most: int = 200) -> tuple[str, ...]:
        """The IRIs of points, decisions, assignments and drafts whose words have all words of a text, newest first."""
        condition, given = _condition("statement", folded(text).split())
        rows = self._rows(
            f"SELECT DISTINCT statement.iri FROM statement LEFT JOIN document ON document.iri = statement.document "
            f"WHERE {condition} ORDER BY date DESC, document.iri, statement.iri LIMIT :most",
            given | {"most": most},
        )
        return tuple(iri for (iri,) in rows)

    def having(self, table: str, text: str) -> tuple[str, ...] | None:
        """The IRIs of all in a table of `INDEXES` whose words have a text as it stands, capitals or not.

        None where the text is too short for the index, or too many have it.
        """
        plain = folded(text)
        if len(plain) < _LEAST:
            return None
        index, _ = INDEXES[table]
        rows = self._rows(
            f"SELECT DISTINCT iri FROM {table} WHERE id IN (SELECT rowid FROM {index} WHERE {index} MATCH :match) "
            "LIMIT :most",
            {"match": _quoted(plain), "most": _MOST_HAVING + 1},
        )
        return tuple(iri for (iri,) in rows) if len(rows) <= _MOST_HAVING else None

    def excerpts(self, text: str, most: int = 20) -> tuple[Excerpt, ...]:
        """Documents whose text has words that begin with all words of a text, the closest first."""
        words = [_quoted(word) + "*" for word in folded(text).split() if any(map(str.isalnum, word))]
        if not words:
            return ()
        rows = self._rows(_EXCERPTS, {"match": " ".join(words), "most": most})
        return tuple(Excerpt(iri, _pieces(snippet)) for iri, snippet in rows)

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
        if not self._attends:
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


# The kind of a thing is the first part of its path below the base.
_FOUND: Final = """
  SELECT id, plain, county, substr(iri, :skip, instr(substr(iri, :skip) || '/', '/') - 1) AS kind
  FROM thing WHERE {condition} AND substr(iri, 1, :skip - 1) = :base
"""
_COUNTS: Final = f"SELECT kind, COUNT(*) FROM ({_FOUND}) GROUP BY kind"
# Of few things the facets of each are looked up; of many, all facets are gone through in their order.
_MANY: Final = 2_000
_SORTED: Final = "ORDER BY name, number DESC, facet_value.value"
_FACETS: Final = f"""
WITH kinds (kind, place) AS (VALUES {{kinds}}), found AS MATERIALIZED ({_FOUND}),
  counted AS (
    SELECT facet.value, COUNT(*) AS number FROM found JOIN kinds USING (kind) CROSS JOIN facet ON facet.thing = found.id
    GROUP BY facet.value
  )
SELECT name, facet_value.value, number FROM counted JOIN facet_value ON facet_value.id = counted.value {_SORTED}
"""
_FACETS_OF_MANY: Final = f"""
WITH kinds (kind, place) AS (VALUES {{kinds}}), found AS MATERIALIZED ({_FOUND}),
  counted AS (
    SELECT value, COUNT(*) AS number FROM facet NOT INDEXED
    WHERE thing IN (SELECT id FROM found JOIN kinds USING (kind)) GROUP BY value
  )
SELECT name, facet_value.value, number FROM counted JOIN facet_value ON facet_value.id = counted.value {_SORTED}
"""
# In Swedish å stands before ä, in Unicode behind it.
_ALPHABETICAL: Final = "replace({}, 'å', 'ã')"
_BY_NAME: Final = _ALPHABETICAL.format("found.plain")
ORDERS: Final[Mapping[str, str]] = {
    "name": _BY_NAME,
    "kind": "place",
    "county": "(SELECT {} FROM thing AS home WHERE home.iri = found.county)".format(_ALPHABETICAL.format("home.plain")),
    "year": "(SELECT last FROM span WHERE thing = found.id)",
}
"""What things can be ordered by, and how SQLite says it."""
_ORDERED: Final = f"""
WITH kinds (kind, place) AS (VALUES {{kinds}}), found AS MATERIALIZED ({_FOUND})
SELECT found.id FROM found JOIN kinds USING (kind)
ORDER BY {{by}} CASE
    WHEN :text = '' OR found.plain = :text
      OR instr(char(10) || found.plain || char(10), char(10) || :text || char(10)) THEN 0
    WHEN instr(' ' || replace(found.plain, char(10), ' ') || ' ', ' ' || :text || ' ') THEN 1
    WHEN substr(found.plain, 1, length(:text)) = :text THEN 2
    ELSE 3
  END, place, {_BY_NAME}, found.id
LIMIT :most OFFSET :first
"""
_THINGS: Final = """
SELECT thing.iri, thing.label, thing.forms, home.label, span.first, span.last
FROM json_each(:ids) AS wanted CROSS JOIN thing ON thing.id = wanted.value
LEFT JOIN thing AS home ON home.iri = thing.county LEFT JOIN span ON span.thing = thing.id
ORDER BY wanted.key
"""
_BEGINNING: Final = """
SELECT thing.iri, thing.label, county.label FROM thing LEFT JOIN thing AS county ON county.iri = thing.county
WHERE thing.iri >= :prefix AND thing.iri < :after ORDER BY thing.iri LIMIT :most
"""
_EXCERPTS: Final = f"""
SELECT document.iri, snippet(passage, 0, '{_BEGIN}', '{_END}', '…', {_WORDS_AROUND})
FROM (SELECT rowid, rank FROM passage WHERE passage MATCH :match ORDER BY rank LIMIT :most) AS best
JOIN passage ON passage.rowid = best.rowid JOIN document ON document.id = best.rowid
WHERE passage MATCH :match ORDER BY best.rank
"""


def folded(text: str) -> str:
    """A text as it is compared: in small letters, without signs that control how it is shown, single spaces."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).lower().split())


def lines(texts: Iterable[str]) -> str:
    """Texts as they are compared, one a line."""
    return "\n".join(dict.fromkeys(map(folded, texts)))


def _condition(table: str, words: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """What the rows of a table must fulfil to have all words, and the values in it."""
    long = [_quoted(word) for word in words if len(word) >= _LEAST]
    short = {f"word{number}": word for number, word in enumerate(word for word in words if len(word) < _LEAST)}
    index, column = INDEXES[table]
    parts = [f"{table}.id IN (SELECT rowid FROM {index} WHERE {index} MATCH :match)"] if long else []
    parts += [f"instr({table}.{column}, :{name})" for name in short]
    return " AND ".join(parts) or "TRUE", {**short, "match": " ".join(long)}


def _found(text: str, chosen: Chosen) -> tuple[str, dict[str, Any]]:
    """What things must fulfil that have all words of a text and the values chosen by facet."""
    condition, given = _condition("thing", folded(text).split())
    for number, (name, value) in enumerate(chosen.items()):
        which = f"SELECT id FROM facet_value WHERE name = :facet{number} AND value = :value{number}"
        condition += f" AND id IN (SELECT thing FROM facet WHERE value = ({which}))"
        given |= {f"facet{number}": name, f"value{number}": value}
    return condition, given


def _kinds(kinds: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Kinds as rows with their places, and the values in these."""
    rows = ", ".join(f"(:kind{number}, {number})" for number in range(len(kinds)))
    return rows, {f"kind{number}": kind for number, kind in enumerate(kinds)}


def _listed(iris: Iterable[str] | None) -> dict[str, Any]:
    return {} if iris is None else {"iris": json.dumps(sorted(iris))}


def _below(base: str) -> dict[str, Any]:
    return {"base": base, "skip": len(base) + 1}


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _pieces(snippet: str) -> tuple[str, ...]:
    """A snippet cut where marks stand.

    >>> _pieces("om \\ue000plan\\ue001 och")
    ('om ', 'plan', ' och')
    """
    return tuple(snippet.replace(_END, _BEGIN).split(_BEGIN))
