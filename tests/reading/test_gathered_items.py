"""Items below items: letters with text on their line, lists of tasks at the end, and pages that are no minutes."""

import pytest

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.items.agenda import read_agenda


def rows(context):
    return [(span.item.number, span.item.title) for span in read_agenda(context)]


def given(context):
    return [(*row.assignee, row.due) for row in read_assignments(context, read_agenda(context))]


@pytest.mark.parametrize(
    "lines",
    [
        "a) Vägen – Karin berättar om bygget.\nb) Bron – Per har inget nytt.",
        "a. Vägen - Karin berättar om bygget.\nb. Bron - inget nytt.",
        "a) Vägen: den byggs i år.\nb) Bron: inget nytt.",
        "a) Vägen. Den byggs i år.\nb) Bron. Inget nytt finns.",
        "a) Vägen\nDen byggs i år.\nb) Bron\nInget nytt.",
    ],
)
@pytest.mark.parametrize("heading", ["Övriga frågor", "Rapporter", "Information från kommunerna", "Meddelanden"])
def test_letters_with_text_on_their_line_are_items_where_their_item_gathers_such(minutes, heading, lines):
    text = f"1. Start\nHej.\n\n2. {heading}\n{lines}\n\n3. Slut\nHej då."
    assert rows(minutes(text))[2:4] == [("2 a", "Vägen"), ("2 b", "Bron")]


def test_letters_with_text_are_a_list_where_their_item_has_one_subject(minutes):
    text = "1. Start\nHej.\n\n2. Budget\na) Vägen – den byggs i år.\nb) Bron – den väntar.\n\n3. Slut\nHej då."
    assert [number for number, _ in rows(minutes(text))] == ["1", "2", "3"]


def test_words_in_capitals_may_carry_the_numbers(minutes):
    text = "PUNKT 1. INLEDNING\nHej.\n\nPUNKT 2. BUDGET\nKlart."
    assert [number for number, _ in rows(minutes(text))] == ["1", "2"]


def test_a_list_of_tasks_behind_the_last_item_is_an_item(minutes):
    table = "Nr\tÅtgärd\tAnsvarig\tKlart\n4\tBoka lokal\tKarin Ek\t2021-04-01"
    context = minutes(f"1. Start\nHej.\n\n2. Övrigt\nInget.\n\nNästa möte: 3 maj\n\nÅTGÄRDSLISTA\n{table}")
    (row,) = read_assignments(context, read_agenda(context))
    assert (row.item, row.assignee, row.due) == ("ÅTGÄRDSLISTA", ("Karin Ek",), "2021-04-01")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rådet har gett kansliet i uppdrag att skriva ett avtal.", ("kansliet", None)),
        ("Arbetsgruppen skriver ett svar till mötet den 10 maj 2021.", ("arbetsgruppen", "2021-05-10")),
        ("Yttrandet ska vara inne 3 februari 2022 och skrivs av processledaren.", ("processledaren", "2022-02-03")),
        ("Kartlägg bristen till den 30 april 2021.\nAnsvarig: HR-nätverket", ("HR-nätverket", "2021-04-30")),
        ("Vad | Vem | När\nTa fram en plan | Karin Ek | nästa möte", ("Karin Ek", None)),
        ("Uppdrag som pågår\n- Rutin för hemgång – Karin Ek, klart 30 april 2022", ("Karin Ek", "2022-04-30")),
        ("Uppgifter\n1. Ta fram mått – Ansvarig: Karin Ek, Region Ån – Klart: 1 maj 2022", ("Karin Ek", "2022-05-01")),
        ("Pågående uppdrag\n- Kartläggning av vägar (Karin Ek, 15 maj 2022)", ("Karin Ek", "2022-05-15")),
        ("Kansliet fick den 10 februari 2022 i uppdrag av rådet att skriva.", ("kansliet", None)),
    ],
)
def test_a_page_about_a_body_may_give_tasks(minutes, sentence, expected):
    text = f"Rådet för Ovanbygden\n\nRådet är ett forum.\n\n{sentence}\n"
    assert given(minutes(text, body="Rådet för Ovanbygden", kind="composition", persons=())) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbetsgruppen skriver förslag till rådet.",
        "Beredningsgruppen har i uppdrag att bereda ärenden.",
        "Kansliet ansvarar för att kalla till mötena.",
        "Rådet ska lämna förslag till gemensamma prioriteringar.",
        "Arbetsutskottet bereder ärendena till nämnden.",
        "Ansvarig: Karin Ek",
        "Varje år skickar rådet en hälsning till alla.",
    ],
)
def test_what_a_body_is_there_for_is_no_task(minutes, sentence):
    text = f"Rådet för Ovanbygden\n\nRådet är ett forum.\n\n{sentence}\n"
    assert given(minutes(text, body="Rådet för Ovanbygden", kind="composition")) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Styrgruppen beslutar att kansliet senast den 3 maj redovisar en plan.", ("kansliet", "2021-05-03")),
        ("FoU Ån mäter läget och lämnar en prognos i januari.", ("FoU Ån", "2022-01")),
        ("Ordf och badchefen besöker den nya hallen den 29 juni.", ("ordf", "badchefen", "2021-06-29")),
        ("Uppdraget till socialcheferna om en modell ska redovisas i maj.", ("socialcheferna", "2021-05")),
        ("Rådets ordförande, socialchef Ida Borg från Alby, får i uppgift att skriva.", ("Ida Borg", None)),
        ("Kansliet får i uppdrag att skriva. Delrapport på kansliet 11 juni.", ("kansliet", "2021-06-11")),
        ("Kansliet får i uppdrag att skriva. Arbetet ska vara klart i december 2021.", ("kansliet", "2021-12")),
        (
            "Gruppen för äldres hälsa har träffats. Gruppen ska lämna en plan senast 3 maj.",
            ("gruppen för äldres hälsa", "2021-05-03"),
        ),
    ],
)  # fmt: skip
def test_further_ways_to_give_a_task(minutes, sentence, expected):
    assert given(minutes(f"1. Start\nHej.\n\n2. Planen\n{sentence}\n\n3. Slut\nHej då.")) == [expected]


def test_the_day_of_publishing_at_the_head_closes_nothing(minutes):
    text = "Beslut i korthet\n\nPublicerad: 3 mars 2021\n\nRapport\n\nKansliet skriver ett svar till nästa möte.\n"
    text += "\nArvoden\n\nStyrgruppen godkänner dem för hela året som kommer.\n"
    assert [title for _, title in rows(minutes(text, persons=()))] == ["Rapport", "Arvoden"]


def test_a_usual_heading_may_go_on_on_a_page_that_is_one_line(minutes):
    text = (
        "1. Inledning och föregående anteckningar Karin Ek öppnar mötet. Allt är gott. 2. Budget Per Lund visar den. "
    )
    text += "Den är god. 3. Övrigt Inget togs upp av dem som var med. 4. Nästa möte Det hålls den 6 maj i Alby."
    assert rows(minutes(text))[0] == ("1", "Inledning och föregående anteckningar")
