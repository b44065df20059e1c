"""The SPARQL endpoint: the protocol of SPARQL 1.1 for queries. The work is done in the pool, never here."""

from collections.abc import Iterator
from typing import Final

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.datastructures import MIMEAccept
from werkzeug.wrappers import Response as AnyResponse

from samverkan.errors import QueryError
from samverkan.store.answers import DEFAULT_FORMATS, fitting
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.guard import check
from samverkan_web.frame import site

views = Blueprint("endpoint", __name__)

# The formats by the media types that ask for them: their own, and looser names in use.
_BY_MEDIA: Final = {
    **{each.media_type: name for name, each in (TABLES | GRAPHS).items() if name not in ("nq", "trig")},
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "ttl",
}
_DATASET: Final = ("default-graph-uri", "named-graph-uri")


@views.route("/sparql", methods=["GET", "POST"], provide_automatic_options=False)
def sparql() -> AnyResponse:
    """The answer to a query, in the format that the client likes best; a browser without a query is led to the page."""
    query = _query()
    if query is None:
        if "text/html" in request.accept_mimetypes.values():
            return redirect(url_for("pages.sparql_page"), 303)
        raise QueryError(
            "no query was sent; send it as the parameter `query`, or as a body of type application/sparql-query"
        )
    if any(request.values.get(name) for name in _DATASET):
        raise QueryError("the graphs cannot be chosen by parameters here; write FROM or GRAPH into the query")
    form = check(query)
    try:
        wanted = fitting(form, wishes(request.accept_mimetypes))
    except QueryError as error:
        abort(Response(f"{error}\n", 406, content_type="text/plain; charset=utf-8", headers={"Vary": "Accept"}))
    answer = site().pool.answer(query, (wanted,))
    response = Response(answer.body, content_type=f"{answer.media_type}; charset=utf-8")
    response.headers["Vary"] = "Accept"
    return response


@views.route("/sparql", methods=["OPTIONS"])
def may_ask() -> Response:
    """What a page of another site may send."""
    response = Response(status=204)
    response.headers["Access-Control-Allow-Methods"] = "GET, POST, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


@views.after_request
def _for_all(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _query() -> str | None:
    """The query of the request, however the protocol let it be sent."""
    if request.method == "POST" and request.mimetype == "application/sparql-query":
        try:
            return request.get_data().decode()
        except UnicodeDecodeError:
            raise QueryError("the query is no UTF-8 text") from None
    if request.method == "POST" and request.mimetype != "application/x-www-form-urlencoded":
        abort(
            Response(
                "send application/sparql-query or application/x-www-form-urlencoded\n", 415, content_type="text/plain"
            )
        )
    given = request.form if request.method == "POST" else request.args
    if "update" in given:
        raise QueryError("this endpoint can only be read from")
    return given.get("query")


def wishes(accepted: MIMEAccept) -> list[str]:
    """The names of the formats that a client accepts, the dearest first; all where it does not care.

    >>> wishes(MIMEAccept([("text/csv", 1), ("application/json", 0.5)]))
    ['csv', 'json']
    """
    if not accepted:
        return list(DEFAULT_FORMATS)
    return list(dict.fromkeys(name for media, quality in accepted if quality > 0 for name in _named(media)))


def _named(media: str) -> Iterator[str]:
    plain = media.partition(";")[0].strip()
    if plain in _BY_MEDIA:
        yield _BY_MEDIA[plain]
    elif plain in ("*/*", "application/*"):
        yield from DEFAULT_FORMATS
    elif plain == "text/*":
        yield from ("csv", "ttl")
