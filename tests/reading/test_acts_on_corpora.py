"""Items, decisions, assignments and referrals on the reference corpora: no fall below what was reached."""

import json
import re
import textwrap
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from samverkan import facts_json, register
from samverkan.reading import read

pytestmark = pytest.mark.shared
# Lowest shares, a little below what was measured: right among those found, and found among those there are.
LOWEST = {"agenda": (0.97, 0.95), "decisions": (0.95, 0.95), "assignments": (0.85, 0.72), "referrals": (0.9, 0.9)}


def _key(category: str, row: dict[str, object]) -> tuple[str, str]:
    if category == "agenda":
        return str(row["number"] or ""), str(row["title"])
    if category == "decisions":
        return str(row["outcome"]), str(row["item"])
    if category == "assignments":
        return str(row["item"]), " ".join(row["assignee"])  # type: ignore[arg-type]
    return "", str(row["subject"])


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    plain = [each[1].casefold().strip(" .") for each in (one, other)]
    return one[0] == other[0] and SequenceMatcher(None, *plain).ratio() >= 0.82


@pytest.mark.parametrize("corpus", ["seeds", "dev"])
def test_rows_are_found_and_right(shared: Path, corpus: str) -> None:
    hits, found, gold = dict.fromkeys(LOWEST, 0), dict.fromkeys(LOWEST, 0), dict.fromkeys(LOWEST, 0)
    for path in sorted((shared / "corpus" / corpus).glob("*.txt")):
        text = path.read_text("utf-8")
        facts = facts_json.to_json(read(text, register.shipped()).facts)
        wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
        for category in LOWEST:
            left = [_key(category, row) for row in wanted.get(category, [])]
            gold[category] += len(left)
            for row in facts[category]:
                proof = row["evidence"]
                assert text[proof["start"] : proof["end"]] == proof["quote"] != ""
                found[category] += 1
                match = next((each for each in left if _alike(each, _key(category, row))), None)
                if match is not None:
                    left.remove(match)
                    hits[category] += 1
    for category, (right, complete) in LOWEST.items():
        assert hits[category] >= right * found[category], f"{category}: {hits[category]} of {found[category]} are right"
        assert hits[category] >= complete * gold[category], f"{category}: {hits[category]} of {gold[category]} found"


def _without_empty_lines(text: str) -> str:
    return re.sub(r"\n[ \t]*\n+", "\n", text)


def _broken_to_width(text: str) -> str:
    lines = (textwrap.wrap(line, 70) if len(line) > 70 and "\t" not in line else [line] for line in text.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


@pytest.mark.parametrize("layout", [_without_empty_lines, _broken_to_width], ids=["no-empty-lines", "broken-to-width"])
def test_items_survive_another_layout(shared: Path, layout: Callable[[str], str]) -> None:
    hits = found = gold = 0
    for path in sorted((shared / "corpus" / "dev").glob("*.txt")):
        text = path.read_text("utf-8")
        if max(map(len, text.split("\n"))) > 1000:
            continue  # a page that is one line has its own layout
        wanted = [_key("agenda", row) for row in json.loads(path.with_suffix(".json").read_text("utf-8"))["agenda"]]
        rows = facts_json.to_json(read(layout(text), register.shipped()).facts)["agenda"]
        found, gold = found + len(rows), gold + len(wanted)
        hits += sum(any(_alike(each, _key("agenda", row)) for each in wanted) for row in rows)
    assert hits >= 0.97 * found
    assert hits >= 0.95 * gold
