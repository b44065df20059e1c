"""The life line of a strategy, an agreement, a plan or a project: each step that documents tell of, in order."""

from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan.vocabulary import OUTCOMES, SAMV
from samverkan_web.entities import EntityPage
from samverkan_web.evidence import Link, Row, Source, evidence, link, maybe
from samverkan_web.site import Site, rows_of
from samverkan_web.wording import lazy_gettext

# The stages that a work comes to, each by the step or the outcome (an IRI) that shows it.
STAGES: Final = (
    (lazy_gettext("On remiss"), SAMV.Referral.value),
    (lazy_gettext("On an agenda"), SAMV.AgendaItem.value),
    (lazy_gettext("Endorsed"), OUTCOMES["endorsed"].value),
    (lazy_gettext("Adopted"), OUTCOMES["approved"].value),
)


_MOST: Final = 40  # steps on a page; the question has all of them


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its kind and outcome (IRIs), its day, who took it, its words, to whom it went and by when, as told."""

    kind: str
    outcome: str | None
    day: str | None
    body: Link | None
    text: str | None
    to: str | None
    due: str | None
    document: Link
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage in words: whether any document tells that it was reached, and the first day where one is told."""

    words: str
    reached: bool
    day: str | None


@dataclass(frozen=True, slots=True)
class WorkMore:
    """What the template of a work is given beside the page: the latest of `taken` steps."""

    steps: tuple[Step, ...] = ()
    stages: tuple[Stage, ...] = ()
    taken: int = 0


def more(site: Site, page: EntityPage, language: str) -> WorkMore:
    """The life line of a work, as the question `steps-of-work` tells it."""
    if page.part:
        return WorkMore()
    rows = rows_of(queries.run(site.store, "steps-of-work", {"work": page.head.iri, "language": language}))
    found = evidence(site, (row["fact"] for row in rows[-_MOST:]))
    steps = tuple(_step(row, found.get(row["fact"], ())) for row in rows)
    return WorkMore(steps[-_MOST:], stages(steps) if steps else (), len(steps))


def _step(row: Row, sources: tuple[Source, ...]) -> Step:
    return Step(
        row["step"], row.get("outcome"), row.get("date"), maybe(row, "body"), row.get("text"), row.get("to") or None,
        row.get("due"), link(row, "document"), sources,
    )  # fmt: skip


def stages(steps: tuple[Step, ...]) -> tuple[Stage, ...]:
    """How far a work has come, by its steps."""
    found = []
    for words, sign in STAGES:
        days = [each.day for each in steps if sign in (each.kind, each.outcome)]
        found.append(Stage(str(words), bool(days), min((day for day in days if day), default=None)))
    return tuple(found)
