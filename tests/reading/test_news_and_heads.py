"""Heads of other makes: places behind days, menus above titles, boards' notices; news that tell of a meeting."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

LIST = "\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Inledning\nMötet öppnas.\n"


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


@pytest.mark.parametrize(
    ("head", "day", "place"),
    [
        ("Protokoll Folkhälsorådet\nDatum: 24/9/2021\nPlats: Kommunhuset, Sala", "2021-09-24", "Kommunhuset, Sala"),
        ("Protokoll Folkhälsorådet 24.9.2021", "2021-09-24", None),
        ("Anteckningar Folkhälsorådet\n20210505 kl 13.15–15.00 Närsjukhuset, Sala", "2021-05-05", "Närsjukhuset, Sala"),
        (
            "Anteckningar Folkhälsorådet\nTorsdag 12 maj 2022, kl 9-12, Folkets hus, Sala",
            "2022-05-12",
            "Folkets hus, Sala",
        ),
        ("Anteckningar Folkhälsorådets möte den 3 maj 2022 i Sala", "2022-05-03", "Sala"),
        ("Anteckningar 3 maj 2022 Folkhälsorådet i Sala", "2022-05-03", None),
    ],
)
def test_days_and_places(head: str, day: str, place: str | None) -> None:
    meeting = _facts(head + "\n" + LIST).meeting
    assert meeting is not None
    assert (meeting.start, meeting.place) == (day, place)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Hoppa till huvudinnehåll\nMeny\nSök\nProtokoll från Folkhälsorådet 2021-05-05", "Folkhälsorådet"),
        ("Start / Samverkan / Folkhälsorådet\n\nProtokoll Folkhälsorådet 2021-05-05", "Folkhälsorådet"),
        ("Protokoll. Direktionen Sammanträdesdatum 2021-05-05", "Direktionen"),
        (
            "Protokoll fört vid möte med Rådet för hälsa, Stadshotellet i Sala den 5 maj 2021",
            "Rådet för hälsa",
        ),
        ("Protokoll från Nämnden för arbete, hälsa och kultur 2021-05-05", "Nämnden för arbete, hälsa och kultur"),
    ],
)
def test_names_of_bodies(head: str, name: str) -> None:
    body = _facts(head + "\n" + LIST).body
    assert body is not None
    assert body.name == name


def test_the_notice_on_the_board_names_the_body_after_the_head() -> None:
    text = "Protokoll\nStyrelsen för Ådalens kommuner\n2021-05-05\n" + LIST.split("1.")[0]
    body = _facts(text + "ANSLAG\nOrgan: Ådalens kommuners styrelse\n\n1. Inledning\nMötet öppnas.\n").body
    assert body is not None
    assert body.name == "Styrelsen för Ådalens kommuner"


@pytest.mark.parametrize(
    ("sentence", "body", "day", "place"),
    [
        ("Rådet för hälsa möttes i Sala den 1 december 2022.", "Rådet för hälsa", "2022-12-01", "Sala"),
        ("Den 1 december 2022 träffades Rådet för hälsa i Heby.", "Rådet för hälsa", "2022-12-01", "Heby"),
        (
            "I går samlades styrelsen för Ådalen på Folkets hus i Sala.",
            "styrelsen för Ådalen",
            "2022-12-04",
            "Folkets hus i Sala",
        ),
        (
            "Vid ett möte i Sala den 1 december 2022 enades alla, säger Anna Ek, ordförande i Rådet för hälsa.",
            "Rådet för hälsa",
            "2022-12-01",
            "Sala",
        ),
        ("Den 1 december 2022 träffades två gamla vänner i Heby.", None, "2022-12-01", "Heby"),
    ],
)
def test_news_of_a_meeting(sentence: str, body: str | None, day: str | None, place: str | None) -> None:
    facts = _facts(f"Nytt avtal\n\nPublicerad: 5 december 2022\n\n{sentence} Där skrevs avtalet under.\n")
    assert facts.document.published == "2022-12-05"
    assert (facts.body and facts.body.name) == body
    assert facts.document.date == day
    if day:
        assert facts.meeting is not None
        assert facts.meeting.place == place


def test_the_day_of_a_news_item_is_when_it_was_published() -> None:
    facts = _facts("Kommunförbundet\n\nNyhet 2023-04-21\n\nNy ordförande i styrelsen\n\nHon tar över efter sommaren.\n")
    assert (facts.document.date, facts.document.published) == (None, "2023-04-21")


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Från FoU Uppsala deltog Anna Ek, som visade läget.", [("Anna Ek", "FoU Uppsala")]),
        ("Från Region Uppsala medverkade Xu Fang.", [("Xu Fang", "Region Uppsala")]),
        ("Från och med i år deltog ingen alls.", []),
    ],
)
def test_who_took_part_from_whom(sentence: str, rows: list[tuple[str, str]]) -> None:
    facts = _facts(f"Nytt avtal\n\nPublicerad: 5 december 2022\n\nRådet för hälsa möttes i Sala. {sentence}\n")
    assert [(row.person, row.organisation) for row in facts.attendance] == rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Folkhälsorådet 2021-09-24\n\n1. Inledning\nLisa berättar.\n\n2. Skolan\nText.\n", "minutes"),
        ("Socialchefsnätverket 2021-05-05\n\nMötet öppnas\nText.\n\nVid anteckningarna\nBo Ström\n", "minutes"),
        ("Noteringar från Folkhälsorådet 2021-05-05\n\nVi talade om skolan.\n", "minutes"),
        ("Nytt avtal klart\n\nMötet öppnade för nya samarbeten i länet, säger Anna Ek.\n", "news"),
        ("Tio år med rådet\n\n1987 bildades rådet. Inledningen var trög.\n", "news"),
    ],
)
def test_minutes_without_a_list_of_people(text: str, kind: str) -> None:
    assert _facts(text).document.kind == kind


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Protokoll styrelsemöte 2021-05-05\nSamordningsförbundet Ån", "styrelsen"),
        ("Protokoll nr 4 för Vårdstyrgruppen Ån\nPlats: Teams", "Vårdstyrgruppen Ån"),
        ("Minnesanteckningar 2021-05-07 Vårdsamverkan Ån", "Vårdsamverkan Ån"),
        ("Styrgruppsmöte Nära vård 2021-05-05\nPlats: Teams", "Styrgrupp Nära vård"),
    ],
)
def test_bodies_of_further_titles(head: str, name: str) -> None:
    body = _facts(head + "\n" + LIST).body
    assert body is not None
    assert body.name == name


def test_a_hybrid_meeting_is_where_some_of_them_were() -> None:
    meeting = _facts(f"Protokoll Folkhälsorådet 2021-05-05\nPlats: Hybrid: Rådhuset i Sala och Teams\n{LIST}").meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == ("Rådhuset i Sala", "hybrid")


def test_a_distance_in_brackets_leaves_the_place() -> None:
    meeting = _facts(
        f"Protokoll Folkhälsorådet 2021-05-05\nPlats: Kvarnen, Torget 5, Heby (samt Teams)\n{LIST}"
    ).meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == ("Kvarnen, Torget 5, Heby", "hybrid")


def test_the_board_of_the_organisation_that_the_title_names() -> None:
    body = _facts(f"Protokoll fört vid styrelsemöte i Samordningsförbundet Ån torsdagen den 4 mars 2021\n{LIST}").body
    assert body is not None
    assert (body.name, body.kind) == ("styrelsen", "board")


def test_labels_of_who_leads_and_an_office_held_besides() -> None:
    people = "Mötesledare: Anna Ek\n\nNärvarande\nAnna Ek, it-chef\nBo Ström, kanslichef tillika sekreterare\n"
    facts = _facts(f"Anteckningar Folkhälsorådet 2021-05-05\n{people}\nEj deltagit: Eva Öst\n\n1. Inledning\nText.\n")
    assert [(row.person, row.role, row.title, row.status) for row in facts.attendance] == [
        ("Anna Ek", "chair", "it-chef", "present"),
        ("Bo Ström", "secretary", "kanslichef", "present"),
        ("Eva Öst", None, None, "absent"),
    ]
