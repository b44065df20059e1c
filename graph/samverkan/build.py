"""The whole road, counted: files in, one named graph a document in the store, a report of what was read."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pyoxigraph import NamedNode, Quad

from samverkan import correcting, facts_json, facts_popolo, judging, reading, sources, triples
from samverkan.corrections import Corrections
from samverkan.errors import SamverkanError, SourceError
from samverkan.facts import Facts
from samverkan.judgements import Judgements
from samverkan.reading.layout import Ignored
from samverkan.register import Register, shipped
from samverkan.revision import revise
from samverkan.settings import Settings
from samverkan.store import Store

TEXT_ENDINGS = sources.ENDINGS
FACTS_ENDING = ".json"

# So many documents are given to an executor ahead of the one whose turn it is; no more wait in memory.
_AHEAD = 16

Outcome = Literal["new", "changed", "unchanged", "failed"]


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


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one document; `reason` where it failed, `problems` the corrections of it that found nothing."""

    path: Path
    outcome: Outcome
    read: Read | None = None
    reason: str | None = None
    problems: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many rows of each kind were read."""
        if self.read is None:
            return {}
        facts = self.read.facts
        return {kind: len(getattr(facts, kind)) for kind in ROW_KINDS}


ROW_KINDS = tuple(each.name for each in fields(Facts) if each.name not in ("document", "body", "meeting"))


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


def read(document: Input, register: Register, max_bytes: int) -> Read:
    """Read a document: its facts as they stand in its JSON, else as the rules read them from its text."""
    source = sources.read(document.text, max_bytes) if document.text else None
    if document.facts is not None:
        data = _bytes(document.facts, max_bytes)
        value = facts_json.decoded(data, str(document.facts))
        if facts_popolo.is_popolo(value):
            listed = facts_popolo.from_json(value, str(document.facts), document.key)
            return Read(document.key, listed.facts, listed.text, sha256(data).hexdigest(), unread=listed.unread)
        facts = facts_json.from_json(value, str(document.facts))
        if source is None:
            return Read(document.key, facts)
        return Read(document.key, facts, source.text, source.digest, unread=source.unread)
    assert source is not None
    result = reading.read(source.text, register)
    return Read(document.key, result.facts, source.text, source.digest, result.ignored, source.unread)


def readings(
    documents: Iterable[Input], max_bytes: int, executor: Executor | None = None
) -> Iterator[tuple[Input, Read | SamverkanError]]:
    """Each document with what was read of it, or with what went wrong, in the order given.

    With an executor documents are read at the same time, in its processes, a few ahead of the one whose turn it is.
    """
    if executor is None:
        for document in documents:
            yield document, _outcome(document, lambda each=document: _read(each, max_bytes))  # type: ignore[misc]
        return
    waiting: deque[tuple[Input, Future[Read] | BrokenExecutor]] = deque()
    for document in documents:
        waiting.append((document, _submitted(executor, document, max_bytes)))
        if len(waiting) >= _AHEAD:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _submitted(executor: Executor, document: Input, max_bytes: int) -> Future[Read] | BrokenExecutor:
    try:
        return executor.submit(_read, document, max_bytes)
    except BrokenExecutor as error:
        return error


def _result(document: Input, done: Future[Read] | BrokenExecutor) -> tuple[Input, Read | SamverkanError]:
    def result() -> Read:
        if isinstance(done, BrokenExecutor):
            raise done
        return done.result()

    return document, _outcome(document, result)


def _read(document: Input, max_bytes: int) -> Read:
    """Read a document with the shipped register; a function that a worker process can be given."""
    return read(document, shipped(), max_bytes)


def _outcome(document: Input, result: Callable[[], Read]) -> Read | SamverkanError:
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


def load(
    documents: Iterable[Input],
    store: Store,
    settings: Settings,
    *,
    progress: Callable[[Loaded], None] = lambda _: None,
    executor: Executor | None = None,
) -> list[Loaded]:
    """Load documents, each as one transaction; one that fails is reported and never stops the others.

    Register, ontology and what judgements and corrections say of documents loaded before are brought up to date first.
    `progress` is told of each document as it is done.
    Documents are read by `executor` (its processes; `samverkan.jobs.Workers` survives crashes), else here; the store
    is written here only, in the order of the documents.
    """
    register = shipped()
    judged, corrected = prepare(store, settings, register)
    done = []
    for document, what in readings(documents, settings.max_bytes, executor):
        outcome = _load(document, what, store, settings, register, judged, corrected)
        progress(outcome)
        done.append(outcome)
    return done


def prepare(store: Store, settings: Settings, register: Register) -> tuple[Judgements, Corrections]:
    """Put register, ontology, judgements and corrections into the store, or bring them up to date; the last two."""
    judged, corrected = judging.current(settings, register), correcting.current(settings)
    for quads in (triples.register_quads(register, settings.base), triples.ontology_quads()):
        every = list(quads)
        graph = every[0].graph_name
        assert isinstance(graph, NamedNode)
        put(store, graph, every)
    judging.update(store, register, judged, settings.base)
    correcting.update(store, register, judged, corrected, settings.base)
    return judged, corrected


def _load(
    document: Input,
    what: Read | SamverkanError,
    store: Store,
    settings: Settings,
    register: Register,
    judged: Judgements,
    corrected: Corrections,
) -> Loaded:
    if isinstance(what, SamverkanError):
        return Loaded(document.path, "failed", reason=str(what))
    try:
        revised = revise(what.facts, corrected.of(what.key), what.text)
        quads = list(
            triples.document_quads(
                revised.facts,
                key=what.key,
                text=what.text,
                digest=what.digest,
                register=register,
                base=settings.base,
                judgements=judged,
                revision=revised,
            )
        )
        outcome = put(store, triples.document_graph(what.key, settings.base), quads)
    except SamverkanError as error:
        return Loaded(document.path, "failed", reason=str(error))
    return Loaded(document.path, outcome, what, problems=revised.problems)


def put(store: Store, graph: NamedNode, quads: list[Quad]) -> Outcome:
    """Make a graph hold exactly these quads, and tell what that changed; equal quads are not written again."""
    before = set(store.quads(graph))
    if before == set(quads):
        return "unchanged"
    store.replace_graph(graph, quads)
    return "changed" if before else "new"
