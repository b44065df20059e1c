"""Relations that hold for those beside the subject, for `vi`, for what heads a line, and for lists without a verb."""

from collections.abc import Callable

import pytest

from samverkan import register
from samverkan.reading import read

Related = Callable[[str], set[tuple[str, str, str]]]


def _said(page: str) -> set[tuple[str, str, str]]:
    found = read(page, register.shipped()).facts.relations
    return {(row.subject, row.relation, row.object) for row in found}


@pytest.mark.parametrize(
    ("sentence", "subjects", "relation", "target"),
    [
        ("Ale kommun ansvarar tillsammans med Lerums kommun för Handlingsplan för vatten 2024.", ("ale", "lerum"),
         "responsible for", "handlingsplan för vatten 2024"),
        ("Projektet Rena åar drivs i samarbete mellan Ale kommun och Lerums kommun.", ("ale", "lerum"),
         "party to", "rena åar"),
        ("Projektet Rena åar drivs av Ale kommun tillsammans med Lerums kommun.", ("ale", "lerum"),
         "responsible for", "rena åar"),
        ("Projektet Rena åar drivs av Ale kommun i samarbete med Lerums kommun och Tjörns kommun.",
         ("ale", "lerum", "tjörn"), "responsible for", "rena åar"),
        ("Ale kommun driver projektet Rena åar ihop med Lerums kommun.", ("ale", "lerum"),
         "responsible for", "rena åar"),
        ("Tillsammans med Lerums kommun ansvarar Ale kommun för Handlingsplan för vatten 2024.", ("ale", "lerum"),
         "responsible for", "handlingsplan för vatten 2024"),
        ("Vid mötet undertecknades Avtal om skolskjuts av Ale kommun och Lerums kommun.", ("ale", "lerum"),
         "party to", "avtal om skolskjuts"),
        ("I mars tecknades Avtal om skolskjuts mellan Ale, Lerum och Tjörn.", ("ale", "lerum", "tjörn"),
         "party to", "avtal om skolskjuts"),
        ("Ale kommun och Lerums kommun har sedan 2019 ett avtal om skjutsar, Avtal om skolskjuts.", ("ale", "lerum"),
         "party to", "avtal om skolskjuts"),
        ("Region Halland och Ale kommun har ett Avtal om skolskjuts.", ("region halland", "ale"),
         "party to", "avtal om skolskjuts"),
    ],
    ids=["with", "cooperation between", "run by and with", "in cooperation with several", "ihop med", "with first",
         "signed by", "between",
         "an agreement and its name", "an agreement"],
)  # fmt: skip
def test_who_stands_beside_the_subject_shares_the_relation(
    related: Related, sentence: str, subjects: tuple[str, ...], relation: str, target: str
) -> None:
    assert related(sentence) == {(subject, relation, target) for subject in subjects}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ale kommun ansvarar för Handlingsplan för vatten 2024 och möter ibland Lerum tillsammans med Tjörn.",
        "Handlingsplan för vatten 2024 följs upp av Ale kommun. Tillsammans med Lerum ordnas en träff.",
    ],
    ids=["another verb", "another sentence"],
)
def test_who_is_met_with_in_another_clause_shares_nothing(related: Related, sentence: str) -> None:
    assert {subject for subject, _, _ in related(sentence)} == {"ale"}


_PAGE = "Räddningstjänsten Norrvidden\n\nDirektion\n\nRäddningstjänsten Norrvidden är ett kommunalförbund. {}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vi är medlem i Räddsam Väst.", ("Räddningstjänsten Norrvidden", "member of", "Räddsam Väst")),
        ("Sedan 2021 är vi också medlem i Räddsam Väst.",
         ("Räddningstjänsten Norrvidden", "member of", "Räddsam Väst")),
        ("Vi driver projektet Rena åar.", ("Räddningstjänsten Norrvidden", "responsible for", "Rena åar")),
        ("Projektet Rena åar drivs av Ale kommun.", ("Ale", "responsible for", "Rena åar")),
    ],
    ids=["member", "member after a time", "responsible", "somebody else"],
)  # fmt: skip
def test_vi_on_the_page_of_an_association_is_the_association(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in _said(_PAGE.format(sentence))


def test_a_line_that_opens_with_its_verb_speaks_of_its_heading() -> None:
    page = (
        "Vårdsamverkan Norrvidden\n\nArbetsgrupper\n\nArbetsgrupp vatten\n"
        "Ersatte den 1 februari 2023 Arbetsgrupp avlopp. Rapporterar till Vattenrådet.\n"
    )
    assert ("Arbetsgrupp vatten", "replaces", "Arbetsgrupp avlopp") in _said(page)


def test_a_later_verb_has_the_pronoun_for_its_subject(related: Related) -> None:
    text = (
        "Socialchefsgruppen möts varje månad. Den bereder frågor till Välfärdsrådet och svarar för Handlingsplan Äldre "
        "2023."
    )
    assert ("socialchefsgruppen", "responsible for", "handlingsplan äldre 2023") in related(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ale är ordförande i Välfärdsrådet till juni, därefter tar Lerum över.", ("lerum", "chairs", "välfärdsrådet")),
        ("Ale har ordförandeskapet i Välfärdsrådet. Efter sommaren tar Lerum över.",
         ("lerum", "chairs", "välfärdsrådet")),
        ("Ale är ordförande i Välfärdsrådet. I juni lämnar Ale över till Lerum.", ("lerum", "chairs", "välfärdsrådet")),
        ("Ordförandeskapet i Välfärdsrådet innehas av Ale kommun.", ("ale", "chairs", "välfärdsrådet")),
        ("Välfärdsrådet är ett av fyra råd under Regionförbundet Norr.",
         ("välfärdsrådet", "part of", "regionförbundet norr")),
        ("Det är kommunerna som utser ledamöterna i Välfärdsrådet.", ("kommunerna", "appoints", "välfärdsrådet")),
    ],
    ids=["after a time", "in the next sentence", "hands over", "held by", "one of some under", "cleft"],
)  # fmt: skip
def test_who_takes_the_chair_and_who_appoints(related: Related, text: str, expected: tuple[str, str, str]) -> None:
    found = related(text)
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "Ale är ordförande i Välfärdsrådet. Lerum tar över driften av badhuset.",
        "Lerum tar över.",
        "Per Ek, Region Halland, är ordförande i Välfärdsrådet.",
    ],
    ids=["something else", "nothing was chaired", "a person from there"],
)
def test_who_takes_over_something_else_chairs_nothing(related: Related, text: str) -> None:
    assert not {row for row in related(text) if row[0] in ("lerum", "region halland") and row[1] == "chairs"}


def test_municipalities_after_the_name_of_a_group_and_a_colon_are_its_parts(related: Related) -> None:
    assert related("Delregion Syd: Ale, Lerum och Tjörn.") == {
        (name, "part of", "delregion syd") for name in ("ale", "lerum", "tjörn")
    }


def test_who_answered_after_a_colon_is_no_part(related: Related) -> None:
    assert related("Delregion Syd: Ale och Lerum har svarat på remissen.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rena åar i väst är ett projekt som Ale kommun ansvarar för.", ("ale", "responsible for", "rena åar i väst")),
        ("Mer står i Vattenplan 2024. Välfärdsrådet ansvarar för den.",
         ("välfärdsrådet", "responsible for", "vattenplan 2024")),
        ("Vattenplan för länet 2024 är på remiss. Den ersätter Vattenplan 2014. Region Halland ansvarar för planen.",
         ("region halland", "responsible for", "vattenplan för länet 2024")),
        ("Ordförandeskapet innehas av Ale. Välfärdsrådet leds av Lerum under 2021.",
         ("lerum", "chairs", "välfärdsrådet")),
    ],
    ids=["is a project that", "the plan said before", "not what is replaced", "led by"],
)  # fmt: skip
def test_what_a_sentence_means_that_does_not_name_it(
    related: Related, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in related(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ask leder arbetet med att knyta skolan till projektet Rena åar.",
        "Lars Lind beskrev Välfärdsrådet, där politiker från de tre kommunerna ingår.",
    ],
    ids=["a task far from the project", "people from municipalities"],
)
def test_what_only_stands_near_is_not_tied(related: Related, text: str) -> None:
    assert related(text) == set()


def test_members_join_the_association_that_the_paragraph_speaks_of() -> None:
    page = (
        "Samordningsförbundet Norrvidden\n\nVi\n\nFörbundet startade 2006 som Samordningsförbundet Åsen, med Ale och "
        "Lerum som medlemmar. Den 1 januari 2012 kom Tjörn och Orust med. Region Halland är medlem sedan 2013.\n"
    )
    assert {(name, "member of", "Samordningsförbundet Norrvidden") for name in ("Ale", "Lerum", "Tjörn", "Orust")} <= (
        _said(page)
    )


def test_what_an_association_is_said_to_be_has_its_members_and_its_former_name() -> None:
    page = (
        "Norrbro kommunalförbund\n\nOm oss\n\nNorrbro kommunalförbund är en samverkansorganisation för Ale, Lerum och "
        "Tjörn. Sedan 2019 är även Region Halland medlem. Förbundet hette tidigare Norrbro kommunsamarbete.\n"
    )
    members = ("Ale", "Lerum", "Tjörn", "Region Halland")
    assert _said(page) == {(name, "member of", "Norrbro kommunalförbund") for name in members} | {
        ("Norrbro kommunalförbund", "replaces", "Norrbro kommunsamarbete")
    }


def test_an_association_for_people_has_no_members_of_them() -> None:
    page = "Norrbro kommunalförbund\n\nOm oss\n\nNorrbro kommunalförbund är en organisation för alla i Ale och Lerum.\n"
    assert _said(page) == set()
