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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Ale och Lerum finansierar verksamheten gemensamt enligt Avtal om vattenvård.",
            {(each, "party to", "avtal om vattenvård") for each in ("ale", "lerum")},
            id="pay under an agreement",
        ),
        pytest.param(
            "Kommunerna Ale, Lerum och Tjörn driver mottagningen enligt Samverkansavtal om hjälpmedel.",
            {(each, "party to", "samverkansavtal om hjälpmedel") for each in ("ale", "lerum", "tjörn")},
            id="run under an agreement",
        ),
        pytest.param("Ale svarar för vården enligt Avtal om vattenvård.", set(), id="one alone"),
        pytest.param("Ale och Lerum läste texten enligt Avtal om vattenvård.", set(), id="another verb"),
        pytest.param(
            "Avtal om vattenvård föreslås bli tecknat mellan Ale, Lerum och Region Halland.",
            {(each, "party to", "avtal om vattenvård") for each in ("ale", "lerum", "region halland")},
            id="proposed",
        ),
        pytest.param("Avtal om vattenvård föreslås gälla i fem år från maj.", set(), id="proposed to last"),
        pytest.param("Avtal om vattenvård föreslås bli utrett av Ale.", set(), id="proposed to be examined"),
    ],
)
def test_parties_who_share_or_will_sign(related: Related, sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert {each for each in related(sentence) if each[1] == "party to"} == expected


def test_municipalities_beside_a_county_council_are_members(related: Related) -> None:
    sentence = "Välfärdsrådets medlemmar är Ale, Lerum och Tjörn, Kalmar läns landsting och Försäkringskassan."
    members = {each[0] for each in related(sentence) if each[1:] == ("member of", "välfärdsrådet")}
    assert {"ale", "lerum", "tjörn", "kalmar läns landsting"} <= members


def test_a_board_of_a_region_is_a_part_of_it(related: Related) -> None:
    found = related("Region Hallands regionstyrelse beslutade i januari om vården.")
    assert found == {("regionstyrelsen", "part of", "region halland")}
