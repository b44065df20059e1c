"""What things can be sorted out by: county, kind, theme, role, party, year, way of knowing.

They are worked out with each snapshot, as marks of the things in its index. Counted over the graph, facets take
seconds; from the marks, a thousandth of a second.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Final

import pyoxigraph
from pyoxigraph import NamedNode, Triple

from samverkan.store import marks
from samverkan.store.marks import Mark
from samverkan.store.touched import ways
from samverkan.themes import Themes
from samverkan.vocabulary import CAPACITIES, CONCEPTS, DCT, OPENGOV, ORG, RDF, RDFS, ROLES, SAMV, SKOS

SCHEMA: Final = "CREATE TABLE span (thing INTEGER PRIMARY KEY, first TEXT, last TEXT);"
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

OFFICE: Final = "office"
"""The mark of who acts in an office: it is no facet, but tells who is proposed while somebody types (`standings`)."""
_OFFICES: Final = (
    f"?fact {ORG.member} ?thing",
    f"?fact {SAMV.person} ?thing ; {SAMV.party} ?party",
    f"?fact {SAMV.person} ?thing ; {SAMV.capacity} {CAPACITIES['politician']}",
    f"?fact {SAMV.person} ?thing FILTER NOT EXISTS {{ ?fact {ORG.role} {ROLES['guest']} }}",
    f"?fact {SAMV.person} ?thing ; {OPENGOV.onBehalfOf} ?organisation",
    f"?fact {SAMV.person} ?thing ; {SAMV.jobTitle} ?title",
    f"?fact {SAMV.mentions} ?thing ; {SAMV.jobTitle} ?title",
    f"?meeting {SAMV.chair} ?thing",
    f"?meeting {SAMV.secretary} ?thing",
    f"?fact {SAMV.assignee} ?thing",
)  # a reason each, as the query `pages/standing` has them
_ALL: Final = {**_PATTERNS, OFFICE: _OFFICES}
_THEME: Final = NamedNode(f"{CONCEPTS}theme")
_AT_ONCE: Final = 500  # things in a query
_YEAR: Final = 4  # figures


def touched(engine: pyoxigraph.Store, changed: Collection[Triple], most: int) -> set[NamedNode] | None:
    """The things whose facets may be others since some triples came or went; None for any, or for more than `most`."""
    found: set[NamedNode] = set()
    for pattern in chain.from_iterable(_ALL.values()):
        some = ways(f"SELECT ?thing {{ {pattern} }}", "thing").touched(engine, changed, most)
        if some is None or len(found) > most:
            return None
        found |= some
    return found


def forget(connection: sqlite3.Connection, near: Collection[NamedNode]) -> None:
    """Let go what is kept about some things, while they still have the numbers by which it is kept."""
    numbers = _numbers(connection, near).values()
    marks.clear(connection, "thing", tuple(_ALL), numbers)
    connection.executemany("DELETE FROM span WHERE thing = ?", ((number,) for number in numbers))


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store, near: Collection[NamedNode] | None) -> None:
    """Work out the facets of some things of which nothing is kept; of all, whatever is kept, for None."""
    if near is None:
        marks.clear(connection, "thing", tuple(_ALL))
        connection.execute("DELETE FROM span")
    numbers = _numbers(connection, near)
    themes = _themes(engine)
    found: set[tuple[int, Mark]] = set()
    for name, patterns in _ALL.items():
        for pattern in patterns:
            rows = _rows(engine, name, pattern, near)
            told = _by_theme(rows, themes) if name == "theme" else rows
            found.update((numbers[thing], (name, value)) for thing, value in told if thing in numbers)
    marks.add(connection, "thing", found)
    years: defaultdict[int, list[str]] = defaultdict(list)
    for number, (name, value) in found:
        if name == "year":
            years[number].append(value)
    spans = ((number, min(found_in), max(found_in)) for number, found_in in years.items())
    connection.executemany("INSERT INTO span VALUES (?, ?, ?)", spans)


def _numbers(connection: sqlite3.Connection, near: Collection[NamedNode] | None) -> dict[str, int]:
    """The numbers of some things, or of all for None."""
    if near is None:
        return dict(connection.execute("SELECT iri, id FROM thing"))
    asked = "SELECT iri, id FROM thing WHERE iri = ?"
    return {iri: number for each in near for iri, number in connection.execute(asked, [each.value])}


def _themes(engine: pyoxigraph.Store) -> Themes:
    """The themes of the list in the graph, by the beginnings of words."""
    asked = f"SELECT ?word ?theme WHERE {{ ?theme {SKOS.inScheme} {_THEME} ; {SKOS.hiddenLabel} ?word }}"
    rows = engine.query(asked)
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    return Themes((word.value, theme.value) for word, theme in rows)


def _by_theme(rows: Iterable[tuple[str, str]], themes: Themes) -> Iterator[tuple[str, str]]:
    """Things with their themes, given things with words that tell of them."""
    return ((thing, theme) for thing, words in rows for theme in sorted(themes.of(words)))


def _rows(
    engine: pyoxigraph.Store, name: str, pattern: str, near: Collection[NamedNode] | None
) -> Iterator[tuple[str, str]]:
    remaining = iter(sorted(near, key=str) if near is not None else ())
    while batch := list(islice(remaining, _AT_ONCE)) if near is not None else [None]:
        values = f"VALUES ?thing {{ {' '.join(map(str, batch))} }}" if near is not None else ""
        rows = engine.query(
            f"SELECT DISTINCT ?thing {'' if name == OFFICE else '?value'} WHERE {{ {values} {pattern} }}"
        )
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        for thing, *value in rows:
            yield thing.value, "".join(each.value[: _YEAR if name == "year" else None] for each in value)
        if near is None:
            return
