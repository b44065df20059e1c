"""A circuit breaker: a server that fails again and again is left alone for a while, and who asks is told so at once.

Without it each visitor would wait for a time-out of his own, and a server that comes up again would find all of them
at its door.
"""

import time
from collections.abc import Callable
from threading import Lock

from samverkan.errors import StoreError


class CircuitBreaker:
    """Stands before the server at `address`. Closed at first: everything passes.

    After `failures` in a row it asks the server by `alive`, since a question may be too hard and the server well. Where
    that fails too it opens for `pause` seconds, in which `check` raises. Then it is half open: the first to come asks
    `alive` again, which closes it or leaves it open for another pause; nobody else waits for that.
    """

    def __init__(
        self,
        address: str,
        alive: Callable[[], bool],
        failures: int = 5,
        pause: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address = address
        self._alive = alive
        self._most = failures
        self._pause = pause
        self._clock = clock
        self._lock = Lock()
        self._failed = 0
        self._last = ""
        self._until: float | None = None  # while it is open: when it may be tried again

    def check(self) -> None:
        """Nothing where the server may be asked; else `StoreError`: how often it failed, how, when to return."""
        with self._lock:
            if self._until is None:
                return
            left = self._until - self._clock()
            if left > 0:
                raise self._refusal(left)
            self._until = self._clock() + self._pause
        if not self._alive():
            raise self._refusal(self._pause)
        self.succeeded()

    def succeeded(self) -> None:
        """The server answered."""
        with self._lock:
            self._failed, self._until = 0, None

    def failed(self, reason: str) -> None:
        """The server did not answer, for this reason."""
        with self._lock:
            self._failed += 1
            self._last = reason
            if self._failed < self._most or self._until is not None:
                return
        if self._alive():
            self.succeeded()
        else:
            with self._lock:
                self._until = self._clock() + self._pause

    def _refusal(self, left: float) -> StoreError:
        return StoreError(
            f"{self._address} failed {self._failed} times in a row and is left alone for {max(1, round(left))} s more "
            f"(the last time: {self._last})"
        )
