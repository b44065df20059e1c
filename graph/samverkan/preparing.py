"""What a graph holds beside documents: the register, the ontology, judgements, corrections and removals."""

from collections.abc import Sequence
from typing import Literal

from pyoxigraph import NamedNode, Quad

from samverkan import correcting, judging, removing, triples
from samverkan.corrections import Corrections
from samverkan.judgements import Judgements
from samverkan.register import Register
from samverkan.settings import Settings
from samverkan.store import Store

Outcome = Literal["new", "changed", "unchanged"]


def prepare(store: Store, settings: Settings, register: Register) -> tuple[Judgements, Corrections]:
    """Put register, ontology, judgements and corrections into the store, or bring them up to date; the last two.

    Whoever was removed is taken out of all of them, and out of the documents that the store has.
    """
    removed = removing.current(settings)
    judged = removing.judgements_without(judging.current(settings, register), removed, register)
    corrected = removing.corrections_without(correcting.current(settings), removed)
    for quads in (triples.register_quads(register, settings.base), triples.ontology_quads()):
        every = list(quads)
        graph = every[0].graph_name
        assert isinstance(graph, NamedNode)
        put(store, graph, every)
    removing.update(store, register, removed, judged, corrected, settings.base)
    judging.update(store, register, judged, settings.base)
    correcting.update(store, register, judged, corrected, settings.base)
    return judged, corrected


def put(store: Store, graph: NamedNode, quads: Sequence[Quad]) -> Outcome:
    """Make a graph hold exactly these quads, and tell what that changed; equal quads are not written again."""
    found = outcome(store, graph, quads)
    if found != "unchanged":
        store.replace_graph(graph, quads)
    return found


def outcome(store: Store, graph: NamedNode, quads: Sequence[Quad]) -> Outcome:
    """What it means for a graph to hold exactly these quads."""
    before = set(store.quads(graph))
    return "new" if not before else "unchanged" if before == set(quads) else "changed"
