"""The graph as data: a thing in the format that is asked for, the whole graph to take away, the SPARQL endpoint."""

import io
from typing import Any

from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import queries
from samverkan.export import graphs
from samverkan.export.catalogue import LICENCE
from samverkan_web import entities, frame, negotiation
from samverkan_web.formats import FORMATS, Format
from samverkan_web.negotiation import see_other
from samverkan_web.site import Site

views = Blueprint("data", __name__)


def alternates(path: str) -> str:
    """The header that leads from a page to its data, to what describes them, and to their terms of use."""
    links = (
        f'<{url_for("pages.entity", path=path + each.suffix)}>; rel="alternate"; type="{each.media}"'
        for each in FORMATS
    )
    return ", ".join((*links, _about_all()))


def _about_all() -> str:
    """The links that all data have: the description of the data set, and its licence."""
    return f'<{url_for("harvest.dataset")}>; rel="describedby", <{LICENCE}>; rel="license"'


def description(site: Site, iri: str, form: Format) -> Response:
    """What is said of a thing, in a format; `NotFound` where that is nothing."""
    out = io.BytesIO()
    entity: Any = queries.resolve(site.store, "iri", iri)
    context = url_for("vocabulary.context", _external=True)
    graphs.write_entity(site.store, entity, form.suffix.removeprefix("."), out, context)
    response = negotiation.data(out.getvalue(), form)
    page = url_for("pages.entity", path=site.addresses.path(iri) or "")
    response.headers["Link"] = f'<{page}>; rel="alternate"; type="text/html", {_about_all()}'
    return response


def moved(address: str, status: int) -> AnyResponse:
    """To the address of what stands for a thing now; not to be remembered, since a judgement can be taken back."""
    answer = redirect(address, status)
    answer.headers["Cache-Control"] = "no-cache"
    return negotiation.open_to_all(answer)


@views.get("/id/<path:path>")
def identified(path: str) -> AnyResponse:
    """From the address of a thing to its page, or to data about it, as the client wishes; 406 lists what there is."""
    site = frame.site()
    path = site.addresses.path(entities.kept(site, site.addresses.iri(path)) or "") or path
    return see_other(lambda suffix: url_for("pages.entity", path=path + suffix))
