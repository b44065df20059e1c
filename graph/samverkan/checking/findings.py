"""What a check finds: how grave it is, what it is about, and the passages that say so."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from samverkan.queries import Level, Words


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document: its quote with the sentence around it, and where it stands, in characters."""

    document: NamedNode
    title: str
    iri: NamedNode
    start: int
    end: int
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a finding tells: under which heading, in words, and the node behind them where there is one."""

    name: str
    label: Words
    text: str
    node: NamedNode | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One offence: `check` names the shape or the check, `facts` are the statements whose passages are its `sources`.

    `focus` is the thing that the offence is about.
    """

    check: str
    level: Level
    title: Words
    values: tuple[Value, ...]
    focus: NamedNode | None = None
    facts: tuple[NamedNode, ...] = ()
    sources: tuple[Passage, ...] = ()
