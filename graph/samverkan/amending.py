"""Making corrections and taking them back: a fact in a store becomes a correction in a file of the folder.

Nothing is written that could not be made: a correction is first tried on the facts of its document.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

from pyoxigraph import NamedNode, Quad

from samverkan import corrections, facts_json, triples
from samverkan.corrections import Act, Correction, Known, in_words, is_single
from samverkan.errors import CorrectionError, NotFound
from samverkan.facts import Facts
from samverkan.facts_graph import document_facts, facts_as_read
from samverkan.identity import path_part
from samverkan.remaking import value_of
from samverkan.revision import revise
from samverkan.store import Store
from samverkan.triples.knowing import fact_nodes
from samverkan.triples.shapes import SHAPES
from samverkan.vocabulary import DCT, KNOWN_BY, SAMV
from samverkan.writing import write_whole

_SHORT = re.compile(r"[0-9a-f]{4,16}")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of a document in a store: what it says by now, and how that is known; `digest` ends its IRI."""

    document: str
    kind: str
    digest: str
    row: Any
    known: Known

    @property
    def name(self) -> str:
        """What it can be called by."""
        return f"{self.document}/{self.digest[:10] or self.kind}"

    @property
    def says(self) -> str:
        """What it says in a line."""
        return in_words(facts_json.row_json(self.row).items())

    @property
    def quote(self) -> str | None:
        """The passage that says it, None where the facts were given without."""
        return self.row.evidence.quote if self.row.evidence else None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in a store: its key, its facts by now and as they were read, its text where there is one."""

    key: str
    node: NamedNode
    facts: Facts
    as_read: Facts
    text: str | None
    ways: Mapping[str, Known]

    def stated(self) -> Iterator[Stated]:
        """Its facts, each with a name; that of the document itself and of what it has one of is their kind."""
        for kind in ("document", "body", "meeting"):
            row = getattr(self.facts, kind)
            if row is not None:
                yield Stated(self.key, kind, "", row, self.ways.get(kind, "read"))
        for shape in SHAPES:
            rows = getattr(self.facts, shape.rows)
            for row, node in zip(rows, fact_nodes(self.node, shape, rows), strict=True):
                digest = node.value.rpartition("/")[2]
                yield Stated(self.key, shape.rows, digest, row, self.ways.get(str(node), "read"))


def paper(store: Store, key: str, base: str) -> Paper:
    """The document with a key; `NotFound` where the store has none."""
    node = triples.document_graph(key, base)
    quads = list(store.quads(node))
    if not quads:
        raise NotFound(f"no document {key!r} is in the graph; `samverkan query documents` lists them")
    return Paper(
        value_of(quads, node, DCT.identifier) or key,
        node,
        document_facts(quads),
        facts_as_read(quads),
        value_of(quads, node, SAMV.text),
        _ways(quads, node),
    )


def _ways(quads: Sequence[Quad], document: NamedNode) -> dict[str, Known]:
    """How each fact is known, by its IRI; what a document has one of also by its kind."""
    words = {str(concept): cast(Known, word) for word, concept in KNOWN_BY.items()}
    ways = {str(each.subject): words[str(each.object)] for each in quads if each.predicate == SAMV.knownBy}
    for kind, node in (
        ("document", document.value), ("body", value_of(quads, document, SAMV.body)),
        ("meeting", value_of(quads, document, SAMV.meeting)),
    ):  # fmt: skip
        if node is not None and f"<{node}>" in ways:
            ways[kind] = ways[f"<{node}>"]
    return ways


def find(store: Store, name: str, base: str) -> tuple[Paper, Stated]:
    """The fact that a name means: its IRI, the name that `Paper.stated` gives or a beginning of that, `KEY/meeting`,
    `KEY/body`, `KEY/document`, or the beginning of its digest alone; `NotFound` where there is none or several."""
    key, _, last = name.removeprefix(f"{base}document/").rpartition("/")
    if key and is_single(last):
        there = paper(store, key, base)
        for each in there.stated():
            if each.kind == last:
                return there, each
        raise NotFound(f"{key} says nothing of its {last}; add it with `samverkan correct add {key} {last} …`")
    if not _SHORT.fullmatch(last):
        raise NotFound(f"{name!r} names no fact; `samverkan correct facts DOCUMENT` lists facts with their names")
    document, _, path = key.rpartition("/")
    key = document if path in {shape.path for shape in SHAPES} else key
    papers = [paper(store, each, base) for each in ([key] if key else _keys(store, last, base))]
    found = [(there, each) for there in papers for each in there.stated() if each.digest.startswith(last)]
    if len(found) != 1:
        many = "several are, give its document too: KEY/NAME" if found else "`samverkan correct facts` lists facts"
        raise NotFound(f"no single fact is called {name!r}: {many}")
    return found[0]


def _keys(store: Store, short: str, base: str) -> list[str]:
    """The keys of the documents that have a fact whose digest begins so."""
    rows = store.select(
        f"SELECT DISTINCT ?document {{ ?fact a {SAMV.Fact} ; {SAMV.inDocument} ?document . "
        f'FILTER ( STRSTARTS(STRAFTER(SUBSTR(STR(?fact), STRLEN(STR(?document)) + 2), "/"), "{short}") ) }} LIMIT 3'
    ).rows
    return [str(row[0].value).removeprefix(f"{base}document/") for row in rows if isinstance(row[0], NamedNode)]


def given(kind: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Values as people type them, each of its type: lists parted by `;`, nothing for none.

    >>> given("assignments", {"assignee": "AU; Ann Ek", "due": ""})
    {'assignee': ['AU', 'Ann Ek'], 'due': None}
    """
    if kind not in facts_json.kinds():
        raise CorrectionError(f"{kind!r} is no kind of fact; use one of {', '.join(facts_json.kinds())}")
    row = facts_json.kinds()[kind]
    hints = get_type_hints(row)
    names = [each.name for each in fields(row) if each.name != "evidence"]
    if unknown := [name for name in words if name not in names]:
        raise CorrectionError(f"{kind} has no {unknown[0]}; it has {', '.join(names)}")
    return {name: _typed(hints[name], name, text.strip()) for name, text in words.items()}


def _typed(hint: Any, name: str, text: str) -> Any:
    kinds = {hint, *get_args(hint)}
    if not text:
        return None
    if any(str(kind).startswith("tuple") for kind in kinds):
        return [part.strip() for part in text.split(";") if part.strip()]
    if kinds & {int, float}:
        try:
            return int(text) if int in kinds else float(text.replace(" ", "").replace("\u00a0", "").replace(",", "."))
        except ValueError:
            raise CorrectionError(f"{name} is {text!r}; it must be a number") from None
    return text


def correction(
    act: Act, key: str, kind: str, row: Mapping[str, Any], *, who: str, why: str, quote: str | None = None,
    to: Mapping[str, Any] | None = None, when: str | None = None,
) -> Correction:  # fmt: skip
    """A correction made now, with values as the facts contract writes them; `CorrectionError` says what is wrong."""
    moment = when or datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    value = {"act": act, "kind": kind, "row": row, "to": to, "quote": quote, "who": who, "when": moment, "why": why}
    return corrections.from_json(key, value, "the correction")


def record(folder: Path, made: Correction, there: Paper) -> Correction:
    """Write a correction to its document's file, if it can be made; the correction as it was written, after all others.

    `CorrectionError` says why it cannot be made; then nothing is written.
    """
    before = corrections.load(folder).of(there.key)
    if before and before[-1].moment >= made.moment:
        later = before[-1].moment + timedelta(milliseconds=1)
        made = replace(made, when=later.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
    revised = revise(there.as_read, corrections.gathered([*before, made]).of(there.key), there.text)
    effect = next(each for each in revised.effects if each.correction == made)
    if effect.problem:
        raise CorrectionError(effect.problem)
    if effect.outcome == "read so" and made.act != "confirm":
        raise CorrectionError(f"{made.says} stands in the graph already; confirm it if it is right")
    path = _file(folder, there.key)
    rows = corrections.load_file(path) if path.exists() else ()
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, corrections.written(there.key, [*rows, made]))
    return made


def undo(folder: Path, key: str) -> Correction:
    """Take the correction with a short name, or a beginning of it, out of its file; the correction."""
    found = [row for row in corrections.load(folder).rows if row.key.startswith(key)] if key else []
    if len(found) != 1:
        raise NotFound(
            f"{'several corrections are' if found else 'no correction is'} called {key!r}; "
            "`samverkan correct list` lists them with their names"
        )
    for path in sorted(folder.glob("*.json")):
        rows = corrections.load_file(path)
        left = [row for row in rows if row != found[0]]
        if len(left) == len(rows):
            continue
        if left:
            write_whole(path, corrections.written(left[0].document, left))
        else:
            path.unlink()
    return found[0]


def _file(folder: Path, key: str) -> Path:
    """The file of a document's corrections: one that there is, else a new one by its key."""
    for path in sorted(folder.glob("*.json")):
        rows = corrections.load_file(path)
        if rows and path_part(rows[0].document) == path_part(key):
            return path
    return folder / f"{path_part(key)}.json"
