"""What the README tells people to type works as it stands there, on the sample documents."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LEFT_OUT = ("samverkan serve",)  # it would not end; tests/web/test_serving.py
SHELL = [block for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) if "samverkan load" in block]
TOUR = [line for line in "".join(SHELL).splitlines() if line and not line.startswith(LEFT_OUT)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a newcomer's checkout, where the tour may write."""
    place = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "data", place / "data")
    return place


def typed(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command as typed in a checkout, with the graph there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERKAN_")}
    environment |= {
        "SAMVERKAN_DATA": str(place / "graph"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def printed(place: Path) -> dict[str, str]:
    """What each line of the tour prints, typed in a checkout one after the other."""
    printed = {}
    for line in TOUR:
        command = line.partition("  #")[0].strip()
        done = typed(place, "bash", "-o", "pipefail", "-c", command)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        printed[command] = done.stdout
    return printed


def test_the_tour_works_as_written_line_by_line(printed: dict[str, str]) -> None:
    assert len(printed) == 12
    assert "Anna Mannfalk" in next(text for command, text in printed.items() if " who-sits-on " in command)
    assert "uppgivet" in next(text for command, text in printed.items() if " who-sat-when " in command)
    assert "bereder åt" in next(text for command, text in printed.items() if " steps-of-work " in command)
    assert "Per Stané Persson" in next(text for command, text in printed.items() if " attendance " in command)


@pytest.mark.usefixtures("printed")
def test_the_tour_leaves_the_files_that_it_names(place: Path) -> None:
    assert (place / "people.gexf").read_text(encoding="utf-8").startswith("<gexf ")
    assert "samv:Membership" not in (place / "samverkan.ttl").read_text(encoding="utf-8")
    assert "org:Membership" in (place / "samverkan.ttl").read_text(encoding="utf-8")


def test_the_python_of_the_readme_prints_who_sits_there(place: Path) -> None:
    assert typed(place, "samverkan", "load", "data/documents").returncode == 0  # nothing to do after the tour
    (snippet,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = typed(place, sys.executable, "-c", snippet)
    assert done.returncode == 0, done.stderr
    assert "vice chair Anders Rubin Malmö" in done.stdout
    assert done.stdout.count("\n") == 13


def test_every_file_and_picture_that_the_readme_names_is_there() -> None:
    named = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert len(named) > 8
    assert [link for link in named if not (ROOT / link).exists()] == []
