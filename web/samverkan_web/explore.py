"""Finding things: what the start page tells, and the search."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samverkan import overview, queries
from samverkan.queries import Query
from samverkan.store.index import Excerpt, TextIndex, folded
from samverkan_web import statements, wishes
from samverkan_web.entities import KINDS
from samverkan_web.paging import PAGE_SIZE, Paging, cut, nearest
from samverkan_web.site import Site
from samverkan_web.statements import Link, Row, Seat, Source
from samverkan_web.wishes import Wish
from samverkan_web.wording import lazy_gettext

# Questions for the start page, the most telling first.
ENTRIES: Final = (
    "who-sits-on", "representatives-of-organisation", "people-who-meet-most",
    "drafts-on-remiss", "open-assignments", "who-prepares-for-whom",
)  # fmt: skip


MOST_PASSAGES: Final = 30
"""Statements that a search shows, the newest; a question tells of more."""
MOST_TEXTS: Final = 20
"""Documents that a search shows for their texts, the newest."""
# Authorities are few and well known; among hits that are equally near they come first.
ORDER: Final = sorted(KINDS, key=lambda kind: kind not in ("municipality", "region"))
FACETS: Final[Mapping[str, str]] = {
    "county": lazy_gettext("County"),
    "bodykind": lazy_gettext("Kind of body"),
    "theme": lazy_gettext("Theme"),
    "role": lazy_gettext("Role"),
    "party": lazy_gettext("Party"),
    "year": lazy_gettext("Year"),
    "known": lazy_gettext("How it is known"),
}


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page tells: counts by type (the last part of its IRI), an example, questions to begin with."""

    figures: Mapping[str, int]
    example: Seat | None
    questions: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found; `form` is the written form that matched where that is not its name.

    `years` are the first and the last in which it is found, as far as days are stated.
    """

    thing: Link
    kind: str
    form: str | None
    county: str | None
    years: tuple[str, ...] = ()


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
class Choice:
    """A value of a facet: as it stands in addresses, in words, and how many of what was found have it."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What the things found can be told apart by; `choices` holds only the chosen value where there is one."""

    name: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: a page of hits, how many there are of each kind, statements and texts with the words.

    `places` tells of each county how many of all that was found are there, the most first. Of many passages and texts
    they are the newest, and there are more.
    """

    wish: Wish
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    paging: Paging
    passages: tuple[Passage, ...] = ()
    texts: tuple[Text, ...] = ()
    facets: tuple[Facet, ...] = ()
    places: tuple[Choice, ...] = ()
    more_passages: bool = False
    more_texts: bool = False

    @property
    def years(self) -> range:
        """The years that the hits are found in, without a gap."""
        found = [int(year) for hit in self.hits for year in hit.years if year.isdecimal()]
        return range(min(found), max(found) + 1) if found else range(0)


def pieces(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """A text cut into what is by turns beside and of the words that were looked for, whatever their capitals.

    >>> pieces("Planen för vård", ["plan", "vård"])
    ('', 'Plan', 'en för ', 'vård', '')
    """
    return tuple(re.split("(" + "|".join(re.escape(word) for word in words) + ")", text, flags=re.IGNORECASE))


def start(site: Site) -> Start:
    """What the start page tells."""
    figures = {
        statements.name_of(row["kind"]): int(row["number"]) for row in overview.rows(site.store, "pages/figures")
    }
    shipped = queries.catalogue()
    example = next(iter(statements.seats(overview.rows(site.store, "pages/example"))), None)
    return Start(figures, example, tuple(shipped[name] for name in ENTRIES))


def search(site: Site, wish: Wish, page: int, language: str) -> Found:
    """Things whose names contain all words of a text, best first; all things of a kind where the text is empty.

    The index of a snapshot finds them, and texts of documents; a remote store is asked, which takes longer, and knows
    no facets.
    """
    index = site.finder
    return _asked(site, wish, page) if index is None else _indexed(site, index, wish, page, language)


def _indexed(site: Site, index: TextIndex, wish: Wish, page: int, language: str) -> Found:
    base, text, kind = site.addresses.base, wish.text, wish.kind
    chosen = terms_of(site, wish)
    found = index.counts(text, base, chosen)
    counts = {each: found[each] for each in KINDS if each in found}
    paging = nearest(counts.get(kind, 0) if kind else sum(counts.values()), page)
    shown = hits(site, index, wish, (paging.page - 1) * PAGE_SIZE, PAGE_SIZE) if wish.narrows else ()
    sorts = index.facets(text, base, (kind,) if kind else ORDER, chosen)
    facets = tuple(_facet(site, wish, name, sorts.get(name, ()), paging.total, language) for name in FACETS)
    facets = tuple(each for each in facets if each.choices)
    found_in = sorts.get("county", ())
    names = _labels(site, "county", [iri for iri, _ in found_in], language)
    places = tuple(Choice(iri, names[iri], number) for iri, number in found_in)
    if not folded(text) or kind or chosen:
        return Found(wish, shown, counts, paging, facets=facets, places=places)
    facts, excerpts = index.statements(text, MOST_PASSAGES + 1), index.excerpts(text, MOST_TEXTS + 1)
    told, texts = passages(site, text, facts[:MOST_PASSAGES]), _excerpts(site, excerpts[:MOST_TEXTS])
    more = len(facts) > MOST_PASSAGES, len(excerpts) > MOST_TEXTS
    return Found(wish, shown, counts, paging, told, texts, facets, places, *more)


def hits(site: Site, index: TextIndex, wish: Wish, first: int, most: int, among: Sequence[str] = ()) -> tuple[Hit, ...]:
    """Some of the things that are looked for, in their order, of some kinds where no kind is looked for."""
    kinds, words = ((wish.kind,) if wish.kind else among or ORDER), folded(wish.text).split()
    things = index.things(wish.text, site.addresses.base, kinds, first, most, terms_of(site, wish), wish.order)
    return tuple(
        Hit(
            Link(each.iri, each.label), site.kind(each.iri), _other_form(each.label, each.forms, words), each.county,
            each.years,
        )
        for each in things
    )  # fmt: skip


def terms_of(site: Site, wish: Wish) -> Mapping[str, str]:
    """The chosen values as the graph calls them."""
    return {name: wishes.iri(name, value, site.addresses.base) for name, value in wish.chosen.items()}


def _facet(site: Site, wish: Wish, name: str, found: Sequence[tuple[str, int]], total: int, language: str) -> Facet:
    """A facet with the values that would leave something out, or the one that was chosen."""
    chosen = wish.chosen.get(name)
    if chosen is not None:
        found = [(wishes.iri(name, chosen, site.addresses.base), total)]
    elif len(found) == 1 and found[0][1] == total:
        found = ()
    if name == "year":
        found = sorted(found, reverse=True)
    labels = _labels(site, name, [term for term, _ in found], language)
    choices = (Choice(wishes.value(name, term), labels[term], number) for term, number in found)
    return Facet(name, str(FACETS[name]), tuple(choices))


def _labels(site: Site, name: str, terms: Sequence[str], language: str) -> Mapping[str, str]:
    """The values of a facet in words."""
    if name in ("party", "year") or not terms:
        return {term: term for term in terms}
    if name != "county":
        return {term: capitalised(site.word(term, language)) for term in terms}
    index = site.finder
    known = {each.iri: each.label for each in index.beginning(f"{site.addresses.base}county/", 1000)} if index else {}
    return {term: known.get(term, statements.name_of(term)) for term in terms}


def capitalised(words: str) -> str:
    """Words with a capital at their beginning.

    >>> capitalised("vice ordförande")
    'Vice ordförande'
    """
    return words[:1].upper() + words[1:]


def _excerpts(site: Site, found: tuple[Excerpt, ...]) -> tuple[Text, ...]:
    """The documents that were found, with their names."""
    if not found:
        return ()
    names = {row["document"]: row["label"] for row in site.ask("titles", document=[each.document for each in found])}
    return tuple(Text(Link(each.document, names.get(each.document, each.document)), each.pieces) for each in found)


def _asked(site: Site, wish: Wish, page: int) -> Found:
    text, kind = wish.text, wish.kind
    words = text.casefold().split()
    rows = site.ask("search", text=max(words, key=len, default=""), base=site.addresses.base)
    found = [hit for row in rows if (hit := _hit(site, row, words)) and hit.kind in KINDS]
    counts = Counter(hit.kind for hit in found)
    chosen = sorted((hit for hit in found if kind in (None, hit.kind)), key=lambda hit: _rank(hit, text.casefold()))
    shown, paging = cut(chosen, page)
    told = passages(site, text) if words and kind is None else ()
    kinds = {each: counts[each] for each in KINDS if counts[each]}
    return Found(wish, shown, kinds, paging, told[:MOST_PASSAGES], more_passages=len(told) > MOST_PASSAGES)


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


def _rank(hit: Hit, text: str) -> tuple[int, int, str]:
    """Whole names first, then names in which the text is a whole word, then by where it stands."""
    name = hit.thing.label.casefold()
    if not text or name == text or (hit.form or "").casefold() == text:
        near = 0
    elif f" {text} " in f" {name} ":
        near = 1
    else:
        near = 2 if name.startswith(text) else 3
    return near, ORDER.index(hit.kind), name


def passages(site: Site, text: str, facts: Sequence[str] | None = None) -> tuple[Passage, ...]:
    """Statements with all words of a text: of those given, or of all for None."""
    words = folded(text).split()
    rows = site.ask("passages", text=max(words, key=len), fact=facts or ()) if facts is None or facts else ()
    return tuple(
        Passage(
            row["kind"],
            pieces(row["words"], words),
            Link(row["meeting"], row.get("meetingLabel", row["meeting"])) if "meeting" in row else None,
            statements.sources([row]),
        )
        for row in rows
        if all(word in folded(row["words"]) for word in words)
    )
