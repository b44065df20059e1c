"""`samverkan correct` as people type it: find a fact, correct it, see it in the answers, take it back."""

import json
from pathlib import Path

import pytest
from desks import Desk

TEXT = "Bussrådet 2031-01-02\n\nNärvarande\nBo Ek, ordförande\nEva Lind\n\n§ 1 Linje Fem\nEn plats är tom.\n"
BY = ("--who", "Ann Alm", "--why", "Så står det.")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A graph of one document, which no test changes."""
    return Desk(tmp_path_factory.mktemp("untouched"), {"buss.txt": TEXT})


@pytest.fixture
def desk(untouched: Desk, tmp_path: Path) -> Desk:
    return untouched.copied(tmp_path)


def facts(desk: Desk, kind: str) -> dict[str, str]:
    """The facts of a kind: what each says, and its name."""
    return {row["says"]: row["fact"] for row in desk.json("correct", "facts", "buss", "--kind", kind)}


def corrected(desk: Desk, *arguments: str) -> str:
    """Run `correct`, which must succeed; the short name of the correction that it tells."""
    done = desk.run("correct", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr.split(":")[0]


def test_a_fact_is_rejected_seen_as_such_and_taken_back(desk: Desk) -> None:
    eva = facts(desk, "attendance")["Eva Lind · status: present"]
    name = corrected(desk, "reject", eva, *BY)
    assert list(facts(desk, "attendance")) == ["Bo Ek · role: chair · status: present"]
    (row,) = desk.json("correct", "list")
    assert {key: row[key] for key in ("correction", "document", "act", "who", "why", "now")} == {
        "correction": name, "document": "buss", "act": "reject", "who": "Ann Alm", "why": "Så står det.",
        "now": "holds",
    }  # fmt: skip
    assert corrected(desk, "undo", name) == name
    assert facts(desk, "attendance")["Eva Lind · status: present"] == eva
    assert desk.run("correct", "list").stdout.splitlines()[1:] == []


def test_a_fact_is_changed_confirmed_and_added(desk: Desk) -> None:
    corrected(desk, "change", facts(desk, "attendance")["Bo Ek · role: chair · status: present"], "role=secretary", *BY)
    corrected(desk, "confirm", facts(desk, "attendance")["Eva Lind · status: present"], *BY)
    corrected(desk, "add", "buss", "vacancies", "body=Bussrådet", "count=1", "--quote", "En plats är tom", *BY)
    corrected(desk, "change", "buss/meeting", "place=Ekby", *BY)
    assert "Bo Ek · role: secretary · status: present" in facts(desk, "attendance")
    rows = desk.json("correct", "facts", "buss")
    known = {row["kind"]: row["known"] for row in rows if row["kind"] in ("vacancies", "meeting", "document")}
    assert known == {"vacancies": "corrected", "meeting": "corrected", "document": "read"}
    assert {row["says"]: row["known"] for row in rows}["Eva Lind · status: present"] == "confirmed"


def test_a_correction_that_finds_nothing_any_more_is_told_by_load_and_check(desk: Desk) -> None:
    corrected(desk, "reject", facts(desk, "attendance")["Eva Lind · status: present"], *BY)
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
