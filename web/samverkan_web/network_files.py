"""What the address of a network gives besides its page, by its suffix: a drawing, a picture, a file for other tools."""

from collections.abc import Callable
from typing import Any, Final

from flask import Response, make_response, render_template

from samverkan import network as net
from samverkan_web import drawing, large, picture
from samverkan_web.headers import POLICY
from samverkan_web.networks import NetworkPage, kept
from samverkan_web.site import Site

DRAWING: Final = "drawing"  # the suffix of the address of a drawing
PICTURE: Final = "svg"  # and of a picture that needs no script
FORMATS: Final = tuple(net.FORMATS)


def split(name: str) -> tuple[str, str]:
    """A name and what its suffix asks for: the drawing, or a file of a format; "" for the page.

    >>> split("person/12/maja_holm.gexf"), split("people")
    (('person/12/maja_holm', 'gexf'), ('people', ''))
    """
    stem, _, suffix = name.rpartition(".")
    return (stem, suffix) if stem and (suffix in (DRAWING, PICTURE, large.LARGE, *net.FORMATS)) else (name, "")


def alone(site: Site, page: NetworkPage, form: str, language: str, address: Callable[[str], str | None]) -> Response:
    """What the suffix of an address asks for: the drawing, small or large, the picture, or a file for other tools."""
    if form == DRAWING:
        return frame(page, language, address)
    if form == large.LARGE:
        return make_response(
            render_template("large.html", title=page.title, drawing=_large(site, page, language, address))
        )
    return image(page) if form == PICTURE else file(page, form)


def _large(site: Site, page: NetworkPage, language: str, address: Callable[[str], str | None]) -> dict[str, Any]:
    key = (large.LARGE, page.title, page.steps, language, page.wish)
    return kept(site, key, lambda: large.draw(page.network, page.places or net.large_layout(page.network), address))


def frame(page: NetworkPage, language: str, address: Callable[[str], str | None], whole: str | None = None) -> Response:
    """The drawing alone, for the frame in the page, or for a page of others with the address of the `whole` here."""
    pages = {iri: address(iri) for iri in page.drawn.nodes}
    middle = page.middle.iri if page.middle else None
    drawn = drawing.draw(page.drawn, middle, pages, language, page.compared, page.places)
    return make_response(render_template("drawing.html", page=page, drawing=drawn, whole=whole))


def embedded(page: NetworkPage, language: str, address: Callable[[str], str | None], whole: str) -> Response:
    """The drawing alone, which any page may have in a frame."""
    response = frame(page, language, address, whole)
    response.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
    response.headers["X-Frame-Options"] = "ALLOWALL"  # no value of the header allows all; the policy goes before it
    return response


def image(page: NetworkPage) -> Response:
    """The drawing as a picture that needs no script."""
    drawn = picture.svg(page.drawn, page.title, page.compared, page.places)
    return Response(drawn, content_type="image/svg+xml; charset=utf-8")


def file(page: NetworkPage, form: str) -> Response:
    """The network as a file for other tools."""
    response = Response(net.write(page.network, form), content_type=net.FORMATS[form][0])
    response.headers["Content-Disposition"] = f'attachment; filename="samverkan.{form}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
