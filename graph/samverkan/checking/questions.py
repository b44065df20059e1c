"""The checks of `queries/checks`: every row is an offence."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from samverkan import queries
from samverkan.checking.findings import Finding, Value
from samverkan.store import Store


def offences(store: Store) -> Iterator[Finding]:
    """The rows of all checks, check by check, the gravest first.

    A variable whose name ends in `fact` or `Fact` holds a statement: its passage is a source of the offence.
    """
    for asked in sorted(queries.checks().values(), key=lambda asked: (queries.LEVELS.index(asked.level), asked.name)):
        yield from _of(store, asked)


def _of(store: Store, asked: queries.Query) -> Iterator[Finding]:
    answer = queries.run(store, f"checks/{asked.name}")
    places = [place for place, name in enumerate(answer.variables) if name.lower().endswith("fact")]
    rows = list(answer.rows)
    told = queries.cells(asked, type(answer)(answer.variables, iter(rows)))
    labels = {name: {language: asked.label(name, language) for language in ("sv", "en")} for name in asked.columns}
    for row, cells in zip(rows, told, strict=True):
        named = list(zip(asked.columns, cells, strict=True))
        nodes = [cell.term for _, cell in named if isinstance(cell.term, NamedNode)]
        yield Finding(
            check=asked.name,
            level=asked.level,
            title=asked.title,
            values=tuple(
                Value(name, labels[name], cell.text, cell.term if isinstance(cell.term, NamedNode) else None)
                for name, cell in named
                if cell.text
            ),
            focus=nodes[0] if nodes else None,
            facts=tuple(dict.fromkeys(term for place in places if isinstance(term := row[place], NamedNode))),
        )
