"""Headings of lists of people with a term behind them, by rarer words, or without their lines."""

import pytest

from samverkan import register
from samverkan.reading import read
from samverkan.reading.people.sections import heading_at

KNOWN = register.shipped()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Ledamöter mandatperioden 2031–2034", "member"),
        ("Ersättare under perioden 2031-2034", "substitute"),
        ("Ledamöter för mandatperioden 2031-2034:", "member"),
        ("Ledamöter från och med 1 januari 2031", "member"),
        ("Suppleanter t.o.m. 2031-12-31", "substitute"),
        ("Ordinarie ledamöter innevarande mandatperiod", "member"),
        ("Styrelseersättare", "substitute"),
        ("Nämndens suppleanter", None),
        ("Ledamöter i mars", None),
        ("Medlemmar från 2031 betalar", None),
    ],
)
def test_a_term_belongs_to_the_heading(words: str, role: str | None) -> None:
    found = heading_at(words, 0, len(words))
    assert (found.role if found else None) == role
    assert found is None or found.end == len(words)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Dessutom närvarade:", "present"),
        ("Därutöver var närvarande", "present"),
        ("Övriga som närvarade", "present"),
        ("Frånvarande ledamot:", "absent"),
        ("Avanmälda:", "absent"),
        ("Uteblivna ledamöter", "absent"),
        ("Plats och tid", None),
        ("Dessutom beslutades:", None),
        ("Därutöver finns nätverk", None),
    ],
)
def test_who_was_there_by_rarer_words(words: str, status: str | None) -> None:
    found = heading_at(words, 0, len(words))
    assert (found.status if found else None) == status


def test_others_who_were_there_stand_below_the_absent() -> None:
    text = (
        "Protokoll Hälsorådet 2031-05-05\n\nNärvarande ledamöter:\nAnna Ek (S), Sala, ordförande\n\n"
        "Frånvarande ledamot:\nBo Ström (M), Heby\n\nDessutom närvarade:\nEva Lind, ekonom\n\n"
        "§ 1\nBudget\nRådet godkänner den.\n"
    )
    people = [(row.person, row.role, row.status) for row in read(text, KNOWN).facts.attendance]
    assert people == [("Anna Ek", "chair", "present"), ("Bo Ström", "member", "absent"), ("Eva Lind", None, "present")]


def test_a_paragraph_that_tells_of_somebody_opens_no_list() -> None:
    text = (
        "Hälsorådet\n\nHälsorådet är ett politiskt forum.\n\nGäst från Skolverket\n\n"
        "Eva Lind från Skolverket medverkade vid mötet och berättade om nya yrkespaket för skolorna i länet.\n\n"
        "Det här är rådet\n\nRådet har tre ledamöter.\n\nAnna Ek, Sala, ordförande\nBo Ström, Heby\nKarin Berg, "
        "Avesta\n"
    )
    assert [(row.person, row.role) for row in read(text, KNOWN).facts.memberships if row.role != "chair"] == [
        ("Bo Ström", "member"),
        ("Karin Berg", "member"),
    ]


def test_two_headings_that_have_lost_their_lines() -> None:
    text = (
        "1 Norra kommunalförbundet PROTOKOLL 1 (3) Direktionen 2031-05-14 Plats och tid Gruvstationen, Sala, Lilla "
        "salen kl 13.00 15.40 Beslutande Ledamöter Anders Holm (S) ordförande Sala Karin Friis (M) 1:e vice "
        "ordförande Heby Leif Berg (C) Avesta, 41-46 Tjänstgörande ersättare Elisabet Lund (KD) Norberg för Per Ström "
        "(M) Tjänstemän Carina Lind förbundsdirektör Erik Palm sekreterare "
        "Utses att justera Karin Friis Paragrafer 41-43\n\n"
        "2 Norra kommunalförbundet PROTOKOLL 2 (3) Direktionen 2031-05-14 41 Val av justerare Direktionen beslutar att "
        "utse Karin Friis att justera protokollet. 42 Fastställande av dagordning Direktionen beslutar att fastställa "
        "dagordningen. 43 Budget 2032 Direktionen beslutar att godkänna Budget 2032. "
        "Förbundet räknar med ett överskott, och ägarna får del av det. Revisorerna har inget att invända. "
        "Karin Friis tackar för ett väl utfört arbete.\n"
    )
    facts = read(text, KNOWN).facts
    assert facts.meeting is not None
    assert facts.meeting.place == "Gruvstationen, Sala, Lilla salen"
    assert facts.meeting.chair == "Anders Holm"
    assert [row.person for row in facts.attendance if row.status == "present"] == [
        "Anders Holm", "Karin Friis", "Leif Berg", "Elisabet Lund", "Carina Lind", "Erik Palm",
    ]  # fmt: skip
    assert [row.number for row in facts.agenda] == ["41", "42", "43"]
