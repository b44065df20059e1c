"""Pages of composition with several bodies, offices and auditors, and lists under headings in other words."""

import pytest

from samverkan import register
from samverkan.reading import read

KNOWN = register.shipped()


def seats(text: str) -> list[str]:
    rows = read(text, KNOWN).facts.memberships
    return [" | ".join(filter(None, (row.person, row.body, row.role, row.organisation))) for row in rows]


PAGE = """Förbundsdirektionen

Ledamöter
Anna Ek (S), Hofors, ordförande
Bo Ström (M), Ockelbo

Arbetsutskott
Anna Ek (S), Hofors

{line}
Eva Öst (C), Ockelbo
"""


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        pytest.param("Valberedning: Ida Alm (sammankallande), Per Holm",
                     ["Ida Alm | Valberedning | member", "Per Holm | Valberedning | member",
                      "Eva Öst | Arbetsutskott | member | Ockelbo"], id="a colon"),
        pytest.param("Arbetsgrupp Äldre – sammankallande Ida Alm, Hofors; ledamöter Per Holm (Ockelbo)",
                     ["Ida Alm | Arbetsgrupp Äldre | member | Hofors",
                      "Per Holm | Arbetsgrupp Äldre | member | Ockelbo",
                      "Eva Öst | Arbetsutskott | member | Ockelbo"], id="a dash"),
        pytest.param("ARBETSGRUPP SIP\n• Ida Alm, Hofors kommun (sammankallande)\n• Per Holm, Ockelbo kommun",
                     ["Ida Alm | Arbetsgrupp SIP | member | Hofors", "Per Holm | Arbetsgrupp SIP | member | Ockelbo",
                      "Eva Öst | Arbetsgrupp SIP | member | Ockelbo"], id="a heading in capitals"),
        pytest.param("Förtroendevalda revisorer\nIda Alm, Hofors", [], id="near miss: auditors"),
        pytest.param("Förvaltning\nFörbundschef: Ida Alm", [], id="near miss: an office"),
        pytest.param("Hofors kommun: Ida Alm, Per Holm",
                     ["Ida Alm | Arbetsutskott | member | Hofors", "Per Holm | Arbetsutskott | member | Hofors",
                      "Eva Öst | Arbetsutskott | member | Ockelbo"], id="near miss: a side"),
        pytest.param("Kontakt: ekonomigruppen@hofors.example", [], id="near miss: an address"),
    ],
)  # fmt: skip
def test_other_bodies_of_a_page(line: str, rows: list[str]) -> None:
    first = [
        "Anna Ek | Förbundsdirektionen | chair | Hofors",
        "Bo Ström | Förbundsdirektionen | member | Ockelbo",
        "Anna Ek | Arbetsutskott | member | Hofors",
    ]
    assert seats(PAGE.format(line=line)) == [*first, *rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Vilka: Anna Ek (Hofors), Bo Ström (Ockelbo), sekr.\nInte med: Eva Öst (Hofors)\nGäst p 3: Ida Alm, SKR",
         ["Anna Ek | Hofors", "Bo Ström | Ockelbo | secretary", "-Eva Öst | Hofors", "Ida Alm | SKR | guest | p 3"]),
        ("Närvarande\nAnna Ek\nBo Ström\n\nFrånvarande med anmälan\nEva Öst\n\nFrånvarande utan anmälan\nIda Alm",
         ["Anna Ek", "Bo Ström", "-Eva Öst", "-Ida Alm"]),
        ("Närvarande\nAnna Ek\nBo Ström\n\nUtan anmälan fattas underlag", ["Anna Ek", "Bo Ström"]),
    ],
)  # fmt: skip
def test_headings_in_other_words(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows
