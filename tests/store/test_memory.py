"""How much memory is left: of the machine, and of a group of processes that is limited."""

from pathlib import Path

import pytest

from samverkan.store.memory import memory_left

MACHINE = "MemTotal:       8000 kB\nMemFree:         100 kB\nMemAvailable:    3000 kB\n"


@pytest.mark.parametrize(
    ("most", "taken", "left"),
    [
        pytest.param("max\n", "500\n", 3_072_000, id="a group without limit has what the machine has"),
        pytest.param("2000000\n", "500000\n", 1_500_000, id="a limited group has less"),
        pytest.param("9000000\n", "500\n", 3_072_000, id="a limit above the machine's memory says nothing"),
        pytest.param("500\n", "900\n", 0, id="a group that has taken more than it may has nothing"),
    ],
)
def test_memory_is_what_machine_and_group_leave(tmp_path: Path, most: str, taken: str, left: int) -> None:
    (tmp_path / "meminfo").write_text(MACHINE)
    (tmp_path / "memory.max").write_text(most)
    (tmp_path / "memory.current").write_text(taken)
    assert memory_left(tmp_path / "meminfo", tmp_path) == left


def test_without_groups_the_machine_alone_counts(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text(MACHINE)
    assert memory_left(tmp_path / "meminfo", tmp_path / "none") == 3_072_000


def test_a_system_that_does_not_say_leaves_nothing(tmp_path: Path) -> None:
    assert memory_left(tmp_path / "meminfo", tmp_path) == 0
