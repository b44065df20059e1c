"""The graph as a JSON API: the shipped questions, search, and things, under `/api/`.

It is described by OpenAPI 3.1 at `/api/openapi.json`, written from the headers of the queries (see `openapi.py`).
Every error is a problem document (RFC 9457).
"""

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint, Response, json, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from samverkan import queries
from samverkan.errors import NotFound, ParameterError, SamverkanError
from samverkan.queries import Cell, Query
from samverkan_web import data, entities, frame, openapi
from samverkan_web.formats import SUFFIXES
from samverkan_web.negotiation import open_to_all
from samverkan_web.paging import PAGE_SIZE, cut, nearest
from samverkan_web.site import words

views = Blueprint("api", __name__, url_prefix="/api")

MOST: Final = 1_000  # rows of one page
USUAL: Final = 100
LANGUAGES: Final = ("sv", "en")
_PROBLEM: Final = "application/problem+json"
_OWN: Final = ("language", "page", "limit")


@views.get("/")
def entry_point() -> Response:
    """Where the parts of the API are."""
    names = {"questions": "api.questions", "search": "api.search", "description": "api.description"}
    return _json({name: url_for(endpoint, _external=True) for name, endpoint in names.items()})


@views.get("/openapi.json")
def description() -> Response:
    """The API in the terms of OpenAPI 3.1."""
    return _json(openapi.document(request.host_url.rstrip("/")))


@views.get("/questions")
def questions() -> Response:
    """All shipped questions with their parameters."""
    return _json({"questions": [_question(each) for each in queries.catalogue().values()]})


@views.get("/questions/<name>")
def question(name: str) -> Response:
    """A page of the answer to a question."""
    asked = queries.catalogue().get(name)
    if asked is None:
        raise NotFound(f"no question is called {name!r}; {url_for('api.questions')} lists them")
    known = [each.name for each in asked.parameters if each.type != "language"]
    given = _given((*known, *_OWN))
    language, page, limit = _language(given), _number(given, "page", 1, 1_000_000), _number(given, "limit", USUAL, MOST)
    if lacking := [each.name for each in asked.parameters if each.required and not given.get(each.name, "").strip()]:
        raise ParameterError(f"the question {name} needs the parameter {lacking[0]}")
    site = frame.site()
    arguments = {key: value for key, value in given.items() if key in known}
    if any(each.type == "language" for each in asked.parameters):
        arguments["language"] = language
    answer = queries.answered(site.store, site.pool, name, arguments, site.most_rows)
    rows = tuple(queries.cells(asked, answer))
    shown, paging = cut(rows, page, limit)
    return _json(
        {
            "question": name,
            "title": asked.title[language],
            "columns": [{"name": each, "title": asked.label(each, language)} for each in asked.columns],
            "rows": [_row(asked, row) for row in shown],
            "complete": len(rows) < site.most_rows,
            **_pages(paging.page, paging.pages, paging.total, limit),
        }
    )


@views.get("/search")
def search() -> Response:
    """Things by name, or all of a kind."""
    given = _given(("q", "kind", "page"))
    text, kind, page = given.get("q", "").strip()[:200], given.get("kind") or None, _number(given, "page", 1, 1_000_000)
    if kind is not None and kind not in entities.KINDS:
        raise ParameterError(f"there is no kind {kind!r}; there are {', '.join(entities.KINDS)}")
    site = frame.site()
    index = site.finder
    if index is None:
        raise NotFound("the store of this site has no index of names; ask it with SPARQL at /sparql")
    base = site.addresses.base
    found = index.counts(text, base)
    counts = {each: found[each] for each in entities.KINDS if each in found}
    paging = nearest(counts.get(kind, 0) if kind else sum(counts.values()), page)
    first = (paging.page - 1) * PAGE_SIZE
    hits = index.things(text, base, (kind,) if kind else entities.KINDS, first, PAGE_SIZE)
    told = [
        {"iri": each.iri, "label": each.label, "kind": site.kind(each.iri), "county": each.county or ""}
        for each in hits
    ]
    return _json({"hits": told, "counts": counts, **_pages(paging.page, paging.pages, paging.total, PAGE_SIZE)})


@views.get("/things/<path:path>")
def thing(path: str) -> Response:
    """What is known of a thing, as a tree of JSON-LD; `path` is its IRI after the base."""
    _given(())
    site = frame.site()
    return data.description(site, site.addresses.iri(path), SUFFIXES[".jsonld"])


@views.get("/<path:rest>")
def elsewhere(rest: str) -> Response:
    """What is no part of the API."""
    raise NotFound(f"the API has no /{rest}; {url_for('api.description')} describes it")


@views.errorhandler(SamverkanError)
def _ours(error: SamverkanError) -> Response:
    return _problem(error.status, str(error))


@views.errorhandler(HTTPException)
def _http(error: HTTPException) -> Response:
    return _problem(error.code or 500, error.description or error.name)


def _problem(status: int, detail: str) -> Response:
    """An error as a problem document."""
    told = {"type": "about:blank", "title": openapi.TITLES.get(status, "Error"), "status": status, "detail": detail}
    return _json(told, status, _PROBLEM)


def _json(value: Mapping[str, Any], status: int = 200, media: str = "application/json") -> Response:
    return open_to_all(Response(json.dumps(value, ensure_ascii=False), status, content_type=media))


def _given(known: tuple[str, ...]) -> MultiDict[str, str]:
    """The parameters of the request; `ParameterError` names one that is not known, or is given twice."""
    for name, values in request.args.lists():
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise ParameterError(f"there is no parameter {name!r} here; {takes}")
        if len(values) > 1:
            raise ParameterError(f"the parameter {name} is given {len(values)} times; give it once")
    return request.args


def _language(given: Mapping[str, str]) -> str:
    language = given.get("language", LANGUAGES[0])
    if language not in LANGUAGES:
        raise ParameterError(f"language is {language!r}; use sv or en")
    return language


def _number(given: Mapping[str, str], name: str, usual: int, most: int) -> int:
    text = given.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most and len(text) < 9):
        raise ParameterError(f"{name} is {text!r}; it must be a whole number from 1 to {most}")
    return int(text)


def _pages(page: int, pages: int, total: int, limit: int) -> dict[str, Any]:
    """Which page this is, and where the next one is."""
    asked = {**request.args.to_dict(), "page": str(page + 1)}
    there = url_for(request.endpoint or "", **(request.view_args or {}), _external=True)
    following = f"{there}?{openapi.query_string(asked)}" if page < pages else None
    return {"page": page, "pages": pages, "total": total, "limit": limit, "next": following}


def _question(asked: Query) -> dict[str, Any]:
    return {
        "name": asked.name,
        "title": dict(asked.title),
        "summary": dict(asked.summary),
        "parameters": [
            {"name": each.name, "type": each.type, "required": each.required, "help": dict(each.help)}
            for each in asked.parameters
        ],
        "answer": url_for("api.question", name=asked.name, _external=True),
    }


def _row(asked: Query, row: tuple[Cell, ...]) -> dict[str, dict[str, str]]:
    """A row by column; a column without a value is left out, which means that it is not stated."""
    return {name: _cell(cell) for name, cell in zip(asked.columns, row, strict=True) if cell.text is not None}


def _cell(cell: Cell) -> dict[str, str]:
    """The words of a cell, with the IRI of the thing that they name."""
    value = words(cell.term) if cell.term is not None else ""
    named = {"iri": value} if value != cell.text and value.startswith(("http://", "https://")) else {}
    return {"text": cell.text or "", **named}
