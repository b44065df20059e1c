"""Workers: what crashes, hangs or eats memory costs its worker; the next task has a new one."""

import math
import os
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from samverkan.jobs import Workers


def test_a_crash_costs_its_task_and_the_others_are_done() -> None:
    with Workers(2) as workers:
        tasks = [workers.submit(os._exit, 3), *(workers.submit(math.sqrt, n) for n in (4, 9, 16))]
        with pytest.raises(BrokenProcessPool):
            tasks[0].result()
        assert [each.result() for each in tasks[1:]] == [2.0, 3.0, 4.0]


def test_what_a_task_raises_is_raised_here() -> None:
    with Workers(1) as workers, pytest.raises(ValueError, match=r"math domain error|nonnegative"):
        workers.submit(math.sqrt, -1).result()


def test_a_task_that_hangs_is_ended() -> None:
    begun = time.monotonic()
    with Workers(1, seconds=1) as workers:
        with pytest.raises(BrokenProcessPool):
            workers.submit(time.sleep, 60).result()
        assert workers.submit(math.sqrt, 4).result() == 2.0
    assert time.monotonic() - begun < 20


def test_a_task_that_wants_too_much_memory_is_refused_it() -> None:
    with Workers(1, memory=1 << 30) as workers, pytest.raises(MemoryError):
        workers.submit(bytearray, 2 << 30).result()
