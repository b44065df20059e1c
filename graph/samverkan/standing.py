"""The questions whose whole answer a snapshot keeps: shipped queries with the header `kept`, as the store fills in.

`#+ kept: body` says that the answer over the whole graph is made of the answers for each body. The bodies take the
place of a parameter of that name, or of lines `VALUES ?body { UNDEF }  # key body` where readers do not choose one.
What a second word names may stand there too: `#+ kept: body entity` for seats on bodies and on organisations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from samverkan import queries
from samverkan.errors import QueryError
from samverkan.lookup import CLASSES
from samverkan.queries import Query
from samverkan.store import Term
from samverkan.store.kept import Question
from samverkan.vocabulary import PREFIXES

_LANGUAGES: Final = ("sv", "en")
_OWN_WORDS: Final = "IF(?language"  # in the text of a query that says words that are no names of terms
_ORDER: Final = re.compile(r"^ORDER BY (?P<by>.+)$\s*\Z", re.MULTILINE)
_SELECT: Final = re.compile(r"^SELECT\b", re.MULTILINE)
_VARIABLE: Final = re.compile(r"\?\w+")


@cache
def standing() -> tuple[Question, ...]:
    """The questions that are kept; those that say words of their own in each language."""
    return tuple(question for query in queries.catalogue().values() if query.kept for question in _questions(query))


def _questions(query: Query) -> Iterator[Question]:
    order = tuple(_terms_of_order(query))
    variables = _variables(query.text)
    ready = replace(query, text=_for_keeping(query, variables, [by for by, _ in order]))
    descending = tuple(down for _, down in order)
    for language in _LANGUAGES if _OWN_WORDS in query.text else ("",):
        about = partial(_about, ready, {"language": Literal(language)} if language else {})
        yield Question(query.name, language, _classes(query), variables, descending, about)


def _about(query: Query, spoken: Mapping[str, Term], things: Sequence[NamedNode]) -> str:
    return query.bind({query.kept: things, **spoken})


def _variables(text: str) -> tuple[str, ...]:
    solutions = Store().query(text)
    assert isinstance(solutions, QuerySolutions)
    return tuple(each.value for each in solutions.variables)


def _for_keeping(query: Query, variables: Sequence[str], order: Sequence[str]) -> str:
    """The text of a query that gives the thing first, and the values by which it is ordered last."""
    shown = [f"?{each}" for each in variables]
    hidden = sorted({name for by in (*order, f"?{query.kept}") for name in _VARIABLE.findall(by)} - {*shown})
    columns = [f"(?{query.kept} AS ?thing)", *shown, *(f"({by} AS ?by{number})" for number, by in enumerate(order))]
    inner = _SELECT.sub(lambda found: f"{found[0]} {' '.join(hidden)} ", _ORDER.sub("", query.text), count=1)
    return _SELECT.sub(lambda found: f"SELECT {' '.join(columns)} WHERE {{ {{\n{found[0]}", inner, count=1) + "} }\n"


def _terms_of_order(query: Query) -> Iterator[tuple[str, bool]]:
    """The terms of the last line of a query, each with whether it runs from the last value to the first.

    >>> list(_terms_of_order(replace(queries.query("documents"), text="ORDER BY DESC(BOUND(?date)) STR(?date) ?label")))
    [('BOUND(?date)', True), ('STR(?date)', False), ('?label', False)]
    """
    found = _ORDER.search(query.text)
    if not found:
        raise QueryError(f"{query.name}: a question that is kept ends with a line ORDER BY")
    depth = start = 0
    line = found["by"].strip() + " "
    for place, letter in enumerate(line):
        depth += (letter == "(") - (letter == ")")
        if letter == " " and depth == 0:
            term, start = line[start:place], place + 1
            yield (term[5:-1], True) if term.startswith("DESC(") else (term, False)


def _classes(query: Query) -> frozenset[NamedNode]:
    """The classes of the things by which an answer is kept."""
    types = {each.name: each.type for each in query.parameters}
    kind = query.kept_of or types.get(query.kept, query.kept)
    names = (each.split(":") for each in CLASSES[kind])
    return frozenset(NamedNode(PREFIXES[prefix] + local) for prefix, local in names)
