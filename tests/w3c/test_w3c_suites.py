"""The W3C's own tests of SPARQL, in whole, over HTTP on loopback: what may fail is told by name and reason."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).with_name("w3c_run.py")
FAILING = Path(__file__).with_name("failing.txt")


def failing(suites: str) -> set[str]:
    """The tests of some suites that fail, by the list."""
    lines = (line.partition("\t")[0] for line in FAILING.read_text().splitlines() if not line.startswith("#"))
    return {name for name in lines if name.partition("/")[0] in suites.split(",")}


@pytest.mark.server
@pytest.mark.shared
@pytest.mark.parametrize(
    ("suites", "passed", "skipped"),
    [
        ("protocol,sd,results", 40, 7),  # 27 of the protocol, 3 and 10; the 7 are updates
        ("query10", 269, 0),
        ("query11", 215, 6),
        ("syntax10,syntax11", 301, 55),
    ],
)
def test_all_but_the_listed_pass(
    served: Any, suites: str, passed: int, skipped: int, shared: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    done = subprocess.run(
        [
            sys.executable, RUN, shared / "tools/w3c/w3c_http.py", "--suite", shared / "w3c", "--query", served.address,
            "--run", suites, "--json", report, "--load", "cmd", "--load-cmd", served.load,
        ],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    outcomes = {each["test"]: each["status"] for each in json.loads(report.read_text())}
    failed = {name for name, status in outcomes.items() if status in ("fail", "error")}
    assert failed == failing(suites), done.stdout
    counted = Counter(outcomes.values())
    assert (counted["pass"] + counted["pass-value"] + counted["pass-5xx"], counted["skip"]) == (passed, skipped)
