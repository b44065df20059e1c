"""HTTP to the server of a remote store: kept connections, times, a second try, and each failure in our words."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Final, Protocol

import requests
import urllib3.exceptions
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase

from samverkan.errors import QueryTimeout, StoreError
from samverkan.store.breaker import CircuitBreaker

JSON: Final = "application/sparql-results+json"
_BUSY: Final = (502, 503)  # statuses after which a second try may succeed
_CONNECT: Final = 5.0  # seconds in which a server must take a connection
_ALIVE: Final = 2.0  # seconds in which one that is well answers the easiest question
_KEPT: Final = 16  # connections that are kept open for the next request

Parameters = Sequence[tuple[str, str]]


class Stream(Protocol):
    """An answer while it arrives, read like a file."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, as soon as there are some; none at the end."""


class Refused(Exception):
    """An answer with a status of 400 or more that says neither busy nor too late.

    It has the `status`, the `text` of the answer and what the `server` calls itself.
    """

    def __init__(self, status: int, text: str, server: str) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text
        self.server = server


class Connection:
    """The way to one server, for any number of threads.

    What has not arrived whole after `timeout` seconds is a `QueryTimeout`; a server that is away, breaks off or is busy
    is a `StoreError`, at once where it has failed again and again (see `CircuitBreaker`).
    """

    def __init__(self, address: str, timeout: float, pause: float = 10.0) -> None:
        self._address = address
        self._timeout = timeout
        self._session = requests.Session()
        self._session.headers["Accept-Encoding"] = "identity"
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(pool_connections=4, pool_maxsize=_KEPT))
        self._breaker = CircuitBreaker(address, self._alive, pause=pause)

    def server(self) -> str:
        """What the server calls itself, also where it does not let us in yet."""
        try:
            with closing(self.post(self._address, [("query", "ASK {}")], JSON, again=True)) as answer:
                return answer.headers.get("Server", "")
        except Refused as refused:
            return refused.server

    def use(self, auth: AuthBase) -> None:
        """Say from now on who asks."""
        self._session.auth = auth

    def post(self, address: str, form: Parameters, accept: str = "*/*", *, again: bool = False) -> "Body":
        """The answer to a form; tried twice with `again`. `Refused` for a status of 400 or more."""
        return self._sent("POST", address, again, data=form, headers={"Accept": accept})

    def put(self, address: str, graph: Parameters, content: bytes, media_type: str, *, add: bool = False) -> None:
        """Put a document in the place of a resource, or `add` it to it."""
        method = "POST" if add else "PUT"
        headers = {"Content-Type": media_type}
        self._sent(method, address, False, params=graph, data=content, headers=headers).close()

    def close(self) -> None:
        """Let go of the connections that are kept."""
        self._session.close()

    def _sent(self, method: str, address: str, again: bool, **what: object) -> "Body":
        self._breaker.check()
        for last in (not again, True):
            try:
                return self._tried(method, address, what)
            except _Passing as error:
                if last:
                    raise StoreError(str(error)) from error
        raise AssertionError("the last try returns or raises")

    def _tried(self, method: str, address: str, what: Mapping[str, object]) -> "Body":
        try:
            with _in_our_words(address):
                response = self._session.request(
                    method,
                    address,
                    stream=True,
                    timeout=(_CONNECT, self._timeout),
                    **what,  # type: ignore[arg-type]
                )
                _raise_for_status(address, response)
        except (_Passing, QueryTimeout) as error:
            self._breaker.failed(str(error))
            raise
        self._breaker.succeeded()
        return Body(response, address, self._timeout)

    def _alive(self) -> bool:
        """Whether the server answers the easiest question."""
        try:
            answer = self._session.post(
                self._address, data={"query": "ASK {}"}, headers={"Accept": JSON}, timeout=(_ALIVE, _ALIVE)
            )
        except requests.RequestException:
            return False
        return answer.status_code < 500


class Body:
    """An answer while it arrives; `QueryTimeout` past its time, `StoreError` where it breaks off."""

    def __init__(self, response: requests.Response, address: str, seconds: float) -> None:
        self._response = response
        self._address = address
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self.headers: Mapping[str, str] = response.headers

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, as soon as there are some; none at the end."""
        try:
            with _in_our_words(self._address):
                part: bytes = self._response.raw.read1(None if size < 0 else size)
        except _Passing as error:
            raise StoreError(f"{self._address} broke off in the middle of an answer; try again") from error
        if time.monotonic() > self._deadline:
            self.close()
            raise QueryTimeout(f"{self._address} has not sent the whole answer within {self._seconds:g} seconds")
        return part

    def whole(self) -> bytes:
        """All that is left of it."""
        return b"".join(iter(lambda: self.read(1 << 16), b""))

    def close(self) -> None:
        """Let go of it."""
        self._response.close()


class _Passing(Exception):
    """A fault that may be gone at the second try."""


def _raise_for_status(address: str, response: requests.Response) -> None:
    status = response.status_code
    if status < 400:
        return
    text = response.content.decode(errors="replace")
    said = words(text)
    if status in (408, 504):
        raise QueryTimeout(f"{address} gave up: {said}")
    if status in _BUSY:
        raise _Passing(f"{address} is busy: {said}")
    raise Refused(status, text, response.headers.get("Server", ""))


def words(text: str) -> str:
    """What a server said, on one line and not too long."""
    return " ".join(text.split())[:500] or "no reason given"


@contextmanager
def _in_our_words(address: str) -> Iterator[None]:
    """What goes wrong between here and the server as our errors, or as `_Passing`."""
    try:
        yield
    except requests.ConnectTimeout as error:
        raise _Passing(f"{address} could not be reached in time; is the server up?") from error
    except (requests.Timeout, urllib3.exceptions.ReadTimeoutError) as error:
        raise QueryTimeout(f"{address} did not answer in time; ask for less, or try later") from error
    except requests.ConnectionError as error:
        if isinstance(_cause(error), urllib3.exceptions.ReadTimeoutError):
            raise QueryTimeout(f"{address} did not answer in time; ask for less, or try later") from error
        if isinstance(_cause(error), urllib3.exceptions.NewConnectionError):
            said = str(_cause(error)).rpartition(": ")[2]  # the library names the connection first
            raise _Passing(f"{address} cannot be reached ({said}); is the server running?") from error
        raise _Passing(f"{address} broke off the connection ({_cause(error)})") from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _Passing(f"{address} broke off the connection ({error})") from error


def _cause(error: requests.RequestException) -> object:
    """What the library below said: the reason of its last try."""
    inner = error.args[0] if error.args else error
    return getattr(inner, "reason", None) or inner
