"""Remiss: drafts that are sent out for comment, to whom, with answers by when; one row a draft."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from samverkan.facts import Referral
from samverkan.reading.acts.answer_days import ANSWER, answers_due
from samverkan.reading.acts.drafts import (
    Work,
    clean,
    draft_in,
    draft_of,
    fullest,
    names_a_work,
    proposed_in,
    spoken_of_in,
)
from samverkan.reading.acts.recipients import recipients
from samverkan.reading.acts.sent_out import Out, is_out_heading, sent_out
from samverkan.reading.acts.taken_up import noun_taken_up, paper_before, spoken_of_before
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan, head_end
from samverkan.reading.items.passages import Passage, Sentence, passages
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import holds_anywhere
from samverkan.reading.things.gather import Things, find_things


def read_referrals(context: Context, items: Sequence[ItemSpan], things: Things | None = None) -> tuple[Referral, ...]:
    """The drafts that are said to be on remiss, in the order of the text, each once an item.

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
    above: ItemSpan | None = None  # a heading `Remisser`, whose items are drafts
    for span in items:
        inside = works[bisect_left(starts, span.body) : bisect_left(starts, span.end)]
        above = above if above is not None and _is_below(span, above) else None
        rows += _in_item(context, span, span.passages, inside, above is not None)
        above = span if is_out_heading(span.item.title) else above
    return tuple(rows)


def _is_below(span: ItemSpan, above: ItemSpan) -> bool:
    """Whether an item belongs to a section, by its number: `4 a` to `4`, any number to a heading without one."""
    number, section = span.item.number, above.item.number
    return number is not None and (section is None or re.match(rf"{re.escape(section)}[ .]?\D", number) is not None)


_OUT_OR_HEADING = ("remiss", "remitter", "för synpunkter", "yttra sig", "synpunkter på", "för yttrande")
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
    context: Context,
    span: ItemSpan | None,
    below: Sequence[Passage],
    works: Sequence[Work],
    listed: bool = False,
) -> Iterator[Referral]:
    title = span.item.title if span is not None else context.document.title or ""
    heads = span is not None and is_out_heading(title)
    said, outs = sent_out(below, listed=heads)
    heading = None if heads else draft_of(title)
    if heading is not None and heading.startswith("från "):  # the name stands behind the colon
        first = next((each.text.strip(" :.") for each in said if len(each.text) > 1), "")
        heading = first if names_a_work(first) else None
    if listed and heading is None and any(ANSWER.search(each.text) for each in said):
        heading = title
    if several := _several(context, said, outs, works, heading):
        for each, name in several:
            yield _row(context, said, [each], name)
        return
    out = [each.at for each in outs]
    if not out and heading is None:
        return
    subject = _subject(context, span, heading, said, out, works)
    if subject is None:
        return
    if out:
        yield _row(context, said, outs, subject)
    elif span is not None:
        answers = [at for at, each in enumerate(said) if ANSWER.search(each.text)]
        due = next((day for at in answers if (day := answers_due(context, said, at))), None)
        to = next((names for each in said if (names := recipients(context, each.text))), ())
        yield Referral(subject, to, due, evidence(context.text, span.start, span.body, "referrals.heading", 0.75))


def _row(context: Context, said: Sequence[Sentence], outs: Sequence[Out], subject: str) -> Referral:
    """A draft with those whom it is sent to and the day for answers, as sentences say that it is out."""
    places = [at for each in outs for at in (each.at, each.lead) if at is not None]
    to = next((names for at in places if (names := recipients(context, said[at].text))), ())
    if not to and places[-1] + 1 < len(said):
        to = recipients(context, said[places[-1] + 1].text, goes_on=True)
    due = next((day for each in outs if (day := answers_due(context, said, each.at))), None)
    first = said[outs[0].at]
    return Referral(subject, to, due, evidence(context.text, first.start, first.end, "referrals.sentence", 0.85))


def _several(
    context: Context, said: Sequence[Sentence], outs: Sequence[Out], works: Sequence[Work], heading: str | None
) -> list[tuple[Out, str]]:
    """The drafts that sentences of one part of the text name, where they are more than one; one of them may be its
    heading's.
    """
    named: list[tuple[Out, str]] = []
    for each in outs:
        name = each.name and clean(each.name)
        name = name or _spoken_of(context, said[each.at], works) or draft_in(said[each.at].text)
        if name is None and each.at and _PROPOSAL.match(said[each.at].text):
            name = proposed_in(said[each.at - 1].text)
        name = name or heading
        if name and not any(_is_the_same(name, other) for _, other in named):
            named.append((each, fullest(name, works)))
    return named if len(named) > 1 or any(each.name for each, _ in named) else []


# `Förslaget är ute på remiss`, of what the sentence before proposes
_PROPOSAL = re.compile(r"(?:Förslaget|Utkastet|Det|Den)\s")


def _is_the_same(one: str, other: str) -> bool:
    """Whether two names may be those of one draft: they share a word that tells, or one is the other's beginning."""
    first, second = (
        {word[:_STEM] for word in re.findall(r"\w{5,}", name.casefold())} - _TELLS_NOTHING for name in (one, other)
    )
    return not first or not second or not first.isdisjoint(second)


_TELLS_NOTHING = frozenset(("regional", "regionen", "kommunal", "gemensam", "nationel", "handling", "riktlinj"))


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


# `Trafikplan 2030, som nu är på remiss i länet`
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
