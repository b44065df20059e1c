"""What an outsider's query may cost: itself, and nothing else."""

import asyncio
import csv
import errno
import io
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from samverkan.errors import QueryError, QueryTimeout, QueryTooCostly, ResultTooLarge, StoreError
from samverkan.publish import publish
from samverkan.store.answers import WHOLE, Answer, Dataset, Limits
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.process import Job

EX = "http://example.org/"
P = NamedNode(EX + "p")
ONE, TWO = NamedNode(EX + "graph/one"), NamedNode(EX + "graph/two")
NUMBERS = " ".join(map(str, range(2_000)))
CROSS = " ".join(f"VALUES ?{name} {{ {NUMBERS} }}" for name in "abcd")
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
DEADLY = "SELECT (" + "1+" * 30_000 + "1 AS ?x) {}"  # flat to look at, 30,000 levels deep once parsed
LIMITS = Limits(seconds=1.5, rows=100, answer_bytes=200_000, memory_bytes=300 << 20)


def quads(number: int) -> list[Quad]:
    return [Quad(NamedNode(f"{EX}s{i}"), P, Literal(f"value {i} }},{{\r\n"), ONE) for i in range(number)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published graph of 101 quads, one more than may be answered at once."""
    store = OxigraphStore()
    store.replace_graph(ONE, quads(101))
    path = tmp_path_factory.mktemp("published")
    publish(store, path)
    return path


@pytest.fixture(scope="module")
def pool(folder: Path) -> Iterator[QueryPool]:
    made = QueryPool(folder, workers=2, limits=LIMITS)
    yield made
    made.close()


def still_answers(pool: QueryPool) -> bool:
    return json.loads(pool.answer("ASK {}").body) == {"head": {}, "boolean": True}


def test_rows_come_as_written_by_the_standard(pool: QueryPool) -> None:
    answer = pool.answer(f"SELECT ?o ?nothing {{ <{EX}s7> ?p ?o }}")
    assert json.loads(answer.body) == {
        "head": {"vars": ["o", "nothing"]},
        "results": {"bindings": [{"o": {"type": "literal", "value": "value 7 },{\r\n"}}]},
    }
    assert answer.media_type == "application/sparql-results+json"
    assert answer.version.startswith("20")


@pytest.mark.parametrize(
    ("form", "media_type", "body"),
    [
        ("csv", "text/csv", b"x\r\n1\r\n"),
        ("tsv", "text/tab-separated-values", b"?x\n1\n"),
        ("json", "application/sparql-results+json", None),
        ("xml", "application/sparql-results+xml", None),
    ],
)
def test_a_table_comes_in_the_format_asked_for(pool: QueryPool, form: str, media_type: str, body: bytes | None) -> None:
    answer = pool.answer("SELECT (1 AS ?x) {}", ["ttl", form])
    assert answer.media_type == media_type
    assert body in (None, answer.body)


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "jsonld", "rdf"])
def test_a_graph_comes_in_the_format_asked_for(pool: QueryPool, form: str) -> None:
    answer = pool.answer(f"CONSTRUCT WHERE {{ <{EX}s7> ?p ?o }}", ["csv", form])
    found = [str(each.triple) for each in parse(answer.body, RdfFormat.from_media_type(answer.media_type))]
    assert found == [str(quads(8)[7].triple)] or form == "rdf"
    assert len(found) == 1


def test_a_format_that_does_not_fit_is_told_which_do(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="a SELECT query is answered as json, xml, csv, tsv"):
        pool.answer("SELECT * {}", ["ttl"])
    with pytest.raises(QueryError, match="a DESCRIBE query is answered as ttl, nt"):
        pool.answer(f"DESCRIBE <{EX}s1>", ["csv"])


def test_the_merged_default_graph_is_asked(pool: QueryPool) -> None:
    assert json.loads(pool.answer(f"ASK {{ <{EX}s7> ?p ?o }}").body)["boolean"] is True


def test_an_error_in_the_query_tells_its_place(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="line 2, column 2"):
        pool.answer("SELECT * {\n}}")
    with pytest.raises(QueryError, match="function"):
        pool.answer(f"SELECT (<{EX}f>(1) AS ?x) {{}}")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { FILTER(" + "(" * 200 + "1" + ")" * 200 + ") }",
        "ASK {} #" + " " * 65_536,
    ],
    ids=["update", "service", "deep", "long"],
)
def test_what_the_guard_refuses_is_not_asked(pool: QueryPool, query: str) -> None:
    with pytest.raises(QueryError):
        pool.answer(query)


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_from_reads_no_file_and_calls_nobody(pool: QueryPool, clause: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<a:a> <a:b> <a:c> .")
    sources = f"{clause} <file://{secret}> {clause} <http://127.0.0.1:9/>"
    query = f"SELECT * {sources} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    assert json.loads(pool.answer(query).body)["results"]["bindings"] == []


def test_from_names_a_graph_of_ours(pool: QueryPool) -> None:
    assert json.loads(pool.answer(f"ASK FROM {ONE} {{ <{EX}s7> ?p ?o }}").body)["boolean"] is True
    assert json.loads(pool.answer(f"ASK FROM {TWO} {{ <{EX}s7> ?p ?o }}").body)["boolean"] is False


def test_a_query_that_takes_too_long_is_stopped_in_time(pool: QueryPool) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"stopped after 1\.5 seconds"):
        pool.answer(ENDLESS)
    assert 1.5 <= time.monotonic() - started < 30  # it would go on for days
    assert still_answers(pool)


def test_a_query_that_ends_the_engine_costs_only_itself(pool: QueryPool) -> None:
    for _ in range(3):
        with pytest.raises(QueryTooCostly, match="too intricate for the engine"):
            pool.answer(DEADLY)
    assert still_answers(pool)


def test_a_query_that_wants_too_much_memory_costs_only_itself(pool: QueryPool) -> None:
    doubled = 'BIND("aaaaaaaaaaaaaaaa" AS ?v0) ' + " ".join(
        f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(30)
    )
    with pytest.raises((QueryTooCostly, QueryTimeout)):
        pool.answer(f"SELECT (STRLEN(?v30) AS ?n) {{ {doubled} }}")
    assert still_answers(pool)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_as_many_rows_as_the_limit_are_answered_and_one_more_is_not(pool: QueryPool, form: str) -> None:
    assert b"value 1 " in pool.answer("SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 100", [form]).body
    with pytest.raises(ResultTooLarge, match="more than 100 rows"):
        pool.answer("SELECT ?o { ?s ?p ?o }", [form])


@pytest.mark.parametrize("form", ["json", "csv"])
def test_rows_are_counted_even_where_their_texts_look_like_rows(pool: QueryPool, form: str) -> None:
    text = '"},{},{\\r\\n\\r\\n"'
    body = pool.answer(f"SELECT ?o ({text} AS ?t) {{ ?s ?p ?o }} LIMIT 90", [form]).body
    if form == "json":
        assert len(json.loads(body)["results"]["bindings"]) == 90
    else:
        assert len(list(csv.reader(io.StringIO(body.decode(), newline="")))) == 91


def test_rows_without_values_are_rows_too(pool: QueryPool) -> None:
    with pytest.raises(ResultTooLarge):
        pool.answer("SELECT ?nothing { ?s ?p ?o }", ["json"])


def test_triples_are_limited_like_rows(pool: QueryPool) -> None:
    with pytest.raises(ResultTooLarge, match="more than 100 rows"):
        pool.answer("CONSTRUCT WHERE { ?s ?p ?o }")


def test_bytes_are_limited_too(pool: QueryPool) -> None:
    with pytest.raises(ResultTooLarge, match="more than 200000 bytes"):
        pool.answer(f"SELECT (REPLACE('{'a' * 1000}', 'a', '{'b' * 300}') AS ?x) {{}}")


def test_a_worker_killed_while_idle_costs_nothing(pool: QueryPool) -> None:
    for _ in range(2):
        assert still_answers(pool)
        idle = next(worker for worker in pool._workers if worker.idle)
        os.kill(idle.process.pid, signal.SIGKILL)
        idle.process.wait()
        assert still_answers(pool)


def asked_in(pool: QueryPool, *queries: str) -> list[Answer | BaseException]:
    """What some queries give that are asked at once in one event loop."""

    async def all_of_them() -> list[Answer | BaseException]:
        pool.begin()
        return await asyncio.gather(*(pool.asked(query, ["csv"]) for query in queries), return_exceptions=True)

    return asyncio.run(all_of_them())


def test_a_server_asks_in_its_own_event_loop(folder: Path) -> None:
    pool = QueryPool(folder, workers=1, limits=LIMITS)
    many = [f"SELECT ({number} AS ?x) {{}}" for number in range(30)]
    answers = asked_in(pool, *many)
    assert [isinstance(each, Answer) and each.body for each in answers] == [b"x\r\n%d\r\n" % i for i in range(30)]
    pool.close()


def three(answers: list[Answer | BaseException]) -> bool:
    """Whether these are the answers to `NUMBERED`."""
    return [isinstance(each, Answer) and each.body for each in answers] == [b"x\r\n%d\r\n" % i for i in range(3)]


NUMBERED = [f"SELECT ({number} AS ?x) {{}}" for number in range(3)]


def test_what_waits_behind_a_deadly_query_is_answered_by_the_next_worker(folder: Path) -> None:
    pool = QueryPool(folder, workers=1, limits=Limits(seconds=30))
    first, *rest = asked_in(pool, DEADLY, *NUMBERED)
    assert isinstance(first, QueryTooCostly)
    assert three(rest)
    pool.close()


def test_what_waits_behind_a_slow_query_goes_to_another_worker(folder: Path) -> None:
    async def beside() -> list[Answer | BaseException]:
        slow = asyncio.ensure_future(pool.asked(ENDLESS))
        answers = await asyncio.gather(*(pool.asked(query, ["csv"]) for query in NUMBERED), return_exceptions=True)
        slow.cancel()
        return answers

    pool = QueryPool(folder, workers=2, limits=Limits(seconds=30))
    assert three(asyncio.run(beside()))
    pool.close()


def test_a_worker_outlives_neither_its_query_nor_its_parent(folder: Path) -> None:
    pool = QueryPool(folder, workers=1, limits=Limits(seconds=1.5))
    assert still_answers(pool)
    [worker] = pool._workers
    with patch.object(pool, "_look"), pytest.raises(QueryTimeout):  # nobody stops it; it ends by its own alarm
        pool.answer(ENDLESS)
    assert worker.process.returncode == -signal.SIGALRM
    pool.close()


@pytest.mark.parametrize(
    ("none_until", "now", "too_long"),
    [(0.0, 101.4, False), (0.0, 101.6, True), (101.0, 101.6, False), (101.0, 102.6, True), (160.0, 160.5, True)],
    ids=["in time", "all are busy", "all are starting", "busy again", "not for ever"],
)
def test_waiting_for_a_worker_has_an_end(
    folder: Path, none_until: float, now: float, too_long: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.new_event_loop()
    job = Job("ASK {}", "json", WHOLE, None, loop.create_future(), since=100.0)
    pool = QueryPool(folder, limits=LIMITS)
    monkeypatch.setattr(pool, "_none", none_until)
    assert pool._waited_too_long(job, now) is too_long
    loop.close()


def test_a_system_that_gives_no_process_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    pool = QueryPool(folder, workers=1, limits=LIMITS)
    with monkeypatch.context() as full:
        full.setattr(subprocess, "Popen", refuse)
        with pytest.raises(StoreError, match="no query worker can be started: Resource temporarily unavailable"):
            pool.answer("ASK {}")
    assert still_answers(pool)
    pool.close()


def test_many_graphs_are_chosen_for_many_queries_at_once(pool: QueryPool) -> None:
    many = Dataset(default=(*(f"{EX}{'g' * 1_000}{number}" for number in range(300)), ONE.value))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: pool.answer(f"ASK {{ <{EX}s7> ?p ?o }}", ("csv",), many), range(16)))
    assert {each.body for each in answers} == {b"true"}


def test_many_ask_at_once(pool: QueryPool) -> None:
    faults: list[Exception] = []

    def ask() -> None:
        try:
            for i in range(20):
                found = json.loads(pool.answer(f"SELECT ?o {{ <{EX}s{i}> ?p ?o }}").body)["results"]["bindings"]
                assert found[0]["o"]["value"].startswith(f"value {i} ")
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shall tell
            faults.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_what_is_newly_published_is_seen_by_the_next_query(tmp_path: Path) -> None:
    store = OxigraphStore()
    pool = QueryPool(tmp_path, workers=1)
    with pytest.raises(StoreError, match="nothing is published"):
        pool.answer("ASK {}")
    for number in (1, 2):
        store.replace_graph(ONE, quads(number))
        snapshot = publish(store, tmp_path)
        answer = pool.answer("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ["csv"])
        assert (answer.body, answer.version) == (f"n\r\n{number}\r\n".encode(), snapshot.version)
    publish(store, tmp_path)
    assert still_answers(pool)
    pool.close()
    with pytest.raises(StoreError, match="being stopped"):
        pool.answer("ASK {}")


def test_relative_iris_are_resolved_against_the_base(folder: Path) -> None:
    pool = QueryPool(folder, workers=1, limits=Limits(seconds=10), base=EX)
    assert json.loads(pool.answer("ASK { <s7> ?p ?o }").body)["boolean"] is True
    pool.close()


def test_a_long_answer_is_a_file_with_the_same_bytes(folder: Path) -> None:
    pool = QueryPool(folder, workers=1, limits=Limits(seconds=10, rows=100_000))
    query = f"SELECT ?s ?t {{ ?s ?p ?o BIND(REPLACE('{'a' * 1000}', 'a', 'bcdefghijklm') AS ?t) }}"
    answer = pool.answer(query, ["csv"])
    assert not isinstance(answer.content, bytes)
    length, body = answer.length, answer.body
    assert length == len(body) > 1_200_000
    rows = list(csv.reader(io.StringIO(body.decode(), newline="")))
    assert (len(rows), {row[1] for row in rows[1:]}) == (102, {"bcdefghijklm" * 1000})
    assert still_answers(pool)
    pool.close()


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv", "nt"])
def test_an_answer_beyond_its_limit_is_refused_whole_though_much_of_it_was_written(folder: Path, form: str) -> None:
    pool = QueryPool(folder, workers=1, limits=Limits(seconds=10, answer_bytes=700_000))
    what = "CONSTRUCT { ?s ?p ?t }" if form == "nt" else "SELECT ?s ?t"
    with pytest.raises(ResultTooLarge, match="more than 700000 bytes"):
        pool.answer(f"{what} {{ ?s ?p ?o BIND(REPLACE('{'a' * 1000}', 'a', 'bcdefghijklm') AS ?t) }}", [form])
    assert still_answers(pool)
    pool.close()
