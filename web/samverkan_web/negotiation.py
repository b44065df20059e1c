"""Which form of a resource a client gets: the page or one of the data formats, by what the client accepts."""

from collections.abc import Callable
from typing import TypeVar

from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from samverkan_web.formats import FORMATS, OFFERED, Format

AnAnswer = TypeVar("AnAnswer", bound=AnyResponse)


def see_other(address: Callable[[str], str]) -> AnyResponse:
    """303 to the form that the client wishes; 406 with the addresses of all forms where it accepts none of them.

    `address` gives where a form is, by the suffix of the format, `""` for the page.
    """
    wish = request.accept_mimetypes.best_match(list(OFFERED)) if request.accept_mimetypes else "text/html"
    if wish is None:
        there_is = "\n".join(request.host_url.rstrip("/") + address(each.suffix) for each in FORMATS)
        answer: AnyResponse = Response(f"There is:\n{there_is}\n", 406, content_type="text/plain; charset=utf-8")
    else:
        form = OFFERED[wish]
        answer = redirect(address(form.suffix if form else ""), 303)
    answer.headers["Vary"] = "Accept"
    return open_to_all(answer)


def data(content: bytes, form: Format) -> Response:
    """Data in a format, for programs of any site."""
    return open_to_all(Response(content, content_type=f"{form.media}; charset=utf-8"))


def open_to_all(answer: AnAnswer) -> AnAnswer:
    """The answer, which scripts of other sites may read too (CORS)."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
