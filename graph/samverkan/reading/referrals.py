"""Remiss: drafts that are sent out for comment, to whom, with answers by when; one row a draft."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samverkan.facts import Referral
from samverkan.reading.agenda import ItemSpan
from samverkan.reading.context import Context
from samverkan.reading.duedates import due_date
from samverkan.reading.layout import evidence
from samverkan.reading.passages import Sentence, passages, sentences_of

# on remiss, out on remiss, sent on remiss; not the answer (remissvar) nor the round (remissrunda) by itself
_ON_REMISS = re.compile(
    r"\b(?:på|för|ut på|ute på|som) remiss\b|\bremitter(?:as?|ar|ades?|ats)\b|\bremissen?\b|\bremissförslag\w*",
    re.IGNORECASE,
)
_SURE = re.compile(r"\bpå remiss\b|(?<!åter)\bremitter(?:as?|ar|ades?|ats)\b", re.IGNORECASE)
# What a heading calls a draft that is out: the rest of it is the draft.
_HEADING = re.compile(
    r"(?:yttrande\s+(?:över|angående|om|på)\s+|svar\s+på\s+|information\s+om\s+)?(?:remiss(?:en|svar(?:et)?|"
    r"yttrande|förslag)?)\b"
    r"(?:\s*[:.–-]\s*|\s+(?:på|av|om|över|angående|gällande|avseende|från\s+[^:–-]{2,40}?\s*[:–-])\s*|"
    r"\s+)(?P<draft>.{3,})",
    re.IGNORECASE,
)
# What a draft is called before its name.
_DRAFT = re.compile(
    r"\b(?:utkast(?:et)?|förslag(?:et)?)\s+till\s+(?P<draft>[A-ZÅÄÖa-zåäö][^.,;]{3,90}?)(?=\s(?:har|är|som|till|på|"
    r"med|finns|föreligger|skickas|sänds|"
    r"presenteras|presenterades|redovisas|tagits|togs|vilket|ska|gick|går|inför|diskuterades|kommer|bifogas|"
    r"och\b.{0,20}\bskickas)\b|[.,;]|\Z)"
)
_NAMED = re.compile(
    r"\b(?:[Bb]etänkandet|[Uu]tredningen|[Rr]iktlinjerna|[Ss]trategin|[Pp]lanen|[Pp]rogrammet|[Pp]romemorian|"
    r"[Rr]apporten|[Ff]öreskrifterna|"
    r"[Öö]verenskommelsen|[Ee]n|[Ee]tt)\s+(?P<draft>[”\"]?[A-ZÅÄÖ][^.,;]{3,90}?)(?=\s(?:har|är|som|på|ute|ut|"
    r"skickas|sänds|ska)\b|[.,;])"
)
_OPENS = re.compile(
    r"(?P<draft>[A-ZÅÄÖ][^.,;]{3,90}?)\s+(?:är|har|skickas|skickades|sänds|sändes|går|gick|remitteras|ska|finns)\b"
)
_SENT = re.compile(
    r"\b(?:sänt|skickat|remitterat|sänder|skickar|sänds|"
    r"ut)\s+(?P<draft>[A-ZÅÄÖ][^.,;]{3,90}?)\s+(?:ut\s+)?på\s+remiss\b"
)
_INDEFINITE = re.compile(
    r"\b(?:ett|en)\s+(?:nytt\s+|ny\s+)?(?P<draft>[a-zåäö-]{6,}(?:\s(?:om|för|kring|mellan|"
    r"avseende)\s[^.,;]{3,60}?)?)\s+som\b"
)
_TO = re.compile(
    r"\bremiss\s+(?:\w+\s)?(?:till|i|hos|hos bland annat)\s+(?P<to>[^.,;()]{2,80}?)(?=[.,;()]|\s(?:med|och svar|"
    r"senast|för|under|inför|där|i höst|i vår)\b|\Z)"
    r"|\bremitteras\s+till\s+(?P<to2>[^.,;()]{2,80}?)(?=[.,;()]|\s(?:med|för|senast)\b|\Z)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"(?P<to>[A-ZÅÄÖ][\wåäö\s-]{2,40}?)\s+(?:fick|har fått|får)\s+[^.]{0,60}?\bpå remiss\b")
_BACKWARD = re.compile(r"\b(?:fick|skulle|var|hade|gick|skickades|sändes|beslutades|diskuterades)\b", re.IGNORECASE)
_ANSWER = re.compile(r"\b(?:svar\w*|svarstid\w*|remisstid\w*|remissvar\w*|yttrand\w*|synpunkter)\b", re.IGNORECASE)
_COMMON = re.compile(
    r"(?:den|det|de|ett|en|förslaget|utkastet|ärendet|strategin|planen|avtalet|dokumentet|underlaget|remissen|"
    r"programmet|materialet|"
    r"frågan|överenskommelsen|betänkandet|texten|den här|detta|vid|efter|nu|delregionerna|kommunerna|svarstiden|"
    r"svaren?)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:med (?:förslag|bilag|tillhörande)|från \w+departementet|till (?:kommunerna|regionerna)).*\Z|"
    r"\s*\((?:bilaga|remiss)[^)]*\)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A sentence that says that something is on remiss, with those around it."""

    sentence: Sentence
    before: Sentence | None
    after: Sentence | None


def read_referrals(context: Context, items: Sequence[ItemSpan]) -> tuple[Referral, ...]:
    """The drafts that are said to be on remiss, in the order of the text: at most one an item."""
    if context.document.kind == "composition":
        return ()
    if not items:
        start = max((end for _, end in context.roster), default=0)
        return tuple(_in_item(context, None, start, len(context.text)))
    return tuple(row for span in items for row in _in_item(context, span, span.body, span.end))


def _in_item(context: Context, span: ItemSpan | None, start: int, end: int) -> Iterator[Referral]:
    said = [each for passage in passages(context.layout, start, end) for each in sentences_of(context.layout, passage)]
    sure = [at for at, each in enumerate(said) if _SURE.search(each.text)]
    heading = _HEADING.search(span.item.title) if span is not None else None
    if not sure and (heading is None or span is None):
        return
    subject = _subject(span, heading, said, sure)
    if subject is None:
        return
    to: tuple[str, ...] = ()
    due = None
    for at in sure:
        to = to or _recipients(context, said[at].text)
        due = due or _due(context, said, at)
    if not sure and span is not None and span.item.evidence is not None:
        proof = span.item.evidence
        due = next(
            (found for at in range(len(said)) if _ANSWER.search(said[at].text) and (found := _due(context, said, at))),
            None,
        )
        yield Referral(subject, to, due, evidence(context.text, proof.start, proof.end, "referrals.heading", 0.75))
        return
    first = said[sure[0]]
    yield Referral(subject, to, due, evidence(context.text, first.start, first.end, "referrals.sentence", 0.85))


def _subject(span: ItemSpan | None, heading: re.Match[str] | None, said: list[Sentence], sure: list[int]) -> str | None:
    """The draft: as the sentence names it, else the heading, else the sentences above, else the heading as a whole."""
    for at in sure:
        for pattern in (_SENT, _NAMED, _DRAFT, _OPENS, _INDEFINITE):
            found = pattern.search(said[at].text)
            if found and not _COMMON.match(found["draft"]):
                return _clean(found["draft"])
    for at in reversed(range(sure[0] if sure else 0)):
        found = _DRAFT.search(said[at].text) or _NAMED.search(said[at].text)
        if found and found["draft"][0].isupper() and not _COMMON.match(found["draft"]):
            return _clean(found["draft"])
    if heading is not None:
        return _clean(heading["draft"])
    return _clean(span.item.title) if span is not None else None


def _clean(draft: str) -> str:
    quoted = re.search(r"[”\"“](?P<name>[^”\"“]{3,})[”\"“]", draft)
    return _TAIL.sub("", quoted["name"] if quoted else draft).strip(' .,;:–-”"')


def _recipients(context: Context, text: str) -> tuple[str, ...]:
    found = _TO.search(text) or _RECEIVED.search(text)
    if found is None:
        return ()
    words = next(part for part in found.groups() if part)
    parts = re.split(r"\s*,\s*|\s+och\s+(?:hos\s+)?|\s+samt\s+", words)
    return tuple(_recipient(context, part) for part in parts if part.strip())


def _recipient(context: Context, words: str) -> str:
    words = words.strip()
    place = context.places.of(words)
    full = place.name if place is not None else context.short_forms.get(words, words)
    return (
        full[0].lower() + full[1:]
        if full.split()[0].casefold() in ("delregionerna", "kommunerna", "medlemskommunerna")
        else full
    )


def _due(context: Context, said: list[Sentence], at: int) -> str | None:
    """The day for answers: in the sentence itself, behind what says that it is out, or in the next one about
    answers.
    """
    text = said[at].text
    found = _ON_REMISS.search(text)
    past = _BACKWARD.search(text) is not None
    due = due_date(context, text[found.start() :] if found else text, past)
    if due is None and at + 1 < len(said) and _ANSWER.search(said[at + 1].text):
        due = due_date(context, said[at + 1].text, past)
    return due
