"""Who was at which meeting, for whom: a table beside the full-text index, for what pages count over a thing's years.

A region is represented at thousands of meetings and a body has as many presences; the graph takes some 30 millionths of
a second for each, this table one. It holds what is told of each meeting, and is worked out anew of those that changed.
"""

# ruff: noqa: S608  names of tables come from here, values are bound

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

import pyoxigraph
from pyoxigraph import NamedNode, Triple

from samverkan.store.touched import ways
from samverkan.vocabulary import OPENGOV, ORG, RDF, SAMV, STATUSES

SCHEMA: Final = """
CREATE TABLE attendance (
  meeting INTEGER, body INTEGER, start TEXT, until TEXT, person INTEGER, organisation INTEGER, role INTEGER, day TEXT,
  present INTEGER, fact TEXT
);
CREATE INDEX attendance_meeting ON attendance (meeting);
CREATE INDEX attendance_body ON attendance (body);
CREATE INDEX attendance_organisation ON attendance (organisation);
"""
_TOLD: Final = f"""
SELECT ?thing ?body ?start ?until ?person ?organisation ?role ?day ?status ?fact WHERE {{{{
  {{}} ?fact {SAMV.meeting} ?thing ; {SAMV.person} ?person ; {SAMV.status} ?status .
  OPTIONAL {{{{ ?thing {SAMV.body} ?body }}}}
  OPTIONAL {{{{ ?thing {SAMV.start} ?start }}}}
  OPTIONAL {{{{ ?thing {SAMV.end} ?until }}}}
  OPTIONAL {{{{ ?fact {OPENGOV.onBehalfOf} ?organisation }}}}
  OPTIONAL {{{{ ?fact {ORG.role} ?role }}}}
  OPTIONAL {{{{ ?fact {SAMV.day} ?day }}}}
}}}}
"""
_NODES: Final = (0, 1, 4, 5, 6)  # the columns of things, by their numbers in the table of nodes
_STATUS: Final = 8
_AT_ONCE: Final = 200  # meetings in a query
_ROWS_AT_ONCE: Final = 10_000
_NOTHING: Final = NamedNode(f"{RDF.iri}nil")
_MOST: Final = 20_000  # meetings; where more changed, all are worked out anew
_NUMBER: Final = "(SELECT id FROM node WHERE iri = ?)"
_INSERT: Final = f"""
INSERT INTO attendance VALUES ({_NUMBER}, {_NUMBER}, ?, ?, {_NUMBER}, {_NUMBER}, {_NUMBER}, ?, ?, ?)
"""


class Attended(NamedTuple):
    """At how many meetings of a body a person was present or absent for an organisation; `latest` is a day and a fact.

    A meeting of no body stands for one.
    """

    person: str
    person_label: str | None
    body: str
    body_label: str | None
    present: int
    absent: int
    latest: str


class Share(NamedTuple):
    """Of how many meetings of a body attendance for an organisation is told, and at how many anybody was present."""

    body: str
    body_label: str | None
    meetings: int
    present: int


def fill(connection: sqlite3.Connection, engine: pyoxigraph.Store, changed: Collection[Triple] | None) -> None:
    """Bring the table to what the default graph of an engine says since some triples came or went; of all for None."""
    is_there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attendance'").fetchone()
    leads = ways(_about([_NOTHING]), "thing")
    touched = leads.touched(engine, changed, _MOST) if changed is not None and is_there else None
    if touched is None:
        connection.executescript(f"DROP TABLE IF EXISTS attendance; {SCHEMA}")
        _fill_in(connection, engine.query(_about([])))
        return
    connection.executemany(f"DELETE FROM attendance WHERE meeting = {_NUMBER}", ((each.value,) for each in touched))
    remaining = iter(sorted(touched, key=str))
    while some := list(islice(remaining, _AT_ONCE)):
        _fill_in(connection, engine.query(_about(some)))


def _about(meetings: Sequence[NamedNode]) -> str:
    """The query about some meetings, about all where none is named."""
    return _TOLD.format(f"VALUES ?thing {{ {' '.join(map(str, meetings))} }}" if meetings else "")


def _fill_in(connection: sqlite3.Connection, told: Any) -> None:
    """Note what is told of meetings of which nothing is noted."""
    while rows := [_row(each) for each in islice(told, _ROWS_AT_ONCE)]:
        nodes = {(row[place],) for row in rows for place in _NODES if row[place] is not None}
        connection.executemany("INSERT OR IGNORE INTO node (iri) VALUES (?)", sorted(nodes))
        connection.executemany(_INSERT, rows)


def _row(found: Iterable[Any]) -> list[str | int | None]:
    row: list[str | int | None] = [getattr(term, "value", None) for term in found]
    row[_STATUS] = int(row[_STATUS] == STATUSES["present"].value)
    return row


def attended(connection: sqlite3.Connection, organisation: str) -> list[Attended]:
    """Who was present for an organisation at meetings of which bodies, those most often present first."""
    return [Attended(*row) for row in connection.execute(_ATTENDED, [organisation])]


def shares(connection: sqlite3.Connection, organisation: str) -> list[Share]:
    """Of each body the meetings of which attendance for an organisation is told."""
    return [Share(*row) for row in connection.execute(_SHARES, [organisation])]


def turnout(connection: sqlite3.Connection, meetings: Sequence[str]) -> dict[str, tuple[int, int]]:
    """At some meetings how many people were present at any time, and how many at none; by those that tell of it."""
    rows = connection.execute(_TURNOUT, [json.dumps(meetings)])
    return {iri: (present, people - present) for iri, people, present in rows}


def met(connection: sqlite3.Connection, day: str) -> list[str]:
    """The meetings with attendance that were held on a day, by their own days or by those of who was there."""
    return [iri for (iri,) in connection.execute(_MET, {"day": day})]


def sighted(connection: sqlite3.Connection, body: str, day: str) -> list[str]:
    """The statements that decide who is known to have been at a body's meetings around a day, a month or a year.

    These are of each person in each role the surest of that time, the last before it and the first after it.
    """
    given = {"body": body, "day": day}
    return sorted({told.rpartition(" ")[2] for row in connection.execute(_SIGHTED, given) for told in row if told})


_PRESENT: Final = "COUNT(DISTINCT CASE WHEN present THEN meeting END)"
_LABEL: Final = "(SELECT label FROM thing WHERE thing.iri = {}.iri)"
_OF: Final = "WHERE organisation = (SELECT id FROM node WHERE iri = ?)"
_ATTENDED: Final = f"""
SELECT who.iri, {_LABEL.format("who")} AS name, held.iri, {_LABEL.format("held")} AS body_name, here, missed, latest
FROM (
    SELECT person, COALESCE(body, meeting) AS body, {_PRESENT} AS here,
      COUNT(DISTINCT CASE WHEN NOT present THEN meeting END) AS missed,
      MAX(COALESCE(start, '') || ' ' || fact) AS latest
    FROM attendance {_OF} GROUP BY person, COALESCE(body, meeting)
  ) AS counted JOIN node AS who ON who.id = counted.person JOIN node AS held ON held.id = counted.body
ORDER BY here DESC, name, body_name, who.iri, held.iri
"""
_SHARES: Final = f"""
SELECT held.iri, {_LABEL.format("held")} AS body_name, meetings, here
FROM (
    SELECT COALESCE(body, meeting) AS body, COUNT(DISTINCT meeting) AS meetings, {_PRESENT} AS here
    FROM attendance {_OF} GROUP BY COALESCE(body, meeting)
  ) AS counted JOIN node AS held ON held.id = counted.body
ORDER BY meetings DESC, body_name, held.iri
"""
_TURNOUT: Final = """
SELECT node.iri, COUNT(DISTINCT person), COUNT(DISTINCT CASE WHEN present THEN person END)
FROM node CROSS JOIN attendance ON meeting = node.id
WHERE node.iri IN (SELECT value FROM json_each(?)) GROUP BY meeting
"""
_MET: Final = """
SELECT DISTINCT node.iri FROM attendance JOIN node ON node.id = meeting
WHERE day = :day OR (start <= :day AND until >= :day) ORDER BY node.iri
"""
_FIRST: Final = "{0} || substr('-01-01', length({0}) - 3)"  # of the days of a year or a month
_LAST: Final = "{0} || substr('-12-31', length({0}) - 3)"
_SIGHTED: Final = f"""
WITH seen AS (
    SELECT person, role, fact, COALESCE(day, start, '') AS opens, COALESCE(day, until, start, '') AS closes
    FROM attendance WHERE present AND body = (SELECT id FROM node WHERE iri = :body)
  ),
  dated AS (
    SELECT *, {_FIRST.format("opens")} AS open1, {_LAST.format("opens")} AS open2, {_FIRST.format("closes")} AS close1,
      {_LAST.format("closes")} AS close2, {_FIRST.format(":day")} AS day1, {_LAST.format(":day")} AS day2
    FROM seen
  )
SELECT
  MAX(
    CASE WHEN opens = '' THEN '1 ' WHEN open2 <= day2 AND close1 >= day1 THEN '4 '
      WHEN open1 <= day2 AND close2 >= day1 THEN '3 ' ELSE '1 ' END || fact
  ),
  MAX(CASE WHEN closes != '' AND close2 < day1 THEN close2 || ' ' || closes || ' ' || fact END),
  MIN(CASE WHEN opens != '' AND open1 > day2 THEN open1 || ' ' || opens || ' ' || fact END)
FROM dated GROUP BY person, role
"""
