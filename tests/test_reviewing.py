"""Where verdicts are written, and which they are: what the command line of `review` stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import samverkan
from samverkan import build, judgements, judging, reviewing
from samverkan.candidates import Graph
from samverkan.errors import JudgementError, NotFound, SettingError
from samverkan.identity import index_of
from samverkan.register import shipped
from samverkan.reviewing import Side
from samverkan.settings import Settings
from samverkan.store.oxigraph import OxigraphStore

CS = Side("body/12/centralt_samverkansorgan", "Centralt samverkansorgan")
OTHER = Side("body/12/cs-rådet", "CS-rådet")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", judgements=str(tmp_path / "own" / "judgements.csv"))


@pytest.fixture
def graph(settings: Settings) -> Iterator[Graph]:
    store = OxigraphStore()
    build.load([], store, settings)
    yield Graph(store, settings.base, index_of(shipped()), judgements.NONE)
    store.close()


def test_of_two_that_are_the_same_the_one_of_the_register_stays(settings: Settings, graph: Graph) -> None:
    file = reviewing.file_of(settings)
    made = reviewing.decide(file, graph, OTHER, CS, "same", who=" Ann Ek ", why="Samma råd.")
    assert (made.one, made.other, made.who) == (CS.path, OTHER.path, "Ann Ek")
    assert judging.current(settings, shipped()).kept == {OTHER.path: CS.path}


def test_the_order_given_stays_where_they_are_different(settings: Settings, graph: Graph) -> None:
    made = reviewing.decide(reviewing.file_of(settings), graph, OTHER, CS, "different", who="Ann Ek", why="Två råd.")
    assert (made.one, made.other) == (OTHER.path, CS.path)


def test_verdicts_in_quick_succession_keep_their_order(settings: Settings, graph: Graph) -> None:
    file = reviewing.file_of(settings)
    for verdict in ("same", "unsure", "different"):
        reviewing.decide(file, graph, CS, OTHER, verdict, who="Ann Ek", why="Så är det.")  # type: ignore[arg-type]
    assert [row.verdict for row in judging.current(settings, shipped()).rows] == ["same", "unsure", "different"]
    for verdict in ("different", "unsure", "same"):
        assert reviewing.undo(file, graph, OTHER, CS).verdict == verdict
    with pytest.raises(NotFound, match="nothing was judged of CS-rådet"):
        reviewing.undo(file, graph, OTHER, CS)


def test_what_others_wrote_into_the_file_stays_as_it_was(settings: Settings, graph: Graph) -> None:
    file = reviewing.file_of(settings)
    file.parent.mkdir()
    before = ",".join(judgements.COLUMNS) + '\nperson/12/a,A,person/12/b,B,unsure,Per Ros,2031-01-01,"Å, ä"\n'
    file.write_text(before, "utf-8")
    reviewing.decide(file, graph, CS, OTHER, "different", who="Ann Ek", why="Två råd.")
    reviewing.undo(file, graph, CS, OTHER)
    assert file.read_text("utf-8") == before


def test_a_file_that_cannot_be_written_is_named(settings: Settings, graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("", "utf-8")
    with pytest.raises(JudgementError, match=r"judgements\.csv: cannot be written .*; set SAMVERKAN_JUDGEMENTS"):
        reviewing.decide(reviewing.file_of(settings), graph, CS, OTHER, "same", who="Ann Ek", why="Samma råd.")


def test_verdicts_are_never_written_into_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = Path(samverkan.__file__).parent / "data" / "judgements.csv"
    monkeypatch.setattr(judging, "path", lambda _: installed)
    with pytest.raises(SettingError, match=r"SAMVERKAN_JUDGEMENTS is not set, and what is written to .* is lost"):
        reviewing.file_of(Settings(data=tmp_path))
