"""Municipalities and regions in all the ways that Swedish texts write them, and the one name that each has."""

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from samverkan.register import Register

PlaceKind = Literal["municipality", "region"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 5  # words in the longest form


class Place(NamedTuple):
    """A municipality or region in the text from `start` up to `end`; `name` is its canonical name.

    `sure` is False where the word alone may mean something else (`Mark`, `Lund`, a town rather than its municipality).
    """

    start: int
    end: int
    name: str
    kind: PlaceKind
    sure: bool


class Places:
    """The municipalities and regions of a register, found in text by their words."""

    def __init__(self, register: Register) -> None:
        self._forms: dict[str, tuple[str, PlaceKind, bool]] = {}
        self._first: set[str] = set()
        self.may_begin = lru_cache(maxsize=1 << 14)(self._may_begin)
        for municipality in register.municipalities:
            for form, sure in _municipality_forms(municipality.name, (municipality.official_name, *municipality.forms)):
                self._add(form, municipality.name, "municipality", sure)
        for region in register.regions:
            for form in _region_forms(region.name, region.forms):
                self._add(form, region.name, "region", True)

    def _add(self, form: str, name: str, kind: PlaceKind, sure: bool) -> None:
        key = " ".join(form.casefold().split())
        if key not in self._forms or kind == "region":
            self._forms[key] = (name, kind, sure)
            self._first.add(_WORD.findall(key)[0] if _WORD.search(key) else key)

    @property
    def first_words(self) -> Set[str]:
        """The words, in small letters, that the name of a place may begin with."""
        return self._first

    def _may_begin(self, word: str) -> bool:
        """Whether the name of a place may begin with a word."""
        found = _WORD.search(word.casefold())
        return found is not None and found[0] in self._first

    def of(self, text: str) -> Place | None:
        """The place that a whole text names: `Göteborgs stad`, `Kungsbacka kommun`, `GBG`, `Region Skåne`.

        A name in the genitive alone (`Malmös`) counts too.
        """
        found = self._forms.get(_plain(text))
        return None if found is None else Place(0, len(text), *found)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Place]:
        """The places in a part of a text, in order, the longest form first; only those written with a capital."""
        limit = len(text) if end is None else end
        words = list(_WORD.finditer(text, start, limit))
        at = 0
        while at < len(words):
            if not words[at][0][0].isupper() or words[at][0].casefold() not in self._first:
                at += 1
                continue
            last = min(at + _LONGEST, len(words))
            for stop in range(last, at, -1):
                span = text[words[at].start() : words[stop - 1].end()]
                found = self._forms.get(" ".join(span.casefold().split()))
                if found is not None:
                    yield Place(words[at].start(), words[stop - 1].end(), *found)
                    at = stop - 1
                    break
            at += 1


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> str:
    """A form as the table holds it: small letters, single spaces, without the marks around it."""
    return " ".join(text.strip(" .,;:()").casefold().split())


@cache
def places(register: Register) -> Places:
    """The places of a register; made once."""
    return Places(register)


def _genitive(name: str) -> str:
    return name if name.endswith(("s", "x", "z")) else name + "s"


def _municipality_forms(name: str, forms: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """The forms of a municipality's name, and whether the form can be nothing else."""
    for stem in (name, _genitive(name)):
        yield stem, False
        for noun in ("kommun", "kommuns", "stad", "stads", "kommunstyrelse"):
            if noun != "kommunstyrelse":
                yield f"{stem} {noun}", True
    for form in forms:
        if not form.startswith("Region "):  # one municipality is also a region; the region's own row has that form
            yield form, True
            yield _genitive(form), True


def _region_forms(name: str, forms: tuple[str, ...]) -> Iterator[str]:
    """The forms of a region's name; also without its `län`, and as `Region X` where its name is another."""
    short = name.removesuffix(" län")
    turned = re.sub(
        r"\A(\w+ \w+)sregionen\Z|\A(\w+ \w+)regionen\Z", lambda match: f"Region {match[1] or match[2]}", name
    )
    for form in (name, short, turned, short.replace(" Härjedalen", "-Härjedalen"), *forms):
        yield form
        yield _genitive(form)
