"""The corpora in other formats: what is read of a PDF, Word document or web page is what is read of its text."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from samverkan import facts_json, reading, register
from samverkan.sources import read

pytestmark = pytest.mark.shared

Maker = Callable[[Path, str], None]
FORMATS = ["pdf, one column", "pdf, two columns", "pdf, tables", "docx", "html"]
# As near as each format must come to the score of the plain text.
NEAR = 0.02


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("samverkan_score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _texts(shared: Path, columns: bool) -> list[Path]:
    """The texts of the corpora of ordinary length; in two columns only those without columns of their own."""
    found = [each for each in sorted((shared / "corpus").glob("*/*.txt")) if each.stat().st_size < 20_000]
    return [each for each in found if not (columns and "\t" in each.read_text("utf-8"))]


def _f1(score: Any, pairs: list[tuple[dict[str, Any], str]]) -> float:
    """The score of facts read from texts, pooled over all of them."""
    total = [0, 0, 0]
    for gold, text in pairs:
        facts = json.loads(facts_json.dumps(reading.read(text, register.shipped()).facts))
        expected, found = score.atoms(gold), score.atoms(facts)
        for category in {*expected, *found}:
            for i, each in enumerate(score.match(expected.get(category, []), found.get(category, []))):
                total[i] += len(each)
    return float(score.rates(*total)["f1"])


@pytest.mark.parametrize("name", FORMATS)
def test_another_format_is_read_as_well_as_the_text(
    shared: Path, tmp_path: Path, score: ModuleType, makers: dict[str, tuple[str, Maker]], name: str
) -> None:
    ending, make = makers[name]
    plain, other = [], []
    for each in _texts(shared, columns="columns" in name):
        gold = json.loads(each.with_suffix(".json").read_text("utf-8"))
        path = tmp_path / f"{each.stem}{ending}"
        make(path, each.read_text("utf-8"))
        plain.append((gold, read(each, 10**8).text))
        other.append((gold, read(path, 10**8).text))
    assert len(plain) >= 8
    before, after = _f1(score, plain), _f1(score, other)
    print(f"{name}: {len(plain)} texts, F1 {after:.4f}, plain text {before:.4f}")  # noqa: T201
    assert after >= before - NEAR


def test_every_passage_of_a_pdf_has_a_box_on_a_page(
    shared: Path, tmp_path: Path, makers: dict[str, tuple[str, Maker]]
) -> None:
    text = next((shared / "corpus" / "seeds").glob("001*.txt")).read_text("utf-8")
    path = tmp_path / "möte.pdf"
    makers["pdf, one column"][1](path, text)
    source = read(path, 10**8)
    evidence = reading.read(source.text, register.shipped()).facts.attendance
    assert evidence
    for row in evidence:
        assert row.evidence is not None
        assert source.origin(row.evidence.start, row.evidence.end)
