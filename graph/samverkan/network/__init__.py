"""Networks: who meets whom, which bodies share people, who is represented where, how two things are connected.

Rows of queries become one plain `Network`, in which all ties of a pair are one edge with a weight and its reasons.
networkx measures and writes it; nobody outside of this package sees a graph of networkx.
"""

from samverkan.network.among import among
from samverkan.network.filtering import Choice, Choices, choices, chosen
from samverkan.network.keeping import Part, part
from samverkan.network.kinds import KINDS, Kind, bodies, build, outline, people, representation
from samverkan.network.large_layout import large_layout
from samverkan.network.layout import layout
from samverkan.network.measures import MEASURES, Measures, measure
from samverkan.network.model import TIES, Edge, Network, Node, Reason, strongest
from samverkan.network.paths import Path, path, surroundings
from samverkan.network.periods import Comparison, compare, during, life, of_either, years
from samverkan.network.placing import broken, settle
from samverkan.network.telling import summary
from samverkan.network.writers import FORMATS, write

__all__ = [
    "FORMATS",
    "KINDS",
    "MEASURES",
    "TIES",
    "Choice",
    "Choices",
    "Comparison",
    "Edge",
    "Kind",
    "Measures",
    "Network",
    "Node",
    "Part",
    "Path",
    "Reason",
    "among",
    "bodies",
    "broken",
    "build",
    "choices",
    "chosen",
    "compare",
    "during",
    "large_layout",
    "layout",
    "life",
    "measure",
    "of_either",
    "outline",
    "part",
    "path",
    "people",
    "representation",
    "settle",
    "strongest",
    "summary",
    "surroundings",
    "write",
    "years",
]
