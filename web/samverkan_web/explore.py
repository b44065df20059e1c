"""Finding things: what the start page tells, and the search."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan import queries
from samverkan.queries import Query
from samverkan.store.index import Excerpt, TextIndex, folded
from samverkan_web import statements
from samverkan_web.entities import KINDS
from samverkan_web.paging import PAGE_SIZE, Paging, cut, nearest
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
    """A statement whose words were found; `kind` is its class, `pieces` its words as those of a `Text`."""

    kind: str
    pieces: tuple[str, ...]
    meeting: Link | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document whose text has the words, and a piece of it: texts by turns beside and of what was found."""

    document: Link
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: a page of hits, how many there are of each kind, statements and texts with the words."""

    text: str
    kind: str | None
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    paging: Paging
    passages: tuple[Passage, ...]
    texts: tuple[Text, ...]


def pieces(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """A text cut into what is by turns beside and of the words that were looked for, whatever their capitals.

    >>> pieces("Planen för vård", ["plan", "vård"])
    ('', 'Plan', 'en för ', 'vård', '')
    """
    return tuple(re.split("(" + "|".join(re.escape(word) for word in words) + ")", text, flags=re.IGNORECASE))


def start(site: Site) -> Start:
    """What the start page tells."""
    figures = {statements.name_of(row["kind"]): int(row["number"]) for row in site.ask("figures")}
    shipped = queries.catalogue()
    example = next(iter(statements.seats(site.ask("example"))), None)
    return Start(figures, example, tuple(shipped[name] for name in ENTRIES))


def search(site: Site, text: str, kind: str | None, page: int) -> Found:
    """Things whose names contain all words of a text, best first; all things of a kind where the text is empty.

    The index of a snapshot finds them, and texts of documents; a remote store is asked, which takes longer.
    """
    index = site.index
    return _asked(site, text, kind, page) if index is None else _indexed(site, index, text, kind, page)


def _indexed(site: Site, index: TextIndex, text: str, kind: str | None, page: int) -> Found:
    base, words = site.addresses.base, folded(text).split()
    found = index.counts(text, base)
    counts = {each: found[each] for each in KINDS if each in found}
    paging = nearest(counts.get(kind, 0) if kind else sum(counts.values()), page)
    kinds, first = ((kind,) if kind else _ORDER), (paging.page - 1) * PAGE_SIZE
    things = index.things(text, base, kinds, first, PAGE_SIZE) if words or kind else ()
    hits = tuple(
        Hit(Link(each.iri, each.label), site.kind(each.iri), _other_form(each.label, each.forms, words), each.county)
        for each in things
    )
    if not words or kind is not None:
        return Found(text, kind, hits, counts, paging, (), ())
    facts = index.statements(text)
    passages = _passages(site, words, max(words, key=len), facts) if facts else ()
    return Found(text, kind, hits, counts, paging, passages, _excerpts(site, index.excerpts(text)))


def _excerpts(site: Site, found: tuple[Excerpt, ...]) -> tuple[Text, ...]:
    """The documents that were found, with their names."""
    if not found:
        return ()
    names = {row["document"]: row["label"] for row in site.ask("titles", document=[each.document for each in found])}
    return tuple(Text(Link(each.document, names.get(each.document, each.document)), each.pieces) for each in found)


def _asked(site: Site, text: str, kind: str | None, page: int) -> Found:
    words = text.casefold().split()
    longest = max(words, key=len, default="")
    rows = site.ask("search", text=longest, base=site.addresses.base)
    hits = [hit for row in rows if (hit := _hit(site, row, words)) and hit.kind in KINDS]
    counts = Counter(hit.kind for hit in hits)
    chosen = sorted((hit for hit in hits if kind in (None, hit.kind)), key=lambda hit: _rank(hit, text.casefold()))
    shown, paging = cut(chosen, page)
    passages = _passages(site, words, longest) if words and kind is None else ()
    return Found(
        text, kind, shown, {each: counts[each] for each in KINDS if counts[each]}, paging, passages, (),
    )  # fmt: skip


def _hit(site: Site, row: Row, words: list[str]) -> Hit | None:
    forms = [form for form in row["forms"].split("\n") if form]
    name = row["label"]
    all_forms = " ".join((name, *forms)).casefold()
    if not all(word in all_forms for word in words):
        return None
    form = _other_form(name, forms, words)
    return Hit(Link(row["entity"], name), site.kind(row["entity"]), form, row.get("county"))


def _other_form(name: str, forms: Sequence[str], words: Sequence[str]) -> str | None:
    """The written form that was found where the name does not have the first word."""
    if not words or words[0] in name.casefold():
        return None
    return next((form for form in forms if words[0] in form.casefold()), next(iter(forms), None))


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


def _passages(site: Site, words: list[str], longest: str, facts: Sequence[str] = ()) -> tuple[Passage, ...]:
    """Statements with all words: of those given, or of all."""
    return tuple(
        Passage(
            row["kind"],
            pieces(row["words"], words),
            Link(row["meeting"], row.get("meetingLabel", row["meeting"])) if "meeting" in row else None,
            statements.sources([row]),
        )
        for row in site.ask("passages", text=longest, fact=facts)
        if all(word in row["words"].casefold() for word in words)
    )
