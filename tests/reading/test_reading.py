"""Reading as a whole: any text is read without an exception, and every row points at its passage."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan import register, sources
from samverkan.facts import Evidence
from samverkan.facts_json import dumps, loads
from samverkan.reading import read

# What minutes are made of, so that random texts run into the rules and not past them.
# fmt: off
FRAGMENTS = (
    "Minnesanteckningar", "Protokoll", "Närvarande:", "Frånvarande", "Ledamöter", "Ersättare", "Ordförande",
    "Sekreterare", "För Region Skåne", "För kommunerna", "Vakant", "Anna Ek", "Bo Ström (S)", "Eva Öst, Sala",
    "tjg ersättare för", "§ 1", "§§ 2-4", "1.", "2 a.", "a)", "Beslut:", "att", "att-sats", "beslutar att",
    "Styrgruppen", "uppdrar åt kansliet", "remiss", "senast den 5 maj", "Plats och tid", "kl 9-12", "2021-03-04",
    "den 4 mars", "7/9", "30-31 januari 2019", "Teams", "medverkar", "Vid punkt 1 deltog", "Justeras", "______",
    "Sida 1 av 2", "Transkript:", "Relevanta dokument", "\t", "\n", "\n\n", "   ", ", ", " och ", ".", ":", "(", ")",
    "-\n", "”", '"', "ÅÄÖ", "ATT", "Roll: Ordförande i", "Representerar:", "x", "–", "Mandatperioden 2019-2022",
    "Hälso- och sjukvård",
)
# fmt: on
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=40).map("\n".join),
)


def _evidence(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _evidence(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _evidence(each)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_row_quotes_its_passage(raw: str) -> None:
    text = sources.normalise(raw)
    reading = read(text, register.shipped())
    for proof in _evidence(reading.facts):
        assert text[proof.start : proof.end] == proof.quote
        assert 0 < proof.confidence <= 1
        assert "." in proof.rule
    for ignored in reading.ignored:
        assert 0 <= ignored.start < ignored.end <= len(text)
        assert ignored.reason


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same_facts(raw: str) -> None:
    text = sources.normalise(raw)
    assert read(text, register.shipped()) == read(text, register.shipped())


def test_facts_survive_json() -> None:
    text = (
        "Protokoll Styrgruppen 2021-03-04\nNärvarande: Anna Ek (S), Bo Ström\n\n"
        "§ 1 Mål\nStyrgruppen beslutar att anta planen.\n"
    )
    facts = read(text, register.shipped()).facts
    assert loads(dumps(facts)) == facts
    assert [row.person for row in facts.attendance] == ["Anna Ek", "Bo Ström"]


def test_what_was_ignored_is_reported_with_its_reason() -> None:
    text = "Protokoll\nRelevanta dokument\nBudget 2012\nTranskript:\nNärvarande: Anna Ek, Bo Ström\nSida 1 av 2\n"
    ignored = read(text, register.shipped()).ignored
    assert [(text[each.start : each.end].split("\n")[0], each.reason) for each in ignored] == [
        ("Relevanta dokument", "related links"),
        ("Transkript:", "download caption"),
        ("Sida 1 av 2", "page number"),
    ]


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["seeds", "dev"])
def test_the_people_of_the_reference_corpora(shared: Path, corpus: str) -> None:
    """Who was there and who sits on what, in every document, as the gold files have it (spelling and status)."""
    wrong = []
    for gold in sorted((shared / "corpus" / corpus).glob("*.json")):
        facts = read(sources.read(gold.with_suffix(".txt"), 10**7).text, register.shipped()).facts
        expected = json.loads(gold.read_text("utf-8"))
        rows = {(row["person"], row["status"]) for row in expected.get("attendance", [])}
        found = {(row.person, row.status) for row in facts.attendance}
        wrong += [(gold.stem, *row) for row in rows ^ found]
        assert facts.document.kind == expected["document"]["kind"], gold.stem
        assert facts.document.date == expected["document"]["date"], gold.stem
    assert wrong == []
