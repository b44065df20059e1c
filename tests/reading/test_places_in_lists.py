"""Municipalities that are given names, organisations with `&`, and whose rows stand below an empty cell."""

from dataclasses import replace

import pytest

from samverkan import register
from samverkan.facts import Facts, Membership
from samverkan.reading import read
from samverkan.reading.relating.statements import with_memberships


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Närvarande: Bo Ek (S), ordförande, Nora Eva-Britt Ström (C), Hjo Ulf Alm (M), Tibro",
            ["Bo Ek | Nora | S | chair", "Eva-Britt Ström | Hjo | C", "Ulf Alm | Tibro | M"],
        ),
        (
            "Närvarande: Bo Ek, Mark Anna Ström, Tranemo Ulf Alm, Ale",
            ["Bo Ek | Mark", "Anna Ström | Tranemo", "Ulf Alm | Ale"],
        ),
        (
            "Ledamöter\nRolf Alm (S), Mark\nAnn-Sofie Ek (C), Tranemo",
            ["Rolf Alm | Mark | S | member", "Ann-Sofie Ek | Tranemo | C | member"],
        ),
        ("Närvarande: Bo Ek, Nora, Eva Ström, Hjo", ["Bo Ek | Nora", "Eva Ström | Hjo"]),
        ("Närvarande\nBo Ek, Mark\nNora Ström, Tranemo", ["Bo Ek | Mark", "Nora Ström | Tranemo"]),
        # near misses: who is called that
        ("Närvarande: Bo Ek, Nora Ström, Mark Alm", ["Bo Ek", "Nora Ström", "Mark Alm"]),
        ("Närvarande\nMark Anders Alm, Sala\nBo Ek, Heby", ["Mark Anders Alm | Sala", "Bo Ek | Heby"]),
        ("Närvarande: Nora Ek, Sala och Bo Ström, Heby", ["Nora Ek | Sala", "Bo Ström | Heby"]),
        ("Närvarande: Bo Ek, Sala, Nora Ström, Heby", ["Bo Ek | Sala", "Nora Ström | Heby"]),
        ("Närvarande: Mark Ek, Nora, Nora Alm, Mark", ["Mark Ek | Nora", "Nora Alm | Mark"]),
    ],
)
def test_a_municipality_that_is_a_given_name(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Närvarande\nAnna Ek, Vård & Hälsa\nBo Ström, Sala", ["Anna Ek | Vård & Hälsa", "Bo Ström | Sala"]),
        ("Närvarande\nAnna Ek, Kultur & Fritid, Sala\nBo Ström, Heby", ["Anna Ek | Sala", "Bo Ström | Heby"]),
        ("Närvarande\nAnna Ek, Alm & Söner AB\nBo Ström, Sala", ["Anna Ek | Alm & Söner AB", "Bo Ström | Sala"]),
        ("Frånvarande: Anna Ek, Vård & Omsorg, Bo Ström, Sala", ["-Anna Ek | Vård & Omsorg", "-Bo Ström | Sala"]),
        # near misses: between two persons
        ("Närvarande: Anna Ek & Bo Ström", ["Anna Ek", "Bo Ström"]),
        ("Närvarande: Anna Ek, Eva Öst & Bo Ström", ["Anna Ek", "Eva Öst", "Bo Ström"]),
        ("Närvarande: Anna Ek & Bo Ström, Sala", ["Anna Ek | Sala", "Bo Ström | Sala"]),
        ("Närvarande: Anna Ek (S) & Bo Ström (M)", ["Anna Ek | S", "Bo Ström | M"]),
        (
            "Närvarande\nAnna Ek & Bo Ström, Region Uppsala\nEva Öst",
            ["Anna Ek | Region Uppsala", "Bo Ström | Region Uppsala", "Eva Öst"],
        ),
    ],
)
def test_what_is_called_this_and_that(attended, text: str, rows: list[str]) -> None:
    assert attended(text) == rows


@pytest.mark.parametrize(
    ("organisation", "read_as"),
    [
        ("Örebro läns landsting", "Örebro läns landsting"),
        ("Kalmar läns landsting", "Kalmar läns landsting"),
        ("Gävleborgs läns landsting", "Gävleborgs läns landsting"),
        ("Örebro läns museum", "Örebro läns museum"),
        ("Kalmar läns kommunförbund", "Kalmar läns kommunförbund"),
        ("Örebro", "Örebro"),
        ("Örebro kommun", "Örebro"),
        ("Kalmar", "Kalmar"),
        ("Region Örebro län", "Region Örebro län"),
        ("Region Kalmar län", "Region Kalmar län"),
    ],
)
def test_what_a_county_has_is_not_its_town(attended, organisation: str, read_as: str) -> None:
    assert attended(f"Närvarande\nAnna Ek, {organisation}\nBo Ström, Sala")[0] == f"Anna Ek | {read_as}"


HEAD = "Hälsonämnden\n\nHälsonämnden leder arbetet.\n\nKommun\tLedamöter\tErsättare\n"


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("Sala\tAnna Ek (S)\tBo Alm (M)\n\tEva Öst (C)\tUlf Fors (V)\n", ["Sala", "Sala", "Sala", "Sala"]),
        (
            "Sala\tAnna Ek (S)\tBo Alm (M)\n\tEva Öst (C)\tvakant\nHeby\tUlf Fors (V)\tOla Dal (S)\n",
            ["Sala", "Sala", "Sala", "Heby", "Heby"],
        ),
        ("Sala\tAnna Ek (S)\tBo Alm (M)\nHeby\tEva Öst (C)\tUlf Fors (V)\n", ["Sala", "Sala", "Heby", "Heby"]),
    ],
)
def test_below_an_empty_cell_stands_who_is_from_the_place_above(table: str, rows: list[str]) -> None:
    assert [row.organisation for row in _facts(HEAD + table).memberships] == rows


PAGE = "Hälsorådet\n\nHälsorådet leder arbetet.\n\n"
LIST = "Ledamöter{}\nAnna Ek (S), Sala\nBo Ström (M), Heby\nEva Öst (C), Sala\n"


@pytest.mark.parametrize("office", ["Kansli", "Kansliet", "Sekretariat", "Hälsokansliet", "Regionkontoret"])
def test_who_works_at_the_office_below_has_no_seat(office: str) -> None:
    text = (
        PAGE + LIST.format("") + f"\nSammanträden 2031\n15 februari, Sala\n23 maj, Heby\n\n{office}\nUlf Fors, chef\n"
    )
    assert [row.person for row in _facts(text).memberships] == ["Anna Ek", "Bo Ström", "Eva Öst"]


CHAIRS = "Presidium\n\nOrdförande: Ulf Fors (V), Heby\nVice ordförande: Ola Dal (S), Sala\n\n"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (CHAIRS + LIST.format(" 2031-2034"), [None, None, "2031", "2031", "2031"]),
        (CHAIRS + LIST.format(" och ersättare 2031-2034"), [None, None, "2031", "2031", "2031"]),
        ("Mandatperioden 2031-2034\n\n" + CHAIRS + LIST.format(""), ["2031"] * 5),
        (CHAIRS + LIST.format("") + "\nMandatperiod: 2031-2034\n", ["2031"] * 5),
    ],
)
def test_the_term_of_a_list_is_not_that_of_the_chairs_above_it(text: str, terms: list[str | None]) -> None:
    assert [row.start for row in _facts(PAGE + text).memberships] == terms


@pytest.mark.parametrize(
    ("heading", "seat"),
    [
        ("Adjungerad till styrelsen", "Styrelsen | guest"),
        ("Adjungerade till styrelsen:", "Styrelsen | guest"),
        ("Adjungerade i styrelsen", "Styrelsen | guest"),
        ("Adjungerade", "Styrelsen | guest"),
        ("Ersättare", "Styrelsen | substitute"),
    ],
)
def test_guests_of_the_board_itself(heading: str, seat: str) -> None:
    text = f"Styrelsen\n\nStyrelsen leder arbetet.\n\n{LIST.format('')}\n{heading}\nUlf Fors, Heby\n"
    last = _facts(text).memberships[-1]
    assert (last.person, f"{last.body} | {last.role}") == ("Ulf Fors", seat)


TABLE = (
    "Protokoll Hälsonämnden 2021-03-04\n\nBeslutande\nAnna Ek, Sala\nBo Ström\nEva Öst, Heby\n\n§ 1 Dagordning\n{}\n"
)


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("Bo Ström, Region Gotland, redogör för läget.", "Region Gotland"),
        ("Bo Ström, Region\nGotland, informerar om läget.", "Region Gotland"),
        ("Därefter går Bo Ström, IT Ådalen, igenom budgeten. Bo Ström, IT Ådalen, går igenom resten.", "IT Ådalen"),
        ("Bo Ström, Trafikverket, presenterar en plan.", "Trafikverket"),
        ("Bo Ström, Hjo, föredrar ärendet.", "Hjo"),
        # near misses: others, a title, what somebody tells of
        ("Bo Ström, Anna Ek, Sala, redogör för läget.", None),
        ("Bo Ström, Eva Öst, redogör för läget.", None),
        ("Bo Ström redogör för Region Gotland, Visby, och läget.", None),
        ("Bo Ström, Hjo, Ulf Alm, Ale, och Eva Öst fick ordet.", None),
        ("Bo Ström redogör för läget. Region Gotland, Hjo, går med.", None),
    ],
)
def test_whose_somebody_is_where_the_text_says_what_he_does(told: str, organisation: str | None) -> None:
    row = next(row for row in _facts(TABLE.format(told)).attendance if row.person == "Bo Ström")
    assert row.organisation == organisation


BOARD = f"Styrelsen\n\nStyrelsen leder arbetet.\n\n{LIST.format('')}Ulf Fors (V), Heby\n\n"


@pytest.mark.parametrize(
    "below",
    [
        "Adjungerad till styrelsen\n • Ola Dal\n\nArbetsutskott\n\nArbetsutskottet består av Anna Ek och Bo Ström.\n",
        "Arbetsutskottet består av Anna Ek och Bo Ström. Ersättare är Ulf Fors.\n",
        "Arbetsutskottet utgörs av Anna Ek och Bo Ström.\n",
    ],
)
def test_a_sentence_on_a_committee_below_the_list_is_no_entry(below: str) -> None:
    rows = _facts(BOARD + below).memberships
    seats = {(row.person, row.body.casefold()) for row in rows}
    assert {("Anna Ek", "arbetsutskottet"), ("Bo Ström", "arbetsutskottet"), ("Anna Ek", "styrelsen")} <= seats
    assert all("består" not in (row.organisation or "") for row in rows)


@pytest.mark.parametrize(
    "link",
    ["Norra Ådalen Extern länk", "Öst Väst (pdf)", "Norra Ådalen, öppnas i nytt fönster", "Länk till Norra Ådalen"],
)
def test_a_link_is_nobody(link: str) -> None:
    people = [row.person for row in _facts(f"{BOARD}Läs mer\nStyrelsens protokoll\n{link}\n").memberships]
    assert people == ["Anna Ek", "Bo Ström", "Eva Öst", "Ulf Fors"]


@pytest.mark.parametrize(
    ("listed", "told", "end"),
    [
        ("2034", "2032-09-30", "2032-09-30"),
        ("2034", "2033", "2033"),
        (None, "2032-09-30", "2032-09-30"),
        ("2032-09-30", None, "2032-09-30"),
        ("2031-05", "2034", "2031-05"),
        (None, None, None),
    ],
)
def test_who_leaves_does_not_sit_out_the_term(minutes, listed: str | None, told: str | None, end: str | None) -> None:
    context = replace(minutes("Styrelsen", "Styrelsen"), memberships=(Membership("Bo Ek", "Styrelsen", end=listed),))
    found = with_memberships(context, (Membership("Bo Ek", "styrelsen", end=told),)).memberships
    assert [row.end for row in found] == [end]


@pytest.mark.parametrize(
    "sentence", ["Bo Ström lämnar styrelsen den 30 maj 2032.", "Bo Ström lämnade sitt uppdrag 2032-05-30"]
)
def test_who_leaves_is_no_entry_of_the_list(sentence: str) -> None:
    rows = _facts(f"{BOARD}{sentence}\n").memberships
    assert [row.person for row in rows] == ["Anna Ek", "Bo Ström", "Eva Öst", "Ulf Fors"]
