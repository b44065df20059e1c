"""Long lists in pages, each with an address of its own: the address of this page with another number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

PAGE_SIZE: Final = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list of `total` rows is shown; pages count from 1, and there is at least one."""

    page: int
    pages: int
    total: int


def cut(rows: Sequence[T], page: int, size: int = PAGE_SIZE) -> tuple[tuple[T, ...], Paging]:
    """The rows of a page, and which it is: the nearest one where there is none of that number.

    >>> cut("abcde", 2, size=2)
    (('c', 'd'), Paging(page=2, pages=3, total=5))
    >>> cut("abcde", 9, size=2)[0]
    ('e',)
    """
    paging = nearest(len(rows), page, size)
    return tuple(rows[(paging.page - 1) * size : paging.page * size]), paging


def nearest(total: int, page: int, size: int = PAGE_SIZE) -> Paging:
    """The page of that number of a list of so many rows, or the nearest one where there is none of that number."""
    pages = max(1, -(-total // size))
    return Paging(min(max(page, 1), pages), pages, total)
