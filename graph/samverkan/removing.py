"""Bringing a store up to date with removals: documents that name who is to be forgotten are made again without.

They are made from the facts in their own graphs; their files are not needed. Judgements and corrections lose the name
too. A graph remembers what the store was made with, and is written last: stopped midway, the rest is done next time. It
holds a digest of all rows, from which nobody can learn a name. What a removal took does not come back with its undo:
the documents must be loaded again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from samverkan import corrections, judgements, removals, triples
from samverkan.corrections import Correction, Corrections
from samverkan.errors import StoreError
from samverkan.facts import Facts
from samverkan.hiding import hidden
from samverkan.identity import county_of, index_of
from samverkan.judgements import Judgement, Judgements
from samverkan.privacy import Hidden
from samverkan.register import Register
from samverkan.remaking import made_again
from samverkan.removals import Hider, Removals
from samverkan.resources import folder, lasting
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.triples.literals import literal
from samverkan.vocabulary import RDFS, SAMV


def path(settings: Settings) -> Path:
    """The file of the removals: the one that the settings name, else the one in `data/`."""
    return Path(settings.removals) if settings.removals else folder("data") / "removals.csv"


def file_of(settings: Settings) -> Path:
    """The file that removals are written to; `SettingError` where it lies in the installed package."""
    return lasting(path(settings), "SAMVERKAN_REMOVALS")


def current(settings: Settings) -> Removals:
    """The removals as they stand in their file now; `RemovalError` names what cannot be used."""
    return removals.load(path(settings))


def removals_graph(base: str) -> NamedNode:
    """The named graph that remembers which removals a store was made with."""
    return NamedNode(f"{base}removals")


def without(
    facts: Facts, text: str | None, removed: Removals, register: Register
) -> tuple[Facts, str | None, tuple[Hidden, ...]]:
    """Facts and text of a document without the people who were removed from documents of its county, and the passages
    that were hidden."""
    hider = removed.hider(county_of(facts, index_of(register)))
    if not hider.digests:
        return facts, text, ()
    hide = hider.within(text or "", *_strings(astuple(facts)))
    made, passages = hide(text) if text is not None else (None, ())
    return hidden(facts, made, hide), made, passages


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)


def judgements_without(judged: Judgements, removed: Removals, register: Register) -> Judgements:
    """Judgements without those of removed people; other people's are as they were."""
    if not removed:
        return judged
    rows = (_judgement(row, removed.hider()) for row in judged.rows if not _is_of_removed(row, removed))
    return judgements.settle(rows, index_of(register).paths)


def _is_of_removed(row: Judgement, removed: Removals) -> bool:
    people = (path.split("/") for path in (row.one, row.other) if path.startswith("person/"))
    return any(len(parts) == 3 and removed.of(parts[2], parts[1]) for parts in people)


def _judgement(row: Judgement, hider: Hider) -> Judgement:
    one, other, who, why = map(hider.hidden, (row.one_name, row.other_name, row.who, row.why))
    return replace(row, one_name=one, other_name=other, who=who, why=why)


def corrections_without(corrected: Corrections, removed: Removals) -> Corrections:
    """Corrections without those of facts about removed people, whatever the county; others quote what is left."""
    if not removed:
        return corrected
    hider = removed.hider()
    kept = (row for row in corrected.rows if not any(map(hider.mentions, _strings((row.row, row.to)))))
    return corrections.gathered(_correction(row, hider) for row in kept)


def _correction(row: Correction, hider: Hider) -> Correction:
    quote = None if row.quote is None else hider.hidden(row.quote)
    return replace(row, quote=quote, who=hider.hidden(row.who), why=hider.hidden(row.why))


def update(
    store: Store, register: Register, removed: Removals, judged: Judgements, corrected: Corrections, base: str
) -> list[NamedNode]:
    """Make the graphs of a store as if its documents had been loaded with these removals; those that changed.

    Every graph is looked through, since only digests are known: a full pass, made once for each new state of the file.
    """
    graph = removals_graph(base)
    before, now = set(store.quads(graph)), set(_remembered(removed, graph))
    if before == now:
        return []
    others = {graph, triples.ONTOLOGY_GRAPH, triples.register_graph(base), triples.judgements_graph(base),
              triples.corrections_graph(base)}  # fmt: skip
    hider = removed.hider()
    named = [each for each in sorted(set(store.graphs()) - others, key=str) if _names(store.quads(each), hider)]
    changed = [each for each in named if _cleared(store, each, register, removed, judged, corrected, base)]
    store.replace_graph(graph, list(now))
    return changed


def _remembered(removed: Removals, graph: NamedNode) -> Iterator[Quad]:
    if removed:
        yield Quad(graph, RDFS.label, Literal("Borttagna uppgifter", language="sv"), graph)
        yield Quad(graph, RDFS.label, Literal("Removed data", language="en"), graph)
        yield Quad(graph, SAMV.contentHash, literal(removed.digest), graph)


def _names(quads: Iterable[Quad], hider: Hider) -> bool:
    """Whether some quads have a removed name, in an IRI or in words; each term is looked at once."""
    terms = {term.value for quad in quads for term in (quad.subject, quad.object) if not isinstance(term, Triple)}
    return any(map(hider.mentions, terms))


def _cleared(
    store: Store, graph: NamedNode, register: Register, removed: Removals, judged: Judgements, corrected: Corrections,
    base: str,
) -> bool:  # fmt: skip
    """Take removed people out of a graph; whether that changed it. What was not made from facts loses the statements
    that have the name."""

    def out(facts: Facts, text: str | None) -> tuple[Facts, str | None]:
        return without(facts, text, removed, register)[:2]

    try:
        if graph.value.startswith(f"{base}document/"):
            return made_again(store, graph, register, judged, base, corrected, out)
    except StoreError:
        pass  # written by somebody's own program, or by an older version: no facts to make it from
    store.replace_graph(graph, [quad for quad in store.quads(graph) if not _names((quad,), removed.hider())])
    return True
