"""Swedish dates as written: their parts, and what they leave unsaid."""

import pytest

from samverkan import dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("2021-09-07", ["2021-09-07"], id="iso"),
        pytest.param("den 7 september 2021", ["2021-09-07"], id="month by name"),
        pytest.param("Torsdagen den 7 sept. 2021", ["2021-09-07"], id="short month"),
        pytest.param("7 SEPTEMBER 2021", ["2021-09-07"], id="capitals"),
        pytest.param("den 1:a maj 2020", ["2020-05-01"], id="ordinal"),
        pytest.param("7/9 2021", ["2021-09-07"], id="slash and year"),
        pytest.param("7/9-21", ["2021-09-07"], id="slash and short year"),
        pytest.param("20210907", ["2021-09-07"], id="eight figures"),
        pytest.param("210907", ["2021-09-07"], id="six figures"),
        pytest.param("30–31 januari 2019", ["2019-01-30", "2019-01-31"], id="two days"),
        pytest.param("2 och 3 juni 2020", ["2020-06-02", "2020-06-03"], id="two days with och"),
        pytest.param("mars 2022", ["2022-03"], id="month"),
        pytest.param("år 2022", ["2022"], id="year"),
        pytest.param("2019-2022", [], id="a span of years"),
        pytest.param("31 februari 2020", [], id="no such day"),
        pytest.param("kl. 13.30-15.00", [], id="hours"),
        pytest.param("0500-49 72 00", [], id="telephone"),
        pytest.param("2000 kr", [], id="a sum"),
        pytest.param("dnr 2010.007.042", [], id="a case number"),
        pytest.param("§§ 88-93", [], id="paragraphs"),
    ],
)
def test_dates_with_a_year(text: str, found: list[str]) -> None:
    assert [each.iso for each in dates.find(text) if each.iso] == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("den 7 september", (None, 9, 7), id="day and month"),
        pytest.param("24/9", (None, 9, 24), id="slash"),
        pytest.param("till mötet i mars", (None, 3, None), id="month alone"),
        pytest.param("i maj", (None, 5, None), id="maj in small letters"),
    ],
)
def test_a_date_without_its_year_says_so(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    (found,) = dates.find(text)
    assert (found.year, found.month, found.day) == parts
    assert found.iso is None


@pytest.mark.parametrize("text", ["Maj Ek hälsar", "April Strand", "punkt 24/30"])
def test_names_and_fractions_are_no_dates(text: str) -> None:
    assert list(dates.find(text)) == []


def test_a_date_knows_its_place_and_precision() -> None:
    text = "Mötet den 7 september 2021 i Sala"
    (found,) = dates.find(text)
    assert text[found.start : found.end] == "7 september 2021"
    assert found.precision == "day"


def test_a_date_is_put_in_a_year() -> None:
    assert next(dates.find("i mars")).in_year(2022) == "2022-03"


def test_only_the_asked_part_of_the_text_is_searched() -> None:
    text = "2020-01-01 2021-01-01"
    assert [each.iso for each in dates.find(text, 10)] == ["2021-01-01"]
