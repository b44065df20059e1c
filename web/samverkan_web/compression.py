"""Answers compressed on their way, for whoever can read that: pages shrink to an eighth."""

import gzip
from typing import Final

from flask import Flask, Response, request

_LEAST: Final = 1_000  # bytes; less is not worth it
_MOST: Final = 8_000_000  # more is sent as it is, bit by bit
_TEXT: Final = (
    "text/", "application/json", "application/javascript", "image/svg+xml", "application/xml",
    "application/ld+json", "application/rdf+xml", "application/n-triples", "application/n-quads",
    "application/sparql-results+json", "application/sparql-results+xml",
    "application/graphml+xml", "application/gexf+xml",
)  # fmt: skip


def install(app: Flask) -> None:
    """Let the app compress text with gzip where the client accepts it."""

    @app.after_request
    def _compressed(response: Response) -> Response:
        if not ((response.mimetype or "").startswith(_TEXT) and response.status_code in (200, 400, 404)):
            return response
        response.vary.add("Accept-Encoding")
        length = response.content_length
        if (
            request.accept_encodings.quality("gzip") <= 0
            or "Content-Encoding" in response.headers
            or request.method == "HEAD"
            or length is None
            or not _LEAST <= length <= _MOST
        ):
            return response
        response.direct_passthrough = False
        response.set_data(gzip.compress(response.get_data(), compresslevel=5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        response.headers.pop("Accept-Ranges", None)
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)  # the same page, other bytes
        return response
