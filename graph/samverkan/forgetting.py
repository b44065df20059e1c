"""Writing removals down and taking them back: whom a name means, in which counties, in which spellings."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from samverkan import correcting, judging, removals, removing
from samverkan.errors import NotFound, ParameterError, RemovalError
from samverkan.identity import path_part
from samverkan.ledger import FILE, Ledger
from samverkan.register import Register
from samverkan.removals import Removal, digest_of
from samverkan.settings import Settings
from samverkan.store import Store, live_folder
from samverkan.vocabulary import DCT, RDFS, SKOS
from samverkan.writing import write_whole

ALL: Final = "all"
_UNKNOWN: Final = "-"
_NAMED: Final = f"{{ ?node {RDFS.label} ?other }} UNION {{ ?node {SKOS.altLabel} ?other }}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person that a name means: the code of the county, and every name that the graph has for him or her."""

    county: str
    names: tuple[str, ...]


def people(store: Store, name: str, register: Register, base: str) -> list[Person]:
    """The people in a store whom a name means, at most one a county, with the names of all that were judged one."""
    codes = [*(county.code for county in register.counties), _UNKNOWN]
    asked = {NamedNode(f"{base}person/{code}/{path_part(name)}"): code for code in codes}
    there = dict.fromkeys(node for node, _ in _pairs(store, asked, "?node ?says ?other"))
    kept = {node: node for node in there} | dict(_pairs(store, there, f"?node {DCT.isReplacedBy} ?other"))
    merged = _pairs(store, kept.values(), f"?other {DCT.isReplacedBy} ?node")
    group = {(node, node) for node in kept.values()} | {(stands, node) for stands, node in merged}
    called = _pairs(store, (node for _, node in group), _NAMED)
    return sorted(
        (Person(asked[node], tuple(_names(kept[node], group, called))) for node in there), key=lambda each: each.county
    )


def _names(stands: NamedNode, group: Iterable[tuple[Any, Any]], called: Iterable[tuple[Any, Any]]) -> list[str]:
    """The names of all for whom a person stands: of those that are no longer named in the graph by their paths."""
    one = {node for each, node in group if each == stands}
    by_path = (str(node.value).rpartition("/")[2].replace("_", " ") for node in one)
    return sorted({*by_path, *(name.value for node, name in called if node in one and isinstance(name, Literal))})


def _pairs(store: Store, nodes: Iterable[Any], pattern: str) -> list[tuple[Any, Any]]:
    """What a pattern finds as `?other` for some nodes, each `?node` by itself; patterns that any engine knows."""
    values = " ".join(sorted({str(node) for node in nodes}))
    if not values:
        return []
    rows = store.select(f"SELECT DISTINCT ?node ?other WHERE {{ VALUES ?node {{ {values} }} {pattern} }}").rows
    return [(row[0], row[1]) for row in rows]


def chosen(found: Sequence[Person], name: str, county: str | None) -> tuple[str, list[str]]:
    """The county for which a removal is to hold, empty for all, and the names that are to go.

    `ParameterError` where people of several counties share the name and nobody said which is meant.
    """
    if county is None and len(found) > 1:
        codes = ", ".join(person.county for person in found)
        raise ParameterError(
            f"several people are called {name}, in the counties {codes}: say which is meant by --county CODE, or "
            f"--county {ALL}"
        )
    limit = "" if county in (None, ALL) else str(county)
    of = [person for person in found if not limit or person.county == limit]
    return limit, [name, *(each for person in of for each in person.names)]


def record(
    settings: Settings, names: Sequence[str], county: str, *, who: str, why: str, when: str | None = None
) -> list[Removal]:
    """Write down that names are to be removed; the rows written, one for each that is new.

    The first is the name that was asked for: `RemovalError` where it is no full name or was removed before.
    """
    before = removing.current(settings)
    moment = when or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    key = token_hex(8)
    if there := before.of(names[0], county):
        raise RemovalError(
            f"this name was removed before ({there.key}); `samverkan publish` makes sure that it is gone"
        )
    full = [names[0], *filter(removals.is_full_name, names[1:])]  # other forms, such as `A. Ek`, could mean anybody
    rows = {row.digest: row for row in (removals.removal(name, who, why, county, moment, key) for name in full)}
    known = {(row.digest, row.county) for row in before.rows}
    new = [row for row in rows.values() if (row.digest, row.county) not in known]
    path = removing.file_of(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, removals.written([*before.rows, *new]))
    return new


def undo(settings: Settings, asked: str) -> list[Removal]:
    """Take a removal back, by its key or by the name; its rows. `NotFound` where there is none, or several.

    No document counts as read any more, so that whatever is loaded next is read anew. Only who holds the store may ask.
    """
    before = removing.current(settings)
    digest = digest_of(asked)
    keys = {row.key for row in before.rows if row.key == asked or row.digest == digest}
    if len(keys) != 1:
        raise NotFound(
            "several removals are of this name, give the key"
            if keys
            else "nothing was removed by this name or key; `samverkan remove list` lists removals with their keys"
        )
    gone = [row for row in before.rows if row.key in keys]
    if not settings.store:
        with closing(Ledger(live_folder(settings) / FILE)) as ledger:
            ledger.clear()
    write_whole(removing.file_of(settings), removals.written(row for row in before.rows if row.key not in keys))
    return gone


def left(settings: Settings, store: Store) -> list[str]:
    """Where a removed name still stands, with what to do: in files of our own, which are not published, and in keys of
    documents, which are, since they make their addresses."""
    mentions = removing.current(settings).hider().mentions
    start = f"{settings.base}document/"
    keys = sorted(graph.value.removeprefix(start) for graph in store.graphs() if graph.value.startswith(start))
    named = [
        f"the address of the document {key}: rename its file, load it, and delete this graph"
        for key in keys
        if mentions(key)
    ]
    files = [judging.path(settings), *sorted(correcting.path(settings).glob("*.json"))]
    return named + [
        f"{path}, line {number}: take that entry out, it has no effect any more"
        for path in files
        for number, line in enumerate(_lines(path), 1)
        if mentions(line)
    ]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
