"""A store behind any SPARQL 1.1 endpoint: Oxigraph's server, Virtuoso, GraphDB, Fuseki, QLever, Neptune.

The endpoint must show the union of its named graphs as the default graph; most do so by themselves, `oxigraph serve`
with --union-default-graph.
"""

import ast
import math
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from itertools import groupby, islice
from typing import IO, Final, cast
from urllib.parse import quote

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
    serialize,
)
from SPARQLWrapper import POST, POSTDIRECTLY, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from samverkan.errors import QueryError, QueryTimeout, StoreError
from samverkan.store import Rows, Term
from samverkan.store.answers import WHOLE, Dataset
from samverkan.store.guard import Form, form
from samverkan.store.oxigraph import in_named_graph, replacement, triples_of
from samverkan.store.syntax import query_error

_BATCH = 10_000  # quads in one request of a bulk load
_BUSY = (502, 503)  # statuses after which a second try may succeed
_ACCEPT: Final[dict[Form, str]] = {
    "SELECT": QueryResultsFormat.JSON.media_type,
    "ASK": QueryResultsFormat.JSON.media_type,
    "CONSTRUCT": RdfFormat.N_TRIPLES.media_type,
    "DESCRIBE": RdfFormat.N_TRIPLES.media_type,
}


class RemoteStore:
    """The store behind a SPARQL endpoint (follows the protocol `Store`).

    An answer that has not arrived whole after `timeout` seconds is a `QueryTimeout`. A query is tried twice where the
    server is busy or the connection breaks before an answer; an update once. With a Graph Store address a whole graph
    is put there, else replaced by one update, which the standard asks servers to carry out wholly or not at all.
    """

    def __init__(self, query_url: str, update_url: str, timeout: float = 60.0, *, graph_store_url: str = "") -> None:
        self._query_url = query_url
        self._update_url = update_url
        self._graph_store_url = graph_store_url
        self._timeout = timeout

    def fetch(self, query: str, kind: Form, dataset: Dataset = WHOLE) -> "Body":
        """The answer to a query of the form `kind` as it comes: JSON results, or N-Triples."""
        for second_try in (False, True):
            try:
                with answer_errors(self._query_url, query):
                    request = self._request(self._query_url, query, kind)
                    request.addCustomHttpHeader("Accept", _ACCEPT[kind])
                    for name, graphs in (("default-graph-uri", dataset.default), ("named-graph-uri", dataset.named)):
                        for graph in graphs:
                            request.addParameter(name, graph)
                    return Body(request.query().response, self._query_url, self._timeout)
            except _Passing as error:
                if second_try:
                    raise StoreError(str(error)) from error
        raise AssertionError("the second try returns or raises")

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query, read as they are asked for."""
        _expect(query, "SELECT")
        answer = cast("QuerySolutions", self._results(query, "SELECT"))
        return Rows(tuple(each.value for each in answer.variables), self._rows(answer))

    def _rows(self, answer: QuerySolutions) -> Iterator[Sequence[Term | None]]:
        with answer_errors(self._query_url):
            yield from map(tuple, answer)

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""
        _expect(query, "ASK")
        return bool(cast("QueryBoolean", self._results(query, "ASK")))

    def _results(self, query: str, kind: Form) -> QuerySolutions | QueryBoolean:
        body = self.fetch(query, kind)
        with answer_errors(self._query_url):
            return parse_query_results(cast("IO[bytes]", body), QueryResultsFormat.JSON)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, read as they are asked for."""
        body = self.fetch(query, _expect(query, "CONSTRUCT", "DESCRIBE"))
        return self._triples(body)

    def _triples(self, body: "Body") -> Iterator[Triple]:
        with answer_errors(self._query_url):
            for quad in parse(cast("IO[bytes]", body), RdfFormat.N_TRIPLES):
                yield quad.triple

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of `graph`, in the place of what the graph held, in one request."""
        if self._graph_store_url:
            self._put(graph, serialize(triples_of(graph, quads), format=RdfFormat.N_TRIPLES) or b"")
        else:
            self._update(replacement(graph, quads))

    def add_graphs(self, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        """Add graphs that hold nothing yet, each in one request."""
        for graph, quads in graphs.items():
            self.replace_graph(graph, quads)

    def remove_graph(self, graph: NamedNode) -> None:
        """Forget a graph; one that is not there is forgotten already."""
        self._update(f"DROP SILENT GRAPH {graph}")

    def bulk_load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs, some thousands in a request."""
        remaining = map(in_named_graph, quads)
        while batch := list(islice(remaining, _BATCH)):
            parts = ["INSERT DATA {"]
            for graph, together in groupby(batch, key=lambda quad: quad.graph_name):
                triples = serialize((quad.triple for quad in together), format=RdfFormat.N_TRIPLES) or b""
                parts.append(f"GRAPH {graph} {{\n{triples.decode()}}}")
            self._update("\n".join([*parts, "}"]))

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""
        for (graph,) in self.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows:
            if isinstance(graph, NamedNode):
                yield graph

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads of the named graphs, or those of one."""
        pattern = f"?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}" if graph else "?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"
        for row in self.select(f"SELECT {pattern}").rows:
            yield Quad(*row, graph) if graph else Quad(*row)  # type: ignore[call-arg, arg-type]

    def flush(self) -> None:
        """Nothing to do: what an endpoint has accepted is its own to keep."""

    def close(self) -> None:
        """Nothing to do: no connection outlives its answer."""

    def _update(self, update: str) -> None:
        with _one_try(), answer_errors(self._update_url):
            self._request(self._update_url, update, "INSERT").query().response.close()

    def _put(self, graph: NamedNode, triples: bytes) -> None:
        address = f"{self._graph_store_url}?graph={quote(graph.value, safe='')}"
        headers = {"Content-Type": RdfFormat.N_TRIPLES.media_type}
        request = urllib.request.Request(address, triples, headers, method="PUT")  # noqa: S310 - an address of the settings
        with _one_try(), answer_errors(self._graph_store_url):
            urllib.request.urlopen(request, timeout=self._timeout).close()  # noqa: S310

    def _request(self, address: str, text: str, kind: str) -> SPARQLWrapper:
        """A request for a query of the form `kind`, or for an update: then `kind` is INSERT."""
        request = SPARQLWrapper(address)
        request.queryString, request.queryType = text, kind
        request.setMethod(POST)
        request.setRequestMethod(POSTDIRECTLY)
        request.setOnlyConneg(True)
        request.setTimeout(math.ceil(self._timeout))
        return request


class Body:
    """An answer while it arrives, read like a file; `QueryTimeout` past its time, `StoreError` where it breaks off."""

    def __init__(self, response: HTTPResponse, address: str, seconds: float) -> None:
        self._response = response
        self._address = address
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, as soon as there are some; none at the end."""
        with _one_try(), answer_errors(self._address):
            part = self._response.read1(size)
        if time.monotonic() > self._deadline:
            self._response.close()
            raise QueryTimeout(f"{self._address} has not sent the whole answer within {self._seconds:g} seconds")
        if not part and self._response.length:
            raise StoreError(f"{self._address} broke off in the middle of an answer; try again")
        return part


class _Passing(Exception):
    """A fault that may be gone at the second try."""


def _expect(query: str, *forms: Form) -> Form:
    found = form(query)
    if found not in forms:
        raise QueryError(f"a {' or '.join(forms)} query is needed here, this is one of another form")
    return found


@contextmanager
def _one_try() -> Iterator[None]:
    try:
        yield
    except _Passing as error:
        raise StoreError(str(error)) from error


@contextmanager
def answer_errors(address: str, query: str = "") -> Iterator[None]:
    """Turn what goes wrong between here and the server into our errors."""
    try:
        yield
    except SPARQLWrapperException as error:
        cause = error.__context__
        status = cause.code if isinstance(cause, urllib.error.HTTPError) else 500
        raise _refusal(address, query, status, _body_of(error)) from error
    except urllib.error.HTTPError as error:
        raise _refusal(address, query, error.code, error.read().decode(errors="replace")) from error
    except TimeoutError as error:
        raise QueryTimeout(f"{address} did not answer in time; ask for less, or try later") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise QueryTimeout(f"{address} could not be reached in time; is the server up?") from error
        raise _Passing(f"{address} cannot be reached ({error.reason}); is the server running?") from error
    except (HTTPException, ConnectionError) as error:
        raise _Passing(f"{address} broke off the connection ({error!r})") from error
    except SyntaxError as error:
        raise StoreError(f"{address} sent an answer that cannot be read, or not the whole of it: {error}") from error


def _refusal(address: str, query: str, status: int, text: str) -> Exception:
    """What a status of 400 or more means."""
    said = " ".join(text.split())[:500] or "no reason given"
    if status == 400 or (status == 500 and "function" in said and "not supported" in said):
        return query_error(query, text.strip() or "the server calls the query malformed and gives no reason")
    if status in (408, 504):
        return QueryTimeout(f"{address} gave up: {said}")
    if status in _BUSY:
        return _Passing(f"{address} is busy: {said}")
    if status in (401, 403):
        return StoreError(f"{address} does not let us in ({status}): {said}")
    if status == 404:
        return StoreError(f"{address} is no SPARQL endpoint (404): check SAMVERKAN_STORE and SAMVERKAN_UPDATE")
    return StoreError(f"{address} failed ({status}): {said}")


def _body_of(error: SPARQLWrapperException) -> str:
    """What the server said, which the library keeps as the representation of bytes at the end of its own message."""
    written = str(error).partition("Response:\n")[2]
    return cast("bytes", ast.literal_eval(written)).decode(errors="replace") if written else ""
