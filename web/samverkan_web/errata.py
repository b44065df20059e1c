"""Reporting an error: a correction of a statement, filled in with what the statement says, to copy or to send.

Nothing is written here. What comes out is a file of `data/corrections`, and the command that makes the same.
"""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, cast, get_args, get_origin, get_type_hints
from urllib.parse import quote, urlencode

from samverkan import amending, corrections, facts_json
from samverkan.amending import Paper, Stated
from samverkan.corrections import Act, Correction
from samverkan.errors import CorrectionError
from samverkan.revision import revise
from samverkan.vocabulary import LISTS, RELATIONS
from samverkan_web.evidence import Link
from samverkan_web.site import Site
from samverkan_web.wording import lazy_gettext

ACTS: Final[Mapping[str, str]] = {
    "change": lazy_gettext("It says something else"),
    "reject": lazy_gettext("The document does not say this"),
    "confirm": lazy_gettext("It is right"),
}
ADDED: Final = lazy_gettext("A fact is missing")
# The values of the facts contract in words, where they mean the same in every kind of fact.
WORDS: Final[Mapping[str, str]] = {
    "person": lazy_gettext("Person"), "organisation": lazy_gettext("Represents"), "party": lazy_gettext("Party"),
    "role": lazy_gettext("Role"), "capacity": lazy_gettext("Capacity"), "title": lazy_gettext("Title"),
    "status": lazy_gettext("Attendance"), "dates": lazy_gettext("Days"), "time": lazy_gettext("Part of the day"),
    "body": lazy_gettext("Body"), "start": lazy_gettext("From"), "end": lazy_gettext("Until"),
    "count": lazy_gettext("How many"), "number": lazy_gettext("Number"), "kind": lazy_gettext("Kind"),
    "outcome": lazy_gettext("Outcome"), "text": lazy_gettext("Words"), "item": lazy_gettext("Item"),
    "assignee": lazy_gettext("Who"), "task": lazy_gettext("Task"), "due": lazy_gettext("Last day"),
    "to": lazy_gettext("Sent to"), "name": lazy_gettext("Name"), "subject": lazy_gettext("Who or what"),
    "relation": lazy_gettext("How"), "object": lazy_gettext("To whom or what"), "value": lazy_gettext("Sum"),
    "currency": lazy_gettext("Currency"), "period": lazy_gettext("Period"), "per": lazy_gettext("Per"),
    "purpose": lazy_gettext("Purpose"), "date": lazy_gettext("Day"), "event": lazy_gettext("Event"),
    "what": lazy_gettext("About what"), "published": lazy_gettext("Published"), "place": lazy_gettext("Place"),
    "mode": lazy_gettext("Form of meeting"), "chair": lazy_gettext("Chair"), "secretary": lazy_gettext("Secretary"),
    "organisations": lazy_gettext("Organisations"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the statement as people type it, and as it was read.

    Where it is a word of a list, `choices` are the words with their terms (IRIs, empty for those without).
    """

    name: str
    value: str
    read: str
    choices: Mapping[str, str]
    needed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a page shows of a report; `file` is the correction as a file has it, None until it can be made."""

    fact: str
    document: Link
    kind: str
    quote: str | None
    fields: tuple[Field, ...]
    act: str
    who: str
    why: str
    file: str | None = None
    command: str | None = None
    mail: str | None = None
    error: str | None = None


def report(site: Site, path: str, given: Mapping[str, str], mail_to: str) -> Report:
    """The report of an error in the statement at a path of the site, with what was filled in by now."""
    paper, stated = amending.find(site.store, site.addresses.iri(path), site.addresses.base)
    act = given.get("act", "change")
    page = Report(
        fact=path,
        document=Link(paper.node.value, paper.facts.document.title or paper.key),
        kind=stated.kind,
        quote=stated.quote,
        fields=tuple(_fields(stated, given)),
        act=act if act in ACTS else "change",
        who=given.get("who", "").strip()[:200],
        why=given.get("why", "").strip()[:2000],
    )
    return _made(page, paper, stated, mail_to) if "act" in given else page


def _fields(stated: Stated, given: Mapping[str, str]) -> Iterator[Field]:
    said = facts_json.row_json(stated.row)
    hints = get_type_hints(type(stated.row))
    for each in fields(stated.row):
        if each.name != "evidence":
            read = _typed(said.get(each.name))
            needed = type(None) not in get_args(hints[each.name])
            yield Field(each.name, given.get(each.name, read)[:2000], read, choices(hints[each.name]), needed)


def choices(hint: Any) -> Mapping[str, str]:
    """The words of a list that a value can be, with their terms (IRIs, empty for those without); none for others."""
    words = next((get_args(kind) for kind in (hint, *get_args(hint)) if get_origin(kind) is Literal), ())
    terms = next((each for each in (*LISTS.values(), RELATIONS) if words and tuple(each) == words), None)
    return {each: terms[each].value if terms else "" for each in words}


def _typed(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{value:g}" if value == int(value) else str(value)
    return "" if value is None else str(value)


def _made(page: Report, paper: Paper, stated: Stated, mail_to: str) -> Report:
    """The page with its correction, or with what is wrong with it."""
    row = facts_json.row_json(stated.row)
    changed = {each.name: each.value for each in page.fields if each.value.strip() != each.read.strip()}
    try:
        if page.act == "change" and not changed:
            raise CorrectionError("nothing is changed; change a value, or say that the document does not say this")
        to = amending.given(stated.kind, changed) if page.act == "change" else None
        made = amending.correction(
            cast(Act, page.act), paper.key, stated.kind, row, who=page.who, why=page.why, quote=stated.quote, to=to
        )
        effect = revise(paper.facts, [made], paper.text).effects[0]
        if effect.problem:
            raise CorrectionError(effect.problem)
    except CorrectionError as error:
        return replace(page, error=str(error))
    text = corrections.written(paper.key, [made])
    return replace(page, file=text, command=_command(stated, made, changed), mail=mail(mail_to, paper.key, text))


def _command(stated: Stated, made: Correction, changed: Mapping[str, str]) -> str:
    """The command that makes the same correction where the graph is kept."""
    values = [f"{name}={value.strip()}" for name, value in changed.items()] if made.act == "change" else []
    words = ["samverkan", "correct", made.act, stated.name, *values, "--who", made.who, "--why", made.why]
    return shlex.join(words)


def mail(to: str, key: str, text: str) -> str | None:
    """A letter with the correction, to be opened in the visitor's own program; None where nobody takes letters."""
    if not to:
        return None
    letter = urlencode({"subject": f"Samverkan: {key}", "body": text}, quote_via=quote)
    return f"mailto:{quote(to, safe='@.+-_')}?{letter}"
