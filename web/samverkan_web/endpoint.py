"""The SPARQL endpoint: the protocol of SPARQL 1.1 for queries. The work is done in the pool, never here.

It knows neither Flask nor a server: `mounting` puts it beside the pages, `front` before them.
"""

import asyncio
import gzip
import json
import logging
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import Final, NamedTuple, TypeVar
from urllib.parse import urlencode

from samverkan.errors import QueryError, SamverkanError
from samverkan.store.answers import WHOLE, Answer, Answers, Dataset, asking, begin, fitting
from samverkan.store.cache import CachedAnswers, changes_by_itself
from samverkan.store.formats import GRAPHS
from samverkan.store.guard import check
from samverkan.store.service import DESCRIPTION_FORMATS, description
from samverkan.store.snapshot import Contents, SnapshotStore
from samverkan_web.headers import HEADERS
from samverkan_web.protocol import Refused, Request, graph_sent, sent, wishes
from samverkan_web.site import Site

PATH: Final = "/sparql"
GRAPHS_PATH: Final = "/sparql/graphs"  # the graph store
PATHS: Final = (PATH, GRAPHS_PATH)

_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
_CORS: Final = [("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", "ETag, Retry-After")]
ALWAYS: Final = [*HEADERS.items(), *_CORS, ("Vary", "Accept, Accept-Encoding")]  # headers of every reply
_PREFLIGHT: Final = [
    ("Access-Control-Allow-Methods", "GET, POST, OPTIONS"),
    ("Access-Control-Allow-Headers", "Accept, Content-Type"),
    ("Access-Control-Max-Age", "86400"),
]
_LEAST_PACKED: Final = 1_400  # bytes; less goes in one packet anyhow
_PACKED_AT_ONCE: Final = 20_000  # bytes; to compress more takes longer than others should wait
_log = logging.getLogger(__name__)


class Reply(NamedTuple):
    """What is sent back."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: Iterable[bytes] = ()


class Asked(NamedTuple):
    """A query, the graphs that it is asked of, and how its answer is wanted; `graph` names one asked for whole."""

    query: str
    dataset: Dataset
    formats: tuple[str, ...]
    heading_only: bool
    packed: bool
    known_tags: str
    graph: str | None = None


class Endpoint:
    """Answers what is asked of a site's graph; `page` is where a browser is led to.

    `read` tells what a request asks, or what can be replied to it at once; `kept` replies from memory; `answered` works
    an answer out, and so does `awaited` in an event loop. None of them raises.
    """

    def __init__(self, site: Site, answers: Answers, page: str) -> None:
        self._site, self._answers, self._page = site, answers, page
        self._asked = asking(answers)

    @property
    def version(self) -> str | None:
        """Which state of the graph is answered for at this moment; None where that cannot be told."""
        return self._site.version

    def reply(self, request: Request) -> Reply:
        """The reply to a request."""
        asked = self.read(request)
        return asked if isinstance(asked, Reply) else self.answered(asked)

    def read(self, request: Request) -> "Asked | Reply":
        """What a request asks; the reply where it asks nothing, or not as it should."""
        return _told(lambda: self._read(request))

    def kept(self, asked: Asked) -> Reply | None:
        """The reply where it needs no work; None where it does."""
        if not isinstance(self._answers, CachedAnswers):
            return None
        answer = self._answers.kept(asked.query, asked.formats, asked.dataset)
        if answer is None or (asked.packed and answer.length > _PACKED_AT_ONCE):
            return None
        return _reply(asked, answer)

    def answered(self, asked: Asked) -> Reply:
        """The reply to a query."""
        return _told(lambda: self._answered(asked))

    async def awaited(self, asked: Asked) -> Reply:
        """The reply to a query that nothing `kept` could reply to, for who asks in an event loop."""
        if asked.graph is not None:
            return await asyncio.to_thread(self.answered, asked)
        try:
            answer = await self._asked(asked.query, asked.formats, asked.dataset)
            if asked.packed and answer.length > _PACKED_AT_ONCE:
                return await asyncio.to_thread(_reply, asked, answer)
            return _reply(asked, answer)
        except QueryError as error:
            return _told(partial(_refuse, asked, error))
        except Exception as error:  # noqa: BLE001 - one request must not end the server
            return _failure(error)

    def begin(self) -> None:
        """Begin to answer in the event loop that runs here."""
        begin(self._answers)

    def _read(self, request: Request) -> Asked | Reply:
        if request.method == "OPTIONS":
            return Reply(204, _PREFLIGHT)
        wished, packed, read = wishes(request.accept), "gzip" in request.encodings, request.method in ("GET", "HEAD")
        if request.path.rstrip("/") == GRAPHS_PATH:
            query, graph = graph_sent(request)
            return Asked(query, WHOLE, wished.formats, request.method == "HEAD", packed, request.known_tags, graph)
        asked = sent(request)
        if asked is None and read and not wished.page:
            return self._description(request.root, wished.formats)
        if wished.page and read:
            query = f"?{urlencode({'query': asked[0]})}" if asked else ""
            return Reply(303, [("Location", self._page + query), ("Content-Length", "0")])
        if asked is None:
            raise QueryError("no query was sent; send it as `query`, or as a body of type application/sparql-query")
        return Asked(*asked, wished.formats, request.method == "HEAD", packed, request.known_tags)

    def _description(self, root: str, formats: Sequence[str]) -> Reply:
        form = next((each for each in formats if each in DESCRIPTION_FORMATS), None)
        if form is None:
            raise Refused(406, f"the description of the service is to be had as {', '.join(DESCRIPTION_FORMATS)}")
        body = description(root + PATH, self._contents(), form)
        return Reply(200, _content(GRAPHS[form].media_type, len(body)), [body])

    def _contents(self) -> Contents | None:
        store = self._site.store
        return store.snapshot.contents if isinstance(store, SnapshotStore) else None

    def _answered(self, asked: Asked) -> Reply:
        try:
            answer = self._answers.answer(asked.query, asked.formats, asked.dataset)
        except QueryError as error:
            return _refuse(asked, error)
        if asked.graph is not None and not self._is_there(asked.graph):
            raise Refused(404, f"there is no graph {asked.graph}")
        return _reply(asked, answer)

    def _is_there(self, graph: str) -> bool:
        return b"true" in self._answers.answer(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}", ("csv",)).body


def busy() -> Reply:
    """The reply where too many wait already."""
    return _problem(503, "too many queries wait for their turn; try again in a moment", [("Retry-After", "5")])


def refused(status: int, message: str) -> Reply:
    """The reply to a request that is not read to its end."""
    return _problem(status, message)


T = TypeVar("T")


def _told(work: Callable[[], T]) -> T | Reply:
    """What some work gives; where it fails, a reply that says what is wrong."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - one request must not end the server
        return _failure(error)


def _failure(error: Exception) -> Reply:
    """The reply that says what is wrong."""
    if isinstance(error, Refused):
        return _problem(error.status, str(error), error.headers)
    if isinstance(error, SamverkanError):
        return _problem(error.status, str(error), [("Retry-After", "10")] if error.status == 503 else [])
    _log.error("unforeseen at %s", PATH, exc_info=error)
    return _problem(500, "something went wrong here; it is not your fault, try again")


def _reply(asked: Asked, answer: Answer) -> Reply:
    """The answer as it is sent, or that the client has it already."""
    headers = []
    if answer.version and not changes_by_itself(asked.query):
        tag = sha256("\0".join((answer.version, answer.format, asked.query, repr(asked.dataset))).encode())
        headers = [("ETag", f'W/"{tag.hexdigest()[:20]}"'), ("Cache-Control", "no-cache")]
        if headers[0][1] in asked.known_tags:
            answer.close()
            return Reply(304, headers)
    if asked.packed and isinstance(answer.content, bytes) and answer.length >= _LEAST_PACKED:
        body = gzip.compress(answer.content, compresslevel=1, mtime=0)
        packed = [*_content(answer.media_type, len(body)), ("Content-Encoding", "gzip"), *headers]
        return Reply(200, packed, [body])
    plain = [*_content(answer.media_type, answer.length), *headers]
    if asked.heading_only:
        answer.close()
        return Reply(200, plain)
    return Reply(200, plain, [answer.content] if isinstance(answer.content, bytes) else answer.parts())


def _refuse(asked: Asked, error: QueryError) -> Reply:
    """Raise an error, or 406 where it is the format that the query cannot be answered in."""
    form = check(asked.query)
    try:
        fitting(form, asked.formats)
    except QueryError as misfit:
        raise Refused(406, str(misfit)) from None
    raise error


def _content(media: str, length: int) -> list[tuple[str, str]]:
    return [("Content-Type", f"{media}; charset=utf-8"), ("Content-Length", str(length))]


def _problem(status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> Reply:
    """A problem as a document of its own type (RFC 9457), with line and column where they are known."""
    problem: dict[str, str | int] = {"title": HTTPStatus(status).phrase, "status": status, "detail": message}
    if place := _PLACE.match(message):
        problem |= {"line": int(place[1]), "column": int(place[2])}
    body = json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return Reply(status, [*_content("application/problem+json", len(body)), *headers], [body])
