"""Remiss: which drafts are out for comment, to whom, and when the answers are due."""

import pytest

from samverkan.reading.acts.referrals import read_referrals
from samverkan.reading.items.agenda import read_agenda


def out(context):
    return [(row.subject, row.to, row.due) for row in read_referrals(context, read_agenda(context))]


def item(text, heading="Planen"):
    return f"1. Start\nHej.\n\n2. {heading}\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Riktlinjerna Trygg hemgång är ute på remiss hos Vårdrådet med sista svarsdag den 1 april 2021.",
            ("Trygg hemgång", ("Vårdrådet",), "2021-04-01"),
        ),
        (
            "Region Skåne har skickat Kulturstrategi för Ovanbygden på remiss till kommunerna. "
            "Svarstiden går ut den 28 maj.",
            ("Kulturstrategi för Ovanbygden", ("kommunerna",), "2021-05-28"),
        ),
        (
            "Styrgruppen beslutar att sända riktlinjerna på remiss till kommunerna, med svar senast den 15 april.",
            ("Planen", ("kommunerna",), "2021-04-15"),
        ),
        (
            "Ett utkast till Plan mot våld har tagits fram. Utkastet skickas på remiss till samtliga nämnder.",
            ("Plan mot våld", ("samtliga nämnder",), None),
        ),
        (
            "Betänkandet Från ax till limpa (SOU 2031:2) är på remiss hos kommunerna.",
            ("Från ax till limpa (SOU 2031:2)", ("kommunerna",), None),
        ),
        (
            "Ett förslag till organisation, Byggsamverkan Ovan, har varit på remiss i länet mellan 210104 och 210215.",
            ("Byggsamverkan Ovan", ("länet",), "2021-02-15"),
        ),
        (
            "Kommunerna fick utkastet på remiss med svar till 16/2.",
            ("Planen", ("kommunerna",), "2021-02-16"),
        ),
        (
            "Samverkan kring hjälpmedel har lett till ett samverkansavtal som är ute på remiss i kommunerna.",
            ("samverkansavtal kring hjälpmedel", ("kommunerna",), None),
        ),
        ("Även den har varit ute på remiss hos kommunerna.", ("Planen", ("kommunerna",), None)),
        (
            "Karin Ek berättade om Energistrategi för Ovanbygden. Strategin är på remiss.",
            ("Energistrategi för Ovanbygden", (), None),
        ),
        (
            "Förslaget till regional biblioteksplan är på remiss till och med den 3 maj.",
            ("regional biblioteksplan", (), "2021-05-03"),
        ),
        (
            "Parterna har ett samverkansavtal kring bussar, som kommunerna nu har på remiss.",
            ("samverkansavtal kring bussar", ("kommunerna",), None),
        ),
        (
            "Förslaget är på remiss till kommunerna, Vårdrådet och Kulturrådet, med svar senast den 3 maj.",
            ("Planen", ("kommunerna", "Vårdrådet", "Kulturrådet"), "2021-05-03"),
        ),
        (
            "Den har varit hos delregionerna på remiss, med 16/2 som sista svarsdag.",
            ("Planen", ("delregionerna",), "2021-02-16"),
        ),
        (
            "Utkastet skickades på remiss till kommunerna i januari, svar senast den 1 februari.",
            ("Planen", ("kommunerna",), "2021-02-01"),
        ),
    ],
    ids=[
        "named", "sent", "heading", "above", "report", "apposition", "received", "relative", "pronoun", "named before",
        "small letters", "who has it", "several", "last day behind", "sent in a month",
    ],
)  # fmt: skip
def test_a_draft_on_remiss_is_a_referral(minutes, text, expected):
    assert out(minutes(item(text))) == [expected]


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("Remiss: Länsplan för skolan", "Länsplan för skolan"),
        ("Remiss. Energiplan för Ovan", "Energiplan för Ovan"),
        ("Remiss från Socialdepartementet: En trygg omsorg", "En trygg omsorg"),
        ("Yttrande över remissen ”Trygg skola”", "Trygg skola"),
        ("Remissvar; Nationell havsplan", "Nationell havsplan"),
        ("Yttrande över remiss från Utbildningsdepartementet, Fler lärare", "Fler lärare"),
        ("Svar på remiss om Fler färdas i norr", "Fler färdas i norr"),
    ],
)
def test_a_heading_names_the_draft(minutes, heading, subject):
    assert out(minutes(item("Presidiet svarar senast den 7 maj.", heading)))[0][0] == subject


@pytest.mark.parametrize(
    "text",
    ["Ärendet återremitteras till kansliet.", "Remisstiderna är korta.", "Patienten skrivs ut efter en remiss."],
)
def test_a_return_or_the_word_alone_is_no_referral(minutes, text):
    assert out(minutes(item(text))) == []


def test_two_sentences_in_an_item_are_one_draft(minutes):
    text = "Förslaget skickas på remiss till kommunerna. Remissen beslutades nyss, den är på remiss till den 5 maj."
    assert [subject for subject, _, _ in out(minutes(item(text)))] == ["Planen"]


def test_the_evidence_is_the_sentence_or_the_heading(minutes):
    text = item("En text.\nUtkastet är ute på remiss i kommunerna.")
    (row,) = read_referrals(minutes(text), read_agenda(minutes(text)))
    assert row.evidence.quote == "Utkastet är ute på remiss i kommunerna."
    text = item("Svar lämnas i maj.", "Remiss: Länsplan")
    (row,) = read_referrals(minutes(text), read_agenda(minutes(text)))
    assert row.evidence.quote == "2. Remiss: Länsplan"


def test_a_heading_that_names_no_draft_gives_way_to_what_was_named_before(minutes):
    text = "Karin Ek visar Energistrategi för Ovanbygden. Förslaget är ute på remiss hos kommunerna."
    assert out(minutes(item(text, "Information från regionen")))[0][0] == "Energistrategi för Ovanbygden"


def test_a_heading_is_written_out_by_a_longer_name(minutes):
    text = "Energistrategi för Ovanbygden är klar. Förslaget är ute på remiss hos kommunerna."
    assert out(minutes(item(text, "Energistrategi")))[0][0] == "Energistrategi för Ovanbygden"


def test_what_is_decided_later_is_no_day_for_answers(minutes):
    text = "Förslaget är ute på remiss. Svaren sammanställs och planen antas i april."
    assert out(minutes(item(text))) == [("Planen", (), None)]


def test_one_word_is_taken_up_from_the_sentence_before(minutes):
    text = "Gruppen arbetar med en rutin för placerade barn. Rutinen är ute på remiss till och med den 15 april."
    assert out(minutes(item(text, "Rapporter"))) == [("rutin för placerade barn", (), "2021-04-15")]


@pytest.mark.parametrize(
    ("sentence", "subject", "to", "due"),
    [
        (
            "Regionen har skickat Regional parkplan på samråd och remiss till kommunerna, med svar senast 14 maj.",
            "Regional parkplan", ("kommunerna",), "2021-05-14",
        ),
        ("Just nu är Regional parkplan på remiss hos kommunerna.", "Regional parkplan", ("kommunerna",), None),
        (
            "Per gick igenom Regional parkplan, som nu är på remiss hos kommunerna med svar senast 14 maj.",
            "Regional parkplan", ("kommunerna",), "2021-05-14",
        ),
        ("Remisstiden för Regional parkplan går ut den 30 april.", "Regional parkplan", (), "2021-04-30"),
        ("Remissen av Regional parkplan skickas till kommunerna.", "Regional parkplan", ("kommunerna",), None),
        (
            "Regional parkplan går ut på remiss till kommunerna den 1 oktober, svar senast den 31 januari.",
            "Regional parkplan", ("kommunerna",), "2022-01-31",
        ),
        (
            "Regional parkplan har remitterats till Köping och Arboga i Västmanlands län.",
            "Regional parkplan", ("Köping", "Arboga"), None,
        ),
        (
            "Regional parkplan är ute på remissrunda hos kommunerna till och med 1 april.",
            "Regional parkplan", ("kommunerna",), "2021-04-01",
        ),
        (
            "Regional parkplan var hos kommunerna på remiss, med 16/2 som sista svarsdag.",
            "Regional parkplan", ("kommunerna",), "2021-02-16",
        ),
    ],
)  # fmt: skip
def test_rounds_of_comment_in_other_words(minutes, sentence, subject, to, due):
    context = minutes(f"1. Start\nHej.\n\n2. Läget\n{sentence}\n\n3. Slut\nHej då.")
    (row,) = read_referrals(context, read_agenda(context))
    assert (row.subject, row.to, row.due) == (subject, to, due)


@pytest.mark.parametrize(
    "sentence", ["Remissvaren var många.", "Remissen är viktig.", "Svarstiden är lång hos kommunerna."]
)
def test_words_about_remiss_are_no_round(minutes, sentence):
    context = minutes(f"1. Start\nHej.\n\n2. Läget\n{sentence}\n\n3. Slut\nHej då.")
    assert read_referrals(context, read_agenda(context)) == ()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Region Skåne har gått ut med Regional parkplan på remiss till kommunerna.", "Regional parkplan"),
        ("Region Skåne går ut med Regional parkplan på remiss till kommunerna.", "Regional parkplan"),
        ("Länsstyrelsen gick ut med Klimatstrategi Syd på remiss till regionen.", "Klimatstrategi Syd"),
        ("Rutin vid flytt gäller i länet. En reviderad version är på remiss.", "Rutin vid flytt"),
        ("Rutin vid flytt av barn är från 2015. En ny version skickas på remiss i maj.", "Rutin vid flytt av barn"),
        ("En uppdaterad version av Regional parkplan är på remiss.", "Regional parkplan"),
        ("Regional parkplan är på remiss. En ny version väntas.", "Regional parkplan"),
        ("En ny version är på remiss.", "Planen"),
        ("Mötet tackar för kaffet. En ny version är på remiss.", "Planen"),
        ("Region Skåne har gått ut. Regional parkplan är på remiss.", "Regional parkplan"),
    ],
)
def test_whose_round_or_version_is_no_draft(minutes, text, subject):
    assert [row[0] for row in out(minutes(item(text)))] == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Vattenrådet har sänt Policy för rena sjöar till alla förbund. Synpunkter lämnas i maj.",
            "Policy för rena sjöar",
        ),
        ("Vattenrådet har nu skickat ut Handbok för sjöar till kommunerna. Svar i maj.", "Handbok för sjöar"),
        ("Naturvårdsverkets handbok Rena sjöar ligger ute på remiss.", "Rena sjöar"),
        ("Skolinspektionens nya vägledning Trygg start är på remiss.", "Trygg start"),
        ("Naturvårdsverkets handbok ligger ute på remiss.", "Naturvårdsverkets handbok"),
        ("Vattenrådet har sänt ett brev till alla förbund. Svar i maj.", "Vattenfrågor"),
        ("Vattenrådet sände Policy för rena sjöar till arkivet. Svar i maj.", "Vattenfrågor"),
    ],
)
def test_what_was_sent_below_a_heading_of_remiss(minutes, text, subject):
    assert [row[0] for row in out(minutes(item(text, "Remiss. Vattenfrågor")))] == [subject]
