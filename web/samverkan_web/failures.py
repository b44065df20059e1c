"""What can go wrong, each with a page that says what and what to do; as plain text where no page is wanted."""

from collections.abc import Mapping
from typing import Final

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from samverkan.errors import SamverkanError
from samverkan_web.wording import lazy_gettext

# Heading and advice by status; the error's own message stands between.
WORDS: Final[Mapping[int, tuple[str, str]]] = {
    400: (
        lazy_gettext("That could not be understood"),
        lazy_gettext("Change what the message names, and try again."),
    ),
    403: (
        lazy_gettext("That is not allowed"),
        lazy_gettext("Go back, load the page anew, and try again."),
    ),
    404: (
        lazy_gettext("There is no such page"),
        lazy_gettext("It may have another address now. Search for the name of what you look for."),
    ),
    405: (lazy_gettext("That cannot be done here"), lazy_gettext("Go back to the page before.")),
    406: (
        lazy_gettext("Not to be had in that format"),
        lazy_gettext("Ask for one of the formats that the message lists."),
    ),
    410: (
        lazy_gettext("Removed on request"),
        lazy_gettext(
            "What this site had about this person was removed from texts, pages, search and data, and does not come "
            "back when documents are read again. Whoever wants personal data to be removed or corrected can ask for it."
        ),
    ),
    413: (lazy_gettext("That is too much at once"), lazy_gettext("Send less, or load the whole graph and ask there.")),
    429: (
        lazy_gettext("Too many tries"),
        lazy_gettext("Wait a quarter of an hour, and try again with care."),
    ),
    500: (
        lazy_gettext("Something went wrong here"),
        lazy_gettext("It is not your fault. Try again; if it stays so, tell those who run this site."),
    ),
    503: (
        lazy_gettext("The graph does not answer right now"),
        lazy_gettext("Try again in a moment, or ask for less."),
    ),
}


def install(app: Flask) -> None:
    """Let the app answer each error with its page."""

    @app.errorhandler(SamverkanError)
    def _ours(error: SamverkanError) -> Response:
        return answer(error.status, str(error))

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        if error.response is not None or error.code is None or error.code < 400:
            return make_response(error.get_response())
        return answer(error.code, "")

    @app.errorhandler(Exception)
    def _unforeseen(error: Exception) -> Response:
        app.logger.error("unforeseen: %s %s", request.method, request.path, exc_info=error)
        return answer(500, "")


def answer(status: int, message: str) -> Response:
    """The page of an error, or its message as text for a client that wants no page."""
    heading, advice = WORDS.get(status, WORDS[400 if status < 500 else 500])
    if wants_page():
        response = make_response(
            render_template("failure.html", status=status, heading=heading, message=message, advice=advice), status
        )
    else:
        response = make_response(f"{message or heading}\n", status)
        response.content_type = "text/plain; charset=utf-8"
    response.headers["Vary"] = "Accept"
    if status == 503:
        response.headers["Retry-After"] = "10"
    return response


def wants_page() -> bool:
    """Whether the visitor is a browser, or anything else that asks for HTML by name."""
    return "text/html" in request.accept_mimetypes.values()
