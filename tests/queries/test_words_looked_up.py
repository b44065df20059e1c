"""Questions about words are told alike by a snapshot, which looks them up in its index, and by the graph."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from samverkan import queries
from samverkan.publish import publish
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, open_current

SAMPLE = Path(__file__).with_name("sample.trig")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OxigraphStore, SnapshotStore]]:
    live = OxigraphStore()
    live.bulk_load(parse(SAMPLE.read_bytes(), RdfFormat.TRIG))
    folder = tmp_path_factory.mktemp("words")
    publish(live, folder)
    snapshot = open_current(folder)
    yield live, snapshot
    snapshot.close()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("search", {"text": "ALM"}), ("search", {"text": "råd"}), ("search", {"text": "al"}),
        ("follow-a-matter", {"text": "plan"}), ("follow-a-matter", {"text": "å"}),
        ("follow-a-matter", {"text": "bakom färdpl"}), ("follow-a-matter", {"text": "t s"}),
        ("follow-a-matter", {"text": "övrigt", "body": "Ådals råd"}),
        ("who-represents-in", {"subject": "råd"}),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value.values()),
)  # fmt: skip
def test_a_snapshot_tells_what_the_graph_tells(
    both: tuple[OxigraphStore, SnapshotStore], name: str, given: Mapping[str, str]
) -> None:
    live, snapshot = (list(queries.run(store, name, given).rows) for store in both)
    assert snapshot == live
    assert live


def test_the_index_finds_a_text_as_it_stands_within_words_and_names(
    both: tuple[OxigraphStore, SnapshotStore],
) -> None:
    index = both[1].index
    assert index
    assert index.having("thing", "rit") == index.having("thing", "RIT")
    assert index.having("thing", "itt")
    assert index.having("thing", "tti") == ()
    assert set(index.having("thing", "rit") or ()) <= set(index.having("thing", "it") or ())
    assert index.having("thing", " ") is None  # nothing is asked: the query reads all


def test_what_nothing_has_is_looked_for_nowhere() -> None:
    asked = queries.query("search")
    assert asked.keys == ("text.thing",)
    bound = asked.bind({"text": queries.Text("x"), "text.thing": [NamedNode("urn:it")]})
    assert "VALUES ?entity { <urn:it> }  # key text.thing" in bound
