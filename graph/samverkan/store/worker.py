"""What runs in a query worker: a process that may read one snapshot and answer through one socket, and nothing else.

It is confined before the first query: its memory is limited, it can open neither files nor connections, and it ends
by itself when a query outlives its time, even if the process that asked is gone.
"""

import ctypes
import io
import json
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, serialize

from samverkan.errors import QueryTooCostly, SamverkanError
from samverkan.store import frames
from samverkan.store.answers import PART, WHOLE, Dataset, Limits, too_long, too_many
from samverkan.store.formats import GRAPHS, TABLES, XML_FORMATS, readable_xml
from samverkan.store.oxigraph import OxigraphStore, engine_errors
from samverkan.store.snapshot import ENGINE, SnapshotStore, open_current, pointer_mark
from samverkan.vocabulary import PREFIXES

_GRACE = 2.0  # seconds beyond the limit after which a worker that nobody stopped ends itself
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER | CLONE_NEWNET of Linux

# What marks a row, and how many more marks than rows there are. In JSON and CSV a text may hold the mark too: there
# are never fewer of them than that, but there may be more.
_ROW_MARKS = {
    QueryResultsFormat.JSON: (b"},{", -1),
    QueryResultsFormat.XML: (b"<result>", 0),
    QueryResultsFormat.CSV: (b"\r\n", 1),
    QueryResultsFormat.TSV: (b"\n", 1),
}
_EXACT = (QueryResultsFormat.XML, QueryResultsFormat.TSV)


def main() -> None:
    """Serve on the pipe, folder, base and limits of the command line: a file's number, a path, an IRI, JSON."""
    number, folder, base, limits = sys.argv[1:]
    connection = socket.socket(fileno=int(number))
    with suppress(BrokenPipeError, ConnectionResetError):  # nobody waits for an answer any more
        serve(connection, Path(folder), base or None, Limits(**json.loads(limits)))


def serve(connection: socket.socket, folder: Path, base: str | None, limits: Limits) -> None:
    """Answer queries from `connection` until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process in front
    _leave_network()
    _end_with_no_core()
    snapshots = _Snapshots(folder, limits)
    send = connection.sendall
    send(frames.frame(frames.READY))
    for asked in frames.questions(connection.makefile("rb")):
        if asked.until and time.monotonic() > asked.until:
            send(frames.frame(frames.LATE))
            continue
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE)
        try:
            store = snapshots.newest()
            question = Question(store, asked.query, asked.dataset, base)
            within = limits if asked.rows is None else replace(limits, rows=asked.rows)
            rest = answered(question, asked.form, within, lambda part: send(frames.frame(frames.PART, part)))
            told = frames.last(store.snapshot.version, rest)
        except SamverkanError as error:
            told = frames.failed(error)
        except MemoryError:
            told = frames.failed(too_much_memory(limits))
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(told)


def too_much_memory(limits: Limits) -> QueryTooCostly:
    """The error for a query that met the limit of memory, or ended the engine in another way."""
    return QueryTooCostly(
        f"the query needs more than {limits.memory_bytes >> 20} MB of memory, or is too intricate for the engine; "
        "ask for less at a time"
    )


class Question(NamedTuple):
    """A query, the store and the graphs that it is asked of."""

    store: OxigraphStore
    query: str
    dataset: Dataset = WHOLE
    base: str | None = None

    def evaluated(self) -> QuerySolutions | QueryTriples | QueryBoolean:
        """What the engine answers."""
        return self.store.evaluate(self.query, self.dataset, self.base)

    def rows(self, most: int) -> int:
        """How many rows the answer has, counted up to `most`."""
        answer = self.evaluated()
        return sum(1 for _ in islice(answer, most)) if isinstance(answer, QuerySolutions) else 0


def answered(question: Question, form: str, limits: Limits, send: Callable[[bytes], object]) -> bytes:
    """Hand on the answer in a format, part by part, within the limits of rows and bytes; what is left is returned."""
    answer = question.evaluated()
    if isinstance(answer, QueryBoolean):
        return answer.serialize(format=TABLES[form].engine) or b""
    with engine_errors(question.query):
        if isinstance(answer, QueryTriples):
            output = _Output(limits, form, send)
            triples = list(islice(answer, limits.rows + 1))
            if len(triples) > limits.rows:
                raise too_many(limits)
            serialize(triples, output, GRAPHS[form].engine, prefixes=PREFIXES)
        else:
            output = _Table(question, limits, form, send)
            answer.serialize(output, TABLES[form].engine)
        return output.taken()


class _Output(io.BytesIO):
    """What is written, handed on when it is much; `ResultTooLarge` when it is too much."""

    def __init__(self, limits: Limits, form: str, send: Callable[[bytes], object]) -> None:
        super().__init__()
        self._limits = limits
        self._left = limits.answer_bytes
        self._xml = form in XML_FORMATS
        self._send = send
        self._parts: list[bytes] = []
        self._length = 0

    def write(self, part: bytes) -> int:  # type: ignore[override]
        """Take a part."""
        self._left -= len(part)
        if self._left < 0:
            raise too_long(self._limits)
        self._parts.append(part)
        self._length += len(part)
        if self._length >= PART:
            self._send(self.taken())
        return len(part)

    def taken(self) -> bytes:
        """What was written since the last time."""
        text = b"".join(self._parts)
        self._parts, self._length = [], 0
        return readable_xml(text) if self._xml else text


class _Table(_Output):
    """Rows while the engine writes them; counted by asking again where their marks do not tell how many they are."""

    def __init__(self, question: Question, limits: Limits, form: str, send: Callable[[bytes], object]) -> None:
        super().__init__(limits, form, send)
        self._question = question
        self._mark, more = _ROW_MARKS[TABLES[form].engine]
        self._marks = limits.rows + more  # that may still come
        self._exact = TABLES[form].engine in _EXACT
        self._tail = b""

    def write(self, part: bytes) -> int:  # type: ignore[override]
        seen = self._tail + part
        self._marks -= seen.count(self._mark)
        self._tail = seen[len(seen) - len(self._mark) + 1 :] if len(self._mark) > 1 else b""
        if self._marks < 0:
            if self._exact or self._question.rows(self._limits.rows + 1) > self._limits.rows:
                raise too_many(self._limits)
            self._marks = sys.maxsize
        return super().write(part)


class _Snapshots:
    """The snapshots in a folder, and what a worker may do while it reads one."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder, self._limits = folder, limits
        self._mark: tuple[int, int] | None = None
        self._store: SnapshotStore | None = None

    def newest(self) -> SnapshotStore:
        """The current snapshot, opened anew only where something newer is published; then the limits are set anew."""
        mark = pointer_mark(self._folder)
        if self._store and mark == self._mark:
            return self._store
        if self._store:
            self._store.close()
            self._store = None
        _allow_files()
        _limit_memory(None)
        store = open_current(self._folder)
        _limit_memory(_address_space() + self._limits.memory_bytes)
        _forbid_files(_unopened(store.snapshot.path / ENGINE))
        self._store, self._mark = store, mark
        return store


def _limit_memory(most: int | None) -> None:
    """Let the address space have so many bytes, or for None all that may be had."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard if most is None else most, hard))


def _address_space() -> int:
    """The bytes of address space that this process takes now."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # not Linux: then the limit is counted from a usual size
        return 1 << 30
    return pages * resource.getpagesize()


def _leave_network() -> None:
    """Move to a network of our own that leads nowhere, where the system lets us; it must come before any thread."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare:
        unshare(_NEW_USER_AND_NETWORK)


def _end_with_no_core() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _unopened(engine: Path) -> int:
    """How many files of data the engine has not opened yet. Of many it opens some only when a query needs them, and
    where it cannot, it does not say so but ends in endless memory.
    """
    there = {path.name for path in engine.glob("*.sst")}
    with suppress(OSError):  # not Linux
        for each in Path("/proc/self/fd").iterdir():
            with suppress(OSError):  # the one that lists them
                there.discard(each.readlink().name)
    return len(there)


def _forbid_files(but: int = 0) -> None:
    """From now on no file and no connection can be opened `but` so many: there is no number left for more."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = [os.dup(0) for _ in range(but + 1)]
    for each in free:
        os.close(each)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free[-1], hard))


def _allow_files() -> None:
    """As many files as the system lets us have."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    main()
