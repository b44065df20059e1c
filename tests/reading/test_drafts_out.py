"""Drafts that are out on remiss: several in one item or page, in lists, below headings, as what opens a sentence."""

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.acts.sent_out import is_out_heading

HEAD = (
    "Minnesanteckningar Styrgruppen för Ovanbygden\n\nDatum: 2031-02-05\n\n"
    "Närvarande: Anna Ek, Sala, Bo Ström, Heby\n\n"
)


def out(text, whole=False):
    document = text if whole else f"{HEAD}1. Inledning\nMötet öppnas.\n\n2. Vägar\n{text}\n\n3. Övrigt\nInget.\n"
    return [(row.subject, row.to, row.due) for row in read(document, register.shipped()).facts.referrals]


PLAN = "Kulturplan 2032–2035"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I april skickas {} på remiss till kommunerna.", (("kommunerna",), None)),
        ("Den 2 april skickas {} på remiss till kommunerna.", (("kommunerna",), None)),
        ("Skolchefen skickade {} på remiss till kommunerna.", (("kommunerna",), None)),
        ("Regionen har remitterat {}.", ((), None)),
        ("Remisstiden för {} går ut den 3 maj.", ((), "2031-05-03")),
        ("{}: remisstiden går ut den 3 maj.", ((), "2031-05-03")),
        ("Remiss: {}. Svar senast 3 maj.", ((), "2031-05-03")),
        ("Synpunkter på {} ska lämnas senast 3 maj.", ((), "2031-05-03")),
        ("Remissvar på {} lämnas senast 3 maj.", ((), "2031-05-03")),
        ("{} är utskickad på remiss.", ((), None)),
        ("{} är ute på remiss hos kommunerna till 30 april.", (("kommunerna",), "2031-04-30")),
        ("Vi har fått {} för yttrande senast 3 maj.", ((), "2031-05-03")),
        ("Nämnden har haft sin {} på remiss.", ((), None)),
        ("{} är på remiss. Remissen går till kommunerna och till Kommunal.", (("kommunerna", "Kommunal"), None)),
    ],
)
def test_a_draft_is_out(sentence, expected):
    assert out(sentence.format(PLAN)) == [(PLAN, *expected)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Patienterna skickas på remiss till sjukhuset.",
        "Läkaren remitterar patienten till kliniken.",
        "Remissvaren på planen var många.",
        "Antalet remisser ökar.",
        "Synpunkter på lokalen ska lämnas till vaktmästaren.",
        "Remiss: vad menas med det?",
        "Svar på Annas fråga lämnas muntligt.",
    ],
)
def test_nothing_is_out(sentence):
    assert out(sentence) == []


def test_a_list_below_its_lead_has_the_recipients_of_the_lead_and_days_of_its_own():
    lead = "Nämnden har skickat två papper på remiss till kommunerna:"
    text = f"{lead}\n– {PLAN}, svar senast 3 maj\n– Trafikprogram för Ovan, svar senast 1 juni"
    assert out(text) == [
        (PLAN, ("kommunerna",), "2031-05-03"),
        ("Trafikprogram för Ovan", ("kommunerna",), "2031-06-01"),
    ]


def test_two_sentences_may_tell_of_two_drafts():
    other = "Staten har remitterat Klimatstrategi för älvar till regionerna."
    text = f"Nämnden har skickat {PLAN} på remiss till kommunerna. {other}"
    assert [row[0] for row in out(text)] == [PLAN, "Klimatstrategi för älvar"]


def test_a_heading_and_a_sentence_may_name_a_draft_each():
    said = (
        "Förslaget är ute på remiss till den 3 maj. Parallellt är Klimatstrategi för älvar på remiss till den 1 juni."
    )
    text = f"{HEAD}1. Remiss: {PLAN}\n{said}\n\n2. Övrigt\nInget.\n"
    assert out(text, whole=True) == [(PLAN, (), "2031-05-03"), ("Klimatstrategi för älvar", (), "2031-06-01")]


def test_a_draft_named_by_its_noun_keeps_it():
    assert [row[0] for row in out("Riktlinjer för resor är ute på remiss.")] == ["Riktlinjer för resor"]


def test_whose_remiss_it_is_may_stand_before_its_name():
    item = f"1. Remiss från Vattenmyndigheten: {PLAN}. Svar lämnas senast 3 maj.\n2. Övrigt. Inget."
    assert [row[0] for row in out(f"{HEAD}{item}\n", whole=True)] == [PLAN]


def test_two_sentences_about_one_draft_are_one():
    text = f"Nämnden har skickat {PLAN} på remiss. Remisstiden för {PLAN} går ut den 3 maj."
    assert out(text) == [(PLAN, (), "2031-05-03")]


def test_the_items_below_a_heading_remisser_are_drafts():
    one = f"a) {PLAN}\nNämnden skickar ut planen till kommunerna. Svar senast 3 maj."
    two = "b) Trafikprogram för Ovan\nSkickas på remiss till kommunerna i mars."
    text = f"{HEAD}1. Remisser\n\n{one}\n\n{two}\n\n2. Övrigt\nInget.\n"
    assert out(text, whole=True) == [(PLAN, (), "2031-05-03"), ("Trafikprogram för Ovan", ("kommunerna",), None)]


def test_one_word_in_the_definite_form_means_what_the_heading_names():
    said = "Systemanalysen har varit på remiss till länen med svar senast 3 maj."
    text = f"{HEAD}1. Storregional systemanalys 2030\n{said}\n\n2. Övrigt\nInget.\n"
    assert [row[0] for row in out(text, whole=True)] == ["Storregional systemanalys 2030"]


@pytest.mark.parametrize(
    ("heading", "says_so"),
    [("Remisser", True), ("På remiss just nu", True), ("Remiss: Plan för vägar", False), ("Remissvar", False)],
)
def test_which_heading_says_that_drafts_are_out(heading, says_so):
    assert is_out_heading(heading) is says_so
