"""Where the body met, in what manner, who led it and who wrote."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from samverkan import dates, names
from samverkan.dates import WrittenDate
from samverkan.facts import Document, Meeting, Mode
from samverkan.reading.context import Context
from samverkan.reading.head.days import day_of_news
from samverkan.reading.head.header import head
from samverkan.reading.head.news import VENUE, gatherings, place_of, venue_at
from samverkan.reading.layout import Layout, Line, evidence
from samverkan.reading.patterns import Pattern
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.sections import heading_at
from samverkan.reading.people.signatures import Signer

_PLACE_LABEL = re.compile(
    r"(?P<label>Plats och tid|Tid och plats|Tid & plats|Plats & tid|"
    r"Plats och datum|Datum och plats|Plats/tid|Tid/plats|Plats, tid|"
    r"Tid, plats|Sammanträdesplats|Mötesplats|Möteslokal|Plats|"
    r"Lokal|Var)(?:\s*:|\s*\t|\s*\Z|\s{2,}|\s(?=(?-i:[A-ZÅÄÖ])))\s*", re.I
)  # fmt: skip
# `Datum: 3 maj 2021, Plats: Rådhuset`, `möte den 3 maj 2021 i Sala`.
_PLACE_INSIDE = re.compile(
    r"(?:[,;]\s*(?P<label>Plats|Lokal):\s*|(?:\d{4}|\d\d-\d\d|\d[.:]\d\d),?\s+i\s+(?:sammanträdesrum\s+)?(?=[A-ZÅÄÖ]))(?P<place>[^\t]{2,80})\Z"
)
_DISTANCE = Pattern(
    r"\b(?:hybrid\w*|teams\w*|zoom|skype\w*|digital(?:t|a)?\s+(?:möte|sammanträde|via|form|deltagande)|digitalt\b|"
    r"distans\w*|video(?:konferens|möte|länk)\w*|telefonmöte|"
    r"webbmöte|via\s+länk|på\s+länk|online|webex|google meet)", re.I
)  # fmt: skip
_PHYSICAL = re.compile(r"\b(?:på plats|fysiskt?)\b", re.I)
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_TIMES = re.compile(
    rf"\b(?:{_WEEKDAY})\b(?:\s+den)?|\bden\b(?=\s*\d)|(?:kl\.?|"
    rf"klockan)\s*\d{{1,2}}(?:[.:]\d\d)?(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{{1,2}}(?:[.:]\d\d)?)?"
    r"|\b\d{1,2}[.:]\d\d\s*(?:[-–—]\s*\d{1,2}[.:]\d\d)?|\bmellan\b", re.I
)  # fmt: skip


def read_meeting(context: Context, days: tuple[WrittenDate, ...], signers: Iterable[Signer]) -> Meeting | None:
    """The meeting that the document tells of; None for a page of composition, and for news without one."""
    document = context.document
    if document.kind == "composition" or (document.kind == "news" and not days):
        return None
    settled = sorted(day for written in days if (day := context.day(written)))
    place, start, end = _place(context)
    mode = _mode(context, place)
    proof = None
    if days:
        proof = evidence(context.text, days[0].start, days[-1].end, "header.day", 0.9 if settled else 0.5)
    elif place is not None:
        proof = evidence(context.text, start, end, "header.place", 0.9)
    return Meeting(
        start=settled[0] if settled else None,
        end=settled[-1] if settled else None,
        place=place,
        mode=mode,
        chair=_chair(context, signers),
        secretary=_secretary(context, signers),
        evidence=proof,
    )


def _place(context: Context) -> tuple[str | None, int, int]:
    if context.document.kind == "news":
        return _told_place(context)
    lines = head(context.layout)
    for at, line in enumerate(lines):
        label = _PLACE_LABEL.match(line.text)
        if label is None or re.match(r"(?:Justering|Tid och plats för)", line.text):
            continue
        for start, end in _values(context, lines, at, line.start + label.end()):
            place = _without_time(context.text[start:end])
            if place:
                return place, start, end
            if _DISTANCE.search(context.text, start, end) or ("och" not in label["label"] and start < end):
                break
    for line in lines[:12]:
        inside = _PLACE_INSIDE.search(line.text)
        place = _without_time(inside["place"]) if inside else None
        if inside and place and (inside["label"] or any(context.places.find(place))):
            return place, line.start + inside.start("place"), line.start + inside.end("place")
    for line in lines[:12]:
        if re.search(r"\.(?:docx?|pdf|odt|rtf)\Z", line.text) or _HELD_AT.search(line.text):
            continue  # the name of a file; a sentence
        place = _behind_day(line.text) or _behind_hours(line.text) or _before_hours(line.text)
        if (
            place
            and len(place) <= 80
            and not names_body(place)
            and (VENUE.search(place) or any(context.places.find(part) for part in place.split(", ")[-2:]))
        ):
            return place, line.start, line.end
    found = _unlabelled(context, lines[:12])
    return found if found[0] is not None else _told_in_head(context, lines)


# `Protokoll fört vid sammanträde i Sala fredagen den 3 maj`
_MET_IN = re.compile(
    r"\b(?:möte|sammanträde|träff|överläggning)\s(?:i|på)\s(?P<place>[A-ZÅÄÖ][\wåäö ,-]{2,60}?),?\s+"
    r"(?=(?:(?:mån|tis|ons|tors|fre)dag(?:en)?\b|den\s\d|\d{1,2}\s[a-z]|20\d\d|kl))"
)


_ADDRESS = re.compile(r"[A-ZÅÄÖ][\wåäö:.]+(?:\s[A-ZÅÄÖa-zåäö][\wåäö]*)*\s\d{1,3}(?:\s?[A-Z])?,\s[A-ZÅÄÖ][\wåäö ]+\Z")


def _unlabelled(context: Context, lines: tuple[Line, ...]) -> tuple[str | None, int, int]:
    """The place between the word for the meeting and its day, or alone on the line below the day."""
    for line, below in pairwise(lines):
        found = _MET_IN.search(line.text)
        if found and any(context.places.find(found["place"])):
            return found["place"], line.start + found.start("place"), line.start + found.end("place")
        timed = _without_time(line.text) is None
        alone = (timed or _ENDS_WITH_HOURS.search(line.text)) and any(day.day for day in dates.find(line.text))
        words = below.text
        if timed and _ADDRESS.match(words) and any(context.places.find(words)):
            return words, below.start, below.end
        if alone and len(words) <= 60 and not re.search(r"[:.\t\d]", words) and not names_body(words):
            _, _, venue = words.partition(", ")
            if venue and (VENUE.search(words) or _SCHOOL.search(words)) and any(context.places.find(words)):
                return words, below.start, below.end
    return None, 0, 0


_ENDS_WITH_HOURS = re.compile(r"\d[.:]\d\d\s*\Z")
_SCHOOL = re.compile(
    r"(?:skolan|kontoret|kyrkan|museet|biblioteket|stationen|kansli|kansliet|rummet|sal|lokal|rum|kontor)\b",
    re.IGNORECASE,
)
# `Vi höll till på Ådals slott utanför Sala.`, `Mötet hölls i Sala`: a sentence of the head that says where.
_HELD_AT = re.compile(
    r"(?:(?:Vi|Nätverket|Gruppen|Rådet)\s(?:höll till|träffades|möttes|sågs|samlades|sammanträdde)|"
    r"[Mm]ötet\s(?:hölls|ägde rum|genomfördes))\s(?:den\s\d{1,2}\s\w+\s|denna gång\s|den här gången\s|fysiskt\s)?"
    r"(?=(?:i|på|hos)\s)"
)


def _told_in_head(context: Context, lines: tuple[Line, ...]) -> tuple[str | None, int, int]:
    """Where a sentence of the head says that the meeting was held."""
    for line in lines:
        held = _HELD_AT.search(line.text)
        found = venue_at(context.text, line.start + held.end(), line.end) if held else None
        if found and (VENUE.search(context.text, *found) or any(context.places.find(context.text, *found))):
            return " ".join(context.text[slice(*found)].split()), *found
    return None, 0, 0


def _told_place(context: Context) -> tuple[str | None, int, int]:
    """Where the sentences of news say that somebody met."""
    for told in gatherings(context.layout):
        if found := place_of(context.text, told, context.places):
            return " ".join(context.text[slice(*found)].split()), *found
    rooms = re.search(r"\b[Ii] ([A-ZÅÄÖ][\wåäöé -]{2,50}? lokaler)\b", context.text[:3000])
    return (rooms[1], rooms.start(1), rooms.end(1)) if rooms else (None, 0, 0)


def _values(context: Context, lines: tuple[Line, ...], at: int, start: int) -> Iterator[tuple[int, int]]:
    """Where the value of a label may stand: behind it, or on the next lines up to another label."""
    yield start, lines[at].end
    for line in lines[at + 1 : at + 3]:
        if heading_at(context.text, line.start, line.end) or re.match(r"[^\W\d][^\n:\t]{2,30}(?::|\t)", line.text):
            return
        yield line.start, line.end


def _behind_day(text: str) -> str | None:
    """`Torsdag 12 maj 2022, kl 9-12, Folkets hus, Sala`: the place behind the day and the hours."""
    if len(text) > 150 or re.search(r"[a-zåäö]{3}\. +[A-ZÅÄÖ]", text):
        return None  # running text
    day = max((written.end for written in dates.find(text) if written.day), default=None)
    if day is None:
        return None
    hours = max((match.end() for match in _TIMES.finditer(text, day)), default=day)
    return _without_time(re.sub(r"\A[\s,.;–-]*(?:i|på|vid|hos)\s+", "", text[hours:]))


_HOURS_FIRST = re.compile(
    r"(?:[Kk]l\.?|[Kk]lockan)\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?)?,?\s+(?:på|i|vid)\s+"
)


def _behind_hours(text: str) -> str | None:
    """`Kl. 9–11 på Rådhuset i Sala`: the place behind the hours alone on their line."""
    hours = _HOURS_FIRST.match(text) if len(text) <= 120 else None
    return None if hours is None else _without_time(text[hours.end() :])


_ROOM_AND_HOURS = re.compile(
    r"(?P<place>[A-ZÅÄÖ][^\t:.;]{4,70}?),?\s+(?:(?:och|samt|/|\+)\s+[^\d,.]{4,30}\s+)?(?:kl\.?|klockan)\s?\d[\d.:\s–-]*\Z",
    re.I,
)


def _before_hours(text: str) -> str | None:
    """`Rådhuset, rum Kullen, och Teams kl 8.15-10`: the place before the hours that end a line."""
    room = _ROOM_AND_HOURS.match(text)
    place = _without_time(room["place"]) if room else None
    return place if place and not any(dates.find(text)) and (VENUE.search(place) or _SCHOOL.search(place)) else None


def names_body(words: str) -> bool:
    """Whether words name a body: what stands behind a day may be who met, and not where."""
    return BODY_NOUN.search(words) is not None


def _without_time(written: str) -> str | None:
    """The place in a value that may also hold day, hours and a word of distance."""
    kept = re.sub(r"\A(?:.*\s{2,})?(?:Plats|Lokal)\s+(?=[A-ZÅÄÖ])|,?\s*(?:med\s)?ajournering.*\Z", "", written)
    for day in reversed(list(dates.find(written))):
        if day.precision != "year":
            kept = kept[: day.start] + kept[day.end :]
    kept = re.sub(
        r"\([^()]*\)", lambda aside: "" if _DISTANCE.search(aside[0]) or _SAT_THERE.search(aside[0]) else aside[0], kept
    )
    kept = re.sub(rf"\A{_DISTANCE.pattern}\s*(?:,|och|samt|/|\+)\s+", "", kept, count=1, flags=re.I)
    kept = re.sub(r"\b[Hh]ybrid\w*(?:\s+möte)?\s*[:,–-]\s*", "", _TIMES.sub("", kept))
    parts = [
        part
        for part in re.split(
            r"(?<=\w\w)\.\s+|,\s+(?=(?:övriga|resten|ledamöterna|ersättarna)\s+(?:via|på|digital))"
            r"|,?\s+(?:och|samt|eller|/)\s+(?=(?i:via|digital|teams|på distans|zoom|skype|distans))",
            kept,
        )
        if not _DISTANCE.search(part)
    ]
    kept = _WHO_SAT_THERE.sub("", ". ".join(parts)) if parts else ""
    kept = re.sub(r"\s*,(?:\s*,)+", ",", re.sub(r"\s+", " ", kept)).strip(" ,.;:–-/(")
    return kept if sum(sign.isalpha() for sign in kept) >= 2 and "_" not in kept else None


_SAT_THERE = re.compile(r"\b(?:ordförande|sekreterare|presidiet)\b", re.IGNORECASE)
# `Ordförande och sekreterare – Rådhuset. Ledamöter – via Teams.`
_WHO_SAT_THERE = re.compile(
    r"\A(?:(?:presidiet|presidium|ledamöter|övriga|ersättare|deltagare|tjänstemän|tjänstepersoner|"
    r"[\wåäö]*(?:ordförande|sekreterare|samordnare|justerare|ledare|chef|direktör|handläggare))(?:na|n)?"
    r"(?:,\s|\soch\s|\ssamt\s|(?=\s*[-–:]\s)))+\s*[-–:]\s*",
    re.IGNORECASE,
)


def _mode(context: Context, place: str | None) -> Mode | None:
    if context.document.kind == "minutes":
        top = "\n".join(
            line.text
            for at, line in enumerate(head(context.layout))
            if not line.text.startswith(("Nästa", "Kommande"))
            and (at < 12 or line.text[-1] != "." or ":" in line.text[:25])
        )
    else:
        top = "\n".join(context.text[told.start : told.end] for told in gatherings(context.layout))
    distance = _DISTANCE.search(top)
    if distance and (place or _PHYSICAL.search(top) or _of_one_person(top, distance)):
        return "hybrid"
    if distance:
        return "online"
    return "in person" if place or _PHYSICAL.search(top) else None


def _of_one_person(top: str, distance: re.Match[str]) -> bool:
    """`Bo Ek (via länk)`: one took part at a distance, so others did not."""
    line = top[top.rfind("\n", 0, distance.start()) + 1 : distance.end()]
    before = re.search(r"([^\s,]+ [^\s,(]+)\s*\($", line[: line.rfind("(") + 1])
    return before is not None and names.is_name(before[1])


def _chair(context: Context, signers: Iterable[Signer]) -> str | None:
    present = [row for row in context.attendance if row.status == "present"]
    for row in present:
        if row.role == "chair":
            return row.person
    led = (context.full_name(signer.entry.person) for signer in signers if signer.role == "chair")
    return next((person for person in led if " " in person), None)


def _secretary(context: Context, signers: Iterable[Signer]) -> str | None:
    for signer in signers:
        person = context.full_name(signer.entry.person)
        if signer.role == "secretary" and " " in person:
            return person
    return next((row.person for row in context.attendance if row.role == "secretary"), None)


def with_day(layout: Layout, document: Document, meeting: Meeting) -> Document:
    """The document with the day that it is about."""
    day = meeting.start or (day_of_news(layout, document) if document.kind == "news" else None)
    return replace(document, date=day)
