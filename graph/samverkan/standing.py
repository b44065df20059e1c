"""The questions whose whole answer a snapshot keeps: shipped queries with the header `kept`, as the store fills in.

`#+ kept: body` says that the answer over the whole graph is made of the answers for each body. The bodies take the
place of a parameter of that name, or of lines `VALUES ?body { UNDEF }  # key body` where readers do not choose one.
Further words name the types of what may stand there: `#+ kept: body entity` for seats on bodies and on organisations.

`#+ added: document` says that numbers over the whole graph are those of each document, added up: all that is counted in
groups that begin `{  # added up`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from samverkan import queries, query_files
from samverkan.errors import QueryError
from samverkan.lookup import CLASSES
from samverkan.queries import Query
from samverkan.store.kept import OWN, Kept, Question
from samverkan.store.sums import Sum
from samverkan.vocabulary import PREFIXES, XSD

_OWN_WORDS: Final = re.compile(r'IF\(\?language = "en", (?P<en>"[^"]*"|\?en), (?P<sv>"[^"]*"|\?sv)\)')
_IN_BOTH: Final = re.compile(r'"(?P<sv>[^"]*)" "(?P<en>[^"]*)" \)')  # a row that ends with `?sv ?en`
_ORDER: Final = re.compile(r"^ORDER BY (?P<by>.+)$\s*\Z", re.MULTILINE)
_SELECT: Final = re.compile(r"^SELECT\b", re.MULTILINE)
_AGGREGATE: Final = re.compile(r"\b(MIN|MAX|COUNT|SUM)\(")  # must be worked out where rows are grouped
_VARIABLE: Final = re.compile(r"\?\w+")


@cache
def standing() -> tuple[Kept, ...]:
    """What is kept: the rows of questions, and what is added up for others."""
    shipped = {**queries.catalogue(), **{f"pages/{name}": query for name, query in queries.pages().items()}}
    rows = (_question(name, query) for name, query in shipped.items() if query.kept)
    return (*rows, *chain.from_iterable(_sums(name, query) for name, query in shipped.items() if query.added))


def _sums(name: str, query: Query) -> Iterator[Sum]:
    """What is added up for a query."""
    for number, text in enumerate(query_files.added_up(query.text)):
        grouped = _GROUPED.search(text)
        groups = tuple(grouped["by"].replace("?", "").split()) if grouped else ()
        numbers = _variables(_with_prefixes(query.text, text))[len(groups) :]
        classes = _classes(query, query.added)
        yield Sum(f"{name}/{number}", query.added, classes, groups, numbers, partial(_adding, query, number))


def _adding(query: Query, number: int, things: Sequence[NamedNode]) -> str:
    """A part of a query that is added up, about some things, which it gives first."""
    text = query_files.added_up(query.bind({query.added: things}))[number]
    key = f"?{query.added}"
    grouped = _GROUPED.sub(f"GROUP BY {key} \\g<by>", text) if _GROUPED.search(text) else f"{text}GROUP BY {key}\n"
    return _with_prefixes(query.text, _FIRST_SELECT.sub(f"SELECT {key}", grouped, count=1))


def _with_prefixes(whole: str, part: str) -> str:
    return "".join(f"{line}\n" for line in whole.splitlines() if line.startswith("PREFIX ")) + part


_FIRST_SELECT: Final = re.compile(r"\bSELECT\b")
_GROUPED: Final = re.compile(r"^ *GROUP BY (?P<by>.+)$\s*\Z", re.MULTILINE)


def _question(name: str, query: Query) -> Question:
    order = tuple(_terms_of_order(query))
    variables = _variables(query.text)
    own = {each["sv"].strip('"'): each["en"].strip('"') for each in _OWN_WORDS.finditer(query.text)}
    if "?sv" in own:
        own = {each["sv"]: each["en"] for each in _IN_BOTH.finditer(query.text)}
    text = _for_keeping(query, variables, [by for by, _ in order])
    ready = replace(query, text=_also_at_last(text, {parameter for parameter, _ in query.since}))
    return Question(
        name,
        query.kept,
        _classes(query, query.kept),
        variables,
        tuple(down for _, down in order),
        query.narrowed,
        query.since,
        own,
        lambda things: ready.bind({query.kept: things}),
    )


def _variables(text: str) -> tuple[str, ...]:
    solutions = Store().query(text)
    assert isinstance(solutions, QuerySolutions)
    return tuple(each.value for each in solutions.variables)


def _for_keeping(query: Query, variables: Sequence[str], order: Sequence[str]) -> str:
    """The text of a query that gives the thing first, and the values by which rows are ordered and chosen last.

    Words that it says itself are marked as such by their language.
    """
    shown = [f"?{each}" for each in variables]
    values = {f"?by{number}": by for number, by in enumerate(order)}
    chosen = [*(each.column for each in query.narrowed), *(column for _, column in query.since)]
    values |= {f"?at{number}": _column(each) for number, each in enumerate(chosen)}
    inside = {name: value for name, value in values.items() if _AGGREGATE.search(value)}
    outside = {name: value for name, value in values.items() if name not in inside}
    hidden = sorted({*_VARIABLE.findall(" ".join([*outside.values(), f"?{query.kept}"]))} - {*shown})
    hidden += [f"({value} AS {name})" for name, value in inside.items()]
    told = [name if name in inside else f"({value} AS {name})" for name, value in values.items()]
    columns = [f"(?{query.kept} AS ?thing)", *shown, *told]
    text = _OWN_WORDS.sub(lambda found: f'STRLANG({found["sv"]}, "{OWN}")', _ORDER.sub("", query.text))
    inner = _SELECT.sub(lambda found: f"{found[0]} {' '.join(hidden)} ", text, count=1)
    return _SELECT.sub(lambda found: f"SELECT {' '.join(columns)} WHERE {{ {{\n{found[0]}", inner, count=1) + "} }\n"


def _also_at_last(text: str, parameters: Collection[str]) -> str:
    """The text of a query that is asked without some days and with the last one: so it gives all rows there may be."""
    return _WITHOUT.sub(
        lambda found: found[0].replace("UNDEF", f"UNDEF {_LAST}") if found["name"] in parameters else found[0], text
    )


_WITHOUT: Final = re.compile(r"VALUES \?\w+ \{ UNDEF \}  # parameter (?P<name>\w+)$", re.MULTILINE)
_LAST: Final = Literal("9999-12-31", datatype=XSD.date)


def _column(name: str) -> str:
    return name if "(" in name else f"?{name}"


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


def _classes(query: Query, key: str) -> frozenset[NamedNode]:
    """The classes of the things by which an answer is kept or added up."""
    types = {each.name: each.type for each in query.parameters}
    kinds = query.kept_of.split() or [types.get(key, key)]
    names = (name.split(":") for kind in kinds for name in CLASSES[kind])
    return frozenset(NamedNode(PREFIXES[prefix] + local) for prefix, local in names)
