"""Who else a relation holds for: those after `tillsammans med`, and whom `vi` means."""

from collections.abc import Iterator
from dataclasses import replace

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import BODIES, PARTIES
from samverkan.reading.relating.sides import is_listing, right
from samverkan.reading.relating.tying import Tie
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table
from samverkan.reading.things.words import is_verb

# Relations that those named beside the subject have too; who prepares a matter with others need be no body.
_SHARED: frozenset[RelationKind] = frozenset(("responsible for", "party to", "member of", "appoints"))
TOGETHER = table("tillsammans ihop samverkan samarbete jämte gemensamt")
_BESIDES = table("jämte utöver förutom")
_BESIDE = table("tillsammans ihop gemensamt")
_LEAD_IN = table("bland annat andra bl.a de den det länets alla samtliga övriga både kommunalförbundet")
_BACK = 60  # words back to those that `dem` means


def with_partners(references: References, said: list[Tie], first: int, last: int) -> Iterator[Tie]:
    """What a sentence says of its subject, as said of those beside it: `Ale driver projektet tillsammans med
    Lerum`."""
    words = references.tokens.words
    shared = [tie for tie in said if tie.relation in _SHARED]
    start = _after_with(words, first, last) if shared else None
    if start is None:
        return
    begin, partners = start, _named(references, start, first, last)
    known = {(tie.subject, tie.relation, tie.object) for tie in said}
    for tie in shared:
        if not (tie.first <= begin <= tie.last or begin - first <= 3 or _same_clause(words, tie.last, begin)):
            continue
        for each in partners:
            same = (each.name, tie.relation, tie.object)
            if same not in known and each.name != tie.object:
                known.add(same)
                low, high = min(tie.first, each.first), max(tie.last, each.last)
                rule = f"{tie.relation.replace(' ', '-')}.together"
                yield replace(tie, subject=each.name, first=max(low, first), last=min(high, last), rule=rule, at=None)


def _after_with(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The index after `tillsammans med`, `i samarbete med`, `jämte`."""
    for at in range(first, last - 1):
        word = words[at].lower()
        if word in _BESIDES:
            return at + 1
        if word == "sidan" and words[at + 1] == "av":  # vid sidan av Ale
            return at + 2
        beside = word in _BESIDE or (word in ("samverkan", "samarbete") and words[at - 1] == "i" and at > first)
        if beside and words[at + 1] == "med":
            return at + 2
    return None


def _named(references: References, start: int, first: int, last: int) -> list[Reference]:
    """The names that stand right after a place; those of the list before that `dem` means."""
    words = references.tokens.words
    if start < last and words[start] == "dem":
        back = [each for each in references.between(max(0, first - _BACK), first) if each.kind in PARTIES]
        group = back[-1:]
        for each in reversed(back[:-1]):
            if not all(map(is_listing, words[each.last : group[0].first])):
                break
            group.insert(0, each)
        return group if len(group) > 1 else []
    here = [each for each in references.between(start, last) if not each.owner]
    if not here or not all(word in _LEAD_IN or is_listing(word) for word in words[start : here[0].first]):
        return []
    return right(references, here, start, PARTIES | BODIES)


def _same_clause(words: tuple[str, ...], end: int, begin: int) -> bool:
    """Whether no other verb stands between what says a relation and `tillsammans med`."""
    return 0 <= begin - end <= 12 and not any(is_verb(word) or word == ";" for word in words[end : begin - 2])
