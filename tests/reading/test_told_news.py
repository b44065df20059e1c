"""News that tell of a meeting or of a body: who, where, on which day, in what manner."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read


def _news(text: str) -> Facts:
    return read(f"Nyheter från länet\n\nPublicerad 20 maj 2033\n\n{text}\n", register.shipped()).facts


@pytest.mark.parametrize(
    ("sentence", "body", "day", "place"),
    [
        (
            "När styrelsen för Samordningsförbundet Ån samlades på Hotell Kusten i Säffle den 31 januari valdes två.",
            "styrelsen för Samordningsförbundet Ån",
            "2033-01-31",
            "Hotell Kusten i Säffle",
        ),
        ("Vid styrelsemötet den 3 maj i Heby antogs en plan.", "styrelsen", "2033-05-03", "Heby"),
        ("Vid Hälsorådets sammanträde den 3 maj i Heby antogs en plan.", "Hälsorådet", "2033-05-03", "Heby"),
        (
            "Den 14 mars höll Norra samverkansgruppen sitt möte i Arvika.",
            "Norra samverkansgruppen",
            "2033-03-14",
            "Arvika",
        ),
        (
            "Den 14 mars möttes den regionala beredningen för kultur i Umeå.",
            "regionala beredningen för kultur",
            "2033-03-14",
            "Umeå",
        ),
        (
            "Region Uppsala bjöd in till dialogseminariet Nära barn i Falun den 5 maj.",
            "Nära barn",
            "2033-05-05",
            "Falun",
        ),
        (
            "Ett hundratal chefer var samlade i Ludvika den 5 maj när länskonferensen hölls.",
            "länskonferensen",
            "2033-05-05",
            "Ludvika",
        ),
        ("I Piteå möttes Norra samverkansrådet den 6 maj.", "Norra samverkansrådet", "2033-05-06", "Piteå"),
        ("Vid mötet i Växjö den 14 maj utsåg Hälsorådet en arbetsgrupp.", "Hälsorådet", "2033-05-14", "Växjö"),
        ("I går möttes Hälsorådet i Heby.", "Hälsorådet", "2033-05-19", "Heby"),
        ("På tisdagen möttes Hälsorådet i Heby.", "Hälsorådet", "2033-05-17", "Heby"),
    ],
)
def test_who_met_where_and_when(sentence: str, body: str, day: str, place: str) -> None:
    facts = _news(sentence)
    assert facts.document.kind == "news"
    assert facts.body is not None
    assert facts.body.name == body
    assert facts.meeting is not None
    assert (facts.meeting.start, facts.meeting.place, facts.meeting.mode) == (day, place, "in person")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Barn- och ungdomsrådet har fått en ny ordförande.", "Barn- och ungdomsrådet"),
        ("Kommunerna bildar en nämnd, som får namnet Gemensamma lärnämnden.", "Gemensamma lärnämnden"),
        ("Anna Ek, ordförande i Vårdrådet Ådalen, är nöjd med avtalet.", "Vårdrådet Ådalen"),
        ("Nästa vecka möts Hälsorådet i Heby.", None),
        ("Regeringen har beslutat om nya regler.", None),
        ("Avtalet skrevs under i Sala på morgonen och nämnden tar över i sommar.", None),
        ("Nämnden startar i höst.", None),
    ],
)
def test_bodies_without_a_meeting(sentence: str, body: str | None) -> None:
    facts = _news(sentence)
    assert (facts.body and facts.body.name) == body
    assert facts.meeting is None


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Kulturnämnden beslutade den 28 april 2033 att sända ut ett förslag på remiss till alla.", "2033-04-28"),
        ("Avtalet om vuxnas lärande skrevs under i rådhuset på tisdagen av fem kommuner.", "2033-05-17"),
        ("Den nya gemensamma nämnden för vuxnas lärande startar 1 januari 2034 i Sala.", None),
        ("Svar på förslaget om vuxnas lärande ska lämnas senast den 3 maj 2033 till nämnden.", None),
    ],
)
def test_the_day_that_news_are_about(lead: str, day: str | None) -> None:
    assert _news(lead).document.date == day


def test_a_meeting_at_a_distance() -> None:
    meeting = _news("Den 3 maj sammanträdde Regionala kulturnämnden digitalt.").meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == (None, "online")
