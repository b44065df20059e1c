"""Who answers outsiders, how, and within which limits: `pool` on a snapshot, `forward` by a remote endpoint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from samverkan.errors import QueryError, ResultTooLarge
from samverkan.store.formats import GRAPHS, TABLES
from samverkan.store.guard import Form

DEFAULT_FORMATS: Final = ("json", "ttl")


@dataclass(frozen=True, slots=True)
class Limits:
    """What an outsider's query may cost."""

    seconds: float = 10.0  # from its parsing to the last byte of its answer
    rows: int = 10_000  # or triples
    answer_bytes: int = 64_000_000
    memory_bytes: int = 1 << 30  # of address space beyond what the engine takes at rest


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an outsider's query, written out: its bytes, the name of their format, the version of the data."""

    body: bytes
    format: str
    version: str

    @property
    def media_type(self) -> str:
        """The media type of the bytes; all text is UTF-8."""
        return (TABLES.get(self.format) or GRAPHS[self.format]).media_type


class Answers(Protocol):
    """Answers outsiders' queries, each within its limits and out of reach of everything else."""

    def answer(self, query: str, formats: Sequence[str] = DEFAULT_FORMATS) -> Answer:
        """The answer in the first of `formats` that fits: of tables for SELECT and ASK, of graphs for the other forms.

        Raises `QueryError` for what may not be asked or cannot be read, `QueryTimeout` (also where all are busy),
        `ResultTooLarge` and `QueryTooCostly` for what goes beyond its limits, `StoreError` where nothing can be asked.
        """

    def close(self) -> None:
        """Stop answering; end processes and connections."""


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
