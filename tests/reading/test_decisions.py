"""Decisions: what the meeting itself resolved, one row an att-clause, and what is somebody else's or no decision."""

from dataclasses import replace

import pytest

from samverkan.reading.acts.decisions import read_decisions
from samverkan.reading.items.agenda import read_agenda


def decided(context):
    return [(row.item, row.outcome, row.text) for row in read_decisions(context, read_agenda(context))]


def outcomes(context):
    return [row.outcome for row in read_decisions(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Styrgruppen beslutar att godkänna planen.", "approved"),
        ("Styrgruppen beslutade att fastställa planen.", "approved"),
        ("Styrgruppen beslutar att mötena ska hållas på distans.", "approved"),
        ("Styrgruppen beslutar enligt förslaget.", "approved"),
        ("Styrgruppen antar planen.", "approved"),
        ("Överenskoms att gruppen träffas en gång till.", "approved"),
        ("Vi enades om en gemensam tidplan.", "approved"),
        ("Godkändes.", "approved"),
        ("Godkänns och läggs till handlingarna.", "approved"),
        ("Planen godkänns och läggs till handlingarna.", "approved"),
        ("Mötet beslutade att bevilja ansökan.", "approved"),
        ("Beslutas att gruppen träffas en gång till.", "approved"),
        ("Därmed godkänner styrgruppen planen.", "approved"),
        ("Vi kom överens om att ses i Storby.", "approved"),
        ("Styrgruppen fattade beslut om att starta projektet.", "approved"),
        ("Det beslutades att avsluta projektet.", "approved"),
        ("Man enades om att Per Lund återkommer med underlag vid nästa möte.", "approved"),
        ("Styrgruppen ställer sig bakom planen.", "endorsed"),
        ("Styrgruppen ställde sig enhälligt bakom förslaget att anta planen.", "endorsed"),
        ("Planen tillstyrks.", "endorsed"),
        ("Styrgruppen förordar alternativ två.", "endorsed"),
        ("Styrgruppen rekommenderar kommunerna att anta avtalet.", "endorsed"),
        ("Styrgruppen föreslår regionstyrelsen att godkänna avtalet.", "endorsed"),
        ("Styrgruppen avslår ansökan.", "rejected"),
        ("Medborgarförslaget avslogs.", "rejected"),
        ("Ansökan beviljas inte.", "rejected"),
        ("Styrgruppen beslutar att inte anta planen.", "rejected"),
        ("Ärendet bordläggs.", "deferred"),
        ("Frågan tas upp igen vid nästa möte.", "deferred"),
        ("Frågan återkommer vid mötet i maj.", "deferred"),
        ("Den sköts upp till mötet i april.", "deferred"),
        ("Punkten skjuts till nästa möte.", "deferred"),
        ("Styrgruppen beslutar att åter ta upp planen vid nästa möte.", "deferred"),
        ("Utkastet skickas på remiss till kommunerna.", "referred"),
        ("Styrgruppen remitterar förslaget till kommunerna.", "referred"),
        ("Ärendet återremitteras till kansliet.", "referred"),
        ("Styrgruppen beslutar att överlämna ärendet till presidiet för yttrande.", "referred"),
        ("Informationen noteras.", "noted"),
        ("Styrgruppen antecknar rapporten till protokollet.", "noted"),
        ("Styrgruppen tar del av informationen.", "noted"),
        ("Rapporten lades till handlingarna.", "noted"),
        ("Inga synpunkter på protokollet som därmed läggs till handlingarna.", "noted"),
        ("Till justerare utses Karin Ek.", "appointed"),
        ("Karin Ek valdes till ordförande.", "appointed"),
        ("Som ny ordförande valdes Karin Ek.", "appointed"),
        ("Karin Ek utsågs till ledamot i Länsrådet.", "appointed"),
        ("Styrgruppen utser Per Lund till kontaktperson.", "appointed"),
        ("Sekretariatet får i uppdrag att skriva ett utkast.", "commissioned"),
        ("Styrgruppen beslutade att kansliet får i uppdrag att ordna en studieresa.", "commissioned"),
        ("Styrgruppen uppdrar åt Per Lund att boka lokal.", "commissioned"),
        ("Styrgruppen ger kansliet i uppdrag att boka lokal.", "commissioned"),
        ("Karin Ek uppdras att hålla samman arbetet.", "commissioned"),
    ],
)
def test_the_first_verb_that_decides_gives_the_outcome(minutes, sentence, outcome):
    assert decided(minutes(item(sentence))) == [("2", outcome, sentence.rstrip("."))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunfullmäktige i Storby antar planen i juni.",
        "Regionstyrelsen beslutade den 3 februari att anta budgeten.",
        "Regeringen beslutar om medlen i höst.",
        "Länsrådet ställer sig bakom planen.",
        "Planen beslutas i Länsrådet den 28 april.",
        "Planen godkändes av regionfullmäktige i november.",
        "Reglementet fastställdes 2018.",
        "Målbilden antogs av samtliga parter under våren.",
        "Regionstyrelsen har utsett Per Lund till ledamot.",
        "Styrgruppen konstaterar att arbetet går bra.",
        "Styrgruppen har tidigare beslutat att pausa arbetet.",
        "Vid förra mötet beslutade styrgruppen att pausa arbetet.",
        "Styrgruppen ska besluta om planen i maj.",
        "Föreslås att styrgruppen ställer sig bakom planen.",
        "Arbetsutskottet föreslår att styrgruppen godkänner planen.",
        "Om styrgruppen godkänner planen startar arbetet i höst.",
        "Planen diskuterades under våren, vilket beslutades vid mötet.",
        "Inga beslut fattades.",
        "Punkten hanns inte med och tas upp vid nästa möte.",
        "Kansliet fick i uppdrag vid förra mötet att göra en kartläggning.",
        "Det noterades att Per Lund lämnade mötet.",
        "Per Lund skickar materialet till alla.",
        "Vad beslutar styrgruppen?",
    ],
)
def test_what_others_decide_or_was_decided_before_or_will_be_is_no_decision(minutes, sentence):
    assert decided(minutes(item(sentence))) == []


def test_each_att_clause_is_a_row_and_the_first_keeps_its_lead(minutes):
    text = "Styrgruppen beslutar att anta planen, att uppdra åt kansliet att följa upp den, samt att avslå ansökan."
    assert decided(minutes(item(text))) == [
        ("2", "approved", "Styrgruppen beslutar att anta planen"),
        ("2", "commissioned", "att uppdra åt kansliet att följa upp den"),
        ("2", "rejected", "att avslå ansökan"),
    ]


def test_the_first_clause_on_its_own_line_keeps_the_lead(minutes):
    text = "Styrgruppen beslutar\natt anta planen,\natt avslå ansökan, samt\natt noterar rapporten."
    assert [text for _, _, text in decided(minutes(item(text)))] == [
        "Styrgruppen beslutar att anta planen", "att avslå ansökan", "att noterar rapporten",
    ]  # fmt: skip


def test_the_mark_between_a_lead_and_its_clause_is_no_text(minutes):
    text = "Styrgruppen beslutar:\n– att anta planen\n– att avslå ansökan"
    assert [text for _, _, text in decided(minutes(item(text)))] == [
        "Styrgruppen beslutar att anta planen", "att avslå ansökan",
    ]  # fmt: skip


def test_clauses_proposed_to_another_body_are_endorsed(minutes):
    text = "Styrgruppen föreslår regionstyrelsen\natt godkänna planen,\natt avge yttrande enligt förslag."
    assert decided(minutes(item(text))) == [
        ("2", "endorsed", "Styrgruppen föreslår regionstyrelsen att godkänna planen"),
        ("2", "endorsed", "att avge yttrande enligt förslag"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Styrgruppen föreslår att regionstyrelsen beslutar\natt anta planen,\natt avslå ansökan.",
        "Styrgruppen föreslår regionstyrelsen att anta planen, att avslå ansökan.",
        "Styrgruppen föreslår regionstyrelsen besluta att:\n- anta planen\n- avslå ansökan",
    ],
    ids=["lines", "inline", "bullets"],
)
def test_all_that_is_proposed_is_endorsed(minutes, text):
    assert outcomes(minutes(item(text))) == ["endorsed", "endorsed"]


def test_the_agenda_may_be_settled_before_the_first_item(minutes):
    context = minutes("Närvarande: Karin Ek\n\nDagordningen fastställs.\n\n1. Start\nHej.\n\n2. Slut\nHej då.")
    context = replace(context, roster=((0, 20),))
    assert decided(context) == [(None, "approved", "Dagordningen fastställs")]


def test_an_att_inside_a_clause_does_not_cut_it(minutes):
    text = "Styrgruppen beslutar att uppdra åt kansliet att kalla till möte och att skriva ett utkast."
    assert outcomes(minutes(item(text))) == ["commissioned"]


@pytest.mark.parametrize(
    "text",
    [
        "Styrgruppen beslutar\natt godkänna planen,\natt avslå ansökan.",
        "Styrgruppen beslutar att\n- godkänna planen\n- avslå ansökan",
        "Styrgruppen beslutar att:\n\n• godkänna planen\n\n• avslå ansökan",
        "Styrgruppen beslutar\n1. Planen godkänns.\n2. Ansökan avslås.",
        "Beslut\n- Planen godkänns.\n- Ansökan avslås.",
        "BESLUT\n\nStyrgruppen godkänner planen. Ansökan avslås.",
        "Gemensamma styrgruppen för Ovans beslut\n• Planen godkänns.\n• Ansökan avslås.",
        "Beslut/åtgärd\n• Planen godkänns.\n• Ansökan avslås.",
        "Styrgruppens beslut\n• Planen godkänns.\n• Ansökan avslås.",
        "Beslut: Planen godkänns. Ansökan avslås.",
    ],
    ids=["att-lines", "bullets", "apart", "numbers", "heading", "sentences", "long", "measure", "whose", "run-in"],
)
def test_clauses_below_a_lead_or_heading_are_decisions(minutes, text):
    assert outcomes(minutes(item(text))) == ["approved", "rejected"]


def test_a_lead_below_the_account_of_the_procedure_decides_and_one_below_a_proposal_does_not(minutes):
    lead = "Styrgruppen beslutar\natt godkänna planen,\natt avslå ansökan."
    assert outcomes(minutes(item(f"Beslutsgång\nPer Lund yrkar avslag.\n{lead}"))) == ["approved", "rejected"]
    assert outcomes(minutes(item(f"Förslag till beslut\nPlanen avslås.\n{lead}"))) == []


def test_what_stands_below_beslut_needs_no_verb_of_the_table(minutes):
    assert decided(minutes(item("Beslut\nVi går vidare med planen."))) == [
        ("2", "approved", "Vi går vidare med planen")
    ]
    assert decided(minutes(item("Beslut: Inget beslut fattades."))) == []


def test_beslut_in_front_of_a_sentence_holds_for_its_own_paragraph(minutes):
    text = "• Skolan: Beslut: Planen godkänns.\n• Vården fick pengar.\n\nKommunen antog en plan."
    assert decided(minutes(item(text))) == [("2", "approved", "Planen godkänns")]


def test_changes_and_tasks_below_a_decision_are_no_decisions(minutes):
    text = "Styrgruppen godkänner planen med följande ändringar:\n- Målen förtydligas.\n- Budgeten tas bort."
    assert outcomes(minutes(item(text))) == ["approved"]
    text = "Styrgruppen beslutar att ge kansliet i uppdrag att:\n- boka lokal\n- kalla till möte"
    assert outcomes(minutes(item(text))) == ["commissioned"]


def test_to_choose_a_thing_is_no_appointment(minutes):
    assert outcomes(minutes(item("Styrgruppen beslutar att välja det andra alternativet."))) == ["approved"]


def test_what_a_noun_is_about_makes_no_condition(minutes):
    assert outcomes(minutes(item("Frågan om lokaler bordläggs."))) == ["deferred"]


def test_a_proposal_to_another_body_is_endorsed(minutes):
    text = "Styrgruppens förslag till regionstyrelsen\n• Planen ändras enligt förslag."
    assert decided(minutes(item(text))) == [("2", "endorsed", "Planen ändras enligt förslag")]


def test_proposals_reservations_and_history_are_skipped(minutes):
    text = (
        "Förslag till beslut\nStyrgruppen godkänner planen.\n\nReservation\nPer Lund avslår planen.\n\n"
        "Beslut\nPlanen bordläggs.\n\nBeslutet skickas till\nKansliet"
    )
    assert decided(minutes(item(text))) == [("2", "deferred", "Planen bordläggs")]


def test_prose_that_repeats_the_resolution_is_not_counted_twice(minutes):
    text = "Förslaget skickas på remiss till kommunerna. Styrgruppen beslutar att förslaget remitteras till kommunerna."
    assert decided(minutes(item(text))) == [
        ("2", "referred", "Styrgruppen beslutar att förslaget remitteras till kommunerna")
    ]


def test_the_body_goes_by_its_general_noun_and_its_short_form(minutes):
    assert outcomes(minutes(item("Gruppen godkänner planen."))) == ["approved"]
    known = {"SGO": "Styrgruppen för Ovanbygden"}
    assert outcomes(minutes(item("SGO godkänner planen."), short_forms=known)) == ["approved"]
    assert outcomes(minutes(item("SGO godkänner planen."))) == []


def test_without_a_name_the_body_is_whoever_decides(minutes):
    assert outcomes(minutes(item("Direktionen beslutar att anta planen."), body=None)) == ["approved"]


def test_a_bullet_that_lost_its_line_has_the_subject_of_the_one_before(minutes):
    text = "Styrgruppen - ställer sig bakom planen. - ställer sig bakom förslaget att utse Karin Ek."
    assert outcomes(minutes(item(text))) == ["endorsed", "endorsed"]


def test_a_decision_points_to_an_unnumbered_item_by_its_title(minutes):
    text = "Läget i skolan\n\nEn lång berättelse om skolan.\n\nPlanen för vården\n\nStyrgruppen godkänner planen.\n"
    assert decided(minutes(text)) == [("Planen för vården", "approved", "Styrgruppen godkänner planen")]


def test_a_document_without_items_has_decisions_of_none(minutes):
    assert decided(minutes("Styrgruppen beslutar att anta planen.")) == [
        (None, "approved", "Styrgruppen beslutar att anta planen")
    ]


def test_a_composition_decides_nothing(minutes):
    assert decided(minutes("Styrgruppen beslutar att anta planen.", kind="composition")) == []


def test_the_evidence_is_the_clause_and_broken_lines_are_joined(minutes):
    text = item("Styrgruppen beslutar att god-\nkänna planen.")
    (row,) = read_decisions(minutes(text), read_agenda(minutes(text)))
    assert row.text == "Styrgruppen beslutar att godkänna planen"
    assert (
        text[row.evidence.start : row.evidence.end]
        == row.evidence.quote
        == "Styrgruppen beslutar att god-\nkänna planen."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "De mindre grupperna får sina uppdrag därifrån.",
        "Styrgruppen beslutar inget självt: varje kommun avgör frågan.",
        "Namnet valdes för att det är kort.",
        "I våras fick Karin Ek i uppdrag att skriva ett förslag.",
        "Bolaget fick 2017 i uppdrag att byta system.",
        "Planen skickades på remiss till kommunerna i januari.",
        "Karin Ek tar med sig frågan och återkommer vid nästa möte.",
    ],
)
def test_how_things_work_or_once_came_about_is_no_decision(minutes, sentence):
    assert outcomes(minutes(item(sentence))) == []


def test_samt_att_opens_a_clause_of_its_own_but_not_inside_a_task(minutes):
    text = "Styrgruppen beslutar att godkänna bokslutet samt att överlämna det till kommunerna."
    assert outcomes(minutes(item(text))) == ["approved", "approved"]
    text = "Styrgruppen beslutar att ge Per Lund i uppdrag att skriva en plan samt att sprida den."
    assert outcomes(minutes(item(text))) == ["commissioned"]


def test_clauses_may_open_with_a_capital(minutes):
    text = "Styrgruppens beslut\nAtt förlägga mötena till torsdagar\nAtt ge Per Lund i uppdrag att kalla ersättarna"
    assert outcomes(minutes(item(text))) == ["approved", "commissioned"]


def test_a_heading_that_ran_into_a_decision_is_not_in_its_text(minutes):
    assert (
        decided(minutes(item("Sammanfattning Styrgruppen godkänner planen.")))[0][2] == "Styrgruppen godkänner planen"
    )


def test_news_without_a_named_body_tell_what_it_decided(minutes):
    text = "Rådet möttes\n\nRådet gav kansliet i uppdrag att skriva en plan. Då valdes Karin Ek till ordförande."
    context = minutes(text, body=None, kind="news")
    assert outcomes(context) == ["commissioned", "appointed"]


def test_news_in_the_present_tell_what_a_body_is_there_for(minutes):
    text = "Ny ordförande\n\nStyrelsen utser kommunernas ledamöter i rådet. Den godkänner också budgeten."
    assert outcomes(minutes(text, body="Styrelsen", kind="news")) == []


def test_the_last_part_of_its_name_is_the_body(minutes):
    text = item("Styrgruppen är överens om att\n- anta planen,\n- följa upp den efter ett år.")
    assert outcomes(minutes(text, body="Länsstyrgruppen för vård")) == ["approved", "approved"]
    assert outcomes(minutes(item("Styrgruppen antar planen."), body="Länsnämnden för vård")) == []
