"""What the site and its query workers say to each other: frames on a socket, each with its kind and its length.

A query goes to a worker as `question` writes it. The worker answers each in turn: with parts of a long answer, and in
the end with the version of the data and the rest, or an error, or that it came too late to be begun.
"""

import marshal
import struct
from collections.abc import Iterator
from typing import IO, Final, NamedTuple

from samverkan import errors
from samverkan.errors import SamverkanError
from samverkan.store.answers import Dataset

READY: Final = 1  # a worker has come up
PART: Final = 2
LAST: Final = 3
FAILED: Final = 4
LATE: Final = 5

_HEAD: Final = struct.Struct(">BI")
_LENGTH: Final = struct.Struct(">I")
MOST: Final = 1 << 18  # bytes that are read at a time


class Asked(NamedTuple):
    """A query for a worker; `until` is the time of the monotonic clock after which it is not begun, 0 for never."""

    query: str
    form: str
    dataset: Dataset
    rows: int | None = None  # that the answer may have, where that is not what the limits say
    until: float = 0.0


def question(asked: Asked) -> bytes:
    """A query as it is sent to a worker."""
    graphs = asked.dataset
    body = marshal.dumps(
        (asked.query, asked.form, graphs.default, graphs.named, asked.rows, asked.until)
    )  # one program on both sides
    return _LENGTH.pack(len(body)) + body


def questions(stream: IO[bytes]) -> Iterator[Asked]:
    """The queries that a worker is sent, until nobody is there to send more."""
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        query, form, default, named, rows, until = marshal.loads(stream.read(*_LENGTH.unpack(head)))  # noqa: S302
        yield Asked(query, form, Dataset(default, named), rows, until)


def frame(kind: int, body: bytes = b"") -> bytes:
    """What a worker sends."""
    return _HEAD.pack(kind, len(body)) + body


def last(version: str, rest: bytes) -> bytes:
    """The end of an answer, as a worker sends it."""
    return frame(LAST, b"%s\n%s" % (version.encode(), rest))


def failed(error: SamverkanError) -> bytes:
    """An error, as a worker sends it."""
    return frame(FAILED, f"{type(error).__name__}\n{error}".encode("utf-8", "replace"))


def error_in(body: bytes) -> SamverkanError:
    """The error that a worker sent."""
    name, _, message = body.decode().partition("\n")
    kind = getattr(errors, name, SamverkanError)
    error: SamverkanError = kind(message)
    return error


class Arriving:
    """Frames as they arrive in pieces."""

    def __init__(self) -> None:
        self._left = b""

    def frames(self, came: bytes) -> Iterator[tuple[int, bytes]]:
        """The kinds and bodies of the frames that are whole now."""
        data = self._left + came if self._left else came
        place, end = 0, len(data)
        while end - place >= _HEAD.size:
            kind, length = _HEAD.unpack_from(data, place)
            after = place + _HEAD.size + length
            if after > end:
                break
            yield kind, data[place + _HEAD.size : after]
            place = after
        self._left = data[place:]
