"""Writing graphs over HTTP: with a token that is known only; all else is answered by what stands behind."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from samverkan.publish import published
from samverkan.settings import Settings
from samverkan_web.curation import Curation

TOKEN = "0123456789abcdef"
GRAPH = "https://example.org/graphs/notes"
QUERY = f"graph={GRAPH}&why=Ett+f%C3%B6rs%C3%B6k"
TURTLE = b'<urn:a> <urn:p> "x" .'
AUTHORISED = {"authorization": f"Bearer {TOKEN}", "content-type": "text/turtle; charset=utf-8"}


async def behind(scope: Any, receive: Any, send: Any) -> None:
    """The application behind."""
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def asked(
    settings: Settings,
    method: str = "PUT",
    path: str = "/sparql/graphs",
    query: str = QUERY,
    headers: dict[str, str] = AUTHORISED,
    body: bytes = TURTLE,
) -> tuple[int, dict[str, str], Any]:
    """The status, headers and problem that a request is answered with."""
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    sent: list[Any] = []
    parts = [body[:5], body[5:]]

    async def receive() -> Any:
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    async def send(message: Any) -> None:
        sent.append(message)

    async def one() -> None:
        await Curation(behind, settings)(scope, receive, send)

    asyncio.run(one())
    start, end = sent
    said = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], said, json.loads(end["body"]) if end["body"] else None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", curators=f"Ann Ek={TOKEN}")


def test_a_curator_puts_a_graph_adds_to_it_and_deletes_it(settings: Settings) -> None:
    assert asked(settings)[0] == 201
    assert asked(settings, "POST", body=b'<urn:b> <urn:p> "y" .')[0] == 204
    with published(settings) as store:
        assert len(list(store.quads(NamedNode(GRAPH)))) == 2
        rows = store.select(
            f"SELECT ?why {{ ?write <http://purl.org/dc/terms/description> ?why ; ?of <{GRAPH}> }}"
        ).rows
        assert {row[0].value for row in rows} == {"Ett försök"}  # type: ignore[union-attr]
    assert asked(settings, "DELETE", body=b"")[0] == 204
    status, _, problem = asked(settings, "DELETE", body=b"")
    assert (status, problem["detail"]) == (404, f"there is no graph <{GRAPH}>")


@pytest.mark.parametrize(
    "headers",
    [{}, {"authorization": "Bearer another-token-of-length"}, {"authorization": f"Basic {TOKEN}"},
     {"authorization": "Bearer"}],
    ids=["none", "another", "another kind", "empty"],
)  # fmt: skip
def test_without_a_known_token_nothing_is_written(settings: Settings, headers: dict[str, str]) -> None:
    status, said, problem = asked(settings, headers=headers)
    assert (status, said["www-authenticate"]) == (401, 'Bearer realm="graphs of Samverkan"')
    assert problem["detail"].startswith("graphs are written by curators: send `Authorization: Bearer TOKEN`")
    assert not settings.data.exists()


@pytest.mark.parametrize(
    ("changed", "status", "says"),
    [
        ({"query": ""}, 400, "name one graph, by ?graph= and its IRI"),
        ({"query": f"graph={GRAPH}&graph={GRAPH}"}, 400, "name one graph"),
        ({"query": "default"}, 403, "the default graph is what all graphs say together"),
        ({"query": "graph=notes"}, 400, "a graph is named by an absolute IRI; 'notes' is none"),
        ({"body": b"<a> <b>"}, 400, "the body is no Turtle"),
        ({"headers": {"authorization": f"Bearer {TOKEN}"}}, 400, "a graph is sent as text/turtle"),
    ],
    ids=["no graph", "two graphs", "default", "relative", "broken", "no type"],
)
def test_what_is_not_asked_rightly_is_told(settings: Settings, changed: dict[str, Any], status: int, says: str) -> None:
    answer = asked(settings, **changed)
    assert (answer[0], says in answer[2]["detail"]) == (status, True)


def test_a_graph_that_is_too_long_is_refused(settings: Settings) -> None:
    small = Settings(data=settings.data, curators=settings.curators, max_bytes=10)
    status, _, problem = asked(small)
    assert (status, "more than 10 bytes (setting SAMVERKAN_MAX_BYTES)" in problem["detail"]) == (413, True)


@pytest.mark.parametrize(
    ("curators", "method", "path"),
    [("", "PUT", "/sparql/graphs"), (f"Ann={TOKEN}", "GET", "/sparql/graphs"), (f"Ann={TOKEN}", "POST", "/sparql")],
    ids=["no curators", "reading", "a query"],
)
def test_all_else_is_answered_by_what_stands_behind(tmp_path: Path, curators: str, method: str, path: str) -> None:
    assert asked(Settings(data=tmp_path, curators=curators), method, path)[0] == 299
