"""The whole road, counted: files in, one named graph a document in the store, a report of what was read."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, fields
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final, Literal

from pyoxigraph import NamedNode, Quad

import samverkan
from samverkan import originals, preparing, removing, triples
from samverkan.documents import Input, Read, begun, in_turn, inputs, read, readings
from samverkan.errors import SamverkanError
from samverkan.facts import Facts
from samverkan.judgements import Judgements
from samverkan.ledger import Counts, Ledger, Note
from samverkan.register import shipped
from samverkan.removals import Removals
from samverkan.resources import folder
from samverkan.revision import revise
from samverkan.settings import Settings
from samverkan.store import Store

__all__ = [
    "Input", "Loaded", "Outcome", "Read", "inputs", "load", "loading", "read", "readings",
]  # fmt: skip

# Documents wait until so much has come together or so long: many are written much faster at once than one by one.
_QUADS: Final = 50_000
_SECONDS: Final = 2.0

Outcome = preparing.Outcome | Literal["failed"]
ROW_KINDS = tuple(each.name for each in fields(Facts) if each.name not in ("document", "body", "meeting"))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one document: how many rows of each kind it holds, and what was `read` if it had to be.

    `reason` says why it failed, `problems` which of its corrections found nothing.
    """

    path: Path
    outcome: Outcome
    counts: Counts = field(default_factory=dict)
    read: Read | None = None
    reason: str | None = None
    problems: tuple[str, ...] = ()


def load(
    documents: Iterable[Input],
    store: Store,
    settings: Settings,
    *,
    executor: Executor | None = None,
    ledger: Ledger | None = None,
) -> list[Loaded]:
    """Load documents and tell what became of each; see `loading`."""
    return list(loading(documents, store, settings, executor=executor, ledger=ledger))


def loading(
    documents: Iterable[Input],
    store: Store,
    settings: Settings,
    *,
    executor: Executor | None = None,
    ahead: int = 16,
    ledger: Ledger | None = None,
) -> Iterator[Loaded]:
    """Load documents, each wholly or not at all; one that fails is reported and never stops the others.

    Register, ontology and what judgements and corrections say of documents loaded before are brought up to date first.
    Each document is told of, in the order given, once it is in the store for good. Documents are read by `executor`
    (its processes; `samverkan.jobs.Workers` survives crashes), so many `ahead`, else here; the store is written here.
    With the `ledger` of the store a document that has not changed since it was loaded is not read again.
    """
    road = _Road(store, settings, ledger)
    work = ((each, road.begun(each, executor)) for each in documents)
    waiting: dict[NamedNode, _Made] = {}
    quads, began = 0, time.monotonic()
    for document, what in in_turn(work, ahead):
        late = quads >= _QUADS or time.monotonic() - began > _SECONDS
        if late or road.graph(document) in waiting:  # two names of files may be one name of a graph
            yield from road.written(waiting.values())
            waiting, quads, began = {}, 0, time.monotonic()
        made = road.made(document, what)
        waiting[made.graph] = made
        quads += len(made.quads)
    yield from road.written(waiting.values())


@dataclass(frozen=True, slots=True)
class _Made:
    """A document on its way into the store, with its text's file; `made_from` digests all that it was made from."""

    loaded: Loaded
    graph: NamedNode
    file: Path | None = None
    quads: Sequence[Quad] = ()
    made_from: str | None = None


class _Road:
    """The way of documents into one store."""

    def __init__(self, store: Store, settings: Settings, ledger: Ledger | None) -> None:
        self._store, self._settings, self._ledger = store, settings, ledger
        self._register = shipped()
        self._judged, self._corrected = preparing.prepare(store, settings, self._register)
        self._removed = removing.current(settings)
        self._ground = _ground(self._judged, self._removed, settings) if ledger else ""
        self._made_from: dict[NamedNode, str] = {}

    def begun(self, document: Input, executor: Executor | None) -> Callable[[], Read | Counts]:
        """What gives the document as it was read; how much it holds where it need not be read again."""
        if self._ledger:
            graph = self.graph(document)
            made_from = self._made_from[graph] = self._digest(document)
            known = self._ledger.counts(graph.value, made_from)
            if known is not None:
                return lambda: known
        return begun(document, self._settings.max_bytes, executor, self._removed)

    def made(self, document: Input, what: Read | Counts | SamverkanError) -> _Made:
        """The graph of a document, with what is to be done with it."""
        graph = self.graph(document)
        made_from = self._made_from.pop(graph, None)
        if isinstance(what, SamverkanError):
            return _Made(Loaded(document.path, "failed", reason=str(what)), graph)
        if not isinstance(what, Read):
            return _Made(Loaded(document.path, "unchanged", what), graph, document.text)
        try:
            revised = revise(what.facts, self._corrected.of(what.key), what.text)
            quads = list(
                triples.document_quads(
                    revised.facts,
                    key=what.key,
                    text=what.text,
                    digest=what.digest,
                    register=self._register,
                    base=self._settings.base,
                    judgements=self._judged,
                    revision=revised,
                )
            )
            outcome = preparing.outcome(self._store, graph, quads)
        except SamverkanError as error:
            return _Made(Loaded(document.path, "failed", reason=str(error)), graph)
        counts = {kind: len(getattr(what.facts, kind)) for kind in ROW_KINDS}
        loaded = Loaded(document.path, outcome, counts, what, problems=revised.problems)
        made_from = None if revised.problems else made_from  # problems are to be told again
        return _Made(loaded, graph, document.text, quads, made_from)

    def written(self, documents: Collection[_Made]) -> list[Loaded]:
        """Write documents, and tell of them once they are in the store for good."""
        changed = [each for each in documents if each.loaded.outcome in ("new", "changed")]
        if self._ledger:
            self._ledger.forget(each.graph.value for each in changed)
        refused = _write(changed, self._store)
        notes = [
            Note(each.graph.value, each.made_from, each.loaded.counts)
            for each in documents
            if each.made_from and each.graph not in refused
        ]
        if changed or notes:
            self._store.flush()
        if self._ledger:
            self._ledger.note(notes)
        for each in documents:
            if each.loaded.outcome != "failed" and each.graph not in refused:
                originals.keep(self._settings, self._store, each.graph, each.file)
        return [
            Loaded(each.loaded.path, "failed", reason=refused[each.graph]) if each.graph in refused else each.loaded
            for each in documents
        ]

    def graph(self, document: Input) -> NamedNode:
        """The graph of a document."""
        return triples.document_graph(document.key, self._settings.base)

    def _digest(self, document: Input) -> str:
        """A digest of a document's files and of all else that its graph is made from."""
        digest = sha256(self._ground.encode())
        for path in (document.text, document.facts):
            digest.update(_digest(path) if path else b"-")
        digest.update(" ".join(row.key for row in self._corrected.of(document.key)).encode())
        return digest.hexdigest()


def _write(documents: Sequence[_Made], store: Store) -> dict[NamedNode, str]:
    """Write new documents together, changed ones one by one; why the store refused some, by their graphs."""
    refused = {}
    one_by_one = [each for each in documents if each.loaded.outcome == "changed"]
    new = [each for each in documents if each.loaded.outcome == "new"]
    try:
        store.add_graphs({each.graph: each.quads for each in new})
    except SamverkanError:  # find out which
        one_by_one += new
    for each in one_by_one:
        try:
            store.replace_graph(each.graph, each.quads)
        except SamverkanError as error:
            refused[each.graph] = str(error)
    return refused


def _digest(path: Path) -> bytes:
    """A digest of a file; that of nothing where it cannot be read, which whoever reads it will tell."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return b"?"


def _ground(judged: Judgements, removed: Removals, settings: Settings) -> str:
    """A digest of what all documents are made with: the program, the register, judgements, removals and settings."""
    package = Path(samverkan.__file__).parent
    digest = sha256(f"{samverkan.__version__} {judged.digest} {settings.base} {settings.max_bytes}".encode())
    digest.update(removed.digest.encode())
    for path in sorted([*package.rglob("*.py"), *folder("data/register").glob("*.csv")]):
        digest.update(_digest(path))
    return digest.hexdigest()
