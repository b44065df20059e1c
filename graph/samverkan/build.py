"""The whole road, counted: files in, one named graph a document in the store, a report of what was read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from pyoxigraph import NamedNode, Quad

from samverkan import facts_json, reading, sources, triples
from samverkan.errors import SamverkanError, SourceError
from samverkan.facts import Facts
from samverkan.reading.layout import Ignored
from samverkan.register import Register, shipped
from samverkan.settings import Settings
from samverkan.store import Store

TEXT_ENDINGS = (".txt",)
FACTS_ENDING = ".json"

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
    """A document that was read: its facts, its text and hash where there is one, and what was passed over."""

    key: str
    facts: Facts
    text: str | None = None
    digest: str | None = None
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one document; `reason` where it failed."""

    path: Path
    outcome: Outcome
    read: Read | None = None
    reason: str | None = None

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
        facts = facts_json.loads(_bytes(document.facts, max_bytes), str(document.facts))
        return Read(document.key, facts, source.text if source else None, source.digest if source else None)
    assert source is not None
    result = reading.read(source.text, register)
    return Read(document.key, result.facts, source.text, source.digest, result.ignored)


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
) -> list[Loaded]:
    """Load documents, each as one transaction; one that fails is reported and never stops the others.

    The register and the ontology are brought up to date first. `progress` is told of each document as it is done.
    """
    register = shipped()
    prepare(store, settings, register)
    done = []
    for document in documents:
        outcome = _load(document, store, settings, register)
        progress(outcome)
        done.append(outcome)
    return done


def prepare(store: Store, settings: Settings, register: Register) -> None:
    """Put the register and the ontology into the store, or bring them up to date."""
    for quads in (triples.register_quads(register, settings.base), triples.ontology_quads()):
        every = list(quads)
        graph = every[0].graph_name
        assert isinstance(graph, NamedNode)
        put(store, graph, every)


def _load(document: Input, store: Store, settings: Settings, register: Register) -> Loaded:
    try:
        what = read(document, register, settings.max_bytes)
        quads = list(
            triples.document_quads(
                what.facts, key=what.key, text=what.text, digest=what.digest, register=register, base=settings.base
            )
        )
        outcome = put(store, triples.document_graph(what.key, settings.base), quads)
    except SamverkanError as error:
        return Loaded(document.path, "failed", reason=str(error))
    return Loaded(document.path, outcome, what)


def put(store: Store, graph: NamedNode, quads: list[Quad]) -> Outcome:
    """Make a graph hold exactly these quads, and tell what that changed; equal quads are not written again."""
    before = set(store.quads(graph))
    if before == set(quads):
        return "unchanged"
    store.replace_graph(graph, quads)
    return "changed" if before else "new"
