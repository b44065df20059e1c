"""Assignments of those at the table: what persons do or will do, are asked to do, and are named for."""

import pytest

from samverkan.reading.acts.assignments import read_assignments
from samverkan.reading.items.agenda import read_agenda

KARIN, PER = ("Karin Ek",), ("Per Lund",)


def given(context):
    return [(row.assignee, row.task, row.due) for row in read_assignments(context, read_agenda(context))]


def item(text):
    return f"1. Start\nHej.\n\n2. Planen\n{text}\n\n3. Slut\nHej då."


@pytest.mark.parametrize(
    ("sentence", "who", "task", "due"),
    [
        ("Per lägger in mötena i kalendern.", PER, "lägga in mötena i kalendern", None),
        ("Karin hör av sig till skolan.", KARIN, "höra av sig till skolan", None),
        ("Karin tar upp frågan i chefsnätverket.", KARIN, "ta upp frågan i chefsnätverket", None),
        ("Karin Ek och Per Lund samlar svaren.", (*KARIN, *PER), "samla svaren", None),
        ("Det blir Karin som kontaktar skolan.", KARIN, "kontakta skolan", None),
        ("Karin ska prova verktyget.", KARIN, "prova verktyget", None),
        ("Karin ska, tillsammans med Per, ta fram en plan.", (*KARIN, *PER), "ta fram en plan", None),
        ("Vid nästa möte redovisar Per läget.", PER, "redovisa läget", None),
        ("-> Per skickar ut länken", PER, "skicka ut länken", None),
        ("Per: ta kontakt med skolan", PER, "ta kontakt med skolan", None),
        ("Karin – boka lokal", KARIN, "boka lokal", None),
        ("Vi ber Per att ta fram mått till mötet i maj.", PER, "ta fram mått till mötet i maj", "2021-05"),
        ("Gruppen bad Karin att sammanställa svaren.", KARIN, "sammanställa svaren", None),
        ("Uppdraget att skriva ges till Karin Ek.", KARIN, "skriva", None),
        ("Uppdraget gick till Per att skriva.", PER, "skriva", None),
        ("Karin har åtagit sig att skriva.", KARIN, "skriva", None),
        ("Ansvarig för att boka lokal är Per.", PER, "boka lokal", None),
        ("Kansliet ska redovisa utfallet i maj 2021.", ("kansliet",), "redovisa utfallet i maj 2021", "2021-05"),
        ("Medlemmarna uppmanas svara senast 5 maj.", ("medlemmarna",), "svara", "2021-05-05"),
        ("Respektive kommun utser en person senast den 6 maj.", ("respektive kommun",), "utse en person", "2021-05-06"),
        (
            "Kansliet får i uppdrag att utreda frågan och redovisa den 6 maj 2021.",
            ("kansliet",), "utreda frågan och redovisa den 6 maj 2021", "2021-05-06",
        ),
    ],
)  # fmt: skip
def test_what_those_at_the_table_take_on_is_an_assignment(minutes, sentence, who, task, due):
    assert given(minutes(item(sentence))) == [(who, task, due)]


def test_two_persons_of_one_sentence_have_a_task_each(minutes):
    assert given(minutes(item("Till nästa gång: Per kollar lokaler, Karin skriver en inbjudan."))) == [
        (PER, "kolla lokaler", None),
        (KARIN, "skriva en inbjudan", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin tar upp frågan om lokaler.",
        "Karin samlar in pengar varje år.",
        "Karin samordnar sedan 2019 nätverket.",
        "Per skriver i sitt brev att läget är svårt.",
        "Per presenterar budgeten.",
        "Karin ska börja på ett nytt arbete.",
        "Per föreslår att Karin bokar lokal.",
        "Karin: alla behöver hjälpas åt med detta",
        "Kommunerna svarar var för sig, senast den 1 maj 2021.",
        "Skolverket följer frågan och återkommer till hösten.",
        "Frågan God vård ska diskuteras i maj.",
        "Karin återkommer inte till ämnet?",
    ],
)
def test_what_somebody_tells_or_always_does_is_no_assignment(minutes, sentence):
    assert given(minutes(item(sentence))) == []


@pytest.mark.parametrize(
    ("cell", "due"),
    [("2021-10", "2021-10"), ("2021-13", None)],
)
def test_a_month_in_figures_is_a_day_of_a_table(minutes, cell, due):
    assert given(minutes(item(f"Åtgärd: Boka lokal\nAnsvarig: Karin Ek\nKlart: {cell}"))) == [
        (KARIN, "Boka lokal", due)
    ]
