"""Acts of curators: each is written down with who and why, brought into the graph and published, and can be taken back.

What is written is a row of the judgements, a correction in the folder of corrections, or a document in the graph. One
act is done at a time; while somebody else writes to the graph nothing is written, and a `StoreError` says so.

A site has each act done by a process of its own (`main`): its own process was forked, where an engine cannot write.
"""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

from samverkan import amending, correcting, facts_json, judging, preparing, publish, reviewing
from samverkan.amending import Paper, Stated
from samverkan.candidates import Graph
from samverkan.corrections import Act, Correction
from samverkan.errors import SamverkanError
from samverkan.identity import index_of
from samverkan.judgements import Judgement, Verdict
from samverkan.publish import live, renew
from samverkan.register import shipped
from samverkan.settings import Settings, from_environment
from samverkan.store import Store


def candidates_graph(store: Store, settings: Settings) -> Graph:
    """A published graph with the judgements as they stand in their file now, to look for candidates in."""
    return Graph(store, settings.base, index_of(shipped()), judging.current(settings, shipped()))


def judge(
    settings: Settings, pair: str, verdict: Verdict, *, keep_other: bool = False, who: str, why: str
) -> Judgement:
    """Write down a verdict on a pair, by its short name, and publish what follows; `keep_other`: the second name stays.

    `NotFound` where no pair is called so, `JudgementError` where the verdict contradicts others or says no reason.
    """
    with live(settings) as store, publish.published(settings) as seen:
        graph = candidates_graph(seen, settings)
        one, other = reviewing.sides(graph, [pair])
        if keep_other:
            one, other = other, one
        made = reviewing.decide(reviewing.file_of(settings), graph, one, other, verdict, who=who, why=why)
        _apply(store, settings)
    return made


def unjudge(settings: Settings, pair: str) -> Judgement:
    """Take the latest verdict on a pair back, and publish what follows; that verdict."""
    with live(settings) as store, publish.published(settings) as seen:
        graph = candidates_graph(seen, settings)
        one, other = reviewing.sides(graph, [pair])
        undone = reviewing.undo(reviewing.file_of(settings), graph, one, other)
        _apply(store, settings)
    return undone


def correct(
    settings: Settings, fact: str, act: Act, *, changed: Mapping[str, str] | None = None, who: str, why: str
) -> Correction:
    """Correct a fact, by its name or IRI, and publish what follows; `changed` are values as people type them.

    `NotFound` where there is no such fact, `CorrectionError` where the correction cannot be made; nothing is written
    then.
    """
    with live(settings) as store:
        there, stated = amending.find(store, fact, settings.base)
        made = amending.record(
            correcting.folder_of(settings), _correction(there, stated, act, changed, who, why), there
        )
        _apply(store, settings)
    return made


def add(
    settings: Settings, document: str, kind: str, *, values: Mapping[str, str], quote: str, who: str, why: str
) -> Correction:
    """Add a fact of a kind to a document, by its key, and publish what follows; `values` as people type them.

    `NotFound` where there is no such document, `CorrectionError` where it cannot be added; nothing is written then.
    """
    with live(settings) as store:
        there = amending.paper(store, document, settings.base)
        row = amending.given(kind, values)
        asked = amending.correction("add", there.key, kind, row, who=who, why=why, quote=quote)
        made = amending.record(correcting.folder_of(settings), asked, there)
        _apply(store, settings)
    return made


def uncorrect(settings: Settings, key: str) -> Correction:
    """Take a correction back, by its whole name, and publish what follows; that correction."""
    with live(settings) as store:
        undone = amending.undo(correcting.folder_of(settings), key)
        _apply(store, settings)
    return undone


def _correction(
    there: Paper, stated: Stated, act: Act, changed: Mapping[str, str] | None, who: str, why: str
) -> Correction:
    row: Mapping[str, Any] = facts_json.row_json(stated.row)
    to = amending.given(stated.kind, changed or {}) if act == "change" else None
    return amending.correction(act, there.key, stated.kind, row, who=who, why=why, quote=stated.quote, to=to)


def _apply(store: Store, settings: Settings) -> None:
    """Bring the graph up to date with judgements and corrections as they stand, and let readers see it."""
    preparing.prepare(store, settings, shipped())
    renew(store, settings)


def _judged(made: Judgement) -> dict[str, str]:
    return {"one": made.one, "one_name": made.one_name, "other_name": made.other_name, "verdict": made.verdict}


def _corrected(made: Correction) -> dict[str, str]:
    return {"act": made.act, "says": made.says}


_ACTS: Final[Mapping[str, Callable[..., dict[str, str]]]] = {
    "judge": lambda *given, **more: _judged(judge(*given, **more)),
    "unjudge": lambda *given: _judged(unjudge(*given)),
    "correct": lambda *given, **more: _corrected(correct(*given, **more)),
    "add": lambda *given, **more: _corrected(add(*given, **more)),
    "uncorrect": lambda *given: _corrected(uncorrect(*given)),
}


def main() -> None:
    """Do the act that standard input asks for by a line of JSON: its name, what it is about, and more; tell as JSON."""
    name, given, more = json.loads(sys.stdin.readline())
    try:
        said = _ACTS[name](from_environment(), *given, **more)
    except SamverkanError as error:
        said = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(said))  # noqa: T201


if __name__ == "__main__":
    main()
