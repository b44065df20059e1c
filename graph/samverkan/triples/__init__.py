"""Facts as quads: the named graph of a document, of the register, of the ontology. Nothing else adds to the graph.

No blank nodes; the quads of a document are a function of its facts, its key, the register and the base alone,
so documents can be read in any order, in parallel, again.
"""

from samverkan.triples.document import document_graph, document_quads
from samverkan.triples.register_graph import register_graph, register_quads
from samverkan.triples.terms_graph import ONTOLOGY_GRAPH, ontology_quads

__all__ = [
    "ONTOLOGY_GRAPH",
    "document_graph",
    "document_quads",
    "ontology_quads",
    "register_graph",
    "register_quads",
]
