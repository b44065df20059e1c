"""Items, decisions, assignments and referrals on the reference corpora: no fall below what was reached."""

import json
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
