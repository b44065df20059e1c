"""The pages: each view reads the request, makes one call, renders one template."""

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import queries, terms
from samverkan.errors import NotFound
from samverkan_web import (
    api_calls,
    asking,
    completions,
    data,
    entities,
    errata,
    explore,
    extras,
    files,
    following,
    formats,
    found_map,
    kinds,
    lists,
    missing,
    network_files,
    originals,
    part_files,
    parts,
    sparql,
    suggesting,
    vocabulary_data,
    wishes,
)
from samverkan_web import changes as changing
from samverkan_web.frame import address, site
from samverkan_web.languages import PREFIX, language, speak
from samverkan_web.themes import by_theme
from samverkan_web.wording import gettext

views = Blueprint("pages", __name__)
speak(views)


@views.get("/")
def root() -> AnyResponse:
    """The start page in the language of the settings."""
    return redirect(url_for("pages.start"), 302)


@views.get(f"{PREFIX}/")
def start() -> str:
    """What this is, what it holds, where to begin."""
    return render_template("start.html", start=explore.start(site()))


@views.get(f"{PREFIX}/search")
def search() -> str:
    """Things by name, or all of a kind, sorted out by facets."""
    found = explore.search(site(), wishes.wish(request.args), page_number(), language())
    picture = found_map.picture(site(), found, gettext("Map"))
    return render_template("search.html", found=found, views=wishes.VIEWS, picture=picture)


@views.get(f"{PREFIX}/search.<any(csv, xlsx, json):form>")
def search_file(form: str) -> Response:
    """All that a search finds as a file."""
    return lists.file(site(), wishes.wish(request.args), form, language())


@views.get(f"{PREFIX}/suggest.json")
def suggest() -> Response:
    """What the search box proposes while somebody types."""
    only_ties = request.args.get("ties") == "1"
    return jsonify(suggesting.told(site(), request.args.get("q", ""), language(), only_ties))


@views.get(f"{PREFIX}/questions")
def questions() -> str:
    """All shipped queries, by what they are about and their titles."""
    return render_template("questions.html", themes=by_theme(queries.catalogue().values(), language()))


@views.get(f"{PREFIX}/questions/<name>")
def question(name: str) -> Response:
    """One shipped query: its form and its answer, or only the answer as CSV or JSON."""
    stem, suffix = asking.split(name)
    if suffix:
        return asking.download(site(), stem, suffix, request.args, language())
    page = asking.ask(site(), name, request.args, language(), page_number())
    return make_response(render_template("question.html", page=page), 400 if page.error else 200)


@views.get(f"{PREFIX}/sparql")
def sparql_page() -> Response:
    """A query of the visitor's own, or a shipped one as an example, with its answer."""
    query, whole = sparql.asked(site(), request.args, language())
    endpoint = url_for("endpoint.sparql", _external=True)
    view = request.args.get("view", "")
    page = sparql.page(site(), query, view, language(), endpoint, page_number()) if whole else sparql.Page(query, "")
    first, every = sparql.examples(language())
    return make_response(
        render_template("sparql.html", page=page, examples=first, shipped=every, endpoint=endpoint), page.status
    )


@views.get(f"{PREFIX}/sparql.<form>")
def sparql_file(form: str) -> Response:
    """The answer to a query as a file, or its drawing."""
    query = request.args.get("query", "")
    if form == sparql.DRAWING:
        return network_files.frame(sparql.network(site(), query, language()), language(), address)
    return sparql.file(site(), query, form)


@views.get(f"{PREFIX}/sparql/terms.json")
def sparql_terms() -> Response:
    """What the editor of queries proposes."""
    return jsonify(completions.completions(language()))


@views.get(f"{PREFIX}/downloads")
def downloads() -> str:
    """The files to take away."""
    return render_template("downloads.html", **files.overview())


@views.get(f"{PREFIX}/ontology")
def ontology() -> str:
    """The terms of the graph, its lists, and how the classes hang together."""
    book = terms.shipped()
    files = {name: url_for("vocabulary.ontology_file", name=name) for name in terms.turtle()}
    content = terms.content(book, language(), files)
    return render_template("ontology.html", title=book.title[language()], content=content, style=vocabulary_data.STYLE)


@views.get(f"{PREFIX}/changes")
def changes() -> str:
    """What the publications changed."""
    return render_template("changes.html", tell=changing.told, **changing.overview(page_number()))


@views.get(f"{PREFIX}/changes.atom")
def changes_feed() -> Response:
    """The same as a feed."""
    return changing.feed()


@views.get(f"{PREFIX}/changes/<version>")
def change(version: str) -> str:
    """What one publication changed."""
    publication = changing.one(version)
    return render_template("change.html", publication=publication, tell=changing.told, kind_iri=changing.kind_iri)


@views.get(f"{PREFIX}/remiss")
def remiss() -> str:
    """The drafts on remiss, by when answers are due."""
    page = following.remiss(site(), request.args.get("on", "").strip(), page_number())
    return render_template("following.html", page=page, explained=following.REMISS)


@views.get(f"{PREFIX}/assignments")
def assignments() -> str:
    """The assignments, by when they are due."""
    page = following.assignments(site(), request.args.get("on", "").strip(), page_number())
    return render_template("following.html", page=page, explained=following.ASSIGNMENTS)


@views.get(f"{PREFIX}/coverage")
def coverage() -> str:
    """What has been read, and what has not."""
    return render_template("coverage.html", told=following.coverage(site(), page_number(), language()))


@views.get(f"{PREFIX}/report/<path:path>")
def report(path: str) -> Response:
    """Reporting an error in a statement."""
    page = errata.report(site(), path, request.args, current_app.config["SETTINGS"].contact_email)
    shown = render_template("report.html", report=page, acts=errata.ACTS, names=errata.WORDS)
    return make_response(shown, 400 if page.error else 200)


@views.get(f"{PREFIX}/missing/<path:path>")
def missing_fact(path: str) -> Response:
    """Telling of a fact that a document says and that was not read."""
    page = missing.missing(site(), path, request.args, current_app.config["SETTINGS"].contact_email)
    shown = render_template("missing.html", page=page, kinds=missing.KINDS, names=errata.WORDS)
    return make_response(shown, 400 if page.error else 200)


@views.get(f"{PREFIX}/original/<path:path>")
def original(path: str) -> Response:
    """A page of a document's file beside its text."""
    page = originals.shown(site(), path, request.args.get("page", 0, type=int), request.args.get("at", ""))
    return originals.private(make_response(render_template("original.html", page=page)))


@views.get(f"{PREFIX}/original.png")
def original_picture() -> Response:
    """The picture of that page alone."""
    return originals.picture(site(), request.args.get("of", ""), request.args.get("page", 0, type=int))


@views.get(f"{PREFIX}/about")
def about() -> str:
    """How it works."""
    return render_template("about.html")


@views.get(f"{PREFIX}/privacy")
def privacy() -> str:
    """What is kept about persons, and how to be removed."""
    return render_template("privacy.html", settings=current_app.config["SETTINGS"])


@views.get(f"{PREFIX}/accessibility")
def accessibility() -> str:
    """How far the site can be used by everybody, as the act on digital public services asks."""
    return render_template("accessibility.html", settings=current_app.config["SETTINGS"])


@views.get(f"{PREFIX}/api")
def api_page() -> str:
    """The calls of the JSON API, each with a form to try it."""
    return render_template("api.html", calls=api_calls.calls(request.host_url.rstrip("/"), language()))


@views.get(f"{PREFIX}/part/<name>/<path:path>.<any(csv, xlsx, json):form>")
def part_file(name: str, path: str, form: str) -> Response:
    """What a part of a thing's page tells, as a file."""
    return part_files.file(site(), name, path, form)


@views.get(f"{PREFIX}/<path:path>")
def entity(path: str) -> AnyResponse:
    """The page of a thing, or the data about it where the address ends with a format's suffix.

    The address of a thing that was judged to be the same as another leads to that one's.
    """
    stem, form = formats.split(path)
    iri = site().addresses.iri(stem)
    if form:
        kept = entities.kept(site(), iri)
        return _moved(kept, path[len(stem) :]) if kept else data.description(site(), iri, form)
    kind = path.partition("/")[0]
    if kind not in kinds.WORDS or path == kind:
        raise NotFound(f"/{path}")
    about = entities.head(site(), iri)
    if about.kept:
        return _moved(about.kept, "")
    page = parts.page(site(), about, request.args, page_number())
    more = extras.more(site(), page, request.args, language())
    response = make_response(render_template(kinds.templates(kind, path), page=page, more=more))
    response.headers["Link"] = data.alternates(path)
    return response


def _moved(kept: str, suffix: str) -> AnyResponse:
    return data.moved(url_for("pages.entity", path=(site().addresses.path(kept) or "") + suffix), 308)


def page_number() -> int:
    """The page of a list that is asked for, 1 where none is."""
    return request.args.get("page", 1, type=int)
