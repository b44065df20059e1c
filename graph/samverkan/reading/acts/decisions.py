"""Decisions: what the meeting itself resolved, one row an att-clause, never what others decide or decided before."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samverkan.facts import Decision, Outcome
from samverkan.reading.acts.inner_headings import Mode, mode_below
from samverkan.reading.acts.meeting_told import told_meetings
from samverkan.reading.acts.outcomes import Verb, att_clauses, deciding_verb
from samverkan.reading.acts.verdicts import LEAD, Verdicts
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan, head_end
from samverkan.reading.items.passages import Passage, Sentence, each_passage
from samverkan.reading.layout import evidence, joined


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
    verdicts = Verdicts(context)
    if context.document.kind == "composition":
        for part in told_meetings(context.layout):
            yield from ((None, each) for each in _read_item(context, verdicts, each_passage(context.layout, *part)))
        return
    first = items[0].start if items else len(context.text)
    head = head_end(context)
    before = each_passage(context.layout, head, first) if head < first and (context.roster or not items) else ()
    for each in _read_item(context, verdicts, before):
        if not (
            items and each.outcome == "appointed" and "juster" in each.text
        ):  # the head says who checks the minutes
            yield None, each
    for span in items:
        found = _read_item(context, verdicts, span.passages)
        told = _in_title(context, verdicts, span)
        if told is not None and all(told.outcome != each.outcome for each in found):
            yield span.name, told
        for each in found:
            yield span.name, each


def _in_title(context: Context, verdicts: Verdicts, span: ItemSpan) -> Resolution | None:
    """What an item resolves that is no more than a sentence: `2. Dagordningen fastställdes.`"""
    title = span.item.title
    verb = verdicts.verb(title) if title[:1].isupper() else None
    if verb is None or verb.voice != "passive" or verdicts.is_none(title):
        return None
    start = context.text.find(title, span.start, span.start + len(title) + _LONGEST_NUMBER)
    end = start + len(title)
    if start < 0 or context.text[end : end + 1] != ".":
        return None
    return Resolution(verb.outcome, title, start, end, verb, "decisions.passive", 0.75)


_LONGEST_NUMBER = 20  # characters before the title of an item


def _read_item(context: Context, verdicts: Verdicts, said: Iterable[Passage]) -> list[Resolution]:
    """The resolutions in an item; what prose says is left out where `beslutar att` says it too."""
    found = list(_Reader(context, verdicts).read(said))
    resolved = {each.outcome for each in found if each.rule in _EXPLICIT}
    return [each for each in found if each.rule in _EXPLICIT or each.outcome not in resolved]


_EXPLICIT = frozenset(("decisions.att", "decisions.clause", "decisions.heading"))
_OPEN = re.compile(
    r"(?:\batt|\bföljande|:|\benligt följande|\bbesl(?:utar|utade|öt|utas|utades)(?:\s(?:enhälligt|härmed|därmed|"
    r"därefter|därför|också|även|vidare|slutligen|således|omedelbart|utan omröstning|med acklamation|"
    r"efter (?:diskussion|votering|omröstning))){0,2})"
    r"\s*[:.]?\Z",
    re.IGNORECASE,
)
# `Utskottet föreslår nämnden`, with its clauses below
_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslog|rekommenderar|hemställer hos)\b(?:(?!.*\batt\s\S)[^.]*[^.]|.*\b(?:beslutar?|"
    r"besluta att|att)\s?:?)\Z",
    re.IGNORECASE,
)
# `inte bevilja`, `beviljas inte`: what would have approved rejects
_NOT_BEFORE = re.compile(r"\b(?:inte|ej)\s\Z", re.IGNORECASE)
_NOT_BEHIND = re.compile(r"\s(?:\w+\s)?(?:inte|ej)\b", re.IGNORECASE)
_MARK_OF_CLAUSE = re.compile(r":?\s[•–-]\s(?=att\b)")  # between a lead and its first clause
_LONGEST_HEADING = 60
# A heading inside the item that has lost its line: `Sammanfattning Rådet ställer sig bakom …`
_RUN_IN_HEADING = re.compile(
    r"(?:Sammanfattning|Bakgrund|Beslut|Resultat|Slutsats|Diskussion|Ställningstagande)\s+(?=[A-ZÅÄÖ][a-zåäö])"
)


# `Beslut: vi går vidare`, in small letters behind it
_RUN_IN_DECISION = re.compile(
    r"(?:Beslut|BESLUT|Ställningstagande)(?:\s?:\s+(?=[a-zåäö])(?!inga?\b|inget\b|att\b|se\b)|\s+(?=att\s[a-zåäö]+a\b))"
)


_LONGEST_SUBJECT = 5  # words
# `Kommittén ställde sig bakom planen och gav kansliet i uppdrag att …` are two
_AND_GAVE = re.compile(
    r",?\soch\s(?=(?:ger|gav|uppdrar åt|uppdrog åt|lämnar|lämnade)\s(?:\S+\s){0,5}?(?:i uppdrag|att)\b|"
    r"(?:utser|utsåg)\s)"
)
# `Dagordningen godkändes och anteckningarna lades till handlingarna` too
_AND_THING = re.compile(r",?\soch\s(?=[a-zåäö]+(?:en|et|n|na)\s)")
_LABEL = re.compile(r"\s*(?:[-–•]\s*)?[A-ZÅÄÖ][^.:;\n]{2,60}:\s+")
_GENERAL = ("Gruppen ", "Nätverket ", "Arbetsgruppen ", "Utvecklingsgruppen ", "Man ")


def _is_undergone(verb: Verb) -> bool:
    """Whether whoever a verb decides about is its subject: `läggs`, `fick avslag`, `fick i uppdrag`."""
    return verb.voice == "passive" or verb.word.casefold() in ("får", "fick")


class _Reader:
    """Reads one item: what stands below `Beslut`, after `beslutar att`, and sentences in which the body's own verb
    decides.
    """

    def __init__(self, context: Context, verdicts: Verdicts) -> None:
        self._context = context
        self._verdicts = verdicts
        self._mode: Mode = "free"
        self._fresh = False  # whether nothing has been said yet below the heading `Beslut`
        self._listing = False  # whether a lead waits for its att-clauses or bullets
        self._lead: int | None = None  # where that lead begins, until a clause has taken it
        self._proposing = False  # whether that lead proposes to another body
        self._went_on = False  # whether the sentence before decided: `- ställer sig bakom …` has then the same subject

    def read(self, said: Iterable[Passage]) -> Iterator[Resolution]:
        """The resolutions in the passages of an item."""
        for passage in said:
            if passage.kind == "heading" and self._turns(passage.text):
                continue
            if passage.kind in ("att", "bullet") and (self._listing or self._mode in ("resolved", "proposed")):
                yield from self._listed(passage)
                continue
            self._listing = self._proposing = False
            run_in = False
            for at, sentence in enumerate(passage.sentences):
                if self._is_heading(sentence.text):
                    run_in = at + 1 < len(passage.sentences)
                    continue
                bullet = passage.kind == "bullet" or sentence.text.startswith(("-", "–", "•"))
                yield from self._sentence(sentence, bullet)
            if run_in:
                # `Beslut: Planen godkänns.` holds for its own paragraph, `Beslut: Styrgruppen beslutar` for the list
                # below
                self._mode, self._listing = "free", self._lead is not None

    def _is_heading(self, words: str) -> bool:
        return not words.endswith((".", ",")) and len(words) <= _LONGEST_HEADING and self._turns(words)

    def _turns(self, words: str) -> bool:
        """Whether words are a heading inside the item, which changes what the text below it is."""
        mode = mode_below(words, self._verdicts.own)
        if mode is None:
            return False
        if mode == "free" and self._mode != "told":
            return False
        self._mode = mode
        self._fresh = self._listing = mode in ("resolved", "proposed")
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
        if self._mode == "skipped" or self._verdicts.is_none(sentence.text):
            return
        if run_in := _RUN_IN_DECISION.match(self._context.text, sentence.start, sentence.end):
            if not self._verdicts.is_none(joined(self._context.text[run_in.end() : sentence.end])):
                yield self._resolution(run_in.end(), sentence.end, "decisions.heading", 0.9)
            return
        if self._verdicts.lead(sentence.text):
            self._mode = "free" if self._mode == "told" else self._mode
            yield from self._led(sentence)
        elif self._mode in ("resolved", "proposed"):
            if self._fresh or deciding_verb(sentence.text, finite=True):
                yield self._resolution(sentence.start, sentence.end, "decisions.heading", 0.93)
            self._fresh = False
        elif self._mode == "free":
            yield from self._prose(sentence, went_on and bullet)

    def _prose(self, sentence: Sentence, further: bool) -> Iterator[Resolution]:
        """What a sentence of prose resolves by the body's own verb; `further`: a bullet below one that decided."""
        verb = None if self._is_of_another(sentence) else self._verdicts.verb(sentence.text)
        if verb is None and further:
            verb = self._verdicts.further_verb(sentence.text)
        if verb is None:
            return
        self._went_on = True
        if verb.outcome == "endorsed" and _PROPOSES.search(sentence.text):
            self._listing, self._lead, self._proposing = True, sentence.start, True
            return
        self._proposing = verb.word.casefold().startswith(("föresl", "rekommender", "hemställ"))
        confidence = 0.8 if verb.voice == "passive" else 0.85
        for start, end in att_clauses(self._context.text, sentence.start, sentence.end, listed=False):
            cut = self._second(start, end, verb)
            parts = [(start, cut.start()), (cut.end(), end)] if cut else [(start, end)]
            for begin, stop in parts:
                yield self._resolution(begin, stop, f"decisions.{verb.voice}", confidence)

    def _second(self, start: int, end: int, verb: Verb) -> re.Match[str] | None:
        """Where another decision begins in the same sentence, with the same subject or one of its own."""
        text = self._context.text
        if verb.outcome != "commissioned" and (cut := _AND_GAVE.search(text, start, end)):
            return cut
        for cut in _AND_THING.finditer(text, start, end) if verb.voice == "passive" else ():
            first, second = (
                deciding_verb(joined(part), finite=True) for part in (text[start : cut.start()], text[cut.end() : end])
            )
            if first and second and first.outcome != second.outcome and second.start and _is_undergone(second):
                return cut
        return None

    def _is_of_another(self, sentence: Sentence) -> bool:
        """`Äldre: Gruppen föreslår …` on a line: whose group it is stands before."""
        begin = self._context.text.rfind("\n", 0, sentence.start) + 1
        label = _LABEL.fullmatch(self._context.text, begin, sentence.start)
        return label is not None and sentence.text.startswith(_GENERAL)

    def _led(self, sentence: Sentence) -> Iterator[Resolution]:
        """The clauses of `… beslutar att A, att B`; where the sentence ends with its lead, they stand below."""
        self._fresh = self._proposing = False
        given = deciding_verb(_after_lead(sentence.text))
        if given is None and (_OPEN.search(sentence.text) or self._ends_with_subject(sentence.text)):
            self._listing, self._lead = True, sentence.start
            return
        for start, end in att_clauses(self._context.text, sentence.start, sentence.end):
            yield self._resolution(start, end, "decisions.att", 0.95)
        self._listing = sentence.text.endswith((",", " samt", ", och"))

    def _ends_with_subject(self, text: str) -> bool:
        """Whether nothing but the body stands behind `beslutade`: `Vid mötet den 3 maj beslutade nämnden`."""
        behind = _after_lead(text).strip(" :")
        return len(behind.split()) <= _LONGEST_SUBJECT and behind[-1:].isalpha() and self._verdicts.own.is_meant(behind)

    def _resolution(self, start: int, end: int, rule: str, confidence: float) -> Resolution:
        heading = _RUN_IN_HEADING.match(self._context.text, start, end)
        start = heading.end() if heading else start
        text = joined(self._context.text[start:end]).strip(" .;,•–-")
        text = _MARK_OF_CLAUSE.sub(" ", re.sub(r",?\s(?:samt|och)\Z", "", text))
        verb = deciding_verb(_after_lead(text))
        outcome: Outcome = verb.outcome if verb else ("noted" if _THANKS.search(text) else "approved")
        if verb and outcome == "approved" and _is_denied(_after_lead(text), verb):
            outcome = "rejected"
        if (self._mode == "proposed" or self._proposing) and outcome in ("approved", "rejected"):
            outcome = "endorsed"
        return Resolution(outcome, text, start, end, verb, rule, confidence if verb else round(confidence - 0.08, 2))


_THANKS = re.compile(r"\btacka(?:r|de)\sför\s", re.IGNORECASE)


def _after_lead(text: str) -> str:
    """A clause without `Styrgruppen beslutar att`, so that the verb of what is resolved comes first."""
    lead = LEAD.search(text)
    return text[lead.end("verb") :] if lead else text


def _is_denied(clause: str, verb: Verb) -> bool:
    """Whether a clause says that its verb is not done."""
    return _NOT_BEFORE.search(clause, 0, verb.start) is not None or _NOT_BEHIND.match(clause, verb.end) is not None
