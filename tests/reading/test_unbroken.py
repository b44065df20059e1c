"""Text that was broken at a width is whole again, lists are left alone, and quotes stay the document's own."""

import textwrap

import pytest

from samverkan import register
from samverkan.facts import Facts
from samverkan.reading import read
from samverkan.reading.unbroken import unbroken

PROSE = (
    "Karin Ek redogör för arbetet med den nya avtalsmodellen och konstaterar att flera kommuner ännu inte har lämnat "
    "sina synpunkter på förslaget. Gruppen samtalar om hur svaren kan samlas in före sommaren och vem som gör det."
)
NAMES = (
    "Karin Ek, Ale kommun, ordförande i socialnämnden\nPer Lund, Tjörns kommun, vice ordförande\nEva Öst, Kils kommun"
)


@pytest.mark.parametrize("width", [55, 60, 70, 80, 90, 100])
def test_a_paragraph_is_one_line_again(width: int) -> None:
    broken = textwrap.fill(PROSE, width)
    assert "\n" in broken
    assert unbroken(broken) == PROSE


def test_each_character_keeps_its_place() -> None:
    broken = f"1. Inledning\n\n{textwrap.fill(PROSE, 60)}\n\n2. Övrigt\nInget.\n"
    whole = unbroken(broken)
    assert len(whole) == len(broken)
    assert whole.split("\n\n")[1:3] == [PROSE, "2. Övrigt\nInget.\n"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NAMES, id="names below each other"),
        pytest.param(f"Närvarande\n{NAMES}", id="a list with its heading"),
        pytest.param(PROSE, id="a paragraph on one line"),
        pytest.param("Styrelsen beslutar\natt godkänna planen\natt avslå ansökan", id="clauses"),
        pytest.param(
            "- boka lokal till mötet i maj och kalla alla\n- skriva till länets kommuner om avtalet", id="bullets"
        ),
        pytest.param(
            "Anna Ek\tSala kommun, Sala, i hela länet här\nBo Ström\tHeby kommun, Heby, i hela länet", id="cells"
        ),
        pytest.param("Plats och tid\nRådhuset i Sala den 3 maj 2031\nklockan 9", id="a short head"),
        pytest.param("Gruppen tar fram ett under-\nlag till mötet", id="a word that a hyphen breaks"),
        pytest.param("", id="nothing"),
        pytest.param("\n\n\n", id="empty lines"),
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert unbroken(text) == text


def test_the_item_below_a_full_line_keeps_its_line() -> None:
    above = (
        "Gruppen samtalar om avtalet och dess verkningar för alla\nkommuner i länet, även de som inte har skrivit på."
    )
    assert unbroken(f"{above}\n3. Nästa möte") == f"{above}\n3. Nästa möte".replace("alla\n", "alla ")


def test_text_with_an_empty_line_below_each_line() -> None:
    lines = ["Per Lund tar upp frågan om lokaler i kommunerna, som alla", "har för få, och hur de kan delas."]
    text = "\n\n".join(lines * 3)
    assert unbroken(text) == "\n\n".join(["  ".join(lines)] * 3)


MINUTES = (
    "Minnesanteckningar Styrgruppen 2031-03-04\n\n"
    "1 MINNESANTECKNINGAR 1 (1) Plats: Rådhuset i Sala Närvarande: Anna Ek, Sala kommun, ordförande, Bo Ström, "
    "Heby kommun, Eva Öst, Tierps kommun och Per Alm, Uppsala kommun Förhinder: Lars Hed, Knivsta kommun "
    "1. Inledning Anna Ek hälsar välkommen till mötet. 2. Samverkansavtal Avtalet löper ut i december. Styrgruppen "
    "beslutar att uppdra åt Bo Ström att ta fram ett förslag till nytt avtal senast den 1 juni 2031. "
    "3. Övriga frågor Inga frågor anmäls."
)


def _rows(facts: Facts) -> list[tuple[object, ...]]:
    people = [(row.person, row.organisation, row.role, row.status) for row in facts.attendance]
    items = [(row.number, row.title) for row in facts.agenda]
    return [*people, *items, *((row.assignee, row.due) for row in facts.assignments)]


@pytest.mark.parametrize("width", [60, 70, 80, 90])
def test_a_page_that_was_one_line_says_the_same_when_it_is_broken(width: int) -> None:
    head, page = MINUTES.split("\n\n")
    broken = f"{head}\n\n{textwrap.fill(page, width)}"
    known = register.shipped()
    assert _rows(read(broken, known).facts) == _rows(read(MINUTES, known).facts)


def test_quotes_are_the_documents_own() -> None:
    broken = "\n\n".join(textwrap.fill(part, 60) for part in MINUTES.split("\n\n"))
    facts = read(broken, register.shipped()).facts
    proofs = [
        *(row.evidence for row in facts.attendance),
        *(row.evidence for row in facts.agenda),
        *(row.evidence for row in facts.decisions),
        *(row.evidence for row in facts.assignments),
    ]
    assert any(proof is not None and "\n" in proof.quote for proof in proofs)
    assert all(proof is None or broken[proof.start : proof.end] == proof.quote for proof in proofs)
