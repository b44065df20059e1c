"""What publishing promises: a whole snapshot or none, the one before until then, and readers left in peace."""

import gzip
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.errors import SourceError, StoreError
from samverkan.publish import live as live_store
from samverkan.publish import publish, publish_files, published, renew
from samverkan.settings import Settings
from samverkan.store import Store
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import FORMAT, current, open_current

EX = "http://example.org/"
P, Q = NamedNode(EX + "p"), NamedNode(EX + "q")
ONE, TWO = NamedNode(EX + "graph/one"), NamedNode(EX + "graph/two")


def quad(subject: str, value: str, graph: NamedNode = ONE, predicate: NamedNode = P) -> Quad:
    return Quad(NamedNode(EX + subject), predicate, Literal(value), graph)


@pytest.fixture(params=["folder", "memory"])
def live(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A small live store, on disk and not."""
    store = OxigraphStore(tmp_path / "live" if request.param == "folder" else None)
    store.replace_graph(ONE, [quad("a", "1"), quad("b", "shared")])
    store.replace_graph(TWO, [quad("a", "2", TWO, Q), quad("b", "shared", TWO)])
    return store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "published"


def snapshots(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob("*/snapshot.json"))


def test_a_snapshot_holds_what_the_store_holds(live: Store, folder: Path) -> None:
    published = publish(live, folder)
    assert current(folder) == published
    store = open_current(folder)
    assert set(store.quads()) == set(live.quads())
    assert set(store.graphs()) == {ONE, TWO}
    assert store.snapshot == published


def test_its_default_graph_is_all_triples_each_once(live: Store, folder: Path) -> None:
    publish(live, folder)
    store = open_current(folder)
    rows = [[term.value for term in row] for row in store.select(f"SELECT ?o {{ <{EX}b> ?p ?o }}").rows]  # type: ignore[union-attr]
    assert rows == [["shared"]]
    assert store.ask(f"ASK {{ ?s <{P.value}> '1' ; <{Q.value}> '2' }}")


def test_one_graph_can_still_be_asked_for_alone(live: Store, folder: Path) -> None:
    publish(live, folder)
    store = open_current(folder)
    assert store.ask(f"ASK FROM <{TWO.value}> {{ ?s ?p '2' }}")
    assert not store.ask(f"ASK FROM <{ONE.value}> {{ ?s ?p '2' }}")


def test_the_marker_says_what_is_there(live: Store, folder: Path) -> None:
    snapshot = publish(live, folder)
    marker = json.loads((snapshot.path / "snapshot.json").read_text(encoding="utf-8"))
    assert (marker["format"], marker["quads"], marker["triples"]) == (FORMAT, 4, 3)
    assert marker["engine"].startswith("pyoxigraph 0.5.")
    assert marker["published"].endswith("+00:00")
    assert snapshot.quads == 4


def test_the_hash_is_that_of_the_data_whatever_the_order(tmp_path: Path) -> None:
    quads = [quad(f"s{i}", str(i)) for i in range(50)]
    hashes = []
    for number, some in enumerate([quads, quads[::-1], quads[:-1]]):
        store = OxigraphStore()
        for each in some:
            store.bulk_load([each])
        hashes.append(publish(store, tmp_path / str(number)).contents.hash)
    assert hashes[0] == hashes[1] != hashes[2]


def test_what_is_written_later_is_not_in_it(live: Store, folder: Path) -> None:
    publish(live, folder)
    live.replace_graph(ONE, [quad("a", "later")])
    assert not open_current(folder).ask("ASK { ?s ?p 'later' }")
    publish(live, folder)
    assert open_current(folder).ask("ASK { ?s ?p 'later' }")


def test_an_older_snapshot_stays_while_it_is_read_and_goes_afterwards(live: Store, folder: Path) -> None:
    first = publish(live, folder)
    reader = open_current(folder)
    live.replace_graph(ONE, [])
    second = publish(live, folder)
    assert snapshots(folder) == sorted([first.version, second.version])
    assert reader.ask("ASK { ?s ?p '1' }")
    reader.close()
    third = publish(live, folder)
    assert snapshots(folder) == [third.version]


def test_a_reader_never_misses_while_others_publish(live: Store, folder: Path) -> None:
    publish(live, folder)
    seen, faults, done = set(), [], threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                store = open_current(folder)
                seen.add(frozenset(each.object.value for each in store.quads(ONE)))  # type: ignore[union-attr]
                store.close()
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shall tell
                faults.append(error)
            time.sleep(0.002)  # or who publishes has no processor left to do it with

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for version in range(8):
        live.replace_graph(ONE, [quad("a", str(version)), quad("b", str(version))])
        publish(live, folder)
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert seen <= {frozenset({"1", "shared"}), *(frozenset({str(version)}) for version in range(8))}


DIE = """
import os, signal, sys
from pathlib import Path
from samverkan import publish
from samverkan.store.oxigraph import OxigraphStore
setattr(publish, sys.argv[2], lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
publish.publish(OxigraphStore(), Path(sys.argv[1]))
"""


@pytest.mark.parametrize("step", ["_finished", "write_whole", "_point_to"])
def test_a_publication_that_is_killed_leaves_the_one_before(live: Store, folder: Path, step: str) -> None:
    before = publish(live, folder)
    died = subprocess.run([sys.executable, "-c", DIE, folder, step], capture_output=True)
    assert died.returncode == -9, died.stderr.decode()
    assert current(folder) == before
    assert set(open_current(folder).quads()) == set(live.quads())
    after = publish(live, folder)
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) in (
        [after.version],
        sorted([before.version, after.version]),
    )


def test_a_publication_that_fails_leaves_no_trace(live: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = publish(live, folder)

    def failing(*_: object) -> str:
        raise StoreError("the store broke")

    monkeypatch.setattr("samverkan.publish._finished", failing)
    with pytest.raises(StoreError, match="the store broke"):
        publish(live, folder)
    assert current(folder) == before
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [before.version]


def test_where_nothing_is_published_the_way_to_publish_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        StoreError,
        match=r"nothing is published in .*: load documents with `samverkan load`, or run `samverkan publish`",
    ):
        open_current(tmp_path)


def test_a_snapshot_of_another_format_is_refused(live: Store, folder: Path) -> None:
    snapshot = publish(live, folder)
    marker = snapshot.path / "snapshot.json"
    marker.write_text(marker.read_text().replace(f'"format": {FORMAT}', '"format": 0'))
    with pytest.raises(StoreError, match="by another version of samverkan: run `samverkan publish` again"):
        open_current(folder)


def test_a_pointer_to_nothing_is_no_whole_snapshot(live: Store, folder: Path) -> None:
    publish(live, folder)
    (folder / "CURRENT").write_text("elsewhere\n")
    with pytest.raises(StoreError, match="is no whole snapshot"):
        open_current(folder)


def test_a_folder_that_cannot_be_written_is_named(live: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"nothing could be published in .*file"):
        publish(live, tmp_path / "file")


def test_readers_see_what_was_written_once_it_is_published(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    with live_store(settings) as store:
        store.replace_graph(ONE, [quad("a", "1")])
        with pytest.raises(StoreError, match="nothing is published"), published(settings):
            pass
        renew(store, settings)
        store.replace_graph(ONE, [quad("a", "2")])
        with published(settings) as readable:
            assert list(readable.quads()) == [quad("a", "1")]
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["live", "published"]


# RDF files, as they are

TURTLE = "<one> <http://example.org/p> 1 ."
QUADS = '<http://example.org/s> <http://example.org/p> "x" <http://example.org/g> .\n'


def test_files_are_published_as_they_are(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "one.ttl").write_text(TURTLE)
    with gzip.open(tmp_path / "two.nq.gz", "wt") as file:
        file.write(QUADS)
    made = publish_files([tmp_path / "one.ttl", tmp_path / "two.nq.gz"], folder)
    assert (made.contents.triples, made.quads) == (1, 1)
    store = open_current(folder)
    assert store.ask(f"ASK {{ <{(tmp_path / 'one').as_uri()}> <http://example.org/p> 1 }}")
    assert not store.ask("ASK { <http://example.org/s> ?p ?o }")
    assert store.ask("ASK { GRAPH <http://example.org/g> { <http://example.org/s> ?p ?o } }")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"<a> <b>", r"a\.ttl is no Turtle: .*; nothing of it was taken"),
        ("a.nq.gz", b"no gzip", r"a\.nq\.gz is no N-Quads: "),
        ("a.csv", b"a,b", r"a\.csv: its name must end in one of \.ttl, \.nt"),
    ],
)
def test_a_file_that_is_no_rdf_is_named_and_what_was_published_stays(
    live: Store, tmp_path: Path, folder: Path, name: str, content: bytes, message: str
) -> None:
    before = publish(live, folder)
    (tmp_path / "good.ttl").write_text(TURTLE)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=message):
        publish_files([tmp_path / "good.ttl", tmp_path / name], folder)
    assert open_current(folder).snapshot.version == before.version
    assert snapshots(folder) == [before.version]


# Publishing again


def few(graphs: int) -> dict[NamedNode, list[Quad]]:
    """Graphs that each say something of their own, something that all say, and something that every other one says."""
    made = {}
    for number in range(graphs):
        graph = NamedNode(f"{EX}graph/{number}")
        made[graph] = [quad(f"s{number}", str(number), graph), quad("all", "said", graph)]
        made[graph] += [quad("odd", "said", graph)] if number % 2 else []
    return made


def held(folder: Path) -> tuple[set[Quad], int, int, str]:
    """All that the current snapshot holds, and what it says of it."""
    store = open_current(folder)
    contents = store.snapshot.contents
    return set(store.engine.quads_for_pattern(None, None, None)), contents.quads, contents.triples, contents.hash


CHANGES = {
    "nothing": {},
    "a graph that says more": {1: [quad("s1", "1"), quad("more", "1")]},
    "a graph that says less, of which others still say some": {1: [quad("s1", "1")]},
    "one that alone said something": {2: []},
    "two that swap what they say": {1: [quad("s3", "3")], 3: [quad("s1", "1")]},
    "a new graph": {99: [quad("new", "99"), quad("all", "said")]},
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_snapshot_brought_up_to_date_is_the_one_made_anew(
    tmp_path: Path, folder: Path, changed: dict[int, list[Quad]], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = OxigraphStore(tmp_path / "live")
    for graph, quads in few(20).items():
        store.replace_graph(graph, quads)
    publish(store, folder)
    for number, quads in changed.items():
        graph = NamedNode(f"{EX}graph/{number}")
        store.replace_graph(graph, [Quad(each.subject, each.predicate, each.object, graph) for each in quads])
    publish(store, tmp_path / "anew")
    monkeypatch.setattr("samverkan.publish.filling.merge", None)  # nothing is merged again
    publish(store, folder)
    assert held(folder) == held(tmp_path / "anew")


def test_many_small_publications_end_where_one_does(tmp_path: Path, folder: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    for graph, quads in few(20).items():
        store.replace_graph(graph, quads)
    publish(store, folder)
    for number in range(12):
        graph = NamedNode(f"{EX}graph/{number % 4}")
        store.replace_graph(graph, [quad(f"s{number}", "again", graph), quad("all", "said", graph)])
        publish(store, folder)
    publish(store, tmp_path / "anew")
    assert held(folder) == held(tmp_path / "anew")


def test_a_former_snapshot_is_not_touched_when_another_begins_with_it(tmp_path: Path, folder: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    for graph, quads in few(20).items():
        store.replace_graph(graph, quads)
    publish(store, folder)
    reader = open_current(folder)
    before = set(reader.quads())
    for number in range(4):
        store.remove_graph(NamedNode(f"{EX}graph/{number}"))
        publish(store, folder)
    assert set(reader.quads()) == before
    assert set(open_current(folder).quads()) < before


def test_where_much_has_changed_all_is_made_anew(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = OxigraphStore(tmp_path / "live")
    for graph, quads in few(20).items():
        store.replace_graph(graph, quads)
    publish(store, folder)
    for number in range(5):
        store.remove_graph(NamedNode(f"{EX}graph/{number}"))
    monkeypatch.setattr("samverkan.publish.filling.renew", None)
    publish(store, folder)
    assert set(open_current(folder).quads()) == set(store.quads())


DIE_AGAIN = """
import os, signal, sys
from pathlib import Path
from pyoxigraph import NamedNode
from samverkan import publish
from samverkan.store.oxigraph import OxigraphStore
store = OxigraphStore(Path(sys.argv[2]))
store.remove_graph(NamedNode("http://example.org/graph/3"))
setattr(getattr(publish, sys.argv[3]), sys.argv[4], lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
publish.publish(store, Path(sys.argv[1]))
"""


@pytest.mark.parametrize(("module", "step"), [("filling", "link"), ("filling", "renew"), ("indexing", "renew")])
def test_bringing_up_to_date_that_is_killed_leaves_the_one_before(
    tmp_path: Path, folder: Path, module: str, step: str
) -> None:
    store = OxigraphStore(tmp_path / "live")
    for graph, quads in few(20).items():
        store.replace_graph(graph, quads)
    before = publish(store, folder)
    seen = held(folder)
    store.close()
    command = [sys.executable, "-c", DIE_AGAIN, folder, tmp_path / "live", module, step]
    died = subprocess.run(command, capture_output=True)
    assert died.returncode == -9, died.stderr.decode()
    assert (current(folder), held(folder)) == (before, seen)
    store = OxigraphStore(tmp_path / "live")
    publish(store, folder)
    publish(store, tmp_path / "anew")
    assert held(folder) == held(tmp_path / "anew") != seen
