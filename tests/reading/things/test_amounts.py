"""Sums of money: how they are written, what they are for each of, what they are for; and figures that are none."""

import re
from pathlib import Path

import pytest

from samverkan import facts_json, register
from samverkan.facts import Amount
from samverkan.reading import read
from samverkan.reading.things.purposes import purpose_of

HEAD = "Minnesanteckningar Styrgruppen 2021-03-04\n\n"


def amounts(text: str) -> list[Amount]:
    return list(read(f"{HEAD}§ 7 Ekonomi\n{text}\n", register.shipped()).facts.amounts)


def values(text: str) -> list[float]:
    return [row.value for row in amounts(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("4,2 miljoner kronor", 4_200_000),
        ("1 250 tkr", 1_250_000),
        ("1\u00a0250 tkr", 1_250_000),
        ("12 mnkr", 12_000_000),
        ("0,5 mkr", 500_000),
        ("40 Mkr", 40_000_000),
        ("12 MSEK", 12_000_000),
        ("3 milj. kr", 3_000_000),
        ("1,5 miljarder kronor", 1_500_000_000),
        ("2 mdkr", 2_000_000_000),
        ("250 tusen kronor", 250_000),
        ("278 792 kronor", 278_792),
        ("278 792\nkronor", 278_792),
        ("1.250.000 kr", 1_250_000),
        ("1.250 kr", 1250),
        ("99,50 kr", 99.5),
        ("500:-", 500),
        ("25 000 SEK", 25_000),
        ("två miljoner kronor", 2_000_000),
        ("En halv miljon kronor", 500_000),
        ("tusentals kronor och 300 kr", 300),
    ],
)
def test_a_sum_is_read_in_each_way_that_it_is_written(words: str, value: float) -> None:
    (row,) = amounts(f"Det rör sig om {words}.")
    assert (row.value, row.currency) == (value, "SEK")


@pytest.mark.parametrize(
    "words",
    [
        "§§ 12 500 och 13",
        "§ 5 300 kr",
        "dnr 2019/123 kr",
        "under 2019",
        "4,2 miljoner invånare",
        "2 miljoner besök",
        "51,36 %",
        "3 procent",
        "telefon 08-123 45 67 kr",
        "20 kronofogdar",
        "20 kraftverk",
        "kl. 12 krävs",
        "tusentals kronor",
        "10–15 tkr",
        "mellan 2 och 3 miljoner kronor",
        "version 4.2.1 kr",
    ],
)
def test_figures_that_are_no_sum_are_left_alone(words: str) -> None:
    assert amounts(f"Det rör sig om {words}.") == []


def test_bare_millions_are_money_where_the_sentence_speaks_of_money() -> None:
    (row,) = amounts("Budgeten ökar med 4,2 miljoner.")
    assert row.value == 4_200_000
    assert row.evidence is not None
    assert (row.evidence.rule, row.evidence.confidence) == ("amounts.bare", 0.75)
    assert amounts("Länet har 1,2 miljoner.") == []


def test_euro_are_another_currency() -> None:
    (row, other) = amounts("Projektet får 200 000 euro och 2,5 miljoner EUR.")
    assert (row.value, row.currency, other.value, other.currency) == (200_000, "EUR", 2_500_000, "EUR")


def test_a_loss_is_below_zero_and_the_mark_of_a_list_is_no_minus() -> None:
    assert values("Resultatet är -1,2 mnkr.") == [-1_200_000]
    assert values("Beslut:\n-500 kr till resor") == [500]


@pytest.mark.parametrize(
    ("words", "period", "per"),
    [
        ("500 000 kr/år", "year", None),
        ("500 000 kr per år", "year", None),
        ("500 000 kr om året", "year", None),
        ("500 000 kr årligen", "year", None),
        ("500 000 kr i månaden", "month", None),
        ("4 500 kr per dygn", "day", None),
        ("350 kr/timme", "hour", None),
        ("3 kronor per invånare", None, "inhabitant"),
        ("3 kr/inv och år", "year", "inhabitant"),
        ("50 000 kr per kommun och år", "year", "municipality"),
        ("500 kr per deltagare", None, "participant"),
        ("500 kr per cykel", None, None),
        ("500 000 kr i år", None, None),
        ("500 000 kr", None, None),
    ],
)
def test_a_sum_says_what_it_is_for_each_of(words: str, period: str | None, per: str | None) -> None:
    (row,) = amounts(f"Det rör sig om {words}.")
    assert (row.period, row.per) == (period, per)


def test_a_yearly_fee_is_each_year() -> None:
    (row,) = amounts("Medlemmarna betalar en årlig avgift på 50 000 kronor.")
    assert (row.period, row.purpose) == ("year", "avgift")


@pytest.mark.parametrize(
    ("sentence", "purpose"),
    [
        ("Rådet beviljar 300 000 kr till projektet Ung i dag, som startar i höst.", "projektet Ung i dag"),
        ("Staten avsätter 1,5 miljarder kronor för nära vård.", "nära vård"),
        ("Vi söker 2 mnkr för att anställa en samordnare.", "att anställa en samordnare"),
        ("Medlemsavgiften är tre kronor per invånare.", "Medlemsavgiften"),
        ("Kostnaden för projektet beräknas till 12 mnkr under 2022.", "Kostnaden för projektet"),
        ("Styrelsens kostnader uppgår till\n278 792 kronor (51 %).", "Styrelsens kostnader"),
        ("Avgiften höjs från 2 till 3 kr/inv.", "Avgiften"),
        ("Kansliet\t1 250 tkr", "Kansliet"),
        ("- Drift och resor: 300 tkr", "Drift och resor"),
        ("Rådet avsätter 300 tkr för 2022.", None),
        ("Kommunen bidrar med 300 tkr till och med mars.", None),
        ("Mötet tog upp 300 tkr.", None),
    ],
)
def test_what_a_sum_is_for_is_said_after_it_or_before_it(sentence: str, purpose: str | None) -> None:
    match = re.search(r"[\d,]+(?: \d{3})* (?:kr|tkr|mnkr|mil\w+ kronor|kronor)\b|tre kronor", sentence)
    assert match is not None
    assert purpose_of(sentence, match.start(), match.end()) == purpose


def test_a_sum_belongs_to_its_item_and_its_passage_says_about_how_much() -> None:
    text = f"{HEAD}§ 7 Ekonomi\nInget nytt.\n\n§ 8 Statsbidrag\nVi kan få upp till 40 Mkr per år.\n"
    (row,) = read(text, register.shipped()).facts.amounts
    assert row.item == "8"
    assert row.evidence is not None
    assert row.evidence.quote == "upp till 40 Mkr per år"
    assert text[row.evidence.start : row.evidence.end] == row.evidence.quote


def test_a_sum_said_twice_of_the_same_thing_is_one_row() -> None:
    assert len(amounts("Avgiften är 300 kr. Avgiften är 300 kr. Priset är 300 kr.")) == 2


def test_sums_outside_the_content_are_not_read() -> None:
    assert amounts("Startsida Sida 13 av 28") == []


@pytest.mark.shared
def test_the_sums_of_the_seeds_are_read(shared: Path) -> None:
    gold = facts_json.loads((Path(__file__).parent.parent.parent / "golden" / "amounts" / "seeds.json").read_bytes())
    found = [
        (row.value, row.currency, row.item)
        for path in sorted((shared / "corpus" / "seeds").glob("*.txt"))
        for row in read(path.read_text("utf-8"), register.shipped()).facts.amounts
    ]
    assert found == [(row.value, row.currency, row.item) for row in gold.amounts]
