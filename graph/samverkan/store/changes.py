"""Which graphs of a live store were written since a moment: a list beside the engine's files, added to before a write.

A write that was listed and then did not happen costs a comparison; one that happened and was not listed cannot be, also
where the process is killed. After a power cut the system may have lost the end of the list but not of the data, or the
other way round; so a list counts only until the machine starts again, and what was published before is then made anew.
"""

from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

from pyoxigraph import NamedNode

_MOST: Final = 16_000_000  # bytes; a list that grew longer is begun anew
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")


class Moment(NamedTuple):
    """A moment in the life of a live store: the list that was kept then, and how long it was."""

    list: str
    length: int


class Changes:
    """The list in the file `path`; who writes to the store keeps others from writing between list and store."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, graph: NamedNode) -> None:
        """List a graph that is about to be written."""
        self.now()
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{graph.value}\n")

    def now(self) -> Moment:
        """This moment. What was written before it is listed; nothing may be under way."""
        kept = self._kept()
        if kept is None or kept.length > _MOST:
            self._path.write_text(f"{uuid4()} {_boot()}\n", encoding="utf-8")
            kept = self._kept()
            assert kept is not None
        return kept

    def since(self, then: Moment) -> frozenset[str] | None:
        """The graphs that were listed since then; None where that cannot be told, so that all may have changed."""
        kept = self._kept()
        if kept is None or kept.list != then.list or kept.length < then.length:
            return None
        with self._path.open("rb") as file:
            file.seek(then.length)
            return frozenset(file.read().decode().split("\n")) - {""}

    def _kept(self) -> Moment | None:
        """The list that is there, if it was begun since the machine started."""
        try:
            with self._path.open(encoding="utf-8") as file:
                name, _, boot = file.readline().strip().partition(" ")
            return Moment(name, self._path.stat().st_size) if boot and boot == _boot() else None
        except FileNotFoundError:
            return None


def _boot() -> str:
    """What tells the runs of this machine apart; another each time where the system does not say."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid4())
