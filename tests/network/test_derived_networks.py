"""Networks of a snapshot, made from the pairs that it keeps, are those that the graph itself gives."""

from collections.abc import Iterator

import pytest

from samverkan import network
from samverkan.publish import publish
from samverkan.store import Store
from samverkan.store.snapshot import SnapshotStore, open_current


@pytest.fixture(scope="module")
def snapshot(seeds: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SnapshotStore]:
    folder = tmp_path_factory.mktemp("networks")
    publish(seeds, folder)
    found = open_current(folder)
    yield found
    found.close()


@pytest.mark.parametrize("kind", ["people", "bodies", "representation"])
@pytest.mark.parametrize("most", [None, 4, 30])
def test_a_snapshot_gives_the_network_of_the_graph(
    snapshot: SnapshotStore, seeds: Store, kind: str, most: int | None
) -> None:
    kept = network.build(snapshot, kind, most=most)
    assert kept == network.build(seeds, kind, most=most)
    assert kept.edges
    assert most is None or len(kept.nodes) <= most


@pytest.mark.parametrize("kind", ["people", "bodies"])
def test_around_one_body_the_graph_is_asked(snapshot: SnapshotStore, seeds: Store, kind: str) -> None:
    (row,) = list(seeds.select("SELECT ?b { ?m <https://w3id.org/samverkan/ns#body> ?b } LIMIT 1").rows)
    body = row[0].value  # type: ignore[union-attr]
    assert network.build(snapshot, kind, body) == network.build(seeds, kind, body)
