"""What a text is about, by the beginnings of its words: the themes of `ontology/themes.ttl` (skos:hiddenLabel)."""

import re
from collections.abc import Iterable
from functools import lru_cache


class Themes:
    """Themes, each with the beginnings of the words that tell of it.

    >>> about = Themes([("kollektivtrafik", "transport"), ("vård", "health"), ("eu", "international")])
    >>> sorted(about.of("Vårdvalet och kollektivtrafiken")), about.of("Sjukvård för neurologi"), about.of("EU-frågor")
    (['health', 'transport'], frozenset(), frozenset({'international'}))
    """

    def __init__(self, beginnings: Iterable[tuple[str, str]]) -> None:
        """Beginnings of words, each with its theme; one of up to three letters is a word by itself."""
        self._by_beginning: dict[str, set[str]] = {}
        for beginning, theme in beginnings:
            self._by_beginning.setdefault(beginning.casefold(), set()).add(theme)
        longest_first = sorted(self._by_beginning, key=lambda each: (-len(each), each))
        told = "|".join(re.escape(each) + (r"(?!\w)" if len(each) <= 3 else "") for each in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{told})") if told else None
        self.of = lru_cache(maxsize=10_000)(self._of)

    def _of(self, text: str) -> frozenset[str]:
        """The themes of a text."""
        found = self._pattern.findall(text.casefold()) if self._pattern else []
        return frozenset(theme for beginning in found for theme in self._by_beginning[beginning])
