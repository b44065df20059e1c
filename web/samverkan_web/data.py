"""The graph as data: a thing in the format that is asked for, the whole graph to take away, the SPARQL endpoint."""

import io
from typing import Any, Final

from flask import Blueprint, Response, current_app, redirect, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import queries, terms
from samverkan.errors import NotFound
from samverkan.export import graphs
from samverkan_web import entities, frame
from samverkan_web.formats import DUMP_BY_FILE, FORMATS, OFFERED, Format
from samverkan_web.site import Site

views = Blueprint("data", __name__)

STYLE: Final = "terms.css"


def alternates(path: str) -> str:
    """The header that leads from a page to its data."""
    links = (
        f'<{url_for("pages.entity", path=path + each.suffix)}>; rel="alternate"; type="{each.media}"'
        for each in FORMATS
    )
    return ", ".join(links)


def description(site: Site, iri: str, form: Format) -> Response:
    """What is said of a thing, in a format; `NotFound` where that is nothing."""
    out = io.BytesIO()
    entity: Any = queries.resolve(site.store, "iri", iri)
    graphs.write_entity(site.store, entity, form.suffix.removeprefix("."), out)
    response = Response(out.getvalue(), content_type=f"{form.media}; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    page = url_for("pages.entity", path=site.addresses.path(iri) or "")
    response.headers["Link"] = f'<{page}>; rel="alternate"; type="text/html"'
    return response


def moved(address: str, status: int) -> AnyResponse:
    """To the address of what stands for a thing now; not to be remembered, since a judgement can be taken back."""
    answer = redirect(address, status)
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@views.get("/id/<path:path>")
def identified(path: str) -> AnyResponse:
    """From the address of a thing to its page, or to data about it, as the client wishes; 406 lists what there is."""
    wish = request.accept_mimetypes.best_match(list(OFFERED)) if request.accept_mimetypes else "text/html"
    if wish is None:
        there_is = "\n".join(url_for("pages.entity", path=path + each.suffix, _external=True) for each in FORMATS)
        answer: AnyResponse = Response(f"There is:\n{there_is}\n", 406, content_type="text/plain; charset=utf-8")
    else:
        form = OFFERED[wish]
        site = frame.site()
        path = site.addresses.path(entities.kept(site, site.addresses.iri(path)) or "") or path
        answer = redirect(url_for("pages.entity", path=path + (form.suffix if form else "")), 303)
    answer.headers["Vary"] = "Accept"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


@views.get("/ontology/<name>")
def ontology_file(name: str) -> Response:
    """A file of the ontology in Turtle, or the style of its page."""
    if name == STYLE:
        return Response(terms.style(), content_type="text/css; charset=utf-8")
    path = terms.turtle().get(name)
    if path is None:
        raise NotFound(f"/ontology/{name}")
    response = send_file(path, mimetype="text/turtle", conditional=True)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@views.get("/downloads/<name>")
def dump(name: str) -> Response:
    """The whole graph in one format."""
    found = DUMP_BY_FILE.get(name)
    if found is None:
        raise NotFound(f"there is no file {name!r}; there are {', '.join(DUMP_BY_FILE)}")
    path = current_app.extensions["dumps"].file(frame.site().store, name.partition(".")[2])
    response = send_file(path, mimetype=found.media, as_attachment=True, download_name=name, conditional=True)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
