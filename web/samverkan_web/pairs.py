"""Pairs that may be one, as the curators' desk shows them: side by side, with what speaks for and against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from samverkan import reviewing
from samverkan.candidates import Candidate, Graph, Kind, Reason, find
from samverkan.judgements import Judgement, pair_key, pair_of
from samverkan.reviewing import Passage
from samverkan.store import Store
from samverkan_web.wording import lazy_gettext

KINDS: Final[Mapping[Kind, str]] = {
    "person": lazy_gettext("Persons"),
    "body": lazy_gettext("Bodies and organisations"),
}
VERDICTS: Final[Mapping[str, str]] = {
    "same": lazy_gettext("The same"),
    "different": lazy_gettext("Not the same"),
    "unsure": lazy_gettext("Cannot be told yet"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: its IRI, its name, other written forms, and what documents say of it."""

    iri: str
    name: str
    forms: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one; the reasons in words (True: speaks for it), and what was judged of them so far."""

    key: str
    one: Side
    other: Side
    reasons: tuple[tuple[bool, str], ...]
    judged: tuple[Judgement, ...]


def kind_of(word: str) -> Kind:
    """The kind of pairs that a word of an address means: of persons, or of bodies and all others."""
    return "person" if word == "person" else "body"


_LOCK: Final = Lock()
_FOUND: WeakKeyDictionary[Store, dict[tuple[Kind, str], Sequence[Candidate]]] = WeakKeyDictionary()


def open_pairs(graph: Graph, kind: Kind) -> Sequence[Candidate]:
    """The pairs that nobody has judged, the likeliest first; looked for once in each published graph."""
    with _LOCK:
        known = _FOUND.setdefault(graph.store, {})
        wanted = (kind, graph.judged.digest)
        if wanted not in known:
            known[wanted] = find(graph, kind)
        return known[wanted]


def pair(graph: Graph, key: str, language: str) -> Pair:
    """A pair by its short name; `NotFound` where there is none."""
    found = next((each for kind in KINDS for each in open_pairs(graph, kind) if each.key == key), None)
    paths = (found.one.path, found.other.path) if found else [each.path for each in reviewing.sides(graph, [key])]
    one, other = reviewing.sides(graph, paths)
    said = reviewing.passages(graph, one.path, other.path)
    forms = {each.path: each.forms for each in (found.one, found.other)} if found else {}
    sides = [
        Side(
            graph.base + each.path, each.name, forms.get(each.path, ()),
            tuple(passage for passage in said if passage.thing == each.path),
        )
        for each in (one, other)
    ]  # fmt: skip
    judged = tuple(row for row in graph.judged.rows if row.pair == pair_of(one.path, other.path))
    return Pair(
        pair_key(pair_of(one.path, other.path)), sides[0], sides[1],
        tuple(_in_words(each, language) for each in found.reasons) if found else (), judged,
    )  # fmt: skip


def _in_words(reason: Reason, language: str) -> tuple[bool, str]:
    return reason.weight >= 0, reason.words(language)
