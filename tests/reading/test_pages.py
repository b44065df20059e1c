"""Pages that tell who sits on a body: whose page it is, tables and lists of other makes, terms, seats that wait."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

PEOPLE = "Anna Ek (S), Sala, ordförande\nBo Ström (M), Heby\nEva Öst (C), Sala\n"


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _rows(text: str) -> list[str]:
    return [
        " | ".join(each or "-" for each in (row.person, row.body, row.role, row.organisation, row.start, row.end))
        for row in _facts(text).memberships
    ]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Rådet för hälsa\n\nLedamöter\n", "Rådet för hälsa"),
        ("Ådalens portal\nStart   Om oss   Nyheter   Kontakt\n\nRådet för hälsa\n\nLedamöter\n", "Rådet för hälsa"),
        ("Ådalen\nVi växer ihop\n\nStart | Om oss | Kontakt\n\nHälsorådet\n\nLedamöter\n", "Hälsorådet"),
        ("Ådalens portal\n\nVilka ingår i Chefsforum Ådalen?\n\n", "Chefsforum Ådalen"),
        ("Ådalens portal\n\nRepresentanter i rådet för hälsa\n\n", "Rådet för hälsa"),
        ("Ådalen växer\n\nRådet för hälsa är ett forum för politiker.\n\nLedamöter\n", "Rådet för hälsa"),
        ("NÄVA – Nära vård\n\nNÄVA är det politiska forum där vi möts.\n\nVem sitter i NÄVA?\n\n", "Nära vård"),
        ("Hälsorådet Ådalen | Ledamöter\n\nLedamöter\n", "Hälsorådet Ådalen"),
        ("Hälsorådet – sammansättning från 1 januari 2031\n\nLedamöter\n", "Hälsorådet"),
        ("Så styrs Ådalens samverkan\n\nStyrgruppen\n\nStyrgruppen leder arbetet.\n\nLedamöter\n", "Styrgruppen"),
    ],
)  # fmt: skip
def test_whose_page_it_is(page: str, name: str) -> None:
    facts = _facts(page + PEOPLE)
    assert facts.document.kind == "composition"
    assert facts.body is not None
    assert facts.body.name == name
    assert {row.body for row in facts.memberships} == {name}
    assert len(facts.memberships) == 3


@pytest.mark.parametrize(
    ("behind", "start", "end"),
    [
        ("", "2030", "2034"),
        (", t.o.m. 2031-03-31", "2030", "2031-03-31"),
        (", till och med 2031", "2030", "2031"),
        (" (t o m juni 2031)", "2030", "2031-06"),
        (", avgick 2031-05-04", "2030", "2031-05-04"),
        (", fr.o.m. april 2031", "2031-04", "2034"),
        (", från 1 maj 2032", "2032-05-01", "2034"),
        (", sedan 2028", "2028", "2034"),
        (" 2031–2032", "2031", "2032"),
        (" (2031–)", "2031", "2034"),
        (", 0224-20 31 20", "2030", "2034"),
    ],
)
def test_from_when_until_when(behind: str, start: str, end: str) -> None:
    text = (
        f"Rådet för hälsa\n\nLedamöter mandatperioden 2030–2034\nAnna Ek (S), Sala\nBo Ström (M){behind}\nEva Öst (C)\n"
    )
    row = _facts(text).memberships[1]
    assert (row.person, row.start, row.end) == ("Bo Ström", start, end)


def test_who_takes_a_seat_over() -> None:
    followed = "Heby: Bo Ström (M), ersätts från 1 april 2031 av Eva Öst (C)\n"
    text = f"Rådet för hälsa\n\nLedamöter\nSala: Anna Ek (S)\n{followed}"
    assert _rows(text)[1:] == [
        "Bo Ström | Rådet för hälsa | member | Heby | - | 2031-03-31",
        "Eva Öst | Rådet för hälsa | member | Heby | 2031-04-01 | -",
    ]


def test_sides_with_terms_and_roles_of_their_own() -> None:
    text = (
        "Rådet för hälsa\n\nLedamöter 2030–2034\n\nFrån Region Uppsala\n\nAnna Ek (S), ordförande\nBo Ström (M)\n"
        "Ersättare\nEva Öst (C)\n\nFrån organisationerna (2030–2031)\n\nOla Alm, Attention Sala\nVakant, Neuro Sala\n"
    )
    assert _rows(text) == [
        "Anna Ek | Rådet för hälsa | chair | Region Uppsala | 2030 | 2034",
        "Bo Ström | Rådet för hälsa | member | Region Uppsala | 2030 | 2034",
        "Eva Öst | Rådet för hälsa | substitute | - | 2030 | 2034",
        "Ola Alm | Rådet för hälsa | member | Attention Sala | 2030 | 2031",
    ]
    assert [(each.organisation, each.count) for each in _facts(text).vacancies] == [("Neuro Sala", 1)]


def test_a_table_with_columns_of_other_names() -> None:
    text = (
        "Rådet för hälsa\n\nFrån Region Uppsala\n\nNamn\tParti\tNämnd\tUppdrag\nAnna Ek\tS\tKulturnämnden\tOrdförande\n"
        "Bo Ström\tM\tSocialnämnden\tLedamot\nVakant\t\tBarnnämnden\tLedamot\nErsättare\nEva Öst\tC\tKulturnämnden\t\n"
    )
    assert _rows(text) == [
        "Anna Ek | Rådet för hälsa | chair | Region Uppsala | - | -",
        "Bo Ström | Rådet för hälsa | member | Region Uppsala | - | -",
        "Eva Öst | Rådet för hälsa | substitute | Region Uppsala | - | -",
    ]


def test_a_table_of_members_whose_first_column_nobody_knows() -> None:
    text = (
        "Styrelsen för Ådalen\n\nSkola          Ordinarie          Ersättare\n"
        "Norra skolan   Anna Ek            Bo Ström\nSödra skolan   Eva Öst, ordf      vakant\n"
    )
    assert [(row.person, row.role) for row in _facts(text).memberships] == [
        ("Anna Ek", "member"),
        ("Bo Ström", "substitute"),
        ("Eva Öst", "chair"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "I rådet sitter:",
        "Vem sitter i rådet?",
        "Rådet består av följande personer:",
        "Rådets ledamöter är:",
        "Följande ingår:",
    ],
)
def test_sentences_that_lead_to_a_list(lead: str) -> None:
    people = "Sala: Anna Ek (S)\nHeby: Bo Ström (M)\nKnivsta: vakant\n"
    text = f"Rådet för hälsa\n\nRådet leder arbetet i länet.\n\n{lead}\n\n{people}"
    assert [(row.person, row.organisation) for row in _facts(text).memberships] == [
        ("Anna Ek", "Sala"),
        ("Bo Ström", "Heby"),
    ]


def test_a_body_that_sends_people_is_a_side() -> None:
    text = (
        "Hälsorådet\n\nRådet består av politiker från Sala och från Södra vårdnämnden.\n\nSödra vårdnämnden\n"
        "Anna Ek (S)\nBo Ström (M)\n\nSala kommun\nEva Öst (C)\n"
    )
    assert [(row.body, row.organisation) for row in _facts(text).memberships] == [
        ("Hälsorådet", "Södra vårdnämnden"),
        ("Hälsorådet", "Södra vårdnämnden"),
        ("Hälsorådet", "Sala"),
    ]


def test_labels_over_the_holder_and_what_stands_below() -> None:
    text = (
        "Patientnämnden\n\nOrdförande\nAnna Ek (M)\nRegion Uppsala\nanna.ek@example.se\n\n"
        "Vice ordförande\nBo Ström (S)\nHeby\nbo@example.se\n\nLedamöter\n\nEva Öst (C), Sala\nOla Alm (V), Heby\n"
    )
    assert [(row.person, row.role, row.organisation) for row in _facts(text).memberships] == [
        ("Anna Ek", "chair", "Region Uppsala"),
        ("Bo Ström", "vice chair", "Heby"),
        ("Eva Öst", "member", "Sala"),
        ("Ola Alm", "member", "Heby"),
    ]


def test_a_role_behind_a_mark_is_of_those_who_follow() -> None:
    people = "Sala: Anna Ek (S), Bo Ström (M); ersättare: Eva Öst (C)\nHeby: Ola Alm (L); ersättare: vakant\n"
    text = f"Hälsorådet\n\nLedamöter\n{people}"
    assert [(row.person, row.role) for row in _facts(text).memberships] == [
        ("Anna Ek", "member"),
        ("Bo Ström", "member"),
        ("Eva Öst", "substitute"),
        ("Ola Alm", "member"),
    ]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("Oppositionens plats är vakant.", [("Heby", 1)]),
        ("Reservplatsen står ännu tom.", [("Heby", 1)]),
        ("Platsen för Sala är vakant.", [("Sala", 1)]),
        ("Tjänsten som psykolog är vakant.", []),
    ],
)
def test_seats_that_sentences_call_vacant(sentence: str, seats: list[tuple[str, int]]) -> None:
    text = f"Hälsorådet\n\nLedamöter\nSala – Anna Ek (S), Bo Ström (M)\nHeby – Eva Öst (C), ordförande. {sentence}\n"
    facts = _facts(text)
    assert [row.person for row in facts.memberships] == ["Anna Ek", "Bo Ström", "Eva Öst"]
    assert [(each.organisation, each.count) for each in facts.vacancies] == seats
