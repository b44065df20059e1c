"""The checks: every row is an offence; each finds its mistake and passes over the near miss beside it."""

from pathlib import Path

import pytest

from samverkan import queries
from samverkan.checking import questions
from samverkan.errors import QueryError
from samverkan.store import Store

FOUND = {
    "assignment-past-due": [
        ("2021-04", "räkna", "Fjärde mötet", "1. Budget", "Fel"),
        ("2021-05-31", "ångra", "Sjunde mötet", "1. Vägar", "Fel"),
    ],
    "correction-without-effect": [("reject X", "Fel", "Står inte så.", "Ann")],
    "dangling-entity-without-label": [("nameless", "no rule", "fel")],
    "day-outside-meeting": [("1", "d", "2020-05-03", "fel")],
    "due-before-meeting": [("2021-05-31", "ångra", "Sjunde mötet", "Fel")],
    "end-before-start": [("2", "2020-06-02", "2020-06-01", "fel")],
    "fact-without-document": [("lost document",), ("no document",)],
    "fact-without-evidence": [
        ("no document", None, "samv:inDocument"),
        ("no passage", "fel", "prov:wasDerivedFrom"),
        ("no quote", "fel", "oa:exact, oa:start, oa:end"),
        ("no rule", "fel", "samv:confidence, samv:rule"),
        ("no version", "olast", "schema:softwareVersion"),
    ],
    "more-holders-than-seats": [("Utskottet", "kommunerna", "1", "1", "1", "Fel")],
    "outside-the-life-of-a-body": [
        ("Gamla laget", "Ada", "2016", "2015", "Fel"),
        ("Nya laget", None, "2014-12-31", "2015", "Fel"),
        ("Övriga laget", "Cia", "2019-02", "2019-01-01", "Fel"),
    ],
    "part-of-itself": [("Väglaget", "Vården", "Fel"), ("Vården", "Väglaget", "Fel")],
    "present-and-absent-same-day": [("Möte", "Ada", "Fel")],
    "published-before-meeting": [("Tidig", "2021-05-31", "2021-06-01")],
    "quote-not-in-text": [("char=4,14", "Ordförande", "ordförande", "citat")],
    "seated-twice": [("Gruppen", "Cia", "Fel")],
    "two-chairs": [("Rådet", "Ada", "Bo", "Fel"), ("Vården", "Ada", "Bo", "Fel")],
    "two-meetings-on-one-day": [("Ada", "Fjärde mötet", "Alby", "Femte mötet", "Fjärran", "Fel")],
    "two-parties": [("Cia", "M", "S", "Fel")],
    "two-people-chair-a-meeting": [("Andra mötet", "Ada", "Bo", "Fel")],
}

# What the gold facts of the reference corpus are rightly told of.
TRUE_OF_GOLD = {"fact-without-evidence", "assignment-past-due"}


def rows(store: Store, name: str) -> list[tuple[str | None, ...]]:
    asked = queries.query(f"checks/{name}")
    return [tuple(cell.text for cell in row) for row in queries.cells(asked, queries.run(store, f"checks/{name}"))]


def test_every_check_is_tested() -> None:
    assert set(FOUND) == set(queries.checks())


@pytest.mark.parametrize("name", FOUND)
def test_a_check_finds_its_mistake_and_no_near_miss(faulty: Store, name: str) -> None:
    assert rows(faulty, name) == FOUND[name]


@pytest.mark.parametrize("name", sorted(set(FOUND) - TRUE_OF_GOLD))
def test_the_gold_facts_of_the_corpus_have_no_offence(seeds: Store, name: str) -> None:
    assert rows(seeds, name) == []


def test_gold_facts_come_without_evidence_and_the_check_counts_them_all(seeds: Store) -> None:
    assert len(rows(seeds, "fact-without-evidence")) == 295


def test_the_forum_in_halland_was_to_have_a_new_model_of_its_budget_by_june(seeds: Store) -> None:
    assert {(due, meeting) for due, _, meeting, _, _ in rows(seeds, "assignment-past-due")} == {
        ("2019-06", "Kommun- och regionledningsforum 2019-01-30")
    }


@pytest.mark.parametrize("name", sorted(FOUND))
def test_an_offence_leads_to_the_statements_that_make_it(faulty: Store, name: str) -> None:
    found = [finding for finding in questions.offences(faulty) if finding.check == name]
    assert len(found) == len(FOUND[name])
    assert all(finding.facts for finding in found)


def test_a_level_is_one_of_three(tmp_path: Path) -> None:
    path = tmp_path / "grave.rq"
    path.write_text("#+ title: T\n#+ summary: S\n#+ level: grave\nSELECT * WHERE { ?s ?p ?o }", "utf-8")
    with pytest.raises(QueryError, match="grave is no level of a check; use one of error, warning, notice"):
        queries.read(path)
