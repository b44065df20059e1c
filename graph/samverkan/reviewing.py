"""Judging who is who: which two are meant, what documents say of them, a verdict written down or taken back.

Nothing is written that contradicts what was judged before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from samverkan import judgements, judging, lookup, queries
from samverkan.candidates import KINDS, Candidate, Graph, find
from samverkan.errors import JudgementError, NotFound, ParameterError
from samverkan.judgements import Judgement, Pair, Verdict, pair_key, pair_of
from samverkan.resources import lasting
from samverkan.settings import Settings
from samverkan.writing import write_whole

_OTHER_CLASSES: Final = ("person", "body", "organisation", "work")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things, by its path and name."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What a document says of a thing."""

    thing: str
    document: str
    date: str
    quote: str


def file_of(settings: Settings) -> Path:
    """The file that verdicts are written to; `SettingError` where they would be lost with the installed package."""
    return lasting(judging.path(settings), "SAMVERKAN_JUDGEMENTS")


def sides(graph: Graph, given: Sequence[str]) -> tuple[Side, Side]:
    """The two that are meant: by the short name of their pair, or each by its name, path or IRI.

    `NotFound` where no pair has that short name, `ParameterError` where a name means nothing, or several.
    """
    if len(given) == 2:
        one, other = (_path(graph, each) for each in given)
        if one == other:
            raise ParameterError(f"{given[0]} and {given[1]} are one thing already, {one}; give two")
        return _side(graph, one), _side(graph, other)
    one, other = _pair(graph, given[0])
    return _side(graph, one), _side(graph, other)


def _pair(graph: Graph, key: str) -> Pair:
    for row in reversed(graph.judged.rows):
        if pair_key(row.pair) == key:
            return row.one, row.other
    found = candidate(graph, key)
    if found is None:
        raise NotFound(f"no pair is called {key!r}; `samverkan review list` shows them, or give the names of the two")
    return found.one.path, found.other.path


def candidate(graph: Graph, key: str) -> Candidate | None:
    """The candidate with a short name, among those not offered too."""
    every = (each for kind in KINDS for each in find(graph, kind, every=True))
    return next((each for each in every if each.key == key), None)


def _path(graph: Graph, words: str) -> str:
    """The path of the thing that is meant, also of one that was merged and is no longer in the graph."""
    asked = words.strip().removeprefix("<").removesuffix(">").removeprefix(graph.base)
    if "/" in asked and ":" not in asked:
        return asked
    before = {
        path
        for row in graph.judged.rows
        for path, name in ((row.one, row.one_name), (row.other, row.other_name))
        if name == words
    }
    if len(before) == 1:
        return before.pop()
    reasons = []
    for kind in _OTHER_CLASSES:
        try:
            found = lookup.resolve(graph.store, kind, words)
        except ParameterError as error:
            reasons.append(str(error))
            continue
        return str(getattr(found, "value", found)).removeprefix(graph.base)
    several = [reason for reason in reasons if "\n" in reason]
    raise ParameterError((several or [f"nothing is called {words!r}; give the path or IRI of what is meant"])[0])


def _side(graph: Graph, path: str) -> Side:
    asked = queries.query("candidates/names").bind({"thing": NamedNode(graph.base + path)})
    for row in graph.store.select(asked).rows:
        return Side(path, str(getattr(row[1], "value", "")))
    for judged in reversed(graph.judged.rows):
        for each, name in ((judged.one, judged.one_name), (judged.other, judged.other_name)):
            if each == path:
                return Side(path, name)
    raise NotFound(f"nothing in the graph is {path}; `samverkan query search --param text=…` finds things by name")


def passages(graph: Graph, *paths: str) -> list[Passage]:
    """What documents say of some things, each passage once."""
    asked = queries.query("candidates/passages").bind({"thing": [NamedNode(graph.base + path) for path in paths]})
    found = []
    for row in graph.store.select(asked).rows:
        thing, document, name, date, quote = (str(getattr(term, "value", "") or "") for term in row)
        found.append(Passage(thing.removeprefix(graph.base), name or document, date, quote))
    return found


def decide(file: Path, graph: Graph, one: Side, other: Side, verdict: Verdict, *, who: str, why: str) -> Judgement:
    """Write down a verdict; of two that are the same the one of the register stays, else `one`.

    `JudgementError` where it contradicts what was judged before; then nothing is written.
    """
    if verdict == "same" and other.path in graph.index.paths:
        one, other = other, one
    rows = _rows(file)
    earlier = [row.moment for row in rows if row.pair == pair_of(one.path, other.path)]
    now = max([datetime.now(UTC).replace(microsecond=0), *(moment + timedelta(seconds=1) for moment in earlier)])
    made = Judgement(
        one.path, one.name, other.path, other.name, verdict, who.strip(), f"{now:%Y-%m-%dT%H:%M:%SZ}", why.strip(),
        line=len(rows) + 2,
    )  # fmt: skip
    rows.append(judgements.checked(made, "this judgement"))
    _write(file, graph, rows)
    return made


def undo(file: Path, graph: Graph, one: Side, other: Side) -> Judgement:
    """Take the latest verdict on two things out of the file; the one before it, if there is one, holds again."""
    rows = _rows(file)
    theirs = [row for row in rows if row.pair == pair_of(one.path, other.path)]
    if not theirs:
        raise NotFound(f"nothing was judged of {one.name} ({one.path}) and {other.name} ({other.path})")
    latest = max(theirs, key=lambda row: (row.moment, row.line))
    _write(file, graph, [row for row in rows if row is not latest])
    return latest


def _rows(file: Path) -> list[Judgement]:
    return list(judgements.parse(file.read_text("utf-8-sig"), str(file))) if file.exists() else []


def _write(file: Path, graph: Graph, rows: Sequence[Judgement]) -> None:
    """Write the file, and only what can hold."""
    judgements.settle(rows, graph.index.paths, str(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, judgements.written(rows))
    except OSError as error:
        raise JudgementError(
            f"{file}: cannot be written ({error.strerror}); set SAMVERKAN_JUDGEMENTS to a file of your own"
        ) from None
