"""Decisions, tasks and remisser in forms of their own: numbered clauses, leads in small letters, pages of a body."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

HEAD = "Protokoll e-nämnden 3 maj 2031\n\nNärvarande\nAnna Ek, Sala\nBo Alm, Heby\n\n"


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


@pytest.mark.parametrize(
    ("item", "resolved"),
    [
        ("e-nämnden beslutar\natt\tgodkänna dagordningen.", ["approved"]),
        ("Utfallet till och med april visar ett mindre underskott, 140 000 kronor, som beror på dubbla licenser\n"
         "och på att priset ändrats. Det väntas bli mindre.\ne-nämnden beslutar\natt\tavslå begäran.", ["rejected"]),
        ("Nämnden beslutar\n1 att godkänna avtalet,\n2 att uppdra åt chefen att redovisa kostnaderna.",
         ["approved", "commissioned"]),
        ("Nämnden beslutar att bevilja föreningen 600 000 kronor, samt\natt uppdra åt chefen att följa upp beslutet.",
         ["approved", "commissioned"]),
        ("Nämnden beslutar\natt till justerare välja Erik Vik.", ["appointed"]),
        ("Nämnden tackade för informationen, som noterades.", ["noted"]),
        ("Budgeten för 2032 godkändes.", ["approved"]),
        ("Budgeten för 2032 godkändes 2030.", []),
        ("Den 3 mars 2030 godkändes budgeten.", []),
    ],
)  # fmt: skip
def test_what_was_resolved(item: str, resolved: list[str]) -> None:
    assert [row.outcome for row in _facts(f"{HEAD}§ 1\nÄrendet\n{item}\n").decisions] == resolved


def test_a_lead_in_small_letters_is_no_part_of_the_title() -> None:
    items = _facts(f"{HEAD}§ 1\nGodkännande av dagordning\ne-nämnden beslutar\natt\tgodkänna den.\n").agenda
    assert [row.title for row in items] == ["Godkännande av dagordning"]


PAGE = "Gruppen för kultur\n\nGruppen är ett forum.\n\nLedamöter\nAnna Ek, Sala\nBo Alm, Heby\nEva Öst, Tierp\n\n"


@pytest.mark.parametrize(
    ("heading", "resolved"),
    [
        ("Beslut i korthet, mötet den 3 maj 2031", ["approved", "deferred"]),
        ("BESLUT VID MÖTET DEN 3 MAJ 2031", ["approved", "deferred"]),
        ("Från senaste mötet", ["approved", "deferred"]),
        ("Så arbetar vi", []),
        ("Gruppens beslut", []),
    ],
)
def test_a_page_tells_what_a_meeting_decided_below_a_heading_that_says_so(heading: str, resolved: list[str]) -> None:
    told = f"{heading}\n\n• Gruppen godkände Kulturplan 2032.\n• Frågan om scenen bordlades.\n\nKontakt\nAnna Ek\n"
    assert [row.outcome for row in _facts(PAGE + told).decisions] == resolved


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ("Departementet har betänkandet Lika för alla (SOU 2031:9) ute på remiss hos kommunerna, svar 20 januari 2032.",
         ("Lika för alla (SOU 2031:9)", ("kommunerna",), "2032-01-20")),
        ("Förbundet har skickat Plan för lärande på remiss till nätverket och vill ha svar senast 16 juni 2031.",
         ("Plan för lärande", ("nätverket",), "2031-06-16")),
        ("Länsstyrelsen har remitterat Regional digital agenda till kommunerna. Remisstiden slutar 2031-09-16.",
         ("Regional digital agenda", ("kommunerna",), "2031-09-16")),
        ("Förslag till ändrade föreskrifter om fiske är utsänt på remiss till länets råd, svar 1 juni 2031.",
         ("föreskrifter om fiske", ("länets råd",), "2031-06-01")),
    ],
)  # fmt: skip
def test_drafts_that_are_out(said: str, draft: tuple[str, tuple[str, ...], str]) -> None:
    assert [(row.subject, row.to, row.due) for row in _facts(f"{HEAD}§ 1 Ärendet\n{said}\n").referrals] == [draft]
