"""For how long those on a page of composition sit."""

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.people.terms import term_of_page


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Mandattiden är\ndensamma som i kommunerna, nu 2031–2034.", ("2031", "2034")),
        ("Uppdragen gäller 1 april 2031–31 mars 2035 om inget annat anges.", ("2031-04-01", "2035-03-31")),
        ("Mandatperiod: 2031–34", ("2031", "2034")),
        ("Så här ser rådet ut mandatperioden 2031-2034:", ("2031", "2034")),
        ("Ledamöterna är valda för tiden 2031-01-01--2034-12-31", ("2031-01-01", "2034-12-31")),
        ("Ledamöterna är utsedda för åren 2031 till och med 2034.", ("2031", "2034")),
        ("Uppdragen gäller fr.o.m. 2031-04-01 t.o.m. 2035-03-31", ("2031-04-01", "2035-03-31")),
        ("Styrelsen väljs för ett år, nu 1 januari–31 december 2031.", ("2031-01-01", "2031-12-31")),
        ("Styrelsen 2031/2034", ("2031", "2034")),
        ("Mandattiden går ut den 31 december 2034.", (None, "2034-12-31")),
        ("I styrgruppen sitter under 2031:", ("2031", "2031")),
        ("Planen gäller 2031–2035.", None),
        ("Styrelsen har tagit fram en plan för 2031–2034.", None),
        ("Ledamöterna väljs av kommunerna. Planen 2031-2034", None),
        ("Mandatperioden är fyra år.\n\nBudget 2031–2033", None),
        ("Avtalet är tecknat för 2031–2035.", None),
        ("Mandatperioden 2034–2031", None),
    ],
)
def test_term_of_a_page(text: str, term: tuple[str | None, str] | None) -> None:
    assert term_of_page(text)[0] == term


def seats(text: str) -> list[str]:
    found = read(text, register.shipped()).facts.memberships
    return [" | ".join(filter(None, (row.person, row.role, row.start, row.end))) for row in found]


def test_office_of_some_years_stands_above_who_has_it() -> None:
    page = (
        "Styrelsen\n\nMandattiden är nu 2031–2034.\n\nOrdförande 2031–2032\nAnna Ek (S), Sala\n\n"
        "Ledamöter\nBo Ström (M), Heby\nEva Öst (C), Sala, ordf 2033\nIda Alm (V), Heby, från och med 2032-03-01\n"
    )
    assert seats(page) == [
        "Anna Ek | chair | 2031 | 2032",
        "Bo Ström | member | 2031 | 2034",
        "Eva Öst | chair | 2033 | 2033",
        "Ida Alm | member | 2032-03-01 | 2034",
    ]
