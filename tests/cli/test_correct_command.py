"""`samverkan correct` as people type it: find a fact, correct it, see it in the answers, take it back."""

import json
import subprocess
from pathlib import Path

import pytest
from typed import plain, typed

TEXT = "Bussrådet 2031-01-02\n\nNärvarande\nBo Ek, ordförande\nEva Lind\n\n§ 1 Linje Fem\nEn plats är tom.\n"
BY = ("--who", "Ann Alm", "--why", "Så står det.")


class Desk:
    """A graph of one document and a folder of corrections."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "buss.txt").write_text(TEXT, "utf-8")
        assert self.run("load", str(folder / "buss.txt")).returncode == 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = plain(
            SAMVERKAN_DATA=self.folder / "data",
            SAMVERKAN_CORRECTIONS=self.folder / "corrections",
            SAMVERKAN_JUDGEMENTS=self.folder / "none.csv",
        )
        return typed(*arguments, environment=environment)

    def facts(self, kind: str) -> dict[str, str]:
        """The facts of a kind: what each says, and its name."""
        rows = json.loads(self.run("correct", "facts", "buss", "--kind", kind, "--format", "json").stdout)
        return {row["says"]: row["fact"] for row in rows}

    def done(self, *arguments: str) -> str:
        """Run `correct`, which must succeed; the short name of the correction that it tells."""
        done = self.run("correct", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stderr.split(":")[0]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that no test changes."""
    return Desk(tmp_path_factory.mktemp("untouched"))


def test_a_fact_is_rejected_seen_as_such_and_taken_back(desk: Desk) -> None:
    eva = desk.facts("attendance")["Eva Lind · status: present"]
    name = desk.done("reject", eva, *BY)
    assert list(desk.facts("attendance")) == ["Bo Ek · role: chair · status: present"]
    (row,) = json.loads(desk.run("correct", "list", "--format", "json").stdout)
    assert {key: row[key] for key in ("correction", "document", "act", "who", "why", "now")} == {
        "correction": name, "document": "buss", "act": "reject", "who": "Ann Alm", "why": "Så står det.",
        "now": "holds",
    }  # fmt: skip
    assert desk.done("undo", name) == name
    assert desk.facts("attendance")["Eva Lind · status: present"] == eva
    assert desk.run("correct", "list").stdout.splitlines()[1:] == []


def test_a_fact_is_changed_confirmed_and_added(desk: Desk) -> None:
    desk.done("change", desk.facts("attendance")["Bo Ek · role: chair · status: present"], "role=secretary", *BY)
    desk.done("confirm", desk.facts("attendance")["Eva Lind · status: present"], *BY)
    desk.done("add", "buss", "vacancies", "body=Bussrådet", "count=1", "--quote", "En plats är tom", *BY)
    desk.done("change", "buss/meeting", "place=Ekby", *BY)
    assert "Bo Ek · role: secretary · status: present" in desk.facts("attendance")
    rows = json.loads(desk.run("correct", "facts", "buss", "--format", "json").stdout)
    known = {row["kind"]: row["known"] for row in rows if row["kind"] in ("vacancies", "meeting", "document")}
    assert known == {"vacancies": "corrected", "meeting": "corrected", "document": "read"}
    assert {row["says"]: row["known"] for row in rows}["Eva Lind · status: present"] == "confirmed"


def test_a_correction_that_finds_nothing_any_more_is_told_by_load_and_check(desk: Desk) -> None:
    desk.done("reject", desk.facts("attendance")["Eva Lind · status: present"], *BY)
    (desk.folder / "buss.txt").write_text(TEXT.replace("Eva Lind", "Per Alm"), "utf-8")
    done = desk.run("load", str(desk.folder / "buss.txt"))
    assert done.returncode == 0
    assert "correction: " in done.stderr
    assert "reject attendance: Eva Lind" in done.stderr
    assert "finds nothing any more" in desk.run("correct", "list").stdout
    offences = json.loads(desk.run("check", "--format", "json").stdout)
    assert "correction-without-effect" in json.dumps(offences)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("reject", "0000", *BY), "no single fact is called '0000'"),
        (("facts", "none"), "no document 'none' is in the graph"),
        (("add", "buss", "people", "x=y", "--quote", "z", *BY), "'people' is no kind of fact"),
        (("add", "buss", "vacancies", "body=X", "--quote", "står inte", *BY), "stands nowhere in the document"),
        (("undo", "abcd"), "no correction is called 'abcd'"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_that_says_what_to_do(
    untouched: Desk, arguments: tuple[str, ...], says: str
) -> None:
    done = untouched.run("correct", *arguments)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (untouched.folder / "corrections").exists()


def test_who_and_why_are_always_asked_for(untouched: Desk) -> None:
    done = untouched.run("correct", "reject", "0000", "--who", "Ann Alm")
    assert done.returncode == 2
    assert "--why" in done.stderr


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are(untouched: Desk) -> None:
    done = untouched.run("correct", "facts", "buss", "--kind", "people")
    assert done.returncode == 2
    assert "'people' is none of document, body, meeting" in done.stderr


def test_each_act_has_an_example(untouched: Desk) -> None:
    for act in ("facts", "list", "add", "change", "reject", "confirm", "undo"):
        assert f"Example:  samverkan correct {act}" in " ".join(
            untouched.run("correct", act, "--help").stdout.split(" ")
        )
