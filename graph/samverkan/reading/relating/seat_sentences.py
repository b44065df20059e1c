"""People whom a sentence seats for a municipality, a region or an organisation: `Ale företräds av A (S) och B (M)`,
`Från Ale kommer A, från Lerum B`, `Som ersättare har kommunen utsett C`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from samverkan.facts import Membership, Role
from samverkan.reading.context import Context
from samverkan.reading.layout import evidence
from samverkan.reading.people.roles import BODY_NOUN
from samverkan.reading.people.terms import term_of_page
from samverkan.reading.relating import seat_words as say
from samverkan.reading.relating.periods import term
from samverkan.reading.relating.seat_people import Seated, person_at, sender
from samverkan.reading.relating.which_body import chosen_anew, is_board
from samverkan.reading.things.gather import Things
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.references import Reference, References

_RULE = "statements.seats"
_TERM = re.compile(r"\b(?:perioden|mandatperioden|tiden|åren)\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b")
_SENDERS = ("municipality", "region", "organisation")
_BODIES = ("body", "own body")
_LINKS = frozenset((",", "och", "samt", "respektive", "&", "därefter", "sedan"))
_MARKS = frozenset((",", ":", ";", "–", "-"))
_STOPS = frozenset(".")


@dataclass(slots=True)
class Group:
    """People of a sentence who share whom they sit for and their role."""

    side: str | None = None
    role: Role | None = None
    people: list[Seated] = field(default_factory=list)
    sided: bool = False  # whether words beside these people say whom they sit for
    apart: bool = False  # `med C som ersättare`: what is said behind is said of these alone


@dataclass(slots=True)
class Carried:
    """What a sentence tells the next one of its paragraph."""

    side: str | None
    body: str | None


@dataclass(slots=True)
class _Head:
    """What the words before people, or behind them, say."""

    side: str | None = None
    role: Role | None = None
    body: str | None = None
    words: set[str] = field(default_factory=set)


class Sentence:
    """The words of a sentence gone through once, from names to names."""

    def __init__(
        self, context: Context, references: References, first: int, last: int, carried: Carried | None
    ) -> None:
        self.context, self.references, self.words = context, references, references.tokens.words
        self.first, self.last, self.carried = first, last, carried
        here = references.between(first, last)
        self.by_place = {each.first: each for each in sorted(here, key=lambda each: each.last)}
        self.groups: list[Group] = []
        self.body: str | None = None
        self.said: set[str] = set()  # the small words, verbs and roles that stand in it
        self.since: str | None = None
        self.whole = False  # whether all of its words were understood

    def read(self) -> bool:
        """Whether the sentence seats people, which then stand in `groups`."""
        at, head = self.first, self._head(self.first)
        if head is None:
            return False
        at, told = head
        while at < self.last and self.words[at] not in _STOPS:
            person = self._person(at)
            if person is None:
                break
            group = self._group(told)
            while person is not None:
                group.people.append(person)
                at = self._past_link(person.last)
                person = self._person(at)
            following = self._head(at)
            if following is None:
                at = self._behind(at, group)
                break
            before, (at, told) = at, following
            if self._person(at) is None:
                linked = before > self.first and self.words[before - 1] in _LINKS  # och representanter för Ale är …
                self._of_all(replace(told, side=None) if linked else told, group)
                break
            if self._is_behind(before):  # `A och B som ledamöter och C som ersättare`
                self._of_all(told, group)
                told = _Head(side=group.side)
        self.whole = at >= self.last or self.words[at] in _STOPS
        return self._counts()

    def _person(self, at: int) -> Seated | None:
        if at >= self.last:
            return None
        return person_at(self.context, self.references, self.by_place, at, self.last)

    def _past_link(self, at: int) -> int:
        while at < self.last and self.words[at] in _LINKS and self._person(at) is None:
            at += 1
        return at

    def _group(self, told: _Head) -> Group:
        before = self.groups[-1] if self.groups else None
        group = Group(
            side=told.side or (before.side if before else None),
            role=told.role or (before.role if before and ";" not in told.words else None),
            sided=told.side is not None,
            apart="med" in told.words or ";" in told.words,
        )
        if before is not None and not (told.side or told.role or group.apart):
            return before
        self.groups.append(group)
        return group

    def _is_behind(self, begin: int) -> bool:
        """Whether words between people belong to those before: `som ordinarie ledamöter och`."""
        return self.words[begin] in ("som", "till", "är", "sitter") and self.words[begin - 1] not in (
            "och",
            "samt",
            ",",
        )

    def _of_all(self, told: _Head, group: Group) -> None:
        """What stands behind people is said of them."""
        if told.role is not None:
            for each in reversed(self.groups):
                if each.role is not None and each is not group:
                    break
                each.role = told.role
                if each.apart:
                    break
        if told.side is not None and group.side is None:
            group.side, group.sided = told.side, True

    def _behind(self, at: int, group: Group) -> int:
        """The words behind people as far as they are understood: `… till ledamöter i den nya nämnden`."""
        stop = at
        while stop < self.last and (self._known(stop) or stop in self.by_place):
            stop += 1
        head = self._head(at, stop) if stop > at else None
        if head is not None:
            self._of_all(head[1], group)
        return stop

    def _known(self, at: int) -> bool:
        low = self.words[at].lower()
        return low in say.SMALL or low in say.ROLES or low in say.SITS or low in say.IS or low in say.CHOOSES

    def _head(self, at: int, last: int | None = None) -> tuple[int, _Head] | None:
        """The words up to the next person, each of them known; None where one is not."""
        last = self.last if last is None else last
        head = _Head()
        while at < last and self.words[at] not in _STOPS:
            if self._person(at) is not None:
                break
            word = self.words[at]
            low = word.lower()
            reference = self.by_place.get(at)
            if reference is not None and (taken := self._named(reference, head)):
                at = taken
            elif low in say.THE_SENDER and self.carried is not None:
                head.side = head.side or self.carried.side
                at += 1
            elif low in say.ROLES:
                head.role = say.ROLES[low]
                head.words.add(low)
                at += 1
            elif low in say.SITS or low in say.COMES or low in say.CHOOSES or low in say.IS or low in say.SMALL:
                head.words.add(low)
                at += 1
            elif word in _MARKS or word.isdigit():
                head.words.add(word)
                if word.isdigit() and len(word) == 4 and self.words[at - 1] in ("från", "sedan"):
                    self.since = word
                at += 1
            elif (
                is_title(word) or is_title(low.removesuffix("en")) or is_title(low.removesuffix("et"))
            ) and self._titled(at):
                at += 1
            elif (place := self.context.places.of(word)) is not None or (
                word.endswith("s") and (place := self.context.places.of(word[:-1])) is not None
            ):
                head.side = place.name
                at += 1
            else:
                return None
        self.said |= head.words
        if head.body is not None and self.body is None:
            self.body = head.body
        return at, head

    def _titled(self, at: int) -> bool:
        """Whether a title stands right before somebody: `regionråden A och B`."""
        return self._person(at + 1) is not None

    def _named(self, reference: Reference, head: _Head) -> int:
        """The index behind a name in a head, taken as whom people sit for or the body; 0 for another thing."""
        if reference.kind in _BODIES:
            if (
                reference.last - reference.first == 1
                and self._titled(reference.first)
                and self.words[reference.first].endswith("råden")
            ):
                return reference.last  # kommunalråden A och B
            if reference.name.lower().endswith(say.CHOOSERS):
                place = self.context.places.of(self.words[reference.first].removesuffix("s"))
                if place is not None:
                    head.side = place.name
                return reference.last
            head.body = head.body or reference.name
            return reference.last
        if reference.kind in _SENDERS:
            if reference.owner and reference.name == self.references.organisation:
                return 0  # förbundets ordförande A
            head.side, last = sender(reference, self.words)
            return last
        if reference.kind == "collective":
            return reference.last
        return 0

    def _counts(self) -> bool:
        """Whether what was read is enough to say that these people sit."""
        people = [each for group in self.groups for each in group.people]
        if not people or not any(each.sure for each in people):
            return False
        composition = self.context.document.kind == "composition"
        roles = any(group.role is not None for group in self.groups)
        strong = roles or not self.said.isdisjoint(say.SITS | say.SEATS)
        strong = strong or (composition and not self.said.isdisjoint(say.COMES | say.OTHERS))
        new = not self.said.isdisjoint(say.NEW) and not self.said.isdisjoint(say.IS)
        sided = composition and all(group.sided for group in self.groups)
        known = self.whole and (sided or all(each.party for each in people))
        chosen = not self.said.isdisjoint(say.CHOOSES) and known
        return strong or new or chosen


def read_seats(
    context: Context, things: Things, references: References
) -> tuple[list[Membership], dict[int, tuple[str, ...]]]:
    """The memberships of all such sentences outside minutes, and the bodies of the sentences that say them, by
    their first word."""
    if context.document.kind not in ("composition", "news"):
        return [], {}
    found: list[Membership] = []
    read: dict[int, tuple[str, ...]] = {}
    carried: Carried | None = None
    tokens, ended, done = references.tokens, -1, -1
    own = references.own
    page, behind = term_of_page(context.text) if context.document.kind == "composition" else (term(context), 0)
    for index in tokens.where(set(filter(say.TRIGGERS.__contains__, tokens.vocabulary))):
        if index < done:
            continue
        first, last = tokens.segment_start(index), tokens.segment_end(index)
        done = last
        carried = carried if first == ended and _goes_on(references, first) else None
        if things.listed[index] and not (carried and carried.side):
            continue
        sentence = Sentence(context, references, first, last, carried)
        if not sentence.read() or not _sided(sentence, carried):
            continue
        body = sentence.body or (carried.body if carried else None) or chosen_anew(references, first)
        body = body or _opening(references, first)
        body = body or references.topic(index)
        if body is None:
            continue
        ended = last
        sides = {group.side for group in sentence.groups if group.side}
        carried = Carried(sides.pop() if len(sides) == 1 else None, body)
        read[first] = (body,)
        since, until = period_of(context, tokens.starts[first], tokens.ends[last - 1])
        for each in _seats(sentence):
            start, end = each.start or sentence.since or since, each.end or until
            if page is not None and (body == own or is_board(body)) and tokens.starts[first] >= behind:
                start, end = start or (None if sentence.since else page[0]), end or page[1]
            proof = evidence(context.text, tokens.starts[each.first], tokens.ends[each.last - 1], _RULE, 0.8)
            found.append(Membership(each.name, body, each.role, each.organisation, each.party, start, end, proof))
    return found, read


def _sided(sentence: Sentence, carried: Carried | None) -> bool:
    """Whether it tells whom people sit for, or of others than the sentences of offices do."""
    people = [each for group in sentence.groups for each in group.people]
    told = any(group.sided for group in sentence.groups) or (carried is not None and carried.side is not None)
    marked = sentence.said & (say.NEW | say.OTHERS | {"adjungerade", "adjungerad", "adjungeras"})
    each_own = (
        sentence.context.document.kind == "composition"
        and len(people) > 1
        and all(each.organisation for each in people)
    )
    return told or each_own or (bool(marked) and all(each.organisation or each.party for each in people))


def _goes_on(references: References, first: int) -> bool:
    """Whether a sentence stands in the same paragraph as the one before; `Ersättare: A` may be a line of its own."""
    tokens = references.tokens
    return tokens.breaks[first] == 1 or "\n" not in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]


def _opening(references: References, first: int) -> str | None:
    """The body that the sentence just before, in the same paragraph, opens with: `Ledningen har åtta platser.`"""
    tokens = references.tokens
    if not first or tokens.breaks[first] != 1:
        return None
    since = tokens.segment_start(first - 1)
    named = next((each.name for each in references.between(since, since + 1) if each.kind in _BODIES), None)
    spoken = tokens.words[since + 1 : since + 2] in (("består",), ("utgörs",), ("har",), ("bildas",))
    return named or (tokens.words[since].lower() if spoken and BODY_NOUN.fullmatch(tokens.words[since]) else None)


def period_of(context: Context, first: int, last: int) -> tuple[str | None, str | None]:
    """The term that a sentence gives all whom it seats: `för perioden 2031–2034`."""
    term = _TERM.search(context.text, first, last)
    return (term[1], term[2]) if term else (None, None)


def _seats(sentence: Sentence) -> Iterator[Seated]:
    """The people of a sentence with their role and whom they sit for; who follows another sits from the next year
    on."""
    before: Seated | None = None
    for group in sentence.groups:
        for each in group.people:
            follows = before is not None and "därefter" in sentence.words[before.last : each.first]
            start = _next(before.end) if before is not None and follows and not each.start else each.start
            role: Role = each.role or group.role or "member"
            heir = sentence.carried.side if sentence.carried and group.role == "substitute" else None
            side = each.organisation or group.side or heir
            before = replace(each, role=role, organisation=side, start=start)
            yield before


def _next(day: str | None) -> str | None:
    """The first year or day behind a last one."""
    if day is None or len(day) not in (4, 10):
        return None
    return str(int(day) + 1) if len(day) == 4 else (date.fromisoformat(day) + timedelta(days=1)).isoformat()
