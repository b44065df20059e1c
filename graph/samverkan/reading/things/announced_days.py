"""Days to come that the text announces: the next meetings, when something is to be decided, conferences."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from samverkan import dates
from samverkan.dates import WrittenDate
from samverkan.facts import Announced
from samverkan.reading.acts.bodies import OwnBody
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan
from samverkan.reading.layout import Span, evidence, sentences
from samverkan.reading.patterns import Pattern, holds
from samverkan.reading.things import announced_forms as forms
from samverkan.reading.things.announced_forms import Said
from samverkan.reading.things.references import References
from samverkan.reading.things.table import table

_BEFORE, _AFTER = 240, 160  # characters that are looked at around a day
_LONGEST_HEADING, _LONGEST_LEAD = 90, 30  # characters
_LONGEST_JOINT = 60  # characters between two days of one announcement
_FAR, _VERY_FAR, _MOST = 200, 330, 1100  # days ahead: of a day without a year, of one in a list, of any
_UNSETTLED_YEAR = 0.15  # what a row loses in confidence where its year is that of the other announcements
# A sentence with none of these announces no day; most cost no more than this.
_CUES: Final = table(
    """möte möts sammanträ träff beslut dag kommer behandlas ställning fattas antas fastställs godkänns avgörs agenda
    lyfts presenter redovisas diskuteras bordläggs återupptas skjuts flyttas läggs föredras samlas samråd konferens
    seminari webbinari workshop internat studie hearing kick"""
)
_SHORT_CUE: Final = Pattern(r"\b(?:tas|går)\b", re.IGNORECASE)
_MONTHS: Final = tuple(month for month in dates.MONTHS if len(month) > 4 or month in ("mars", "juni", "juli", "maj"))
_FIGURE: Final = re.compile(r"\d")
_NEW_LINE = re.compile(r"\n(?=[^\S\n]*[A-ZÅÄÖ•*–-])")
_BLANK = re.compile(rf"[^\S{forms.NEW_LINE}]")
_OWN_MEETING = re.compile(r"\b(?:mötet?|sammanträdet?|möten)\b|\b(?:nästa|kommande)\s(?:\w+\s)?möte", re.IGNORECASE)
_AT_A_DAY = re.compile(
    r"[\W_]*(?:\d{1,2}[.)]\s)?[\W_]*(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s)?(?:den\s)?\Z", re.I
)


class _Day(NamedTuple):
    """A day with what is said of it: `who` as offsets into the text, `end` of a span, `sentence` it stands in."""

    written: WrittenDate
    last: WrittenDate | None
    said: Said
    start: int
    who: Span | None
    sentence: Span


class _Heading(NamedTuple):
    """A line that days follow, and where it begins: with the first of these only, whose passage it opens."""

    said: Said
    start: int | None


@dataclass(slots=True)
class _List:
    """What days that follow each other have in common, and where the last of them ends."""

    said: Said
    start: int
    who: Span | None
    end: int


def read_announced(context: Context, items: Sequence[ItemSpan], references: References) -> tuple[Announced, ...]:
    """The days to come that the text announces, in its order.

    A day without a year lies in the year in which it comes after the document's own day; without that one in the only
    year that the announcements name. One whose year nothing settles is left out.
    """
    rows: list[Announced] = []
    unsettled: list[tuple[int, _Day]] = []
    telling: set[Span] = set()
    own = OwnBody(context)
    starts = [item.start for item in items]
    for day in _days(context):
        who = _who(context, day, references, own)
        if day.said.named and day.said.event == "meeting" and who is None:
            continue
        at = bisect_right(starts, day.start) - 1
        item = items[at].name if at >= 0 and day.start < items[at].end else None
        telling.add(day.sentence)
        row = Announced("", day.said.event, None, who or None, day.said.what, item)
        settled = _settled(context, day.written, day.said)
        if settled is None and _base(context) is None and context.year is None:
            unsettled.append((len(rows), day))
        elif settled is None or not _is_to_come(context, settled, day.said):
            continue
        rows.append(_dated(context, row, day, settled or ""))
    year = _only_year(context, telling) if unsettled else None
    for at, day in unsettled if year is not None else ():
        sure = round(day.said.sure - _UNSETTLED_YEAR, 2)
        rows[at] = _dated(context, rows[at], day, _in_year(day.written, year or 0) or "", sure)
    return tuple(_each_once([row for row in rows if row.date]))


def _days(context: Context) -> Iterator[_Day]:
    """Days that the words around them announce, each with what they say."""
    text = context.text
    heading: _Heading | None = None
    for sentence in sentences(context.layout, 0, len(text)):
        words = text[sentence.start : sentence.end]
        line = max(words.rfind("\n") + 1, len(words) - _LONGEST_HEADING)
        if (label := forms.HEADING.fullmatch(words, line)) is not None and not (line and words[line - 1] != "\n"):
            yield from _of_sentence(text, Span(sentence.start, sentence.start + line), heading) if line else ()
            year = int(label["year"]) if label["year"] else None
            heading = _Heading(Said("meeting", "announced.next", 0.9, 0, year=year), sentence.start + line)
            continue
        if not _has_date(words) or not (heading or _has_cue(words)):
            heading = None
            continue
        found = list(_of_sentence(text, sentence, heading))
        yield from found
        if heading is not None:
            under = bool(found) and found[0].said is heading.said
            heading = _Heading(heading.said, None) if under else None


def _has_date(words: str) -> bool:
    return _FIGURE.search(words) is not None or holds(words, _MONTHS)


def _has_cue(words: str) -> bool:
    return holds(words.lower(), _CUES) or _SHORT_CUE.search(words) is not None


def _of_sentence(text: str, sentence: Span, heading: _Heading | None) -> Iterator[_Day]:
    going: _List | None = None
    spanned: WrittenDate | None = None
    written = [each for each in dates.find(text, *sentence) if each.month is not None]
    for at, each in enumerate(written):
        if each is spanned:
            continue
        if going and each.start - going.end <= _LONGEST_JOINT and forms.JOINT.fullmatch(text, going.end, each.start):
            said, start, who = going.said, each.start, going.who
        elif (found := _said(text, sentence, each, heading)) is not None:
            said, start, who = found
        else:
            going = None
            continue
        following = written[at + 1] if at + 1 < len(written) else None
        spanned = following if following and forms.SPAN.fullmatch(text, each.end, following.start) else None
        going = _List(said, start, who, (spanned or each).end)
        yield _Day(each, spanned, said, start, who, sentence)


def _said(
    text: str, sentence: Span, written: WrittenDate, heading: _Heading | None
) -> tuple[Said, int, Span | None] | None:
    """What is said of a day, where the passage begins and where those who meet are named."""
    first = max(sentence.start, written.start - _BEFORE)
    before = _on_one_line(text[first : written.start])
    after = _on_one_line(text[written.end : min(sentence.end, written.end + _AFTER)])
    line = max(first, text.rfind("\n", first, written.start) + 1)
    at_start = any(
        written.start - begins < _LONGEST_LEAD and _AT_A_DAY.fullmatch(text, begins, written.start)
        for begins in (sentence.start, line)
    )
    if at_start and heading is not None and written.day:
        return heading.said, written.start if heading.start is None else heading.start, None
    if at_start and written.day and (what := forms.on_the_agenda(after)) is not None:
        return Said("meeting", "announced.agenda", 0.85, 0, what=what), written.start, None
    lead = (forms.DAY_LEAD if written.day else forms.MONTH_LEAD).search(before)
    if lead is None or not before[: lead.start()]:
        return None
    said = forms.said_of(before[: lead.start()], after)
    if said is None:
        return None
    who = None if said.who is None else Span(first + said.who[0], first + said.who[1])
    return said, first + said.start, who


def _on_one_line(words: str) -> str:
    """Words with blanks for all white space, but for the ends of lines that a new one follows; none moves."""
    return _BLANK.sub(" ", _NEW_LINE.sub(forms.NEW_LINE, words))


def _who(context: Context, day: _Day, references: References, own: OwnBody) -> str | None:
    """Who meets or decides: a name, empty where it is the document's own body without a name; None where nobody is."""
    its_own = context.body.name or ""
    if day.said.event == "event":
        return ""
    if day.who is None:
        return "" if day.said.event == "decision" else its_own
    tokens = references.tokens
    named = references.between(tokens.at(day.who.start), tokens.at(day.who.end))
    bodies = [each for each in named if each.kind in ("own body", "body")]
    if not bodies and day.said.rule != "announced.matter":  # an application goes to an agency, and nobody meets
        bodies = [each for each in named if each.kind == "organisation"]
    if bodies:
        found = its_own if bodies[0].kind == "own body" else bodies[0].name
        return found.lower() if found[1:].isupper() and _BODY_NOUN.fullmatch(found.lower()) else found
    words = " ".join(context.text[day.who.start : day.who.end].split())
    if _OWN_MEETING.search(words) or own.is_meant(words):
        return its_own
    if (name := _named(context, words)) is not None:
        return name
    if day.said.event == "decision" or day.said.rule == "announced.next":
        return "" if day.said.event == "decision" else its_own
    compound = _COMPOUND.fullmatch(words)
    return its_own if compound and own.is_meant(compound["of"]) else None


_COMPOUND = re.compile(
    r"(?P<of>[\wåäöÅÄÖ-]+?)s?(?:möten?|mötet|sammanträden?|sammanträdet|träff(?:ar|en)?)", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"[A-ZÅÄÖ]{2,6}\Z")
_BODY_NOUN = re.compile(
    r"[\wåäöÅÄÖ-]*(?:gruppen|styrelsen|nämnden|utskottet|beredningen|rådet|forumet|organet|direktionen|kommittén|nätverket|"
    r"fullmäktige|presidiet|stämman)(?=s?\Z|s?\s)"
)


def _named(context: Context, words: str) -> str | None:
    """The body that words name though nothing else in the text does: `KS`, `socialchefsgruppen`."""
    last = words.split()[-1] if words else ""
    if _ABBREVIATED.fullmatch(last):
        return context.organisation(last)
    found = _BODY_NOUN.search(words)
    return found[0][0].lower() + found[0][1:] if found else None


def _base(context: Context) -> str | None:
    base = context.meeting.end or context.meeting.start or context.document.date or context.document.published
    return base if base and len(base) == 10 else None


def _settled(context: Context, written: WrittenDate, said: Said) -> str | None:
    """The day in ISO 8601; without its year the next one after the document's day that is not too far off."""
    if written.iso is not None:
        return _in_year(written, written.year or 0)
    base = _base(context)
    if said.year is not None:
        return _in_year(written, said.year)
    if base is None:
        return None if context.year is None else _in_year(written, context.year)
    day = _in_year(written, int(base[:4]))
    if day is not None and day >= base[: len(day)]:
        return day
    later = _in_year(written, int(base[:4]) + 1)
    most = _VERY_FAR if said.rule == "announced.next" else _FAR
    return later if later is not None and said.ahead and _days_from(base, later) <= most else None


def _only_year(context: Context, telling: set[Span]) -> int | None:
    """The one year that the sentences name which announce days."""
    years = {each.year for sentence in telling for each in dates.find(context.text, *sentence) if each.year is not None}
    return years.pop() if len(years) == 1 else None


def _in_year(written: WrittenDate, year: int) -> str | None:
    day = written.in_year(year)
    try:
        date.fromisoformat(day if len(day) == 10 else f"{day}-01")
    except ValueError:
        return None
    return day


def _days_from(base: str, day: str) -> int:
    return (date.fromisoformat(day if len(day) == 10 else f"{day}-28") - date.fromisoformat(base)).days


def _is_to_come(context: Context, day: str, said: Said) -> bool:
    """Whether a day lies after the document's own, and not in another age; a page's list of days is taken whole."""
    base = _base(context)
    if base is None or (context.document.kind == "composition" and said.rule == "announced.next"):
        return said.ahead
    after = day > base[: len(day)] or (len(day) == 7 and day == base[:7] and said.ahead)
    return after and _days_from(base, day) <= _MOST


def _dated(context: Context, row: Announced, day: _Day, settled: str, sure: float | None = None) -> Announced:
    last = day.last and settled and _in_year(day.last, day.last.year or int(settled[:4]))
    end = (day.last or day.written).end
    end -= context.text[end - 1] == "."
    passage = evidence(context.text, day.start, end, day.said.rule, sure or day.said.sure)
    return replace(row, date=settled, end=last or None, evidence=passage)


def _each_once(rows: Sequence[Announced]) -> Iterator[Announced]:
    """Each announcement once: a meeting that is only named is no row beside one that says more of its day."""
    seen: set[Announced] = set()
    known = {(row.date, row.body) for row in rows if row.evidence and row.evidence.rule != "announced.meeting"}
    known |= {(day[:7], body) for day, body in known}
    for row in rows:
        bare = row.evidence is not None and row.evidence.rule == "announced.meeting" and row.what is None
        matter = row.evidence is not None and row.evidence.rule in ("announced.matter", "announced.decision")
        key = replace(row, evidence=None, item=row.item if matter else None)
        if key in seen or (bare and (row.date, row.body) in known):
            continue
        seen.add(key)
        yield row
