"""The graph in programs: opened from a folder or an address, asked in words, taken as rows, frames and graphs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import samverkan
from samverkan import build, publish
from samverkan.errors import NotFound, ParameterError, StoreError
from samverkan.graph import Graph
from samverkan.settings import Settings
from samverkan.store import published_folder

ROOT = Path(__file__).resolve().parents[1]
CS = "Centralt samverkansorgan"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents, loaded and published."""
    settings = Settings(data=tmp_path_factory.mktemp("graph"))
    with publish.live(settings) as store:
        list(build.load(build.inputs([ROOT / "data" / "documents"]), store, settings))
        publish.publish(store, published_folder(settings))
    return settings.data


@pytest.fixture
def graph(folder: Path) -> Iterator[Graph]:
    with samverkan.open(folder, language="en") as opened:
        yield opened


def test_a_shipped_question_is_answered_in_words(graph: Graph) -> None:
    rows = graph.query("who-sits-on", body=CS)
    assert {row["role"] for row in rows if row["person"]} == {"chair", "vice chair", "member"}
    assert [row["person"] for row in rows if row["role"] == "chair"] == ["Anna Mannfalk"]
    assert graph.questions()["who-sits-on"] == "Who sits on a body"


def test_the_language_is_that_of_the_words(folder: Path) -> None:
    with samverkan.open(folder) as opened:
        assert "ordförande" in {row["role"] for row in opened.query("who-sits-on", body=CS)}
        assert opened.questions()["who-sits-on"] == "Vilka sitter i ett organ"


def test_a_query_of_ones_own_gives_texts(graph: Graph) -> None:
    rows = graph.select(
        "PREFIX samv: <https://w3id.org/samverkan/ns#>\n"
        "SELECT ?code ?none { ?county a samv:County ; samv:code ?code "
        "OPTIONAL { ?county samv:date ?none } } ORDER BY ?code"
    )
    assert len(rows) == 21
    assert rows[0] == {"code": "01", "none": None}


def test_frames_have_the_columns_of_the_question(graph: Graph) -> None:
    frame = graph.frame("who-sits-on", body=CS)
    assert list(frame.columns)[:3] == ["body", "role", "person"]
    assert len(frame) == len(graph.query("who-sits-on", body=CS))
    assert list(graph.frame("SELECT (1 AS ?one) {}")["one"]) == ["1"]


def test_a_thing_is_a_graph_of_rdflib(graph: Graph) -> None:
    found = graph.rdflib(CS)
    assert "Centralt samverkansorgan" in {str(each) for each in found.objects()}
    assert len(graph.rdflib()) > 10 * len(found)


def test_a_network_is_a_graph_of_networkx(graph: Graph) -> None:
    found = graph.networkx("people")
    assert {"label", "kind"} <= set(next(iter(found.nodes(data=True)))[1])
    assert all(weight >= 1 for _, _, weight in found.edges(data="weight"))
    assert 0 < len(graph.networkx("people", "Kommun- och regionledningsforum")) <= len(found)


def test_what_is_not_there_is_told(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no query is called 'who-sits'"):
        graph.query("who-sits")
    with pytest.raises(ParameterError):
        graph.query("who-sits-on", body="Xyzzy")
    with pytest.raises(StoreError, match="nothing is published"):
        samverkan.open(tmp_path)


def test_the_tour_in_the_docs_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("SAMVERKAN_DATA", str(folder))
    tour = nbformat.read(ROOT / "docs" / "tour.ipynb", as_version=4)
    told = [_words(cell) for cell in tour.cells if cell.cell_type == "code"]
    NotebookClient(tour, timeout=60, kernel_name="python3").execute()
    assert [_words(cell) for cell in tour.cells if cell.cell_type == "code"] == told, "run it anew: jupyter execute"


def _words(cell: object) -> list[str]:
    """What a cell printed, as text."""
    outputs = getattr(cell, "outputs", [])
    return [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
