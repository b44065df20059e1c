"""The road: files become graphs, again changes nothing, a broken file costs only itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from samverkan import build, facts_json, reading, triples
from samverkan.errors import SamverkanError, SourceError, StoreError
from samverkan.facts import Attendance, Document, Facts, Meeting
from samverkan.jobs import Workers
from samverkan.register import Register
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore

MINUTES = """Minnesanteckningar Samrådsgruppen 3 maj 2022

Närvarande:
Ann Ekdal, Tjörn
Bo Almgren, Orust

1. Mötet öppnas
Ann Ekdal hälsar välkommen.
"""


def facts(*people: str) -> str:
    return facts_json.dumps(
        Facts(
            document=Document("Möte", "minutes", "2022-05-03"),
            meeting=Meeting("2022-05-03", "2022-05-03"),
            attendance=tuple(Attendance(person) for person in people),
        )
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


def outcomes(done: list[build.Loaded]) -> dict[str, str]:
    return {each.path.name: each.outcome for each in done}


def test_a_folder_gives_its_documents_by_name_and_facts_beside_their_text(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "a.json", "sub/c.json", "notes.md"):
        (tmp_path / name).write_text("x", "utf-8")
    found = build.inputs([tmp_path])
    assert [(each.key, each.path.name) for each in found] == [("a", "a.json"), ("b", "b.txt"), ("c", "c.json")]
    assert found[0].text == tmp_path / "a.txt"


def test_two_documents_of_one_name_are_refused_with_both_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("x", "utf-8")
    with pytest.raises(SourceError, match=r"two documents are called a: .*one/a.txt and .*two/a.txt; rename one"):
        build.inputs([tmp_path])


def test_the_same_file_given_twice_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert len(build.inputs([tmp_path / "a.txt", tmp_path])) == 1


def test_a_folder_without_documents_says_what_it_looked_for(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no documents in this folder; looked for \*.txt, \*.pdf, .*\*.json"):
        build.inputs([tmp_path])


def test_loading_again_changes_nothing_and_a_changed_document_replaces_its_graph(
    tmp_path: Path, settings: Settings
) -> None:
    store, file = OxigraphStore(), tmp_path / "may.json"
    file.write_text(facts("Ann Ekdal", "Bo Almgren"), "utf-8")
    assert outcomes(build.load(build.inputs([file]), store, settings)) == {"may.json": "new"}
    before = set(store.quads())
    assert outcomes(build.load(build.inputs([file]), store, settings)) == {"may.json": "unchanged"}
    assert set(store.quads()) == before
    file.write_text(facts("Ann Ekdal"), "utf-8")
    assert outcomes(build.load(build.inputs([file]), store, settings)) == {"may.json": "changed"}
    graph = triples.document_graph("may", settings.base)
    names = {quad.object.value for quad in store.quads(graph) if "almgren" in str(quad).lower()}
    assert names == set()


def test_a_text_and_its_hand_corrected_facts_are_one_document(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "may.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "may.json").write_text(facts("Ann Ekdal"), "utf-8")
    store = OxigraphStore()
    (done,) = build.load(build.inputs([tmp_path]), store, settings)
    assert done.read is not None
    assert [row.person for row in done.read.facts.attendance] == ["Ann Ekdal"]
    assert done.read.text == MINUTES
    document = NamedNode(settings.base + "document/may")
    assert store.ask(f"ASK {{ {document} <https://w3id.org/samverkan/ns#contentHash> ?hash }}")


def test_broken_files_are_reported_and_the_others_load(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "wrong.json").write_text('{"attendence": []}', "utf-8")
    (tmp_path / "good.txt").write_text(MINUTES, "utf-8")
    done = build.load(build.inputs([tmp_path]), OxigraphStore(), settings)
    assert outcomes(done) == {"binary.txt": "failed", "empty.txt": "failed", "good.txt": "new", "wrong.json": "failed"}
    reasons = {each.path.name: each.reason or "" for each in done}
    assert "wrong.json: unknown key attendence" in reasons["wrong.json"]
    assert "empty.txt" in reasons["empty.txt"]
    assert "binary.txt" in reasons["binary.txt"]


def test_facts_larger_than_the_limit_are_refused_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(facts("Ann Ekdal"), "utf-8")
    (done,) = build.load(build.inputs([tmp_path]), OxigraphStore(), Settings(data=tmp_path / "data", max_bytes=100))
    assert (done.outcome, "more than the limit of 100" in (done.reason or "")) == ("failed", True)


def test_the_road_loads_register_and_ontology_once(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "may.json").write_text(facts("Ann Ekdal"), "utf-8")
    store = OxigraphStore()
    build.load(build.inputs([tmp_path]), store, settings)
    assert {graph.value for graph in store.graphs()} == {
        settings.base + "register", settings.base + "document/may", settings.base + "judgements",
        settings.base + "corrections",
        "https://w3id.org/samverkan/ns",
    }  # fmt: skip


class _Executor(Executor):
    """Does everything at once, here; a document called `crash` ends its worker."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.submitted += 1
        done: Future[Any] = Future()
        if args[0].key == "crash":
            done.set_exception(BrokenProcessPool("worker ended"))
        else:
            try:
                done.set_result(fn(*args, **kwargs))
            except SamverkanError as error:
                done.set_exception(error)
        return done


def test_a_document_that_ends_its_worker_is_reported_and_the_others_load(tmp_path: Path, settings: Settings) -> None:
    for name in ("after", "crash", "before"):
        (tmp_path / f"{name}.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = build.load(build.inputs([tmp_path]), OxigraphStore(), settings, executor=_Executor())
    assert [(each.path.name, each.outcome) for each in done] == [
        ("after.txt", "new"), ("before.txt", "new"), ("crash.txt", "failed"), ("empty.txt", "failed"),
    ]  # fmt: skip
    reasons = {each.path.name: each.reason or "" for each in done}
    assert "crash.txt: reading it crashed, or took too much time or memory; save it anew" in reasons["crash.txt"]
    assert "empty.txt: the file is empty" in reasons["empty.txt"]


def test_only_a_few_documents_are_read_ahead(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.json").write_text(facts("Ann Ekdal"), "utf-8")
    executor = _Executor()
    readings = build.readings(build.inputs([tmp_path]), 1_000_000, executor)
    assert next(readings)[0].key == "000"
    assert executor.submitted <= 16
    assert [document.key for document, _ in readings] == [f"{number:03}" for number in range(1, 100)]


def test_workers_read_what_is_read_here(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(MINUTES.replace("Ann", name.upper() + "nn"), "utf-8")
    documents = build.inputs([tmp_path])
    with Workers(2) as workers:
        assert list(build.readings(documents, 1_000_000, workers)) == list(build.readings(documents, 1_000_000))


def test_a_fault_of_the_reader_costs_its_document_only(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(MINUTES + name, "utf-8")

    def read(text: str, register: Register) -> reading.Reading:
        if text.endswith("a"):
            raise KeyError("Ann")
        return reading.Reading(Facts(), ())

    monkeypatch.setattr("samverkan.documents.reading.read", read)
    done = build.load(build.inputs([tmp_path]), OxigraphStore(), settings)
    assert outcomes(done) == {"a.txt": "failed", "b.txt": "new"}
    assert "a.txt: the reader failed on it (KeyError: 'Ann'); please report this" in (done[0].reason or "")


# Writing many at once


class _Watched(OxigraphStore):
    """A store that tells how it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.how: list[tuple[str, list[str]]] = []

    def add_graphs(self, graphs: Mapping[NamedNode, Sequence[Quad]]) -> None:
        self.how.append(("add", [graph.value.rpartition("/")[2] for graph in graphs]))
        if any(graph.value.endswith("refused") for graph in graphs):
            raise StoreError("one of them is refused")
        super().add_graphs(graphs)

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        name = graph.value.rpartition("/")[2]
        self.how.append(("replace", [name]))
        if name == "refused":
            raise StoreError(f"{name} is refused")
        super().replace_graph(graph, quads)

    def documents(self) -> list[tuple[str, list[str]]]:
        """How documents were written."""
        others = {"register", "ns", "judgements", "corrections"}
        return [(how, names) for how, names in self.how if names and not others & set(names)]


def few(folder: Path, *names: str) -> list[build.Input]:
    for name in names:
        (folder / f"{name}.json").write_text(facts(f"{name.title()} Ekdal"), "utf-8")
    return build.inputs([folder])


def test_new_documents_are_written_together_and_changed_ones_one_by_one(tmp_path: Path, settings: Settings) -> None:
    store = _Watched()
    build.load(few(tmp_path, "a", "b"), store, settings)
    assert store.documents() == [("add", ["a", "b"])]
    store.how.clear()
    documents = few(tmp_path, "a", "c")
    (tmp_path / "b.json").write_text(facts("Bo Almgren"), "utf-8")
    done = build.load(documents, store, settings)
    assert outcomes(done) == {"a.json": "unchanged", "b.json": "changed", "c.json": "new"}
    assert store.documents() == [("add", ["c"]), ("replace", ["b"])]


def test_no_more_wait_than_are_written_at_once(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samverkan.build._QUADS", 1)
    store = _Watched()
    told = [
        (each.path.stem, [name for _, names in store.documents() for name in names])
        for each in build.loading(few(tmp_path, "a", "b", "c"), store, settings)
    ]
    assert told == [("a", ["a"]), ("b", ["a", "b"]), ("c", ["a", "b", "c"])]


def test_a_document_that_the_store_refuses_costs_itself_only(tmp_path: Path, settings: Settings) -> None:
    store = _Watched()
    done = build.load(few(tmp_path, "a", "refused", "z"), store, settings)
    assert [(each.path.stem, each.outcome, each.reason) for each in done] == [
        ("a", "new", None), ("refused", "failed", "refused is refused"), ("z", "new", None),
    ]  # fmt: skip


def test_of_two_files_that_name_one_graph_the_later_counts(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "Maj.json").write_text(facts("Ann Ekdal"), "utf-8")
    (tmp_path / "maj.json").write_text(facts("Bo Almgren"), "utf-8")
    store = OxigraphStore()
    done = build.load(build.inputs([tmp_path]), store, settings)
    assert [each.outcome for each in done] == ["new", "changed"]
    names = {quad.object.value for quad in store.quads(triples.document_graph("maj", settings.base))
             if quad.predicate.value.endswith("#label") and "person" in quad.subject.value}  # fmt: skip
    assert names == {"Bo Almgren"}
