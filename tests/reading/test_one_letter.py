"""One lettered point alone below a numbered item has its text to itself; several in a row only name the topic."""

import pytest

from samverkan import register
from samverkan.reading import read

HEAD = """Protokoll Hälsonämnden 2031-03-04

Närvarande
Anna Ek, Sala

§ 32 Tider
Nämnden beslutar
att fastställa tiderna.

§ 33 Övriga frågor
"""


@pytest.mark.parametrize(
    ("points", "items"),
    [
        ("a) Bussar\nFrågan om bussar tas upp igen i september.\n", ["33 a"]),
        ("a) Bussar\n\nFrågan bordläggs.\n", ["33 a"]),
        ("a) Bussar\nNämnden beslutar\natt bordlägga ärendet.\n", ["33 a"]),
        ("a) Bussar\nFrågan bordläggs.\nb) Vägar\nFrågan bordläggs till maj.\n", ["33 a", "33 b"]),
        ("a) Bussar\nFrågan bordläggs.\nb) Vägar\nLäget är gott.\n", ["33 a"]),
        # near misses: points that only say what the item is about, or none
        ("a) Bussar\nb) Vägar\nNämnden beslutar\natt bordlägga ärendena.\n", ["33"]),
        ("a) Bussar\nb) Vägar\nc) Broar\nNämnden beslutar\natt bordlägga ärendena.\n", ["33"]),
        ("Frågan om bussar tas upp igen i september.\n", ["33"]),
        ("Nämnden beslutar\natt bordlägga ärendet.\n", ["33"]),
    ],
)
def test_whose_a_decision_below_points_is(points: str, items: list[str]) -> None:
    decisions = read(HEAD + points, register.shipped()).facts.decisions
    assert [each.item for each in decisions] == ["32", *items]
