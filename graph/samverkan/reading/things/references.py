"""Who and what a sentence can speak of: the named things, the meeting's own body in all its words, the municipalities
together."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from samverkan.facts import MentionKind
from samverkan.reading.context import Context
from samverkan.reading.things.gather import Things
from samverkan.reading.things.heads import Head, head_of
from samverkan.reading.things.joining import lemma
from samverkan.reading.things.owners import heading_region, only_region, own_organisation, titled_body
from samverkan.reading.things.remembered import Remembered
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.words import NUMERALS, is_adjective

ReferenceKind = MentionKind | Literal["own body", "collective"]
_HEADINGS = 12  # bodies looked at for the heading of a section
_REPLACING = table("ersätter ersatte ersätta efter tidigare gamla förra")
_BEFORE = defaultdict(lambda: 6, body=24)  # things of a kind that are looked at
_BACK = 3  # sentences
_NEAR = 60  # words between a heading and what is said under it
_WORKS = frozenset(("strategy", "plan", "agreement", "project"))
_MUNICIPALITIES = table(
    "kommunerna kommunernas medlemskommunerna medlemskommunernas delregionerna delregionernas huvudmännen"
)
_PLURALS = table("kommuner kommuners")
_REGIONS = table("regionerna regionernas landstingen landstingens")
_UNDERTAKING = table("insatsen satsningen piloten initiativet kampanjen")
_STATE = table("staten statens regeringen regeringens")
_EACH = table("varje respektive vardera var")
_ONE = table("kommun medlemskommun ägarkommun region")
_OWN_WORDS = {"gruppen": "grupp", "organet": "organ", "forumet": "forum", "nätverket": "nätverk", "rådet": "råd"}
_GROUPS = (
    "grupperna", "nämnderna", "nätverken", "beredningarna", "utskotten", "styrelserna", "råden", "områdena", "samråden",
)  # fmt: skip
_SCHOOLS = {"högskolan": "högskol", "universitetet": "universitet", "länsstyrelsen": "länsstyrelse"}
_SORTS = table("styr lednings arbets berednings referens projekt")
_UNNAMED = table("styrelsen styrelsens direktionen direktionens")
_REGION = table("regionen regionens landstinget landstingets")
_PERSONAL = table("Hon Han")
_OWN_SMALL = table(
    """förbundet förbundets kommunalförbundet kommunalförbundets regionförbundet regionförbundets kommunförbundet
    kommunförbundets samordningsförbundet samordningsförbundets samarbetet samarbetets"""
)


class Reference(NamedTuple):
    """Somebody or something spoken of at the words `first` up to `last`; `owner` where the word stands in the
    genitive."""

    first: int
    last: int
    name: str
    kind: ReferenceKind
    owner: bool = False


class References:
    """The references of a document, in order, found by the sentence."""

    def __init__(self, context: Context, things: Things) -> None:
        self.own = (context.body.name or "").strip() or titled_body(context, things)
        self.organisation = own_organisation(context, things)
        self.of_one_body = context.document.kind == "minutes"
        self.region = only_region(context, things)
        self.headed = heading_region(context, things)
        self.tokens = things.tokens
        found: list[Reference] = []
        self._works: dict[str, list[Thing]] = defaultdict(list)
        for thing in things.things:
            if thing.kind in _WORKS or thing.kind in ("body", "organisation"):
                self._works[thing.kind].append(thing)
        self._people = [thing for thing in things.things if thing.kind == "person"]
        taken = bytearray(len(self.tokens.words))
        self._own_names = {self.own}
        for thing in things.things:
            own = thing.kind == "body" and (things.is_own(thing.name) or thing.name == self.own)
            if own:
                self._own_names.add(thing.name)
            name = self.own if own and self.own is not None else thing.name
            owner = self.tokens.words[thing.last - 1].lower().endswith("s") and not thing.name.lower().endswith("s")
            reference = Reference(thing.first, thing.last, name, "own body" if own else thing.kind, owner)
            found.append(reference)
            taken[thing.first : thing.last] = b"\x01" * (thing.last - thing.first)
        municipalities = {thing.last - 1 for thing in things.things if thing.kind == "municipality"}
        municipalities |= {thing.last - 2 for thing in things.things if thing.kind == "municipality"}
        found += self._organisation_by_name(taken)
        found += self._others(taken, municipalities)
        self._all = sorted(found, key=lambda each: each.first)
        self._firsts = [each.first for each in self._all]

    def _organisation_by_name(self, taken: bytearray) -> Iterator[Reference]:
        """The own organisation where its name stands that nothing else in the text tells: `Norrvatten`."""
        name = tuple((self.organisation or "").split())
        for index in self.tokens.where({name[0], f"{name[0]}s"}) if name else ():
            last = index + len(name)
            said = self.tokens.words[index:last]
            owner = said[-1:] == (f"{name[-1]}s",)
            if (owner or said == name) and said[:-1] == name[:-1] and not any(taken[index:last]):
                taken[index:last] = b"\x01" * len(name)
                yield Reference(index, last, self.organisation or "", "organisation", owner)

    def _others(self, taken: bytearray, municipalities: set[int]) -> Iterator[Reference]:
        """The own body by its noun, the own organisation, and the municipalities as one party."""
        noun = lemma(self.own) if self.own else None
        words = self.tokens.words
        spoken = _kinds(noun, self.organisation is not None)
        kinds = {word: kind for word in self.tokens.vocabulary if (kind := spoken[word])}
        plurals: dict[str, str] = {}  # what `grupperna` means once `de strategiska grupperna` stood
        for index in self.tokens.where(kinds):
            word, kind = words[index], kinds[words[index]]
            if (
                taken[index]
                and kind not in ("all", "plural", "state")
                and not (kind == "organisation" and word.islower())
            ):
                continue
            if kind == "own" and self.own is not None:
                other = self._another(index) if word.lower() in _OWN_WORDS else None
                if other is not None:
                    yield Reference(index, index + 1, other, "body")
                    continue
                yield Reference(index, index + 1, self.own, "own body", word[-1] == "s")
            elif kind == "organisation" and self.organisation is not None:
                yield Reference(index, index + 1, self.organisation, "organisation", word[-1] == "s")
            elif kind == "groups":
                first = (
                    index - 1 if index and not self.tokens.breaks[index] and is_adjective(words[index - 1]) else index
                )
                if first < index or word.lower() not in _GROUPS:
                    plurals[word.lower()] = self.tokens.name(first, index + 1).lower()
                if word.lower() in plurals:
                    yield Reference(first, index + 1, plurals[word.lower()], "body")
            elif kind == "all":
                yield Reference(index, index + 1, "kommunerna", "collective", word[-1] == "s")
            elif kind == "he":
                yield from self._he_or_she(index)
            elif kind == "regions":
                yield Reference(index, index + 1, "regionerna", "collective", word[-1] == "s")
            elif kind == "state":
                yield Reference(index, index + 1, low_owner(word), "collective", word[-1] == "s")
            elif kind == "one" and index and words[index - 1].lower() in _EACH and not self.tokens.breaks[index]:
                name = "regionerna" if word == "region" else "kommunerna"
                yield Reference(index - 1, index + 1, name, "collective")
            elif kind == "plural":
                named = word[0].isupper() and bool(taken[index])  # Norrbottens Kommuner, an organisation
                if index - 1 not in municipalities and not named:  # not Ales och Lerums kommuner
                    yield from self._of_county(index)
            elif kind in _WORKS or kind == "body":
                yield from self._named_before(index, kind)
            elif kind == "school":
                yield from self._school(index)
            elif kind == "region" and self.region is not None:
                yield Reference(index, index + 1, self.region, "region", word[-1] == "s")

    def _he_or_she(self, index: int) -> Iterator[Reference]:
        """Whom `Hon`, `Han` at the start of a sentence means: the person last named before."""
        at = bisect_left(self._people, index, key=lambda thing: thing.first)
        if at and index - self._people[at - 1].last < _NEAR:
            yield Reference(index, index + 1, self._people[at - 1].name, "person")

    def _another(self, index: int) -> str | None:
        """Another body than the own that the sentence just before opens with, on the same noun, and that `Nätverket`
        then means."""
        tokens = self.tokens
        first = tokens.segment_start(index)
        if not self.of_one_body and (headed := self._headed(index)) is not None:
            return headed
        if index != first or not first or "\n\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]:
            return None
        since = tokens.segment_start(first - 1)
        noun = _OWN_WORDS[tokens.words[index].lower()]
        works = self._works["body"]
        at = bisect_left(works, since, key=lambda thing: thing.first)
        said = [
            each.name for each in works[at : at + 2] if each.first <= since + 2 and each.name not in self._own_names
        ]
        return next((name for name in said if (lemma(name) or "").endswith(noun)), None)

    def _headed(self, index: int) -> str | None:
        """The body in whose section of a page `Gruppen` stands, on the same noun; None in the own body's."""
        works = self._works["body"]
        at = bisect_left(works, index, key=lambda thing: thing.first)
        for each in reversed(works[max(0, at - _HEADINGS) : at]):
            alone = self.tokens.breaks[each.first] == 2 and self.tokens.segment_end(each.first) == each.last
            if alone:
                noun = _OWN_WORDS[self.tokens.words[index].lower()]
                near = index - each.first < _NEAR and each.name != self.own
                return each.name if near and (lemma(each.name) or "").endswith(noun) else None
        return None

    def _named_before(self, index: int, kind: str) -> Iterator[Reference]:
        """What `avtalet`, `strategin` means: the last one named before, of the same noun if there is one."""
        works = self._works[kind]
        at = bisect_left(works, index, key=lambda thing: thing.first)
        head = head_of(self.tokens.words[index])
        near = [
            each
            for each in works[max(0, at - _BEFORE[kind]) : at]
            if head and (lemma(each.name) or "").endswith(noun(head))
        ]
        current = [each for each in near if self.tokens.words[each.first - 1] not in _REPLACING]  # not `ersätter X`
        near = current or near
        found = (self._goes_on(index, near) or near[-1]) if near else works[at - 1] if at and kind != "body" else None
        word = self.tokens.words[index].lower()
        if found is not None:
            yield Reference(index, index + 1, found.name, found.kind, found.kind == "body" and word[-1] == "s")
        elif word in _OWN_WORDS and self.own is not None and not lemma(self.own):
            yield Reference(index, index + 1, self.own, "own body")  # a name without a noun: `Forumet` speaks of it
        elif word in _UNNAMED or (
            kind == "body" and head is not None and head.prefix in _SORTS
        ):  # the board that a committee of it speaks of
            yield Reference(index, index + 1, word.removesuffix("s"), "body", word[-1] == "s")

    def _goes_on(self, index: int, near: list[Thing]) -> Thing | None:
        """What the same word meant where it opened an earlier sentence of the paragraph: `Planen hör ihop med
        Kulturplan Dal. Rådet ansvarar för planen.`"""
        tokens = self.tokens
        word, at, first = tokens.words[index].lower(), tokens.segment_start(index), None
        for _ in range(_BACK):
            if not at or "\n\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
                break
            at = tokens.segment_start(at - 1)
            first = at if tokens.words[at].lower() == word else first
        named = [each for each in near if first is not None and each.last <= first]
        return named[-1] if named else None

    def _school(self, index: int) -> Iterator[Reference]:
        """What `högskolan`, `universitetet` means: the only one that the document names by then."""
        works = self._works["organisation"]
        at = bisect_left(works, index, key=lambda thing: thing.first)
        word = self.tokens.words[index].lower()
        base = _SCHOOLS[word.removesuffix("s")]
        named = {each.name for each in works[:at] if any(part.lower().startswith(base) for part in each.name.split())}
        if len(named) == 1:
            yield Reference(index, index + 1, named.pop(), "organisation", word[-1] == "s")

    def _of_county(self, index: int) -> Iterator[Reference]:
        """`Hallands kommuner`, `länets kommuner`, `de skånska kommunerna`; some municipalities or other are none."""
        at = index
        while at > 1 and (
            self.tokens.words[at - 1].isdigit() or self.tokens.words[at - 1] in NUMERALS
        ):  # länets 13 kommuner
            at -= 1
        before = self.tokens.words[at - 1] if at and not self.tokens.breaks[at] else ""
        if before[:1].isupper() and before.endswith("s"):
            yield Reference(at - 1, index + 1, f"{before} kommuner", "collective")
        elif before in ("länets", "regionens", "enskilda", "ingående", "samtliga", "alla"):
            yield Reference(at - 1, index + 1, "kommunerna", "collective")

    def we(self, index: int, of_members: bool) -> Reference | None:
        """Whom `vi` means: the association, where it is a member or party or its page speaks; else the body itself."""
        whole = self.organisation if of_members or not self.of_one_body else None
        if whole is not None:
            return Reference(index, index + 1, whole, "organisation")
        return Reference(index, index + 1, self.own, "own body") if self.own is not None else None

    def topic(self, index: int) -> str | None:
        """The body that a sentence without one is about: on a page of several bodies the last that opened a line or
        sentence."""
        if self.of_one_body:
            return self.own
        for each in reversed(self.between(max(0, index - _NEAR), index)):
            heads = self.tokens.breaks[each.first] == 2 and (
                self.tokens.segment_end(each.first) == each.last or self.tokens.words[each.last] == ":"
            )
            if heads and each.kind in ("body", "own body"):
                return each.name
        return self.own

    def between(self, first: int, last: int) -> list[Reference]:
        """The references that begin among the words from `first` up to `last`, in order."""
        return self._all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]


def noun(head: Head) -> str:
    """What a word has in common with the name that it means: a body's whole noun, `ledningsgruppen` is no
    `temagrupp`."""
    return head.lemma if head.kind == "body" else head.noun.base


def low_owner(word: str) -> str:
    """A definite noun in small letters without its genitive: `Statens` is `staten`."""
    return word.lower().removesuffix("s")


@lru_cache(maxsize=64)
def _kinds(noun: str | None, organised: bool) -> Remembered[str]:
    return Remembered(lambda word: _kind(word, noun, organised))


def _kind(word: str, noun: str | None, organised: bool) -> str:
    """What a word may refer to, where the own body is built on `noun` and has an organisation or not; empty for nearly
    all."""
    low = word.lower()
    if low in _MUNICIPALITIES:
        return "all"
    if low in _PLURALS:
        return "plural"
    if word in _PERSONAL:
        return "he"
    if low in _REGIONS:
        return "regions"
    if low in _UNDERTAKING:
        return "project"
    if low in _STATE:
        return "state"
    if word in _ONE:
        return "one"
    if low.endswith(_GROUPS) and not low.endswith("områden"):
        return "groups"
    if low in _REGION:
        return "region"
    if low in _OWN_SMALL and organised:
        return "organisation"
    if low in _OWN_WORDS:
        return "own" if noun is not None and noun.endswith(_OWN_WORDS[low]) else "body"
    if word.removesuffix("s") in _SCHOOLS:
        return "school"
    head = head_of(word)
    if head is None or not head.definite:
        return ""
    if head.kind in _WORKS and not head.telling and word[0].isalpha():
        return head.kind
    if noun is not None and (noun == head.lemma or (noun.endswith(head.lemma) and not head.prefix)):
        return "own"
    return "body" if head.kind == "body" and not head.telling else ""
