"""Who answers outsiders, how, and within which limits: `pool` on a snapshot, `forward` by a remote endpoint."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import SEEK_END
from typing import IO, Final, Protocol

from samverkan.errors import QueryError, ResultTooLarge
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.guard import Form

DEFAULT_FORMATS: Final = ("json", "ttl")
PART: Final = 1 << 18  # bytes of a long answer that are handed on at a time


@dataclass(frozen=True, slots=True)
class Limits:
    """What an outsider's query may cost."""

    seconds: float = 10.0  # from its parsing to the last byte of its answer
    rows: int = 10_000  # or triples
    answer_bytes: int = 64_000_000
    memory_bytes: int = 1 << 30  # of address space beyond what the engine takes at rest


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query is asked of, by their IRIs, as the SPARQL 1.1 Protocol lets a request choose them.

    One that names none leaves the choice to the query, and where that has no FROM either, to the store.
    """

    default: tuple[str, ...] = ()  # merged they are the default graph
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


WHOLE: Final = Dataset()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an outsider's query, written out: its content, the name of its format, the version of the data.

    What is long is a file: it is read once, and gone then.
    """

    content: bytes | IO[bytes]
    format: str
    version: str

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.seek(0, SEEK_END)

    @property
    def body(self) -> bytes:
        """All of it."""
        return b"".join(self.parts())

    def parts(self) -> Iterator[bytes]:
        """It, part by part."""
        if isinstance(self.content, bytes):
            yield self.content
            return
        with self.content:
            self.content.seek(0)
            while part := self.content.read(PART):
                yield part

    def close(self) -> None:
        """Let go of what will not be read."""
        if not isinstance(self.content, bytes):
            self.content.close()

    @property
    def media_type(self) -> str:
        """The media type of the bytes; all text is UTF-8."""
        return (TABLES.get(self.format) or GRAPHS[self.format]).media_type


class Answers(Protocol):
    """Answers outsiders' queries, each within its limits and out of reach of everything else."""

    def answer(
        self,
        query: str,
        formats: Sequence[str] = DEFAULT_FORMATS,
        dataset: Dataset = WHOLE,
        rows: int | None = None,
    ) -> Answer:
        """The answer in the first of `formats` that fits: of tables for SELECT and ASK, of graphs for the other forms.

        It has at most as many rows or triples as the limits say, or `rows` for a question of our own.
        Raises `QueryError` for what may not be asked or cannot be read, `QueryTimeout` (also where all are busy),
        `ResultTooLarge` and `QueryTooCostly` for what goes beyond its limits, `StoreError` where nothing can be asked.
        """

    def close(self) -> None:
        """Stop answering; end processes and connections."""


Asking = Callable[[str, Sequence[str], Dataset], Awaitable[Answer]]


def asking(answers: Answers) -> Asking:
    """How some answers are asked for in an event loop: by their own `asked`, or on a thread."""

    async def on_a_thread(query: str, formats: Sequence[str], dataset: Dataset) -> Answer:
        return await asyncio.to_thread(answers.answer, query, formats, dataset)

    own: Asking | None = getattr(answers, "asked", None)
    return own or on_a_thread


def begin(answers: Answers) -> None:
    """Let some answers be worked out in the event loop that runs here, where they can be."""
    own: Callable[[], None] | None = getattr(answers, "begin", None)
    if own:
        own()


def fitting(form: Form, formats: Iterable[str]) -> str:
    """The first of `formats` in which a query of this form can be answered."""
    table = TABLES if form in ("SELECT", "ASK") else GRAPHS
    for name in formats:
        if name in table:
            return name
    raise QueryError(f"a {form} query is answered as {', '.join(table)}; ask for one of these")


def too_many(limits: Limits) -> ResultTooLarge:
    """The error for an answer with more rows than the limit."""
    return ResultTooLarge(f"the answer has more than {limits.rows} rows; ask for less, or use LIMIT and OFFSET")


def too_long(limits: Limits) -> ResultTooLarge:
    """The error for an answer with more bytes than the limit."""
    return ResultTooLarge(
        f"the answer has more than {limits.answer_bytes} bytes; ask for less, or use LIMIT and OFFSET"
    )
