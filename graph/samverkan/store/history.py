"""What each publication changed: facts that came and went, documents, and who came to sit on a body or left it.

    published/history/<version>.json     one publication, written once and never changed
    published/history/<version>.coming   one that is about to take place, or was stopped as it did

It is worked out from the triples by which a snapshot differs from the former one, so it costs what changed. What is
coming is told as soon as its snapshot is the current one, so that no publication stays untold, and none is told that
never was.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Triple

from samverkan.errors import StoreError
from samverkan.store.filling import Filled
from samverkan.store.snapshot import current_version
from samverkan.vocabulary import DCT, OPENGOV, ORG, RDF, RDFS, SAMV
from samverkan.writing import write_whole

FOLDER: Final = "history"
_TOLD: Final = ".json"
_COMING: Final = ".coming"
MOST: Final = 5_000  # changes that one publication tells one by one; all are counted

Act: TypeAlias = Literal["added", "withdrawn"]

_DEFAULT: Final = DefaultGraph()
# Whom or what a fact is about, in the order in which a reader wants it; then its own words.
_ABOUT: Final = (
    SAMV.person, ORG.member, SAMV.assignee, SAMV.mentions, RDF.subject, SAMV.body, ORG.organization, RDF.object,
    SAMV.meeting,
)  # fmt: skip
_WORDS: Final = (SAMV.number, DCT.title, DCT.description)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with its name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that came or went: its class (the last part), what it says in words, and which things it is about."""

    act: Act
    fact: str
    kind: str
    words: str
    document: Thing
    about: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A person who now sits on a body by some document, or no longer by any."""

    act: Act
    person: Thing
    body: Thing
    organisation: Thing | None


@dataclass(frozen=True, slots=True)
class Publication:
    """What one publication changed; `before` is the version before it, empty for the first.

    `counts` has the number of facts that came and went by kind; `changes` are the first `MOST` of them.
    """

    version: str
    published: str
    before: str
    documents: Mapping[str, tuple[Thing, ...]]
    counts: Mapping[str, tuple[int, int]]
    seats: tuple[Seat, ...]
    changes: tuple[Change, ...]


def compared(
    before: pyoxigraph.Store, after: pyoxigraph.Store, filled: Filled
) -> tuple[list[NamedNode], list[NamedNode]]:
    """The facts that went and those that came between two snapshots' engines."""
    if filled.gone is not None and filled.new is not None:
        return _facts(filled.gone), _facts(filled.new)
    return list(_missing(before, after)), list(_missing(after, before))


def _facts(triples: Iterable[Triple]) -> list[NamedNode]:
    facts = {each.subject for each in triples if each.predicate == RDF.type and each.object == SAMV.Fact}
    return sorted((each for each in facts if isinstance(each, NamedNode)), key=lambda node: node.value)


def _missing(one: pyoxigraph.Store, other: pyoxigraph.Store) -> Iterator[NamedNode]:
    """The facts of one engine that the other does not have."""
    for quad in one.quads_for_pattern(None, RDF.type, SAMV.Fact, _DEFAULT):
        if isinstance(quad.subject, NamedNode) and quad not in other:
            yield quad.subject


def publication(
    version: str, published: str, before: str, engines: tuple[pyoxigraph.Store, pyoxigraph.Store], filled: Filled
) -> Publication:
    """What changed between the engines of the former snapshot and of the new one."""
    former, now = engines
    gone, new = compared(former, now, filled)
    came, went = _Engine(now), _Engine(former)
    counts: Counter[tuple[str, Act]] = Counter()
    changes: list[Change] = []
    seats: list[Seat] = []
    acts: tuple[tuple[Act, list[NamedNode], _Engine, _Engine], ...] = (
        ("withdrawn", gone, went, came),
        ("added", new, came, went),
    )
    for act, facts, engine, other in acts:
        for fact in facts:
            kind = engine.kind(fact)
            counts[kind, act] += 1
            if len(changes) < MOST:
                changes.append(engine.change(act, fact, kind))
            seat = engine.seat(act, fact) if kind == "Membership" else None
            if seat and not other.sits(seat) and seat not in seats:
                seats.append(seat)
    kinds = sorted({kind for kind, _ in counts})
    return Publication(
        version,
        published,
        before,
        _documents(gone, new, came, went),
        {kind: (counts[kind, "added"], counts[kind, "withdrawn"]) for kind in kinds},
        tuple(seats),
        tuple(changes),
    )


def _documents(
    gone: list[NamedNode], new: list[NamedNode], came: "_Engine", went: "_Engine"
) -> Mapping[str, tuple[Thing, ...]]:
    """The documents that came, changed and went."""
    found: dict[str, dict[Thing, None]] = {"added": {}, "changed": {}, "withdrawn": {}}
    for facts, engine in ((new, came), (gone, went)):
        for fact in facts:
            document = engine.document(fact)
            here, there = came.holds(document.iri), went.holds(document.iri)
            found["changed" if here and there else "added" if here else "withdrawn"].setdefault(document)
    return {name: tuple(each) for name, each in found.items()}


@dataclass(frozen=True, slots=True)
class _Engine:
    """What an engine says of a fact."""

    engine: pyoxigraph.Store

    def values(self, node: NamedNode, name: NamedNode) -> list[Any]:
        return [quad.object for quad in self.engine.quads_for_pattern(node, name, None, _DEFAULT)]

    def thing(self, node: NamedNode) -> Thing:
        labels = [each for each in self.values(node, RDFS.label) if not each.language]
        return Thing(node.value, min((each.value for each in labels), default=node.value.rpartition("/")[2]))

    def things(self, fact: NamedNode, names: Iterable[NamedNode]) -> Iterator[Thing]:
        for name in names:
            yield from (self.thing(each) for each in self.values(fact, name) if isinstance(each, NamedNode))

    def kind(self, fact: NamedNode) -> str:
        """The class of a fact, but for `Fact` itself."""
        names = (each.value.rpartition("#")[2] for each in self.values(fact, RDF.type))
        return next((name for name in sorted(names, reverse=True) if name not in ("Fact", "Statement")), "Fact")

    def document(self, fact: NamedNode) -> Thing:
        return next(self.things(fact, (SAMV.inDocument,)), Thing("", ""))

    def holds(self, document: str) -> bool:
        """Whether a document is in the graph."""
        return bool(document) and bool(self.values(NamedNode(document), RDF.type))

    def change(self, act: Act, fact: NamedNode, kind: str) -> Change:
        about = tuple(dict.fromkeys(self.things(fact, _ABOUT)))
        words = [each.value for name in _WORDS for each in self.values(fact, name)]
        told = " – ".join([*(each.label for each in about), *words])
        return Change(act, fact.value, kind, told, self.document(fact), about)

    def seat(self, act: Act, fact: NamedNode) -> Seat | None:
        person = next(self.things(fact, (ORG.member,)), None)
        body = next(self.things(fact, (ORG.organization,)), None)
        behalf = next(self.things(fact, (OPENGOV.onBehalfOf,)), None)
        return Seat(act, person, body, behalf) if person and body else None

    def sits(self, seat: Seat) -> bool:
        """Whether any document says that this person sits on this body."""
        seats = self.engine.quads_for_pattern(None, ORG.member, NamedNode(seat.person.iri), _DEFAULT)
        body = NamedNode(seat.body.iri)
        return any(
            body in self.values(each.subject, ORG.organization) for each in seats if isinstance(each.subject, NamedNode)
        )


def without(made: Publication, is_removed: Callable[[str], bool]) -> Publication:
    """A publication that does not tell of those who were removed; how many facts came and went stays.

    `is_removed` tells whether a text, or an IRI, has the name of one of them.
    """

    def gone(*things: Thing | None) -> bool:
        return any(is_removed(each.label) or is_removed(each.iri) for each in things if each)

    return replace(
        made,
        documents={
            act: tuple(replace(each, label=each.iri.rpartition("/")[2]) if gone(each) else each for each in found)
            for act, found in made.documents.items()
        },
        seats=tuple(each for each in made.seats if not gone(each.person, each.body, each.organisation)),
        changes=tuple(
            each for each in made.changes if not is_removed(each.words) and not gone(each.document, *each.about)
        ),
    )


def forget(folder: Path, is_removed: Callable[[str], bool]) -> None:
    """Take those who were removed out of all that is kept of earlier publications."""
    for version in versions(folder):
        kept = read(folder, version)
        if kept is not None and (made := without(kept, is_removed)) != kept:
            write(folder, made)


def announce(folder: Path, made: Publication) -> None:
    """Keep what a publication changes in the folder of snapshots, before it takes place."""
    write(folder, made, _COMING)


def settle(folder: Path) -> None:
    """Keep for good what was announced and took place, drop what did not; for who publishes, and alone."""
    current = _current(folder)
    for path in (folder / FOLDER).glob(f"*{_COMING}*"):
        told = path.with_suffix(_TOLD)
        if path.stem == current and not told.exists():
            path.rename(told)
        else:
            path.unlink()


def write(folder: Path, made: Publication, ending: str = _TOLD) -> None:
    """Keep what a publication changed in the folder of snapshots."""
    (folder / FOLDER).mkdir(exist_ok=True)
    said = json.dumps(asdict(made), ensure_ascii=False, indent=1)
    write_whole(folder / FOLDER / f"{made.version}{ending}", said)


def _current(folder: Path) -> str:
    try:
        return current_version(folder)
    except StoreError:
        return ""


def versions(folder: Path) -> list[str]:
    """The publications of which it is known what they changed, the newest first."""
    return sorted(_files(folder), reverse=True)


def _files(folder: Path) -> dict[str, Path]:
    """The file of each publication that took place."""
    coming = folder / FOLDER / f"{_current(folder)}{_COMING}"
    found = {coming.stem: coming} if coming.exists() else {}
    return found | {path.stem: path for path in (folder / FOLDER).glob(f"*{_TOLD}")}


def read(folder: Path, version: str) -> Publication | None:
    """What a publication changed, None where that is not known."""
    path = _files(folder).get(version)
    if path is None:
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:  # it was settled meanwhile
        text = path.with_suffix(_TOLD).read_text(encoding="utf-8")
    said = json.loads(text)
    return Publication(
        said["version"],
        said["published"],
        said["before"],
        {name: tuple(Thing(**each) for each in found) for name, found in said["documents"].items()},
        {kind: (added, withdrawn) for kind, (added, withdrawn) in said["counts"].items()},
        tuple(_seat(each) for each in said["seats"]),
        tuple(_change(each) for each in said["changes"]),
    )


def _seat(said: dict[str, Any]) -> Seat:
    behalf = said["organisation"]
    return Seat(said["act"], Thing(**said["person"]), Thing(**said["body"]), Thing(**behalf) if behalf else None)


def _change(said: dict[str, Any]) -> Change:
    about = tuple(Thing(**each) for each in said.pop("about"))
    return Change(**{**said, "document": Thing(**said["document"])}, about=about)
