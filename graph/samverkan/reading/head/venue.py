"""Where a body met: the value of a label, what stands beside the day and the hours, or what a sentence says."""

import re
from collections.abc import Iterator
from itertools import pairwise

from samverkan import dates, names
from samverkan.reading.context import Context
from samverkan.reading.head.header import head
from samverkan.reading.head.news import VENUE, gatherings, place_of
from samverkan.reading.layout import Line, sentences
from samverkan.reading.patterns import Pattern
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.sections import heading_at

_PLACE_LABEL = re.compile(
    r"(?P<label>Plats och tid|Tid och plats|Tid & plats|Plats & tid|"
    r"Plats och datum|Datum och plats|Plats/tid|Tid/plats|Plats, tid|"
    r"Tid, plats|(?:Sammanträdes|Mötes|Konferens)(?:plats|lokal|rum|sal)|Plats|"
    r"Lokal|Ort|Var)(?:\s*:|\s*\t|\s*\Z|\s{2,}|\s(?=(?-i:[A-ZÅÄÖ])))\s*", re.I
)  # fmt: skip
# `Datum: 3 maj 2021, Plats: Rådhuset`, `möte den 3 maj 2021 i Sala`.
_PLACE_INSIDE = re.compile(
    r"(?:[,;]\s*(?P<label>Plats|Lokal):\s*|(?:\d{4}|\d\d-\d\d|\d[.:]\d\d),?\s+i\s+(?:sammanträdesrum\s+)?(?=[A-ZÅÄÖ]))(?P<place>[^\t]{2,80})\Z"
)
DISTANCE = Pattern(
    r"\b(?:hybrid\w*|teams\w*|zoom|skype\w*|digital(?:t|a)?\s+(?:möte|sammanträde|via|form|deltagande|uppkoppling)|digitalt\b|"
    r"distans\w*|video(?:konferens|möte|länk)\w*|telefonmöte|"
    r"webbmöte|via\s+länk|på\s+länk|online|webex|google meet)", re.I
)  # fmt: skip
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_TIMES = re.compile(
    rf"\b(?:{_WEEKDAY})\b(?:\s+den)?|\bden\b(?=\s*\d)|(?:kl\.?|"
    rf"klockan)\s*\d{{1,2}}(?:[.:]\d\d)?(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{{1,2}}(?:[.:]\d\d)?)?"
    r"|\b\d{1,2}[.:]\d\d\s*(?:[-–—]\s*\d{1,2}[.:]\d\d)?|\bmellan\b", re.I
)  # fmt: skip


def place_met(context: Context) -> tuple[str | None, int, int]:
    """Where the body met, as a label, a line of the head or a sentence says it, and where that stands."""
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
            if DISTANCE.search(context.text, start, end) or ("och" not in label["label"] and start < end):
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
        days = [day.end for day in dates.find(line.text) if day.day]
        alone = days and (timed or _ENDS_WITH_HOURS.search(line.text) or days[-1] == len(line.text))
        words = below.text
        if timed and _ADDRESS.match(words) and any(context.places.find(words)):
            return words, below.start, below.end
        if alone and len(words) <= 60 and not re.search(r"[:.\t\d]", words) and not names_body(words):
            _, _, venue = words.partition(", ")
            in_town = not names.is_name(words.partition(",")[0]) and context.places.of(venue) is not None
            known = VENUE.search(words) or _SCHOOL.search(words)
            if (venue or (known and " i " in words)) and (known or in_town) and any(context.places.find(words)):
                return words, below.start, below.end
    return None, 0, 0


_ENDS_WITH_HOURS = re.compile(r"\d[.:]\d\d\s*\Z")
_SCHOOL = re.compile(
    r"(?:skolan|kontoret|kyrkan|museet|biblioteket|stationen|kansli|kansliet|rummet|sal|lokal|rum|kontor)\b",
    re.IGNORECASE,
)
# `Vi höll till på Ådals slott utanför Sala.`, `Styrelsen sammanträdde den 3 maj klockan 9 i lokal Björken, Sala`
_WHEN = (
    rf"(?:,?\s(?:den|denna|gång(?:en)?|här|fysiskt|återigen|till|ett|\w*möte|{_WEEKDAY}|\d{{1,2}}(?=\s[a-z])|"
    r"(?<=\d\s)[a-z]+(?=\s\d{4}|\s(?:kl|i|på)|,)|(?:19|20)\d\d|kl\.?|klockan|mellan|[\d.:]+(?:\s?[-–]\s?[\d.:]+)?))*"
)
_SOME_HALL = r"(?:[a-zåäö]*(?:lokal|sal|rum|hus|gård|station|skola|kansli|kontor)[a-zåäö]*\s(?:i\s)?)?"
_ENDS = (
    r"(?=[.;]?\s*\Z|[.;]\s|,?\s\d|\s\(|,?\s(?:med|för|där|och|under|samt|kl|klockan|den|mellan|som|i\ssamband|utanför|nära|"
    rf"strax|intill|invid|{_WEEKDAY})(?:\s|\Z))"
)
_HELD_AT = re.compile(
    r"(?<![^\s])(?:[A-ZÅÄÖ][^.;:\n]{0,140}?\s)?(?:höll\still|träffades|möttes|sågs|samlades|sammanträdde|sammankom|ägde\srum|"
    r"(?:[Mm]ötet|[Ss]ammanträdet|[Tt]räffen)\s(?:hölls|genomfördes))(?:\s[a-zåäö]*(?:en|et|n)\b)?"
    rf"{_WHEN}\s(?:i|på|hos)\s(?!distans)(?P<place>{_SOME_HALL}[A-ZÅÄÖ][^.;:\n()]*?){_ENDS}"
)


def _told_in_head(context: Context, lines: tuple[Line, ...]) -> tuple[str | None, int, int]:
    """Where a sentence of the head says that the meeting was held."""
    for line in lines:
        for sentence in sentences(context.layout, line.start, line.end):
            held = _HELD_AT.match(context.text, sentence.start, sentence.end)
            if held is None or len(held["place"]) > _LONGEST_PLACE:
                continue
            if VENUE.search(held["place"]) or _SCHOOL.search(held["place"]) or any(context.places.find(held["place"])):
                return " ".join(held["place"].split()), *held.span("place")
    return None, 0, 0


_LONGEST_PLACE = 90  # characters


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
            kept = re.sub(r"\bden\s*\Z", "", kept[: day.start]) + kept[day.end :]
    kept = re.sub(
        r"\([^()]*\)", lambda aside: "" if DISTANCE.search(aside[0]) or _SAT_THERE.search(aside[0]) else aside[0], kept
    )
    kept = re.sub(rf"\A{DISTANCE.pattern}\s*(?:,|och|samt|/|\+)\s+", "", kept, count=1, flags=re.I)
    kept = re.sub(r"\b[Hh]ybrid\w*(?:\s+möte)?\s*[:,–-]\s*", "", _TIMES.sub("", kept))
    parts = [
        part
        for part in re.split(
            r"(?<=\w\w)\.\s+|,\s+(?=(?:övriga|resten|ledamöterna|ersättarna)\s+(?:via|på|digital))"
            r"|,?\s+(?=med\s+(?:(?:digital|möjlighet|viss)\w*\s+)?(?:video|teams|länk|distans|digital|uppkoppling|deltagande|att))"
            r"|,\s+(?=(?:via|digitalt|på\s+distans|(?i:teams|zoom|skype))\b)"
            r"|,?\s+(?:och|samt|eller|/)\s+(?=(?i:via|digital|teams|på distans|zoom|skype|distans))",
            kept,
        )
        if not DISTANCE.search(part)
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
