"""The graph for programs and notebooks: what `samverkan.open()` gives.

Answers come as plain rows, as a frame of pandas, as a graph of rdflib or as one of networkx; nothing of the inside is
needed to work with them.
"""

import io
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from samverkan import network, queries
from samverkan.export import graphs
from samverkan.lookup import resolve
from samverkan.publish import published
from samverkan.settings import from_environment
from samverkan.store import Rows, Store, Term
from samverkan.store.public import PublicEndpoint

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

Row = dict[str, str | None]
"""One row of an answer: the words of each column, None where nothing is said."""
Value = str | Sequence[str]


class Graph:
    """A published graph that is open for reading; a context manager, which lets go of it at its end."""

    def __init__(self, where: str | Path | None, language: str) -> None:
        self._language = language
        self._stack = ExitStack()
        self._store: Store
        if isinstance(where, str) and where.startswith(("http://", "https://")):
            self._store = PublicEndpoint(where)
            return
        settings = from_environment()
        if where is not None:
            settings = replace(settings, data=Path(where), store="")
        self._store = self._stack.enter_context(published(settings))

    def questions(self) -> dict[str, str]:
        """The shipped questions: the name of each with its title."""
        return {name: each.title[self._language] for name, each in queries.catalogue().items()}

    def query(self, name: str, **arguments: Value) -> list[Row]:
        """The answer to a shipped question, a row of words each.

        Arguments are words as people write them: `query("who-sits-on", body="Centralt samverkansorgan")`.
        `NotFound` and `ParameterError` say which names there are.
        """
        asked = queries.query(name)
        if any(each.name == "language" for each in asked.parameters):
            arguments.setdefault("language", self._language)
        found = queries.cells(asked, queries.run(self._store, name, arguments))
        return [{column: cell.text for column, cell in zip(asked.columns, row, strict=True)} for row in found]

    def select(self, sparql: str) -> list[Row]:
        """The answer to a SELECT query of one's own: IRIs and values as texts."""
        found = self._store.select(sparql)
        return [dict(zip(found.variables, map(_text, row), strict=True)) for row in found.rows]

    def frame(self, asked: str, **arguments: Value) -> "pandas.DataFrame":
        """The answer to a shipped question, or to a SELECT query, as a frame (`pip install samverkan[frames]`)."""
        import pandas

        if asked in queries.catalogue():
            return pandas.DataFrame(self.query(asked, **arguments), columns=list(queries.query(asked).columns))
        found: Rows = self._store.select(asked)
        return pandas.DataFrame([[_text(term) for term in row] for row in found.rows], columns=list(found.variables))

    def rdflib(self, thing: str | None = None) -> "rdflib.Graph":
        """What is known of a thing, by name or IRI, as a graph of rdflib; all that there is where none is named."""
        import rdflib

        out = io.BytesIO()
        if thing is None:
            graphs.write_all(self._store, "nt", out)
        else:
            node: Any = resolve(self._store, "entity", thing)
            graphs.write_entity(self._store, node, "nt", out)
        return rdflib.Graph().parse(data=out.getvalue(), format="nt")

    def networkx(self, kind: str = "people", body: str | None = None) -> "networkx.Graph":
        """A network (`people`, `bodies`, `representation`) as a graph of networkx, around a body where one is named.

        Nodes are IRIs with a `label` and a `kind`; edges have a `weight`, which is how often or how much.
        """
        import networkx

        about = _text(resolve(self._store, "body", body)) if body else None
        found = network.build(self._store, kind, about)
        made = networkx.Graph()
        for node in found.nodes.values():
            made.add_node(node.iri, label=node.label, kind=node.kind)
        for edge in found.edges:
            made.add_edge(edge.source, edge.target, weight=edge.weight)
        return made

    def close(self) -> None:
        """Let go of the graph."""
        self._stack.close()

    def __enter__(self) -> Self:
        """The graph itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the graph."""
        self.close()


def _text(term: Term | None) -> str | None:
    return None if term is None else str(getattr(term, "value", term))
