"""The checks: every row is an offence; each finds its mistake and passes over the near miss beside it."""

import pytest

from samverkan import queries
from samverkan.store import Store

FOUND = {
    "two-chairs": [("Rådet", "Ada", "Bo", "Fel")],
    "two-people-chair-a-meeting": [("Andra mötet", "Ada", "Bo", "Fel")],
    "seated-twice": [("Gruppen", "Cia", "Fel")],
    "present-and-absent-same-day": [("Möte", "Ada", "Fel")],
    "day-outside-meeting": [("1", "d", "2020-05-03", "fel")],
    "end-before-start": [("2", "2020-06-02", "2020-06-01", "fel")],
    "fact-without-document": [("lost document",), ("no document",)],
    "fact-without-evidence": [("no passage", "fel"), ("no quote", "fel"), ("no rule", "fel")],
    "dangling-entity-without-label": [("nameless", "no rule", "fel")],
}


def rows(store: Store, name: str) -> list[tuple[str | None, ...]]:
    asked = queries.query(f"checks/{name}")
    return [tuple(cell.text for cell in row) for row in queries.cells(asked, queries.run(store, f"checks/{name}"))]


def test_every_check_is_tested() -> None:
    assert set(FOUND) == set(queries.checks())


@pytest.mark.parametrize("name", FOUND)
def test_a_check_finds_its_mistake_and_no_near_miss(faulty: Store, name: str) -> None:
    assert rows(faulty, name) == FOUND[name]


@pytest.mark.parametrize("name", sorted(set(FOUND) - {"fact-without-evidence"}))
def test_the_gold_facts_of_the_corpus_have_no_offence(seeds: Store, name: str) -> None:
    assert rows(seeds, name) == []


def test_gold_facts_come_without_evidence_and_the_check_counts_them_all(seeds: Store) -> None:
    assert len(rows(seeds, "fact-without-evidence")) == 295
