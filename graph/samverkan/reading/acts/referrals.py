"""Remiss: drafts that are sent out for comment, to whom, with answers by when; one row a draft."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from samverkan.facts import Referral
from samverkan.reading.acts.drafts import (
    ROUND,
    Work,
    clean,
    draft_in,
    draft_of,
    fullest,
    names_a_work,
    paper_before,
    proposed_in,
    spoken_of_in,
)
from samverkan.reading.acts.duedates import due_date, said_day
from samverkan.reading.acts.recipients import MONTHS, recipients
from samverkan.reading.acts.taken_up import noun_taken_up, spoken_of_before
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan, head_end
from samverkan.reading.items.passages import Passage, Sentence, passages
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import Pattern, holds_anywhere
from samverkan.reading.things.gather import Things, find_things

# on remiss, out on remiss, sent on remiss; not the answer (remissvar) nor the round (remissrunda) by itself
_ON_REMISS = re.compile(
    r"\b(?:på|för|ut på|ute på|som) remiss\b|\bremitter(?:as?|ar|ades?|ats?)\b|\bremissen?\b|\bremissförslag\w*",
    re.IGNORECASE,
)
# `på remiss`, `på samråd och remiss`, `på remissrunda`; `Remisstiden för NN går ut`, `Remissen av NN skickas`
_OUT = Pattern(
    r"\bpå (?:[a-zåäö]+ och |bred |extern |intern |ny |förnyad )?remiss(?:runda|omgång)?\b|"
    r"(?<!åter)\bremitter(?:as?|ar|ades?|ats?)\b|"
    r"\b(?:(?:ligger|är|går) (?:[^.;]{2,80} )?(?:ut|ute)|skicka\w*|sänd\w*|sänt\w*) (?:[^.;]{2,100} )?för synpunkter\b|"
    r"\b(?:tillfälle|möjlighet) att (?:yttra sig över|lämna synpunkter på|svara på remissen)\b|"
    rf"\bsvara på remissen\b|\b{ROUND}\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"\bhar\s(?:nu\s)?(?:remitterats|skickats på remiss|gått på remiss)\s(?:under\s|mellan\s|från\s)?(?:{MONTHS})|"
    r"\b(?:fick|skulle|var|varit|hade|gick|skickades|sändes|beslutades|diskuterades)\b",
    re.IGNORECASE,
)
_ANSWER = Pattern(
    r"\b(?:svar\w*|svarstid\w*|remisstid\w*|remissvar\w*|yttrand\w*|synpunkter\w*|"
    r"sista (?:inlämnings)?dag\w*|(?:ska|skall) (?:vara|ha) (?:inne|inkom\w*))\b",
    re.IGNORECASE,
)


def read_referrals(context: Context, items: Sequence[ItemSpan], things: Things | None = None) -> tuple[Referral, ...]:
    """The drafts that are said to be on remiss, in the order of the text: at most one an item.

    `things` are the named things of the document, found anew where not given.
    """
    if not holds_anywhere(context.text, _OUT_OR_HEADING):
        return ()
    works = _works(find_things(context) if things is None else things)
    if not items:
        below = passages(context.layout, head_end(context), len(context.text))
        return tuple(_in_item(context, None, below, works))
    starts = [work.start for work in works]
    rows: list[Referral] = []
    for span in items:
        inside = works[bisect_left(starts, span.body) : bisect_left(starts, span.end)]
        rows += _in_item(context, span, span.passages, inside)
    return tuple(rows)


_OUT_OR_HEADING = ("remiss", "remitter", "för synpunkter", "yttra sig", "synpunkter på")
_DRAFTED = frozenset(("agreement", "plan", "strategy"))


# `Remissförslaget Trafikplan` is `Trafikplan`
_AS_DRAFT = re.compile(r"\ARemiss(?:en|förslaget|versionen)\s(?=[A-ZÅÄÖ])")


def _works(things: Things) -> list[Work]:
    """The agreements, plans and strategies that the document names, where they stand."""
    starts, ends = things.tokens.starts, things.tokens.ends
    found = (each for each in things.things if each.kind in _DRAFTED)
    return sorted(
        (Work(starts[each.first], ends[each.last - 1], _AS_DRAFT.sub("", each.name)) for each in found),
        key=lambda work: work.start,
    )


def _in_item(
    context: Context, span: ItemSpan | None, below: Sequence[Passage], works: Sequence[Work]
) -> Iterator[Referral]:
    said, out = _said(below)
    heading = draft_of(span.item.title if span is not None else context.document.title or "")
    if not out and heading is None:
        return
    subject = _subject(context, span, heading, said, out, works)
    if subject is None:
        return
    to = next((names for at in out if (names := recipients(context, said[at].text))), ())
    answers = out or [at for at, each in enumerate(said) if _ANSWER.search(each.text)]
    due = next((day for at in answers if (day := _due(context, said, at))), None)
    if out:
        first = said[out[0]]
        yield Referral(subject, to, due, evidence(context.text, first.start, first.end, "referrals.sentence", 0.85))
    elif span is not None:
        yield Referral(subject, to, due, evidence(context.text, span.start, span.body, "referrals.heading", 0.75))


# A heading alone, below which drafts are out: `Ute på remiss`, `Remisser just nu`.
_OUT_HEADING = re.compile(
    r"(?:(?:just nu|nu|ute|aktuellt|aktuella|pågående|öppna|ärenden)\s)*(?:på\s)?remiss(?:er)?"
    r"(?:\s(?:just nu|nu|ute))?\s?:?",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?:(?:Just nu|Nu|Ute) på remiss|Remiss(?:er)?(?: just nu)?|På remiss(?: just nu)?):?\s+(?=[A-ZÅÄÖ])"
)
_SENDS = re.compile(r"\b(?:skickat?s?|sänt?s?|sänds|översänts?|översänds|lämnats|gått|går|är ute|remitter\w+)\b")


def _said(below: Sequence[Passage]) -> tuple[list[Sentence], list[int]]:
    """The sentences of a part of the text, and which of them say that something is out for comment."""
    said: list[Sentence] = []
    out: list[int] = []
    listed = False
    for passage in below:
        if _OUT_HEADING.fullmatch(passage.text):
            listed = True
            continue
        listed = (
            listed and passage.kind != "heading" and not (len(passage.text) < _HEADING and passage.text[-1] not in ".:")
        )
        for each in passage.sentences:
            if heading := _RUN_IN.match(each.text):  # its line stands straight above the first draft
                listed, each = True, each._replace(text=each.text[heading.end() :])
            if _OUT.search(each.text) or (listed and _SENDS.search(each.text)):
                out.append(len(said))
            said.append(each)
    return said, out


_HEADING = 60  # characters of a line without a stop that may be a heading


def _subject(
    context: Context,
    span: ItemSpan | None,
    heading: str | None,
    said: list[Sentence],
    out: list[int],
    works: Sequence[Work],
) -> str | None:
    """The draft: as the sentence names it, else one above it, else the heading, or in the heading's words."""
    for at in out:
        if work := _spoken_of(context, said[at], works):
            return work
        if name := draft_in(said[at].text):
            return fullest(name, works)
    for at in reversed(range(out[0] if out else 0)):
        if name := proposed_in(said[at].text):
            return name
    for at in out:
        if name := spoken_of_before(said[at].text, " ".join(each.text for each in said[max(0, at - 3) : at])):
            return name
    for at in out:
        noun = noun_taken_up(said[at].text)
        before = [work for work in works if noun and work.start < said[at].start and noun in work.name.casefold()]
        if before:
            return before[-1].name
    for at in out:
        if paper := paper_before(said[at].text, " ".join(each.text for each in said[max(0, at - 2) : at])):
            return paper
    if heading is not None and not out:
        sent = (name for each in said if _SENT_TO.search(each.text) and (name := draft_in(each.text)))
        if name := next(sent, None):
            return fullest(name, works)
    if heading is not None:
        named_in = (name for each in said if (name := proposed_in(each.text)))
        if fuller_name := next((name for name in named_in if _begin_alike(name, heading)), None):
            return fuller_name
    title = heading or (clean(spoken_of_in(span.item.title)) if span is not None else "")
    until = said[out[0]].end if out else 0
    since = until - _NEAR if span is None else 0
    named = [work for work in works if since <= work.start < until]
    bare = _NEW.sub("", title)
    if bare and (fuller := fullest(bare, named)) != bare:
        return fuller
    if heading or names_a_work(title):
        return title
    return named[-1].name if named else title or None


def _begin_alike(name: str, heading: str) -> bool:
    """Whether two names of a draft open with the same word, in whatever form: `avtalet om`, `Avtal om`."""
    return name[:_STEM].casefold() == heading[:_STEM].casefold()


_STEM = 8
# Below a heading that says `Remiss`: `Rådet har sänt Policy för resor till kommunerna`
_SENT_TO = re.compile(
    r"\b(?:har|hade)\s(?:\w+\s)?(?:sänt|skickat|översänt)\s(?:ut\s)?[A-ZÅÄÖ”\"“][^.;]{3,160}?\still\b"
)


# `Trafikplan 2030, som just nu är på remiss hos kommunerna`
_WHICH = re.compile(r",?\s+som\s(?=[^.;]{0,120}\b(?:på\s(?:\w+\soch\s)?remiss|remitter))")


def _spoken_of(context: Context, sentence: Sentence, works: Sequence[Work]) -> str | None:
    """The work right before a clause that says that it is on remiss."""
    found = _WHICH.search(context.text, sentence.start, sentence.end)
    if found is None:
        return None
    return next((each.name for each in works if sentence.start <= each.start < each.end == found.start()), None)


_NEW = re.compile(
    r"\A(?:(?:ny|nytt|nya|reviderad|reviderat|uppdaterad|förslag till|utkast till|gemensam|gemensamt)\s)+", re.I
)
_NEAR = 400  # characters before a sentence in which news name what is on remiss


def _due(context: Context, said: list[Sentence], at: int) -> str | None:
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
    if answer is None and (_IS_SENT.search(text) or (_ANSWER.search(after) and _BY.search(after))):
        words = _SENT_IN.sub("", words, count=1)  # that is when it goes out
    due = due_date(context, words[answer.start() :], past) if answer else None
    due = due or due_date(context, words, past)
    if due is None and _ANSWER.search(after):
        words = _before_decision(after)
        if until := _PERIOD.search(words):
            return said_day(context, words[until.end() :])
        due = due_date(context, words, past or _BACKWARD.search(words) is not None)
    return due


_IS_SENT = re.compile(
    r"\b(?:skickas|sänds|går|gå|skickar|sänder|remitteras)\b(?:(?!\b(?:svar|till och med)\b)[^.;])*\si\s[a-z]+\b"
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
