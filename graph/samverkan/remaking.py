"""Making the graph of a document again from the store alone: from the facts in it, as they were read.

Judgements and corrections change what is said of a document without its being read anew; its file is not needed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from samverkan import triples
from samverkan.corrections import Corrections
from samverkan.errors import FactsError, StoreError
from samverkan.facts import Facts
from samverkan.facts_graph import facts_as_read
from samverkan.judgements import Judgements
from samverkan.register import Register
from samverkan.revision import revise
from samverkan.store import Store
from samverkan.vocabulary import DCT, PROV, SAMV, SCHEMA

Without: TypeAlias = Callable[[Facts, str | None], tuple[Facts, str | None]]


def made_again(
    store: Store,
    document: NamedNode,
    register: Register,
    judged: Judgements,
    base: str,
    corrections: Corrections | None = None,
    without: Without | None = None,
) -> bool:
    """Make the graph of a document again; whether that changed it. Without `corrections` those in the store hold.

    `without` takes out of facts and text what is to be removed. `StoreError` where its graph cannot be made into facts.
    """
    before = list(store.quads(document))
    if corrections is None:
        corrections = triples.corrections_of(store.quads(triples.corrections_graph(base)))
    key = value_of(before, document, DCT.identifier) or document.value.removeprefix(f"{base}document/")
    text = value_of(before, document, SAMV.text)
    try:
        read = facts_as_read(before)
        if without is not None:
            read, text = without(read, text)
        revised = revise(read, corrections.of(key), text)
        made = list(
            triples.document_quads(
                revised.facts,
                key=key,
                text=text,
                digest=value_of(before, document, SAMV.contentHash),
                register=register,
                base=base,
                judgements=judged,
                revision=revised,
                version=_version(before, document),
            )
        )
    except FactsError as error:
        raise StoreError(f"{document.value} cannot be made again, load it again: {error}") from None
    if set(before) == set(made):
        return False
    store.replace_graph(document, made)
    return True


def value_of(quads: Iterable[Quad], subject: object, predicate: NamedNode) -> str | None:
    """The first value that quads give a property, None where there is none."""
    return next(
        (each.value for each in _objects(quads, subject, predicate) if isinstance(each, Literal | NamedNode)), None
    )


def _version(quads: Iterable[Quad], document: NamedNode) -> str:
    """The version of the reader that read the document."""
    (reader,) = _objects(quads, document, PROV.wasAttributedTo)
    return value_of(quads, reader, SCHEMA.softwareVersion) or ""


def _objects(quads: Iterable[Quad], subject: object, predicate: NamedNode) -> Iterator[object]:
    return (quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate)
