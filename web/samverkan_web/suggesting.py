"""What the search box proposes while somebody types: names first, then points, decisions and tasks with the words."""

from dataclasses import dataclass
from typing import Final

from samverkan.store.index import folded
from samverkan_web import explore, kinds
from samverkan_web.explore import Hit, Passage
from samverkan_web.frame import address
from samverkan_web.site import Site
from samverkan_web.standings import OTHER, standing
from samverkan_web.wishes import Wish

MOST: Final = 8  # names that are proposed
MOST_STATEMENTS: Final = 3
TIED: Final = tuple(kind for kind in explore.ORDER if kind not in ("meeting", "document"))
_LEAST: Final = 3  # letters from which on words of statements are looked for
_MOST_LETTERS: Final = 200  # of a text that somebody is typing
_LONGEST: Final = 90  # letters of a statement that are shown


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing to go to: its name, its kind in words, what tells it from others of the name, and its IRI."""

    label: str
    kind: str
    hint: str
    iri: str


def suggest(site: Site, text: str, language: str, only_ties: bool = False) -> tuple[Suggestion, ...]:
    """What a text that somebody is typing may mean, the nearest first; nothing for an empty text.

    Statements lead to the meeting where they were made, or to their document. With `only_ties` only names of what ties
    lead to: no statements, meetings and documents. People who hold no office are not proposed, only found.
    """
    index = site.finder
    if not folded(text):
        return ()
    if index is None:
        first = explore.search(site, Wish(text), 1, language).hits[: 2 * MOST]
        return tuple(_named(hit) for hit in first if hit.kind != "person" or standing(site, hit.thing.iri) != OTHER)[
            :MOST
        ]
    among = TIED if only_ties else explore.ORDER
    found = explore.hits(site, index, Wish(text), 0, 2 * MOST, among)
    acting = index.in_office(hit.thing.iri for hit in found)  # others are only found by whoever asks for them
    names = tuple(_named(hit) for hit in found if hit.kind != "person" or hit.thing.iri in acting)[:MOST]
    if only_ties:
        return names
    facts = index.statements(text, MOST_STATEMENTS) if len(text) >= _LEAST else ()
    return (*names, *(_said(site, each, language) for each in explore.passages(site, text, facts)))


def _named(hit: Hit) -> Suggestion:
    return Suggestion(hit.thing.label, kinds.word(hit.kind), hit.form or hit.county or "", hit.thing.iri)


def _said(site: Site, passage: Passage, language: str) -> Suggestion:
    words = " ".join("".join(passage.pieces).split())
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    where = passage.meeting or passage.sources[0].document
    return Suggestion(short, explore.capitalised(site.word(passage.kind, language)), where.label, where.iri)


def told(site: Site, text: str, language: str, only_ties: bool = False) -> dict[str, list[dict[str, str]]]:
    """The suggestions for the script of the search box, each with the address of its page."""
    found = suggest(site, text.strip()[:_MOST_LETTERS], language, only_ties)
    return {
        "suggestions": [
            {"label": each.label, "kind": each.kind, "hint": each.hint, "address": address(each.iri) or ""}
            for each in found
        ]
    }
