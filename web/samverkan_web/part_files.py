"""What a part of a thing's page tells, as a file: its seats, its meetings, its decisions as CSV, Excel or JSON.

Each statement is a row; beside what it says stand its document and passage, how it was read, and its address.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from flask import Response, json

from samverkan.errors import NotFound
from samverkan_web import entities, errata, sheets
from samverkan_web import parts as reading
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, Source
from samverkan_web.languages import language
from samverkan_web.sheets import Value
from samverkan_web.site import Site
from samverkan_web.wording import lazy_gettext

# The parts of pages that can be had as files, in words.
PARTS: Final[Mapping[str, str]] = {
    "seats": lazy_gettext("Seats"), "vacancies": lazy_gettext("Vacant seats"),
    "presences": lazy_gettext("Attendance"), "meetings": lazy_gettext("Meetings"), "items": lazy_gettext("Agenda"),
    "decisions": lazy_gettext("Decisions"), "assignments": lazy_gettext("Assignments"),
    "announced": lazy_gettext("Announced days"), "referrals": lazy_gettext("On remiss"),
    "ties": lazy_gettext("Ties"), "mentions": lazy_gettext("Mentions"),
}  # fmt: skip
_TERMS: Final = ("role", "capacity", "status", "mode", "outcome", "event", "relation", "kind")  # in words of our lists
_LEFT_OUT: Final = ("sources", "fact", "item", "part")  # what is told by other columns
_HEADS: Final[Mapping[str, str]] = {
    **errata.WORDS,
    "meeting": lazy_gettext("Meeting"), "day": lazy_gettext("Day"), "days": lazy_gettext("Days"),
    "item_label": lazy_gettext("Item"), "assignees": lazy_gettext("Who"), "until": lazy_gettext("Until"),
    "thing": lazy_gettext("Who or what"), "draft": lazy_gettext("Draft"), "title": lazy_gettext("Title"),
    "present": lazy_gettext("Present"), "absent": lazy_gettext("Absent"), "documents": lazy_gettext("Documents"),
    "document": lazy_gettext("Document"), "document_day": lazy_gettext("About the day"),
    "quote": lazy_gettext("Passage"), "rule": lazy_gettext("Read by rule"), "confidence": lazy_gettext("Confidence"),
    "statement": lazy_gettext("Address"),
}  # fmt: skip


def parts(page: EntityPage) -> Mapping[str, str]:
    """The parts of a page that tell something, in words, by their names in addresses."""
    return {name: str(words) for name, words in PARTS.items() if getattr(page, name)}


def file(site: Site, name: str, path: str, form: str) -> Response:
    """A part of the page of the thing at a path, in a form of `sheets.MEDIA`; `NotFound` where it has no such part."""
    about = entities.head(site, site.addresses.iri(path))
    page = reading.whole(site, about, name if name in PARTS else "")
    told = getattr(page, name) if name in PARTS else ()
    if not told:
        raise NotFound(f"{page.head.label} has no {name} that are known")
    rows = [dict(_cells(each, site)) for each in told]
    title = f"{path.rpartition('/')[2]}-{name}"
    names = list(rows[0])
    if form == "json":
        return sheets.answer(_json(page, name, rows), name, form)
    if form == "csv":
        things = {each: any(isinstance(row[each], Link) for row in rows) for each in names}
        heads = [head for each in names for head in ((each, f"{each}_iri") if things[each] else (each,))]
        return sheets.answer(sheets.as_csv(heads, (list(_flat(row, things)) for row in rows)), name, form)
    heads = [str(_HEADS.get(each, each)) for each in names]
    return sheets.answer(sheets.as_workbook(title, heads, (list(map(_text, row.values())) for row in rows)), name, form)


def _cells(statement: Any, site: Site) -> Iterator[tuple[str, Any]]:
    """What a statement says, by the names of its values, then why it stands."""
    for each in fields(statement):
        if each.name not in _LEFT_OUT:
            value = getattr(statement, each.name)
            yield each.name, site.word(value, language()) if each.name in _TERMS else value
    sources: Sequence[Source] = getattr(statement, "sources", ())
    if sources:
        first = sources[0]
        yield from (
            ("document", first.document), ("document_day", first.day), ("quote", first.quote), ("rule", first.rule),
            ("confidence", first.confidence), ("statement", first.fact),
        )  # fmt: skip


def _text(value: Any) -> Value:
    if isinstance(value, Link):
        return value.label
    if isinstance(value, tuple):
        return "; ".join(str(_text(each)) for each in value)
    return value  # type: ignore[no-any-return]


def _flat(row: Mapping[str, Any], things: Mapping[str, bool]) -> Iterator[Value]:
    for name, value in row.items():
        yield _text(value)
        if things[name]:
            yield value.iri if isinstance(value, Link) else None


def _json(page: EntityPage, name: str, rows: Sequence[Mapping[str, Any]]) -> str:
    told = [{key: _value(value) for key, value in row.items() if value not in (None, "", ())} for row in rows]
    return json.dumps({"about": page.head.iri, "label": page.head.label, name: told}, ensure_ascii=False)


def _value(value: Any) -> Any:
    if isinstance(value, Link):
        return {"label": value.label, "iri": value.iri}
    return [_value(each) for each in value] if isinstance(value, tuple) else value
