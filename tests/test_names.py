"""What a person's name looks like, and whom a short form means."""

import pytest

from samverkan import names


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek",
        "Ann-Lis von Ek",
        "Bo Öst-Ström",
        "Lars A",
        "Eva af Klint",
        "Per-Åke Ek Lund",
        "Élise Ek",
        "Jan McNeil",
    ],
)
def test_the_shape_of_a_name(text: str) -> None:
    assert names.is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna", id="one word"),
        pytest.param("Region Halland", id="region"),
        pytest.param("Anna ek", id="small letter"),
        pytest.param("Kommunens Kansli", id="office"),
        pytest.param("GR Väst", id="capitals"),
        pytest.param("Anna Ek 2021", id="figures"),
        pytest.param("Övriga Frågor", id="heading"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not names.is_name(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Igår talade Anna Ek med Bo Ström.", ["Anna Ek", "Bo Ström"], id="in a sentence"),
        pytest.param("Region Halland och Eva af Klint", ["Eva af Klint"], id="beside a region"),
        pytest.param("Anna Ek\nBo Ström", ["Anna Ek", "Bo Ström"], id="one a line"),
        pytest.param("Anna\nEk talade", ["Anna Ek"], id="broken over lines"),
        pytest.param("Enligt Anna är det så", [], id="a given name alone"),
        pytest.param("Per den 30 april", [], id="the preposition per"),
    ],
)
def test_names_in_running_text(text: str, found: list[str]) -> None:
    assert [name.text for name in names.find(text)] == found


def test_a_found_name_knows_its_place() -> None:
    text = "Då sade Anna Ek nej"
    (name,) = names.find(text)
    assert text[name.start : name.end] == "Anna Ek"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        pytest.param("Lars A", "Lars Alm", id="initial of the surname"),
        pytest.param("Lars A.", "Lars Alm", id="with a full stop"),
        pytest.param("Mia", "Mia Ström", id="given name"),
        pytest.param("M Ström", "Mia Ström", id="initial of the given name"),
        pytest.param("Lars", None, id="two of that name"),
        pytest.param("Lars B", None, id="nobody"),
        pytest.param("Alm", None, id="surname alone"),
    ],
)
def test_a_short_form_means_the_one_that_fits(short: str, full: str | None) -> None:
    assert names.full_form(short, ["Lars Alm", "Lars Öst", "Mia Ström"]) == full


def test_given_names_are_known_also_in_double_names() -> None:
    assert names.is_given("Anna")
    assert names.is_given("Anna-Bella")
    assert not names.is_given("Regionen")
