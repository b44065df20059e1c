"""`samverkan remove` as people type it: forget a person, list what was removed, take it back."""

import pytest
from desks import Desk

TEXT = "Anteckningar Bussrådet 2 januari 2031\n\nNärvarande: Bo Ek, Eslöv, Eva Lind, Eslöv\n\n1 Linje Fem\n"
BY = ("--who", "Ann Alm", "--why", "Bad om det, ärende 12.")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A graph of one document."""
    return Desk(tmp_path_factory.mktemp("desk"), {"buss.txt": TEXT})


def people(desk: Desk) -> str:
    """Who was present, by the published graph."""
    return desk.run("query", "attendance", "--format", "csv").stdout


def test_a_person_is_removed_listed_and_comes_back_with_the_documents(desk: Desk) -> None:
    assert "Bo Ek" in people(desk)
    done = desk.run("remove", *BY, "Bo Ek")  # the name may stand anywhere
    assert done.returncode == 0, done.stderr
    assert "removed, with 0 other spellings; the graph knew the name as one person" in done.stderr
    assert "the files to take away were removed" in done.stderr
    assert "Bo Ek" not in people(desk)
    assert "Eva Lind" in people(desk)
    [row] = desk.json("remove", "list")
    assert (row["county"], row["who"], row["why"]) == ("all", "Ann Alm", "Bad om det, ärende 12.")
    assert "Ek" not in (desk.folder / "removals.csv").read_text("utf-8")
    read = desk.run("extract", str(desk.folder / "buss.txt"))
    assert "Bo Ek" not in read.stdout
    undone = desk.run("remove", "undo", row["removal"])
    assert undone.returncode == 0, undone.stderr
    assert "load the documents again" in undone.stderr
    assert "Bo Ek" not in people(desk)
    assert desk.run("load", str(desk.folder / "buss.txt")).returncode == 0
    assert "Bo Ek" in people(desk)


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
