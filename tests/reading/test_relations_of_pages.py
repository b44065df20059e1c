"""Members told between the verb and the noun, what came instead of what, and what `planen` goes on to mean."""

from collections.abc import Callable

import pytest

Related = Callable[[str], set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Ale är tillsammans med Lerum och Tjörn medlem i Vattenrådet.",
            {(each, "member of", "vattenrådet") for each in ("ale", "lerum", "tjörn")},
            id="är tillsammans med",
        ),
        pytest.param(
            "Region Halland blev tillsammans med Region Skåne medlem i Vattenrådet.",
            {(each, "member of", "vattenrådet") for each in ("region halland", "region skåne")},
            id="blev tillsammans med",
        ),
        pytest.param("Ale arbetar tillsammans med Lerum och Tjörn i Vattenrådet.", set(), id="works together"),
        pytest.param("Ale är tillsammans med Lerum värd för Vattenrådet i maj.", None, id="hosts together"),
        pytest.param(
            "Den 1 januari trädde Välfärdsrådet i stället för det tidigare Omsorgsrådet.",
            {("välfärdsrådet", "replaces", "omsorgsrådet")},
            id="trädde i stället för",
        ),
        pytest.param(
            "I våras bildades Välfärdsrådet i stället för Omsorgsrådet.",
            {("välfärdsrådet", "replaces", "omsorgsrådet")},
            id="bildades i stället för",
        ),
        pytest.param("I maj kom Välfärdsrådet i stället för möten med Omsorgsrådet.", set(), id="instead of a meeting"),
        pytest.param(
            "Handlingsplan Vatten är klar. Planen hör ihop med Kulturplan Dalbygden. Ale ansvarar för planen.",
            {("ale", "responsible for", "handlingsplan vatten")},
            id="planen goes on",
        ),
        pytest.param(
            "Handlingsplan Vatten är klar. Kulturplan Dalbygden är ny. Ale ansvarar för planen.",
            {("ale", "responsible for", "kulturplan dalbygden")},
            id="the plan named last",
        ),
    ],
)
def test_forms_of_pages(related: Related, sentence: str, expected: set[tuple[str, str, str]] | None) -> None:
    found = related(sentence)
    assert not {each for each in found if each[1] == "member of"} if expected is None else found == expected


def test_nobody_is_a_member_of_one_in_the_list_of_members(related: Related) -> None:
    found = related("Medlemmar är Ale, Dalbygdens förbund, Norrbygdens förbund och Lerum.")
    assert not {each for each in found if each[2] in ("dalbygdens förbund", "norrbygdens förbund")}
