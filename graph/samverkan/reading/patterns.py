"""Patterns that look before they search: where a text lacks what every match must hold, none is sought.

Rules are many and most sentences fit none of them. A search that tries a pattern at each place of a sentence takes
ten times as long as `"remiss" in sentence`; so a pattern made here knows a few strings of which every match of it
holds one, and with which it begins, worked out from its own expression, and looks for these first. It finds what
`re.compile` would find.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 64  # strings that are looked for before a search; to look for more takes as long as to search
_MOST_FORMS = 256  # ways to write a part of an expression, while its strings are worked out
_SHORTEST, _LONG_ENOUGH = 2, 5  # characters of a string
_LEAD = 4  # characters of a beginning
_PART, _LONGEST_STRING = 1 << 14, 32  # characters
_PARAGRAPHS = 500  # characters of paragraphs that are looked through at once
# Nearly every sentence holds one of these.
_COMMON = frozenset(
    ("att", "av", "de", "den", "det", "en", "ett", "för", "har", "i", "med", "och", "om", "på", "som", "till")
)
_ZERO_WIDTH = frozenset((op.AT, op.ASSERT, op.ASSERT_NOT))
_REPEATS = frozenset((op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT))

_Forms = frozenset[str] | None  # strings; None where they are too many, or anything
_EMPTY: _Forms = frozenset(("",))
_Match = re.Match[str]


def any_of(words: Iterable[str]) -> str:
    """An expression of any of some words, in letters of either size, which tries only those with the letter at hand.

    >>> any_of(["två", "tre", "en"])
    '(?-i:[tT])(?i:vå|re)|(?-i:[eE])(?i:n)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(rf"(?-i:[{first}{first.upper()}])(?i:{'|'.join(rest)})" for first, rest in rests.items())


def holds_anywhere(text: str, strings: Iterable[str]) -> bool:
    """Whether a text of any length holds one of some short strings, in letters of either size.

    It is looked through part by part: Python takes twelve bytes a letter while it makes letters small.
    """
    parts = (text[at : at + _PART + _LONGEST_STRING].casefold() for at in range(0, len(text), _PART))
    return any(holds(part, strings) for part in parts)


def parts_with(text: str, strings: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The parts of a text, of a few whole paragraphs each, that hold one of some strings in small letters.

    What is seldom said is sought in these alone.

    >>> list(parts_with("En plats är vakant.", ("vakant", "obesatt")))
    [(0, 19)]
    """
    start = 0
    while start < len(text):
        end = text.find("\n\n", start + _PARAGRAPHS)
        end = len(text) if end < 0 else end
        if holds(text[start:end].lower(), strings):
            yield start, end
        start = end


def seldom(pattern: "re.Pattern[str] | Pattern", text: str, strings: Iterable[str]) -> Iterator[_Match]:
    """The matches of a pattern in the parts of a text that hold one of some strings in small letters."""
    return (match for part in parts_with(text, strings) for match in pattern.finditer(text, *part))


def holds(text: str, strings: Iterable[str]) -> bool:
    """Whether a text holds one of some strings: ten times as quick as to search for any of them.

    >>> holds("på remiss", ("svar", "remiss"))
    True
    """
    for string in strings:  # noqa: SIM110 (any() takes three times as long)
        if string in text:
            return True
    return False


class Pattern:
    """A compiled pattern that is searched for only in texts that hold one of the strings in `needs`, if it has any.

    Its methods are those of `re.Pattern`. Where hardly a text lacks what it needs, `re.compile` is quicker.

    >>> Pattern(r"\\b(?:på|för) remiss\\b|\\bremitteras?\\b", re.IGNORECASE).needs
    ('för remiss', 'på remiss', 'remittera')
    """

    __slots__ = ("_lead", "_lowers", "compiled", "match", "needs", "pattern")

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern = expression
        self.compiled = re.compile(expression, flags)
        self.match = self.compiled.match
        ignores = bool(self.compiled.flags & re.IGNORECASE)
        self._lowers = ignores or "(?i" in expression
        tree = parser.parse(expression, flags)
        self.needs = _needs(tree, self._lowers)
        self._lead = None if ignores else _lead(tree)

    def _may_match(self, text: str, start: int, end: int) -> bool:
        if start or end < len(text):
            text = text[start:end].lower() if self._lowers else text[start:end]
        elif self._lowers:
            text = _lowered(text)
        return not self.needs or holds(text, self.needs)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> _Match | None:
        """The first match in a text, or in a part of it."""
        if start or end < len(text):
            return self.compiled.search(text, start, end) if self._may_match(text, start, end) else None
        low = _lowered(text) if self._lowers else text
        for need in self.needs:
            if need in low:
                return self.compiled.search(text)
        return None if self.needs else self.compiled.search(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[_Match]:
        """The matches in a text, or in a part of it."""
        if (self._lead is None or not self._lowers) and not self._may_match(text, start, end):
            return iter(())
        if self._lead is not None:
            return self._at_leads(self._lead.search, text, start, end)
        return self.compiled.finditer(text, start, end)

    def _at_leads(self, lead: Callable[..., _Match | None], text: str, start: int, end: int) -> Iterator[_Match]:
        match = self.compiled.match
        while (begins := lead(text, start, end)) is not None:
            start = begins.start()
            found = match(text, start, end)
            if found is not None:
                yield found
            start = max(start + 1, 0 if found is None else found.end())

    def sub(self, by: str, text: str, count: int = 0) -> str:
        """The text with its matches replaced."""
        return self.compiled.sub(by, text, count) if self._may_match(text, 0, sys.maxsize) else text


class AnyPattern:
    """Several patterns that are looked for before any of them is searched for, where nearly all texts hold none.

    >>> asks = AnyPattern(Pattern("uppdrag till"), Pattern(" (?:ber|vill) "))
    >>> asks.may_match("Lokalen är bokad"), asks.may_match("Vi ber Per boka lokal")
    (False, True)
    """

    __slots__ = ("needs",)

    def __init__(self, *patterns: Pattern) -> None:
        needs = {need.lower() for pattern in patterns for need in pattern.needs}
        self.needs = tuple(sorted(_shortened(needs))) if all(pattern.needs for pattern in patterns) else ("",)

    def may_match(self, text: str) -> bool:
        """Whether a text holds what a match of one of the patterns must hold."""
        return holds(_lowered(text), self.needs)


@lru_cache(maxsize=64)
def _lowered(text: str) -> str:
    """A text in small letters; many patterns ask for that of the same sentence."""
    return text.lower()


def _lead(tree: parser.SubPattern) -> re.Pattern[str] | None:
    """Where a match may begin, by its first characters; None where these are not known."""
    least, most = tree.getwidth()
    begins = _begins(tree) if least or not most else None
    if not begins or "" in begins:
        letters = None if _held(tree) else _first_letters(tree)
        return re.compile(f"[{''.join(sorted(letters))}]") if letters else None
    if any(len(each) == 1 and each.islower() for each in begins):
        return None  # a letter stands everywhere
    return re.compile("|".join(re.escape(each) for each in sorted({each[:_LEAD] for each in begins})))


def _first_letters(items: Iterable[tuple[Any, Any]]) -> _Forms:
    """The capitals, figures and signs that a match of some items may begin with, as parts of a set of characters; None
    where it may begin with others.
    """
    for code, value in items:
        if code is op.ASSERT and value[0] > 0:
            return _first_letters(value[1])
        if code in _ZERO_WIDTH:
            continue
        if code is op.LITERAL:
            return frozenset((re.escape(chr(value)),))
        if code is op.IN:
            return _union([_letters(*each) for each in value])
        if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
            return _first_letters(value[-1])
        if code is op.BRANCH:
            return _union(map(_first_letters, value[1]))
        return _first_letters(value[2]) if code in _REPEATS and value[0] else None
    return None


def _letters(code: Any, value: Any) -> _Forms:
    """A part of a set of characters, where it is no small letters and nothing but what it says."""
    if code is op.LITERAL:
        return frozenset((re.escape(chr(value)),))
    if code is op.RANGE and not chr(value[1]).islower():
        return frozenset((f"{chr(value[0])}-{chr(value[1])}",))
    return frozenset((r"\d",)) if value is op.CATEGORY_DIGIT else None


def _begins(items: Iterable[tuple[Any, Any]]) -> _Forms:
    """The strings of which a match of some items in a row begins with one."""
    begins = _EMPTY
    for code, value in items:
        ahead = code is op.ASSERT and value[0] > 0
        forms = None if ahead else _forms(code, value)
        whole = forms is not None
        if forms is None:
            forms = _begins(value[1]) if ahead else _begins_inside(code, value)
        if begins is None or forms is None or len(begins) * len(forms) > _MOST_FORMS:
            return begins
        begins = frozenset(before + each for before in begins for each in forms)
        if not whole:
            return begins
    return begins


def _begins_inside(code: Any, value: Any) -> _Forms:
    if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _begins(value[-1])
    if code is op.BRANCH:
        return _union(map(_begins, value[1]))
    return _begins(value[2]) if code in _REPEATS and value[0] else None


def _needs(tree: parser.SubPattern, lowers: bool) -> tuple[str, ...]:
    """Strings of which every match of an expression holds one; empty where nothing short enough is known."""
    held = _held(tree)
    if held is None:
        return ()
    return tuple(sorted(_shortened({each.lower() for each in held} if lowers else held)))


def _shortened(forms: Iterable[str]) -> frozenset[str]:
    """The strings without those that hold another one."""
    kept: list[str] = []
    for form in sorted(forms, key=len):
        if not any(each in form for each in kept):
            kept.append(form)
    return frozenset(kept)


def _held(items: Iterable[tuple[Any, Any]]) -> _Forms:
    """The best strings of which a match of some items in a row holds one."""
    best: _Forms = None
    run = _EMPTY  # all that the items since the last unknown one may be
    for code, value in items:
        forms = _forms(code, value)
        if run is not None and forms is not None and len(run) * len(forms) <= _MOST_FORMS:
            run = frozenset(before + form for before in run for form in forms)
            continue
        best = _better(best, run)
        best, run = (_better(best, _inside(code, value)), _EMPTY) if forms is None else (best, forms)
    return _better(best, run)


def _better(one: _Forms, other: _Forms) -> _Forms:
    """Which of two sets of strings tells more: the longer and rarer strings, the fewer."""
    fitting = [short for each in (one, other) if each and len(short := _shortened(each)) <= _MOST and _rarity(short)]
    return max(fitting, key=lambda each: (_rarity(each), -len(each)), default=None)


def _rarity(forms: frozenset[str]) -> int:
    return min(
        0 if len(form) < _SHORTEST else 1 if form.strip() in _COMMON else min(len(form), _LONG_ENOUGH) for form in forms
    )


def _inside(code: Any, value: Any) -> _Forms:
    """The strings of which a match of an item holds one, where it is not always one of a few."""
    if code is op.SUBPATTERN:
        return _held(value[-1])
    if code is op.ATOMIC_GROUP:
        return _held(value)
    if code in _REPEATS and value[0]:
        return _held(value[2])
    if code is op.BRANCH:
        return _union(map(_held, value[1]))
    return None


def _forms(code: Any, value: Any) -> _Forms:
    """All strings that an item may be."""
    if code in _ZERO_WIDTH:
        return _EMPTY
    if code is op.LITERAL:
        return frozenset((chr(value),))
    if code is op.IN and all(each[0] is op.LITERAL for each in value) and len(value) <= 4:
        return frozenset(chr(each[1]) for each in value)
    if code is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _in_a_row(value[-1])
    if code is op.BRANCH:
        return _union(map(_in_a_row, value[1]))
    if code in _REPEATS and value[1] == 1:
        return _union((_in_a_row(value[2]), frozenset() if value[0] else _EMPTY))
    return None


def _in_a_row(items: Iterable[tuple[Any, Any]]) -> _Forms:
    forms = _EMPTY
    for code, value in items:
        further = _forms(code, value)
        if forms is None or further is None or len(forms) * len(further) > _MOST_FORMS:
            return None
        forms = frozenset(before + each for before in forms for each in further)
    return forms


def _union(parts: Iterator[_Forms] | Sequence[_Forms]) -> _Forms:
    every: set[str] = set()
    for part in parts:
        if part is None or len(every) + len(part) > _MOST_FORMS:
            return None
        every |= part
    return frozenset(every)
