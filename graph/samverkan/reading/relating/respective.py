"""Groups of those who hold offices, with their names behind: `Kretsen består av ordförande och sekreterare, 2031 Eva Ek
respektive Bo Ask`."""

from collections.abc import Iterator
from itertools import pairwise

from samverkan.reading.relating.holders import Office, offices_in
from samverkan.reading.relating.kinds_tied import BODIES
from samverkan.reading.relating.seats_told import Told
from samverkan.reading.relating.sides import is_listing
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

CONSISTS = table("består utgörs bildas")
_JOINS = table("respektive och samt , resp")
_SMALL = table("för i av närvarande nu just år under är alltså , : ( – -")
_BETWEEN = 10  # words from the last office to the first name


def respective(
    references: References, here: list[Reference], first: int, last: int
) -> Iterator[tuple[Told, str | None]]:
    """Each of the people in the office at the same place of the list, and in the group of them all; with the year that
    stands before the names."""
    tokens = references.tokens
    words = tokens.words
    verb = next((at for at in range(first, min(first + 8, last)) if words[at] in CONSISTS), None)
    people = [each for each in here if each.kind == "person"]
    if verb is None or words[verb + 1 : verb + 2] != ("av",) or len(people) < 2:
        return
    offices = offices_in(tokens, verb, people[0].first)
    if len(offices) != len(people) or not 0 < people[0].first - offices[-1].last <= _BETWEEN:
        return
    between = [word for one, other in pairwise(offices) for word in words[one.last : other.first]]
    if not all(map(is_listing, between)) or not all(_listed(words[a.last : b.first]) for a, b in pairwise(people)):
        return
    named = [each for each in here if each.kind in BODIES and offices[-1].last < each.first < people[0].first]
    of_body = {at for each in named for at in range(each.first, each.last)}
    small = (
        at in of_body or words[at] in _SMALL or is_year(words[at]) for at in range(offices[-1].last, people[0].first)
    )
    if not all(small):
        return
    bodies = [each for each in here if each.kind in BODIES and first <= each.first < verb]
    group = bodies[0].name if bodies else words[verb - 1]
    whole = named[0].name if named else references.own
    year = next((word for word in words[offices[-1].last : people[0].first] if is_year(word)), None)
    for person, office in zip(people, offices, strict=True):
        if whole is not None and whole != group:
            yield Told(person, whole, office), year
        yield Told(person, group, Office(verb, verb + 1, "member")), None


def _listed(words: tuple[str, ...]) -> bool:
    """Whether two people are listed one after the other, with a party or whom they sit for in brackets."""
    return 0 < len(words) <= 8 and all(word in _JOINS or word in "()" or word[0].isupper() for word in words)
