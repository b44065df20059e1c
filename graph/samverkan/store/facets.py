"""What things can be sorted out by: county, kind, theme, role, party, year, way of knowing.

They are worked out with each snapshot. The table `facet` stands beside the full-text index. Counted over the graph,
facets take seconds; from the table, some thousandths of a second.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Triple

from samverkan.store.touched import ways
from samverkan.themes import Themes
from samverkan.vocabulary import CONCEPTS, DCT, ORG, RDF, RDFS, SAMV, SKOS

SCHEMA: Final = """
CREATE TABLE facet_value (id INTEGER PRIMARY KEY, name TEXT, value TEXT, UNIQUE (name, value));
CREATE TABLE facet (value INTEGER, thing INTEGER, PRIMARY KEY (value, thing)) WITHOUT ROWID;
CREATE INDEX facet_thing ON facet (thing, value);
CREATE TABLE span (thing INTEGER PRIMARY KEY, first TEXT, last TEXT);
"""
# By facet the patterns that join a ?thing to a ?value; `{}` is where some things are named.
_PATTERNS: Final = {
    "county": (
        f"?thing {SAMV.county} ?value",
        f"?thing {SAMV.body} ?body . ?body {SAMV.county} ?value",
    ),
    "bodykind": (
        f"?thing {SAMV.bodyKind} ?value",
        f"?thing {SAMV.body} ?body . ?body {SAMV.bodyKind} ?value",
    ),
    "theme": (
        f"?thing a {SAMV.Document} ; {DCT.title} ?value",
        f"?thing {RDFS.label} ?value . ?thing a {SAMV.Work}",
        f"?thing {RDFS.label} ?value . ?thing a {SAMV.Body}",
        f"?item a {SAMV.AgendaItem} ; {DCT.title} ?value ; {SAMV.meeting} ?thing",
        f"?item a {SAMV.AgendaItem} ; {DCT.title} ?value ; {SAMV.inDocument} ?thing",
    ),
    "role": (
        f"?fact {ORG.member} ?thing ; {ORG.role} ?value",
        f"?fact {SAMV.person} ?thing ; {ORG.role} ?value",
    ),
    "party": (
        f"?fact {ORG.member} ?thing ; {SAMV.party} ?value",
        f"?fact {SAMV.person} ?thing ; {SAMV.party} ?value",
    ),
    "year": (
        f"?thing a {SAMV.Meeting} ; {SAMV.start} ?value",
        f"?thing a {SAMV.Document} ; {SAMV.date} ?value",
        f"?meeting a {SAMV.Meeting} ; {SAMV.body} ?thing ; {SAMV.start} ?value",
        f"?fact {SAMV.person} ?thing ; {SAMV.meeting} ?meeting . ?meeting {SAMV.start} ?value",
        f"?fact {SAMV.mentions} ?thing ; {SAMV.inDocument} ?document . ?document {SAMV.date} ?value",
    ),
    "known": (
        f"?thing {SAMV.knownBy} ?value",
        *(
            f"?fact {each} ?thing ; {SAMV.knownBy} ?value"
            for each in (
                ORG.member, ORG.organization, SAMV.person, SAMV.meeting, SAMV.mentions, SAMV.body, SAMV.assignee,
                SAMV.draft, RDF.subject, RDF.object,
            )
        ),
    ),
}  # fmt: skip
NAMES: Final = tuple(_PATTERNS)
"""The facets; a theme is told by words of titles (`samverkan.themes`), and years are those of a meeting or document, or
of meetings and documents where a thing is found."""

_THEME: Final = NamedNode(f"{CONCEPTS}theme")
_AT_ONCE: Final = 500  # things in a query
_YEAR: Final = 4  # figures


def touched(engine: pyoxigraph.Store, changed: Collection[Triple], most: int) -> set[NamedNode] | None:
    """The things whose facets may be others since some triples came or went; None for any, or for more than `most`."""
    found: set[NamedNode] = set()
    for pattern in chain.from_iterable(_PATTERNS.values()):
        some = ways(f"SELECT ?thing {{ {pattern} }}", "thing").touched(engine, changed, most)
        if some is None or len(found) > most:
            return None
        found |= some
    return found


def forget(connection: sqlite3.Connection, near: Collection[NamedNode]) -> None:
    """Let go what is kept about some things, while they still have the numbers by which it is kept."""
    for table in ("facet", "span"):
        connection.executemany(
            f"DELETE FROM {table} WHERE thing = (SELECT id FROM thing WHERE iri = ?)", ((each.value,) for each in near)
        )


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store, near: Collection[NamedNode] | None) -> None:
    """Work out the facets of some things of which nothing is kept; of all, whatever is kept, for None."""
    if near is None:
        connection.executescript("DELETE FROM facet; DELETE FROM span; DELETE FROM facet_value;")
    themes = _themes(engine)
    numbers = {(name, value): number for number, name, value in connection.execute("SELECT * FROM facet_value")}
    for name, patterns in _PATTERNS.items():
        for pattern in patterns:
            rows = _rows(engine, name, pattern, near)
            for thing, value in _by_theme(rows, themes) if name == "theme" else rows:
                if (name, value) not in numbers:
                    new = connection.execute("INSERT INTO facet_value (name, value) VALUES (?, ?)", [name, value])
                    numbers[name, value] = new.lastrowid
                connection.execute(_INSERT, [numbers[name, value], thing])
    some = "" if near is None else "AND thing IN (SELECT id FROM thing WHERE iri = ?)"
    connection.executemany(_SPAN.format(some), [()] if near is None else [(each.value,) for each in near])


def _themes(engine: pyoxigraph.Store) -> Themes:
    """The themes of the list in the graph, by the beginnings of words."""
    asked = f"SELECT ?word ?theme WHERE {{ ?theme {SKOS.inScheme} {_THEME} ; {SKOS.hiddenLabel} ?word }}"
    rows = engine.query(asked)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return Themes((word.value, theme.value) for word, theme in rows)


def _by_theme(rows: Iterable[tuple[str, str]], themes: Themes) -> Iterator[tuple[str, str]]:
    """Things with their themes, given things with words that tell of them."""
    return ((thing, theme) for thing, words in rows for theme in sorted(themes.of(words)))


_INSERT: Final = "INSERT OR IGNORE INTO facet SELECT ?, id FROM thing WHERE iri = ?"
_SPAN: Final = """
INSERT INTO span SELECT thing, MIN(facet_value.value), MAX(facet_value.value)
FROM facet_value JOIN facet ON facet.value = facet_value.id WHERE name = 'year' {} GROUP BY thing
"""


def _rows(
    engine: pyoxigraph.Store, name: str, pattern: str, near: Collection[NamedNode] | None
) -> Iterator[tuple[str, str]]:
    remaining = iter(sorted(near, key=str) if near is not None else ())
    while batch := list(islice(remaining, _AT_ONCE)) if near is not None else [None]:
        values = f"VALUES ?thing {{ {' '.join(map(str, batch))} }}" if near is not None else ""
        rows = engine.query(f"SELECT DISTINCT ?thing ?value WHERE {{ {values} {pattern} }}")
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        for thing, value in rows:
            yield thing.value, value.value[:_YEAR] if name == "year" else value.value
        if near is None:
            return
