"""Damaged minutes: the sample documents cut, joined and scrambled are read too, and each row still has its passage."""

import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan import register, sources
from samverkan.facts import Evidence
from samverkan.reading import read
from samverkan.resources import folder

# What scans, conversions and careless hands leave in a text; also letters that change their length with their case.
DAMAGE = (
    "",
    " ",
    "\n",
    "\t",
    "   ",
    "-\n",
    "§",
    "§ 5",
    "(",
    ")",
    "•",
    "1.",
    "…",
    ":",
    '"',
    "\u00ad",
    "\u00a0",
    "ﬁ",
    "İ",
    "ß",
)


@cache
def _samples() -> tuple[str, ...]:
    paths = sorted(folder("data/documents").glob("*.txt"))
    return tuple(sources.read(path, 10**7).text for path in paths)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A stretch of a sample document with up to a dozen wounds."""
    sample = draw(st.sampled_from(_samples()))
    start = draw(st.integers(0, len(sample) - 1))
    text = sample[start : start + draw(st.integers(50, 2500))]
    for _ in range(draw(st.integers(1, 12))):
        at, taken = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        text = text[:at] + draw(st.sampled_from(DAMAGE)) + text[at + taken :]
    return sources.normalise(text)


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _evidence(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _evidence(each)


@settings(max_examples=200, deadline=None)
@given(damaged())
def test_a_damaged_document_is_read_and_every_row_quotes_its_passage(text: str) -> None:
    facts = read(text, register.shipped()).facts
    for proof in _evidence(facts):
        assert text[proof.start : proof.end] == proof.quote != ""
    assert all(item.title for item in facts.agenda)


def _titles(heading: str) -> list[str]:
    text = (
        f"Minnesanteckningar styrgruppen 4 mars 2021\n\nEkonomi\nLäget är gott enligt kansliet.\n\n{heading}\n"
        "Kansliet gick igenom läget för gruppen.\n\nÖvriga frågor\nInga frågor fanns.\n"
    )
    return [item.title for item in read(text, register.shipped()).facts.agenda]


def test_a_line_that_is_only_the_number_of_a_case_is_no_item() -> None:
    assert _titles("LÄSÅRET 2022/23") == ["Ekonomi", "Övriga frågor"]


def test_a_heading_with_the_number_of_a_case_is_an_item() -> None:
    assert _titles("Ny skola RS 2022/23") == ["Ekonomi", "Ny skola", "Övriga frågor"]


@pytest.mark.parametrize("piece", ["A-", "a-\n", "Anna Ek, ", "Närvarande: ", "§ 5 ", "att "])
def test_a_text_of_one_piece_over_and_over_takes_time_as_its_length(piece: str) -> None:
    """60 kB take a second or less; were a rule to go over the whole text for each piece, it would be tens."""
    text = piece * (60_000 // len(piece))
    began = time.process_time()
    read(text, register.shipped())
    assert time.process_time() - began < 6


def test_a_text_that_ends_behind_a_body_and_a_joint_is_read() -> None:
    assert read("1. Läget\nVi hörde hur det går. Ledningsgrupp barn och", register.shipped()).facts.document
