"""Whether a sentence is the meeting's own decision: by its lead, by its verb, and by what stands around them."""

import re

from samverkan import dates
from samverkan.reading.acts.bodies import OwnBody
from samverkan.reading.acts.duedates import MONTH
from samverkan.reading.acts.outcomes import Verb, deciding_verb
from samverkan.reading.context import Context
from samverkan.reading.patterns import Pattern

# `Styrgruppen beslutar att`, `Beslutas att`, `Mötet fattade beslut om att`; what follows is resolved
LEAD = Pattern(
    r"\b(?P<verb>beslutar|beslutade|beslöt|beslutas|beslutades|beslöts|(?:överenskoms|överenskommes|bestäms|bestämdes|"
    r"bestämmer|bestämde)(?=,? att\b)|"
    r"(?:enas|enades|kom överens)(?= om\b)|(?:är överens|var överens)(?= om (?:att|följande))|"
    r"(?:är|var) (?:eniga?|enigt|ense)"
    r"(?= om (?:följande|att (?!(?:alla|båda|denna|dessa|våra|nya)\b)[a-zåäö]+[aå]\b))|"
    r"(?:fattade beslut|fattar beslut|tog beslut|beslut togs|beslut fattades)(?= (?:om )?att))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WITHOUT_SUBJECT = frozenset(
    ("beslutas", "beslutades", "beslöts", "beslut togs", "beslut fattades", "överenskoms", "överenskommes", "bestäms",
     "bestämdes")
)  # fmt: skip
# `Rådet beslutar inget självt` tells how it works
_NOTHING = re.compile(
    r"\s*(?:inte|inget|inga|ingenting|ej|aldrig|själv\w*|sällan|alltid|normalt|vanligen)\b", re.IGNORECASE
)
# `Rådet beslutar om gemensamma frågor` tells what it is there for
_MATTERS = re.compile(r"\s(?:om|i)\s(?!(?:att|enlighet)\b)(?!.*\batt\b)", re.IGNORECASE)
# `Vid mötet i våras godkände styrgruppen`
_OPENS_WITH_TIME = re.compile(r"(?:Vid|På|Under|I|Den|Efter|Redan)\s")
# Words before a verb that make it somebody's wish, plan, memory or condition.
_SUBORDINATE = re.compile(
    r"(?:\A|,\s)om\b|\b(?:att|som(?!\s(?:därmed|härmed|därefter))|vilket|vilka|vilken|när|innan|sedan|eftersom|då|"
    r"huruvida|väntas|förväntas|beräknas|planeras|"
    r"ifall|ska|skall|"
    r"kommer|kan|bör|måste|får|har|hade|hur|föreslås|föreslår|enligt|inför|därefter)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?P<word>i|av|på|hos|inom)\s+(?P<who>[\wåäöÅÄÖ-]+(?:\s[\wåäöÅÄÖ-]+)?)", re.IGNORECASE)
_EARLIER = re.compile(r"\A(?:vid|på|under|efter|den|i)\b.*\b(?:förra|tidigare|föregående)\b", re.IGNORECASE)
_BEFORE_NOW = re.compile(
    r"\b(?:tidigare|förra|föregående|redan|i (?:våras|höstas|vintras|somras|fjol)|"
    r"(?:under|i) (?:våren|hösten|vintern|sommaren|fjol|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_BY_ALL = re.compile(r"\bav\s+(?:samtliga|alla|respektive|båda|parterna|huvudmännen|kommunerna)\b", re.IGNORECASE)
# `Dagordning: godkänd`, not `Avtalet är godkänt`
_PARTICIPLE = re.compile(r"(?:godkän|fastställ)(?:d|t|da)", re.IGNORECASE)
_IS = re.compile(r"\b(?:är|var|blev|blir|inte|ej|som|kan|ska|om)\b")
# `Godkändes.` alone below a heading, which names it
_ALONE = re.compile(
    r"(?:\s(?:(?:utan|med|enligt|i enlighet med)\s[\w\s]{3,40}|till (?:handlingarna|protokollet)[\w\s]{0,30}|"
    r"(?:under förutsättning att|förutsatt att|på grund av|med motiveringen att|då|eftersom|tills)\s[^.;]{3,120})|"
    r",\s[^.;]{3,80}|"
    r"\soch\s(?:lades|läggs|lägges|las) till handlingarna)?\s*\.?\Z"
)
# What follows says by when answers are due, not when it was sent.
_ANSWERS = re.compile(
    r"\b(?:senast|svar\w*|sista|till den|till och med|t\.?o\.?m|fram till|före|tills|inför)\b", re.IGNORECASE
)
_NO_DECISION = re.compile(
    r"(?:inget|inga|ej|inte)\b.*\bbeslut\b|det\s(?:noteras|noterades|antecknas|antecknades)\b|.*\?\Z|"
    r"(?:ärendet|punkten|frågan|paragrafen)\s(?:utgår|utgick|ströks|stryks)"
    r"(?:\s(?:på grund av|p\.?\s?g\.?\s?a|då|eftersom|från dagordningen|ur dagordningen)\b.*)?\s*\.?\Z",
    re.IGNORECASE,
)
_NO_TIME = re.compile(r"\b(?:hann|hinns|hanns|hinner|tidsbrist|tidsskäl|utgick|utgår|ströks)\b", re.IGNORECASE)
_UP = re.compile(r"\W+(?:\w+\W+){0,5}?upp\b")
_ABOUT_ITEM = re.compile(
    r"\b(?:frågan|ärendet|punkten|diskussionen|samtalet|samtalen|beslutet|förslaget|den|det|detta|vi|dialogen|behandlingen|"
    r"beredningen|rapporten|överläggningen|genomgången)\b",
    re.IGNORECASE,
)
_FARTHEST = 150  # characters before a verb; a subject that is longer is a sentence of its own


_TOLD = re.compile(r"\b(?:att|som|om|när|vilket)\b")
# What merely opens a sentence: `Som representant utses …`, `Då valdes …`
_OPENING = re.compile(
    r"\A(?:Som\s|Då\s(?=\Z)|Att\s(?:(?:jämte|tillsammans med)\s\w+\s)?(?:justera|underteckna|föra|leda)\b)"
)


# What is sent or elected then is not so now: `Förslaget skickas sedan på remiss`, `Då väljs presidium`.
_LATER = re.compile(
    rf"\A(?:Då|Därefter|Sedan|Senare)\s|\b(?:skickas|sänds|väljs|utses|remitteras)\s(?:ut\s)?(?:sedan|därefter|senare)\b|"
    rf"\A(?:Ett|En)\s[^.]*\bi\s(?:(?:början|slutet|mitten)\sav\s)?{MONTH}\b",
)


def _is_habit(verb: Verb) -> bool:
    """Whether news tell with it what a body is there for: `Styrelsen utser …`; what it did stands in the past."""
    return verb.voice == "active" and not verb.past and verb.outcome in ("appointed", "approved", "endorsed")


class Verdicts:
    """Tells the meeting's own decisions from what others decide, decided before or will decide."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.own = OwnBody(context)

    def is_none(self, text: str) -> bool:
        """Whether a sentence says that nothing was decided, asks, or only notes who left."""
        return _NO_DECISION.match(text) is not None

    def lead(self, text: str) -> re.Match[str] | None:
        """The words by which the meeting itself decides, `Styrgruppen beslutar`, before what it decides."""
        lead = LEAD.search(text)
        if lead is None:
            return None
        before, rest = text[: lead.start()], lead["rest"]
        if _NOTHING.match(rest) or (lead["verb"] == "beslutar" and _MATTERS.match(rest)):
            return None
        if _EARLIER.search(before) or self._is_dated(before) or self._is_dated(rest.split(" att ")[0][:40]):
            return None
        if lead["verb"].casefold() in _WITHOUT_SUBJECT:
            return lead if re.fullmatch(r"\W*(?:det|härefter|därmed)?\s*", before, re.IGNORECASE) else None
        if _SUBORDINATE.search(before):
            return None
        behind = " ".join(rest.split()[:2])
        if before.strip():
            return lead if self.own.is_meant(before) or self.own.is_meant(behind) else None
        return lead if self.own.is_meant(behind) or rest.lstrip().startswith("att") else None

    def verb(self, text: str) -> Verb | None:
        """The verb by which the meeting itself decides in a sentence of prose; None where others do, did or will."""
        verb = deciding_verb(text, finite=True)
        if verb is None or _EARLIER.search(text):
            return None
        before, behind = _OPENING.sub("", text[: verb.start]), text[verb.end :]
        if self._context.document.kind == "news" and _is_habit(verb):
            return None
        if verb.past and verb.voice == "active" and _OPENS_WITH_TIME.match(before) and self._is_dated(before):
            return None
        planned = self._context.document.kind == "news" and verb.voice == "passive"
        if not verb.past and (planned or _LATER.search(text)):
            return None
        if before.rstrip().endswith((" och", " samt")) and verb.voice == "active" and not _TOLD.search(before):
            return verb if self.own.is_meant(" ".join(before.split()[:3])) else None
        if _SUBORDINATE.search(before) or len(before) > _FARTHEST:
            return None
        return verb if self._is_own(verb, before, behind) else None

    def further_verb(self, text: str) -> Verb | None:
        """The verb of a bullet that has lost its line, behind one that decided: `… ordning. - ställer sig bakom …`."""
        verb = deciding_verb(text, finite=True)
        return verb if verb is not None and not text[: verb.start].strip(" -–•") else None

    def _is_own(self, verb: Verb, before: str, behind: str) -> bool:
        if verb.outcome == "deferred":
            return self._is_deferred(verb, before, behind)
        if verb.voice == "passive":
            if _PARTICIPLE.fullmatch(verb.word) and _IS.search(before):
                return False
            named = before.strip() or verb.start or verb.outcome == "commissioned" or _ALONE.match(behind)
            return bool(named) and not self._is_elsewhere(verb, before, behind)
        if verb.word.casefold() in ("får", "fick"):
            near = f"{before} {behind[:60]}"
            dated = self._is_dated(before) or self._is_dated(behind.partition("uppdrag")[0][:40])
            return not (verb.past and (_BEFORE_NOW.search(near) or dated))
        follows = " ".join(behind.split()[:3]).replace("sig ", "")
        # `Därmed godkänner styrgruppen …`, not `Karin föreslog att styrgruppen …`
        opens = len(before.split()) <= 4 and not self.own.is_other(before) and not follows.startswith("att ")
        return self.own.is_meant(before) or (opens and self.own.is_meant(follows))

    def _is_deferred(self, verb: Verb, before: str, behind: str) -> bool:
        word = verb.word.casefold()
        if _NO_TIME.search(before + behind) and not word.startswith("bord"):
            return False
        if word in ("återkommer", "tar", "fortsätter", "fortsatte", "vilar") and not _ABOUT_ITEM.search(
            " ".join(before.split()[:3])
        ):  # `Rådet återkommer till frågan`, not `Karin återkommer till mötet`
            return word == "återkommer" and _ABOUT_ITEM.search(behind[:40]) is not None and self.own.is_meant(before)
        if word in ("tas", "togs", "fattas", "fattades") and not _UP.match(behind):
            return _ABOUT_ITEM.search(before) is not None or before.strip().casefold().startswith("beslut")
        return not (verb.voice == "active" and self.own.is_other(before))

    def _is_elsewhere(self, verb: Verb, before: str, behind: str) -> bool:
        """Whether a thing is decided by another body or on another day: `antogs av …`, `fastställdes 2019`."""
        near = behind[:80]
        for place in _PLACE.finditer(near):
            agent = place["word"].casefold() == "av"
            if (agent or verb.outcome != "appointed") and self.own.is_other(place["who"]):
                return True
            if agent and place["who"][:1].isupper():
                return True
        if verb.outcome == "referred" and not verb.past and self._is_dated(_ANSWERS.split(near, maxsplit=1)[0]):
            return True  # `skickas på remiss den 1 mars`
        if not verb.past or verb.outcome in ("commissioned", "deferred"):
            return False
        if verb.outcome == "referred":
            near = _ANSWERS.split(near, maxsplit=1)[0]
        told = _BEFORE_NOW.search(near) is not None or _BY_ALL.search(near) is not None
        when = before[:25] if _OPENS_WITH_TIME.match(before) or before[:1].isdigit() else ""  # not `Budget 2031 antogs`
        return told or self._is_dated(near, earlier=True) or self._is_dated(when)

    def _is_dated(self, words: str, earlier: bool = False) -> bool:
        """Whether words give a day or year that is not the meeting's, or with `earlier` one before it."""
        start = self._context.meeting.start or self._context.document.date or self._context.document.published
        for written in dates.find(words):
            day = self._context.day(written)
            news = self._context.document.kind == "news"
            if day is None and news and start is not None and written.month is not None:
                day = written.in_year(int(start[:4]))
            if day is None or start is None:
                return True
            if news and start[:7] == day[:7] and day <= start:
                continue  # news are published some days behind what they tell
            if day[: len(start)] != start[: len(day)] and not (earlier and day > start[: len(day)]):
                return True
        return False
