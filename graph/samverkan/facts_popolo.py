"""Popolo JSON of others into facts: who sits on which body, and which body is part of which.

Popolo (https://www.popoloproject.com/specs/) has no text that could be quoted, so a text is made of it, a line a
statement, and each fact points to its line. Meetings and motions have no place in the facts of one document and are
told as not read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, get_args

from samverkan.errors import FactsError
from samverkan.facts import Document, Evidence, Facts, Membership, Relation, Role

_RULE: Final = "popolo.listed"
_LEFT: Final = ("events", "motions", "votes", "vote_events", "speeches")
_DATE: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:T.*)?")
# How the data of others name the roles of the contract; any other is a plain seat.
_ROLES: Final[Mapping[str, Role]] = {
    **{role: role for role in get_args(Role)},
    "chairperson": "chair", "chairman": "chair", "president": "chair", "ordförande": "chair",
    "deputy chair": "vice chair", "vice-chair": "vice chair", "vice president": "vice chair",
    "vice ordförande": "vice chair", "andre vice ordförande": "second vice chair", "sekreterare": "secretary",
    "justerare": "adjuster", "ledamot": "member", "alternate": "substitute", "ersättare": "substitute",
    "observer": "guest", "adjungerad": "guest",
}  # fmt: skip
_Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a Popolo file says: its facts, the text made of it that they point to, and what has no place in facts."""

    facts: Facts
    text: str
    unread: tuple[str, ...]


def is_popolo(value: Any) -> bool:
    """Whether a decoded JSON value is Popolo: it holds persons or organizations, and nothing of the facts contract."""
    return isinstance(value, dict) and "document" not in value and bool({"persons", "organizations"} & value.keys())


def from_json(value: _Object, where: str, title: str) -> Listed:
    """The facts of a decoded Popolo file; `FactsError` names what cannot be read, and why.

    `where` is the file as messages name it, `title` the first line of the text.
    """
    names = {kind: _names(value, kind, where) for kind in ("persons", "organizations")}
    text = f"{title}\n\n"
    memberships: list[Membership] = []
    relations: list[Relation] = []
    for place, each in _memberships(value, where):
        row = _membership(each, names, f"{where}: {place}")
        line = ", ".join(filter(None, (row.person, row.role, row.body, row.organisation, _span(row))))
        memberships.append(replace(row, evidence=_evidence(text, line)))
        text += f"{line}\n"
    for child, parent in _parents(value, names["organizations"]):
        line = f"{child} is part of {parent}"
        relations.append(Relation(child, "part of", parent, evidence=_evidence(text, line)))
        text += f"{line}\n"
    if not memberships and not relations:
        raise FactsError(f"{where}: no membership and no organization within another; there is nothing to load")
    facts = Facts(Document(title, "composition"), memberships=tuple(memberships), relations=tuple(relations))
    left = tuple(f"{len(value[name])} {name}: Popolo gives seats only" for name in _LEFT if value.get(name))
    return Listed(facts, text, left)


def _evidence(text: str, line: str) -> Evidence:
    return Evidence(len(text), len(text) + len(line), line, _RULE, 1.0)


def _objects(value: _Object, kind: str, where: str) -> Iterator[tuple[str, _Object]]:
    """The objects of a list, each with its place in the file."""
    found = [] if value.get(kind) is None else value[kind]
    if not isinstance(found, list):
        raise FactsError(f"{where}: {kind} is not a list")
    for number, each in enumerate(found):
        if not isinstance(each, dict):
            raise FactsError(f"{where}: {kind}[{number}] is not an object")
        yield f"{kind}[{number}]", each


def _names(value: _Object, kind: str, where: str) -> Mapping[str, str]:
    return {
        str(each["id"]): _name(each, f"{where}: {place}")
        for place, each in _objects(value, kind, where)
        if "id" in each
    }


def _name(value: _Object, where: str) -> str:
    name = value.get("name")
    if not isinstance(name, str) or not name.strip():
        raise FactsError(f"{where} has no name")
    return " ".join(name.split())


def _memberships(value: _Object, where: str) -> Iterator[tuple[str, _Object]]:
    """All memberships: those of the file, and those told within a person or an organization."""
    yield from _objects(value, "memberships", where)
    for kind, key in (("persons", "person_id"), ("organizations", "organization_id")):
        for place, holder in _objects(value, kind, where):
            for inner, each in _objects(holder, "memberships", f"{where}: {place}"):
                yield f"{place}.{inner}", {key: holder.get("id"), **each}


def _membership(value: _Object, names: Mapping[str, Mapping[str, str]], where: str) -> Membership:
    persons, organizations = names["persons"], names["organizations"]
    person = _referred(value, "person", persons, where)
    body = _referred(value, "organization", organizations, where)
    if person is None or body is None:
        missing = "person" if person is None else "organization"
        raise FactsError(f"{where} names no {missing}: it needs {missing}_id, the id of one in the file")
    return Membership(
        person,
        body,
        _ROLES.get(str(value.get("role") or "member").casefold().strip(), "member"),
        _referred(value, "on_behalf_of", organizations, where),
        start=_date(value, "start_date", where),
        end=_date(value, "end_date", where),
    )


def _referred(value: _Object, key: str, names: Mapping[str, str], where: str) -> str | None:
    """The name of what a membership points to by its id, or holds itself; None where it does neither."""
    if isinstance(value.get(key), dict):
        return _name(value[key], f"{where}.{key}")
    given = value.get(f"{key}_id")
    if given is None:
        return None
    if str(given) not in names:
        raise FactsError(f"{where}.{key}_id: nothing in the file has the id {given!r}")
    return names[str(given)]


def _date(value: _Object, key: str, where: str) -> str | None:
    given = value.get(key)
    if not given:
        return None
    match = _DATE.fullmatch(str(given))
    if not match:
        raise FactsError(f"{where}.{key}: {given!r} is no date; write 2021-09-07, 2021-09 or 2021")
    return match[1]


def _span(row: Membership) -> str:
    return f"{row.start or ''}–{row.end or ''}" if row.start or row.end else ""


def _parents(value: _Object, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for each in value.get("organizations") or []:
        parent = names.get(str(each.get("parent_id")))
        if parent and "name" in each:
            yield " ".join(each["name"].split()), parent
