"""What is known of one thing: what is said of it, the facts that point to it with their sentences, and all names."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from samverkan.store import Store
from samverkan.vocabulary import PROV, RDF, RDFS, SAMV, SKOS

# Two questions rather than one: the engine would join the facts of one thing with all statements of the graph (70 ms
# at 100,000 quads, and growing with them), but looks up nodes that it is told (0.3 ms). The type of a fact is a filter
# for the same reason: as a pattern it is joined with all facts there are.
_FACTS = """
SELECT DISTINCT ?fact ?evidence WHERE {{
  ?fact ?points {entity}
  FILTER EXISTS {{ ?fact a {fact} }}
  OPTIONAL {{ ?fact {derived} ?evidence }}
}}
ORDER BY ?fact
LIMIT {facts}
"""
_STATEMENTS = """
CONSTRUCT {{ ?node ?property ?value . ?value {label} ?name ; {concept} ?term }} WHERE {{
  VALUES ?node {{ {nodes} }}
  ?node ?property ?value
  OPTIONAL {{ ?value {label} ?name FILTER ( ?property != {type} ) }}
  OPTIONAL {{ ?value {concept} ?term }}
}}
"""


def describe(store: Store, entity: NamedNode, facts: int = 1_000) -> Iterator[Triple]:
    """The statements about `entity`, at most `facts` facts that point to it, each with its evidence, and the names of
    what these point to, but for classes.

    Nothing comes for what the graph does not know.
    """
    asked = _FACTS.format(entity=entity, fact=SAMV.Fact, derived=PROV.wasDerivedFrom, facts=facts)
    pointing = (node for row in store.select(asked).rows for node in row if isinstance(node, NamedNode))
    nodes = dict.fromkeys([entity, *pointing])
    return store.construct(
        _STATEMENTS.format(label=RDFS.label, concept=SKOS.prefLabel, type=RDF.type, nodes=" ".join(map(str, nodes)))
    )
