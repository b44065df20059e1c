"""`samverkan path`: each step with how, where it stands and the passage; nothing invented where nothing connects."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("samverkan")


def met(*people: str) -> str:
    listed = "\n".join(people)
    return f"Närvarande\n{listed}\n\n§ 1 Inledning\nMötet öppnas.\n"


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERKAN_")}
    environment |= {
        "SAMVERKAN_DATA": str(data), "SAMVERKAN_CORRECTIONS": str(data / "none"),
        "SAMVERKAN_JUDGEMENTS": str(data / "none.csv"), "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    return subprocess.run(
        [COMMAND, *arguments], env=environment, capture_output=True, text=True, timeout=120, check=False
    )


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
