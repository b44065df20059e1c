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
    rf"(?:höll|hade|har hållit|har haft|genomförde|avslutade|inledde)\s+(?:(?!att\b)[\wåäöÅÄÖ:]+\s+){{0,3}}"
    rf"{_MEETING}(?:et|t|en)?)"
)
_TELLS = re.compile(rf"\b{_MET}(?!\w)")
_GATE = ("möttes", "träffa", "samla", "sammantr", "sammanträff", "höll", "hade ", "har h", "rum", "stapeln",
         "arrangera", "anordna", "bjöd in", "genomför", "avslutade", "inledde", "möte")  # fmt: skip
# `Vid direktionens möte den 3 maj`, `På ett möte i Sala`, `Vid styrelsemötet`.
_AT_MEETING = re.compile(
    r"\b(?:[Vv]id|[Pp]å|[Uu]nder)\s+(?:(?:ett|sitt|dagens|gårdagens|det|årets|höstens|vårens|torsdagens|onsdagens|"
    r"fredagens|tisdagens|måndagens)\s+(?:\w+\s+)?|(?P<whose>(?:[\wåäöÅÄÖ-]+\s+){0,5}?[\wåäöÅÄÖ-]+)s\s+(?:\w+\s+)?)"
    r"(?:möte|sammanträde|årsmöte)t?\b"
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
_LONGEST = 10  # words of a name
_PLACE = re.compile(
    r"\b(?:i|på|hos)\s+(?P<place>[A-ZÅÄÖ][^.,:;\n()]{1,70}?)(?=\s*[.,:;\n()]|\s*\Z|\s+(?:den|för\s+att|där|då|när|"
    r"under|med|till|valdes|utsågs|kl|klockan|beslutades|samt|av|om|(?:mån|tis|ons|tors|fre)dag(?:en)?)\b)"
)
_PLACE_FIRST = re.compile(r"(?:I|På)\s+(?P<place>[A-ZÅÄÖ][^.,:;\n()]{1,60}?)\s*\Z")
_VENUE = re.compile(
    r"(?:hus|huset|hotell|hotellet|gård|gården|center|centrum|salen|lokaler|slott|herrgård|skola|skolan)\b", re.I
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
            yield Gathering(
                sentence.start, sentence.end, verb, _before(text, sentence.start, verb) or _behind(text, sentence, verb)
            )
        elif (at := _AT_MEETING.search(text, sentence.start, sentence.end)) is not None:
            whose = Span(at.start("whose"), at.end("whose")) if at["whose"] else None
            if whose is not None and not _names_body(text, whose):
                continue
            yield Gathering(sentence.start, sentence.end, Span(at.start(), at.end()), whose)


def _names_body(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return (
        0 < len(words.split()) <= _LONGEST and BODY_NOUN.search(words) is not None and _NO_SUBJECT.match(words) is None
    )


def _before(text: str, start: int, verb: Span) -> Span | None:
    """`När styrelsen för Ådalen möttes`, `Styrelsen möttes`: who stands between the beginning and the verb."""
    lead = _LEAD.match(text, start, verb.start)
    begin = lead.end() if lead else start
    comma = text.rfind(", ", begin, verb.start)
    stop = len(text[: verb.start].rstrip())
    for first in (begin, start, comma + 2 if comma >= 0 else begin):
        span = Span(first, stop)
        if first < stop and not set(text[first:stop]) & set(".,:;!?") and _names_body(text, span):
            return span
    return None


def _behind(text: str, sentence: Span, verb: Span) -> Span | None:
    """`I maj träffades Rådet för hälsa i Heby`: who stands behind the verb."""
    begin = verb.end + (text[verb.end : verb.end + 1] == " ")
    ends = _WHO_ENDS.search(text, begin, sentence.end)
    span = Span(begin, ends.start() if ends else sentence.end)
    return span if span.start < span.end and _names_body(text, span) else None


def place_of(text: str, told: Gathering, places: Places) -> Span | None:
    """Where they met, as the sentence says: `på Rådhuset i Sala`."""
    begin = told.who.end if told.who is not None and told.who.end > told.verb.end else told.verb.end
    for match in _PLACE.finditer(text, begin, told.end):
        if any(places.find(match["place"])) or _VENUE.search(match["place"]):
            return Span(match.start("place"), match.end("place"))
    first = _PLACE_FIRST.match(text, told.start, told.verb.start)
    if first is not None and any(places.find(first["place"])):
        return Span(first.start("place"), first.end("place"))
    return None
