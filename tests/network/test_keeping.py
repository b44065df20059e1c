"""The networks of a snapshot are kept beside it as they are worked out, and are the same when they are not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from samverkan import network, picturing
from samverkan.cli import documents
from samverkan.network import keeping
from samverkan.publish import publish
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, current, open_current

KINDS = ("people", "bodies", "representation")


@pytest.fixture(scope="module")
def settings(seeds: Store, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    found = Settings(data=tmp_path_factory.mktemp("kept"))
    publish(seeds, found.data / "published")
    return found


@pytest.fixture(scope="module")
def snapshot(settings: Settings) -> Iterator[SnapshotStore]:
    found = open_current(settings.data / "published")
    yield found
    found.close()


def test_all_parts_are_kept_once_and_are_what_was_worked_out(settings: Settings, snapshot: SnapshotStore) -> None:
    before = {(kind, size): network.part(snapshot, kind, size) for kind in KINDS for size in keeping.MOST}
    assert not keeping.are_kept(snapshot.snapshot.path)
    assert picturing.picture(settings)
    assert keeping.are_kept(snapshot.snapshot.path)
    assert not picturing.picture(settings)
    for (kind, size), made in before.items():
        told = json.loads((snapshot.snapshot.path / "networks" / f"{kind}-{size}.json").read_bytes())
        assert len(told["nodes"]) == len(made.network.nodes) > 2
        kept = network.part(snapshot, kind, size)
        assert (kept.things, kept.ties, kept.choices, kept.places) == (
            made.things, made.ties, made.choices, made.places,
        )  # fmt: skip
        assert kept.network.nodes == made.network.nodes
        assert [ties(edge) for edge in kept.network.edges] == [ties(edge) for edge in made.network.edges]


def ties(edge: network.Edge) -> object:
    """What is kept of an edge: all but the document and the quote of its reasons, which are asked for when told."""
    return edge.source, edge.target, edge.weight, [
        (each.source, each.tie, each.target, each.via, each.via_label, each.fact, each.since, each.until)
        for each in edge.reasons
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("most", [4, 30, 5_000])
def test_an_outline_is_the_network_without_its_reasons(seeds: Store, kind: str, most: int) -> None:
    outline, whole = network.outline(seeds, kind, most), network.build(seeds, kind, most=most)
    assert outline.nodes == whole.nodes
    assert [(edge.source, edge.target, edge.weight) for edge in outline.edges] == [
        (*sorted((edge.source, edge.target)), edge.weight) for edge in whole.edges
    ]
    assert not any(edge.reasons for edge in outline.edges)


def test_among_picked_things_are_the_ties_between_them_alone(seeds: Store, snapshot: SnapshotStore) -> None:
    people = sorted(network.people(seeds).nodes)[:9]
    bodies = sorted(network.bodies(seeds).nodes)
    for picked in (people, bodies, [*people, *bodies]):
        found = network.among(snapshot, picked)
        assert sorted(found.nodes) == sorted(picked)
        assert found == network.among(seeds, picked)
    met = network.among(seeds, people)
    whole = {(edge.source, edge.target): edge for edge in network.people(seeds).edges}
    tied = {(edge.source, edge.target): edge for edge in met.edges if edge.reasons[0].tie == "met"}
    assert tied == {ends: edge for ends, edge in whole.items() if set(ends) <= set(people)}
    assert tied


def test_among_bodies_is_who_prepares_for_whom_and_who_was_asked_to_do_something(seeds: Store) -> None:
    whole = network.bodies(seeds)
    told = {each for edge in network.among(seeds, whole.nodes).edges for each in edge.reasons}
    assert {each for edge in whole.edges for each in edge.reasons} <= told
    assert {each.tie for each in told} == {"prepares for", "assigned"}


SEATS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix samv: <https://w3id.org/samverkan/ns#> . @prefix : <urn:> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix opengov: <http://www.w3.org/ns/opengov#> .
:g { :one a samv:Body . :two a samv:Body . :ann a foaf:Person . :town a samv:Municipality .
     :f1 a org:Membership ; org:member :ann ; org:organization :one ; opengov:onBehalfOf :town .
     :f2 a org:Membership ; org:member :ann ; org:organization :two . }
"""


def test_among_bodies_are_shared_people_and_among_organisations_where_they_are_represented() -> None:
    store = OxigraphStore()
    store.bulk_load(parse(SEATS, RdfFormat.TRIG))

    def told(*names: str) -> list[tuple[str, str, str]]:
        found = network.among(store, [f"urn:{name}" for name in names])
        return sorted((edge.source[4:], edge.reasons[0].tie, edge.target[4:]) for edge in found.edges)

    assert told("one", "two") == [("one", "shares", "two")]
    assert told("one", "two", "town") == [("one", "shares", "two"), ("town", "represented", "one")]
    assert told("ann", "two", "town") == [("ann", "represents", "town"), ("ann", "seat", "two")]


def test_a_snapshot_gives_the_shared_people_of_the_graph(tmp_path: Path) -> None:
    store = OxigraphStore()
    store.bulk_load(parse(SEATS, RdfFormat.TRIG))
    publish(store, tmp_path)
    snapshot = open_current(tmp_path)
    for most in (None, 2):
        assert network.bodies(snapshot, most=most) == network.bodies(store, most=most)
    (edge,) = network.bodies(snapshot, most=2).edges
    assert (edge.source, edge.target, edge.weight) == ("urn:one", "urn:two", 1)
    assert [each.fact for each in edge.reasons] == ["urn:f1", "urn:f2"]
    assert network.among(snapshot, ["urn:one", "urn:two"]) == network.among(store, ["urn:one", "urn:two"])
    snapshot.close()


def test_publishing_by_hand_keeps_the_networks_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERKAN_DATA", str(tmp_path))
    done = CliRunner().invoke(documents.publish)
    assert (done.exit_code, done.exception) == (0, None)
    assert keeping.are_kept(current(tmp_path / "published").path)
