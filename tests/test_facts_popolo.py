"""Popolo files of others: each membership a fact with its line, and clear words for what cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from samverkan import build, facts_popolo
from samverkan.errors import FactsError
from samverkan.facts import Document, Membership, Relation
from samverkan.register import shipped

FILE: dict[str, Any] = {
    "persons": [{"id": "p1", "name": "Åsa  Ek"}, {"id": 2, "name": "Bo Al"}],
    "organizations": [
        {"id": "o1", "name": "Vägrådet"},
        {"id": "o2", "name": "Arbetsgrupp Vägar", "parent_id": "o1"},
        {"id": "o3", "name": "Malmö"},
    ],
    "memberships": [
        {"person_id": "p1", "organization_id": "o1", "role": "Chairperson", "on_behalf_of_id": "o3"},
        {"person_id": "2", "organization_id": "o2", "start_date": "2019-01-01T00:00:00Z", "end_date": "2022"},
    ],
}


def listed(**changes: Any) -> facts_popolo.Listed:
    return facts_popolo.from_json({**FILE, **changes}, "file.json", "file")


def test_memberships_and_parents_become_facts() -> None:
    found = listed().facts
    assert found.document == Document("file", "composition")
    assert [(row.person, row.body, row.role, row.organisation, row.start, row.end) for row in found.memberships] == [
        ("Åsa Ek", "Vägrådet", "chair", "Malmö", None, None),
        ("Bo Al", "Arbetsgrupp Vägar", "member", None, "2019-01-01", "2022"),
    ]
    assert [(row.subject, row.relation, row.object) for row in found.relations] == [
        ("Arbetsgrupp Vägar", "part of", "Vägrådet")
    ]


def test_each_fact_points_to_its_line() -> None:
    found = listed()
    rows: tuple[Membership | Relation, ...] = (*found.facts.memberships, *found.facts.relations)
    quotes = [row.evidence.quote for row in rows if row.evidence]
    assert quotes == [
        "Åsa Ek, chair, Vägrådet, Malmö",
        "Bo Al, member, Arbetsgrupp Vägar, 2019-01-01–2022",
        "Arbetsgrupp Vägar is part of Vägrådet",
    ]
    assert [found.text[row.evidence.start : row.evidence.end] for row in rows if row.evidence] == quotes


def test_memberships_within_a_person_or_an_organization_count_too() -> None:
    persons = [{"id": "p1", "name": "Åsa Ek", "memberships": [{"organization_id": "o1"}]}]
    within = [{"id": "o1", "name": "Vägrådet", "memberships": [{"person": {"name": "Bo Al"}, "role": "observer"}]}]
    found = listed(persons=persons, organizations=within, memberships=[]).facts.memberships
    assert [(row.person, row.body, row.role) for row in found] == [
        ("Åsa Ek", "Vägrådet", "member"),
        ("Bo Al", "Vägrådet", "guest"),
    ]


def test_what_has_no_place_in_facts_is_told() -> None:
    assert listed(events=[{}, {}], motions=[]).unread == ("2 events: Popolo gives seats only",)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"memberships": {}}, "file.json: memberships is not a list"),
        ({"memberships": [3]}, r"memberships\[0\] is not an object"),
        ({"memberships": [{"organization_id": "o1"}]}, r"memberships\[0\] names no person: it needs person_id"),
        ({"memberships": [{"person_id": "p9"}]}, r"memberships\[0\].person_id: nothing in the file has the id 'p9'"),
        ({"persons": [{"id": "p1"}]}, r"persons\[0\] has no name"),
        ({"memberships": [{"person_id": "p1", "organization_id": "o1", "end_date": "soon"}]}, "'soon' is no date"),
        ({"memberships": [], "organizations": []}, "there is nothing to load"),
    ],
    ids=["no-list", "no-object", "no-person", "unknown-id", "no-name", "no-date", "nothing"],
)
def test_what_cannot_be_read_is_told_with_its_place(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(FactsError, match=message):
        listed(**changes)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(FILE, True), ({"persons": []}, True), ({"document": {}, "persons": []}, False), ({}, False), ([], False)],
    ids=["whole", "persons", "facts", "empty", "list"],
)
def test_popolo_is_told_from_facts(value: Any, expected: bool) -> None:
    assert facts_popolo.is_popolo(value) is expected


def test_a_popolo_file_is_loaded_as_a_document(tmp_path: Path) -> None:
    path = tmp_path / "parliament.json"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    [document] = build.inputs([path])
    found = build.read(document, shipped(), 1_000_000)
    assert found.text is not None
    assert found.text.startswith("parliament\n\nÅsa Ek, chair, Vägrådet, Malmö\n")
    assert len(found.facts.memberships) == 2
