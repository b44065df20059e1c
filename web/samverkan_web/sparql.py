"""A query of the visitor's own, with its answer: a table, raw, a network, files, or the query as lines of program.

The work is done in the pool, never here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from flask import Response

from samverkan import queries
from samverkan.errors import NotFound, SamverkanError
from samverkan.queries import Query
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.guard import check
from samverkan.vocabulary import PREFIXES
from samverkan_web import answer_network
from samverkan_web.networks import NetworkPage
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site
from samverkan_web.snippets import Snippet, snippets

EXAMPLES: Final = ("who-sits-on", "people-who-meet-most", "drafts-on-remiss", "coverage")
BEGINNING: Final = """PREFIX samv: <https://w3id.org/samverkan/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?body ?name WHERE {
  ?body a samv:Body ; rdfs:label ?name .
}
ORDER BY ?name
LIMIT 50"""

VIEWS: Final = ("table", "raw", "network", "code")
DRAWING: Final = "drawing"  # the suffix of the address of an answer as a drawing
FILES: Final = {"SELECT": ("csv", "json", "tsv", "xml"), "ASK": ("json", "xml"), "": ("ttl", "jsonld", "rdf", "nt")}
MOST_RAW: Final = 100_000  # letters on the page; the files hold all
_PLACE: Final = re.compile(r"line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in an answer: `short` is an IRI with its prefix, or its last part."""

    text: str
    iri: bool

    @property
    def short(self) -> str:
        """The value as a table shows it."""
        if not self.iri:
            return self.text
        for prefix, space in PREFIXES.items():
            if self.text.startswith(space):
                return f"{prefix}:{self.text.removeprefix(space)}"
        return self.text.rpartition("/id/")[2]


@dataclass(frozen=True, slots=True)
class Page:
    """The SPARQL page: a table, a text, a network or programs, by its view; none where nothing was asked.

    `files` are the formats in which the whole answer is to be had, `place` the line and column where a query is wrong,
    both from 1. `views` are the other ways to look at the answer.
    """

    query: str
    view: str = "table"
    views: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    table: tuple[tuple[Cell | None, ...], ...] | None = None
    paging: Paging = Paging(1, 1, 0)
    text: str = ""
    cut: bool = False
    network: NetworkPage | None = None
    files: tuple[str, ...] = ()
    programs: tuple[Snippet, ...] = ()
    error: str = ""
    place: tuple[int, int] | None = None
    status: int = 200


def examples(language: str) -> tuple[tuple[Query, ...], tuple[Query, ...]]:
    """The shipped queries: some to begin with, and all by their titles."""
    shipped = queries.catalogue()
    first = tuple(shipped[name] for name in EXAMPLES if name in shipped)
    return first, tuple(sorted(shipped.values(), key=lambda query: query.title[language].casefold()))


def asked(site: Site, given: Mapping[str, str], language: str) -> tuple[str, bool]:
    """The query that a request asks: its own, or the shipped one that it names as an example, in its language.

    And whether it can be asked: not where an example needs a value that only the visitor knows.
    """
    if "query" in given or not given.get("example"):
        return given.get("query", ""), True
    shipped = queries.catalogue().get(given["example"])
    if shipped is None:
        raise NotFound(f"no question is called {given['example']!r}")
    optional = replace(shipped, parameters=tuple(each for each in shipped.parameters if not each.required))
    spoken = any(each.name == "language" for each in optional.parameters)
    text = optional.bind({"language": queries.resolve(site.store, "language", language)} if spoken else {})
    lines = (line for line in text.splitlines() if not line.startswith("#+"))
    query = f"# {shipped.title[language]}\n" + "\n".join(lines).strip()
    return query, optional.parameters == shipped.parameters


def page(site: Site, query: str, view: str, language: str, endpoint: str, number: int = 1) -> Page:
    """The page for a query, with a page of its answer where one is given; what is wrong with it is told on the page."""
    if not query.strip():
        return Page(BEGINNING)
    try:
        if view == "code":
            return Page(query, view, programs=snippets(query, check(query), endpoint))
        answer = site.pool.answer(query, ("json", "ttl"))
    except SamverkanError as error:
        place = _PLACE.match(str(error))
        where = (int(place[1]), int(place[2])) if place else None
        return Page(query, error=str(error), place=where, status=error.status)
    if answer.format != "json":
        return _with_text(Page(query, "raw", ("raw",), files=FILES[""]), answer.body.decode())
    return _shown(site, query, json.loads(answer.body), view, language, number)


def _shown(site: Site, query: str, answer: Any, view: str, language: str, number: int) -> Page:
    """The page for an answer in SPARQL JSON."""
    if "boolean" in answer:
        yes = ((Cell(str(answer["boolean"]).lower(), False),),)
        found = Page(query, "table", ("table", "raw"), ("",), yes, Paging(1, 1, 1), files=FILES["ASK"])
        return (
            _with_text(replace(found, view="raw", table=None), json.dumps(answer, indent=1)) if view == "raw" else found
        )
    variables, rows = tuple(answer["head"]["vars"]), answer["results"]["bindings"]
    drawable = bool(rows) and answer_network.can_be_drawn(variables)
    found = Page(query, "table", VIEWS[: 3 if drawable else 2], variables, files=FILES["SELECT"])
    if view == "raw":
        return _with_text(replace(found, view="raw"), json.dumps(answer, indent=1, ensure_ascii=False))
    if view == "network" and drawable:
        return replace(found, view=view, network=_network(site, variables, rows, language))
    table, paging = cut(rows, number)
    cells = tuple(tuple(_cell(row.get(name)) for name in variables) for row in table)
    return replace(found, table=cells, paging=paging)


def file(site: Site, query: str, form: str) -> Response:
    """The whole answer as a file."""
    known = (TABLES | GRAPHS).get(form)
    if known is None or form in ("nq", "trig"):
        raise NotFound(f"/sparql.{form}")
    answer = site.pool.answer(query, (form,))
    response = Response(answer.body, content_type=f"{known.media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="samverkan.{form}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def network(site: Site, query: str, language: str) -> NetworkPage:
    """An answer of two or three columns as a network; `NotFound` for any other."""
    answer = json.loads(site.pool.answer(query, ("json",)).body)
    variables = answer["head"].get("vars", ())
    if not answer_network.can_be_drawn(variables):
        raise NotFound("only answers with two or three columns are drawn")
    return _network(site, variables, answer["results"]["bindings"], language)


def _network(site: Site, variables: Sequence[str], rows: Sequence[Any], language: str) -> NetworkPage:
    whole, drawn = answer_network.network(site, variables, rows, language)
    return NetworkPage("SPARQL", "", None, 0, whole, drawn)


def _with_text(page: Page, text: str) -> Page:
    return replace(page, text=text[:MOST_RAW], cut=len(text) > MOST_RAW)


def _cell(value: Any) -> Cell | None:
    if value is None:
        return None
    if isinstance(value["value"], str):
        return Cell(value["value"], value["type"] == "uri")
    return Cell(json.dumps(value["value"], ensure_ascii=False), False)
