"""People in blocks of lines, empty seats in other words, and what stands behind the lists of a page."""

import pytest

from samverkan import register
from samverkan.places import places
from samverkan.reading import read
from samverkan.reading.people.unfilled import unfilled

KNOWN = register.shipped()


def seats(text: str) -> list[str]:
    facts = read(text, KNOWN).facts
    rows = [" | ".join(filter(None, (row.person, row.role, row.organisation, row.start))) for row in facts.memberships]
    return [*rows, *(f"vakant {row.organisation or ''}".strip() for row in facts.vacancies)]


def test_each_block_is_an_office_its_holder_whom_he_represents_and_a_substitute() -> None:
    page = (
        "Styrelsen\n\nStyrelsen består av ledamöter och ersättare.\n\n"
        "Ordförande\nAnna Ek (S)\nSala kommun\nErsättare: Bo Ström (C)\n\n"
        "Vice ordförande\nEva Öst\nFörsäkringskassan\nErsättare: Ida Alm\n\n"
        "Ledamot\nOlle Berg (S)\nHeby kommun (fr.o.m. 2031-09-01)\nErsättare: vakant\n\n"
        "Ledamot\nSara Lund\nRegion Uppsala\nErsättare: Per Holm\n"
    )
    assert seats(page) == [
        "Anna Ek | chair | Sala",
        "Bo Ström | substitute | Sala",
        "Eva Öst | vice chair | Försäkringskassan",
        "Ida Alm | substitute | Försäkringskassan",
        "Olle Berg | member | Heby | 2031-09-01",
        "Sara Lund | member | Region Uppsala",
        "Per Holm | substitute | Region Uppsala",
        "vakant Heby",
    ]


def test_substitutes_below_a_whole_list_are_nobodys_own() -> None:
    page = "Styrelsen\n\nLedamöter\nAnna Ek, Sala\nBo Ström, Heby\nErsättare: Eva Öst\n"
    assert seats(page) == ["Anna Ek | member | Sala", "Bo Ström | member | Heby", "Eva Öst | substitute"]


def test_organisation_between_names_heads_those_below() -> None:
    page = "Styrelsen\n\nLedamöter\nAnna Ek (S)\nSala kommun\nBo Ström (M)\nEva Öst (C)\n"
    assert seats(page) == ["Anna Ek | member", "Bo Ström | member | Sala", "Eva Öst | member | Sala"]


def test_office_below_the_lists_has_no_seats() -> None:
    page = (
        "Styrelsen\n\nLedamöter\nAnna Ek, Sala\nBo Ström, Heby\nEva Öst, Sala\nRepresentant från Heby saknas\n\n"
        "KANSLI\n\nTillförordnad förbundschef: Ida Alm\nProcesstödjare: Olle Berg, Per Holm\n"
    )
    assert seats(page) == [
        "Anna Ek | member | Sala", "Bo Ström | member | Heby", "Eva Öst | member | Sala", "vakant Heby",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("Representant från Region Uppsala saknas för närvarande", ["Region Uppsala"]),
        ("Ännu inte utsedd (psykiatrin)", [None]),
        ("Ej utsedd", [None]),
        ("Ersättare: utses senare", [None]),
        ("Ledamot utses i mars", [None]),
        ("- (Kumla och Hallsberg saknar representant tills vidare)", ["Kumla", "Hallsberg"]),
        ("Arboga har ännu inte utsett någon ledamot", ["Arboga"]),
        ("Nominering pågår", [None]),
        ("Ledamot för Sala ej tillsatt", ["Sala"]),
        ("Inte utsedd, Heby", ["Heby"]),
        ("Obesatt", [None]),
        ("Väljs av kommunfullmäktige", []),
        ("Ledamot Anna Ek", []),
        ("Frågan är inte klar", []),
        ("Sala saknar pengar till representation", []),
        ("Representanter för Sala", []),
        ("Ej närvarande", []),
        ("Val av ordförande", []),
        ("Ersättare", []),
        ("Ordförande", []),
        ("Uppdraget är inte avslutat", []),
    ],
)
def test_empty_seats_in_other_words(line: str, sides: list[str | None]) -> None:
    assert list(unfilled(line, places(KNOWN))) == sides


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Närvarande\nAnna Ek, Sala\nBo Ström, Heby\n\nFrånvarande\nEva Öst, Sala\n\n"
            "Från Region Uppsala\nIda Alm, processledare, punkt 3\n",
            [
                "Anna Ek | Sala",
                "Bo Ström | Heby",
                "-Eva Öst | Sala",
                "Ida Alm | Region Uppsala | processledare | punkt 3",
            ],
            id="those from elsewhere were there",
        ),
        pytest.param(
            "Närvarande\nFrån Sala kommun\nAnna Ek\n\nFrån Heby kommun\nBo Ström\n\nFrånvarande\nFrån Sala kommun\n"
            "Eva Öst\n\nFrån Heby kommun\nIda Alm\n",
            ["Anna Ek | Sala", "Bo Ström | Heby", "-Eva Öst | Sala", "-Ida Alm | Heby"],
            id="near miss: sides above and below",
        ),
        pytest.param(
            "Närvarande\nAnna Ek, verksamhetschef, Sala lasarett\nBo Ström, Heby sjukstuga\nEva Öst, Sala\n",
            ["Anna Ek | Sala lasarett | verksamhetschef", "Bo Ström | Heby sjukstuga", "Eva Öst | Sala"],
            id="institutions of a place",
        ),
    ],
)  # fmt: skip
def test_whose_people_were_there(attended, text: str, rows: list[str]) -> None:
    assert attended(f"Minnesanteckningar Styrgruppen 2031-03-04\n\n{text}\n\n1. Inledning\nMötet öppnas.\n") == rows
