"""The shipped questions by what they are about, so that one among fifty is found."""

from collections.abc import Iterable
from typing import Final

from samverkan.queries import Query
from samverkan_web.wording import lazy_gettext

# Each theme with the competency questions of its own; a query belongs to the theme of the first that it answers.
_THEMES: Final = (
    (lazy_gettext("People and seats"), {1, 2, 3, 11, 12, 13, 14, 17, 21, 24, 27, 29}),
    (lazy_gettext("Meetings, decisions and tasks"), {5, 6, 8, 30}),
    (lazy_gettext("Agreements, strategies and drafts on remiss"), {4, 7, 9, 28}),
    (lazy_gettext("Bodies and how they hang together"), {10, 20, 22, 23, 25}),
    (lazy_gettext("Money and companies"), {15, 16}),
    (lazy_gettext("How it is known"), {18, 19, 26}),
)
_REST: Final = lazy_gettext("Further questions")


def by_theme(shipped: Iterable[Query], language: str) -> list[tuple[object, list[Query]]]:
    """The themes that have queries, with their queries by title."""
    left = sorted(shipped, key=lambda query: query.title[language].casefold())
    found: list[tuple[object, list[Query]]] = []
    for title, questions in _THEMES:
        theirs = [query for query in left if _first(query) in questions]
        left = [query for query in left if query not in theirs]
        found.append((title, theirs))
    return [(title, some) for title, some in (*found, (_REST, left)) if some]


def _first(query: Query) -> int:
    """The number of the first competency question that a query answers; 0 where it names none."""
    return int(query.answers[0].removeprefix("CQ")) if query.answers else 0
