"""Relations whose verb comes last, and names that end where another sentence, person or receiver begins."""

from collections.abc import Callable

import pytest

from samverkan.reading.context import Context
from samverkan.reading.relating.relations import read_relations
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References

Minutes = Callable[..., Context]
OWN = "Styrgruppen för Ovanbygden"


def said(context: Context) -> list[tuple[str, str, str]]:
    things = find_things(context)
    found = read_relations(context, things, References(context, things))
    return [(each.subject, each.relation, each.object) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Vi hörde om projektet Nya vägar som Region Skåne driver.",
            [("Region Skåne", "responsible for", "Nya vägar")],
            id="som A driver",
        ),
        pytest.param(
            "Vi hörde om projektet Nya vägar, som Region Skåne ansvarar för.",
            [("Region Skåne", "responsible for", "Nya vägar")],
            id="som A ansvarar för",
        ),
        pytest.param("Vi hörde om projektet Nya vägar som Region Skåne berättade om.", [], id="another verb"),
        pytest.param(
            "Grunden är Avtal om gemensam larmtjänst, som Ale och Lerum är parter i.",
            [
                ("Ale", "party to", "Avtal om gemensam larmtjänst"),
                ("Lerum", "party to", "Avtal om gemensam larmtjänst"),
            ],
            id="som A och B är parter i",
        ),
        pytest.param(
            "Anna redovisade projektet Nya vägar. Region Skåne är projektägare.",
            [("Region Skåne", "responsible for", "Nya vägar")],
            id="of the sentence before",
        ),
        pytest.param("Anna redovisade läget. Region Skåne är projektägare.", [], id="nothing said before"),
        pytest.param(
            "Avtal om gemensam larmtjänst tecknades 2019 mellan Lerum och Tjörn.",
            [
                ("Lerum", "party to", "Avtal om gemensam larmtjänst"),
                ("Tjörn", "party to", "Avtal om gemensam larmtjänst"),
            ],
            id="a year inside the verb",
        ),
        pytest.param(
            "Ale deltar i projektet Nya vägar.",
            [("Ale", "party to", "Nya vägar")],
            id="deltar i",
        ),
        pytest.param(
            "Länsgruppen Äldre lyder under Samverkansrådet och bereder dess ärenden.",
            [
                ("Länsgruppen Äldre", "part of", "Samverkansrådet"),
                ("Länsgruppen Äldre", "prepares for", "Samverkansrådet"),
            ],
            id="dess",
        ),
        pytest.param(
            "Grunden är Överenskommelse om elevhälsa, tecknad av Region Skåne och Region Halland.",
            [
                ("Region Halland", "party to", "Överenskommelse om elevhälsa"),
                ("Region Skåne", "party to", "Överenskommelse om elevhälsa"),
            ],
            id="a participle",
        ),
        pytest.param(
            "Omsorgsrådet heter numera Välfärdsrådet.",
            [("Välfärdsrådet", "replaces", "omsorgsrådet")],
            id="heter numera",
        ),
        pytest.param(
            "Projektet Nya steg, med Region Skåne som projektägare, startar.",
            [("Region Skåne", "responsible for", "Nya steg")],
            id="med A som projektägare",
        ),
        pytest.param(
            "Kustrådet leds under 2022 av Region Skåne.",
            [("Region Skåne", "chairs", "kustrådet")],
            id="leds under 2022 av",
        ),
        pytest.param("Ale deltar inte i projektet Nya vägar.", [], id="a denial"),
    ],
)
def test_a_relation_whose_verb_comes_last(minutes: Minutes, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(said(minutes(text, body=OWN))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gruppen gick igenom Strategi för digital samverkan till kommunerna.",
            "Strategi för digital samverkan",
            id="whom it is sent to",
        ),
        pytest.param(
            "Vi tog upp Avtal om gemensam larmtjänst Kommunerna vill ha mer tid.",
            "Avtal om gemensam larmtjänst",
            id="a lost full stop",
        ),
        pytest.param(
            "Rådet läste Målbild Nära vård i Skåne på remiss.", "Målbild Nära vård i Skåne", id="what is done with it"
        ),
        pytest.param(
            "Rådet läste Överenskommelse om samverkan mellan musikskolor.",
            "Överenskommelse om samverkan mellan musikskolor",
            id="no parties",
        ),
    ],
)
def test_where_a_name_ends(minutes: Minutes, text: str, expected: str) -> None:
    things = find_things(minutes(text, body=OWN)).things
    assert [each.name for each in things if each.kind in ("strategy", "agreement")] == [expected]
