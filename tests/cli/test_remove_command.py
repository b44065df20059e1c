"""`samverkan remove` as people type it: forget a person, list what was removed, take it back."""

import json
import subprocess
from pathlib import Path

import pytest
from typed import plain, typed

TEXT = "Anteckningar Bussrådet 2 januari 2031\n\nNärvarande: Bo Ek, Eslöv, Eva Lind, Eslöv\n\n1 Linje Fem\n"
BY = ("--who", "Ann Alm", "--why", "Bad om det, ärende 12.")


class Desk:
    """A graph of one document and a file of removals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "buss.txt").write_text(TEXT, "utf-8")
        assert self.run("load", str(folder / "buss.txt")).returncode == 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = plain(
            SAMVERKAN_DATA=self.folder / "data",
            SAMVERKAN_REMOVALS=self.folder / "removals.csv",
            SAMVERKAN_JUDGEMENTS=self.folder / "none.csv",
            SAMVERKAN_CORRECTIONS=self.folder / "none",
            SAMVERKAN_DUMP_QUADS=0,
        )
        return typed(*arguments, environment=environment)

    def people(self) -> str:
        """Who was present, by the published graph."""
        return self.run("query", "attendance", "--format", "csv").stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def test_a_person_is_removed_listed_and_comes_back_with_the_documents(desk: Desk) -> None:
    assert "Bo Ek" in desk.people()
    done = desk.run("remove", *BY, "Bo Ek")  # the name may stand anywhere
    assert done.returncode == 0, done.stderr
    assert "removed, with 0 other spellings; the graph knew the name as one person" in done.stderr
    assert "the files to take away were removed" in done.stderr
    assert "Bo Ek" not in desk.people()
    assert "Eva Lind" in desk.people()
    [row] = json.loads(desk.run("remove", "list", "--format", "json").stdout)
    assert (row["county"], row["who"], row["why"]) == ("all", "Ann Alm", "Bad om det, ärende 12.")
    assert "Ek" not in (desk.folder / "removals.csv").read_text("utf-8")
    read = desk.run("extract", str(desk.folder / "buss.txt"))
    assert "Bo Ek" not in read.stdout
    undone = desk.run("remove", "undo", row["removal"])
    assert undone.returncode == 0, undone.stderr
    assert "load the documents again" in undone.stderr
    assert "Bo Ek" not in desk.people()
    assert desk.run("load", str(desk.folder / "buss.txt")).returncode == 0
    assert "Bo Ek" in desk.people()


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (("remove", "Ek", *BY), "'Ek' is no full name", 1),
        (("remove", "Eva Lind", "--who", "A", "--why", "Eva Lind bad om det"), "why has the name in it", 1),
        (("remove", "Eva Lind", "--who", "A"), "Missing option '--why'", 2),
        (("remove", "undo", "0123"), "nothing was removed by this name or key", 1),
    ],
    ids=["surname", "name in the reason", "no reason", "unknown key"],
)
def test_what_cannot_be_done_is_said(desk: Desk, arguments: tuple[str, ...], message: str, code: int) -> None:
    done = desk.run(*arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert message in done.stderr
