"""What is under way, over the whole graph: drafts on remiss and assignments by their last day; and what has been read.

The order of the statements is kept by a snapshot; those of a page are read as the page of a thing reads its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Generic, TypeVar

from samverkan import overview, queries
from samverkan_web import saying, statements
from samverkan_web.evidence import Link, Row, link, maybe
from samverkan_web.paging import PAGE_SIZE, Paging, cut, nearest
from samverkan_web.site import Site, rows_of, words
from samverkan_web.statements import Assignment, Referral
from samverkan_web.wording import lazy_gettext

T = TypeVar("T", Assignment, Referral)
_MOST_UNREAD: Final = 500
_MOST: Final = 1_000_000  # statements of a list
REMISS: Final = lazy_gettext(
    "Drafts that documents say were sent out for comment, to whom, and when answers were due; those with a day first."
)
ASSIGNMENTS: Final = lazy_gettext(
    "Who was given what to do at which meeting, and by when; those with a day first. "
    "No document says yet whether it was done."
)


@dataclass(frozen=True, slots=True)
class Following(Generic[T]):
    """A page of a list: those whose last day is not before `on` or is not stated, where a day is given."""

    title: str
    question: str
    on: str
    rows: tuple[T, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class Read:
    """What has been read of a body: documents (undated ones too), from when to when, and the meetings they tell of."""

    body: Link
    county: Link | None
    documents: int
    undated: int
    first: str | None
    last: str | None
    meetings: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What has been read, how it is known (words, statements, share), and the bodies without documents, by county."""

    read: tuple[Read, ...]
    paging: Paging
    known: tuple[tuple[str, int, float], ...]
    unread: Mapping[str, tuple[Link, ...]]
    unread_more: int


def remiss(site: Site, on: str, page: int) -> Following[Referral]:
    """The drafts sent out for comment, by when answers are due; `ParameterError` for an `on` that is no day."""
    facts, paging = _facts(site, "pages/referred", on, page)
    rows = statements.referrals(_rows(site, facts))
    return Following(lazy_gettext("Drafts on remiss"), "drafts-on-remiss", on, rows, paging)


def assignments(site: Site, on: str, page: int) -> Following[Assignment]:
    """What was given to whom to do, by when it is due; `ParameterError` for an `on` that is no day."""
    facts, paging = _facts(site, "pages/assigned", on, page)
    rows = statements.assignments(_rows(site, facts))
    return Following(lazy_gettext("Assignments"), "open-assignments", on, rows, paging)


def _facts(site: Site, query: str, on: str, page: int) -> tuple[list[str], Paging]:
    """The statements on a page of a list, and which page it is; read alone where a snapshot has counted them."""
    given = {"on": on} if on else {}
    number = queries.counted(site.store, query, given, _MOST)
    if number is None:
        shown, paging = cut(list(queries.run(site.store, query, given, 0, _MOST).rows), page)
    else:
        paging = nearest(number, page)
        first = (paging.page - 1) * PAGE_SIZE
        shown = tuple(queries.run(site.store, query, given, first, PAGE_SIZE).rows)
    return [words(row[0]) for row in shown if row[0]], paging


def _rows(site: Site, facts: Sequence[str]) -> Iterator[Row]:
    said = saying.rows(site, facts)
    return chain.from_iterable(said[each] for each in facts)


def coverage(site: Site, page: int, language: str) -> Coverage:
    """What has been read of which bodies, and of which nothing has been."""
    read, paging = cut([_read(row) for row in rows_of(queries.run(site.store, "coverage"))], page)
    ways = overview.rows(site.store, "ways-of-knowing", language)
    unread = overview.rows(site.store, "pages/unread")
    by_county: dict[str, list[Link]] = {}
    for row in unread[:_MOST_UNREAD]:
        by_county.setdefault(row.get("countyLabel", ""), []).append(link(row, "body"))
    return Coverage(
        read,
        paging,
        tuple((row.get("knownLabel", ""), int(row["statements"]), float(row["share"])) for row in ways),
        {county: tuple(bodies) for county, bodies in by_county.items()},
        max(0, len(unread) - _MOST_UNREAD),
    )


def _read(row: Row) -> Read:
    return Read(
        link(row, "body"), maybe(row, "county"), int(row["documents"]), int(row["undated"]),
        row.get("first"), row.get("last"), int(row["meetings"]),
    )  # fmt: skip
