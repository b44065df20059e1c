"""Worker processes for work that may crash, hang or fill the memory: such a task costs its worker, and nothing else."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from queue import SimpleQueue
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# What one task may take; a worker that takes more is ended by the system.
SECONDS = 300
MEMORY = 2 << 30


class Workers(Executor):
    """So many worker processes, as an executor; a task whose worker dies raises `BrokenProcessPool`, others go on.

    A pool of the standard library ends as a whole with one worker; so each worker here is a pool of its own, made
    when it is first needed and made anew after it died. Workers are spawned, not forked: they share nothing with us.
    """

    def __init__(self, count: int, *, seconds: int = SECONDS, memory: int = MEMORY) -> None:
        self._limits = (seconds, memory)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._idle: SimpleQueue[ProcessPoolExecutor | None] = SimpleQueue()
        for _ in range(count):
            self._idle.put(None)
        self._count = count

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called in a worker; it and its arguments must be picklable."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers, after what they do or, with `cancel_futures`, without what waits."""
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait:
            for _ in range(self._count):
                pool = self._idle.get()
                if pool is not None:
                    pool.shutdown()

    def _call(self, function: Callable[..., T], args: Any, kwargs: Any) -> T:
        pool = self._idle.get()
        try:
            pool = pool or self._worker()
            return pool.submit(_within, self._limits[0], function, args, kwargs).result()
        except BrokenProcessPool:
            if pool is not None:
                pool.shutdown(wait=False)
            pool = None
            raise
        finally:
            self._idle.put(pool)

    def _worker(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            1, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._limits[1],)
        )


def _begin(memory: int) -> None:
    """Limit the worker; what the system does not know (resource limits, on Windows) is left out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops us stops the workers, too
    if os.name == "posix":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if most < 0 else min(memory, most), most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit(seconds: int, memory: int) -> None:
    """Limit this process: the system ends it after so many seconds, and gives it no more memory than so many bytes."""
    _begin(memory)
    _end_after(seconds)


def _within(seconds: int, function: Callable[..., T], args: Any, kwargs: Any) -> T:
    """Call a function; the system ends the worker if it takes longer."""
    _end_after(seconds)
    try:
        return function(*args, **kwargs)
    finally:
        _end_after(0)


def _end_after(seconds: int) -> None:
    """Have the system end this process in so many seconds, 0 for never; nothing where it cannot."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
