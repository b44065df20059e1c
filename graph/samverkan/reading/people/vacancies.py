"""Vacant seats: those of lists, and those that sentences tell of, each with its body and whose it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samverkan.facts import Vacancy
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.patterns import seldom
from samverkan.reading.people.composition import own_body
from samverkan.reading.people.rows import Seat
from samverkan.reading.people.sides import side
from samverkan.reading.people.unfilled import unfilled_told

_NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
_SEAT = r"(?:plats(?:er)?|post(?:er)?|mandat|ledamotsplats(?:er)?|ersättarplats(?:er)?)"
_EMPTY = r"(?:vakanta?|obesatta?|tom(?:ma)?)\b"
_EMPTINESS = ("vakant", "obesatt", " tom", "\ntom", "\ttom")  # one of these is in all that _EMPTY matches
_STANDS = r"(?:är|står|blir|förblir)"
# `En plats är vakant`, `En av kommunernas platser är vakant`, `Två platser för Sala är vakanta`, `3 vakanta platser`.
_VACANT = re.compile(
    rf"\b(?P<count>(?i:{'|'.join(_NUMBERS)})|\d{{1,2}})\s+(?:vakanta?\s+{_SEAT}\b(?P<after>[^.\n]{{0,40}})"
    rf"|(?:av\s+(?P<owner>[\wåäöÅÄÖ]+?)s\s+|\w+\s+)?{_SEAT}\b(?P<between>(?:[^.\n]|\n(?!\n)){{0,60}}?)\s{_STANDS}\s+"
    rf"(?:\w+\s+){{0,2}}{_EMPTY})"
)
_NTH = r"(?:(?:första|andra|tredje|ena|enda|ordinarie)\s+)?"
_IT = r"[\wåäöÅÄÖ]*(?:[Pp]latsen|[Pp]osten|[Mm]andatet)"
# `Oppositionens plats är vakant`, `Platsen för Sala är vakant`, behind `Sala – Anna Ek.` that of Sala.
_THE_SEAT = re.compile(
    rf"\b(?:(?P<whose>[A-ZÅÄÖ][\wåäö]*)s\s+{_NTH}(?:ersättar|ledamots)?(?:plats|post)|{_IT})\b"
    rf"(?P<between>(?:[^.\n]|\n(?!\n)){{0,60}}?)\s{_STANDS}\s+(?:\w+\s+){{0,2}}{_EMPTY}"
    rf"|\b{_STANDS}\s+{_IT}\b(?P<inside>[^.,\n]{{0,40}}?)\s{_EMPTY}"
)
_OFFICE = re.compile(r"\bsom\s+(?:vice\s+)?(?:ordförande|ledamot|ersättare|representant|sekreterare)\b")
# A body in the sentence, or the one before, that the seat may be in: `styrgruppen för …`, `kommungruppen`.
_NAMED_BODY = re.compile(
    r"(?<![\wåäö])(?P<name>[\wåäöÅÄÖ-]*(?:[Gg]rupp|[Rr]åd|[Nn]ämnd|[Uu]tskott|[Bb]eredning|[Nn]ätverk|[Ss]tyrelse|"
    r"[Dd]irektion|[Kk]ommitté|[Ff]orum|[Dd]elegation)(?:en|et|n)?)s?(?![\wåäö])"
    r"(?P<more> för [^.,;:\n]{3,60}?(?=[.,;:\n]|(?<!-)\s(?:med|som|där|efter|har|är|till|och|den|från)\b)"
    r"| [A-ZÅÄÖ][\wåäö]+| [a-zåäö]+/[a-zåäö]+)?"
)
_HEAD_OF_LINE = re.compile(r"\s*(?:[-•*]\s+)?([^\n:–]{2,50}?)(?::|\s+[–-])\s")
_WHOSE = re.compile(r"\s*(?:för|från)\s+(?P<side>\S[^,;:]*)")


def _only_place(context: Context, seat: re.Match[str]) -> str | None:
    """`Sala har inte utsett någon, och den platsen är vakant`: the one place that the sentence names before."""
    line = context.text.rfind("\n", 0, seat.start()) + 1
    sentence = max(line, context.text.rfind(". ", line, seat.start()) + 1)
    above = max(line, context.text.rfind(". ", line, max(line, sentence - 1)) + 1)
    meant = context.text[sentence : seat.end()].split()[0] in ("Den", "Denna", "Platsen")
    for begin in (sentence, above) if meant else (sentence,):
        if named := {place.name for place in context.places.find(context.text, begin, seat.end())}:
            return named.pop() if len(named) == 1 else None
    return None


def read_vacancies(context: Context, seats: Sequence[Seat]) -> tuple[Vacancy, ...]:
    """The vacant `seats` of lists and those that sentences tell of, counted by body and side."""
    found: dict[tuple[str, str | None], Vacancy] = {}
    for body, whose, count, start, end in (*_listed(context, seats), *_told(context)):
        proof = evidence(context.text, start, end, "composition.vacant", 0.9)
        before = found.get((body, whose), Vacancy(body, whose, 0, proof))
        found[body, whose] = replace(before, count=before.count + count)
    return tuple(found.values())


Vacant = tuple[str, str | None, int, int, int]


def _listed(context: Context, seats: Sequence[Seat]) -> Iterator[Vacant]:
    for seat in seats:
        body = own_body(context, seat.section.body)
        if body is not None:
            yield body, seat.section.organisation, 1, seat.start, seat.end


def _told(context: Context) -> Iterator[Vacant]:
    """The vacant seats that sentences tell of; in minutes those alone that say whose they are, or in which office."""
    if context.body.name is None:
        return
    minutes = context.document.kind == "minutes"
    for match in seldom(_VACANT, context.text, _EMPTINESS):
        if minutes and not match["owner"]:
            continue
        count = _NUMBERS.get(match["count"].casefold()) or int(match["count"])
        whose = _WHOSE.match(match["between"] or match["after"] or "")
        named = (
            side(f"För {whose['side'] if whose else match['owner']}", context.places)
            if whose or match["owner"]
            else None
        )
        yield _body_of(context, match), named, count, match.start(), match.end()
    if not minutes:
        for whose_seat, start, end in unfilled_told(context.text, context.places):
            yield context.body.name, whose_seat, 1, start, end
    for match in seldom(_THE_SEAT, context.text, _EMPTINESS):
        if minutes and not (match["whose"] or _OFFICE.search(match[0])):
            continue
        whose = _WHOSE.match(match["between"] or match["inside"] or "")
        head = _HEAD_OF_LINE.match(context.text, context.text.rfind("\n", 0, match.start()) + 1)
        named = (
            side(f"För {whose['side']}", context.places) if whose else side(head[1], context.places) if head else None
        ) or _only_place(context, match)
        yield _body_of(context, match), named, 1, match.start(), match.end()


def _body_of(context: Context, seat: re.Match[str]) -> str:
    """The body that a seat is in: the one that its sentence names, or the one before it; else the document's own."""
    text, own = context.text, context.body.name or ""
    far = max(0, seat.start() - _FAR)
    line = max(far, text.rfind("\n\n", far, seat.start()) + 1)
    sentence = max(line, text.rfind(". ", line, seat.start()) + 1)
    above = max(line, text.rfind(". ", line, max(line, sentence - 1)) + 1)
    end = text.find(".", seat.end(), seat.end() + _FAR)
    parts = [(sentence, end if end >= 0 else seat.end()), (above, sentence)]
    if re.search(r"\bdär\b", seat[0]):
        parts.reverse()  # `styrgruppen för hälsa. Gruppens andra plats där är vakant`
    for start, stop in parts:
        named = next((each for each in _NAMED_BODY.finditer(text, start, stop) if not _OF_ANOTHER.match(each[0])), None)
        while named is not None and _OFFICE_IN.search(text, max(start, named.start() - _OFFICE_REACH), named.start()):
            named = _NAMED_BODY.search(text, named.end(), stop)  # `ordförande i nämnden` tells who somebody is
        if named is None or (_is_own(named["name"], "") and text.endswith("i ", 0, named.start())):
            continue  # `Posten som ordförande i gruppen`: in the one that the sentence before tells of
        return own if _is_own(named["name"], own) else _fullest(text, named)
    opening = _LEADERS.match(text, line)
    return opening[1].lower() if opening else own


_OFFICE_REACH = 60  # characters
_OFFICE_IN = re.compile(r",\s(?:ordförande|ledamot|ersättare)\s+i\s+(?:[\wåäö-]+\s+){0,3}\Z")
# A paragraph about those who lead a body: `Ledningen består av …`
_LEADERS = re.compile(r"\s*([Ll]edningen|[Pp]residiet)\s+(?:består|utgörs|har)\b")
_FAR = 500  # characters that the sentences around a seat reach
_LOOKED_THROUGH = 50_000  # characters


# `kommunstyrelsens ordförande` tells who somebody is, and no body of the seat.
_OF_ANOTHER = re.compile(
    r"(?:kommun|region|läns|stads)(?:styrelse|nämnd)|(?:kommunal|region|oppositions|borgar|landstings)råd|[\wåäö]+(?:en|et|n)s\Z(?<!gruppens)(?<!rådets)",
    re.I,
)


def _is_own(noun: str, own: str) -> bool:
    """Whether a noun alone means the document's own body: `Gruppen`, or what its name holds."""
    stem = re.sub(r"(?:en|et|n)\Z", "", noun.casefold())
    return stem in _BARE or stem in own.casefold()


_BARE = frozenset(
    ("grupp", "råd", "nämnd", "styrelse", "direktion", "utskott", "beredning", "nätverk", "kommitté", "forum")
)


def _fullest(text: str, named: re.Match[str]) -> str:
    """`Arbetsgruppen` is `arbetsgrupp för ungdomsfrågor` where the text has called it so."""
    if named["more"]:
        return " ".join(named[0].split())
    stem = re.escape(re.sub(r"(?:en|et|n)\Z", "", named["name"])[1:])
    first = re.escape(named["name"][0])
    for other in _NAMED_BODY.finditer(text, 0, _LOOKED_THROUGH):
        if other["more"] and re.match(rf"(?i:{first}){stem}(?:en|et|n)?\Z", other["name"]):
            return " ".join(other[0].split())
    return named["name"][0].lower() + named["name"][1:]
