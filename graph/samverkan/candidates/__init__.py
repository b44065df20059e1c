"""Candidates: pairs of persons or bodies that may be one, each with the reasons, for somebody to judge.

Nothing is merged here. sounds.py, surnames.py, short_names.py: what is known of Swedish names · people.py,
bodies.py: how alike two names are · circumstances.py: what else speaks for or against · finding.py: those of a graph.
"""

from samverkan.candidates.finding import KINDS, Graph, Kind, find
from samverkan.candidates.model import THRESHOLD, Candidate, Reason, Thing

__all__ = ["KINDS", "THRESHOLD", "Candidate", "Graph", "Kind", "Reason", "Thing", "find"]
