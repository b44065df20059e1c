"""What a request asks, by the SPARQL 1.1 Protocol (a query, its graphs, its formats) or Graph Store HTTP Protocol."""

from binascii import a2b_qp
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, unquote_to_bytes

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from samverkan.errors import QueryError
from samverkan.store.answers import DEFAULT_FORMATS, Dataset
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.syntax import named_graph, whole_graph

MOST_BYTES: Final = 400_000  # of a request's body: a query of the greatest length, each letter escaped, with graphs
_MOST_PARAMETERS: Final = 100

# The formats by the media types that ask for them: their own, and looser names in use.
_BY_MEDIA: Final = {
    **{each.media_type: name for name, each in (TABLES | GRAPHS).items() if name not in ("nq", "trig")},
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "ttl",
}


class Request(NamedTuple):
    """What of an HTTP request matters here. `root` is the address of the site, without a slash at its end."""

    method: str
    root: str
    path: str
    query_string: str = ""
    accept: str = ""
    content_type: str = ""
    encodings: str = ""
    known_tags: str = ""
    body: bytes = b""


class Refused(Exception):
    """What is wrong with a request, by its status, in words."""

    def __init__(self, status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers


def sent(request: Request) -> tuple[str, Dataset] | None:
    """The query of a request and its graphs, however the protocol let them be sent; None where it has no query."""
    if request.method in ("GET", "HEAD"):
        return _of_parameters(_parameters(request.query_string))
    if request.method != "POST":
        raise Refused(405, "queries are sent by GET or POST", [("Allow", "GET, HEAD, POST, OPTIONS")])
    kind = request.content_type.partition(";")[0].strip().lower()
    if kind == "application/sparql-query":
        try:
            query = request.body.decode()
        except UnicodeDecodeError:
            raise QueryError("the query is no UTF-8 text") from None
        return query, _dataset(_parameters(request.query_string))
    if kind == "application/x-www-form-urlencoded":
        return _of_parameters(_parameters(request.body.decode("ascii", "replace")))
    raise Refused(415, "send application/sparql-query or application/x-www-form-urlencoded")


def graph_sent(request: Request) -> tuple[str, str | None]:
    """The query for the triples of the graph that a request names, and its name; None for the default graph."""
    if request.method not in ("GET", "HEAD"):
        raise Refused(405, "graphs can only be read here", [("Allow", "GET, HEAD, OPTIONS")])
    given = _parameters(request.query_string)
    graphs = given.get("graph", [])
    if len(graphs) + ("default" in given) != 1:
        raise QueryError("name one graph: by ?graph= and its IRI, or the default graph by ?default")
    graph = str(named_graph(graphs[0])) if graphs else None
    return whole_graph(graph), graph


def _parameters(text: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        if text.startswith("query=") and text.isascii() and "&" not in text:  # as nearly all ask
            return {"query": [unescaped(text[6:].replace("+", " ").encode()).decode()]}
        for name, value in parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS):
            found.setdefault(name, []).append(value)
    except UnicodeDecodeError:
        raise QueryError("the query is no UTF-8 text") from None
    except ValueError as error:
        raise QueryError(f"the parameters cannot be read: {error}") from None
    return found


def unescaped(text: bytes) -> bytes:
    """What percent-escapes in a text stand for: what `unquote_to_bytes` gives, in a fifteenth of its time.

    They are read as those of quoted-printable text, which the standard library decodes in C. That has line ends of its
    own, and treats an escape that is not whole otherwise: both are left to the slower way.

    >>> unescaped(b"%C3%85re=%3D%2"), unescaped(b"a%20=%3D%25")
    (b'\xc3\x85re==%2', b'a ==%')
    """
    plain = a2b_qp(text.replace(b"=", b"=3D").replace(b"%", b"="))
    whole = len(plain) == len(text) - 2 * text.count(b"%")
    return plain if whole and b"\n" not in text and b"\r" not in text else unquote_to_bytes(text)


def _of_parameters(given: Mapping[str, list[str]]) -> tuple[str, Dataset] | None:
    if "update" in given:
        raise QueryError("this endpoint can only be read from")
    queries = given.get("query", [])
    if len(queries) > 1:
        raise QueryError(f"{len(queries)} queries were sent; send one at a time")
    return (queries[0], _dataset(given)) if queries else None


def _dataset(given: Mapping[str, list[str]]) -> Dataset:
    if "using-graph-uri" in given or "using-named-graph-uri" in given:
        raise QueryError("using-graph-uri is for updates; choose graphs by default-graph-uri and named-graph-uri")
    default, named = (tuple(filter(None, given.get(f"{name}-graph-uri", ()))) for name in ("default", "named"))
    return Dataset(default, named)


class Wishes(NamedTuple):
    """The formats that a client accepts, the dearest first; `page` is for a browser, which likes HTML best."""

    formats: tuple[str, ...]
    page: bool


@lru_cache(maxsize=1 << 10)
def wishes(accept: str) -> Wishes:
    """What an Accept header wishes for.

    >>> wishes("application/json;q=0.5, text/csv")
    Wishes(formats=('csv', 'json'), page=False)
    """
    accepted = parse_accept_header(accept, MIMEAccept)
    if not accepted:
        return Wishes(DEFAULT_FORMATS, False)
    names = (name for media, quality in accepted if quality > 0 for name in _named(media))
    return Wishes(tuple(dict.fromkeys(names)), accepted[0][0] == "text/html")


def _named(media: str) -> Iterable[str]:
    plain = media.partition(";")[0].strip().lower()
    if plain in _BY_MEDIA:
        return (_BY_MEDIA[plain],)
    if plain in ("*/*", "application/*"):
        return DEFAULT_FORMATS
    return ("csv", "ttl") if plain == "text/*" else ()
