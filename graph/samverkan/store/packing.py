"""Terms as short texts, for tables beside the engine: the first letter tells what a term is."""

from collections.abc import Callable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from samverkan.store import Term
from samverkan.vocabulary import XSD

_UNBOUND: Final = float("-inf")  # before all other values, as SPARQL orders them
_NUMBERS: Final = frozenset({XSD.integer, XSD.decimal})


def packed(term: Term | None) -> str | None:
    """A term as a short text.

    >>> packed(Literal("Lund")), packed(Literal("närvarande", language="sv"))
    ('"Lund', '@sv närvarande')
    """
    match term:
        case Literal():
            if term.language:
                return f"@{term.language} {term.value}"
            return f'"{term.value}' if term.datatype == XSD.string else f"^{term.datatype.value} {term.value}"
        case NamedNode():
            return f"<{term.value}"
        case _:
            return None


def unpacked(text: str) -> Term:
    """The term that a short text stands for."""
    return _FORMS[text[0]](text[1:])


def rank(term: Term | None) -> float | str:
    """A value that SQLite orders among its like as SPARQL orders terms: unbound, IRIs, literals; numbers by size."""
    match term:
        case Literal():
            if term.datatype in _NUMBERS:
                return float(term.value)
            if term.datatype == XSD.boolean:
                return float(term.value == "true")
            return f"\x02{term.value}"
        case NamedNode():
            return f"\x01{term.value}"
        case _:
            return _UNBOUND


def _typed(text: str) -> Literal:
    datatype, _, value = text.partition(" ")
    return Literal(value, datatype=NamedNode(datatype))


def _spoken(text: str) -> Literal:
    language, _, value = text.partition(" ")
    return Literal(value, language=language)


_FORMS: Final[Mapping[str, Callable[[str], Term]]] = {"<": NamedNode, '"': Literal, "^": _typed, "@": _spoken}
