"""Seats that pass from one to another: `Eva Ek ersatte Bo Ask`, `Bo Ask lämnar rådet och efterträds av Eva Ek`, `Eva Ek
tar över klubban`."""

from collections.abc import Callable, Iterator

from samverkan.facts import Role
from samverkan.reading.relating.holders import Office
from samverkan.reading.relating.seats_told import Told, body_of_group, subject
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import MONTHS

_SUCCEEDS = table("efterträder efterträdde ersätter ersatte avlöser avlöste")
_SUCCEEDED = table("efterträds efterträddes ersätts ersattes avlöses avlöstes")
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
SUCCESSION = _SUCCEEDS | _SUCCEEDED | _ENTERS | table("över")
_LEFT = MONTHS | table("avsagt avsäger lämnat lämnar slutat slutar avgått avgår årsskiftet")
_FAR = 60  # words back to whom a pronoun means

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
        elif word in _SUCCEEDED and words[index + 1 : index + 2] == ("av",):
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
    seat = seats(who.name) or seats(whom.name)
    if seat is not None:
        office = Office(index, index + 1, seat[1] or "member")
        yield Told(who, seat[0], office)
        rest = words[whom.last : references.tokens.segment_end(index)]
        if seats(whom.name) or not _LEFT.isdisjoint(rest):  # else who had it before is named and no more
            yield Told(whom, seat[0], office, ends=True)


def _succeeded(
    references: References, people: list[Reference], here: list[Reference], index: int, seats: Seats
) -> Iterator[Told]:
    """`Bo Ask lämnar rådet och efterträds av Eva Ek`: on the body that is left, or the first one's."""
    words = references.tokens.words
    after = next((each for each in people if index + 2 <= each.first <= index + 4), None)
    before = [each for each in people if each.last <= index]
    if after is None or not before:
        return
    left = [each for each in here if before[-1].last < each.first < index and each.last >= index - 3]
    body = next(
        (body_of_group(references, each, index) for each in left if words[each.first - 1].startswith("lämna")), None
    )
    seat = (body, None) if body is not None else seats(before[-1].name)
    if seat is not None:
        yield Told(after, seat[0], Office(index, index + 1, seat[1] or "member"))
