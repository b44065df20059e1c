"""Assignments: who is given what to do, by when; said as a commission or as what somebody will do by the next
meeting.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samverkan.facts import Assignment
from samverkan.reading.agenda import ItemSpan, head_end
from samverkan.reading.assignees import assignees, group_names
from samverkan.reading.commissions import Given, given
from samverkan.reading.context import Context
from samverkan.reading.duedates import due_date, without_due
from samverkan.reading.layout import evidence
from samverkan.reading.outcomes import att_clauses
from samverkan.reading.passages import Passage, Sentence, passages


def read_assignments(context: Context, items: Sequence[ItemSpan]) -> tuple[Assignment, ...]:
    """The assignments, item by item, in the order of the text; a document without items has them under none."""
    if context.document.kind == "composition":
        return ()
    fuller = group_names(context.layout)
    return tuple(
        replace(row, assignee=tuple(fuller.get(name.casefold(), name) for name in row.assignee))
        for row in _rows(context, items)
    )


def _rows(context: Context, items: Sequence[ItemSpan]) -> Iterator[Assignment]:
    if not items:
        yield from _Reader(context, None, None).read(passages(context.layout, head_end(context), len(context.text)))
    for span in items:
        yield from _Reader(context, span.name, span.item.title).read(span.passages)


_NEAR = 12  # earlier tasks of somebody that a new one is compared with


class _Reader:
    """Reads one item: sentences that give somebody something to do, lists below `Uppdrag till NN:`, `Ansvarig: NN`."""

    def __init__(self, context: Context, name: str | None, title: str | None) -> None:
        self._context = context
        self._name = name
        self._receiver: tuple[str, ...] = ()  # of the list that `Uppdrag till NN:` opened
        self._last = title  # what was said last: what `Ansvarig: NN` below it is about
        self._given: dict[tuple[str, ...], list[str]] = {}

    def read(self, below: Sequence[Passage]) -> Iterator[Assignment]:
        """The assignments in the passages of an item, each task once."""
        for passage in below:
            for at, sentence in enumerate(passage.sentences):
                following = passage.sentences[at + 1 : at + 2]
                for each in self._found(passage, at, sentence, following):
                    before = self._given.setdefault(each.who, [])
                    if any(_says_the_same(each.task, task) for task in before[-_NEAR:]):
                        continue
                    before.append(each.task)
                    due = due_date(self._context, each.words) or _said_after(self._context, following)
                    proof = evidence(self._context.text, sentence.start, sentence.end, each.rule, each.confidence)
                    yield Assignment(each.who, without_due(each.task), self._name, due, proof)

    def _found(self, passage: Passage, at: int, sentence: Sentence, following: Sequence[Sentence]) -> list[Given]:
        text = sentence.text
        bullet = (at == 0 and passage.kind in ("bullet", "att")) or text.startswith(("- ", "• "))
        if opened := _receiver(self._context, text):
            self._receiver, task = opened
            return [_listed(self._receiver, task)] if task else []
        if bullet and self._receiver:
            return [_listed(self._receiver, text)]
        self._receiver = ()
        if _ANSWERABLE.match(text) and following:
            who = assignees(self._context, following[0].text)
            return [Given(who, self._last, text, "assignments.answerable", 0.75)] if who and self._last else []
        found = [
            each for start, end in att_clauses(text, 0, len(text)) for each in given(self._context, text[start:end])
        ]
        self._last = text.strip(" .")
        return found


# `Ansvarig: NN`; the name is a sentence of its own to the layout
_ANSWERABLE = re.compile(r"(?:ansvarig(?:a|t)?|utförs av|vem)\b(?: för [^:]{2,60})?\s*:\Z", re.IGNORECASE)


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


_OPEN = re.compile(r"\buppdra[^.]{0,200}\batt\s?:?\Z", re.IGNORECASE)


def _receiver(context: Context, text: str) -> tuple[tuple[str, ...], str] | None:
    """Who a list of tasks is for, and the first task where it stands on the same line: `Uppdrag till NN:`."""
    if _OPEN.search(text[-240:]):  # `NN får i uppdrag att:`
        return next(((each.who, "") for each in given(context, f"{text.rstrip(' :')} göra")), None)
    found = _OPENS_LIST.search(text)
    if found is None or (found["task"] is None and not text.endswith((":", "–"))):
        return None
    who = assignees(context, found["who"])
    return (who, found["task"] or "") if who else None


def _listed(who: tuple[str, ...], words: str) -> Given:
    return Given(who, words.strip(" .,;-–•"), words, "assignments.list", 0.8)
