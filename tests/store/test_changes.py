"""The list of written graphs: what was listed since a moment, and when nothing can be told."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.store import changes
from samverkan.store.changes import Changes, Moment
from samverkan.store.oxigraph import OxigraphStore

ONE, TWO = NamedNode("http://example.org/one"), NamedNode("http://example.org/två")


@pytest.fixture
def kept(tmp_path: Path) -> Changes:
    return Changes(tmp_path / "list")


def test_graphs_are_listed_from_a_moment_on(kept: Changes) -> None:
    kept.add(ONE)
    then = kept.now()
    assert kept.since(then) == frozenset()
    kept.add(TWO)
    kept.add(TWO)
    assert kept.since(then) == {TWO.value}


def test_another_list_cannot_tell(kept: Changes) -> None:
    length = kept.now().length
    assert kept.since(Moment("another", length)) is None


def test_a_list_that_lost_its_end_cannot_tell(kept: Changes, tmp_path: Path) -> None:
    kept.add(ONE)
    then = kept.now()
    path = tmp_path / "list"
    path.write_bytes(path.read_bytes()[:-5])
    assert kept.since(then) is None


def test_after_the_machine_started_again_nothing_can_be_told(kept: Changes, monkeypatch: pytest.MonkeyPatch) -> None:
    then = kept.now()
    monkeypatch.setattr(changes, "_boot", lambda: "another start")
    assert kept.since(then) is None
    kept.add(ONE)
    assert kept.now().list != then.list


def test_a_long_list_is_begun_anew(kept: Changes, monkeypatch: pytest.MonkeyPatch) -> None:
    then = kept.now()
    monkeypatch.setattr(changes, "_MOST", 10)
    assert kept.now().list != then.list
    assert kept.since(then) is None


def test_every_way_to_write_is_listed(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    then = store.backup(tmp_path / "copy")
    assert then
    assert store.changed_since(then) == frozenset()
    store.bulk_load([Quad(ONE, ONE, Literal(1), ONE)])
    assert store.changed_since(then) == {ONE.value}
    then = store.backup(tmp_path / "another copy")
    assert then
    store.replace_graph(TWO, [Quad(ONE, ONE, Literal(1), TWO)])
    store.remove_graph(ONE)
    assert store.changed_since(then) == {ONE.value, TWO.value}


def test_a_store_in_memory_cannot_tell() -> None:
    assert OxigraphStore().changed_since(Moment("any", 0)) is None
