"""Answers kept as long as the graph is the same: what many ask is worked out once."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Final

from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answer, Answers, Dataset, asking, begin

# What answers otherwise each time: the hour, chance, new names. An escape (\u0052AND) may hide one of them.
_CHANGING: Final = ("now", "rand", "uuid", "bnode", "\\u")


@lru_cache(64)
def changes_by_itself(query: str) -> bool:
    """Whether the answer to a query may change though the graph does not: by the hour, or by chance.

    >>> changes_by_itself("SELECT (RAND() AS ?x) {}")
    True
    """
    text = query.lower()
    return any(each in text for each in _CHANGING)


_Key = tuple[str, str, tuple[str, ...], Dataset]


class CachedAnswers:
    """Answers as others do (see `Answers`), a second time from memory while `version` says that the graph is the same.

    The answers used last are kept, at most `most` bytes of them; none that is a file, and none where `version` gives
    nothing, as of a remote store.
    """

    def __init__(self, answers: Answers, version: Callable[[], str | None], most: int = 64_000_000) -> None:
        self._answers = answers
        self._asked = asking(answers)
        self._version = version
        self._left = most
        self._kept: OrderedDict[_Key, Answer] = OrderedDict()
        self._lock = Lock()

    def answer(
        self,
        query: str,
        formats: Sequence[str] = DEFAULT_FORMATS,
        dataset: Dataset = WHOLE,
        rows: int | None = None,
    ) -> Answer:
        """The answer in the first of `formats` that fits the form of the query; see `Answers` for the errors."""
        kept = self.kept(query, formats, dataset)
        if kept is not None:
            return kept
        answer = self._answers.answer(query, formats, dataset, rows)
        self._keep(query, formats, dataset, answer)
        return answer

    async def asked(self, query: str, formats: Sequence[str] = DEFAULT_FORMATS, dataset: Dataset = WHOLE) -> Answer:
        """As `answer`, for who asks in an event loop and has looked at what is kept."""
        answer = await self._asked(query, formats, dataset)
        self._keep(query, formats, dataset, answer)
        return answer

    def begin(self) -> None:
        """Begin to answer in the event loop that runs here."""
        begin(self._answers)

    def kept(self, query: str, formats: Sequence[str] = DEFAULT_FORMATS, dataset: Dataset = WHOLE) -> Answer | None:
        """The answer where it is in memory; this never waits."""
        version = self._version()
        if version is None:
            return None
        key = (version, query, tuple(formats), dataset)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
        return found

    def _keep(self, query: str, formats: Sequence[str], dataset: Dataset, answer: Answer) -> None:
        """Keep an answer, and let go of those that nobody asked for the longest where it is too much."""
        if not answer.version or not isinstance(answer.content, bytes) or changes_by_itself(query):
            return
        key = (answer.version, query, tuple(formats), dataset)
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = answer
            self._left -= _cost(key, answer)
            while self._left < 0:
                self._left += _cost(*self._kept.popitem(last=False))

    def close(self) -> None:
        """Stop answering."""
        self._answers.close()


def _cost(key: _Key, answer: Answer) -> int:
    """The bytes that a kept answer takes, with what is kept beside it."""
    return answer.length + 4 * len(key[1]) + 1_000
