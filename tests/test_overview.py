"""What pages tell of the whole graph is kept beside each snapshot, and is what the questions say."""

from pathlib import Path

import pytest

from samverkan import overview, publish, queries, triples
from samverkan.facts import Body, Document, Evidence, Facts, Membership
from samverkan.register import shipped
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import SnapshotStore, open_current

BASE = "https://example.org/id/"


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    said = Facts(
        document=Document("Rådet", "composition", "2024-01-01"),
        body=Body("Rådet Söder", "political", ("Region Skåne",)),
        memberships=(
            Membership("Anna Ek", "Rådet Söder", "chair", "Eslöv", evidence=Evidence(0, 4, "Anna", "test.rule", 0.9)),
        ),
    )
    live = OxigraphStore()
    live.bulk_load(triples.ontology_quads())
    live.bulk_load(triples.register_quads(shipped(), BASE))
    live.bulk_load(triples.document_quads(said, key="d", text="Anna", digest="0" * 64, register=shipped(), base=BASE))
    publish.publish(live, tmp_path)
    return open_current(tmp_path)


def plain(store: SnapshotStore, name: str, **given: str) -> list[dict[str, str]]:
    found = queries.run(store, name, given)
    return [
        {name: str(getattr(term, "value", "")) for name, term in zip(found.variables, row, strict=True) if term}
        for row in found.rows
    ]


@pytest.mark.parametrize(
    ("name", "language"),
    [("pages/figures", ""), ("pages/example", ""), ("pages/unread", ""), ("ways-of-knowing", "sv")],
)
def test_what_is_kept_is_what_the_question_says(store: SnapshotStore, name: str, language: str) -> None:
    expected = plain(store, name, **({"language": language} if language else {}))
    assert expected
    assert overview.rows(store, name, language) == expected
    assert overview.make(store)
    again = open_current(store.snapshot.path.parent)
    assert overview.rows(again, name, language) == expected


def test_all_is_kept_once(store: SnapshotStore) -> None:
    assert not overview.are_kept(store.snapshot.path)
    assert overview.make(store)
    assert overview.are_kept(store.snapshot.path)
    assert not overview.make(store)


def test_what_is_kept_is_not_asked_again(store: SnapshotStore, monkeypatch: pytest.MonkeyPatch) -> None:
    overview.make(store)
    again = open_current(store.snapshot.path.parent)
    monkeypatch.setattr(OxigraphStore, "evaluate", lambda *_: pytest.fail("the graph was asked"))
    assert {row["known"] for row in overview.rows(again, "ways-of-knowing", "en")} == {
        "https://w3id.org/samverkan/concept/known-by/read"
    }
