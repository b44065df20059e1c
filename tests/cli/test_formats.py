"""PDF files, Word documents and web pages on the command line; a crash or a scan among them is told."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from typed import plain, typed


def run(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return typed(*arguments, environment=plain(SAMVERKAN_DATA=data))


LINES = ("Minnesanteckningar Samrådsgruppen 3 maj 2022", "", "Närvarande:", "Ann Ekdal, Tjörn", "Bo Almgren, Orust")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    for line in LINES:
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.add_page()
    pdf.rect(20, 20, 100, 100, style="F")
    pdf.output(str(folder / "a.pdf"))
    scan = FPDF()
    scan.add_page()
    scan.output(str(folder / "b-scan.pdf"))
    word = docx.Document()
    for line in LINES:
        word.add_paragraph(line)
    word.save(str(folder / "c.docx"))
    page = "<br>".join(LINES)
    (folder / "d.html").write_text(f"<html><body><nav>Start</nav><main>{page}</main></body></html>", "utf-8")
    (folder / "e.txt").write_text("\n".join(LINES), "utf-8")
    return folder


def test_each_format_is_extracted_to_the_same_people(documents: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "data", "extract", str(documents), "--out", str(tmp_path / "facts"), "--jobs", "2")
    assert done.returncode == 1
    for name in ("a", "c", "d", "e"):
        facts = json.loads((tmp_path / "facts" / f"{name}.json").read_text("utf-8"))
        people = [(row["person"], row["organisation"]) for row in facts["attendance"]]
        assert people == [("Ann Ekdal", "Tjörn"), ("Bo Almgren", "Orust")]
    assert not (tmp_path / "facts" / "b-scan.json").exists()
    said = done.stderr.splitlines()
    assert said[0] == "a: passed over page 2 (no text there: a scan or a picture)"
    assert "b-scan.pdf: no text on its only page, only pictures (a scan)" in said[1]
    assert said[2] == "d: passed over what stands around <main>"


def test_loading_tells_of_scans_and_loads_the_rest(documents: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "data", "load", str(documents))
    assert done.returncode == 1
    assert "5 documents: 4 new, 0 changed, 0 unchanged, 1 failed" in done.stderr
    assert "a: passed over page 2 (no text there: a scan or a picture)" in done.stderr
    again = run(tmp_path / "data", "load", str(documents), "--jobs", "2")
    assert "5 documents: 0 new, 0 changed, 4 unchanged, 1 failed" in again.stderr


def test_help_loads_no_library_of_a_format(tmp_path: Path) -> None:
    code = (
        "import sys, samverkan.cli, samverkan.build\n"
        "print([name for name in ('pypdfium2', 'docx', 'lxml', 'selectolax') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
