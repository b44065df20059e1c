"""Seats that a sentence tells of without an office: who leads a group, stands for somebody in it, leaves it, is its
presidium."""

from collections.abc import Iterator
from typing import NamedTuple

from samverkan.reading.relating.holders import Office, offices_in
from samverkan.reading.relating.kinds_tied import BODIES
from samverkan.reading.relating.sides import is_listing
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.joining import lemma
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import AND, MONTHS

_LEADS = table("leder ledde")
_STANDS_FOR = table("representerar representerade företräder företrädde")
_LEAVES = table("lämnar lämnade")
_ENDS = table("slutar slutade avgår avgick")
_DATED = MONTHS | {"årsskiftet"}
_CHOSEN = table("väljs utses valdes utsågs omvaldes")
_DELEGATES = table("ombud ombudet röstombud kontaktperson kontaktpersoner kontaktombud observatör observatörer")
_MEETINGS = ("stämma", "stämman", "årsmöte", "årsmötet", "möte", "mötet")
_PRESIDIUM = ("presidium", "arbetsutskott", "valberedning")
_IS = table("är utgör bildar")
_CHOSEN_AS = _CHOSEN | table("utse välja utsett valt utsåg valde utser väljer nominerar nomineras är blir nominerades")
_CLOSES = frozenset(",.;")
_NEAR = 2  # words between a verb and the body
_APART = 12  # words of a title between a name and its verb
TOLD = (
    _LEADS
    | _STANDS_FOR
    | _LEAVES
    | _ENDS
    | table("ordinarie leds leddes ledas sekreterare nämndsekreterare")
    | _DELEGATES
    | table("presidium presidiet arbetsutskott arbetsutskottet plats")
)


Seat = tuple[Reference, Office]


class Told(NamedTuple):
    """Who sits where: the words that say it, and whom the seat is for where the sentence says so."""

    person: Reference
    body: str
    office: Office
    organisation: str | None = None
    ends: bool = False  # whether a day in the sentence is the last


def told(references: References, here: list[Reference], first: int, last: int) -> Iterator[Told]:
    """The seats that the words from `first` up to `last` tell of."""
    words = references.tokens.words
    people = [each for each in here if each.kind == "person"]
    for index in range(first, last):
        word = words[index].lower()
        if word in _LEADS:
            yield from _doing(references, people, here, index, Office(index, index + 1, "chair"))
        elif word in ("leds", "ledas", "leddes") and "av" in words[index + 1 : index + 3]:
            yield from _led(references, people, here, first, index)
        elif word.endswith("sekreterare"):
            yield from _secretary(references, people, here, index)
        elif word in _LEAVES:
            for seat in _doing(references, people, here, index, Office(index, index + 1, "member")):
                yield seat._replace(ends=True)
        elif word in _ENDS:
            yield from _ending(references, people, here, index, last)
        elif word == "ordinarie" and index == first + 1 and words[first] == "Till":
            yield from _chosen(words, people, here, index, last)
        elif word in _STANDS_FOR:
            yield from _standing_for(people, here, index)
        elif word in _DELEGATES:
            yield from _delegated(references, people, here, index, last)
        elif word == "plats" and words[index - 1] in ("tar", "tog"):
            yield from _taking_place(references, people, here, index)
        elif word == "plats" and words[index - 1].endswith("s"):
            yield from _taking_over(words, people, here, first, index)
        elif head_of(word) is not None and word.rstrip("et").endswith(_PRESIDIUM) and words[index - 2] in _IS:
            yield from _forming(references, people, index)


def subject(people: list[Reference], words: tuple[str, ...], index: int) -> Reference | None:
    """The person who does what the verb at `index` says: right before it, a title in commas apart."""
    before = [each for each in people if each.last <= index]
    if len(before) == 1 and words[index - 1] in AND and index - before[0].last <= _APART:
        return before[0]  # Eva Ek slutar sin tjänst och lämnar gruppen
    if not before or index - before[-1].last > _APART:
        return None
    between = words[before[-1].last : index]
    if between[:1] == ("(",) and between[2:3] == (")",):  # Eva Ek (S), kommunalråd i Ale, lämnar rådet
        between = between[3:]
    return before[-1] if not between or (between[0] == "," and between[-1] in (",", "som")) else None


def _doing(
    references: References, people: list[Reference], here: list[Reference], index: int, office: Office
) -> Iterator[Told]:
    """`Eva Ek, socialchef i Ale, leder gruppen`: the body stands right after the verb."""
    words = references.tokens.words
    who = subject(people, words, index)
    bodies = [each for each in here if each.kind in BODIES and 0 < each.first - index <= _NEAR and not each.owner]
    if who is not None and bodies:
        yield Told(who, body_of_group(references, bodies[0], index), office)


def _ending(
    references: References, people: list[Reference], here: list[Reference], index: int, last: int
) -> Iterator[Told]:
    """`Eva Ek slutar i gruppen den 31 augusti`, `Eva Ek avgår som ordförande i rådet vid årsskiftet`."""
    tokens = references.tokens
    who = subject(people, tokens.words, index)
    if who is None or tokens.words[index + 1 : index + 2] not in (("i",), ("som",), ("ur",), ("från",)):
        return
    offices = offices_in(tokens, index + 2, min(index + 6, last)) if tokens.words[index + 1] == "som" else []
    at = offices[0].last if offices else index + 1
    near = [each for each in here if each.kind in BODIES and 0 < each.first - at <= _NEAR and not each.owner]
    linked = tokens.words[at : at + 1] in (("i",), ("ur",), ("från",), ("för",))
    body = (
        body_of_group(references, near[0], index) if near and linked else references.topic(index) if offices else None
    )
    dated = not _DATED.isdisjoint(tokens.words[index:last])  # without the day it says little
    if body is not None and dated:
        yield Told(who, body, offices[0] if offices else Office(index, index + 1, "member"), ends=True)


def _chosen(
    words: tuple[str, ...], people: list[Reference], here: list[Reference], index: int, last: int
) -> Iterator[Told]:
    """`Till ordinarie i arbetsutskottet väljs A, B och C`."""
    verb = next((at for at in range(index, min(index + 8, last)) if words[at] in _CHOSEN), None)
    bodies = [each for each in here if each.kind in BODIES and verb is not None and index < each.first < verb]
    if bodies and words[bodies[0].first - 1] == "i":
        for each in people:
            if verb is not None and each.first > verb:
                yield Told(each, bodies[0].name, Office(index, index + 1, "member"))


def _delegated(
    references: References, people: list[Reference], here: list[Reference], index: int, last: int
) -> Iterator[Told]:
    """`Eva Ek väljs till ombud i rådet`, `Till ombud i rådet utses Eva Ek`: a seat without an office; not at a general
    meeting."""
    words = references.tokens.words
    at = index + 1
    bodies = [each for each in here if each.kind in BODIES and each.first in (at + 1, at + 2) and not each.owner]
    linked = words[at : at + 1] in (("i",), ("till",), ("för",), ("hos",))
    if not bodies or not linked or bodies[0].name.lower().endswith(_MEETINGS):
        return
    before = [each for each in people if each.last <= index]
    verbs = [at for at in range(references.tokens.segment_start(index), last) if words[at].lower() in _CHOSEN_AS]
    if not verbs:
        return
    if before and before[-1].last <= index:
        group = _run_of(words, before, reverse=True)
    else:
        after = [each for each in people if each.first > verbs[-1] and each.first - verbs[-1] <= _NEAR]
        group = _run_of(words, [each for each in people if after and each.first >= after[0].first])
    for each in group:
        yield Told(each, bodies[0].name, Office(index, index + 1, None))


def _run_of(words: tuple[str, ...], people: list[Reference], reverse: bool = False) -> list[Reference]:
    """The first of some people, or the last, with those listed beside it."""
    ordered = people[::-1] if reverse else people
    group = ordered[:1]
    for each in ordered[1:]:
        one, other = (each, group[-1]) if reverse else (group[-1], each)
        between = words[one.last : other.first]
        if not between or len(between) > _APART or not all(map(_goes_with, between)):
            break
        group.append(each)
    return group


def _goes_with(word: str) -> bool:
    return is_listing(word) or word in "()" or word[0].isupper()


def body_of_group(references: References, body: Reference, index: int) -> str:
    """The body of a section where `gruppen` stands, else the one named."""
    word = references.tokens.words[body.first].lower()
    single = body.last - body.first == 1 and word in ("gruppen", "rådet", "nätverket", "forumet", "utskottet")
    topic = references.topic(index) if single else None
    return topic if topic is not None and (lemma(topic) or "").endswith(word[:-2]) else body.name


def _led(
    references: References, people: list[Reference], here: list[Reference], first: int, index: int
) -> Iterator[Told]:
    """`Gruppen leds av Eva Ek`."""
    words = references.tokens.words
    bodies = [each for each in here if each.kind in BODIES and index - each.last in (0, words[index] == "ledas")]
    if not bodies and words[index - 1] in ("Den", "Det") and first:  # Arbetsgruppen möts ofta. Den leds av Eva Ek
        since = references.tokens.segment_start(first - 1)
        bodies = [each for each in references.between(since, first) if each.kind in BODIES and each.first == since]
    if words[index - 1] == "som" and not bodies:  # bereds av rådet, som leds av Eva Ek
        bodies = [each for each in here if each.kind in BODIES and index - 1 - each.last in (0, 1)]
    if words[index - 1] in AND:  # Gruppen möts ofta och leds av Eva Ek
        bodies = [each for each in here if each.kind in BODIES and each.first == first]
    after = [each for each in people if 1 < each.first - index <= 2 + _NEAR]
    if bodies and after:
        yield Told(after[0], bodies[0].name, Office(index, index + 1, "chair"))


def _secretary(references: References, people: list[Reference], here: list[Reference], index: int) -> Iterator[Told]:
    """`Sekreterare i rådet är Eva Ek`, `Nämndsekreterare är Eva Ek`; not the secretary of a meeting."""
    words = references.tokens.words
    at = index + 1
    if words[at : at + 1] == ("och",):  # Sekreterare och processledare är Eva Ek
        at = next((i for i in range(at, min(at + 5, len(words))) if words[i] == "är"), at)
    bodies = [each for each in here if each.kind in BODIES and words[at : at + 1] == ("i",) and each.first == at + 1]
    at = bodies[0].last if bodies else at
    after = [each for each in people if each.first == at + 1]
    body = bodies[0].name if bodies else references.own
    before = [each for each in people if each.last == index - 1]
    if bodies and before and words[index - 1] == "är":  # Eva Ek är sekreterare i rådet
        yield Told(before[0], bodies[0].name, Office(index, index + 1, "secretary"))
    if (
        words[at : at + 1] == ("är",)
        and after
        and body is not None
        and (bodies or words[index].lower() != "sekreterare" or not references.of_one_body)
    ):
        yield Told(after[0], body, Office(index, index + 1, "secretary"))


def _standing_for(people: list[Reference], here: list[Reference], index: int) -> Iterator[Told]:
    """`Eva Ek representerar Dalbygden i Välfärdsrådet`, `i Välfärdsrådet, där Eva Ek representerar Dalbygden`."""
    before = [each for each in people if each.last == index]
    whom = [each for each in here if each.first == index + 1 and each.kind not in ("person", "body", "own body")]
    bodies = [each for each in here if each.kind in BODIES and each.first > index]
    bodies = bodies or [each for each in here if each.kind in BODIES and before and each.last < before[-1].first]
    if before and bodies:
        office = Office(index, index + 1, "member")
        yield Told(before[-1], bodies[-1].name, office, whom[0].name if whom else None)


def _taking_place(references: References, people: list[Reference], here: list[Reference], index: int) -> Iterator[Told]:
    """`Eva Ek, socialchef i Ale, tar plats i rådet`."""
    words = references.tokens.words
    who = subject(people, words, index - 1)
    bodies = [each for each in here if each.kind in BODIES and each.first == index + 2 and not each.owner]
    if who is not None and bodies and words[index + 1] == "i":
        yield Told(who, body_of_group(references, bodies[0], index), Office(index, index + 1, "member"))


def _taking_over(
    words: tuple[str, ...], people: list[Reference], here: list[Reference], first: int, index: int
) -> Iterator[Told]:
    """`Eva Ek tar över Bo Asks plats i Välfärdsrådet`."""
    bodies = [each for each in here if each.kind in BODIES and each.first - index == 2]
    verb = next((at for at in range(first, index) if words[at] in ("tar", "tog", "får", "fick")), None)
    who = [each for each in people if verb is not None and each.last == verb]
    if who and bodies and words[index + 1] == "i":
        yield Told(who[0], bodies[0].name, Office(index, index + 1, "member"))


def _forming(references: References, people: list[Reference], index: int) -> Iterator[Told]:
    """`Eva Ek och Bo Ask är rådets presidium`."""
    words = references.tokens.words
    before = [each for each in people if each.last <= index - 2]
    group = before[-1:]
    for each in reversed(before[:-1]):
        if not all(map(is_listing, words[each.last : group[0].first])):
            break
        group.insert(0, each)
    head = head_of(words[index])
    if len(group) > 1 and group[-1].last == index - 2 and head is not None:
        for each in group:
            yield Told(each, head.prefix + head.noun.definite, Office(index, index + 1, "member"))


def seated(references: References, here: list[Reference], first: int, last: int) -> tuple[Reference, list[Seat]] | None:
    """`I arbetsutskottet sitter A, B och C`, `Presidiet består av ordföranden A och B`: the body and its people."""
    tokens = references.tokens
    words = tokens.words
    verb = next((at for at in range(first, last) if words[at].lower() in ("sitter", "består", "ingår", "utgörs")), None)
    people = [each for each in here if each.kind == "person"]
    bodies = [each for each in here if each.kind in ("body", "own body") and verb is not None and each.last <= verb]
    if verb is not None and not bodies and words[verb - 1] in ("Det", "Den", "den") and first:
        since = tokens.segment_start(first - 1)
        bodies = [each for each in references.between(since, first) if each.kind in ("body", "own body")][:1]
    if verb is None or not bodies or not people or people[0].first < verb or people[0].first - verb > 6:
        return None
    seats: list[Seat] = []
    other = False  # whether their titles are said to be of another body: `förbundets ordförande A`
    for at, person in enumerate(people):
        since = people[at - 1].last if at else verb + 1
        if words[since] == "(":  # the office in brackets belongs to the one before
            since = next((i for i in range(since, person.first) if words[i] == ")"), since)
        if at and any(words[i] in ".;" for i in range(since, person.first)):
            break
        offices = [each for each in offices_in(tokens, since, person.first) if words[each.last] != ","]
        stop = people[at + 1].first if at + 1 < len(people) else last
        behind = [each for each in offices_in(tokens, person.last, stop) if words[each.last] in _CLOSES]
        if not offices and behind and words[behind[0].first - 1] == ",":  # Eva Ek, Ale, ordförande, Bo Ask, Lerum
            offices = behind[:1]
        if words[person.last : person.last + 1] == ("(",):  # Eva Ek (ordförande)
            said = offices_in(tokens, person.last, min(person.last + 6, last))
            offices = [each for each in said if words[each.first] != "sammankallande"] or offices
        other = other or any(word.endswith("s") and word[0].islower() for word in words[since : person.first])
        seats.append((person, offices[-1] if offices and not other else Office(verb, verb + 1, "member")))
    return bodies[0], seats
