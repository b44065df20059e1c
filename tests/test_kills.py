"""Kill -9 over load, publish and serve: `bench/kills.py` in short, one kill of each kind."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_nothing_is_lost_or_half_there_and_the_site_is_up_again() -> None:
    command = [sys.executable, ROOT / "bench" / "kills.py", "6", "--documents", "6", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = {line[:60].strip(): line[60:].strip() for line in done.stdout.splitlines() if len(line) > 60}
    kinds = ("load", "load anew", "publish", "web process", "query worker", "site")
    assert {kind: told.get(f"kills: {kind}") for kind in kinds} == dict.fromkeys(kinds, "1")
    assert told["wrong"] == "0"
