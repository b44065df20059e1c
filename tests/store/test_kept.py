"""Whole answers as kept in a snapshot: row for row what the shipped queries give, in both languages."""

import json
import random
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from samverkan import queries, triples
from samverkan.facts import (
    AgendaItem,
    Announced,
    Assignment,
    Attendance,
    Body,
    Decision,
    Document,
    Evidence,
    Facts,
    Meeting,
    Membership,
    Mention,
    Referral,
    Relation,
    Vacancy,
)
from samverkan.publish import publish
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.standing import standing
from samverkan.store.kept import Question
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import INDEX, SnapshotStore, current, open_current

SAMPLE = Path(__file__).parents[1] / "queries" / "sample.trig"
BASE = Settings().base
KEPT = [each for each in standing() if isinstance(each, Question)]
QUESTIONS = sorted({each.name for each in KEPT})
SUMMED = sorted(each.name for each in queries.catalogue().values() if each.added)
PEOPLE = ("Ann Ek", "Bo Al", "Cia Bo", "Dan Ek", "Eva Ås")
BODIES = ("Vägrådet", "Vårdrådet", "Skolrådet")
PLACES = ("Lund", "Region Skåne", "Malmö", "Region Halland")
WORKS = ("Vägplanen", "Broplanen", "Hamnplanen")
HEADINGS = ("Väg", "Bro", *WORKS)
DAYS = ("2020-01-01", "2020-02-02", "2021-03")


def document(number: int, chance: random.Random) -> list[Quad]:
    """A document of few people, bodies and days, so that documents share them."""

    def some(names: tuple[str, ...]) -> Iterator[str]:
        return iter(chance.sample(names, chance.randrange(len(names))))

    def quote() -> Evidence:
        start = chance.randrange(4) * 5
        return Evidence(start, start + 4, text[start : start + 4], "test.rule", 0.5)

    text = " ".join(chance.choice(("alfa", "beta")) for _ in range(4))
    body = chance.choice((*BODIES, None))
    is_page = chance.random() < 0.3
    day = chance.choice((*DAYS, None))
    facts = Facts(
        document=Document(f"Papper {number}", "composition" if is_page else chance.choice(("minutes", None)), day),
        body=Body(body, chance.choice(("political", "officials")), (PLACES[1],)) if body else None,
        meeting=None if is_page or not day else Meeting(day, day, chance.choice(("Lund", None)), chair=PEOPLE[0]),
        attendance=tuple(
            Attendance(
                person, chance.choice((*PLACES, None)), chance.choice(("S", "M")),
                chance.choice(("chair", "member", "guest", None)),
                status=chance.choice(("present", "present", "absent")),
                evidence=quote(),
            )
            for person in some(PEOPLE) if not is_page
        ),
        memberships=tuple(
            Membership(
                person, chance.choice((BODIES[0], body or BODIES[1], "Lund")), chance.choice(("chair", "member")),
                chance.choice((*PLACES, None)), start=chance.choice(("2019", None)), evidence=quote(),
            )
            for person in some(PEOPLE) if is_page
        ),
        vacancies=(Vacancy(body, PLACES[0], 2, quote()),) if body and is_page else (),
        agenda=tuple(AgendaItem(title, str(at), evidence=quote()) for at, title in enumerate(some(HEADINGS), 1)),
        decisions=tuple(
            Decision(outcome, "Så blir det", chance.choice("12"), quote())  # type: ignore[arg-type]
            for outcome in some(("approved", "endorsed", "noted"))
        ),
        assignments=tuple(
            Assignment((person, PLACES[0]), "Skriv ett brev", "1", chance.choice(("2020-03-01", None)), quote())
            for person in some(PEOPLE[:2])
        ),
        mentions=(
            *(Mention(name, "municipality", evidence=quote()) for name in some(PLACES[::2])),
            *(Mention(name, "plan", evidence=quote()) for name in some(WORKS)),
        ),
        announced=tuple(
            Announced(day, kind, body=chance.choice((*BODIES, None)), what="Väg", evidence=quote())
            for day, kind in zip(some(DAYS), some(("meeting", "decision", "meeting")), strict=False)
        ),
        referrals=tuple(
            Referral(name, (PLACES[0],) if chance.random() < 0.5 else (), chance.choice(("2030-01-01", None)), quote())
            for name in some(WORKS)
        ),
        relations=tuple(
            Relation(one, told, other, evidence=quote())
            for one, told, other in (
                (BODIES[0], "prepares for", BODIES[1]), (BODIES[1], "prepares for", BODIES[2]),
                (PEOPLE[2], "chairs", BODIES[1]), (PLACES[0], "party to", WORKS[0]),
            )
            if chance.random() < 0.2
        ),
    )  # fmt: skip
    return list(
        triples.document_quads(facts, key=f"papper-{number}", text=text, digest="0" * 64, register=shipped(), base=BASE)
    )


def rows_of(rows: queries.Rows) -> list[Mapping[str, object]]:
    """The rows, with lists of names that come in any order in a settled one."""
    return [dict(zip(rows.variables, map(settled, row), strict=True)) for row in rows.rows]


def settled(term: object) -> object:
    if isinstance(term, Literal) and ("; " in term.value or ", " in term.value):
        return sorted(term.value.replace(", ", "; ").split("; "))
    return term


def both(store: SnapshotStore, name: str, language: str) -> tuple[list[Mapping[str, object]], ...]:
    """What is kept of a question, and what its query gives."""
    query = queries.query(name)
    speaks = any(each.name == "language" for each in query.parameters)
    kept = store.kept(name, language)
    assert kept
    asked = store.select(query.bind({"language": Literal(language)} if speaks else {}))
    assert kept.variables == asked.variables
    return rows_of(kept), rows_of(asked)


# By question its parameters that choose among what is kept: its key, and those that narrow it.
CHOICES = sorted(
    (each.name, parameter)
    for each in KEPT
    for parameter in {each.key, *(name for name, *_ in (*each.narrowed, *each.since))}
    & {parameter.name for parameter in queries.query(each.name).parameters}
)


def choices(store: SnapshotStore, name: str, parameter: str, most: int = 2) -> list[Literal | NamedNode]:
    """Some values of a parameter about which rows are kept; days for what tells one."""
    question = next(each for each in KEPT if each.name == name)
    columns = {each: column for each, column, _ in question.narrowed} | {question.key: question.key}
    if columns[parameter] not in question.variables:
        return [Literal(each, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")) for each in DAYS[-most:]]
    kept = store.kept(name)
    assert kept
    found = {row[kept.variables.index(columns[parameter])] for row in kept.rows} - {None}
    return sorted(found, key=str)[:most]  # type: ignore[return-value]


def chosen_alike(store: SnapshotStore, name: str, parameter: str, values: list[Literal | NamedNode]) -> None:
    """That what is kept of some things is what the query gives when it is asked about them."""
    kept = store.kept(name, "sv", {parameter: values})
    assert kept, (name, parameter, values)
    asked = store.select(queries.query(name).bind({parameter: values}))
    assert sorted(map(key, rows_of(kept))) == sorted(map(key, rows_of(asked))), (name, parameter, values)


def key(row: Mapping[str, object]) -> str:
    return str(sorted(row.items()))


def added_alike(store: SnapshotStore, name: str, language: str) -> list[Mapping[str, object]]:
    """That what is added up for a question gives what the query does."""
    given = {"language": language} if any(each.name == "language" for each in queries.query(name).parameters) else {}
    added = rows_of(queries.run(store, name, given))
    assert added == rows_of(
        store.select(queries.query(name).bind({key: Literal(value) for key, value in given.items()}))
    )
    return added


def same(store: SnapshotStore, name: str, language: str) -> list[Mapping[str, object]]:
    kept, asked = both(store, name, language)
    assert sorted(map(key, kept)) == sorted(map(key, asked)), (name, language)
    return kept


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_is_what_the_queries_give_also_after_changes(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverkan.store.spare.WORTH", 0)
    chance = random.Random(seed)
    store = OxigraphStore(tmp_path / "live")
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(triples.register_quads(shipped(), BASE))
    told = set()
    seen: dict[str, list[object]] = {name: [] for name in QUESTIONS}
    for number in range(25):
        quads = document(number, chance)
        store.replace_graph(quads[0].graph_name, quads)  # type: ignore[arg-type]
    for turn in range(5):
        publish(store, tmp_path / "published")
        snapshot = open_current(tmp_path / "published")
        language = ("sv", "en")[turn % 2]
        for name in QUESTIONS:
            seen[name].append(same(snapshot, name, language))
        for name in SUMMED:
            seen.setdefault(name, []).append(added_alike(snapshot, name, language))
        for name, parameter in CHOICES:
            for value in choices(snapshot, name, parameter)[turn % 2 :]:
                chosen_alike(snapshot, name, parameter, [value])
                told.add((name, parameter))
        snapshot.close()
        for number in chance.sample(range(25), 4):
            quads = document(number, chance)
            store.replace_graph(quads[0].graph_name, quads)  # type: ignore[arg-type]
        store.remove_graph(NamedNode(f"{BASE}document/papper-{chance.randrange(25)}"))
    assert told == set(CHOICES)
    for name, answers in seen.items():
        assert any(answers), f"{name} was never told anything of"
        assert any(one != other for one, other in pairwise(answers[::2])), f"{name} never changed"


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sample_is_told_in_the_same_order(sample_snapshot: SnapshotStore, name: str, language: str) -> None:
    kept, asked = both(sample_snapshot, name, language)
    assert kept == asked


@pytest.mark.parametrize(("name", "parameter"), CHOICES)
def test_several_values_choose_the_rows_of_any(sample_snapshot: SnapshotStore, name: str, parameter: str) -> None:
    if values := choices(sample_snapshot, name, parameter, 3):
        chosen_alike(sample_snapshot, name, parameter, values[:1] if isinstance(values[0], Literal) else values)


def test_what_nothing_is_kept_about_is_asked_of_the_graph(sample_snapshot: SnapshotStore) -> None:
    nobody = NamedNode(f"{BASE}body/12/nobody")
    assert sample_snapshot.kept("who-sits-on", "sv", {"body": [nobody]}) is None
    assert list(queries.run(sample_snapshot, "who-sits-on", {"body": nobody.value}).rows) == []


def test_a_parameter_that_is_no_choice_among_rows_is_asked_of_the_graph(sample_snapshot: SnapshotStore) -> None:
    assert sample_snapshot.kept("attendance", "sv", {"day": [Literal("2019")]}) is None


@pytest.fixture(scope="module")
def sample_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SnapshotStore]:
    folder = tmp_path_factory.mktemp("kept")
    store = OxigraphStore()
    store.bulk_load(triples.ontology_quads())
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    publish(store, folder)
    snapshot = open_current(folder)
    yield snapshot
    snapshot.close()


def test_where_there_is_no_room_for_a_copy_in_memory_the_same_is_kept(
    sample_snapshot: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverkan.store.filling.memory_left", lambda: 0)
    store = OxigraphStore()
    store.bulk_load(sample_snapshot.quads())
    publish(store, tmp_path)
    assert words_of(tmp_path) == words_of(sample_snapshot.snapshot.path.parent)


def test_in_a_large_graph_what_is_few_is_asked_about_one_by_one_and_the_same_is_kept(
    sample_snapshot: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverkan.store.kept._LARGE", 0)
    store = OxigraphStore()
    store.bulk_load(sample_snapshot.quads())
    publish(store, tmp_path)
    assert words_of(tmp_path) == words_of(sample_snapshot.snapshot.path.parent)


def words_of(published: Path) -> list[tuple[object, ...]]:
    """What the index of the current snapshot holds, in a settled order."""
    with closing(sqlite3.connect(current(published).path / INDEX)) as connection:
        things = connection.execute("SELECT iri, label, forms, county, plain FROM thing ORDER BY iri").fetchall()
        parts = connection.execute(
            "SELECT name, thing, rows FROM part JOIN question ON id = question ORDER BY 1, 2"
        ).fetchall()
    assert things
    assert parts
    return [*things, *((*head, sorted(map(str, json.loads(zlib.decompress(rows))))) for *head, rows in parts)]
