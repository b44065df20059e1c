"""Questions about many things at once, some hundreds of them at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode

from samverkan import queries
from samverkan.store import Store, Term

_AT_ONCE = 400  # terms in one question


def asked(store: Store, name: str, parameter: str, iris: Iterable[str]) -> Iterator[Sequence[Term | None]]:
    """The rows of a query about many things."""
    query = queries.query(name)
    remaining = iter(iris)
    while batch := [NamedNode(iri) for iri in islice(remaining, _AT_ONCE)]:
        yield from store.select(query.bind({parameter: batch})).rows


def words(term: Term | None) -> str:
    """The IRI or the text of a term, empty where there is none."""
    return term.value if isinstance(term, NamedNode | Literal) else ""
