"""The day by which answers to a remiss are due."""

import re
from collections.abc import Sequence

from samverkan.reading.acts.duedates import due_date, said_day
from samverkan.reading.acts.recipients import MONTHS
from samverkan.reading.context import Context
from samverkan.reading.items.passages import Sentence
from samverkan.reading.patterns import Pattern

# on remiss, out on remiss, sent on remiss; not the answer (remissvar) nor the round (remissrunda) by itself
_ON_REMISS = re.compile(
    r"\b(?:på|för|ut på|ute på|som) remiss\b|\bremitter(?:as?|ar|ades?|ats?)\b|\bremissen?\b|\bremissförslag\w*",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"\bhar\s(?:nu\s)?(?:remitterats|skickats på remiss|gått på remiss)\s(?:under\s|mellan\s|från\s)?(?:{MONTHS})|"
    r"\b(?:fick|skulle|var|varit|hade|gick|skickades|sändes|beslutades|diskuterades)\b",
    re.IGNORECASE,
)
ANSWER = Pattern(
    r"\b(?:svar\w*|svarstid\w*|remisstid\w*|remissvar\w*|yttrand\w*|synpunkter\w*|"
    r"remisstiden slutar|sista (?:inlämnings)?dag\w*|(?:ska|skall) (?:vara|ha) (?:inne|inkom\w*))\b",
    re.IGNORECASE,
)


def answers_due(context: Context, said: Sequence[Sentence], at: int) -> str | None:
    """The day for answers: in the sentence itself, behind what says that it is out, or in the next one about
    answers.
    """
    text = said[at].text
    found = _ON_REMISS.search(text)
    past = _BACKWARD.search(text) is not None
    words = _before_decision(text[found.start() :] if found else text)
    if found and _BACKWARD.search(text, 0, found.start()):
        words = _SENT_IN.sub("", words, count=1)
    if until := _PERIOD.search(words):
        return said_day(context, words[until.end() :])
    answer = _BY.search(words)
    after = said[at + 1].text if at + 1 < len(said) else ""
    if answer is None and (_IS_SENT.search(text) or (ANSWER.search(after) and _BY.search(after))):
        words = _SENT_IN.sub("", words, count=1)  # that is when it goes out
    due = due_date(context, words[answer.start() :], past) if answer else None
    due = due or due_date(context, words, past)
    if due is None and ANSWER.search(after):
        words = _before_decision(after)
        if until := _PERIOD.search(words):
            return said_day(context, words[until.end() :])
        due = due_date(context, words, past or _BACKWARD.search(words) is not None)
    return due


_IS_SENT = re.compile(
    r"\b(?:skickas|sänds|går|gå|skickar|sänder|remitteras)\b(?:(?!\b(?:svar|till och med)\b)[^.;])*\si\s[a-z]+\b",
    re.IGNORECASE,
)
# `under tiden 1 april – 3 maj`, `mellan den 1 april och den 3 maj`: by its end
_PERIOD = re.compile(
    r"\b(?:under\s(?:tiden|perioden)|(?:remiss|svars)tid(?:en)?(?:\s(?:är|löper|från))?:?|mellan|"
    r"från(?: och med)?)\s(?:den\s)?\d{1,2}[^.;]{0,25}?\s?(?:–|-|"
    r"till och med|till|t\.?o\.?m\.?|och)\s?(?=(?:den\s)?\d{1,2}[\s/])",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:senast|(?<!som )sista (?:svars)?dag\w*|svarstid\w*|(?:svar|synpunkter|yttrande)\s"
    r"(?:till|före|innan)(?=\s(?:den\s)?\d))\b",
    re.IGNORECASE,
)  # before it, a day is when it went out
# `skickades på remiss till kommunerna i maj` says when it was sent
_SENT_IN = re.compile(
    r"(?<=[a-zåäö])\si\s(?:(?:början|slutet|mitten) av )?"
    r"(?:jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)


def _before_decision(text: str) -> str:
    """What stands before the words that say when it is decided: `svaren sammanställs och planen antas i mars`."""
    return _DECIDED.split(text, maxsplit=1)[0]


_DECIDED = re.compile(
    r"\b(?:beslutas|beslut fattas|tas beslut|antas|antagande|fastställs|fastställas)\b", re.IGNORECASE
)
