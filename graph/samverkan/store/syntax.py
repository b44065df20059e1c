"""The engine's complaints about a query, in plain words with line and column."""

import re

from pyoxigraph import NamedNode

from samverkan.errors import QueryError

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
# Among what the parser says it expected, causes are sentences ("Prefix not found"), the rest tokens and letters.
_CAUSE = re.compile(r"(?:^|, )([A-Z][A-Za-z]* [a-zA-Z][^,\[]*?)(?=, |$)")
# The end was expected, or a keyword before it: then the place is one letter further than what stands there instead.
_END = re.compile(r"(?:[A-Z]+, )*\[_\]")


def query_error(query: str, complaint: str) -> QueryError:
    """The engine's `complaint` about `query` as an error that says where and what.

    >>> str(query_error("SELECT * {?s foo:bar ?o}", "error at 1:21: expected one of Prefix not found, ['%'], [':']"))
    'line 1, column 21: Prefix not found; before: ?o}'
    """
    found = _PLACE.fullmatch(complaint)
    if not found:
        return QueryError(complaint)
    line, column = int(found[1]), int(found[2])
    if _END.fullmatch(found[3]):
        column = max(1, column - 1)
    causes = "; ".join(dict.fromkeys(_CAUSE.findall(found[3]))) or "not as SPARQL continues"
    rest = _from(query, line, column)
    return QueryError(f"line {line}, column {column}: {causes}; {f'before: {rest}' if rest else 'the query ends here'}")


def _from(query: str, line: int, column: int) -> str:
    """The first characters of `query` from a place on, on one line."""
    lines = query.split("\n")[line - 1 :]
    if not lines:
        return ""
    return " ".join([lines[0][column - 1 :], *lines[1:3]]).strip()[:40]


def named_graph(iri: str) -> NamedNode:
    """The graph with a name, written in SPARQL as its `str`; `QueryError` for what is no absolute IRI."""
    try:
        return NamedNode(iri)
    except ValueError:
        raise QueryError(f"a graph is named by an absolute IRI; {iri!r} is none") from None


def whole_graph(graph: str | None) -> str:
    """The query for all triples of a graph, of the default graph for None."""
    return (
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        if graph
        else "CONSTRUCT WHERE { ?s ?p ?o }"
    )
