"""What a function says of each word, kept: the same few thousand words come again in every document."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 16  # words; then it begins anew


class Remembered(dict[str, T]):
    """A table of words that asks a function for those that it lacks.

    >>> lengths = Remembered(len)
    >>> lengths["nämnd"], dict(lengths)
    (5, {'nämnd': 5})
    """

    def __init__(self, ask: Callable[[str], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._ask(word)
        return found
