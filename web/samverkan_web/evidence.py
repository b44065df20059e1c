"""Why a statement stands: the passage that says it, how that was read, and who corrected or confirmed it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from samverkan_web.wording import lazy_gettext

Row = Mapping[str, str]  # the bound variables of one row of an answer, as text


class Asked(Protocol):
    """Who answers the queries of the pages."""

    def ask(self, name: str, entity: str | None = None, **arguments: str | Sequence[str]) -> list[Row]:
        """The rows of the query `pages/<name>`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A thing that has a page: its IRI and its name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """What somebody did about a statement: an act (an IRI), who, why, and the moment (ISO 8601)."""

    act: str
    who: str
    why: str
    moment: str


@dataclass(frozen=True, slots=True)
class Source:
    """Why a statement stands: the passage, its document (of a kind, about a day), the rule, how sure it is (0 to 1).

    `known` is the IRI of how it is known: read, corrected or confirmed; the amendments say by whom, oldest first.
    """

    document: Link
    kind: str | None
    day: str | None
    quote: str | None
    first: int | None
    last: int | None
    rule: str | None
    confidence: float | None
    fact: str
    known: str | None = None
    amendments: tuple[Amendment, ...] = ()


_SURE: Final = (
    (0.9, lazy_gettext("high")),
    (0.8, lazy_gettext("fairly high")),
    (0.0, lazy_gettext("low, look at the passage yourself")),
)


def sureness(confidence: float) -> str:
    """A confidence, 0 to 1, in words."""
    return str(next(words for least, words in _SURE if confidence >= least))


def sources(group: Sequence[Row]) -> tuple[Source, ...]:
    """The sources of a statement: one for each fact among its rows, in their order."""
    facts: dict[str, list[Row]] = {}
    for row in group:
        facts.setdefault(row["fact"], []).append(row)
    return tuple(_source(rows) for rows in facts.values())


def evidence(site: Asked, facts: Iterable[str]) -> dict[str, tuple[Source, ...]]:
    """The sources of some statements, by their IRIs: one for each document that tells of it."""
    asked = sorted(dict.fromkeys(facts))
    by_fact: dict[str, dict[str, list[Row]]] = {}
    for row in site.ask("evidence", fact=asked) if asked else ():
        by_fact.setdefault(row["fact"], {}).setdefault(row["document"], []).append(row)
    return {fact: tuple(map(_source, documents.values())) for fact, documents in by_fact.items()}


def _source(rows: Sequence[Row]) -> Source:
    row = rows[0]
    return Source(
        document=link(row, "document"),
        kind=row.get("documentKind"),
        day=row.get("documentDate"),
        quote=row.get("quote"),
        first=int(row["first"]) if "first" in row else None,
        last=int(row["last"]) if "last" in row else None,
        rule=row.get("rule"),
        confidence=float(row["confidence"]) if "confidence" in row else None,
        fact=row["fact"],
        known=row.get("known"),
        amendments=_amendments(rows),
    )


def _amendments(rows: Sequence[Row]) -> tuple[Amendment, ...]:
    found = {
        row["correction"]: Amendment(
            row.get("act", ""),
            link(row, "who").label if "who" in row else "",
            row.get("why", ""),
            row.get("moment", ""),
        )
        for row in rows
        if "correction" in row
    }
    return tuple(sorted(found.values(), key=lambda each: each.moment))


def name_of(iri: str) -> str:
    """What to call a thing that has no name: the last part of its IRI."""
    return iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2] or iri


def link(row: Row, name: str) -> Link:
    """The thing in a column, by its label in the column beside."""
    return Link(row[name], row.get(f"{name}Label") or name_of(row[name]))


def maybe(row: Row, name: str) -> Link | None:
    """The thing in a column, None where that is unbound."""
    return link(row, name) if name in row else None
