"""One work under two names in an item, and names with their further words."""

import pytest

from samverkan import register
from samverkan.reading import read

_HEAD = "Minnesanteckningar Styrgruppen för Ovanbygden 2021-03-04\n\nNärvarande: Karin Ek, Per Lund\n\n"


def _named(text: str) -> set[tuple[str, str]]:
    facts = read(_HEAD + text + "\n\n9. Övrigt\nInget.\n", register.shipped()).facts
    return {(each.name, each.kind) for each in facts.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Avtal om gemensam lagning\nGruppen godkänner Avtal om lagning av vägar.",
            {("Avtal om lagning av vägar", "agreement")},
            id="the text names what the heading paraphrases",
        ),
        pytest.param(
            "1. Regional kulturplan 2020\nGruppen tar upp kulturplanen.",
            {("Regional kulturplan 2020", "plan")},
            id="the text's short form",
        ),
        pytest.param(
            "1. Kulturplan 2023\nGruppen jämför med Kulturplan 2019.",
            {("Kulturplan 2023", "plan"), ("Kulturplan 2019", "plan")},
            id="another year is another plan",
        ),
        pytest.param(
            "1. Avtal om lagning\nGruppen jämför Avtal om sotning med Avtal om plogning.",
            {
                ("Avtal om lagning", "agreement"),
                ("Avtal om sotning", "agreement"),
                ("Avtal om plogning", "agreement"),
            },
            id="the text names two",
        ),
        pytest.param(
            "1. Plan\nGruppen antar Handlingsplan 2020-2021 för Dalbygden.",
            {("Handlingsplan 2020-2021 för Dalbygden", "plan")},
            id="whose plan it is",
        ),
        pytest.param(
            "1. Plan\nGruppen antar Handlingsplan 2020-2021 för beslut.",
            {("Handlingsplan 2020-2021", "plan")},
            id="what is to be done with it",
        ),
        pytest.param(
            "1. Plan\n• Fastställa Riktlinjer för lagning\n• Besöka Ale",
            {("Riktlinjer för lagning", "plan")},
            id="a task before the name",
        ),
        pytest.param(
            "1. Grupper\nVi hör på Beredningsgrupp äldre hälsa.",
            {("Beredningsgrupp äldre hälsa", "body")},
            id="a group without an article",
        ),
        pytest.param(
            "1. Grupper\nKommundirektörsgruppen, KDG, bereder frågan. KDG har tid.",
            {("kommundirektörsgruppen", "body")},
            id="a short form between commas",
        ),
        pytest.param(
            "1. Grupper\nSocialchefsgruppen, FMR, har tid.",
            {("socialchefsgruppen", "body"), ("FMR", "organisation")},
            id="capitals that are no short form of it",
        ),
        pytest.param(
            "1. Begäran från Dalens Vänner\nBegäran avslås.",
            {("Dalens Vänner", "organisation")},
            id="who sends a paper",
        ),
        pytest.param("1. Begäran från ordföranden\nBegäran avslås.", set(), id="an office sends a paper"),
        pytest.param(
            "1. Medel\nVi får medel genom Trygg start 2021, avtalet mellan staten och SKR.",
            {("Trygg start 2021", "agreement"), ("SKR", "organisation")},
            id="a title with what it is behind a comma",
        ),
        pytest.param(
            "1. Medel\nRegionalt vårdcentrum sydost söker medel.",
            {("Regionalt vårdcentrum sydost", "organisation")},
            id="a centre with its part of the country",
        ),
        pytest.param(
            "1. Medel\nProjektet Hela vägen hem söker medel i bergslagen.",
            {("Hela vägen hem", "project")},
            id="a title with an adverb, and a landscape",
        ),
        pytest.param("1. GRUPPER\nGrupper är bra.", set(), id="a word in capitals"),
    ],
)
def test_names_of_works_and_groups(text: str, expected: set[tuple[str, str]]) -> None:
    assert {each for each in _named(text) if each[1] != "municipality"} == expected
