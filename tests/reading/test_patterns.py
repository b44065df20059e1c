"""Patterns that look before they search find what `re` finds."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from samverkan import reading, sources
from samverkan.reading.patterns import Pattern, parts_with, seldom
from samverkan.resources import folder

I = re.IGNORECASE  # noqa: E741

NEEDS = {
    "one string": (r"\buppdrag till\b", 0, ("uppdrag till",)),
    "each way to write it": (r"\b(?:på|för) remiss\b", 0, ("för remiss", "på remiss")),
    "a part that may lack": (r"remitter(?:ades)?", 0, ("remitter",)),
    "letters of either size": (r"[Oo]rdföranden", 0, ("Ordföranden", "ordföranden")),
    "small letters where size is nothing": (r"\bBeslut\b", I, ("beslut",)),
    "small letters where it is nothing inside": (r"(?i:Beslut)\d", 0, ("beslut",)),
    "the longer of two parts": (r"\bav\s+(?:kansliet|nämnden)", 0, ("kansliet", "nämnden")),
    "the rarer of two parts": (r"(?:ber|bad)\s+att", 0, ("bad", "ber")),
    "without those that hold another": (r"remiss|remissvar|svar", 0, ("remiss", "svar")),
    "of what is repeated": (r"(?:beslut\s)+", 0, ("beslut",)),
    "nothing of what is looked at ahead or behind": (r"(?<=nämnden)\s(?!beslut)", 0, ()),
    "nothing where one way has none": (r"beslut|\d+", 0, ()),
    "nothing of what may lack": (r"(?:beslut)?\d", 0, ()),
    "nothing of what is repeated or lacks": (r"(?:beslut)*\d", 0, ()),
    "nothing of letters that are not to stand there": (r"[^ab]\d", 0, ()),
    "nothing of any letter": (r".\w\d[a-zåäö]", 0, ()),
}


@pytest.mark.parametrize(("expression", "flags", "needs"), NEEDS.values(), ids=NEEDS)
def test_needs_are_what_every_match_holds(expression: str, flags: int, needs: tuple[str, ...]) -> None:
    assert Pattern(expression, flags).needs == needs


def test_a_part_of_a_text_is_searched_alone() -> None:
    pattern = Pattern(r"\bremiss\b", I)
    text = "Remiss om vägar, ingen remiss om hus"
    assert [found.start() for found in pattern.finditer(text)] == [0, 23]
    assert pattern.search(text, 1, 22) is None
    assert (found := pattern.search(text, 1)) is not None
    assert found.start() == 23
    assert pattern.match(text, 23) is not None
    assert list(pattern.finditer(text, 1, 20)) == []


def test_what_is_seldom_said_is_sought_in_the_paragraphs_that_may_hold_it() -> None:
    said, other = "En plats är VAKANT." + " Mötet avslutades." * 30, "En plats är tillsatt." * 30
    text = "\n\n".join((other, said, other))
    parts = list(parts_with(text, ("vakant", "obesatt")))
    assert [text[start:end].strip() for start, end in parts] == [said]
    assert [found[0] for found in seldom(re.compile("plats är"), text, ("vakant",))] == ["plats är"]
    assert list(parts_with("", ("vakant",))) == []


BEGINNINGS = {
    "words": r"\b(?:deltog|medverkade)\b",
    "a word in letters of either size": r"(?<!\S)[Nn]ästa (?:möte|träff)",
    "a word that may lack": r"(?:Ej )?närvarande",
    "what stands ahead": r"(?<=\s)(?=(?:Plats|Tid):)",
    "one that holds the other": r"Med|Medverkande|Medverk",
    "any letter": r"\w+ande",
    "small letters or not": r"(?i:plats|tid)",
    "small letters or not throughout": r"(?i)plats|tid",
    "a capital or a figure": r"(?<=\s)(?=[A-ZÅÄÖ]\w+:|\d\s)",
    "a sign or a figure": r"[:.]\s(?:Sal|kl)|\d\d?\s",
    "any letter but some": r"[^a-z]\w",
    "nothing": r"(?:Plats)?",
}


@pytest.mark.parametrize("expression", BEGINNINGS.values(), ids=BEGINNINGS)
def test_all_matches_are_found_whatever_they_begin_with(expression: str) -> None:
    text = (
        "Medverkande: Ej närvarande Plats: Sal 3 Tid: kl 9 Ej Ej närvarande, närvarande MedMed. Nästa möte deltog nästa"
        " träff medverkade PLATS"
    )
    for start, end in ((0, len(text)), (3, 60), (40, 41)):
        found = [match.span() for match in Pattern(expression).finditer(text, start, end)]
        assert found == [match.span() for match in re.compile(expression).finditer(text, start, end)]


def test_nothing_is_replaced_where_nothing_is_found() -> None:
    pattern = Pattern(r"\bremiss(?=\s)")
    assert pattern.sub("svar", "på remiss nu") == "på svar nu"
    assert pattern.sub("svar", "remisserna kom") == "remisserna kom"
    assert pattern.sub("svar", "inget kom") == "inget kom"


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for module in pkgutil.walk_packages(reading.__path__, "samverkan.reading."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Pattern):
                yield f"{module.name}.{name}", value


def test_the_patterns_of_the_reader_find_in_the_samples_what_re_finds() -> None:
    text = "\n".join(sources.read(path, 10**6).text for path in sorted(folder("data/documents").glob("*.txt")))
    lines = [line for line in text.split("\n") if line]
    assert len(lines) > 200
    patterns = list(_patterns())
    assert len(patterns) >= 5
    for name, pattern in patterns:
        found = [match and match.span() for match in map(pattern.search, lines)]
        assert found == [match and match.span() for match in map(pattern.compiled.search, lines)], name
        everywhere = [match.span() for match in pattern.finditer(text)]
        assert everywhere == [match.span() for match in pattern.compiled.finditer(text)], name
