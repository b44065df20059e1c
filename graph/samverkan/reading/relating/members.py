"""Members of an association as sentences tell of them: `A, B och C är förbundets medlemmar`, `A lämnade förbundet`."""

from collections.abc import Iterator

from samverkan.reading.relating.association import association
from samverkan.reading.relating.kinds_tied import GROUPS, PARTIES
from samverkan.reading.relating.sides import left_of, right
from samverkan.reading.relating.tying import Tie
from samverkan.reading.things.extent import is_year
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

MEMBERS = table(
    """medlemmar medlemskommuner medlemskommunerna ägarkommuner ägare delägare medlemsorganisationer huvudmän medlem
    medlemskommun delägarkommuner medlemsregioner medlemmarna"""
)
_IS = table("är utgör blir blev var utgjorde")
# Verbs of leaving and entering, with what may stand between them and the association.
_MOVES = {
    **dict.fromkeys(("lämnade", "lämnar", "lämnat"), ("",)), **dict.fromkeys(("utträdde", "utträder"), ("ur",)),
    **dict.fromkeys(("gick", "går", "gått"), ("ur", "med")), **dict.fromkeys(("inträdde", "inträder"), ("i",)),
    **dict.fromkeys(("kom", "kommer"), ("med", "in")), "tillkom": ("",),
    "anslöt": ("sig",), "trädde": ("ur", "in"),
}  # fmt: skip
MOVES = frozenset(_MOVES)
_LEAVING = table("lämnade lämnar lämnat utträdde utträder ur")
_LISTED = 30  # words from the first of several members to the verb
_CLOSES = frozenset(".,;")
_TOGETHER = table("tillsammans ihop")
_MEMBER = table("medlem medlemmar delägare medlemskommun medlemskommuner")
# What follows `medlem` where the association is not said.
_SINCE = table("från fr.o.m sedan fr.o.m.")
APPOSED = table("medlemskommunerna ägarkommunerna medlemsregionerna delägarkommunerna")
_ENDS = table("den från år . , fr.o.m vid årsskiftet i 1")
_OTHER = table("de dess våra andra övriga ytterligare")
_ADVERBS = table("i till dock sedan då därmed nyligen formellt in")


def are_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`A, B och C är förbundets medlemmar`, `De fyra kommunerna utgör Nordvattens ägare`: the whole in the
    genitive."""
    words = references.tokens.words
    for at in range(first + 2, last):
        if words[at] not in MEMBERS:
            continue
        wholes = [each for each in references.between(max(first, at - 4), at) if each.owner and each.last == at]
        verb = wholes[-1].first - 1 if wholes else first
        if words[at - 1] in ("andra", "övriga"):  # A och B är de andra medlemmarna
            verb = next((i for i in range(at - 2, max(first, at - 4), -1) if words[i] not in _OTHER), first)
            spoken = association(references, first)
            wholes = [Reference(at, at + 1, spoken, "organisation")] if spoken is not None else []
        if not wholes or wholes[-1].kind != "organisation" or words[verb] not in _IS or verb <= first:
            continue
        parts = left_of(references, references.between(first, verb), verb, PARTIES)
        for part in parts:
            if part.name != wholes[-1].name:
                yield Tie(part.name, "member of", wholes[-1].name, part.first, at + 1, "member-of.are", 0.8)


def moves(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Ale lämnade förbundet den 31 december 2022`, `Lerum gick med i Nordvatten`: once a member, or from then on."""
    words = references.tokens.words
    for verb in range(first + 1, last - 1):
        links = _MOVES.get(words[verb])
        if links is not None and "med" in links and (come := _coming(references, first, verb, last)):
            yield from come
            return
        if links is None or (links != ("",) and words[verb + 1] not in links):
            continue
        at = verb + 1 if links == ("",) else verb + 2
        while at < last and words[at] in _ADVERBS:
            at += 1
        whole = [each for each in references.between(at, min(at + 1, last)) if each.kind == "organisation"]
        unsaid = not whole and links != ("",) and (at >= last or words[at] in _ENDS)
        spoken = association(references, first) if unsaid and any(map(is_year, words[first:last])) else None
        whole = [Reference(verb, at, spoken, "organisation")] if spoken is not None else whole
        if not _LEAVING.isdisjoint(words[verb : verb + 2]) and not any(map(is_year, words[at:last])):
            return  # without the day it says little
        parts = _movers(references, first, verb)
        if whole and not whole[0].owner:
            for part in parts:
                yield Tie(part.name, "member of", whole[0].name, part.first, whole[0].last, "member-of.moves", 0.75)
        return


def _coming(references: References, first: int, verb: int, last: int) -> list[Tie]:
    """`Den 1 januari 2012 kom Ale och Lerum med`: members of the association spoken of from then on."""
    words = references.tokens.words
    here = [each for each in references.between(verb + 1, last) if each.kind in PARTIES and not each.owner]
    parts = right(references, here, verb + 1, PARTIES) if here and here[0].first == verb + 1 else []
    whole = association(references, first) if parts else None
    dated = any(map(is_year, words[first:last]))
    if whole is None or not dated or words[parts[-1].last : parts[-1].last + 1] not in (("med",), ("till",), ("in",)):
        return []
    return [Tie(each.name, "member of", whole, verb, parts[-1].last + 1, "member-of.comes", 0.75) for each in parts]


def joins(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Ale blir medlem från den 1 januari 2023`, `Ale är medlem sedan 2019`: of the association spoken of."""
    words = references.tokens.words
    for at in range(first + 2, last - 1):
        if words[at] not in ("medlem", "medlemmar", "medlemskommun") or words[at + 1] not in _SINCE | _CLOSES:
            continue
        if words[at + 1] in _CLOSES:  # Sedan 2019 är även Ale medlem
            yield from _since(references, first, at, last)
            return
        before = references.between(first, at)
        verb = next((i for i in range(at - 1, first, -1) if words[i] in _IS), None)
        whole = association(references, first)
        if verb is None or whole is None or not any(map(is_year, words[at:last])):
            return
        for part in left_of(references, before, verb, PARTIES - {"organisation"}):
            if verb - part.last <= _LISTED:
                yield Tie(part.name, "member of", whole, part.first, at + 2, "member-of.joins", 0.75)
        return


def _since(references: References, first: int, at: int, last: int) -> Iterator[Tie]:
    """`Sedan 2019 är även Region Halland medlem.`"""
    words = references.tokens.words
    verb = next((i for i in range(first + 1, at) if words[i] in _IS), None)
    start = verb + 2 if verb is not None and words[verb + 1] in ("även", "också") else (verb or first) + 1
    here = [each for each in references.between(start, at) if each.kind in PARTIES and not each.owner]
    whole = association(references, first) if words[first].lower() in ("sedan", "från") else None
    parts = right(references, here, start, PARTIES) if verb is not None and here and here[0].first == start else []
    if whole is not None and parts and parts[-1].last == at and any(map(is_year, words[first:last])):
        for part in parts:
            yield Tie(part.name, "member of", whole, first, at + 1, "member-of.since", 0.75)


def together(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Nordvatten är tillsammans med Ale och Lerum medlem i Vattenrådet`: the members stand inside the verb."""
    words = references.tokens.words
    at = next((i for i in range(first + 2, last - 3) if words[i] in _TOGETHER and words[i + 1] == "med"), None)
    noun = next((i for i in range(at + 2, last - 2) if words[i] in _MEMBER), None) if at is not None else None
    if at is None or noun is None or words[noun + 1] not in ("i", "av") or words[at - 1] not in _IS:
        return
    whole = [each for each in references.between(noun + 2, noun + 4) if each.kind in GROUPS and not each.owner]
    before = left_of(references, references.between(first, at - 1), at - 1, PARTIES)
    parts = right(references, references.between(at + 2, noun), at + 2, PARTIES)
    for part in (*before, *parts) if whole and parts and parts[-1].last == noun else ():
        yield Tie(part.name, "member of", whole[0].name, part.first, whole[0].last, "member-of.together", 0.75)


def apposed_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`medlemskommunerna Ale och Lerum`: members of the document's association."""
    words = references.tokens.words
    whole = references.organisation
    for at in range(first, last - 1) if whole is not None else ():
        if words[at].lower() not in APPOSED:
            continue
        here = [each for each in references.between(at + 1, last) if each.kind in ("municipality", "region")]
        if not here or here[0].first != at + 1 or _of_another(references, whole, first, at):
            continue
        parts = right(references, here, at + 1, PARTIES)
        for part in parts if len(parts) > 1 else ():
            yield Tie(part.name, "member of", whole or "", at, parts[-1].last, "member-of.apposed", 0.75)


def _of_another(references: References, whole: str | None, first: int, at: int) -> bool:
    """Whether another group stands before the word for members, which may be its."""
    return any(each.kind in ("body", "organisation") and each.name != whole for each in references.between(first, at))


def _movers(references: References, first: int, verb: int) -> list[Reference]:
    """Who stands right before a verb, or right after it where something else opens the sentence."""
    kinds = PARTIES - {"organisation"}
    before = [each for each in references.between(first, verb) if not each.owner]
    left = left_of(references, before, verb, kinds)
    if left and verb - left[-1].last <= 1:
        return left
    return right(references, references.between(verb + 1, verb + 2), verb + 1, kinds)
