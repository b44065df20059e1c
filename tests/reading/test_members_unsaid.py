"""Members of an association that the sentence itself does not name, each beside sentences that tell of no member."""

import pytest

from samverkan.reading import read
from samverkan.register import shipped

_HEAD = "Protokoll\nDirektionen för Västerbygdens kommunalförbund\n2021-03-04\n\n§ 3 Läget\n"
_LEAGUE = "Västerbygdens kommunalförbund"


def _members(text: str) -> set[tuple[str, str, str | None]]:
    rows = read(text, shipped()).facts.relations
    return {(row.subject, row.object, row.start) for row in rows if row.relation == "member of"}


def _of_league(*names: str, start: str | None = None) -> set[tuple[str, str, str | None]]:
    return {(name, _LEAGUE, start) for name in names}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ale blir medlem från den 1 januari 2023.", _of_league("Ale", start="2023-01-01")),
        ("Ale är medlem sedan 2019.", _of_league("Ale", start="2019")),
        ("Ale och Lerum är medlemmar sedan den 1 maj 2020.", _of_league("Ale", "Lerum", start="2020-05-01")),
        ("Ale kommun blev medlem fr.o.m. den 1 januari 2023.", _of_league("Ale", start="2023-01-01")),
        ("Avgiften betalas av medlemskommunerna Ale och Lerum.", _of_league("Ale", "Lerum")),
        ("Förbundet begär bidrag hos medlemskommunerna Ale, Lerum och Tjörn.", _of_league("Ale", "Lerum", "Tjörn")),
        ("Ägarkommunerna Ale och Lerum betalar mer.", _of_league("Ale", "Lerum")),
        ("Medlemmar är bland andra Ale och Lerum.", _of_league("Ale", "Lerum")),
        ("Medlemmar är bland annat Region Skåne och Ale kommun.", _of_league("Region Skåne", "Ale")),
    ],
)
def test_the_documents_own_association_is_meant(sentence: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert _members(_HEAD + sentence + "\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ale är medlem.",
        "Eva Ek är medlem sedan 2019.",
        "Ale vill bli medlem från nästa år.",
        "Bland medlemskommunerna är Ale störst.",
        "Rådet för medlemskommunerna Ale och Lerum möts i maj.",
        "Medlemmar från Ale och Lerum deltog 2019.",
    ],
)
def test_no_member_is_told_of(sentence: str) -> None:
    assert _members(_HEAD + sentence + "\n") == set()


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("Partnerskapet är en förening för spåret. Medlemmar är bland andra Ale och Lerum.", {"Ale", "Lerum"}),
        ("Partnerskap Kustspåret är en förening. Medlemmar är Ale och Lerum.", {"Ale", "Lerum"}),
        ("Partnerskapet har vuxit. Tjörn är medlem sedan 2019.", {"Tjörn"}),
        ("Föreningen har vuxit. Tjörn är medlem sedan 2019.", set()),
        ("Nätverket är öppet för alla. Medlemmar är bland andra Ale och Lerum.", set()),
    ],
)
def test_the_sentence_before_says_of_what(sentences: str, expected: set[str]) -> None:
    text = f"Nyheter\n\nNytt läge för Partnerskap Kustspåret\n\n2019-04-05\n\nMötet hölls i maj.\n\n{sentences}\n"
    assert _members(text) == {(name, "Partnerskap Kustspåret", start) for name, _, start in _members(text)}
    assert {name for name, _, _ in _members(text)} == expected


@pytest.mark.parametrize(
    ("tail", "counted"),
    [
        ("och ett 40-tal kommuner", True),
        ("samt ett 20-tal kommuner", True),
        ("och 41 kommuner", True),
        ("och elva kommuner", True),
        ("och ett antal företag", False),
        ("och 40 företag", False),
        ("och ett 40-tal föreningar", False),
    ],
)
def test_a_number_of_municipalities_after_the_region(tail: str, counted: bool) -> None:
    text = f"{_HEAD}{_LEAGUE} är ett kommunalförbund vars medlemmar är Region Skåne {tail}.\n"
    assert _members(text) == _of_league("Region Skåne", *(["kommunerna"] if counted else []))


@pytest.mark.parametrize(
    ("name", "parties"),
    [
        ("Samarbetsavtal om praktik mellan förbundet och Ale kommun", {_LEAGUE, "Ale"}),
        ("Samarbetsavtal om praktik mellan Lerum och Ale", {"Lerum", "Ale"}),
        ("Samarbetsavtal om praktik i förbundet", set()),
    ],
)
def test_the_own_association_in_the_name_of_an_agreement_is_a_party(name: str, parties: set[str]) -> None:
    rows = read(f"{_HEAD}{_LEAGUE} växer.\nDirektionen godkänner {name}.\n", shipped()).facts.relations
    assert {row.subject for row in rows if row.relation == "party to"} == parties


def test_the_year_of_a_plan_is_no_year_of_its_beginning() -> None:
    rows = read(f"{_HEAD}Kulturstrategi Väster ersätter 2021 års Kulturplan Väster.\n", shipped()).facts.relations
    assert {row.start for row in rows} <= {None}
    assert ("Kulturplan Väster", "replaces", "Kulturstrategi Väster") not in {
        (row.subject, row.relation, row.object) for row in rows
    }


@pytest.mark.parametrize("year", ["2020 ", "", "2021 "])
def test_a_year_may_stand_inside_a_verb(year: str) -> None:
    rows = read(f"{_HEAD}Kulturplan Väster ersätts {year}av Kulturstrategi Väster.\n", shipped()).facts.relations
    assert [(row.subject, row.relation, row.object, row.start) for row in rows] == [
        ("Kulturstrategi Väster", "replaces", "Kulturplan Väster", year.strip() or None)
    ]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Landstinget i Värmland och de sexton kommunerna är parter i Samverkansavtal om resor.",
            {("Landstinget i Värmland", "party to"), ("kommunerna", "party to")},
        ),
        (
            "Partnerskap Kustspåret växer. Arbetsutskottet är partnerskapets högsta organ.",
            {("arbetsutskottet", "part of")},
        ),
        ("Partnerskap Kustspåret växer. Arbetsutskottet är föreningens högsta organ.", set()),
        ("Partnerskap Kustspåret växer. Arbetsutskottet är partnerskapets bästa vän.", set()),
        ("Samverkansavtal Norrbottens Kommuner, som Ale kommun har tecknat, gäller.", {("Ale", "party to")}),
    ],
)
def test_lists_with_a_number_and_owners_by_their_noun(sentences: str, expected: set[tuple[str, str]]) -> None:
    rows = read(_HEAD + sentences + "\n", shipped()).facts.relations
    assert {(row.subject, row.relation) for row in rows} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Förbundet leds av en direktion.", {("direktionen", _LEAGUE)}),
        ("Förbundet leds av en styrelse.", {("styrelsen", _LEAGUE)}),
        ("Västerbygdens kommunalförbund leds av en styrelse.", {("styrelsen", _LEAGUE)}),
        ("Arbetet leds av en styrelse.", set()),
        ("Vårdgruppen leds av en styrelse.", set()),
        ("Förbundet leds av Eva Ek.", set()),
    ],
)
def test_a_board_leads_its_association(sentence: str, expected: set[tuple[str, str]]) -> None:
    text = f"Om oss\n\nVästerbygdens kommunalförbund\n\nVästerbygdens kommunalförbund finns sedan länge.\n{sentence}\n"
    rows = read(text, shipped()).facts.relations
    assert {(row.subject.lower(), row.object) for row in rows if row.relation == "part of"} == expected


@pytest.mark.parametrize(("count", "subjects"), [(2, 2), (6, 6), (7, 1)])
def test_many_regions_are_one_party(count: int, subjects: int) -> None:
    regions = [
        "Region Skåne",
        "Region Halland",
        "Region Uppsala",
        "Region Dalarna",
        "Region Gävleborg",
        "Region Kalmar län",
    ]
    named = ", ".join([*regions, "Region Stockholm"][: count - 1])
    last = [*regions, "Region Stockholm"][count - 1]
    text = f"{_HEAD}Mötet hälsar {named} och {last}. Vårdnämnden utses av regionerna.\n"
    rows = read(text, shipped()).facts.relations
    assert len([row for row in rows if row.relation == "appoints"]) == subjects
    assert ("regionerna" in {row.subject for row in rows}) == (subjects == 1)
