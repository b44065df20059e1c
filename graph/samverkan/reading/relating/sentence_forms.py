"""Relations in sentences of a form of their own: `I X ingår A`, `där A är medlem`, `Ansvaret för X åvilar A`, `Även A
ingår`."""

from collections.abc import Iterator
from itertools import pairwise

from samverkan.facts import RelationKind
from samverkan.reading.relating.association import by_noun
from samverkan.reading.relating.kinds_tied import GROUPS, OBJECTS, PARTIES, SUBJECTS, WORKS
from samverkan.reading.relating.ties import Phrase
from samverkan.reading.relating.tying import Tie, opens_with_in, whole_first
from samverkan.reading.things.extent import walk
from samverkan.reading.things.heads import head_of
from samverkan.reading.things.references import Reference, References
from samverkan.reading.things.table import table

_IN_IT = ("ingår", "samverkar", "samarbetar")
_COOPERATES = ("samarbete", "förbund", "organisation", "nätverk", "samverkan", "förening")
_COMES = table("träder trädde kom kommer inrättas inrättades bildas bildades tillsattes tillsätts infördes startade")
_OLD = table("den det de tidigare gamla dåvarande förra föreningen organisationen förbundet nätverket rådet gruppen")
_BEFORE = frozenset(("förr", "tidigare", "då", "innan", "förut"))
# What a body is to its owner: `högsta beslutande organ`, `politiska ledning`.
_ORGANS = ("organ", "ledning", "styrelse", "forum")
# What stands between the present name and the former one.
_FORMERLY = frozenset(
    (("(", "tidigare"), (",", "tidigare"), ("(", "före", "detta"), ("(", "fd"), ("(", "f.d"), ("(", "f.d", "."))
)


def inside(references: References, first: int, last: int) -> Iterator[Tie]:
    """`I Delregion Syd ingår A, B och C`: the parts that stand after the verb."""
    tokens = references.tokens
    here = references.between(first, last)
    if not opens_with_in(tokens, here, first) or here[0].kind not in GROUPS:
        return
    whole = here[0]
    verb = next((at for at in range(whole.last, min(whole.last + 2, last)) if tokens.words[at] in _IN_IT), None)
    if verb is None:
        return
    phrase = Phrase(("ingår",), "part of", "whole first", "part-of.inverted")
    yield from whole_first(references, phrase, [whole], here[1:], (first, verb, verb + 1, last))


def under(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Under Rådet finns tre arbetsgrupper: A, B och C`: its parts."""
    words = references.tokens.words
    here = references.between(first, last)
    if words[first] != "Under" or not here or here[0].first != first + 1 or here[0].kind not in GROUPS:
        return
    whole = here[0]
    if whole.last >= last or words[whole.last] not in ("finns", "ligger", "sorterar", "arbetar", "lyder"):
        return
    for each in here[1:]:
        if each.kind == "body" and each.first > whole.last:
            yield Tie(each.name, "part of", whole.name, first, each.last, "part-of.under", 0.8)


def where_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`…, där kommunerna och regionen är medlemmar`: members of what the clause hangs on."""
    tokens = references.tokens
    if "där" not in tokens.words[first:last]:
        return
    for index in range(first + 1, last - 2):
        if tokens.words[index] != "där":
            continue
        wholes = [
            each
            for each in references.between(max(first, index - 8), index)
            if each.kind in GROUPS and index - each.last <= 1
        ]
        stop = next(
            (
                at
                for at in range(index + 2, min(index + 40, last))
                if tokens.words[at] in ("medlemmar", "medlem", "ingår", "parter", "part")
            ),
            None,
        )
        if not wholes:
            wholes = _called(references, first, index)
        if stop is not None and tokens.words[stop].startswith("part"):
            yield from _parties_of(references, max(first, index - 10), index, stop)
            continue
        if not wholes or stop is None:
            continue
        relation: RelationKind = (
            "part of" if tokens.words[stop] == "ingår" and wholes[-1].kind != "organisation" else "member of"
        )
        for each in references.between(index + 1, stop):
            if each.kind in PARTIES and not _sends_people(tokens.words, each.first):
                yield Tie(each.name, relation, wholes[-1].name, wholes[-1].first, stop + 1, "member-of.where", 0.8)


def _sends_people(words: tuple[str, ...], at: int) -> bool:
    """Whether people from a municipality are meant, not itself: `där politiker från de tre kommunerna ingår`."""
    return "från" in words[max(0, at - 3) : at] and words[at - 1] not in (",", "och", "samt")


def _called(references: References, first: int, index: int) -> list[Reference]:
    """`Dalbygden är ett samarbete där …`: what opens the sentence and is said to be a cooperation."""
    tokens = references.tokens
    here = [each for each in references.between(first, index) if each.kind in GROUPS and each.first == first]
    said = tokens.words[here[0].last : index] if here else ()
    return here[:1] if said[:1] == ("är",) and said[-1].endswith(_COOPERATES) else []


def has_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Förbundet har Ale, Lerum och Tjörn som medlemmar`: the members stand inside the verb."""
    words = references.tokens.words
    end = next((at for at in range(first + 3, last) if words[at] in ("medlemmar", "medlemskommuner")), None)
    verb = next((at for at in range(first, end) if words[at] == "har"), None) if end is not None else None
    if verb is None and end is not None:  # Förbundet startade 2006 som X, med Ale och Lerum som medlemmar
        verb = next((at for at in range(end - 2, first, -1) if words[at] == "med"), None)
    if end is None or verb is None or words[end - 1] != "som":
        return
    wholes = [each for each in references.between(first, verb) if each.kind in GROUPS and not each.owner]
    whole = wholes[0] if wholes and wholes[0].first == first else wholes[-1] if wholes else None
    for each in references.between(verb, end) if whole else ():
        if each.kind in PARTIES and whole is not None:
            yield Tie(each.name, "member of", whole.name, whole.first, end + 1, "member-of.has", 0.8)


def _parties_of(references: References, first: int, index: int, stop: int) -> Iterator[Tie]:
    """The parties in `…, där A och B är parter`, of the agreement that the clause hangs on."""
    works = [
        each for each in references.between(first, index) if each.kind in OBJECTS["party to"] and index - each.last <= 1
    ]
    for each in references.between(index + 1, stop) if works else ():
        if each.kind in PARTIES:
            yield Tie(each.name, "party to", works[-1].name, works[-1].first, stop + 1, "party-to.where", 0.8)


def instead(references: References, first: int, last: int) -> Iterator[Tie]:
    """`I stället för Omsorgsrådet inrättas Välfärdsrådet`: the old stands first."""
    words = [word.lower() for word in references.tokens.words[first : first + 4]]
    size = 3 if words[:3] == ["i", "stället", "för"] else 2 if words[:2] == ["istället", "för"] else 0
    here = [each for each in references.between(first + size, last) if each.kind in GROUPS]
    if size and len(here) > 1 and here[0].first - first - size <= 1 and 1 <= here[1].first - here[0].last <= 2:
        yield Tie(here[1].name, "replaces", here[0].name, first, here[1].last, "replaces.instead", 0.75)
    yield from _comes_instead(references, first, last)


def _comes_instead(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Den 1 januari trädde Välfärdsrådet i stället för det tidigare Omsorgsrådet`: the new stands behind the verb."""
    words = references.tokens.words
    verb = next((at for at in range(first + 1, last - 3) if words[at] in _COMES), None)
    here = references.between(verb + 1, min(verb + 3, last)) if verb is not None else []
    new = next((each for each in here if each.kind in GROUPS), None)
    if new is None or new.owner:
        return
    after = words[new.last : new.last + 3]
    size = 3 if after == ("i", "stället", "för") else 2 if after[:2] == ("istället", "för") else 0
    at = new.last + size
    old = [each for each in references.between(at, min(at + 4, last)) if each.kind in GROUPS and not each.owner]
    if size and old and all(word in _OLD for word in words[at : old[0].first]):
        yield Tie(new.name, "replaces", old[0].name, verb or first, old[0].last, "replaces.instead", 0.75)


def organ_of(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Direktionen är förbundets högsta beslutande organ`: a part of its owner."""
    words = references.tokens.words
    copula = next((at for at in range(first + 1, min(first + 8, last)) if words[at] == "är"), None)
    if copula is None:
        return
    organ = next((at for at in range(copula + 2, min(copula + 7, last)) if words[at].endswith(_ORGANS)), None)
    bodies = [each for each in references.between(first, copula) if each.kind in ("body", "own body")]
    owners = [
        each
        for each in references.between(copula + 1, copula + 2)
        if each.owner and each.kind in ("organisation", "region")
    ]
    spoken = by_noun(references, copula + 1) if not owners else None
    if organ is not None and bodies and bodies[0].first == first and spoken is not None:
        yield Tie(bodies[0].name, "part of", spoken, first, organ + 1, "part-of.organ", 0.75)
    if organ is not None and bodies and owners and bodies[0].first == first:
        yield Tie(bodies[0].name, "part of", owners[0].name, first, organ + 1, "part-of.organ", 0.8)


def led_by(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Förbundet leds av en direktion`: its board."""
    words = references.tokens.words
    wholes = [each for each in references.between(first, first + 1) if each.kind == "organisation" and not each.owner]
    at = wholes[0].last if wholes else last
    if at + 3 >= last or words[at] not in ("leds", "styrs") or words[at + 1 : at + 3] != ("av", "en"):
        return
    head = head_of(words[at + 3])
    if head is not None and head.noun.base in ("direktion", "styrelse") and not head.definite:
        board = head.prefix + head.noun.definite
        yield Tie(board, "part of", wholes[0].name, first, at + 4, "part-of.led-by", 0.8)


def one_of_members(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Ale, som är en av förbundets medlemskommuner`: a member of the owner."""
    words = references.tokens.words
    for index in range(first + 2, last):
        if words[index][0] not in "mM" or not words[index].lower().startswith(("medlemskommun", "medlemmar")):
            continue
        wholes = [
            each
            for each in references.between(max(first, index - 6), index)
            if each.kind in GROUPS and each.last == index
        ]
        if not wholes or "av" not in words[max(first, wholes[-1].first - 2) : wholes[-1].first]:
            continue
        parts = [each for each in references.between(first, wholes[-1].first) if each.kind in PARTIES]
        if parts:
            yield Tie(parts[-1].name, "member of", wholes[-1].name, parts[-1].first, index + 1, "member-of.one-of", 0.8)


def rests_on(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Ansvaret för framtagande av X åvilar Y`: the subject comes last."""
    tokens = references.tokens
    words = tokens.words
    opening = next(
        (at for at in range(first, min(first + 3, last)) if words[at].lower() in ("ansvaret", "ansvar")), None
    )
    if opening is None:
        return
    verb = next((at for at in range(first + 3, last) if words[at] in ("åvilar", "ligger", "vilar")), None)
    if verb is None or words[opening + 1] != "för":
        return
    at = opening + 2
    if at + 1 < verb and words[at + 1] == "av":  # framtagande av, uppföljning av
        at += 2
    works = [each for each in references.between(at, verb) if each.kind in WORKS]
    name = works[0].name if works else tokens.name(at, min(walk(tokens, at), verb))
    subjects = [each for each in references.between(verb + 1, last) if each.kind in SUBJECTS["responsible for"]]
    some = not works and " " not in name and name[:1].islower()  # uppföljningen, of what was said before
    if subjects and subjects[0].first - verb <= 3 and name and not some:
        yield Tie(
            subjects[0].name, "responsible for", name, opening, subjects[0].last, "responsible-for.rests-on", 0.75
        )


def also(references: References, earlier: list[Tie], first: int, last: int) -> Iterator[Tie]:
    """`Även X ingår`, `X följer med`: a part of what the sentence before said."""
    words = references.tokens.words
    here = words[first:last]
    follows = "följer" in here and here[here.index("följer") + 1 :][:1] == ("med",)
    if not follows and (words[first] not in ("Även", "Också") or "ingår" not in here):
        return
    whole = next((tie.object for tie in earlier if tie.relation in ("part of", "member of")), None)
    parts = [each for each in references.between(first, last) if each.kind in SUBJECTS["part of"] and not each.owner]
    if whole is not None and parts:
        yield Tie(parts[0].name, earlier[0].relation, whole, first, last, "part-of.also", 0.7)


def renamed(references: References, first: int, last: int) -> Iterator[Tie]:
    """`Välfärdsrådet (tidigare Omsorgsrådet)`, `har bytt namn från Omsorgsrådet till Välfärdsrådet`: the new replaces
    the old."""
    words = references.tokens.words
    here = [each for each in references.between(first, last) if each.kind in GROUPS]
    called = next((at for at in range(first + 3, last) if words[at] == "hette"), None)
    if called is not None and words[called + 1 : called + 2] and words[called + 1] in _BEFORE:
        said = [each for each in here if each.last <= called]  # Omsorgsrådet, som rådet hette förr
        if len(said) > 1 and "som" in words[said[-2].last : said[-1].first] and said[-1].last == called:
            yield Tie(said[-1].name, "replaces", said[-2].name, said[-2].first, called + 2, "replaces.was-called", 0.8)
    for new, old in pairwise(here):
        between = tuple(word.lower() for word in words[new.last : old.first])
        if between in _FORMERLY:
            yield Tie(new.name, "replaces", old.name, new.first, old.last, "replaces.formerly", 0.8)
        if between == ("till",) and tuple(words[max(first, new.first - 2) : new.first]) == ("namn", "från"):
            yield Tie(old.name, "replaces", new.name, new.first - 2, old.last, "replaces.renamed", 0.85)
