"""Finding things by their names and facets: arithmetic on the sets of the index."""

# ruff: noqa: S608  names of tables and columns come from here, values are bound

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Final, TypeAlias

from samverkan.store import facets
from samverkan.store.marks import WORD, Ask, set_of
from samverkan.store.ordered import Ordered, listed, united

FOLDER: Final = "folder"  # the mark of a thing: its IRI up to the last slash
HOME: Final = "home"  # and its county
ORDERS: Final = ("name", "kind", "county", "year")
"""What things can be ordered by."""
_TEXTS: Final = 16  # whose things are remembered: a page counts them, sorts them out and tells some
_ABOVE: Final = "\U0010ffff"

Chosen: TypeAlias = Mapping[str, str]
"""What things must have: by facet of `facets.NAMES` a value."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a name: its other written forms, the name of its county.

    `years` are the first and the last in which it is found, none where no day is stated.
    """

    iri: str
    label: str
    forms: tuple[str, ...]
    county: str | None
    years: tuple[str, ...] = ()


def place(text: str) -> str:
    """What a text in small letters is ordered by: in Swedish å stands before ä, in Unicode behind it.

    >>> sorted(["öl", "ål", "äl"], key=place)
    ['ål', 'äl', 'öl']
    """
    return text.replace("å", "ã")


class Things(Ordered):
    """The things of an index."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask, "thing")
        self._words = lru_cache(_TEXTS)(self.marks.words)
        self._facets: dict[str, Mapping[str, int]] = {}
        self._kinds: dict[str, Mapping[str, int]] = {}

    def counts(self, text: str, base: str, chosen: Chosen = MappingProxyType({})) -> Mapping[str, int]:
        """How many things below `base` have all words of a text in small letters in their names, by kind."""
        found = self._found(text, chosen)
        numbered = ((kind, (of_kind & found).bit_count()) for kind, of_kind in self._of_kinds(base).items())
        return {kind: number for kind, number in numbered if number}

    def facets(
        self, text: str, base: str, kinds: Sequence[str], chosen: Chosen = MappingProxyType({})
    ) -> Mapping[str, Sequence[tuple[str, int]]]:
        """By facet its values, and how many of the things that `things` finds have each; the most frequent first."""
        found = self._found(text, chosen) & united(self._of(base, kinds))
        told = {}
        for name in facets.NAMES:
            counted = ((value, (found & having).bit_count()) for value, having in self._facet(name).items())
            some = [(value, number) for value, number in counted if number]
            if some:
                told[name] = sorted(some, key=lambda each: (-each[1], each[0]))
        return told

    def things(
        self, text: str, base: str, kinds: Sequence[str], first: int, most: int, chosen: Chosen, order: str
    ) -> tuple[Thing, ...]:
        """Some of the things below `base` that have all words of a text in small letters, and what is chosen."""
        found = self._found(text, chosen)
        column, backwards = order.removeprefix("-"), order.startswith("-")
        of_kinds = self._of(base, kinds)
        if column == "name":
            ids = self.some(found & united(of_kinds), first, most, backwards=backwards)
        else:
            groups = self._groups(column, of_kinds)
            groups = [*groups[-2::-1], groups[-1]] if backwards else groups  # the last have nothing to go by
            parts = (
                found & group & near & of_kind for group in groups for near in self._by_nearness(text, found & group)
                for of_kind in of_kinds
            )  # fmt: skip
            ids = self._in_turn(parts, first, most)
        return tuple(
            Thing(iri, label, tuple(forms.split("\n")) if forms else (), county, (since, until) if since else ())
            for iri, label, forms, county, since, until in self.ask(_THINGS, listed(ids))
        )

    def marked(self, name: str, iris: Iterable[str]) -> frozenset[str]:
        """Of some things the IRIs of those that have a mark."""
        having = united(self._facet(name).values())
        rows = self.ask(_NUMBERS, {"iris": json.dumps([*iris])})
        return frozenset(iri for iri, number in rows if having >> number & 1)

    def nearest(self, text: str, most: int) -> tuple[str, ...]:
        """The IRIs of the things that have a text as it stands in a name or another form, the nearest first.

        Whole ones come before those that begin with it, then those with a word that does, then all others; among equals
        they go by name.
        """
        found, whole = self.marks.as_it_stands(text), self._whole(text)
        begin = self._begins(text) | self._forms("plain >= :text AND plain < :above", text)
        left = found & ~whole & ~begin
        ids = self._in_turn((found & whole, found & begin & ~whole), 0, most)
        if " " in text:
            ids += islice(self.with_text(left, f" {text}"), most - len(ids))
            ids += islice(self.with_text(left & ~set_of(ids), text), most - len(ids))
        else:
            inner = self.marks.beginning(WORD, text)
            ids += self._in_turn((left & inner, left & ~inner), 0, most - len(ids))
        return tuple(iri for (iri,) in self.ask(_IRIS, listed(ids)))

    def _in_turn(self, parts: Iterable[int], first: int, most: int) -> list[int]:
        """Some of the rows of several sets, one set after the other."""
        ids: list[int] = []
        for part in parts:
            number = part.bit_count()
            if number > first:
                ids += self.some(part, first, most - len(ids))
            first = max(0, first - number)
            if len(ids) == most:
                break
        return ids

    def _found(self, text: str, chosen: Chosen) -> int:
        found = self._words(text)
        for name, value in chosen.items():
            found &= self._facet(name).get(value, 0)
        return found

    def _by_nearness(self, text: str, among: int) -> Iterator[int]:
        """The whole names, then those that have the text as whole words, then those that begin with it, then others."""
        if not text or not among:
            yield -1
            return
        left = -1
        for near in (self._whole, self._with_words, self._begins):
            having = near(text)
            yield left & having
            left &= ~having
        yield left

    def _whole(self, text: str) -> int:
        """The things of which a text is the whole name or another form."""
        named = self.ask("SELECT id FROM thing WHERE place = :place", {"place": place(text)})
        return set_of(number for (number,) in named) | self._forms("plain = :text", text)

    def _with_words(self, text: str) -> int:
        found = -1
        for word in text.split():
            found &= self.marks.having(WORD, word)
        return found

    def _begins(self, text: str) -> int:
        """The things whose name begins with a text: one after the other, but for those that were added."""
        given = {"text": place(text), "above": place(text) + _ABOVE, "last": self.last}
        ((first,),), ((last,),) = self.ask(_FIRST, given) or [(0,)], self.ask(_LAST, given) or [(-1,)]
        between = (1 << last + 1) - (1 << first) if first <= last else 0
        return between | set_of(number for (number,) in self.ask(_BEGINNING, given))

    def _forms(self, which: str, text: str) -> int:
        """The things that have another form that is so."""
        rows = self.ask(f"SELECT thing FROM form WHERE {which}", {"text": text, "above": text + _ABOVE})
        return set_of(number for (number,) in rows)

    def _groups(self, column: str, of_kinds: Sequence[int]) -> list[int]:
        """Sets of things by what a column says, in its order; the last are those of which it says nothing."""
        match column:
            case "kind":
                found = [*of_kinds]
            case "county":
                counties = self._facet(HOME)
                found = [counties[iri] for (iri,) in self.ask(_IN_ORDER, {"iris": json.dumps([*counties])})]
            case "year":
                found = _last(having for _, having in sorted(self._facet("year").items(), reverse=True))
            case _:
                found = []
        return [*found, ~united(found)]

    def _facet(self, name: str) -> Mapping[str, int]:
        if name not in self._facets:
            self._facets[name] = self.marks.values(name)
        return self._facets[name]

    def _of(self, base: str, kinds: Sequence[str]) -> list[int]:
        found = self._of_kinds(base)
        return [found.get(kind, 0) for kind in kinds]

    def _of_kinds(self, base: str) -> Mapping[str, int]:
        """The things of each kind: what stands first in their path below the base."""
        if base not in self._kinds:
            found: dict[str, int] = {}
            for folder, inside in self.marks.values(FOLDER, base).items():
                kind = folder[len(base) :].partition("/")[0]
                found[kind] = found.get(kind, 0) | inside
            self._kinds[base] = found
        return self._kinds[base]


# What goes by their order asks for a thing at a place, whatever stands there; those that were added stand elsewhere.
_FIRST: Final = """
SELECT id FROM thing WHERE place >= :text AND place < :above AND id <= :last ORDER BY place, iri LIMIT 1
"""
_LAST: Final = """
SELECT id FROM thing WHERE place >= :text AND place < :above AND id <= :last ORDER BY place DESC, iri DESC LIMIT 1
"""
_BEGINNING: Final = "SELECT id FROM thing NOT INDEXED WHERE id > :last AND place >= :text AND place < :above"
_IRIS: Final = """
SELECT iri FROM json_each(:ids) AS wanted CROSS JOIN thing ON thing.id = wanted.value ORDER BY wanted.key
"""
_NUMBERS: Final = """
SELECT thing.iri, thing.id FROM json_each(:iris) AS wanted CROSS JOIN thing ON thing.iri = wanted.value
"""
_IN_ORDER: Final = """
SELECT iri FROM json_each(:iris) AS wanted CROSS JOIN thing ON thing.iri = wanted.value ORDER BY place, iri
"""
_THINGS: Final = """
SELECT thing.iri, thing.label, thing.forms, home.label, span.first, span.last
FROM json_each(:ids) AS wanted CROSS JOIN thing ON thing.id = wanted.value
LEFT JOIN thing AS home ON home.iri = thing.county LEFT JOIN span ON span.thing = thing.id
ORDER BY wanted.key
"""


def _last(years: Iterable[int]) -> list[int]:
    """By year, from the last to the first, those that are found in it and no later; from the first to the last."""
    found, left = [], -1
    for having in years:
        found.append(having & left)
        left &= ~having
    return found[::-1]
