"""Writing graphs at `/sparql/graphs`, for curators who show their token: in front of all else that answers there.

SPARQL 1.1 Graph Store HTTP Protocol: PUT a graph in the place of what it held, POST to add to it, DELETE it. Where the
settings name no curators, or the request is of another kind, the application behind this one answers.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final
from urllib.parse import parse_qs

from samverkan.curating import curators, digest
from samverkan.errors import SamverkanError
from samverkan.settings import Settings
from samverkan_web import elsewhere
from samverkan_web.endpoint import ALWAYS, GRAPHS_PATH, Reply, refused
from samverkan_web.receiving import Message, Receive, Send, body_of

Application = Callable[[Message, Receive, Send], Awaitable[None]]

_ACTS: Final = {"PUT": "put", "POST": "add", "DELETE": "remove"}
_STATUS: Final = {"created": 201, "replaced": 204, "removed": 204, "unchanged": 204}
_BODY_SECONDS: Final = 60.0  # in which a body must have come
_CHALLENGE: Final = ("WWW-Authenticate", 'Bearer realm="graphs of Samverkan"')


class Curation:
    """The application `behind`, and before it the writing of graphs; one graph is written at a time."""

    def __init__(self, behind: Application, settings: Settings) -> None:
        self._behind, self._settings = behind, settings
        self._curators = curators(settings)
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        writes = scope["type"] == "http" and scope["path"].rstrip("/") == GRAPHS_PATH and scope["method"] in _ACTS
        if not (writes and self._curators):
            await self._behind(scope, receive, send)
            return
        reply = await self._reply(scope, receive)
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in (*reply.headers, *ALWAYS)]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"".join(reply.body)})

    async def _reply(self, scope: Message, receive: Receive) -> Reply:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        who = self._who(headers.get("authorization", ""))
        most = self._settings.max_bytes if who else 0
        body: bytes | None = None
        try:
            body = await body_of(receive, most, _BODY_SECONDS)
        except TimeoutError:
            return refused(408, f"the body did not come within {_BODY_SECONDS:g} seconds")
        except ValueError:
            pass  # whoever may not write at all is told that first
        if who is None:
            said = "graphs are written by curators: send `Authorization: Bearer TOKEN` with a token that is known here"
            reply = refused(401, said)
            return reply._replace(headers=[*reply.headers, _CHALLENGE])
        if body is None:
            return refused(413, f"the graph has more than {most} bytes (setting SAMVERKAN_MAX_BYTES); send it in parts")
        given = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if "default" in given:
            return refused(
                403, "the default graph is what all graphs say together; write a named one, by ?graph= and its IRI"
            )
        graphs, why = given.get("graph", []), " ".join(given.get("why", []))
        if len(graphs) != 1:
            return refused(400, "name one graph, by ?graph= and its IRI; &why= is kept with it as the reason")
        act, media_type = _ACTS[scope["method"]], headers.get("content-type", "").partition(";")[0].strip().lower()
        write = partial(
            elsewhere.done, self._settings, "samverkan.curating", act, graphs[0],
            content=body, who=who, why=why, media_type=media_type,
        )  # fmt: skip
        async with self._turn:
            return await asyncio.to_thread(_written, write)

    def _who(self, authorization: str) -> str | None:
        """The curator whose token was shown; looked up by its digest, so that time tells nothing of it."""
        kind, _, token = authorization.partition(" ")
        return self._curators.get(digest(token.strip())) if kind.lower() == "bearer" else None


def _written(write: Callable[[], dict[str, str]]) -> Reply:
    """The reply after a process of its own has written a graph."""
    try:
        return Reply(_STATUS[write()["outcome"]], [("Content-Length", "0")])
    except SamverkanError as error:
        reply = refused(error.status, str(error))
        busy = [("Retry-After", "10")] if error.status == 503 else []
        return reply._replace(headers=[*reply.headers, *busy])
