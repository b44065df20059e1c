"""Finding things: what the start page tells, and the search."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan.queries import Query
from samverkan_web import statements
from samverkan_web.entities import KINDS
from samverkan_web.paging import Paging, cut
from samverkan_web.site import Site
from samverkan_web.statements import Link, Row, Seat, Source

# Questions for the start page, the most telling first.
ENTRIES: Final = (
    "who-sits-on", "representatives-of-organisation", "people-who-meet-most",
    "drafts-on-remiss", "open-assignments", "who-prepares-for-whom",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page tells: counts by type (the last part of its IRI), an example, questions to begin with."""

    figures: Mapping[str, int]
    example: Seat | None
    questions: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found; `form` is the written form that matched where that is not its name."""

    thing: Link
    kind: str
    form: str | None
    county: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement whose words were found; `kind` is its class."""

    kind: str
    words: str
    meeting: Link | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: one page of hits, how many there are of each kind, and statements with those words."""

    text: str
    kind: str | None
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    paging: Paging
    passages: tuple[Passage, ...]


def start(site: Site) -> Start:
    """What the start page tells."""
    figures = {statements.name_of(row["kind"]): int(row["number"]) for row in site.ask("figures")}
    shipped = queries.catalogue()
    example = next(iter(statements.seats(site.ask("example"))), None)
    return Start(figures, example, tuple(shipped[name] for name in ENTRIES))


def search(site: Site, text: str, kind: str | None, page: int) -> Found:
    """Things whose names contain all words of a text, best first; all things of a kind where the text is empty."""
    words = text.casefold().split()
    longest = max(words, key=len, default="")
    rows = site.ask("search", text=longest, base=site.addresses.base)
    hits = [hit for row in rows if (hit := _hit(site, row, words)) and hit.kind in KINDS]
    counts = Counter(hit.kind for hit in hits)
    chosen = sorted((hit for hit in hits if kind in (None, hit.kind)), key=lambda hit: _rank(hit, text.casefold()))
    shown, paging = cut(chosen, page)
    passages = _passages(site, words, longest) if words and kind is None else ()
    return Found(
        text, kind, shown, {each: counts[each] for each in KINDS if counts[each]}, paging, passages,
    )  # fmt: skip


def _hit(site: Site, row: Row, words: list[str]) -> Hit | None:
    forms = [form for form in row["forms"].split("\n") if form]
    name = row["label"]
    all_forms = " ".join((name, *forms)).casefold()
    if not all(word in all_forms for word in words):
        return None
    matched = next((form for form in forms if words and words[0] not in name.casefold()), None)
    return Hit(Link(row["entity"], name), site.kind(row["entity"]), matched, row.get("county"))


# Authorities are few and well known; among hits that are equally near they come first.
_ORDER: Final = sorted(KINDS, key=lambda kind: kind not in ("municipality", "region"))


def _rank(hit: Hit, text: str) -> tuple[int, int, str]:
    """Whole names first, then names in which the text is a whole word, then by where it stands."""
    name = hit.thing.label.casefold()
    if not text or name == text or (hit.form or "").casefold() == text:
        near = 0
    elif f" {text} " in f" {name} ":
        near = 1
    else:
        near = 2 if name.startswith(text) else 3
    return near, _ORDER.index(hit.kind), name


def _passages(site: Site, words: list[str], longest: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            row["kind"],
            row["words"],
            Link(row["meeting"], row.get("meetingLabel", row["meeting"])) if "meeting" in row else None,
            statements.sources([row]),
        )
        for row in site.ask("passages", text=longest)
        if all(word in row["words"].casefold() for word in words)
    )
