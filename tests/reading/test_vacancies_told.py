"""Vacant seats that sentences tell of: in which body, whose, and how many."""

import pytest

from samverkan import register
from samverkan.reading import read

KNOWN = register.shipped()
HEAD = "Minnesanteckningar Samverkansgrupp Södra 2031-03-04\n\nNärvarande: Anna Ek, Bo Ström\n\n"
TOP = f"{HEAD}1. Inledning\nVi börjar.\n\n"


def vacancies(sentence: str) -> list[tuple[str, str | None, int]]:
    found = read(f"{TOP}2. Läget\n{sentence}\n\n3. Övrigt\nInget.\n", KNOWN).facts.vacancies
    return [(row.body, row.organisation, row.count) for row in found]


OWN = "Samverkansgrupp Södra"


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("Gruppen rapporterar till Länsrådet. En av kommunernas platser är vakant sedan i vintras.",
         [(OWN, "kommunerna", 1)]),
        ("Ida Alm slutar som ordförande i kommungruppen. Hofors nominerar en ny, tills dess är platsen som ordförande "
         "vakant.", [("kommungruppen", "Hofors", 1)]),
        ("Ida Alm valdes in i styrgruppen för Lär- och vuxcollege efter Per Holm. Gruppens andra plats där är vakant.",
         [("styrgruppen för Lär- och vuxcollege", None, 1)]),
        ("Gruppen utsåg en arbetsgrupp för ungdomsfrågor med Ida Alm. Arbetsgruppen möts i maj. Två av "
         "kommunernas platser är ännu vakanta.", [("arbetsgrupp för ungdomsfrågor", "kommunerna", 2)]),
        ("Hofors andra ersättarplats är fortfarande tom.", [(OWN, "Hofors", 1)]),
        ("Ida Alm, kommunstyrelsens ordförande, är ny. Hofors andra ersättarplats är tom.", [(OWN, "Hofors", 1)]),
        ("Posten som socialchef är vakant.", []),
        ("Boendet har två vakanta platser.", []),
        ("Tjänsten är vakant tills vidare.", []),
        ("Salen är tom.", []),
        ("Platsen för mötet är bokad.", []),
    ],
)  # fmt: skip
def test_vacant_seats_that_minutes_tell_of(sentence: str, seats: list[tuple[str, str | None, int]]) -> None:
    assert vacancies(sentence) == seats
