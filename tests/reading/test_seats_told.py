"""Seats that sentences tell of without an office: who leads, stands for somebody, takes over a place or leaves."""

from collections.abc import Callable

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.context import Context
from samverkan.reading.relating.statements import read_statements
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References

Minutes = Callable[..., Context]
OWN = "Styrgruppen för Ovanbygden"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Eva Berg leder Välfärdsrådet.", {("Eva Berg", "Välfärdsrådet", "chair")}, id="leads"),
        pytest.param(
            "Eva Berg, socialchef i Ale, leder Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "chair")},
            id="leads, a title between",
        ),
        pytest.param("Välfärdsrådet leds av Eva Berg.", {("Eva Berg", "välfärdsrådet", "chair")}, id="is led by"),
        pytest.param("Eva Berg leder arbetet med planen.", set(), id="leads work"),
        pytest.param(
            "Välfärdsrådet består av Eva Berg, Ale, ordförande, Olof Dal, Lerum, och Siv Öst, Tjörn.",
            {
                ("Eva Berg", "välfärdsrådet", "chair"),
                ("Olof Dal", "välfärdsrådet", "member"),
                ("Siv Öst", "välfärdsrådet", "member"),
            },
            id="an office behind a name in a list",
        ),
        pytest.param(
            "Välfärdsrådet består av ordföranden Eva Berg och vice ordföranden Olof Dal.",
            {("Eva Berg", "välfärdsrådet", "chair"), ("Olof Dal", "välfärdsrådet", "vice chair")},
            id="an office before a name in a list",
        ),
        pytest.param("Ersättare för Eva Berg är Olof Dal.", {("Olof Dal", OWN, "substitute")}, id="for another"),
        pytest.param("Ersättare för Eva Berg saknas, säger Olof Dal.", set(), id="for another, nobody"),
        pytest.param("Eva Berg undrar vem som leder Välfärdsrådet.", set(), id="somebody else leads"),
        pytest.param(
            "Eva Berg representerar Region Skåne i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "member")},
            id="stands for",
        ),
        pytest.param("Eva Berg representerar Region Skåne.", set(), id="stands for, nowhere"),
        pytest.param(
            "Eva Berg tar över Olof Dals plats i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "member")},
            id="takes over a place",
        ),
        pytest.param("Eva Berg tar en plats i rummet.", set(), id="takes a place of nobody"),
        pytest.param("Eva Berg lämnar styrgruppen den 1 maj.", {("Eva Berg", OWN, "member")}, id="leaves the group"),
        pytest.param("Eva Berg lämnar mötet klockan tio.", set(), id="leaves the meeting"),
        pytest.param("Eva Berg lämnar en rapport till styrgruppen.", set(), id="leaves a report"),
        pytest.param(
            "Eva Berg och Olof Dal är styrgruppens presidium.",
            {("Eva Berg", "presidiet", "member"), ("Olof Dal", "presidiet", "member")},
            id="are the presidium",
        ),
        pytest.param("Eva Berg och Olof Dal tackar gruppens presidium.", set(), id="thank the presidium"),
        pytest.param(
            "Sekreterare i styrgruppen är Eva Berg.", {("Eva Berg", OWN, "secretary")}, id="secretary of the group"
        ),
        pytest.param(
            "Vi utser Eva Berg (S) till ledamot och Olof Dal (M) till ersättare i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "member"), ("Olof Dal", "Välfärdsrådet", "substitute")},
            id="two elections with parties",
        ),
        pytest.param(
            "Eva Berg är Ales representant i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "member")},
            id="whose representative",
        ),
        pytest.param(
            "- Arbetsgrupp vägar. Sammankallande: Eva Berg.",
            {("Eva Berg", "Arbetsgrupp vägar", "chair")},
            id="behind the group",
        ),
        pytest.param(
            "Regionstyrelsens ordförande Eva Berg och Olof Dal, ordförande i Välfärdsrådet, talade.",
            {("Eva Berg", "regionstyrelsen", "chair"), ("Olof Dal", "Välfärdsrådet", "chair")},
            id="the body before the office",
        ),
        pytest.param(
            "Eva Berg (S), kommunstyrelsens ordförande i Ale, talade.",
            {("Eva Berg", "kommunstyrelsen", "chair")},
            id="a party before the title",
        ),
        pytest.param(
            "Ordförande är Eva Berg och vice ordförande Olof Dal.",
            {("Eva Berg", OWN, "chair"), ("Olof Dal", OWN, "vice chair")},
            id="the verb said once",
        ),
        pytest.param(
            "Eva Berg är sekreterare i styrgruppen.", {("Eva Berg", OWN, "secretary")}, id="is secretary of the group"
        ),
        pytest.param(
            "Arbetsgrupp Vatten (ordförande Eva Berg, Ale) möts ofta.",
            {("Eva Berg", "Arbetsgrupp Vatten", "chair")},
            id="in brackets behind the group",
        ),
        pytest.param(
            "Sedan årsskiftet är Eva Berg (S), Ale, ny vice ordförande i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "vice chair")},
            id="the verb before the name",
        ),
        pytest.param("Sekreterare är Eva Berg.", set(), id="secretary of the meeting"),
        pytest.param(
            "Eva Berg talade först. Hon blir ordförande i Välfärdsrådet.",
            {("Eva Berg", "Välfärdsrådet", "chair")},
            id="she",
        ),
        pytest.param(
            "Till ordförande i referensgruppen valdes Eva Berg och till vice ordförande Olof Dal.",
            {("Eva Berg", "referensgruppen", "chair"), ("Olof Dal", "referensgruppen", "vice chair")},
            id="two offices of the body named first",
        ),
        pytest.param("Sammankallande är Eva Berg.", {("Eva Berg", OWN, "chair")}, id="who calls the meetings"),
        pytest.param(
            "Eva Berg är adjungerad i Välfärdsrådet.", {("Eva Berg", "Välfärdsrådet", "guest")}, id="co-opted"
        ),
        pytest.param(
            "Välfärdsrådet har möte. Rådet har fått ny ordförande, Eva Berg från Ale.",
            {("Eva Berg", "välfärdsrådet", "chair")},
            id="a new chair behind a comma",
        ),
        pytest.param(
            "Eva Berg är ny ordförande i arbetsgruppen.", {("Eva Berg", "arbetsgruppen", "chair")}, id="a group unnamed"
        ),
    ],
)
def test_seats_without_an_office(minutes: Minutes, text: str, expected: set[tuple[str, str, str | None]]) -> None:
    context = minutes(text, persons=())
    things = find_things(context)
    rows = read_statements(context, things, References(context, things))
    assert {(row.person, row.body, row.role) for row in rows} == expected


def test_who_leaves_has_the_day_as_the_last(minutes: Minutes) -> None:
    context = minutes("Eva Berg lämnar styrgruppen vid årsskiftet.")
    things = find_things(context)
    (row,) = read_statements(context, things, References(context, things))
    assert (row.start, row.end) == (None, "2021-12-31")


def test_whom_a_seat_is_for(minutes: Minutes) -> None:
    context = minutes("Eva Berg representerar Region Skåne i Välfärdsrådet.")
    things = find_things(context)
    (row,) = read_statements(context, things, References(context, things))
    assert row.organisation == "Region Skåne"


def test_a_committee_of_the_presidium_and_another() -> None:
    text = (
        "Välfärdsrådet\n\nLedamöter\nOrdförande: Eva Berg (S), Ale\nVice ordförande: Olof Dal (M), Lerum\n"
        "Ledamot: Karin Ek (C), Tjörn\nLedamot: Per Lund (L), Öckerö\n\nArbetsutskottet\n\n"
        "Arbetsutskottet bereder rådets ärenden. Det består av presidiet samt Karin Ek.\n"
    )
    rows = {(row.person, row.role) for row in read(text, register.shipped()).facts.memberships if "utskott" in row.body}
    assert rows == {("Eva Berg", "member"), ("Olof Dal", "member"), ("Karin Ek", "member")}


def test_the_group_of_a_section_of_a_page() -> None:
    text = (
        "Styrgruppen för Ovanbygden\n\nLedamöter\nEva Berg (S), Ale, ordförande\nOlof Dal (M), Lerum\n\n"
        "Socialchefsgruppen\n\nDe fem cheferna möts ofta. Gruppen bereder styrgruppens ärenden.\n"
    )
    rows = {(row.subject, row.relation) for row in read(text, register.shipped()).facts.relations}
    assert rows == {("socialchefsgruppen", "prepares for")}


def test_tasks_in_a_list_of_a_page_are_those_of_its_body() -> None:
    text = (
        "Styrgruppen för Ovanbygden\n\nStyrgruppen\n* ansvarar för Vägplan 2025\n* rapporterar till Välfärdsrådet\n\n"
        "Ledamöter\nEva Berg (S), Ale, ordförande\nOlof Dal (M), Lerum\n"
    )
    rows = {(row.relation, row.object) for row in read(text, register.shipped()).facts.relations}
    assert rows == {("responsible for", "Vägplan 2025"), ("reports to", "Välfärdsrådet")}
