"""A public endpoint of somebody, read with SPARQLWrapper: the same answers, refusals in its words, no writing."""

import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from servers import free_port

from samverkan.errors import QueryError, QueryTimeout, StoreError
from samverkan.store.public import PublicEndpoint
from samverkan.store.remote import RemoteStore
from samverkan.vocabulary import RDFS

GRAPH = NamedNode("https://example.org/graph")
QUADS = {
    Quad(NamedNode(f"https://example.org/{number}"), RDFS.label, Literal(f"Nr {number}"), GRAPH) for number in (1, 2)
}


@pytest.fixture
def endpoint(remote_store: RemoteStore, server: str) -> PublicEndpoint:
    """A real server with two statements, asked as anybody can."""
    remote_store.replace_graph(GRAPH, QUADS)
    return PublicEndpoint(f"{server}/query")


@pytest.mark.server
def test_it_answers_as_a_store_does(endpoint: PublicEndpoint) -> None:
    found = endpoint.select("SELECT ?label { GRAPH ?g { ?s ?p ?label } } ORDER BY ?label")
    assert (found.variables, [row[0] for row in found.rows]) == (("label",), [Literal("Nr 1"), Literal("Nr 2")])
    assert endpoint.ask("ASK { GRAPH ?g { ?s ?p 'Nr 1' } }") is True
    assert {each.object for each in endpoint.construct("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }")} == {
        Literal("Nr 1"),
        Literal("Nr 2"),
    }
    assert set(endpoint.quads()) == QUADS
    assert list(endpoint.graphs()) == [GRAPH]


@pytest.mark.server
def test_what_it_refuses_is_told_in_its_words(endpoint: PublicEndpoint) -> None:
    with pytest.raises(QueryError, match="refuses the query"):
        endpoint.select("SELECT nonsense")
    with pytest.raises(QueryError, match="SELECT query is needed"):
        endpoint.select("ASK {}")


def test_nobody_there_is_told_with_the_address() -> None:
    address = f"http://127.0.0.1:{free_port()}/sparql"
    with pytest.raises(StoreError, match="does not answer"):
        PublicEndpoint(address).ask("ASK {}")


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held: list[socket.socket] = []

        def accept() -> None:
            try:
                held.append(server.accept()[0])
            except OSError:
                return

        Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
        for each in held:
            each.close()


def test_one_that_says_nothing_is_waited_for_no_longer_than_told(silent: str) -> None:
    with pytest.raises(QueryTimeout, match="within 1 seconds"):
        PublicEndpoint(silent, seconds=1).ask("ASK {}")


def test_it_cannot_be_written() -> None:
    endpoint = PublicEndpoint("https://example.org/sparql")
    for write in (lambda: endpoint.replace_graph(GRAPH, QUADS), lambda: endpoint.remove_graph(GRAPH)):
        with pytest.raises(StoreError, match="SAMVERKAN_STORE"):
            write()
