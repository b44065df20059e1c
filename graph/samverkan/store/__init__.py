"""Where the graph is kept: one narrow protocol, an embedded store and a remote one that pass the same tests."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: the names of its variables and its rows, where an unbound variable is None.

    The rows are an iterator that can be read once; reading it may raise `QueryTimeout` or `StoreError`.
    """

    variables: tuple[str, ...]
    rows: Iterator[Sequence[Term | None]]


class Store(Protocol):
    """What the rest of the system may ask of a store.

    Queries see the union of the named graphs as their default graph. A query that cannot be read is a `QueryError` with line and column,
    a store that does not answer a `StoreError`.
    """

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query."""

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query."""

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of `graph`, in the place of what the graph held; all or nothing."""

    def remove_graph(self, graph: NamedNode) -> None:
        """Forget a graph."""

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""

    def close(self) -> None:
        """Let go of files, processes and connections."""
