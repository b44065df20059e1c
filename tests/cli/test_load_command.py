"""`samverkan load`: who reads, what is read again, and what it tells at the end."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from typed import typed

FACTS = '{"document": {"kind": "minutes"}, "attendance": [{"person": "Ann Ekdal"}]}'


def load(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return typed("load", *arguments, environment={**os.environ, "SAMVERKAN_DATA": str(data)})


def test_a_second_load_tells_what_each_document_holds_and_how_fast_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(FACTS, "utf-8")
    assert load(tmp_path / "data", str(tmp_path / "a.json")).returncode == 0
    for more in ((), ("--again",)):
        done = load(tmp_path / "data", str(tmp_path / "a.json"), "--no-publish", *more)
        assert re.search(r"a\.json +unchanged +1 attendance", done.stderr)
        totals = r"1 documents: 0 new, 0 changed, 1 unchanged, 0 failed \([\d.]+ s, [\d.e+]+ a second\)"
        assert re.search(totals, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--jobs", "2", "--scheduler", "tcp://127.0.0.1:9"), 2, "--jobs reads on this machine and --scheduler on"),
        (
            ("--scheduler", "nonsense://x"),
            1,
            "samverkan: nonsense://x is no address of a Dask scheduler; it must begin with",
        ),
    ],
    ids=["both", "no scheduler"],
)
def test_readers_that_cannot_be_had_are_told(tmp_path: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    (tmp_path / "a.json").write_text(FACTS, "utf-8")
    done = load(tmp_path / "data", str(tmp_path / "a.json"), *arguments)
    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (code, True, False)
