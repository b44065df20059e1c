"""Assignments: who is given what to do, by when; said as a commission or as what somebody will do by the next
meeting.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from samverkan.facts import Assignment
from samverkan.reading.acts.action_lists import Listed, listed_tasks
from samverkan.reading.acts.assignees import assignees
from samverkan.reading.acts.commissions import Given
from samverkan.reading.acts.duedates import (
    OTHERS_CLAUSE,
    by_a_meeting,
    by_a_season,
    day_of,
    due_date,
    said_day,
    without_due,
)
from samverkan.reading.acts.giving import given
from samverkan.reading.acts.group_names import group_names
from samverkan.reading.acts.outcomes import att_clauses
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan, head_end
from samverkan.reading.items.passages import Passage, Sentence, passages
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import Pattern


def read_assignments(context: Context, items: Sequence[ItemSpan]) -> tuple[Assignment, ...]:
    """The assignments, item by item, in the order of the text; a document without items has them under none."""
    fuller = group_names(context.layout)
    return tuple(
        replace(row, assignee=tuple(fuller.get(name.casefold(), name) for name in row.assignee))
        for row in _rows(context, items)
        if context.document.kind != "composition" or _stands_out(row)
    )


def _stands_out(row: Assignment) -> bool:
    """Whether a page that tells what a body is there for gives somebody a task of its own: with a day, or as such."""
    rule = row.evidence.rule if row.evidence else ""
    told = rule in ("assignments.table", "assignments.commission")
    return told or row.due is not None or by_a_season(row.task) or by_a_meeting(row.task)


def _rows(context: Context, items: Sequence[ItemSpan]) -> Iterator[Assignment]:
    if not items:
        start, end = head_end(context), len(context.text)
        yield from _in_part(context, None, start, end, passages(context.layout, start, end), {})
    named = {span.name: span.name for span in items}
    for each in listed_tasks(context, head_end(context), items[0].start, None) if items else ():
        if each.rule == "assignments.table":  # above the items only a table is sure to be of tasks
            yield _of_list(context, each, named.get(each.which or ""))
    for span in items:
        yield from _in_part(context, span, span.body, span.end, span.passages, named)


def _in_part(
    context: Context,
    span: ItemSpan | None,
    start: int,
    end: int,
    below: Sequence[Passage],
    named: Mapping[str, str],
) -> list[Assignment]:
    """What the lists and the sentences of a part of the text give; sentences inside a list say nothing more."""
    name, title = (span.name, span.item.title) if span else (None, None)
    listed = list(listed_tasks(context, start, end, title))
    rows = [_of_list(context, each, named.get(each.which or "", name)) for each in listed]
    said = _Reader(context, name).read(below, [(each.start, each.end) for each in listed])
    return sorted((*rows, *said), key=lambda row: row.evidence.start if row.evidence else 0)


def _of_list(context: Context, each: Listed, name: str | None) -> Assignment:
    proof = evidence(context.text, each.start, each.end, each.rule, 0.85)
    return Assignment(each.who, without_due(each.task), name, each.due, proof)


_LONGEST_TITLE = 80  # characters of a line that may name a group, above what it has to do
_WITHOUT_SUBJECT = re.compile(r"\A(?:Har|Får|Fick|Ges|Ska)\s(?:\w+\s)?(?:i uppdrag|till uppgift|senast|till)\b")
# `Anna undrade över priset. Hon mejlar ut en enkät.`
_PRONOUN = re.compile(r"\A(?:(?P<one>Han|Hon|Vederbörande)|De|Dessa|Båda|De båda|De två)\s(?=[a-zåäö]+(?:r|s)\b)")
_OPENS_WITH = re.compile(
    r"\A(?P<who>[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*){0,3}(?:(?:,\s|\soch\s|\ssamt\s)[A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*){0,3}){0,3})"
    r"(?:,\s[^.,;]{3,40},)?\s(?=[a-zåäö])"
)


def _with_subject(context: Context, sentence: Sentence, before: str) -> Sentence:
    """A sentence that a pronoun opens, with those whom the sentence before opens with in its place; one that lacks a
    subject, with the line above it.
    """
    if before and before[-1].isalpha() and _WITHOUT_SUBJECT.match(sentence.text):
        return sentence._replace(text=f"{before} {sentence.text[0].lower()}{sentence.text[1:]}")
    pronoun = _PRONOUN.match(sentence.text)
    subject = _OPENS_WITH.match(before) if pronoun else None
    who = assignees(context, subject["who"]) if subject else ()
    if pronoun is None or not who or not set(who) <= set(context.persons):
        return sentence
    if (pronoun["one"] is not None) != (len(who) == 1):
        return sentence
    return sentence._replace(text=f"{' och '.join(who)} {sentence.text[pronoun.end() :]}")


_NEAR = 12  # earlier tasks of somebody that a new one is compared with


class _Reader:
    """Reads one item: sentences that give somebody something to do, lists below `Uppdrag till NN:`."""

    def __init__(self, context: Context, name: str | None) -> None:
        self._context = context
        self._name = name
        self._receiver: tuple[str, ...] = ()  # of the list that `Uppdrag till NN:` opened
        self._given: dict[tuple[str, ...], list[str]] = {}

    def read(self, below: Sequence[Passage], listed: Sequence[tuple[int, int]]) -> Iterator[Assignment]:
        """The assignments in the passages of an item, each task once; what `listed` spans hold is left out."""
        ends = [end for _, end in listed]
        above = ""
        for passage in below:
            before_it, above = above, passage.text if len(passage.text) < _LONGEST_TITLE else ""
            for at, sentence in enumerate(passage.sentences):
                sentence, before_it = _with_subject(self._context, sentence, before_it), sentence.text
                near = bisect_right(ends, sentence.start)
                if near < len(listed) and listed[near][0] <= sentence.start:
                    continue
                following = passage.sentences[at + 1 : at + 2]
                for each in self._found(passage, at, sentence):
                    before = self._given.setdefault(each.who, [])
                    if any(_says_the_same(each.task, task) for task in before[-_NEAR:]):
                        continue
                    before.append(each.task)
                    own = OTHERS_CLAUSE.split(each.words, maxsplit=1)[0]
                    due = (
                        due_date(self._context, own)
                        or day_of(self._context, each.task)
                        or day_of(self._context, own)
                        or _said_after(self._context, each.task, following)
                    )
                    proof = evidence(self._context.text, sentence.start, sentence.end, each.rule, each.confidence)
                    yield Assignment(each.who, without_due(each.task), self._name, due, proof)

    def _found(self, passage: Passage, at: int, sentence: Sentence) -> list[Given]:
        text = sentence.text
        bullet = (at == 0 and passage.kind in ("bullet", "att")) or text.startswith(("- ", "• "))
        if opened := _receiver(self._context, text):
            self._receiver, task = opened
            return [_listed(self._receiver, task)] if task else []
        if bullet and self._receiver:
            return [_listed(self._receiver, text)]
        self._receiver = ()
        named = _NAMED_LAST.fullmatch(text) if bullet else None
        who = assignees(self._context, named["who"]) if named else ()
        if named and who and set(who) <= set(self._context.persons):
            return [Given(who, named["task"], text, "assignments.named-last", 0.75)]
        return [
            each for start, end in att_clauses(text, 0, len(text)) for each in given(self._context, text[start:end])
        ]


# `- Boka lokal (Karin)`: not `- Nya lokaler (Karin)`, which only says who spoke
_NO_VERB = (
    r"(?!(?:nya|flera|andra|första|övriga|egna|alla|båda|olika|stora|många|\w+(?:liga|iska|ella|ala|iva|samma|rna))\s)"
)
_NAMED_LAST = re.compile(
    rf"(?:[-•]\s)?(?P<task>(?:(?i:{_NO_VERB})\w[a-zåäö]+a\s(?:in |ut |fram |upp |till |med )?(?=[a-zåäö]+\b)|"
    r".{3,60}\b(?:bjuds|bokas|skickas|tas fram|sammanställs|kallas|uppdateras|kontaktas|undersöks|ordnas)\b).{3,120}?)"
    r"\s\((?P<who>[A-ZÅÄÖ][^()]{1,40})\)\.?"
)


def _says_the_same(one: str, other: str) -> bool:
    """Whether two tasks share most of their words, as when a summary repeats what was agreed."""
    first, second = (set(re.findall(r"\w{5,}", task.casefold())) for task in (one, other))
    return len(first & second) * 2 > min(len(first), len(second))


# `CGN tar fram en modell. Modellen visas i god tid före juni.`
_ITS_RESULT = re.compile(
    r"(?P<noun>[A-ZÅÄÖ][a-zåäö]{3,}?)(?:en|et|n|t|erna|orna|arna)\s(?:ska\s|skall\s)?(?:visas|redovisas|"
    r"presenteras|lämnas|mejlas|mailas|delas|sänds|distribueras|publiceras|levereras|bifogas|översänds|"
    r"skickas|tas upp|behandlas|läggs fram|läggs ut|(?:vara|är|blir) (?:klar|färdig)\w*)\b"
)
_AFTERWARDS = re.compile(
    r"(?:(?:det|detta|den|allt)\s)?(?:ska vara |ska )?(?:klart?|senast|deadline|redovisas|återrapporteras|tidplan)\b|"
    r"(?:\w*(?:redovisning|rapport|rapportering|avstämning|leverans|återkoppling|presentation)(?:en)?|uppdraget|resultatet|arbetet|"
    r"förslaget|underlaget)\s(?:sker|görs|lämnas|ges|presenteras|redovisas|återrapporteras|väntas|ska|skall)\b|"
    r"(?:återkoppling|redovisning|svar|underlag|synpunkter|förslag|återrapport\w*)\b.*\bsenast\b|"
    r"(?:förslag|underlag|plan|resultat|uppdrag|rapport|arbete)(?:et|en|t)\s+(?:ska\s+)?(?:redovisas|presenteras|lämnas|"
    r"vara klar)",
    re.IGNORECASE,
)


_SHORT = 70  # characters of a sentence that does nothing but say when: `Delredovisning i nätverket 11 juni.`
_REPORTS = re.compile(
    r"(?:\w*redovisning|\w*rapport(?:ering)?|återkoppling|avstämning|leverans|tidplan)\b", re.IGNORECASE
)


def _said_after(context: Context, task: str, following: Sequence[Sentence]) -> str | None:
    """The day that the next sentence gives for it: `Återkoppling till NN senast 5 oktober.`"""
    for each in following:
        result = _ITS_RESULT.match(each.text)
        about = result is not None and result["noun"].casefold() in task.casefold()
        if about or _AFTERWARDS.match(each.text) or (len(each.text) < _SHORT and _REPORTS.match(each.text)):
            return due_date(context, each.text) or said_day(context, each.text)
    return None


_OPENS_LIST = Pattern(
    r"\b(?:medskick|uppdrag|uppgifter|frågor|att göra)\s+(?:(?:går|ges|gavs|lämnas|skickas|finns)\s+)?(?:till|"
    r"för|åt)\s+(?P<who>[^.:–]{2,60}?)\s*(?:[:–]\s*(?P<same>\S.+)?|"
    r"\s-\s(?P<task>.+))?\s*\Z",
    re.IGNORECASE,
)


_OPEN = re.compile(r"\buppdra[^.]{0,200}\batt\s?:?\Z", re.IGNORECASE)


def _receiver(context: Context, text: str) -> tuple[tuple[str, ...], str] | None:
    """Who a list of tasks is for, and the first task where it stands on the same line: `Uppdrag till NN:`."""
    if "att" in text[-6:].lower() and _OPEN.search(text[-240:]):  # `NN får i uppdrag att:`
        return next(((each.who, "") for each in given(context, f"{text.rstrip(' :')} göra")), None)
    found = _OPENS_LIST.search(text)
    task = (found["task"] or found["same"]) if found else None
    if found is None or (task is None and not text.endswith((":", "–"))):
        return None
    who = assignees(context, found["who"])
    return (who, task or "") if who else None


def _listed(who: tuple[str, ...], words: str) -> Given:
    return Given(who, words.strip(" .,;-–•"), words, "assignments.list", 0.8)
