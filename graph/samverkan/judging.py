"""Bringing a store up to date with judgements: documents that name what was merged, or is no longer, are made again.

They are made from the facts in their own graphs; their files are not needed. The graph of the judgements remembers what
the store was made with, and is written last: stopped midway, the rest is done the next time.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from samverkan import judgements, triples
from samverkan.identity import index_of
from samverkan.judgements import Judgements
from samverkan.register import Register
from samverkan.remaking import made_again
from samverkan.resources import folder
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.vocabulary import DCT, SAMV

_AT_ONCE: Final = 200  # things that one query asks for


def path(settings: Settings) -> Path:
    """The file of the judgements: the one that the settings name, else the one in `data/`."""
    return Path(settings.judgements) if settings.judgements else folder("data") / "judgements.csv"


def current(settings: Settings, register: Register) -> Judgements:
    """The judgements as they stand in their file now; `JudgementError` names the rows that cannot be used."""
    return judgements.load(path(settings), index_of(register).paths)


def update(store: Store, register: Register, judged: Judgements, base: str) -> list[NamedNode]:
    """Make the graphs of a store as if its documents had been loaded with these judgements; those that changed."""
    graph = triples.judgements_graph(base)
    before = set(store.quads(graph))
    now = list(triples.judgement_quads(judged, base))
    if before == set(now):
        return []
    named = sorted(_documents(store, _affected(before, set(now)), base), key=str)
    changed = [document for document in named if made_again(store, document, register, judged, base)]
    store.replace_graph(graph, now)
    return changed


def _affected(before: set[Quad], now: set[Quad]) -> set[NamedNode]:
    """The things of which something else is said now, with all that stood or stand for them or that they stand for."""
    changed = {quad.subject for quad in before ^ now}
    every = before | now
    touched = {quad.object for quad in every if quad.subject in changed and quad.predicate in (SAMV.one, SAMV.other)}
    for quads in (before, now):
        groups = [(quad.subject, quad.object) for quad in quads if quad.predicate == DCT.isReplacedBy]
        kept = {kept for merged, kept in groups if merged in touched or kept in touched}
        touched |= kept | {merged for merged, of in groups if of in kept}
    return {each for each in touched if isinstance(each, NamedNode)}


def _documents(store: Store, things: Iterable[NamedNode], base: str) -> set[NamedNode]:
    """The documents that name some of the things."""
    found: set[NamedNode] = set()
    remaining = iter(sorted(things, key=str))
    while some := list(islice(remaining, _AT_ONCE)):
        rows = store.select(f"""SELECT DISTINCT ?graph WHERE {{
            VALUES ?thing {{ {" ".join(map(str, some))} }}
            GRAPH ?graph {{ {{ ?thing ?says ?what }} UNION {{ ?what ?says ?thing }} }}
        }}""")
        graphs = (graph for (graph,) in rows.rows if isinstance(graph, NamedNode))
        found.update(graph for graph in graphs if graph.value.startswith(f"{base}document/"))
    return found
