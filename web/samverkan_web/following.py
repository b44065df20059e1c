"""What is under way, over the whole graph: drafts on remiss and assignments by their last day; and what has been read.

The rows are those of the shipped questions, which a snapshot keeps; each statement is shown with its passage.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from samverkan import lookup, overview, queries
from samverkan_web.evidence import Link, Row, evidence, link, maybe
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site, rows_of
from samverkan_web.statements import Assignment, Referral
from samverkan_web.wording import lazy_gettext

T = TypeVar("T", Assignment, Referral)
_MOST_UNREAD: Final = 500
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
    return _following(site, lazy_gettext("Drafts on remiss"), "drafts-on-remiss", _referral, on, page)


def assignments(site: Site, on: str, page: int) -> Following[Assignment]:
    """What was given to whom to do, by when it is due; `ParameterError` for an `on` that is no day."""
    return _following(site, lazy_gettext("Assignments"), "open-assignments", _assignment, on, page)


def _following(
    site: Site, title: str, question: str, make: Callable[[list[Row]], T], on: str, page: int
) -> Following[T]:
    if on:
        lookup.date_term(on)
    facts: dict[str, list[Row]] = {}
    for row in rows_of(queries.run(site.store, question)):
        if not on or "due" not in row or _last_day(row["due"]) >= on:
            facts.setdefault(row["fact"], []).append(row)
    chosen, paging = cut(list(facts.items()), page)
    found = evidence(site, (fact for fact, _ in chosen))
    rows = tuple(replace(make(rows), sources=found.get(fact, ())) for fact, rows in chosen)
    return Following(title, question, on, rows, paging)


def _last_day(due: str) -> str:
    """The last day that a day, a month or a year can mean, as text that sorts.

    >>> _last_day("2021"), _last_day("2021-02")
    ('2021-12-31', '2021-02-31')
    """
    return due + "-12-31"[len(due) - 4 :]


def _referral(rows: list[Row]) -> Referral:
    row = rows[0]
    return Referral(row.get("draftLabel", ""), maybe(row, "draft"), _each(rows, "to"), row.get("due"), ())


def _assignment(rows: list[Row]) -> Assignment:
    row = rows[0]
    return Assignment(
        row.get("task", ""), _each(rows, "assignee"), row.get("due"), row.get("item"),
        row.get("itemLabel", row.get("number")), maybe(row, "meeting"), row.get("start"), (),
    )  # fmt: skip


def _each(rows: Iterable[Row], name: str) -> tuple[Link, ...]:
    return tuple({row[name]: link(row, name) for row in rows if name in row}.values())


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
