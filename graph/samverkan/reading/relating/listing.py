"""Parts and members that a list gives without a verb: `Delregion Syd: A, B och C`, `Till rådet hör tre grupper:` and a
line for each."""

from collections.abc import Iterator

from samverkan.facts import RelationKind
from samverkan.reading.relating.kinds_tied import BODIES, GROUPS_BELOW, PARTIES, Kinds
from samverkan.reading.relating.sides import is_listing, right
from samverkan.reading.relating.tying import Tie
from samverkan.reading.things.gather import Things
from samverkan.reading.things.references import References
from samverkan.reading.things.table import table

# What an association is said to be, before whose it is.
_LEAGUES = (
    "samarbete",
    "förbund",
    "organisation",
    "samverkan",
    "förening",
    "partnerskap",
    "myndighet",
    "samarbetsorgan",
)
_LEAD = table("de länets regionens bland annat medlemskommunerna")
_OF = table("för mellan av med")
_MADE = table("finansieras bildats bildades bildas utgörs består drivs stöds")
_COUNTED = table("kommuner kommunerna regioner regionerna parter medlemmar organisationer myndigheter")
_LONGEST_LEAD = 8  # words between `mellan` and a colon
_IS = table("är utgör")
_HAS = table("hör finns har består ligger sorterar arbetar lyder verkar")
_BULLETS = frozenset("•–-*·●○▪")
_MOST = 12  # lines of a list
_AFTER = 3  # words in a line after the name of a group
_GOES_ON = frozenset("–-—,:(")
_LISTED: Kinds = frozenset(("municipality", "region"))


def groups_below(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Till rådet hör tre arbetsgrupper:` and a line for each: its parts."""
    tokens = references.tokens
    noun = next((at for at in range(last - 1, first, -1) if tokens.words[at] in GROUPS_BELOW), None)
    wholes = [each for each in references.between(first, min(first + 3, last)) if each.kind in BODIES]
    if noun is None or not wholes or wholes[0].owner or _HAS.isdisjoint(tokens.words[first:noun]):
        return
    yield from _in_line(references, wholes[0].name, first, noun + 1, last)
    at = last
    if at < len(tokens.words) and tokens.breaks[at] == 1 and tokens.words[last - 1] == ":":  # in the same line
        here = references.between(at, tokens.segment_end(at))
        for each in right(references, here, at, BODIES) if here and here[0].first == at else ():
            yield Tie(each.name, "part of", wholes[0].name, first, each.last, "part-of.listed", 0.75)
        return
    for _ in range(_MOST if last - noun <= 3 else 0):
        if at >= len(tokens.words) or tokens.breaks[at] != 2:
            return
        end = tokens.segment_end(at)
        start = at + 1 if tokens.words[at] in _BULLETS else at
        part = [each for each in references.between(start, start + 1) if each.kind == "body"]
        if not part or (end - part[0].last > _AFTER and tokens.words[part[0].last] not in _GOES_ON):
            return
        yield Tie(part[0].name, "part of", wholes[0].name, first, part[0].last, "part-of.listed", 0.75)
        at = end


def _in_line(references: References, whole: str, first: int, at: int, last: int) -> Iterator[Tie]:
    """`Forumet har tre utskott – A, B och C – som möts ofta`: the parts behind a dash or a comma."""
    if references.tokens.words[at : at + 1] not in (("–",), ("-",), ("—",), (",",)):
        return
    here = [each for each in references.between(at + 1, last) if not each.owner]
    parts = right(references, here, at + 1, BODIES) if here and here[0].first == at + 1 else []
    for each in parts if len(parts) > 1 else ():
        yield Tie(each.name, "part of", whole, first, each.last, "part-of.listed", 0.75)


def league_of(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Norrbygd är en samverkansorganisation för Ale, Lerum och Tjörn`: its members."""
    words = references.tokens.words
    wholes = [each for each in references.between(first, first + 1) if each.kind == "organisation" and not each.owner]
    verb = (
        next((at for at in range(wholes[0].last, min(wholes[0].last + 5, last)) if words[at] in _IS), None)
        if wholes
        else None
    )
    if verb is None or words[verb + 1 : verb + 2] not in (("ett",), ("en",)):
        return
    for noun in range(verb + 2, min(verb + 7, last - 1)):
        start = _behind(words, noun) if words[noun].endswith(_LEAGUES) else 0
        if start:
            lead = next((at + 1 for at in range(start, min(start + _LONGEST_LEAD, last)) if words[at] == ":"), start)
            start = lead if not _COUNTED.isdisjoint(words[start:lead]) else start  # mellan tre kommuner i norr: A, B
            here = [each for each in references.between(start, last) if not each.owner]
            parts = right(references, here, start, PARTIES) if here and _leads_in(words[start : here[0].first]) else []
            for part in parts if len(parts) > 1 or (parts and parts[0].kind == "collective") else ():
                yield Tie(part.name, "member of", wholes[0].name, first, part.last, "member-of.league", 0.8)
            return


def _behind(words: tuple[str, ...], noun: int) -> int:
    """Where the members may begin behind what an association is: after `mellan`, `som bildats av`; 0 for nowhere."""
    if words[noun + 1] in _OF:
        return noun + 2
    return noun + 4 if words[noun + 1] == "som" and words[noun + 2] in _MADE and words[noun + 3] == "av" else 0


def _leads_in(words: tuple[str, ...]) -> bool:
    """Whether nothing but an article or a number stands before the first name: not `för alla i Ale`."""
    return all(word in _LEAD or is_listing(word) for word in words)


def after_colon(references: References, things: Things) -> Iterator[Tie]:
    """`Delregion Syd: A, B och C.`: the municipalities of a group that opens a line."""
    tokens = references.tokens
    for thing in things.things:
        at = thing.last
        if thing.kind not in ("body", "organisation") or tokens.words[at : at + 1] != (":",):
            continue
        if tokens.segment_start(thing.first) != thing.first or at + 1 >= len(tokens.words):
            continue
        last = tokens.segment_end(at)
        start, last = (at + 1, tokens.segment_end(at + 1)) if last == at + 1 else (at + 1, last)
        here = references.between(start, last)
        if len(here) < 2 or here[0].first != start:
            continue
        parts = right(references, here, start, _LISTED)
        if len(parts) < 2 or (parts[-1].last < last and tokens.words[parts[-1].last] not in (".", ";")):
            continue
        relation: RelationKind = "member of" if thing.kind == "organisation" else "part of"
        for part in parts:
            rule = f"{relation.replace(' ', '-')}.after-colon"
            yield Tie(part.name, relation, thing.name, thing.first, parts[-1].last, rule, 0.75)
