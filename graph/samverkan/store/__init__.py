"""Where the graph is kept: one narrow protocol, an embedded store and a remote one that pass the same tests.

oxigraph.py   the embedded store          snapshot.py   published, read-only copies of it
remote.py     any SPARQL 1.1 endpoint     pool.py       an outsider's query, in a process that can be killed
guard.py      what an outsider may ask    formats.py    the forms in which answers and graphs are written
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from samverkan.settings import Settings

if TYPE_CHECKING:
    from samverkan.store.remote import RemoteStore

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

    Everything that is kept lies in a named graph; queries see the union of the named graphs as their default graph.
    A query that cannot be read is a `QueryError` with line and column, a store that does not answer a `StoreError`.
    """

    def select(self, query: str) -> Rows:
        """The rows of a SELECT query."""

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once."""

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of `graph`, in the place of what the graph held; all or nothing, never seen half done."""

    def add_graphs(self, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        """Add graphs that hold nothing yet, fast: each all or nothing, also where the process is killed meanwhile."""

    def remove_graph(self, graph: NamedNode) -> None:
        """Forget a graph; one that is not there is forgotten already."""

    def bulk_load(self, quads: Iterable[Quad]) -> None:
        """Add many quads of named graphs, fast. A remote store that is stopped midway may have some of them."""

    def graphs(self) -> Iterator[NamedNode]:
        """The named graphs that hold something."""

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads of the named graphs, or those of one, as of one moment, whatever is written meanwhile."""

    def flush(self) -> None:
        """See to it that what was written survives a power cut; the end of the process it survives in any case."""

    def close(self) -> None:
        """Let go of files, processes and connections; the store can no longer be used."""


def live_folder(settings: Settings) -> Path:
    """The folder of the embedded store that is written to."""
    return settings.data / "live"


def published_folder(settings: Settings) -> Path:
    """The folder of the published snapshots."""
    return settings.data / "published"


def open_live(settings: Settings) -> Store:
    """The store that is written to: the remote one where the settings name it, else the embedded one."""
    if settings.store:
        return _remote(settings)
    from samverkan.store.oxigraph import OxigraphStore

    return OxigraphStore(live_folder(settings))


def reads_directly(settings: Settings) -> bool:
    """Whether readers ask the remote store itself; else they are given published snapshots, as of the embedded one.

    Where the settings leave that open, the engine is asked who it is: one that is known to answer queries like ours
    otherwise than the standard says is not asked them.
    """
    if not settings.store:
        return False
    if settings.read:
        return settings.read == "store"
    with closing(_remote(settings)) as store:
        return store.engine.exact


def _remote(settings: Settings) -> "RemoteStore":
    from samverkan.store.remote import RemoteStore

    return RemoteStore(
        settings.store,
        settings.update,
        graph_store_url=settings.graph_store,
        user=settings.store_user,
        password=settings.store_password,
    )
