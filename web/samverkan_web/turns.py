"""Visitors' queries never take all the threads of the site: while too many are asked at once, more are turned away."""

from collections.abc import Sequence
from threading import BoundedSemaphore

from samverkan.errors import QueryTimeout
from samverkan.store.answers import DEFAULT_FORMATS, WHOLE, Answer, Answers, Dataset


class Turns:
    """Answers as others do (see `Answers`), at most `most` at once; whoever comes then is told to come again."""

    def __init__(self, answers: Answers, most: int) -> None:
        self._answers = answers
        self._free = BoundedSemaphore(most)

    def answer(
        self,
        query: str,
        formats: Sequence[str] = DEFAULT_FORMATS,
        dataset: Dataset = WHOLE,
        rows: int | None = None,
    ) -> Answer:
        """The answer in the first of `formats` that fits; `QueryTimeout` at once where too many wait already."""
        if not self._free.acquire(blocking=False):
            raise QueryTimeout("all query workers are busy; try again in a moment")
        try:
            return self._answers.answer(query, formats, dataset, rows)
        finally:
            self._free.release()

    def close(self) -> None:
        """Stop answering."""
        self._answers.close()
