"""Decisions: what the meeting itself resolved, one row an att-clause, never what others decide or decided before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samverkan import dates
from samverkan.facts import Decision, Outcome
from samverkan.reading.agenda import ItemSpan, head_end
from samverkan.reading.bodies import OwnBody
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence, joined
from samverkan.reading.outcomes import Verb, att_clauses, deciding_verb
from samverkan.reading.passages import Passage, Sentence, passages


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was resolved, in one clause: `text` on one line, from `start` up to `end`; `verb` where one decides."""

    outcome: Outcome
    text: str
    start: int
    end: int
    verb: Verb | None
    rule: str
    confidence: float


def read_decisions(context: Context, items: Sequence[ItemSpan]) -> tuple[Decision, ...]:
    """The decisions of the meeting, item by item, in the order of the text."""
    return tuple(
        Decision(
            each.outcome, each.text, name, evidence(context.text, each.start, each.end, each.rule, each.confidence)
        )
        for name, each in resolutions(context, items)
    )


def resolutions(context: Context, items: Sequence[ItemSpan]) -> Iterator[tuple[str | None, Resolution]]:
    """Each resolution with the name of its item; in a document without items they belong to none."""
    if context.document.kind == "composition":
        return
    own = OwnBody(context)
    first = items[0].start if items else len(context.text)
    head = head_end(context)
    before = passages(context.layout, head, first) if head < first and (context.roster or not items) else ()
    for each in _read_item(context, own, before):
        yield None, each
    for span in items:
        for each in _read_item(context, own, span.passages):
            yield span.name, each


def _read_item(context: Context, own: OwnBody, said: Sequence[Passage]) -> list[Resolution]:
    """The resolutions in an item; what prose says is left out where `beslutar att` says it too."""
    found = list(_Reader(context, own).read(said))
    resolved = {each.outcome for each in found if each.rule in _EXPLICIT}
    return [each for each in found if each.rule in _EXPLICIT or each.outcome not in resolved]


_EXPLICIT = frozenset(("decisions.att", "decisions.clause", "decisions.heading"))
# Headings inside an item: below the first kind stands what was resolved, below the others what was not.
_RESOLVED = re.compile(
    r"(?:[\w\s:-]+s\s+)?(?:beslut|ställningstagande|beslutspunkt(?:er)?)(?: i korthet|(?:/|"
    r" och )åtgärd(?:er)?)?\s*[:.]?\Z",
    re.IGNORECASE,
)
_OWN_PROPOSAL = re.compile(r"(?P<who>[\w\s:-]+s)\s+förslag till (?!beslut)(?P<to>.+?)\s*:?\Z", re.IGNORECASE)
_NOT_RESOLVED = re.compile(
    r"(?:förslag|\w+s förslag(?: till .*)?|förslag till (?:beslut|yttrande|ställningstagande).*|bakgrund|"
    r"tidigare .*|.*\byrkanden?|reservation.*|propositions.*|omröstning.*|votering.*|"
    r".*underlag|ärendet|"
    r"ärendebeskrivning|beskrivning.*|sammanfattning av .*|historik|bedömning|överväganden|motivering|skäl.*|"
    r"handlingar|"
    r"protokollsanteckning.*|särskilt yttrande.*|expedieras.*|delges|(?:sänds|skickas) till|beslutet (?:skickas|"
    r"sänds|expedieras).*|kopia.*|"
    r"jäv|deltar ej.*)\s*:?\Z",
    re.IGNORECASE,
)
# Below these it is told how it came to the decision, which may follow without a heading of its own.
_TOLD = re.compile(
    r"(?:bakgrund|ärendet|beslutsgång|propositions.*|omröstning.*|votering.*|ärendebeskrivning|beskrivning.*|"
    r"sammanfattning av .*|"
    r"historik|bedömning|överväganden|motivering|.*\byrkanden?|jäv|deltar ej.*)\s*:?\Z",
    re.IGNORECASE,
)
# `Styrgruppen beslutar att`, `Beslutas att`, `Mötet beslutade därför:`; what follows is resolved
_LEAD = re.compile(
    r"\b(?P<verb>beslutar|beslutade|beslöt|beslutas|beslutades|enas(?= om att)|enades(?= om att)|"
    r"kom(?= överens om att))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = re.compile(r"(?:\batt|\bföljande|:|\bbeslutar|\bbeslutade|\bbeslöt|\benligt följande)\s*[:.]?\Z", re.IGNORECASE)
# `Utskottet föreslår nämnden`, with its clauses below
_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslog|rekommenderar|hemställer hos)\b(?!.*\batt\s\S)[^.]*[^.]\Z", re.IGNORECASE
)
# Words before a verb that make it somebody's wish, plan, memory or condition
_SUBORDINATE = re.compile(
    r"\b(?:att|som(?!\s(?:därmed|härmed|därefter))|vilket|vilka|vilken|om|när|innan|sedan|eftersom|då|huruvida|"
    r"ifall|ska|skall|kommer|kan|bör|"
    r"måste|får|har|hade|hur|"
    r"föreslås|föreslår|enligt|inför|därefter)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:i|av|på|hos|inom)\s+(?P<who>[\wåäöÅÄÖ-]+(?:\s[\wåäöÅÄÖ-]+)?)", re.IGNORECASE)
_EARLIER = re.compile(r"\A(?:vid|på|under|efter|den|i)\b.*\b(?:förra|tidigare|föregående)\b", re.IGNORECASE)
_BEFORE_NOW = re.compile(
    r"\b(?:tidigare|förra|föregående|(?:under|i) (?:våren|hösten|vintern|sommaren|fjol|(?:19|20)\d\d))\b", re.IGNORECASE
)
_NOTHING = re.compile(
    r"(?:inget|inga|ej|inte)\b.*\bbeslut\b|det\s(?:noteras|noterades|antecknas|antecknades)\b", re.IGNORECASE
)
_NO_TIME = re.compile(r"\b(?:hann|hinns|hanns|hinner|tidsbrist|tidsskäl|utgick|utgår|ströks)\b", re.IGNORECASE)
_ABOUT_ITEM = re.compile(
    r"\b(?:frågan|ärendet|punkten|diskussionen|beslutet|förslaget|den|det|detta|vi|dialogen|rapporten)\b", re.IGNORECASE
)


class _Reader:
    """Reads one item: what stands below `Beslut`, after `beslutar att`, and sentences in which the body's own verb
    decides.
    """

    def __init__(self, context: Context, own: OwnBody) -> None:
        self._context = context
        self._own = own
        self._mode = "free"  # free | resolved | proposed | told | skipped
        self._fresh = False  # whether nothing has been said yet below the heading `Beslut`
        self._listing = False  # whether a lead waits for its att-clauses or bullets
        self._lead: int | None = None  # where that lead begins, until a clause has taken it
        self._proposing = False  # whether that lead proposes to another body
        self._went_on = False  # whether the sentence before decided: `- ställer sig bakom …` has then the same subject

    def read(self, said: Sequence[Passage]) -> Iterator[Resolution]:
        """The resolutions in the passages of an item."""
        for passage in said:
            if passage.kind == "heading" and self._turns(passage.text):
                continue
            if passage.kind in ("att", "bullet") and (self._listing or self._mode in ("resolved", "proposed")):
                yield from self._listed(passage)
                continue
            self._listing = self._proposing = False
            for sentence in passage.sentences:
                if sentence.text.endswith((".", ",")) or len(sentence.text) > 60 or not self._turns(sentence.text):
                    yield from self._sentence(sentence, passage.kind == "bullet")

    def _turns(self, words: str) -> bool:
        """Whether words are a heading inside the item, which changes what the text below it is."""
        proposal = _OWN_PROPOSAL.match(words)
        if proposal and self._own.is_meant(proposal["who"]):
            self._mode, self._fresh, self._listing = "proposed", True, True
        elif _RESOLVED.match(words):
            self._mode, self._fresh, self._listing = "resolved", True, True
        elif _TOLD.match(words):
            self._mode, self._fresh, self._listing = "told", False, False
        elif _NOT_RESOLVED.match(words):
            self._mode, self._fresh, self._listing = "skipped", False, False
        else:
            return False
        return True

    def _listed(self, passage: Passage) -> Iterator[Resolution]:
        """A bullet or an att-clause below a lead: resolved, whatever its verb; the first att-clause keeps the lead.

        Further sentences of the same piece count only with a verb that decides.
        """
        lead = self._lead if passage.kind == "att" else None
        self._fresh, self._lead = False, None
        for at, sentence in enumerate(passage.sentences):
            for start, end in att_clauses(self._context.text, sentence.start, sentence.end):
                if at == 0 or deciding_verb(joined(self._context.text[start:end]), finite=True):
                    yield self._resolution(start if lead is None else lead, end, "decisions.clause", 0.93)
                    lead = None

    def _sentence(self, sentence: Sentence, bullet: bool) -> Iterator[Resolution]:
        went_on, self._went_on = self._went_on, False
        if self._mode == "skipped" or _NOTHING.match(sentence.text) or sentence.text.endswith("?"):
            return
        lead = _LEAD.search(sentence.text)
        if lead and self._is_own_lead(sentence.text, lead):
            self._mode = "free" if self._mode == "told" else self._mode
            yield from self._led(sentence)
        elif self._mode == "told":
            return
        elif self._mode in ("resolved", "proposed"):
            if self._fresh or deciding_verb(sentence.text, finite=True):
                yield self._resolution(sentence.start, sentence.end, "decisions.heading", 0.93)
            self._fresh = False
        elif (
            verb := self._own_verb(sentence.text) or (self._further_verb(sentence.text, bullet) if went_on else None)
        ) is not None:
            self._went_on = True
            if _PROPOSES.search(sentence.text):
                self._listing, self._lead, self._proposing = True, sentence.start, True
                return
            confidence = 0.8 if verb.voice == "passive" else 0.85
            for start, end in att_clauses(self._context.text, sentence.start, sentence.end, listed=False):
                yield self._resolution(start, end, f"decisions.{verb.voice}", confidence)
            self._listing = _OPEN.search(sentence.text) is not None

    def _is_own_lead(self, text: str, lead: re.Match[str]) -> bool:
        before, verb = text[: lead.start()], lead["verb"].casefold()
        if _EARLIER.search(before) or self._is_dated(before) or self._is_dated(lead["rest"].split(" att ")[0][:40]):
            return False
        if verb.startswith("beslut") and verb.endswith("s"):  # Beslutas att, Det beslutades att
            return re.fullmatch(r"\W*(?:det|härefter|därmed)?\s*", before, re.IGNORECASE) is not None
        if _SUBORDINATE.search(before):
            return False
        if before.strip():
            return self._own.is_meant(before) or self._own.is_meant(" ".join(lead["rest"].split()[:2]))
        return self._own.is_meant(" ".join(lead["rest"].split()[:2])) or lead["rest"].lstrip().startswith("att")

    def _led(self, sentence: Sentence) -> Iterator[Resolution]:
        """The clauses of `… beslutar att A, att B`; where the sentence ends with its lead, they stand below."""
        self._fresh = False
        if _OPEN.search(sentence.text):
            self._listing, self._lead = True, sentence.start
            return
        for start, end in att_clauses(self._context.text, sentence.start, sentence.end):
            yield self._resolution(start, end, "decisions.att", 0.95)
        self._listing = sentence.text.endswith((",", ":"))

    def _own_verb(self, text: str) -> Verb | None:
        """The verb by which the meeting itself decides in a sentence of prose; None where others do, did or will."""
        verb = deciding_verb(text, finite=True)
        if verb is None or text.endswith("?") or _EARLIER.search(text):
            return None
        before, behind = text[: verb.start], text[verb.end :]
        if _SUBORDINATE.search(before) or len(before) > 150:
            return None
        if verb.outcome == "deferred":
            return verb if self._is_deferred(verb, before, text) else None
        if verb.voice == "active":
            if verb.outcome == "commissioned" and verb.word.casefold() in ("får", "fick"):
                return verb if self._is_given(verb, before, behind) else None
            follows = " ".join(behind.split()[:3]).replace("sig ", "")
            return verb if self._own.is_meant(before) or (self._opens(before) and self._own.is_meant(follows)) else None
        named = before.strip() or verb.outcome == "commissioned"
        return verb if named and not self._is_elsewhere(verb, before, behind) else None

    def _further_verb(self, text: str, bullet: bool) -> Verb | None:
        """The verb of a bullet that has lost its line, behind one that decided: `… ordning. - ställer sig bakom …`."""
        if not bullet and not text.startswith(("-", "–", "•")):
            return None
        verb = deciding_verb(text, finite=True)
        return verb if verb is not None and not text[: verb.start].strip(" -–•") else None

    def _opens(self, before: str) -> bool:
        """Whether the words before an inverted verb name nobody: `Därmed godkänner styrgruppen …`."""
        return len(before.split()) <= 4 and not self._own.is_other(before)

    def _is_given(self, verb: Verb, before: str, behind: str) -> bool:
        near = f"{before} {behind[:60]}"
        return not (verb.past and (_BEFORE_NOW.search(near) or self._is_dated(before)))

    def _is_deferred(self, verb: Verb, before: str, text: str) -> bool:
        if _NO_TIME.search(text) or (verb.word.casefold() in ("återkommer", "tar") and not _ABOUT_ITEM.search(before)):
            return False
        return not (verb.voice == "active" and self._own.is_other(before))

    def _is_elsewhere(self, verb: Verb, before: str, behind: str) -> bool:
        """Whether a thing is decided by another body or on another day: `antogs av …`, `fastställdes 2019`."""
        near = behind[:80]
        for place in _ELSEWHERE.finditer(near):
            if self._own.is_other(place["who"]) or (place["who"][:1].isupper() and place[0].startswith("av ")):
                return True
        if not verb.past or verb.outcome in ("commissioned", "referred", "deferred"):
            return False
        return self._is_dated(near, earlier=True) or self._is_dated(before[:25])

    def _is_dated(self, words: str, earlier: bool = False) -> bool:
        """Whether words give a day or year that is not the meeting's, or with `earlier` one before it."""
        start = self._context.meeting.start
        for written in dates.find(words):
            day = self._context.day(written)
            if day is None or start is None:
                return True
            if day[: len(start)] != start[: len(day)] and not (earlier and day > start[: len(day)]):
                return True
        return False

    def _resolution(self, start: int, end: int, rule: str, confidence: float) -> Resolution:
        text = joined(self._context.text[start:end]).strip(" .;,•–-")
        text = re.sub(r",?\s(?:samt|och)\Z", "", text)
        verb = deciding_verb(_after_lead(text))
        outcome: Outcome = verb.outcome if verb else "approved"
        if (self._mode == "proposed" or self._proposing) and outcome == "approved":
            outcome = "endorsed"
        return Resolution(outcome, text, start, end, verb, rule, confidence if verb else round(confidence - 0.08, 2))


def _after_lead(text: str) -> str:
    """A clause without `Styrgruppen beslutar att`, so that the verb of what is resolved comes first."""
    lead = _LEAD.search(text)
    return text[lead.end("verb") :] if lead else text
