"""Who has met whom and which bodies share people, worked out when a snapshot is made, beside its full-text index.

The tables hold what two shipped questions over the whole graph ask for; asked of the graph they take seconds.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from samverkan.store import Rows
from samverkan.vocabulary import ORG, RDFS, SAMV, STATUSES, XSD

# ruff: noqa: S608  names of tables come from here, values are bound

SCHEMA: Final = """
CREATE TABLE node (id INTEGER PRIMARY KEY, iri TEXT UNIQUE);
CREATE TABLE called (node INTEGER, label TEXT, PRIMARY KEY (node, label)) WITHOUT ROWID;
CREATE TABLE presence (fact TEXT, meeting INTEGER, person INTEGER, day TEXT, present INTEGER);
CREATE INDEX presence_fact ON presence (fact);
CREATE INDEX presence_meeting ON presence (meeting);
CREATE INDEX presence_person ON presence (person);
CREATE TABLE seat (fact TEXT, body INTEGER, person INTEGER);
CREATE INDEX seat_fact ON seat (fact);
CREATE INDEX seat_person ON seat (person);
CREATE TABLE held (fact TEXT, meeting INTEGER, body INTEGER);
CREATE INDEX held_fact ON held (fact);
CREATE INDEX held_meeting ON held (meeting);
CREATE TABLE met_at (one INTEGER, other INTEGER, meeting INTEGER, PRIMARY KEY (one, other, meeting)) WITHOUT ROWID;
CREATE INDEX met_at_meeting ON met_at (meeting);
CREATE TABLE met (one INTEGER, other INTEGER, weight INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX met_weight ON met (weight);
CREATE TABLE involved (person INTEGER, body INTEGER, seated INTEGER, PRIMARY KEY (person, body)) WITHOUT ROWID;
CREATE TABLE shared (
  body INTEGER, other INTEGER, weight INTEGER, seated INTEGER, PRIMARY KEY (body, other)
) WITHOUT ROWID;
CREATE TABLE shared_person (
  body INTEGER, other INTEGER, person INTEGER, seated INTEGER, PRIMARY KEY (body, other, person)
) WITHOUT ROWID;
CREATE INDEX shared_by ON shared_person (person);
"""
# The rows of each table that say something of a subject: their query, and how many of their columns are nodes.
_FACTS: Final[Mapping[str, tuple[str, int]]] = {
    "presence": (
        f"""SELECT ?fact ?meeting ?person ?day (IF(BOUND(?there), 1, 0) AS ?present) WHERE {{
          {{}} ?fact {SAMV.person} ?person ; {SAMV.meeting} ?meeting .
          OPTIONAL {{ ?fact {SAMV.day} ?day }}
          OPTIONAL {{ ?fact {SAMV.status} ?there FILTER ( ?there = {STATUSES["present"]} ) }}
        }}""",
        2,
    ),
    "seat": (f"SELECT ?fact ?body ?person WHERE {{ {{}} ?fact {ORG.member} ?person ; {ORG.organization} ?body }}", 2),
    "held": (
        f"SELECT (STR(?fact) AS ?known) ?fact ?body WHERE {{ {{}} ?fact a {SAMV.Meeting} "
        f"OPTIONAL {{ ?fact {SAMV.body} ?body }} }}",
        2,
    ),
}
_AT_ONCE: Final = 500  # subjects in a query
_PAIRS: Final = """
CREATE TEMP TABLE pair AS SELECT DISTINCT one, other FROM met_at WHERE meeting IN (SELECT meeting FROM touched);
DELETE FROM met_at WHERE meeting IN (SELECT meeting FROM touched);
INSERT OR IGNORE INTO met_at
  SELECT a.person, b.person, a.meeting
  FROM touched JOIN presence AS a USING (meeting) JOIN presence AS b USING (meeting)
    JOIN node AS x ON x.id = a.person JOIN node AS y ON y.id = b.person
  WHERE a.present AND b.present AND x.iri < y.iri AND (a.day IS NULL OR b.day IS NULL OR a.day = b.day)
    AND meeting IN (SELECT meeting FROM held);
INSERT INTO pair SELECT DISTINCT one, other FROM met_at WHERE meeting IN (SELECT meeting FROM touched);
DELETE FROM met WHERE (one, other) IN (SELECT one, other FROM pair);
INSERT INTO met SELECT one, other, COUNT(*) FROM (SELECT DISTINCT * FROM pair) JOIN met_at USING (one, other)
  GROUP BY one, other;
DELETE FROM involved WHERE person IN (SELECT person FROM moved);
INSERT INTO involved SELECT person, body, MAX(seated) FROM (
    SELECT person, body, 1 AS seated FROM moved JOIN seat USING (person)
    UNION ALL SELECT person, held.body, 0 FROM moved JOIN presence USING (person) JOIN held USING (meeting)
      WHERE held.body IS NOT NULL
  ) GROUP BY person, body;
CREATE TEMP TABLE common AS SELECT DISTINCT body, other FROM shared_person WHERE person IN (SELECT person FROM moved);
DELETE FROM shared_person WHERE person IN (SELECT person FROM moved);
INSERT INTO shared_person
  SELECT a.body, b.body, person, a.seated AND b.seated
  FROM moved JOIN involved AS a USING (person) JOIN involved AS b USING (person)
    JOIN node AS x ON x.id = a.body JOIN node AS y ON y.id = b.body
  WHERE x.iri < y.iri;
INSERT INTO common SELECT DISTINCT body, other FROM shared_person WHERE person IN (SELECT person FROM moved);
DELETE FROM shared WHERE (body, other) IN (SELECT body, other FROM common);
INSERT INTO shared SELECT body, other, COUNT(*), SUM(seated)
  FROM (SELECT DISTINCT * FROM common) JOIN shared_person USING (body, other) GROUP BY body, other;
DROP TABLE pair;
DROP TABLE common;
"""


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store, subjects: Iterable[NamedNode] | None) -> None:
    """Bring the tables to what the default graph of an engine says of some subjects, or of all."""
    changed = None if subjects is None else list(subjects)
    connection.execute("CREATE TEMP TABLE touched (meeting INTEGER PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE moved (person INTEGER PRIMARY KEY)")
    _touch(connection, changed)
    for table, (query, nodes) in _FACTS.items():
        if changed is not None:
            connection.executemany(f"DELETE FROM {table} WHERE fact = ?", [(each.value,) for each in changed])
        for row in _rows(engine, query, changed):
            terms = (row[0], *(_node(connection, each) for each in row[1 : 1 + nodes]), *row[1 + nodes :])
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(terms))})", terms)
    _touch(connection, changed)
    _name(connection, engine, changed)
    connection.executescript(f"BEGIN; {_PAIRS} DROP TABLE touched; DROP TABLE moved; COMMIT;")


def _touch(connection: sqlite3.Connection, changed: Sequence[NamedNode] | None) -> None:
    """Remember the meetings and people that some subjects tell of, by what the tables hold now; or all.

    People are those at these meetings, and those whose seats the subjects are.
    """
    for column, table, found in (
        ("meeting", "presence", "touched"), ("meeting", "held", "touched"), ("person", "seat", "moved"),
    ):  # fmt: skip
        into = f"INSERT OR IGNORE INTO {found} SELECT {column} FROM {table}"
        if changed is None:
            connection.execute(into)
        else:
            connection.executemany(f"{into} WHERE fact = ?", [(each.value,) for each in changed])
    connection.execute("INSERT OR IGNORE INTO moved SELECT person FROM touched JOIN presence USING (meeting)")


def _rows(
    engine: pyoxigraph.Store, query: str, changed: Sequence[NamedNode] | None
) -> Iterator[tuple[str | None, ...]]:
    remaining = iter(changed or ())
    while batch := list(islice(remaining, _AT_ONCE)) if changed is not None else [None]:
        values = f"VALUES ?fact {{ {' '.join(map(str, batch))} }}" if changed is not None else ""
        for row in engine.query(query.replace("{}", values, 1)):  # type: ignore[union-attr]
            yield tuple(getattr(term, "value", None) for term in row)
        if changed is None:
            return


def _node(connection: sqlite3.Connection, iri: str | None) -> int | None:
    """The number of a node, a new one where it has none."""
    if iri is None:
        return None
    connection.execute("INSERT OR IGNORE INTO node (iri) VALUES (?)", [iri])
    (number,) = connection.execute("SELECT id FROM node WHERE iri = ?", [iri]).fetchone()
    return int(number)


def _name(connection: sqlite3.Connection, engine: pyoxigraph.Store, changed: Sequence[NamedNode] | None) -> None:
    """Note the names of nodes that have none noted, and anew those of subjects that changed."""
    for each in changed or ():
        connection.execute("DELETE FROM called WHERE node = (SELECT id FROM node WHERE iri = ?)", [each.value])
    unnamed = "SELECT id, iri FROM node WHERE id NOT IN (SELECT node FROM called)"
    for number, iri in connection.execute(unnamed).fetchall():
        for quad in engine.quads_for_pattern(NamedNode(iri), RDFS.label, None, pyoxigraph.DefaultGraph()):
            if isinstance(quad.object, Literal) and not quad.object.language:
                connection.execute("INSERT OR IGNORE INTO called VALUES (?, ?)", [number, quad.object.value])


_LABEL: Final = "(SELECT MIN(label) FROM called WHERE node = {})"
# As GROUP_CONCAT does, a list of names says nothing where one of them is missing.
_QUESTIONS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "people-who-meet-most": (
        ("person", "personLabel", "other", "otherLabel", "weight", "meetings"),
        f"""SELECT x.iri, {_LABEL.format("one")} AS name, y.iri, {_LABEL.format("other")} AS other_name, weight, (
          SELECT CASE WHEN COUNT(label) = COUNT(*) THEN group_concat(label, '; ') END FROM (
            SELECT DISTINCT label FROM met_at LEFT JOIN called ON node = meeting
            WHERE met_at.one = met.one AND met_at.other = met.other ORDER BY meeting
          ))
        FROM met JOIN node AS x ON x.id = one JOIN node AS y ON y.id = other
        ORDER BY weight DESC, name, other_name, x.iri, y.iri""",
    ),
    "bodies-sharing-members": (
        ("body", "bodyLabel", "other", "otherLabel", "weight", "seated", "people"),
        f"""SELECT x.iri, {_LABEL.format("body")} AS name, y.iri, {_LABEL.format("other")} AS other_name, weight,
          seated, (SELECT CASE WHEN COUNT(label) = COUNT(*) THEN group_concat(label, '; ') END FROM (
            SELECT DISTINCT label FROM shared_person LEFT JOIN called ON node = person
            WHERE shared_person.body = shared.body AND shared_person.other = shared.other ORDER BY label
          ))
        FROM shared JOIN node AS x ON x.id = body JOIN node AS y ON y.id = other
        ORDER BY weight DESC, name, other_name, x.iri, y.iri""",
    ),
}
QUESTIONS: Final = frozenset(_QUESTIONS)
"""The shipped queries whose answer over the whole graph is kept here."""


def answer(connection: sqlite3.Connection, question: str) -> Rows:
    """The answer to one of `QUESTIONS`, as the query of that name gives it."""
    variables, text = _QUESTIONS[question]
    things = {variables[0], variables[2]}
    rows = connection.execute(text)
    terms = (tuple(_term(value, name in things) for name, value in zip(variables, row, strict=True)) for row in rows)
    return Rows(variables, terms)


def _term(value: str | int | None, thing: bool) -> NamedNode | Literal | None:
    if value is None:
        return None
    if isinstance(value, int):
        return Literal(str(value), datatype=XSD.integer)
    return NamedNode(value) if thing else Literal(value)


_ENDS: Final = "JOIN node AS x ON x.id = {} JOIN node AS y ON y.id = {}"
MET: Final = f"SELECT x.iri, y.iri, weight FROM met {_ENDS.format('one', 'other')}"
MET_AT: Final = f"""
SELECT x.iri, y.iri, held.iri FROM met_at {_ENDS.format("one", "other")} JOIN node AS held ON held.id = meeting
"""
MET_AT_AMONG: Final = f"""
WITH some AS (SELECT id FROM node WHERE iri IN (SELECT value FROM json_each(:iris)))
{MET_AT} WHERE one IN (SELECT id FROM some) AND other IN (SELECT id FROM some)
"""
SHARING: Final = f"SELECT x.iri, y.iri, weight FROM shared {_ENDS.format('body', 'other')}"
SHARING_WITH: Final = """
SELECT node.iri, (SELECT MIN(label) FROM called WHERE called.node = node.id) AS label, weight, seated
FROM (
    SELECT other, weight, seated FROM shared WHERE body = (SELECT id FROM node WHERE iri = :body)
    UNION ALL SELECT body, weight, seated FROM shared WHERE other = (SELECT id FROM node WHERE iri = :body)
  ) JOIN node ON node.id = other
ORDER BY weight DESC, label, node.iri LIMIT :most
"""
MET_WITH: Final = """
SELECT node.iri, (SELECT MIN(label) FROM called WHERE called.node = node.id) AS label, weight, COUNT(*) OVER ()
FROM (
    SELECT other, weight FROM met WHERE one = (SELECT id FROM node WHERE iri = :person)
    UNION ALL SELECT one, weight FROM met WHERE other = (SELECT id FROM node WHERE iri = :person)
  ) JOIN node ON node.id = other
ORDER BY weight DESC, label, node.iri LIMIT :most
"""
# Of each person who takes part in two of some bodies or more: each of these, with the first statement that says so.
CIRCLES: Final = """
WITH some AS (SELECT id FROM node WHERE iri IN (SELECT value FROM json_each(:iris))),
  pair AS (SELECT * FROM shared_person WHERE body IN (SELECT id FROM some) AND other IN (SELECT id FROM some)),
  part AS (SELECT person, body FROM pair UNION SELECT person, other FROM pair),
  said AS (
    SELECT person, body, '' AS meeting, fact FROM part JOIN seat USING (person, body)
    UNION ALL
    SELECT person, part.body, node.iri, presence.fact
    FROM part JOIN presence USING (person) JOIN held ON held.meeting = presence.meeting AND held.body = part.body
      JOIN node ON node.id = presence.meeting
  ),
  ranked AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY person, body ORDER BY meeting, fact) AS rank FROM said)
SELECT x.iri, y.iri, fact FROM ranked JOIN node AS x ON x.id = person JOIN node AS y ON y.id = body
WHERE rank = 1 ORDER BY x.iri, y.iri
"""
