"""What the editor of queries proposes: our prefixes, the classes and properties of the graph, the words of its lists.

All of it is known from the ontology and the vocabulary, so that nothing is counted in the graph, however large it is.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from samverkan import terms, vocabulary
from samverkan.vocabulary import CONCEPTS, PREFIXES, Namespace

# The namespaces of others from which the graph has classes and properties; a term is a class where it begins so.
_OTHERS: Final[tuple[Namespace, ...]] = tuple(
    each
    for each in vars(vocabulary).values()
    if isinstance(each, Namespace) and each not in (vocabulary.SAMV, vocabulary.XSD)
)


def prefixes() -> dict[str, str]:
    """Our prefixes with their namespaces, those of the lists too: `status:present`."""
    schemes = {concept.value.rpartition("/")[0] for words in vocabulary.LISTS.values() for concept in words.values()}
    lists = {scheme.removeprefix(CONCEPTS).replace("-", ""): f"{scheme}/" for scheme in sorted(schemes)}
    return {**PREFIXES, **lists}


@cache
def completions(language: str) -> Mapping[str, Any]:
    """All that is proposed: `prefixes`, and as pairs of IRI and name `classes`, `properties` and `concepts`."""
    book = terms.shipped()
    ours = [(term.iri, term.label.get(language, ""), term.kind == "class") for term in book.terms]
    known = [*ours, *_others()]
    return {
        "prefixes": prefixes(),
        "classes": [(iri, label) for iri, label, is_class in known if is_class],
        "properties": [(iri, label) for iri, label, is_class in known if not is_class],
        "concepts": [(word.iri, word.label.get(language, "")) for each in book.lists for word in each.words],
    }


def _others() -> Iterator[tuple[str, str, bool]]:
    for namespace in _OTHERS:
        for name, node in namespace.terms.items():
            if node != vocabulary.RDF.JSON:  # a datatype
                yield node.value, "", name[0].isupper()
