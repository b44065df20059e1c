"""The ledger of what was loaded: what has not changed is not read again, what may have changed is."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from samverkan import amending, build, correcting
from samverkan.errors import StoreError
from samverkan.ledger import FILE, Ledger, Note
from samverkan.settings import Settings
from samverkan.store import live_folder
from samverkan.store.oxigraph import OxigraphStore

MINUTES = """Minnesanteckningar Samrådsgruppen 3 maj 2022

Närvarande:
Ann Ekdal, Tjörn
Bo Almgren, Orust
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corrections").mkdir()
    (tmp_path / "documents").mkdir()
    for name in ("a", "b"):
        (tmp_path / "documents" / f"{name}.txt").write_text(MINUTES.replace("Ann", f"{name.upper()}nn"), "utf-8")
    return Settings(data=tmp_path / "data", corrections=str(tmp_path / "corrections"))


@pytest.fixture
def store(settings: Settings) -> Iterator[OxigraphStore]:
    made = OxigraphStore(live_folder(settings))
    yield made
    made.close()


def loaded(settings: Settings, store: OxigraphStore) -> dict[str, tuple[str, bool]]:
    """What becomes of each document, and whether it was read."""
    with closing(Ledger(live_folder(settings) / FILE)) as ledger:
        done = build.load(build.inputs([settings.data.parent / "documents"]), store, settings, ledger=ledger)
    return {each.path.stem: (each.outcome, each.read is not None) for each in done}


def test_what_has_not_changed_is_not_read_again_and_still_counted(settings: Settings, store: OxigraphStore) -> None:
    assert loaded(settings, store) == {"a": ("new", True), "b": ("new", True)}
    assert loaded(settings, store) == {"a": ("unchanged", False), "b": ("unchanged", False)}
    with closing(Ledger(live_folder(settings) / FILE)) as ledger:
        (one, _) = build.load(build.inputs([settings.data.parent / "documents"]), store, settings, ledger=ledger)
    assert one.counts["attendance"] == 2


def test_a_changed_file_is_read_and_so_is_one_that_changes_back(settings: Settings, store: OxigraphStore) -> None:
    loaded(settings, store)
    file = settings.data.parent / "documents" / "b.txt"
    before = file.read_text("utf-8")
    file.write_text(before + "Cia Dahl, Tjörn\n", "utf-8")
    assert loaded(settings, store) == {"a": ("unchanged", False), "b": ("changed", True)}
    file.write_text(before, "utf-8")
    assert loaded(settings, store) == {"a": ("unchanged", False), "b": ("changed", True)}


def test_facts_that_come_to_stand_beside_a_text_are_read(settings: Settings, store: OxigraphStore) -> None:
    loaded(settings, store)
    (settings.data.parent / "documents" / "a.json").write_text('{"document": {"kind": "minutes"}}', "utf-8")
    assert loaded(settings, store)["a"] == ("changed", True)


def test_a_corrected_document_is_read_again_and_the_others_are_not(settings: Settings, store: OxigraphStore) -> None:
    loaded(settings, store)
    there = amending.paper(store, "a", settings.base)
    stated = next(each for each in there.stated() if each.kind == "attendance")
    row = {"person": stated.row.person, "organisation": stated.row.organisation}
    made = amending.correction("reject", "a", "attendance", row, who="Eva Ek", why="Var inte där.", quote=stated.quote)
    amending.record(correcting.folder_of(settings), made, there)
    assert loaded(settings, store) == {"a": ("unchanged", True), "b": ("unchanged", False)}
    assert loaded(settings, store)["a"] == ("unchanged", False)


@pytest.mark.parametrize(
    "change",
    [
        lambda settings, patch: replace(settings, max_bytes=settings.max_bytes - 1),
        lambda settings, patch: patch.setattr("samverkan.__version__", "99") or settings,
        lambda settings, patch: patch.setattr("samverkan.judgements.Judgements.digest", "another") or settings,
    ],
    ids=["a setting", "the program", "a judgement"],
)
def test_what_all_documents_are_made_with_counts_too(
    settings: Settings, store: OxigraphStore, change: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(settings, store)
    changed = change(settings, monkeypatch)  # type: ignore[operator]
    assert loaded(changed, store)["a"][1]


def test_a_document_that_could_not_be_read_is_tried_again(settings: Settings, store: OxigraphStore) -> None:
    file = settings.data.parent / "documents" / "a.txt"
    file.write_bytes(b"")
    assert loaded(settings, store)["a"] == ("failed", False)
    assert loaded(settings, store)["a"] == ("failed", False)
    file.write_text(MINUTES, "utf-8")
    assert loaded(settings, store)["a"] == ("new", True)


def test_a_note_holds_for_the_same_only_and_can_be_forgotten(tmp_path: Path) -> None:
    with closing(Ledger(tmp_path / FILE)) as ledger:
        ledger.note([Note("urn:a", "1", {"agenda": 2}), Note("urn:b", "1", {})])
    with closing(Ledger(tmp_path / FILE)) as ledger:
        assert ledger.counts("urn:a", "1") == {"agenda": 2}
        assert ledger.counts("urn:b", "1") == {}
        assert (ledger.counts("urn:a", "2"), ledger.counts("urn:c", "1")) == (None, None)
        ledger.forget(["urn:a"])
        assert (ledger.counts("urn:a", "1"), ledger.counts("urn:b", "1")) == (None, {})
        ledger.clear()
        assert ledger.counts("urn:b", "1") is None


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("no database at all, and long enough to be told so" * 20)
    with pytest.raises(StoreError, match=r"loaded\.sqlite cannot be used .*: remove it, documents are then read anew"):
        Ledger(tmp_path / FILE)
