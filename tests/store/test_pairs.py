"""Who has met whom and which bodies share people, as kept in a snapshot: row for row what the shipped queries give."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from samverkan import queries
from samverkan.publish import publish
from samverkan.store import Rows
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pairs import QUESTIONS
from samverkan.store.snapshot import open_current
from samverkan.vocabulary import ORG, RDF, RDFS, SAMV, STATUSES

EX = "http://example.org/"
SAMPLE = Path(__file__).parents[1] / "queries" / "sample.trig"
_LISTS = ("meetings", "people")  # whose names come in any order


def node(name: str) -> NamedNode:
    return NamedNode(EX + name)


def document(number: int, chance: random.Random) -> Iterator[Quad]:
    """A document about one of six meetings, two of them of no body, that says who was there on which days."""
    graph = node(f"graph/{number}")

    def say(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, graph)

    held = chance.randrange(6)
    meeting = node(f"meeting/{held}")
    yield say(meeting, RDF.type, SAMV.Meeting)
    yield say(meeting, RDFS.label, Literal(f"Möte {held}{chance.choice(['', '', ' igen'])}"))
    if held < 4:
        yield say(meeting, SAMV.body, node(f"body/{chance.choice([held % 3, held % 3, 3])}"))
    for row in range(chance.randrange(5)):
        fact, person = node(f"fact/{number}/{row}"), chance.randrange(7)
        yield say(fact, SAMV.meeting, meeting)
        yield say(fact, SAMV.person, node(f"person/{person}"))
        yield say(fact, SAMV.status, STATUSES[chance.choice(["present", "present", "absent"])])
        for day in chance.sample(["2020-01-01", "2020-01-02"], chance.choice([0, 1, 1, 2])):
            yield say(fact, SAMV.day, Literal(day))
        yield say(node(f"person/{person}"), RDFS.label, Literal(f"Person {person // 2}"))
    for row in range(chance.randrange(3)):
        seat, body = node(f"seat/{number}/{row}"), chance.randrange(4)
        yield say(seat, ORG.member, node(f"person/{chance.randrange(8)}"))
        yield say(seat, ORG.organization, node(f"body/{body}"))
        yield say(node(f"body/{body}"), RDFS.label, Literal(f"Rådet {body}"))
        yield say(node(f"body/{body}"), RDFS.label, Literal(f"Council {body}", language="en"))


Answer = list[dict[str, object]]


def answers(folder: Path, question: str) -> tuple[Answer, Answer]:
    """What is kept, and what the query gives."""
    store = open_current(folder)
    kept, asked = store.kept(question), store.select(queries.query(question).text)
    assert kept
    assert kept.variables == asked.variables
    return told(kept), told(asked)


def told(rows: Rows) -> Answer:
    found = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    return [
        {name: sorted(term.value.split("; ")) if term and name in _LISTS else term for name, term in row.items()}  # type: ignore[union-attr]
        for row in found
    ]


@pytest.mark.parametrize("question", sorted(QUESTIONS))
@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_the_query_gives_also_after_changes(tmp_path: Path, question: str, seed: int) -> None:
    chance = random.Random(seed)
    store = OxigraphStore(tmp_path / "live")
    for number in range(25):
        store.replace_graph(node(f"graph/{number}"), list(document(number, chance)))
    seen = []
    for _ in range(6):
        publish(store, tmp_path / "published")
        kept, asked = answers(tmp_path / "published", question)
        assert kept == asked
        seen.append(kept)
        for number in chance.sample(range(25), 2):
            store.replace_graph(node(f"graph/{number}"), list(document(number, chance)))
        store.remove_graph(node(f"graph/{chance.randrange(25)}"))
    assert all(seen)
    assert any(one != other for one, other in pairwise(seen))


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_the_sample_is_told_alike(tmp_path: Path, question: str) -> None:
    store = OxigraphStore()
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    publish(store, tmp_path / "published")
    kept, asked = answers(tmp_path / "published", question)
    assert kept == asked
    assert bool(kept) == (question == "people-who-meet-most")  # nobody sits on two bodies there


def test_a_question_about_one_thing_is_asked_of_the_graph(tmp_path: Path) -> None:
    store = OxigraphStore()
    store.bulk_load(quad for number in range(25) for quad in document(number, random.Random(number)))
    publish(store, tmp_path / "published")
    snapshot = open_current(tmp_path / "published")
    every = list(queries.run(snapshot, "people-who-meet-most").rows)
    one = list(queries.run(snapshot, "people-who-meet-most", {"person": EX + "person/1"}).rows)
    assert {row[0] for row in one} == {node("person/1")}
    assert len(one) == sum(node("person/1") in row for row in every)
    assert snapshot.kept("items-coming-back") is None


def test_the_bodies_that_share_people_with_one_are_those_of_the_question_about_it(tmp_path: Path) -> None:
    chance = random.Random(7)
    store = OxigraphStore()
    for number in range(12):
        store.replace_graph(node(f"graph/{number}"), document(number, chance))
    publish(store, tmp_path)
    snapshot = open_current(tmp_path)
    assert snapshot.index
    found = 0
    for body in range(4):
        asked = rows_of(queries.run(snapshot, "bodies-sharing-members", {"body": EX + f"body/{body}"}))
        shared = snapshot.index.sharing_with(EX + f"body/{body}", 10)
        assert {(iri, people, seated) for iri, _, people, seated in shared} == asked
        assert [row[2] for row in shared] == sorted((row[2] for row in shared), reverse=True)
        assert snapshot.index.sharing_with(EX + f"body/{body}", 1) == shared[:1]
        found += len(shared)
    assert found > 4


def rows_of(rows: Rows) -> set[tuple[str, int, int]]:
    """Other bodies with how many people are on both, and how many of them seated."""
    told_rows = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    return {(row["other"].value, int(row["weight"].value), int(row["seated"].value)) for row in told_rows}  # type: ignore[union-attr]
