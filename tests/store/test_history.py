"""What a publication changed: facts, documents, and who came to sit on a body or left it."""

from itertools import count
from pathlib import Path
from types import ModuleType

import pytest

from samverkan import publish, triples
from samverkan.facts import Body, Document, Facts, Membership, Mention
from samverkan.register import shipped
from samverkan.store import history
from samverkan.store.history import Publication
from samverkan.store.oxigraph import OxigraphStore
from samverkan.store.snapshot import current_version

BASE = "https://example.org/id/"


def facts(*members: str, mentioned: str = "") -> Facts:
    """A page of a council with these members."""
    return Facts(
        Document("Vägrådet", "composition"),
        Body("Vägrådet", "political", ("Region Skåne",)),
        memberships=tuple(Membership(each, "Vägrådet", "member", "Region Skåne") for each in members),
        mentions=(Mention(mentioned, "project"),) if mentioned else (),
    )


class Graph:
    """A live store in a folder, and what is published of it."""

    def __init__(self, folder: Path) -> None:
        self.store = OxigraphStore(folder / "live")
        self.published = folder / "published"

    def publish(self, **documents: Facts | None) -> Publication | None:
        """Load documents, or remove those that are None, and publish; what that changed."""
        for key, found in documents.items():
            graph = triples.document_graph(key, BASE)
            if found is None:
                self.store.remove_graph(graph)
            else:
                quads = triples.document_quads(found, key=key, text=None, digest=None, register=shipped(), base=BASE)
                self.store.replace_graph(graph, quads)
        made = publish.publish(self.store, self.published)
        return history.read(self.published, made.version)


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    made = Graph(tmp_path)
    others = {f"other_{number}": facts(f"Någon Nummer{number}") for number in range(12)}
    assert made.publish(a=facts("Åsa Ek", "Bo Al"), b=facts("Bo Al"), **others) is None  # the first has none before it
    return made


def seats(made: Publication | None) -> list[tuple[str, str, str]]:
    assert made is not None
    return [(each.act, each.person.label, each.body.label) for each in made.seats]


def test_who_comes_and_who_leaves(graph: Graph) -> None:
    made = graph.publish(a=facts("Åsa Ek", "Eva Lind"))
    assert made is not None
    assert seats(made) == [("added", "Eva Lind", "Vägrådet")]  # Bo Al still sits there by the other page
    assert made.counts == {"Membership": (1, 1)}
    assert [(each.act, each.words) for each in made.changes] == [
        ("withdrawn", "Bo Al – Vägrådet"),
        ("added", "Eva Lind – Vägrådet"),
    ]
    assert [each.label for each in made.documents["changed"]] == ["Vägrådet"]
    assert seats(graph.publish(b=facts("Eva Lind"))) == [("withdrawn", "Bo Al", "Vägrådet")]


def test_documents_come_and_go(graph: Graph) -> None:
    made = graph.publish(c=facts("Ny Person", mentioned="Broprojektet"))
    assert made is not None
    assert [each.iri for each in made.documents["added"]] == [f"{BASE}document/c"]
    assert made.counts == {"Membership": (1, 0), "Mention": (1, 0)}
    gone = graph.publish(c=None)
    assert gone is not None
    assert [each.iri for each in gone.documents["withdrawn"]] == [f"{BASE}document/c"]
    assert gone.before == made.version
    assert history.versions(graph.published) == [gone.version, made.version]


def test_the_same_whether_a_snapshot_is_made_anew_or_brought_up_to_date(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed = graph.publish(a=facts("Åsa Ek", "Eva Lind"))
    graph.publish(a=facts("Åsa Ek", "Bo Al"))
    monkeypatch.setattr(publish, "_FEW", 1_000_000)
    anew = graph.publish(a=facts("Åsa Ek", "Eva Lind"))
    assert renewed is not None
    assert anew is not None
    assert (renewed.counts, renewed.seats, renewed.changes) == (anew.counts, anew.seats, anew.changes)


def test_nothing_is_kept_where_nothing_changed(graph: Graph) -> None:
    assert graph.publish(a=facts("Åsa Ek", "Bo Al")) is None
    assert history.versions(graph.published) == []
    assert history.read(graph.published, "../live") is None


def test_a_great_change_is_counted_whole_and_told_in_part(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 3)
    made = graph.publish(c=facts(*(f"Person Nummer{number}" for number in range(10))))
    assert made is not None
    assert (made.counts, len(made.changes), len(made.seats)) == ({"Membership": (10, 0)}, 3, 10)


class Stopped(BaseException):
    """What a kill does to a program: nothing after it happens."""


@pytest.mark.parametrize(
    ("module", "step", "times", "told"),
    [(publish, "_point_to", 0, False), (history, "settle", 1, True), (publish, "_remove_unused", 0, True)],
    ids=["before it takes place", "before its history is settled", "after that"],
)
def test_a_publication_is_told_if_it_took_place_wherever_the_program_was_stopped(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str, times: int, told: bool
) -> None:
    done, before = count(), current_version(graph.published)
    whole = getattr(module, step)

    def stopped(*given: object, **more: object) -> None:
        if next(done) == times:
            raise Stopped
        whole(*given, **more)

    with monkeypatch.context() as patched:
        patched.setattr(module, step, stopped)
        with pytest.raises(Stopped):
            graph.publish(a=facts("Åsa Ek", "Eva Lind"))
    now = current_version(graph.published)
    assert (now != before) is told
    assert history.versions(graph.published) == [now] * told
    assert seats(history.read(graph.published, now)) == [("added", "Eva Lind", "Vägrådet")] if told else True
    after = graph.publish(c=facts("Ny Person"))
    assert after is not None
    assert history.versions(graph.published) == [after.version, *[now] * told]
    assert sorted(each[1] for each in seats(after)) == (["Ny Person"] if told else ["Eva Lind", "Ny Person"])
    assert {path.suffix for path in (graph.published / history.FOLDER).iterdir()} == {".json"}
