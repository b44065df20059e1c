"""What a text is about, by the list of themes: the beginnings of words tell it, and no others."""

import pytest
from pyoxigraph import RdfFormat, parse

from samverkan.resources import folder
from samverkan.themes import Themes
from samverkan.vocabulary import SKOS, THEMES

QUADS = list(parse(path=folder("ontology") / "themes.ttl", format=RdfFormat.TURTLE))
ABOUT = Themes((quad.object.value, quad.subject.value) for quad in QUADS if quad.predicate == SKOS.hiddenLabel)


@pytest.mark.parametrize(
    ("title", "themes"),
    [
        ("Målbild och handlingsplan Nära vård", {"health"}),
        ("E-hälsostrategi med förslag till handlingsplan", {"digital"}),
        ("Kollektivtrafiken och den regionala infrastrukturen", {"transport"}),
        ("SIP-kvalitet i äldreomsorgen", {"social care"}),
        ("Digitala vårdmöten", {"digital", "health"}),
        ("EU-frågor", {"international"}),
        ("Budget 2022", {"governance"}),
        ("Konstituerande möte", {"governance"}),
        ("Kristianstad och Kristinehamn", set()),
        ("Neutrala frågor om europavägar", set()),
        ("Omvårdnad", set()),
        ("Övriga frågor", set()),
    ],
)
def test_a_title_is_about_what_its_words_begin_with(title: str, themes: set[str]) -> None:
    assert ABOUT.of(title) == {THEMES[each].value for each in themes}


def test_every_theme_has_words_of_its_own() -> None:
    told = {quad.subject for quad in QUADS if quad.predicate == SKOS.hiddenLabel}
    assert told == set(THEMES.values())


def test_without_a_list_nothing_is_about_anything() -> None:
    assert Themes([]).of("Nära vård") == frozenset()
