"""A query worker, from the side of who asks it: a process with a socket of its own, which can be killed at any moment.

All of this happens in one event loop.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Final

from samverkan.errors import QueryTimeout
from samverkan.store import frames
from samverkan.store.answers import Answer, Dataset, Limits
from samverkan.store.worker import too_much_memory

START_SECONDS: Final = 60.0  # in which a new worker must have come up
AHEAD: Final = 4  # queries that a worker has at a time: the next are there already when it has answered one
_FRESH: Final = 0.003  # seconds; one that has taken longer with its query gets no other behind it
_PATIENCE: Final = 0.01  # seconds; what waited longer behind a query is not begun, but goes to another worker
_SHORT: Final = 4_096  # letters; a longer query goes only to a worker that is idle, and reads
_IN_MEMORY: Final = 1 << 20  # bytes of an answer; what is longer is kept on disk until it is sent


@dataclass(slots=True, eq=False)
class Job:
    """A query that waits for its answer since a time of the monotonic clock."""

    query: str
    form: str
    dataset: Dataset
    rows: int | None
    reply: "asyncio.Future[Answer]"
    since: float

    def fail(self, error: Exception) -> None:
        """Tell who waits what went wrong."""
        if not self.reply.done():
            self.reply.set_exception(error)


class Worker:
    """A worker process. `freed` is called when it can take another query, `back` with those that it will not answer,
    `gone` when it has ended.
    """

    def __init__(
        self,
        folder: Path,
        base: str,
        limits: Limits,
        freed: Callable[[], None],
        back: Callable[[list[Job]], None],
        gone: Callable[["Worker"], None],
    ) -> None:
        self._limits, self._freed, self._back, self._gone = limits, freed, back, gone
        self._loop = asyncio.get_running_loop()
        self._jobs: deque[Job | None] = deque()  # in the order in which they were sent; None where one was taken back
        self._unsent: list[bytes] = []
        self._arriving = frames.Arriving()
        self._long: IO[bytes] | None = None  # the answer that is arriving, where it comes in parts
        self._since = time.monotonic()  # when the first of the jobs was begun
        self.ready = self.came_up = False
        self._socket, theirs = socket.socketpair()
        self._socket.settimeout(1.0)  # a worker that reads nothing for so long is stuck
        with theirs:
            try:
                self.process = _started(theirs.fileno(), folder, base, limits)
            except OSError:
                self._socket.close()
                raise
        self._end = weakref.finalize(self, _end, self.process, self._socket)
        self._number = self._socket.fileno()
        self._loop.add_reader(self._number, self._read)

    @property
    def idle(self) -> bool:
        """Whether it waits for a query."""
        return self.ready and not self._jobs

    @property
    def busy(self) -> bool:
        """Whether there is something to look after: a start or a query."""
        return not self.ready or bool(self._jobs)

    @property
    def crowded(self) -> bool:
        """Whether a query waits behind another."""
        return len(self._jobs) > 1

    def takes(self, job: Job, now: float) -> bool:
        """Whether a query may wait behind another that was begun just now: a short one, which does not fill the way."""
        short = len(job.query) < _SHORT and not job.dataset
        return self.ready and short and len(self._jobs) < AHEAD and now - self._since < _FRESH

    def put(self, job: Job, now: float) -> None:
        """Let it answer a query, once that is sent."""
        until = now + _PATIENCE if self._jobs else 0.0
        if not self._jobs:
            self._since = now
        self._jobs.append(job)
        self._unsent.append(frames.question(frames.Asked(job.query, job.form, job.dataset, job.rows, until)))

    def send(self) -> None:
        """Send what was put; a worker that died before that gives it back."""
        data, number = b"".join(self._unsent), len(self._unsent)
        self._unsent.clear()
        try:
            if (written := os.write(self._number, data)) < len(data):
                self._socket.sendall(data[written:])
        except OSError:
            unsent = [self._jobs.pop() for _ in range(number)]
            self._back([job for job in reversed(unsent) if job])
            self.end()

    def look(self, now: float) -> None:
        """Stop what has taken too long; let others have what waits behind what takes long."""
        took = now - self._since
        if not self.ready:
            if took > START_SECONDS:
                self.end()
        elif self._jobs and took > self._limits.seconds:
            self.end(self._stopped())
        elif len(self._jobs) > 1 and took > 2 * _PATIENCE:
            waiting = [job for job in list(self._jobs)[1:] if job]
            self._jobs = deque([self._jobs[0], *(None for _ in range(len(self._jobs) - 1))])
            self._back(waiting)

    def end(self, why: Exception | None = None) -> None:
        """End the process at once. The query that it worked on fails with a reason; others go back."""
        if self._socket.fileno() < 0:
            return
        self.process.kill()
        if self._loop.is_closed():
            self._end()
        else:
            self._loop.remove_reader(self._number)
            self._socket.close()
            self._loop.run_in_executor(None, self._end)  # to wait for the end of one with much memory takes time
        if self._long:
            self._long.close()
        jobs, self._jobs, self.ready = self._jobs, deque(), False
        if jobs and (first := jobs.popleft()):
            first.fail(why or too_much_memory(self._limits))
        self._back([job for job in jobs if job])
        self._gone(self)

    def _read(self) -> None:
        try:
            came = os.read(self._number, frames.MOST)
        except BlockingIOError:
            return
        except OSError:
            came = b""
        if not came:
            self._died()
            return
        for kind, body in self._arriving.frames(came):
            self._heard(kind, body)
        self._freed()

    def _heard(self, kind: int, body: bytes) -> None:
        if kind == frames.READY:
            self.ready = self.came_up = True
            self._since = time.monotonic()
            return
        if kind == frames.PART:
            if self._long is None:
                self._long = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the answer holds it
            self._long.write(body)
            return
        job = self._jobs.popleft()
        self._since = time.monotonic()
        long, self._long = self._long, None
        if kind == frames.LATE:
            if job:
                self._back([job])
        elif job is None or job.reply.done():
            if long:
                long.close()
        elif kind == frames.LAST:
            version, _, rest = body.partition(b"\n")
            if long:
                long.write(rest)
            job.reply.set_result(Answer(long or rest, job.form, version.decode()))
        else:
            if long:
                long.close()
            job.fail(frames.error_in(body))

    def _died(self) -> None:
        """It ended by itself: by the alarm of its time, or by what the query did to the engine."""
        self.end(self._stopped() if self.process.wait() == -signal.SIGALRM else None)

    def _stopped(self) -> QueryTimeout:
        return QueryTimeout(f"the query was stopped after {self._limits.seconds:g} seconds; ask for less at a time")


def _started(number: int, folder: Path, base: str, limits: Limits) -> "subprocess.Popen[bytes]":
    """A process that serves on an open file.

    A program of its own: a forked one would share our locks and files, and one that the library spawns would run again
    whatever script we were started by.
    """
    options = [str(number), str(folder), base, json.dumps(asdict(limits))]
    return subprocess.Popen(  # noqa: S603 - our own words alone
        [sys.executable, "-P", "-m", "samverkan.store.worker", *options], stdin=subprocess.DEVNULL, pass_fds=[number]
    )


def _end(process: "subprocess.Popen[bytes]", connection: socket.socket) -> None:
    connection.close()
    process.kill()
    process.wait()
