"""The SPARQL endpoint beside the pages of the Flask app, for any WSGI server."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.wsgi import get_host

from samverkan_web.endpoint import ALWAYS, PATH, PATHS, Endpoint, refused
from samverkan_web.protocol import MOST_BYTES, Request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def mount(app: Flask, endpoint: Endpoint) -> None:
    """Answer at `/sparql` beside the views of an app."""
    views = app.wsgi_app

    def both(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").rstrip("/") not in PATHS:
            return views(environ, start_response)
        request = _request(environ)
        long = len(request.body) > MOST_BYTES
        reply = refused(413, f"the request has more than {MOST_BYTES} bytes") if long else endpoint.reply(request)
        start_response(f"{reply.status} {HTTPStatus(reply.status).phrase}", [*reply.headers, *ALWAYS])
        return () if request.method == "HEAD" else reply.body

    app.add_url_rule(PATH, "endpoint.sparql", build_only=True)
    app.wsgi_app = both  # type: ignore[method-assign]


def _request(environ: "WSGIEnvironment") -> Request:
    length = environ.get("CONTENT_LENGTH") or ""
    most = int(length) if length.isdigit() else MOST_BYTES + 1 if environ.get("wsgi.input_terminated") else 0
    return Request(
        environ["REQUEST_METHOD"],
        f"{environ['wsgi.url_scheme']}://{get_host(environ)}{environ.get('SCRIPT_NAME', '')}",
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_ACCEPT", ""),
        environ.get("CONTENT_TYPE", ""),
        environ.get("HTTP_ACCEPT_ENCODING", ""),
        environ.get("HTTP_IF_NONE_MATCH", ""),
        environ["wsgi.input"].read(min(most, MOST_BYTES + 1)),
    )
