"""What is private in a document is hidden before anything else reads it, and what is public stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan import sources
from samverkan.build import inputs
from samverkan.documents import read
from samverkan.facts import Attendance, Evidence, Facts, Mention, Relation
from samverkan.hiding import hidden
from samverkan.privacy import BLOCK, CONTACT, IDENTITY, PERSON, hide
from samverkan.register import shipped


def luhn(nine: str) -> str:
    """Nine digits with the tenth by Luhn's rule."""
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(nine))
    return nine + str(-total % 10)


NUMBER = luhn("640823323")
COORDINATION = luhn("640883323")


def told(text: str) -> list[tuple[str, str]]:
    """What is hidden in a text, and why."""
    return [(text[each.start : each.end], each.reason) for each in hide(text)[1]]


@pytest.mark.parametrize(
    "written",
    [
        f"{NUMBER[:6]}-{NUMBER[6:]}", f"{NUMBER[:6]}+{NUMBER[6:]}", f"{NUMBER[:6]} {NUMBER[6:]}", NUMBER, f"19{NUMBER}",
        f"19{NUMBER[:6]}-{NUMBER[6:]}", f"{NUMBER[:6]}\u2013{NUMBER[6:]}", f"{NUMBER[:6]}\u2011{NUMBER[6:]}",
        f"{NUMBER[:6]} - {NUMBER[6:]}", "1964-08-23-" + NUMBER[6:], "640823-XXXX", "640823-****",
        f"{COORDINATION[:6]}-{COORDINATION[6:]}",
    ],
)  # fmt: skip
def test_identity_numbers_are_hidden_however_they_are_written(written: str) -> None:
    text = f"Ärendet rör {written}, som bor i kommunen."
    assert told(text) == [(written, IDENTITY)]
    assert written not in hide(text)[0]


@pytest.mark.parametrize(
    "written",
    [
        "212000-2188",  # an organisation number: its month is above twelve
        f"dnr {NUMBER[:6]}-{NUMBER[6:]}",
        f"Diarienummer: {NUMBER[:6]}-{NUMBER[6:]}",
        f"org.nr {NUMBER[:6]}-{NUMBER[6:]}",
        f"bankgiro {NUMBER[:6]}-{NUMBER[6:]}",
        f"{NUMBER[:6]}-{(int(NUMBER[6:]) + 1) % 10000:04}",  # its check digit is wrong
        f"641323-{NUMBER[6:]}",
        f"640832-{NUMBER[6:]}",
        "2019-01-31 kl. 10.30",
        "190131 1234567",
        "§§ 640823",
        "0480-640823 3234",
    ],
)
def test_other_numbers_stay(written: str) -> None:
    assert told(f"Se {written}.") == []


@pytest.mark.parametrize(
    ("written", "hidden_part"),
    [
        ("mobil 070-123 45 67", "070-123 45 67"),
        ("0731234567", "0731234567"),
        ("+46 70 123 45 67", "+46 70 123 45 67"),
        ("asa.ek@gmail.com", "asa.ek@gmail.com"),
        ("Bostadsadress: Ekgatan 3 B, 123 45 Orten", "Ekgatan 3 B, 123 45 Orten"),
    ],
)
def test_private_contact_data_are_hidden(written: str, hidden_part: str) -> None:
    assert told(f"Kontakt: {written}.") == [(hidden_part, CONTACT)]


@pytest.mark.parametrize("written", ["010-456 70 00", "040-675 30 00", "asa.ek@skane.se", "Besöksadress: Ekgatan 3"])
def test_official_contact_data_stay(written: str) -> None:
    assert told(f"Kontakt: {written}.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brukaren Anna Berg överklagar. Anna Bergs ärende avslås.", "Anna Berg"),
        ("Medborgarförslag från Erik Lund om cykelvägar", "Erik Lund"),
        ("Överklagande av Karin Ström", "Karin Ström"),
        (f"Lars Holm, {NUMBER[:6]}-{NUMBER[6:]}", "Lars Holm"),
        ("Sökande: Maria Nyberg", "Maria Nyberg"),
        ("Peter Dahl (f. 1954) ansöker", "Peter Dahl"),
    ],
)
def test_people_whom_the_text_calls_private_are_hidden_wherever_they_stand(text: str, name: str) -> None:
    assert name not in hide(text)[0]
    assert PERSON in {reason for _, reason in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ordförande Anna Berg öppnar mötet.",
        "Medborgarförslag från Region Skåne",
        "Patientnämndens ordförande Karin Ström",
        "Skrivelse från Erik Lund, kommunchef",
        "Brukarrådet och Anna Berg, Eslöv",
        "Elevhälsan presenteras av Maria Nyberg",
    ],
)
def test_those_who_hold_an_office_stay(text: str) -> None:
    assert told(text) == []


@given(st.text())
def test_every_place_in_the_text_stays_true(text: str) -> None:
    made, found = hide(text)
    assert len(made) == len(text)
    covered = {at for each in found for at in range(each.start, each.end)}
    assert all(made[at] == text[at] for at in range(len(text)) if at not in covered)
    assert all(made[at] in (BLOCK, text[at]) for at in covered)


def test_what_is_hidden_once_stays_hidden() -> None:
    made, _ = hide(f"Brukaren Anna Berg, {NUMBER[:6]}-{NUMBER[6:]}")
    assert hide(made) == (made, ())


def test_no_document_gives_its_private_matters_away(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    people = [f"Anna Berg{number}" for number in ("a", "b")]
    path.write_text(
        "Minnesanteckningar Vägrådet 5 mars 2024\n\nNärvarande: Karin Lund, Eslöv\n\n"
        f"1 Överklagande\nBrukaren {people[0]}, {NUMBER[:6]}-{NUMBER[6:]}, tel 070-123 45 67, överklagar.\n"
        "Rådet beslutar att avslå överklagandet.\n",
        encoding="utf-8",
    )
    source = sources.read(path, 1_000_000)
    [document] = inputs([path])
    found = read(document, shipped(), 1_000_000)
    for said in (source.text, str(found)):
        assert people[0] not in said
        assert NUMBER[6:] not in said
        assert "070-123" not in said
    assert {each.reason for each in found.ignored} >= {IDENTITY, CONTACT, PERSON}
    assert [each.person for each in found.facts.attendance] == ["Karin Lund"]


def test_facts_of_others_are_held_to_the_same() -> None:
    text = hide("Brukaren Anna Berg och Karin Lund")[0]
    facts = Facts(
        attendance=(
            Attendance("Karin Lund", evidence=Evidence(23, 33, "Karin Lund", "x.y", 1.0)),
            Attendance(f"Brukaren Anna Berg, {NUMBER[:6]}-{NUMBER[6:]}"),
        ),
        mentions=(Mention("Brukaren Anna Berg", "person", evidence=Evidence(0, 18, "Brukaren Anna Berg", "x.y", 1.0)),),
        relations=(Relation("Vägrådet", "part of", "Region Skåne"),),
    )
    made = hidden(facts, text)
    assert [each.person for each in made.attendance] == ["Karin Lund"]
    assert made.mentions == ()
    assert made.relations == facts.relations
    assert hidden(made, text) == made
