"""What the embedded store promises beyond the contract: its folder, its messages, what survives."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.errors import StoreError
from samverkan.store.oxigraph import OxigraphStore

ONE = NamedNode("http://example.org/graph/one")
QUAD = Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/p"), Literal("1"), ONE)

HOLD = """
import sys, time
from pathlib import Path
from samverkan.store.oxigraph import OxigraphStore
store = OxigraphStore(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""

WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from samverkan.store.oxigraph import OxigraphStore
graph = NamedNode("http://example.org/graph/one")
quad = Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/p"), Literal("1"), graph)
OxigraphStore(Path(sys.argv[1])).replace_graph(graph, [quad])
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "new" / "live")
    store.replace_graph(ONE, [QUAD])
    store.close()
    assert list(OxigraphStore(tmp_path / "new" / "live").quads()) == [QUAD]


def test_what_was_written_survives_a_killed_process(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", WRITE_AND_DIE, tmp_path / "live"], capture_output=True)
    assert died.returncode == -9, died.stderr.decode()
    assert list(OxigraphStore(tmp_path / "live").quads()) == [QUAD]


def test_a_folder_held_by_another_process_is_said_to_be_in_use(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, tmp_path / "live"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="is in use: wait"):
            OxigraphStore(tmp_path / "live")
        other.communicate()
    assert list(OxigraphStore(tmp_path / "live").quads()) == []


def test_a_folder_open_twice_in_one_process_is_said_to_be_in_use(tmp_path: Path) -> None:
    held = OxigraphStore(tmp_path / "live")
    with pytest.raises(StoreError, match="is in use: wait"):
        OxigraphStore(tmp_path / "live")
    held.close()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "live").write_text("not a store")
    with pytest.raises(StoreError, match=r"live is a file: set SAMVERKAN_DATA"):
        OxigraphStore(tmp_path / "live")


def test_a_store_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not there: load documents first"):
        OxigraphStore(tmp_path / "nothing", read_only=True)
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("part", ["MANIFEST*", "*.sst", "CURRENT"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"noise")], ids=["lost", "overwritten"])
def test_a_damaged_store_is_said_to_be_unreadable(
    tmp_path: Path, part: str, damage: Callable[[Path], object], read_only: bool
) -> None:
    store = OxigraphStore(tmp_path / "live")
    store.replace_graph(ONE, [QUAD])
    store.flush()
    store.close()
    for file in list((tmp_path / "live").glob(part)):
        damage(file)
    with pytest.raises(StoreError, match="live holds nothing that this version can read: load the documents again"):
        OxigraphStore(tmp_path / "live", read_only=read_only)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.ask("ASK {}")


def test_a_read_only_store_is_not_written_to(tmp_path: Path) -> None:
    OxigraphStore(tmp_path / "live").close()
    store = OxigraphStore(tmp_path / "live", read_only=True)
    with pytest.raises(StoreError, match="could not be read or written"):
        store.replace_graph(ONE, [QUAD])


def test_many_quads_are_bulk_loaded_without_being_held(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "live")
    store.bulk_load(Quad(QUAD.subject, QUAD.predicate, Literal(str(i)), ONE) for i in range(6_000))
    assert sum(1 for _ in store.quads(ONE)) == 6_000
    assert list(store.graphs()) == [ONE]
