"""Who was there and who was not, as sentences say it: `Vid § 4 deltog …`, `… har anmält förhinder`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from samverkan.facts import Attendance, Role
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence, sentences
from samverkan.reading.patterns import Pattern, seldom
from samverkan.reading.people.entries import parse
from samverkan.reading.people.entry import share
from samverkan.reading.people.pieces import PIECE
from samverkan.reading.people.presence import told_in_head

_THERE = Pattern(r"\b(?:deltog|deltar|medverkar|medverkade|närvarade|närvarar|deltagit)\b")
_PART = re.compile(
    r"(?:(?:[Vv]id|[Uu]nder|[Pp]å)\s+)?(?:(?P<time>(?:punkt(?:en|erna)?|§{1,2}|"
    r"ärende)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:,\s*\d{1,3})*"
    r"(?:\s+och\s+\d{1,3})?)|(?P<all>(?:samtliga|alla)\s+(?:punkter|ärenden)))\s*(?:deltog|deltar|medverkade|"
    r"medverkar|närvarade)?"
)
# What may stand between a person and `deltog`, or after it, when it means this meeting.
_THIS_MEETING = re.compile(
    r"\s*(?:\Z|[.,;:(]|via\b|digitalt|på distans|(?:på|i|vid|under)\s+(?:detta\s+|dagens\s+|hela\s+)?(?:mötet|"
    r"sammanträdet|punkt|§)|till\b|från\b|kl\b|också\b|även\b)"
)
_MARK = re.compile(r"[.,;](?=\s|\Z)")
_FROM = re.compile(r"(?:Från|För)\s+(?P<side>[A-ZÅÄÖ][^.,:;\n]{1,60})\s")  # `Från Region Uppsala deltog Anna Ek`
# What may stand before `medverkar` when the people stand after it.
_HERE = re.compile(
    r"(?:Vid|Under|På|I)\s+(?:(?:detta|denna|dagens)\s+)?(?:punkten?|ärendet?|mötet?|sammanträdet?|träffen?)\s+"
)


def from_sentences(context: Context) -> list[Attendance]:
    """The attendance that sentences tell of, in the order of the text: who was there, then who was not."""
    told = list(told_in_head(context))
    context = replace(context, roster=tuple(sorted((*context.roster, *(span for span, _ in told)))))
    found: list[Attendance] = []
    for match in _THERE.finditer(context.text):
        line = None if context.in_roster(match.start()) else _sentence_around(context, match.start())
        if line is None or (found and found[-1].evidence and found[-1].evidence.start >= line[0]):
            continue
        found += _in_sentence(context, *line, match)
    return [*(row for _, rows in told for row in rows), *found, *_gathered(context), *_away(context)]


# `Deltog gjorde Anna Ek och Bo Ek.`, `Närvarande på mötet var Anna Ek.`
_GATHERED = Pattern(
    r"(?<![^\s.])(?:Deltog|Deltagande|Deltagare|Närvarande|Med|Medverkade|Närvarade|På plats|Med(?:verkande)?)"
    r"(?:\s+(?:vid|på|i|under)\s+(?:dagens\s+|detta\s+)?(?:möte|sammanträde|träff)(?:t|et|en)?)?\s+(?:gjorde|var|är|fanns)\s+"
)
# `Anna Ek och Bo Ek har anmält förhinder.`, `Anna Ek kunde inte delta.`
_MISSED = Pattern(
    r"\s+(?:(?:har|hade)\s+(?:anmält|meddelat|lämnat|fått)\s+(?:förhinder|återbud|frånvaro)|"
    r"(?:anmälde|meddelade|lämnade|hade|har)\s+(?:förhinder|återbud|frånvaro)|(?:var|är)\s+(?:frånvarande|förhindrad(?:e)?|sjuk(?:a)?)|"
    r"(?:kunde|kan)\s+(?:inte|ej)\s+(?:delta|närvara|medverka|komma)|(?:deltog|närvarade)\s+(?:inte|ej)|saknades)"
    r"(?=\s*[.,;\n]|\s*\Z|\s+(?:till|vid|på|i)\s+(?:dagens\s+|detta\s+)?(?:möte|sammanträde))"
)
# `Förhinder hade Anna Ek.`, `Återbud har lämnats av Anna Ek och Bo Ek.`, `Frånvarande var Anna Ek.`
_EXCUSED = Pattern(
    r"(?<![^\s.])(?:(?:Förhinder|Återbud|Frånvaro)\s+(?:(?:(?:har|är)\s+)?(?:anmäl|meddela|lämna)\w*\s+(?:av|från)|"
    r"hade|har|från)|(?:Frånvarande|Förhindrade?)\s+(?:var|är))\s+"
)
_OPENING = re.compile(r"(?:[Mm]edan|[Oo]ch|[Mm]en|[Dd]äremot)\s+")


def _gathered(context: Context) -> Iterator[Attendance]:
    """Those whom a sentence counts up as there."""
    for match in _GATHERED.finditer(context.text):
        around = None if context.in_roster(match.start()) else _sentence_around(context, match.start())
        if around is not None:
            yield from _people(context, match.end(), around[1], None, None)


def _away(context: Context) -> Iterator[Attendance]:
    """Those of whom a sentence says that they could not come to this meeting."""
    for match in seldom(_MISSED, context.text, _MISSED.needs):
        around = None if context.in_roster(match.start()) else _sentence_around(context, match.start())
        if around is not None:
            opening = _OPENING.match(context.text, around[0])
            for row in _people(context, opening.end() if opening else around[0], match.start(), None, None):
                yield replace(row, status="absent")
    for match in _EXCUSED.finditer(context.text):
        around = None if context.in_roster(match.start()) else _sentence_around(context, match.start())
        if around is not None:
            for row in _people(context, match.end(), around[1], None, None):
                yield replace(row, status="absent")


def _sentence_around(context: Context, at: int) -> tuple[int, int] | None:
    text = context.text
    start = max(text.rfind("\n\n", 0, at), text.rfind(". ", max(0, at - 300), at), at - 1500, 0)
    end = text.find("\n\n", at)
    end = len(text) if end < 0 else end
    for span in sentences(context.layout, start, min(end, at + 1500)):
        if span.start <= at < span.end:
            return span.start, span.end
    return None


def _in_sentence(context: Context, start: int, end: int, verb: re.Match[str]) -> Iterator[Attendance]:
    text = context.text
    role: Role | None = "guest" if verb[0].startswith("medverk") else None
    parts = list(_PART.finditer(text, start, end))
    while parts and not parts[0][0][:1].isalpha():
        del parts[0]  # `§ 2 Information`: a heading, not when somebody was there
    if re.match(r"\s+(?:inte|ej)\b", text[verb.end() : verb.end() + 6]):
        return
    if parts and parts[0].start() - start < 40:
        for at, part in enumerate(parts):
            stop = parts[at + 1].start() if at + 1 < len(parts) else end
            yield from _people(context, part.end(), stop, role, part["time"])
    elif (whose := _FROM.fullmatch(text, start, verb.start())) and (side := whose["side"].strip()):
        mark = _MARK.search(text, verb.end(), end)
        for row in _people(context, verb.end(), mark.start() if mark else end, role, None, sure=False):
            yield replace(row, organisation=row.organisation or context.organisation(side))
    elif _HERE.fullmatch(text, start, verb.start()):
        yield from _people(context, verb.end(), end, role, None)
    elif _THIS_MEETING.match(text, verb.end(), end):
        time = PIECE.match(text, verb.end() + 1, end)  # `medverkade kl. 10-11`
        hours = " ".join(time["time"].split()) if time and time["time"] else None
        yield from _people(context, start, verb.start(), role, hours)


def _people(
    context: Context, start: int, end: int, role: Role | None, time: str | None, *, sure: bool = True
) -> Iterator[Attendance]:
    parsed = parse(context.text, start, end, context.places)
    if parsed.unread > len(parsed.entries) or (sure and parsed.entries and not parsed.entries[0].sure):
        return
    share(parsed.entries)
    for at, entry in enumerate(parsed.entries):
        office = entry.role or (parsed.role if at == 0 else None)  # `ordföranden Anna Ek`
        yield Attendance(
            person=entry.person,
            organisation=None if entry.organisation is None else context.organisation(entry.organisation),
            party=entry.party,
            role=office or role,
            title=entry.title,
            time=entry.time or time,
            evidence=evidence(context.text, entry.start, entry.end, "roster.sentence", 0.8),
        )
