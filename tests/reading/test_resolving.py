"""Decisions in every form of their verbs, and what only looks like one."""

import pytest

from samverkan.reading.acts.decisions import read_decisions
from samverkan.reading.items.agenda import read_agenda


def outcomes(context):
    return [row.outcome for row in read_decisions(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Styrgruppen godkände rapporten.", "approved"),
        ("Rapporten godkändes.", "approved"),
        ("Beslut: Rapporten godkänns.", "approved"),
        ("Styrgruppen beslutar i enlighet med förslaget att anta planen.", "approved"),
        ("Styrgruppen beslutade enhälligt att anta planen.", "approved"),
        ("Styrgruppen beslutar, efter votering, att anta planen.", "approved"),
        ("Det beslutades att mötet hålls i Alby.", "approved"),
        ("Beslöts att anta planen.", "approved"),
        ("Gruppen enades om att anta planen.", "approved"),
        ("Gruppen kom överens om att boka två möten.", "approved"),
        ("Vi bestämde att mötena ska vara digitala.", "approved"),
        ("Styrgruppen sa ja till förslaget.", "approved"),
        ("Styrgruppen ger sitt bifall till förslaget.", "approved"),
        ("Förslaget bifölls.", "approved"),
        ("Styrgruppen ställer sig positiv till förslaget.", "endorsed"),
        ("Styrgruppen stöder förslaget.", "endorsed"),
        ("Styrgruppen tillstyrker ansökan.", "endorsed"),
        ("Styrgruppen rekommenderar kommunerna att gå med.", "endorsed"),
        ("Styrgruppen föreslår att kommunerna går med.", "endorsed"),
        ("Ansökan avslogs.", "rejected"),
        ("Styrgruppen beslutar att inte bevilja medel.", "rejected"),
        ("Styrgruppen tackar nej till erbjudandet.", "rejected"),
        ("Styrgruppen avböjer.", "rejected"),
        ("Förslaget avvisas.", "rejected"),
        ("Gruppen säger nej till förslaget.", "rejected"),
        ("Frågan skjuts upp till nästa möte.", "deferred"),
        ("Punkten flyttas till nästa möte.", "deferred"),
        ("Beslut tas på nästa möte.", "deferred"),
        ("Frågan tas upp igen i maj.", "deferred"),
        ("Vi återkommer till frågan vid nästa möte.", "deferred"),
        ("Frågan får vänta till nästa möte.", "deferred"),
        ("Styrgruppen avvaktar med beslut.", "deferred"),
        ("Beslutet skjuts fram.", "deferred"),
        ("Styrgruppen remitterar planen till kommunerna.", "referred"),
        ("Frågan hänskjuts till presidiet.", "referred"),
        ("Ärendet överlämnas till presidiet för beredning.", "referred"),
        ("Styrgruppen noterade informationen.", "noted"),
        ("Styrgruppen tar informationen till sig.", "noted"),
        ("Informationen togs till protokollet.", "noted"),
        ("Listan gås igenom och läggs till handlingarna.", "noted"),
        ("Redovisningen noteras till protokollet.", "noted"),
        ("Informationen godkändes.", "approved"),
        ("Noteras.", "noted"),
        ("Läggs till handlingarna.", "noted"),
        ("Bordläggs.", "deferred"),
        ("Avslås.", "rejected"),
        ("Antas enligt förslag.", "approved"),
        ("Karin Ek utses till justerare.", "appointed"),
        ("Till justerare utsågs Karin Ek.", "appointed"),
        ("Styrgruppen väljer Karin Ek till ordförande.", "appointed"),
        ("Karin Ek valdes till ordförande för mötet.", "appointed"),
        ("Att justera protokollet utses Karin Ek.", "appointed"),
        ("Val av justerare: Karin Ek utses.", "appointed"),
        ("Karin Ek omvaldes.", "appointed"),
        ("Som representant utses Per Lund.", "appointed"),
        ("Styrgruppen nominerar Karin Ek till rådet.", "appointed"),
        ("Kansliet får i uppdrag att boka lokal.", "commissioned"),
        ("Styrgruppen uppdrar åt kansliet att boka lokal.", "commissioned"),
        ("Uppdrogs åt kansliet att boka lokal.", "commissioned"),
    ],
)
def test_what_the_meeting_resolves_has_an_outcome(minutes, sentence, outcome):
    assert outcomes(minutes(item(sentence))) == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunfullmäktige antog planen i maj 2019.",
        "Regionen har beslutat om nya avgifter.",
        "Rapporten ska godkännas av kommunstyrelserna.",
        "Förslaget antas av regionfullmäktige i juni.",
        "Regeringen fattade beslut i går.",
        "Karin Ek föreslår att ärendet bordläggs.",
        "Om förslaget antas ändras taxan.",
        "Planen antogs 2018.",
        "Beslut väntas i maj.",
        "Beslutet överklagades.",
        "Kommunerna godkände avtalet förra året.",
        "Förslaget har godkänts av presidiet.",
        "Ansökan kan avslås.",
        "Karin Ek valde att inte delta.",
        "Rapporten presenterades.",
        "Kommunen avslog ansökan.",
        "Karin Ek noterar att läget är svårt.",
        "Ordföranden tackar för visat intresse.",
        "Gruppen önskar att fler deltar.",
        "Styrgruppen diskuterade förslaget.",
        "Avtalet beslutas av varje kommun.",
        "Deltagarna var eniga om att planen behöver stöd.",
        "Då väljs också nytt presidium.",
        "Planen skickas ut på remiss den 1 maj.",
        "Karin Ek föreslog att styrgruppen gör ett uttalande.",
        "Ett nytt program sänds på remiss i augusti.",
    ],
)
def test_what_others_resolve_or_somebody_thinks_is_none(minutes, sentence):
    assert outcomes(minutes(item(sentence))) == []


def test_the_second_verb_of_a_sentence_may_decide(minutes):
    assert outcomes(minutes(item("Styrgruppen kan inte ge bidrag och avslog ansökan."))) == ["rejected"]


def test_numbered_clauses_below_a_lead_are_one_each(minutes):
    text = "Styrgruppen beslutar enhälligt\n1. att anta planen\n2. att Per Lund får i uppdrag att boka lokal"
    assert outcomes(minutes(item(text))) == ["approved", "commissioned"]


def test_a_paragraph_below_bullets_without_stops_is_no_part_of_the_last(minutes):
    text = (
        "I samtalet sägs mycket om hur vägarna byggs och om vem som betalar\n• att de små behöver tid\n"
        "Styrgruppen enas om att svara gemensamt på frågan."
    )
    assert outcomes(minutes(item(text))) == ["approved"]


def test_news_tell_what_was_decided_some_days_before_and_not_what_is_planned(minutes):
    text = (
        "Nytt\n\nVid sitt möte den 2 mars beslutade styrgruppen att anta en plan. "
        "Taxan skickas på remiss till kommunerna. Däremot avslogs begäran."
    )
    assert outcomes(minutes(text, kind="news")) == ["approved", "rejected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beslut: vi går vidare med upphandlingen.", ["approved"]),
        ("Beslut: inget beslut.", []),
        ("Beslut\nÄrendet utgår.", []),
        ("Beslut\nStyrgruppen tackar för informationen.", ["noted"]),
        ("Mötet beslutade följande:\n- Brevet skickas i maj.\n- Karin är värd.", ["approved", "approved"]),
    ],
)
def test_what_stands_behind_the_word_is_resolved(minutes, text, expected):
    assert outcomes(minutes(item(text))) == expected


def test_clauses_below_a_heading_need_no_stops(minutes):
    text = (
        "Styrgruppens förslag till regionstyrelsen\natt anta planen\natt ge kansliet i uppdrag att följa den\n"
        "Styrgruppens beslut för egen del\natt boka lokal\natt inte bevilja medel"
    )
    assert outcomes(minutes(item(text))) == ["endorsed", "commissioned", "approved", "rejected"]
