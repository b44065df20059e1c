"""The SPARQL endpoint: the protocol of SPARQL 1.1 for queries. The work is done in the pool, never here.

It is a WSGI application of its own, mounted beside the site: an answer then costs a tenth of what it would as a view.
"""

import gzip
import json
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode

from flask import Flask
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header
from werkzeug.wsgi import get_host

from samverkan.errors import QueryError, SamverkanError
from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answers, Dataset, fitting
from samverkan.store.cache import changes_by_itself
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.guard import check
from samverkan.store.snapshot import Contents, SnapshotStore
from samverkan_web.headers import HEADERS
from samverkan_web.service import DESCRIPTION_FORMATS, description
from samverkan_web.site import Site

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PATH: Final = "/sparql"

# The formats by the media types that ask for them: their own, and looser names in use.
_BY_MEDIA: Final = {
    **{each.media_type: name for name, each in (TABLES | GRAPHS).items() if name not in ("nq", "trig")},
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "ttl",
}
_MOST_BYTES: Final = 400_000  # of a request's body: a query of the greatest length, each letter escaped, with graphs
_MOST_PARAMETERS: Final = 100
_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
_CORS: Final = [("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", "ETag, Retry-After")]
_ALWAYS: Final = [*HEADERS.items(), *_CORS, ("Vary", "Accept, Accept-Encoding")]
_PREFLIGHT: Final = [
    ("Access-Control-Allow-Methods", "GET, POST, OPTIONS"),
    ("Access-Control-Allow-Headers", "Accept, Content-Type"),
    ("Access-Control-Max-Age", "86400"),
]
_LEAST_COMPRESSED: Final = 1_400  # bytes; less goes in one packet anyhow
_log = logging.getLogger(__name__)


class Reply(NamedTuple):
    """What is sent back."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: Iterable[bytes] = ()


class Asked(NamedTuple):
    """A query and the graphs that it is asked of."""

    query: str
    dataset: Dataset = WHOLE


class _Refused(Exception):
    """What is wrong with a request, by its status, in words."""

    def __init__(self, status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers


def mount(app: Flask, site: Site, language: str) -> None:
    """Answer at `/sparql` beside the views of an app; a browser is led to the SPARQL page in the given language."""
    endpoint, views = Endpoint(site, f"/{language}{PATH}"), app.wsgi_app

    def both(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        here = environ.get("PATH_INFO", "").rstrip("/") == PATH
        return endpoint(environ, start_response) if here else views(environ, start_response)

    app.add_url_rule(PATH, "endpoint.sparql", build_only=True)
    app.wsgi_app = both  # type: ignore[method-assign]


class Endpoint:
    """A WSGI application that answers queries on a site's graph; `page` is where a browser is led to."""

    def __init__(self, site: Site, page: str) -> None:
        self._site, self._page = site, page

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        try:
            reply = self._reply(environ)
        except _Refused as refusal:
            reply = _problem(refusal.status, str(refusal), refusal.headers)
        except SamverkanError as error:
            reply = _problem(error.status, str(error), [("Retry-After", "10")] if error.status == 503 else [])
        except Exception as error:  # noqa: BLE001 - one request must not end the server
            _log.error("unforeseen: %s %s", environ["REQUEST_METHOD"], PATH, exc_info=error)
            reply = _problem(500, "something went wrong here; it is not your fault, try again")
        status = f"{reply.status} {HTTPStatus(reply.status).phrase}"
        start_response(status, [*reply.headers, *_ALWAYS])
        return reply.body if environ["REQUEST_METHOD"] != "HEAD" else ()

    def _reply(self, environ: "WSGIEnvironment") -> Reply:
        method = environ["REQUEST_METHOD"]
        if method == "OPTIONS":
            return Reply(204, _PREFLIGHT)
        wishes = _wishes(environ.get("HTTP_ACCEPT", ""))
        asked = _asked(environ)
        if asked is None and not wishes.page:
            return self._description(environ, wishes.formats)
        if wishes.page and method in ("GET", "HEAD"):
            query = f"?{urlencode({'query': asked.query})}" if asked else ""
            return Reply(303, [("Location", self._page + query), ("Content-Length", "0")])
        if asked is None:
            raise QueryError("no query was sent; send it as `query`, or as a body of type application/sparql-query")
        return _answer(self._site.pool, asked, wishes.formats, environ)

    def _description(self, environ: "WSGIEnvironment", formats: Sequence[str]) -> Reply:
        form = next((each for each in formats if each in DESCRIPTION_FORMATS), None)
        if form is None:
            raise _Refused(406, f"the description of the service is to be had as {', '.join(DESCRIPTION_FORMATS)}")
        root = f"{environ['wsgi.url_scheme']}://{get_host(environ)}{environ.get('SCRIPT_NAME', '')}"
        body = description(root + PATH, self._contents(), form)
        return Reply(200, _content(GRAPHS[form].media_type, len(body)), [body])

    def _contents(self) -> Contents | None:
        store = self._site.store
        return store.snapshot.contents if isinstance(store, SnapshotStore) else None


def _answer(answers: Answers, asked: Asked, formats: Sequence[str], environ: "WSGIEnvironment") -> Reply:
    """The answer to a query, or that the client has it already."""
    try:
        answer = answers.answer(asked.query, formats, asked.dataset)
    except QueryError:
        _check_formats(asked.query, formats)
        raise
    headers = []
    if answer.version and not changes_by_itself(asked.query):
        tag = sha256("\0".join((answer.version, answer.format, asked.query, repr(asked.dataset))).encode())
        headers = [("ETag", f'W/"{tag.hexdigest()[:20]}"'), ("Cache-Control", "no-cache")]
        if headers[0][1] in environ.get("HTTP_IF_NONE_MATCH", ""):
            answer.close()
            return Reply(304, headers)
    packs = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    if packs and isinstance(answer.content, bytes) and answer.length >= _LEAST_COMPRESSED:
        body = gzip.compress(answer.content, compresslevel=1, mtime=0)
        packed = [*_content(answer.media_type, len(body)), ("Content-Encoding", "gzip"), *headers]
        return Reply(200, packed, [body])
    plain = [*_content(answer.media_type, answer.length), *headers]
    if environ["REQUEST_METHOD"] == "HEAD":
        answer.close()
        return Reply(200, plain)
    return Reply(200, plain, answer.parts())


def _check_formats(query: str, formats: Sequence[str]) -> None:
    """406 where it is the format that a query cannot be answered for."""
    form = check(query)
    try:
        fitting(form, formats)
    except QueryError as error:
        raise _Refused(406, str(error)) from None


def _content(media: str, length: int) -> list[tuple[str, str]]:
    return [("Content-Type", f"{media}; charset=utf-8"), ("Content-Length", str(length))]


def _problem(status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> Reply:
    """A problem as a document of its own type (RFC 9457), with line and column where they are known."""
    problem: dict[str, str | int] = {"title": HTTPStatus(status).phrase, "status": status, "detail": message}
    if place := _PLACE.match(message):
        problem |= {"line": int(place[1]), "column": int(place[2])}
    body = json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return Reply(status, [*_content("application/problem+json", len(body)), *headers], [body])


# the request


def _asked(environ: "WSGIEnvironment") -> Asked | None:
    """What a request asks, however the protocol let it be sent; None where it asks nothing."""
    method = environ["REQUEST_METHOD"]
    if method in ("GET", "HEAD"):
        return _of_parameters(_parameters(environ.get("QUERY_STRING", "")))
    if method != "POST":
        raise _Refused(405, "queries are sent by GET or POST", [("Allow", "GET, HEAD, POST, OPTIONS")])
    kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if kind == "application/sparql-query":
        try:
            query = _body(environ).decode()
        except UnicodeDecodeError:
            raise QueryError("the query is no UTF-8 text") from None
        return Asked(query, _dataset(_parameters(environ.get("QUERY_STRING", ""))))
    if kind == "application/x-www-form-urlencoded":
        return _of_parameters(_parameters(_body(environ).decode("ascii", "replace")))
    raise _Refused(415, "send application/sparql-query or application/x-www-form-urlencoded")


def _body(environ: "WSGIEnvironment") -> bytes:
    length = environ.get("CONTENT_LENGTH") or ""
    most = int(length) if length.isdigit() else _MOST_BYTES + 1 if environ.get("wsgi.input_terminated") else 0
    body: bytes = environ["wsgi.input"].read(min(most, _MOST_BYTES + 1))
    if max(len(body), most if length.isdigit() else 0) > _MOST_BYTES:
        raise _Refused(413, f"the request has more than {_MOST_BYTES} bytes; ask for less at a time")
    return body


def _parameters(text: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        for name, value in parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS):
            found.setdefault(name, []).append(value)
    except UnicodeDecodeError:
        raise QueryError("the query is no UTF-8 text") from None
    except ValueError as error:
        raise QueryError(f"the parameters cannot be read: {error}") from None
    return found


def _of_parameters(given: Mapping[str, list[str]]) -> Asked | None:
    if "update" in given:
        raise QueryError("this endpoint can only be read from")
    queries = given.get("query", [])
    if len(queries) > 1:
        raise QueryError(f"{len(queries)} queries were sent; send one at a time")
    return Asked(queries[0], _dataset(given)) if queries else None


def _dataset(given: Mapping[str, list[str]]) -> Dataset:
    if "using-graph-uri" in given or "using-named-graph-uri" in given:
        raise QueryError("using-graph-uri is for updates; choose graphs by default-graph-uri and named-graph-uri")
    default, named = (tuple(filter(None, given.get(f"{name}-graph-uri", ()))) for name in ("default", "named"))
    return Dataset(default, named)


# what the client likes


class _Wishes(NamedTuple):
    """The formats that a client accepts, the dearest first; `page` is for a browser, which likes HTML best."""

    formats: tuple[str, ...]
    page: bool


@lru_cache(maxsize=1 << 10)
def _wishes(accept: str) -> _Wishes:
    """What an Accept header wishes for.

    >>> _wishes("application/json;q=0.5, text/csv")
    _Wishes(formats=('csv', 'json'), page=False)
    """
    accepted = parse_accept_header(accept, MIMEAccept)
    if not accepted:
        return _Wishes(DEFAULT_FORMATS, False)
    names = (name for media, quality in accepted if quality > 0 for name in _named(media))
    return _Wishes(tuple(dict.fromkeys(names)), accepted[0][0] == "text/html")


def _named(media: str) -> Iterable[str]:
    plain = media.partition(";")[0].strip().lower()
    if plain in _BY_MEDIA:
        return (_BY_MEDIA[plain],)
    if plain in ("*/*", "application/*"):
        return DEFAULT_FORMATS
    return ("csv", "ttl") if plain == "text/*" else ()
