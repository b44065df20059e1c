"""What the pages stand on: a published graph to read, and processes that answer the queries of visitors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from samverkan import queries
from samverkan.store import Rows, Store, Term
from samverkan.store.answers import Answers
from samverkan.store.index import TextIndex
from samverkan_web.addresses import Addresses
from samverkan_web.evidence import Row, name_of
from samverkan_web.published import index_of, version_of


@dataclass(frozen=True)
class Site:
    """A published graph, and who answers visitors' queries on it.

    `current` gives the graph as it is published at this moment; a page asks it again for each of its queries.
    """

    current: Callable[[], Store]
    addresses: Addresses
    pool: Answers
    most_rows: int = 10_000  # of the answer to a visitor's query

    @property
    def store(self) -> Store:
        """The published graph at this moment."""
        return self.current()

    @property
    def version(self) -> str | None:
        """Which state of the graph is published at this moment; None where that cannot be told, of a remote store."""
        return version_of(self.store)

    @property
    def index(self) -> TextIndex | None:
        """The full-text index of what is published at this moment; None for a remote store."""
        return index_of(self.store)

    @property
    def finder(self) -> TextIndex | None:
        """The index, if things, statements and texts can be found in it."""
        index = self.index
        return index if index and index.finds else None

    def ask(self, name: str, entity: str | None = None, **arguments: str | Sequence[str]) -> list[Row]:
        """The rows of the query `pages/<name>`, about an entity where it takes one; unbound variables are left out."""
        given = arguments if entity is None else {"entity": entity, **arguments}
        return rows_of(queries.run(self.store, f"pages/{name}", given))

    def word(self, iri: str | None, language: str) -> str:
        """A term of the ontology in words; its last part where the ontology does not name it, nothing for None."""
        if not iri:
            return ""
        return _words(self.store).get((iri, language)) or name_of(iri).replace("-", " ")

    def kind(self, iri: str) -> str:
        """What kind of entity an IRI stands for, by its path."""
        return self.addresses.kind(iri)


_WORDS: WeakKeyDictionary[Store, Mapping[tuple[str, str], str]] = WeakKeyDictionary()


def _words(store: Store) -> Mapping[tuple[str, str], str]:
    """What the ontology in a store calls each term, by its IRI and a language; read once from each store."""
    found = _WORDS.get(store)
    if found is None:
        rows = rows_of(queries.run(store, "pages/words"))
        found = _WORDS[store] = {(row["concept"], row["language"]): row["label"] for row in rows}
    return found


def rows_of(answer: Rows) -> list[Row]:
    """The rows of an answer as texts by variable, without the unbound."""
    return [
        {name: words(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]


def words(term: Term) -> str:
    """A term as text: an IRI, or the words of a literal."""
    return str(getattr(term, "value", term))
