"""How much memory a process may still take, so that work is done in memory only where there is room."""

from pathlib import Path
from typing import Final

_MACHINE: Final = Path("/proc/meminfo")
_GROUP: Final = Path("/sys/fs/cgroup")  # of processes, where their memory is limited together, as in a container


def memory_left(machine: Path = _MACHINE, group: Path = _GROUP) -> int:
    """Bytes that are left, of the machine and of the group of this process; 0 where the system does not say."""
    try:
        lines = machine.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    kilobytes = next((line.split()[1] for line in lines if line.startswith("MemAvailable:")), "0")
    return int(min(int(kilobytes) * 1024, _left_to_group(group)))


def _left_to_group(group: Path) -> float:
    try:
        most, taken = ((group / f"memory.{each}").read_text(encoding="ascii").strip() for each in ("max", "current"))
    except OSError:
        return float("inf")
    return float("inf") if most == "max" else max(0, int(most) - int(taken))
