"""A snapshot whose engine has many files: more than it opens at once are opened when a query needs them."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from samverkan.publish import publish
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.pool import QueryPool
from samverkan.store.snapshot import ENGINE, current

EX = "http://example.org/"
QUERY = f"SELECT (COUNT(DISTINCT ?o) AS ?count) {{ ?s <{EX}p> ?o }}"


def said(number: int, version: int) -> list[Quad]:
    graph = NamedNode(f"{EX}graph/{number}")
    words = (Literal(f"{version} {number} {place}") for place in range(20))
    return [Quad(NamedNode(f"{EX}s{number}"), NamedNode(f"{EX}p"), each, graph) for each in words]


def test_queries_are_answered_however_many_files_a_snapshot_has(tmp_path: Path) -> None:
    live, folder = OxigraphStore(tmp_path / "live"), tmp_path / "published"
    for number in range(30):
        live.replace_graph(NamedNode(f"{EX}graph/{number}"), said(number, 0))
    publish(live, folder)
    pool = QueryPool(folder, workers=1)
    most = 0
    for version in range(1, 9):
        live.replace_graph(NamedNode(f"{EX}graph/{version}"), said(version, version))
        publish(live, folder)
        most = max(most, len(list((current(folder).path / ENGINE).glob("*.sst"))))
        assert pool.answer(f"{QUERY} # {version}", ("csv",)).body.split() == [b"count", b"600"]
    assert most > 20
    pool.close()
