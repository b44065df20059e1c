"""How the remote store takes a server that is away, busy, slow, broken or no SPARQL endpoint at all."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from servers import free_port

from samverkan import publish
from samverkan.errors import QueryError, QueryTimeout, StoreError
from samverkan.settings import Settings
from samverkan.store.engines import PLAIN
from samverkan.store.remote import RemoteStore

Reply = Callable[[BaseHTTPRequestHandler], None]
ONE = NamedNode("http://example.org/graph/one")
QUAD = Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/p"), Literal("1"), ONE)
ROW = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1"}}]}}'
YES = b'{"head":{},"boolean":true}'


def answer(status: int, body: bytes, *, length: int | None = None) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/sparql-results+json")
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for letter in b'{"head":{"vars":["x"]},"results":{"bindings":[':
        handler.wfile.write(bytes([letter]))
        time.sleep(0.1)


def silent(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


@contextmanager
def endpoint(*replies: Reply, timeout: float = 5.0) -> Iterator[tuple[RemoteStore, list[str]]]:
    """A store behind a server that gives these replies in turn, and the forms that it was sent."""
    waiting, sent = list(replies), []

    class Scripted(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode(), strict_parsing=True)
            sent.append("&".join(f"{name}={value}" for name, value in form))
            with suppress(ConnectionError):  # the store may hang up first
                waiting.pop(0)(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Scripted) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        address = f"http://127.0.0.1:{server.server_address[1]}/sparql"
        try:
            yield RemoteStore(address, address, timeout, engine=PLAIN), sent
        finally:
            server.shutdown()
            thread.join()


def test_a_server_that_is_away_is_a_store_error_that_asks_whether_it_runs() -> None:
    address = f"http://127.0.0.1:{free_port()}/sparql"
    with pytest.raises(
        StoreError, match=r"cannot be reached \(\[Errno 111\] Connection refused\); is the server running"
    ):
        RemoteStore(address).ask("ASK {}")


@pytest.mark.parametrize("first", [hang_up, answer(503, b"busy"), answer(502, b"gateway")], ids=["cut", "503", "502"])
def test_a_query_is_tried_a_second_time(first: Reply) -> None:
    with endpoint(first, answer(200, YES)) as (store, sent):
        assert store.ask("ASK {}")
    assert sent == ["query=ASK {}", "query=ASK {}"]


def test_a_query_is_not_tried_a_third_time() -> None:
    with (
        endpoint(hang_up, hang_up, answer(200, YES)) as (store, sent),
        pytest.raises(StoreError, match="broke off the connection"),
    ):
        store.ask("ASK {}")
    assert len(sent) == 2


def test_an_update_is_tried_once() -> None:
    with (
        endpoint(hang_up, answer(200, b"")) as (store, sent),
        pytest.raises(StoreError, match="broke off the connection"),
    ):
        store.replace_graph(ONE, [QUAD])
    assert len(sent) == 1


def test_a_replacement_is_one_request() -> None:
    with endpoint(answer(200, b"")) as (store, sent):
        store.replace_graph(ONE, [QUAD])
    assert sent == [
        "update=DROP SILENT GRAPH <http://example.org/graph/one> ;\n"
        "INSERT DATA { GRAPH <http://example.org/graph/one> {\n"
        '<http://example.org/a> <http://example.org/p> "1" .\n'
        "} }"
    ]


def test_a_query_goes_as_it_was_written() -> None:
    query = "# INSERT\nPREFIX ä: <http://example.org/> SELECT ?x { ?x ä:b 'å' }"
    with endpoint(answer(200, ROW)) as (store, sent):
        assert [list(row) for row in store.select(query).rows] == [[Literal("1")]]
    assert sent == [f"query={query}"]


def test_a_silent_server_is_a_timeout_and_not_asked_again() -> None:
    with (
        endpoint(silent, answer(200, YES), timeout=1) as (store, sent),
        pytest.raises(QueryTimeout, match="did not answer in time"),
    ):
        store.ask("ASK {}")
    assert len(sent) == 1


def test_an_answer_that_trickles_in_is_a_timeout_too() -> None:
    with (
        endpoint(trickle, timeout=1) as (store, _),
        pytest.raises(QueryTimeout, match="has not sent the whole answer within 1 seconds"),
    ):
        list(store.select("SELECT * { ?s ?p ?o }").rows)


@pytest.mark.parametrize(
    ("read", "body"),
    [
        (lambda store: list(store.select("SELECT * { ?s ?p ?o }").rows), ROW[:-10]),
        (lambda store: list(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")), b"<a:a> <a:b> <a:c> .\n"),
    ],
    ids=["rows", "triples"],
)
def test_half_an_answer_is_no_answer(read: Callable[[RemoteStore], object], body: bytes) -> None:
    with (
        endpoint(answer(200, body, length=len(body) + 10)) as (store, _),
        pytest.raises(StoreError, match="broke off in the middle"),
    ):
        read(store)


def test_an_answer_in_another_language_is_a_store_error() -> None:
    with (
        endpoint(answer(200, b"<html>Welcome!</html>")) as (store, _),
        pytest.raises(StoreError, match="cannot be read"),
    ):
        store.ask("ASK {}")


@pytest.mark.parametrize(
    ("status", "kind", "message"),
    [
        (401, StoreError, "does not let us in"),
        (403, StoreError, "does not let us in"),
        (404, StoreError, "check SAMVERKAN_STORE"),
        (500, StoreError, "failed \\(500\\): the disk is full"),
        (408, QueryTimeout, "gave up"),
        (504, QueryTimeout, "gave up"),
        (400, QueryError, "the disk is full"),
    ],
)
def test_a_refusal_says_what_it_means(status: int, kind: type[Exception], message: str) -> None:
    with (
        endpoint(answer(status, b"the disk\nis full")) as (store, _),
        pytest.raises(kind, match=message.replace("the disk is", r"the disk\sis")),
    ):
        store.ask("ASK {}")


@pytest.mark.server
def test_readers_see_a_remote_store_as_it_is(server: str, remote_store: RemoteStore, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", store=f"{server}/query")
    with publish.live(settings) as store:
        store.replace_graph(ONE, [QUAD])
        assert publish.renew(store, settings) is None
    with publish.published(settings) as readable:
        assert list(readable.quads()) == [QUAD]
    assert not (tmp_path / "data").exists()


def test_a_server_that_fails_five_times_is_left_alone_and_the_message_says_so() -> None:
    replies = [answer(503, b"busy")] * 8
    with endpoint(*replies) as (store, sent):
        for _ in range(2):  # each a query and its second try
            with pytest.raises(StoreError, match="is busy"):
                store.ask("ASK {}")
        with pytest.raises(StoreError, match="is busy"):
            store.replace_graph(ONE, [QUAD])
        asked = len(sent)
        with pytest.raises(
            StoreError, match=r"/sparql failed 5 times in a row and is left alone for 10 s more \(.* is busy: busy\)"
        ):
            store.ask("ASK {}")
    assert asked == len(sent) == 6  # four tries, an update, and the question whether it is well


def test_queries_that_are_too_hard_do_not_keep_others_from_a_server_that_is_well() -> None:
    replies: list[Reply] = [*[answer(504, b"too hard")] * 5, answer(200, YES), answer(200, YES)]
    with endpoint(*replies) as (store, _):
        for _ in range(5):
            with pytest.raises(QueryTimeout):
                store.ask("ASK { ?s ?p ?o }")
        assert store.ask("ASK {}")


@pytest.mark.parametrize(
    ("user", "sent"),
    [("ann", "Basic YW5uOmhlbWxpZ3Q="), ("", "")],
    ids=["who writes is told", "nobody is told"],
)
def test_who_asks_is_told_by_basic_authentication(user: str, sent: str) -> None:
    seen = []

    def look(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization", ""))
        answer(200, YES)(handler)

    with endpoint(look, look) as (store, _):
        known = RemoteStore(store._given.query, user=user, password="hemligt")
        assert known.ask("ASK {}")
    assert seen == ["", sent]  # first it is asked which engine it is
