"""What pages tell of the whole graph, worked out once for each published snapshot and kept beside it.

    <snapshot>/overview/figures.json        the rows of `queries/pages/figures.rq`, each by variable
    <snapshot>/overview/ways-of-knowing-en.json

To count all statements takes seconds in a graph of millions, and the answers are short. Where a file is missing the
question is asked: all of it follows from the graph alone.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode

from samverkan import queries
from samverkan.store import Store, Term
from samverkan.store.snapshot import SnapshotStore
from samverkan.writing import write_whole

FOLDER: Final = "overview"
Row: TypeAlias = Mapping[str, str]
# The questions that are kept, and the languages that they are kept in.
_KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "pages/figures": ("",), "pages/example": ("",), "pages/unread": ("",), "ways-of-knowing": ("sv", "en"),
}  # fmt: skip
_KNOWN: WeakKeyDictionary[Store, dict[tuple[str, str], Sequence[Row]]] = WeakKeyDictionary()


def rows(store: Store, name: str, language: str = "") -> Sequence[Row]:
    """The rows of one of these questions over the whole graph; what is unbound is left out of a row."""
    if not isinstance(store, SnapshotStore):
        return _asked(store, name, language)
    known = _KNOWN.setdefault(store, {})
    if (name, language) not in known:
        path = _file(store.snapshot.path, name, language)
        known[name, language] = json.loads(path.read_bytes()) if path.exists() else _asked(store, name, language)
    return known[name, language]


def make(store: SnapshotStore) -> bool:
    """Keep the answers beside a snapshot; whether any was missing."""
    missing = [
        (name, language, path)
        for name, languages in _KEPT.items()
        for language in languages
        if not (path := _file(store.snapshot.path, name, language)).exists()
    ]
    for name, language, path in missing:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, json.dumps(rows(store, name, language), ensure_ascii=False))
    return bool(missing)


def are_kept(snapshot: Path) -> bool:
    """Whether all is kept beside the snapshot in a folder."""
    return all(_file(snapshot, name, each).exists() for name, languages in _KEPT.items() for each in languages)


def _asked(store: Store, name: str, language: str) -> Sequence[Row]:
    found = queries.run(store, name, {"language": language} if language else {})
    return [
        {variable: _words(term) for variable, term in zip(found.variables, row, strict=True) if term is not None}
        for row in found.rows
    ]


def _words(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _file(snapshot: Path, name: str, language: str) -> Path:
    return snapshot / FOLDER / f"{name.rpartition('/')[2]}{f'-{language}' if language else ''}.json"
