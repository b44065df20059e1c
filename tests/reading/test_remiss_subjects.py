"""What is on remiss, in all the ways that a text says so: inverted, by its round, by one word, on pages and in news."""

import pytest

from samverkan.reading.acts.referrals import read_referrals
from samverkan.reading.items.agenda import read_agenda


def out(context):
    return [(row.subject, row.due) for row in read_referrals(context, read_agenda(context))]


def item(text, heading="Planen"):
    return f"1. Start\nHej.\n\n2. {heading}\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("text", "subject", "due"),
    [
        (
            "Region Ån har skickat En trygg väg – strategi mot våld 2021–2025 på remiss till "
            "kommunerna. Svaret ska vara inne 28 april.",
            "En trygg väg – strategi mot våld 2021–2025", "2021-04-28",
        ),
        (
            "Ett reglemente för badhuset sänds på remiss till skolorna i december. "
            "Synpunkterna ska vara inne senast den 25 januari 2022.",
            "reglemente för badhuset", "2022-01-25",
        ),
        (
            "Utredningen Ljusa vägar föreslår ett kansli. Utredningen sänds på remiss till "
            "medlemmarna, svar senast 30 april 2021.",
            "Ljusa vägar", "2021-04-30",
        ),
        (
            "Justitiedepartementet har skickat betänkandet En grönare skola (SOU 2020:5) på "
            "remiss till kommunerna.",
            "En grönare skola (SOU 2020:5)", None,
        ),
        (
            "Förslag till gemensam Resepolicy finns nu. Förslaget skickas på remiss till kommunerna.",
            "Resepolicy", None,
        ),
        (
            "Region Ån har tagit fram Kulturplan 2022–2025. Planen är ute på remiss till den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Kulturplan 2022–2025 remitteras till kommunerna med svar före den 3 maj 2021.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "På remiss just nu är Kulturplan 2022–2025. Sista dag för svar är den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Remisstiden för Kulturplan 2022–2025 går ut den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Kommunerna har fått Kulturplan 2022–2025 på remiss. Svar ska lämnas senast den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Remissen om Kulturplan 2022–2025 har skickats till kommunerna. Svar önskas senast den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Kulturplan 2022–2025 sänds nu ut på bred remiss. Synpunkter lämnas senast den 3 maj.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Styrgruppen beslutar att skicka ut Kulturplan 2022–2025 på remiss under perioden 1 april–3 maj 2021.",
            "Kulturplan 2022–2025", "2021-05-03",
        ),
        (
            "Karin Ek berättar om den nya rutinen. Rutin för trygg utskrivning är på remiss hos "
            "sjukhusen t.o.m. 3 maj.",
            "Rutin för trygg utskrivning", "2021-05-03",
        ),
        (
            "Revideringen av Klimatstrategi för Ån är klar och går ut på remiss i april med "
            "svarstid till den 15 juni 2021.",
            "Klimatstrategi för Ån", "2021-06-15",
        ),
        (
            "Ett förslag till ny överenskommelse om missbruk är ute på remiss, svar 3 maj.",
            "överenskommelse om missbruk", "2021-05-03",
        ),
        (
            "Remissförslaget till Klimatstrategi för Ån skickas till kommunerna, sista svarsdag 3 maj 2021.",
            "Klimatstrategi för Ån", "2021-05-03",
        ),
        (
            "Region Ån bjuder in till samråd om Klimatstrategi för Ån, som är på remiss till 3 maj.",
            "Klimatstrategi för Ån", "2021-05-03",
        ),
        (
            "Promemorian Nya regler för vatten (Ds 2021:4) har remitterats till förbundet. Yttrande "
            "ska lämnas senast 3 maj.",
            "Nya regler för vatten (Ds 2021:4)", "2021-05-03",
        ),
    ],
)  # fmt: skip
def test_what_is_on_remiss_is_named_by_its_text(minutes, text, subject, due):
    assert out(minutes(item(text))) == [(subject, due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Remissvaren har sammanställts.",
        "Patienten fick en remiss till ortopeden.",
        "Antalet remisser till BUP har ökat.",
        "Remissen från vårdcentralen dröjde.",
        "Egenremiss är möjligt.",
        "Remisshanteringen ska förbättras.",
        "Remissrundan gav många synpunkter.",
        "Läkaren skickar en remiss till kliniken.",
    ],
)
def test_a_remiss_of_another_kind_sends_no_draft(minutes, sentence):
    assert out(minutes(item(sentence))) == []


def test_a_heading_that_speaks_of_a_work_names_it(minutes):
    text = item("Ett utkast sänds på remiss i maj med svar till den 30 augusti.", "Samtal om Vägplan")
    assert out(minutes(text)) == [("Vägplan", "2021-08-30")]


def test_a_heading_of_remiss_is_filled_out_by_the_text(minutes):
    text = "Region Ån har nu sänt ut förslag till reviderad Överenskommelse om stöd vid flytt. Svar senast 3 maj."
    heading = "Remiss - överenskommelsen om stöd"
    assert out(minutes(item(text, heading))) == [("Överenskommelse om stöd vid flytt", "2021-05-03")]


@pytest.mark.parametrize("heading", ["Ute på remiss", "Just nu på remiss", "Remisser", "Pågående remisser"])
def test_a_page_lists_what_is_out(minutes, heading):
    text = (
        f"Rådet\n\nEtt forum.\n\n{heading}\n\nKulturplan för Ån har skickats till kommunerna. Svar senast 3 maj 2021.\n"
    )
    assert out(minutes(text, body="Rådet", kind="composition")) == [("Kulturplan för Ån", "2021-05-03")]


def test_a_page_without_remiss_lists_nothing(minutes):
    text = "Rådet\n\nEtt forum.\n\nDokument\n\nKulturplan för Ån har skickats till kommunerna.\n"
    assert out(minutes(text, body="Rådet", kind="composition")) == []


def test_the_first_draft_may_stand_straight_below_the_heading(minutes):
    text = "Rådet\n\nEtt forum.\n\nRemisser\nVägplan för Ån är ute på remiss. Remisstid 1 maj–3 juni 2021.\n"
    assert out(minutes(text, body="Rådet", kind="composition")) == [("Vägplan för Ån", "2021-06-03")]


def test_a_definite_noun_with_what_it_is_about_is_a_name(minutes):
    assert out(minutes(item("Planen för psykisk hälsa är på remiss till den 3 maj.", "Läget"))) == [
        ("Plan för psykisk hälsa", "2021-05-03")
    ]
