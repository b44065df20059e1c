"""Municipalities and regions in all the ways that they are written."""

import pytest

from samverkan import register
from samverkan.places import Places, places


@pytest.fixture(scope="module")
def known() -> Places:
    return places(register.shipped())


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Kungsbacka", "Kungsbacka", "municipality"),
        ("Kungsbacka kommun", "Kungsbacka", "municipality"),
        ("Norbergs kommun", "Norberg", "municipality"),
        ("Falu kommun", "Falun", "municipality"),
        ("Göteborgs stad", "Göteborg", "municipality"),
        ("GBG", "Göteborg", "municipality"),
        ("Borås Stad", "Borås", "municipality"),
        ("Östra Göinge", "Östra Göinge", "municipality"),
        ("Malmös", "Malmö", "municipality"),
        ("Region Skåne", "Region Skåne", "region"),
        ("Region Skånes", "Region Skåne", "region"),
        ("VGR", "Västra Götalandsregionen", "region"),
        ("Region Västra Götaland", "Västra Götalandsregionen", "region"),
        ("Region Kalmar", "Region Kalmar län", "region"),
        ("Region Jämtland-Härjedalen", "Region Jämtland Härjedalen", "region"),
        ("Region Gotland", "Region Gotland", "region"),
    ],
)
def test_a_written_form_has_one_name(known: Places, written: str, name: str, kind: str) -> None:
    place = known.of(written)
    assert place is not None
    assert (place.name, place.kind) == (name, kind)


@pytest.mark.parametrize("written", ["Region", "kommunerna", "Ekköping", "", "Skåne"])
def test_what_is_no_municipality_or_region(known: Places, written: str) -> None:
    assert known.of(written) is None


def test_places_are_found_in_text_the_longest_form_first(known: Places) -> None:
    text = "Lilla Edet, Region Jönköpings län och Jönköpings kommun möttes i mark."
    assert [place.name for place in known.find(text)] == ["Lilla Edet", "Region Jönköpings län", "Jönköping"]
    assert [text[place.start : place.end] for place in known.find(text)] == [
        "Lilla Edet",
        "Region Jönköpings län",
        "Jönköpings kommun",
    ]


def test_a_name_that_may_be_a_word_is_not_sure_without_kommun(known: Places) -> None:
    assert [place.sure for place in known.find("Lund och Lunds kommun")] == [False, True]
