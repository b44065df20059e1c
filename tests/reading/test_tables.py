"""Tables of people: heads on one line or one column a line, marks, seats and substitutes side by side."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"
END = "\n\n1. Inledning\nMötet öppnas.\n"


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _present(text: str) -> list[str]:
    return [
        ("" if row.status == "present" else "-")
        + " | ".join(part for part in (row.person, row.organisation, row.party, row.role, row.title, row.time) if part)
        for row in _facts(HEAD + text + END).attendance
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Namn\tOrganisation\tFunktion\tNärvaro\n"
            "Anna Ek\tSala kommun\tVA-chef\tJa\nBo Ström\tPirava\tVD\tNej\nEva Öst\tHeby\tjurist\tpunkt 3",
            ["Anna Ek | Sala | VA-chef", "-Bo Ström | Pirava | VD", "Eva Öst | Heby | jurist | punkt 3"],
            id="marks in the last column",
        ),
        pytest.param(
            "Namn             Parti   Kommun          Roll\n"
            "Anna Ek          S       Sala            Ordförande\nBo Ström                 Heby            Ersättare",
            ["Anna Ek | Sala | S | chair", "Bo Ström | Heby | substitute"],
            id="columns by spaces with an empty cell",
        ),
        pytest.param(
            "Närvarolista\n\nNamn\nOrganisation\nNärvarande\nAnna Ek, ordförande\nRegion Uppsala\nx\nBo Ström\nSala "
            "kommun\n-\nEva Öst\nRegion Uppsala\nx",
            ["Anna Ek | Region Uppsala | chair", "-Bo Ström | Sala", "Eva Öst | Region Uppsala"],
            id="a cell a line, with a head",
        ),
        pytest.param(
            "Deltagare\nNamn\nTitel\nKommun\nAnna Ek\nsocialchef\nSala\nBo Ström\nHeby\nEva Öst\njurist\nSala",
            ["Anna Ek | Sala | socialchef", "Bo Ström | Heby", "Eva Öst | Sala | jurist"],
            id="a cell a line, one missing",
        ),
        pytest.param(
            "Kommun\tNamn\tFrånvarande\nSala\tAnna Ek\t\nHeby\tBo Ström\tx",
            ["Anna Ek | Sala", "-Bo Ström | Heby"],
            id="a column for those who are away",
        ),
    ],
)
def test_tables_of_those_present(text: str, rows: list[str]) -> None:
    assert _present(text) == rows


def test_headings_one_below_the_other_are_no_head_of_a_table() -> None:
    assert _present("Ledamöter\nNärvarande\nAnna Ek\nBo Ström\nFrånvarande\nEva Öst") == [
        "Anna Ek | member",
        "Bo Ström | member",
        "-Eva Öst | member",
    ]


PAGE = "Samrådet\n\nSamrådet har ledamöter och ersättare från regionen och kommunerna.\n\n"


def test_seats_and_substitutes_beside_the_municipality() -> None:
    facts = _facts(
        f"{PAGE}Region Uppsala\nOrdinarie\tErsättare\nAnna Ek (S), ordförande\tBo Ström (M)\nVakant\tEva Öst (C)\n\n"
        "Kommunerna\nKommun\tOrdinarie\tErsättare\nSala\tIda Alm (S)\tVakant\nHeby\tLars Alm (SBo)\tKarin Fors (L)\n"
    )
    said = [(row.person, row.organisation, row.party, row.role) for row in facts.memberships]
    assert said == [
        ("Anna Ek", "Region Uppsala", "S", "chair"),
        ("Bo Ström", "Region Uppsala", "M", "substitute"),
        ("Eva Öst", "Region Uppsala", "C", "substitute"),
        ("Ida Alm", "Sala", "S", "member"),
        ("Lars Alm", "Heby", "SBO", "member"),
        ("Karin Fors", "Heby", "L", "substitute"),
    ]
    assert [(seat.organisation, seat.count) for seat in facts.vacancies] == [("Region Uppsala", 1), ("Sala", 1)]
