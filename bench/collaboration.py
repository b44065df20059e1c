"""A made-up country of collaboration, the same each time: bodies that meet, people who sit on them, what they decide.

`documents(count)` gives documents with their texts and facts, some 350 quads each, as many as the samples have for as
much text: a third of them say where each statement stands. Every name is put together from syllables, so nobody is
meant. Every twentieth document is a page that says who sits on a body, the others are minutes; every third of these
names a plan that it takes up, and every sixth sends one on remiss.
"""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samverkan.facts import (
    AgendaItem,
    Assignment,
    Attendance,
    Body,
    Decision,
    Document,
    Evidence,
    Facts,
    Meeting,
    Membership,
    Mention,
    Referral,
    Relation,
)
from samverkan.register import Register

_SEATS = 12  # of a body
_PRESENT = 6  # at a meeting, on the average
_MEETINGS = 19  # of a body, one document each, beside the page that says who sits on it
_OUTCOMES = ("approved", "endorsed", "noted", "deferred", "referred")
_ROLES = ("chair", "vice chair", *["member"] * (_SEATS - 2))
_SYLLABLES = tuple(
    re.findall(r"\w+", "al ber dan eke fors gran hol ing jäm kull lund mar nor ost rud sand tor vall åker öst")
)
_GIVEN = tuple(
    re.findall(
        r"\w+", "Anna Bo Cecilia David Eva Filip Gun Hans Ida Johan Karin Lars Maria Nils Olga Per Rut Sven Tove Ulf"
    )
)


class Made(NamedTuple):
    """A document: its key, its text and its facts."""

    key: str
    text: str
    facts: Facts


def documents(count: int, register: Register) -> Iterator[Made]:
    """So many documents, in the order of their bodies."""
    for number in range(count):
        body, meeting = divmod(number, _MEETINGS + 1)
        board = _Board(body, register)
        yield board.composition() if meeting == 0 else board.minutes(meeting)


class _Text:
    """A text that is written line by line, each line the passage of a fact."""

    def __init__(self, title: str) -> None:
        self.text = title + "\n"

    def says(self, line: str) -> Evidence:
        start = len(self.text)
        self.text += line + "\n"
        return Evidence(start, start + len(line), line, "bench.line", 0.9)


class _Board:
    """A body, its place and its people."""

    def __init__(self, number: int, register: Register) -> None:
        self.chance = random.Random(number)
        county = register.counties[number // 3 % len(register.counties)]
        places = [each.name for each in register.municipalities if each.county_code == county.code]
        self.region = next(each.name for each in register.regions if each.code == county.code)
        self.name = f"Samverkansrådet {_word(number).capitalize()} {self.region.removeprefix('Region ')}"
        self.people = [_person(number // 3 * 20 + each) for each in range(_SEATS)]  # three bodies share some
        self.chance.shuffle(self.people)
        self.sides = [self.chance.choice([self.region, *places]) for _ in self.people]
        self.key = f"board-{number}"

    def composition(self) -> Made:
        text = _Text(self.name)
        seats = [
            Membership(person, self.name, role, side, evidence=text.says(f"{person}, {role}, {side}"))  # type: ignore[arg-type]
            for person, role, side in zip(self.people, _ROLES, self.sides, strict=True)
        ]
        ties = [Relation(self.region, "member of", self.name, evidence=text.says(f"{self.region} ingår"))]
        facts = Facts(
            document=Document(self.name, "composition", "2024-01-01"),
            body=Body(self.name, "political", (self.region,)),
            memberships=tuple(seats),
            relations=tuple(ties),
        )
        return Made(f"{self.key}-seats", text.text, facts)

    def minutes(self, meeting: int) -> Made:
        day = f"{2010 + meeting // 2}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        text = _Text(f"{self.name} {day}")
        there = self.chance.sample(range(_SEATS), _PRESENT)
        away = there[-1] if meeting % 2 else None
        attendance = [
            Attendance(
                self.people[at], self.sides[at], role=_ROLES[at],  # type: ignore[arg-type]
                status="absent" if at == away else "present", evidence=self._line(text, at),
            )
            for at in there
        ]  # fmt: skip
        items, decisions = self._items(text)
        task = Assignment((self.people[there[0]],), "Ta fram ett underlag", "1", evidence=text.says("Ta fram underlag"))
        side = self.chance.choice(self.sides)
        mentions = [Mention(side, "municipality", evidence=text.says(f"{side} informerar"))]
        if meeting % 3 == 0:
            mentions.append(Mention(items[0].title, "plan", evidence=text.says(f"{items[0].title} tas upp")))
        drafts = [] if meeting % 6 else [self._draft(text, items[1].title, side)]
        facts = Facts(
            document=Document(f"{self.name} {day}", "minutes", day),
            body=Body(self.name, "political", (self.region,)),
            meeting=Meeting(day, day, "Rådhuset"),
            attendance=tuple(attendance),
            agenda=tuple(items),
            decisions=tuple(decisions),
            assignments=(task,),
            referrals=tuple(drafts),
            mentions=tuple(each for each in mentions if each.name != self.region),
        )
        return Made(f"{self.key}-{meeting}", text.text, facts)

    def _draft(self, text: _Text, title: str, side: str) -> Referral:
        return Referral(title, (side,), "2030-01-31", text.says(f"{title} sänds på remiss till {side}"))

    def _line(self, text: _Text, at: int) -> Evidence:
        return text.says(f"{self.people[at]}, {self.sides[at]}")

    def _items(self, text: _Text) -> tuple[Sequence[AgendaItem], Sequence[Decision]]:
        items, decisions = [], []
        for number in range(1, 4):
            title = f"{_word(self.chance.randrange(400)).capitalize()}planen"
            items.append(AgendaItem(title, str(number), evidence=text.says(f"{number} {title}")))
            outcome = self.chance.choice(_OUTCOMES)
            words = f"{outcome} {title}"
            decisions.append(Decision(outcome, words, str(number), evidence=text.says(words)))  # type: ignore[arg-type]
        return items, decisions


def _word(number: int) -> str:
    """A word for a number, another one for each."""
    word = _SYLLABLES[number % len(_SYLLABLES)]
    while number := number // len(_SYLLABLES):
        word += _SYLLABLES[number % len(_SYLLABLES)]
    return word


def _person(number: int) -> str:
    family, given = divmod(number, len(_GIVEN))
    return f"{_GIVEN[given]} {_word(family + 20).capitalize()}"
