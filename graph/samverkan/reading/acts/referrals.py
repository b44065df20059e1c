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
    proposed_in,
    spoken_of_before,
)
from samverkan.reading.acts.duedates import due_date
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan, head_end
from samverkan.reading.items.passages import Passage, Sentence, passages
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import Pattern
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
    rf"\b{ROUND}\b",
    re.IGNORECASE,
)
_MONTHS = "jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec"
# Where the recipients end; a month or a season behind `i` is none.
_BEHIND = (
    r"(?=[.,;()]|\s(?:med|och svar|och antas|t\.?\s?o\.?\s?m|till (?:och med|den)|fram till|från och med|senast|för|"
    rf"under|inför|innan|efter|där|mellan|den \d|till \d|\d|i (?:höst|vår|{_MONTHS})\w*|som|har|är|ska|så)\b|\Z)"
)
_NO_TIME = rf"(?!\d|den\b|och med\b|(?:{_MONTHS})[a-z]*\b|(?:höst|vår|sommar|vinter)(?:en)?\b)"
_NO_RECIPIENT = (
    r"(?!(?:med|där|som|svar\w*|och|senast|inför|för|vilk\w+|sista|deadline|efter|innan|så|men|då|nu|samt)\b)"
)
_LIST = rf"[^.,;()]{{2,80}}?(?:,\s{_NO_RECIPIENT}[^.,;()]{{2,60}}?){{0,8}}"
_TO = re.compile(
    rf"\bremiss(?:runda|omgång)?\s+(?:\w+\s)?(?:till|i|hos|hos bland annat)\s+{_NO_TIME}(?P<to>{_LIST}){_BEHIND}"
    rf"|\bremitter(?:a|ar|as|ade|ades|ats?)\s(?:[^.]{{0,80}}?\s)??(?<!förslag )(?<!utkast )"
    rf"till\s+{_NO_TIME}(?P<to2>{_LIST}){_BEHIND}"
    rf"|\b[Rr]emiss(?:en|förslaget|versionen)\s[^.;]{{2,90}}?\still\s+{_NO_TIME}(?P<to3>{_LIST}){_BEHIND}",
    re.IGNORECASE,
)
# Delregionerna fick den på remiss, som kommunerna nu har på remiss; varit hos delregionerna på remiss
_RECEIVED = re.compile(
    r"\b(?P<to>[A-ZÅÄÖ][\wåäö\s-]{2,40}?|[a-zåäö]+(?:erna|na|en|et))\s+(?:nu\s)?(?:fick|har fått|får|skulle få|"
    r"ska få|har)\s+"
    r"(?!varit|gått|sänt|skickat)[^.,]{0,60}?\bpå remiss\b"
    r"|\b(?:hos|till|i)\s(?P<to2>(?:(?!\b(?:är|har|går|gick|gått|varit|skick|sänd|kommer|ska))[^.,;()]){2,60}?)"
    r"\s(?:ut\s)?på remiss\b"
)
_BACKWARD = re.compile(
    rf"\bhar\s(?:nu\s)?(?:remitterats|skickats på remiss|gått på remiss)\s(?:under\s|mellan\s|från\s)?(?:{_MONTHS})|"
    r"\b(?:fick|skulle|var|varit|hade|gick|skickades|sändes|beslutades|diskuterades)\b",
    re.IGNORECASE,
)
_ANSWER = Pattern(r"\b(?:svar\w*|svarstid\w*|remisstid\w*|remissvar\w*|yttrand\w*|synpunkter)\b", re.IGNORECASE)


def read_referrals(context: Context, items: Sequence[ItemSpan], things: Things | None = None) -> tuple[Referral, ...]:
    """The drafts that are said to be on remiss, in the order of the text: at most one an item.

    `things` are the named things of the document, found anew where not given.
    """
    if context.document.kind == "composition" or not _OUT_OR_HEADING.search(context.text):
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


_OUT_OR_HEADING = re.compile(r"remiss|remitter", re.IGNORECASE)
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
    said = [sentence for passage in below for sentence in passage.sentences]
    out = [at for at, each in enumerate(said) if _OUT.search(each.text)]
    heading = draft_of(span.item.title) if span is not None else None
    if not out and heading is None:
        return
    subject = _subject(context, span, heading, said, out, works)
    if subject is None:
        return
    to = next((names for at in out if (names := _recipients(context, said[at].text))), ())
    answers = out or [at for at, each in enumerate(said) if _ANSWER.search(each.text)]
    due = next((day for at in answers if (day := _due(context, said, at))), None)
    if out:
        first = said[out[0]]
        yield Referral(subject, to, due, evidence(context.text, first.start, first.end, "referrals.sentence", 0.85))
    elif span is not None:
        yield Referral(subject, to, due, evidence(context.text, span.start, span.body, "referrals.heading", 0.75))


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
    title = heading or (clean(span.item.title) if span is not None else "")
    until = said[out[0]].end if out else 0
    since = until - _NEAR if span is None else 0
    named = [work for work in works if since <= work.start < until]
    bare = _NEW.sub("", title)
    if bare and (fuller := fullest(bare, named)) != bare:
        return fuller
    if heading or names_a_work(title):
        return title
    return named[-1].name if named else title or None


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


def _recipients(context: Context, text: str) -> tuple[str, ...]:
    found = _TO.search(text) or _RECEIVED.search(text)
    if found is None:
        return ()
    words = next(part for part in found.groups() if part)
    parts = re.split(r"\s*,\s*|\s+och\s+(?:hos\s+)?|\s+samt\s+", words)
    return tuple(_recipient(context, part) for part in parts if part.strip() and len(part.split()) <= _MOST_WORDS)


_MOST_WORDS = 5  # of a recipient; what is longer is a sentence behind the list
_WHERE = re.compile(r"\s(?:i|inom|från)\s.*\Z", re.DOTALL)
_MUNICIPALITIES = re.compile(r"\s(?:kommuner|kommun)\Z|s\Z")


def _recipient(context: Context, words: str) -> str:
    words = words.strip()
    forms = (words, _MUNICIPALITIES.sub("", words), _WHERE.sub("", words))  # `Boden i Norrbottens län`
    place = next((found for form in forms if (found := context.places.of(form)) is not None), None)
    if place is None and words.islower() and context.body.name and _OWN.fullmatch(words):
        own = _OWN.fullmatch(words)
        if own and own["noun"] in context.body.name.casefold():
            return context.body.name
    full = place.name if place is not None else context.short_forms.get(words, words)
    return (
        full[0].lower() + full[1:]
        if full.split()[0].casefold() in ("delregionerna", "kommunerna", "medlemskommunerna")
        else full
    )


# What minutes call the body that meets, when it is asked itself.
_OWN = re.compile(r"(?P<noun>nämnd|råd|styrelse|grupp|utskott|beredning|förbund)(?:en|et|n)?")


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
    answer = _BY.search(words)
    due = due_date(context, words[answer.start() :], past) if answer else None
    due = due or due_date(context, words, past)
    if due is None and at + 1 < len(said) and _ANSWER.search(said[at + 1].text):
        words = _before_decision(said[at + 1].text)
        due = due_date(context, words, past or _BACKWARD.search(words) is not None)
    return due


_BY = re.compile(
    r"\b(?:senast|(?<!som )sista (?:svars)?dag\w*|svarstid\w*)\b", re.IGNORECASE
)  # before it, a day is when it went out
# `skickades på remiss till kommunerna i maj` says when it was sent
_SENT_IN = re.compile(
    r"(?<=[a-zåäö])\si\s(?:jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b", re.IGNORECASE
)


def _before_decision(text: str) -> str:
    """What stands before the words that say when it is decided: `svaren sammanställs och planen antas i mars`."""
    return _DECIDED.split(text, maxsplit=1)[0]


_DECIDED = re.compile(
    r"\b(?:beslutas|beslut fattas|tas beslut|antas|antagande|fastställs|fastställas)\b", re.IGNORECASE
)
