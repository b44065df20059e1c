"""All named things of a document, each where it stands, in order and without overlap."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from samverkan import names
from samverkan.reading.context import Context
from samverkan.reading.items.agenda import ItemSpan
from samverkan.reading.things import known, places, repeated, short_forms
from samverkan.reading.things.again import again, without_kind
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.jobs import is_title
from samverkan.reading.things.joining import Named, is_own_body, join
from samverkan.reading.things.listed_names import listed_names
from samverkan.reading.things.paraphrase import other_words, paraphrased
from samverkan.reading.things.persons import office_holders, persons
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens, parted, tokenise
from samverkan.reading.things.triggers import triggered
from samverkan.reading.things.undertakings import undertakings
from samverkan.reading.things.words import is_verb

# Kinds that may stand inside a longer name and count beside it.
_INNER = frozenset(("region", "organisation", "municipality"))
_SURE_INSIDE = (
    "place.",
    "known.",
    "short-form.spelled-out",
    "organisation.owned",
    "organisation.with-name",
    "organisation.definite",
)
_BULLETS = frozenset("*•-–+·")
_HOLDS = frozenset(("agreement", "body", "plan", "strategy", "project", "law"))


@dataclass(frozen=True, slots=True)
class Things:
    """The words of a document, and the things named in them, in order; things inside others follow these."""

    tokens: Tokens
    things: tuple[Thing, ...]
    listed: bytearray  # for each word whether it stands in a list of people
    own: str | None
    register: known.Known

    def is_own(self, name: str) -> bool:
        """Whether a name means the body that met."""
        if self.own is None:
            return False
        canonical = self.register.canonical(name)
        return is_own_body(self.own, name) or (canonical is not None and canonical == self.register.canonical(self.own))


def find_things(context: Context, items: Sequence[ItemSpan] = ()) -> Things:
    """All things that the document names outside its lists of people; the headings of its items end lines."""
    tokens = parted(tokenise(context.layout), (place for item in items for place in (item.start, item.body)))
    listed = _listed(context, tokens)
    found = [*_own(context, tokens, listed), *triggered(context, tokens, listed)]
    found += repeated.repeated(tokens, list(_headings(tokens, items)), found, listed, context.places)
    found += list(undertakings(tokens, list(_headings(tokens, items)), found, listed, context.places))
    found += [thing for thing in again(tokens, found) if not listed[thing.first]]
    found += _of_list(context, tokens, listed)
    found += list(listed_names(tokens, found, listed, context.places))
    found += list(without_kind(tokens, found, listed, context.places))
    shorts, initials = short_forms.spelled_out(tokens, found, listed)
    before = set(found)
    found += (thing for thing in shorts.values() if thing not in before)
    capitals = _capitals(tokens, listed)
    found += _short_ones(tokens, (at for at in capitals if tokens.words[at] not in initials), shorts)
    found += _initials_of_own(context.body.name, tokens, capitals, shorts)
    groups_at = {
        thing.first: thing
        for thing in sorted(found, key=lambda each: each.last)  # the longest that begins at a word
        if thing.kind in ("organisation", "region", "municipality", "body")
    }
    given = [i for i in capitals if names.is_given(tokens.words[i])]
    titles = [i - 1 for i in capitals if i and not tokens.breaks[i] and is_title(tokens.words[i - 1])]
    titles = sorted({*titles, *office_holders(tokens, capitals)})
    found += persons(tokens, given, titles, groups_at, context.places)
    kept = _without_overlap(found, len(tokens.words))
    register = known.known(context.register)
    fullest = join(kept, register)
    listed_by = _listed_organisations(context)
    named = (_as_listed(listed_by, _renamed(thing, fullest)) for thing in kept)
    whole = paraphrased(tokens, other_words(tokens, list(named)), items)
    # `Kommunförbundet` counts where the list of those present has its whole name
    whole = [_spelled(thing, shorts) for thing in whole]
    counted = (thing for thing in whole if thing.rule != "organisation.unnamed" or " " in thing.name)
    return Things(tokens, tuple(counted), listed, context.body.name, register)


def _spelled(thing: Thing, shorts: dict[str, Thing]) -> Thing:
    """A body of an organisation with the short form in its name spelled out: `NF styrelse`, `NF:s styrelse`."""
    first, _, rest = thing.name.partition(" ")
    whole = shorts.get(short_forms.base_form(first)) if thing.kind == "body" and rest[:1].islower() else None
    if whole is None or whole.kind != "organisation":
        return thing
    return replace(thing, name=f"{whole.name.removesuffix('s')}s {rest}")


def _headings(tokens: Tokens, items: Sequence[ItemSpan]) -> Iterator[tuple[int, int]]:
    """The words of each item's heading."""
    for item in items:
        if (where := item.item.evidence) is not None:
            yield tokens.at(where.start), tokens.at(where.end)


def _listed_organisations(context: Context) -> dict[str, set[str]]:
    """The organisations of the lists of people, by their first word in small letters."""
    found: dict[str, set[str]] = {}
    for row in context.attendance:
        if row.organisation is not None and " " in row.organisation:
            found.setdefault(row.organisation.split()[0].casefold(), set()).add(row.organisation)
    return found


def _of_list(context: Context, tokens: Tokens, listed: bytearray) -> Iterator[Thing]:
    """The organisations of the lists of people, by names of two words or more, where the text has them too."""
    names_listed = {row.organisation for row in context.attendance if row.organisation and " " in row.organisation}
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for name in names_listed:
        words = tuple(name.split())
        noun = any(head is not None and head.kind != "organisation" for head in map(head_of, words))
        if (
            not noun
            and not words[0].isupper()
            and context.places.of(name) is None
            and len(words) <= 4
            and all(map(str.isalnum, words))
        ):
            firsts.setdefault(words[0], []).append(words)
    if not firsts:
        return
    for index in [at for at in tokens.where(firsts) if not listed[at]]:
        for words in firsts[tokens.words[index]]:
            last = index + len(words)
            said = tokens.words[index:last]
            if said[:-1] == words[:-1] and said[-1] in (words[-1], f"{words[-1]}s"):
                yield Thing(index, last, " ".join(words), "organisation", "organisation.listed", 0.85)


def _as_listed(listed_by: dict[str, set[str]], thing: Thing) -> Thing:
    """`Länsstyrelsen`, `Landstinget` by the whole name that the list of those present gives."""
    known_by = head_of(thing.name) is not None or _council(thing.name) or thing.name.endswith("jouren")
    single = " " not in thing.name and known_by
    fuller = listed_by.get(thing.name.casefold(), set()) if thing.kind == "organisation" and single else set()
    if len(fuller) != 1:
        return thing
    return replace(thing, name=next(iter(fuller)), kind="region" if _council(thing.name) else thing.kind)


def _council(name: str) -> bool:
    return name.lower() in places.LANDSTING


def _renamed(thing: Thing, fullest: dict[Named, Named]) -> Thing:
    if thing.rule == "body.own" and " " not in thing.name:  # `Styrgruppen` is no other's steering group
        return thing
    kind, name = fullest.get((thing.kind, thing.name), (thing.kind, thing.name))
    return thing if (kind, name) == (thing.kind, thing.name) else replace(thing, kind=kind, name=name)


def _own(context: Context, tokens: Tokens, listed: bytearray) -> Iterator[Thing]:
    """The meeting's own body where its whole name stands."""
    name = tuple((context.body.name or "").casefold().split())
    if not name:
        return
    openings = {word for word in tokens.vocabulary if word.casefold() == name[0]}
    for index in tokens.where(openings):
        if not listed[index]:
            last = index + len(name)
            if tuple(each.casefold() for each in tokens.words[index:last]) == name:
                yield Thing(index, last, context.body.name or "", "body", "body.own", 0.98)


def lists_of_people(context: Context) -> tuple[tuple[int, int], ...]:
    """The parts of the text that lists of people take; a news item has none, its names stand in sentences."""
    return () if context.document.kind == "news" else context.roster


def _listed(context: Context, tokens: Tokens) -> bytearray:
    """For each word whether it stands in a list of people."""
    marks = bytearray(len(tokens.words))
    for start, end in lists_of_people(context):
        first, last = tokens.at(start), tokens.at(end)
        marks[first:last] = b"\x01" * (last - first)
    if context.document.kind == "composition":
        _unmark_headings(tokens, marks)
        seats = sorted(row.evidence.start for row in context.memberships if row.evidence is not None)
        _unmark_sentences(tokens, marks, seats)
    return marks


def _read(seats: list[int], tokens: Tokens, first: int, last: int) -> bool:
    """Whether the rows of a list were read from a sentence."""
    return bisect_left(seats, tokens.starts[first]) < bisect_left(seats, tokens.ends[last - 1])


def _unmark_sentences(tokens: Tokens, marks: bytearray, seats: list[int]) -> None:
    """Sentences between the lists of a page are content where no row was read from them: `Gruppen bereder ärendena.`"""
    first = 0
    for last in (*tokens.edges, len(tokens.words)):
        words = tokens.words[first:last]
        infinitive = words[1:2] and words[1].islower() and words[1][-1] == "a"
        task = len(words) > 2 and words[0] in _BULLETS and (infinitive or is_verb(words[1]))  # • bereda frågor
        sentence = len(words) > 4 and words[-1] in ".:" and "," not in words[:2]
        told = (task or sentence) and marks[first]
        people = told and words[-1] == ":" and any(map(names.is_given, words))
        if told and (task or any(map(is_verb, words))) and not people and not _read(seats, tokens, first, last):
            marks[first:last] = bytes(last - first)
        first = last


def _unmark_headings(tokens: Tokens, marks: bytearray) -> None:
    """Names of bodies over lists of people (`Beredningsgrupp till Rådet`) are content of a page that describes
    bodies."""
    for index, word in enumerate(tokens.words):
        if not marks[index] or (tokens.breaks[index] != 2 and index):
            continue
        last = tokens.segment_end(index)
        head = head_of(word) or (head_of(tokens.words[index + 1]) if last - index > 1 else None)
        first_words = tokens.words[index:last]
        if (
            head is not None
            and head.kind == "body"
            and not head.definite
            and last - index > 1
            and "," not in first_words
        ):
            marks[index:last] = bytes(last - index)


def _capitals(tokens: Tokens, listed: bytearray) -> Sequence[int]:
    """The words with a capital outside lists of people."""
    places = tokens.where(word for word in tokens.vocabulary if word[0].isupper())
    return array("I", (index for index in places if not listed[index]))


def _initials_of_own(
    own: str | None, tokens: Tokens, capitals: Iterable[int], shorts: dict[str, Thing]
) -> Iterator[Thing]:
    """`NHV` where the own body is the nämnd for hjälpmedel och vård."""
    letters = short_forms.initials(own or "")
    if own is not None and len(letters) > 2 and letters not in shorts:
        for index in capitals:
            if short_forms.base_form(tokens.words[index]) == letters:
                yield Thing(index, index + 1, own, "body", "body.own", 0.97)


def _short_ones(tokens: Tokens, capitals: Iterable[int], shorts: dict[str, Thing]) -> Iterator[Thing]:
    """The short forms where they stand: those spelled out by their names, others as they are."""
    short = {word: base for word in tokens.vocabulary if _may_be_short(base := short_forms.base_form(word), shorts)}
    for index in capitals:
        word = short.get(tokens.words[index])
        if word is None:
            continue
        spelled = shorts.get(word) or short_forms.compound(word, shorts)
        if spelled is not None:
            yield replace(spelled, first=index, last=index + 1, rule="short-form.spelled-out", confidence=0.96)
        elif word == "FoU" or word.startswith("FoU-"):
            yield from short_forms.research_unit(tokens, index)
        elif _has_capitals(word):
            yield from short_forms.capitals(tokens, index)


def _may_be_short(word: str, shorts: dict[str, Thing]) -> bool:
    return _has_capitals(word) or "-" in word or word in shorts


def _has_capitals(word: str) -> bool:
    """Whether capitals stand inside a word: `KRF`, `FoU`, `SKRs`."""
    return word[1:].lower() != word[1:]


def _without_overlap(found: Iterable[Thing], words: int) -> list[Thing]:
    """Of things that overlap the longest and surest; organisations and places inside another's name stay."""
    ranked = sorted(found, key=lambda thing: thing.first)
    ranked.sort(key=lambda thing: thing.confidence, reverse=True)
    ranked.sort(key=lambda thing: thing.first - thing.last)
    owner = array("I", bytes(4 * words))  # for each word the place in `kept` of what it belongs to, counted from 1
    kept: list[Thing] = []
    for thing in ranked:
        owners = owner[thing.first : thing.last]
        if not any(owners):
            kept.append(thing)
            owner[thing.first : thing.last] = array("I", (len(kept),)) * (thing.last - thing.first)
        elif owners[0] == owners[-1] and all(owners) and _stays_inside(thing, kept[owners[0] - 1]):
            kept.append(thing)
    kept.sort(key=lambda thing: thing.last, reverse=True)
    kept.sort(key=lambda thing: thing.first)
    return kept


def _stays_inside(thing: Thing, owner: Thing) -> bool:
    if thing.last > owner.last or thing.kind not in _INNER or owner.kind not in _HOLDS:
        return False
    return thing.rule.startswith(_SURE_INSIDE) and thing.last - thing.first < owner.last - owner.first
