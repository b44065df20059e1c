"""Bodies that others elect, names that go on below, who sits there as news tell it, titles of whole groups."""

from collections.abc import Callable

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _body(text: str) -> str | None:
    body = _facts(text).body
    return None if body is None else body.name


Attended = Callable[..., list[str]]
NEWS = "Aktuellt\n\nNya förtroendevalda\n\n"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Fullmäktige i ägarkommunerna har utsett personer till Byaförbundets styrelse.", "Byaförbundets styrelse"),
        ("Kommunfullmäktige i Sala och Heby har utsett ledamöter till Räddningsnämnden, som nu är på plats.",
         "Räddningsnämnden"),
        ("Politikerna i Hälsorådet enades om en plan.", "Hälsorådet"),
        ("Ledamöterna i Samrådet för vatten antog en vision.", "Samrådet för vatten"),
        ("Hälsorådet enades om en plan.", "Hälsorådet"),
    ],
)  # fmt: skip
def test_the_body_that_news_tell_of(sentence: str, name: str) -> None:
    assert _body(f"{NEWS}{sentence}\n") == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Minnesanteckningar\nLedningsgruppen för närsjukvård och omsorg\ni Mellanbygden",
         "Ledningsgruppen för närsjukvård och omsorg i Mellanbygden"),
        ("Minnesanteckningar Hälsorådet\n\nMinnesanteckningar från Hälsorådet för\nvård och skola i Mellanbygden",
         "Hälsorådet för vård och skola i Mellanbygden"),
        ("Minnesanteckningar Hälsorådet\n\nTid: 4 mars 2031", "Hälsorådet"),
        ("Minnesanteckningar Hälsorådet\n\nRådet möts i dag och\nför samtal om vatten.", "Hälsorådet"),
    ],
)  # fmt: skip
def test_names_that_go_on_below(head: str, name: str) -> None:
    assert _body(f"{head}\n\nNärvarande: Anna Ek, Sala, Bo Ström, Heby\n\n1. Inledning\nMötet öppnas.\n") == name


SEATED = (
    f"{NEWS}Mandatperioden 2031–2034 har börjat. Fullmäktige har valt ledamöter till Byaförbundets styrelse. "
    "Ordförande i styrelsen är Anna Ek, Sala. Förste vice ordförande är Bo Ström, Heby, och andre vice ordförande är "
    "Eva Öst, Tierp.\n\n"
    "I Uppsala är ingen utsedd än, så platsen är tills vidare vakant.\n"
)


def test_seats_and_terms_that_news_tell_of() -> None:
    facts = _facts(SEATED)
    assert {(row.person, row.body, row.role, row.organisation, row.start, row.end) for row in facts.memberships} == {
        ("Anna Ek", "Byaförbundets styrelse", "chair", "Sala", "2031", "2034"),
        ("Bo Ström", "Byaförbundets styrelse", "vice chair", "Heby", "2031", "2034"),
        ("Eva Öst", "Byaförbundets styrelse", "second vice chair", "Tierp", "2031", "2034"),
    }
    assert [(row.body, row.organisation, row.count) for row in facts.vacancies] == [
        ("Byaförbundets styrelse", "Uppsala", 1)
    ]


def test_an_office_elsewhere_behind_a_name() -> None:
    text = f"{HEAD}Ordförande i Vattenutskottet är Eva Öst, ordförande i miljönämnden i Tierp.\n"
    assert [(row.person, row.body, row.role, row.organisation) for row in _facts(text).memberships] == [
        ("Eva Öst", "Vattenutskottet", "chair", "Tierp"),
        ("Eva Öst", "miljönämnden", "chair", "Tierp"),
    ]


HEAD = "Protokoll Hälsorådet 2031-02-05\n\nNärvarande: Anna Ek, Sala, Bo Ström, Heby\n\n1. Vägar\n"


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        ("Närvarande: Anna Ek (Sala), Bo Ström (Heby) och Eva Öst (Tierp), samtliga socialchefer",
         ["Anna Ek | Sala | socialchef", "Bo Ström | Heby | socialchef", "Eva Öst | Tierp | socialchef"]),
        ("Närvarande: Anna Ek och Bo Ström, båda verksamhetsledare",
         ["Anna Ek | verksamhetsledare", "Bo Ström | verksamhetsledare"]),
        ("Närvarande:\nEva Öst, Tierp\n\nKommundirektörer:\nAnna Ek, Sala\nBo Ström, Heby",
         ["Eva Öst | Tierp", "Anna Ek | Sala | kommundirektör", "Bo Ström | Heby | kommundirektör"]),
        ("Närvarande: Anna Ek och Bo Ström, alla", ["Anna Ek", "Bo Ström"]),
        ("Närvarande: Xilo Kvarna (S), Zafira Nyhed (GL), Sala", ["Xilo Kvarna | S", "Zafira Nyhed | Sala | GL"]),
        ("Deltagare\nAnna Ek, socialchef Sala kommun\nBo Ström, jurist Heby kommun\n\nEj närvarande\nEva Öst, Tierp\n",
         ["Anna Ek | Sala | socialchef", "Bo Ström | Heby | jurist", "-Eva Öst | Tierp"]),
        ("Närvarande: Anna Ek, Sala, Bo Ström, konsult (punkten Våra vägar)",
         ["Anna Ek | Sala", "Bo Ström | konsult | Våra vägar"]),
        ("Närvarande: Anna Ek, Sala, Bo Ström, nämndsekreterare, samt under § 4 Eva Öst, upphandlare",
         ["Anna Ek | Sala", "Bo Ström | secretary | nämndsekreterare", "Eva Öst | upphandlare | § 4"]),
        ("Ledamöter och ersättare\nAnna Ek (S), Sala\nBo Ström (M), Heby",
         ["Anna Ek | Sala | S", "Bo Ström | Heby | M"]),
        ("Ledamöter\tNärv\tTjänstgörande ersättare\nAnna Ek (S), Sala\tX\nBo Ström (M), Heby\t-\tPer Lund (M), Heby",
         ["Anna Ek | Sala | S | member", "-Bo Ström | Heby | M | member", "Per Lund | Heby | M | substitute"]),
        ("Närvarande: Anna Ek, Sala, Bo Ström, Heby\nKunde inte vara med: Eva Öst (Tierp)\nVid tangenterna: Bo Ström",
         ["Anna Ek | Sala", "Bo Ström | Heby | secretary", "-Eva Öst | Tierp"]),
        ("Tjänstgörande ersättare\nAnna Ek (S), Sala", ["Anna Ek | Sala | S | substitute"]),
    ],
)  # fmt: skip
def test_titles_of_groups(attended: Attended, people: str, rows: list[str]) -> None:
    assert attended(people) == rows


@pytest.mark.parametrize(
    "words",
    [
        "Ordförande och sekreterare - Rådhuset, Sala. Ledamöter - via Teams.",
        "Presidiet: Rådhuset, Sala",
        "Ordförande och samordnare – Rådhuset, Sala. Övriga via Zoom",
        "Rådhuset, Sala",
    ],
)
def test_who_sat_where_is_no_part_of_the_place(words: str) -> None:
    text = f"Protokoll Hälsorådet 2031-02-05\n\nPlats: {words}\n\nNärvarande: Anna Ek, Sala\n\n1. Vägar\nInget.\n"
    meeting = _facts(text).meeting
    assert meeting is not None
    assert meeting.place == "Rådhuset, Sala"


def test_channels_below_an_address_are_nobody() -> None:
    text = (
        "Styrelsen\n\nLedamöter\nAnna Ek (S), ordförande, Sala\nBo Ström (M), Heby\nEva Öst (C), Tierp\n\n"
        "Frågor om styrelsen\nByarådets kansli, Sala\n\nFölj oss\nLinkedIn YouTube\n"
    )
    assert {row.person for row in _facts(text).memberships} == {"Anna Ek", "Bo Ström", "Eva Öst"}


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Anteckningar Hälsorådet\n4 mars 2031\nHeby, Kyrkskolan", "Heby, Kyrkskolan"),
        ("Hälsorådet\nProtokoll fört vid sammanträde i Heby fredagen den 7 mars 2031", "Heby"),
        ("Anteckningar Hälsorådet\n4 mars 2031\nHeby, Sala och Tierp", None),
        ("Anteckningar Hälsorådet\n4 mars 2031\nSamverkan i Heby", None),
        ("Hälsorådet\nProtokoll från möte i gruppen den 7 mars 2031", None),
    ],
)
def test_places_without_a_label(head: str, place: str | None) -> None:
    text = f"{head}\n\nNärvarande\nAnna Ek, Sala\nBo Ström, Heby\n\n1. Vägar\nInget.\n"
    meeting = _facts(text).meeting
    assert meeting is not None
    assert meeting.place == place


def test_a_day_without_a_year_lies_before_the_news() -> None:
    text = (
        "Nytt presidium\n\nVid årsstämman den 12 april valdes Anna Ek (M), Sala, till ordförande i Byarådets styrelse. "
        "Hon är vald för 2031–2034.\n\nPublicerad 2031-04-20\n"
    )
    document = _facts(text).document
    assert document is not None
    assert document.date == "2031-04-12"


def test_the_presidium_of_a_year_is_of_the_page_and_substitutes_stand_behind_their_members() -> None:
    text = (
        "Länsråd Vatten\n\nLänsråd Vatten är det politiska forumet för länets kommuner.\n\nPresidium 2031\n"
        "Ordförande: Anna Ek (S), Sala\nVice ordförande: Bo Ström (M), Heby\n\nLedamöter och ersättare\n\n"
        "Tierps kommun\nEva Öst (C), ersättare Per Lund (V)\n\nUppsala kommun\nLena Åberg (L), ersättare utses senare\n"
    )
    assert [(row.person, row.body, row.role) for row in _facts(text).memberships] == [
        ("Anna Ek", "Länsråd Vatten", "chair"),
        ("Bo Ström", "Länsråd Vatten", "vice chair"),
        ("Eva Öst", "Länsråd Vatten", "member"),
        ("Per Lund", "Länsråd Vatten", "substitute"),
        ("Lena Åberg", "Länsråd Vatten", "member"),
    ]


def test_who_is_chosen_again_and_until_when() -> None:
    text = (
        f"{NEWS}Samarbetsrådet Byarna samlades i Heby. Anna Ek, Sala, omvaldes till ordförande och Bo Ström (C), Heby, "
        "valdes till vice ordförande. Båda är valda till och med juni 2033. Eva Öst lämnar rådet efter tolv år.\n\n"
        "Bolaget ska planera trafiken i länet.\n\nPublicerad 16 maj 2031\n"
    )
    facts = _facts(text)
    assert [(row.person, row.role, row.organisation, row.end) for row in facts.memberships] == [
        ("Anna Ek", "chair", "Sala", "2033-06"),
        ("Bo Ström", "vice chair", "Heby", "2033-06"),
        ("Eva Öst", "member", None, None),
    ]
    assert facts.assignments == ()


def test_substitutes_for_somebody_and_the_office_of_a_page() -> None:
    text = (
        "Styrelse 2031-2034\n\nOrdinarie\nAnna Ek, Sala kommun (ordförande)\nBo Ström, Heby kommun\n\nErsättare\n"
        "Eva Öst, Tierps kommun – ersättare för Anna Ek\n\nFörbundskontor\nFörbundschef: Lena Åberg\nEkonom: Per Lund\n"
    )
    assert [(row.person, row.role) for row in _facts(text).memberships] == [
        ("Anna Ek", "chair"),
        ("Bo Ström", "member"),
        ("Eva Öst", "substitute"),
    ]
