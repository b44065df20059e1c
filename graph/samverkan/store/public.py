"""Somebody's public SPARQL endpoint, to read: no account, no updates, each question by itself, with SPARQLWrapper.

This is how `samverkan.open("https://…/sparql")` reads. A server that keeps the graph of one's own is `remote.py`, which
writes too, keeps connections, and notices when the server fails.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.error import URLError

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from samverkan.errors import QueryError, QueryTimeout, StoreError
from samverkan.store import Rows, Term

_SECONDS: Final = 60


class PublicEndpoint:
    """A store that can be read and not be written.

    A query that the endpoint refuses is a `QueryError` in its own words, one that takes too long a `QueryTimeout`, an
    endpoint that does not answer a `StoreError`.
    """

    def __init__(self, address: str, seconds: int = _SECONDS) -> None:
        self._address = address
        self._seconds = seconds

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query."""
        answer = parse_query_results(self._asked(query), QueryResultsFormat.JSON)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT query is needed here, this is one of another form")
        rows: Iterator[Sequence[Term | None]] = map(tuple, answer)
        return Rows(tuple(each.value for each in answer.variables), rows)

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""
        answer = parse_query_results(self._asked(query), QueryResultsFormat.JSON)
        if not isinstance(answer, QueryBoolean):
            raise QueryError("an ASK query is needed here, this is one of another form")
        return bool(answer)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once."""
        quads = parse(self._asked(query, TURTLE), RdfFormat.TURTLE)
        return iter(dict.fromkeys(quad.triple for quad in quads))

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""
        rows = self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        return (node for (node,) in rows if isinstance(node, NamedNode))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads of the named graphs, or those of one."""
        for each in [graph] if graph else list(self.graphs()):
            triples = self.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {each} {{ ?s ?p ?o }} }}")
            yield from (Quad(triple.subject, triple.predicate, triple.object, each) for triple in triples)

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:  # noqa: ARG002
        """Not of a public endpoint."""
        raise self._no_writing()

    def add_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:  # noqa: ARG002
        """Not to a public endpoint."""
        raise self._no_writing()

    def remove_graph(self, graph: NamedNode) -> None:  # noqa: ARG002
        """Not of a public endpoint."""
        raise self._no_writing()

    def bulk_load(self, quads: Iterable[Quad]) -> None:  # noqa: ARG002
        """Not into a public endpoint."""
        raise self._no_writing()

    def flush(self) -> None:
        """Nothing: nothing is written."""

    def close(self) -> None:
        """Nothing: no connection is kept."""

    def _no_writing(self) -> StoreError:
        return StoreError(f"{self._address} is read as a public endpoint; write with the setting SAMVERKAN_STORE")

    def _asked(self, query: str, form: str = JSON) -> bytes:
        """What the endpoint answers to a query, whole."""
        wrapper = SPARQLWrapper(self._address, returnFormat=form)
        wrapper.setQuery(query)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._seconds)
        try:
            return bytes(wrapper.query().response.read())
        except SPARQLWrapperException as error:
            raise QueryError(f"{self._address} refuses the query: {error}") from error
        except TimeoutError as error:
            raise self._late() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late() from error
            raise StoreError(f"{self._address} does not answer ({error.reason}); is the address right?") from error
        except OSError as error:
            raise StoreError(f"{self._address} broke off the connection ({error})") from error

    def _late(self) -> QueryTimeout:
        return QueryTimeout(f"{self._address} did not answer within {self._seconds} seconds; ask for less")
