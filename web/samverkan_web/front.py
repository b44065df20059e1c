"""The whole site as an ASGI application: the SPARQL endpoint in front, the pages of the Flask app behind it.

A request is read to its end, within seconds, before anything works on it: whoever sends or reads slowly keeps nobody
else waiting. What is in memory is answered at once; other queries wait for their worker in the event loop, the pages
have threads of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from a2wsgi import WSGIMiddleware
from flask import Flask

from samverkan_web.endpoint import ALWAYS, PATHS, Asked, Endpoint, Reply, busy, refused
from samverkan_web.protocol import MOST_BYTES, Request
from samverkan_web.receiving import Message, Receive, Send, body_of

_SECONDS: Final = 10.0  # in which a request must have come
_MORE_SECONDS: Final = 60.0  # in which one that may be long must have come
_BODILESS: Final = ("GET", "HEAD", "OPTIONS")
_WAITING: Final = 64  # queries that wait for their turn; whoever comes then is told to come again


class Front:
    """The application: `threads` make pages at the same time; `room` tells how many bytes a request may have."""

    def __init__(
        self, app: Flask, endpoint: Endpoint, threads: int, room: Callable[[Message], int] = lambda _: MOST_BYTES
    ) -> None:
        self._pages = WSGIMiddleware(app, workers=threads)  # type: ignore[arg-type]
        self._endpoint = endpoint
        self._room = room
        self._waiting = 0
        self._sent = _Sent()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        most = self._room(scope)
        seconds = _MORE_SECONDS if most > MOST_BYTES else _SECONDS
        try:
            body = b"" if scope["method"] in _BODILESS else await body_of(receive, most, seconds)
        except ValueError:
            await _send(send, refused(413, f"the request has more than {most} bytes; send less"))
        except TimeoutError:
            await _send(send, refused(408, f"the request did not come within {seconds:g} seconds"))
        else:
            if scope["path"].rstrip("/") in PATHS:
                await self._sparql(scope, body, send)
            else:
                await self._pages(scope, _again(body, receive), send)  # type: ignore[arg-type]

    async def _live(self, receive: Receive, send: Send) -> None:
        """Begin when the server does; there is nothing to do at its end."""
        while (message := await receive())["type"] != "lifespan.shutdown":
            self._endpoint.begin()
            await send({"type": f"{message['type']}.complete"})
        await send({"type": "lifespan.shutdown.complete"})

    async def _sparql(self, scope: Message, body: bytes, send: Send) -> None:
        headers = dict(scope["headers"])
        key = _key(scope, headers)
        if sent := self._sent.get(self._endpoint.version, key):
            for message in sent:
                await send(message)
            return
        asked = self._endpoint.read(_request(scope, headers, body))
        if isinstance(asked, Reply):
            await _send(send, asked, heading_only=scope["method"] == "HEAD")
        elif kept := self._endpoint.kept(asked):
            await _send(send, kept)
            self._sent.keep(key, kept)
        else:
            await _send(send, await self._answered(asked))

    async def _answered(self, asked: Asked) -> Reply:
        """The reply to a query once it has its turn."""
        if self._waiting >= _WAITING:
            return busy()
        self._waiting += 1
        try:
            return await self._endpoint.awaited(asked)
        finally:
            self._waiting -= 1


_Key = tuple[bytes, ...]


class _Sent:
    """What was sent to very much the same requests, ready to be sent again as long as the graph is the same."""

    def __init__(self, most: int = 16_000_000) -> None:
        self._most = self._left = most
        self._version: str | None = None
        self._messages: dict[_Key, list[Message]] = {}

    def get(self, version: str | None, key: _Key | None) -> list[Message] | None:
        """What was sent; None where nothing was since the graph has this version."""
        if version != self._version or version is None:
            self._version, self._messages, self._left = version, {}, self._most
        return None if key is None else self._messages.get(key)

    def keep(self, key: _Key | None, reply: Reply) -> None:
        """Keep what was sent, if it is one part; begin anew when it has become too much."""
        if key is None or self._version is None:
            return
        messages = list(_messages(reply))
        self._left -= len(messages[-1]["body"]) + 2_000
        if self._left < 0:
            self._messages, self._left = {}, self._most
        elif len(messages) == 2:
            self._messages[key] = messages


def _key(scope: Message, headers: Mapping[bytes, bytes]) -> _Key | None:
    """All of a request that its reply depends on beside the graph; None where it may depend on more."""
    if scope["method"] != "GET" or b"if-none-match" in headers:
        return None
    return (
        scope["path"].encode(),
        scope["query_string"],
        headers.get(b"accept", b""),
        headers.get(b"accept-encoding", b""),
    )


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, to be read once more."""
    left = [body]

    async def again() -> Message:
        return {"type": "http.request", "body": left.pop(), "more_body": False} if left else await receive()

    return again


async def _send(send: Send, reply: Reply, *, heading_only: bool = False) -> None:
    for message in _messages(reply, heading_only=heading_only):
        await send(message)


def _messages(reply: Reply, *, heading_only: bool = False) -> Iterator[Message]:
    """A reply as the messages of ASGI."""
    headers = [*_encoded(reply.headers), *_ALWAYS]
    yield {"type": "http.response.start", "status": reply.status, "headers": headers}
    parts = iter(() if heading_only else reply.body)
    part = next(parts, b"")
    for following in parts:
        yield {"type": "http.response.body", "body": part, "more_body": True}
        part = following
    yield {"type": "http.response.body", "body": part, "more_body": False}


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]


_ALWAYS: Final = _encoded(ALWAYS)


def _request(scope: Message, headers: Mapping[bytes, bytes], body: bytes) -> Request:
    def header(name: bytes) -> str:
        return headers.get(name, b"").decode("latin-1")

    return Request(
        scope["method"],
        f"{scope['scheme']}://{header(b'host')}{scope.get('root_path', '')}",
        scope["path"],
        bytes(scope["query_string"]).decode("latin-1"),
        header(b"accept"),
        header(b"content-type"),
        header(b"accept-encoding"),
        header(b"if-none-match"),
        body,
    )
