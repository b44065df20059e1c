"""The index of a removed snapshot that becomes that of the next: the same as a copy of the last, or a copy is made."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.publish import publish, renew
from samverkan.settings import Settings
from samverkan.store import spare
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import INDEX, current, open_current

EX = "http://example.org/"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def name(store: OxigraphStore, number: int, label: str) -> None:
    """Let a graph say how a thing is called."""
    graph = NamedNode(f"{EX}graph/{number}")
    store.replace_graph(graph, [Quad(NamedNode(f"{EX}thing/{number}"), LABEL, Literal(label), graph)])


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OxigraphStore]:
    monkeypatch.setattr("samverkan.store.spare.WORTH", 0)
    monkeypatch.setattr("samverkan.publish.standing", tuple)
    store = OxigraphStore(tmp_path / "live")
    for number in range(40):
        name(store, number, f"Namn {number}")
    publish(store, tmp_path / "published")
    yield store
    store.close()


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The indexes that were copied."""
    made: list[Path] = []

    def copied(source: Path, target: Path) -> None:
        made.extend([target] if target.name == INDEX else [])
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr("samverkan.store.spare.shutil.copyfile", copied)
    return made


def names(folder: Path) -> list[tuple[str, str]]:
    """What things are called by the index of the current snapshot, which is whole and can be searched."""
    with closing(sqlite3.connect(f"file:{current(folder).path / INDEX}?immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA journal_mode").fetchone() != ("wal",)
        return connection.execute("SELECT iri, label FROM thing ORDER BY iri").fetchall()


def published_again(store: OxigraphStore, folder: Path, times: int) -> None:
    for number in range(times):
        name(store, number % 7, f"Annat namn {number}" * (number % 4 * 50 + 1))
        publish(store, folder)


def test_the_third_index_is_the_first_with_what_changed(
    live: OxigraphStore, tmp_path: Path, copies: list[Path]
) -> None:
    folder = tmp_path / "published"
    published_again(live, folder, 1)
    assert len(copies) == 1
    published_again(live, folder, 12)
    assert len(copies) == 1
    publish(live, tmp_path / "anew")
    assert names(folder) == names(tmp_path / "anew")
    assert len(list(folder.glob("spare-*"))) == 1
    assert not list(folder.glob("*/*-wal"))


def test_an_index_that_somebody_reads_is_not_taken(live: OxigraphStore, tmp_path: Path, copies: list[Path]) -> None:
    folder = tmp_path / "published"
    reader = open_current(folder)
    assert reader.index
    before = reader.index.beginning(EX, 100)
    published_again(live, folder, 2)
    assert len(copies) == 2
    assert reader.index.beginning(EX, 100) == before
    reader.close()
    published_again(live, folder, 1)
    publish(live, tmp_path / "anew")
    assert names(folder) == names(tmp_path / "anew")


def test_an_index_that_is_linked_from_elsewhere_is_left_alone(
    live: OxigraphStore, tmp_path: Path, copies: list[Path]
) -> None:
    folder = tmp_path / "published"
    os.link(current(folder).path / INDEX, tmp_path / "kept.sqlite")
    kept = (tmp_path / "kept.sqlite").read_bytes()
    published_again(live, folder, 2)
    assert len(copies) == 2
    assert (tmp_path / "kept.sqlite").read_bytes() == kept


def test_a_publication_that_fails_midway_leaves_the_next_a_copy(
    live: OxigraphStore, tmp_path: Path, copies: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "published"
    published_again(live, folder, 1)
    with monkeypatch.context() as broken:
        broken.setattr("samverkan.publish._finished", None)
        name(live, 0, "Tredje")
        with pytest.raises(TypeError):
            publish(live, folder)
    assert len(copies) == 1
    publish(live, folder)
    assert len(copies) == 2
    publish(live, tmp_path / "anew")
    assert names(folder) == names(tmp_path / "anew")


def test_what_was_removed_leaves_the_spare_index_too(live: OxigraphStore, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    published_again(live, folder, 2)
    assert list(folder.glob("spare-*"))
    (folder / "removed").write_text("made with other removals than today's")
    name(live, 1, "Nu borta")
    renew(live, Settings(data=tmp_path))
    assert not list(folder.glob("spare-*"))


def test_a_small_index_is_copied(live: OxigraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samverkan.store.spare.WORTH", 64_000_000)
    published_again(live, tmp_path / "published", 3)
    assert not list((tmp_path / "published").glob("spare-*"))


def test_a_note_of_pages_that_is_missing_is_none(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / INDEX).write_bytes(b"index")
    spare.copy(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two" / INDEX).read_bytes() == b"index"
