"""What was found well formed is not looked at again, as long as it, the shapes and the register are the same."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from samverkan.checking import Memory, shapes
from samverkan.checking.memory import digest
from samverkan.store.oxigraph import OxigraphStore
from samverkan.vocabulary import FOAF, RDF, RDFS

BASE = "https://example.org/id/"
ONE, OTHER, REGISTER = (NamedNode(BASE + path) for path in ("document/one", "document/other", "register"))
PERSON = NamedNode(f"{BASE}person/12/ann_ek")


def person(graph: NamedNode, *names: str) -> list[Quad]:
    named = [Quad(PERSON, RDFS.label, Literal(name), graph) for name in names]
    return [Quad(PERSON, RDF.type, FOAF.Person, graph), *named]


def looked_at(monkeypatch: pytest.MonkeyPatch, memory: Memory, *quads: Quad) -> tuple[list[str], int]:
    """The graphs that were held to the shapes, by what they say, and how many breaches were found."""
    held: list[str] = []
    validate = shapes.pyshacl.validate

    def noting(data: object, **options: object) -> object:
        held.extend(sorted(str(name) for name in data.objects(None, shapes.RDFS.label)))  # type: ignore[attr-defined]
        return validate(data, **options)

    store = OxigraphStore()
    for quad in quads:
        store.engine.add(quad)
    with monkeypatch.context() as patch:
        patch.setattr(shapes.pyshacl, "validate", noting)
        graphs = sorted(store.graphs(), key=lambda graph: graph.value)
        found = list(shapes.violations(store, graphs, shapes.shipped(), memory))
    memory.write()
    return held, len(found)


def test_only_what_has_changed_is_looked_at_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "data" / "checked.json"
    before = [*person(ONE, "Ann Ek"), *person(OTHER, "Ann E")]
    assert looked_at(monkeypatch, Memory(path), *before) == (["Ann Ek", "Ann E"], 0)
    assert looked_at(monkeypatch, Memory(path), *before) == ([], 0)
    after = [*person(ONE, "Ann Ek"), *person(OTHER, "Ann Eek")]
    assert looked_at(monkeypatch, Memory(path), *after) == (["Ann Eek"], 0)
    assert looked_at(monkeypatch, Memory(path, anew=True), *after) == (["Ann Ek", "Ann Eek"], 0)


def test_a_breach_is_told_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    quads = [*person(ONE, "Ann Ek"), *person(OTHER)]
    assert looked_at(monkeypatch, Memory(tmp_path / "m"), *quads) == (["Ann Ek"], 1)
    assert looked_at(monkeypatch, Memory(tmp_path / "m"), *quads) == ([], 1)


def test_another_register_makes_all_be_looked_at_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = person(ONE, "Ann Ek")
    looked_at(monkeypatch, Memory(tmp_path / "m"), *before)
    more = Quad(NamedNode(f"{BASE}county/12"), RDFS.label, Literal("Skåne län"), REGISTER)
    assert looked_at(monkeypatch, Memory(tmp_path / "m"), *before, more) == (["Ann Ek", "Skåne län"], 0)


@pytest.mark.parametrize("written", ["", "[]", "{", '{"": "x"}'])
def test_a_memory_that_cannot_be_read_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: str) -> None:
    (tmp_path / "m").write_text(written, "utf-8")
    assert looked_at(monkeypatch, Memory(tmp_path / "m"), *person(ONE, "Ann Ek")) == (["Ann Ek"], 0)


def test_where_nothing_can_be_written_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    path = tmp_path / "taken" / "checked.json"
    for _ in range(2):
        assert looked_at(monkeypatch, Memory(path), *person(ONE, "Ann Ek")) == (["Ann Ek"], 0)


def test_the_digest_of_a_graph_does_not_depend_on_the_order_of_its_statements() -> None:
    quads = person(ONE, "Ann Ek", "Ann E")
    assert digest(quads) == digest(reversed(quads)) != digest(person(ONE, "Ann Ek"))
    assert digest(quads, "shapes") != digest(quads)
