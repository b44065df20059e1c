"""Who comes to a seat and who leaves it: lists that a sentence corrects, news of a new chair, and what is none."""

import pytest

from samverkan import register
from samverkan.reading import read

KNOWN = register.shipped()

PAGE = (
    "Hälsorådet\n\nHälsorådet är ett politiskt forum.\n\nLedamöter mandatperioden 2031–2034\n\n"
    "Anna Ek (S), Sala, ordförande\n"
    "Bo Ström (M), Heby\nKarin Berg (C), Avesta\n\n{told}\n"
)


def _seats(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    return {row.person: (row.role, row.start, row.end) for row in read(text, KNOWN).facts.memberships}


@pytest.mark.parametrize(
    ("told", "person", "seat"),
    [
        ("Bo Ström ersatte Eva Lind den 1 mars 2032.", "Eva Lind", ("member", None, "2032-03-01")),
        ("Bo Ström ersatte Eva Lind den 1 mars 2032.", "Bo Ström", ("member", "2032-03-01", "2034")),
        ("Bo Ström avlöste Eva Lind den 1 mars 2032.", "Eva Lind", ("member", None, "2032-03-01")),
        ("Karin Berg gick in i rådet 1 februari 2032.", "Karin Berg", ("member", "2032-02-01", "2034")),
        ("Karin Berg ersätter Per Holm (C), som har avsagt sig uppdraget.", "Per Holm", ("member", None, None)),
        (
            "Bo Ström, kommunalråd, lämnar Hälsorådet och efterträds av Per Holm (M).",
            "Per Holm",
            ("member", None, None),
        ),
    ],
)
def test_a_sentence_tells_who_came_and_who_left(
    told: str, person: str, seat: tuple[str | None, str | None, str | None]
) -> None:
    assert _seats(PAGE.format(told=told))[person] == seat


@pytest.mark.parametrize(
    "told",
    [
        "Karin Berg efterträder Eva Lind.",
        "Planen ersatte Eva Lind tyckte.",
        "Processledare Ida Alm efterträder Eva Lind, som har varit processledare sedan 2024.",
        "Eva Lind gick in i affären den 1 mars 2032.",
    ],
)
def test_who_is_only_named_has_no_seat(told: str) -> None:
    assert set(_seats(PAGE.format(told=told))) == {"Anna Ek", "Bo Ström", "Karin Berg"}


def test_news_of_who_takes_the_gavel() -> None:
    text = (
        "Heby tar över i Fyra Åar\n\nDen 5 december 2031 möttes styrgruppen för Fyra Åar i Sala.\n\n"
        "Eva Lind (M) tar över klubban efter Per Holm. Till vice ordförande valdes Bo Ström (S), kommunalråd i Sala. "
        "Bådas uppdrag gäller från den 1 januari 2032 till den 31 december 2033.\n"
    )
    term = ("2032-01-01", "2033-12-31")
    assert _seats(text) == {"Eva Lind": ("chair", *term), "Bo Ström": ("vice chair", *term)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Att jämte ordföranden justera protokollet väljs Bo Ström.",
        "Rådet utser Bo Ström att tillsammans med ordföranden justera protokollet.",
    ],
)
def test_who_checks_the_minutes_beside_the_chair_is_not_chair(sentence: str) -> None:
    head = "Protokoll Hälsorådet 2031-05-05\n\nNärvarande: Anna Ek, Sala, Bo Ström, Heby\n\n"
    text = f"{head}§ 1 Val av justerare\n{sentence}\n"
    assert read(text, KNOWN).facts.memberships == ()


def test_representatives_of_an_agency_do_not_make_it_a_body() -> None:
    told = "Eva Lind, Per Holm och representanter för Arbetsförmedlingen är adjungerade."
    rows = read(PAGE.format(told=told), KNOWN).facts.memberships
    assert {row.person: row.body for row in rows if row.role == "guest"} == {
        "Eva Lind": "Hälsorådet", "Per Holm": "Hälsorådet",
    }  # fmt: skip


def test_a_group_that_a_pronoun_means_is_led() -> None:
    told = "Arbetsgruppen möts ofta. Den leds av Eva Lind."
    rows = read(PAGE.format(told=told), KNOWN).facts.memberships
    assert [(row.body, row.role) for row in rows if row.person == "Eva Lind"] == [("arbetsgruppen", "chair")]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Konsulten Eva Lind, Kulturbyrå Syd, har intervjuat alla.", ["Eva Lind"]),
        ("Eva Lind, Rasimo Öst och Bo Ask talade.", ["Eva Lind", "Rasimo Öst", "Bo Ask"]),
        ("Eva Lind och Rasimo Öst talade.", ["Eva Lind", "Rasimo Öst"]),
    ],
)
def test_an_organisation_behind_a_name_is_nobody(sentence: str, people: list[str]) -> None:
    text = f"Protokoll Hälsorådet 2031-05-05\n\nNärvarande: Anna Ek, Sala\n\n§ 1 Kultur\n{sentence}\n"
    assert [each.name for each in read(text, KNOWN).facts.mentions if each.kind == "person"] == people
