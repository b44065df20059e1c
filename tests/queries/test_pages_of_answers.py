"""A page of an answer that a snapshot keeps: some rows from a number on, and how many there are in all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from samverkan import queries
from samverkan.publish import publish
from samverkan.standing import standing
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import SnapshotStore, open_current

SAMPLE = Path(__file__).parent / "sample.trig"
KEPT = sorted(each.name for each in standing() if "/" not in each.name)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SnapshotStore, QueryPool]]:
    folder = tmp_path_factory.mktemp("pages")
    store = OxigraphStore()
    store.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    publish(store, folder)
    snapshot, pool = open_current(folder), QueryPool(folder)
    yield snapshot, pool
    pool.close()
    snapshot.close()


@pytest.mark.parametrize("name", KEPT)
def test_pages_together_are_the_answer(published: tuple[SnapshotStore, QueryPool], name: str) -> None:
    store, pool = published
    every = list(queries.run(store, name).rows)
    pages = [list(queries.answered(store, pool, name, {}, 2, first).rows) for first in range(0, len(every) + 2, 2)]
    assert [row for page in pages for row in page] == every
    assert queries.counted(store, name, {}, 1_000) == len(every)
    assert queries.counted(store, name, {}, 1) == min(1, len(every))


def test_what_is_chosen_is_counted_alone(published: tuple[SnapshotStore, QueryPool]) -> None:
    store, pool = published
    body = next(str(row[0].value) for row in queries.run(store, "who-sits-on").rows if row[0])  # type: ignore[union-attr]
    rows = list(queries.run(store, "who-sits-on", {"body": body}).rows)
    assert queries.counted(store, "who-sits-on", {"body": body}, 100) == len(rows)
    assert list(queries.answered(store, pool, "who-sits-on", {"body": body}, 1).rows) == rows[:1] != []


def test_what_stands_in_other_tables_is_not_counted_but_has_pages(published: tuple[SnapshotStore, QueryPool]) -> None:
    store, pool = published
    assert queries.counted(store, "people-who-meet-most", {}, 100) is None
    every = list(queries.answered(store, pool, "people-who-meet-most", {}, 100).rows)
    assert list(queries.answered(store, pool, "people-who-meet-most", {}, 2, 1).rows) == every[1:3] != []


def test_a_store_that_keeps_no_answers_counts_none() -> None:
    assert queries.counted(OxigraphStore(), "who-sits-on", {}, 100) is None
