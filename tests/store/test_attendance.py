"""Who was at which meeting, for whom, as the index of a snapshot counts it: what the queries over the graph give."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan import queries
from samverkan.publish import publish
from samverkan.queries import query
from samverkan.store import Rows, attendance
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, open_current
from samverkan.vocabulary import OPENGOV, ORG, RDF, RDFS, ROLES, SAMV, STATUSES, XSD

EX = "http://example.org/"
ORGANISATIONS, BODIES, MEETINGS = (
    [f"{EX}{kind}/{number}" for number in range(count)] for kind, count in (("town", 2), ("body", 3), ("meeting", 6))
)
DAYS = ("2020-01-05", "2020-01-06", "2020-03-01", "2021-02-02")


def document(number: int, chance: random.Random) -> Iterator[Quad]:
    """A document about one of six meetings, one of them of no body and one without a day, that says who was there."""
    graph = NamedNode(f"{EX}paper/{number}")

    def say(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, graph)

    held = chance.randrange(6)
    meeting = NamedNode(MEETINGS[held])
    yield say(graph, RDF.type, SAMV.Document)
    yield say(graph, SAMV.date, Literal(DAYS[held % 4], datatype=XSD.date))
    yield say(meeting, RDF.type, SAMV.Meeting)
    yield say(meeting, RDFS.label, Literal(f"Möte {held}"))
    if held < 5:
        yield say(meeting, SAMV.body, NamedNode(BODIES[chance.choice([held % 3, held % 3, 2])]))
        yield say(meeting, SAMV.start, Literal(DAYS[held % 4], datatype=XSD.date))
    if held == 0:
        yield say(meeting, SAMV.end, Literal(DAYS[1], datatype=XSD.date))
    for each in BODIES:
        yield say(NamedNode(each), RDF.type, SAMV.Body)
        yield say(NamedNode(each), RDFS.label, Literal(f"Rådet {each[-1]}"))
    for row in range(chance.randrange(6)):
        fact, person = NamedNode(f"{EX}paper/{number}/fact/{row}"), NamedNode(f"{EX}person/{chance.randrange(5)}")
        yield say(fact, RDF.type, SAMV.Attendance)
        yield say(fact, SAMV.inDocument, graph)
        yield say(fact, SAMV.meeting, meeting)
        yield say(fact, SAMV.person, person)
        yield say(fact, SAMV.status, STATUSES[chance.choice(["present", "present", "absent"])])
        yield say(person, RDFS.label, Literal(f"Person {person.value[-1]}"))
        for town in chance.sample(ORGANISATIONS, chance.choice([0, 1, 1, 2])):
            yield say(fact, OPENGOV.onBehalfOf, NamedNode(town))
        for role in chance.sample(["chair", "guest", "secretary"], chance.choice([0, 0, 1])):
            yield say(fact, ORG.role, ROLES[role])  # type: ignore[index]
        for day in chance.sample(DAYS, chance.choice([0, 0, 1, 2])):
            yield say(fact, SAMV.day, Literal(day, datatype=XSD.date))
    if chance.random() < 0.3:
        seat = NamedNode(f"{EX}paper/{number}/seat")
        yield say(seat, RDF.type, ORG.Membership)
        yield say(seat, SAMV.inDocument, graph)
        yield say(seat, ORG.member, NamedNode(f"{EX}person/{chance.randrange(5)}"))
        yield say(seat, ORG.organization, NamedNode(chance.choice(BODIES)))


Answer = list[dict[str, str]]


def told(rows: Rows) -> Answer:
    return [
        {name: str(getattr(term, "value", term)) for name, term in zip(rows.variables, row, strict=True) if term}
        for row in rows.rows
    ]


def asked(store: SnapshotStore, name: str, **terms: list[str]) -> Answer:
    bound = {name: [NamedNode(iri) for iri in iris] for name, iris in terms.items()}
    return told(store.select(query(name).bind(bound)))


def both(store: SnapshotStore) -> Iterator[tuple[str, object, object]]:
    """What is counted by the index and by the queries, with names to tell them by."""
    assert store.index
    for town in ORGANISATIONS:
        found = store.index.attendance(attendance.attended, town) or []
        of_graph = asked(store, "pages/attended", entity=[town])
        yield f"attended {town}", [tuple(map(str, each)) for each in found], [tuple(row.values()) for row in of_graph]
        shares = store.index.attendance(attendance.shares, town) or []
        of_graph = asked(store, "pages/shares", entity=[town])
        yield f"shares {town}", [tuple(map(str, each)) for each in shares], [tuple(row.values()) for row in of_graph]
    turnout = store.index.attendance(attendance.turnout, MEETINGS)
    rows = asked(store, "pages/turnout", meeting=MEETINGS)
    counted = {row["meeting"]: (int(row["present"]), int(row["absent"])) for row in rows}
    yield "turnout", turnout, counted
    for body in BODIES:
        for day in ("2020-01-06", "2020-02", "2020", "2021-02-02", "2030"):
            given = {"body": body, "date": day}
            values = {"body": NamedNode(body), "date": queries.resolve(store, "date", day)}
            every = told(store.select(query("who-sat-when").bind(values)))
            yield f"{body} {day}", told(queries.run(store, "who-sat-when", given)), every
    for day in (*DAYS, "2030-01-01"):
        every = told(store.select(query("attendance").bind({"day": Literal(day, datatype=XSD.date)})))
        there = told(queries.run(store, "attendance", {"day": day}))
        yield f"on {day}", sorted(there, key=str), sorted(every, key=str)


@pytest.mark.parametrize("seed", range(2))
def test_the_index_counts_as_the_queries_do_also_after_changes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = OxigraphStore(tmp_path / "live")
    for number in range(25):
        store.replace_graph(NamedNode(f"{EX}paper/{number}"), list(document(number, chance)))
    seen = []
    for _ in range(3):
        publish(store, tmp_path / "published")
        snapshot = open_current(tmp_path / "published")
        found = list(both(snapshot))
        snapshot.close()
        for name, of_index, of_graph in found:
            assert of_index == of_graph, name
        seen.append({name: of_index for name, of_index, _ in found})
        for number in chance.sample(range(25), 3):
            store.replace_graph(NamedNode(f"{EX}paper/{number}"), list(document(number, chance)))
        store.remove_graph(NamedNode(f"{EX}paper/{chance.randrange(25)}"))
    for name in seen[0]:
        assert any(each[name] for each in seen) or "2030" in name, f"nothing was told of {name}"
    assert all(one != other for one, other in pairwise(seen))


def test_an_older_index_tells_nothing_and_the_graph_is_asked(tmp_path: Path) -> None:
    chance = random.Random(1)
    store = OxigraphStore()
    store.bulk_load(quad for number in range(25) for quad in document(number, chance))
    publish(store, tmp_path)
    snapshot = open_current(tmp_path)
    assert snapshot.index
    given = {"body": BODIES[0], "date": "2020-01-06"}
    known = told(queries.run(snapshot, "who-sat-when", given))
    snapshot.index.attends = False
    assert snapshot.index.attendance(attendance.attended, ORGANISATIONS[0]) is None
    assert told(queries.run(snapshot, "who-sat-when", given)) == known != []
    snapshot.close()
