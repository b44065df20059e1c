"""`samverkan path`: each step with how, where it stands and the passage; nothing invented where nothing connects."""

import json
import subprocess
from pathlib import Path

import pytest
from typed import plain, typed


def met(*people: str) -> str:
    listed = "\n".join(people)
    return f"Närvarande\n{listed}\n\n§ 1 Inledning\nMötet öppnas.\n"


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = plain(
        SAMVERKAN_DATA=data, SAMVERKAN_CORRECTIONS=data / "none", SAMVERKAN_JUDGEMENTS=data / "none.csv"
    )
    return typed(*arguments, environment=environment)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("path")
    documents = folder / "documents"
    documents.mkdir()
    for key, body, people in (
        ("bus", "Bussrådet", ("Ann Ek", "Bo Alm")),
        ("rail", "Tågrådet", ("Bo Alm", "Cia Lund")),
        ("lone", "Färjerådet", ("Dan Berg",)),
    ):
        text = f"Minnesanteckningar {body} 2031-01-02\n\n{met(*people)}"
        (documents / f"{key}.txt").write_text(text, "utf-8")
    done = run(folder / "data", "load", str(documents))
    assert done.returncode == 0, done.stderr
    return folder / "data"


def test_each_step_stands_with_its_document_and_its_passage(data: Path) -> None:
    rows = json.loads(run(data, "path", "Ann Ek", "Cia Lund", "--most", "1", "--format", "json").stdout)
    assert [(row["way"], row["from"], row["how"], row["to"].split()[0], row["quote"]) for row in rows] == [
        ("1", "Ann Ek", "var närvarande vid", "Bussrådet", "Ann Ek"),
        ("1", "Bo Alm", "var närvarande vid", "Bussrådet", "Bo Alm"),
        ("1", "Bo Alm", "var närvarande vid", "Tågrådet", "Bo Alm"),
        ("1", "Cia Lund", "var närvarande vid", "Tågrådet", "Cia Lund"),
    ]
    assert [row["document"].split()[1] for row in rows] == ["Bussrådet", "Bussrådet", "Tågrådet", "Tågrådet"]


def test_it_speaks_english_where_asked(data: Path) -> None:
    rows = json.loads(run(data, "path", "Ann Ek", "Bo Alm", "--language", "en", "--format", "json").stdout)
    assert [row["how"] for row in rows] == ["was present at", "was present at"]


def test_where_nothing_connects_two_it_says_so(data: Path) -> None:
    done = run(data, "path", "Ann Ek", "Dan Berg")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing in the graph connects them" in done.stderr


def test_a_name_that_nothing_has_is_refused(data: Path) -> None:
    done = run(data, "path", "Ann Ek", "Eva Lund")
    assert done.returncode == 2
    assert "Eva Lund" in done.stderr
