"""A store behind any SPARQL 1.1 endpoint: Oxigraph's server, Virtuoso, GraphDB, Fuseki, QLever, Neptune.

The endpoint must show the union of its named graphs as the default graph; most do so by themselves, `oxigraph serve`
with --union-default-graph.

connection.py   HTTP: times, a second try, what goes wrong     breaker.py    leaves a server that fails alone
engines.py      what single engines do in their own ways       virtuoso.py   those of Virtuoso
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby, islice
from typing import IO, Final, TypeVar, cast

from pyoxigraph import (
    BlankNode,
    Literal,
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
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from samverkan.errors import QueryError, StoreError
from samverkan.store import Rows, Term, virtuoso
from samverkan.store.answers import WHOLE, Dataset
from samverkan.store.connection import Body, Connection, Refused, Stream, words
from samverkan.store.engines import Addresses, Engine, engine_of
from samverkan.store.guard import Form, form
from samverkan.store.oxigraph import in_named_graph, quads_of, replacement
from samverkan.store.syntax import query_error

_Read = TypeVar("_Read")
_BATCH: Final = 10_000  # quads in one request of a bulk load
_ACCEPT: Final[dict[Form, str]] = {
    "SELECT": QueryResultsFormat.JSON.media_type,
    "ASK": QueryResultsFormat.JSON.media_type,
    "CONSTRUCT": RdfFormat.N_TRIPLES.media_type,
    "DESCRIBE": RdfFormat.N_TRIPLES.media_type,
}
_LIMIT: Final = re.compile(r"\bLIMIT\s+(\d+)(?:\s+OFFSET\s+\d+)?\s*$", re.IGNORECASE)


class RemoteStore:
    """The store behind a SPARQL endpoint (follows the protocol `Store`).

    An answer that has not arrived whole after `timeout` seconds is a `QueryTimeout`. A query is tried twice where the
    server is busy or the connection breaks before an answer; an update once. A server that fails again and again is
    left alone for some seconds. With a Graph Store address a whole graph is put there, else replaced by one update,
    which the standard asks servers to carry out wholly or not at all. The engine is found out by the first request
    unless it is given; the addresses of one that is known follow from that of its queries.
    """

    def __init__(
        self,
        query_url: str,
        update_url: str = "",
        timeout: float = 60.0,
        *,
        graph_store_url: str = "",
        user: str = "",
        password: str = "",
        engine: Engine | None = None,
    ) -> None:
        self._given = Addresses(query_url, update_url, graph_store_url)
        self._user, self._password = user, password
        self._connection = Connection(query_url, timeout)
        self._known_engine = engine

    @cached_property
    def engine(self) -> Engine:
        """The engine behind the endpoint; asked for once."""
        engine = self._known_engine or engine_of(self._connection.server())
        if self._user:
            digest, basic = HTTPDigestAuth(self._user, self._password), HTTPBasicAuth(self._user, self._password)
            self._connection.use(digest if engine.digest else basic)
        return engine

    @cached_property
    def _addresses(self) -> Addresses:
        return self.engine.addresses(*self._given)

    @cached_property
    def _most_rows(self) -> int | None:
        """After how many rows the engine cuts an answer; None where it cuts none that we could read."""
        if not self.engine.cut_probe:
            return None
        body = self._connection.post(self._given.query, [("query", self.engine.cut_probe)], "text/csv", again=True)
        body.close()
        return self._cut(body)

    def _cut(self, body: Body) -> int | None:
        return int(body.headers[self.engine.cut_header]) if self.engine.cut_header in body.headers else None

    def fetch(self, query: str, kind: Form, dataset: Dataset = WHOLE) -> Stream:
        """The answer to a query of the form `kind` as it comes: JSON results, or N-Triples."""
        body = self._asked(query, kind, dataset)
        most, limit = self._cut(body), _LIMIT.search(query)
        if most is not None and not (limit and int(limit[1]) <= most):
            body.close()
            raise virtuoso.too_many(most)
        return self.engine.mended(body, kind, lambda: self._most_rows)

    def _asked(self, query: str, kind: Form, dataset: Dataset = WHOLE) -> Body:
        graphs = (("default-graph-uri", dataset.default), ("named-graph-uri", dataset.named))
        chosen = [(name, graph) for name, each in graphs for graph in each]
        engine = self.engine  # asked for here, since with it the connection is told who asks
        text = engine.describing + query if kind == "DESCRIBE" else query
        with self._errors(self._given.query, query):
            return self._connection.post(self._given.query, [("query", text), *chosen], _ACCEPT[kind], again=True)

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query, read as they are asked for."""
        _expect(query, "SELECT")
        answer = cast("QuerySolutions", self._results(self.fetch(query, "SELECT")))
        return Rows(tuple(each.value for each in answer.variables), self._rows(answer))

    def _rows(self, answer: QuerySolutions) -> Iterator[Sequence[Term | None]]:
        with readable(self._given.query):
            yield from map(tuple, answer)

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""
        _expect(query, "ASK")
        return bool(cast("QueryBoolean", self._results(self.fetch(query, "ASK"))))

    def _results(self, stream: Stream) -> QuerySolutions | QueryBoolean:
        with readable(self._given.query):
            return parse_query_results(cast("IO[bytes]", stream), QueryResultsFormat.JSON)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, read as they are asked for."""
        return self._triples(self.fetch(query, _expect(query, "CONSTRUCT", "DESCRIBE")))

    def _triples(self, stream: Stream) -> Iterator[Triple]:
        with readable(self._given.query):
            for quad in parse(cast("IO[bytes]", stream), RdfFormat.N_TRIPLES):
                yield quad.triple

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of `graph`, in the place of what the graph held, in one request."""
        held = list(quads_of(graph, quads))
        if not held:
            self.remove_graph(graph)
        elif self._addresses.graph_store and not self._fits_update(held):
            self._put(graph, serialize((quad.triple for quad in held), format=RdfFormat.N_TRIPLES) or b"")
        else:
            self._update(replacement(graph, held))

    def _fits_update(self, quads: Sequence[Quad]) -> bool:
        """Whether a graph is better replaced by an update, though it can be put as well."""
        many, long = self.engine.largest_update
        if len(quads) > many or any(isinstance(node, BlankNode) for quad in quads for node in quad.triple):
            return False
        return sum(len(quad.object.value) for quad in quads if isinstance(quad.object, Literal)) <= long

    def add_graphs(self, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        """Add graphs that hold nothing yet: some together in a request that is carried out wholly, or one in each."""
        if self._addresses.graph_store and not self.engine.quads:
            for graph, quads in graphs.items():
                self.replace_graph(graph, quads)
            return
        batch: list[Quad] = []
        for graph, quads in graphs.items():
            batch += quads_of(graph, quads)
            if len(batch) >= _BATCH:
                self._add(batch)
                batch = []
        self._add(batch)

    def remove_graph(self, graph: NamedNode) -> None:
        """Forget a graph; one that is not there is forgotten already."""
        self._update(f"DROP SILENT GRAPH {graph}")

    def bulk_load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs, some thousands in a request, or a graph in each."""
        remaining = map(in_named_graph, quads)
        while batch := list(islice(remaining, _BATCH)):
            self._add(batch)

    def _add(self, batch: Sequence[Quad]) -> None:
        if self._addresses.graph_store and self.engine.quads:
            self._put(None, serialize(batch, format=RdfFormat.N_QUADS) or b"", add=True)
            return
        parts = []
        for graph, together in groupby(batch, key=lambda quad: quad.graph_name):
            triples = serialize((quad.triple for quad in together), format=RdfFormat.N_TRIPLES) or b""
            if self._addresses.graph_store:
                self._put(cast("NamedNode", graph), triples, add=True)
            else:
                parts.append(f"GRAPH {graph} {{\n{triples.decode()}}}")
        if parts:
            self._update("\n".join(["INSERT DATA {", *parts, "}"]))

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""
        pattern = f"{{ GRAPH ?g {{ ?s ?p ?o }} {self._not_own} }}"
        for (graph,) in self._paged(
            f"SELECT DISTINCT ?g {pattern}", f"DISTINCT ?g) AS ?n) {pattern}", self._table_page
        ):
            if isinstance(graph, NamedNode):
                yield graph

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads of the named graphs, or those of one; graph by graph where the engine cuts long answers."""
        if graph:
            for triple in self._graph(graph):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)
        elif not self.engine.cut_probe:
            for row in self.select(f"SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} {self._not_own} }}").rows:
                yield Quad(*row)  # type: ignore[arg-type]
        else:
            for each in self.graphs():
                yield from self.quads(each)

    @property
    def _not_own(self) -> str:
        """What leaves out graphs of the engine itself."""
        own = ", ".join(f"<{graph}>" for graph in sorted(self.engine.own))
        return f"FILTER(?g NOT IN ({own}))" if own else ""

    def _graph(self, graph: NamedNode) -> Iterator[Triple]:
        """The triples of a graph, each once.

        Pages of an engine that cuts may overlap, since it promises no order; what they left out is asked for property
        by property.
        """
        pattern = f"{{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        seen: set[Triple] = set()
        yield from _new(self._pages(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {pattern}", self._graph_page), seen)
        if self._most_rows is None or len(seen) < self._most_rows or self._count(f"*) AS ?n) {pattern}") == len(seen):
            return
        for (name,) in list(self.select(f"SELECT DISTINCT ?p WHERE {pattern}").rows):
            query = f"CONSTRUCT {{ ?s {name} ?o }} WHERE {{ GRAPH {graph} {{ ?s {name} ?o }} }}"
            yield from _new(self._pages(query, self._graph_page), seen)
        self._expect_count(f"*) AS ?n) {pattern}", len(seen))

    def _paged(self, query: str, counted: str, page: Callable[[str], Iterator[_Read]]) -> Iterator[_Read]:
        """All that answers a query, by pages where the engine cuts; then counted, so that none is missed."""
        given = 0
        for each in self._pages(query, page):
            given += 1
            yield each
        if self._most_rows is not None and given >= self._most_rows:
            self._expect_count(counted, given)

    def _pages(self, query: str, page: Callable[[str], Iterator[_Read]]) -> Iterator[_Read]:
        """What answers a query, one page after the other where the engine cuts."""
        most = self._most_rows
        if most is None:
            yield from page(query)
            return
        given, more = 0, True
        while more:
            before = given
            for each in page(f"{query} LIMIT {most} OFFSET {before}"):
                given += 1
                yield each
            more = given - before == most

    def _count(self, counted: str) -> int | None:
        ((there,),) = self.select(f"SELECT (COUNT({counted}").rows
        return None if there is None else int(there.value)  # type: ignore[union-attr]

    def _expect_count(self, counted: str, given: int) -> None:
        if self._count(counted) != given:
            raise StoreError(f"{self._given.query} was written to while all of it was read; try again")

    def _table_page(self, query: str) -> Iterator[Sequence[Term | None]]:
        stream = self.engine.mended(self._asked(query, "SELECT"), "SELECT", lambda: None)
        return self._rows(cast("QuerySolutions", self._results(stream)))

    def _graph_page(self, query: str) -> Iterator[Triple]:
        return self._triples(self.engine.mended(self._asked(query, "CONSTRUCT"), "CONSTRUCT", lambda: None))

    def flush(self) -> None:
        """Nothing to do: what an endpoint has accepted is its own to keep."""

    def close(self) -> None:
        """Let go of the connections that are kept."""
        self._connection.close()

    def _update(self, update: str) -> None:
        with self._errors(self._addresses.update):
            self._connection.post(self._addresses.update, [("update", update)]).close()

    def _put(self, graph: NamedNode | None, content: bytes, *, add: bool = False) -> None:
        chosen = [(self.engine.graph_parameter, graph.value)] if graph else []
        written = RdfFormat.N_QUADS if graph is None else RdfFormat.TURTLE if self.engine.head else RdfFormat.N_TRIPLES
        with self._errors(self._addresses.graph_store):
            self._connection.put(
                self._addresses.graph_store, chosen, self.engine.head + content, written.media_type, add=add
            )

    @contextmanager
    def _errors(self, address: str, query: str = "") -> Iterator[None]:
        try:
            yield
        except Refused as refused:
            known = self.engine.refusal(query, refused.status, refused.text)
            raise known or _refusal(address, query, refused.status, refused.text) from refused


def _expect(query: str, *forms: Form) -> Form:
    found = form(query)
    if found not in forms:
        raise QueryError(f"a {' or '.join(forms)} query is needed here, this is one of another form")
    return found


@contextmanager
def readable(address: str) -> Iterator[None]:
    """`StoreError` where an answer is not in the language that it should be in."""
    try:
        yield
    except SyntaxError as error:
        raise StoreError(f"{address} sent an answer that cannot be read, or not the whole of it: {error}") from error


def _refusal(address: str, query: str, status: int, text: str) -> Exception:
    """What a status of 400 or more means."""
    said = words(text)
    if status == 400 or (status == 500 and "function" in said and "not supported" in said):
        return query_error(query, text.strip() or "the server calls the query malformed and gives no reason")
    if status in (401, 403):
        return StoreError(
            f"{address} does not let us in ({status}): {said}; name a user who may by SAMVERKAN_STORE_USER and "
            "SAMVERKAN_STORE_PASSWORD"
        )
    if status == 404:
        return StoreError(
            f"{address} is no SPARQL endpoint (404): check SAMVERKAN_STORE, SAMVERKAN_UPDATE and SAMVERKAN_GRAPH_STORE"
        )
    return StoreError(f"{address} failed ({status}): {said}")


def _new(triples: Iterable[Triple], seen: set[Triple]) -> Iterator[Triple]:
    """The triples that were not seen before, which then are."""
    for each in triples:
        if each not in seen:
            seen.add(each)
            yield each
