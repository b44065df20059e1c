"""Whether the graph can be true: the shapes of `ontology/shapes.ttl` over each named graph, `queries/checks` over all.

findings.py   what is found, with its sources      shapes.py    the shapes, by pyshacl, one graph at a time
questions.py  the checks, row by row               report.py    the report: text, JSON, Turtle
sentences.py  the sentence around a passage         memory.py    graphs that were found well formed
"""

from dataclasses import dataclass
from time import perf_counter

from samverkan import queries
from samverkan.checking import questions, shapes
from samverkan.checking.findings import Finding, Passage
from samverkan.checking.memory import Memory
from samverkan.checking.sentences import sourced
from samverkan.queries import LEVELS, Level
from samverkan.store import Store

__all__ = ["LEVELS", "Finding", "Level", "Memory", "Passage", "Report", "check"]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: first what shapes say, then what checks say; and how much was looked at, in how many seconds."""

    findings: tuple[Finding, ...]
    graphs: int
    checks: int
    shapes: int
    seconds: float

    def counts(self) -> dict[Level, int]:
        """How many findings there are of each level, the gravest first."""
        return {level: sum(finding.level == level for finding in self.findings) for level in LEVELS}

    def reaches(self, level: Level) -> bool:
        """Whether a finding is as grave as a level, or graver."""
        grave = LEVELS[: LEVELS.index(level) + 1]
        return any(finding.level in grave for finding in self.findings)


def check(store: Store, memory: Memory | None = None) -> Report:
    """Hold every named graph of a store to the shapes and ask it all checks.

    With a memory only the graphs that have changed since are held to the shapes.
    """
    begun = perf_counter()
    book = shapes.shipped()
    graphs = sorted(store.graphs(), key=lambda graph: graph.value)
    found = [*shapes.violations(store, graphs, book, memory), *questions.offences(store)]
    return Report(
        findings=tuple(sourced(store, found)),
        graphs=len(graphs),
        checks=len(queries.checks()),
        shapes=book.count,
        seconds=perf_counter() - begun,
    )
