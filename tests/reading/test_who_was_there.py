"""Lists of who was there in further makes: ticks, sides before names, told headings, tables with bars, signatures."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

HEAD = "Minnesanteckningar Hälsorådet 2031-05-05\n\n"
ITEMS = "\n\n1. Inledning\nMötet öppnas.\n\n2. Övrigt\nInget.\n"


def _facts(people: str, items: str = ITEMS) -> Facts:
    return read(HEAD + people + items, register.shipped()).facts


def _rows(people: str, items: str = ITEMS) -> list[str]:
    return [
        " | ".join(each or "-" for each in (row.person, row.organisation, row.role, row.status, row.time))
        for row in _facts(people, items).attendance
    ]


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        (
            "Kallade:\nX  Anna Ek, Sala\n-  Bo Ström, Heby\nX  Eva Öst, Sala",
            [
                "Anna Ek | Sala | - | present | -",
                "Bo Ström | Heby | - | absent | -",
                "Eva Öst | Sala | - | present | -",
            ],
        ),
        (
            "Deltagare:\n- Anna Ek, Sala\n- Bo Ström, Heby",
            ["Anna Ek | Sala | - | present | -", "Bo Ström | Heby | - | present | -"],
        ),
        (
            "Närvarande Region Uppsala: Anna Ek, jurist, Sala kommun: Bo Ström, ekonom",
            ["Anna Ek | Region Uppsala | - | present | -", "Bo Ström | Sala | - | present | -"],
        ),
        (
            "Vi som var med: Anna Ek (Sala) och Bo Ström (Heby).\nKunde inte komma: Eva Öst (Sala).",
            [
                "Anna Ek | Sala | - | present | -",
                "Bo Ström | Heby | - | present | -",
                "Eva Öst | Sala | - | absent | -",
            ],
        ),
        (
            "Namn | Kommun | Närvaro\nAnna Ek | Sala | x\nBo Ström | Heby | -\n",
            ["Anna Ek | Sala | - | present | -", "Bo Ström | Heby | - | absent | -"],
        ),
        (
            "Deltagare\nNamn\tFunktion\tOrganisation\nAnna Ek\tjurist\tSala kommun\ttill och med punkt 4\n"
            "Bo Ström\tekonom\tHeby kommun",
            ["Anna Ek | Sala | - | present | till och med punkt 4", "Bo Ström | Heby | - | present | -"],
        ),
        (
            "Deltagare: Anna Ek, Sala\nInbjudna: Bo Ström och Eva Öst, FoU Uppsala, punkt 4",
            [
                "Anna Ek | Sala | - | present | -",
                "Bo Ström | FoU Uppsala | guest | present | punkt 4",
                "Eva Öst | FoU Uppsala | guest | present | punkt 4",
            ],
        ),
        (
            "Närvarande: Sala kommun: Anna Ek, Heby kommun: -, Länsstyrelsen: Bo Ström",
            ["Anna Ek | Sala | - | present | -", "Bo Ström | Länsstyrelsen | - | present | -"],
        ),
        (
            "Ledamöter\nAnna Ek, Sala\n\nFrån kansliet\nBo Ström, jurist",
            ["Anna Ek | Sala | member | present | -", "Bo Ström | - | - | present | -"],
        ),
        (
            "Ledamöter      Anna Ek      Sala\nErsättare      Bo Ström     Heby\nKanslichef     Eva Öst",
            [
                "Anna Ek | Sala | member | present | -",
                "Bo Ström | Heby | substitute | present | -",
                "Eva Öst | - | - | present | -",
            ],
        ),
        (
            "Beslutande\nAnna Ek (S), Sala, tjänstgör för Bo Ström (M), Heby",
            ["Anna Ek | Sala | substitute | present | -", "Bo Ström | Heby | - | absent | -"],
        ),
        (
            "Beslutande\nAnna Ek (S), Sala\n\nJusteras\n\nAnna Ek\tBo Ström\nOrdförande\tJusterare\n",
            ["Anna Ek | Sala | chair | present | -"],
        ),
    ],
)
def test_lists_of_further_makes(people: str, rows: list[str]) -> None:
    assert _rows(people) == rows


@pytest.mark.parametrize(
    ("items", "role"),
    [
        ("\n\n1. Val av justerare\nBo Ström väljs.\n\n2. Övrigt\nInget.\n", "adjuster"),
        ("\n\n1. Val av sekreterare\nTill sekreterare valdes Bo Ström.\n\n2. Övrigt\nInget.\n", "secretary"),
        ("\n\n1. Val av justerare. Anna Ek väljs. Bo Ström berättar om skolan.\n\n2. Övrigt\nInget.\n", None),
        ("\n\n1. Val av ombud\nBo Ström väljs.\n\n2. Övrigt\nInget.\n", None),
    ],
)
def test_who_is_chosen_by_the_sentence_and_its_heading(items: str, role: str | None) -> None:
    rows = _facts("Deltagare\nAnna Ek, Sala\nBo Ström, Heby", items).attendance
    assert rows[1].role == role


def test_labels_over_as_many_names() -> None:
    labels = "Ordförande          Justeras          Sekreterare\nAnna Ek             Bo Ström          Eva Öst\n"
    text = f"\n\n1. Inledning\nMötet öppnas.\n\n{labels}"
    meeting = _facts("Deltagare\nAnna Ek, Sala\nBo Ström, Heby\nEva Öst, Sala", text).meeting
    assert meeting is not None
    assert (meeting.chair, meeting.secretary) == ("Anna Ek", "Eva Öst")


@pytest.mark.parametrize(
    ("place", "where", "mode"),
    [
        ("Plats: Teams samt Kvarnen, Sala (Folkets hus)", "Kvarnen, Sala (Folkets hus)", "hybrid"),
        ("Tid & plats: 5 maj 2031, kl. 9–12, Kvarnen, Sala", "Kvarnen, Sala", "in person"),
        ("Plats: Teams", None, "online"),
    ],
)
def test_places_beside_a_distance(place: str, where: str | None, mode: str) -> None:
    meeting = _facts(f"{place}\n\nDeltagare\nAnna Ek, Sala\nBo Ström, Heby").meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == (where, mode)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Protokoll från arbetsutskottet, Region Uppsala", "arbetsutskottet"),
        ("Protokoll styrelsemöte Samordningsförbundet Ån", "styrelsen"),
        ("Minnesanteckningar från styrgruppsmöte Trygg i Ådalen", "styrgrupp Trygg i Ådalen"),
        ("ÅDALENS VÅRDNÄMND\nProtokoll", "Ådalens vårdnämnd"),
        ("Protokoll från Nämnden för arbete, hälsa och kultur", "Nämnden för arbete, hälsa och kultur"),
        ("Anteckningar\nInledning\n", None),
    ],
)
def test_bodies_in_titles(title: str, name: str | None) -> None:
    body = read(f"{title}\n2031-05-05\n\nDeltagare\nAnna Ek, Sala\nBo Ström, Heby\n", register.shipped()).facts.body
    assert (body and body.name) == name


def test_lettered_matters_told_on_their_own_line() -> None:
    matters = "a. Vargarna – Bo Ström undrar om länet svarar.\nb. Skolan – Anna Ek skriver.\n"
    items = f"\n\n1. Inledning\nMötet öppnas.\n\n2. Övriga frågor\n{matters}"
    agenda = _facts("Deltagare\nAnna Ek, Sala\nBo Ström, Heby", items).agenda
    assert [(item.number, item.title, item.kind) for item in agenda] == [
        ("1", "Inledning", None),
        ("2", "Övriga frågor", "other"),
        ("2 a", "Vargarna", "other"),
        ("2 b", "Skolan", "other"),
    ]


def test_points_in_capitals() -> None:
    items = "\n\nPUNKT 1. INLEDNING\nMötet öppnas.\n\nPUNKT 2. BUDGET\nPengar saknas.\n"
    agenda = _facts("Deltagare\nAnna Ek, Sala\nBo Ström, Heby", items).agenda
    assert [(item.number, item.title) for item in agenda] == [("1", "INLEDNING"), ("2", "BUDGET")]


@pytest.mark.parametrize(
    ("items", "agenda"),
    [
        ("A. Öppnande\nText.\n\nB. Budget\nText.\n", [("A", "Öppnande"), ("B", "Budget")]),
        ("Nr 1 Öppnande\nText.\n\nNr 2 Budget\nText.\n", [("1", "Öppnande"), ("2", "Budget")]),
        (
            "09.00 Öppnande\nText.\n\n09.15 Budget\nText.\n\n10.30 Avslutning\nText.\n",
            [(None, "Öppnande"), (None, "Budget"), (None, "Avslutning")],
        ),
        ("9.1 Öppnande\nText.\n\n9.2 Budget\nText.\n", [("9.1", "Öppnande"), ("9.2", "Budget")]),
    ],
)
def test_items_of_further_forms(items: str, agenda: list[tuple[str | None, str]]) -> None:
    found = _facts("Deltagare\nAnna Ek, Sala\nBo Ström, Heby", f"\n\n{items}").agenda
    assert [(item.number, item.title) for item in found] == agenda
