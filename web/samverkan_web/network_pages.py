"""The pages of networks and of the map: each view reads the request, makes one call, renders one template."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from flask import Response, make_response, render_template, request, url_for

from samverkan import network
from samverkan.errors import ParameterError
from samverkan_web import (
    found_network,
    geography,
    ladder,
    large,
    network_files,
    network_wishes,
    networks,
    pages,
    wishes,
)
from samverkan_web.frame import address, site
from samverkan_web.languages import PREFIX, language
from samverkan_web.network_wishes import Wish
from samverkan_web.networks import NetworkPage
from samverkan_web.pages import page_number
from samverkan_web.wording import gettext, percent

_LONGEST: Final = 200  # letters of the words of a matter
views: Final = pages.views  # its pages are among those that are spoken in two languages


@views.get(f"{PREFIX}/networks")
def network_list() -> Response:
    """The networks that there are, and how two things are connected."""
    given = request.args
    connection = networks.connection(site(), given.get("from", ""), given.get("to", ""), language())
    page = render_template("networks.html", kinds=network.KINDS.values(), connection=connection)
    return make_response(page, 400 if connection.error else 200)


@views.get(f"{PREFIX}/networks/<kind>")
def network_of(kind: str) -> Response:
    """A network over the whole graph: the page, or a file where the address ends with a format's suffix."""

    def make(stem: str, form: str, wish: Wish) -> NetworkPage:
        if form in network_files.FORMATS:
            return networks.every(site(), stem, language(), wish)
        if form == large.LARGE:
            return networks.every(site(), stem, language(), wish, large.MOST)
        return networks.whole(site(), stem, language(), wish)

    return _network(kind, "kind", make)


@views.get(f"{PREFIX}/network/<path:path>")
def network_around(path: str) -> Response:
    """The surroundings of a thing: the page, or a file where the address ends with a format's suffix."""
    steps = request.args.get("steps", 1, type=int)

    def make(stem: str, form: str, wish: Wish) -> NetworkPage:
        return networks.surroundings(site(), _iri(stem), steps, wish, quotes=form in network_files.FORMATS)

    return _network(path, "path", make)


@views.get(f"{PREFIX}/found/<name>")
def network_found(name: str) -> Response:
    """The network of what a search finds, by the words and choices of the search page; or a file of it."""
    search = wishes.wish(request.args)
    return _network(
        name, "name", lambda _, __, wish: found_network.page(site(), search, wish, language()), search.arguments
    )


def _iri(path: str) -> str:
    return site().addresses.iri(path)


def _network(
    name: str, argument: str, make: Callable[[str, str, Wish], NetworkPage], given: Mapping[str, Any] | None = None
) -> Response:
    """A page, or what the suffix of a name asks for; `given` is what is looked for, as its address has it."""
    stem, form = network_files.split(name)
    asked = request.args if given is None else {name: request.args[name] for name in request.args if name != "county"}
    try:
        wish, error = network_wishes.read(asked), None
    except ParameterError as wrong:
        wish, error = network_wishes.EVERYTHING, str(wrong)
    page = make(stem, form, wish)
    if form:
        return network_files.alone(site(), page, form, language(), address)
    told = networks.told(site(), page, page_number(), language())
    more = {"name": stem, "argument": argument, "error": error, "given": given or {}}
    words = {"measures": network.MEASURES, "tie_words": network.TIES}
    return make_response(render_template("network.html", page=page, told=told, **more, **words), 400 if error else 200)


@views.get(f"{PREFIX}/embed/networks/<kind>")
def embedded_network_of(kind: str) -> Response:
    """The drawing of a network over the whole graph, for the pages of others."""
    page = networks.whole(site(), kind, language(), wish=network_wishes.read(request.args))
    return network_files.embedded(page, language(), address, url_for("pages.network_of", kind=kind, _external=True))


@views.get(f"{PREFIX}/embed/network/<path:path>")
def embedded_network_around(path: str) -> Response:
    """The drawing of the surroundings of a thing, for the pages of others."""
    steps, wish = request.args.get("steps", 1, type=int), network_wishes.read(request.args)
    page = networks.surroundings(site(), _iri(path), steps, wish)
    return network_files.embedded(page, language(), address, url_for("pages.network_around", path=path, _external=True))


@views.get(f"{PREFIX}/matter")
def matter() -> str:
    """The way of a matter from body to body, by its words."""
    way = ladder.ladder(site(), request.args.get("q", "")[:_LONGEST], language())
    return render_template("ladder.html", way=way, least=ladder.LEAST)


@views.get(f"{PREFIX}/map")
def map_page() -> str:
    """The map of municipalities and regions."""
    page = geography.page(site(), request.args.get("by", ""), request.args.get("county", ""))
    picture = page.picture(gettext("Map"), percent, address)
    return render_template("map.html", page=page, measures=geography.MEASURES, picture=picture)


@views.get(f"{PREFIX}/map.svg")
def map_file() -> Response:
    """The map alone, as a picture."""
    page = geography.page(site(), request.args.get("by", ""), request.args.get("county", ""))
    picture = page.picture(gettext("Map"), percent, lambda _: None)
    return Response(picture, content_type="image/svg+xml; charset=utf-8")
