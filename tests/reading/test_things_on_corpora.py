"""Mentions and relations on the reference corpora: no fall below what was reached, every passage in its place."""

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from samverkan import facts_json, register
from samverkan.reading import read

pytestmark = pytest.mark.shared
# Lowest shares of right rows among those found, and of those there are, a little below what was measured.
LOWEST = {"mentions": (0.92, 0.85), "relations": (0.9, 0.75)}


def _key(category: str, row: dict[str, str]) -> tuple[str, str]:
    if category == "mentions":
        return row["kind"], row["name"]
    return row["relation"], f"{row['subject']} > {row['object']}"


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    plain = [each[1].casefold() for each in (one, other)]
    return one[0] == other[0] and SequenceMatcher(None, *plain).ratio() >= 0.82


@pytest.mark.parametrize("corpus", ["seeds", "dev"])
@pytest.mark.parametrize("category", sorted(LOWEST))
def test_rows_are_found_and_right(shared: Path, corpus: str, category: str) -> None:
    hits = found = gold = 0
    for path in sorted((shared / "corpus" / corpus).glob("*.txt")):
        text = path.read_text("utf-8")
        facts = facts_json.to_json(read(text, register.shipped()).facts)
        left = [
            _key(category, row) for row in json.loads(path.with_suffix(".json").read_text("utf-8")).get(category, [])
        ]
        gold += len(left)
        for row in facts[category]:
            proof = row["evidence"]
            assert text[proof["start"] : proof["end"]] == proof["quote"] != ""
            found += 1
            match = next((each for each in left if _alike(each, _key(category, row))), None)
            if match is not None:
                left.remove(match)
                hits += 1
    right, complete = LOWEST[category]
    assert hits >= right * found, f"{hits} of {found} are right"
    assert hits >= complete * gold, f"{hits} of {gold} are found"
