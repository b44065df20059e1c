"""Outsiders' queries on the published snapshot, each in a worker process that can be killed.

One event loop sends the queries and hears the answers: that of the server where one calls `begin` or `asked`, else one
of the pool's own on a thread. A worker that is killed or crashes, at any moment, costs the query that it had, and is
replaced. A query that a limit stops never waits for anybody's consent.
"""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from samverkan.errors import QueryTimeout, StoreError
from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answer, Dataset, Limits, fitting
from samverkan.store.guard import check
from samverkan.store.process import START_SECONDS, Job, Worker

_LOOK: Final = 0.05  # seconds between two looks at what takes long
_LOOK_BEHIND: Final = 0.01  # where a query waits behind another, which may take long
_STOPPED: Final = "no more queries are answered: the site is being stopped"


class QueryPool:
    """Answers outsiders' queries with `workers` processes on the current snapshot in `folder` (see `Answers`).

    Several threads may ask at once; one that finds all workers busy waits as long as a query may take. Something newly
    published is seen by the next query. Relative IRIs in a query are resolved against `base`. No process is started
    before the first query, or `begin`.
    """

    def __init__(self, folder: Path, *, workers: int = 2, limits: Limits | None = None, base: str = "") -> None:
        self._folder, self._base = folder, base
        self._limits = limits or Limits()
        self._size = workers
        self._loop: asyncio.AbstractEventLoop | None = None
        self._own: Thread | None = None
        self._binding = Lock()
        self._workers: list[Worker] = []
        self._line: deque[Job] = deque()  # who waits for a worker, whoever came first in front
        self._none = 0.0  # when no worker was up last: to wait for a start is not to wait for one's turn
        self._looking: asyncio.TimerHandle | None = None
        self._filling = self._closed = False

    def answer(
        self,
        query: str,
        formats: Sequence[str] = DEFAULT_FORMATS,
        dataset: Dataset = WHOLE,
        rows: int | None = None,
    ) -> Answer:
        """The answer in the first of `formats` that fits the form of the query; see `Answers` for the errors.

        It is whole before any of it is handed on, so that none is cut short, and a slow reader keeps no worker busy.
        Not for the thread of an event loop, which would wait for itself: `asked` is.
        """
        form = fitting(check(query), formats)
        loop = self._elsewhere()
        answering = asyncio.run_coroutine_threadsafe(self._answered(query, form, dataset, rows), loop)
        try:
            return answering.result(START_SECONDS + 3 * self._limits.seconds)
        except (TimeoutError, CancelledError):
            raise StoreError("the query workers do not answer; try again in a moment") from None

    async def asked(self, query: str, formats: Sequence[str] = DEFAULT_FORMATS, dataset: Dataset = WHOLE) -> Answer:
        """As `answer`, for who asks in an event loop."""
        form = fitting(check(query), formats)
        self.begin()
        if asyncio.get_running_loop() is self._loop:
            return await self._answered(query, form, dataset)
        return await asyncio.to_thread(self.answer, query, (form,), dataset)

    def begin(self) -> None:
        """Start the workers, to be asked in the event loop that runs here."""
        with self._binding:
            if self._loop is None:
                self._loop = asyncio.get_running_loop()
                self._start()

    def close(self) -> None:
        """End the workers; who still waits for an answer gets none."""
        self._closed = True
        if self._loop and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._end)
        else:
            self._end()
        if self._own and self._loop:
            self._own.join(10)
            self._loop.close()

    def _elsewhere(self) -> asyncio.AbstractEventLoop:
        """The loop that the workers are asked in; one of our own where no other was given."""
        if self._closed:
            raise StoreError(_STOPPED)
        with self._binding:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._own = Thread(target=self._loop.run_forever, name="query pool", daemon=True)
                self._own.start()
        return self._loop

    async def _answered(self, query: str, form: str, dataset: Dataset, rows: int | None = None) -> Answer:
        if self._closed:
            raise StoreError(_STOPPED)
        assert self._loop is not None
        now = time.monotonic()
        job = Job(query, form, dataset, rows, self._loop.create_future(), now)
        self._start()
        self._line.append(job)
        self._fill_soon()
        return await job.reply

    def _start(self) -> None:
        """Let there be as many workers as there should be; `StoreError` where the system gives no process."""
        while len(self._workers) < self._size:
            try:
                worker = Worker(self._folder, self._base, self._limits, self._fill_soon, self._take_back, self._gone)
            except OSError as error:
                raise StoreError(f"no query worker can be started: {error.strerror}; try again in a moment") from error
            self._workers.append(worker)

    def _fill_soon(self) -> None:
        """Give out what waits once all who ask at this moment have asked, so that it is sent together."""
        if not self._filling and not self._closed and self._loop:
            self._filling = True
            self._loop.call_soon(self._fill)

    def _fill(self) -> None:
        """Give those who wait to those who can take them."""
        self._filling = False
        now = time.monotonic()
        given: list[Worker] = []
        while self._line:
            job = self._line[0]
            if not job.reply.done():
                worker = self._next(job, now)
                if worker is None:
                    break
                worker.put(job, now)
                if worker not in given:
                    given.append(worker)
            self._line.popleft()
        for worker in given:
            worker.send()
        self._watch()

    def _next(self, job: Job, now: float) -> Worker | None:
        """Who can take a query: someone idle, else someone who has just begun another."""
        for worker in self._workers:
            if worker.idle:
                return worker
        return next((worker for worker in self._workers if worker.takes(job, now)), None)

    def _take_back(self, jobs: list[Job]) -> None:
        """Let others have what a worker will not answer, before all who came later."""
        self._line.extendleft(reversed(jobs))
        self._fill_soon()

    def _gone(self, worker: Worker) -> None:
        """Replace a worker that has ended; one that never came up only when the next query comes."""
        self._workers.remove(worker)
        if self._closed:
            return
        if worker.came_up:
            with suppress(StoreError):  # then the next query tries again, and is told
                self._start()
        elif not self._workers:
            while self._line:
                self._line.popleft().fail(StoreError("no query worker started; what they said is in the log"))

    def _watch(self) -> None:
        """See to it that somebody looks after what takes long, as long as there is something to look after."""
        if not self._loop or not (self._line or any(worker.busy for worker in self._workers)):
            return
        due = self._loop.time() + (_LOOK_BEHIND if any(worker.crowded for worker in self._workers) else _LOOK)
        if self._looking and self._looking.when() > due:
            self._looking.cancel()
            self._looking = None
        self._looking = self._looking or self._loop.call_at(due, self._look)

    def _look(self) -> None:
        now = time.monotonic()
        for worker in [*self._workers]:
            worker.look(now)
        if not any(worker.ready for worker in self._workers):
            self._none = now
        busy = QueryTimeout(f"all {self._size} query workers are busy; try again in a moment")
        while self._line and self._waited_too_long(self._line[0], now):
            self._line.popleft().fail(busy)
        self._looking = None
        self._fill_soon()

    def _waited_too_long(self, job: Job, now: float) -> bool:
        return now - max(job.since, self._none) > self._limits.seconds or now - job.since > START_SECONDS

    def _end(self) -> None:
        stopped = StoreError(_STOPPED)
        for worker in [*self._workers]:
            worker.end(stopped)
        while self._line:
            self._line.popleft().fail(stopped)
        if self._own and self._loop:
            self._loop.stop()
