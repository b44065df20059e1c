"""The terms of the graph as data: the ontology, its lists, and the context of our JSON-LD.

`/ns` and `/concept/…` are where the IRIs of terms lead when this site stands behind them.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from flask import Blueprint, Response, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import terms
from samverkan.errors import NotFound
from samverkan.export import graphs, jsonld
from samverkan.vocabulary import CONCEPTS
from samverkan_web.formats import SUFFIXES
from samverkan_web.negotiation import data, open_to_all, see_other

views = Blueprint("vocabulary", __name__)

STYLE: Final = "terms.css"


@views.get("/ns")
def ontology() -> AnyResponse:
    """From the address of the ontology to its page or its data; what stands after the # stays with the client."""
    return see_other(lambda suffix: f"/ns{suffix}" if suffix else url_for("pages.ontology"))


@views.get("/ns<suffix>")
def ontology_data(suffix: str) -> Response:
    """The ontology and its lists in a format."""
    return _written(suffix, terms.triples(), f"/ns{suffix}")


@views.get("/concept/<path:name>")
def concept(name: str) -> AnyResponse:
    """From the address of a word of a list, or of a list, to its place on the page, or to data about it."""
    suffix = next((each for each in SUFFIXES if name.endswith(each)), "")
    iri = CONCEPTS + name.removesuffix(suffix)
    triples = terms.described(iri)
    if not triples:
        raise NotFound(f"there is no word or list {iri}; they all stand on the page of the ontology")
    if suffix:
        return _written(suffix, triples, name)
    lists = _list_names()
    place = f"list-{lists[iri]}" if iri in lists else name
    return see_other(lambda form: f"/concept/{name}{form}" if form else f"{url_for('pages.ontology')}#{place}")


@views.get(f"/context/{jsonld.VERSION}.jsonld")
def context() -> Response:
    """What the keys of our JSON-LD mean; an address that never changes its contents but by new keys."""
    content = json.dumps({"@context": jsonld.context()}, ensure_ascii=False, indent=1).encode()
    return data(content, SUFFIXES[".jsonld"])


@views.get("/ontology/<name>")
def ontology_file(name: str) -> AnyResponse:
    """A file of the ontology in Turtle, or the style of its page."""
    if name == STYLE:
        return Response(terms.style(), content_type="text/css; charset=utf-8")
    path = terms.turtle().get(name)
    if path is None:
        raise NotFound(f"/ontology/{name}")
    return open_to_all(send_file(path, mimetype="text/turtle", conditional=True))


def _written(suffix: str, triples: Iterable[Any], name: str) -> Response:
    """Triples in the format with a suffix; `NotFound` where there is no such format."""
    form = SUFFIXES.get(suffix)
    if form is None:
        raise NotFound(f"there is no {name}; there are the endings {', '.join(SUFFIXES)}")
    return data(graphs.written(triples, form.suffix.removeprefix(".")), form)


@cache
def _list_names() -> dict[str, str]:
    return {each.iri: each.name for each in terms.shipped().lists}
