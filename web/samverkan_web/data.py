"""The graph as data: a thing in the format that is asked for, the whole graph to take away, the SPARQL endpoint."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, current_app, redirect, request, send_from_directory, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response as AnyResponse

from samverkan import queries
from samverkan.errors import NotFound, QueryError
from samverkan_web.addresses import ascii_path
from samverkan_web.languages import language
from samverkan_web.site import Site

views = Blueprint("data", __name__)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of data about a thing, with the suffix of its address; `also` are other media types asked for by it."""

    suffix: str
    media: str
    name: str
    also: tuple[str, ...] = ()


FORMATS: Final = (
    Format(".ttl", "text/turtle", "Turtle", ("application/x-turtle",)),
    Format(".jsonld", "application/ld+json", "JSON-LD", ("application/json",)),
    Format(".rdf", "application/rdf+xml", "RDF/XML"),
    Format(".nt", "application/n-triples", "N-Triples", ("text/plain",)),
)
_SUFFIXES: Final = {each.suffix: each for each in FORMATS} | {".json": FORMATS[1]}
_OFFERED: Final = {"text/html": None} | {media: each for each in FORMATS for media in (each.media, *each.also)}


@dataclass(frozen=True, slots=True)
class Dump:
    """The whole graph in one file."""

    file: str
    media: str
    name: str
    good_for: str


DUMPS: Final = (
    Dump("samverkan.nq", "application/n-quads", "N-Quads", lazy_gettext("loading into a store, with the document of each statement")),
    Dump("samverkan.ttl", "text/turtle", "Turtle", lazy_gettext("reading, and most tools")),
    Dump("samverkan.jsonld", "application/ld+json", "JSON-LD", lazy_gettext("web developers")),
    Dump("samverkan.rdf", "application/rdf+xml", "RDF/XML", lazy_gettext("older tools, such as Protégé")),
)  # fmt: skip
_DUMPS: Final = {each.file: each for each in DUMPS}


def split(path: str) -> tuple[str, Format | None]:
    """A path and the format that its suffix asks for, None for a page.

    >>> split("region/12.ttl")[0], split("region/12")
    ('region/12', ('region/12', None))
    """
    return next(
        ((path.removesuffix(suffix), form) for suffix, form in _SUFFIXES.items() if path.endswith(suffix)), (path, None)
    )


def alternates(path: str) -> str:
    """The header that leads from a page to its data."""
    links = (
        f'<{url_for("pages.entity", path=path + each.suffix)}>; rel="alternate"; type="{each.media}"' for each in FORMATS
    )
    return ", ".join(links)


def description(site: Site, iri: str, form: Format) -> Response:
    """What is said of a thing, in a format; `NotFound` where that is nothing."""
    asked = queries.query("pages/description")
    triples = list(site.construct("description", iri))
    if not triples:
        raise NotFound(f"nothing is known of <{iri}>")
    response = Response(site.serialised(triples, form.media), content_type=f"{form.media}; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Vary"] = "Accept"
    path = site.addresses.path(iri) or ""
    response.headers["Link"] = f'<{url_for("pages.entity", path=ascii_path(path))}>; rel="alternate"; type="text/html"'
    return response


@views.get("/id/<path:path>")
def identified(path: str) -> AnyResponse:
    """From the address of a thing to its page, or to data about it, as the client wishes; 406 lists what there is."""
    wish = request.accept_mimetypes.best_match(list(_OFFERED)) if request.accept_mimetypes else "text/html"
    if wish is None:
        there_is = "\n".join(url_for("pages.entity", path=path + each.suffix, _external=True) for each in FORMATS)
        answer: AnyResponse = Response(f"There is:\n{there_is}\n", 406, content_type="text/plain; charset=utf-8")
    else:
        form = _OFFERED[wish]
        answer = redirect(url_for("pages.entity", path=path + (form.suffix if form else "")), 303)
    answer.headers["Vary"] = "Accept"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@views.get("/downloads/<name>")
def dump(name: str) -> Response:
    """The whole graph in one format."""
    raise NotFound(name)
