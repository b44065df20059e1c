"""The parts of an entity's page: which its kind shows, and how many of the statements in each are read.

A page shows the first of each part; the rest stands on pages of that part alone. So it takes a few queries and little
time, however much documents say of a thing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from samverkan import vocabulary as terms
from samverkan.store import attendance
from samverkan_web import saying, statements, told
from samverkan_web.entities import ACTORS, WORKS, EntityPage, Head
from samverkan_web.evidence import Link, Row
from samverkan_web.paging import cut
from samverkan_web.site import Site
from samverkan_web.statements import MeetingLine
from samverkan_web.told import Told

_READERS: Final[Mapping[str, Callable[[Iterable[Row]], tuple[Any, ...]]]] = {
    "seats": statements.seats,
    "vacancies": statements.vacancies,
    "presences": statements.presences,
    "items": statements.items,
    "decisions": statements.decisions,
    "assignments": statements.assignments,
    "announced": statements.announced,
    "referrals": statements.referrals,
    "ties": statements.ties,
    "mentions": statements.mentions,
    "former": statements.former,
}
# The parts that are things and no statements: the query that gives them, and its column.
_LINKS: Final = {"owned": "body", "within": "thing", "documents": "document"}
_OF_MEETINGS: Final = ("decisions", "assignments")  # what belongs to a body by its meetings
_ACTOR: Final = (
    "seats", "vacancies", "presences", "owned", "assignments", "referrals", "ties", "mentions", "documents",
)  # fmt: skip
_WORK: Final = ("referrals", "ties", "mentions", "documents")
_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("seats", "presences", "meetings", "assignments", "ties", "mentions", "documents"),
    "body": (
        "seats", "vacancies", "meetings", "announced", *_OF_MEETINGS, "referrals", "ties", "mentions", "documents",
    ),
    "meeting": ("presences", "items", *_OF_MEETINGS, "announced", "referrals"),
    "document": ("meetings", *_READERS),
    "county": ("within",),
    **dict.fromkeys(ACTORS, _ACTOR),
    **dict.fromkeys(WORKS, _WORK),
}  # fmt: skip
_PARTS_OF_OTHERS: Final = ("ties", "documents")
DAY: Final = "on"  # what an address asks of a body by a day
_FIRST: Final = 15  # of a part that a page shows; of some kinds more
_FIRST_OF: Final[Mapping[str, int]] = {"meeting": 300, "document": 100, "county": 600}
_FIRST_AS: Final[Mapping[tuple[str, str], int]] = {("body", "seats"): 300}  # which tell who sits there, and who did
_DOCUMENTS: Final = 8  # stand in a narrow column
_MEETINGS_READ: Final = 10  # at once, for what came of them


def page(site: Site, about: Head, asked: Mapping[str, str], number: int = 1) -> EntityPage:
    """What the page of an entity shows: the first of each part, or what is asked for, alone.

    That is a page of one `part`, or of a body those who sat there `on` a day, of whom `bodies` tells.
    """
    names = _PARTS.get(about.kind, _PARTS_OF_OTHERS)
    part = asked.get("part", "")
    if part in names:
        return _alone(site, about, part, number)
    if about.kind == "body" and asked.get(DAY, "").strip():
        return EntityPage(about, part=DAY)
    found = _found(site, about, names)
    cuts: dict[str, Sequence[Any]] = {name: each[: _first(about.kind, name)] for name, each in found.items()}
    totals: dict[str, int | None] = {name: len(each) for name, each in found.items() if len(each) > len(cuts[name])}
    if about.kind == "body" and len(found["meetings"]) > _MEETINGS_READ:
        totals |= {name: None for name in _OF_MEETINGS if found[name]}
    shown = EntityPage(about, totals=totals, text=_text(site, about), passage=_passage(site, about))
    return replace(shown, **_read(site, cuts))


def _alone(site: Site, about: Head, part: str, number: int) -> EntityPage:
    """A page of one part; of what came of a body's meetings some meetings make a page."""
    if about.kind == "body" and part in _OF_MEETINGS:
        found = told.told(site, about.iri)
        meetings, paging = cut(found.get("meetings", ()), number, _MEETINGS_READ)
        given = found.get(part, ()) if paging.page == 1 else ()
        total = None
        shown = (*given, *told.resolved(site, [each.fact for each in meetings]).get(part, ()))
    else:
        shown, paging = cut(_found(site, about, (part,))[part], number)
        total = paging.total
    page = EntityPage(about, totals={part: total}, part=part, asked=number, paging=paging)
    return replace(page, **_read(site, {part: shown}))


def whole(site: Site, about: Head, part: str) -> EntityPage:
    """A page with all of one part, for files; empty where the kind of thing has no such part."""
    if part not in _PARTS.get(about.kind, _PARTS_OF_OTHERS):
        return EntityPage(about)
    return replace(EntityPage(about, part=part), **_read(site, _found(site, about, (part,), meetings=None)))


def _first(kind: str, part: str) -> int:
    return _DOCUMENTS if part == "documents" else _FIRST_AS.get((kind, part), _FIRST_OF.get(kind, _FIRST))


def _found(
    site: Site, about: Head, names: Sequence[str], meetings: int | None = _MEETINGS_READ
) -> dict[str, Sequence[Any]]:
    """By part what belongs there, in its order: statements and meetings as `Told`, documents and others as links.

    What came of a body's meetings is that of so many, or of all for None.
    """
    found: dict[str, Sequence[Any]] = {**told.told(site, about.iri)} if {*names} - _LINKS.keys() else {}
    if about.kind == "meeting":
        of_documents = [told.told(site, each.iri) for each in about.links("inDocument")]
        for name in ("announced", "referrals"):
            found[name] = list(chain.from_iterable(each.get(name, ()) for each in of_documents))
    if about.kind == "body":
        came = told.resolved(site, [each.fact for each in found.get("meetings", ())[:meetings]])
        found |= {name: [*found.get(name, ()), *came.get(name, ())] for name in _OF_MEETINGS}
    for name in _LINKS.keys() & {*names}:
        found[name] = statements.links(site.ask(name, about.iri), _LINKS[name])
    return {name: found.get(name, ()) for name in names}


def _read(site: Site, cuts: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """The statements of each part, the meetings, and things with their names."""
    facts = (each.fact for name, found in cuts.items() if name in _READERS for each in found)
    documents = cuts.get("documents", ())
    said, names = saying.rows_and_names(site, facts, (each.iri for each in documents))
    parts: dict[str, Any] = {
        name: _READERS[name](row for each in found for row in said[each.fact])
        for name, found in cuts.items()
        if name in _READERS
    }
    parts |= {name: tuple(found) for name, found in cuts.items() if name in _LINKS}
    parts["documents"] = tuple(Link(each.iri, names.get(each.iri, each.label)) for each in documents)
    if "meetings" in cuts:
        parts["meetings"] = _meetings(site, cuts["meetings"])
    return parts


def _meetings(site: Site, found: Sequence[Told]) -> tuple[MeetingLine, ...]:
    link = {each.fact: each.link for each in found}
    rows = site.ask("meetings", meeting=list(link)) if link else ()
    turnout = _turnout(site, list(link)) if link else {}
    return statements.meetings({**row, "part": link[row["meeting"]], **turnout.get(row["meeting"], {})} for row in rows)


def _turnout(site: Site, meetings: list[str]) -> Mapping[str, Row]:
    """By meeting how many were there and how many were not, from the index, else from the graph."""
    counted = site.index.attendance(attendance.turnout, meetings) if site.index else None
    if counted is None:
        return {row["meeting"]: row for row in site.ask("turnout", meeting=meetings)}
    return {iri: {"present": str(present), "absent": str(absent)} for iri, (present, absent) in counted.items()}


def _text(site: Site, about: Head) -> str:
    return next((row["text"] for row in site.ask("text", about.iri)), "") if about.kind == "document" else ""


def _passage(site: Site, about: Head) -> str:
    found = site.ask("passage", about.iri) if terms.NS + "rule" in about.values else ()
    return next((row["quote"] for row in found), "")
