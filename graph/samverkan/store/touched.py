"""Which things a question may answer otherwise about since some triples came or went.

From each such triple, wherever a pattern of the question fits it, one goes by the other patterns to the thing asked
about. All ways through the net of patterns (`patterns`) are gone that pass no variable twice: in each row that rests
on the triple one of them holds, and what lies on it behind the last triple that changed is what the graph says now.
So everything is found that may be answered otherwise, and little that is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Triple

from samverkan.errors import QueryError
from samverkan.store.patterns import Branches, End, Net, Pattern, Variable, net, together
from samverkan.vocabulary import RDF

_DEFAULT: Final = DefaultGraph()
_MOST_PLACES: Final = 10_000


class _Step(NamedTuple):
    """To what a predicate leads from a node, or to what leads to the node by it.

    Without predicate to the node itself, if it is no text or number: what is worked out from these joins no pattern.
    """

    predicate: NamedNode | None = None
    against: bool = False


_SAME: Final = _Step()
_Steps: TypeAlias = Mapping[Variable, Mapping[tuple[Variable, Branches], set[_Step]]]


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A variable on a way to the thing asked about: steps of which any leads on to the next place, and that place.

    Where there is no next one, the thing is reached. `passed` are the variables of this and all next places, `branches`
    those of the patterns between them.
    """

    variable: Variable
    steps: frozenset[_Step]
    following: "_Place | None"
    passed: frozenset[Variable]
    branches: Branches


class _Entry(NamedTuple):
    """Where ways begin that a triple which fits a pattern is on: at its subject, and at its object.

    `named` are the IRIs of the pattern's variables, where the question itself says what these are.
    """

    pattern: Pattern
    subject: Sequence[_Place]
    object: Sequence[_Place]
    named: tuple[frozenset[NamedNode] | None, frozenset[NamedNode] | None]

    def begun(self, triple: Triple) -> list[tuple[_Place, Any]] | None:
        """Where ways from a triple begin, none where the pattern does not fit it; None where that cannot be told.

        That is where no way leads to the thing, or only by what the question itself names.
        """
        ends = (triple.subject, triple.object)
        if any(isinstance(each, NamedNode) and each != end for each, end in zip(self.pattern[:3:2], ends, strict=True)):
            return []
        named = [end in (iris or ()) for iris, end in zip(self.named, ends, strict=True)]
        if (named[0] and not self.object) or (named[1] and not self.subject):
            return None
        begun = [(place, end) for places, end in zip(self[1:3], ends, strict=True) for place in places]
        return begun if begun or any(iris is not None for iris in self.named) else None


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways through a question, by the predicate of the pattern where they begin."""

    entries: Mapping[NamedNode, Sequence[_Entry]]

    def touched(self, engine: pyoxigraph.Store, changed: Iterable[Triple], most: int) -> set[NamedNode] | None:
        """The things that the question may answer otherwise about; None where that may be any, or more than `most`."""
        found: set[NamedNode] = set()
        gone: set[tuple[_Place, Any]] = set()
        for triple in changed:
            if triple.predicate == RDF.type and isinstance(triple.subject, NamedNode):
                found.add(triple.subject)
            for entry in self.entries.get(triple.predicate, ()):
                begun = entry.begun(triple)
                if begun is None:
                    return None
                found.update(_reached(engine, begun, gone))
                if len(found) > most:
                    return None
        return found


def _reached(
    engine: pyoxigraph.Store, begun: list[tuple[_Place, Any]], gone: set[tuple[_Place, Any]]
) -> Iterator[NamedNode]:
    """The things that ways lead to from some nodes at some places, but for ways that were gone already."""
    while begun:
        place, node = begun.pop()
        if (place, node) in gone:
            continue
        gone.add((place, node))
        if place.following is None:
            if isinstance(node, NamedNode):
                yield node
            continue
        for step in place.steps:
            begun += ((place.following, each) for each in _led(engine, node, step))


def _led(engine: pyoxigraph.Store, node: Any, step: _Step) -> Iterator[Any]:
    if step == _SAME:
        if not isinstance(node, Literal):
            yield node
    elif step.against:
        for quad in engine.quads_for_pattern(None, step.predicate, node, _DEFAULT):
            yield quad.subject
    elif not isinstance(node, Literal):
        for quad in engine.quads_for_pattern(node, step.predicate, None, _DEFAULT):
            yield quad.object


@lru_cache(256)
def ways(text: str, column: str) -> Ways:
    """The ways through a query to what it answers with in a column; `QueryError` where there are too many."""
    read = net(text)
    places: dict[End, list[_Place]] = defaultdict(list)
    for number, place in enumerate(_places(read, column)):
        if number == _MOST_PLACES:
            raise QueryError("a query joins its variables in too many ways to tell what alters its answer")
        places[place.variable].append(place)
    entries: dict[NamedNode, list[_Entry]] = defaultdict(list)
    for pattern in read.patterns:
        start, predicate, end, branches = pattern
        led = [
            [place for place in places[one] if other not in place.passed and together(place.branches, branches)]
            for one, other in ((start, end), (end, start))
        ]
        named = (read.given.get(str(start)), read.given.get(str(end)))
        entries[predicate].append(_Entry(pattern, led[0], led[1], named))
    return Ways(entries)


def _places(read: Net, column: str) -> Iterator[_Place]:
    """All places from which ways lead to a column."""
    steps = _steps(read)
    start = read.columns[column]
    coming = [_Place(start, frozenset(), None, frozenset((start,)), frozenset())]
    while coming:
        place = coming.pop()
        yield place
        coming += (
            _Place(variable, frozenset(those), place, place.passed | {variable}, place.branches | branches)
            for (variable, branches), those in steps[place.variable].items()
            if variable not in place.passed and together(place.branches, branches)
        )


def _steps(read: Net) -> _Steps:
    """By variable the neighbours from which steps lead to it in some branches, with these steps."""
    steps: dict[Variable, dict[tuple[Variable, Branches], set[_Step]]] = defaultdict(lambda: defaultdict(set))
    for start, predicate, end, branches in read.patterns:
        if isinstance(start, str) and isinstance(end, str):
            steps[end][start, branches].add(_Step(predicate))
            steps[start][end, branches].add(_Step(predicate, against=True))
    for one, other, branches in read.same:
        steps[one][other, branches].add(_SAME)
        steps[other][one, branches].add(_SAME)
    return steps
