"""What engines behind a SPARQL endpoint do in their own ways: their addresses, and what must be heeded with them.

An engine is known by what it says of itself in the header `Server`. One that is not known here is taken by the
standard's word, and its addresses by the settings.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from samverkan.store import virtuoso
from samverkan.store.connection import Body, Stream
from samverkan.store.guard import Form


class Addresses(NamedTuple):
    """Where a store is asked, where updates go, and where whole graphs are put; empty for what there is not."""

    query: str
    update: str
    graph_store: str


def _as_it_is(body: Body, kind: Form, most: Callable[[], int | None]) -> Stream:  # noqa: ARG001
    return body


def _no_other_words(query: str, status: int, text: str) -> Exception | None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine's ways.

    `ends` are the ends of its addresses for queries, updates and graphs, by which one leads to the others. `own` are
    graphs of the engine itself, of which nobody asked. `mended` is an answer as the standard has it, given the answer,
    the form of the query and what tells the most rows that the engine gives. `refusal` is what a status of 400 or more
    means, where that is not what it says.
    """

    name: str
    exact: bool = True  # whether it gives what the standard says to queries like ours
    ends: Addresses = Addresses("", "", "")
    graph_parameter: str = "graph"
    digest: bool = False  # how it wants to be told who asks; else by Basic authentication
    own: frozenset[str] = frozenset()
    describing: str = ""  # what stands before DESCRIBE, on its line
    largest_update: tuple[int, int] = (0, 0)  # triples and letters up to which a graph is rather updated than put
    head: bytes = b""  # what must stand before the triples of a graph that is put, which is Turtle then
    quads: bool = False  # whether its Graph Store takes quads of many graphs at once
    cut_header: str = ""  # the header that says after how many rows it cut a table
    cut_probe: str = ""  # the query of which it will say so
    mended: Callable[[Body, Form, Callable[[], int | None]], Stream] = field(default=_as_it_is)
    refusal: Callable[[str, int, str], Exception | None] = field(default=_no_other_words)

    def addresses(self, query: str, update: str = "", graph_store: str = "") -> Addresses:
        """The addresses that the settings name, and those that follow from them.

        >>> OXIGRAPH.addresses("http://localhost:7878/query").update
        'http://localhost:7878/update'
        """
        stem = query.removesuffix(self.ends.query)
        known = self.ends.query and stem != query
        return Addresses(
            query,
            update or (stem + self.ends.update if known else query),
            graph_store or (stem + self.ends.graph_store if known else ""),
        )


PLAIN: Final = Engine("a SPARQL 1.1 endpoint")
OXIGRAPH: Final = Engine("Oxigraph", ends=Addresses("/query", "/update", "/store"), quads=True)
VIRTUOSO: Final = Engine(
    "Virtuoso",
    exact=False,
    ends=Addresses("/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
    graph_parameter="graph-uri",
    digest=True,
    own=virtuoso.OWN_GRAPHS,
    describing=virtuoso.DESCRIBING,
    largest_update=virtuoso.LARGEST_UPDATE,
    head=virtuoso.HEAD,
    cut_header=virtuoso.CUT,
    cut_probe=virtuoso.PROBE,
    mended=virtuoso.mended,
    refusal=virtuoso.refusal,
)


def engine_of(server: str) -> Engine:
    """The engine that calls itself so in the header `Server`.

    >>> engine_of("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu").name
    'Virtuoso'
    """
    for engine in (OXIGRAPH, VIRTUOSO):
        if server.lower().startswith(engine.name.lower()):
            return engine
    return PLAIN
