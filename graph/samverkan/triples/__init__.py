"""Facts as quads: the named graphs of documents, register, judgements and ontology. Nothing else adds to the graph.

No blank nodes; the quads of a document are a function of its facts, its key, the register, the judgements and the base
alone, so documents can be read in any order, in parallel, again.
"""

from samverkan.triples.corrections_graph import correction_quads, corrections_graph, corrections_of
from samverkan.triples.document import document_graph, document_quads
from samverkan.triples.judgements_graph import judgement_quads, judgements_graph
from samverkan.triples.register_graph import register_graph, register_quads
from samverkan.triples.terms_graph import ONTOLOGY_GRAPH, ontology_quads

__all__ = [
    "ONTOLOGY_GRAPH",
    "correction_quads",
    "corrections_graph",
    "corrections_of",
    "document_graph",
    "document_quads",
    "judgement_quads",
    "judgements_graph",
    "ontology_quads",
    "register_graph",
    "register_quads",
]
