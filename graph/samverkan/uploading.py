"""Documents that curators upload: kept aside, shown as they would be read, and loaded only when somebody says so.

What was kept aside for more than a day is thrown away. A loaded document is recorded in the graph of the writes, as all
graphs that curators write are, and can be taken back by its name.
"""

import json
import re
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from samverkan import build, curating, dumping, explain, reading, removing, sources, triples
from samverkan.build import Input
from samverkan.curating import Write
from samverkan.errors import NotFound, SamverkanError, SourceError
from samverkan.facts import Facts
from samverkan.jobs import Workers
from samverkan.ledger import FILE, Ledger
from samverkan.publish import live, renew
from samverkan.register import shipped
from samverkan.settings import Settings, from_environment
from samverkan.sources.formats import ENDINGS
from samverkan.store import Store, live_folder

FOLDER: Final = "uploads"  # in the folder of the graph: the documents that were loaded, as they came
_WAITING: Final = "waiting"  # in it: those that nobody has decided on
_DAY: Final = 86_400.0
_SECONDS: Final = 60  # for reading one document
_KEY: Final = re.compile(r"[0-9a-f]{16}")
_MOST_LETTERS: Final = 120  # of a name


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it would be read: `counts` of facts by kind, its lines, and what of the file never became text."""

    name: str
    counts: Mapping[str, int]
    lines: tuple[explain.Line, ...]
    unread: tuple[str, ...]


def keep(settings: Settings, name: str, content: bytes) -> str:
    """Keep a file aside until somebody decides on it; its key. `SourceError` for a name that no document has."""
    clean = _clean(name)
    waiting = _waiting(settings)
    waiting.mkdir(parents=True, exist_ok=True)
    for each in waiting.iterdir():
        if each.stat().st_mtime < time.time() - _DAY:
            shutil.rmtree(each, ignore_errors=True)
    key = token_hex(8)
    (waiting / key).mkdir(mode=0o700)
    (waiting / key / clean).write_bytes(content)
    return key


def discard(settings: Settings, key: str) -> None:
    """Throw away what was kept aside."""
    shutil.rmtree(kept(settings, key).parent)


def kept(settings: Settings, key: str) -> Path:
    """The file that was kept aside under a key; `NotFound` where there is none any more."""
    folder = _waiting(settings) / key
    found = list(folder.iterdir()) if _KEY.fullmatch(key) and folder.is_dir() else []
    if not found:
        raise NotFound("this upload is no longer kept: upload the document again")
    return found[0]


def preview(path: Path, settings: Settings) -> Preview:
    """How a file would be read; `SourceError` where it cannot be."""
    with Workers(1, seconds=_SECONDS) as workers:
        document = Input(path.stem, text=path)
        return workers.submit(_read, document, settings).result()


def _read(document: Input, settings: Settings) -> Preview:
    """Read a document: a function that a worker process can be given."""
    assert document.text is not None
    register = shipped()
    source = sources.read(document.text, settings.max_bytes)
    read = reading.read(source.text, register)
    facts, text, _ = removing.without(read.facts, source.text, removing.current(settings), register)
    shown = tuple(explain.lines(replace(source, text=text or ""), facts, read.ignored))
    return Preview(document.text.name, _counts(facts), shown, source.unread)


def _counts(facts: Facts) -> dict[str, int]:
    values = ((each.name, getattr(facts, each.name)) for each in fields(Facts))
    return {name: len(value) if isinstance(value, tuple) else 1 for name, value in values if value}


def is_there(store: Store, name: str, base: str) -> bool:
    """Whether a store has a document of a name, with or without the ending of a file."""
    return any(True for _ in store.quads(triples.document_graph(Path(name).stem, base)))


def load(path: Path, settings: Settings, *, who: str, why: str) -> str:
    """Load a file that was kept aside, record who did and why, and publish; the key of the document.

    `SourceError` where it cannot be read, or where the graph has a document of that name: that would be lost.
    """
    document = Input(path.stem, text=path)
    graph = triples.document_graph(document.key, settings.base)
    with live(settings) as store:
        if is_there(store, path.name, settings.base):
            raise SourceError(
                f"a document called {document.key} is in the graph already; take that back, or rename this"
            )
        with Workers(1, seconds=_SECONDS) as workers, closing(Ledger(live_folder(settings) / FILE)) as ledger:
            loaded = build.load([document], store, settings, executor=workers, ledger=ledger)[0]
        if loaded.outcome == "failed":
            raise SourceError(loaded.reason)
        curating.note(store, Write("put", graph.value, who, why), settings.base)
        snapshot = renew(store, settings)
    if snapshot:
        dumping.dump_if_small(settings, snapshot.quads)
    path.replace(settings.data / FOLDER / path.name)
    shutil.rmtree(path.parent, ignore_errors=True)
    return document.key


def take_back(settings: Settings, key: str, *, who: str, why: str) -> None:
    """Take a document that was uploaded out of the graph again, record who did and why, and publish."""
    graph = triples.document_graph(key, settings.base)
    files = [
        each
        for each in (settings.data / FOLDER).glob("*.*")
        if triples.document_graph(each.stem, settings.base) == graph
    ]
    if not files:
        raise NotFound(f"no document called {key!r} was uploaded; `samverkan load` tells how others came")
    curating.write(Write("remove", graph.value, who, why), settings)
    for each in files:
        each.unlink()


def _clean(name: str) -> str:
    """The name of a file without folders and signs that a name cannot have.

    >>> _clean("C:\\\\Protokoll\\\\Möte 2021-09-07.PDF")
    'Möte 2021-09-07.pdf'
    """
    last = re.split(r"[/\\]", name)[-1]
    stem, _, ending = last.rpartition(".")
    stem = re.sub(r"[^\w .,()+-]", "-", stem).strip(" .-_")[:_MOST_LETTERS]
    if not stem or f".{ending.lower()}" not in ENDINGS:
        raise SourceError(f"{last[:_MOST_LETTERS]!r} is no document: give a file ending in {', '.join(ENDINGS)}")
    return f"{stem}.{ending.lower()}"


def _waiting(settings: Settings) -> Path:
    return settings.data / FOLDER / _WAITING


def main() -> None:
    """Do what standard input asks for by a line of JSON: `preview`, `load` or `take_back`; what came of it as JSON.

    A process of its own: whatever is in a file, the site to which it was sent goes on.
    """
    act, (key,), more = json.loads(sys.stdin.readline())
    settings = from_environment()
    said: dict[str, Any] = {}
    try:
        if act == "take_back":
            take_back(settings, key, **more)
        elif act == "load":
            said = {"document": load(kept(settings, key), settings, **more)}
        else:
            said = asdict(preview(kept(settings, key), settings))
    except SamverkanError as error:
        folder = f"{_waiting(settings) / key}/"
        said = {"error": type(error).__name__, "message": str(error).replace(folder, "")}
    print(json.dumps(said))  # noqa: T201


if __name__ == "__main__":
    main()
