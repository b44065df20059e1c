"""What things can be sorted out by: county, kind, role, party, year, way of knowing; worked out with each snapshot.

The table `facet` stands beside the full-text index. Counted over the graph, facets take seconds; from the table, some
thousandths of a second.
"""

import sqlite3
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode

from samverkan.vocabulary import ORG, RDF, SAMV

SCHEMA: Final = """
CREATE TABLE facet (name TEXT, value TEXT, thing INTEGER, PRIMARY KEY (name, value, thing)) WITHOUT ROWID;
CREATE INDEX facet_thing ON facet (thing, name, value);
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
"""The facets; years are those of a meeting or document, or of meetings and documents where a thing is found."""

_AT_ONCE: Final = 500  # things in a query
_YEAR: Final = 4  # figures


def forget(connection: sqlite3.Connection, near: Collection[NamedNode]) -> None:
    """Let go what is kept about some things, while they still have the numbers by which it is kept."""
    connection.executemany(
        "DELETE FROM facet WHERE thing = (SELECT id FROM thing WHERE iri = ?)", ((each.value,) for each in near)
    )


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store, near: Collection[NamedNode] | None) -> None:
    """Work out the facets of some things of which nothing is kept; of all, whatever is kept, for None."""
    if near is None:
        connection.execute("DELETE FROM facet")
    for name, patterns in _PATTERNS.items():
        for pattern in patterns:
            connection.executemany(
                "INSERT OR IGNORE INTO facet SELECT ?, ?, id FROM thing WHERE iri = ?",
                ((name, value, thing) for thing, value in _rows(engine, name, pattern, near)),
            )


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
