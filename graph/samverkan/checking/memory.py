"""Which graphs were found well formed, so that only what has changed since is held to the shapes again."""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pyoxigraph import NamedNode, Quad


class Memory:
    """The digests of graphs that broke no shape, kept in a small file, or nowhere without a path.

    They hold for the shapes, and for the register and the lists, that the graphs were looked at with.
    """

    def __init__(self, path: Path | None = None, *, anew: bool = False) -> None:
        self._path = path
        self._kept = {} if anew else _read(path)
        self._stamp = ""
        self._found: dict[str, str] = {}

    def looked_at_with(self, stamp: str) -> None:
        """Say what the graphs are looked at with; what was found with anything else counts no more."""
        self._stamp = stamp
        if self._kept.get("") != stamp:
            self._kept = {}

    def knows(self, graph: NamedNode, digest: str) -> bool:
        """Whether a graph with this digest was found well formed; it is then remembered further."""
        known = self._kept.get(graph.value) == digest
        if known:
            self._found[graph.value] = digest
        return known

    def keep(self, graph: NamedNode, digest: str) -> None:
        """Remember that a graph with this digest is well formed."""
        self._found[graph.value] = digest

    def write(self) -> None:
        """Write down what was found, whole or not at all; where nothing can be written, nothing is remembered."""
        if self._path is None:
            return
        new = self._path.with_name(f"{self._path.name}.new")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps({"": self._stamp, **self._found}, ensure_ascii=False), "utf-8")
            new.replace(self._path)


def _read(path: Path | None) -> dict[str, str]:
    """What is written down; nothing where that cannot be read, since it can be found out again."""
    try:
        kept = json.loads(path.read_text("utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def digest(quads: Iterable[Quad], *others: str) -> str:
    """The digest of quads, in whatever order they come, and of texts."""
    content = "\n".join([*others, *sorted(map(str, quads))])
    return blake2b(content.encode(), digest_size=16).hexdigest()
