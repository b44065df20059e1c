"""Decisions about what waits: taken up again, put to a later meeting, voted down; and what merely goes on."""

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
        ("Frågan tas upp igen när lagen är klar.", "deferred"),
        ("Frågan om lokal får vänta och tas upp igen i höst.", "deferred"),
        ("Frågan förs vidare till styrgruppens möte i juni.", "deferred"),
        ("Ärendet återupptas i november.", "deferred"),
        ("Beslut i frågan tas vid nästa möte.", "deferred"),
        ("Styrgruppen väntar med beslut till hösten.", "deferred"),
        ("Styrgruppen ställde sig positiv till planen.", "endorsed"),
        ("Förslaget röstades ned.", "rejected"),
        ("Att jämte ordföranden justera utsågs Per Lund.", "appointed"),
        ("Färre har sökt sedan vecka 38. Styrgruppen noterar informationen.", "noted"),
    ],
)
def test_what_waits_falls_or_is_taken_up_again_is_decided(minutes, sentence, outcome):
    assert outcomes(minutes(item(sentence))) == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kaffe tas vid nästa möte.",
        "Frågan om platsen får därför vänta tills arbetet är färdigt.",
        "Staden väntar på beslut från regeringen.",
        "Arbetet förs vidare till kommunerna.",
    ],
)
def test_what_merely_waits_or_goes_on_is_no_decision(minutes, sentence):
    assert outcomes(minutes(item(sentence))) == []
