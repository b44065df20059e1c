"""The head of a document: kind, day, place, manner, body, who led and who wrote."""

import pytest

from samverkan import register
from samverkan.facts import Facts, Meeting
from samverkan.reading import read


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _meeting(text: str) -> Meeting:
    meeting = _facts(text).meeting
    assert meeting is not None
    return meeting


def test_minutes_are_told_by_their_title() -> None:
    facts = _facts("Minnesanteckningar Styrgrupp vård 2021-03-04\n\nNärvarande: Anna Ek, Bo Ström\n")
    assert (facts.document.kind, facts.document.title) == ("minutes", "Minnesanteckningar Styrgrupp vård 2021-03-04")


def test_minutes_without_a_title_are_told_by_who_was_there() -> None:
    assert _facts("Styrgruppen\n2021-03-04\nNärvarande\nAnna Ek\nBo Ström\n").document.kind == "minutes"


def test_a_page_of_seats_is_a_composition_and_has_no_day() -> None:
    facts = _facts(
        "Samrådsgruppen\n\nLedamöter\nAnna Ek (S), Sala\nBo Ström (M), Heby\nEva Öst (C), Sala\n\n"
        "Möten 2023: 4 maj\nSenast uppdaterad: 2023-01-15\n"
    )
    assert (facts.document.kind, facts.document.date, facts.document.published) == ("composition", None, "2023-01-15")
    assert facts.meeting is None


def test_a_text_without_lists_or_minutes_is_news() -> None:
    assert _facts("Ny cykelväg\n\nI dag invigdes den nya cykelvägen mellan Sala och Heby.\n").document.kind == "news"


def test_a_document_in_which_nothing_is_found_is_no_error() -> None:
    facts = _facts("hej")
    assert (facts.attendance, facts.memberships, facts.body, facts.meeting) == ((), (), None, None)


def test_an_empty_text_is_no_error() -> None:
    assert _facts("").attendance == ()


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        pytest.param("Protokoll\nTid: 4 mars 2021 kl 9-12", "2021-03-04", "2021-03-04", id="label"),
        pytest.param("Protokoll\nDatum\n2021-03-04", "2021-03-04", "2021-03-04", id="label on its own line"),
        pytest.param(
            "Protokoll\nPlats och tid\tSala\n\tTorsdagen den 4 mars 2021", "2021-03-04", "2021-03-04", id="tab"
        ),
        pytest.param("Protokoll 2021-03-04", "2021-03-04", "2021-03-04", id="title"),
        pytest.param("Protokoll\nStyrgruppen\n4/3 2021", "2021-03-04", "2021-03-04", id="alone"),
        pytest.param("Anteckningar från möte den 4–5 mars 2021", "2021-03-04", "2021-03-05", id="two days"),
        pytest.param(
            "Protokoll\nTid: 2021-03-04 kl. 8.00-17.00 2021-03-05 kl. 8.00-12.00",
            "2021-03-04",
            "2021-03-05",
            id="both written",
        ),
        pytest.param(
            "Protokoll\nTid: 4 mars 2021\nJusteras 11 mars 2021",
            "2021-03-04",
            "2021-03-04",
            id="not the day of adjustment",
        ),
        pytest.param("Protokoll 4 mars", None, None, id="no year"),
    ],
)
def test_the_days_of_a_meeting(head: str, start: str | None, end: str | None) -> None:
    facts = _facts(head + "\n\nNärvarande: Anna Ek och Bo Ström\n\n1. Inledning\nNästa möte 2022-01-01.\n")
    assert facts.meeting is not None
    assert (facts.meeting.start, facts.meeting.end, facts.document.date) == (start, end, start)


def test_a_day_among_related_links_is_not_taken() -> None:
    text = (
        "Protokoll\nRelevanta dokument\nProtokoll 2014-05-03\nTranskript:\nPlats: Sala\nNärvarande: Anna Ek, Bo Ström\n"
    )
    assert _meeting(text).start is None


@pytest.mark.parametrize(
    ("body", "year"),
    [
        pytest.param("Protokollet från den 4 mars 2021 justeras.", "2021", id="the same day with its year"),
        pytest.param(
            "Arbetet avslutades 2020. Planen 2021 följs upp. Flytten sker 1 januari 2022.", "2021", id="between"
        ),
        pytest.param("Lagen träder i kraft 1 juli 2021. 2021 är ett bra år.", "2021", id="before what comes"),
        pytest.param("Planen 2021 och planen 2020 följs upp.", None, id="two years open"),
        pytest.param("Enligt SOU 2018:39 är det så.", None, id="the year of a report"),
        pytest.param("Nästa möte: 20 maj 2021.", "2021", id="shortly before the next meeting"),
        pytest.param("Nästa möte: 20 januari 2022.", None, id="long before the next meeting"),
        pytest.param("Inget sägs.", None, id="nothing"),
    ],
)
def test_the_year_is_settled_only_where_the_text_settles_it(body: str, year: str | None) -> None:
    text = f"Minnesanteckningar 4 mars\n\nNärvarande: Anna Ek och Bo Ström\n\n1. Inledning\n{body}\n"
    assert _meeting(text).start == (f"{year}-03-04" if year else None)


def test_a_weekday_settles_the_year_among_those_named() -> None:
    text = (
        "Protokoll\nTid: Torsdagen den 4 mars\nNärvarande: Anna Ek, Bo Ström\n"
        "1. Mål\nPlan för 2021 och 2022. Utfall 2020.\n"
    )
    assert _meeting(text).start == "2021-03-04"


@pytest.mark.parametrize(
    ("line", "place", "mode"),
    [
        pytest.param("Plats: Rådhuset, Sala", "Rådhuset, Sala", "in person", id="label"),
        pytest.param("Lokal: Stora salen", "Stora salen", "in person", id="room"),
        pytest.param(
            "Plats och tid\tKommunhuset, Heby, kl 8.30-12.20", "Kommunhuset, Heby", "in person", id="with hours"
        ),
        pytest.param("Plats och datum: Sala 2021-03-04", "Sala", "in person", id="with the day"),
        pytest.param("Tid och plats\t4 mars 2021 kl 9\n\tRådhuset", "Rådhuset", "in person", id="on the line below"),
        pytest.param("Plats: Rådhuset och via Teams", "Rådhuset", "hybrid", id="both"),
        pytest.param("Plats: Teams", None, "online", id="teams"),
        pytest.param("Mötet genomfördes via Zoom.", None, "online", id="in a sentence"),
        pytest.param("Tid: kl 9", None, None, id="neither"),
    ],
)
def test_place_and_manner(line: str, place: str | None, mode: str | None) -> None:
    meeting = _meeting(
        f"Protokoll Styrgruppen 2021-03-04\n{line}\n\nNärvarande: Anna Ek och Bo Ström\n\n1. Inledning\nText.\n"
    )
    assert (meeting.place, meeting.mode) == (place, mode)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Protokoll från sammanträde med styrgruppen för digital utveckling", "styrgruppen för digital utveckling"),
        (
            "Minnesanteckningar från möte med\nLedningsgruppen för vård i\nSala och Heby",
            "Ledningsgruppen för vård i Sala och Heby",
        ),
        ("Minnesanteckning till styrgrupp Vård 2021-03-04", "styrgrupp Vård"),
        ("Anteckningar Kommunrådet den 4 mars", "Kommunrådet"),
        ("Sammanträdesprotokoll\nStyrelsen för Salaregionen", "Styrelsen för Salaregionen"),
        ("PROTOKOLL\nREGIONSTYRELSEN\nArbetsutskottet", "regionstyrelsens arbetsutskott"),
        ("Protokoll\nOrgan\tSamverkansnämnden norr", "Samverkansnämnden norr"),
        ("Nätverk för kulturchefer – Sala\nAnteckningar", "Nätverk för kulturchefer"),
        ("KALLELSE/PROTOKOLL Kollektivtrafikrådet", "Kollektivtrafikrådet"),
    ],
)
def test_the_body_is_named_in_title_field_or_letterhead(head: str, name: str) -> None:
    body = _facts(f"{head}\n\nNärvarande: Anna Ek och Bo Ström\n").body
    assert body is not None
    assert body.name == name


def test_a_body_that_the_document_does_not_name_is_none() -> None:
    body = _facts("Anteckningar\n\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n").body
    assert body is None or body.name is None


@pytest.mark.parametrize(
    ("signature", "chair", "secretary"),
    [
        pytest.param("Vid protokollet\nEva Öst", None, "Eva Öst", id="name below"),
        pytest.param("Vid anteckningarna: Eva Öst", None, "Eva Öst", id="name beside"),
        pytest.param("Antecknat av\nEva Öst, kanslist", None, "Eva Öst", id="with title"),
        pytest.param(
            "Sekreterare ______ Eva Öst\nOrdförande ______ Bo Ström", "Bo Ström", "Eva Öst", id="lines to sign on"
        ),
        pytest.param("Eva Öst\tBo Ström\nsekreterare\tordförande", "Bo Ström", "Eva Öst", id="names over roles"),
        pytest.param("__________\nEva Öst\nSekreterare", None, "Eva Öst", id="name over one role"),
        pytest.param("Eva Öst väljs till sekreterare.", None, "Eva Öst", id="chosen"),
        pytest.param("Bo Ström utses att leda dagens möte.", "Bo Ström", None, id="chosen to lead"),
        pytest.param("Sekreteraren går igenom läget.", None, None, id="only spoken of"),
    ],
)
def test_who_led_and_who_wrote(signature: str, chair: str | None, secretary: str | None) -> None:
    text = (
        f"Protokoll Styrgruppen 2021-03-04\n\nNärvarande: Anna Ek och Bo Ström\n"
        f"\n1. Inledning\nMötet öppnas.\n\n{signature}\n"
    )
    meeting = _meeting(text)
    assert (meeting.chair, meeting.secretary) == (chair, secretary)


def test_the_chair_of_the_list_leads() -> None:
    assert _meeting("Protokoll\nNärvarande\nAnna Ek, ordförande\nBo Ström\n\n1. Mål\nText\n").chair == "Anna Ek"
