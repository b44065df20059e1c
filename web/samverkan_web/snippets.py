"""A query as a few lines of program: curl, Python with SPARQLWrapper or rdflib, R."""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from samverkan.store.guard import Form

_TABLE: Final = "text/csv"
_GRAPH: Final = "text/turtle"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A program that asks one query; `title` is what it is run with."""

    title: str
    text: str


def snippets(query: str, form: Form, endpoint: str) -> tuple[Snippet, ...]:
    """The programs that ask a query of a form at the address of an endpoint."""
    return tuple(Snippet(title, write(query, form, endpoint)) for title, write in _WRITERS.items())


def python_text(text: str) -> str:
    r"""A text as Python source, over several lines where it can stand there as it is.

    >>> print(python_text("ASK {}"))
    \"\"\"
    ASK {}
    \"\"\"
    >>> print(python_text("ASK { ?s ?p '\\n' }"))
    "ASK { ?s ?p '\\n' }"
    """
    if "\\" in text or '"""' in text:
        return json.dumps(text, ensure_ascii=False)
    return f'"""\n{text.strip()}\n"""'


def r_text(text: str) -> str:
    """A text as R source: a raw string, with as many dashes as it takes.

    >>> print(r_text("ASK {}"))
    r"(ASK {})"
    >>> print(r_text('ASK { ?s ?p "(a)" }'))
    r"-(ASK { ?s ?p "(a)" })-"
    """
    dashes = ""
    while f'){dashes}"' in text:
        dashes += "-"
    return f'r"{dashes}({text}){dashes}"'


def _curl(query: str, form: Form, endpoint: str) -> str:
    accept = shlex.quote(f"Accept: {_TABLE if form in ('SELECT', 'ASK') else _GRAPH}")
    return f"curl {shlex.quote(endpoint)} -H {accept} --data-urlencode {shlex.quote(f'query={query}')}"


_WRAPPER_TAIL: Final[dict[str, tuple[str, str]]] = {
    "SELECT": (
        "JSON",
        'for row in endpoint.queryAndConvert()["results"]["bindings"]:\n'
        '    print({name: cell["value"] for name, cell in row.items()})',
    ),
    "ASK": ("JSON", 'print(endpoint.queryAndConvert()["boolean"])'),
    "": ("RDFXML", 'print(endpoint.queryAndConvert().serialize(format="turtle"))'),
}


def _wrapper(query: str, form: Form, endpoint: str) -> str:
    kind, tail = _WRAPPER_TAIL.get(form, _WRAPPER_TAIL[""])
    return (
        f"from SPARQLWrapper import {kind}, POST, SPARQLWrapper  # pip install SPARQLWrapper\n\n"
        f"query = {python_text(query)}\n"
        f"endpoint = SPARQLWrapper({json.dumps(endpoint)}, returnFormat={kind})\n"
        f"endpoint.setMethod(POST)\nendpoint.setQuery(query)\n{tail}"
    )


_RDFLIB_TAIL: Final[dict[str, str]] = {
    "SELECT": 'for row in graph.query(query):\n    print(*row, sep="\\t")',
    "ASK": "print(graph.query(query).askAnswer)",
    "": 'print(graph.query(query).graph.serialize(format="turtle"))',
}


def _rdflib(query: str, form: Form, endpoint: str) -> str:
    return (
        "from rdflib import Graph  # pip install rdflib\n"
        "from rdflib.plugins.stores.sparqlstore import SPARQLStore\n\n"
        f"query = {python_text(query)}\n"
        f'graph = Graph(SPARQLStore({json.dumps(endpoint)}, method="POST"))\n'
        f"{_RDFLIB_TAIL.get(form, _RDFLIB_TAIL[''])}"
    )


def _r(query: str, form: Form, endpoint: str) -> str:
    accept = _TABLE if form in ("SELECT", "ASK") else _GRAPH
    shown = "read.csv(text = answer, check.names = FALSE)" if form == "SELECT" else "cat(answer)"
    return (
        'library(httr2)  # install.packages("httr2"); R 4.1 or later\n\n'
        f"query <- {r_text(query)}\n"
        f"answer <- request({json.dumps(endpoint)}) |>\n"
        f'  req_headers(Accept = "{accept}") |>\n'
        "  req_body_form(query = query) |>\n  req_perform() |>\n"
        '  resp_body_string(encoding = "UTF-8")\n'
        f"{shown}"
    )


_WRITERS: Final[dict[str, Callable[[str, Form, str], str]]] = {
    "curl": _curl,
    "Python, SPARQLWrapper": _wrapper,
    "Python, rdflib": _rdflib,
    "R, httr2": _r,
}
