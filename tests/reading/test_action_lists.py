"""Lists of tasks: tables by their heads, lines by their labels, names beside tasks below `Att göra`."""

import pytest

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.items.agenda import read_agenda


def given(context):
    return [(row.assignee, row.task, row.due, row.item) for row in read_assignments(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


ROWS = [(("Karin Ek",), "Boka lokal", "2021-04-12", "2"), (("Per Lund", "Lena Åberg"), "Skriva brev", "2021-05", "2")]


@pytest.mark.parametrize(
    "table",
    [
        "Åtgärd\tAnsvarig\tKlart\nBoka lokal\tKarin Ek\t12 april\nSkriva brev\tPer, Lena\tmaj",
        "Vem   Vad   När\nKE   Boka lokal   12/4\nPer L och LÅ   Skriva brev   maj",
        "Åtgärd/Ansvarig/Klart\nBoka lokal / Karin / 12/4\nSkriva brev / Per, Lena / maj",
        "| Att göra | Vem | Klart senast |\n| Boka lokal | Karin | 2021-04-12 |\n| Skriva brev | Per och Lena | maj |",
        "Uppgift\nAnsvarig\nKlart\nBoka lokal\nKarin\n12 april\nSkriva brev\nPer/Lena\nmaj",
        "Åtgärd: Boka lokal\nAnsvarig: Karin\nKlart: 12 april\nÅtgärd: Skriva brev\nAnsvarig: Per, Lena\nKlart: maj",
    ],
    ids=["tabs", "spaces-and-initials", "slashes", "bars", "a-cell-a-line", "labels"],
)
def test_columns_say_what_who_and_when(minutes, table):
    assert given(minutes(item(table))) == ROWS


def test_a_column_may_give_the_item(minutes):
    table = "Punkt\tAtt göra\tVem\tNär\n1\tBoka lokal\tKarin\t-\n3\tSkriva brev\tPer\t12 april"
    assert given(minutes(item(table))) == [
        (("Karin Ek",), "Boka lokal", None, "1"),
        (("Per Lund",), "Skriva brev", "2021-04-12", "3"),
    ]


def test_a_table_may_stand_above_the_items(minutes):
    table = "Vad\tVem\tKlart\nBoka lokal\tKarin\t12 april\n\n"
    assert given(minutes(table + item("Hej."))) == [(("Karin Ek",), "Boka lokal", "2021-04-12", None)]


@pytest.mark.parametrize(
    "table",
    [
        "Namn\tKommun\tFunktion\nKarin Ek\tAlby\tchef",
        "Vad\tKostnad\tÅr\nLokal\t12 000\t2021",
        "Åtgärd\tAnsvarig\nBoka lokal\tsnarast möjligt",
    ],
    ids=["people", "no-who", "nobody"],
)
def test_other_tables_give_nobody_anything(minutes, table):
    assert given(minutes(item(table))) == []


@pytest.mark.parametrize(
    ("text", "who", "task", "due"),
    [
        ("Skicka ut enkäten. Ansvarig: Lena, klart den 3 maj", ("Lena Åberg",), "Skicka ut enkäten", "2021-05-03"),
        ("Boka lokal senast 12 april.\nAnsvarig: Karin Ek", ("Karin Ek",), "Boka lokal", "2021-04-12"),
        ("• Boka lokal. Ansvarig: KE", ("Karin Ek",), "Boka lokal", None),
        ("Boka lokal (ansvarig: kansliet)", ("kansliet",), "Boka lokal", None),
        ("Att göra:\n- Karin: boka lokal", ("Karin Ek",), "boka lokal", None),
        ("Att göra till nästa möte\n• Boka lokal – Per L", ("Per Lund",), "Boka lokal", None),
        ("Åtgärder:\n- Boka lokal (Per Lund)", ("Per Lund",), "Boka lokal", None),
    ],
)
def test_a_label_or_a_place_in_the_list_says_whose_task_it_is(minutes, text, who, task, due):
    assert given(minutes(item(text))) == [(who, task, due, "2")]


@pytest.mark.parametrize("text", ["Åtgärder:\n- Boka lokal\n- Skriva brev", "Ansvarig: oklart", "Boka lokal – snart"])
def test_a_task_without_anybody_is_no_assignment(minutes, text):
    assert given(minutes(item(text))) == []


def test_a_bullet_may_end_with_whose_task_it_is_but_not_with_who_spoke(minutes):
    text = "Rådet var överens om följande:\n- Boka lokal till mötet (Karin)\n- Nya lokaler i Storby (Per Lund)"
    assert given(minutes(item(text))) == [(("Karin Ek",), "Boka lokal till mötet", None, "2")]


def test_an_item_called_tasks_is_a_list_of_them(minutes):
    text = "1. Start\nHej.\n\n2. Uppdrag till nästa möte\nKarin - boka lokal\nPer - skriva brev\nLena - inget"
    assert [(who, task) for who, task, _, _ in given(minutes(text))] == [
        (("Karin Ek",), "boka lokal"),
        (("Per Lund",), "skriva brev"),
    ]
