"""Outsiders' queries on the published snapshot, each in a worker process that can be killed.

Every worker has a pipe of its own: one that is killed or crashes, at any moment, costs the query that it had and is
replaced. A query that a limit stops never waits for anybody's consent.
"""

import json
import queue
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence
from dataclasses import asdict
from multiprocessing import Pipe
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from samverkan.errors import QueryTimeout, StoreError
from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answer, Dataset, Limits, fitting
from samverkan.store.guard import check
from samverkan.store.worker import too_much_memory

_START_SECONDS = 60.0  # in which a new worker must have come up
_IN_MEMORY = 1 << 20  # bytes of an answer; what is longer is kept on disk until it is sent


class QueryPool:
    """Answers outsiders' queries with `workers` processes on the current snapshot in `folder` (see `Answers`).

    Several threads may ask at once; one that finds all workers busy waits as long as a query may take. Something newly
    published is seen by the next query. Relative IRIs in a query are resolved against `base`. A server that forks makes
    its pool in the process that answers, not before.
    """

    def __init__(self, folder: Path, *, workers: int = 2, limits: Limits | None = None, base: str = "") -> None:
        self._folder, self._base = folder, base
        self._limits = limits or Limits()
        self._size = workers
        self._closed = False
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for _ in range(workers):
            self._idle.put(self._started())

    def answer(self, query: str, formats: Sequence[str] = DEFAULT_FORMATS, dataset: Dataset = WHOLE) -> Answer:
        """The answer in the first of `formats` that fits the form of the query; see `Answers` for the errors.

        It is whole before any of it is handed on, so that none is cut short, and a slow reader keeps no worker busy.
        """
        form = fitting(check(query), formats)
        worker = self._take()
        try:
            return worker.run(query, form, dataset)
        finally:
            self._idle.put(worker if worker.alive else self._started())
            if self._closed:
                self.close()

    def close(self) -> None:
        """End the workers that are idle now, the others once they are."""
        self._closed = True
        while not self._idle.empty():
            self._idle.get().kill()

    def _take(self) -> "_Worker":
        """An idle worker that lives."""
        if self._closed:
            raise StoreError("no more queries are answered: the site is being stopped")
        try:
            worker = self._idle.get(timeout=self._limits.seconds)
        except queue.Empty:
            raise QueryTimeout(f"all {self._size} query workers are busy; try again in a moment") from None
        return worker if worker.alive else self._started()

    def _started(self) -> "_Worker":
        return _Worker(self._folder, self._base, self._limits)


class _Worker:
    """A worker process, from this side."""

    def __init__(self, folder: Path, base: str, limits: Limits) -> None:
        self._limits = limits
        self._ready = False
        self._pipe, theirs = Pipe()
        number = str(theirs.fileno())
        # A program of its own: a forked one would share our locks and files, and one that the library spawns would run
        # again whatever script we were started by.
        command = [
            sys.executable,
            "-P",
            "-m",
            "samverkan.store.worker",
            number,
            str(folder),
            base,
            json.dumps(asdict(limits)),
        ]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])  # noqa: S603
        theirs.close()
        self._end = weakref.finalize(self, _end, self._process)

    @property
    def alive(self) -> bool:
        return not self._pipe.closed and self._process.poll() is None

    def run(self, query: str, form: str, dataset: Dataset) -> Answer:
        """The answer to one query; a worker that does not give it in time or at all is dead afterwards."""
        self._await_ready()
        deadline = time.monotonic() + self._limits.seconds
        try:
            self._pipe.send((query, form, dataset))
            came = self._next(deadline)
            if not isinstance(came, bytes):
                rest, version = came
                return Answer(rest, form, version)
            return self._spooled(came, form, deadline)
        except (EOFError, OSError) as error:
            self.kill()
            if self._process.returncode == -signal.SIGALRM:
                raise self._stopped() from error
            raise too_much_memory(self._limits) from error

    def _spooled(self, came: bytes | tuple[bytes, str], form: str, deadline: float) -> Answer:
        """A long answer, kept in a file while it comes."""
        spool: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the answer holds it
        try:
            while isinstance(came, bytes):
                spool.write(came)
                came = self._next(deadline)
            rest, version = came
            spool.write(rest)
        except BaseException:
            spool.close()
            raise
        return Answer(spool, form, version)

    def _next(self, deadline: float) -> "bytes | tuple[bytes, str]":
        """A part of the answer, or the last one with the version of the data."""
        if not self._pipe.poll(max(deadline - time.monotonic(), 0.0)):
            raise self._stopped()
        came = self._pipe.recv()
        if isinstance(came, Exception):
            raise came
        return came  # type: ignore[no-any-return]

    def _await_ready(self) -> None:
        if self._ready:
            return
        try:
            if not self._pipe.poll(_START_SECONDS):
                raise TimeoutError(f"not within {_START_SECONDS:g} seconds")
            self._pipe.recv()
        except (EOFError, OSError) as error:
            self.kill()
            raise StoreError(f"a query worker did not start ({error!r}); what it said is in the log") from error
        self._ready = True

    def _stopped(self) -> QueryTimeout:
        self.kill()
        return QueryTimeout(f"the query was stopped after {self._limits.seconds:g} seconds; ask for less at a time")

    def kill(self) -> None:
        """End the process at once."""
        self._end()
        self._pipe.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
