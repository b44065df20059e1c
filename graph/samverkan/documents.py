"""The files that documents come in: which there are, and what is read of each, here or by workers."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from samverkan import facts_json, facts_popolo, reading, sources
from samverkan.errors import SamverkanError, SourceError
from samverkan.facts import Facts
from samverkan.hiding import hidden
from samverkan.reading.layout import Ignored
from samverkan.register import Register, shipped
from samverkan.removals import NONE, Removals
from samverkan.removing import without

TEXT_ENDINGS = sources.ENDINGS
FACTS_ENDING = ".json"
T = TypeVar("T")

# So many documents are given to an executor ahead of the one whose turn it is; no more wait in memory.
_AHEAD = 16


@dataclass(frozen=True, slots=True)
class Input:
    """A document to load: its text, its facts as JSON, or both (then the facts count, the text stands beside them)."""

    key: str
    text: Path | None = None
    facts: Path | None = None

    @property
    def path(self) -> Path:
        """The file that says what the document says."""
        path = self.facts or self.text
        assert path is not None
        return path


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: its facts, its text and hash where there is one, and what was passed over.

    `ignored` are passages of the text, `unread` what of the file never became text.
    """

    key: str
    facts: Facts
    text: str | None = None
    digest: str | None = None
    ignored: tuple[Ignored, ...] = ()
    unread: tuple[str, ...] = ()


def inputs(paths: Iterable[Path]) -> list[Input]:
    """The documents that files and folders hold, in the order of their keys.

    A folder is searched with its subfolders for texts and facts. Two files of one name are one document where one is
    its text and the other its facts; else a `SourceError` names both, since a document is known by its file's name.
    """
    found: dict[str, Input] = {}
    for path in _files(paths):
        field = "facts" if path.suffix.lower() == FACTS_ENDING else "text"
        before = found.get(path.stem, Input(path.stem))
        same = getattr(before, field)
        if same is not None and same.resolve() != path.resolve():
            raise SourceError(f"two documents are called {path.stem}: {same} and {path}; rename one of them")
        found[path.stem] = Input(
            path.stem,
            text=path if field == "text" else before.text,
            facts=path if field == "facts" else before.facts,
        )
    return [found[key] for key in sorted(found)]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            endings = (*TEXT_ENDINGS, FACTS_ENDING)
            files = sorted(each for each in path.rglob("*") if each.suffix.lower() in endings and each.is_file())
            if not files:
                raise SourceError(
                    f"{path}: no documents in this folder; looked for {', '.join('*' + e for e in endings)}"
                )
            yield from files
        elif path.exists():
            yield path
        else:
            raise SourceError(f"{path}: no such file or folder")


def read(document: Input, register: Register, max_bytes: int, removed: Removals = NONE) -> Read:
    """Read a document: its facts as they stand in its JSON, else as the rules read them from its text.

    What it says of people who were `removed` is hidden, in facts and text.
    """
    made = _as_it_stands(document, register, max_bytes)
    facts, text, passages = without(made.facts, made.text, removed, register)
    blank = tuple(Ignored(each.start, each.end, each.reason) for each in passages)
    return replace(made, facts=facts, text=text, ignored=made.ignored + blank)


def _as_it_stands(document: Input, register: Register, max_bytes: int) -> Read:
    source = sources.read(document.text, max_bytes) if document.text else None
    if document.facts is not None:
        data = _bytes(document.facts, max_bytes)
        value = facts_json.decoded(data, str(document.facts))
        if facts_popolo.is_popolo(value):
            listed = facts_popolo.from_json(value, str(document.facts), document.key)
            return Read(document.key, listed.facts, listed.text, sha256(data).hexdigest(), unread=listed.unread)
        facts = hidden(facts_json.from_json(value, str(document.facts)), source.text if source else None)
        if source is None:
            return Read(document.key, facts)
        return Read(document.key, facts, source.text, source.digest, _hidden_in(source), source.unread)
    assert source is not None
    result = reading.read(source.text, register)
    return Read(
        document.key, result.facts, source.text, source.digest, result.ignored + _hidden_in(source), source.unread
    )


def _hidden_in(source: sources.Source) -> tuple[Ignored, ...]:
    """The passages of a text that are private, as those that were passed over."""
    return tuple(Ignored(each.start, each.end, each.reason) for each in source.hidden)


def readings(
    documents: Iterable[Input], max_bytes: int, executor: Executor | None = None, removed: Removals = NONE
) -> Iterator[tuple[Input, Read | SamverkanError]]:
    """Each document with what was read of it, or with what went wrong, in the order given.

    With an executor documents are read at the same time, in its processes, a few ahead of the one whose turn it is.
    """
    return in_turn((each, begun(each, max_bytes, executor, removed)) for each in documents)


def in_turn(
    work: Iterable[tuple[Input, Callable[[], T]]], ahead: int = _AHEAD
) -> Iterator[tuple[Input, T | SamverkanError]]:
    """Each document with what its work gives, or with what went wrong, in the order given.

    So many are begun `ahead` of the one whose turn it is; no more wait in memory.
    """
    waiting: deque[tuple[Input, Callable[[], T]]] = deque()
    for each in work:
        waiting.append(each)
        if len(waiting) >= ahead:
            document, result = waiting.popleft()
            yield document, _outcome(document, result)
    for document, result in waiting:
        yield document, _outcome(document, result)


def begun(
    document: Input, max_bytes: int, executor: Executor | None = None, removed: Removals = NONE
) -> Callable[[], Read]:
    """What gives a document as it was read: by an executor from now on, else here once it is asked for."""
    if executor is None:
        return lambda: _read(document, max_bytes, removed)
    try:
        return executor.submit(_read, document, max_bytes, removed).result
    except BrokenExecutor as error:
        return _failing(error)


def _failing(error: BrokenExecutor) -> Callable[[], Read]:
    def result() -> Read:
        raise error

    return result


def _read(document: Input, max_bytes: int, removed: Removals) -> Read:
    """Read a document with the shipped register; a function that a worker process can be given."""
    return read(document, shipped(), max_bytes, removed)


def _outcome(document: Input, result: Callable[[], T]) -> T | SamverkanError:
    """What was read, or the reason why not; a fault of the reader's own costs this document only."""
    try:
        return result()
    except SamverkanError as error:
        return error
    except BrokenExecutor:
        return SourceError(
            f"{document.path}: reading it crashed, or took too much time or memory; save it anew, split it, or give "
            "its text as .txt"
        )
    except Exception as error:  # noqa: BLE001  a fault of ours, told with its document, must not stop the others
        return SourceError(
            f"{document.path}: the reader failed on it ({type(error).__name__}: {error}); please report this"
        )


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise SourceError(
                f"{path}: {size:,} bytes is more than the limit of {max_bytes:,} (setting SAMVERKAN_MAX_BYTES)"
            )
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from None
