"""What a query reads: its triple patterns as a net of variables, to tell what a changed triple may alter.

The net says no more than which variables stand together in which patterns of which branches. A variable
that is worked out from others is joined to them as if it were the same: a query that is read so makes no IRI that is
not the value of another variable.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from samverkan.errors import QueryError
from samverkan.vocabulary import RDF

Variable: TypeAlias = str
End: TypeAlias = Variable | NamedNode | None
"""A variable, an IRI, or None for another value."""


Branches: TypeAlias = frozenset[tuple[int, int]]
"""The branches that something stands in: by number of a union the number of a branch. A row comes of one of each."""


class Pattern(NamedTuple):
    """A triple pattern."""

    subject: End
    predicate: NamedNode
    object: End
    branches: Branches = frozenset()


class Same(NamedTuple):
    """Two variables of which one is worked out from the other."""

    one: Variable
    other: Variable
    branches: Branches = frozenset()


@dataclass(frozen=True, slots=True)
class Net:
    """The patterns of a query, the pairs of variables that may be the same, and the IRIs that it gives to variables.

    `columns` are the variables that it answers with, by name. One within another query has a name of its own.
    """

    columns: Mapping[str, Variable]
    patterns: Sequence[Pattern]
    same: Sequence[Same]
    given: Mapping[Variable, frozenset[NamedNode]]


def together(some: Branches, others: Branches) -> bool:
    """Whether one row may come of all these branches: of no union two."""
    return len(dict(some | others)) == len(some | others)


def net(text: str) -> Net:
    """The net of a SELECT query; `QueryError` names what cannot be read so.

    >>> net("SELECT ?a WHERE { ?a <x:p> ?b OPTIONAL { ?b a <x:c> } }").patterns[0].predicate
    <NamedNode value=x:p>
    """
    return _Reader(text).read()


_WORD: Final = re.compile(
    r"""\#[^\n]* | \s+ | (?P<word> <[^<>\s]*> | "(?:[^"\\\n]|\\.)*"(?:@[\w-]+|\^\^(?:<[^>]*>|[\w:-]+))? | \?\w+
    | [A-Za-z][\w-]*:[\w-]* | \w+ | && | \|\| | . )""",
    re.VERBOSE,
)
_PREFIX: Final = re.compile(r"^PREFIX\s+(\S*:)\s*<([^>]*)>\s*$", re.MULTILINE)
_JOINS: Final = frozenset(("UNION", "OPTIONAL", "MINUS", "."))
_VALUE: Final = re.compile(r'".*|\d+|true|false', re.DOTALL)
_FEW: Final = 2  # variables; a way cannot pass two queries within another that answer with no more
_Scope: TypeAlias = dict[str, Variable]
_Path: TypeAlias = list[tuple[NamedNode, bool]]  # steps, each with whether it is taken against its direction


@dataclass(slots=True)
class _Reader:
    """Reads a query from its first word to its last."""

    text: str
    at: int = 0
    words: list[str] = field(default_factory=list)
    prefixes: dict[str, str] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
    given: dict[Variable, set[NamedNode]] = field(default_factory=dict)
    unset: set[Variable] = field(default_factory=set)  # parameters to which nothing is bound
    scopes: dict[tuple[str, ...], _Scope] = field(default_factory=dict)  # of queries within others, by their words
    numbers: "count[int]" = field(default_factory=count)
    branches: Branches = frozenset()  # those that what is being read stands in

    def read(self) -> Net:
        self.prefixes = dict(_PREFIX.findall(self.text))
        self.words = [each["word"] for each in _WORD.finditer(_PREFIX.sub("", self.text)) if each["word"]]
        columns: _Scope = {}
        self._select(columns)
        given = {variable: frozenset(terms) for variable, terms in self.given.items()}
        named = {name[1:]: variable for name, variable in columns.items()}
        return Net(named, list(dict.fromkeys(self.patterns)), list(dict.fromkeys(self.same)), given)

    def _ahead(self) -> str:
        return self.words[self.at] if self.at < len(self.words) else ""

    def _next(self) -> str:
        self.at += 1
        if self.at > len(self.words):
            raise QueryError("the query ends before it is whole")
        return self.words[self.at - 1]

    def _taken(self, word: str) -> bool:
        """Whether this word came next; then it is taken."""
        found = self._ahead().upper() == word
        self.at += found
        return found

    def _expect(self, word: str) -> None:
        if not self._taken(word):
            raise QueryError(f"{self._ahead()!r} stands where {word!r} is expected by who tells what a query reads")

    def _variable(self, name: str, scope: _Scope) -> Variable:
        return scope.setdefault(name, f"{name}.{next(self.numbers)}")

    def _select(self, outer: _Scope) -> None:
        """A query; of the variables of one within another only those that it answers with are known outside.

        Where the same stands in several places, its variables are the same: no way passes two of them.
        """
        self._expect("SELECT")
        inner: _Scope = {}
        worked_out: list[list[str]] = []
        while self._ahead() not in ("{", ""):
            word = self._next()
            if word.startswith("?"):
                inner[word] = self._variable(word, outer)
            elif word == "(":
                worked_out.append(self._within(inner))
        self._expect("{")
        if len(inner) <= _FEW and not worked_out:
            inner = self.scopes.setdefault((*inner.values(), *self._up_to_brace()), inner)
        self._group(inner)
        for expression in worked_out:
            self._derive(self._variable(expression[-1], outer), expression[:-2], inner)
        while self._ahead() not in ("}", ""):  # how rows are grouped and ordered reads nothing more
            self.at += 1

    def _up_to_brace(self) -> Sequence[str]:
        """The words up to the closing brace, which are not taken."""
        depth, end = 1, self.at
        while depth and end < len(self.words):
            depth += (self.words[end] == "{") - (self.words[end] == "}")
            end += 1
        return self.words[self.at : end]

    def _group(self, scope: _Scope) -> None:
        """What stands up to the closing brace."""
        around, union, branch = self.branches, 0, 0
        while not self._taken("}"):
            if self._taken("{"):
                union, branch = (union, branch + 1) if self.words[self.at - 2].upper() == "UNION" else (self.at, 0)
                self.branches = around | {(union, branch)}
                if self._ahead().upper() == "SELECT":
                    self._select(scope)
                    self._expect("}")
                else:
                    self._group(scope)
                self.branches = around
            elif self._taken("FILTER"):
                self._filter(scope)
            elif self._taken("BIND"):
                self._expect("(")
                expression = self._within(scope)
                self._derive(self._variable(expression[-1], scope), expression[:-2], scope)
            elif self._taken("VALUES"):
                self._values(scope)
            elif self._ahead().upper() in _JOINS:
                self.at += 1
            else:
                self._triples(scope)

    def _filter(self, scope: _Scope) -> None:
        self._taken("NOT")
        if self._taken("EXISTS"):
            self._expect("{")
            self._group(scope)
            return
        while self._next() != "(":
            pass
        self._within(scope)

    def _within(self, scope: _Scope) -> list[str]:
        """The words up to the closing bracket; a group that is asked for among them is read.

        But for one that is only asked for where a parameter has a value: `!BOUND(?day) || EXISTS { ... }`.
        """
        found: list[str] = []
        depth = 1
        while depth:
            word = self._next()
            depth += (word == "(") - (word == ")")
            found.append(word)
            if word.upper() == "EXISTS":
                self._expect("{")
                read, joined = len(self.patterns), len(self.same)
                self._group(scope)
                idle = found[:3] == ["!", "BOUND", "("] and found[4:6] == [")", "||"]
                if idle and self._variable(found[3], scope) in self.unset:
                    del self.patterns[read:], self.same[joined:]
        return found[:-1]

    def _derive(self, variable: Variable, expression: Sequence[str], scope: _Scope) -> None:
        """Note that a variable is worked out from others, or is an IRI that the query says."""
        for word in expression:
            if word.startswith("?"):
                self.same.append(Same(variable, self._variable(word, scope), self.branches))
            elif iri := self._iri(word):
                self.given.setdefault(variable, set()).add(iri)

    def _values(self, scope: _Scope) -> None:
        names = [self._next()]
        if names == ["("]:
            names = self._within(scope)
        self._expect("{")
        terms = []
        while not self._taken("}"):
            terms.append(self._next())
        cells = [each for each in terms if each not in ("(", ")")]
        for place, name in enumerate(names):
            variable = self._variable(name, scope)
            mine = cells[place :: len(names)]
            if iris := {iri for each in mine if (iri := self._iri(each))}:
                self.given.setdefault(variable, set()).update(iris)
            elif set(mine) == {"UNDEF"}:
                self.unset.add(variable)

    def _triples(self, scope: _Scope) -> None:
        subject = self._end(scope)
        while self._ahead() not in (".", "}"):
            paths = self._paths()
            while True:
                last = self._end(scope)
                for path in paths:
                    self._walk(subject, path, last)
                if not self._taken(","):
                    break
            if not self._taken(";"):
                return

    def _walk(self, start: End, path: _Path, last: End) -> None:
        """A pattern for each step of a path, with variables of their own between them."""
        for place, (predicate, against) in enumerate(path, 1):
            end = last if place == len(path) else f"/.{next(self.numbers)}"
            one, other = (end, start) if against else (start, end)
            self.patterns.append(Pattern(one, predicate, other, self.branches))
            start = end

    def _paths(self) -> list[_Path]:
        """The sequences of a property path, any of which may be taken."""
        paths: list[_Path] = [[]]
        while True:
            against, word = self._taken("^"), self._next()
            paths[-1].append((self._iri(word) or self._fail(word), against))
            if self._taken("|"):
                paths.append([])
            elif not self._taken("/"):
                return paths

    def _end(self, scope: _Scope) -> End:
        word = self._next()
        if word.startswith("?"):
            return self._variable(word, scope)
        return self._iri(word) or (None if _VALUE.fullmatch(word) else self._fail(word))

    def _iri(self, word: str) -> NamedNode | None:
        if word.startswith("<"):
            return NamedNode(word[1:-1]) if len(word) > 1 else None
        if word == "a":
            return RDF.type
        prefix, colon, local = word.partition(":")
        known = self.prefixes.get(prefix + colon) if not word.startswith('"') else None
        return NamedNode(known + local) if known else None

    def _fail(self, word: str) -> NamedNode:
        raise QueryError(f"{word!r} stands where a term is expected by who tells what a query reads")
