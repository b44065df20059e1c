"""Memberships that sentences say, beside sentences that only name a person and an office."""

from collections.abc import Callable

import pytest

from samverkan.facts import Membership
from samverkan.reading.context import Context
from samverkan.reading.relating.statements import read_statements, with_memberships
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References

Minutes = Callable[..., Context]
OWN = "Styrgruppen för Ovanbygden"


def statements(context: Context) -> tuple[Membership, ...]:
    things = find_things(context)
    return read_statements(context, things, References(context, things))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nu är Eva Berg ordförande och Olof Dal vice ordförande i Samverkansrådet.",
            [("Eva Berg", "Samverkansrådet", "chair"), ("Olof Dal", "Samverkansrådet", "vice chair")],
            id="two offices of one body",
        ),
        pytest.param(
            "Som ny ledamot i Samverkansrådet välkomnades Olof Dal.",
            [("Olof Dal", "Samverkansrådet", "member")],
            id="välkomnades",
        ),
        pytest.param("Eva Berg utses till vice ordförande.", [("Eva Berg", OWN, "vice chair")], id="utses till"),
        pytest.param(
            "Förslaget att utse Eva Berg till ordförande godkändes.", [("Eva Berg", OWN, "chair")], id="att utse"
        ),
        pytest.param(
            "Till ordförande valdes Eva Berg (S), Ale, och till vice ordförande Olof Dal (M), Lerum.",
            [("Eva Berg", OWN, "chair"), ("Olof Dal", OWN, "vice chair")],
            id="till ordförande valdes",
        ),
        pytest.param(
            "Eva Berg och Olof Dal, vice ordförande respektive ordförande för Samverkansrådet, talade.",
            [("Eva Berg", "Samverkansrådet", "vice chair"), ("Olof Dal", "Samverkansrådet", "chair")],
            id="respektive",
        ),
        pytest.param(
            "Eva Berg är ledamot i Samverkansrådet.", [("Eva Berg", "Samverkansrådet", "member")], id="är ledamot i"
        ),
        pytest.param(
            "Ny ordförande i Samverkansrådet är Eva Berg.",
            [("Eva Berg", "Samverkansrådet", "chair")],
            id="ny ordförande är",
        ),
        pytest.param(
            "Eva Berg har utsetts till andre vice ordförande.",
            [("Eva Berg", OWN, "second vice chair")],
            id="andre vice",
        ),
        pytest.param(
            "I arbetsutskottet sitter Eva Berg och Olof Dal.",
            [("Eva Berg", "arbetsutskottet", "member"), ("Olof Dal", "arbetsutskottet", "member")],
            id="i … sitter",
        ),
        pytest.param(
            "Arbetsutskottet består av Eva Berg (ordförande) och Olof Dal.",
            [("Eva Berg", "arbetsutskottet", "chair"), ("Olof Dal", "arbetsutskottet", "member")],
            id="består av",
        ),
        pytest.param(
            "Eva Berg, kommunstyrelsens ordförande i Ale, talade.",
            [("Eva Berg", "kommunstyrelsen", "chair")],
            id="title",
        ),
        pytest.param("Eva Berg avgår som ordförande i Samverkansrådet.", [], id="one who leaves"),
        pytest.param(
            "Eva Berg lämnar uppdraget och ersätts av Olof Dal som ledamot.",
            [("Olof Dal", OWN, "member")],
            id="one who comes instead",
        ),
        pytest.param(
            "Ett presidium valdes: Eva Berg ordförande, Olof Dal 1:e vice ordförande.",
            [("Eva Berg", OWN, "chair"), ("Olof Dal", OWN, "vice chair")],
            id="without a comma",
        ),
        pytest.param("Eva Berg utses till justerare.", [], id="an adjuster is no member"),
        pytest.param("Eva Berg utses att leda dagens möte.", [], id="for the day"),
        pytest.param("Eva Berg väljs till ordförande för mötet.", [], id="for the meeting"),
        pytest.param("Eva Berg tackar ordföranden.", [], id="who thanks the chair"),
        pytest.param("Vice ordföranden hälsade Eva Berg välkommen.", [], id="who is greeted"),
    ],
)
def test_offices(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(row.person, row.body, row.role) for row in statements(minutes(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Eva Berg är ledamot i gruppen till och med den 28 februari 2021.", (None, "2021-02-28"), id="until"
        ),
        pytest.param("Eva Berg är ledamot i gruppen från den 1 mars 2020.", ("2020-03-01", None), id="since"),
        pytest.param("Eva Berg är ordförande för perioden 2019-2022.", ("2019", "2022"), id="term"),
        pytest.param("Eva Berg sitter i arbetsutskottet under 2023 och 2024.", ("2023", "2024"), id="two years"),
        pytest.param("Eva Berg är ledamot i gruppen.", (None, None), id="unstated"),
    ],
)
def test_terms(minutes: Minutes, text: str, expected: tuple[str | None, str | None]) -> None:
    (row,) = statements(minutes(text))
    assert (row.start, row.end) == expected


def test_on_a_page_of_several_bodies_an_office_is_in_the_one_that_heads_it(minutes: Minutes) -> None:
    context = minutes("Kommunalt forum\nOrdförande är Eva Berg (S), Ale.", kind="composition")
    assert [(row.person, row.body) for row in statements(context)] == [("Eva Berg", "Kommunalt forum")]


def test_party_and_municipality_stand_after_the_name(minutes: Minutes) -> None:
    (row,) = statements(minutes("Eva Berg (kd), Östra Göinge, har utsetts till ordförande."))
    assert (row.party, row.organisation) == ("KD", "Östra Göinge")


def test_her_municipality_is_that_of_her_title(minutes: Minutes) -> None:
    rows = statements(minutes("Ny ordförande är Eva Berg, kommunstyrelsens ordförande i Ale."))
    assert [(row.body, row.organisation) for row in rows] == [(OWN, "Ale"), ("kommunstyrelsen", "Ale")]


def test_those_of_a_statement_are_known_to_what_follows(minutes: Minutes) -> None:
    context = minutes("Eva Berg utses till vice ordförande.")
    assert "Eva Berg" in with_memberships(context, statements(context)).persons


def test_a_statement_points_to_its_words(minutes: Minutes) -> None:
    (row,) = statements(minutes("Så. Eva Berg utses till vice ordförande nu."))
    assert row.evidence is not None
    assert row.evidence.quote == "Eva Berg utses till vice ordförande"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Eva Ek valdes till ordförande för 2023 och 2024.", ("2023", "2024"), id="years"),
        pytest.param("Eva Ek valdes till ordförande för tiden 1 maj 2023–31 december 2026.",
            ("2023-05-01", "2026-12-31"), id="days"),
        pytest.param("Eva Ek, som var styrgruppens ordförande 2019–2022, avtackades.", ("2019", "2022"), id="was"),
    ],
)  # fmt: skip
def test_terms_in_words(minutes: Minutes, text: str, expected: tuple[str | None, str | None]) -> None:
    (row,) = statements(minutes(text))
    assert (row.person, row.start, row.end) == ("Eva Ek", *expected)


def test_the_same_term_is_that_of_the_one_before(minutes: Minutes) -> None:
    rows = statements(
        minutes("Eva Ek valdes till ordförande för 2023 och 2024. Till vice ordförande för samma tid valdes Bo Ask.")
    )
    assert [(row.person, row.role, row.end) for row in rows] == [
        ("Eva Ek", "chair", "2024"),
        ("Bo Ask", "vice chair", "2024"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Arbetsgruppen för kost rapporterar hit. Gruppens nya ordförande är Eva Ek.",
            "arbetsgruppen för kost",
            id="that",
        ),
        pytest.param(
            "Vi rapporterar dit. Gruppens nya ordförande är Eva Ek.", "Styrgruppen för Ovanbygden", id="the own"
        ),
    ],
)
def test_the_group_is_the_one_just_named(minutes: Minutes, text: str, expected: str) -> None:
    assert [row.body for row in statements(minutes(text))] == [expected]


def test_who_succeeds_somebody_holds_the_office(minutes: Minutes) -> None:
    (row,) = statements(minutes("Eva Ek (S) efterträder Bo Ask (M) som ordförande i Norra Rådet."))
    assert (row.person, row.role, row.body) == ("Eva Ek", "chair", "Norra Rådet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Eva Ek valdes till ny vice ordförande efter Bo Ask (M).",
            [("Eva Ek", "Styrgruppen för Ovanbygden")],
            id="elected after another",
        ),
        pytest.param("Vi tackar Bo Ask för hans tid som ordförande.", [], id="was thanked"),
        pytest.param(
            "Arbetsgruppen för kost, med Eva Ek som ordförande, har börjat.",
            [("Eva Ek", "arbetsgruppen för kost")],
            id="a group with her in the chair",
        ),
    ],
)
def test_who_holds_it_now(minutes: Minutes, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.person, row.body) for row in statements(minutes(text))] == expected
