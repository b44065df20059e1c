"""Lists that have lost their lines but kept a mark behind each name: `Anna Ek (S), Sala Ja Bo Alm (M), Heby Nej`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samverkan.facts import Status


class Marked(NamedTuple):
    """A stretch with the people before a mark, and whether it says that they were there."""

    start: int
    end: int
    status: Status


_MARKS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"(?<=[\w),.])\s+(?P<mark>Ja|Nej|JA|NEJ)(?=\s+[A-ZÅÄÖ]|\s*\Z)"), frozenset(("Ja", "JA"))),
    (re.compile(r"(?<=[\w),.])\s+(?P<mark>[xX]|[-–])(?=\s+[A-ZÅÄÖ]|\s*\Z)"), frozenset(("x", "X"))),
)
_FEWEST = 3  # marks, of which at least one says that somebody was there


def marked(text: str, start: int, end: int) -> Iterator[Marked]:
    """The stretches of a line that marks end; nothing where it has no such marks.

    >>> [text[1] for text in marked("Anna Ek, Sala Ja Bo Alm, Heby Nej Eva Öst, Sala Ja", 0, 50)]
    [13, 29, 47]
    """
    for marks, there in _MARKS:
        found = list(marks.finditer(text, start, end))
        if len(found) < _FEWEST or there.isdisjoint(mark["mark"] for mark in found):
            continue
        at = start
        for mark in found:
            yield Marked(at, mark.start(), "present" if mark["mark"] in there else "absent")
            at = mark.end()
        if text[at:end].strip(" .,"):
            yield Marked(at, end, "present")
        return
