"""What news tell of a meeting: the sentences that say that somebody met, who it was, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.places import Places
from samverkan.reading.layout import Layout, Span, sentences
from samverkan.reading.people.roles import BODY_NOUN

# Verbs of meeting and of holding a meeting, as told afterwards; those to come are no meeting that was.
_MEETING = r"(?:\w*möte|\w*sammanträde|\w*träff|\w*konferens|\w*seminarium|\w*dialog|\w*rådslag|\w*samling)"
_MET = (
    r"(?:möttes|träffades|samlades|sammanträdde|sammanträffade|hölls|avhölls|genomfördes|arrangerades|anordnades|"
    r"var samlade|ägde rum|gick av stapeln|(?P<host>samlade|arrangera(?:n)?de|anordnade|bjöd in|hade bjudit in)|"
    r"(?:höll|hade)\s+(?P<held>(?:[\wåäöÅÄÖ-]+\s+){1,8}?)(?:sitt|sin|ett|en)\s+(?:\w+\s+){0,2}"
    rf"{_MEETING}(?:et|t|en)?|"
    r"(?:höll|hade|har hållit|har haft|genomförde|avslutade|inledde)\s+(?:(?!att\b)[\wåäöÅÄÖ:]+\s+){0,3}"
    rf"{_MEETING}(?:et|t|en)?)"
)
_TELLS = re.compile(rf"\b{_MET}(?!\w)")
_GATE = ("möttes", "träffa", "samla", "sammantr", "sammanträff", "höll", "hade ", "har h", "rum", "stapeln",
         "arrangera", "anordna", "bjöd in", "genomför", "avslutade", "inledde", "möte", "stämman")  # fmt: skip
# `Vid direktionens möte den 3 maj`, `På ett möte i Sala`, `Vid styrelsemötet`.
_AT_MEETING = re.compile(
    r"\b(?:[Vv]id|[Pp]å|[Uu]nder)\s+(?:(?:ett|sitt|dagens|gårdagens|det|årets|höstens|vårens|torsdagens|onsdagens|"
    r"fredagens|tisdagens|måndagens)\s+(?:\w+\s+)?|(?P<whose>(?:[\wåäöÅÄÖ-]+\s+){0,5}?[\wåäöÅÄÖ-]+)s\s+(?:\w+\s+)?)"
    r"(?:möte|sammanträde|årsmöte)t?\b|\b(?:[Vv]id|[Pp]å|[Uu]nder)\s+\w*(?:stämman|årsmötet)\b|\b(?:[Vv]id|[Pp]å)\s+(?:möte|sammanträde)t\b|"
    r"\b(?:[Vv]id|[Pp]å|[Uu]nder)\s+(?:styrelse|direktions|nämnd|utskotts|råds|års|förbunds|förbundsstyrelse)(?:mötet|sammanträdet)\b"
)
# What may stand before who met: a conjunction, when, how.
_LEAD = re.compile(
    r"(?:(?:När|Då|Sedan|Efter att|I dag|Idag|I går|Igår|Nyligen|Nu|Äntligen|Förra veckan|I förra veckan|"
    r"I \w+(?: \d{4})?|(?:På\s+)?\w+dagen|Under (?:\w+ ){1,2}\w+|Den \d{1,2} \w+(?: \d{4})?)\s+"
    r"(?:den \d{1,2} \w+\s+)?)?"
)
_WHO_ENDS = re.compile(
    r"\s+(?:i|på|hos|den|till|vid|under|via|digitalt|igår|idag|för\s+att|för\s+(?:första|andra|tredje|sista)|med\s+anledning|"
    r"(?:mån|tis|ons|tors|fre)dag(?:en)?)\b|[.,:;\n]|\Z"
)
_NO_SUBJECT = re.compile(
    r"(?:[Nn]y(?:a|tt)?|[Ee]n|[Ee]tt|[Dd]e[nt]?|[Ii]|[Pp]å|[Vv]id|[Uu]nder|[Dd]är|[Ss]om|[Ss]amma|[Ff]ör|[Ee]fter|[Ff]rån)\b"
)
_ARTICLE = re.compile(r"[Dd]e[nt]\s+(?=[a-zåäö]+a\s)")
_JOINT = re.compile(r"\s(?:när|då|där|sedan|medan|innan|eftersom)\s")  # `två av frågorna när rådet höll höstmöte`
_LONGEST = 10  # words of a name
_NAMED_PLACE = (
    r"[A-ZÅÄÖ][\wåäöé-]*(?:\s+(?:[A-ZÅÄÖ&][\wåäöé-]*|(?:i|på|och|vid)\s+[A-ZÅÄÖ][\wåäöé-]*|\w*(?:hus|huset|hotell|hotellet|slott|"
    r"gård|lokaler|\w*station(?:en)?|kansli(?:et)?|kontor(?:et)?|stadshus|stadshuset|herrgård|folkhögskola|center|centrum|konferens|museum|skola|bibliotek|universitet|arena|teater)\b))*"
)
_PLACE = re.compile(
    rf"\b(?:(?:i|på)\s+(?!Region\b)|hos\s+)(?P<place>{_NAMED_PLACE}(?:,\s+[A-ZÅÄÖ][\wåäö]+(?=,\s|\s+(?:den|i)\s))?)"
)
_PLACE_FIRST = re.compile(r"(?:I|På)\s+(?P<place>[A-ZÅÄÖ][^.,:;\n()]{1,60}?)\s*\Z")
VENUE = re.compile(
    r"(?:hus|huset|hotell|hotellet|gård|gården|center|centrum|salen|lokaler|slott|herrgård|skola|skolan|kansli|kontor)\b"
    r"|\b(?:scandic|clarion|quality|elite|radisson|best western)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A sentence that tells of a meeting: where in the text, where its verb ends, and who met where it says so."""

    start: int
    end: int
    verb: Span
    who: Span | None


def gatherings(layout: Layout) -> Iterator[Gathering]:
    """The sentences of news that tell that somebody met, in the order of the text."""
    text = layout.text
    for sentence in sentences(layout, 0, len(text)):
        words = text[sentence.start : sentence.end]
        if not any(sign in words for sign in _GATE):
            continue
        if (met := _TELLS.search(text, sentence.start, sentence.end)) is not None:
            verb = Span(met.start(), met.end())
            if met["host"] or not words.rstrip().endswith((".", ":")):  # who invited others; a heading
                yield Gathering(sentence.start, sentence.end, verb, None)
                continue
            held = _subject(text, *met.span("held")) if met["held"] else None
            who = held or _before(text, sentence.start, verb) or _behind(text, sentence, verb)
            yield Gathering(sentence.start, sentence.end, verb, who)
        elif (at := _AT_MEETING.search(text, sentence.start, sentence.end)) is not None:
            whose = _subject(text, *at.span("whose")) if at["whose"] else None
            if whose is None and at["whose"]:
                continue
            yield Gathering(sentence.start, sentence.end, Span(at.start(), at.end()), whose)


def _subject(text: str, start: int, end: int) -> Span | None:
    """The words of a stretch, if they name a body; without an article (`den regionala beredningen`)."""
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    words = text[start:end].rstrip()
    if not 0 < len(words.split()) <= _LONGEST or not BODY_NOUN.search(words) or _NO_SUBJECT.match(words):
        return None
    return Span(start, start + len(words))


def _before(text: str, start: int, verb: Span) -> Span | None:
    """`När styrelsen för Ådalen möttes`, `Styrelsen möttes`: who stands between the beginning and the verb."""
    lead = _LEAD.match(text, start, verb.start)
    begin = lead.end() if lead else start
    comma = text.rfind(", ", begin, verb.start)
    joint = max((each.end() for each in _JOINT.finditer(text, begin, verb.start)), default=begin)
    for first in (begin, start, comma + 2 if comma >= 0 else begin, joint):
        if set(text[first : verb.start]).isdisjoint(".,:;!?") and (span := _subject(text, first, verb.start)):
            return span
    return None


def _behind(text: str, sentence: Span, verb: Span) -> Span | None:
    """`I maj träffades Rådet för hälsa i Heby`: who stands behind the verb."""
    begin = verb.end + (text[verb.end : verb.end + 1] == " ")
    ends = _WHO_ENDS.search(text, begin, sentence.end)
    return _subject(text, begin, ends.start() if ends else sentence.end)


def place_of(text: str, told: Gathering, places: Places) -> Span | None:
    """Where they met, as the sentence says: `på Rådhuset i Sala`."""
    begin = told.who.end if told.who is not None and told.who.end > told.verb.end else told.verb.end
    for match in _PLACE.finditer(text, begin, told.end):
        if any(places.find(match["place"])) or VENUE.search(match["place"]):
            return Span(match.start("place"), match.end("place"))
    first = _PLACE_FIRST.match(text, told.start, told.verb.start)
    if first is not None and any(places.find(first["place"])):
        return Span(first.start("place"), first.end("place"))
    return None
