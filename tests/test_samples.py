"""The five sample documents and their golden facts: what the facts name stands in the text, and reading gives it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samverkan.facts import Facts
from samverkan.facts_json import loads, to_json
from samverkan.reading import read
from samverkan.register import shipped
from samverkan.resources import folder

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = sorted((ROOT / "tests/golden").glob("*.json"))
SAMPLES = sorted(folder("data/documents").glob("*.txt"))

# Canonical names that the text writes only in another form.
WRITTEN = {
    "Västra Götalandsregionen": "VGR",
    "Kommunförbundet Skånes lokaler, Lund": "Kommunförbundet Skånes lokaler i Lund",
    "överenskommelse mellan Hallands kommuner och Region Halland": (
        "Överenskommelsen mellan Hallands kommuner och Region Halland"
    ),
}
# Values of a closed list, dates, and tasks (written there in the infinitive) do not stand word for word in a text.
DERIVED = {"kind", "role", "capacity", "status", "relation", "outcome", "mode"}
DERIVED |= {"start", "end", "due", "date", "dates", "published", "task"}


# What the reader does not find yet, by sample and kind of row; strict, so that a line goes when its habit is read.
NOT_YET: dict[tuple[str, str], str] = {}
READ_EXACTLY = ("attendance", "memberships", "vacancies", "agenda")


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _sample(golden: Path) -> str:
    return (folder("data/documents") / f"{golden.stem}.txt").read_text(encoding="utf-8")


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a JSON value that should stand in the document, with its path."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in DERIVED:
                yield from _texts(each, f"{path}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, f"{path}[{number}]")
    elif isinstance(value, str):
        yield path, value


def test_there_are_five_samples_and_each_has_its_golden_facts() -> None:
    assert [each.stem for each in SAMPLES] == [each.stem for each in GOLDEN]
    assert len(SAMPLES) == 5


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_golden_facts_follow_the_contract(golden: Path) -> None:
    facts = loads(golden.read_text(encoding="utf-8"), golden.name)
    assert facts.document.title


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_what_the_golden_facts_name_stands_in_the_sample(golden: Path) -> None:
    text = _flat(_sample(golden))
    named = list(_texts(json.loads(golden.read_text(encoding="utf-8"))))
    assert [(path, value) for path, value in named if _flat(WRITTEN.get(value, value)) not in text] == []


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_the_words_of_a_task_stand_in_the_sample_but_for_the_form_of_its_verbs(golden: Path) -> None:
    text = _flat(_sample(golden))
    for row in loads(golden.read_text(encoding="utf-8")).assignments:
        words = [word.strip("()") for word in _flat(row.task).split()]
        said = " ".join(words[1:]) in text or sum(word in text for word in words) >= 0.8 * len(words)
        assert said, row.task


def test_a_restatement_shares_the_facts_of_its_original_row_by_row(shared: Path) -> None:
    """Only the wording of decisions and tasks may differ."""
    originals = [json.loads(each.read_text(encoding="utf-8")) for each in (shared / "corpus/seeds").glob("*.json")]
    by_title = {each["document"]["title"]: each for each in originals}
    for golden in GOLDEN:
        ours = json.loads(golden.read_text(encoding="utf-8"))
        theirs = by_title[ours["document"]["title"]]
        assert _without_wording(ours) == _without_wording(theirs), golden.stem


def _without_wording(facts: dict[str, Any]) -> Facts:
    """The facts as the contract reads them, so that keys left out and keys that are null are the same."""
    for row in facts.get("decisions", []):
        row["text"] = ""
    for row in facts.get("assignments", []):
        row["task"] = ""
    return loads(json.dumps(facts))


def _rows(facts: Facts, kind: str) -> list[str]:
    """The rows of a kind without evidence, in any order; capitals count but in a body's name."""
    rows: list[dict[str, Any]] = to_json(facts)[kind]
    plain = [{key: value for key, value in row.items() if key != "evidence"} for row in rows]
    return sorted(
        json.dumps({**row, **({"body": row["body"].casefold()} if "body" in row else {})}, ensure_ascii=False)
        for row in plain
    )


def _samples_and_kinds() -> Iterator[Any]:
    for golden in GOLDEN:
        for kind in READ_EXACTLY:
            reason = NOT_YET.get((golden.stem, kind))
            marks = [pytest.mark.xfail(reason=reason)] if reason else []
            yield pytest.param(golden, kind, marks=marks, id=f"{golden.stem}-{kind}")


@pytest.mark.parametrize(("golden", "kind"), list(_samples_and_kinds()))
def test_a_sample_is_read_as_its_golden_facts_say(golden: Path, kind: str) -> None:
    facts = read(_sample(golden), shipped()).facts
    assert _rows(facts, kind) == _rows(loads(golden.read_text(encoding="utf-8")), kind)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_the_day_of_a_sample_is_settled_or_said_to_be_unknown(golden: Path) -> None:
    facts = read(_sample(golden), shipped()).facts
    wanted = loads(golden.read_text(encoding="utf-8"))
    assert facts.document.date == wanted.document.date
    assert (facts.meeting and facts.meeting.start) == (wanted.meeting and wanted.meeting.start)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_every_row_read_from_a_sample_quotes_the_sample(golden: Path) -> None:
    text = _sample(golden)
    facts = read(text, shipped()).facts
    rows = [row for kind in to_json(facts).values() if isinstance(kind, list) for row in kind]
    quotes = [row["evidence"] for row in rows]
    assert [each for each in quotes if text[each["start"] : each["end"]] != each["quote"]] == []
    assert quotes
