"""What the pages stand on: a published graph to read, and processes that answer the queries of visitors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from samverkan import queries
from samverkan.store import Rows, Store, Term
from samverkan_web.addresses import Addresses
from samverkan_web.statements import Row, name_of


class Answers(Protocol):
    """Answers the queries of visitors, out of reach of the pages."""


@dataclass(frozen=True)
class Site:
    """A published graph, and who answers visitors' queries on it."""

    store: Store
    addresses: Addresses
    pool: Answers | None = field(default=None)

    def ask(self, name: str, entity: str | None = None, **arguments: str) -> list[Row]:
        """The rows of the query `pages/<name>`, about an entity where it takes one; unbound variables are left out."""
        given = arguments if entity is None else {"entity": entity, **arguments}
        return rows_of(queries.run(self.store, f"pages/{name}", given))

    @cached_property
    def words(self) -> Mapping[tuple[str, str], str]:
        """What the ontology calls a term, by its IRI and a language."""
        return {(row["concept"], row["language"]): row["label"] for row in self.ask("words")}

    def word(self, iri: str | None, language: str) -> str:
        """A term of the ontology in words; its last part where the ontology does not name it, nothing for None."""
        if not iri:
            return ""
        return self.words.get((iri, language)) or name_of(iri).replace("-", " ")

    def kind(self, iri: str) -> str:
        """What kind of entity an IRI stands for, by its path."""
        return self.addresses.kind(iri)


def rows_of(answer: Rows) -> list[Row]:
    """The rows of an answer as texts by variable, without the unbound."""
    return [
        {name: words(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]


def words(term: Term) -> str:
    """A term as text: an IRI, or the words of a literal."""
    return str(getattr(term, "value", term))
