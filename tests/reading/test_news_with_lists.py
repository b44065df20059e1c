"""News that end with who sits on a body, bodies named in full once, and lists in columns with lines across them."""

import pytest

from samverkan import dates, register
from samverkan.facts import Facts
from samverkan.reading import read
from samverkan.reading.head.body_names import of_page, whole

KNOWN = register.shipped()

SPEECH = "– Vi måste visa ungdomar vad jobben innehåller, säger ordförande Anna Ek, socialchef i Sala kommun."
NEWS = (
    "Vårdcollege Norra\n\n{mark}\n\nNy processledare\n\n2031-11-18\n\nDen 15 november träffades den regionala "
    "styrgruppen för Vårdcollege Norra på Kulturgården i Heby.\n\n{speech}\n\nDet här är styrgruppen\n\n"
    "Den regionala styrgruppen beslutar om inriktningen. Den har tre ledamöter.\n\n"
    "Anna Ek, Sala kommun, ordförande\nBo Ström, Heby kommun\n"
    "Karin Berg, Avesta kommun\n"
)


def _facts(text: str) -> Facts:
    return read(text, KNOWN).facts


@pytest.mark.parametrize(("mark", "speech"), [("[Nyhet]", ""), ("Pressmeddelande", ""), ("Om oss", SPEECH)])
def test_news_keep_their_list_and_tell_of_a_meeting(mark: str, speech: str) -> None:
    facts = _facts(NEWS.format(mark=mark, speech=speech))
    assert facts.document.kind == "news"
    assert facts.meeting is not None
    assert (facts.meeting.start, facts.meeting.place) == ("2031-11-15", "Kulturgården i Heby")
    assert [(row.person, row.body, row.role, row.organisation) for row in facts.memberships] == [
        ("Anna Ek", "regionala styrgruppen för Vårdcollege Norra", "chair", "Sala"),
        ("Bo Ström", "regionala styrgruppen för Vårdcollege Norra", "member", "Heby"),
        ("Karin Berg", "regionala styrgruppen för Vårdcollege Norra", "member", "Avesta"),
    ]


@pytest.mark.parametrize(
    ("mark", "speech"), [("Nyheter och press", ""), ("Om oss", "– Rådet, som säger sitt, möts."), ("Artiklar", "")]
)
def test_a_page_without_such_marks_is_a_page_of_composition(mark: str, speech: str) -> None:
    assert _facts(NEWS.format(mark=mark, speech=speech)).document.kind == "composition"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("I maj valde styrgruppen för Fyra Åar ny ordförande.", "styrgruppen", "styrgruppen för Fyra Åar"),
        ("Den lokala gruppen för Vård- och omsorgscollege Norra är ny.", "Den lokala gruppen",
         "lokala gruppen för Vård- och omsorgscollege Norra"),
        ("Styrgruppen för Leden och styrgruppen för Bron möttes.", "Styrgruppen", "Styrgruppen"),
        ("Styrgruppen för arbetet möttes.", "Styrgruppen", "Styrgruppen"),
        ("Projektstyrgruppen för Leden möttes.", "Styrgruppen", "Styrgruppen"),
        ("Hälsorådet för Norra möttes.", "Hälsorådet i Sala", "Hälsorådet i Sala"),
    ],
)  # fmt: skip
def test_a_body_by_the_name_that_the_text_gives_once(text: str, name: str, expected: str) -> None:
    assert whole(text, name) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("ORGANISATION OCH STYRELSE", "Styrelsen"),
        ("Uppdrag och styrgrupp", "Styrgruppen"),
        ("Vår organisation & styrelse", "Styrelsen"),
        ("Styrelse och beredningsgrupp", "Styrelsen"),
        ("Rådet för vård och omsorgsnämnd", "Rådet för vård och omsorgsnämnd"),
    ],
)
def test_the_body_behind_the_word_for_what_else_a_page_tells(title: str, expected: str) -> None:
    assert of_page("Styrelsen utses av medlemmarna. Styrgruppen möts ofta.", title) == expected


def test_lines_across_columns_say_whose_and_in_what_role() -> None:
    text = (
        "Styrelsen\n\nStyrelsen utses av medlemmarna.\n\n"
        "Ordinarie ledamöter                 Ersättare\n\nKommunerna\n"
        "Anna Ek (M), Sala                   Sofia Ros (S), Heby\n"
        "Ingrid Holm (S), Avesta             vakant\n   ordförande\n\n"
        "Region Västmanland\nMattias Lund (L)                    Monica Gran (C)\n"
    )
    facts = _facts(text)
    assert [(row.person, row.role, row.organisation) for row in facts.memberships] == [
        ("Anna Ek", "member", "Sala"),
        ("Sofia Ros", "substitute", "Heby"),
        ("Ingrid Holm", "chair", "Avesta"),
        ("Mattias Lund", "member", "Region Västmanland"),
        ("Monica Gran", "substitute", "Region Västmanland"),
    ]
    assert [seat.organisation for seat in facts.vacancies] == ["kommunerna"]


@pytest.mark.parametrize(
    ("written", "iso"), [("2031-O3-21", ["2031-03-21"]), ("2O31-03-21", []), ("2031-03-2O", ["2031-03-20"])]
)
def test_a_letter_that_a_scan_reads_for_nought(written: str, iso: list[str]) -> None:
    assert [day.iso for day in dates.find(written) if day.day] == iso


def test_who_calls_the_others_together_is_not_thereby_chair() -> None:
    text = (
        "Beredningsgruppen\n\nBeredningsgruppen förbereder ärenden.\n\nAnna Ek, Sala (sammankallande)\nBo Ström, Heby\n"
        "Karin Berg, Avesta\n"
    )
    assert [row.role for row in _facts(text).memberships] == [None, None, None]
