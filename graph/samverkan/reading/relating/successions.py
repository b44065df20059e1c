"""Seats that pass from one to another: `Eva Ek ersatte Bo Ask`, `Bo Ask lämnar rådet och efterträds av Eva Ek`, `Eva Ek
tar över klubban`."""

from collections.abc import Callable, Iterator

from samverkan.facts import Role
from samverkan.reading.relating.holders import Office, offices_in
from samverkan.reading.relating.kinds_tied import BODIES
from samverkan.reading.relating.seats_told import Told, body_of_group, subject
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS

_SUCCEEDS = table("efterträder efterträdde ersätter ersatte avlöser avlöste")
SUCCEEDED = table("efterträds efterträddes ersätts ersattes avlöses avlöstes")
_TAKES = table("tar tog")
_GAVEL = (
    "klubban",
    "ordförandeskapet",
    "ordförandeposten",
    "ordförandeklubban",
    "ordförandestolen",
    "ordförandeuppdraget",
)
_PRONOUNS = table("hon han hen denna denne")
_ENTERS = table("gick kom trädde tillträdde inträdde")
SUCCESSION = _SUCCEEDS | SUCCEEDED | _ENTERS | table("över")
_LEFT = MONTHS | table("avsagt avsäger lämnat lämnar slutat slutar avgått avgår årsskiftet")
_GOES = ("pension", "föräldraledig", "tjänstledig", "slutar", "slutat", "byter", "avgår", "lämnar")
_FAR = 60  # words back to whom a pronoun means
_AWAY = 10  # words from the verb to who comes
_NEAR = 3  # words from who comes to the body
_LINKS = frozenset(("i", "ur", "på", "inom"))

Seats = Callable[[str], tuple[str, Role | None] | None]
"""The body and the role that somebody is known to have, by name."""


def successions(references: References, here: list[Reference], first: int, last: int, seats: Seats) -> Iterator[Told]:
    """Who comes to a seat and who leaves it, as the words from `first` up to `last` say."""
    words = references.tokens.words
    people = [each for each in here if each.kind == "person"]
    for index in range(first, last):
        word = words[index]
        if word in _SUCCEEDS:
            yield from _succeeding(references, people, first, index, seats)
        elif word in SUCCEEDED and "av" in words[index + 1 : min(index + _AWAY, last)]:
            yield from _succeeded(references, people, here, index, seats)
        elif word in _TAKES and words[index + 1 : index + 2] == ("över",) and words[index + 2 : index + 3]:
            who = subject(people, words, index)
            if who is not None and words[index + 2] in _GAVEL and references.own is not None:
                yield Told(who, references.own, Office(index, index + 1, "chair"))
        elif word in _ENTERS and (who := subject(people, words, index)) is not None:
            seat = seats(who.name)
            if seat is not None and words[index + 1 : index + 2] in (("in",), ("till",), ("i",), ("som",), ("den",)):
                yield Told(who, seat[0], Office(index, index + 1, seat[1] or "member"))


def _succeeding(
    references: References, people: list[Reference], first: int, index: int, seats: Seats
) -> Iterator[Told]:
    """`Eva Ek ersatte Bo Ask den 1 mars`, `Hon ersätter Bo Ask`: of a seat that either is known to have."""
    words = references.tokens.words
    whom = next((each for each in people if each.first == index + 1), None)
    who = subject(people, words, index)
    if who is None and index == first + 1 and words[first].lower() in _PRONOUNS:
        before = [each for each in references.between(max(0, first - _FAR), first) if each.kind == "person"]
        who = before[-1] if before else None
    if who is None or whom is None:
        return
    named = [each for each in references.between(whom.last + 1, whom.last + 3) if each.kind in BODIES]
    placed = bool(named) and words[whom.last] == "i" and not named[0].owner  # ersätter Bo Ask i rådet
    seat = (body_of_group(references, named[0], index), None) if placed else seats(who.name) or seats(whom.name)
    if seat is not None:
        office = Office(index, index + 1, seat[1] or "member")
        yield Told(who, seat[0], office)
        rest = words[whom.last : references.tokens.segment_end(index)]
        if seats(whom.name) or not _LEFT.isdisjoint(rest):  # else who had it before is named and no more
            yield Told(whom, seat[0], office, ends=True)


def _succeeded(
    references: References, people: list[Reference], here: list[Reference], index: int, seats: Seats
) -> Iterator[Told]:
    """`Bo Ask lämnar rådet och efterträds av Eva Ek`, `I maj ersätts Bo Ask i rådet av Eva Ek`, `Hon efterträds som
    ordförande av Eva Ek`: on the body that is said, else that of the one who leaves."""
    words, last = references.tokens.words, references.tokens.segment_end(index)
    by = next((at for at in range(index + 1, min(index + _AWAY, last)) if words[at] == "av"), None)
    after = next((each for each in people if by is not None and by + 1 <= each.first <= by + 3), None)
    whom = _leaver(references, people, index, by or last)
    if by is None or after is None or whom is None:
        return
    said = [each for each in here if each.kind in BODIES and not each.owner and words[each.first - 1] in _LINKS]
    beside = [each for each in said if index < each.first < by or 0 < each.first - after.last <= _NEAR]
    left = [each for each in here if each.last <= index and each.last >= index - 3 and each.kind in BODIES]
    left = [each for each in left if words[each.first - 1].startswith("lämna")]
    named = next(iter((*beside, *left)), None)
    offices = offices_in(references.tokens, index + 1, by)
    body = body_of_group(references, named, index) if named is not None else None
    body = body or (references.topic(index) if offices else None)
    seat = (body, None) if body is not None else seats(whom.name)
    if seat is None and references.of_one_body and references.own and _goes(words, references, index):
        seat = (references.own, None)  # Eva Ek går i pension och ersätts av Bo Ask
    if seat is not None:
        known = seats(whom.name)
        same = known[1] if known is not None and known[0] == seat[0] else None
        office = offices[0] if offices else Office(index, index + 1, seat[1] or same or "member")
        yield Told(after, seat[0], office)


def _goes(words: tuple[str, ...], references: References, index: int) -> bool:
    """Whether somebody of the meeting is said to leave, in the sentence or in the one before."""
    first = references.tokens.segment_start(index)
    since = references.tokens.segment_start(first - 1) if first else first
    return any(word.startswith(_GOES) for word in words[since:index])


def _leaver(references: References, people: list[Reference], index: int, by: int) -> Reference | None:
    """Who is succeeded: named before the verb or right behind it, or the last one named where `hon` stands there."""
    words = references.tokens.words
    behind = next((each for each in people if index + 1 == each.first < by), None)
    before = [each for each in people if each.last <= index]
    first = references.tokens.segment_start(index)
    around = {words[index - 1].lower(), *(word.lower() for word in words[index + 1 : index + 2])}
    if behind is None and not around.isdisjoint(_PRONOUNS):
        earlier = [each for each in references.between(max(0, first - _FAR), first) if each.kind == "person"]
        return next(iter((*before[-1:], *earlier[-1:])), None)
    return behind or (before[-1] if before else None)
