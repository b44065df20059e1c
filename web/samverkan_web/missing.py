"""Telling of a fact that was not read: a correction that adds it, with the words of the document that say it.

Nothing is written here. What comes out is a file of `data/corrections`, and the command that makes the same.
"""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Final, get_type_hints

from samverkan import amending, corrections, facts_json
from samverkan.amending import Paper
from samverkan.corrections import Correction
from samverkan.errors import CorrectionError
from samverkan.revision import revise
from samverkan.triples.shapes import SHAPES
from samverkan_web import errata, previews
from samverkan_web.errata import Field
from samverkan_web.evidence import Link
from samverkan_web.site import Site
from samverkan_web.wording import gettext

# The kinds of facts of which a document can say several, in words.
KINDS: Final = {shape.rows: previews.KINDS[shape.rows] for shape in SHAPES}
_LONGEST: Final = 2000  # letters


@dataclass(frozen=True, slots=True)
class Missing:
    """What a page shows of a fact that is missing; `file` is the correction as a file, None until it can be made."""

    path: str
    document: Link
    kind: str
    quote: str
    fields: tuple[Field, ...]
    who: str
    why: str
    file: str | None = None
    command: str | None = None
    mail: str | None = None
    error: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """What was filled in, by the names of the values."""
        return {each.name: each.value.strip() for each in self.fields if each.value.strip()}


def missing(site: Site, path: str, given: Mapping[str, str], mail_to: str) -> Missing:
    """A fact that the document at a path of the site is said to lack, with what was filled in by now.

    `NotFound` where there is no such document.
    """
    paper = amending.paper(site.store, path.removeprefix("document/"), site.addresses.base)
    kind = given.get("of", "")
    page = Missing(
        path=path,
        document=Link(paper.node.value, paper.facts.document.title or paper.key),
        kind=kind if kind in KINDS else "",
        quote=given.get("quote", "").strip()[:_LONGEST],
        fields=tuple(_fields(kind, given, paper)) if kind in KINDS else (),
        who=given.get("who", "").strip()[:200],
        why=given.get("why", "").strip()[:_LONGEST],
    )
    return _made(page, paper, mail_to) if page.kind and "who" in given and "why" in given else page


def _fields(kind: str, given: Mapping[str, str], paper: Paper) -> Iterator[Field]:
    """The values of a kind of fact; the body is that of the document until somebody says another."""
    row = facts_json.kinds()[kind]
    hints = get_type_hints(row)
    body = (paper.facts.body.name if paper.facts.body else None) or ""
    for each in fields(row):
        if each.name != "evidence":
            value = given.get(each.name, body if each.name == "body" else "")[:_LONGEST]
            needed = each.default is MISSING and each.default_factory is MISSING
            yield Field(each.name, value, "", errata.choices(hints[each.name]), needed)


def _made(page: Missing, paper: Paper, mail_to: str) -> Missing:
    """The page with its correction, or with what is wrong with it."""
    try:
        made = _correction(page, paper)
    except CorrectionError as error:
        return replace(page, error=str(error))
    text = corrections.written(paper.key, [made])
    return replace(page, file=text, command=_command(page, paper), mail=errata.mail(mail_to, paper.key, text))


def _correction(page: Missing, paper: Paper) -> Correction:
    """The correction that adds the fact; `CorrectionError` says why it cannot be made."""
    if lacking := [each.name for each in page.fields if each.needed and not each.value.strip()]:
        names = ", ".join(str(errata.WORDS.get(name, name)) for name in lacking)
        raise CorrectionError(gettext("Fill in: %(names)s.") % {"names": names})
    if not page.quote:
        raise CorrectionError(gettext("Give the words of the document that say it."))
    row = amending.given(page.kind, page.values)
    made = amending.correction("add", paper.key, page.kind, row, who=page.who, why=page.why, quote=page.quote)
    effect = revise(paper.facts, [made], paper.text).effects[0]
    if effect.problem:
        raise CorrectionError(effect.problem)
    if effect.outcome == "read so":
        raise CorrectionError(gettext("The graph says this already."))
    return made


def _command(page: Missing, paper: Paper) -> str:
    """The command that makes the same correction where the graph is kept."""
    values = [f"{name}={value}" for name, value in page.values.items()]
    said = ["--quote", page.quote, "--who", page.who, "--why", page.why]
    return shlex.join(["samverkan", "correct", "add", paper.key, page.kind, *values, *said])
