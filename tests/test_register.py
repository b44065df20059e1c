"""The register as data: complete, unambiguous within a county, and every entry with its public source."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from samverkan.facts import BodyKind
from samverkan.register import KnownName, load, shipped
from samverkan.resources import folder

REGISTER = shipped()
KNOWN = (*REGISTER.bodies, *REGISTER.organisations)
PER_COUNTY = {
    "01": 26, "03": 8, "04": 9, "05": 13, "06": 13, "07": 8, "08": 12, "09": 1, "10": 5, "12": 33, "13": 6, "14": 49,
    "17": 16, "18": 12, "19": 10, "20": 15, "21": 10, "22": 7, "23": 8, "24": 15, "25": 14,
}  # fmt: skip
ORGANISATION_KINDS = {
    "association of municipalities",
    "care provider",
    "collaboration",
    "company",
    "national organisation",
    "public transport",
    "research body",
    "state agency",
    "university",
}
NOT_PROVEN = {"Region Halland": {"wikidata"}, "Region Sörmland": {"wikidata", "orgnr"}}
NOT_PROVEN["Region Västmanland"] = {"wikidata", "orgnr"}


def _luhn(number: str) -> bool:
    """Whether the last digit of an organisation number fits the others."""
    digits = [int(each) for each in number if each.isdigit()]
    doubled = (2 * each if place % 2 == 0 else each for place, each in enumerate(digits))
    return len(digits) == 10 and sum(each // 10 + each % 10 for each in doubled) % 10 == 0


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (folder("data/register") / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _shared_forms(one: KnownName, other: KnownName) -> set[str]:
    """The forms that two entries share where both may be met: in one county, or where either works in all of them."""
    if one.county_code and other.county_code and one.county_code != other.county_code:
        return set()
    return {form.casefold() for form in one.forms} & {form.casefold() for form in other.forms}


@pytest.mark.parametrize(
    ("number", "fits"),
    [("212000-0019", True), ("212000-0018", False), ("212000-019", False)],
    ids=["right", "last digit wrong", "too short"],
)
def test_the_check_digit_of_an_organisation_number(number: str, fits: bool) -> None:
    assert _luhn(number) is fits


def test_all_municipalities_are_there_each_in_its_county() -> None:
    assert len(REGISTER.municipalities) == 290
    assert Counter(each.county_code for each in REGISTER.municipalities) == PER_COUNTY
    assert [each.name for each in REGISTER.municipalities if each.code[:2] != each.county_code] == []


def test_codes_numbers_and_names_of_municipalities_are_their_own() -> None:
    rows = REGISTER.municipalities
    assert _twice(each.code for each in rows) == []
    assert _twice(each.orgnr for each in rows) == []
    assert _twice(each.wikidata for each in rows) == []
    assert _twice(form for each in rows for form in (each.name, *each.forms)) == []
    assert [each.name for each in rows if not _luhn(each.orgnr)] == []
    assert [each.name for each in rows if not re.fullmatch(r"Q[1-9]\d*", each.wikidata)] == []


def test_every_municipality_lies_in_sweden() -> None:
    outside = [
        each for each in REGISTER.municipalities if not (55 < each.latitude < 69.1 and 10.9 < each.longitude < 24.2)
    ]
    assert outside == []


def test_there_are_21_regions_and_21_counties_with_the_same_codes() -> None:
    codes = [each.code for each in REGISTER.regions]
    assert codes == [each.code for each in REGISTER.counties]
    assert codes == sorted(PER_COUNTY)
    assert _twice(each.letter for each in REGISTER.counties) == []
    assert _twice(each.nuts3 for each in REGISTER.counties) == []


def test_what_no_source_proves_of_a_region_is_left_blank() -> None:
    blank = {
        each.name: {name for name in ("wikidata", "orgnr") if not getattr(each, name)}
        for each in REGISTER.regions
        if not (each.wikidata and each.orgnr)
    }
    assert blank == NOT_PROVEN
    assert [each.name for each in REGISTER.regions if each.orgnr and not _luhn(each.orgnr)] == []


def test_municipalities_say_what_the_reference_tables_say(shared: Path) -> None:
    with (shared / "reference/municipalities.csv").open(encoding="utf-8", newline="") as lines:
        reference = list(csv.DictReader(lines))
    keys = ("code", "name", "name_short", "county_code", "wikidata", "orgnr", "lat", "lon")
    ours = [tuple(row[key] for key in keys) for row in _rows("municipalities")]
    assert ours == [tuple(row[key] for key in keys) for row in reference]


def test_every_known_name_has_a_public_source() -> None:
    sources = [(each.name, each.source) for each in KNOWN] + [(law.name, law.source) for law in REGISTER.laws]
    assert [pair for pair in sources if not re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}/[!-~]*", pair[1])] == []


def test_bodies_are_of_the_kinds_of_the_contract() -> None:
    assert {each.kind for each in REGISTER.bodies} <= set(get_args(BodyKind))


def test_organisations_are_of_the_kinds_that_the_register_describes() -> None:
    assert {each.kind for each in REGISTER.organisations} == ORGANISATION_KINDS
    described = (folder("data/register") / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in ORGANISATION_KINDS if f"`{kind}`" not in described] == []


def test_counties_of_known_names_exist_and_every_body_has_one() -> None:
    counties = {each.code for each in REGISTER.counties}
    assert {each.county_code for each in KNOWN} <= counties | {""}
    assert [each.name for each in REGISTER.bodies if not each.county_code] == []


def test_the_whole_that_something_is_part_of_is_in_the_register() -> None:
    wholes = {each.name for each in KNOWN} | {region.name for region in REGISTER.regions}
    assert [each.name for each in KNOWN if each.part_of and each.part_of not in wholes] == []


def test_no_two_known_names_that_may_meet_share_a_form() -> None:
    clashes = [(one.name, other.name) for one, other in combinations(KNOWN, 2) if _shared_forms(one, other)]
    assert clashes == []


def test_forms_may_be_shared_across_counties_but_not_within_one() -> None:
    def body(county: str) -> KnownName:
        return KnownName("Rådet", "political", county, "", ("RR",), (), "https://example.org/")

    assert _shared_forms(body("10"), body("18")) == set()
    assert _shared_forms(body("10"), body("10")) == {"rådet", "rr"}
    assert _shared_forms(body("10"), body("")) == {"rådet", "rr"}


def test_a_form_stands_once_in_its_entry() -> None:
    assert [each.name for each in KNOWN if _twice(each.forms)] == []


@pytest.mark.parametrize("name", ["bodies", "organisations", "laws"])
def test_known_names_stand_in_order_without_stray_spaces(name: str) -> None:
    rows = list(_rows(name))
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)
    assert [row["name"] for row in rows for value in row.values() if value != " ".join(value.split())] == []


@pytest.mark.parametrize(
    ("form", "county", "name"),
    [
        ("CS", "12", "Centralt samverkansorgan"),
        ("KRF", "13", "Kommun- och regionledningsforum"),
        ("Kommunberedningen", "13", "Kommun- och regionledningsforum"),
        ("CGH", "13", "Chefsgrupp Halland"),
        ("SRO", "14", "Politiskt samrådsorgan"),
        ("GR", "14", "Göteborgsregionen"),
        ("Kommunförbundet Skåne", "12", "Skånes Kommuner"),
        ("SKL", "", "Sveriges Kommuner och Regioner"),
        ("Länsstyrelsen Skåne", "12", "Länsstyrelsen i Skåne län"),
    ],
)
def test_a_short_or_former_name_belongs_to_one_entry(form: str, county: str, name: str) -> None:
    assert [(each.name, each.county_code) for each in KNOWN if form in each.forms] == [(name, county)]


def test_a_register_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    for table in ("municipalities", "regions", "bodies", "organisations", "laws"):
        text = (folder("data/register") / f"{table}.csv").read_text(encoding="utf-8")
        (tmp_path / f"{table}.csv").write_text(text.splitlines()[0] + "\n", encoding="utf-8")
    with (tmp_path / "bodies.csv").open("a", encoding="utf-8") as lines:
        lines.write("Lilla rådet,network,12,,LR|Lillrådet,Stora rådet,https://example.org/\n")
    known = KnownName("Lilla rådet", "network", "12", "", ("LR", "Lillrådet"), ("Stora rådet",), "https://example.org/")
    assert load(tmp_path).bodies == (known,)
    assert known.forms == ("Lilla rådet", "LR", "Lillrådet", "Stora rådet")
    assert load(tmp_path).municipalities == ()
