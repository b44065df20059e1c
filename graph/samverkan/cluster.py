"""Work for a Dask cluster, as an executor of the standard library: the same code reads documents here or there."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final, ParamSpec, TypeVar

from samverkan.errors import ClusterError

P = ParamSpec("P")
T = TypeVar("T")

_SECONDS: Final = 10  # in which the scheduler must answer
_TRIES: Final = 1  # that a task is given to another worker after one has died of it or under it
_SCHEMES: Final = ("tcp://", "tls://")
_one_at_a_time = Lock()


@contextmanager
def cluster(address: str) -> Iterator["Cluster"]:
    """The cluster whose scheduler is at an address such as `tcp://host:8786`; `ClusterError` where it cannot be had.

    Its workers need this version of Samverkan, and what they are to read under the same paths.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("a Dask scheduler needs Dask here too: pip install 'samverkan[dask]'") from None
    if not address.startswith(_SCHEMES):
        raise ClusterError(f"{address} is no address of a Dask scheduler; it must begin with {' or '.join(_SCHEMES)}")
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address} is no Dask scheduler that answers ({error}); start one by `dask scheduler`"
        ) from error
    with client, Cluster(client) as executor:
        if not executor.size:
            raise ClusterError(f"the Dask scheduler at {address} has no workers; start some by `dask worker {address}`")
        yield executor


class Cluster(Executor):
    """A Dask cluster as an executor; a task that no worker survives raises `BrokenExecutor`, others go on."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False, retries=_TRIES)

    @property
    def size(self) -> int:
        """How many tasks run there at the same time."""
        return sum(self._client.ncores().values())

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called by a worker; it and its arguments must be picklable."""
        theirs = self._executor.submit(_alone, fn, args, kwargs)
        ours: Future[T] = Future()
        theirs.add_done_callback(lambda done: _hand_on(done, ours))
        return ours

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End what was begun here; the cluster itself goes on."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def _alone(function: Callable[..., T], args: Any, kwargs: Any) -> T:
    """Call a function, one at a time in a worker of several threads: what reads PDF bears no other."""
    with _one_at_a_time:
        return function(*args, **kwargs)


def _hand_on(done: "Future[T]", to: "Future[T]") -> None:
    """Hand on what a task gave; what is not the task's own fault as `BrokenExecutor`."""
    if done.cancelled():
        to.set_exception(BrokenExecutor("the cluster gave it up"))
        return
    error = done.exception()
    if error is None:
        to.set_result(done.result())
    elif type(error).__module__.startswith("distributed"):  # such as KilledWorker
        to.set_exception(BrokenExecutor(str(error)))
    else:
        to.set_exception(error)
