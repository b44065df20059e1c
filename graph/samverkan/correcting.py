"""Bringing a store up to date with corrections: documents of which something else is said are made again.

They are made from the facts in their own graphs, as they were read; their files are not needed. The graph of the
corrections remembers what the store was made with, and is written last: stopped midway, the rest is done the next time.
"""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from samverkan import corrections, triples
from samverkan.corrections import Correction, Corrections
from samverkan.judgements import Judgements
from samverkan.register import Register
from samverkan.remaking import made_again
from samverkan.resources import folder, lasting
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.vocabulary import SAMV


def path(settings: Settings) -> Path:
    """The folder of the corrections: the one that the settings name, else the one in `data/`."""
    return Path(settings.corrections) if settings.corrections else folder("data") / "corrections"


def folder_of(settings: Settings) -> Path:
    """The folder that corrections are written to; `SettingError` where it lies in the installed package."""
    return lasting(path(settings), "SAMVERKAN_CORRECTIONS")


def current(settings: Settings) -> Corrections:
    """The corrections as they stand in their files now; `CorrectionError` names what cannot be used."""
    return corrections.load(path(settings))


def update(store: Store, register: Register, judged: Judgements, corrected: Corrections, base: str) -> list[NamedNode]:
    """Make the graphs of a store as if its documents had been loaded with these corrections; those that changed."""
    graph = triples.corrections_graph(base)
    before, now = set(store.quads(graph)), set(triples.correction_quads(corrected, base))
    if before == now:
        return []
    affected = sorted(_documents(before ^ now, before | now), key=str)
    there = [document for document in affected if any(True for _ in store.quads(document))]
    changed = [document for document in there if made_again(store, document, register, judged, base, corrected)]
    store.replace_graph(graph, list(now))
    return changed


def _documents(changed: set[Quad], every: set[Quad]) -> set[NamedNode]:
    """The documents that the changed corrections are about."""
    nodes = {quad.subject for quad in changed}
    of = {quad.object for quad in every if quad.predicate == SAMV.ofDocument and quad.subject in nodes}
    return {document for document in of if isinstance(document, NamedNode)}


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction, and whether something in the graph rests on it; None where its document is not in the graph."""

    correction: Correction
    holds: bool | None


def standings(store: Store, corrected: Corrections, base: str) -> list[Standing]:
    """Which corrections hold in a store, in their order."""
    rests = {row[0] for row in store.select(f"SELECT DISTINCT ?of {{ ?fact {SAMV.correctedBy} ?of }}").rows}
    there = {row[0] for row in store.select(f"SELECT DISTINCT ?document {{ ?document a {SAMV.Document} }}").rows}
    return [
        Standing(
            row,
            NamedNode(f"{base}correction/{row.key}") in rests
            if triples.document_graph(row.document, base) in there
            else None,
        )
        for row in corrected.rows
    ]
