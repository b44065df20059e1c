"""A person is removed: from a store and what is published of it, for good; other people stay as they were."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from samverkan import (
    amending,
    build,
    correcting,
    dumping,
    forgetting,
    judgements,
    judging,
    preparing,
    publish,
    removing,
    triples,
)
from samverkan.corrections import written as corrections_written
from samverkan.documents import inputs
from samverkan.errors import NotFound, ParameterError, RemovalError
from samverkan.judgements import Judgement
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import Store, history, published_folder

NAME, OTHER = "Åsa Lindqvist", "Karin Lundberg"
TEXTS = {
    "vaster": (
        "Anteckningar Vårdrådet Väster 5 mars 2024\n\nNärvarande: Karin Lundberg, Region Skåne, Åsa Lindqvist, Eslöv\n"
        "\n1 Öppnande\nÅsa Lindqvists förslag behandlas. Å. Lindqvist drar det tillbaka, kontakt asa.lindqvist@orten.se"
        "\nRådet beslutar att lägga det till handlingarna.\n"
    ),
    "norr": "Anteckningar Bussrådet Norr 6 mars 2024\n\nNärvarande: Åsa Lindquist, Eslöv, Karin Lundberg, Malmö\n",
    "halland": "Anteckningar Vårdrådet Kust 7 mars 2024\n\nNärvarande: Åsa Lindqvist, Region Halland, Bo Alm, Laholm\n",
    "bara": "Anteckningar Skolrådet Öst 8 mars 2024\n\nNärvarande: Karin Lundberg, Region Skåne\n",
}


def settings_in(folder: Path) -> Settings:
    """The settings of a graph in a folder, with all that belongs to it."""
    return Settings(
        data=folder / "graph", base="https://example.org/id/", removals=str(folder / "removals.csv"),
        judgements=str(folder / "judgements.csv"), corrections=str(folder / "corrections"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of four documents; two spellings of one person in Skåne, a namesake in Halland."""
    folder = tmp_path_factory.mktemp("loaded")
    texts = folder / "texts"
    texts.mkdir()
    for key, text in TEXTS.items():
        (texts / f"{key}.txt").write_text(text, encoding="utf-8")
    made = settings_in(folder)
    same = Judgement(
        "person/12/åsa_lindqvist", NAME, "person/12/åsa_lindquist", "Åsa Lindquist", "same", "Ann Ek", "2026-01-01",
        "Åsa Lindqvist stavas så.",
    )  # fmt: skip
    other = Judgement(
        "person/12/karin_lundberg", OTHER, "person/12/karin_lundbergh", "Karin Lundbergh", "same", "Ann Ek",
        "2026-01-02", "Åsa Lindqvist sade det.",
    )  # fmt: skip
    judging.path(made).write_text(judgements.written([same, other]), encoding="utf-8")
    load(made)
    with publish.live(made) as store:
        publish.renew(store, made)
    return folder


@pytest.fixture
def settings(loaded: Path, tmp_path: Path) -> Settings:
    """The settings of a copy of that graph."""
    shutil.copytree(loaded, tmp_path / "own")
    return settings_in(tmp_path / "own")


def load(settings: Settings) -> None:
    """Load the texts beside the graph."""
    with publish.live(settings) as store:
        found = build.load(inputs([settings.data.parent / "texts"]), store, settings)
        assert [each.reason for each in found] == [None] * len(TEXTS)


def remove(settings: Settings, county: str | None = "12") -> None:
    """Remove the person as the command does, without publishing."""
    with publish.live(settings) as store:
        found = forgetting.people(store, NAME, shipped(), settings.base)
        limit, names = forgetting.chosen(found, NAME, county)
        forgetting.record(settings, names, limit, who="Bo Ek", why="Asked for it.")
        preparing.prepare(store, settings, shipped())


def quads(settings: Settings) -> list[str]:
    """All quads of the live store, each as a line."""
    with publish.live(settings) as store:
        return sorted(map(str, store.quads()))


def traces(lines: Iterator[str] | list[str]) -> list[str]:
    """The lines that have the person of Skåne, in any spelling."""
    there = (line for line in lines if "halland" not in line)
    return [line for line in there if any(form in line.casefold() for form in ("lindqvist", "lindquist"))]


def test_the_person_is_gone_in_every_spelling_and_others_stay(settings: Settings) -> None:
    before = quads(settings)
    assert traces(before)
    remove(settings)
    after = quads(settings)
    assert traces(after) == []
    assert [line for line in before if "document/bara" in line] == [line for line in after if "document/bara" in line]
    assert [line for line in before if "halland" in line] == [line for line in after if "halland" in line]
    here = [line for line in after if "document/vaster" in line]
    assert any("karin_lundberg" in line for line in here)
    assert any("Rådet beslutar att lägga det till handlingarna." in line for line in here)


def test_every_file_of_the_graph_forgets(settings: Settings) -> None:
    version = dumping.dump(settings).version
    remove(settings, "all")
    with publish.live(settings) as store:
        publish.renew(store, settings)
    assert not list(dumping.folder(settings).glob("*/manifest.json"))  # files of before cannot be taken any more
    assert dumping.dump(settings).version != version
    told = [path.read_text(encoding="utf-8") for path in (published_folder(settings) / history.FOLDER).glob("*.json")]
    assert told
    assert not [text for text in told if "lindq" in text.casefold()]
    publication = json.loads(max(told, key=len))
    assert publication["counts"]["Attendance"][1] >= 3  # that facts went is told, whose they were is not
    removals = Path(settings.removals).read_text(encoding="utf-8")
    assert "lindq" not in removals.casefold()
    assert removals.count("\n") == 3  # the head, and a row for each spelling


def test_it_stays_gone_when_documents_are_loaded_again(settings: Settings) -> None:
    remove(settings)
    after = quads(settings)
    load(settings)
    assert quads(settings) == after  # reading says exactly what making again said


def test_a_store_that_was_made_before_the_removal_came_is_brought_up_to_date(settings: Settings) -> None:
    with publish.live(settings) as store:
        names = forgetting.chosen(forgetting.people(store, NAME, shipped(), settings.base), NAME, "12")[1]
    forgetting.record(settings, names, "12", who="Bo Ek", why="Asked for it.")  # on another machine, say
    load(settings)
    assert traces(quads(settings)) == []


def test_without_a_county_where_several_share_the_name_nothing_is_done(settings: Settings) -> None:
    with pytest.raises(ParameterError, match=r"in the counties 12, 13: say which is meant by --county"):
        remove(settings, None)
    assert not Path(settings.removals).exists()


def test_all_of_a_name_can_be_removed(settings: Settings) -> None:
    remove(settings, "all")
    assert not [line for line in quads(settings) if "lindqvist" in line.casefold()]


def test_a_removal_is_not_written_twice(settings: Settings) -> None:
    remove(settings)
    with pytest.raises(RemovalError, match="removed before"):
        remove(settings)


def test_an_undone_removal_comes_back_with_its_documents(settings: Settings) -> None:
    before = quads(settings)
    remove(settings)
    with pytest.raises(NotFound, match="nothing was removed by this name or key"):
        forgetting.undo(settings, "Bo Alm")
    with publish.live(settings):
        gone = forgetting.undo(settings, NAME)
    assert len({row.key for row in gone}) == 1
    assert len(gone) == 2
    load(settings)
    assert quads(settings) == before


def test_judgements_keep_others_and_lose_the_person(settings: Settings) -> None:
    remove(settings)
    with publish.live(settings) as store:
        told = [str(quad.object) for quad in store.quads(triples.judgements_graph(settings.base))]
        left = forgetting.left(settings, store)
    assert any("Karin Lundberg – Karin Lundbergh" in line for line in told)
    assert any("███ █████████ sade det." in line for line in told)
    assert traces(told) == []
    assert [line.partition(", line ")[2][:1] for line in left] == ["2", "3"]  # the file is whose it is


def test_corrections_keep_others_and_lose_the_person(settings: Settings) -> None:
    Path(settings.corrections).mkdir()
    made = [
        amending.correction(
            "reject", "vaster", "attendance", {"person": NAME}, who="Ann Ek", why="Wrong.", when="2026-01-01"
        ),
        amending.correction(
            "change", "vaster", "attendance", {"person": OTHER}, to={"role": "chair"}, who="Ann Ek",
            why="Åsa Lindqvist said so.", when="2026-01-02",
        ),
    ]  # fmt: skip
    (Path(settings.corrections) / "vaster.json").write_text(corrections_written("vaster", made), encoding="utf-8")
    load(settings)
    assert len(correcting.current(settings).rows) == 2
    remove(settings)
    after = quads(settings)
    assert traces(after) == []
    with publish.live(settings) as store:
        [standing] = correcting.standings(
            store, triples.corrections_of(store.quads(triples.corrections_graph(settings.base))), settings.base
        )
    assert standing.holds
    load(settings)
    assert quads(settings) == after


def test_a_graph_that_was_not_made_from_facts_loses_the_statements(settings: Settings) -> None:
    from pyoxigraph import Literal, NamedNode, Quad

    graph = NamedNode("https://example.org/own")
    node, label = NamedNode("https://example.org/1"), NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    with publish.live(settings) as store:
        store.replace_graph(graph, [Quad(node, label, Literal(name), graph) for name in (NAME, OTHER)])
    remove(settings)
    with publish.live(settings) as store:
        assert [quad.object.value for quad in store.quads(graph)] == [OTHER]  # type: ignore[union-attr]


def test_a_document_whose_key_has_the_name_is_told(settings: Settings) -> None:
    (settings.data.parent / "texts" / "2024-asa-lindqvist.txt").write_text(TEXTS["bara"], encoding="utf-8")
    with publish.live(settings) as store:
        build.load(inputs([settings.data.parent / "texts" / "2024-asa-lindqvist.txt"]), store, settings)
    remove(settings)
    with publish.live(settings) as store:
        assert forgetting.left(settings, store)[0].startswith("the address of the document 2024-asa-lindqvist: rename")


class _Stopped(Exception):
    pass


def test_stopped_midway_the_rest_is_done_the_next_time(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with publish.live(settings) as store:
        names = forgetting.chosen(forgetting.people(store, NAME, shipped(), settings.base), NAME, "12")[1]
    forgetting.record(settings, names, "12", who="Bo Ek", why="Asked for it.")
    cleared: list[object] = []
    clear = removing._cleared

    def once(store: Store, graph: object, *others: object) -> bool:
        if cleared:
            raise _Stopped
        cleared.append(graph)
        return clear(store, graph, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(removing, "_cleared", once)
    with publish.live(settings) as store, pytest.raises(_Stopped):
        preparing.prepare(store, settings, shipped())
    monkeypatch.undo()
    with publish.live(settings) as store:
        preparing.prepare(store, settings, shipped())
    assert traces(quads(settings)) == []


def test_without_removals_no_graph_and_no_file_tell_of_them(settings: Settings) -> None:
    with publish.live(settings) as store:
        assert removing.removals_graph(settings.base) not in set(store.graphs())
    assert removing.current(replace(settings, removals=str(settings.data / "none.csv"))).rows == ()
