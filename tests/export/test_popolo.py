"""The graph as Popolo JSON: what its schemas ask for, and what the graph says."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from samverkan import facts_popolo, publish
from samverkan.build import inputs, load
from samverkan.export import popolo
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import open_current

ROOT = Path(__file__).resolve().parents[2]
ID = "https://w3id.org/samverkan/id/"
CS = ID + "body/12/centralt_samverkansorgan"
SCHEMAS = {
    "persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership",
    "areas": "area", "events": "event", "motions": "motion",
}  # fmt: skip


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample documents as they are published."""
    folder = tmp_path_factory.mktemp("popolo")
    store = OxigraphStore()
    load(inputs([ROOT / "data" / "documents"]), store, Settings(data=folder))
    publish.publish(store, folder)
    return open_current(folder)


@pytest.fixture(scope="module")
def written(samples: Store) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(popolo.written(samples))
    return found


@pytest.mark.shared
def test_every_object_conforms_to_its_schema(shared: Path, written: dict[str, list[dict[str, Any]]]) -> None:
    schemas = [json.loads(path.read_text()) for path in (shared / "schemas" / "popolo").glob("*.json")]
    registry: Registry[Any] = Registry().with_resources(
        (schema["id"].removesuffix("#"), DRAFT3.create_resource(schema)) for schema in schemas
    )
    by_title = {schema["id"].rpartition("/")[2].removesuffix(".json#"): schema for schema in schemas}
    assert set(written) == set(SCHEMAS)
    for name, objects in written.items():
        assert objects, name
        checker = Draft3Validator(
            by_title[SCHEMAS[name]], registry=registry, format_checker=Draft3Validator.FORMAT_CHECKER
        )
        for each in objects:
            checker.validate(each)


def test_the_schemas_would_find_a_fault(shared: Path) -> None:
    schema = json.loads((shared / "schemas" / "popolo" / "membership.json").read_text())
    assert not Draft3Validator(schema).is_valid({"start_date": "in spring"})


def test_who_sits_on_a_body_stands_with_role_side_and_sentence(written: dict[str, list[dict[str, Any]]]) -> None:
    page = ID + "document/skane-centralt-samverkansorgan"
    seats = [each for each in written["memberships"] if each["id"].startswith(page)]
    assert {each["organization_id"] for each in seats} == {CS}
    [chair] = [each for each in seats if each["role"] == "chair"]
    assert chair["person_id"].endswith("mannfalk")
    assert chair["on_behalf_of_id"] == ID + "region/12"
    [source] = chair["sources"]
    assert source["url"] == page
    assert "Mannfalk" in source["note"]


def test_every_identifier_that_is_pointed_to_is_told(written: dict[str, list[dict[str, Any]]]) -> None:
    known = {each["id"] for objects in written.values() for each in objects}
    keys = ("person_id", "organization_id", "on_behalf_of_id", "area_id", "legislative_session_id")
    pointed = {each[key] for objects in written.values() for each in objects for key in keys if key in each}
    assert pointed - known == set()


def test_vacant_seats_and_seats_by_rule_are_posts(written: dict[str, list[dict[str, Any]]]) -> None:
    assert sorted(each["label"] for each in written["posts"] if each["organization_id"] == CS) == [
        "4 seats vacant for kommunerna",
        "8 seats for Region Skåne",
        "8 seats for kommunerna",
    ]


def test_a_municipality_has_its_county_and_its_point(written: dict[str, list[dict[str, Any]]]) -> None:
    [malmö] = [each for each in written["areas"] if each["identifier"] == "1280"]
    assert malmö["parent_id"] == ID + "county/12"
    assert malmö["geometry"] == {"type": "Point", "coordinates": [12.95458, 55.58141]}


def test_a_meeting_has_those_who_were_there(written: dict[str, list[dict[str, Any]]]) -> None:
    [meeting] = [each for each in written["events"] if each.get("start_date") == "2019-01-30"]
    assert meeting["end_date"] == "2019-01-31"
    names = {each["name"] for each in meeting["attendees"]}
    assert len(names) == len(meeting["attendees"]) > 10


def test_what_is_written_can_be_loaded_again(written: dict[str, list[dict[str, Any]]]) -> None:
    again = facts_popolo.from_json(written, "samverkan.json", "samverkan").facts
    assert len(again.memberships) == len(written["memberships"])


def test_addresses_are_ascii() -> None:
    assert popolo.address("https://example.org/åsa?a=1#b") == "https://example.org/%C3%A5sa?a=1#b"
