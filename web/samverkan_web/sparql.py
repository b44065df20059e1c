"""A query of the visitor's own, with its answer as a table or as text. The work is done in the pool, never here."""

import json
from dataclasses import dataclass
from typing import Any, Final

from samverkan import queries
from samverkan.errors import SamverkanError
from samverkan.vocabulary import PREFIXES
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site

EXAMPLES: Final = ("who-sits-on", "people-who-meet-most", "drafts-on-remiss", "coverage")
BEGINNING: Final = """PREFIX samv: <https://w3id.org/samverkan/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?body ?name WHERE {
  ?body a samv:Body ; rdfs:label ?name .
}
ORDER BY ?name
LIMIT 50"""


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
    """The SPARQL page: a table for rows, a text for triples, neither where nothing was asked or it went wrong."""

    query: str
    examples: tuple[tuple[str, str], ...]
    variables: tuple[str, ...] = ()
    table: tuple[tuple[Cell | None, ...], ...] | None = None
    paging: Paging = Paging(1, 1, 0)
    text: str = ""
    error: str = ""
    status: int = 200


def page(site: Site, query: str, language: str, number: int = 1) -> Page:
    """The page for a query, with a page of its answer where one is given; what is wrong with it is told on the page."""
    shipped = queries.catalogue()
    examples = tuple((shipped[name].title[language], shipped[name].text) for name in EXAMPLES if name in shipped)
    if not query.strip():
        return Page(BEGINNING, examples)
    try:
        answer = site.pool.answer(query, ("json", "ttl"))
    except SamverkanError as error:
        return Page(query, examples, error=str(error), status=error.status)
    if answer.format != "json":
        return Page(query, examples, text=answer.body.decode())
    variables, rows = _table(json.loads(answer.body))
    table, paging = cut(rows, number)
    return Page(query, examples, variables, table, paging)


def _table(answer: Any) -> tuple[tuple[str, ...], tuple[tuple[Cell | None, ...], ...]]:
    if "boolean" in answer:
        return ("",), ((Cell(str(answer["boolean"]).lower(), False),),)
    variables = tuple(answer["head"]["vars"])
    return variables, tuple(tuple(_cell(row.get(name)) for name in variables) for row in answer["results"]["bindings"])


def _cell(value: Any) -> Cell | None:
    if value is None:
        return None
    if isinstance(value["value"], str):
        return Cell(value["value"], value["type"] == "uri")
    return Cell(json.dumps(value["value"], ensure_ascii=False), False)
