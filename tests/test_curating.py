"""Graphs that curators write: one transaction with its record, published at once; what is made otherwise is refused."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from samverkan import build, curating
from samverkan.curating import Write, write
from samverkan.errors import NotAllowed, NotFound, QueryError, SettingError, SourceError, StoreError
from samverkan.ledger import FILE, Ledger, Note
from samverkan.publish import live, published
from samverkan.settings import Settings
from samverkan.store import live_folder
from samverkan.vocabulary import DCT, PROV, SAMV

GRAPH = "https://example.org/graphs/notes"
TURTLE = b'<https://example.org/a> <https://example.org/p> "x", [ <https://example.org/q> 1 ] .'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


def put(body: bytes = TURTLE, graph: str = GRAPH, media_type: str = "text/turtle", why: str = "Ett försök.") -> Write:
    return Write("put", graph, "Ann Ek", why, media_type, body)


def held(settings: Settings, graph: str = GRAPH) -> set[Quad]:
    """What readers see of a graph."""
    with published(settings) as store:
        return set(store.quads(NamedNode(graph)))


def records(settings: Settings) -> list[dict[NamedNode, str]]:
    """The records of writes in order, each by what it says."""
    found: dict[object, dict[NamedNode, str]] = {}
    for quad in held(settings, f"{settings.base}writes"):
        found.setdefault(quad.subject, {})[quad.predicate] = str(getattr(quad.object, "value", quad.object))
    writes = [each for each in found.values() if PROV.specializationOf in each]
    return sorted(writes, key=lambda each: each.get(PROV.generatedAtTime) or each[PROV.invalidatedAtTime])


def test_a_graph_is_put_added_to_and_removed_and_each_write_is_recorded(settings: Settings) -> None:
    assert write(put(), settings) == "created"
    assert len(held(settings)) == 3
    more = Write("add", GRAPH, "Bo Alm", "", "application/n-triples", b'<urn:b> <urn:p> "y" .')
    assert write(more, settings) == "replaced"
    assert len(held(settings)) == 4
    assert write(Write("remove", GRAPH, "Ann Ek", "Klart."), settings) == "removed"
    assert held(settings) == set()
    first, second, third = records(settings)
    assert {each[PROV.specializationOf] for each in (first, second, third)} == {GRAPH}
    assert [each[PROV.wasAttributedTo].rpartition("/")[2] for each in (first, second, third)] == [
        "ann_ek", "bo_alm", "ann_ek",
    ]  # fmt: skip
    assert (first[DCT.description], second.get(DCT.description), third[DCT.description]) == (
        "Ett försök.", None, "Klart.",
    )  # fmt: skip
    assert first[SAMV.contentHash] != second[SAMV.contentHash]
    assert SAMV.contentHash not in third
    assert PROV.wasRevisionOf not in first
    assert PROV.wasRevisionOf in second
    assert PROV.generatedAtTime not in third


def test_putting_again_what_is_there_changes_nothing_and_is_not_recorded(settings: Settings) -> None:
    plain = put(b'<urn:a> <urn:p> "x" .')
    assert (write(plain, settings), write(plain, settings)) == ("created", "unchanged")
    assert len(records(settings)) == 1


def test_blank_nodes_of_two_bodies_are_not_one(settings: Settings) -> None:
    body = b'_:b <urn:p> "x" .'
    write(put(body), settings)
    write(put(body, graph="https://example.org/graphs/other"), settings)
    subjects = {quad.subject for graph in (GRAPH, "https://example.org/graphs/other") for quad in held(settings, graph)}
    assert len(subjects) == 2


@pytest.mark.parametrize(
    ("graph", "says"),
    [
        ("{base}register", "is made from data/register; change that"),
        ("{base}judgements", "is made from `samverkan review`"),
        ("{base}corrections", "is made from `samverkan correct`"),
        ("{base}writes", "is made from each write"),
        ("https://w3id.org/samverkan/ns#", "is made from ontology/"),
        ("{base}document/minutes", "is a document: load it by `samverkan load`"),
    ],
)
def test_what_is_made_by_other_means_is_refused_with_them(settings: Settings, graph: str, says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        write(put(graph=graph.format(base=settings.base)), settings)
    assert not settings.data.exists()


def test_a_document_can_be_removed_and_is_loaded_again_by_the_next_load(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": {"kind": "minutes"}}', "utf-8")

    def load() -> str:
        with live(settings) as store, closing(Ledger(live_folder(settings) / FILE)) as ledger:
            (done,) = build.load(build.inputs([tmp_path / "a.json"]), store, settings, ledger=ledger)
        return done.outcome

    assert (load(), load()) == ("new", "unchanged")
    assert write(Write("remove", f"{settings.base}document/a", "Ann Ek"), settings) == "removed"
    assert load() == "new"


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        (put(b"<a> <b>"), SourceError, "the body is no Turtle: .*; nothing of it was taken"),
        (put(b"\xff\xfe"), SourceError, "the body is no Turtle"),
        (put(media_type="application/trig"), SourceError, "a graph is sent as text/turtle, .*; application/trig was"),
        (put(media_type=""), SourceError, "; nothing was said"),
        (put(graph="notes"), QueryError, "a graph is named by an absolute IRI; 'notes' is none"),
        (Write("remove", GRAPH, "Ann Ek"), NotFound, "there is no graph <https://example.org/graphs/notes>"),
    ],
    ids=["broken", "no text", "quads", "no type", "relative", "not there"],
)
def test_what_cannot_be_written_is_told_and_nothing_is(
    settings: Settings, asked: Write, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        write(asked, settings)
    with pytest.raises(StoreError, match="nothing is published"), published(settings):
        pass


def test_while_somebody_else_writes_nothing_is_written(settings: Settings) -> None:
    with live(settings), pytest.raises(StoreError, match="is in use: wait for whatever writes there"):
        write(put(), settings)


def test_a_remote_store_takes_writes_itself(settings: Settings) -> None:
    with pytest.raises(NotAllowed, match="write graphs at its own address"):
        write(put(), replace(settings, store="http://127.0.0.1:9/"))


@pytest.mark.parametrize("setting", ["Ann", "Ann=short", "=0123456789abcdef", "Ann=0123456789abcdef;Bo"])
def test_curators_that_cannot_be_used_are_told_without_their_tokens(setting: str) -> None:
    with pytest.raises(SettingError, match=r"must be NAME=TOKEN parted by `;`, each token of 16") as told:
        curating.curators(Settings(curators=setting))
    assert "0123456789abcdef" not in str(told.value)


def test_without_the_setting_there_are_no_curators() -> None:
    assert curating.curators(Settings()) == {}


def test_a_writer_that_is_killed_leaves_graph_and_record_as_they_were(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(put(b'<urn:a> <urn:p> "x" .'), settings)

    def killed(*_: object) -> Iterator[Quad]:
        raise KeyboardInterrupt

    monkeypatch.setattr("samverkan.store.oxigraph.OxigraphStore.flush", killed)
    with pytest.raises(KeyboardInterrupt):
        write(put(b'<urn:a> <urn:p> "y" .'), settings)
    monkeypatch.undo()
    with live(settings) as store:
        values = {quad.object.value for quad in store.quads(NamedNode(GRAPH))}  # type: ignore[union-attr]
        writes = [
            each for each in store.quads(curating.writes_graph(settings.base)) if each.predicate == SAMV.contentHash
        ]
    assert (values, len(writes)) == ({"y"}, 2)  # both or none


def test_the_ledger_forgets_what_is_written(settings: Settings) -> None:
    live_folder(settings).mkdir(parents=True)
    with closing(Ledger(live_folder(settings) / FILE)) as ledger:
        ledger.note([Note(GRAPH, "1", {})])
    write(put(), settings)
    with closing(Ledger(live_folder(settings) / FILE)) as ledger:
        assert ledger.counts(GRAPH, "1") is None
