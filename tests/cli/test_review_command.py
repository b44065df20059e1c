"""`samverkan review` as people type it: look, decide, see it in the answers, take it back."""

import csv
from pathlib import Path

import pytest
from desks import Desk

BY = ("--who", "Ann Alm", "--why", "Samma råd, samma kommun.")
TEXT = "Bussrådet {day}\n\nNärvarande\n{name}, Lund\nEva Lind, Eslöv\n\n§ 1 Linje Fem\nRådet ska mötas igen.\n"


@pytest.fixture(scope="module")
def unjudged(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A graph of two minutes that spell a name in two ways, which no test changes."""
    spelt = (("a", "Bo Ekkvist", "2031-01-02"), ("b", "Bo Ekqvist", "2031-02-03"))
    texts = {f"{key}.txt": TEXT.format(name=name, day=day) for key, name, day in spelt}
    return Desk(tmp_path_factory.mktemp("unjudged"), texts)


@pytest.fixture
def desk(unjudged: Desk, tmp_path: Path) -> Desk:
    return unjudged.copied(tmp_path)


def people(desk: Desk) -> list[str]:
    """The persons of the graph, by name."""
    found = desk.run("query", "people-in-several-documents", "--format", "csv", "--language", "en").stdout
    return sorted(row["Person"] for row in csv.DictReader(found.splitlines()))


def test_a_pair_is_listed_with_its_reasons_judged_and_taken_back(desk: Desk) -> None:
    (pair,) = desk.json("review", "list")
    assert (pair["one"], pair["other"]) == ("Bo Ekkvist", "Bo Ekqvist")
    assert pair["reasons"].startswith("låter lika")
    assert people(desk) == ["Eva Lind"]

    done = desk.run("review", "decide", pair["pair"], "same", *BY)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"Bo Ekkvist and Bo Ekqvist: same, Bo Ekkvist stays; kept in {desk.judgements}\n"
    assert people(desk) == ["Bo Ekkvist", "Eva Lind"]
    assert desk.json("review", "list") == []
    (row,) = desk.json("review", "list", "--judged")
    assert (row["verdict"], row["who"], row["why"], row["now"]) == ("same", BY[1], BY[3], "holds")

    done = desk.run("review", "undo", pair["pair"])
    assert (done.returncode, "taken back (same, by Ann Alm, " in done.stderr) == (0, True)
    assert people(desk) == ["Eva Lind"]
    assert desk.json("review", "list") == [pair]


def test_show_puts_two_beside_each_other_with_every_passage(desk: Desk) -> None:
    shown = desk.json("review", "show", "Bo Ekkvist", "Bo Ekqvist")
    assert isinstance(shown, dict)
    assert shown["one"] == {"path": shown["one"]["path"], "name": "Bo Ekkvist"}
    assert {each["quote"] for each in shown["passages"]} >= {"Bo Ekkvist, Lund", "Bo Ekqvist, Lund"}
    assert (shown["verdict"], shown["judgements"]) == (None, [])
    text = desk.run("review", "show", shown["pair"], "--language", "en").stdout
    assert "sounds alike" in text
    assert f"pair {shown['pair']}, score 1.00" in text


def test_the_other_can_be_kept_and_a_merged_one_named_by_its_old_name(desk: Desk) -> None:
    assert desk.run("review", "decide", "Bo Ekkvist", "Bo Ekqvist", "same", "--keep", "other", *BY).returncode == 0
    assert people(desk) == ["Bo Ekqvist", "Eva Lind"]
    assert desk.run("review", "decide", "Bo Ekkvist", "Bo Ekqvist", "different", *BY).returncode == 0
    assert people(desk) == ["Eva Lind"]
    rows = desk.json("review", "list", "--judged")
    assert [(row["verdict"], row["now"]) for row in rows] == [("same", "superseded"), ("different", "holds")]


def test_a_contradiction_is_refused_and_nothing_is_written(desk: Desk) -> None:
    for one, other, verdict in (("Bo Ekkvist", "Bo Ekqvist", "same"), ("Bo Ekkvist", "Eva Lind", "different")):
        assert desk.run("review", "decide", one, other, verdict, *BY).returncode == 0
    before = desk.judgements.read_text("utf-8")
    done = desk.run("review", "decide", "Bo Ekqvist", "Eva Lind", "same", *BY)
    assert done.returncode == 1
    assert "line 3 says that Bo Ekkvist" in done.stderr
    assert "but lines 2, 4 make them one; take one of these back" in done.stderr
    assert desk.judgements.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("decide", "00000000", "same", *BY), 1, "no pair is called '00000000'; `samverkan review list` shows them"),
        (("decide", "Bo Ekkvist", "Nils Nemo", "same", *BY), 2, "'Nils Nemo'"),
        (("decide", "Bo Ekkvist", "Bo Ekkvist", "same", *BY), 2, "are one thing already"),
        (("decide", "Bo Ekkvist", "Bussrådet", "same", *BY), 1, "are things of two kinds and can never be one"),
        (("decide", "a", "b", "c", "same", *BY), 2, "two things; put names that have blanks in quotation marks"),
        (("decide", "Bo Ekkvist", "Bo Ekqvist", "perhaps", *BY), 2, "'perhaps'"),
        (("decide", "Bo Ekkvist", "Bo Ekqvist", "same", "--who", "Ann"), 2, "--why"),
        (("undo", "Bo Ekkvist", "Bo Ekqvist"), 1, "nothing was judged of Bo Ekkvist"),
    ],
    ids=["no such pair", "no such name", "itself", "two kinds", "three", "no verdict", "no reason", "nothing to undo"],
)  # fmt: skip
def test_what_cannot_be_judged_is_refused_with_the_reason(
    arguments: tuple[str, ...], code: int, says: str, unjudged: Desk
) -> None:
    done = unjudged.run("review", *arguments)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert not unjudged.judgements.exists()
