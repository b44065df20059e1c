"""Lists that say whose their people are before a colon, in the cell of another column, on the line of a member."""

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read

ITEMS = "\n\n1. Inledning\nMötet öppnas.\n"


def _facts(text: str) -> Facts:
    return read(text, register.shipped()).facts


def _present(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    """What each who was there has: whom the person represents, title, part of the day."""
    return {row.person: (row.organisation, row.title, row.time) for row in _facts(text).attendance}


def _seats(text: str) -> dict[str, tuple[str | None, str | None]]:
    return {row.person: (row.organisation, row.role) for row in _facts(text).memberships}


@pytest.mark.parametrize(
    "page",
    [
        "Sala: Anna Ek (S), ledamot. Ersättare: Bo Alm (M).\n\nHeby: Eva Öst (C), ordförande. Ersättare: Ulf Fors (V).",
        "Sala\nAnna Ek (S), ledamot. Ersättare: Bo Alm (M).\n\nHeby\nEva Öst (C), ordförande. Ersättare: Ulf Fors (V).",
    ],
)
def test_a_substitute_on_the_line_of_the_member_represents_the_same(page: str) -> None:
    seats = _seats(f"Direktionen\n\n{page}\n")
    assert seats == {
        "Anna Ek": ("Sala", "member"),
        "Bo Alm": ("Sala", "substitute"),
        "Eva Öst": ("Heby", "chair"),
        "Ulf Fors": ("Heby", "substitute"),
    }


def test_a_title_in_the_column_of_municipalities_is_a_title() -> None:
    head = "Namn\tParti\tKommun\tFunktion\tParagrafer"
    table = f"{head}\nAnna Ek\tS\tSala\tordförande\talla\nBo Alm\tM\tHeby\tledamot\t§§ 4-7"
    rows = "Tjänstepersoner\nEva Öst\t\tförbundschef\talla\nUlf Fors\t\tekonomichef\t§§ 5-6"
    assert _present(f"Protokoll 3 maj 2031\n\nNärvarolista\n\n{table}\n\n{rows}{ITEMS}") == {
        "Anna Ek": ("Sala", None, None),
        "Bo Alm": ("Heby", None, "§§ 4-7"),
        "Eva Öst": (None, "förbundschef", None),
        "Ulf Fors": (None, "ekonomichef", "§§ 5-6"),
    }


def test_an_office_of_the_body_below_columns_represents_nobody() -> None:
    columns = "För Sala\t\tFör Heby\nAnna Ek (S)\tBo Alm (M)"
    present = _present(f"Protokoll 3 maj 2031\n\n{columns}\n\nFrån förvaltningen\nEva Öst, förbundschef{ITEMS}")
    assert present == {
        "Anna Ek": ("Sala", None, None),
        "Bo Alm": ("Heby", None, None),
        "Eva Öst": (None, "förbundschef", None),
    }


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("Anna Ek, jurist, Bo Alm och Eva Öst, Trafikverket (§ 5)",
         {"Anna Ek": (None, "jurist", None), "Bo Alm": ("Trafikverket", None, "§ 5"),
          "Eva Öst": ("Trafikverket", None, "§ 5")}),
        ("Anna Ek, Bo Alm och Eva Öst, Trafikverket",
         {"Anna Ek": ("Trafikverket", None, None), "Bo Alm": ("Trafikverket", None, None),
          "Eva Öst": ("Trafikverket", None, None)}),
        ("Anna Ek – psykolog, Ådalens Familjeläkare", {"Anna Ek": ("Ådalens Familjeläkare", "psykolog", None)}),
        ("Anna Ek, Sala, fram till lunch", {"Anna Ek": ("Sala", None, "fram till lunch")}),
        ("Anna Ek (ekonom), Bo Alm\n(jurist), Eva Öst\n(§§ 4-5)",
         {"Anna Ek": (None, "ekonom", None), "Bo Alm": (None, "jurist", None), "Eva Öst": (None, None, "§§ 4-5")}),
        ("Närhälsan: Anna Ek\nÖppenvården: Bo Alm t.o.m. punkt 4",
         {"Anna Ek": ("Närhälsan", None, None), "Bo Alm": ("Öppenvården", None, "t.o.m. punkt 4")}),
    ],
)  # fmt: skip
def test_who_shares_what_stands_behind(line: str, whom: dict[str, tuple[str | None, str | None, str | None]]) -> None:
    assert _present(f"Anteckningar 3 maj 2031\n\nÖvriga\n{line}{ITEMS}") == whom


def test_sides_before_colons_in_a_page_that_has_lost_its_lines() -> None:
    text = (
        "1 ÅDALSRÅDET Minnesanteckningar från möte med Ådalsrådet Tid: Fredag 13 september 2030, 9.00 Plats: Lunden, "
        "Sala Närvarande ledamöter Sala: Anna Ek (C), ordförande, Bo Alm (S) Heby: Eva Öst (S), vice ordförande "
        "Frånvarande ledamöter Tierp: Ulf Fors (M) Tjänstemän Heby: Ida Lind, kommunchef 2 1. Dagordning Rådet "
        "godkänner dagordningen. 2. Budget Rådet beslutar att anta budgeten och sända den till kommunerna."
    )
    facts = _facts(text)
    assert {row.person: (row.organisation, row.status) for row in facts.attendance} == {
        "Anna Ek": ("Sala", "present"),
        "Bo Alm": ("Sala", "present"),
        "Eva Öst": ("Heby", "present"),
        "Ulf Fors": ("Tierp", "absent"),
        "Ida Lind": ("Heby", "present"),
    }
    assert facts.meeting is not None
    assert facts.meeting.place == "Lunden, Sala"


@pytest.mark.parametrize(
    ("head", "place", "mode"),
    [
        ("Anteckningar 3 maj 2031\n\nVi höll till på Ådals slott utanför Sala.", "Ådals slott", "in person"),
        ("Anteckningar 3 maj 2031\n\nMötet hölls i Heby.", "Heby", "in person"),
        ("Anteckningar 3 maj 2031\n\nMötet hölls digitalt.", None, "online"),
        ("Protokoll\nUtskottets möte den 3 maj 2031 kl. 13.00–15.50\nRegionens kansli, Sala, lokal Ån",
         "Regionens kansli, Sala, lokal Ån", "in person"),
        ("Protokoll\nPlats och tid\tFörbundets kontor, Sala (ordförande), övriga via Teams, 3 maj 2031, kl 9-12",
         "Förbundets kontor, Sala", "hybrid"),
    ],
)  # fmt: skip
def test_where_they_met(head: str, place: str | None, mode: str) -> None:
    meeting = _facts(f"{head}\n\nNärvarande\nAnna Ek, Sala\nBo Alm, Heby{ITEMS}").meeting
    assert meeting is not None
    assert (meeting.place, meeting.mode) == (place, mode)


TOLD = (
    "För Sala kommun sitter Anna Ek (S) och Bo Alm (M) som ordinarie. Ersättare är Eva Öst (S) och Ulf Fors (C).\n\n"
    "Heby kommun företräds av Ida Lind (S) och Per Ros (M). Ersättare: Siv Berg (C) och Åke Dal (KD).\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Direktionen\n\nUppdragen gäller fyra år.\n\n{TOLD}", "composition"),
        ("Direktionen\n\nLedamot är Anna Ek. Ersättare är Bo Alm. Ordförande är Eva Öst. I gruppen sitter Ulf Fors.\n",
         "composition"),
        ("Ny ordförande\n\nAnna Ek (S) har valts till ordförande. Ersättare är Bo Alm (M).\n", "news"),
        ("Remiss: Ådalsplanen\n\nI styrgruppen sitter:\n\nAnna Ek, Sala\nBo Alm, Heby\nEva Öst, Tierp\n", "news"),
        ("Direktionen\n\nLedamöter\nAnna Ek\nBo Alm\nEva Öst\n\nMötesdatum\n15 mars 2031, Sala\n", "composition"),
        ("Rapport från gruppen\nMötesdatum 12 juni 2031\nMötesordförande: Anna Ek, Sala\n", "minutes"),
    ],
)  # fmt: skip
def test_what_kind_of_document_it_is(text: str, kind: str) -> None:
    assert _facts(text).document.kind == kind


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Anna Ek S, Sala ordf., Bo Alm M, Heby 1:e vice",
         [("Anna Ek", "Sala", "S", "chair"), ("Bo Alm", "Heby", "M", "vice chair")]),
        ("Anna Ek (C), Sala, vice ordförande (deltar på distans)", [("Anna Ek", "Sala", "C", "vice chair")]),
        ("Anna Ek verksamhetsledare adj., Bo Alm ledamot",
         [("Anna Ek", None, None, "guest"), ("Bo Alm", None, None, "member")]),
        ("Polisen: Anna Ek. Kommunerna: Bo Alm (Sala), Eva Öst (Heby).",
         [("Anna Ek", "Polisen", None, None), ("Bo Alm", "Sala", None, None), ("Eva Öst", "Heby", None, None)]),
    ],
)  # fmt: skip
def test_people_on_one_line(line: str, rows: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = _facts(f"Anteckningar 3 maj 2031\n\nNärvarande: {line}{ITEMS}").attendance
    assert [(row.person, row.organisation, row.party, row.role) for row in found] == rows


def test_a_page_headed_by_a_noun_alone_is_of_the_body_that_its_text_names() -> None:
    seats = "Från Sala: Anna Ek (S), Bo Alm (M)\nFrån Heby: Eva Öst (S), Ulf Fors (M)\n"
    page = f"Nämndens sammansättning\n\nGemensamma lönenämnden Sala-Heby har fyra ledamöter.\n\n{seats}"
    body = _facts(page).body
    assert body is not None
    assert body.name == "Gemensamma lönenämnden Sala-Heby"


def test_who_was_there_first_is_no_body() -> None:
    text = f"Anteckningar 3 maj 2031\n\nNärvarande\nAnna Ek, regionstyrelsens ordf\nBo Alm, Heby{ITEMS}"
    assert _facts(text).body is None or _facts(text).body.name is None  # type: ignore[union-attr]


def test_a_mark_behind_a_name_says_who_was_there() -> None:
    rows = "Anna Ek, Sala, ordf.     x\nBo Alm, Heby      –\nEva Öst, Tierp    x (tjg. för Bo Alm)"
    facts = _facts(f"Protokoll 3 maj 2031\n\nLedamöter\n{rows}{ITEMS}")
    assert [(row.person, row.status) for row in facts.attendance] == [
        ("Anna Ek", "present"),
        ("Bo Alm", "absent"),
        ("Eva Öst", "present"),
    ]


def test_a_substitute_below_the_members_of_a_municipality_represents_it_too() -> None:
    page = "Direktion 2031-2034\nSala\nAnna Ek (S), ordförande\nBo Alm (M)\nErsättare Eva Öst (C)\nHeby\nUlf Fors (S)\n"
    seats = _seats(f"{page}Siv Ros (M)\n")
    assert (seats["Eva Öst"], seats["Ulf Fors"]) == (("Sala", "substitute"), ("Heby", None))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("för Sala kommun: Anna Ek, Bo Alm\nför Heby kommun: Eva Öst",
         {"Anna Ek": "Sala", "Bo Alm": "Sala", "Eva Öst": "Heby"}),
        ("Anna Ek KSO Sala\nBo Alm kommunchef Heby", {"Anna Ek": "Sala", "Bo Alm": "Heby"}),
    ],
)  # fmt: skip
def test_whom_those_on_a_line_represent(line: str, who: dict[str, str]) -> None:
    facts = _facts(f"Protokoll 3 maj 2031\n\nNärvarande\n{line}{ITEMS}")
    assert {row.person: row.organisation for row in facts.attendance if row.status == "present"} == who
