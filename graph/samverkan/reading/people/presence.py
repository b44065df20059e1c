"""Who was there as the sentences of a head tell it: each is turned into the list that it stands for, and read as one.

`Mötet leddes av Anna Ek, Sala, och Bo Alm (Heby) förde anteckningar` says what `ordförande Anna Ek, Sala, och
Bo Alm (Heby), sekr` says in a list. A sentence is taken only where nothing of it is left unexplained.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from samverkan import names
from samverkan.facts import Attendance, Role
from samverkan.reading.context import Context
from samverkan.reading.head.header import head
from samverkan.reading.layout import Span, evidence, sentences
from samverkan.reading.people.entries import parse
from samverkan.reading.people.entry import Entry, share
from samverkan.reading.people.presence_words import FORMS, GLUE, ITEMS, LEAD, WHERE_IN_OFFICE, Form
from samverkan.reading.people.roles import higher, is_title_word, plain, role_of
from samverkan.reading.people.sections import word_kind
from samverkan.reading.people.sides import SORTS

_LONGEST = 1200  # characters of a sentence
_JOINT = re.compile(
    r"(?:,?\s+(?P<strong>medan|men|däremot|eftersom|då|sedan|när)|;|,\s+(?P<and>och|samt)|\s+(?P<weak>och|samt)|,)\s+"
)
_GROUP_ROLES: dict[str | None, Role] = {"member": "member", "substitute": "substitute", "guest": "guest"}
# `Vid punkt 1 deltog Anna Ek, vid punkt 3 Bo Alm`
_BY_ITEM = re.compile(
    r"(?<!\w)(?i:punkt\w*|§{1,2}|ärende\w*)\s*\d{1,3}(?:\s*(?:[-–,]|och)\s*\d{1,3})*\s+(?:(?:deltog|medverkade)\s+)?[A-ZÅÄÖ]"
)
_ENDS = re.compile(r"[.!?\s]+\Z")
_GATE = re.compile(
    r"\b(?:deltog|deltar|närvar|medverka|var|är|fanns|finns|leds|ledde|leder|förde|fördes|för|skrev|återbud|förhinder|"
    r"kunde|saknades|uteblev|kom|anslöt|satt|tjänstg|företrä|represent|hälsa|hade|öppna|infann|ersatte|leddes|inled)",
    re.IGNORECASE,
)


def told_in_head(context: Context) -> Iterator[tuple[Span, list[Attendance]]]:
    """The sentences of the head that tell of attendance, and what each tells."""
    lines = head(context.layout)
    if not lines or context.document.kind != "minutes":
        return
    for span in sentences(context.layout, lines[0].start, lines[-1].end):
        words = context.text[span.start : span.end]
        if len(words) > _LONGEST or not _GATE.search(words) or _listed(context, span):
            continue
        rows = [_clause(context, span.start, begin, clause) for begin, clause in _clauses(words)]
        if rows and all(rows):
            yield span, [row for clause in rows for row in clause or ()]


def _listed(context: Context, span: Span) -> bool:
    """Whether a list holds the sentence, and not only the word that it begins with (`Dessutom deltog …`)."""
    return context.in_roster(span.start) and context.in_roster((span.start + span.end) // 2)


def _clauses(words: str) -> Iterator[tuple[int, str]]:
    """The parts of a sentence that tell of those who were there and of those who were not, each with its beginning."""
    spoken = [each for each in _predicates(words) if not each[1][0].startswith(("som ", "vilk"))]
    at = 0
    for (one, before), (other, behind) in pairwise(spoken):
        joint = _between(words, before.end(), behind.start())
        if joint and (one.status != other.status or joint["strong"]):
            yield at, words[at : joint.start()]
            at = joint.end()
    yield at, words[at:]


def _between(words: str, start: int, end: int) -> re.Match[str] | None:
    """The joint between two predicates of which one tells who was there and the other who was not."""
    joints = list(_JOINT.finditer(words, start, end + 1))
    strong = [each for each in joints if each["strong"] or each[0].startswith(";")]
    return next(iter(strong or [each for each in joints if each["and"]] or joints), None)


def _predicates(words: str) -> list[tuple[Form, re.Match[str]]]:
    """The forms that a sentence holds, in order, none within another."""
    found: list[tuple[Form, re.Match[str]]] = []
    taken = words
    for form in FORMS:
        for match in form.written.finditer(taken):
            found.append((form, match))
            taken = _over(taken, match.start(), match.end(), "")
    return sorted(found, key=lambda each: each[1].start())


def _over(words: str, start: int, end: int, listed: str) -> str:
    """The words with others in the place of some, as long as before."""
    return words[:start] + listed[: end - start].ljust(end - start) + words[end:]


def _clause(context: Context, offset: int, begin: int, words: str) -> list[Attendance] | None:
    """The people of a clause; None where it is no sentence about who was there."""
    bare = GLUE.sub(lambda match: " " * len(match[0]), words)
    spoken = _predicates(bare)
    if not spoken or len(_BY_ITEM.findall(bare)) > 1:
        return None
    first = spoken[0][1]
    items = ITEMS.search(bare, 0, first.start()) or ITEMS.match(bare, first.end() + 1)
    if items and (items.end() <= first.start() or items.start() >= first.end()):
        early = not bare[: items.start()].strip() or not bare[: first.start()].strip()
        items = items if early else None
    if items:
        bare = _over(bare, items.start(), items.end(), "")
    for form, match in spoken:
        bare = _over(bare, match.start(), match.end(), form.listed)
    bare = WHERE_IN_OFFICE.sub(lambda match: " " * len(match[0]), bare)
    bare = _THE.sub(_indefinite, bare)
    bare = _ENDS.sub(lambda match: " " * len(match[0]), bare)
    form, said = spoken[0][0], said_of(spoken)
    role = next((each.role for each, _ in spoken if each.role), None) or _GROUP_ROLES.get(
        word_kind(said.get("group") or "")
    )
    found: list[tuple[Entry, Role | None]] = []
    above: Role | None = None
    for start, end, lead in _stretches(bare):
        parsed = parse(bare, start, end, context.places)
        if parsed.unread or parsed.vacant or parsed.organisation:
            return None
        if not parsed.entries:
            above = parsed.role  # `Mötet öppnades av ordföranden Anna Ek`
            continue
        share(parsed.entries)
        for at, entry in enumerate(parsed.entries):
            before = lead.role if lead and (at == 0 or lead.all) else None
            found.append((entry, higher(entry.role, higher(above or parsed.role if at == 0 else None, before))))
        above = None
    if not found or not found[0][0].sure or 2 * sum(entry.sure for entry, _ in found) < len(found):
        return None
    side, time = said.get("side"), items["time"] if items else None
    return [row for entry, own in found for row in _rows(context, offset + begin, entry, own or role, side, time, form)]


# `revisorn Anna Ek`, `kommundirektören Bo Alm`: the title in its definite form.
_THE = re.compile(r"(?<!\w)(?P<title>[a-zåäö]{4,}?)(?P<ending>e?n)(?=\s+[A-ZÅÄÖ][\wåäöé-]+\s+[A-ZÅÄÖ])")


def _indefinite(match: re.Match[str]) -> str:
    title = match["title"] if is_title_word(match["title"]) else match["title"] + "e"
    whole = is_title_word(title) and role_of(match[0]) is None and not is_title_word(match[0])
    return title.ljust(len(match[0])) if whole else match[0]


def said_of(spoken: list[tuple[Form, re.Match[str]]]) -> dict[str, str]:
    """What the forms of a clause say besides: whose people they are, and what they are there."""
    return {key: value for _, match in spoken for key, value in match.groupdict().items() if value}


class _Lead(NamedTuple):
    """The role before a name, and whether it is that of all who follow."""

    role: Role | None
    all: bool


def _stretches(words: str) -> Iterator[tuple[int, int, _Lead | None]]:
    """The parts of a list that roles lead, `ordföranden Anna Ek, ersättarna Bo Alm och Eva Öst`, and those roles."""
    at, lead = 0, None
    for match in LEAD.finditer(words):
        if not names.is_given(words[match.end() :].split(maxsplit=1)[0].strip(",.;()")):
            continue
        if words[at : match.start()].strip(" ,;"):
            yield at, match.start(), lead
        lead = _Lead(_role_of_office(match["office"]), match["office"].endswith(("na", "männen")))
        at = match.end()
    yield at, len(words), lead


def _role_of_office(office: str) -> Role | None:
    """`ersättaren`, `styrelsens vice ordföranden`, `Ledamöterna`: what those who follow are."""
    words = plain(office).split()
    indefinite = [*words[:-1], words[-1].removesuffix("n")]
    for start in range(len(words)):
        if role := role_of(" ".join(words[start:])) or role_of(" ".join(indefinite[start:])):
            return role
    return _GROUP_ROLES.get(word_kind(words[-1].removesuffix("en")) or word_kind(words[-1]))


def _rows(
    context: Context, offset: int, entry: Entry, role: Role | None, side: str | None, time: str | None, form: Form
) -> Iterator[Attendance]:
    whose = entry.organisation
    if entry.serves_for and whose == entry.serves_for_organisation:
        whose = None  # `Anna Ek tjänstgjorde för Bo Alm, Heby`
    if whose is None and side is not None:
        whose = side if side.casefold() not in SORTS or context.organisation(side) != side else None
    days = tuple(sorted({day for written in entry.dates if (day := context.day(written))}))
    proof = evidence(context.text, offset + entry.start, offset + entry.end, "roster.told", 0.85)
    row = Attendance(
        person=entry.person,
        organisation=None if whose is None else context.organisation(whose),
        party=entry.party,
        role=role,
        title=entry.title,
        status="absent" if form.status == "absent" or (entry.absent and not entry.serves_for) else "present",
        dates=days or None,
        time=entry.time or time,
        evidence=proof,
    )
    yield row
    if entry.serves_for:
        other = entry.serves_for_organisation
        yield replace(
            row,
            person=entry.serves_for,
            organisation=None if other is None else context.organisation(other),
            party=entry.serves_for_party,
            role=None,
            title=None,
            status="absent",
            dates=None,
            time=None,
        )
