"""What runs in a query worker: a process that may read one snapshot and answer through one pipe, and nothing else.

It is confined before the first query: its memory is limited, it can open neither files nor connections, and it ends
by itself when a query outlives its time, even if the process that asked is gone.
"""

import ctypes
import io
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, serialize

from samverkan.errors import QueryTooCostly, SamverkanError
from samverkan.store.answers import Limits, too_long, too_many
from samverkan.store.formats import GRAPHS, TABLES, XML_FORMATS, readable_xml
from samverkan.store.oxigraph import OxigraphStore, engine_errors
from samverkan.store.snapshot import SnapshotStore, current_version, open_current
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
    """Serve on the pipe, the folder and the limits that the command line gives: a file's number, a path, JSON."""
    number, folder, limits = sys.argv[1:]
    serve(Connection(int(number)), Path(folder), Limits(**json.loads(limits)))


def serve(pipe: Connection, folder: Path, limits: Limits) -> None:
    """Answer queries from `pipe` until its other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process in front
    _leave_network()
    _end_with_no_core()
    store: SnapshotStore | None = None
    pipe.send("ready")
    while True:
        try:
            query, form = pipe.recv()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE)
        try:
            store = _newest(store, folder, limits)
            with _no_new_files():
                body = answered(store, query, form, limits)
        except SamverkanError as error:
            pipe.send(error)
        except MemoryError:
            pipe.send(too_much_memory(limits))
        else:
            pipe.send(store.snapshot.version)
            pipe.send_bytes(body)
        signal.setitimer(signal.ITIMER_REAL, 0)


def too_much_memory(limits: Limits) -> QueryTooCostly:
    """The error for a query that met the limit of memory, or ended the engine in another way."""
    return QueryTooCostly(
        f"the query needs more than {limits.memory_bytes >> 20} MB of memory, or is too intricate for the engine; "
        "ask for less at a time"
    )


def answered(store: OxigraphStore, query: str, form: str, limits: Limits) -> bytes:
    """The answer to a query in a format, within the limits of rows and bytes."""
    answer = store.evaluate(query)
    with engine_errors(query):
        if isinstance(answer, QueryTriples):
            body = _graph(answer, form, limits)
        elif isinstance(answer, QueryBoolean):
            body = answer.serialize(format=TABLES[form].engine) or b""
        else:
            body = _table(store, query, answer, form, limits)
    return readable_xml(body) if form in XML_FORMATS else body


def _graph(answer: QueryTriples, form: str, limits: Limits) -> bytes:
    triples = list(islice(answer, limits.rows + 1))
    if len(triples) > limits.rows:
        raise too_many(limits)
    output = _Output(limits)
    serialize(triples, output, GRAPHS[form].engine, prefixes=PREFIXES)
    return output.getvalue()


def _table(store: OxigraphStore, query: str, answer: QuerySolutions, form: str, limits: Limits) -> bytes:
    """The rows as the engine writes them; counted once more where their marks alone do not tell how many they are."""
    engine = TABLES[form].engine
    try:
        return _written(answer, engine, limits)
    except _TooManyMarks:
        if engine in _EXACT:
            raise too_many(limits) from None
    again = store.evaluate(query)
    assert isinstance(again, QuerySolutions)
    if sum(1 for _ in islice(again, limits.rows + 1)) > limits.rows:
        raise too_many(limits)
    repeated = store.evaluate(query)
    assert isinstance(repeated, QuerySolutions)
    return _written(repeated, engine, replace(limits, rows=sys.maxsize))


def _written(answer: QuerySolutions, engine: QueryResultsFormat, limits: Limits) -> bytes:
    mark, more = _ROW_MARKS[engine]
    output = _Output(limits, mark, limits.rows + more)
    answer.serialize(output, engine)
    return output.getvalue()


class _TooManyMarks(Exception):
    """The text written so far has more marks of rows than there may be rows."""


class _Output(io.BytesIO):
    """What is written, until it is too much."""

    def __init__(self, limits: Limits, mark: bytes = b"", marks: int = 0) -> None:
        super().__init__()
        self._limits = limits
        self._mark = mark
        self._left = marks
        self._tail = b""

    def write(self, part: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(part) > self._limits.answer_bytes:
            raise too_long(self._limits)
        if self._mark:
            seen = self._tail + part
            self._left -= seen.count(self._mark)
            self._tail = seen[len(seen) - len(self._mark) + 1 :] if len(self._mark) > 1 else b""
            if self._left < 0:
                raise _TooManyMarks
        return super().write(part)


def _newest(store: SnapshotStore | None, folder: Path, limits: Limits) -> SnapshotStore:
    """The current snapshot: `store` itself as long as nothing newer is published."""
    if store and store.snapshot.version == current_version(folder):
        return store
    if store:
        store.close()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    store = open_current(folder)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + limits.memory_bytes, hard))
    return store


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


@contextmanager
def _no_new_files() -> Iterator[None]:
    """Within the block no file and no connection can be opened: there is no number left for one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest_free = os.dup(0)
    os.close(lowest_free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest_free, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


if __name__ == "__main__":
    main()
