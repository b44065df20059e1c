"""How often each rule of the reader is right on the reference corpora, beside the confidence that it states.

Run from the project's folder: `python bench/confidence.py [FOLDER…]`. Each folder holds documents (.txt) with their
facts (.json of the same name); without one, the reference corpora are taken, which SAMVERKAN_SHARED finds (default
../shared). The tables are Markdown, for `docs/reading.md`. A row is right where the reference has the fact it is about:
the person with status and days, the seat, the item, the outcome, the assignee, the draft, the name with its kind, the
relation.
"""

import importlib.util
import json
import os
import sys
from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path
from types import ModuleType

from samverkan import facts_json, reading, sources
from samverkan.facts import Facts
from samverkan.register import shipped

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SAMVERKAN_SHARED", ROOT.parent / "shared"))


def main(folders: list[Path]) -> int:
    """Print the tables; 2 where the corpora are not there."""
    if not (SHARED / "corpus").is_dir():
        print(f"no reference corpora at {SHARED}: set SAMVERKAN_SHARED", file=sys.stderr)
        return 2
    score = scorer(SHARED / "tools" / "score.py")
    judged: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    folders = folders or sorted((SHARED / "corpus").iterdir())
    for text in sorted(text for each in folders for text in each.glob("*.txt")):
        found = reading.read(sources.read(text, 10**8).text, shipped()).facts
        gold = score.atoms(json.loads(text.with_suffix(".json").read_text("utf-8")))
        for rule, right, confidence in judge(score, found, gold):
            judged[rule].append((right, confidence))
    print("| rule | rows | right | stated |\n|---|---:|---:|---:|")
    for rule, rows in sorted(judged.items()):
        right, stated = (sum(each[i] for each in rows) / len(rows) for i in (0, 1))
        print(f"| {rule} | {len(rows)} | {right:.2f} | {stated:.2f} |")
    print("\n| stated | rows | right |\n|---|---:|---:|")
    every = [row for rows in judged.values() for row in rows]
    for low, high in ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        band = [right for right, confidence in every if low <= confidence < high]
        if band:
            print(f"| {low:.1f}–{min(high, 1.0):.1f} | {len(band)} | {sum(band) / len(band):.2f} |")
    return 0


def judge(score: ModuleType, found: Facts, gold: dict[str, list[tuple[str, ...]]]) -> list[tuple[str, bool, float]]:
    """Each row that was read: its rule, whether the reference has its main fact, its stated confidence."""
    judged = []
    left = {category: list(atoms) for category, atoms in gold.items()}
    for each in fields(Facts):
        rows = getattr(found, each.name)
        for row in rows if isinstance(rows, tuple) else ():
            alone = facts_json.to_json(replace(Facts(), **{each.name: (row,)}))
            atoms = score.atoms({each.name: alone[each.name]})
            found_atom = next(((category, atoms[0]) for category, atoms in atoms.items()), None)
            if found_atom is None:  # a kind of row that the reference does not judge
                continue
            category, main = found_atom
            hits, rest, _ = score.match(left.get(category, []), [main])
            left[category] = rest
            if row.evidence:
                judged.append((row.evidence.rule, bool(hits), row.evidence.confidence))
    return judged


def scorer(path: Path) -> ModuleType:
    """The measure of the reference corpora."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
