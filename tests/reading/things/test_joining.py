"""Which names are one thing within a document, and which are not."""

import pytest

from samverkan import register
from samverkan.facts import MentionKind
from samverkan.reading.things.joining import is_own_body, join
from samverkan.reading.things.known import known
from samverkan.reading.things.thing import Thing


def joined(*names: tuple[MentionKind, str]) -> list[str]:
    things = [Thing(at, at + 1, name, kind, "test", 0.8) for at, (kind, name) in enumerate(names)]
    meant = join(things, known(register.shipped()))
    return [meant[each][1] for each in names]


@pytest.mark.parametrize(
    ("kind", "short", "full"),
    [
        pytest.param("body", "Det Lokala samverkansorganet", "Lokalt samverkansorgan", id="definite and indefinite"),
        pytest.param("strategy", "Tillväxtstrategi", "Tillväxtstrategi för Dalen", id="a part of a longer name"),
        pytest.param("plan", "Cykelplan 2030", "Cykelplan för Dalens län 2030", id="what stands between left out"),
        pytest.param("agreement", "omsorgsavtalet", "Avtal om ansvar för omsorgen i Dalen", id="what it is about"),
        pytest.param("agreement", "Avtal om Kvarnen", "Samverkansavtal Kvarnen", id="the same object, another noun"),
        pytest.param("organisation", "SKR", "Sveriges Kommuner och Regioner", id="known short form"),
    ],
)
def test_two_names_of_one_thing(kind: MentionKind, short: str, full: str) -> None:
    assert set(joined((kind, short), (kind, full))) <= {short, full}
    assert len(set(joined((kind, short), (kind, full)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("body", "socialnämnden"), ("body", "kulturnämnden"), id="two boards"),
        pytest.param(("plan", "Trafikplan 2019"), ("plan", "Trafikplan 2020"), id="two years"),
        pytest.param(("agreement", "Avtal om mat"), ("agreement", "Avtal om bussar"), id="two agreements"),
        pytest.param(("organisation", "Kommunförbundet Skåne"), ("organisation", "Skånes Kommuner"), id="then and now"),
    ],
)
def test_two_things(one: tuple[MentionKind, str], other: tuple[MentionKind, str]) -> None:
    assert joined(one, other) == [one[1], other[1]]


def test_a_weak_kind_gives_way_to_a_sure_one() -> None:
    things = [
        Thing(0, 2, "Digitala Dalen", "organisation", "test", 0.5),
        Thing(5, 7, "Digitala Dalen", "project", "test", 0.85),
    ]
    assert set(join(things, known(register.shipped())).values()) == {("project", "Digitala Dalen")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Styrgrupp digital utveckling", True, id="another form"),
        pytest.param("styrgruppen för digital utveckling", True, id="itself"),
        pytest.param("styrgruppen för arbetsmarknad", False, id="a sister"),
        pytest.param("socialnämnden", False, id="another body"),
    ],
)
def test_the_own_body(name: str, expected: bool) -> None:
    assert is_own_body("styrgruppen för digital utveckling", name) is expected
