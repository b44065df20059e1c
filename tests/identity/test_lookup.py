"""The register by name: which forms lead to which entity, where they hold, and what comes near and does not."""

from pathlib import Path

import pytest

from samverkan import register
from samverkan.identity.lookup import Index, genitive, index_of

REGISTER = register.load(Path(__file__).parents[1] / "golden" / "register")
INDEX = Index(REGISTER)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ekby", "Ekbys"),
        ("Nås", "Nås"),
        ("Växjöz", "Växjöz"),
        ("VM", "VM:s"),
        ("SAS", "SAS"),
        ("Region Ådal", "Region Ådals"),
    ],
)
def test_genitives(name: str, expected: str) -> None:
    assert genitive(name) == expected


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Ekby", "municipality/9801"),
        ("ekby", "municipality/9801"),
        ("Ekbys", "municipality/9801"),
        ("Ekby kommun", "municipality/9801"),
        ("Ekbys kommun", "municipality/9801"),
        ("Ekby kommuns", "municipality/9801"),
        ("Ekby stad", "municipality/9801"),
        ("Ekby köping", "municipality/9801"),
        ("EBY", "municipality/9801"),
        ("EBY:s", "municipality/9801"),
        ("Ekbyholm", "municipality/9802"),
        ("Nås", "municipality/9803"),
        ("Nås kommun", "municipality/9803"),
        ("Region Ådal", "region/98"),
        ("Region Ådals", "region/98"),
        ("Ådalsregionen", "region/98"),
        ("Ådals län", "county/98"),
        ("Fjäll", "county/97"),
        ("Vägmyndigheten", "organisation/vägmyndigheten"),
        ("Vägkontoret", "organisation/vägmyndigheten"),
        ("VM", "organisation/vägmyndigheten"),
        ("SAL", "law/samrådslagen"),
        ("Ådals råd", "body/98/ådals_råd"),
        ("Ådals samråd", "body/98/ådals_råd"),
    ],
)
def test_a_form_leads_to_its_entity(name: str, path: str) -> None:
    found = INDEX.find(name)
    assert found is not None
    assert found.path == path


@pytest.mark.parametrize("name", ["Ekb", "Ekby by", "Ekbyholmen", "Region", "kommunerna", "", "AU"])
def test_a_near_miss_leads_nowhere(name: str) -> None:
    assert INDEX.find(name) is None


@pytest.mark.parametrize(
    ("name", "county", "path"),
    [
        ("Ådal", "98", "municipality/9804"),
        ("RÅD", "98", "body/98/ådals_råd"),
        ("RÅD", "97", None),
        ("ÅF", "98", "organisation/ådalsförbundet"),
        ("ÅF", "97", None),
        ("ÅF", "-", None),
        ("Ådalsförbundet", "97", "organisation/ådalsförbundet"),
        ("VM", "97", "organisation/vägmyndigheten"),
        ("Ådals råd", "97", None),
        ("Samrådsgruppen", "97", "body/97/samrådsgruppen"),
        ("Samrådsgruppen", "98", "body/98/samrådsgruppen"),
        ("Samrådsgruppen", "-", None),
    ],
    ids=[
        "the name before the county's short name", "short form at home", "short form of a body elsewhere",
        "short form of an organisation at home", "elsewhere", "county unknown", "full name elsewhere",
        "national short form", "body elsewhere", "one of two", "the other of two", "two, and no county",
    ],
)  # fmt: skip
def test_where_a_form_holds(name: str, county: str, path: str | None) -> None:
    found = INDEX.find(name, county)
    assert (found and found.path) == path


def test_a_generic_short_form_is_no_name_of_a_known_body() -> None:
    assert INDEX.find("AU", "98") is None
    assert INDEX.find("FS", "98") is not None


def test_places_within_a_name() -> None:
    found = [place.path for place in INDEX.within("Ledningsgruppen för Region Fjäll och Sundviks kommun")]
    assert set(found) == {"region/97", "county/97", "municipality/9701"}
    assert not list(INDEX.within("Ledningsgruppen för nås och ekby"))


def test_an_index_is_made_once_a_register() -> None:
    assert index_of(REGISTER) is index_of(REGISTER)


def test_the_shipped_register_leads_each_canonical_name_to_its_own_entry() -> None:
    index = index_of(register.shipped())
    for municipality in register.shipped().municipalities:
        found = index.find(municipality.name, municipality.county_code)
        assert found is not None
        assert found.path == f"municipality/{municipality.code}"
    for region in register.shipped().regions:
        found = index.find(region.name, region.code)
        assert found is not None
        assert found.path == f"region/{region.code}"
