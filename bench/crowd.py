"""The other end of `collaboration.py`: one body larger and older than any, for what must stand it.

It has met every month for twenty years, forty people each time and fifteen items, some five hundred quads a meeting;
its name is as long as such names get, and so is that of the one who always comes. Nobody is meant.
"""

import random
from collections.abc import Iterator

from collaboration import Made, _person, _Text, _word

from samverkan.facts import (
    AgendaItem,
    Amount,
    Announced,
    Assignment,
    Attendance,
    Body,
    Decision,
    Document,
    Facts,
    Meeting,
    Membership,
    Mention,
    Referral,
    Vacancy,
)
from samverkan.register import Register

NAME = (
    "Samverkansnämnden för gemensam välfärdsutveckling, kompetensförsörjning och samhällsbyggnad i Skåne"
    " och angränsande län"
)
PERSON = "Anna-Karin Wallenkrona af Kullaberg-Sundströmsdotter"
_COUNTY = "12"
_YEARS = range(2004, 2024)
_SEATS = 60
_PRESENT = 40  # at a meeting
_ITEMS = 15  # of a meeting


def documents(register: Register) -> Iterator[Made]:
    """The page of its seats, and its minutes in their order."""
    chance = random.Random(NAME)
    places = [each.name for each in register.municipalities if each.county_code == _COUNTY]
    people = [PERSON, *(_person(number) for number in range(1, _SEATS))]
    sides = {each: places[at % len(places)] for at, each in enumerate(people)}
    yield _seats(people, sides)
    for year in _YEARS:
        for month in range(1, 13):
            yield _minutes(f"{year}-{month:02}-{chance.randint(1, 28):02}", chance, people, sides)


def _seats(people: list[str], sides: dict[str, str]) -> Made:
    text = _Text(NAME)
    seats = [
        Membership(
            each, NAME, "chair" if each == PERSON else "member", sides[each], start="2023",
            evidence=text.says(f"{each}, {sides[each]}"),
        )
        for each in people
    ]  # fmt: skip
    vacant = Vacancy(NAME, sides[PERSON], 3, text.says(f"{sides[PERSON]}: tre vakanta platser"))
    return Made(
        "crowd-seats",
        text.text,
        Facts(
            document=Document(NAME, "composition", "2024-01-01"),
            body=Body(NAME, "political", ("Region Skåne",)),
            memberships=tuple(seats),
            vacancies=(vacant,),
        ),
    )


def _minutes(day: str, chance: random.Random, people: list[str], sides: dict[str, str]) -> Made:
    text = _Text(f"{NAME} {day}")
    there = [PERSON, *chance.sample(people[1:], _PRESENT - 1)]
    attendance = [
        Attendance(
            each, sides[each], party=chance.choice("SMCLV"), status="absent" if at % 8 == 7 else "present",
            evidence=text.says(f"{each}, {sides[each]}"),
        )
        for at, each in enumerate(there)
    ]  # fmt: skip
    items, decisions, tasks = [], [], []
    for number in map(str, range(1, _ITEMS + 1)):
        title = f"{_word(chance.randrange(4000)).capitalize()}planen och dess genomförande i kommunerna"
        items.append(AgendaItem(title, number, evidence=text.says(f"{number} {title}")))
        decisions.append(Decision("noted", f"Nämnden noterar {title}", number, text.says(f"Nämnden noterar {title}")))
        tasks.append(Assignment((chance.choice(there),), f"Bereda {title}", number, None, text.says(f"Bereda {title}")))
    draft = f"{_word(chance.randrange(4000)).capitalize()}strategin"
    facts = Facts(
        document=Document(f"{NAME} {day}", "minutes", day),
        body=Body(NAME, "political", ("Region Skåne",)),
        meeting=Meeting(day, day, "Rådhuset"),
        attendance=tuple(attendance),
        agenda=tuple(items),
        decisions=tuple(decisions),
        assignments=tuple(tasks),
        referrals=(Referral(draft, tuple(sides.values())[:33], "2030-01-31", text.says(f"{draft} sänds på remiss")),),
        mentions=(Mention(draft, "strategy", evidence=text.says(f"{draft} nämns")),),
        amounts=(Amount(500_000, purpose="kansliet", item="1", evidence=text.says("500 000 kronor till kansliet")),),
        announced=(Announced(f"{int(day[:4]) + 1}{day[4:]}", body=NAME, evidence=text.says("Nästa möte")),),
    )
    return Made(f"crowd-{day}", text.text, facts)
