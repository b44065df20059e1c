"""Names of any form that a sentence says what they are."""

import textwrap
from collections.abc import Callable

import pytest

from samverkan.reading.context import Context
from samverkan.reading.relating.relations import read_relations
from samverkan.reading.things.gather import find_things
from samverkan.reading.things.references import References

Minutes = Callable[..., Context]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nordkommunerna är ett samarbete om turism.", {("Nordkommunerna", "organisation")}, id="a league"),
        pytest.param("Mötet är ett samarbete om turism.", set(), id="a common noun"),
        pytest.param("Nya steg drivs av en grupp.", {("Nya steg", "project")}, id="drivs av"),
        pytest.param("Varje fråga drivs av en grupp.", set(), id="every one"),
        pytest.param("Verksamheten drivs av en grupp.", set(), id="a definite noun"),
        pytest.param("Vem är projektägare för Nya steg?", {("Nya steg", "project")}, id="projektägare för"),
        pytest.param("Vem är projektägare för det nya?", set(), id="no name"),
        pytest.param("Vi minns övningen Höststorm.", {("Höststorm", "project")}, id="an exercise"),
        pytest.param(
            "Ärendet förs till Södra regionens chefsråd.", {("Södra regionens chefsråd", "body")}, id="two words own it"
        ),
        pytest.param(
            "Ärendet förs till Samverkansnämnden i Småland.", {("Samverkansnämnden i Småland", "body")}, id="in an area"
        ),
        pytest.param(
            "Lisa blir ledamot i samverkansgrupp äldre hälsa.",
            {("samverkansgrupp äldre hälsa", "body")},
            id="an office in it",
        ),
        pytest.param(
            "Vi bildar en arbetsgrupp för skolskjuts.", {("arbetsgrupp för skolskjuts", "body")}, id="a new group"
        ),
        pytest.param("Vi bildar en arbetsgrupp.", set(), id="a group of nothing"),
        pytest.param("Till ordförande valdes Xenofon Ask.", {("Xenofon Ask", "person")}, id="a rare given name"),
        pytest.param("Till mötet kom Xenofon Ask.", set(), id="no office"),
        pytest.param("Ordförande är länsråd Maria Ask.", {("Maria Ask", "person")}, id="a title like a body"),
        pytest.param("Först står Tvärbana Norrskog, som en enhet ansvarar för.", set(), id="nobody named does it"),
        pytest.param(
            "Gruppen tog Budget 2022 och plan 2023–2024.", {("Budget 2022 och plan 2023–2024", "plan")}, id="one paper"
        ),
        pytest.param(
            "Socialchefsgruppen för barn och unga möts ofta.",
            {("socialchefsgruppen för barn och unga", "body")},
            id="a group for somebody",
        ),
        pytest.param("Socialchefsgruppen för beslut vidare.", {("socialchefsgruppen", "body")}, id="for a decision"),
        pytest.param("Vi startar Språkbro hemma i maj.", {("Språkbro hemma", "project")}, id="starts"),
        pytest.param("Vi startar Teams i maj.", set(), id="starts a program everybody has"),
        pytest.param("Nu driver Lisa Ask frågan.", {("Lisa Ask", "person")}, id="somebody drives"),
        pytest.param("Gruppen är styrgrupp för Nya steg.", {("Nya steg", "project")}, id="styrgrupp för"),
    ],
)
def test_what_a_sentence_says_that_a_name_is(minutes: Minutes, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(each.name, each.kind) for each in find_things(minutes(text)).things} == expected


def test_a_league_keeps_its_kind_where_it_stands_again(minutes: Minutes) -> None:
    context = minutes("Nordkommunerna är ett samarbete. Medlemmar är Lerum och Tjörn.", body=None)
    things = find_things(context)
    said = [
        (each.subject, each.relation, each.object)
        for each in read_relations(context, things, References(context, things))
    ]
    assert said == [("Lerum", "member of", "Nordkommunerna"), ("Tjörn", "member of", "Nordkommunerna")]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_a_sentence_means_the_same_wherever_its_lines_are_wrapped(minutes: Minutes, width: int) -> None:
    text = (
        "Mötet tackade för en god rapport om hur det går. Styrgruppen för Ovanbygden bereder ärenden till "
        "Samverkansnämnden i Småland. Nordkommunerna är ett samarbete mellan Lerum, Tjörn, Orust, Öckerö, Stenungsund, "
        "Kungälv, Alingsås och Härryda, och leds i år av Lerums kommun. Gruppen läste Handlingsplan för gemensam växel "
        "2022–2025, som Region Halland ansvarar för."
    )
    wrapped = minutes("\n".join(textwrap.wrap(text, width, break_on_hyphens=False)))
    whole = minutes(text)
    assert _said(wrapped) == _said(whole)
    assert len(_said(whole)) > 9


def test_a_list_of_names_is_no_wrapped_sentence(minutes: Minutes) -> None:
    names = "Handlingsplan för turism i Norrskogs kommunalförbund\nStrategi för besökare i hela Norrskogs skärgård"
    found = find_things(minutes(f"Följande ligger på bordet:\n\n{names}")).things
    assert [each.kind for each in found if each.kind in ("plan", "strategy")] == ["plan", "strategy"]


def _said(context: Context) -> list[tuple[str, str, str]]:
    things = find_things(context)
    return sorted(
        (each.subject, each.relation, each.object)
        for each in read_relations(context, things, References(context, things))
    )
