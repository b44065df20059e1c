"""Assignments: who is given what to do, by when; said as a commission or as what somebody will do by the next
meeting.
"""

import re
from collections.abc import Iterator, Sequence

from samverkan.facts import Assignment
from samverkan.reading.agenda import ItemSpan
from samverkan.reading.assignees import assignees
from samverkan.reading.commissions import Given, given
from samverkan.reading.context import Context
from samverkan.reading.duedates import due_date, without_due
from samverkan.reading.layout import evidence
from samverkan.reading.passages import Passage, Sentence, passages


def read_assignments(context: Context, items: Sequence[ItemSpan]) -> tuple[Assignment, ...]:
    """The assignments, item by item, in the order of the text; a document without items has them under none."""
    if context.document.kind == "composition":
        return ()
    if not items:
        start = max((end for _, end in context.roster), default=0)
        return tuple(_in_item(context, None, passages(context.layout, start, len(context.text))))
    return tuple(row for span in items for row in _in_item(context, span.name, span.passages))


def _in_item(context: Context, name: str | None, below: Sequence[Passage]) -> Iterator[Assignment]:
    seen: dict[tuple[str, ...], list[str]] = {}
    receiver: tuple[str, ...] = ()  # of the list that `Uppdrag till NN:` opened
    for passage in below:
        said = passage.sentences
        for at, sentence in enumerate(said):
            bullet = (at == 0 and passage.kind in ("bullet", "att")) or sentence.text.startswith(("- ", "• "))
            opened = _receiver(context, sentence.text)
            if opened:
                receiver = opened[0]
                found = [_listed(receiver, opened[1])] if opened[1] else []
            elif bullet and receiver:
                found = [_listed(receiver, sentence.text)]
            else:
                receiver = ()
                found = list(given(context, sentence.text))
            for each in found:
                before = seen.setdefault(each.who, [])
                if any(_says_the_same(each.task, task) for task in before):
                    continue
                before.append(each.task)
                due = due_date(context, each.words) or _said_after(context, said[at + 1 : at + 2])
                proof = evidence(context.text, sentence.start, sentence.end, each.rule, each.confidence)
                yield Assignment(each.who, without_due(each.task), name, due, proof)


def _says_the_same(one: str, other: str) -> bool:
    """Whether two tasks share most of their words, as when a summary repeats what was agreed."""
    first, second = (set(re.findall(r"\w{5,}", task.casefold())) for task in (one, other))
    return len(first & second) * 2 > min(len(first), len(second))


_AFTERWARDS = re.compile(
    r"(?:återkoppling|redovisning|svar|underlag|synpunkter|förslag|återrapport\w*)\b.*\bsenast\b|"
    r"(?:förslag|underlag|plan|resultat|uppdrag|rapport)(?:et|en)\s+(?:ska\s+)?(?:redovisas|presenteras|lämnas|"
    r"vara klar)",
    re.IGNORECASE,
)


def _said_after(context: Context, following: Sequence[Sentence]) -> str | None:
    """The day that the next sentence gives for it: `Återkoppling till NN senast 5 oktober.`"""
    return next(
        (due for each in following if _AFTERWARDS.match(each.text) and (due := due_date(context, each.text))), None
    )


_OPENS_LIST = re.compile(
    r"\b(?:medskick|uppdrag|uppgifter|att göra)\s+(?:till|för|åt)\s+(?P<who>[^.:–]{2,60}?)\s*(?:[:–]|"
    r"\s-\s(?P<task>.+))?\s*\Z",
    re.IGNORECASE,
)


def _receiver(context: Context, text: str) -> tuple[tuple[str, ...], str] | None:
    """Who a list of tasks is for, and the first task where it stands on the same line: `Uppdrag till NN:`."""
    found = _OPENS_LIST.search(text)
    if found is None or (found["task"] is None and not text.endswith((":", "–"))):
        return None
    who = assignees(context, found["who"])
    return (who, found["task"] or "") if who else None


def _listed(who: tuple[str, ...], words: str) -> Given:
    return Given(who, words.strip(" .,;-–•"), words, "assignments.list", 0.8)
