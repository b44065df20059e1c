"""Names that stand again elsewhere: those that one sentence says what they are, and associations without their kind,
`Norrvatten` for `Kommunalförbundet Norrvatten`."""

from collections.abc import Iterable, Iterator

from samverkan.facts import MentionKind
from samverkan.places import Places
from samverkan.reading.things.extent import is_capital
from samverkan.reading.things.table import table
from samverkan.reading.things.thing import Thing
from samverkan.reading.things.tokens import Tokens
from samverkan.reading.things.words import AREAS, NOT_THINGS

_KINDS = table(
    """kommunalförbundet samordningsförbundet räddningstjänstförbundet regionförbundet kommunförbundet gymnasieförbundet
    utbildningsförbundet miljöförbundet partnerskapet aktiebolaget vårdförbundet avfallsförbundet"""
)
_SHORTEST = 5  # letters of a single word


def again(tokens: Tokens, found: list[Thing]) -> Iterator[Thing]:
    """The other places of names that one sentence says what they are."""
    names: dict[str, dict[tuple[tuple[str, ...], MentionKind], None]] = {}  # each name once, in order
    for thing in found:
        said = thing.rule.startswith(("predicate.", "project.title", "project.quoted", "proper-noun.end"))
        if said or (thing.kind == "body" and thing.rule == "body.definite" and thing.last - thing.first > 1):
            words = tokens.words[thing.first : thing.last]
            names.setdefault(words[0], {})[words, thing.kind] = None
    if not names:
        return
    owners = {f"{first}s": first for first, entries in names.items() if any(len(w) == 1 for w, _ in entries)}
    seen = {thing.first for thing in found}
    opening = names.keys() | owners.keys()
    for index in tokens.where(opening):
        word = tokens.words[index]
        for words, kind in names.get(owners.get(word, word), ()):
            end = index + len(words)
            if index not in seen and (tokens.words[index:end] == words or (len(words) == 1 and word in owners)):
                yield Thing(index, end, " ".join(words), kind, "predicate.again", 0.7)


def without_kind(tokens: Tokens, found: Iterable[Thing], listed: bytearray, places: Places) -> Iterator[Thing]:
    """The places where only what follows the kind stands of the name of one of the organisations found."""
    rests: dict[str, dict[tuple[str, ...], str]] = {}
    for thing in found:
        first, *rest = thing.name.split()
        if thing.kind == "organisation" and first.lower() in _KINDS and _tells(tokens, rest, places):
            rests.setdefault(rest[0], {})[tuple(rest)] = thing.name
    for index in tokens.where(rests) if rests else ():
        for words, name in rests[tokens.words[index]].items():
            last = index + len(words)
            said = tokens.words[index:last]
            same = said[:-1] == words[:-1] and said[-1:] in (words[-1:], (f"{words[-1]}s",))
            whole = index and tokens.words[index - 1].lower() in _KINDS and not tokens.breaks[index]
            if same and not whole and not listed[index] and not any(tokens.breaks[index + 1 : last]):
                yield Thing(index, last, name, "organisation", "organisation.without-kind", 0.8)


def _tells(tokens: Tokens, rest: list[str], places: Places) -> bool:
    """Whether a name without its kind is one by itself: no place, no common word."""
    if not rest or not is_capital(rest[0]) or rest[0] in AREAS or rest[0] in NOT_THINGS or len(rest) > 4:
        return False
    if len(rest) == 1 and (len(rest[0]) < _SHORTEST or rest[0].lower() in tokens.vocabulary):
        return False
    single = places.of(rest[0])
    return places.of(" ".join(rest)) is None and (single is None or len(rest) > 1) and all(map(is_capital, rest))
