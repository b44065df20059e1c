"""People whom sentences of a page of composition seat for those who sent them."""

import pytest

from samverkan import register
from samverkan.reading import read

_PAGE = """Styrelsen för Norrvattnet

Om oss / Politik

Styrelsen leder arbetet i Norrvattnet. Ledamöterna utses av kommunerna. Uppdragen gäller 2031–2034.

Presidium

Ordförande: Ada Frisk (S), Sala
Vice ordförande: Olle Frisk (M), Heby
2:e vice ordförande: Åsa Fridh (M), Tierp

{}

Sidan uppdaterad 2031-05-02
"""
_EVA, _BO, _SIV = "Ritva Sundh", "Bosse Ravn", "Siv Ahlbin"


def _seats(sentence: str) -> list[tuple[str, str | None, str | None]]:
    rows = read(_PAGE.format(sentence), register.shipped()).facts.memberships
    return [(row.person, row.role, row.organisation) for row in rows if "Fri" not in row.person]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("För Sala kommun sitter Ritva Sundh (S) och Bosse Ravn (M) som ordinarie. Ersättare är Siv Ahlbin (C).",
         [(_EVA, "member", "Sala"), (_BO, "member", "Sala"), (_SIV, "substitute", "Sala")]),
        ("Heby kommun företräds av Ritva Sundh (GL), som är styrelsens ordförande, och Bosse Ravn (M).",
         [(_EVA, "chair", "Heby"), (_BO, "member", "Heby")]),
        ("Från Tierp kommer Ritva Sundh (S) samt Bosse Ravn (M). Som ersättare har kommunen utsett Siv Ahlbin (C).",
         [(_EVA, "member", "Tierp"), (_BO, "member", "Tierp"), (_SIV, "substitute", "Tierp")]),
        ("Sala har valt Ritva Sundh (L), vice ordförande, och Bosse Ravn (M) till ordinarie.",
         [(_EVA, "vice chair", "Sala"), (_BO, "member", "Sala")]),
        ("Tierp representeras i styrelsen av Ritva Sundh (M) och Bosse Ravn (S), med Siv Ahlbin (C) som ersättare.",
         [(_EVA, "member", "Tierp"), (_BO, "member", "Tierp"), (_SIV, "substitute", "Tierp")]),
        ("Tierps kommunfullmäktige har utsett Ritva Sundh (S) till ledamot och Bosse Ravn (M) till ersättare.",
         [(_EVA, "member", "Tierp"), (_BO, "substitute", "Tierp")]),
        ("Från Region Uppsala ingår regionråden Ritva Sundh (M) och Bosse Ravn (S) i styrelsen.",
         [(_EVA, "member", "Region Uppsala"), (_BO, "member", "Region Uppsala")]),
        ("I styrelsen ingår från Sala Ritva Sundh (S), från Heby Bosse Ravn (M) och från Tierp Siv Ahlbin (C).",
         [(_EVA, "member", "Sala"), (_BO, "member", "Heby"), (_SIV, "member", "Tierp")]),
        ("Salas ledamöter är Ritva Sundh (S), ordförande, och Bosse Ravn (M). Ersättare för dem är Siv Ahlbin (C).",
         [(_EVA, "chair", "Sala"), (_BO, "member", "Sala"), (_SIV, "substitute", "Sala")]),
        ("Ritva Sundh (S) och Bosse Ravn (M) sitter för Heby. Deras ersättare är Siv Ahlbin (C).",
         [(_EVA, "member", "Heby"), (_BO, "member", "Heby"), (_SIV, "substitute", "Heby")]),
        ("Hebys två platser innehas av Bosse Ravn (M) och Siv Ahlbin (C).",
         [(_BO, "member", "Heby"), (_SIV, "member", "Heby")]),
        ("Heby kommun har Ritva Sundh (S) och Bosse Ravn (M) som ledamöter och Siv Ahlbin (C) som ersättare.",
         [(_EVA, "member", "Heby"), (_BO, "member", "Heby"), (_SIV, "substitute", "Heby")]),
        ("Försäkringskassan har nominerat Ritva Sundh och Arbetsförmedlingen Bosse Ravn.",
         [(_EVA, "member", "Försäkringskassan"), (_BO, "member", "Arbetsförmedlingen")]),
        ("Adjungerade är Ritva Sundh, Trafikverket, och Bosse Ravn, Länsstyrelsen.",
         [(_EVA, "guest", "Trafikverket"), (_BO, "guest", "Länsstyrelsen")]),
        ("Med i styrelsen är också Ritva Sundh, LRF, och Bosse Ravn, Naturskyddsföreningen.",
         [(_EVA, "member", "LRF"), (_BO, "member", "Naturskyddsföreningen")]),
        ("Övriga i styrelsen är Ritva Sundh (S), Sala, och Bosse Ravn (M), Heby.",
         [(_EVA, "member", "Sala"), (_BO, "member", "Heby")]),
    ],
    ids=["for", "represented by", "comes from", "has chosen", "with a substitute", "the council of", "titles in front",
         "each from", "the members of", "sit for", "seats held", "has as", "nominated", "co-opted", "with us",
         "others"],
)  # fmt: skip
def test_a_sentence_seats_people_for_those_who_sent_them(
    sentence: str, seats: list[tuple[str, str | None, str | None]]
) -> None:
    assert _seats(sentence) == seats


@pytest.mark.parametrize(
    "sentence",
    [
        "För Sala kommun svarar Ritva Sundh (S) i sakfrågor om vatten.",
        "Sala har valt att ge Ritva Sundh ett pris.",
        "Heby kommun företräds i målet av advokat Ritva Sundh.",
        "Från kontoret deltar Ritva Sundh och Bosse Ravn vid mötena.",
        "För Hebys del innebär avtalet att Ritva Sundh får en ny roll.",
        "Sala har anställt Ritva Sundh som vattenchef.",
        "Region Uppsala har valt Nya Sveriges Partnerskap.",
        "Sala har utsett Gamla Torget till mötesplats.",
        "Heby företräds av två ledamöter, Sala av tre.",
        "Sala har utsett Ritva Sundh till årets företagare.",
        "I Heby finns Västra Verket och Gamla Bruket.",
    ],
)
def test_a_sentence_that_tells_of_something_else_seats_nobody(sentence: str) -> None:
    assert _seats(sentence) == []


def test_who_follows_another_sits_from_the_next_year_to_the_end_of_the_term() -> None:
    sentence = "Ersättare för Sala är Bosse Ravn (S) till och med 2032 och därefter Siv Ahlbin (S)."
    rows = read(_PAGE.format(sentence), register.shipped()).facts.memberships
    terms = {row.person: (row.start, row.end) for row in rows}
    assert terms["Bosse Ravn"] == ("2031", "2032")
    assert terms["Siv Ahlbin"] == ("2033", "2034")


_HEAD = "Minnesanteckningar Beredningen för Ovanbygden 2031-03-04\n\nNärvarande: Karin Ek, Ale, Per Lund, Tjörn\n\n"


def _told(sentence: str, head: str = _HEAD) -> set[tuple[str, str, str | None, str | None]]:
    facts = read(
        f"{head}1. Inledning\nMötet öppnas.\n\n2. Val\n{sentence}\n\n3. Övrigt\nInget.\n", register.shipped()
    ).facts
    return {(row.person, row.body.lower(), row.role, row.start) for row in facts.memberships}


@pytest.mark.parametrize(
    "sentence",
    [
        "AU består av ordförande och vice ordförande för beredningen, 2031 Karin Ek respektive Per Lund.",
        "AU utgörs av ordföranden och vice ordföranden, 2031 Karin Ek (S) och Per Lund (M).",
    ],
    ids=["respectively", "and"],
)
def test_a_group_of_offices_names_who_holds_each(sentence: str) -> None:
    own = "beredningen för ovanbygden"
    assert _told(sentence) >= {
        ("Karin Ek", own, "chair", "2031"),
        ("Per Lund", own, "vice chair", "2031"),
        ("Karin Ek", "au", "member", None),
        ("Per Lund", "au", "member", None),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "AU består av ordförande och vice ordförande. Karin Ek och Per Lund redovisar läget.",
        "AU består av ordförande, vice ordförande och sekreterare, enligt Karin Ek och Per Lund.",
    ],
    ids=["another sentence", "not as many"],
)
def test_offices_without_their_holders_seat_nobody(sentence: str) -> None:
    assert _told(sentence) == set()


def test_a_group_is_told_by_whose_it_is_alone() -> None:
    seats = _told("Beredningen utser Karin Ek och Per Lund till ledamöter i projektets styrgrupp.")
    assert {(person, body) for person, body, *_ in seats} == {
        ("Karin Ek", "projektets styrgrupp"),
        ("Per Lund", "projektets styrgrupp"),
    }


def test_who_convenes_the_auditors_has_no_seat() -> None:
    assert _seats("Revisorer\n\nRevisorerna granskar verksamheten. Sammankallande är Ritva Sundh, Sala.") == []


@pytest.mark.parametrize(
    ("sentence", "seat"),
    [
        ("Karin Ek, Ale, blev vid årsmötet ny ordförande i Välfärdsrådet.", ("Karin Ek", "välfärdsrådet", "chair")),
        ("Per Lund är omvald till ledamot i Välfärdsrådet.", ("Per Lund", "välfärdsrådet", "member")),
    ],
    ids=["became at", "chosen again"],
)
def test_who_became_or_is_chosen_sits(sentence: str, seat: tuple[str, str, str]) -> None:
    assert seat in {each[:3] for each in _told(sentence)}


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Hebys ersättare är ännu inte utsedd.", ["Heby"]),
        ("Ledamot för Tierp har inte utsetts.", ["Tierp"]),
        ("Hebys ersättare är inte nöjd.", []),
        ("Hebys chef är inte utsedd.", []),
    ],
    ids=["its substitute", "a member for", "not pleased", "no seat"],
)
def test_a_seat_that_nobody_was_chosen_for_is_vacant(sentence: str, whose: list[str]) -> None:
    rows = read(_PAGE.format(sentence), register.shipped()).facts.vacancies
    assert [row.organisation for row in rows] == whose


def test_two_commas_in_a_row_are_read_past() -> None:
    seats = "För Sala kommun sitter Anna Ek (S), , ordförande, och Bo Alm (M). Ersättare är Eva Öst (C)."
    page = f"Direktionen\n\nDirektionen har fyra ledamöter.\n\n{seats}\n"
    assert {row.person for row in read(page, register.shipped()).facts.memberships} >= {"Anna Ek", "Bo Alm"}
