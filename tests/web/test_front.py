"""The site as a server sees it: slow and long requests, many at once, the same again."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask

from samverkan.publish import publish
from samverkan.settings import Settings
from samverkan.store.answers import WHOLE, Answer, Dataset
from samverkan.store.cache import CachedAnswers
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import open_current
from samverkan_web import front as fronting
from samverkan_web.addresses import Addresses
from samverkan_web.app import endpoint_of
from samverkan_web.front import Front
from samverkan_web.site import Site

Messages = list[dict[str, Any]]


class Counting:
    """Answers with how often it was asked, when it is let."""

    def __init__(self) -> None:
        self.asked, self.version, self.let = 0, "1", Event()
        self.let.set()

    def answer(self, query: str, formats: object = (), dataset: Dataset = WHOLE, rows: int | None = None) -> Answer:
        """The number of this question."""
        self.asked += 1
        assert self.let.wait(10)
        return Answer(str(self.asked).encode(), "json", self.version)

    def close(self) -> None:
        """Nothing to close."""


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def front(app: Flask, snapshots: Path, counting: Counting) -> Iterator[Front]:
    store = open_current(snapshots)
    counting.version = store.snapshot.version
    settings = Settings()
    answers = CachedAnswers(counting, lambda: counting.version)
    yield Front(app, endpoint_of(Site(lambda: store, Addresses(settings.base), answers), answers, settings), 2)
    store.close()


def asked(
    front: Front,
    path: str = "/sparql",
    query: str = "",
    method: str = "GET",
    body: tuple[bytes, ...] = (),
    headers: tuple[tuple[bytes, bytes], ...] = (),
    wait: float = 0,
) -> Callable[[], Awaitable[Messages]]:
    """A request, to be sent in a loop; what comes back are the messages of ASGI."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": method,
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
        "headers": [(b"host", b"localhost"), *headers], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    parts = [*body]

    async def receive() -> dict[str, Any]:
        if wait:
            await asyncio.sleep(wait)
        part = parts.pop(0) if parts else b""
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def sent() -> Messages:
        messages: Messages = []

        async def send(message: Any) -> None:
            messages.append(dict(message))

        await front(dict(scope), receive, send)
        return messages

    return sent


def ask(*requests: Callable[[], Awaitable[Messages]]) -> list[tuple[int, bytes]]:
    """Send requests at the same time; status and body of each."""

    async def all_of_them() -> list[Messages]:
        return list(await asyncio.gather(*(each() for each in requests)))

    return [
        (messages[0]["status"], b"".join(message["body"] for message in messages[1:]))
        for messages in asyncio.run(all_of_them())
    ]


ASK = "query=" + quote("ASK { ?s ?p ?o }")
SPARQL = (b"content-type", b"application/sparql-query")


def test_the_same_question_is_worked_out_once(front: Front, counting: Counting) -> None:
    assert [ask(asked(front, query=ASK)) for _ in range(4)] == [[(200, b"1")]] * 4
    assert counting.asked == 1


def test_other_headers_or_methods_may_have_another_answer(front: Front) -> None:
    for _ in range(2):
        assert ask(asked(front, query=ASK)) == [(200, b"1")]
    assert ask(asked(front, query=ASK, headers=((b"accept", b"image/png"),)))[0][0] in (200, 406)
    assert ask(asked(front, query=ASK, headers=((b"accept", b"text/html"),)))[0][0] == 303
    assert ask(asked(front, query=ASK, method="HEAD")) == [(200, b"")]
    assert ask(asked(front, query=ASK, method="DELETE"))[0][0] == 405


def test_a_newer_graph_is_asked_again(app: Flask, tmp_path: Path, counting: Counting) -> None:
    publish(OxigraphStore(), tmp_path)
    settings = Settings()
    answers = CachedAnswers(counting, lambda: counting.version)
    stores = [open_current(tmp_path)]
    site = Site(lambda: stores[-1], Addresses(settings.base), answers)
    over = Front(app, endpoint_of(site, answers, settings), 1)
    counting.version = stores[-1].snapshot.version
    assert [ask(asked(over, query=ASK)) for _ in range(3)] == [[(200, b"1")]] * 3
    publish(OxigraphStore(), tmp_path)
    stores.append(open_current(tmp_path))
    counting.version = stores[-1].snapshot.version
    assert ask(asked(over, query=ASK)) == [(200, b"2")]


def test_a_query_can_be_posted_in_parts(front: Front) -> None:
    assert ask(asked(front, method="POST", body=(b"ASK { ?s ", b"?p ?o }"), headers=(SPARQL,))) == [(200, b"1")]


def test_who_sends_too_slowly_is_told_so(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fronting, "_SECONDS", 0.05)
    (status, body), (other, _) = ask(
        asked(front, method="POST", body=(b"ASK", b"{}"), headers=(SPARQL,), wait=1), asked(front, query=ASK)
    )
    assert (status, other) == (408, 200)
    assert json.loads(body)["detail"] == "the request did not come within 0.05 seconds"


@pytest.mark.parametrize("path", ["/sparql", "/sv/"])
def test_who_sends_too_much_is_stopped(front: Front, path: str) -> None:
    [(status, _)] = ask(asked(front, path, method="POST", body=(b"#" * 300_000, b"#" * 300_000), headers=(SPARQL,)))
    assert status == 413


def test_whoever_comes_while_too_many_wait_is_turned_away_at_once(
    front: Front, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fronting, "_WAITING", 2)
    counting.let.clear()

    turned = asyncio.Event()

    def turning(request: Callable[[], Awaitable[Messages]]) -> Callable[[], Awaitable[Messages]]:
        async def answered() -> Messages:
            messages = await request()
            turned.set()
            return messages

        return answered

    async def let() -> Messages:
        await asyncio.wait_for(turned.wait(), 30)
        counting.let.set()
        return [{"status": 0}]

    queries = [f"query=ASK%20%7B%7D%23{number}" for number in range(3)]
    *answers, _ = ask(*(turning(asked(front, query=each)) for each in queries), let)
    assert sorted(status for status, _ in answers) == [200, 200, 503]
    assert "too many queries wait" in next(body for status, body in answers if status == 503).decode()


def test_queries_go_to_workers_that_begin_with_the_server(app: Flask, snapshots: Path) -> None:
    settings, pool, store = Settings(), QueryPool(snapshots, workers=1), open_current(snapshots)
    answers = CachedAnswers(pool, lambda: store.snapshot.version)
    over = Front(app, endpoint_of(Site(lambda: store, Addresses(settings.base), answers), answers, settings), 1)
    told: Messages = []

    async def live_and_ask() -> list[Messages]:
        events = iter(("lifespan.startup", "lifespan.shutdown"))

        async def receive() -> dict[str, Any]:
            return {"type": next(events)}

        async def send(message: Any) -> None:
            told.append(dict(message))

        await over({"type": "lifespan"}, receive, send)
        csv, png = ((b"accept", media) for media in (b"text/csv", b"image/png"))
        return [
            await asked(over, query=query, headers=headers)()
            for query, headers in (
                (ASK, ()),
                ("query=SELECT%20(1%20AS%20%3Fx)%20%7B%7D", (csv,)),
                ("query=SELECT%20%7B", ()),
                (ASK, (png,)),
                ("query=DROP%20ALL", ()),
            )
        ] + [await asked(over, "/sparql/graphs", "graph=http%3A%2F%2Fexample.org%2Fnone")()]

    answered = [(each[0]["status"], each[1]["body"]) for each in asyncio.run(live_and_ask())]
    pool.close()
    store.close()
    assert [message["type"] for message in told] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert [status for status, _ in answered] == [200, 200, 400, 406, 400, 404]
    assert (json.loads(answered[0][1])["boolean"], answered[1][1]) == (True, b"x\r\n1\r\n")
    assert json.loads(answered[2][1])["line"] == 1


def test_pages_stand_behind(front: Front) -> None:
    [(status, body)] = ask(asked(front, "/sv/"))
    assert status == 200
    assert b"<title>" in body
    assert ask(asked(front, "/nowhere"))[0][0] == 404
